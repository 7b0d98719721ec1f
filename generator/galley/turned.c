/* Comes in: a head cell whose text runs upwards. Goes out: how long and how high its lines are, and one strip
 * with all of them, turned. They are set level first; a quarter turn of their marks is all that is added. */
#include "turned.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cover.h"

/* A text that is no longer than the first has one line, one that is no longer than the second has two where
 * its column is made for it: a typist turns the sheet for a narrow column, not for a head as tall as the
 * page. */
#define ONE_LINE TK_MM (30)
#define TWO_LINES TK_MM (80)
#define STEP TK_MM (3)
/* Lines are not longer than this, but for a long word: there are more of them. */
#define LONGEST TK_MM (80)
/* The ends of lines stand off from borders as much as they do at the sides of level cells. */
#define END TK_PT (2)

enum { MOST_LINES = 3 };

/* A page's number is known too late to be turned, and links are level. */
static gboolean
may_turn (const TkNode *text)
{
  for (guint i = 0; i < text->n_runs; i++)
    if (text->runs[i].reference != NULL || text->runs[i].href != NULL)
      return FALSE;
  return text->n_runs > 0;
}

gboolean
tk_galley_is_turned (const TkNode *cell)
{
  if (!cell->turned || cell->n_runs > 0)
    return cell->turned && may_turn (cell);
  for (const TkNode *child = cell->first; child != NULL; child = child->next)
    if (child->kind != TK_NODE_PARAGRAPH || !may_turn (child))
      return FALSE;
  return cell->first != NULL;
}

/* ---- how long its lines are ---- */

/* The number of lines of @length, and their height. Nothing that is set for this stays: the cell is set again
 * when its row is. */
static gboolean
try_length (TkSetter *setter, const TkNode *cell, TkUnit length, guint *ret_lines, TkUnit *ret_height,
            GError **error)
{
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  g_autoptr (TkNotes) ignored = tk_notes_new ();
  TkNotes *notes = setter->notes;
  const guint broken = setter->n_broken;
  TkStick stick = {.strips = strips, .width = length};
  TkStrip pile;

  setter->notes = ignored;
  const gboolean set = tk_galley_set_children (setter, &stick, cell, error);
  setter->notes = notes;
  setter->n_broken = broken;
  tk_galley_forget_notes (setter, cell);
  *ret_lines = strips->len;
  tk_galley_pile (setter, strips, &pile);
  *ret_height = pile.height;
  return set;
}

/* Of lines of a text. */
static TkUnit
find_longest (const TkSetter *setter, TkUnit widest, TkUnit narrowest)
{
  const TkMaster *master = tk_galley_find_master (setter);
  const TkUnit half = (master->height - master->top - master->bottom) / 2;

  return MIN (MIN (widest, MAX (half, TK_PT (1))), MAX (narrowest, LONGEST));
}

/* The shortest lines of which there are no more than @most, in no more than @room, if there are such. */
static gboolean
find_shortest (TkSetter *setter, const TkNode *cell, guint most, TkUnit room, TkUnit *ret_length,
               TkUnit *ret_height, GError **error)
{
  TkUnit widest, narrowest;
  guint n;

  if (!tk_galley_measure (setter, cell, &widest, &narrowest, error))
    return FALSE;
  const TkUnit longest = find_longest (setter, widest, narrowest);
  const TkUnit shortest = MAX (MAX (narrowest, widest / (TkUnit) most), MIN (widest, ONE_LINE));
  TkUnit length = MIN (shortest, longest);
  if (!try_length (setter, cell, length, &n, ret_height, error))
    return FALSE;
  while ((n > most || *ret_height > room) && length < longest) {
    length = MIN (length + STEP, longest);
    if (!try_length (setter, cell, length, &n, ret_height, error))
      return FALSE;
  }
  *ret_length = length;
  return TRUE;
}

gboolean
tk_galley_measure_turned (TkSetter *setter, const TkNode *cell, TkUnit *ret_widest, TkUnit *ret_narrowest,
                          GError **error)
{
  TkUnit widest, narrowest, length;

  if (!tk_galley_measure (setter, cell, &widest, &narrowest, error))
    return FALSE;
  const guint lines = widest <= ONE_LINE ? 1 : widest <= TWO_LINES ? 2 : MOST_LINES;
  if (!find_shortest (setter, cell, lines, G_MAXINT32, &length, ret_widest, error))
    return FALSE;
  *ret_narrowest = *ret_widest;
  return TRUE;
}

static void
note_long (const TkSetter *setter, const TkNode *cell)
{
  const TkRun *run = cell->n_runs > 0 ? cell->runs : cell->first->runs;
  g_autofree char *place = tk_origin_print (run->origin);

  tk_notes_add (setter->notes,
                _ ("%s: the head “%s” has more lines than its column has room for; make the column wider or "
                   "the words fewer"),
                place, run->text);
}

/* How long the lines of a cell are at least: of a turned one the lines, of a level one the height. */
static gboolean
find_length (TkSetter *setter, const TkGrid *grid, const TkNode *cell, guint column, TkUnit *ret_length,
             GError **error)
{
  const guint end = MIN (column + (guint) MAX (cell->span, 1), grid->n);
  const TkUnit width = grid->left[end] - grid->left[column];
  const TkUnit room = MAX (width - tk_galley_pad (grid, end), TK_PT (1));
  TkUnit height;
  guint n;

  if (!tk_galley_is_turned (cell))
    return try_length (setter, cell, room, &n, ret_length, error);
  if (!find_shortest (setter, cell, MOST_LINES, room, ret_length, &height, error))
    return FALSE;
  if (height > width)
    note_long (setter, cell);
  return TRUE;
}

/* Turned cells that begin and end in the same rows have lines of one length, as long as each of them needs,
 * and as the level cells beside them are tall. */
static void
level_lengths (TkGrid *grid, const TkNode *row, const GArray *lengths)
{
  for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
    TkUnit length = 0;
    guint i = 0;
    if (!tk_galley_is_turned (cell))
      continue;
    for (const TkNode *other = row->first; other != NULL && i < lengths->len; other = other->next, i++)
      if (tk_galley_is_turned (other) ? MAX (other->rows, 1) == MAX (cell->rows, 1)
                                      : other->rows <= cell->rows)
        length = MAX (length, g_array_index (lengths, TkUnit, i));
    g_hash_table_insert (grid->turned, (gpointer) cell, GINT_TO_POINTER (length));
  }
}

static gboolean
lengthen_for_row (TkSetter *setter, TkGrid *grid, const TkNode *row, GError **error)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (TkUnit));
  gboolean any = FALSE;
  guint column = 0;

  for (const TkNode *cell = row->first; cell != NULL && !any; cell = cell->next)
    any = tk_galley_is_turned (cell);
  for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
    TkUnit length = 0;
    column = tk_cover_skip (grid->cover, grid->n, column);
    if (column == grid->n)
      break;
    if (any && !find_length (setter, grid, cell, column, &length, error))
      return FALSE;
    g_array_append_val (lengths, length);
    column = tk_cover_put (grid->cover, grid->n, column, cell->span, cell->rows);
  }
  if (!any)
    return TRUE;
  if (grid->turned == NULL)
    grid->turned = g_hash_table_new (NULL, NULL);
  level_lengths (grid, row, lengths);
  return TRUE;
}

gboolean
tk_galley_find_turned (TkSetter *setter, TkGrid *grid, GError **error)
{
  gboolean found = TRUE;

  for (const TkNode *row = grid->node->first; row != NULL && row->head && found; row = row->next) {
    found = lengthen_for_row (setter, grid, row, error);
    tk_cover_end_row (grid->cover, grid->n);
  }
  memset (grid->cover, 0, grid->n * sizeof *grid->cover);
  return found;
}

/* ---- the strip ---- */

/* A mark after a quarter turn counter-clockwise: what was the left edge of its lines is at @foot, the top of
 * the first one at @x. */
static void
turn (TkMark *mark, TkUnit x, TkUnit foot)
{
  const TkUnit along = mark->x, across = mark->y;

  mark->x = x + across;
  mark->y = foot - along;
  if (mark->kind == TK_MARK_TEXT) {
    mark->turned = 90;
  } else if (mark->kind == TK_MARK_RULE) { /* an underline; its place is its upper left corner */
    const TkUnit width = mark->rule.width;
    mark->y -= width;
    mark->rule.width = mark->rule.height;
    mark->rule.height = width;
  }
}

gboolean
tk_galley_set_turned (TkSetter *setter, const TkGrid *grid, TkStick *stick, const TkNode *cell,
                      GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  const TkUnit length = grid->turned != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (grid->turned, cell)) : 0;
  TkStick level = {.strips = lines, .width = length};
  TkStrip pile;

  if (!tk_galley_set_children (setter, &level, cell, error))
    return FALSE;
  tk_galley_pile (setter, lines, &pile);
  TkMark *marks = tk_arena_copy (setter->arena, pile.marks, pile.n_marks * sizeof (TkMark));
  for (guint i = 0; i < pile.n_marks; i++)
    turn (&marks[i], stick->x + (stick->width - pile.height) / 2, END + length);
  TkStrip *strip = tk_galley_add_strip (stick, cell, 0);
  strip->height = length + 2 * END;
  strip->marks = marks;
  strip->n_marks = pile.n_marks;
  return TRUE;
}
