/* Comes in: a figure: a picture and its caption. Goes out: a strip with the picture, fitted to its box or
 * cropped to its ratio, and the caption's lines kept with it or beside it. */
#include <glib/gi18n.h>

#include "figure.h"

/* The caption is to stand below the picture on the same page. */
#define CAPTION_ROOM TK_PT (60)
/* Between a picture and the caption beside it, if an em of the caption is not more, and the least that each
 * of them needs. */
#define BESIDE TK_PT (10)
#define NARROWEST TK_PT (70)
#define HAIR (TK_PT (1) / 8)
/* Of a picture of which a part is shown: one of a thousand times that length cannot be placed. */
#define WIDEST TK_PT (500000)

enum { PRINTED = 300, COARSE = 150 }; /* dots per inch */

/* Shapes and sizes */

const TkPicture *
tk_galley_find_picture (TkSetter *setter, const TkNode *node, gint64 *ret_wide, gint64 *ret_high,
                        GError **error)
{
  g_autofree char *place = tk_origin_print (node->origin);
  const TkPicture *picture = tk_pictures_find (setter->pictures, place, node->path, error);

  if (picture == NULL)
    return NULL;
  const gboolean turned = picture->orientation >= 5;
  *ret_wide = turned ? picture->height : picture->width;
  *ret_high = turned ? picture->width : picture->height;
  if (node->framing != NULL && node->framing->ratio.width > 0) {
    *ret_wide = node->framing->ratio.width;
    *ret_high = node->framing->ratio.height;
  }
  return picture;
}

TkUnit
tk_galley_picture_room (const TkSetter *setter)
{
  const TkMaster *master = tk_galley_find_master (setter);

  return MAX (master->height - master->top - master->bottom - CAPTION_ROOM, CAPTION_ROOM);
}

void
tk_galley_fit_picture (const TkSetter *setter, const TkNode *node, gint64 wide, gint64 high, TkUnit room,
                       TkUnit *ret_width, TkUnit *ret_height)
{
  gint64 most = tk_galley_picture_room (setter);
  gint64 width = node->width > 0 ? MIN (node->width, room) : room;
  gint64 height = width * high / wide;

  if (node->height > 0)
    most = MIN (most, node->height);
  if (height > most) {
    width = MAX (width * most / height, 1);
    height = most;
  }
  *ret_width = (TkUnit) width;
  *ret_height = (TkUnit) MAX (height, 1);
}

/* Where the whole picture lies when it covers @width × @height with its focus as near to the middle as it
 * can be. NULL: that is all of it; differences of a hair are none. */
static const TkCrop *
crop (TkArena *arena, const TkNode *node, const TkPicture *picture, TkUnit width, TkUnit height)
{
  const gboolean turned = picture->orientation >= 5;
  const gint64 wide = turned ? picture->height : picture->width;
  const gint64 high = turned ? picture->width : picture->height;
  const gint64 focus_x = node->framing != NULL ? node->framing->focus_x : 500;
  const gint64 focus_y = node->framing != NULL ? node->framing->focus_y : 500;
  gint64 whole_width = width, whole_height = width * high / wide;

  if (whole_height < height) {
    whole_height = height;
    whole_width = MAX (height * wide / high, width);
  }
  whole_width = MIN (whole_width, WIDEST);
  whole_height = MIN (whole_height, WIDEST);
  if (whole_width - width < HAIR && whole_height - height < HAIR)
    return NULL;
  TkCrop *whole = tk_arena_new0 (arena, TkCrop);
  whole->width = (TkUnit) whole_width;
  whole->height = (TkUnit) whole_height;
  whole->x = (TkUnit) CLAMP (width / 2 - whole_width * focus_x / 1000, width - whole_width, 0);
  whole->y = (TkUnit) CLAMP (height / 2 - whole_height * focus_y / 1000, height - whole_height, 0);
  return whole;
}

static int
find_pixels (TkUnit size)
{
  return (int) MAX (((gint64) size * PRINTED + TK_PT (72) - 1) / TK_PT (72), 1);
}

/* What the printed size, that of the whole picture, asks of it. */
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
  gint64 wide, high;
  TkUnit height;

  if (tk_galley_find_picture (setter, node, &wide, &high, error) == NULL)
    return FALSE;
  tk_galley_fit_picture (setter, node, wide, high, room, ret_width, &height);
  return TRUE;
}

TkMark
tk_galley_show_picture (TkSetter *setter, const TkNode *node, const TkPicture *picture, TkUnit width,
                        TkUnit height)
{
  g_autofree char *place = tk_origin_print (node->origin);
  TkMark mark = {.kind = TK_MARK_IMAGE, .node = node};
  const TkCrop *whole = crop (setter->arena, node, picture, width, height);

  mark.image.picture = picture;
  mark.image.width = width;
  mark.image.height = height;
  mark.image.crop = whole;
  resolve (setter, place, picture, whole != NULL ? whole->width : width,
           whole != NULL ? whole->height : height);
  return mark;
}

/* Captions */

/* The credit line stands close below the caption. */
static gboolean
set_caption (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    if (!tk_galley_set_block (setter, stick, child, error))
      return FALSE;
    if (child->next == NULL)
      break;
    stick->gap = 0;
    if (stick->strips->len > 0)
      g_array_index (stick->strips, TkStrip, stick->strips->len - 1).break_after = TK_BREAK_FORBIDDEN;
  }
  return TRUE;
}

gboolean
tk_galley_set_caption (TkSetter *setter, const TkNode *node, TkUnit x, TkUnit width, TkStrip *ret_caption,
                       GError **error)
{
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick inner = {.strips = strips, .x = x, .width = width};

  if (!set_caption (setter, &inner, node, error))
    return FALSE;
  tk_galley_pile (setter, strips, ret_caption);
  return TRUE;
}

/* Heights that may change */

static TkUnit
find_height (TkShape shape, TkUnit width)
{
  return (TkUnit) ((gint64) width * shape.height / shape.width);
}

/* How much lower and taller the picture of @strip may become on a page that is to end full. */
static void
note_range (const TkSetter *setter, const TkNode *node, const TkMark *shown, TkStrip *strip)
{
  const TkFraming *framing = node->framing;
  const TkUnit width = shown->image.width, height = shown->image.height;

  if (framing == NULL || !tk_galley_find_master (setter)->filled)
    return;
  if (framing->lowest.width > 0)
    strip->lower = MAX (height - find_height (framing->lowest, width), 0);
  if (framing->tallest.width == 0)
    return;
  const TkUnit tallest = MIN (find_height (framing->tallest, width), tk_galley_picture_room (setter));
  if (tallest <= height)
    return;
  strip->taller = tallest - height;
  const TkPicture *picture = shown->image.picture;
  const TkCrop *whole = crop (setter->arena, node, picture, width, tallest);
  const gboolean turned = picture->orientation >= 5;
  const int across = find_pixels (whole != NULL ? whole->width : width);
  const int down = find_pixels (whole != NULL ? whole->height : tallest);
  tk_pictures_print (setter->pictures, picture, turned ? down : across, turned ? across : down);
}

/* The picture, and of a box what is as high as the strip, or lies at its foot. */
void
tk_galley_stretch (TkArena *arena, TkUnit more, TkStrip *strip)
{
  TkMark *marks = tk_arena_copy (arena, strip->marks, strip->n_marks * sizeof *marks);

  for (guint i = 0; i < strip->n_marks; i++) {
    TkMark *mark = &marks[i];
    if (mark->kind == TK_MARK_RULE && mark->y <= 0 && mark->y + mark->rule.height >= strip->height)
      mark->rule.height += more;
    else if (mark->kind == TK_MARK_RULE && mark->y + mark->rule.height >= strip->height)
      mark->y += more;
    if (mark->kind != TK_MARK_IMAGE)
      continue;
    mark->image.height += more;
    mark->image.crop = crop (arena, mark->node, mark->image.picture, mark->image.width, mark->image.height);
  }
  strip->marks = marks;
  strip->height += more;
}

/* The figure */

static gboolean
set_below (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  gint64 wide, high;
  const TkPicture *picture = tk_galley_find_picture (setter, node, &wide, &high, error);
  TkUnit width, height;

  if (picture == NULL)
    return FALSE;
  tk_galley_fit_picture (setter, node, wide, high, stick->width, &width, &height);
  TkMark mark = tk_galley_show_picture (setter, node, picture, width, height);
  TkStrip *strip = tk_galley_add_strip (stick, node, node->style->space_before);
  mark.x = stick->x + (node->style->align == TK_ALIGN_LEFT ? 0 : (stick->width - width) / 2);
  strip->marks = tk_arena_copy (setter->arena, &mark, sizeof mark);
  strip->n_marks = 1;
  strip->height = height;
  note_range (setter, node, &mark, strip);
  if (node->first != NULL)
    strip->break_after = TK_BREAK_FORBIDDEN;
  stick->gap = node->style->space_after;
  return set_caption (setter, stick, node, error);
}

/* One strip: the picture, and its caption beside it, the last line at the foot of the picture. */
static gboolean
set_beside (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const gboolean left = node->framing->side == TK_CAPTION_LEFT;
  const TkUnit gap = MAX (BESIDE, MIN (node->first->style->size, stick->width - 2 * NARROWEST));
  const TkUnit room = node->width > 0 ? stick->width - gap - NARROWEST
                                      : (TkUnit) ((gint64) stick->width * 3 / 5);
  gint64 wide, high;
  const TkPicture *picture = tk_galley_find_picture (setter, node, &wide, &high, error);
  TkUnit width, height;
  TkStrip caption;

  if (picture == NULL)
    return FALSE;
  tk_galley_fit_picture (setter, node, wide, high, room, &width, &height);
  TkMark mark = tk_galley_show_picture (setter, node, picture, width, height);
  mark.x = stick->x + (left ? stick->width - width : 0);
  if (!tk_galley_set_caption (setter, node, stick->x + (left ? 0 : width + gap), stick->width - width - gap,
                              &caption, error))
    return FALSE;
  const TkStrip shown = {.marks = &mark, .n_marks = 1};
  TkStrip *strip = tk_galley_add_strip (stick, node, node->style->space_before);
  tk_galley_join (setter, strip, &shown, 0);
  tk_galley_join (setter, strip, &caption, MAX (height - caption.height, 0));
  strip->height = MAX (height, caption.height);
  stick->gap = node->style->space_after;
  return TRUE;
}

gboolean
tk_galley_set_figure (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  if (node->framing == NULL || node->framing->side == TK_CAPTION_BELOW || node->first == NULL
      || stick->width < 2 * NARROWEST + BESIDE)
    return set_below (setter, stick, node, error);
  return set_beside (setter, stick, node, error);
}
