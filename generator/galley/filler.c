/* Comes in: the blocks that fill pages which end short. Goes out: each of them set to every measure that such
 * a page or its columns have. Does not know where there is room. */
#include "set.h"

gboolean
tk_galley_take_fillers (TkSetter *setter, TkStick *stick G_GNUC_UNUSED, const TkNode *node,
                        GError **error G_GNUC_UNUSED)
{
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    TkFiller filler = {.node = child, .paper = setter->paper, .reserve = node->reserve};
    g_array_append_val (setter->fillers, filler);
  }
  return TRUE;
}

static void
add_width (GArray *widths, TkUnit width)
{
  for (guint i = 0; i < widths->len; i++)
    if (g_array_index (widths, TkUnit, i) == width)
      return;
  g_array_append_val (widths, width);
}

/* Of pages that want fillers, and of their columns. */
static GArray *
list_widths_new (const TkSetter *setter)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (TkUnit));

  for (guint i = 0; i < setter->regions->len; i++) {
    const TkRegion *region = &g_array_index (setter->regions, TkRegion, i);
    const TkMaster *master = region->master;
    if (!master->filled)
      continue;
    add_width (widths, master->width - master->left - master->right);
    add_width (widths, region->width);
  }
  return widths;
}

static gboolean
set_filler (TkSetter *setter, const TkNode *node, TkUnit width, TkFillerSet *ret_set, GError **error)
{
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick stick = {.strips = strips, .width = width};

  if (!tk_galley_set_kind (setter, &stick, node, error))
    return FALSE;
  *ret_set = (TkFillerSet){.width = width, .n_strips = strips->len, .height = tk_galley_sum_heights (strips)};
  for (guint i = 0; i < strips->len; i++) {
    ret_set->lower += g_array_index (strips, TkStrip, i).lower;
    ret_set->taller += g_array_index (strips, TkStrip, i).taller;
  }
  ret_set->strips = tk_arena_copy_array (setter->arena, strips);
  return TRUE;
}

gboolean
tk_galley_set_fillers (TkSetter *setter, GError **error)
{
  g_autoptr (GArray) widths = list_widths_new (setter);

  for (guint i = 0; i < setter->fillers->len; i++) {
    TkFiller *filler = &g_array_index (setter->fillers, TkFiller, i);
    TkFillerSet *sets = tk_arena_array (setter->arena, TkFillerSet, widths->len);
    for (guint j = 0; j < widths->len; j++)
      if (!set_filler (setter, filler->node, g_array_index (widths, TkUnit, j), &sets[j], error))
        return FALSE;
    filler->sets = sets;
    filler->n_sets = widths->len;
  }
  return TRUE;
}
