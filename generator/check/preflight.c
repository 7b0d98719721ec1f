/* Comes in: laid-out pages, and what a press wants. Goes out: notes on what it would send back. Knows nothing
 * of sheets: what is near the trim of a page is near the knife wherever the page lies. */
#include "preflight.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "press_box.h"

/* Of continuous tone at a screen of 133 to 150 lines an inch: usual in the trade, 300 is better. */
enum { LEAST_DPI = 200 };
/* What an image setter holds, and what a folding and cutting machine may be off. */
#define LEAST_LINE TK_PT (0.25)
#define LEAST_DISTANCE TK_MM (5)
#define BLEED_FROM TK_MM (0.1)
#define BLEED_TO TK_MM (3)

/* Bits of fsType (OpenType specification, OS/2). */
enum {
  RIGHTS_RESTRICTED = 0x0002,
  RIGHTS_PREVIEW = 0x0004,
  RIGHTS_EDITABLE = 0x0008,
  RIGHTS_WHOLE = 0x0100,
  RIGHTS_BITMAPS = 0x0200
};

/* The first or the worst of a kind on a page, or in the paper, and how many there are. */
typedef struct {
  guint n;
  guint page; /* from 0 */
  TkPressBox box;
  const TkMark *mark;
  TkUnit length; /* its thickness, its distance */
  TkEdge edge;
} Tally;

typedef struct {
  const TkPressWanted *wanted;
  TkNotes *notes;
  GHashTable *faces; /* TkFace, those looked at */
  const TkPage *page;
  guint index;              /* of it, from 0 */
  Tally lines, texts, ends; /* of the page */
  Tally colours;            /* of the paper: one decision mends all */
  gboolean blacks;          /* text or lines without colour, on any page */
} Press;

static double
in_mm (TkUnit length)
{
  return length / 1024.0 * 25.4 / 72;
}

/* "page 3, 20 mm from the left, 45 mm from the top" */
static char *
place_new (guint page, const TkPressBox *box)
{
  return g_strdup_printf (_ ("page %u, %.0f mm from the left, %.0f mm from the top"), page + 1,
                          in_mm (box->left), in_mm (box->top));
}

/* Counts one more; whether it is to be kept as the one that is named. */
static gboolean
count (Tally *tally, const Press *press, const TkPressBox *box, const TkMark *mark, TkUnit length,
       gboolean worse)
{
  if (tally->n++ > 0 && !worse)
    return FALSE;
  tally->page = press->index;
  tally->box = *box;
  tally->mark = mark;
  tally->length = length;
  return TRUE;
}

/* ", and 3 further on this page", or nothing. Free it. */
static char *
others_new (const Tally *tally)
{
  return tally->n > 1 ? g_strdup_printf (_ (", and %u further on this page"), tally->n - 1) : g_strdup ("");
}

/* ---- marks ---- */

/* How many of @dots an inch of @length has. */
static double
dots_an_inch (int dots, TkUnit length)
{
  return length > 0 ? dots * 72.0 * 1024 / length : G_MAXDOUBLE;
}

static void
check_picture (Press *press, const TkMark *mark, const TkPressBox *box)
{
  const TkPicture *picture = mark->image.picture;
  const TkCrop *crop = mark->image.crop;
  const gboolean turned = picture->orientation >= 5;
  const double across = dots_an_inch (turned ? picture->height : picture->width,
                                      crop != NULL ? crop->width : mark->image.width);
  const double down = dots_an_inch (turned ? picture->width : picture->height,
                                    crop != NULL ? crop->height : mark->image.height);

  if (MIN (across, down) >= LEAST_DPI - 0.5)
    return;
  g_autofree char *place = place_new (press->index, box);
  tk_notes_add (press->notes,
                _ ("%s: %s has %.0f dots an inch at %.0f × %.0f mm, fewer than %d; give a larger picture, or "
                   "show it smaller"),
                place, picture->path, MIN (across, down), in_mm (mark->image.width),
                in_mm (mark->image.height), LEAST_DPI);
}

static void
check_line (Press *press, const TkMark *mark, const TkPressBox *box)
{
  TkUnit thickness = 0;

  if (mark->kind == TK_MARK_RULE)
    thickness = MIN (mark->rule.width, mark->rule.height);
  else if (mark->kind == TK_MARK_PATH)
    thickness = mark->path.stroke;
  if (thickness > 0 && thickness < LEAST_LINE)
    count (&press->lines, press, box, mark, thickness, thickness < press->lines.length);
}

static void
check_distance (Press *press, const TkMark *mark, const TkPressBox *box)
{
  TkUnit nearest = LEAST_DISTANCE;

  for (TkEdge edge = TK_EDGE_LEFT; edge < TK_EDGES; edge++)
    nearest = MIN (nearest, tk_press_box_distance (box, press->page, edge));
  if (nearest < LEAST_DISTANCE)
    count (&press->texts, press, box, mark, nearest, nearest < press->texts.length);
}

static void
check_face (Press *press, const TkMark *mark, const TkPressBox *box)
{
  const TkFace *face = mark->text.pieces->word->face;
  const gboolean restricted = (face->rights & RIGHTS_RESTRICTED) != 0
                              && (face->rights & (RIGHTS_PREVIEW | RIGHTS_EDITABLE)) == 0;

  if (!g_hash_table_add (press->faces, (gpointer) face)
      || (!restricted && (face->rights & (RIGHTS_WHOLE | RIGHTS_BITMAPS)) == 0))
    return;
  g_autofree char *place = place_new (press->index, box);
  tk_notes_add (
      press->notes,
      restricted ? _ ("%s: %s may not be embedded, by its maker's licence (fsType); choose another family")
                 : _ ("%s: %s may not be embedded in part, by its maker's licence (fsType); choose another "
                      "family"),
      place, face->name);
}

static gboolean
is_neutral (guint32 colour)
{
  const guint red = colour >> 16 & 255, green = colour >> 8 & 255, blue = colour & 255;

  return red == green && green == blue;
}

static void
check_colour (Press *press, const TkMark *mark, const TkPressBox *box)
{
  const gboolean coloured = mark->kind == TK_MARK_IMAGE ? mark->image.picture->components != 1
                                                        : !is_neutral (mark->colour);

  if (coloured)
    count (&press->colours, press, box, mark, 0, FALSE);
  else if (mark->kind != TK_MARK_IMAGE && mark->colour != 0xFFFFFF)
    press->blacks = TRUE;
}

/* Pictures and areas; a line that is drawn has no bleed. */
static void
check_end (Press *press, const TkMark *mark, const TkPressBox *box)
{
  if (mark->kind == TK_MARK_PATH && mark->path.stroke > 0)
    return;
  for (TkEdge edge = TK_EDGE_LEFT; edge < TK_EDGES; edge++) {
    const TkUnit distance = tk_press_box_distance (box, press->page, edge);
    if (distance > BLEED_FROM && distance < BLEED_TO) {
      if (count (&press->ends, press, box, mark, distance, FALSE))
        press->ends.edge = edge;
      return;
    }
  }
}

static void
check_mark (Press *press, const TkPlaced *placed, const TkMark *mark)
{
  const TkPressBox box = tk_press_box (placed, mark);

  if (mark->role == TK_ROLE_UNSEEN || (mark->kind == TK_MARK_TEXT && mark->text.n_pieces == 0))
    return;
  if (mark->kind == TK_MARK_IMAGE)
    check_picture (press, mark, &box);
  if (mark->kind == TK_MARK_TEXT) {
    check_face (press, mark, &box);
    check_distance (press, mark, &box);
  } else {
    check_line (press, mark, &box);
    if (press->wanted->bleed > 0)
      check_end (press, mark, &box);
  }
  if (press->wanted->inks && press->wanted->colour == TK_COLOUR_RGB)
    check_colour (press, mark, &box);
}

/* ---- what a page comes to ---- */

static void
tell_lines (const Press *press)
{
  g_autofree char *place = place_new (press->lines.page, &press->lines.box),
                  *others = others_new (&press->lines);

  if (press->lines.n > 0)
    tk_notes_add (press->notes, _ ("%s: a line of %.2f pt, thinner than 0.25 pt%s; make it thicker"), place,
                  press->lines.length / 1024.0, others);
}

/* The beginning of its words. Free it. */
static char *
words_new (const TkMark *mark)
{
  enum { LONGEST = 24 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < mark->text.n_pieces; i++)
    g_string_append_printf (text, "%s%s", mark->text.pieces[i].word->text,
                            mark->text.pieces[i].space != 0 ? " " : "");
  g_strchomp (text->str);
  if (g_utf8_strlen (text->str, -1) <= LONGEST)
    return g_strdup (text->str);
  g_autofree char *begin = g_utf8_substring (text->str, 0, LONGEST);
  return g_strconcat (begin, "…", NULL);
}

static void
tell_texts (const Press *press)
{
  if (press->texts.n == 0)
    return;
  g_autofree char *place = place_new (press->texts.page, &press->texts.box),
                  *others = others_new (&press->texts);
  g_autofree char *words = words_new (press->texts.mark);
  if (press->texts.length < 0)
    tk_notes_add (press->notes, _ ("%s: “%s” reaches over the trim%s; move it inwards"), place, words,
                  others);
  else
    tk_notes_add (press->notes,
                  _ ("%s: “%s” stands %.1f mm from the trim, nearer than 5 mm%s; move it inwards"), place,
                  words, in_mm (press->texts.length), others);
}

static void
tell_colours (const Press *press)
{
  static const char *const things[] = {[TK_MARK_TEXT] = N_ ("text"),
                                       [TK_MARK_RULE] = N_ ("a line or an area"),
                                       [TK_MARK_IMAGE] = N_ ("a picture"),
                                       [TK_MARK_PATH] = N_ ("a line or an area")};

  if (press->colours.n == 0)
    return;
  g_autofree char *place = place_new (press->colours.page, &press->colours.box);
  g_autofree char *others = press->colours.n > 1
                                ? g_strdup_printf (_ (", and %u further in the paper"), press->colours.n - 1)
                                : g_strdup ("");
  tk_notes_add (press->notes, _ ("%s: %s in colour stays RGB%s; give --colour cmyk"), place,
                _ (things[press->colours.mark->kind]), others);
}

static void
tell_ends (const Press *press)
{
  static const char *const edges[TK_EDGES] = {N_ ("left"), N_ ("upper"), N_ ("right"), N_ ("lower")};

  if (press->ends.n == 0)
    return;
  g_autofree char *place = place_new (press->ends.page, &press->ends.box),
                  *others = others_new (&press->ends);
  tk_notes_add (
      press->notes,
      press->ends.mark->kind == TK_MARK_IMAGE
          ? _ ("%s: a picture ends %.1f mm before the %s edge%s; let it reach the edge, from where it "
               "is carried on into the bleed, or end 3 mm before it")
          : _ ("%s: an area ends %.1f mm before the %s edge%s; let it reach the edge, from where it "
               "is carried on into the bleed, or end 3 mm before it"),
      place, in_mm (press->ends.length), _ (edges[press->ends.edge]), others);
}

static void
check_page (Press *press, const TkPage *page, guint index)
{
  press->page = page;
  press->index = index;
  press->lines = press->texts = press->ends = (Tally){0};
  for (guint i = 0; i < page->n_placed; i++) {
    const TkPlaced *placed = &page->placed[i];
    if (placed->artifact && placed->kind == TK_ARTIFACT_WATERMARK)
      continue;
    for (guint m = 0; m < placed->n_marks; m++)
      check_mark (press, placed, &placed->marks[m]);
  }
  tell_lines (press);
  tell_texts (press);
  tell_ends (press);
}

void
tk_check_preflight (const TkPages *pages, const TkPressWanted *wanted, TkNotes *notes)
{
  g_autoptr (GHashTable) faces = g_hash_table_new (NULL, NULL);
  Press press = {.wanted = wanted, .notes = notes, .faces = faces};

  for (guint i = 0; i < pages->n_pages; i++)
    check_page (&press, &pages->pages[i], i);
  tell_colours (&press);
  if (press.blacks)
    tk_notes_add (notes,
                  _ ("the paper: black stays RGB, of which a press makes four inks; give --colour cmyk"));
}
