/* Comes in: <table>, its columns as spread.c has them. Goes out: a grid of cells. */
#include <string.h>

#include "maker.h"

TkColumn
tk_content_column_of (TkMeasure measure, TkAlign align, gboolean decimal)
{
  static const TkWidthKind kinds[] = {
      [TK_MEASURE_LENGTH] = TK_WIDTH_FIXED,
      [TK_MEASURE_SHARE] = TK_WIDTH_SHARE,
      [TK_MEASURE_FIT] = TK_WIDTH_FIT,
  };

  return (TkColumn){.kind = kinds[measure.kind], .width = measure.length, .align = align, .decimal = decimal};
}

static void
set_columns (TkMaker *maker, const TkBlock *block, TkNode *table)
{
  for (const TkBlock *column = block->first; column != NULL; column = column->next)
    table->n_columns++;
  TkColumn *columns = tk_arena_array (maker->arena, TkColumn, table->n_columns);
  gint64 shares = 0; /* thousandths, before columns were spread */
  guint n = 0;
  for (const TkBlock *column = block->first; column != NULL; column = column->next) {
    columns[n++] = tk_content_column_of (column->width, column->align, column->decimal);
    shares += column->width.kind == TK_MEASURE_SHARE ? column->width.length : 0;
  }
  for (guint i = 0; i < n && shares > 1000; i++)
    if (columns[i].kind == TK_WIDTH_SHARE)
      columns[i].width = (TkUnit) (columns[i].width * (gint64) 1000 / shares);
  table->columns = columns;
}

static void
fill_cell (TkMaker *maker, TkNode *cell, const TkText *text)
{
  tk_content_fill (maker, text, NULL, FALSE, cell);
}

/* ---- bodies ---- */

/* A group of rows of the structure tree is not parted within a cell, and has no more than 8,191 members (ISO
 * 32000-1, annex C). */
enum { MOST_MERGED = 1000 };

/* A cell that further rows may join. */
typedef struct {
  TkNode *cell;
  const char *text; /* NULL: none may */
} Merged;

/* Whether @column has the text of the cell above and joins it; what is empty joins nothing. Afterwards
 * @merged is what the next row may join. */
static gboolean
join (TkMaker *maker, const TkBlock *column, gboolean same_before, gboolean empty, Merged *merged)
{
  const char *text = empty ? NULL : tk_content_plain (maker, &column->text);
  gboolean joins = same_before && text != NULL && merged->text != NULL && merged->cell->rows < MOST_MERGED
                   && strcmp (text, merged->text) == 0;

  if (joins)
    merged->cell->rows = MAX (merged->cell->rows, 1) + 1;
  else
    *merged = (Merged){.text = text};
  return joins;
}

/* The text of a column, then its blocks. */
static gboolean
fill_body_cell (TkMaker *maker, const TkBlock *column, TkNode *cell, GError **error)
{
  if (column->first == NULL) {
    fill_cell (maker, cell, &column->text);
    return TRUE;
  }
  TkNode *words = tk_node_add (maker->arena, cell, TK_NODE_PARAGRAPH, cell->style);
  if (!tk_content_fill (maker, &column->text, NULL, FALSE, words))
    tk_content_drop_after (cell, NULL);
  for (const TkBlock *child = column->first; child != NULL; child = child->next)
    if (!tk_content_build (maker, child, cell, error))
      return FALSE;
  return TRUE;
}

/* A row that is being filled. */
typedef struct {
  TkNode *node;
  gboolean same;   /* as the row above so far, in the columns that merge */
  gboolean strong; /* bold */
} Row;

static gboolean
add_body_cell (TkMaker *maker, const TkBlock *column, Row *row, Merged *merged, gboolean empty,
               GError **error)
{
  const TkStyle *style = tk_content_style_aligned (maker, column->style, column->align);

  if (column->merge) {
    row->same = join (maker, column, row->same, empty, merged);
    if (row->same)
      return TRUE;
  }
  TkNode *cell = tk_content_add_cell (maker, row->node,
                                      row->strong ? tk_content_style_strong (maker, style) : style);
  cell->names_row = column->row_head;
  if (!empty && !fill_body_cell (maker, column, cell, error))
    return FALSE;
  if (column->merge)
    merged->cell = cell;
  return TRUE;
}

/* @merged: by column. NULL: @error. */
static TkNode *
add_row (TkMaker *maker, const TkBlock *block, TkNode *table, Merged *merged, GError **error)
{
  Row row = {.node = tk_node_add (maker->arena, table, TK_NODE_ROW, NULL),
             .same = TRUE,
             .strong = tk_content_plain (maker, &block->strong) != NULL};

  for (const TkBlock *column = block->first; column != NULL; column = column->next, merged++) {
    TkOpened opened;
    if (!tk_content_open_column (maker, column, &opened, error))
      return NULL;
    tk_content_feed_cell (maker, column, opened.empty);
    gboolean added = add_body_cell (maker, column, &row, merged, opened.empty, error);
    tk_content_close_column (maker, &opened);
    if (!added)
      return NULL;
  }
  return row.node;
}

/* So many rows that have a merged cell in common stay on one page: the years of a library, not its whole
 * list. */
enum { MOST_KEPT = 4 };

static void
keep_merged (TkNode *table)
{
  int kept = 0; /* rows that still have a cell in common with the one after them */

  for (TkNode *row = table->first; row != NULL; row = row->next, kept--) {
    const int rows = row->head || row->first == NULL ? 0 : row->first->rows;
    if (rows > 1 && rows <= MOST_KEPT)
      kept = MAX (kept, rows - 1);
    row->leads = row->leads || kept > 0;
  }
}

/* ---- sums ---- */

/* A sum of a column: through the whole table or within a group. */
typedef const TkText *(*SumOf) (const TkBlock *column);

static const TkText *
running_sum (const TkBlock *column)
{
  return &column->sum;
}

static const TkText *
group_sum (const TkBlock *column)
{
  return &column->group_sum;
}

/* Columns before the first that has a sum; all of them: none has. */
static guint
count_before_sums (const TkBlock *block, SumOf sum_of)
{
  guint n = 0;

  for (const TkBlock *column = block->first; column != NULL && sum_of (column)->n_phrases == 0;
       column = column->next)
    n++;
  return n;
}

/* Up to the row that is seen. NULL: @error. */
static const TkSum *
sums_new (TkMaker *maker, const TkBlock *block, guint first, guint n_columns, GError **error)
{
  TkSum *sums = tk_arena_array (maker->arena, TkSum, n_columns - first);
  guint i = 0;

  for (const TkBlock *column = block->first; column != NULL; column = column->next, i++) {
    TkNode words = {.kind = TK_NODE_PARAGRAPH, .style = block->title_style};
    TkOpened opened;
    if (i < first || column->sum.n_phrases == 0)
      continue;
    if (!tk_content_open_column (maker, column, &opened, error))
      return NULL;
    if (!opened.empty && tk_content_fill (maker, &column->sum, NULL, FALSE, &words))
      sums[i - first] = (TkSum){words.runs, words.n_runs};
    tk_content_close_column (maker, &opened);
  }
  return sums;
}

/* Whether one of the first @n columns names the rows: then a cell that covers them does. */
static gboolean
names_rows (const TkBlock *block, guint n)
{
  for (const TkBlock *column = block->first; column != NULL && n > 0; column = column->next, n--)
    if (column->row_head)
      return TRUE;
  return FALSE;
}

/* The sum of a column up to the row that is seen. */
static gboolean
fill_sum (TkMaker *maker, const TkBlock *column, const TkText *sum, TkNode *cell, GError **error)
{
  TkOpened opened;

  if (!tk_content_open_column (maker, column, &opened, error))
    return FALSE;
  if (!opened.empty)
    fill_cell (maker, cell, sum);
  tk_content_close_column (maker, &opened);
  return TRUE;
}

/* A row of @parent: @label over the columns before the sums, and the sums up to the row that is seen, or none
 * (FALSE). NULL: @error. */
static TkNode *
add_sums (TkMaker *maker, const TkBlock *block, TkNode *parent, const TkText *label, SumOf sum_of,
          gboolean sums, GError **error)
{
  TkNode *row = tk_node_add (maker->arena, parent, TK_NODE_ROW, NULL);
  row->total = parent != NULL;
  guint before = count_before_sums (block, sum_of), i = 0;

  if (before > 0) {
    TkNode *cell = tk_content_add_cell (maker, row, block->title_style);
    cell->span = (int) before;
    cell->names_row = names_rows (block, before);
    if (label != NULL)
      fill_cell (maker, cell, label);
  }
  for (const TkBlock *column = block->first; column != NULL; column = column->next, i++)
    if (i >= before) {
      TkNode *cell = tk_content_add_cell (
          maker, row, tk_content_style_aligned (maker, block->title_style, column->align));
      if (sums && sum_of (column)->n_phrases > 0 && !fill_sum (maker, column, sum_of (column), cell, error))
        return NULL;
    }
  return row;
}

/* The words of the layout, or those that offices use. */
static const TkNode *
label_new (TkMaker *maker, const TkBlock *block, const TkText *given, const char *usual)
{
  const TkPhrase phrase = {.kind = TK_PHRASE_LITERAL, .text = usual, .place = block->place};
  const TkText text = {.phrases = &phrase, .n_phrases = 1};

  return add_sums (maker, block, NULL, given->n_phrases > 0 ? given : &text, running_sum, FALSE, NULL);
}

/* The caption again, and "(tiếp theo)" behind it. */
static const TkNode *
continued_new (TkMaker *maker, const TkBlock *block, const TkNode *caption)
{
  TkNode *behind = tk_node_add (maker->arena, NULL, TK_NODE_PARAGRAPH, caption->style);
  TkNode *whole = tk_node_add (maker->arena, NULL, TK_NODE_PARAGRAPH, caption->style);

  if (!tk_content_fill (maker, &block->continued, NULL, FALSE, behind))
    return NULL;
  const TkRun space = {.text = " "};
  TkRun *runs = tk_arena_array (maker->arena, TkRun, caption->n_runs + 1 + behind->n_runs);
  memcpy (runs, caption->runs, caption->n_runs * sizeof *runs);
  runs[caption->n_runs] = space;
  memcpy (runs + caption->n_runs + 1, behind->runs, behind->n_runs * sizeof *runs);
  whole->runs = runs;
  whole->n_runs = caption->n_runs + 1 + behind->n_runs;
  return whole;
}

/* ---- the table ---- */

/* A table that is being filled. */
typedef struct {
  const TkBlock *block;
  TkNode *table;
  const char *group; /* of the last row, or NULL */
  Merged *merged;    /* by column */
} Filling;

/* The sums of the group that ends with the row that is seen, kept with that row. */
static gboolean
end_group (TkMaker *maker, const Filling *filling, GError **error)
{
  const TkBlock *block = filling->block;
  TkNode *before = filling->table->last;

  if (filling->group == NULL || block->group_total.n_phrases == 0)
    return TRUE;
  before->leads = TRUE;
  TkNode *row = add_sums (maker, block, filling->table, &block->group_total, group_sum, TRUE, error);
  if (row != NULL)
    row->sums = before->sums;
  return row != NULL;
}

/* Where the group is another than that of the row before: the sums of that one, and its name across all
 * columns. */
static gboolean
begin_group (TkMaker *maker, Filling *filling, GError **error)
{
  const TkBlock *block = filling->block;
  TkFrame *frame = &maker->frames[maker->n_frames - 1];
  const char *group = tk_content_plain (maker, &block->group);

  if (g_strcmp0 (group, filling->group) == 0)
    return TRUE;
  if (frame->row > 0) {
    frame->row--;
    gboolean ended = end_group (maker, filling, error);
    frame->row++;
    if (!ended)
      return FALSE;
  }
  filling->group = group;
  memset (filling->merged, 0, filling->table->n_columns * sizeof (Merged));
  if (group == NULL)
    return TRUE;
  const TkNode *before = filling->table->last;
  TkNode *row = tk_node_add (maker->arena, filling->table, TK_NODE_ROW, NULL);
  TkNode *cell = tk_content_add_cell (maker, row,
                                      tk_content_style_aligned (maker, block->title_style, TK_ALIGN_LEFT));
  cell->span = (int) filling->table->n_columns;
  cell->names_row = names_rows (block, filling->table->n_columns);
  fill_cell (maker, cell, &block->group);
  row->leads = TRUE;
  row->sums = before != NULL ? before->sums : NULL;
  return TRUE;
}

static gboolean
add_rows (TkMaker *maker, const TkBlock *block, TkNode *table, const TkRows *rows, GError **error)
{
  const gboolean has_sums = table->first_sum < table->n_columns;
  g_autofree Merged *merged = g_new0 (Merged, table->n_columns);
  Filling filling = {.block = block, .table = table, .merged = merged};
  TkFrame *frame = &maker->frames[maker->n_frames - 1];

  tk_content_add_table_head (maker, block, table);
  for (; frame->row < rows->n_rows; frame->row++) {
    TkNode *row = begin_group (maker, &filling, error) ? add_row (maker, block, table, merged, error) : NULL;
    if (row == NULL)
      return FALSE;
    row->sums = has_sums ? sums_new (maker, block, table->first_sum, table->n_columns, error) : NULL;
    if (has_sums && row->sums == NULL)
      return FALSE;
  }
  keep_merged (table);
  frame->row = rows->n_rows - 1;
  if (!end_group (maker, &filling, error))
    return FALSE;
  return !has_sums || block->total.n_phrases == 0
         || add_sums (maker, block, table, &block->total, running_sum, TRUE, error) != NULL;
}

/* @columns: @block with its columns as often as they are there. */
static gboolean
build_rows (TkMaker *maker, const TkBlock *block, const TkBlock *columns, const TkRows *rows, TkNode *parent,
            GError **error)
{
  TkNode *before = parent->last;

  if (block->floating != TK_FLOATING_NONE) { /* together with its caption */
    parent = tk_node_add (maker->arena, parent, TK_NODE_KEEP, NULL);
    parent->floating = block->floating;
    before = NULL;
  }
  TkNode *caption = tk_node_add (maker->arena, parent, TK_NODE_PARAGRAPH,
                                 tk_content_style_kept (maker, block->caption_style));
  const char *number = tk_content_count (maker, block);
  gboolean captioned = tk_content_fill (maker, &block->title, number, FALSE, caption);
  if (!captioned) {
    tk_content_drop_after (parent, before);
    tk_content_uncount (maker, block);
  } else
    caption->caption = TRUE;
  TkNode *table = tk_node_add (maker->arena, parent, TK_NODE_TABLE, block->style);
  table->plain = block->plain;
  tk_content_anchor (maker, block, table, captioned ? number : NULL, captioned ? caption : NULL);
  table->look = block->look;
  set_columns (maker, columns, table);
  if (captioned && block->continued.n_phrases > 0)
    table->continued = continued_new (maker, block, caption);
  table->first_sum = count_before_sums (columns, running_sum);
  if (table->first_sum < table->n_columns) {
    table->carried = label_new (maker, columns, &block->carried, "Cộng mang sang");
    table->brought = label_new (maker, columns, &block->brought, "Mang sang");
  }
  tk_content_push (maker, rows);
  tk_content_begin_feed (maker, columns, rows, table, captioned ? caption : NULL);
  gboolean built = add_rows (maker, columns, table, rows, error);
  tk_content_end_feed (maker, built);
  tk_content_pop (maker);
  return built;
}

gboolean
tk_content_build_table (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, block, error);
  g_autoptr (GPtrArray) kept = tk_content_kept_new ();

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  tk_content_push (maker, rows);
  const TkBlock *columns = tk_content_spread_columns (maker, block, kept, error);
  tk_content_pop (maker);
  if (columns == NULL)
    return FALSE;
  return columns->first == NULL || build_rows (maker, block, columns, rows, parent, error);
}
