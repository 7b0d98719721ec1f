/* What the files of the store share. Internal to archive/. */
#pragma once

#include "archive.h"
#include "lock.h"

struct _TkArchive {
  char *path;   /* without links */
  TkLock *lock; /* NULL: only read */
  char *dead;
  TkRecordReader *reader;
};

/* Lists the years that are there, under the lock. @take: also those that no program has listed yet; FALSE:
 * such a year is a fault, TK_ERROR_DATA, as is a damaged list. */
gboolean tk_store_know_years (const TkArchive *archive, gboolean take, GError **error);
/* What is to be said of one that is there and not listed. (transfer full) */
char *tk_store_unlisted_fault_new (int year);

/* Whether @year is among @years. */
gboolean tk_store_has_year (const GArray *years, int year);

/* STORE/PREFIX2022: of ".next-", ".old-" or "". (transfer full) */
char *tk_store_year_new (const TkArchive *archive, const char *prefix, int year);
