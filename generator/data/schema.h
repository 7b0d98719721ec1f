/* data/schema.sql, in the program. schema.c is made of it when building. */
#pragma once

/* Ends in NUL. */
extern const char tk_schema[];

/* PRAGMA application_id of our files: "TkDb". */
enum { TK_APPLICATION_ID = 0x546B4462 };
