/* Rules on tables: a full grid, and heads that say what they are heads of (ISO 14289-1, 7.5). */
#include "structure.h"
#include <string.h>

enum { WIDEST = 1000 };

typedef struct {
  Paper *paper;
  const Element *table;
  guint width;             /* of the first row; 0: there was none yet */
  guint below[WIDEST];     /* how many rows a cell above still covers in each column */
  gboolean titled[WIDEST]; /* there is a head over the column */
  guint named;             /* for how many rows, with the one at hand, there is a head beside the cells */
  GPtrArray *untitled;     /* cells of the row at hand over which there is none, and which name none */
  GHashTable *heads;       /* IDs of TH */
  guint n_heads;
} Grid;

static guint
span (const Grid *grid, const Element *cell, const char *key)
{
  pdf_obj *value = attribute (grid->paper, cell, "Table", key);
  return value == NULL ? 1 : (guint) CLAMP (pdf_to_int (grid->paper->context, value), 1, WIDEST);
}

static gboolean
has_scope (const Grid *grid, const Element *cell, const char *wanted)
{
  const char *scope = pdf_to_name (grid->paper->context, attribute (grid->paper, cell, "Table", "Scope"));
  return is (cell, "TH") && (strcmp (scope, wanted) == 0 || strcmp (scope, "Both") == 0);
}

static void
lay_cell (Grid *grid, const Element *cell, guint *column)
{
  guint columns = span (grid, cell, "ColSpan"), rows = span (grid, cell, "RowSpan");

  while (*column < WIDEST && grid->below[*column] > 0)
    ++*column;
  gboolean titles = has_scope (grid, cell, "Column"), titled = FALSE;
  if (has_scope (grid, cell, "Row"))
    grid->named = MAX (grid->named, rows);
  for (guint i = 0; i < columns && *column < WIDEST; i++, ++*column) {
    if (grid->below[*column] > 0)
      fault_in (grid->paper, cell, "lies over a cell of a row above");
    grid->below[*column] = rows;
    titled = titled || grid->titled[*column];
    grid->titled[*column] = titles || grid->titled[*column];
  }
  if (is (cell, "TD") && !titled && attribute (grid->paper, cell, "Table", "Headers") == NULL)
    g_ptr_array_add (grid->untitled, (gpointer) cell);
}

/* A head is over a cell or beside it, or the cell names it. */
static void
check_untitled (Grid *grid)
{
  for (guint i = 0; i < grid->untitled->len && grid->named == 0; i++)
    fault_in (grid->paper, grid->untitled->pdata[i], "has no head, neither by Scope nor by Headers");
  grid->named -= grid->named > 0 ? 1 : 0;
  g_ptr_array_set_size (grid->untitled, 0);
}

static void
check_row (Grid *grid, const Element *row)
{
  guint column = 0, width = 0;

  for (guint i = 0; i < row->kids->len; i++) {
    const Element *cell = kid_element (row, i);
    if (cell == NULL || !is (cell, "TH TD"))
      fault_in (grid->paper, row, "has something else than cells");
    else
      lay_cell (grid, cell, &column);
  }
  check_untitled (grid);
  for (guint i = 0; i < WIDEST; i++) {
    if (grid->below[i] == 0)
      continue;
    grid->below[i]--;
    width = i + 1;
  }
  if (grid->width == 0)
    grid->width = width;
  else if (width != grid->width)
    fault_in (grid->paper, row, "is %u columns wide, the rows before it %u", width, grid->width);
}

/* No cell reaches out of the rows of its group. */
static void
check_rows (Grid *grid, const Element *group)
{
  for (guint i = 0; i < group->kids->len; i++)
    if (is (kid_element (group, i), "TR"))
      check_row (grid, kid_element (group, i));
    else if (group != grid->table)
      fault_in (grid->paper, group, "has something else than rows");
  for (guint i = 0; i < WIDEST; i++) {
    if (grid->below[i] > 0 && i < grid->width) {
      fault_in (grid->paper, group, "a cell of column %u reaches below its last row", i + 1);
      break;
    }
  }
  memset (grid->below, 0, sizeof grid->below);
}

/* ---- heads ---- */

typedef void (*CellRule) (Grid *grid, const Element *cell);

static void
each_cell (Grid *grid, const Element *element, CellRule rule)
{
  for (guint i = 0; i < element->kids->len; i++) {
    const Element *kid = kid_element (element, i);
    if (is (kid, "TH TD"))
      rule (grid, kid);
    else if (is (kid, "TR THead TBody TFoot"))
      each_cell (grid, kid, rule);
  }
}

static void
note_head (Grid *grid, const Element *cell)
{
  const char *id = pdf_to_text_string (grid->paper->context, entry (grid->paper, cell->object, "ID"));

  if (!is (cell, "TH"))
    return;
  grid->n_heads++;
  g_hash_table_add (grid->heads, g_strdup (id));
}

static void
check_scope (Grid *grid, const Element *cell)
{
  Paper *paper = grid->paper;
  const char *scope = pdf_to_name (paper->context, attribute (paper, cell, "Table", "Scope"));

  if (scope[0] == '\0' && entry_text (paper, cell->object, "ID") == NULL)
    fault_in (paper, cell, "has neither a Scope nor an ID that cells could name");
  if (scope[0] != '\0' && strcmp (scope, "Row") != 0 && strcmp (scope, "Column") != 0
      && strcmp (scope, "Both") != 0)
    fault_in (paper, cell, "“%s” is no Scope", scope);
}

static void
check_cell (Grid *grid, const Element *cell)
{
  Paper *paper = grid->paper;
  pdf_obj *heads = attribute (paper, cell, "Table", "Headers");

  if (is (cell, "TH"))
    check_scope (grid, cell);
  for (int i = 0; i < pdf_array_len (paper->context, heads); i++) {
    const char *id = pdf_to_text_string (paper->context, pdf_array_get (paper->context, heads, i));
    if (!g_hash_table_contains (grid->heads, id))
      fault_in (paper, cell, "names the head “%s”, which the table does not have", id);
    else if (entry (paper, paper->root, "IDTree") == NULL)
      fault_in (paper, cell, "names a head, but there is no IDTree");
  }
}

/* ---- the table ---- */

static void
check_parts (Paper *paper, const Element *table)
{
  for (guint i = 0; i < table->kids->len; i++)
    if (!is (kid_element (table, i), "Caption TR THead TBody TFoot"))
      fault_in (paper, table, "has something else than a caption and rows");
  if (count_kids (table, "THead TFoot") > 0 && count_kids (table, "TBody") == 0)
    fault_in (paper, table, "has a THead or TFoot, but no TBody");
  if (count_kids (table, "THead") > 1 || count_kids (table, "TFoot") > 1)
    fault_in (paper, table, "has more than one THead or TFoot");
  if (count_kids (table, "TBody") > 0 && count_kids (table, "TR") > 0)
    fault_in (paper, table, "has rows beside its TBody");
}

void
check_table (Paper *paper, const Element *table)
{
  Grid grid = {.paper = paper, .table = table};

  grid.heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  grid.untitled = g_ptr_array_new ();
  check_parts (paper, table);
  for (guint i = 0; i < table->kids->len; i++)
    if (is (kid_element (table, i), "THead TBody TFoot"))
      check_rows (&grid, kid_element (table, i));
  check_rows (&grid, table);
  each_cell (&grid, table, note_head);
  each_cell (&grid, table, check_cell);
  if (grid.width == 0)
    fault_in (paper, table, "has no row");
  if (grid.n_heads == 0)
    fault_in (paper, table, "has no head");
  g_ptr_array_unref (grid.untitled);
  g_hash_table_unref (grid.heads);
}
