/* Comes in: the settings of the user, queries, the rows around a block. Goes out:
 * values, rows, and where a value was read. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "maker.h"
#include "nearest.h"
#include "nfc.h"

/* Parameters. */

static gboolean
check_settings (const TkMaker *maker, GError **error)
{
  const TkTemplate *template = maker->template;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < template->n_parameters; i++)
    g_ptr_array_add (names, (char *) template->parameters[i].name);
  g_ptr_array_add (names, NULL);
  for (guint i = 0; maker->options->settings != NULL && maker->options->settings[i] != NULL; i++) {
    const char *setting = maker->options->settings[i];
    g_autofree char *name = g_strndup (setting, strcspn (setting, "="));
    if (strchr (setting, '=') == NULL || *name == '\0') {
      g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--set %s: write NAME=VALUE"), setting);
      return FALSE;
    }
    if (g_strv_contains ((const char *const *) names->pdata, name))
      continue;
    g_autofree char *hint = tk_nearest_hint_new (name, (const char *const *) names->pdata);
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--set %s: the layout %s has no parameter \"%s\"%s"),
                 setting, template->name, name, hint);
    return FALSE;
  }
  return TRUE;
}

const char *
tk_content_find_setting (const TkMaker *maker, const char *name)
{
  gsize n = strlen (name);
  const char *value = NULL;

  for (guint i = 0; maker->options->settings != NULL && maker->options->settings[i] != NULL; i++) {
    const char *setting = maker->options->settings[i];
    if (strncmp (setting, name, n) == 0 && setting[n] == '=')
      value = setting + n + 1; /* the last one holds */
  }
  return value;
}

/* What the records offer for @parameter, which sees no other; NULL: nothing, or no texts. */
static GPtrArray *
offers_new (TkMaker *maker, const TkParameter *parameter)
{
  g_autoptr (TkQuery) query = tk_data_query_new (maker->database, parameter->place, parameter->sql, NULL);
  g_autoptr (TkRows) rows = query != NULL && tk_data_query_parameters (query)[0] == NULL
                                ? tk_data_rows_new (query, NULL, NULL)
                                : NULL;
  g_autoptr (GPtrArray) offers = g_ptr_array_new ();

  if (rows == NULL || rows->n_rows == 0 || rows->n_columns == 0)
    return NULL;
  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cell = &rows->cells[(gsize) i * rows->n_columns];
    if (cell->kind != TK_VALUE_TEXT)
      return NULL;
    g_ptr_array_add (offers, (gpointer) tk_arena_text (maker->arena, cell->text));
  }
  g_ptr_array_add (offers, NULL);
  return g_steal_pointer (&offers);
}

/* Is there a row of this code in the table that @parameter is called after, though nothing is offered of it?
 */
static gboolean
is_recorded (TkMaker *maker, const TkParameter *parameter, const char *code)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE code = :code", parameter->name);
  g_autoptr (TkQuery) query = tk_data_query_new (maker->database, parameter->place, sql, NULL);
  const TkValue value = {.kind = TK_VALUE_TEXT, .text = code};
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, &value, NULL) : NULL;

  return rows != NULL && rows->n_rows > 0;
}

gboolean
tk_content_check_choice (TkMaker *maker, GError **error)
{
  const TkParameter *first = maker->template->n_parameters > 0 ? &maker->template->parameters[0] : NULL;
  const char *setting = first != NULL ? tk_content_find_setting (maker, first->name) : NULL;
  g_autoptr (GPtrArray) offers = setting != NULL ? offers_new (maker, first) : NULL;

  if (offers == NULL || g_strv_contains ((const char *const *) offers->pdata, setting)
      || is_recorded (maker, first, setting))
    return TRUE;
  g_autofree char *hint = tk_nearest_hint_new (setting, (const char *const *) offers->pdata);
  g_set_error (
      error, TK_ERROR, TK_ERROR_DATA,
      _ ("%s: --set %s=%s: the records have no such “%s”; “tongket list” shows those that there are%s"),
      tk_data_path (maker->database), first->name, setting, first->title, hint);
  return FALSE;
}

/* The default of parameter @index, from those before it. */
static gboolean
ask_default (TkMaker *maker, guint index, GError **error)
{
  const TkParameter *parameter = &maker->template->parameters[index];
  g_autoptr (TkQuery) query = tk_data_query_new (maker->database, parameter->place, parameter->sql, error);
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (TkValue));

  if (query == NULL)
    return FALSE;
  tk_data_query_call (query, parameter->name);
  const char *const *names = tk_data_query_parameters (query);
  for (guint i = 0; names[i] != NULL; i++) {
    guint before = 0;
    while (before < index && strcmp (maker->template->parameters[before].name, names[i]) != 0)
      before++;
    if (before == index) {
      g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                   _ ("%s: :%s is no parameter before this one; a default sees the parameters above it"),
                   parameter->place, names[i]);
      return FALSE;
    }
    g_array_append_val (values, maker->values[before]);
  }
  g_autoptr (TkRows) rows = tk_data_rows_new (query, (const TkValue *) (const void *) values->data, error);
  if (rows == NULL)
    return FALSE;
  const gboolean valued = rows->n_rows > 0 && rows->n_columns > 0 && rows->cells[0].kind != TK_VALUE_NULL;
  const char *usual = tk_content_find_usual_variant (maker, parameter);
  if (!valued && usual != NULL) {
    maker->values[index] = (TkValue){.kind = TK_VALUE_TEXT, .text = usual};
    return TRUE;
  }
  if (!valued && !tk_content_check_choice (maker, error))
    return FALSE;
  if (!valued) {
    g_autofree char *tables = tk_data_name_tables_new (maker->database, parameter->sql);
    g_autofree char *where = *tables != '\0' ? g_strdup_printf (_ (" (in %s)"), tables) : g_strdup ("");
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the records give no value for \"%s\" (%s); record one%s, or give it with --set %s=VALUE"),
        tk_data_path (maker->database), parameter->title, parameter->name, where, parameter->name);
    return FALSE;
  }
  maker->values[index] = rows->cells[0];
  maker->values[index].text = tk_arena_text (maker->arena, rows->cells[0].text);
  return TRUE;
}

gboolean
tk_content_set_parameters (TkMaker *maker, GError **error)
{
  if (!check_settings (maker, error))
    return FALSE;
  maker->values = tk_arena_array (maker->arena, TkValue, maker->template->n_parameters);
  for (guint i = 0; i < maker->template->n_parameters; i++) {
    const char *setting = tk_content_find_setting (maker, maker->template->parameters[i].name);
    if (setting == NULL && !ask_default (maker, i, error))
      return FALSE;
    if (setting == NULL)
      continue;
    g_autofree char *composed = tk_nfc_new (setting, -1);
    if (composed == NULL) {
      g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--set %s: the value is not UTF-8"),
                   maker->template->parameters[i].name);
      return FALSE;
    }
    maker->values[i] = (TkValue){.kind = TK_VALUE_TEXT, .text = tk_arena_text (maker->arena, composed)};
  }
  return TRUE;
}

/* Rows. */

static const TkValue *
value_at (const TkMaker *maker, TkSlot slot)
{
  if (slot.frame < 0)
    return &maker->values[slot.column];
  const TkFrame *frame = &maker->frames[slot.frame];
  return &frame->rows->cells[(gsize) frame->row * frame->rows->n_columns + slot.column];
}

const TkValue *
tk_content_find_value (const TkMaker *maker, guint slot)
{
  return value_at (maker, maker->slots[slot]);
}

TkRows *
tk_content_query_rows_new (TkMaker *maker, guint query, guint use, GError **error)
{
  const TkUse *bound = &maker->uses[use];
  g_autofree TkValue *values = g_new0 (TkValue, bound->n_values + 1);

  for (guint i = 0; i < bound->n_values; i++)
    values[i] = *value_at (maker, bound->values[i]);
  return tk_data_rows_new (maker->queries[query], values, error);
}

TkRows *
tk_content_rows_new (TkMaker *maker, const TkBlock *block, GError **error)
{
  return tk_content_query_rows_new (maker, block->query, block->use, error);
}

void
tk_content_push (TkMaker *maker, const TkRows *rows)
{
  TkFrame *frame = &maker->frames[maker->n_frames++];

  frame->rows = rows;
  frame->row = 0;
  frame->origins = g_new0 (TkOrigin, rows->n_columns + 1);
  frame->seen = g_new0 (const char *, rows->n_columns + 1);
}

void
tk_content_pop (TkMaker *maker)
{
  TkFrame *frame = &maker->frames[--maker->n_frames];

  g_clear_pointer (&frame->origins, g_free);
  g_clear_pointer (&frame->seen, g_free);
  frame->rows = NULL;
}

TkOrigin
tk_content_trace (TkMaker *maker, const TkPhrase *phrase)
{
  TkOrigin origin = {.file = phrase->place.file, .line = phrase->place.line};

  if (phrase->kind != TK_PHRASE_VALUE || maker->slots[phrase->slot].frame < 0)
    return origin;
  TkSlot slot = maker->slots[phrase->slot];
  TkFrame *frame = &maker->frames[slot.frame];
  TkOrigin read = tk_data_rows_origin (frame->rows, frame->row, slot.column);
  TkOrigin *kept = &frame->origins[slot.column];
  if (read.table != frame->seen[slot.column]) {
    /* the strings of @read live no longer than the rows */
    kept->table = tk_arena_text (maker->arena, read.table);
    kept->column = tk_arena_text (maker->arena, read.column);
    frame->seen[slot.column] = read.table;
  }
  origin.table = kept->table;
  origin.column = kept->column;
  origin.row = read.row;
  return origin;
}
