/* What a ledger holds, as query.c and session.c see it. */
#pragma once

#include "ledger.h"

typedef struct {
  guint n_rows;
  const TkValue *cells; /* row by row; texts live as long as the ledger */
} TkAnswer;

/* A query and all that it was answered. */
typedef struct {
  char *place, *name, *sql; /* name: NULL, as long as nobody gave one */
  char **parameters, **columns;
  TkOrigin *origins;     /* one a column: table and column, or NULL */
  GPtrArray *keys;       /* of answers, in the order of asking: their values as cells of CSV */
  GHashTable *by_values; /* of TkAnswer by their keys */
  TkLedger *ledger;
} TkAsked;

/* The query of this text, which is new or was asked before. */
TkAsked *tk_ledger_ask (TkLedger *ledger, const char *place, const char *sql, char **parameters,
                        char **columns);

/* NULL: it was never asked. */
TkAsked *tk_ledger_find (const TkLedger *ledger, const char *sql);

/* Keeps what was answered, once for the same @values. @origins: one a column. */
void tk_asked_keep (TkAsked *asked, const TkValue *values, const TkRows *rows, const TkOrigin *origins);

/* NULL: never asked with these. */
const TkAnswer *tk_asked_find (const TkAsked *asked, const TkValue *values);

/* Where the cells of @column were read; the names are copied. */
void tk_asked_set_origin (TkAsked *asked, guint column, const char *table, const char *table_column);
