/* Comes in: tables and sides. Goes out: TABLE with its parts and scopes, and a grid of two columns. Running
 * sums, rows that carry them over and captions of further pages are matters of pages. */
#include <string.h>

#include "cover.h"
#include "html_maker.h"

/* A table that is being written. */
typedef struct {
  TkHtml *html;
  const TkNode *table;
  gboolean grouped; /* the columns of the first row of the head are column groups */
} Grid;

/* Names of a group of rows: a cell across all columns. */
static gboolean
names_group (const Grid *grid, const TkNode *row)
{
  const TkNode *cell = row->first;

  return row->leads && grid->table->n_columns > 1 && cell != NULL && cell->next == NULL
         && (guint) cell->span == grid->table->n_columns;
}

/* ---- cells ---- */

static const char *
find_scope (const Grid *grid, const TkNode *row, const TkNode *cell)
{
  if (row->head && !row->numbers)
    return grid->grouped && row == grid->table->first && cell->span > 1 ? "colgroup" : "col";
  if (!row->head && names_group (grid, row))
    return "rowgroup";
  return !row->head && cell->names_row ? "row" : NULL;
}

/* Bytes of words that stay on one line in a column that is as wide as its content. */
enum { SHORT_CELL = 24 };

static gboolean
is_short (const Grid *grid, const TkNode *cell, guint column)
{
  gsize length = 0;
  gboolean parted = FALSE;

  if (cell->span > 1 || column >= grid->table->n_columns || grid->table->columns[column].kind != TK_WIDTH_FIT)
    return FALSE;
  for (guint i = 0; i < cell->n_runs; i++) {
    length += strlen (cell->runs[i].text);
    parted = parted || strchr (cell->runs[i].text, ' ') != NULL;
  }
  return parted && length <= SHORT_CELL;
}

/* Numbers stand at the right, whatever brings them there. */
static const char *
find_class (const Grid *grid, const TkNode *row, const TkNode *cell, guint column)
{
  const gboolean decimal = !row->head && cell->span <= 1 && column < grid->table->n_columns
                           && grid->table->columns[column].decimal;
  const gboolean number = decimal || (!row->head && cell->style->align == TK_ALIGN_RIGHT);

  if (is_short (grid, cell, column))
    return number ? "num fit" : "fit";
  return number ? "num" : NULL;
}

static void
write_cell (Grid *grid, const TkNode *row, const TkNode *cell, guint column)
{
  TkHtml *html = grid->html;
  const char *scope = find_scope (grid, row, cell), *class = find_class (grid, row, cell, column);
  const TkNode *bare = cell->n_runs > 0 ? NULL : tk_html_find_bare (cell->first);
  TkStyle style = *(bare != NULL ? bare->style : cell->style);
  const TkStyle *around = html->around;

  if (class != NULL && *class == 'n') /* "num" says how the cell is aligned */
    style.align =
        (tk_html_look_same (&style, around) ? around : tk_html_look_first (html->looks, &style))->align;
  tk_html_begin (html, scope != NULL ? "th" : "td");
  tk_html_attribute (html, "scope", scope);
  if (cell->span > 1)
    tk_html_number (html, "colspan", cell->span);
  if (cell->rows > 1)
    tk_html_number (html, "rowspan", cell->rows);
  tk_html_describe (html, bare != NULL ? bare : cell, &style, around, class);
  html->around = cell->style;
  if (cell->n_runs > 0)
    tk_html_write_runs (html, cell);
  else
    tk_html_write_inside (html, cell->first);
  html->around = around;
  tk_html_end (html);
}

/* ---- rows ---- */

/* Which columns the cells of a row stand in: those that cells above reach down into are left out. */
static void
write_row (Grid *grid, const TkNode *row, guint *cover)
{
  const guint n = grid->table->n_columns;
  guint column = 0;

  tk_html_begin_block (grid->html, "tr");
  tk_html_describe (grid->html, row, NULL, NULL, NULL);
  for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
    column = tk_cover_skip (cover, n, column);
    write_cell (grid, row, cell, column);
    if (column < n)
      column = tk_cover_put (cover, n, column, cell->span, cell->rows);
  }
  tk_html_end (grid->html);
  tk_cover_end_row (cover, n);
}

/* The last row, where it has the sums of the whole table. */
static const TkNode *
find_foot (const TkNode *table)
{
  const TkNode *before = NULL, *last = table->last;
  guint others = 0;

  for (const TkNode *row = table->first; row != last; row = row->next) {
    before = row;
    others += row->total;
  }
  return last != NULL && last->total && before != NULL && (before->total || others == 0) ? last : NULL;
}

static void
write_head (Grid *grid, const TkNode *end)
{
  TkHtml *html = grid->html;
  const TkStyle *around = html->around, *style = grid->table->first->first->style;
  g_autofree guint *cover = g_new0 (guint, grid->table->n_columns + 1);

  tk_html_begin_block (html, "thead");
  tk_html_describe (html, grid->table->first, style, around, NULL);
  html->around = tk_html_look_first (html->looks, style);
  for (const TkNode *row = grid->table->first; row != end; row = row->next)
    write_row (grid, row, cover);
  html->around = around;
  tk_html_end_group (html);
}

/* Each group of rows is a body of its own, so that its name is the name of its rows. */
static void
write_bodies (Grid *grid, const TkNode *first, const TkNode *foot)
{
  TkHtml *html = grid->html;
  g_autofree guint *cover = g_new0 (guint, grid->table->n_columns + 1);

  for (const TkNode *row = first; row != NULL; row = row->next) {
    const gboolean begins = row == first || row == foot || names_group (grid, row);
    if (begins && row != first)
      tk_html_end_group (html);
    if (begins)
      tk_html_begin_block (html, row == foot ? "tfoot" : "tbody");
    write_row (grid, row, cover);
  }
  if (first != NULL)
    tk_html_end_group (html);
}

/* ---- tables ---- */

static void
write_column_groups (Grid *grid)
{
  for (const TkNode *cell = grid->table->first->first; cell != NULL; cell = cell->next) {
    tk_html_begin_block (grid->html, "colgroup");
    if (cell->span > 1)
      tk_html_number (grid->html, "span", cell->span);
    tk_html_end (grid->html);
  }
}

static gboolean
has_groups (const TkNode *table)
{
  const TkNode *row = table->first;
  gboolean any = FALSE;

  for (const TkNode *cell = row != NULL && row->head ? row->first : NULL; cell != NULL; cell = cell->next)
    any = any || (cell->span > 1 && (guint) cell->span < table->n_columns);
  return any;
}

static char *
print_class (TkHtml *html, const TkNode *table)
{
  static const char *const rules[] = {NULL, "rows", "head", "bare"};
  const TkTableLook *look = table->look;
  g_autoptr (GString) fills = g_string_new (NULL);
  const char *ruled = look != NULL ? rules[look->rules] : table->plain ? "bare" : NULL;

  if (look != NULL && look->zebra >= 0)
    g_string_append_printf (fills, "& tbody tr:nth-child(even){background:#%06x;print-color-adjust:exact}",
                            (guint) look->zebra);
  if (look != NULL && look->head_fill >= 0)
    g_string_append_printf (fills, "& thead{background:#%06x;print-color-adjust:exact}",
                            (guint) look->head_fill);
  if (fills->len == 0)
    return g_strdup (ruled);
  return g_strconcat (tk_html_look_add (html->looks, "table", fills->str), ruled != NULL ? " " : NULL, ruled,
                      NULL);
}

/* The column of a wide table is not squeezed on a phone: the table is moved sideways. */
void
tk_html_write_table (TkHtml *html, const TkNode *table, const TkNode *caption)
{
  Grid grid = {.html = html, .table = table, .grouped = has_groups (table)};
  const TkStyle *around = html->around;
  g_autofree char *class = print_class (html, table);
  const TkNode *body = table->first;

  while (body != NULL && body->head)
    body = body->next;
  tk_html_begin_block (html, "div");
  tk_html_attribute (html, "class", table->across ? "scroll across" : "scroll");
  tk_html_begin_block (html, "table");
  tk_html_describe (html, table, table->style, NULL, class);
  html->around = table->style;
  if (caption != NULL) {
    tk_html_begin_block (html, "caption");
    tk_html_describe (html, caption, caption->style, html->around, NULL);
    tk_html_write_runs (html, caption);
    tk_html_end (html);
  }
  if (grid.grouped)
    write_column_groups (&grid);
  if (table->first != body)
    write_head (&grid, body);
  write_bodies (&grid, body, find_foot (table));
  html->around = around;
  tk_html_end_group (html);
  tk_html_end_group (html);
}

/* ---- sides ---- */

static gboolean
holds_something (const TkNode *cell)
{
  for (const TkNode *node = cell->first; node != NULL; node = node->next)
    if (node->kind != TK_NODE_SPACE)
      return TRUE;
  return FALSE;
}

void
tk_html_write_sides (TkHtml *html, const TkNode *sides)
{
  const gboolean left = sides->columns[0].kind != TK_WIDTH_SHARE,
                 right = sides->columns[1].kind != TK_WIDTH_SHARE;
  const char *class = left && right ? "sides fit-both"
                      : left        ? "sides fit-left"
                      : right       ? "sides fit-right"
                                    : "sides";

  tk_html_begin_block (html, "div");
  tk_html_describe (html, sides, NULL, NULL, class);
  for (const TkNode *row = sides->first; row != NULL; row = row->next) {
    if (!holds_something (row->first) && !holds_something (row->last))
      continue;
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
      tk_html_begin_block (html, "div");
      if (holds_something (cell)) {
        tk_html_write_blocks (html, cell->first, NULL);
        tk_html_end_group (html);
      } else
        tk_html_end (html);
      html->pending = NULL;
    }
  }
  tk_html_end_group (html);
}
