/* Where a piece of text came from, for messages. Plain data, borrowed
 * strings; all zero means unknown. */
#pragma once

#include <glib.h>

typedef struct {
  const char *file;   /* layout file, or NULL */
  int line;           /* in @file, from 1; 0: unknown */
  const char *table;  /* base table of the database, or NULL */
  const char *column; /* column of @table, or NULL */
  gint64 row;         /* id of the row in @table; 0: unknown */
} TkOrigin;

/* "direction.text, row 3 (layouts/x.xml:41)", "layouts/x.xml:41" or "?". */
char *tk_origin_print (TkOrigin origin);
