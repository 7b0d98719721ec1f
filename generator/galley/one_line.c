/* Comes in: text whose style wants it on one line. Goes out: that line, in type that is smaller where the
 * measure is too narrow for its own: a name on a certificate. */
#include <glib/gi18n.h>

#include "set.h"

/* In type of @scale thousandths; of the indents, which do not shrink, nothing. */
static gboolean
measure (TkSetter *setter, const TkNode *node, int scale, TkUnit *ret_width, GError **error)
{
  const TkStyle *style = node->style;
  const int outer = setter->scale;
  TkUnit widest, narrowest;

  setter->scale = scale;
  gboolean measured = tk_galley_measure_text (setter, node, &widest, &narrowest, error);
  setter->scale = outer;
  if (measured)
    *ret_width = widest - style->left_indent - style->right_indent;
  return measured;
}

static void
note_long (const TkSetter *setter, const TkNode *node)
{
  const TkRun *run = &node->runs[0];
  g_autofree char *place = tk_origin_print (run->origin),
                  *points = tk_notes_number_new (node->style->one_line / 1024.0, 1);

  tk_notes_add (setter->notes,
                _ ("%s: the text that begins with “%s” does not go on one line, also with type of %s pt; "
                   "shorten it, or let it have smaller type"),
                place, run->text, points);
}

/* The largest scale at which the text is within the measure, or the smallest that its style allows. */
static gboolean
find_scale (TkSetter *setter, const TkStick *stick, const TkNode *node, int whole, int *ret_scale,
            GError **error)
{
  const TkStyle *style = node->style;
  const TkUnit room = stick->width - style->left_indent - style->right_indent;
  const int smallest = (int) CLAMP ((gint64) style->one_line * 1000 / style->size, 1, whole);
  TkUnit width;

  *ret_scale = whole;
  if (!measure (setter, node, whole, &width, error))
    return FALSE;
  while (width > room && *ret_scale > smallest) {
    const int scale = (int) MAX ((gint64) *ret_scale * room / MAX (width, 1), smallest);
    *ret_scale = MIN (scale, *ret_scale - 1); /* sizes are whole units: a step may be too short */
    if (!measure (setter, node, *ret_scale, &width, error))
      return FALSE;
  }
  if (width > room)
    note_long (setter, node);
  return TRUE;
}

gboolean
tk_galley_set_fitted (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const int outer = setter->scale;
  int scale = outer == 0 ? 1000 : outer;

  if (node->style->one_line == 0 || node->n_runs == 0)
    return tk_galley_set_text (setter, stick, node, error);
  if (!find_scale (setter, stick, node, scale, &scale, error))
    return FALSE;
  setter->scale = scale;
  gboolean set = tk_galley_set_text (setter, stick, node, error);
  setter->scale = outer;
  return set;
}
