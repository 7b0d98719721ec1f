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

/* Writes one CSV file (RFC 4180, UTF-8) for each query into @folder, which is made if it is not there:
 * NN-name.csv. Its columns: those that were bound, as ":name", then those of the answer (one that is named
 * ":name" itself, as SELECT :name names it, as "::name"); rows in the order of asking; an answer without rows
 * has one row of bare none; the same question is there once. Numbers stand bare, text in quotes, NULL as
 * nothing: types come back. 00-queries.csv says what each query is and where it stands in the layout,
 * 00-columns.csv from what tables and columns cells were read. The same asking gives the same bytes.
 * TK_ERROR_OUTPUT. */
gboolean tk_ledger_write (const TkLedger *ledger, const char *folder, GError **error);

/* A database that answers from such a folder and from nothing else, the folder being its path. TK_ERROR_DATA
 * for a file that is missing or is not as it was written, and, from the database, for what was never asked.
 * Queries are known by their text: their places may be others. */
TkDatabase *tk_data_replay_new (const char *folder, GError **error);
