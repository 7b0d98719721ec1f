/* Comes in: a figure: a picture and its caption. Goes out: a strip with the
 * picture, fitted to its box, and the caption's lines kept with it. */
#include <glib/gi18n.h>

#include "set.h"

/* The caption is to stand below the picture on the same page. */
#define CAPTION_ROOM TK_PT (60)

enum { PRINTED = 300, COARSE = 150 }; /* dots per inch */

static gint64
find_height (const TkPicture *picture, TkUnit width)
{
  gboolean turned = picture->orientation >= 5;
  gint64 wide = turned ? picture->height : picture->width, high = turned ? picture->width : picture->height;

  return width * high / wide;
}

static void
fit (const TkSetter *setter, TkUnit room, const TkNode *node, const TkPicture *picture, TkUnit *ret_width,
     TkUnit *ret_height)
{
  const TkMaster *master = setter->document->master;
  gint64 most = (gint64) master->height - master->top - master->bottom - CAPTION_ROOM;
  gint64 width = node->width > 0 ? MIN (node->width, room) : room;
  gint64 height = find_height (picture, (TkUnit) width);

  if (node->height > 0)
    most = MIN (most, node->height);
  if (height > most) {
    width = MAX (width * most / height, 1);
    height = most;
  }
  *ret_width = (TkUnit) width;
  *ret_height = (TkUnit) MAX (height, 1);
}

static int
find_pixels (TkUnit size)
{
  return (int) MAX (((gint64) size * PRINTED + TK_PT (72) - 1) / TK_PT (72), 1);
}

/* What the printed size asks of the picture. */
static void
resolve (const TkSetter *setter, const char *place, const TkPicture *picture, TkUnit width, TkUnit height)
{
  const gboolean turned = picture->orientation >= 5;
  const int pixels = turned ? picture->height : picture->width;
  const gint64 dpi = pixels * (gint64) TK_PT (72) / width;

  tk_pictures_print (setter->pictures, picture, find_pixels (turned ? height : width),
                     find_pixels (turned ? width : height));
  if (dpi < COARSE)
    tk_notes_add (
        setter->notes,
        _ ("%s: the picture %s has %d dpi at this size; take a larger one, or give it less room, for %d "
           "dpi or more"),
        place, picture->path, (int) dpi, COARSE);
}

gboolean
tk_galley_measure_figure (TkSetter *setter, const TkNode *node, TkUnit room, TkUnit *ret_width,
                          GError **error)
{
  g_autofree char *place = tk_origin_print (node->origin);
  const TkPicture *picture = tk_pictures_find (setter->pictures, place, node->path, error);
  TkUnit height;

  if (picture == NULL)
    return FALSE;
  fit (setter, room, node, picture, ret_width, &height);
  return TRUE;
}

gboolean
tk_galley_set_figure (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  g_autofree char *place = tk_origin_print (node->origin);
  const TkPicture *picture = tk_pictures_find (setter->pictures, place, node->path, error);
  TkMark *mark = tk_arena_new0 (setter->arena, TkMark);
  TkUnit width, height;

  if (picture == NULL)
    return FALSE;
  fit (setter, stick->width, node, picture, &width, &height);
  resolve (setter, place, picture, width, height);
  TkStrip *strip = tk_galley_add_strip (stick, node, node->style->space_before);
  mark->kind = TK_MARK_IMAGE;
  mark->node = node;
  mark->x = stick->x + (node->style->align == TK_ALIGN_LEFT ? 0 : (stick->width - width) / 2);
  mark->image.picture = picture;
  mark->image.width = width;
  mark->image.height = height;
  strip->marks = mark;
  strip->n_marks = 1;
  strip->height = height;
  if (node->first != NULL)
    strip->break_after = TK_BREAK_FORBIDDEN;
  stick->gap = node->style->space_after;
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (!tk_galley_set_block (setter, stick, child, error))
      return FALSE;
  return TRUE;
}
