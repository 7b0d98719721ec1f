/* What tables and charts were made of: rows, for those who want to reckon with them. Kept where
 * TkContentOptions.feeds asks for it. */
#pragma once

#include "database.h"
#include "node.h"

typedef struct {
  const char *name; /* of the query's column: "members" */
  const char *title; /* under which it is shown: "Số hội viên / 2022"; NULL: it is not, or without a title */
  const char *unit; /* of a chart; or NULL */
} TkFeedColumn;

/* The rows of the query of a TABLE or a CHART; behind its columns, in each row, what the columns of the table
 * that have queries of their own, or stand for rows of one, read for it. What a column with a title shows as
 * a number, "1.234,5", is one here. */
typedef struct _TkFeed {
  const TkNode *node;
  const char *query; /* its name */
  const char *title; /* the caption, with its number, or NULL */
  guint n_columns, n_rows;
  const TkFeedColumn *columns;
  const TkValue *cells; /* row by row */
} TkFeed;

/* RFC 4180, UTF-8: a column goes by its title or, where it has none to itself, by its name.
 * Numbers stand bare, text in quotes, NULL as nothing (csv_line.h). */
GBytes *tk_feed_csv_new (const TkFeed *feed);

/* RFC 8259: an object with paper, kind ("table", "chart"), title, query, columns (objects with name, title,
 * unit) and rows (arrays, in the order of columns). What is not known is not there. */
GBytes *tk_feed_json_new (const TkFeed *feed, const TkDocument *document);
