/* Comes in: text whose style wants it on one line. Goes out: that line, in type that is smaller where the
 * measure is too narrow for its own: a name on a certificate. */
#include <glib/gi18n.h>

#include "set.h"

/* Type shrinks in steps of so many thousandths of its size. */
enum { STEP = 5 };

/* Whether the text is within the measure in type of @scale thousandths. */
static gboolean
fits (TkSetter *setter, const TkStick *stick, const TkNode *node, int scale, gboolean *ret_fits,
      GError **error)
{
  const int outer = setter->scale;
  TkUnit widest, narrowest;

  setter->scale = scale;
  gboolean measured = tk_galley_measure_text (setter, node, &widest, &narrowest, error);
  setter->scale = outer;
  *ret_fits = measured && widest <= stick->width;
  return measured;
}

gboolean
tk_galley_set_fitted (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const TkStyle *style = node->style;
  const int outer = setter->scale, whole = outer == 0 ? 1000 : outer;
  const int smallest = (int) MIN ((gint64) style->one_line * 1000 / MAX (style->size, 1), whole);
  int scale = whole;
  gboolean done = style->one_line == 0 || node->n_runs == 0;

  while (!done) {
    if (!fits (setter, stick, node, scale, &done, error))
      return FALSE;
    if (!done && scale == smallest) {
      g_autofree char *place = tk_origin_print (node->runs[0].origin);
      tk_notes_add (
          setter->notes,
          _ ("%s: the text that begins with “%s” does not go on one line, also with type of %.1f pt; "
             "shorten it, or let it have smaller type"),
          place, node->runs[0].text, style->one_line / 1024.0);
      done = TRUE;
    }
    if (!done)
      scale = MAX (scale - STEP, smallest);
  }
  if (scale != whole)
    setter->scale = scale;
  gboolean set = tk_galley_set_text (setter, stick, node, error);
  setter->scale = outer;
  return set;
}
