/* Lines of CSV (RFC 4180, UTF-8) from which the types of values come back: numbers stand bare, texts in
 * quotes, NULL as nothing. */
#pragma once

#include "arena.h"
#include "database.h"

/* Appends the value as a cell. A number has as many digits as make it again. */
void tk_csv_append (GString *to, const TkValue *value);

/* Appends @n cells, commas between them, without the line's end. */
void tk_csv_append_row (GString *to, const TkValue *cells, guint n);

#define TK_CSV_END "\r\n"

typedef struct {
  const char *text; /* NULL: an empty cell without quotes */
  gboolean quoted;
} TkCsvCell;

/* What a bare cell stands for: FALSE where it is no number. Texts are borrowed, or in @arena. */
gboolean tk_csv_value (const TkCsvCell *cell, TkArena *arena, TkValue *ret_value);

/* Gets each line; FALSE ends the reading. */
typedef gboolean (*TkCsvFunc) (gpointer data, int line, const TkCsvCell *cells, guint n, GError **error);

/* Reads the file line by line, the first one being line 1. TK_ERROR_DATA. */
gboolean tk_csv_read (const char *path, TkCsvFunc take, gpointer data, GError **error);
