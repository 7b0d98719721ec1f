/* Writing rows of one table: new ones, and those that changed. */
#pragma once

#include <glib.h>

#include "connection.h"
#include "database.h"
#include "table.h"

typedef enum {
  TK_UPSERT_DONE,    /* the row was added or changed */
  TK_UPSERT_EQUAL,   /* it was there with the same values */
  TK_UPSERT_REFUSED, /* a constraint of the schema; sqlite3_errmsg() says which */
  TK_UPSERT_FAILED,  /* error is set */
} TkUpsertResult;

typedef struct _TkUpsert TkUpsert;

/* For rows that have @columns; others keep their values, or are NULL. */
TkUpsert *tk_upsert_new (TkConnection *connection, const char *path, const TkTable *table,
                         const TkTableColumn *const *columns, guint n_columns, GError **error);
void tk_upsert_free (TkUpsert *upsert);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkUpsert, tk_upsert_free)

/* The id of the row with the key of @values; 0: there is none. */
gboolean tk_upsert_find (TkUpsert *upsert, const TkValue *values, gint64 *ret_id, GError **error);

/* @old: the row with @id is there. */
TkUpsertResult tk_upsert_write (TkUpsert *upsert, gint64 id, gboolean old, const TkValue *values,
                                GError **error);
