/* Comes in: tables, sides and boxes. Goes out: w:tbl with the widths of columns that their kinds and words
 * want. Word breaks pages. */
#include <string.h>

#include "cover.h"
#include "word_grid.h"
#include "word_maker.h"

/* As in print. */
#define PAD_Y TK_PT (2)
#define BORDER TK_PT (0.5)
#define BELOW TK_PT (6)
#define BESIDE TK_MM (4)

/* ---- w:tbl ---- */

static void
put_width (TkXml xml, const char *name, TkUnit width)
{
  tk_word_begin (xml, name);
  tk_word_number (xml, "w:w", tk_word_twips (width));
  tk_word_attribute (xml, "w:type", "dxa");
  tk_word_end (xml);
}

static void
put_border (TkXml xml, const char *side, TkUnit thickness, guint32 colour, gboolean twice)
{
  tk_word_begin (xml, side);
  tk_word_attribute (xml, "w:val", thickness == 0 ? "nil" : twice ? "double" : "single");
  if (thickness > 0) {
    tk_word_number (xml, "w:sz", tk_word_eighths (thickness));
    tk_word_attribute (xml, "w:space", "0");
    tk_word_colour (xml, "w:color", colour);
  }
  tk_word_end (xml);
}

/* Of a row, at least. */
static void
put_height (TkXml xml, TkUnit height)
{
  if (height == 0)
    return;
  tk_word_begin (xml, "w:trHeight");
  tk_word_number (xml, "w:val", tk_word_twips (height));
  tk_word_attribute (xml, "w:hRule", "atLeast");
  tk_word_end (xml);
}

/* The widths hold, whatever the words want. */
static void
put_layout (TkXml xml)
{
  tk_word_begin (xml, "w:tblLayout");
  tk_word_attribute (xml, "w:type", "fixed");
  tk_word_end (xml);
}

static void
put_margins (TkXml xml, TkUnit x, TkUnit y)
{
  tk_word_begin (xml, "w:tblCellMar");
  put_width (xml, "w:top", y);
  put_width (xml, "w:left", x);
  put_width (xml, "w:bottom", y);
  put_width (xml, "w:right", x);
  tk_word_end (xml);
}

/* Tables that touch each other would be one. What parts a table from a heading stays with both. */
static void
part_tables (TkWord *word)
{
  if (!word->after_table && word->gap == 0 && !word->breaks && !word->column_break)
    return;
  word->keeps++;
  tk_word_put_height (word, MAX (word->gap, TK_PT (1)));
  word->keeps--;
}

/* At an edge of its column, from here down (17.4.57). */
static void
put_place (TkXml xml, TkAround around)
{
  const gboolean left = around == TK_AROUND_LEFT;

  if (around == TK_AROUND_NONE)
    return;
  tk_word_begin (xml, "w:tblpPr");
  tk_word_number (xml, "w:leftFromText", left ? 0 : tk_word_twips (BESIDE));
  tk_word_number (xml, "w:rightFromText", left ? tk_word_twips (BESIDE) : 0);
  tk_word_attribute (xml, "w:vertAnchor", "text");
  tk_word_attribute (xml, "w:horzAnchor", "text");
  tk_word_attribute (xml, "w:tblpXSpec", left ? "left" : "right");
  tk_word_attribute (xml, "w:tblpY", "1");
  tk_word_end (xml);
}

static void
begin_table (TkWord *word, TkAround around, TkUnit indent, TkUnit width)
{
  part_tables (word);
  tk_word_begin (word->xml, "w:tbl");
  tk_word_begin (word->xml, "w:tblPr");
  put_place (word->xml, around);
  put_width (word->xml, "w:tblW", width);
  if (indent != 0)
    put_width (word->xml, "w:tblInd", indent);
  word->in_cells++;
}

static void
put_columns (TkXml xml, const TkUnit *widths, guint n)
{
  tk_word_begin (xml, "w:tblGrid");
  for (guint i = 0; i < n; i++) {
    tk_word_begin (xml, "w:gridCol");
    tk_word_number (xml, "w:w", tk_word_twips (widths[i]));
    tk_word_end (xml);
  }
  tk_word_end (xml);
}

void
tk_word_begin_table (TkWord *word, TkAround around, const TkUnit *widths, guint n)
{
  const TkUnit indent = around == TK_AROUND_NONE ? word->indent : 0;

  begin_table (word, around, indent, (TkUnit) tk_word_sum (widths, n));
  put_layout (word->xml);
  put_margins (word->xml, 0, 0);
  tk_word_end (word->xml);
  put_columns (word->xml, widths, n);
}

void
tk_word_end_table (TkWord *word, TkUnit gap)
{
  tk_word_end (word->xml);
  word->in_cells--;
  word->after_table = word->begun = TRUE;
  word->empty = FALSE;
  word->gap = gap;
}

void
tk_word_begin_cell (TkWord *word, TkUnit width, TkUnit right)
{
  tk_word_begin (word->xml, "w:tc");
  tk_word_begin (word->xml, "w:tcPr");
  put_width (word->xml, "w:tcW", width);
  if (right > 0) {
    tk_word_begin (word->xml, "w:tcMar");
    put_width (word->xml, "w:right", right);
    tk_word_end (word->xml);
  }
  tk_word_end (word->xml);
}

/* ---- rows and cells ---- */

static void
put_table_borders (TkXml xml, const TkWordGrid *grid)
{
  const TkRules rules = grid->look.rules;
  const TkUnit ends = rules != TK_RULES_NONE ? BORDER : 0;

  if (rules == TK_RULES_NONE)
    return;
  tk_word_begin (xml, "w:tblBorders");
  put_border (xml, "w:top", ends, 0, FALSE);
  put_border (xml, "w:left", rules == TK_RULES_ALL ? BORDER : 0, 0, FALSE);
  put_border (xml, "w:bottom", ends, 0, FALSE);
  put_border (xml, "w:right", rules == TK_RULES_ALL ? BORDER : 0, 0, FALSE);
  put_border (xml, "w:insideH", rules == TK_RULES_ALL || rules == TK_RULES_ROWS ? BORDER : 0, 0, FALSE);
  put_border (xml, "w:insideV", rules == TK_RULES_ALL ? BORDER : 0, 0, FALSE);
  tk_word_end (xml);
}

static gint32
find_fill (const TkWordGrid *grid, const TkNode *row)
{
  if (row->head)
    return grid->look.head_fill;
  return grid->n_body % 2 == 0 ? grid->look.zebra : -1;
}

static void
put_fill (TkXml xml, gint32 fill)
{
  if (fill < 0)
    return;
  tk_word_begin (xml, "w:shd");
  tk_word_attribute (xml, "w:val", "clear");
  tk_word_attribute (xml, "w:color", "auto");
  tk_word_colour (xml, "w:fill", (guint32) fill);
  tk_word_end (xml);
}

/* @cell: NULL for a place that a cell above covers, which @above is. */
static void
put_cell_look (TkXml xml, const TkWordGrid *grid, const TkNode *row, const TkNode *cell, const TkNode *above,
               guint column, guint end)
{
  const TkNode *shown = cell != NULL ? cell : above;

  tk_word_begin (xml, "w:tcPr");
  put_width (xml, "w:tcW", (TkUnit) tk_word_sum (grid->width + column, end - column));
  if (end > column + 1)
    tk_word_value_number (xml, "w:gridSpan", end - column);
  if (shown != NULL && shown->rows > 1) {
    tk_word_begin (xml, "w:vMerge");
    if (cell != NULL)
      tk_word_attribute (xml, "w:val", "restart");
    tk_word_end (xml);
  }
  if (grid->look.rules == TK_RULES_HEAD && row->head && (row->next == NULL || !row->next->head)) {
    tk_word_begin (xml, "w:tcBorders");
    put_border (xml, "w:bottom", BORDER, 0, FALSE);
    tk_word_end (xml);
  }
  if (row->head || shown == NULL || shown->rows <= 1)
    put_fill (xml, find_fill (grid, row));
  if (!grid->padded && end < grid->n) {
    tk_word_begin (xml, "w:tcMar");
    put_width (xml, "w:right", TK_WORD_GUTTER);
    tk_word_end (xml);
  }
  if (shown != NULL && shown->turned)
    tk_word_value (xml, "w:textDirection", "btLr");
  if (row->head)
    tk_word_value (xml, "w:vAlign", "center");
  tk_word_end (xml);
}

/* Commas of decimal numbers stand below each other by an indent: decimal tabs of Word want the comma of the
 * language that each machine has. Sides stay on one page. */
static gboolean
put_cell (TkWord *word, TkWordGrid *grid, const TkNode *row, const TkNode *cell, guint column, guint end,
          GError **error)
{
  const TkUnit room = (TkUnit) tk_word_sum (grid->width + column, end - column)
                      - tk_word_find_pad (grid, end);

  tk_word_begin (word->xml, "w:tc");
  put_cell_look (word->xml, grid, row, cell, NULL, column, end);
  const TkUnit right = word->right;
  const gboolean leads = row->leads || row->head || (grid->node->kind == TK_NODE_SIDES && row->next != NULL);
  word->right = cell != NULL ? tk_word_align_decimal (grid, cell, column, room) : 0;
  word->keeps += leads;
  if (cell == NULL)
    tk_word_put_height (word, TK_PT (1));
  else if (!tk_word_put_column (word, cell, room, error))
    return FALSE;
  word->keeps -= leads;
  word->right = right;
  tk_word_end (word->xml);
  return TRUE;
}

static void
put_covered (TkWord *word, const TkWordGrid *grid, const TkNode *row, guint column, guint end)
{
  tk_word_begin (word->xml, "w:tc");
  put_cell_look (word->xml, grid, row, NULL, grid->above[column], column, end);
  tk_word_put_height (word, TK_PT (1));
  tk_word_end (word->xml);
}

/* The columns from @column on that cells of rows above take. Gives the next that is free. */
static guint
put_all_covered (TkWord *word, const TkWordGrid *grid, const TkNode *row, guint column)
{
  const guint next = tk_cover_skip (grid->cover, grid->n, column);

  while (column < next) {
    const TkNode *above = grid->above[column];
    const guint end = MIN (column + (guint) MAX (above != NULL ? above->span : 1, 1), next);
    put_covered (word, grid, row, column, end);
    column = end;
  }
  return next;
}

static gboolean
put_row (TkWord *word, TkWordGrid *grid, const TkNode *row, GError **error)
{
  guint column = 0;

  tk_word_begin (word->xml, "w:tr");
  tk_word_begin (word->xml, "w:trPr");
  tk_word_flag (word->xml, "w:cantSplit");
  put_height (word->xml, tk_word_find_height (grid, row));
  if (row->head)
    tk_word_flag (word->xml, "w:tblHeader");
  tk_word_end (word->xml);
  grid->n_body = row->head ? 0 : grid->n_body + 1;
  for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
    column = put_all_covered (word, grid, row, column);
    if (column == grid->n)
      break;
    const guint end = tk_cover_put (grid->cover, grid->n, column, cell->span, cell->rows);
    for (guint i = column; i < end; i++)
      grid->above[i] = cell;
    if (!put_cell (word, grid, row, cell, column, end, error))
      return FALSE;
    column = end;
  }
  for (column = put_all_covered (word, grid, row, column); column < grid->n;
       column = put_all_covered (word, grid, row, column + 1))
    if (!put_cell (word, grid, row, NULL, column, column + 1, error))
      return FALSE;
  tk_cover_end_row (grid->cover, grid->n);
  tk_word_end (word->xml);
  return TRUE;
}

gboolean
tk_word_put_table (TkWord *word, const TkNode *table, GError **error)
{
  g_auto (TkWordGrid) grid = tk_word_begin_grid (table);
  const TkNode *last = word->last;

  if (grid.n == 0 || table->first == NULL)
    return TRUE;
  if (grid.node->kind == TK_NODE_TABLE)
    tk_word_fit_widths (&grid, word->width - word->indent);
  else
    tk_word_find_widths (&grid, word->width - word->indent);
  const int scale = word->scale;
  if (scale == 0 && grid.scale < 1000)
    word->scale = grid.scale;
  begin_table (word, TK_AROUND_NONE, word->indent, (TkUnit) tk_word_sum (grid.width, grid.n));
  put_table_borders (word->xml, &grid);
  put_layout (word->xml);
  put_margins (word->xml, grid.padded ? TK_WORD_PAD_X : 0, grid.padded ? PAD_Y : 0);
  tk_word_end (word->xml);
  put_columns (word->xml, grid.width, grid.n);
  for (const TkNode *row = table->first; row != NULL; row = row->next)
    if (!put_row (word, &grid, row, error))
      return FALSE;
  word->last = last;
  word->scale = scale;
  tk_word_end_table (word, grid.padded ? BELOW : 0);
  return TRUE;
}

/* ---- boxes ---- */

static void
put_box_look (TkXml xml, const TkBoxLook *box)
{
  tk_word_begin (xml, "w:tblBorders");
  put_border (xml, "w:top", box->border, box->colour, box->twice);
  put_border (xml, "w:left", box->ends ? 0 : box->border, box->colour, box->twice);
  put_border (xml, "w:bottom", box->border, box->colour, box->twice);
  put_border (xml, "w:right", box->ends ? 0 : box->border, box->colour, box->twice);
  tk_word_end (xml);
}

/* What ends a table is a paragraph, which has room on the page, too. */
static void
begin_box_cell (const TkWord *word, const TkNode *node, TkUnit width)
{
  const TkBoxLook *box = node->box;
  const TkMaster *master = word->pages.master;
  const TkUnit most = MAX (master->height - master->top - master->bottom - TK_PT (20), TK_PT (20));
  const gboolean covered = node->first != NULL && node->first->behind;
  TkXml xml = word->xml;

  tk_word_begin (xml, "w:tr");
  if (box->height > 0) {
    tk_word_begin (xml, "w:trPr");
    put_height (xml, MIN (box->height, most));
    tk_word_end (xml);
  }
  tk_word_begin (xml, "w:tc");
  tk_word_begin (xml, "w:tcPr");
  put_width (xml, "w:tcW", width);
  put_fill (xml, box->filled ? (gint32) box->background : -1);
  if (box->height > 0)
    tk_word_value (xml, "w:vAlign", covered ? "top" : "center");
  tk_word_end (xml);
}

/* A table of one cell, as wide as its column but for the indents of its style. */
gboolean
tk_word_put_box (TkWord *word, const TkNode *node, GError **error)
{
  const TkBoxLook *box = node->box;
  const TkStyle *style = node->style;
  const TkUnit room = word->width - word->indent - style->left_indent - style->right_indent;
  const TkUnit width = box->width > 0 ? MIN (box->width, room) : MAX (room, TK_PT (10));
  const TkUnit spare = MAX (room - width, 0);
  TkUnit indent = word->indent + style->left_indent;

  if (style->align == TK_ALIGN_CENTRE || style->align == TK_ALIGN_RIGHT)
    indent += style->align == TK_ALIGN_RIGHT ? spare : spare / 2;
  word->gap = MAX (word->gap, style->space_before);
  begin_table (word, TK_AROUND_NONE, indent, width);
  put_box_look (word->xml, box);
  put_layout (word->xml);
  put_margins (word->xml, box->padding, box->padding);
  tk_word_end (word->xml);
  put_columns (word->xml, &width, 1);
  begin_box_cell (word, node, width);
  if (!tk_word_put_column (word, node, width - 2 * box->padding, error))
    return FALSE;
  tk_word_end (word->xml);
  tk_word_end (word->xml);
  tk_word_end_table (word, MAX (style->space_after, TK_PT (1)));
  return TRUE;
}
