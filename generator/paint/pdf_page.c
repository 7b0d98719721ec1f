/* Comes in: a page. Goes out: its content stream. All numbers are integers in 1/1000 pt, in the user space of
 * PDF: y upwards. Must not know how the document hangs together. */
#include "pdf_page.h"

#include <math.h>

#include "pdf_link.h"
#include "pdf_path.h"

typedef struct {
  TkPress *press;
  HPDF_Page object;
  gint64 height; /* of the page */
  TkBytes to;
  TkLinks links;

  TkTag *tag; /* of the open sequence, NULL: none or an artifact's */
  gboolean marked, artifact;
  TkPart part;   /* of the open artifact */
  gboolean text; /* within BT … ET */
  gint64 x, y;   /* of the current line in it */
  const TkFace *face;
  gint32 size;
  guint32 colour;
} Page;

static gint64
round_hundredths (TkUnit unit)
{
  return (TK_MILLI (unit) + 5) / 10 * 10;
}

gint64
tk_page_height (const TkPage *page)
{
  return round_hundredths (page->height);
}

static void
close_text (Page *page)
{
  if (page->text)
    tk_bytes_literal (&page->to, "ET\n");
  page->text = FALSE;
}

static void
close_sequence (Page *page)
{
  close_text (page);
  if (page->marked)
    tk_bytes_literal (&page->to, "EMC\n");
  page->marked = FALSE;
  page->tag = NULL;
}

static void
open_artifact (Page *page, TkPart part)
{
  /* ISO 32000-1, 14.8.2.2.2, table 330 */
  static const char *const kinds[] = {
      [TK_PART_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n",
      [TK_PART_RUNNING] = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n",
      [TK_PART_FOOT] = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n",
      [TK_PART_WATERMARK] = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n",
      [TK_PART_LINE_NUMBER] = "/Artifact<</Type/Pagination>>BDC\n",
  };

  if (page->marked && page->artifact && page->part == part)
    return;
  close_sequence (page);
  tk_bytes_put (&page->to, kinds[part], strlen (kinds[part]));
  page->marked = page->artifact = TRUE;
  page->part = part;
}

static void
open_tag (Page *page, TkTag *tag)
{
  const char *name = tk_tag_name (tag->tag);

  if (page->marked && page->tag == tag)
    return;
  close_sequence (page);
  guint mcid = tk_tags_mark (page->press->tags, tag, tk_store_number (page->object));
  tk_bytes_literal (&page->to, "/");
  tk_bytes_put (&page->to, name, strlen (name));
  tk_bytes_literal (&page->to, "<</MCID ");
  tk_bytes_integer (&page->to, mcid);
  tk_bytes_literal (&page->to, ">>BDC\n");
  page->marked = TRUE;
  page->artifact = FALSE;
  page->tag = tag;
}

/* Of red, green and blue, in thousandths. */
static void
find_shares (guint32 colour, gint64 *ret_shares)
{
  for (int i = 0; i < 3; i++)
    ret_shares[i] = ((gint64) (colour >> (16 - 8 * i) & 255) * 1000 + 127) / 255;
}

static void
set_colour (Page *page, guint32 colour)
{
  gint64 shares[3];

  if (colour == page->colour)
    return;
  page->colour = colour;
  find_shares (colour, shares);
  if (shares[0] == shares[1] && shares[1] == shares[2])
    tk_bytes_numbers (&page->to, shares, 1, "g\n");
  else
    tk_bytes_numbers (&page->to, shares, 3, "rg\n");
}

/* Text */

static void
set_face (Page *page, const TkFace *face, gint32 size)
{
  page->face = face;
  page->size = size;
  tk_bytes_literal (&page->to, "/F");
  tk_bytes_integer (&page->to, face->id);
  tk_bytes_literal (&page->to, " ");
  tk_bytes_fixed (&page->to, size, 3);
  tk_bytes_literal (&page->to, " Tf");
}

static void
move_to (Page *page, gint64 x, gint64 y)
{
  if (!page->text) {
    tk_bytes_literal (&page->to, "BT\n");
    page->text = TRUE;
    page->x = page->y = 0;
  }
  gint64 step[2] = {x - page->x, y - page->y};
  page->x = x;
  page->y = y;
  tk_bytes_numbers (&page->to, step, 2, "Td");
}

/* A text object of its own with the line's own matrix (ISO 32000-1, 9.4.2), from which no other line can
 * step on. */
static void
turn_to (Page *page, gint64 x, gint64 y, gint16 degrees)
{
  double angle = degrees * G_PI / 180;
  gint64 cosine = llround (cos (angle) * 1e6), sine = llround (sin (angle) * 1e6);
  gint64 turn[4] = {cosine, sine, -sine, cosine}, place[2] = {x, y};

  close_text (page);
  tk_bytes_literal (&page->to, "BT\n");
  page->text = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (turn); i++) {
    tk_bytes_fixed (&page->to, turn[i], 6);
    tk_bytes_literal (&page->to, " ");
  }
  tk_bytes_numbers (&page->to, place, 2, "Tm");
}

/* Where the first word of the line stands. */
static void
begin_line (Page *page, const TkDrawn *drawn)
{
  const TkMark *mark = drawn->mark;
  gint64 y = page->height - TK_MILLI (drawn->y);

  if (mark->turned != 0)
    turn_to (page, TK_MILLI (drawn->x), y, mark->turned); /* lines begin at 0 */
  else
    move_to (page, TK_MILLI (drawn->x + mark->text.pieces->x), y);
}

/* A word's beginning stands at most 1/2000 em from its place: @target and
 * @pen are in 1/1000000 pt from the line's beginning. */
static void
put_gap (TkBytes *to, gint64 *pen, gint64 target, gint32 size)
{
  gint64 gap = *pen - target, half = size / 2;
  gint64 step = gap >= 0 ? (gap + half) / size : -((-gap + half) / size);

  if (step == 0)
    return;
  tk_bytes_literal (to, ")");
  tk_bytes_integer (to, step);
  tk_bytes_literal (to, "(");
  *pen -= step * size;
}

static void
put_space (Page *page, gint64 *pen)
{
  guint16 width;
  guint16 code = tk_speller_space (page->press->speller, page->face, &width);
  char bytes[2] = {(char) (code >> 8), (char) (code & 0xFF)};

  if (code == 0)
    return;
  tk_bytes_escaped (&page->to, bytes, 2);
  *pen += (gint64) width * page->size;
}

static gboolean
put_line (Page *page, const TkDrawn *drawn, GError **error)
{
  const TkPiece *pieces = drawn->mark->text.pieces;
  guint n = drawn->mark->text.n_pieces;
  TkBytes *to = &page->to;
  gboolean open = FALSE;
  gint64 pen = 0;

  if (n == 0)
    return TRUE;
  set_colour (page, drawn->mark->colour);
  begin_line (page, drawn);
  if (drawn->mark->role == TK_ROLE_UNSEEN)
    tk_bytes_literal (to, " 3 Tr\n");
  for (const TkPiece *piece = pieces; piece < pieces + n; piece++) {
    const TkSpelling *spelling = tk_speller_spell (page->press->speller, piece->word, error);
    gint32 size = TK_SIZE (piece->word);
    if (spelling == NULL)
      return FALSE;
    if (piece->word->face != page->face || size != page->size) {
      if (open)
        tk_bytes_literal (to, ")]TJ");
      open = FALSE;
      set_face (page, piece->word->face, size);
    }
    if (!open)
      tk_bytes_literal (to, "[(");
    open = TRUE;
    put_gap (to, &pen, ((gint64) piece->x - pieces->x) * 15625 / 16, size);
    tk_bytes_put (to, spelling->bytes, spelling->length);
    pen += (gint64) spelling->advance * size;
    if (piece->space != 0)
      put_space (page, &pen);
  }
  tk_bytes_literal (to, ")]TJ\n");
  if (drawn->mark->role == TK_ROLE_UNSEEN)
    tk_bytes_literal (to, "0 Tr\n");
  if (drawn->mark->turned != 0)
    close_text (page);
  return TRUE;
}

/* Rules, pictures and paths */

static void
put_rule (Page *page, const TkDrawn *drawn)
{
  gint64 width = TK_MILLI (drawn->mark->rule.width), height = TK_MILLI (drawn->mark->rule.height);
  gint64 numbers[4] = {TK_MILLI (drawn->x), page->height - TK_MILLI (drawn->y) - height, width, height};

  close_text (page);
  set_colour (page, drawn->mark->colour);
  tk_bytes_numbers (&page->to, numbers, 4, "re f\n");
}

/* @left, @top: the corner of the part that is shown. */
static TkPlacing
place_whole (int orientation, const TkCrop *crop, gint64 left, gint64 top)
{
  return tk_picture_place (orientation, left + TK_MILLI (crop->x),
                           top - TK_MILLI (crop->y) - TK_MILLI (crop->height), TK_MILLI (crop->width),
                           TK_MILLI (crop->height));
}

static gboolean
put_image (Page *page, const TkDrawn *drawn, TkTag *tag, GError **error)
{
  const TkPicture *picture = drawn->mark->image.picture;
  GPtrArray *images = page->press->images;
  gint64 width = TK_MILLI (drawn->mark->image.width), height = TK_MILLI (drawn->mark->image.height);
  gint64 left = TK_MILLI (drawn->x), bottom = page->height - TK_MILLI (drawn->y) - height;
  const TkCrop *crop = drawn->mark->image.crop;
  TkPlacing placing = crop == NULL ? tk_picture_place (picture->orientation, left, bottom, width, height)
                                   : place_whole (picture->orientation, crop, left, bottom + height);
  gint64 numbers[6] = {placing.a, placing.b, placing.c, placing.d, placing.e, placing.f};

  if (picture->index >= images->len)
    g_ptr_array_set_size (images, (gint) picture->index + 1);
  if (images->pdata[picture->index] == NULL)
    images->pdata[picture->index] = tk_picture_store (page->press->store, picture, error);
  if (images->pdata[picture->index] == NULL)
    return FALSE;
  if (tag != NULL)
    tk_tags_place (page->press->tags, tag, (TkRect){left, bottom, left + width, bottom + height});
  close_text (page);
  tk_bytes_literal (&page->to, "q ");
  if (crop != NULL)
    tk_bytes_numbers (&page->to, (gint64[]){left, bottom, width, height}, 4, "re W n\n");
  tk_bytes_numbers (&page->to, numbers, 6, "cm");
  tk_bytes_print (&page->to, "/I%u Do Q\n", picture->index);
  return TRUE;
}

static void
put_path (Page *page, const TkDrawn *drawn, TkTag *tag)
{
  const TkMark *mark = drawn->mark;
  const gint64 left = TK_MILLI (drawn->x), top = page->height - TK_MILLI (drawn->y);

  /* the box of a path of a chart is that of the whole */
  if (tag != NULL && tag->box == NULL)
    tk_tags_place (
        page->press->tags, tag,
        (TkRect){left, top - TK_MILLI (mark->path.height), left + TK_MILLI (mark->path.width), top});
  close_text (page);
  tk_path_put (&page->to, mark, left, top);
}

/* The page */

static gboolean
put_mark (Page *page, const TkDrawn *drawn, GError **error)
{
  TkTag *tag = NULL;

  if (drawn->part == TK_PART_CONTENT) {
    tag = tk_tags_find (page->press->tags, drawn->mark);
    open_tag (page, tag);
  } else {
    open_artifact (page, drawn->part);
  }
  switch (drawn->mark->kind) {
  case TK_MARK_TEXT:
    if (tag != NULL && tag->tag == TK_TAG_LINK)
      tk_links_add (&page->links, page->press, page->object, page->height, drawn, tag);
    return put_line (page, drawn, error);
  case TK_MARK_RULE:
    put_rule (page, drawn);
    return TRUE;
  case TK_MARK_IMAGE:
    return put_image (page, drawn, tag, error);
  case TK_MARK_PATH:
    put_path (page, drawn, tag);
    return TRUE;
  }
  return TRUE;
}

static void
set_page (Page *page, const TkPage *of, guint32 resources, guint key)
{
  gint64 box[2] = {round_hundredths (of->width), page->height};
  g_auto (TkBytes) text = {0};

  tk_bytes_literal (&text, "/MediaBox[0 0 ");
  tk_bytes_numbers (&text, box, 2, "]/TrimBox[0 0 ");
  tk_bytes_numbers (&text, box, 2, "]");
  tk_bytes_print (&text, "/Resources %u 0 R/StructParents %u/Tabs/S", resources, key);
  if (page->links.references.length > 0) {
    tk_bytes_literal (&text, "/Annots[");
    tk_bytes_put (&text, page->links.references.at, page->links.references.length);
    tk_bytes_literal (&text, "]");
  }
  tk_bytes_literal (&text, "\n");
  tk_store_set (page->press->store, page->object, &text);
}

gboolean
tk_page_store (TkPress *press, guint index, guint32 resources, GError **error)
{
  const TkPage *of = &press->pages->pages[index];
  Page page = {.press = press, .object = press->objects->pdata[index], .height = tk_page_height (of)};
  guint key = tk_tags_begin_page (press->tags), n;
  const TkDrawn *drawn = tk_reading_order (press->reading, of, &n);
  gboolean done = TRUE;

  tk_bytes_need (&page.to, 12 << 10);
  for (guint i = 0; i < n && done; i++)
    done = put_mark (&page, &drawn[i], error);
  close_sequence (&page);
  tk_links_end (&page.links, press, page.object);
  set_page (&page, of, resources, key);
  if (done)
    tk_store_content (press->store, page.object, &page.to);
  tk_bytes_clear (&page.to);
  tk_links_clear (&page.links);
  return done;
}
