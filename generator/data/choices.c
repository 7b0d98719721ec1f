/* Comes in: lists of codes. Goes out: a hidden sheet that holds them, and names
 * for its ranges. */
#include "choices.h"

#include <string.h>

#include "wording.h"

typedef struct {
  char *name, *title, *key;
  GStrv codes;
  GPtrArray *meanings; /* texts or NULL */
} List;

struct _TkChoices {
  GPtrArray *lists;
};

static void
list_free (gpointer data)
{
  List *list = data;

  g_free (list->name);
  g_free (list->title);
  g_free (list->key);
  g_strfreev (list->codes);
  g_ptr_array_unref (list->meanings);
  g_free (list);
}

TkChoices *
tk_choices_new (void)
{
  TkChoices *choices = g_new0 (TkChoices, 1);

  choices->lists = g_ptr_array_new_with_free_func (list_free);
  return choices;
}

void
tk_choices_free (TkChoices *choices)
{
  if (choices == NULL)
    return;
  g_ptr_array_unref (choices->lists);
  g_free (choices);
}

static char *
meaning_new (const char *code)
{
  g_autoptr (GString) word = g_string_new (NULL);

  return tk_wording_append_word (word, code) ? g_string_free (g_steal_pointer (&word), FALSE) : NULL;
}

const char *
tk_choices_add (TkChoices *choices, const char *title, const char *const *codes, const char *const *meanings)
{
  g_autofree char *key = g_strjoinv ("\n", (char **) codes);

  for (guint i = 0; i < choices->lists->len; i++) {
    const List *list = g_ptr_array_index (choices->lists, i);
    if (g_str_equal (list->key, key))
      return list->name;
  }
  List *list = g_new0 (List, 1);
  list->name = g_strdup_printf ("danh_muc_%u", choices->lists->len + 1);
  list->title = g_strdup (title);
  list->key = g_steal_pointer (&key);
  list->codes = g_strdupv ((char **) codes);
  list->meanings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (list->meanings, meanings != NULL ? g_strdup (meanings[i]) : meaning_new (codes[i]));
  g_ptr_array_add (choices->lists, list);
  return list->name;
}

/* "'Địa danh'!$A$2:$A$9": so many cells below the head. */
static char *
range_new (const TkWorkbook *workbook, const char *sheet, lxw_col_t column, lxw_row_t rows)
{
  char letters[LXW_MAX_COL_NAME_LENGTH];
  g_auto (GStrv) parts = g_strsplit (sheet, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);

  workbook->call.lxw_col_to_name (letters, column, 0);
  return g_strdup_printf ("'%s'!$%s$2:$%s$%u", quoted, letters, letters, rows + 1);
}

void
tk_choices_name_column (TkWorkbook *workbook, const char *name, const char *sheet, lxw_col_t column,
                        lxw_row_t rows)
{
  g_autofree char *range = range_new (workbook, sheet, column, MIN (rows, LXW_ROW_MAX - 1));
  g_autofree char *first = g_strndup (range, (gsize) (strrchr (range, ':') - range));
  /* up to the last code: a list with empty lines at its end opens at its end */
  g_autofree char *formula = g_strdup_printf ("=%s:INDEX(%s,MAX(1,COUNTA(%s)))", first, range, range);

  workbook->call.workbook_define_name (workbook->book, name, formula);
}

/* Sheets are written from top to bottom: one row of all lists at a time. */
static void
write_row (const TkChoices *choices, TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row)
{
  for (guint i = 0; i < choices->lists->len; i++) {
    const List *list = g_ptr_array_index (choices->lists, i);
    const lxw_col_t column = (lxw_col_t) (2 * i);
    if (row > list->meanings->len)
      continue;
    const char *meaning = g_ptr_array_index (list->meanings, row - 1);
    tk_workbook_put_text (workbook, sheet, row, column, list->codes[row - 1], TK_LOOK_TEXT);
    if (meaning != NULL)
      tk_workbook_put_text (workbook, sheet, row, (lxw_col_t) (column + 1), meaning, TK_LOOK_HELP);
  }
}

void
tk_choices_write (const TkChoices *choices, TkWorkbook *workbook)
{
  static const char name[] = "Danh mục";
  lxw_row_t most = 0;

  if (choices->lists->len == 0)
    return;
  lxw_worksheet *sheet = tk_workbook_add_sheet (workbook, name, 0, 0);
  workbook->call.worksheet_hide (sheet);
  workbook->call.worksheet_set_column (sheet, 0, (lxw_col_t) (2 * choices->lists->len - 1), 24, NULL);
  for (guint i = 0; i < choices->lists->len; i++) {
    const List *list = g_ptr_array_index (choices->lists, i);
    tk_workbook_put_head (workbook, sheet, (lxw_col_t) (2 * i), list->title, NULL);
    most = MAX (most, list->meanings->len);
  }
  for (lxw_row_t row = 1; row <= most; row++)
    write_row (choices, workbook, sheet, row);
  for (guint i = 0; i < choices->lists->len; i++) {
    const List *list = g_ptr_array_index (choices->lists, i);
    g_autofree char *range = range_new (workbook, name, (lxw_col_t) (2 * i), list->meanings->len);
    g_autofree char *formula = g_strconcat ("=", range, NULL);
    workbook->call.workbook_define_name (workbook->book, list->name, formula);
  }
}
