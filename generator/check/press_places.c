/* Comes in: boxes on pages. Goes out: in words where they are. Knows nothing of what is wrong there. */
#include "press_places.h"

#include <glib/gi18n.h>

/* Lines of a text and rows of a table are one place. */
#define NEAR TK_MM (10)

static gboolean
is_near (const TkPressPlace *a, const TkPressPlace *b)
{
  return a->edge == b->edge && a->box.left <= b->box.right + NEAR && b->box.left <= a->box.right + NEAR
         && a->box.top <= b->box.bottom + NEAR && b->box.top <= a->box.bottom + NEAR;
}

void
tk_press_places_add (GArray *places, const TkPressPlace *place)
{
  TkPressPlace joined = *place;
  guint i = 0;

  while (i < places->len) {
    const TkPressPlace other = g_array_index (places, TkPressPlace, i);
    if (!is_near (&joined, &other)) {
      i++;
      continue;
    }
    if (other.least <= joined.least) {
      joined.least = other.least;
      joined.mark = other.mark;
    }
    joined.box = (TkPressBox){MIN (joined.box.left, other.box.left), MIN (joined.box.top, other.box.top),
                              MAX (joined.box.right, other.box.right),
                              MAX (joined.box.bottom, other.box.bottom)};
    g_array_remove_index (places, i);
    i = 0; /* it has grown: others may be near it now */
  }
  g_array_append_val (places, joined);
}

static gint
compare (gconstpointer one, gconstpointer two)
{
  const TkPressPlace *a = one, *b = two;

  if (a->edge != b->edge)
    return a->edge < b->edge ? -1 : 1;
  if (a->box.top != b->box.top)
    return a->box.top < b->box.top ? -1 : 1;
  return (a->box.left > b->box.left) - (a->box.left < b->box.left);
}

void
tk_press_places_sort (GArray *places)
{
  g_array_sort (places, compare);
}

/* ---- words ---- */

static int
to_mm (TkUnit length, TkUnit most)
{
  return (int) (TK_IN_MM (CLAMP (length, 0, most)) + 0.5);
}

/* "98–101", "98". Free it. */
static char *
range_new (int from, int to)
{
  return from == to ? g_strdup_printf ("%d", from) : g_strdup_printf ("%d–%d", from, to);
}

char *
tk_press_place_new (const TkPressPlace *place, const TkPressBox *page)
{
  const TkPressBox *box = &place->box;
  g_autofree char *across = range_new (to_mm (box->left, page->right), to_mm (box->right, page->right));
  g_autofree char *down = range_new (to_mm (box->top, page->bottom), to_mm (box->bottom, page->bottom));

  switch (place->edge) {
  case TK_EDGE_LEFT:
    return g_strdup_printf (_ ("left edge, %s mm from the top"), down);
  case TK_EDGE_TOP:
    return g_strdup_printf (_ ("upper edge, %s mm from the left"), across);
  case TK_EDGE_RIGHT:
    return g_strdup_printf (_ ("right edge, %s mm from the top"), down);
  case TK_EDGE_BOTTOM:
    return g_strdup_printf (_ ("lower edge, %s mm from the left"), across);
  case TK_EDGES:
    break;
  }
  return g_strdup_printf (_ ("%s mm from the left, %s mm from the top"), across, down);
}

char *
tk_press_pages_new (const guint *pages, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    const guint first = i;
    while (i + 1 < n && pages[i + 1] == pages[i] + 1)
      i++;
    g_autofree char *range = range_new ((int) pages[first] + 1, (int) pages[i] + 1);
    g_string_append_printf (list, "%s%s", first > 0 ? ", " : "", range);
  }
  return g_strdup_printf (ngettext ("page %s", "pages %s", n), list->str);
}
