/* Comes in: the path of a store. Goes out: the store open, its years, its papers. Must not know what is in a
 * paper. */
#include "archive.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "path.h"
#include "roll.h"
#include "store.h"
#include "terms.h"
#include "tree.h"

static gboolean
set_data (GError **error, const char *path, const char *message)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, "%s: %s", path, message);
  return FALSE;
}

static gboolean
has_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat there;

  return lstat (path, &there) == 0;
}

/* A bag proves all that is in it: another store in there would change under it. */
static gboolean
check_surroundings (const char *path, GError **error)
{
  g_autofree char *above = g_path_get_dirname (path);

  while (TRUE) {
    if (has_file (above, "bagit.txt"))
      return set_data (error, path,
                       _ ("lies within a bag, which a store in it would break; choose a folder outside"));
    if (has_file (above, TK_ROLL))
      return set_data (error, path, _ ("lies within another store; choose a folder outside"));
    g_autofree char *next = g_path_get_dirname (above);
    if (strcmp (next, above) == 0)
      return TRUE;
    g_free (above);
    above = g_steal_pointer (&next);
  }
}

/* The path without links, also of what is not there yet. */
static char *
real_path_new (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);
  g_autofree char *name = g_path_get_basename (whole);
  char *there = realpath (whole, NULL);
  char *above = there == NULL ? realpath (folder, NULL) : NULL;
  char *real = there != NULL   ? g_strdup (there)
               : above != NULL ? g_build_filename (above, name, NULL)
                               : g_strdup (whole);

  free (there);
  free (above);
  return real;
}

static gboolean
check_empty (const char *path, GError **error)
{
  struct stat there;

  if (lstat (path, &there) != 0)
    return TRUE;
  if (!S_ISDIR (there.st_mode))
    return set_data (error, path, _ ("is there and is no folder; choose another name"));
  if (has_file (path, TK_ROLL))
    return set_data (error, path, _ ("is a store already; nothing was changed"));
  g_auto (GStrv) names = tk_tree_list_new (path);
  for (char **name = names; *name != NULL; name++)
    if (!g_str_has_prefix (*name, TK_ROLL ".") && !g_str_has_prefix (*name, TK_TERMS_FILE)
        && !g_str_has_prefix (*name, TK_TERMS_PROFILE)) /* of a program that died while it made the store */
      return set_data (error, path, _ ("is not empty; a store begins with an empty folder"));
  return TRUE;
}

/* The mark comes last: what lacks it is no store. */
static gboolean
fill (const char *real, const char *profile, const char *const *labels, GError **error)
{
  static const char *const names[] = {TK_TERMS_FILE, TK_TERMS_PROFILE};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (real, names[i], NULL);
    if (!tk_tree_remove (path, error))
      return FALSE;
  }
  return tk_terms_write (real, profile, labels, error) && tk_roll_write (real, NULL, error);
}

gboolean
tk_archive_create (const char *path, const char *profile, const char *const *labels, GError **error)
{
  g_autofree char *real = real_path_new (path);
  g_autofree char *above = g_path_get_dirname (real);

  if (!check_empty (real, error) || !check_surroundings (real, error))
    return FALSE;
  const gboolean made = mkdir (real, 0755) == 0;
  if (!made && errno != EEXIST) {
    tk_tree_set_error (error, path, errno);
    return FALSE;
  }
  if (fill (real, profile, labels, error) && (!made || tk_tree_sync_folder (above, error)))
    return TRUE;
  if (made)
    rmdir (real);
  return FALSE;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

gboolean
tk_store_has_year (const GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

static gboolean
fail_roll (const TkArchive *archive, const char *fault, GError **error)
{
  g_autofree char *path = g_build_filename (archive->path, TK_ROLL, NULL);

  return set_data (error, path, fault);
}

char *
tk_store_unlisted_fault_new (int year)
{
  return g_strdup_printf (
      _ ("does not list %04d, which is there; move that folder away, or, where it belongs "
         "to the store, write the file anew: 1, then each year on a line of its own"),
      year);
}

/* A damaged list is not written anew: that would forget what it has lost. */
gboolean
tk_store_know_years (const TkArchive *archive, gboolean take, GError **error)
{
  g_autofree char *fault = NULL;
  g_autoptr (GArray) known = tk_roll_read_new (archive->path, &fault), there = tk_archive_years_new (archive);

  if (fault != NULL)
    return fail_roll (archive, fault, error);
  for (guint i = 0; i < there->len; i++) {
    const int year = g_array_index (there, int, i);
    if (tk_store_has_year (known, year))
      continue;
    g_autofree char *unlisted = tk_store_unlisted_fault_new (year);
    if (!take)
      return fail_roll (archive, unlisted, error);
    g_array_append_val (known, year);
  }
  g_array_sort (known, compare_years);
  return tk_roll_write (archive->path, known, error);
}

char *
tk_store_year_new (const TkArchive *archive, const char *prefix, int year)
{
  return g_strdup_printf ("%s/%s%04d", archive->path, prefix, year);
}

/* A year that had stepped aside comes back, or goes where the next one has come in its place. */
static gboolean
bring_back (const TkArchive *archive, const char *name, GError **error)
{
  g_autofree char *old = g_build_filename (archive->path, name, NULL);
  g_autofree char *year = g_build_filename (archive->path, name + strlen (".old-"), NULL);

  if (tk_tree_is_folder (year))
    return tk_tree_remove (old, error);
  if (rename (old, year) == 0)
    return tk_tree_sync_folder (archive->path, error);
  tk_tree_set_error (error, year, errno);
  return FALSE;
}

/* The next state of a year, or of the mark ("tongket-archive.XXXXXX"). */
static gboolean
is_begun (const char *name)
{
  return g_str_has_prefix (name, ".next-") || g_str_has_prefix (name, TK_ROLL ".");
}

/* Under the lock. */
static gboolean
recover (const TkArchive *archive, GError **error)
{
  g_auto (GStrv) names = tk_tree_list_new (archive->path);

  for (char **name = names; *name != NULL; name++) {
    g_autofree char *path = g_build_filename (archive->path, *name, NULL);
    if (g_str_has_prefix (*name, ".old-") ? !bring_back (archive, *name, error)
                                          : is_begun (*name) && !tk_tree_remove (path, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_lock (TkArchive *archive, GError **error)
{
  g_autofree char *path = g_build_filename (archive->path, ".lock", NULL);

  archive->lock = tk_lock_new (path, &archive->dead, error);
  if (archive->lock != NULL && recover (archive, error)
      && tk_store_know_years (archive, archive->dead != NULL, error))
    return TRUE;
  if (archive->dead != NULL)
    tk_lock_leave (g_steal_pointer (&archive->lock));
  return FALSE;
}

/* A program that died between the two steps of a file system that cannot exchange. */
static gboolean
lacks_year (const TkArchive *archive)
{
  g_auto (GStrv) names = tk_tree_list_new (archive->path);

  for (char **name = names; *name != NULL; name++)
    if (g_str_has_prefix (*name, ".old-") && !has_file (archive->path, *name + strlen (".old-")))
      return TRUE;
  return FALSE;
}

/* A folder whose names cannot be seen is not an empty one. */
static gboolean
check_readable (const char *path, const char *shown, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &cause);

  if (folder != NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: cannot be read: %s; ask who owns the store"), shown,
               cause->message);
  return FALSE;
}

TkArchive *
tk_archive_open_new (const char *path, gboolean write, GError **error)
{
  g_autoptr (TkArchive) archive = g_new0 (TkArchive, 1);

  archive->path = real_path_new (path);
  if (!tk_roll_check (archive->path, path, error) || !check_surroundings (archive->path, error)
      || !check_readable (archive->path, path, error))
    return NULL;
  const gboolean mend = !write && lacks_year (archive);
  if ((write || mend) && !take_lock (archive, error))
    return NULL;
  if (mend)
    g_clear_pointer (&archive->lock, tk_lock_free);
  archive->reader = tk_record_reader_new ();
  return g_steal_pointer (&archive);
}

void
tk_archive_free (TkArchive *archive)
{
  if (archive == NULL)
    return;
  tk_lock_free (archive->lock);
  tk_record_reader_free (archive->reader);
  g_free (archive->dead);
  g_free (archive->path);
  g_free (archive);
}

const char *
tk_archive_path (const TkArchive *archive)
{
  return archive->path;
}

gboolean
tk_archive_check_outside (const TkArchive *archive, const char *path, GError **error)
{
  g_autofree char *real = real_path_new (path);

  if (strcmp (real, archive->path) != 0 && !tk_path_lies_in (real, archive->path))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("%s: lies within the store, which holds nothing but what was issued; give a place outside"),
               path);
  return FALSE;
}

gboolean
tk_archive_check_profile (const TkArchive *archive, const char *folder, const char *package, GError **error)
{
  g_autoptr (TkTerms) terms = tk_terms_read_new (archive->path, error);

  return terms != NULL && tk_terms_check (terms, folder, folder, package, error);
}

const char *
tk_archive_find_dead (const TkArchive *archive)
{
  return archive->dead;
}

GArray *
tk_archive_years_new (const TkArchive *archive)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) names = tk_tree_list_new (archive->path);

  for (char **name = names; *name != NULL; name++) {
    g_autofree char *path = g_build_filename (archive->path, *name, NULL);
    const int year = tk_roll_parse_year (*name);
    if (year < 0 || !tk_tree_is_folder (path))
      continue;
    g_array_append_val (years, year);
  }
  return years;
}

/* Of "v12" 12; 0 for another name. */
static guint
parse_version (const char *name)
{
  guint64 number;

  return *name == 'v' && name[1] != '0'
                 && g_ascii_string_to_unsigned (name + 1, 10, 1, G_MAXINT, &number, NULL)
             ? (guint) number
             : 0;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* The versions in the folder of a paper, ascending. */
static GArray *
versions_new (const char *folder)
{
  GArray *versions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) names = tk_tree_list_new (folder);

  for (char **name = names; *name != NULL; name++) {
    const guint version = parse_version (*name);
    if (version > 0)
      g_array_append_val (versions, version);
  }
  g_array_sort (versions, compare_numbers);
  return versions;
}

char **
tk_archive_versions_new (const TkArchive *archive, int year, GError **error)
{
  g_autofree char *data = g_strdup_printf ("%s/%04d/data", archive->path, year);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!tk_tree_is_folder (data)) {
    set_data (error, data, _ ("is not there; tongket archive verify tells what is left of the year"));
    return NULL;
  }
  g_auto (GStrv) ids = tk_tree_list_new (data);
  for (char **id = ids; *id != NULL; id++) {
    g_autofree char *folder = g_build_filename (data, *id, NULL);
    g_autoptr (GArray) versions = versions_new (folder);
    for (guint i = 0; i < versions->len; i++)
      g_ptr_array_add (found,
                       g_strdup_printf ("%04d/data/%s/v%u", year, *id, g_array_index (versions, guint, i)));
  }
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

char *
tk_archive_find_new (const TkArchive *archive, const char *id)
{
  g_autoptr (GArray) years = tk_archive_years_new (archive);

  for (guint i = years->len; i > 0; i--) {
    const int year = g_array_index (years, int, i - 1);
    g_autofree char *folder = g_strdup_printf ("%s/%04d/data/%s", archive->path, year, id);
    g_autoptr (GArray) versions = versions_new (folder);
    if (versions->len > 0)
      return g_strdup_printf ("%04d/data/%s/v%u", year, id,
                              g_array_index (versions, guint, versions->len - 1));
  }
  return NULL;
}

TkRecord *
tk_archive_read_record_new (const TkArchive *archive, const char *version, GError **error)
{
  g_autofree char *folder = g_build_filename (archive->path, version, NULL);

  return tk_record_reader_read_new (archive->reader, folder, error);
}
