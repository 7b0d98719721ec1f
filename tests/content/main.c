/* Cases of content/: a layout, the records of fixture.sql (and of x.sql beside
 * x.xml), and the document that comes of them, with its notes; or the error. Comments
 * <!-- set NAME=VALUE --> in the layout are settings, <!-- layout PATH --> takes that
 * layout instead, <!-- import FOLDER --> those records instead of the fixture, <!-- data of it --> prints the
 * data of tables and charts instead of the document. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "../template/cases.h"
#include "content.h"
#include "feed.h"

typedef struct {
  char *folder; /* of the database, outside of the source */
} Place;

static void
run_sql (sqlite3 *database, const char *path)
{
  g_autofree char *sql = NULL;
  char *message = NULL;

  if (!g_file_get_contents (path, &sql, NULL, NULL))
    return;
  if (sqlite3_exec (database, sql, NULL, NULL, &message) != SQLITE_OK)
    printf ("%s: %s\n", path, message);
  sqlite3_free (message);
}

/* What the comments <!-- @word … --> of a case say. */
static char **
find_comments (const char *path, const char *word)
{
  g_autofree char *text = NULL;
  g_autofree char *begin = g_strdup_printf ("<!-- %s ", word);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  g_file_get_contents (path, &text, NULL, NULL);
  for (const char *at = text; (at = strstr (at, begin)) != NULL;) {
    at += strlen (begin);
    g_autofree char *one = g_strndup (at, (gsize) (strstr (at, " -->") - at));
    g_strv_builder_add (found, one);
  }
  return g_strv_builder_end (found);
}

/* The schema with the rows of fixture.sql, or of a folder, and of the case. */
static char *
make_database (const Place *place, const char *case_path, const char *stem)
{
  g_autofree char *path = g_build_filename (place->folder, "case.db", NULL);
  g_autofree char *own = g_strconcat (stem, ".sql", NULL);
  g_auto (GStrv) folders = find_comments (case_path, "import");
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *database = NULL;

  g_unlink (path);
  if (!tk_data_create (path, &error)
      || (folders[0] != NULL && !tk_data_import (path, folders[0], NULL, notes, NULL, NULL, &error)))
    printf ("%s\n", error->message);
  sqlite3_open (path, &database);
  if (folders[0] == NULL)
    run_sql (database, "fixture.sql");
  run_sql (database, own);
  sqlite3_close (database);
  return g_steal_pointer (&path);
}

/* The folder of the database differs from run to run. */
static char *
hide_folder (const Place *place, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, place->folder, -1);

  return g_strjoinv ("DIR", parts);
}

static void
append_bytes (GString *to, GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    if (text[i] != '\r')
      g_string_append_c (to, text[i]);
  g_bytes_unref (bytes);
}

static char *
print_feeds (const TkDocument *document)
{
  GString *to = g_string_new (NULL);

  for (guint i = 0; i < document->n_feeds; i++) {
    const TkFeed *feed = &document->feeds[i];
    g_string_append_printf (to, "data of %s %u\n", feed->node->kind == TK_NODE_CHART ? "chart" : "table",
                            feed->node->rank);
    append_bytes (to, tk_feed_csv_new (feed));
    append_bytes (to, tk_feed_json_new (feed, document));
  }
  return g_string_free (to, FALSE);
}

static char *
print_document (const char *path, gpointer data)
{
  const Place *place = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".xml"));
  g_autofree char *file = make_database (place, path, stem);
  g_auto (GStrv) settings = find_comments (path, "set");
  g_auto (GStrv) layouts = find_comments (path, "layout");
  g_auto (GStrv) data_of = find_comments (path, "data of");
  g_autoptr (GError) error = NULL;
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkTemplate) template = tk_template_read (layouts[0] != NULL ? layouts[0] : path,
                                                      "../../../layouts", NULL, &error);
  g_autoptr (TkDatabase) database = template != NULL ? tk_data_read (file, &error) : NULL;
  TkContentOptions options = {
      .settings = (const char *const *) settings, .picture_folder = "pictures", .feeds = data_of[0] != NULL};
  g_autoptr (TkDocument)
      document = database != NULL ? tk_content_new (template, database, &options, notes, &error) : NULL;

  if (document == NULL) {
    g_autofree char *message = g_strdup_printf ("error %d\n%s\n", error->code, error->message);
    return hide_folder (place, message);
  }
  g_autofree char *tree = tk_document_print (document);
  g_autofree char *noted = tk_notes_text_new (notes, "note: ");
  g_autofree char *feeds = print_feeds (document);
  g_autofree char *text = g_strconcat (data_of[0] != NULL ? feeds : tree, noted, NULL);
  return hide_folder (place, text);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tongket-content-XXXXXX", NULL);
  Place place = {.folder = folder};

  int status = tk_cases_run (argc, argv, "cases", print_document, &place);
  remove_folder (folder);
  return status;
}
