/* Cases of export/: a layout, whose queries need no records, and the body of the web page that comes of it,
 * with the pictures beside it and the notes; or the error. A comment <!-- whole --> in the layout asks for
 * the head, too. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "../template/cases.h"
#include "content.h"
#include "html.h"

/* A folder outside of the source, and an empty database in it. */
typedef struct {
  char *folder, *database;
} Place;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the files of @path, a line each, which are gone then. */
static char *
take_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *file = g_build_filename (path, names->pdata[i], NULL);
    g_string_append_printf (text, "file: %s\n", (const char *) names->pdata[i]);
    g_unlink (file);
  }
  g_rmdir (path);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Into a folder of its own, from which all is taken again: a paper that failed leaves nothing there. */
static char *
print_page (const TkDocument *document, const char *out, TkNotes *notes, gboolean whole, GError **error)
{
  g_autofree char *path = g_build_filename (out, "trang web.html", NULL);
  g_autofree char *folder = g_build_filename (out, "trang web-anh", NULL);
  g_autofree char *text = NULL;
  g_autoptr (TkHtmlPaper) paper = tk_export_html_new (document, path, notes, error);

  if (paper == NULL || !tk_export_html_commit (paper, error)
      || !g_file_get_contents (path, &text, NULL, error))
    return NULL;
  g_unlink (path);
  g_autofree char *files = take_files (folder), *noted = tk_notes_text_new (notes, "note: ");
  return g_strconcat (whole ? text : strstr (text, "<body>"), files, noted, NULL);
}

/* The folder of the database differs from run to run. */
static char *
hide_folder (const Place *place, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, place->folder, -1);

  return g_strjoinv ("DIR", parts);
}

static char *
print_case (const char *path, gpointer data)
{
  const Place *place = data;
  g_autofree char *layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkTemplate) template = tk_template_read (path, "../../../layouts", NULL, &error);
  g_autoptr (TkDatabase) database = template != NULL ? tk_data_read (place->database, &error) : NULL;
  TkContentOptions options = {.picture_folder = "../../documents/picture-data", .date = 1660867200};
  g_autoptr (TkDocument)
      document = database != NULL ? tk_content_new (template, database, &options, notes, &error) : NULL;

  g_autofree char *out = g_build_filename (place->folder, "out", NULL);
  g_mkdir (out, 0777);
  g_file_get_contents (path, &layout, NULL, NULL);
  const gboolean whole = strstr (layout, "<!-- whole -->") != NULL;
  g_autofree char *page = document != NULL ? print_page (document, out, notes, whole, &error) : NULL;
  g_autofree char *message = error != NULL ? g_strdup_printf ("error %d\n%s\n", error->code, error->message)
                                           : NULL;
  g_autofree char *left = take_files (out);
  g_autofree char *all = g_strconcat (page != NULL ? page : message, left, NULL);
  return hide_folder (place, all);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tongket-export-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "empty.db", NULL);
  Place place = {folder, database};
  g_autoptr (GError) error = NULL;

  if (!tk_data_create (database, &error)) {
    printf ("%s\n", error->message);
    return 1;
  }
  int status = tk_cases_run (argc, argv, "cases", print_case, &place);
  g_autofree char *left = take_files (folder);
  return status;
}
