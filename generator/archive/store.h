/* What the files of the store share. Internal to archive/. */
#pragma once

#include "archive.h"
#include "lock.h"

struct _TkArchive {
  char *path;   /* without links */
  TkLock *lock; /* NULL: only read */
  char *dead;
};

/* STORE/PREFIX2022: of ".next-", ".old-" or "". (transfer full) */
char *tk_store_year_new (const TkArchive *archive, const char *prefix, int year);
