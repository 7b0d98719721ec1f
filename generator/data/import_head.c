/* Comes in: a sheet that fills a table. Goes out: which cell fills which
 * column. A head names columns by name or by Vietnamese title, in any case, with
 * marks or without, "*" behind it or not; heads in parentheses are for people alone. */
#include <glib/gi18n.h>
#include <string.h>

#include "import.h"
#include "nearest.h"

/* Offices put a title above their tables. */
enum { ROWS_ABOVE = 10 };

/* The head of a cell without what is for people; NULL: nothing, or all of it is. FALSE, with a fault: no
 * text. */
static gboolean
read_name (TkImport *import, TkSource *source, const TkRow *row, guint at, char **ret_name)
{
  g_autoptr (GString) store = g_string_new (NULL);
  const char *text = NULL;

  *ret_name = NULL;
  if (row->cells[at].kind == TK_CELL_EMPTY)
    return TRUE;
  if (!tk_import_clean (import, source, row->line, at, &row->cells[at], store, &text))
    return FALSE;
  if (text == NULL || text[0] == '(')
    return TRUE;
  g_autofree char *name = g_strdup (text);
  g_strdelimit (name, "\n", ' ');
  for (gsize n = strlen (name); n > 0 && (name[n - 1] == '*' || name[n - 1] == ' '); n--)
    name[n - 1] = '\0';
  *ret_name = g_steal_pointer (&name);
  return TRUE;
}

static const TkTableColumn *
find_column (const TkTable *table, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < table->n_columns; i++) {
    g_autofree char *title = g_utf8_casefold (table->columns[i].title, -1);
    if (g_str_equal (table->columns[i].name, wanted) || g_str_equal (title, wanted))
      return &table->columns[i];
  }
  for (guint i = 0; i < table->n_columns; i++)
    if (tk_import_is_like (table->columns[i].title, name))
      return &table->columns[i];
  return NULL;
}

/* Does the row name columns? A title above the table does not. */
static gboolean
is_head (TkImport *import, TkSource *source, const TkRow *row)
{
  const guint faults = import->faults->len;
  const TkSourceTally tally = source->tally;
  guint named = 0, filled = 0;

  for (guint i = 0; i < row->n_cells; i++) {
    g_autofree char *name = NULL;
    read_name (import, source, row, i, &name);
    filled += name != NULL;
    named += name != NULL && find_column (source->target->table, name) != NULL;
  }
  g_ptr_array_set_size (import->faults, (int) faults); /* they are told when the head is taken */
  source->tally = tally;
  return filled > 0 && named * 2 >= filled;
}

static void
fault_unknown (TkImport *import, const TkSource *source, const char *name)
{
  const TkTable *table = source->target->table;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++) {
    g_ptr_array_add (names, (gpointer) table->columns[i].name);
    g_ptr_array_add (names, (gpointer) table->columns[i].title);
    g_string_append_printf (list, i > 0 ? ", %s" : "%s", table->columns[i].name);
  }
  g_ptr_array_add (names, NULL);
  const char *meant = tk_nearest_find (name, (const char *const *) names->pdata);
  if (meant != NULL)
    tk_import_fault (import, source->place, source->head_line,
                     _ ("column “%s”: table %s has no such column; did you mean \"%s\"?"), name, table->name,
                     meant);
  else
    tk_import_fault (import, source->place, source->head_line,
                     _ ("column “%s”: table %s has no such column; expected one of %s"), name, table->name,
                     list->str);
}

/* FALSE: rows without it would be told to be like each other. */
static gboolean
check_missing (TkImport *import, const TkSource *source)
{
  const TkTable *table = source->target->table;
  const guint faults = import->faults->len;

  for (guint i = 0; i < table->n_columns; i++) {
    gboolean there = FALSE;
    for (guint j = 0; j < source->n_columns; j++)
      there = there || source->columns[j] == &table->columns[i];
    if (!there && table->columns[i].required)
      tk_import_fault (import, source->place, source->head_line,
                       _ ("column “%s”: is missing; table %s needs it"), table->columns[i].name, table->name);
  }
  return import->faults->len == faults;
}

/* FALSE: a column is unknown, or missing. */
static gboolean
take_head (TkImport *import, TkSource *source, const TkRow *row)
{
  gboolean known = TRUE;

  source->head_line = row->line;
  source->n_columns = row->n_cells;
  while (source->n_columns > 0 && row->cells[source->n_columns - 1].kind == TK_CELL_EMPTY)
    source->n_columns--;
  source->columns = g_new0 (const TkTableColumn *, source->n_columns + 1);
  source->unnamed = g_new0 (gboolean, source->n_columns + 1);
  for (guint i = 0; i < source->n_columns; i++) {
    g_autofree char *name = NULL;
    known = read_name (import, source, row, i, &name) && known;
    source->unnamed[i] = row->cells[i].kind == TK_CELL_EMPTY;
    if (name == NULL)
      continue;
    source->columns[i] = find_column (source->target->table, name);
    if (source->columns[i] == NULL) {
      fault_unknown (import, source, name);
      known = FALSE;
      continue;
    }
    for (guint j = 0; j < i; j++)
      if (source->columns[i] == source->columns[j])
        tk_import_fault (import, source->place, row->line, _ ("column “%s”: is there twice; remove one"),
                         source->columns[i]->name);
    if (source->target->table->coded && g_str_equal (source->columns[i]->name, "code"))
      source->code_column = (int) i;
  }
  return check_missing (import, source) && known;
}

gboolean
tk_import_read_head (TkImport *import, TkSource *source)
{
  g_autoptr (GError) reason = NULL;
  TkRow row;

  for (guint i = 0; i < ROWS_ABOVE && tk_sheet_next (source->sheet, &row, &reason); i++)
    if (is_head (import, source, &row))
      return take_head (import, source, &row);
  if (reason != NULL) {
    tk_import_fault_error (import, reason);
    return FALSE;
  }
  /* no row is one: the first says what is wrong */
  if (tk_sheet_rewind (source->sheet, NULL) && tk_sheet_next (source->sheet, &row, NULL))
    return take_head (import, source, &row);
  tk_import_fault (import, source->place, 0, _ ("the sheet is empty; its first line names the columns"));
  return FALSE;
}
