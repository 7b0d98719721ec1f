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
 *   STORE/tongket-archive            marks a store: the version of this form, 2; then its years, a line
 *                                    each, ascending, so that one that is gone is missed; then "sha256 " and
 *                                    the sum of the lines before (head -n -1 tongket-archive | sha256sum).
 *                                    Form 1 has no sum, and gets one from the next program that writes
 *   STORE/tongket-bags STORE/tongket-profile.json
 *                                    what its bags say of themselves, and have to fit (terms.h), if anything
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
 * TK_ERROR_DATA: no store is there (with a hint how to make one), or of a newer form, or, to write, its list
 * of years is damaged; TK_ERROR_OUTPUT: it is locked, by whom. */
TkArchive *tk_archive_open_new (const char *path, gboolean write, GError **error);
/* Makes an empty store; the folder may be there when it is empty. @profile: path of a BagIt Profile (1.4)
 * that each of its bags has to fit, or NULL; @labels: what they say in bag-info.txt, "Name: value",
 * NULL-terminated, or NULL. Both are kept in the store, for all that is ever filed in it. TK_ERROR_USAGE:
 * they are none, or the bags could not fit. */
gboolean tk_archive_create (const char *path, const char *profile, const char *const *labels, GError **error);
void tk_archive_free (TkArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkArchive, tk_archive_free)

const char *tk_archive_path (const TkArchive *archive);
/* Whether @path, of a file that is to be written, lies outside of the store, which would be no longer as it
 * was issued. FALSE with TK_ERROR_USAGE. */
gboolean tk_archive_check_outside (const TkArchive *archive, const char *path, GError **error);
/* Whether the bag of a year at @folder fits the profile of the store, if it has one, as the file @package
 * (.tar, .zip). TK_ERROR_DATA with each reason. */
gboolean tk_archive_check_profile (const TkArchive *archive, const char *folder, const char *package,
                                   GError **error);
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
/* Writes the bag of what was added, and changes nothing yet: for who has several batches, of which all are to
 * be right before the first one counts. TK_ERROR_DATA: what the year holds is no longer what its manifest
 * says; it is not written anew, as that would bless it; or it would not fit the profile of the store. */
gboolean tk_archive_batch_seal (TkArchiveBatch *batch, GError **error);
/* Seals it, where it is not yet; all or nothing; on success nothing that was there is lost. */
gboolean tk_archive_batch_commit (TkArchiveBatch *batch, GError **error);
void tk_archive_batch_free (TkArchiveBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkArchiveBatch, tk_archive_batch_free)
