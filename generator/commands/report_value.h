/* Cells of the tables that a report is made of beside the records: what a check or an audit found. */
#pragma once

#include "arena.h"
#include "database.h"

/* NULL: NULL. The text is borrowed. */
TkValue tk_report_text (const char *text);

TkValue tk_report_number (gint64 number);

/* A text of the records or of a file, which may have letters that are in no font of the paper that says it.
 * @arena: of the texts that are shown otherwise; NULL: for programs, as it is. */
TkValue tk_report_shown (TkArena *arena, const char *text);
