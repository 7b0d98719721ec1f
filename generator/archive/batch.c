/* Comes in: papers, as folders that the caller fills. Goes out: the next state of a year, which takes the
 * place of the one before it in one step. Must not know what is in a paper. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "error.h"
#include "roll.h"
#include "store.h"
#include "terms.h"
#include "tree.h"

struct _TkArchiveBatch {
  TkArchive *archive;
  int year;
  char *now, *next, *old; /* folders */
  GPtrArray *added;       /* "data/ID/v1/" */
  gboolean sealed;
};

enum { LONGEST_ID = 200 };

static const char *const tag_files[] = {"bagit.txt", "bag-info.txt", "data", NULL};

/* Tag files that somebody has put beside ours stay. */
static gboolean
is_made_anew (const char *name)
{
  return g_strv_contains (tag_files, name) || g_str_has_prefix (name, "manifest-")
         || g_str_has_prefix (name, "tagmanifest-");
}

static gboolean
link_tag_files (const TkArchiveBatch *batch, GError **error)
{
  g_auto (GStrv) names = tk_tree_list_new (batch->now);

  for (char **name = names; *name != NULL; name++) {
    g_autofree char *from = g_build_filename (batch->now, *name, NULL);
    g_autofree char *to = g_build_filename (batch->next, *name, NULL);
    if (!is_made_anew (*name) && !tk_tree_link_any (from, to, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (mkdir (path, 0755) == 0)
    return TRUE;
  tk_tree_set_error (error, path, errno);
  return FALSE;
}

static gboolean
make_next (const TkArchiveBatch *batch, GError **error)
{
  g_autofree char *from = g_build_filename (batch->now, "data", NULL);
  g_autofree char *to = g_build_filename (batch->next, "data", NULL);

  if (!make_folder (batch->next, error))
    return FALSE;
  return tk_tree_is_folder (from) ? tk_tree_link_any (from, to, error) && link_tag_files (batch, error)
                                  : make_folder (to, error);
}

TkArchiveBatch *
tk_archive_batch_new (TkArchive *archive, int year, GError **error)
{
  g_return_val_if_fail (archive->lock != NULL, NULL);
  g_autoptr (TkArchiveBatch) batch = g_new0 (TkArchiveBatch, 1);

  batch->archive = archive;
  batch->year = year;
  batch->now = tk_store_year_new (archive, "", year);
  batch->next = tk_store_year_new (archive, ".next-", year);
  batch->old = tk_store_year_new (archive, ".old-", year);
  batch->added = g_ptr_array_new_with_free_func (g_free);
  return make_next (batch, error) ? g_steal_pointer (&batch) : NULL;
}

static gboolean
is_id (const char *id)
{
  const gsize length = strlen (id);

  return length > 0 && length <= LONGEST_ID && g_ascii_isalnum (*id)
         && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-._") == length;
}

/* The last version of @id in the state that is being made. */
static guint
count_versions (const char *folder)
{
  guint version = 0;

  while (TRUE) {
    g_autofree char *next = g_strdup_printf ("%s/v%u", folder, version + 1);
    struct stat there;
    if (lstat (next, &there) != 0)
      return version;
    version++;
  }
}

static gboolean
check_year (const TkArchiveBatch *batch, const char *id, GError **error)
{
  g_autofree char *last = tk_archive_find_new (batch->archive, id);

  if (last == NULL || atoi (last) == batch->year)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: is filed under %.4s, not under %d; give the new paper another id, or mend the date"),
               id, last, batch->year);
  return FALSE;
}

char *
tk_archive_batch_add_new (TkArchiveBatch *batch, const char *id, guint *ret_version, GError **error)
{
  if (!is_id (id)) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("“%s”: is no id of a paper; write it in small letters without accents, digits and hyphens"), id);
    return NULL;
  }
  if (!check_year (batch, id, error))
    return NULL;
  g_autofree char *paper = g_build_filename (batch->next, "data", id, NULL);
  const guint version = count_versions (paper) + 1;
  g_autofree char *folder = g_strdup_printf ("%s/v%u", paper, version);
  if ((!tk_tree_is_folder (paper) && !make_folder (paper, error)) || !make_folder (folder, error))
    return NULL;
  g_ptr_array_add (batch->added, g_strdup_printf ("data/%s/v%u/", id, version));
  *ret_version = version;
  return g_steal_pointer (&folder);
}

static GHashTable *
read_manifest_new (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "manifest-sha256.txt", NULL), *text = NULL;
  g_autoptr (GError) cause = NULL;

  if (!g_file_get_contents (path, &text, NULL, &cause)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: cannot be read: %s; tongket archive verify tells what is left of the year"), path,
                 cause->message);
    return NULL;
  }
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  for (char **line = parts; *line != NULL; line++)
    if (**line != '\0')
      g_hash_table_add (lines, g_strdup (g_strchomp (*line)));
  return lines;
}

static gboolean
is_added (const TkArchiveBatch *batch, const char *line)
{
  const char *path = strchr (line, ' ');

  path = path != NULL ? path + strspn (path, " \t*") : "";
  for (guint i = 0; i < batch->added->len; i++)
    if (g_str_has_prefix (path, g_ptr_array_index (batch->added, i)))
      return TRUE;
  return FALSE;
}

/* The first line of @one that is not in @other, but for what was added. */
static const char *
find_odd (const TkArchiveBatch *batch, GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (!g_hash_table_contains (other, line) && !is_added (batch, line))
      return line;
  return NULL;
}

/* What has rotted keeps the sum that it was issued with (tk_bag_grow); what somebody has put in or taken away
 * would be blessed by the next manifest. */
static gboolean
check_unchanged (const TkArchiveBatch *batch, GError **error)
{
  if (!tk_tree_is_folder (batch->now))
    return TRUE;
  g_autoptr (GHashTable) before = read_manifest_new (batch->now, error);
  g_autoptr (GHashTable) after = before != NULL ? read_manifest_new (batch->next, error) : NULL;
  if (after == NULL)
    return FALSE;
  const char *odd = find_odd (batch, before, after);
  if (odd == NULL)
    odd = find_odd (batch, after, before);
  if (odd == NULL)
    return TRUE;
  const char *path = strchr (odd, ' ');
  g_set_error (
      error, TK_ERROR, TK_ERROR_DATA,
      _ ("%s/%s: is not as it was issued; nothing is added to the year until it is as its manifest says: "
         "tongket archive verify tells more"),
      batch->now, path != NULL ? path + strspn (path, " \t*") : odd);
  return FALSE;
}

static gboolean
write_bag (const TkArchiveBatch *batch, GError **error)
{
  g_autoptr (TkTerms) terms = tk_terms_read_new (batch->archive->path, error);
  const char *former = tk_tree_is_folder (batch->now) ? batch->now : NULL;

  return terms != NULL && tk_terms_grow (terms, batch->next, former, batch->year, error)
         && tk_terms_check (terms, batch->next, batch->now, NULL, error);
}

/* The old one steps aside; if the program dies now, the next one brings it back. */
static gboolean
exchange_in_two_steps (const TkArchiveBatch *batch)
{
  if (rename (batch->now, batch->old) != 0)
    return FALSE;
  if (rename (batch->next, batch->now) == 0)
    return TRUE;
  const int code = errno;
  if (rename (batch->old, batch->now) != 0)
    return FALSE;
  errno = code;
  return FALSE;
}

static gboolean
exchange (const TkArchiveBatch *batch, GError **error)
{
  gboolean done;

  if (!tk_tree_is_folder (batch->now))
    done = rename (batch->next, batch->now) == 0;
  else {
    done = renameat2 (AT_FDCWD, batch->next, AT_FDCWD, batch->now, RENAME_EXCHANGE) == 0;
    if (!done && (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP))
      done = exchange_in_two_steps (batch);
  }
  if (done)
    return tk_tree_sync_folder (batch->archive->path, error);
  tk_tree_set_error (error, batch->now, errno);
  return FALSE;
}

/* A year that nobody lists would be missed by nobody; of one that is listed the list may not be on the disk.
 */
static gboolean
list_year (const TkArchiveBatch *batch, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autofree char *fault = NULL;

  if (tk_store_know_years (batch->archive, TRUE, &wrong))
    return TRUE;
  g_autoptr (GArray) listed = tk_roll_read_new (batch->archive->path, &fault);
  if (tk_store_has_year (listed, batch->year))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

gboolean
tk_archive_batch_seal (TkArchiveBatch *batch, GError **error)
{
  batch->sealed = batch->sealed || (write_bag (batch, error) && check_unchanged (batch, error));
  return batch->sealed;
}

gboolean
tk_archive_batch_commit (TkArchiveBatch *batch, GError **error)
{
  const gboolean first = !tk_tree_is_folder (batch->now);

  if (!tk_archive_batch_seal (batch, error))
    return FALSE;
  if (exchange (batch, error) && (!first || list_year (batch, error)))
    return TRUE;
  if (first)
    rename (batch->now, batch->next); /* it never came */
  return FALSE;
}

/* What is left now is either a state that never came, or the one before: what cannot be removed, the next
 * program removes. */
void
tk_archive_batch_free (TkArchiveBatch *batch)
{
  if (batch == NULL)
    return;
  tk_tree_remove (batch->next, NULL);
  if (tk_tree_is_folder (batch->now))
    tk_tree_remove (batch->old, NULL);
  g_ptr_array_unref (batch->added);
  g_free (batch->now);
  g_free (batch->next);
  g_free (batch->old);
  g_free (batch);
}
