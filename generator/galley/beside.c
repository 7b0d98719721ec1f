/* Comes in: a figure that text runs around. Goes out: how much of the next lines it takes, and strips
 * that have its marks. Knows nothing of how those lines are broken. */
#include "beside.h"

#include "set.h"

/* Between picture and text. */
#define GAP TK_MM (4)
#define GAP_BELOW TK_MM (2)
/* A column narrower than this has too few words a line. */
#define NARROWEST TK_MM (30)

gboolean
tk_galley_set_around (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  TkStick own = *stick;
  TkUnit width;

  if (!tk_galley_measure_figure (setter, node, node->width > 0 ? stick->width : stick->width * 2 / 5, &width,
                                 error))
    return FALSE;
  if (stick->width - width - GAP < NARROWEST)
    return tk_galley_set_figure (setter, stick, node, error);
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  own.strips = strips;
  own.main = FALSE;
  own.gap = 0;
  own.label = NULL;
  own.outer = NULL;
  own.width = width;
  own.x = node->around == TK_AROUND_LEFT ? stick->x : stick->x + stick->width - width;
  if (!tk_galley_set_figure (setter, &own, node, error))
    return FALSE;
  TkStrip *pile = tk_arena_new0 (setter->arena, TkStrip);
  tk_galley_pile (setter, strips, pile);
  stick->beside = (TkBeside){.node = node, .strip = pile, .height = pile->height + MAX (GAP_BELOW, own.gap)};
  *(node->around == TK_AROUND_LEFT ? &stick->beside.left : &stick->beside.right) = width + GAP;
  stick->gap = MAX (stick->gap, node->style->space_before);
  return TRUE;
}

int
tk_galley_count_beside (const TkStick *stick, TkUnit space_before, TkUnit pitch)
{
  const TkBeside *beside = &stick->beside;
  TkUnit top = beside->strip != NULL ? 0 : MAX (stick->gap, space_before);

  return beside->height > top ? (beside->height - top + pitch - 1) / pitch : 0;
}

/* The picture comes before the text, and so do its notes. */
static void
give_picture (TkSetter *setter, TkStrip *strip, TkBeside *beside)
{
  TkStrip both = *beside->strip;

  tk_galley_join (setter, &both, strip, 0);
  strip->marks = both.marks;
  strip->n_marks = both.n_marks;
  strip->fields = both.fields;
  strip->n_fields = both.n_fields;
  strip->footnotes = both.footnotes;
  beside->strip = NULL;
}

void
tk_galley_use_beside (TkSetter *setter, TkStick *stick, guint first_strip)
{
  TkBeside *beside = &stick->beside;

  for (guint i = first_strip; i < stick->strips->len && beside->height > 0; i++) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, i);
    beside->height -= strip->height + (beside->strip != NULL ? 0 : strip->space);
    if (beside->strip != NULL)
      give_picture (setter, strip, beside);
    /* no page ends beside the picture */
    if (beside->height > 0)
      strip->break_after = TK_BREAK_FORBIDDEN;
  }
  if (beside->height <= 0)
    *beside = (TkBeside){0};
}

void
tk_galley_clear_beside (TkSetter *setter, TkStick *stick)
{
  TkBeside beside = stick->beside;
  TkUnit gap = beside.strip != NULL ? 0 : stick->gap;

  stick->beside = (TkBeside){0};
  if (beside.height <= gap)
    return;
  if (beside.strip == NULL)
    stick->gap = 0;
  TkStrip *strip = tk_galley_add_strip (stick, beside.node, 0);
  strip->height = beside.height;
  if (beside.strip != NULL)
    give_picture (setter, strip, &beside);
  stick->gap = gap;
}
