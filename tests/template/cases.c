/* Comes in: a folder of cases. Goes out: which of them print something else than
 * what is expected, and the first line that differs. */
#include "cases.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_cases (int argc, char **argv, const char *ending)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);
  const char *name = NULL;
  gboolean chosen = FALSE;

  for (int i = 1; i < argc; i++)
    chosen = chosen || argv[i][0] != '-';
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (!g_str_has_suffix (name, ending))
      continue;
    gboolean wanted = !chosen;
    for (int i = 1; i < argc; i++)
      wanted = wanted || strcmp (argv[i], name) == 0;
    if (wanted)
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
show_difference (const char *name, const char *expected, const char *printed)
{
  g_auto (GStrv) a = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) b = g_strsplit (printed, "\n", -1);

  for (guint i = 0; a[i] != NULL || b[i] != NULL; i++) {
    if (a[i] != NULL && b[i] != NULL && strcmp (a[i], b[i]) == 0)
      continue;
    printf ("%s: line %u\n  expected: %s\n  printed:  %s\n", name, i + 1, a[i] != NULL ? a[i] : "(the end)",
            b[i] != NULL ? b[i] : "(the end)");
    return;
  }
}

static gboolean
run_case (const char *name, const char *ending, gboolean accept, TkCaseFunc print, gpointer data)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (ending));
  g_autofree char *path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *printed = print (name, data);
  g_autofree char *expected = NULL;

  if (printed == NULL) {
    printf ("%s: skipped\n", name);
    return TRUE;
  }
  if (accept)
    return g_file_set_contents (path, printed, -1, NULL);
  if (!g_file_get_contents (path, &expected, NULL, NULL)) {
    printf ("%s: nothing is expected; write %s with --accept and read it\n", name, path);
    return FALSE;
  }
  if (strcmp (expected, printed) == 0)
    return TRUE;
  show_difference (name, expected, printed);
  return FALSE;
}

int
tk_cases_run_all (int argc, char **argv, const char *folder, const char *ending, TkCaseFunc print,
                  gpointer data)
{
  gboolean accept = FALSE;
  guint bad = 0;

  for (int i = 1; i < argc; i++)
    accept = accept || strcmp (argv[i], "--accept") == 0;
  if (g_chdir (folder) != 0) {
    printf ("there is no folder %s\n", folder);
    return 1;
  }
  g_autoptr (GPtrArray) names = list_cases (argc, argv, ending);
  for (guint i = 0; i < names->len; i++) {
    if (!run_case (g_ptr_array_index (names, i), ending, accept, print, data))
      bad++;
  }
  printf ("%u cases, %u bad\n", names->len, bad);
  return bad > 0 || names->len == 0 ? 1 : 0;
}

int
tk_cases_run (int argc, char **argv, const char *folder, TkCaseFunc print, gpointer data)
{
  return tk_cases_run_all (argc, argv, folder, ".xml", print, data);
}
