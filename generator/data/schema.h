/* data/schema.sql and data/upgrade-N.sql, in the program; .c files are made of them when building. */
#pragma once

/* Ends in NUL. */
extern const char tk_schema[];
extern const char tk_upgrade_1[];
extern const char tk_upgrade_2[];

/* PRAGMA application_id of our files: "TkDb". */
enum { TK_APPLICATION_ID = 0x546B4462 };
