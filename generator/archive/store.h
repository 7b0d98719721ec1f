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

/* The years that the store has begun, by its mark, ascending. (transfer full) (element-type int) */
GArray *tk_store_known_years_new (const TkArchive *archive);
/* Adds the years that are there to those. */
gboolean tk_store_know_years (const TkArchive *archive, GError **error);

/* Whether @year is among @years. */
gboolean tk_store_has_year (const GArray *years, int year);

/* STORE/PREFIX2022: of ".next-", ".old-" or "". (transfer full) */
char *tk_store_year_new (const TkArchive *archive, const char *prefix, int year);
