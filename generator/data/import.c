/* Comes in: a folder of CSV files. Goes out: their rows in the database, all or
 * none, and every fault at once. How a row is written and compared stands in
 * upsert.c; this file knows files, codes and messages. */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cell.h"
#include "connection.h"
#include "database.h"
#include "error.h"
#include "sheet.h"
#include "table.h"
#include "upsert.h"

/* What a code stands for. */
typedef struct {
  gint64 id;
  gboolean old; /* the row is in the database already */
} Code;

/* One table of the schema, and the sheet that fills it. */
typedef struct {
  const TkTable *table;
  TkSheet *sheet;                /* NULL: no file */
  const TkTableColumn **columns; /* of the sheet */
  gboolean broken;               /* its codes are not all known: a fault was found in its frame */
  GHashTable *codes;             /* (element-type utf8 Code): NULL until needed */
  gint64 last_id;
} Source;

typedef struct {
  TkConnection *connection;
  const char *path;
  char *database_folder, *folder; /* real paths */
  TkTables *tables;
  Source *sources; /* one a table */
  GPtrArray *faults;
  TkNotes *notes;
  guint added, changed;
} Import;

static void
import_free (Import *import)
{
  for (guint i = 0; import->tables != NULL && i < import->tables->n_tables; i++) {
    tk_sheet_free (import->sources[i].sheet);
    g_free (import->sources[i].columns);
    g_clear_pointer (&import->sources[i].codes, g_hash_table_unref);
  }
  g_free (import->sources);
  tk_tables_free (import->tables);
  tk_connection_free (import->connection);
  g_clear_pointer (&import->faults, g_ptr_array_unref);
  free (import->database_folder);
  free (import->folder);
  g_free (import);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
add_fault (const Import *import, const TkSheet *sheet, int line, const TkTableColumn *column,
           const char *value, const char *expected)
{
  if (value == NULL)
    tk_sheet_fault (import->faults, sheet->path, line, _ ("column “%s”: is empty; expected %s"), column->name,
                    expected);
  else
    tk_sheet_fault (import->faults, sheet->path, line, _ ("column “%s”: “%s” is not %s"), column->name, value,
                    expected);
}

static Source *
find_source (const Import *import, const char *table)
{
  return &import->sources[tk_tables_find (import->tables, table) - import->tables->tables];
}

/* ---- reading the files ---------------------------------------------------- */

static gboolean
read_file (Import *import, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *stem = g_strndup (name, strlen (name) - 4);
  const TkTable *table = tk_tables_find (import->tables, stem);

  if (table == NULL) {
    tk_notes_add (import->notes, _ ("%s: there is no table “%s”; the file was passed over"), path, stem);
    return FALSE;
  }
  Source *source = find_source (import, stem);
  const guint before = import->faults->len;
  source->sheet = tk_sheet_read (path, import->faults);
  source->broken = import->faults->len > before;
  return TRUE;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All CSV files of the folder, in the order of their names. */
static gboolean
read_folder (Import *import, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &reason);
  guint n = 0;

  if (dir == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; name a folder with CSV files"), folder,
                 reason->message);
    return FALSE;
  }
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (strlen (name) > 4 && g_ascii_strcasecmp (name + strlen (name) - 4, ".csv") == 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    n += read_file (import, folder, names->pdata[i]);
  if (n == 0)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: holds no CSV file of a table; a file is named as its table: event.csv, item.csv …"),
                 folder);
  return n > 0;
}

/* ---- the first line ------------------------------------------------------- */

static void
fault_unknown (const Import *import, const Source *source, const char *name)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < source->table->n_columns; i++)
    g_string_append_printf (list, i > 0 ? ", %s" : "%s", source->table->columns[i].name);
  tk_sheet_fault (import->faults, source->sheet->path, source->sheet->head_line,
                  _ ("column “%s”: table %s has no such column; expected one of %s"), name,
                  source->table->name, list->str);
}

/* Which columns the sheet has; what is missing or twice is a fault. */
static void
check_head (const Import *import, Source *source)
{
  const TkSheet *sheet = source->sheet;
  const guint before = import->faults->len;

  source->columns = g_new0 (const TkTableColumn *, sheet->n_columns + 1);
  for (guint i = 0; i < sheet->n_columns; i++) {
    source->columns[i] = tk_table_find_column (source->table, sheet->columns[i]);
    if (source->columns[i] == NULL)
      fault_unknown (import, source, sheet->columns[i]);
    for (guint j = 0; j < i; j++)
      if (source->columns[i] != NULL && source->columns[i] == source->columns[j])
        tk_sheet_fault (import->faults, sheet->path, sheet->head_line,
                        _ ("column “%s”: is there twice; remove one"), sheet->columns[i]);
  }
  for (guint i = 0; i < source->table->n_columns; i++) {
    const TkTableColumn *column = &source->table->columns[i];
    gboolean there = FALSE;
    for (guint j = 0; j < sheet->n_columns; j++)
      there = there || source->columns[j] == column;
    if (!there && column->required)
      tk_sheet_fault (import->faults, sheet->path, sheet->head_line,
                      _ ("column “%s”: is missing; table %s needs it"), column->name, source->table->name);
  }
  source->broken = source->broken || import->faults->len > before;
}

/* ---- codes ---------------------------------------------------------------- */

static gboolean
read_codes (Import *import, Source *source, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, code FROM \"%s\"", source->table->name);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (import->connection, import->path, sql, error);

  if (statement == NULL)
    return FALSE;
  source->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    Code *code = g_new0 (Code, 1);
    code->id = sqlite3_column_int64 (statement, 0);
    code->old = TRUE;
    g_hash_table_insert (source->codes, g_strdup ((const char *) sqlite3_column_text (statement, 1)), code);
  }
  return TRUE;
}

static int
find_code_column (const Source *source)
{
  for (guint i = 0; source->table->coded && i < source->sheet->n_columns; i++)
    if (source->columns[i] != NULL && g_str_equal (source->columns[i]->name, "code"))
      return (int) i;
  return -1;
}

/* Ids for all codes of the sheet, before any row is written: a row may refer to
 * one that comes later. */
static void
number_codes (Source *source)
{
  const int at = find_code_column (source);

  for (guint i = 0; at >= 0 && i < source->sheet->n_rows; i++) {
    const char *text = source->sheet->rows[i].cells[at];
    if (text == NULL || g_hash_table_contains (source->codes, text))
      continue;
    Code *code = g_new0 (Code, 1);
    code->id = ++source->last_id;
    g_hash_table_insert (source->codes, g_strdup (text), code);
  }
}

static gboolean
read_last_id (Import *import, Source *source, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM \"%s\"", source->table->name);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (import->connection, import->path, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW)
    source->last_id = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static gboolean
prepare_sources (Import *import, GError **error)
{
  for (guint i = 0; i < import->tables->n_tables; i++) {
    Source *source = &import->sources[i];
    if (!read_last_id (import, source, error)
        || (source->table->coded && !read_codes (import, source, error)))
      return FALSE;
    if (source->sheet == NULL)
      continue;
    check_head (import, source);
    number_codes (source);
    if (source->sheet->n_composed > 0)
      tk_notes_add (import->notes,
                    ngettext ("%s: %u cell was not in the composed form of Unicode (NFC) and was composed",
                              "%s: %u cells were not in the composed form of Unicode (NFC) and were composed",
                              source->sheet->n_composed),
                    source->sheet->path, source->sheet->n_composed);
  }
  return TRUE;
}

/* ---- rows ----------------------------------------------------------------- */

/* @file, which is there relative to the folder of the CSV files, as a path
 * relative to the folder of the database. Both folders are real paths. */
static char *
relate_path (const Import *import, const char *file)
{
  g_autofree char *whole = g_canonicalize_filename (file, import->folder);
  g_auto (GStrv) from = g_strsplit (import->database_folder, "/", -1);
  g_auto (GStrv) to = g_strsplit (whole, "/", -1);
  g_autoptr (GString) path = g_string_new (NULL);
  guint common = 0;

  if (g_path_is_absolute (file))
    return g_strdup (file);
  while (from[common] != NULL && to[common] != NULL && g_str_equal (from[common], to[common]))
    common++;
  for (guint i = common; from[i] != NULL; i++)
    if (from[i][0] != '\0')
      g_string_append (path, "../");
  for (guint i = common; to[i] != NULL; i++)
    g_string_append_printf (path, to[i + 1] != NULL ? "%s/" : "%s", to[i]);
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* A path cell; @row_texts keeps the text alive. */
static void
read_path (const Import *import, const TkSheet *sheet, int line, const char *text, GPtrArray *row_texts,
           TkValue *value)
{
  g_autofree char *whole = g_canonicalize_filename (text, import->folder);
  char *path = relate_path (import, text);

  g_ptr_array_add (row_texts, path);
  *value = (TkValue){TK_VALUE_TEXT, .text = path};
  if (!g_file_test (whole, G_FILE_TEST_IS_REGULAR))
    tk_notes_add (import->notes, _ ("%s:%d: the file “%s” is not there; put it beside the CSV files"),
                  sheet->path, line, text);
}

static gboolean
read_reference (const Import *import, const TkSheet *sheet, int line, const TkTableColumn *column,
                const char *text, TkValue *value)
{
  const Source *target = find_source (import, column->target);
  const Code *code = target->codes != NULL ? g_hash_table_lookup (target->codes, text) : NULL;

  if (code != NULL) {
    *value = (TkValue){TK_VALUE_INTEGER, .integer = code->id};
    return TRUE;
  }
  if (target->broken) /* it may be in what could not be read */
    return FALSE;
  g_autofree char *expected = g_strdup_printf (_ ("the code of a row of %s"), column->target);
  add_fault (import, sheet, line, column, text, expected);
  return FALSE;
}

/* The cells of a row as values. FALSE: a fault was added. */
static gboolean
read_row (const Import *import, const Source *source, const TkSheetRow *row, TkValue *values,
          GPtrArray *row_texts)
{
  gboolean good = TRUE;

  for (guint i = 0; i < source->sheet->n_columns; i++) {
    const TkTableColumn *column = source->columns[i];
    const char *text = row->cells[i];
    g_autoptr (GString) expected = g_string_new (NULL);
    values[i] = (TkValue){TK_VALUE_NULL};
    if (text == tk_sheet_unreadable)
      good = FALSE;
    else if (text == NULL && column->required) {
      tk_cell_append_expected (expected, column, NULL);
      add_fault (import, source->sheet, row->line, column, NULL,
                 column->target != NULL ? _ ("a code") : expected->str);
      good = FALSE;
    } else if (text == NULL)
      continue;
    else if (column->target != NULL)
      good = read_reference (import, source->sheet, row->line, column, text, &values[i]) && good;
    else if (column->file)
      read_path (import, source->sheet, row->line, text, row_texts, &values[i]);
    else if (!tk_cell_read (column, text, &values[i], expected)) {
      add_fault (import, source->sheet, row->line, column, text, expected->str);
      good = FALSE;
    }
  }
  return good;
}

/* FALSE, with a fault, where an earlier line of the file has the same key. */
static gboolean
check_key (const Import *import, const Source *source, const TkSheetRow *row, GHashTable *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < source->sheet->n_columns; i++)
    if (source->columns[i]->key)
      g_string_append_printf (key, "%s%s", key->len > 0 ? ", " : "",
                              row->cells[i] != NULL ? row->cells[i] : "");
  int earlier = GPOINTER_TO_INT (g_hash_table_lookup (keys, key->str));
  if (earlier != 0) {
    tk_sheet_fault (
        import->faults, source->sheet->path, row->line,
        _ ("the key “%s” is that of line %d; expected another key, or one of the two lines removed"),
        key->str, earlier);
    return FALSE;
  }
  g_hash_table_insert (keys, g_strdup (key->str), GINT_TO_POINTER (row->line));
  return TRUE;
}

/* "UNIQUE constraint failed: photo.event, photo.seq" in words. */
static void
fault_unique (const Import *import, const Source *source, const TkSheetRow *row, const char *reason)
{
  const char *colon = strstr (reason, ": ");
  g_autofree char *table = g_strconcat (source->table->name, ".", NULL);
  g_auto (GStrv) parts = g_strsplit (colon != NULL ? colon + 2 : reason, table, -1);
  g_autofree char *columns = g_strjoinv ("", parts);

  tk_sheet_fault (
      import->faults, source->sheet->path, row->line,
      _ ("another row of %s has the same %s; expected values of its own, or one of the two removed"),
      source->table->name, columns);
}

/* A constraint of the schema that SQLite found broken, as a fault of its cell. */
static void
fault_constraint (const Import *import, const Source *source, const TkSheetRow *row, const char *reason)
{
  static const char check[] = "CHECK constraint failed: ";
  const char *rule = g_str_has_prefix (reason, check) ? reason + strlen (check) : NULL;

  for (guint i = 0; rule != NULL && i < source->sheet->n_columns; i++) {
    const gsize n = strlen (source->columns[i]->name);
    if (strncmp (rule, source->columns[i]->name, n) != 0 || rule[n] != ' ')
      continue;
    if (strstr (rule, " OR ") != NULL && !source->columns[i]->date)
      break;
    g_autoptr (GString) expected = g_string_new (NULL);
    tk_cell_append_expected (expected, source->columns[i], rule);
    add_fault (import, source->sheet, row->line, source->columns[i], row->cells[i], expected->str);
    return;
  }
  if (rule != NULL)
    tk_sheet_fault (import->faults, source->sheet->path, row->line,
                    _ ("the line breaks a rule of table %s; expected %s"), source->table->name, rule);
  else
    fault_unique (import, source, row, reason);
}

/* The id that a row has by its code; 0 for a table without codes. */
static const Code *
find_code (const Source *source, const TkSheetRow *row)
{
  const int at = find_code_column (source);

  return at >= 0 ? g_hash_table_lookup (source->codes, row->cells[at]) : NULL;
}

static gboolean
load_row (Import *import, Source *source, TkUpsert *upsert, const TkSheetRow *row, const TkValue *values,
          GError **error)
{
  const Code *code = find_code (source, row);
  gint64 id = code != NULL && code->old ? code->id : 0;

  if (code == NULL && !tk_upsert_find (upsert, values, &id, error))
    return FALSE;
  const gboolean old = id != 0;
  if (!old)
    id = code != NULL ? code->id : ++source->last_id;
  switch (tk_upsert_write (upsert, id, old, values, error)) {
  case TK_UPSERT_DONE:
    import->added += !old;
    import->changed += old;
    return TRUE;
  case TK_UPSERT_EQUAL:
    return TRUE;
  case TK_UPSERT_REFUSED:
    fault_constraint (import, source, row, sqlite3_errmsg (import->connection));
    return TRUE;
  case TK_UPSERT_FAILED:
  default:
    return FALSE;
  }
}

static gboolean
load_source (Import *import, Source *source, GError **error)
{
  const TkSheet *sheet = source->sheet;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree TkValue *values = g_new0 (TkValue, sheet->n_columns + 1);
  g_autoptr (TkUpsert) upsert = tk_upsert_new (import->connection, import->path, source->table,
                                               source->columns, sheet->n_columns, error);

  if (upsert == NULL)
    return FALSE;
  for (guint i = 0; i < sheet->n_rows; i++) {
    const TkSheetRow *row = &sheet->rows[i];
    g_autoptr (GPtrArray) row_texts = g_ptr_array_new_with_free_func (g_free);
    gboolean good = read_row (import, source, row, values, row_texts);
    good = check_key (import, source, row, keys) && good;
    if (good && !load_row (import, source, upsert, row, values, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
load (Import *import, GError **error)
{
  for (guint i = 0; i < import->tables->n_tables; i++) {
    Source *source = &import->sources[i];
    gboolean readable = source->sheet != NULL;
    for (guint j = 0; readable && j < source->sheet->n_columns; j++)
      readable = source->columns[j] != NULL;
    if (readable && !load_source (import, source, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- the whole ------------------------------------------------------------ */

static void
fail_faults (const Import *import, GError **error)
{
  g_ptr_array_add (import->faults, NULL);
  g_autofree char *text = g_strjoinv ("\n", (char **) import->faults->pdata);
  g_set_error_literal (error, TK_ERROR, TK_ERROR_DATA, text);
}

static gboolean
open_import (Import *import, const char *folder, GError **error)
{
  g_autofree char *database_folder = g_path_get_dirname (import->path);

  import->connection = tk_connection_open_new (import->path, TRUE, error);
  if (import->connection == NULL)
    return FALSE;
  import->database_folder = realpath (database_folder, NULL);
  import->folder = realpath (folder, NULL);
  if (import->folder == NULL)
    import->folder = strdup (folder);
  import->tables = tk_tables_new (import->connection, import->path, error);
  if (import->tables == NULL)
    return FALSE;
  import->sources = g_new0 (Source, import->tables->n_tables);
  for (guint i = 0; i < import->tables->n_tables; i++)
    import->sources[i].table = &import->tables->tables[i];
  import->faults = g_ptr_array_new_with_free_func (g_free);
  return TRUE;
}

gboolean
tk_data_import (const char *path, const char *folder, TkNotes *notes, guint *ret_added, guint *ret_changed,
                GError **error)
{
  g_autoptr (Import) import = g_new0 (Import, 1);

  import->path = path;
  import->notes = notes;
  /* Closing the connection rolls back what was not committed. */
  if (!open_import (import, folder, error) || !read_folder (import, folder, error)
      || !tk_connection_run (import->connection, path, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON",
                             error)
      || !prepare_sources (import, error) || !load (import, error))
    return FALSE;
  if (import->faults->len > 0) {
    fail_faults (import, error);
    return FALSE;
  }
  if (!tk_connection_run (import->connection, path, "COMMIT", error))
    return FALSE;
  if (ret_added != NULL)
    *ret_added = import->added;
  if (ret_changed != NULL)
    *ret_changed = import->changed;
  return TRUE;
}
