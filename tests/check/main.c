/* Cases of check/. cases/RULE.sql fills the records of fixture.sql so that the rule of that name fires, and,
 * behind
 * "-- near miss", so that it nearly does; what is expected are its findings. samples/X.import names folders
 * of samples, a line each; what is expected are all findings. Every rule has a case. press/X.case are pages
 * typed as text (press_case.h); what is expected are the notes of the press. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "../template/cases.h"
#include "check.h"
#include "press_case.h"

static const char samples[] = "../../../samples";

static gboolean
run_sql (const char *database, const char *path)
{
  sqlite3 *connection = NULL;
  g_autofree char *sql = NULL;
  char *message = NULL;

  g_file_get_contents (path, &sql, NULL, NULL);
  sqlite3_open (database, &connection);
  sqlite3_exec (connection, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  sqlite3_exec (connection, sql, NULL, NULL, &message);
  if (message != NULL)
    printf ("%s: %s\n", path, message);
  sqlite3_close (connection);
  gboolean done = message == NULL;
  sqlite3_free (message);
  return done;
}

/* An empty database in @folder. */
static char *
database_new (const char *folder)
{
  char *path = g_build_filename (folder, "a.db", NULL);

  g_unlink (path);
  tk_data_create (path, NULL);
  return path;
}

/* The findings of @rule, NULL: of all. */
static char *
print_findings (const char *path, const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TkDatabase) database = tk_data_read (path, &error);
  g_autoptr (TkFindings) findings = database != NULL ? tk_check_run (database, &error) : NULL;

  if (findings == NULL)
    return g_strdup_printf ("error %d: %s\n", error->code, error->message);
  for (guint i = 0; i < tk_findings_count (findings); i++) {
    const TkFinding *one = tk_findings_get (findings, i);
    if (rule == NULL || strcmp (rule, one->rule) == 0)
      g_string_append_printf (text, "%s %s: %s, %s%s%s\n  %s\n  %s\n", tk_finding_level_name (one->level),
                              one->rule, one->table, one->code, one->column != NULL ? ": " : "",
                              one->column != NULL ? one->column : "", one->message, one->suggestion);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
print_rule (const char *path, gpointer folder)
{
  g_autofree char *rule = g_strndup (path, strlen (path) - strlen (".sql"));
  g_autofree char *database = database_new (folder);
  g_autofree char *sql = NULL;

  g_file_get_contents (path, &sql, NULL, NULL);
  if (strstr (sql, "-- near miss: ") == NULL)
    return g_strdup ("the case has no near miss\n");
  if (!run_sql (database, "../fixture.sql") || !run_sql (database, path))
    return g_strdup ("the case is wrong\n");
  char *printed = print_findings (database, rule);
  if (*printed != '\0')
    return printed;
  g_free (printed);
  return g_strdup ("the rule does not fire\n");
}

static char *
print_samples (const char *path, gpointer folder)
{
  g_autofree char *database = database_new (folder);
  g_autofree char *list = NULL;

  g_file_get_contents (path, &list, NULL, NULL);
  g_auto (GStrv) names = g_strsplit (g_strchomp (list), "\n", -1);
  for (char **name = names; *name != NULL; name++) {
    g_autoptr (TkNotes) notes = tk_notes_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *from = g_build_filename (samples, *name, NULL);
    if (!g_file_test (from, G_FILE_TEST_IS_DIR))
      return NULL;
    if (!tk_data_import (database, from, NULL, notes, NULL, NULL, &error))
      return g_strdup_printf ("%s\n", error->message);
  }
  return print_findings (database, NULL);
}

/* In the folder cases. */
static int
count_rules_without_case (void)
{
  g_autofree const char **rules = tk_check_rules_new ();
  int bad = 0;

  for (guint i = 0; rules[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (rules[i], ".sql", NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      continue;
    printf ("the rule %s has no case\n", rules[i]);
    bad++;
  }
  return bad;
}

/* In the folder samples: a new sample is a new case. */
static int
count_samples_without_case (void)
{
  g_autoptr (GDir) dir = g_dir_open (samples, 0, NULL);
  const char *name;
  int bad = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *table = g_build_filename (samples, name, "org.csv", NULL);
    g_autofree char *path = g_strconcat (name, ".import", NULL);
    if (!g_file_test (table, G_FILE_TEST_IS_REGULAR) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
      continue;
    printf ("the sample %s has no case\n", name);
    bad++;
  }
  return bad;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tongket-check-XXXXXX", NULL);
  g_autofree char *picture = g_build_filename (folder, "there.png", NULL);
  g_autofree char *database = g_build_filename (folder, "a.db", NULL);

  g_file_set_contents (picture, "", 0, NULL);
  int bad = tk_cases_run_all (argc, argv, "cases", ".sql", print_rule, folder);
  bad += count_rules_without_case ();
  bad += tk_cases_run_all (argc, argv, "../samples", ".import", print_samples, folder);
  bad += count_samples_without_case ();
  bad += tk_cases_run_all (argc, argv, "../press", ".case", print_press, NULL);
  g_unlink (picture);
  g_unlink (database);
  g_rmdir (folder);
  return bad > 0 ? 1 : 0;
}
