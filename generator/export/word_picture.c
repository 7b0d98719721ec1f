/* Comes in: figures and albums. Goes out: pictures in the text, as files and with the part of them that is
 * shown (DrawingML, 20.4 and 20.2), and their captions. */
#include <string.h>

#include "picture.h"
#include "word_maker.h"

/* As in print: what is left on a page below a picture; between a picture and the caption beside it. */
#define CAPTION_ROOM TK_PT (60)
#define BESIDE TK_PT (10)
#define NARROWEST TK_PT (70)
#define GAP TK_MM (4)

/* A picture file that is in the package. */
typedef struct {
  char *name;        /* "media/image1.jpeg" */
  int width, height; /* as shown */
  int orientation;
} Stored;

/* Where a picture is shown. */
typedef struct {
  const Stored *stored;
  const char *relation, *alt;
  TkUnit width, height;
  int left, top, right, bottom; /* cut off, in thousandths of a percent */
  TkAround around;
  gboolean behind; /* the text, over all of its box */
} Shown;

static void
stored_free (gpointer data)
{
  Stored *stored = data;

  g_free (stored->name);
  g_free (stored);
}

GHashTable *
tk_word_pictures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stored_free);
}

/* NULL: error. */
static const Stored *
find_stored (TkWord *word, const TkNode *figure, GError **error)
{
  const Stored *found = g_hash_table_lookup (word->pictures, figure->path);
  if (found != NULL)
    return found;
  g_autofree char *place = tk_origin_print (figure->origin);
  TkPicture *picture = tk_picture_read_new (place, figure->path, error);
  if (picture == NULL)
    return NULL;
  const char *type = picture->kind == TK_PICTURE_JPEG ? "jpeg" : "png";
  const gboolean turned = picture->orientation >= 5;
  Stored *stored = g_new0 (Stored, 1);
  stored->name = g_strdup_printf ("media/image%u.%s", ++word->n_pictures, type);
  stored->width = turned ? picture->height : picture->width;
  stored->height = turned ? picture->width : picture->height;
  stored->orientation = picture->orientation;
  g_autofree char *path = g_strconcat ("word/", stored->name, NULL);
  tk_word_package_add (word->package, path, "", tk_picture_clean_new (picture));
  tk_picture_free (picture);
  g_hash_table_insert (word->pictures, (gpointer) figure->path, stored);
  return stored;
}

/* ---- sizes ---- */

static void
fit (const TkWord *word, const TkNode *figure, TkUnit room, Shown *shown)
{
  const TkMaster *master = word->pages.master;
  const TkFraming *framing = figure->framing;
  const gboolean cropped = framing != NULL && framing->ratio.width > 0;
  const gint64 wide = cropped ? framing->ratio.width : shown->stored->width;
  const gint64 high = cropped ? framing->ratio.height : shown->stored->height;
  gint64 most = MAX (master->height - master->top - master->bottom - CAPTION_ROOM, CAPTION_ROOM);
  const gint64 usual = figure->around != TK_AROUND_NONE ? room * 2 / 5 : room;
  gint64 width = figure->width > 0 ? MIN (figure->width, room) : usual, height = width * high / wide;

  if (figure->height > 0)
    most = MIN (most, figure->height);
  if (height > most) {
    width = MAX (width * most / height, 1);
    height = most;
  }
  shown->width = (TkUnit) width;
  shown->height = (TkUnit) MAX (height, 1);
}

/* The part of the file that covers @shown, with its focus as near to the middle as it can be. */
static void
crop (const TkNode *figure, Shown *shown)
{
  const gint64 wide = shown->stored->width, high = shown->stored->height;
  const gint64 focus_x = figure->framing != NULL ? figure->framing->focus_x : 500;
  const gint64 focus_y = figure->framing != NULL ? figure->framing->focus_y : 500;
  enum { WHOLE = 100000 };
  /* of the file, in thousandths of a percent */
  gint64 part_x = WHOLE, part_y = WHOLE * (gint64) shown->height * wide / ((gint64) shown->width * high);

  if (part_y > WHOLE) {
    part_x = WHOLE * (gint64) shown->width * high / ((gint64) shown->height * wide);
    part_y = WHOLE;
  }
  shown->left = (int) CLAMP (focus_x * WHOLE / 1000 - part_x / 2, 0, WHOLE - part_x);
  shown->top = (int) CLAMP (focus_y * WHOLE / 1000 - part_y / 2, 0, WHOLE - part_y);
  shown->right = (int) (WHOLE - part_x) - shown->left;
  shown->bottom = (int) (WHOLE - part_y) - shown->top;
}

/* ---- drawings ---- */

static void
put_size (TkXml xml, const char *name, const char *x, const char *y, gint64 wide, gint64 high)
{
  tk_word_begin (xml, name);
  tk_word_number (xml, x, wide);
  tk_word_number (xml, y, high);
  tk_word_end (xml);
}

/* The file is turned as its orientation wants (CIPA DC-008): its own width is then the height. */
static void
put_transform (TkXml xml, const Shown *shown)
{
  static const int quarters[] = {0, 0, 0, 2, 2, 1, 1, 3, 3};
  const int orientation = CLAMP (shown->stored->orientation, 1, 8);
  const gboolean mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
  const gint64 wide = tk_word_emu (shown->width), high = tk_word_emu (shown->height);
  const gboolean turned = orientation >= 5;

  tk_word_begin (xml, "a:xfrm");
  if (quarters[orientation] != 0)
    tk_word_number (xml, "rot", 5400000 * quarters[orientation]);
  if (mirrored)
    tk_word_attribute (xml, "flipH", "1");
  put_size (xml, "a:off", "x", "y", turned ? (wide - high) / 2 : 0, turned ? (high - wide) / 2 : 0);
  put_size (xml, "a:ext", "cx", "cy", turned ? high : wide, turned ? wide : high);
  tk_word_end (xml);
}

static void
put_crop (TkXml xml, const Shown *shown)
{
  enum { HAIR = 100 };

  if (shown->left + shown->top + shown->right + shown->bottom < HAIR)
    return;
  tk_word_begin (xml, "a:srcRect");
  tk_word_number (xml, "l", shown->left);
  tk_word_number (xml, "t", shown->top);
  tk_word_number (xml, "r", shown->right);
  tk_word_number (xml, "b", shown->bottom);
  tk_word_end (xml);
}

static void
put_picture (TkXml xml, const Shown *shown, guint id)
{
  static const char uri[] = "http://schemas.openxmlformats.org/drawingml/2006/picture";

  tk_word_begin (xml, "a:graphic");
  tk_word_begin (xml, "a:graphicData");
  tk_word_attribute (xml, "uri", uri);
  tk_word_begin (xml, "pic:pic");
  tk_word_begin (xml, "pic:nvPicPr");
  tk_word_begin (xml, "pic:cNvPr");
  tk_word_number (xml, "id", id);
  tk_word_attribute (xml, "name", strchr (shown->stored->name, '/') + 1);
  tk_word_end (xml);
  tk_word_flag (xml, "pic:cNvPicPr");
  tk_word_end (xml);
  tk_word_begin (xml, "pic:blipFill");
  tk_word_begin (xml, "a:blip");
  tk_word_attribute (xml, "r:embed", shown->relation);
  tk_word_end (xml);
  put_crop (xml, shown);
  tk_word_begin (xml, "a:stretch");
  tk_word_flag (xml, "a:fillRect");
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_begin (xml, "pic:spPr");
  put_transform (xml, shown);
  tk_word_begin (xml, "a:prstGeom");
  tk_word_attribute (xml, "prst", "rect");
  tk_word_flag (xml, "a:avLst");
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
put_name (TkXml xml, const Shown *shown, guint id)
{
  tk_word_begin (xml, "wp:docPr");
  tk_word_number (xml, "id", id);
  tk_word_attribute (xml, "name", strchr (shown->stored->name, '/') + 1);
  if (shown->alt != NULL)
    tk_word_attribute (xml, "descr", shown->alt);
  tk_word_end (xml);
  tk_word_flag (xml, "wp:cNvGraphicFramePr");
}

/* Where a picture stands that text runs around: at an edge of its column, from its paragraph down. */
static void
put_anchor_place (TkXml xml, TkAround around)
{
  put_size (xml, "wp:simplePos", "x", "y", 0, 0);
  tk_word_begin (xml, "wp:positionH");
  tk_word_attribute (xml, "relativeFrom", "column");
  tk_word_element (xml, "wp:align", around == TK_AROUND_RIGHT ? "right" : "left");
  tk_word_end (xml);
  tk_word_begin (xml, "wp:positionV");
  tk_word_attribute (xml, "relativeFrom", "paragraph");
  tk_word_element (xml, "wp:posOffset", "0");
  tk_word_end (xml);
}

static void
begin_drawing (TkXml xml, const Shown *shown)
{
  const struct {
    const char *name, *value;
  } anchored[] = {{"simplePos", "0"}, {"relativeHeight", "1"}, {"behindDoc", shown->behind ? "1" : "0"},
                  {"locked", "0"},    {"layoutInCell", "1"},   {"allowOverlap", "0"}};
  const gboolean inside = shown->around == TK_AROUND_NONE && !shown->behind;
  const gint64 gap = tk_word_emu (GAP);

  tk_word_begin (xml, "w:drawing");
  tk_word_begin (xml, inside ? "wp:inline" : "wp:anchor");
  tk_word_attribute (xml, "distT", "0");
  tk_word_number (xml, "distB", inside ? 0 : gap / 2);
  tk_word_number (xml, "distL", shown->around == TK_AROUND_RIGHT ? gap : 0);
  tk_word_number (xml, "distR", shown->around == TK_AROUND_LEFT ? gap : 0);
  for (guint i = 0; i < G_N_ELEMENTS (anchored) && !inside; i++)
    tk_word_attribute (xml, anchored[i].name, anchored[i].value);
  if (!inside)
    put_anchor_place (xml, shown->around);
}

static void
put_drawing (TkWord *word, const Shown *shown)
{
  TkXml xml = word->xml;
  const guint id = ++word->n_drawings;

  tk_word_begin (xml, "w:r");
  begin_drawing (xml, shown);
  put_size (xml, "wp:extent", "cx", "cy", tk_word_emu (shown->width), tk_word_emu (shown->height));
  if (shown->behind)
    tk_word_flag (xml, "wp:wrapNone");
  else if (shown->around != TK_AROUND_NONE) {
    tk_word_begin (xml, "wp:wrapSquare");
    tk_word_attribute (xml, "wrapText", "bothSides");
    tk_word_end (xml);
  }
  put_name (xml, shown, id);
  put_picture (xml, shown, id);
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_end (xml);
}

static gboolean
find_shown (TkWord *word, const TkNode *figure, TkUnit room, Shown *shown, GError **error)
{
  *shown = (Shown){.stored = find_stored (word, figure, error), .alt = figure->alt};
  if (shown->stored == NULL)
    return FALSE;
  shown->relation = tk_word_package_relate (word->package, word->part, "image", shown->stored->name, FALSE);
  fit (word, figure, room, shown);
  crop (figure, shown);
  return TRUE;
}

static void
put_in_line (TkWord *word, const TkNode *figure, const Shown *shown)
{
  const gboolean inside = shown->around == TK_AROUND_NONE && !shown->behind;
  const TkWordParagraph look = {.keeps = figure->first != NULL, .line = inside ? 0 : TK_PT (1)};
  TkStyle style = *figure->style;

  style.first_indent = style.pitch = 0; /* a line as high as the picture */
  style.space_after = inside ? style.space_after : 0;
  tk_word_styles_use (word->styles, TK_WORD_TEXT, 0, figure->style);
  tk_word_begin_paragraph (word, TK_WORD_TEXT, &style, 0, &look);
  const guint bookmark = tk_word_begin_bookmark (word, figure);
  put_drawing (word, shown);
  tk_word_end_bookmark (word, bookmark);
  tk_word_end (word->xml);
}

/* A table without borders: the picture, and its caption in the other cell. */
static gboolean
put_beside (TkWord *word, const TkNode *figure, const Shown *shown, GError **error)
{
  const gboolean left = figure->framing->side == TK_CAPTION_LEFT;
  const TkUnit picture = shown->width + BESIDE, caption = word->width - word->indent - picture;
  const TkUnit widths[] = {left ? caption : picture, left ? picture : caption};

  tk_word_begin_table (word, TK_AROUND_NONE, widths, 2);
  tk_word_begin (word->xml, "w:tr");
  for (int i = 0; i < 2; i++) {
    const gboolean shows = (i == 0) != left;
    const TkUnit indent = word->indent;
    tk_word_begin_cell (word, widths[i], i == 0 ? BESIDE : 0);
    word->indent = 0;
    if (shows)
      put_in_line (word, figure, shown);
    else if (!tk_word_put_column (word, figure, widths[i] - BESIDE, error))
      return FALSE;
    word->indent = indent;
    tk_word_end (word->xml);
  }
  tk_word_end (word->xml);
  tk_word_end_table (word, figure->style->space_after);
  return TRUE;
}

/* The credit line stands close below the caption. */
static gboolean
put_caption (TkWord *word, const TkNode *figure, GError **error)
{
  for (const TkNode *child = figure->first; child != NULL; child = child->next) {
    const gboolean more = child->next != NULL;
    word->tight = more;
    word->keeps += more;
    if (!tk_word_put_block (word, child, error))
      return FALSE;
    word->keeps -= more;
  }
  word->tight = FALSE;
  return TRUE;
}

/* A picture with its caption that text runs around: a table of one cell. */
static gboolean
put_around (TkWord *word, const TkNode *figure, const Shown *shown, GError **error)
{
  const TkUnit outer = word->width, indent = word->indent;

  tk_word_begin_table (word, figure->around, &shown->width, 1);
  tk_word_begin (word->xml, "w:tr");
  tk_word_begin_cell (word, shown->width, 0);
  word->width = shown->width;
  word->indent = 0;
  put_in_line (word, figure, shown);
  if (!put_caption (word, figure, error))
    return FALSE;
  word->width = outer;
  word->indent = indent;
  tk_word_end (word->xml);
  tk_word_end (word->xml);
  tk_word_end_table (word, 0);
  return TRUE;
}

/* Over all of the box that it is the first block of, where that has a height. */
static gboolean
put_behind (TkWord *word, const TkNode *figure, TkUnit room, GError **error)
{
  const TkBoxLook *box = figure->parent->box;
  Shown shown;

  if (!find_shown (word, figure, room, &shown, error))
    return FALSE;
  shown.behind = TRUE;
  if (box->height > 0) {
    shown.width = room;
    shown.height = box->height;
    crop (figure, &shown);
  }
  put_in_line (word, figure, &shown);
  return TRUE;
}

gboolean
tk_word_put_figure (TkWord *word, const TkNode *figure, GError **error)
{
  const TkUnit room = word->width - word->indent - figure->style->left_indent - figure->style->right_indent;
  Shown shown;

  if (figure->path == NULL)
    return tk_word_put_children (word, figure, error);
  if (figure->behind)
    return put_behind (word, figure, room, error);
  if (!find_shown (word, figure, room, &shown, error))
    return FALSE;
  if (figure->first != NULL && figure->framing != NULL && figure->framing->side != TK_CAPTION_BELOW
      && room - shown.width - BESIDE >= NARROWEST)
    return put_beside (word, figure, &shown, error);
  if (figure->around != TK_AROUND_NONE && figure->first == NULL) {
    shown.around = figure->around;
    put_in_line (word, figure, &shown);
    return TRUE;
  }
  if (figure->around != TK_AROUND_NONE && word->in_cells == 0)
    return put_around (word, figure, &shown, error);
  put_in_line (word, figure, &shown);
  return put_caption (word, figure, error);
}

/* ---- albums ---- */

enum { MOST_COLUMNS = 12 };

/* In rows, pictures are about as high as the album wants, as printed; narrow ones do not tower over wide
 * ones. */
static void
lower (const TkNode *album, Shown *shown)
{
  const TkUnit most = album->album->row_height * 5 / 4;

  if (most <= 0 || shown->height <= most)
    return;
  shown->width = (TkUnit) ((gint64) shown->width * most / shown->height);
  shown->height = most;
}

static gboolean
put_album_cell (TkWord *word, const TkNode *album, const TkNode *figure, TkUnit width, GError **error)
{
  const TkUnit gap = MIN (album->album->gap, width / 2);
  const TkUnit outer = word->width, indent = word->indent;
  Shown shown;

  tk_word_begin_cell (word, width, gap);
  word->width = width - gap;
  word->indent = 0;
  if (figure == NULL) {
    tk_word_put_height (word, TK_PT (1));
  } else {
    if (!find_shown (word, figure, word->width, &shown, error))
      return FALSE;
    lower (album, &shown);
    put_in_line (word, figure, &shown);
    if (!put_caption (word, figure, error))
      return FALSE;
  }
  word->width = outer;
  word->indent = indent;
  tk_word_end (word->xml);
  return TRUE;
}

/* So many pictures a row that each is about as high as the album wants. */
static int
count_columns (TkWord *word, const TkNode *album)
{
  const TkUnit room = word->width - word->indent;
  const TkUnit each = MAX (album->album->row_height, TK_MM (20)) * 3 / 2;

  if (album->album->columns > 0)
    return MIN (album->album->columns, MOST_COLUMNS);
  return CLAMP ((room + each / 2) / each, 1, MOST_COLUMNS);
}

gboolean
tk_word_put_album (TkWord *word, const TkNode *album, GError **error)
{
  const int n = count_columns (word, album);
  TkUnit widths[MOST_COLUMNS];

  if (album->first == NULL)
    return TRUE;
  for (int i = 0; i < n; i++)
    widths[i] = (word->width - word->indent) / n;
  word->gap = MAX (word->gap, album->style->space_before);
  tk_word_begin_table (word, TK_AROUND_NONE, widths, (guint) n);
  for (const TkNode *figure = album->first; figure != NULL;) {
    tk_word_begin (word->xml, "w:tr");
    tk_word_begin (word->xml, "w:trPr");
    tk_word_flag (word->xml, "w:cantSplit");
    tk_word_end (word->xml);
    for (int i = 0; i < n; i++) {
      if (!put_album_cell (word, album, figure, widths[i], error))
        return FALSE;
      figure = figure != NULL ? figure->next : NULL;
    }
    tk_word_end (word->xml);
  }
  tk_word_end_table (word, album->style->space_after);
  return TRUE;
}
