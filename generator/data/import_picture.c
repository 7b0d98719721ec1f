/* Comes in: the name of a picture file in a cell. Goes out: a clean copy of it
 * beside the database, and what it says of itself. */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "error.h"
#include "import.h"
#include "path.h"

/* The folder for pictures, beside the database. */
static const char pictures[] = "anh";

/* What lies there before anything is added: only what is new is removed where all fails. */
static void
list_pictures (TkImport *import, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  import->there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    g_hash_table_add (import->there, g_strdup (name));
}

static void
add_notes (const TkImport *import, const TkSource *source, int line, const char *text,
           const TkPictureFacts *facts)
{
  if (facts->had_position)
    tk_notes_add (import->notes, _ ("%s:%d: “%s” said where it was taken; the copy does not"), source->place,
                  line, text);
  if (facts->several)
    tk_notes_add (import->notes, _ ("%s:%d: “%s” holds several pictures; the first was taken"), source->place,
                  line, text);
  if (facts->converted_from != NULL)
    tk_notes_add (import->notes, _ ("%s:%d: “%s” is %s and was converted"), source->place, line, text,
                  facts->converted_from);
}

static void
set_text (GPtrArray *store, TkValue *value, char *text)
{
  g_ptr_array_add (store, text);
  *value = (TkValue){TK_VALUE_TEXT, .text = text};
}

gboolean
tk_import_take_picture (TkImport *import, TkSource *source, int line, const char *text, GPtrArray *store,
                        TkValue *value)
{
  g_autofree char *named = g_canonicalize_filename (text, source->folder), *path = tk_path_find_new (named);
  g_autofree char *stored = g_canonicalize_filename (text, import->database_folder);
  g_autofree char *folder = g_build_filename (import->database_folder, pictures, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GError) reason = NULL;

  set_text (store, value, g_strdup (text));
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    if (!g_file_test (stored, G_FILE_TEST_EXISTS)) /* else it came in before: a workbook that was exported */
      tk_notes_add (import->notes, _ ("%s:%d: the file “%s” is not there; put it beside the table"),
                    source->place, line, text);
    return TRUE;
  }
  if (import->there == NULL)
    list_pictures (import, folder);
  g_mkdir (folder, 0777);
  if (!tk_picture_take (path, folder, &source->picture, &name, &reason)) {
    tk_import_fault (import, source->place, line, "%s", reason->message);
    return FALSE;
  }
  if (g_hash_table_add (import->there, g_strdup (name)))
    g_ptr_array_add (import->made, g_build_filename (folder, name, NULL));
  add_notes (import, source, line, text, &source->picture);
  set_text (store, value, g_build_filename (pictures, name, NULL));
  return TRUE;
}

/* ---- what the file says, in columns of the table ----------------------------- */

static const char *const facts[TK_IMPORT_FACTS] = {"width", "height", "date"};

const TkTableColumn *
tk_import_find_fact (const TkSource *source, guint fact)
{
  gboolean pictured = FALSE;

  for (guint i = 0; i < source->n_columns; i++) {
    pictured = pictured || (source->columns[i] != NULL && source->columns[i]->file);
    if (source->columns[i] != NULL && g_str_equal (source->columns[i]->name, facts[fact]))
      return NULL;
  }
  return pictured ? tk_table_find_column (source->target->table, facts[fact]) : NULL;
}

void
tk_import_read_facts (const TkSource *source, TkValue *values)
{
  const TkPictureFacts *picture = &source->picture;

  memset (values, 0, TK_IMPORT_FACTS * sizeof *values);
  if (picture->width == 0)
    return;
  values[0] = (TkValue){TK_VALUE_INTEGER, .integer = picture->width};
  values[1] = (TkValue){TK_VALUE_INTEGER, .integer = picture->height};
  if (picture->taken_on[0] != '\0')
    values[2] = (TkValue){TK_VALUE_TEXT, .text = picture->taken_on};
}
