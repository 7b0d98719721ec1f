/* Comes in: files of cases. Goes out: which of them print something else than
 * what is expected, as a difference. Knows nothing of what they are about. */
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

void
tk_golden_refuse (const char *path, int line, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s:%d: %s\n", path, line, message);
  exit (2);
}

char **
tk_golden_words (const char *line)
{
  g_autofree char *bare = g_strndup (line, strcspn (line, "#"));
  g_auto (GStrv) split = g_strsplit_set (bare, " \t", -1);
  GStrvBuilder *words = g_strv_builder_new ();

  for (char **word = split; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (words, *word);
  char **list = g_strv_builder_end (words);
  g_strv_builder_unref (words);
  return list;
}

gint32
tk_golden_length (const char *word)
{
  char *end = NULL;
  double points = g_ascii_strtod (word, &end);

  if (end == word || *end != '\0') {
    fprintf (stderr, "“%s” is not a length\n", word);
    exit (2);
  }
  return TK_PT (points);
}

/* diff says it best. */
static void
show_difference (const char *expected_path, const char *printed)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("printed-XXXXXX", &path, NULL);

  if (fd < 0)
    return;
  close (fd);
  if (g_file_set_contents (path, printed, -1, NULL)) {
    char *command[] = {"diff",    "-u",      "--label", (char *) expected_path,
                       "--label", "printed", "--",      (char *) expected_path,
                       path,      NULL};
    g_autofree char *out = NULL;
    if (g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, NULL))
      fputs (out, stdout);
  }
  unlink (path);
}

static gboolean
run_case (const char *path, gboolean accept, TkGoldenPrint print, gpointer data)
{
  g_autofree char *text = NULL, *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_has_suffix (path, ".case") || !g_file_get_contents (path, &text, NULL, NULL))
    tk_golden_refuse (path, 1, "no such case");
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".case"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *printed = print (path, text, data);

  if (accept)
    return g_file_set_contents (expected_path, printed, -1, NULL);
  if (!g_file_get_contents (expected_path, &expected, NULL, &error)) {
    printf ("%s; write it with --accept and read it. Printed:\n%s", error->message, printed);
    return FALSE;
  }
  if (strcmp (expected, printed) == 0)
    return TRUE;
  show_difference (expected_path, printed);
  return FALSE;
}

int
tk_golden_run (int argc, char **argv, TkGoldenPrint print, gpointer data)
{
  gboolean accept = argc > 1 && strcmp (argv[1], "--accept") == 0;
  int first = accept ? 2 : 1, bad = 0;

  for (int i = first; i < argc; i++)
    bad += !run_case (argv[i], accept, print, data);
  if (first >= argc)
    printf ("usage: %s [--accept] FILE.case...\n", argv[0]);
  return bad > 0 || first >= argc;
}
