/* What a paper asked of the records, and what they answered: kept with it, shown as CSV, and answered again
 * without the database, so that the paper can be made anew. */
#pragma once

#include "database.h"

typedef struct _TkLedger TkLedger;

TkLedger *tk_ledger_new (void);
void tk_ledger_free (TkLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkLedger, tk_ledger_free)

/* From here on every answer of @database goes into @ledger, which lives as long. */
void tk_data_keep (TkDatabase *database, TkLedger *ledger);

/* Writes one CSV file (RFC 4180, UTF-8) for each query into @folder: NN-query.csv. Its columns: those that
 * were bound, as ":name", then those of the answer; rows in the order of asking; an answer without rows has
 * one row in which they are marked as none. Numbers stand bare, text in quotes, NULL as nothing: types come
 * back. The same asking gives the same bytes. */
gboolean tk_ledger_write (const TkLedger *ledger, const char *folder, GError **error);

/* A database that answers from such a folder and from nothing else: TK_ERROR_DATA for what was never asked.
 */
TkDatabase *tk_data_replay_new (const char *folder, GError **error);
