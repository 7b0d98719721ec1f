/* Comes in: a folder of CSV files, or spreadsheets. Goes out: their rows in the
 * database, all or none, and every fault at once. This file finds the sheets;
 * import.h says where the rest is. */
#include "import.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "fold.h"
#include "nfc.h"

static void
source_free (void *data)
{
  TkSource *source = data;

  tk_sheet_free (source->sheet);
  g_free (source->folder);
  g_free (source->columns);
  g_free (source->unnamed);
  g_free (source);
}

static void
book_free (void *book)
{
  tk_book_free (book);
}

static void
import_free (TkImport *import)
{
  for (guint i = 0; import->targets != NULL && i < import->tables->n_tables; i++)
    g_clear_pointer (&import->targets[i].codes, g_hash_table_unref);
  g_clear_pointer (&import->sources, g_ptr_array_unref);
  g_clear_pointer (&import->books, g_ptr_array_unref);
  g_clear_pointer (&import->made, g_ptr_array_unref);
  g_clear_pointer (&import->there, g_hash_table_unref);
  g_clear_pointer (&import->faults, g_ptr_array_unref);
  g_free (import->targets);
  tk_tables_free (import->tables);
  tk_connection_free (import->connection);
  free (import->database_folder);
  g_free (import);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkImport, import_free)

void
tk_import_fault (const TkImport *import, const char *place, int line, const char *format, ...)
{
  va_list arguments;

  if (tk_import_is_full (import))
    return;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line > 0)
    g_ptr_array_add (import->faults, g_strdup_printf ("%s:%d: %s", place, line, message));
  else
    g_ptr_array_add (import->faults, g_strdup_printf ("%s: %s", place, message));
}

void
tk_import_fault_error (const TkImport *import, const GError *reason)
{
  if (!tk_import_is_full (import))
    g_ptr_array_add (import->faults, g_strdup (reason->message));
}

gboolean
tk_import_is_full (const TkImport *import)
{
  return import->faults->len >= TK_IMPORT_FAULTS;
}

TkTarget *
tk_import_find_target (const TkImport *import, const char *table)
{
  return &import->targets[tk_tables_find (import->tables, table) - import->tables->tables];
}

/* ---- finding the sheets --------------------------------------------------- */

gboolean
tk_import_is_like (const char *title, const char *name)
{
  g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);

  tk_fold_append (a, title);
  tk_fold_append (b, name);
  return g_str_equal (a->str, g_strdelimit (b->str, "_", ' '));
}

/* By name or by Vietnamese title, in any case, with marks or without. */
static const TkTable *
find_table (const TkImport *import, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < import->tables->n_tables; i++) {
    const TkTable *table = &import->tables->tables[i];
    g_autofree char *title = g_utf8_casefold (table->title, -1);
    if (g_str_equal (table->name, wanted) || g_str_equal (title, wanted))
      return table;
  }
  for (guint i = 0; i < import->tables->n_tables; i++)
    if (tk_import_is_like (import->tables->tables[i].title, name))
      return &import->tables->tables[i];
  return NULL;
}

static void
add_source (TkImport *import, const TkTable *table, TkSheet *sheet, const char *file)
{
  TkSource *source = g_new0 (TkSource, 1);
  g_autofree char *folder = g_path_get_dirname (file);
  char *real = realpath (folder, NULL);

  source->target = tk_import_find_target (import, table->name);
  source->target->filled = TRUE;
  source->sheet = sheet;
  source->place = tk_sheet_place (sheet);
  source->folder = g_strdup (real != NULL ? real : folder);
  source->code_column = -1;
  free (real);
  g_ptr_array_add (import->sources, source);
}

static void
find_csv (TkImport *import, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *stem = tk_nfc_new (name, (gssize) strlen (name) - 4);
  const TkTable *table = stem != NULL ? find_table (import, stem) : NULL;
  g_autoptr (GError) reason = NULL;

  if (table == NULL) {
    g_autofree char *hint = tk_tables_hint_new (import->tables, stem != NULL ? stem : name);
    tk_notes_add (import->notes, _ ("%s: there is no table “%s”; the file was passed over%s"), path,
                  stem != NULL ? stem : name, hint);
    return;
  }
  TkSheet *sheet = tk_sheet_csv_new (path, &reason);
  if (sheet != NULL)
    add_source (import, table, sheet, path);
  else {
    tk_import_fault_error (import, reason);
    tk_import_find_target (import, table->name)->broken = TRUE;
  }
}

/* Sheets of our own workbooks that hold no records. */
static gboolean
is_guide (const char *name)
{
  return g_str_equal (name, "Hướng dẫn") || g_str_equal (name, "Danh mục");
}

static void
find_sheet (TkImport *import, TkBook *book, const char *path, guint number)
{
  g_autofree char *name = g_strstrip (tk_nfc_new (tk_book_sheet_name (book, number), -1));
  const TkTable *table = find_table (import, name);
  g_autoptr (GError) reason = NULL;

  if (is_guide (name))
    return;
  if (tk_book_sheet_hidden (book, number)) {
    tk_notes_add (import->notes, _ ("%s: the sheet “%s” is hidden and was passed over"), path, name);
    return;
  }
  if (table == NULL) {
    g_autofree char *hint = tk_tables_hint_new (import->tables, name);
    tk_notes_add (
        import->notes,
        _ ("%s: there is no table “%s”; the sheet was passed over; “tongket schema” lists the tables%s"),
        path, name, hint);
    return;
  }
  TkSheet *sheet = tk_sheet_book_new (book, path, number, &reason);
  if (sheet != NULL)
    add_source (import, table, sheet, path);
  else
    tk_import_fault_error (import, reason);
}

static void
find_book (TkImport *import, const char *path)
{
  g_autoptr (GError) reason = NULL;
  TkBook *book = tk_book_open_new (path, &reason);

  if (book == NULL) {
    tk_import_fault_error (import, reason);
    return;
  }
  g_ptr_array_add (import->books, book);
  for (guint i = 0; i < tk_book_n_sheets (book); i++)
    find_sheet (import, book, path, i);
}

static gboolean
has_ending (const char *name, const char *ending)
{
  const gsize n = strlen (name), m = strlen (ending);

  return n > m && g_ascii_strcasecmp (name + n - m, ending) == 0;
}

/* FALSE: it is no table file. */
static gboolean
find_file (TkImport *import, const char *path)
{
  const gboolean book = has_ending (path, ".xlsx") || has_ending (path, ".xlsm") || has_ending (path, ".ods");

  if (book)
    find_book (import, path);
  else if (has_ending (path, ".csv"))
    find_csv (import, path);
  else
    return FALSE;
  return TRUE;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All files of the folder, in the order of their names. Those that begin with "." or "~$" are locks of open
 * files. */
static gboolean
find_folder (TkImport *import, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  if (dir == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; name a folder with CSV files or spreadsheets"),
                 folder, g_strerror (errno));
    return FALSE;
  }
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (name[0] != '.' && !g_str_has_prefix (name, "~$"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    find_file (import, names->pdata[i]);
  return TRUE;
}

static gboolean
find_sources (TkImport *import, const char *from, GError **error)
{
  if (!g_file_test (from, G_FILE_TEST_IS_REGULAR)) {
    if (!find_folder (import, from, error))
      return FALSE;
  } else if (!find_file (import, from)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: is no table; name a folder, or a file that ends in .csv, .xlsx or .ods"), from);
    return FALSE;
  }
  if (import->sources->len > 0 || import->faults->len > 0)
    return TRUE;
  g_set_error (
      error, TK_ERROR, TK_ERROR_DATA,
      _ ("%s: holds no sheet of a table; a CSV file or a sheet is named as its table: event.csv, Sự kiện …"),
      from);
  return FALSE;
}

/* ---- the whole ------------------------------------------------------------ */

static void
fail_faults (const TkImport *import, GError **error)
{
  if (tk_import_is_full (import))
    g_ptr_array_add (import->faults,
                     g_strdup_printf (_ ("%s: there are more faults; mend these first"), import->path));
  g_ptr_array_add (import->faults, NULL);
  g_autofree char *text = g_strjoinv ("\n", (char **) import->faults->pdata);
  g_set_error_literal (error, TK_ERROR, TK_ERROR_DATA, text);
}

static gboolean
open_import (TkImport *import, GError **error)
{
  g_autofree char *database_folder = g_path_get_dirname (import->path);

  import->connection = tk_connection_open_new (import->path, TRUE, error);
  if (import->connection == NULL)
    return FALSE;
  import->database_folder = realpath (database_folder, NULL);
  import->tables = tk_tables_new (import->connection, import->path, error);
  if (import->tables == NULL)
    return FALSE;
  import->targets = g_new0 (TkTarget, import->tables->n_tables);
  for (guint i = 0; i < import->tables->n_tables; i++)
    import->targets[i].table = &import->tables->tables[i];
  return TRUE;
}

static void
read_heads (TkImport *import)
{
  for (guint i = 0; i < import->sources->len; i++) {
    TkSource *source = import->sources->pdata[i];
    const guint before = import->faults->len;
    source->broken = source->broken || !tk_import_read_head (import, source);
    source->target->broken = source->target->broken || import->faults->len > before;
  }
}

static void
add_notes (const TkImport *import)
{
  for (guint i = 0; i < import->sources->len; i++) {
    const TkSource *source = import->sources->pdata[i];
    const guint merged = tk_sheet_n_merged (source->sheet);
    const guint n_composed = source->tally.n_composed;
    tk_import_note_encoding (import, source);
    if (n_composed > 0)
      tk_notes_add (import->notes,
                    ngettext ("%s: %u cell was not in the composed form of Unicode (NFC) and was composed",
                              "%s: %u cells were not in the composed form of Unicode (NFC) and were composed",
                              n_composed),
                    source->place, n_composed);
    if (merged > 0)
      tk_notes_add (import->notes,
                    ngettext ("%s: %u range of cells is merged; only its first cell counts",
                              "%s: %u ranges of cells are merged; only the first cell of each counts",
                              merged),
                    source->place, merged);
  }
}

static gboolean
run (TkImport *import, const char *from, GError **error)
{
  if (!open_import (import, error) || !find_sources (import, from, error)
      || !tk_connection_run (import->connection, import->path,
                             "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  if (!tk_import_find_encodings (import, error))
    return FALSE;
  read_heads (import);
  if (!tk_import_read_codes (import, error) || !tk_import_load (import, error))
    return FALSE;
  add_notes (import);
  if (import->faults->len == 0)
    return tk_connection_run (import->connection, import->path, "COMMIT", error);
  fail_faults (import, error);
  return FALSE;
}

gboolean
tk_data_import (const char *path, const char *from, const TkImportOptions *options, TkNotes *notes,
                guint *ret_added, guint *ret_changed, GError **error)
{
  static const TkImportOptions plain = {0};
  g_autoptr (TkImport) import = g_new0 (TkImport, 1);

  import->path = path;
  import->options = options != NULL ? options : &plain;
  import->notes = notes;
  import->faults = g_ptr_array_new_with_free_func (g_free);
  import->sources = g_ptr_array_new_with_free_func (source_free);
  import->books = g_ptr_array_new_with_free_func (book_free);
  import->made = g_ptr_array_new_with_free_func (g_free);
  /* Closing the connection rolls back what was not committed. */
  if (!run (import, from, error)) {
    for (guint i = 0; i < import->made->len; i++)
      g_unlink (import->made->pdata[i]);
    return FALSE;
  }
  if (ret_added != NULL)
    *ret_added = import->added;
  if (ret_changed != NULL)
    *ret_changed = import->changed;
  return TRUE;
}
