/* tongket archive pack STORE YEAR FILE: a year of a store as one file, to hand over or to put away. */
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "archive.h"
#include "archive_commands.h"
#include "bag.h"
#include "error.h"
#include "tree.h"

static const TkUsage usage = {
    .name = "archive pack",
    .arguments = N_ ("STORE YEAR FILE.tar|FILE.zip"),
    .about = N_ (
        "Writes a year of the store as one file: a BagIt bag below one folder. The same year gives the same "
        "bytes. A year that is not as it was issued is not packed."),
    .example = "tongket archive pack kho 2022 kho-2022.tar\n"
               "tongket archive pack kho 2022 kho-2022.zip",
    .fewest = 3,
    .most = 3,
};

/* A year may be exchanged for its next state while it is read; then it is read again, at last under the lock,
 * which a program that issues holds for a moment. */
enum { ATTEMPTS = 3, MOST_WAITS = 1000, WAIT = 10000 /* microseconds */ };

static gboolean
check_year (const TkArchive *archive, const char *typed, char **ret_folder, GError **error)
{
  g_autoptr (GArray) years = tk_archive_years_new (archive);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++) {
    const int year = g_array_index (years, int, i);
    if (g_ascii_strtoll (typed, NULL, 10) == year && strspn (typed, G_CSET_DIGITS) == strlen (typed)) {
      *ret_folder = g_strdup_printf ("%s/%04d", tk_archive_path (archive), year);
      return TRUE;
    }
    g_string_append_printf (known, "%s%d", i > 0 ? ", " : "", year);
  }
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: has no year “%s”; it has: %s"),
               tk_archive_path (archive), typed, known->len > 0 ? known->str : _ ("none"));
  return FALSE;
}

static gboolean
check_bag (const char *folder, GError **error)
{
  g_autoptr (GArray) faults = tk_bag_validate (folder, NULL, error);

  if (faults == NULL)
    return FALSE;
  if (tk_bag_is_valid (faults))
    return TRUE;
  g_autofree char *said = tk_bag_faults_text_new (folder, faults);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s%s: is not as it was issued; put it right before it is packed"), said, folder);
  return FALSE;
}

/* @ret_changed: the year is another now. */
static gboolean
attempt (const char *folder, const char *path, gboolean *ret_changed, GError **error)
{
  const int held = tk_tree_hold (folder);
  const gboolean packed = check_bag (folder, error) && tk_bag_pack (folder, held, path, error);

  *ret_changed = held >= 0 && !tk_tree_is_held (held, folder);
  if (held >= 0)
    close (held);
  return packed;
}

/* The store to oneself. */
static TkArchive *
wait_new (const char *store, GError **error)
{
  for (guint i = 0;; i++) {
    g_autoptr (GError) fault = NULL;
    TkArchive *archive = tk_archive_open_new (store, TRUE, &fault);
    if (archive != NULL)
      return archive;
    if (fault->code != TK_ERROR_OUTPUT || i == MOST_WAITS) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
    g_usleep (WAIT);
  }
}

static gboolean
pack (const char *store, const char *folder, const char *path, GError **error)
{
  gboolean changed;

  for (guint i = 0; i < ATTEMPTS; i++) {
    g_autoptr (GError) fault = NULL;
    if (attempt (folder, path, &changed, &fault))
      return TRUE;
    if (!changed) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  }
  g_autoptr (TkArchive) archive = wait_new (store, error);
  return archive != NULL && attempt (folder, path, &changed, error);
}

gboolean
tk_run_archive_pack (int argc, char **argv, GError **error)
{
  g_autofree char *folder = NULL;

  if (!tk_command_parse (&usage, NULL, &argc, &argv, error))
    return FALSE;
  g_autoptr (TkArchive) archive = tk_archive_open_new (argv[1], FALSE, error);
  return archive != NULL && check_year (archive, argv[2], &folder, error)
         && tk_archive_check_outside (archive, argv[3], error)
         && tk_archive_check_profile (archive, folder, argv[3], error)
         && pack (argv[1], folder, argv[3], error);
}
