/* Checksums of many files at once, on all processors; each file is read once, whatever its size, for all the
 * checksums that are wanted of it. */
#pragma once

#include <glib.h>

/* An algorithm. */
typedef struct nettle_hash TkHash;

/* By its name in the names of manifests (RFC 8493, 2.4): md5, sha1, sha256, sha512, sha3256 …; NULL: not
 * known. */
const TkHash *tk_hash_find (const char *name);
/* Hexadecimal digits of its checksums. */
guint tk_hash_digits (const TkHash *hash);

/* Of these bytes, in lower case. (transfer full) */
char *tk_hash_bytes_new (const TkHash *hash, const void *bytes, gsize size);

enum { TK_HASHES_MOST = 8 };

typedef struct {
  char *path;                           /* owned */
  const TkHash *hashes[TK_HASHES_MOST]; /* until NULL */
  char *digests[TK_HASHES_MOST];        /* owned; given by tk_hash_run() */
  guint64 size;                         /* given: the bytes that were read */
  int code;                             /* given: 0, or the errno of the file; then no digests */
  int place;                            /* the caller's */
} TkHashJob;

void tk_hash_job_clear (TkHashJob *job);
/* Adds @hash where it is not there yet; FALSE: there is no room for it. */
gboolean tk_hash_job_add (TkHashJob *job, const TkHash *hash);
/* The digest by @hash, or NULL. */
const char *tk_hash_job_find (const TkHashJob *job, const TkHash *hash);

/* @jobs: (element-type TkHashJob). @sync: each file is on the disk (fsync) when this returns. What is no
 * regular file gets ELOOP or EINVAL; no link is followed. */
void tk_hash_run (GArray *jobs, gboolean sync);
