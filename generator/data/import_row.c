/* Comes in: the cells of a row. Goes out: values of their columns, and what is
 * wrong with them. Writes nothing into the database. */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "docx.h"
#include "import.h"
#include "nearest.h"

/* Doubtful cells of a sheet that are told one by one. */
enum { TOLD = 20 };

/* Codes among which the one that was meant is looked for. */
enum { MOST_COMPARED = 5000 };

/* ---- clean text ----------------------------------------------------------- */

/* Carriage returns go, no-break spaces become spaces, one beside another goes; in place. */
static void
clean_spaces (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++) {
    if (from[0] == '\r')
      continue;
    if ((guchar) from[0] == 0xC2 && (guchar) from[1] == 0xA0) {
      if (from[2] != ' ' && !(to > text && to[-1] == ' '))
        *to++ = ' ';
      from++;
      continue;
    }
    *to++ = *from;
  }
  *to = '\0';
}

/* The first control character but tab and line feed, or 0. */
static int
find_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (((guchar) *text < 0x20 && *text != '\t' && *text != '\n') || *text == 0x7f)
      return *text;
  return 0;
}

/* ASCII without control characters and spaces at its ends: the text of most cells. */
static gboolean
is_plain (const char *text)
{
  const char *at = text;

  for (; *at != '\0'; at++)
    if ((guchar) *at < 0x20 || (guchar) *at > 0x7e)
      return FALSE;
  return at > text && text[0] != ' ' && at[-1] != ' ';
}

static const char *
name_column (const TkSource *source, guint at)
{
  return at < source->n_columns && source->columns[at] != NULL ? source->columns[at]->name : "?";
}

gboolean
tk_import_clean (TkImport *import, TkSource *source, int line, guint at, const TkCell *cell, GString *store,
                 const char **ret_text)
{
  *ret_text = cell->text;
  if (is_plain (cell->text))
    return TRUE;
  g_string_truncate (store, 0);
  if (!tk_import_decode (source, cell->text, store)) {
    g_autofree char *shown = g_strescape (cell->text, NULL);
    tk_import_fault (
        import, source->place, line,
        _ ("column “%s”: “%s” is not UTF-8; save the file as UTF-8, or name its encoding by --encoding"),
        name_column (source, at), shown);
    return FALSE;
  }
  clean_spaces (store->str);
  g_strstrip (store->str);
  g_string_set_size (store, strlen (store->str));
  const int control = find_control (store->str);
  if (control != 0) {
    tk_import_fault (import, source->place, line,
                     _ ("column “%s”: there is a control character, U+%04X; remove it"),
                     name_column (source, at), control);
    return FALSE;
  }
  *ret_text = store->len > 0 ? store->str : NULL;
  return TRUE;
}

/* ---- values --------------------------------------------------------------- */

static void
add_fault (const TkImport *import, const TkSource *source, int line, const TkTableColumn *column,
           const char *value, const char *expected)
{
  if (value == NULL)
    tk_import_fault (import, source->place, line, _ ("column “%s”: is empty; expected %s"), column->name,
                     expected);
  else
    tk_import_fault (import, source->place, line, _ ("column “%s”: “%s” is not %s"), column->name, value,
                     expected);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The code that was meant by @text, for the end of a message; among very many none is looked for. */
static char *
code_hint_new (const TkImport *import, const TkTarget *target, const char *text)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer code;

  if (tk_import_is_full (import) || target->codes == NULL
      || g_hash_table_size (target->codes) > MOST_COMPARED)
    return g_strdup ("");
  g_hash_table_iter_init (&iter, target->codes);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_ptr_array_add (codes, code);
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return tk_nearest_meant_new (text, (const char *const *) codes->pdata);
}

static gboolean
read_reference (const TkImport *import, const TkSource *source, int line, const TkTableColumn *column,
                const char *text, TkValue *value)
{
  const TkTarget *target = tk_import_find_target (import, column->target);
  const TkCode *code = target->codes != NULL ? g_hash_table_lookup (target->codes, text) : NULL;

  if (code != NULL) {
    *value = (TkValue){TK_VALUE_INTEGER, .integer = code->id};
    return TRUE;
  }
  if (target->broken) /* it may be in what could not be read */
    return FALSE;
  g_autofree char *hint = code_hint_new (import, target, text);
  g_autofree char *expected = g_strdup_printf (_ ("the code of a row of %s%s"), column->target, hint);
  add_fault (import, source, line, column, text, expected);
  return FALSE;
}

static gboolean
read_value (TkImport *import, TkSource *source, int line, const TkTableColumn *column, const TkCell *cell,
            TkValue *value, GPtrArray *store)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GString) written = g_string_new (NULL);
  const TkCellFit fit = tk_cell_read (column, cell, value, written, said);

  if (fit == TK_CELL_WRONG)
    add_fault (import, source, line, column, cell->text, said->str);
  else if (fit == TK_CELL_DOUBTFUL && source->n_doubtful++ < TOLD)
    tk_notes_add (import->notes, _ ("%s:%d: column “%s”: “%s” %s"), source->place, line, column->name,
                  cell->text, said->str);
  if (value->kind == TK_VALUE_TEXT && value->text == written->str)
    g_ptr_array_add (store, g_string_free (g_steal_pointer (&written), FALSE));
  return fit != TK_CELL_WRONG;
}

static gboolean
is_word_file (const char *text)
{
  const gsize n = strlen (text);

  return n > 5 && strchr (text, '\n') == NULL && g_ascii_strcasecmp (text + n - 5, ".docx") == 0;
}

/* The text of a Word file that a cell names. */
static gboolean
read_word_file (TkImport *import, const TkSource *source, int line, const char *file, GPtrArray *store,
                TkValue *value)
{
  g_autofree char *path = g_canonicalize_filename (file, source->folder);
  g_autoptr (GError) reason = NULL;
  char *text = tk_docx_read_new (path, import->notes, &reason);

  if (text == NULL) {
    tk_import_fault (import, source->place, line, "%s", reason->message);
    return FALSE;
  }
  g_ptr_array_add (store, text);
  *value = (TkValue){TK_VALUE_TEXT, .text = text};
  return TRUE;
}

/* What the conversion of a cell could not know: @before is the count before it. */
static void
note_doubt (TkImport *import, TkSource *source, int line, guint at, const char *text,
            const TkEncodingDoubts *before)
{
  const TkEncodingDoubts *now = &source->tally.doubts;

  if ((now->n_lost == before->n_lost && now->n_unsure == before->n_unsure) || source->n_doubtful++ >= TOLD)
    return;
  if (now->n_lost > before->n_lost)
    tk_notes_add (
        import->notes,
        _ ("%s:%d: column “%s”: “%s” has a character that means nothing in its encoding; correct it"),
        source->place, line, name_column (source, at), text);
  else
    tk_notes_add (import->notes,
                  _ ("%s:%d: column “%s”: “%s” may be in an old encoding and was left as it is; where it is, "
                     "name the encoding by --encoding"),
                  source->place, line, name_column (source, at), text);
}

static gboolean
read_cell (TkImport *import, TkSource *source, int line, guint at, const TkCell *cell, TkValue *value,
           GPtrArray *store)
{
  const TkTableColumn *column = source->columns[at];
  g_autoptr (GString) buffer = NULL;
  TkCell clean = *cell;

  if (cell->kind != TK_CELL_EMPTY && !is_plain (cell->text)) {
    const TkEncodingDoubts before = source->tally.doubts;
    buffer = g_string_new (NULL);
    if (!tk_import_clean (import, source, line, at, cell, buffer, &clean.text))
      return FALSE;
    note_doubt (import, source, line, at, buffer->str, &before);
    if (clean.text == NULL)
      clean.kind = TK_CELL_EMPTY;
    else if (clean.text == buffer->str) {
      clean.text = g_string_free (g_steal_pointer (&buffer), FALSE);
      g_ptr_array_add (store, (char *) clean.text);
    }
  }
  if (clean.kind == TK_CELL_EMPTY && column->required) {
    g_autoptr (GString) expected = g_string_new (NULL);
    tk_cell_append_expected (expected, column, NULL);
    add_fault (import, source, line, column, NULL, column->target != NULL ? _ ("a code") : expected->str);
    return FALSE;
  }
  if (clean.kind == TK_CELL_EMPTY)
    return TRUE;
  if (column->target != NULL)
    return read_reference (import, source, line, column, clean.text, value);
  if (column->prose && is_word_file (clean.text))
    return read_word_file (import, source, line, clean.text, store, value);
  if (!column->file)
    return read_value (import, source, line, column, &clean, value, store);
  return tk_import_take_picture (import, source, line, clean.text, store, value);
}

/* FALSE, with a fault: the row has not the cells that the head promises. */
static gboolean
check_width (TkImport *import, const TkSource *source, const TkRow *row)
{
  guint n = row->n_cells;

  while (n > source->n_columns && row->cells[n - 1].kind == TK_CELL_EMPTY)
    n--;
  if (n > source->n_columns || (n < source->n_columns && tk_sheet_is_csv (source->sheet))) {
    tk_import_fault (
        import, source->place, row->line,
        _ ("the line has %u cells, expected %u; is a separator missing, or a text with one not in quotes?"),
        n, source->n_columns);
    return FALSE;
  }
  for (guint i = 0; i < n; i++)
    if (source->unnamed[i] && row->cells[i].kind != TK_CELL_EMPTY) {
      tk_import_fault (
          import, source->place, row->line,
          _ ("cell %u holds “%s”, and no column is named above it; name the column, or empty the cell"),
          i + 1, row->cells[i].text);
      return FALSE;
    }
  return TRUE;
}

gboolean
tk_import_read_row (TkImport *import, TkSource *source, const TkRow *row, TkValue *values, GPtrArray *store)
{
  static const TkCell empty = {TK_CELL_EMPTY};
  gboolean good = TRUE;

  g_ptr_array_set_size (store, 0);
  source->picture = (TkPictureFacts){0};
  if (!check_width (import, source, row))
    return FALSE;
  for (guint i = 0; i < source->n_columns; i++) {
    values[i] = (TkValue){TK_VALUE_NULL};
    if (source->columns[i] != NULL)
      good = read_cell (import, source, row->line, i, i < row->n_cells ? &row->cells[i] : &empty, &values[i],
                        store)
             && good;
  }
  return good;
}
