/* The store: a folder with a bag for each year.
 *
 *   STORE/2022/                      a bag (bag.h)
 *   STORE/2022/data/ID/v1/           a version of a paper; ID is that of its record, never reused
 *     record.xml dublin_core.xml premis.xml     record.h
 *     paper.pdf                      or, imported, original.EXT, several of them
 *     text.txt                       UTF-8, NFC, a form feed behind each page; imported ones may lack it
 *     rows/NN-query.csv              the ledger (ledger.h)
 *     layout/NAME.xml layout/parts/  the layout, what it includes, the pictures that it names
 *     pictures/                      those of the records that it shows
 *   STORE/tongket-archive            marks a store: the version of this form, 1; then its years, a line
 *                                    each, so that one that is gone is missed
 *   STORE/.lock .next-… .old-…       only while something is being written
 *
 * A version is never changed. Whoever writes makes the next state of a year beside it out of hard links,
 * writes and syncs it, and exchanges the two in one step (renameat2), so that the store is whole at any
 * moment; what a dead program left behind is removed by the next one that writes. Where the file system
 * cannot exchange, the old state steps aside for a moment, and comes back if the program dies in it. */
#pragma once

#include "record.h"

typedef struct _TkArchive TkArchive;

/* @write: takes the lock, which only a living program holds; else nothing is written and several may read.
 * TK_ERROR_DATA: no store is there (with a hint how to make one), or of a newer form; TK_ERROR_OUTPUT: it is
 * locked, by whom. */
TkArchive *tk_archive_open_new (const char *path, gboolean write, GError **error);
/* Makes an empty store; the folder may be there when it is empty. */
gboolean tk_archive_create (const char *path, GError **error);
void tk_archive_free (TkArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkArchive, tk_archive_free)

const char *tk_archive_path (const TkArchive *archive);
/* Whether @path, of a file that is to be written, lies outside of the store, which would be no longer as it
 * was issued. FALSE with TK_ERROR_USAGE. */
gboolean tk_archive_check_outside (const TkArchive *archive, const char *path, GError **error);
/* Of a store open for writing: the program that died while it wrote, "tongket 4711 on MACHINE, WHEN", whose
 * beginnings were removed; or NULL. */
const char *tk_archive_find_dead (const TkArchive *archive);

/* The years, ascending. (transfer full) (element-type int) */
GArray *tk_archive_years_new (const TkArchive *archive);
/* Paths of the folders of all versions of a year, by ID, then version: "2022/data/ID/v1". (transfer full) */
char **tk_archive_versions_new (const TkArchive *archive, int year, GError **error);
/* The record of one of them. Errors as of tk_record_read_new. */
TkRecord *tk_archive_read_record_new (const TkArchive *archive, const char *version, GError **error);
/* The last version of the paper @id, as a path below the store, or NULL. (transfer full) */
char *tk_archive_find_new (const TkArchive *archive, const char *id);

/* Puts papers into the store, all or none: a transaction over one year. */
typedef struct _TkArchiveBatch TkArchiveBatch;
/* The archive must be open for writing. */
TkArchiveBatch *tk_archive_batch_new (TkArchive *archive, int year, GError **error);
/* A folder, empty, for the next version of @id; what is written there becomes that version. TK_ERROR_DATA:
 * @id is no name of a paper (small letters of ASCII, digits, "-", ".", "_"; at most 200), or is filed under
 * another year. (transfer full) */
char *tk_archive_batch_add_new (TkArchiveBatch *batch, const char *id, guint *ret_version, GError **error);
/* All or nothing; on success nothing that was there is lost. TK_ERROR_DATA: what the year holds is no longer
 * what its manifest says; it is not written anew, as that would bless it. */
gboolean tk_archive_batch_commit (TkArchiveBatch *batch, GError **error);
void tk_archive_batch_free (TkArchiveBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkArchiveBatch, tk_archive_batch_free)
