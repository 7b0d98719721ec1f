/* What an auditor finds in a store: what is missing, added, changed, contradictory. Nothing is changed by
 * looking. */
#pragma once

#include "archive.h"

typedef struct {
  const char *
      kind; /* missing, added, changed, malformed, chain, record, reproduction: for files, never translated */
  gboolean note; /* worth a look, but no fault */
  char *place;   /* path below the store: "2022/data/ID/v1/paper.pdf" */
  char *message; /* for people, translated, with a hint; begins with no place */
} TkAuditFinding;

/* A version whose record could be read. */
typedef struct {
  char *place;                          /* "2022/data/ID/v1" */
  char *title, *number, *date, *sha256; /* of its record; the sum is that of its PDF, or of the first file
                                         * that was imported; NULL where not known */
} TkAuditPaper;

typedef struct {
  GArray *findings; /* TkAuditFinding */
  GArray *papers;   /* TkAuditPaper, by year, id, version */
  guint n_years, n_papers, n_versions, n_files;
  guint n_reproduced; /* versions that were made again, to the byte */
  char *store;        /* the path before every place, which no message repeats; NULL: not known yet */
} TkAudit;

TkAudit *tk_audit_new (void);
void tk_audit_free (TkAudit *audit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkAudit, tk_audit_free)

/* @kind is not copied. */
void tk_audit_add (TkAudit *audit, const char *kind, const char *place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void tk_audit_add_note (TkAudit *audit, const char *kind, const char *place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void tk_audit_add_paper (TkAudit *audit, const char *place, const TkRecord *record);
/* Whether something was found at @place. */
gboolean tk_audit_names (const TkAudit *audit, const char *place);
guint tk_audit_count_faults (const TkAudit *audit);

/* Fixity and completeness of every year (bag.h), chains of versions, and whether records say what is there. A
 * year that is exchanged while it is read is read again. */
gboolean tk_audit_store (TkAudit *audit, const TkArchive *archive, GError **error);
