/* Comes in: a table of the database. Goes out: its sheet of a workbook. Knows
 * nothing of files. */
#include <glib/gi18n.h>

#include "error.h"
#include "export.h"
#include "wording.h"

/* Rows for which drop-down lists are made, beyond those that are filled. */
enum { ROWS_BEYOND = 10000 };

/* Widths in characters; ROOM: for the arrow of the filter and the edges. */
enum { NARROWEST = 8, WIDEST = 60, ROOM = 4 };

/* ---- the head of a sheet -------------------------------------------------- */

static void
append_held (GString *to, const TkExport *export, const TkTableColumn *column)
{
  if (column->target != NULL)
    g_string_append_printf (to, _ ("A code of the sheet “%s”."),
                            tk_tables_find (export->tables, column->target)->title);
  else if (column->allowed != NULL) {
    g_autofree char *list = g_strjoinv (", ", column->allowed);
    g_string_append_printf (to, _ ("One of %s."), list);
  } else if (column->flag)
    g_string_append (to, _ ("1 for yes, 0 for no."));
  else if (column->day)
    g_string_append (to, _ ("A day: 2022-08-19."));
  else if (column->date)
    g_string_append (to, _ ("A date: 2022-08-19, or 2022-08 or 2022 where no more is known."));
  else if (column->file)
    g_string_append (to, _ ("The path of a file, from the folder of the workbook."));
  else if (column->kind == TK_COLUMN_INTEGER)
    g_string_append (to, _ ("A whole number."));
  else if (column->kind == TK_COLUMN_REAL)
    g_string_append (to, _ ("A number."));
  else
    g_string_append (to, _ ("A text."));
  if (column->required)
    g_string_append_printf (to, " %s", _ ("Must be filled in."));
}

/* A head is broken between its words only; the arrow of the filter stands beside the last. */
static guint
measure_head (const TkTableColumn *column)
{
  g_auto (GStrv) words = g_strsplit (column->title, " ", -1);
  glong widest = 0;

  for (char **word = words; *word != NULL; word++)
    widest = MAX (widest, g_utf8_strlen (*word, -1));
  return (guint) MAX (widest + ROOM, MIN (g_utf8_strlen (column->title, -1) + ROOM + 1, 14));
}

/* Lines of a head in the narrowest column that it may have. */
static guint
count_lines (const TkTableColumn *column)
{
  g_auto (GStrv) words = g_strsplit (column->title, " ", -1);
  const glong most = measure_head (column) - ROOM;
  glong filled = 0;
  guint n = 1;

  for (char **word = words; *word != NULL; word++) {
    const glong length = g_utf8_strlen (*word, -1);
    const gboolean fits = filled == 0 || filled + 1 + length <= most;
    n += !fits;
    filled = fits && filled > 0 ? filled + 1 + length : length;
  }
  return n;
}

static void
put_head (TkExport *export, lxw_worksheet *sheet, const TkTable *table)
{
  guint lines = 1;

  for (guint i = 0; i < table->n_columns; i++)
    lines = MAX (lines, count_lines (&table->columns[i]));
  export->workbook->call.worksheet_set_row (sheet, 0, TK_WORKBOOK_LINE * lines + 3, NULL);
  for (guint i = 0; i < table->n_columns; i++) {
    const TkTableColumn *column = &table->columns[i];
    g_autofree char *title = g_strconcat (column->title, column->required ? " *" : "", NULL);
    g_autoptr (GString) about = g_string_new (NULL);
    if (column->about != NULL) {
      tk_wording_append_capital (about, _ (column->about));
      g_string_append_c (about, '\n');
    }
    append_held (about, export, column);
    g_string_append_printf (about, "\n(%s.%s)", table->name, column->name);
    tk_workbook_put_head (export->workbook, sheet, (lxw_col_t) i, title, about->str);
  }
}

/* ---- drop-down lists ------------------------------------------------------ */

/* The name of the list of codes of a table that has no sheet here. */
static const char *
list_codes (TkExport *export, const TkTable *target, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT code FROM \"%s\" ORDER BY id", target->name);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (export->connection, export->path, sql, error);
  int result = SQLITE_DONE;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (codes, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (result != SQLITE_DONE) {
    tk_connection_fail (export->connection, export->path, TK_ERROR_DATA, error);
    return NULL;
  }
  g_ptr_array_add (codes, NULL);
  return tk_choices_add (export->choices, target->title, (const char *const *) codes->pdata, NULL);
}

static gboolean
put_list (TkExport *export, lxw_worksheet *sheet, const TkLeaf *leaf, guint at, GError **error)
{
  const TkTableColumn *column = &leaf->table->columns[at];
  const char *message = _ ("Choose one of the codes of the list.");
  g_autofree char *name = NULL;

  if (column->target != NULL && tk_export_find_leaf (export, column->target) != NULL) {
    name = g_strconcat ("ma_", column->target, NULL);
    message = _ ("There is no row with this code yet; enter it in its own sheet, too.");
  } else if (column->target != NULL) {
    name = g_strdup (list_codes (export, tk_tables_find (export->tables, column->target), error));
    if (name == NULL)
      return FALSE;
    message = _ ("There is no row with this code yet; enter it in its own sheet, too.");
  } else if (column->allowed != NULL)
    name = g_strdup (
        tk_choices_add (export->choices, column->title, (const char *const *) column->allowed, NULL));
  else if (column->flag)
    name = g_strdup ("\"0,1\""); /* numbers, which no list of codes would match */
  else
    return TRUE;
  g_autofree char *formula = g_strconcat ("=", name, NULL);
  tk_workbook_put_choice (export->workbook, sheet, 1, (lxw_row_t) leaf->n_rows + ROWS_BEYOND, (lxw_col_t) at,
                          formula, column->target == NULL, message);
  return TRUE;
}

static void
name_codes (TkExport *export, const TkLeaf *leaf)
{
  for (guint i = 0; i < leaf->table->n_columns; i++)
    if (g_str_equal (leaf->table->columns[i].name, "code")) {
      g_autofree char *name = g_strconcat ("ma_", leaf->table->name, NULL);
      tk_choices_name_column (export->workbook, name, leaf->table->title, (lxw_col_t) i,
                              (lxw_row_t) leaf->n_rows + ROWS_BEYOND);
    }
}

/* ---- rows ----------------------------------------------------------------- */

/* Columns in their order, references as codes, then the id, which messages name. */
static char *
select_new (const TkTable *table)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i < table->n_columns; i++) {
    const TkTableColumn *column = &table->columns[i];
    if (column->target != NULL)
      g_string_append_printf (sql, "(SELECT r.code FROM \"%s\" AS r WHERE r.id = t.\"%s\"), ", column->target,
                              column->name);
    else
      g_string_append_printf (sql, "t.\"%s\", ", column->name);
  }
  g_string_append_printf (sql, "t.id FROM \"%s\" AS t ORDER BY t.id", table->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
read_value (TkStatement *statement, int at, TkValue *ret_value)
{
  const int type = sqlite3_column_type (statement, at);

  *ret_value = (TkValue){TK_VALUE_NULL};
  if (type == SQLITE_NULL)
    return;
  ret_value->kind = type == SQLITE_INTEGER ? TK_VALUE_INTEGER
                    : type == SQLITE_FLOAT ? TK_VALUE_REAL
                                           : TK_VALUE_TEXT;
  ret_value->integer = sqlite3_column_int64 (statement, at);
  ret_value->real = sqlite3_column_double (statement, at);
  ret_value->text = (const char *) sqlite3_column_text (statement, at);
}

/* A path from the folder of the database as one from the folder of the workbook. */
static char *
relate_path (const TkExport *export, const char *file)
{
  if (g_path_is_absolute (file) || g_str_equal (export->database_folder, export->folder))
    return g_strdup (file);
  g_autofree char *whole = g_canonicalize_filename (file, export->database_folder);
  g_auto (GStrv) from = g_strsplit (export->folder, "/", -1);
  g_auto (GStrv) to = g_strsplit (whole, "/", -1);
  g_autoptr (GString) path = g_string_new (NULL);
  guint common = 0;

  while (from[common] != NULL && to[common] != NULL && g_str_equal (from[common], to[common]))
    common++;
  for (guint i = common; from[i] != NULL; i++)
    if (from[i][0] != '\0')
      g_string_append (path, "../");
  for (guint i = common; to[i] != NULL; i++)
    g_string_append_printf (path, to[i + 1] != NULL ? "%s/" : "%s", to[i]);
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
fail_cell (const TkExport *export, const TkLeaf *leaf, guint at, TkStatement *statement, const char *reason,
           GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, "%s: %s.%s, id %lld: %s", export->path, leaf->table->name,
               leaf->table->columns[at].name,
               (long long) sqlite3_column_int64 (statement, (int) leaf->table->n_columns), reason);
}

static gboolean
put_cell (TkExport *export, lxw_worksheet *sheet, const TkLeaf *leaf, lxw_row_t row, guint at,
          TkStatement *statement, guint *width, GError **error)
{
  const TkTableColumn *column = &leaf->table->columns[at];
  g_autofree char *path = NULL;
  TkValue value;

  read_value (statement, (int) at, &value);
  if (value.kind == TK_VALUE_NULL)
    return TRUE;
  if (!g_utf8_validate_len (value.text, (gsize) sqlite3_column_bytes (statement, (int) at), NULL)) {
    fail_cell (export, leaf, at, statement, _ ("the text is not UTF-8; import it again"), error);
    return FALSE;
  }
  if (value.text[0] == '\0')
    tk_notes_add (
        export->notes,
        _ ("%s: %s.%s: holds empty texts, which a workbook cannot tell from nothing; make them NULL"),
        export->path, leaf->table->name, column->name);
  else if (column->file)
    value.text = path = relate_path (export, value.text);
  *width = MAX (*width, tk_workbook_width (value.text));
  if (tk_workbook_put (export->workbook, sheet, row, (lxw_col_t) at, &value, column->date))
    return TRUE;
  g_autofree char *reason = g_strdup_printf (
      _ ("the text has more than the %d characters that a cell of a workbook holds; shorten it"),
      TK_WORKBOOK_CHARACTERS);
  fail_cell (export, leaf, at, statement, reason, error);
  return FALSE;
}

/* @widths: of the widest cell of each column. */
static gboolean
put_rows (TkExport *export, lxw_worksheet *sheet, const TkLeaf *leaf, guint *widths, GError **error)
{
  g_autofree char *sql = select_new (leaf->table);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (export->connection, export->path, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  for (lxw_row_t row = 1; (result = sqlite3_step (statement)) == SQLITE_ROW; row++)
    for (guint i = 0; i < leaf->table->n_columns; i++)
      if (!put_cell (export, sheet, leaf, row, i, statement, &widths[i], error))
        return FALSE;
  if (result != SQLITE_DONE)
    tk_connection_fail (export->connection, export->path, TK_ERROR_DATA, error);
  return result == SQLITE_DONE;
}

static void
set_columns (const TkExport *export, lxw_worksheet *sheet, const TkTable *table, const guint *widths)
{
  guint total = 0;

  for (guint i = 0; i < table->n_columns; i++) {
    const TkTableColumn *column = &table->columns[i];
    const gboolean text = column->kind == TK_COLUMN_TEXT || column->target != NULL;
    const guint width = CLAMP (MAX (widths[i] + 2, measure_head (column)), NARROWEST, WIDEST);
    export->workbook->call.worksheet_set_column (
        sheet, (lxw_col_t) i, (lxw_col_t) i, width,
        export->workbook->looks[text ? TK_LOOK_TEXT : TK_LOOK_NUMBER]);
    total += width;
  }
  if (total <= 240) /* narrower letters are not read any more */
    export->workbook->call.worksheet_fit_to_pages (sheet, 1, 0);
}

static lxw_col_t
count_frozen (const TkTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].key)
      return (lxw_col_t) (i + 1);
  return 0;
}

/* ---- the whole ------------------------------------------------------------ */

gboolean
tk_export_put_sheet (TkExport *export, const TkLeaf *leaf, GError **error)
{
  const TkTable *table = leaf->table;
  lxw_worksheet *sheet = tk_workbook_add_sheet (export->workbook, table->title, count_frozen (table),
                                                leaf->tint);
  g_autofree guint *widths = g_new0 (guint, table->n_columns + 1);

  export->workbook->call.worksheet_gridlines (sheet, LXW_SHOW_ALL_GRIDLINES);
  put_head (export, sheet, table);
  if (!put_rows (export, sheet, leaf, widths, error))
    return FALSE;
  set_columns (export, sheet, table, widths);
  export->workbook->call.worksheet_autofilter (sheet, 0, 0, (lxw_row_t) MAX (leaf->n_rows, 1),
                                               (lxw_col_t) (table->n_columns - 1));
  name_codes (export, leaf);
  for (guint i = 0; i < table->n_columns; i++)
    if (!put_list (export, sheet, leaf, i, error))
      return FALSE;
  return TRUE;
}
