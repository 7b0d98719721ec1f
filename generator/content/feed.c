/* Comes in: the rows of a table or a chart while it is built. Goes out: the same rows, kept with what their
 * columns are called in the paper. Must not change what is built. */
#include "feed.h"

#include <string.h>

#include "chart.h"
#include "maker.h"

/* One that is being gathered. */
struct _TkFeeding {
  TkFeeding *around; /* of the table in whose cell this one stands, or NULL */
  TkFeed *feed;
  TkFeedColumn *columns;
  const TkNode *caption;
  const TkRows *rows;
  int frame;   /* in which the rows stand */
  GArray *own; /* TkValue, row by row: of columns that read for themselves */
  guint n_own; /* of those columns */
};

/* The first placeholder that was read within @frame or within what is in it; NULL: none. @ret_others: whether
 * it is not alone. */
static const TkPhrase *
find_phrase (const TkMaker *maker, const TkText *text, int frame, gboolean *ret_others)
{
  const TkPhrase *found = NULL;
  guint n = 0;

  for (guint i = 0; i < text->n_phrases; i++) {
    const TkPhrase *phrase = &text->phrases[i];
    const gboolean valued = phrase->kind == TK_PHRASE_VALUE;
    n += valued;
    if (valued && found == NULL && maker->slots[phrase->slot].frame >= frame)
      found = phrase;
  }
  *ret_others = n > 1;
  return found;
}

static TkValue
copy_value (TkMaker *maker, const TkValue *value)
{
  TkValue copy = *value;

  copy.text = tk_arena_text (maker->arena, value->text);
  return copy;
}

/* @n_own: columns beside those of the rows. */
static TkFeeding *
feeding_new (TkMaker *maker, const TkBlock *block, const TkRows *rows, const TkNode *node, guint n_own)
{
  TkFeeding *feeding = tk_arena_new0 (maker->arena, TkFeeding);

  feeding->feed = tk_arena_new0 (maker->arena, TkFeed);
  feeding->columns = tk_arena_array (maker->arena, TkFeedColumn, rows->n_columns + n_own);
  feeding->rows = rows;
  feeding->n_own = n_own;
  feeding->own = g_array_new (FALSE, FALSE, sizeof (TkValue));
  for (guint i = 0; i < rows->n_columns; i++)
    feeding->columns[i].name = tk_arena_text (maker->arena, rows->columns[i]);
  feeding->feed->node = node;
  feeding->feed->query = tk_arena_text (maker->arena, maker->template->queries[block->query].name);
  feeding->feed->columns = feeding->columns;
  feeding->feed->n_columns = rows->n_columns + n_own;
  feeding->feed->n_rows = rows->n_rows;
  return feeding;
}

/* A column whose text shows a column of the rows is the title of that one; of several, the first. */
static void
name_columns (const TkMaker *maker, TkFeeding *feeding, const TkText *text, const char *title,
              const char *unit)
{
  for (guint i = 0; i < text->n_phrases; i++) {
    const TkPhrase *phrase = &text->phrases[i];
    const TkSlot slot = phrase->kind == TK_PHRASE_VALUE ? maker->slots[phrase->slot] : (TkSlot){-2, 0};
    if (slot.frame != feeding->frame || feeding->columns[slot.column].title != NULL)
      continue;
    feeding->columns[slot.column].title = title;
    feeding->columns[slot.column].unit = unit;
  }
}

/* "1.234,5", as papers show it, is 1234.5: who reckons with it must not take it for something else. What is
 * written in any other way ("2023", "06", "hơn 100") is text. */
static GRegex *
number_pattern_new (void)
{
  return g_regex_new ("^[+-]?(0|[1-9][0-9]{0,2}([.][0-9]{3}){0,4})(,[0-9]{1,6})?$", G_REGEX_OPTIMIZE, 0,
                      NULL);
}

static TkValue
read_number (TkMaker *maker, const GRegex *pattern, TkValue value)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  if (value.kind != TK_VALUE_TEXT || !g_regex_match (pattern, value.text, 0, NULL))
    return value;
  for (const char *at = value.text + (value.text[0] == '+'); *at != '\0'; at++)
    if (*at != '.')
      g_string_append_c (plain, *at == ',' ? '.' : *at);
  const double number = g_ascii_strtod (plain->str, NULL);
  return (TkValue){strchr (plain->str, '.') != NULL ? TK_VALUE_REAL : TK_VALUE_INTEGER,
                   .text = tk_arena_text (maker->arena, plain->str), .integer = (gint64) number,
                   .real = number};
}

static void
finish (TkMaker *maker, TkFeeding *feeding)
{
  g_autoptr (GRegex) pattern = number_pattern_new ();
  TkFeed *feed = feeding->feed;
  const TkRows *rows = feeding->rows;
  TkValue *cell = tk_arena_array (maker->arena, TkValue, (gsize) feed->n_rows * feed->n_columns);

  feed->cells = cell;
  for (guint row = 0; row < feed->n_rows; row++) {
    for (guint i = 0; i < feed->n_columns; i++) {
      const TkValue value = i < rows->n_columns
                                ? copy_value (maker, &rows->cells[(gsize) row * rows->n_columns + i])
                                : g_array_index (feeding->own, TkValue,
                                                 row * feeding->n_own + i - rows->n_columns);
      *cell++ = feed->columns[i].title != NULL ? read_number (maker, pattern, value) : value;
    }
  }
  g_array_unref (feeding->own);
  g_ptr_array_add (maker->feeds, feed);
  g_ptr_array_add (maker->feeds, (gpointer) feeding->caption);
}

/* ---- tables ---- */

/* What @column shows that was not read with the rows of the table; NULL: nothing. */
static const TkPhrase *
find_own (const TkMaker *maker, const TkBlock *column, int frame, gboolean *ret_others)
{
  return find_phrase (maker, &column->text, frame + 1, ret_others);
}

/* "Số hội viên / 2022": the heads above it and its own. */
static const char *
print_title (TkMaker *maker, const TkBlock *column)
{
  const char *title = NULL;

  for (const TkBlock *over = column; over->kind != TK_BLOCK_TABLE; over = over->parent) {
    TkOpened opened;
    tk_content_open_title (maker, over, &opened);
    const char *own = tk_content_plain (maker, &over->title);
    tk_content_close_column (maker, &opened);
    if (own != NULL)
      title = title == NULL ? own : tk_arena_print (maker->arena, "%s / %s", own, title);
  }
  return title;
}

void
tk_content_begin_feed (TkMaker *maker, const TkBlock *table, const TkRows *rows, const TkNode *node,
                       const TkNode *caption)
{
  const int frame = maker->n_frames - 1;
  gboolean others;
  guint n = 0;

  if (maker->feeds == NULL)
    return;
  for (const TkBlock *column = table->first; column != NULL; column = column->next)
    n += find_own (maker, column, frame, &others) != NULL;
  TkFeeding *feeding = feeding_new (maker, table, rows, node, n);
  feeding->around = maker->feeding;
  feeding->frame = frame;
  feeding->caption = caption;
  maker->feeding = feeding;
  n = rows->n_columns;
  for (const TkBlock *column = table->first; column != NULL; column = column->next) {
    const char *title = print_title (maker, column);
    const TkPhrase *own = find_own (maker, column, frame, &others);
    if (own != NULL)
      feeding->columns[n++] = (TkFeedColumn){tk_arena_text (maker->arena, own->text), title, NULL};
    else
      name_columns (maker, feeding, &column->text, title, NULL);
  }
}

/* One placeholder is its value; several are what they come to. */
void
tk_content_feed_cell (TkMaker *maker, const TkBlock *column, gboolean empty)
{
  TkFeeding *feeding = maker->feeding;
  TkValue value = {TK_VALUE_NULL};
  gboolean others;

  if (feeding == NULL)
    return;
  const TkPhrase *own = find_own (maker, column, feeding->frame, &others);
  if (own == NULL)
    return;
  const char *words = others && !empty ? tk_content_plain (maker, &column->text) : NULL;
  if (words != NULL)
    value = (TkValue){TK_VALUE_TEXT, .text = words};
  else if (!others && !empty)
    value = copy_value (maker, tk_content_find_value (maker, own->slot));
  g_array_append_val (feeding->own, value);
}

void
tk_content_end_feed (TkMaker *maker, gboolean built)
{
  TkFeeding *feeding = maker->feeding;

  if (feeding == NULL)
    return;
  maker->feeding = feeding->around;
  if (built)
    finish (maker, feeding);
  else
    g_array_unref (feeding->own);
}

/* ---- charts ---- */

void
tk_content_feed_chart (TkMaker *maker, const TkBlock *block, const TkRows *rows, const TkNode *node)
{
  const TkChart *chart = node->chart;
  const char *const *title = chart->titles;

  if (maker->feeds == NULL)
    return;
  TkFeeding *feeding = feeding_new (maker, block, rows, node, 0);
  feeding->frame = maker->n_frames; /* they have stood there */
  feeding->caption = node->last->kind == TK_NODE_PARAGRAPH ? node->last : NULL;
  for (const TkBlock *series = block->first; series != NULL; series = series->next, title++)
    name_columns (maker, feeding, &series->text, **title != '\0' ? *title : NULL, chart->unit);
  finish (maker, feeding);
}

/* ---- the paper ---- */

static int
compare_ranks (const void *one, const void *other)
{
  const guint a = ((const TkFeed *) one)->node->rank, b = ((const TkFeed *) other)->node->rank;

  return (a > b) - (a < b);
}

void
tk_content_join_feeds (TkMaker *maker, const TkDocument *inner)
{
  for (guint i = 0; maker->feeds != NULL && i < inner->n_feeds; i++) {
    g_ptr_array_add (maker->feeds, tk_arena_copy (maker->arena, &inner->feeds[i], sizeof *inner->feeds));
    g_ptr_array_add (maker->feeds, NULL); /* it has its title */
  }
}

void
tk_content_set_feeds (TkMaker *maker)
{
  guint n = 0;

  if (maker->feeds == NULL)
    return;
  TkFeed *feeds = tk_arena_array (maker->arena, TkFeed, maker->feeds->len / 2);
  for (guint i = 0; i < maker->feeds->len; i += 2) {
    TkFeed *feed = maker->feeds->pdata[i];
    const TkNode *caption = maker->feeds->pdata[i + 1];
    g_autofree char *title = caption != NULL ? tk_content_print_runs (caption) : NULL;
    if (feed->node->rank == 0) /* it was taken back */
      continue;
    if (title != NULL && *title != '\0')
      feed->title = tk_content_clean (maker->arena, title);
    feeds[n++] = *feed;
  }
  qsort (feeds, n, sizeof *feeds, compare_ranks); /* one in a cell was finished before the one around it */
  maker->document->feeds = feeds;
  maker->document->n_feeds = n;
}
