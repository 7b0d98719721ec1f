/* Comes in: laid-out pages on sheets, and what a press wants. Goes out: notes on what it would send back. */
#include "preflight.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "bleed.h"
#include "press_places.h"

/* Of continuous tone at a screen of 133 to 150 lines an inch: usual in the trade, 300 is better. */
enum { LEAST_DPI = 200 };
/* What an image setter holds, and what a folding and cutting machine may be off. */
#define LEAST_LINE TK_PT (0.25)
#define LEAST_DISTANCE TK_MM (5)
#define LEAST_BLEED TK_MM (3)
/* Lengths in millimetres do not come out even. */
#define ROUNDING TK_MM (0.01)

/* Bits of fsType (OpenType specification, OS/2). */
enum {
  RIGHTS_RESTRICTED = 0x0002,
  RIGHTS_PREVIEW = 0x0004,
  RIGHTS_EDITABLE = 0x0008,
  RIGHTS_WHOLE = 0x0100,
  RIGHTS_BITMAPS = 0x0200
};

/* What is told with all its places. */
typedef enum { KIND_LINES, KIND_TEXTS, KIND_ENDS, KIND_REACHES, KINDS } Kind;

/* Pages that have the same places. */
typedef struct {
  char *where;
  GArray *pages; /* guint, from 0 */
} Group;

typedef struct {
  const TkPressWanted *wanted;
  TkNotes *notes;
  GHashTable *faces; /* TkFace, those looked at */
  const TkSlot *slot;
  guint index;              /* of its page, from 0 */
  TkPressBox page;          /* as it is printed */
  GArray *places[KINDS];    /* TkPressPlace, on that page */
  GPtrArray *groups[KINDS]; /* Group */
  guint n_reaches;
  GArray *colours[TK_MARK_PATH + 1]; /* guint, pages; those of paths are with those of rules */
  gboolean blacks;                   /* text or lines without colour, on any page */
} Press;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->where);
  g_array_unref (group->pages);
  g_free (group);
}

static void
press_init (Press *press)
{
  press->faces = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < KINDS; i++) {
    press->places[i] = g_array_new (FALSE, FALSE, sizeof (TkPressPlace));
    press->groups[i] = g_ptr_array_new_with_free_func (group_free);
  }
  for (guint i = 0; i < G_N_ELEMENTS (press->colours); i++)
    press->colours[i] = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
press_clear (Press *press)
{
  g_hash_table_unref (press->faces);
  for (guint i = 0; i < KINDS; i++) {
    g_array_unref (press->places[i]);
    g_ptr_array_unref (press->groups[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (press->colours); i++)
    g_array_unref (press->colours[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Press, press_clear)

static TkUnit
print_length (const Press *press, TkUnit length)
{
  return (TkUnit) ((gint64) length * press->slot->scale / 1000);
}

/* "page 3, 20 mm from the left, 45 mm from the top": its upper left corner. Free it. */
static char *
corner_new (const Press *press, const TkPressBox *box)
{
  const TkPressPlace corner = {.edge = TK_EDGES, .box = {box->left, box->top, box->left, box->top}};
  g_autofree char *page = tk_press_pages_new (&press->index, 1),
                  *place = tk_press_place_new (&corner, &press->page);

  return g_strdup_printf ("%s, %s", page, place);
}

static void
add (Press *press, Kind kind, TkEdge edge, const TkPressBox *box, const TkMark *mark, TkUnit least)
{
  const TkPressPlace place = {edge, *box, least, mark};

  tk_press_places_add (press->places[kind], &place);
}

/* Ascending, each once. */
static void
add_page (GArray *pages, guint index)
{
  if (pages->len == 0 || g_array_index (pages, guint, pages->len - 1) != index)
    g_array_append_val (pages, index);
}

/* ---- edges of the page on its sheet ---- */

/* Pages lie turned to the left. */
static TkEdge
find_side (const TkSlot *slot, TkEdge edge)
{
  return (TkEdge) ((edge + TK_EDGES - (guint) slot->turned / 90) % TK_EDGES);
}

static gboolean
is_cut (const TkSlot *slot, TkEdge edge)
{
  const gboolean sides[TK_EDGES] = {slot->cut_left, slot->cut_top, slot->cut_right, slot->cut_bottom};

  return sides[find_side (slot, edge)];
}

static gboolean
has_bleed (const TkSlot *slot, TkEdge edge)
{
  const TkUnit sides[TK_EDGES] = {slot->clip_left, slot->clip_top, slot->clip_right, slot->clip_bottom};

  return sides[find_side (slot, edge)] + ROUNDING >= LEAST_BLEED;
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
  const TkUnit width = print_length (press, crop != NULL ? crop->width : mark->image.width),
               height = print_length (press, crop != NULL ? crop->height : mark->image.height);
  const double across = dots_an_inch (turned ? picture->height : picture->width, width);
  const double down = dots_an_inch (turned ? picture->width : picture->height, height);

  if (MIN (across, down) >= LEAST_DPI - 0.5)
    return;
  g_autofree char *place = corner_new (press, box);
  tk_notes_add (press->notes,
                _ ("%s: %s has %.0f dots an inch at %.0f × %.0f mm, fewer than %d; give a larger picture, or "
                   "show it smaller"),
                place, picture->path, MIN (across, down), TK_IN_MM (print_length (press, mark->image.width)),
                TK_IN_MM (print_length (press, mark->image.height)), LEAST_DPI);
}

static void
check_line (Press *press, const TkMark *mark, const TkPressBox *box)
{
  TkUnit thickness = 0;

  if (mark->kind == TK_MARK_RULE)
    thickness = MIN (mark->rule.width, mark->rule.height);
  else if (mark->kind == TK_MARK_PATH)
    thickness = mark->path.stroke;
  thickness = print_length (press, thickness);
  if (thickness > 0 && thickness < LEAST_LINE)
    add (press, KIND_LINES, TK_EDGES, box, mark, thickness);
}

static void
check_distance (Press *press, const TkMark *mark, const TkPressBox *box)
{
  for (TkEdge edge = TK_EDGE_LEFT; edge < TK_EDGES; edge++) {
    const TkUnit distance = tk_press_box_distance (box, &press->page, edge);
    if (distance < LEAST_DISTANCE)
      add (press, KIND_TEXTS, edge, box, mark, distance);
  }
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
  g_autofree char *place = corner_new (press, box);
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

static gboolean
is_white (const TkMark *mark)
{
  return mark->kind != TK_MARK_IMAGE && mark->colour == 0xFFFFFF;
}

static void
check_colour (Press *press, const TkMark *mark)
{
  const gboolean coloured = mark->kind == TK_MARK_IMAGE ? mark->image.picture->components != 1
                                                        : !is_neutral (mark->colour);

  if (coloured)
    add_page (press->colours[mark->kind == TK_MARK_PATH ? TK_MARK_RULE : mark->kind], press->index);
  else if (mark->kind != TK_MARK_IMAGE && !is_white (mark))
    press->blacks = TRUE;
}

/* @near: what touches an edge is not further from it. A line that is drawn may end near the trim: it is not
 * carried on. */
static void
check_edges (Press *press, const TkMark *mark, const TkPressBox *box)
{
  const gboolean drawn = mark->kind == TK_MARK_PATH && mark->path.stroke > 0;
  const TkUnit near = print_length (press, TK_BLEED_NEAR);

  if (is_white (mark) || box->right <= 0 || box->bottom <= 0 || box->left >= press->page.right
      || box->top >= press->page.bottom)
    return; /* nothing is printed */
  for (TkEdge edge = TK_EDGE_LEFT; edge < TK_EDGES; edge++) {
    const TkUnit distance = tk_press_box_distance (box, &press->page, edge);
    if (!is_cut (press->slot, edge))
      continue;
    if (distance > near && distance + ROUNDING < LEAST_BLEED && !drawn)
      add (press, KIND_ENDS, edge, box, mark, distance);
    if (distance <= near && !has_bleed (press->slot, edge))
      add (press, KIND_REACHES, edge, box, mark, distance);
  }
}

static void
check_mark (Press *press, const TkPlaced *placed, const TkMark *mark)
{
  const TkPressBox flowed = tk_press_box (placed, mark),
                   box = tk_press_box_scale (&flowed, press->slot->scale);

  if (mark->role == TK_ROLE_UNSEEN || (mark->kind == TK_MARK_TEXT && mark->text.n_pieces == 0))
    return;
  if (mark->kind == TK_MARK_IMAGE)
    check_picture (press, mark, &box);
  if (mark->kind == TK_MARK_TEXT) {
    check_face (press, mark, &box);
    check_distance (press, mark, &box);
  } else {
    check_line (press, mark, &box);
    check_edges (press, mark, &box);
  }
  if (press->wanted->inks && press->wanted->colour == TK_COLOUR_RGB)
    check_colour (press, mark);
}

/* ---- what a page comes to ---- */

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

/* What is told of a place, behind it; or NULL. Free it. */
static char *
detail_new (Kind kind, const TkPressPlace *place)
{
  g_autofree char *points = tk_notes_number_new (place->least / 1024.0, 2),
                  *distance = tk_notes_number_new (TK_IN_MM (place->least), 1);

  switch (kind) {
  case KIND_LINES:
    return g_strdup_printf (_ ("%s pt"), points);
  case KIND_TEXTS: {
    g_autofree char *words = words_new (place->mark);
    return place->least < 0 ? g_strdup_printf (_ ("“%s”, over the trim"), words)
                            : g_strdup_printf (_ ("“%s”, %s mm from the trim"), words, distance);
  }
  case KIND_ENDS:
    return g_strdup_printf (_ ("%s mm before the trim"), distance);
  case KIND_REACHES:
  case KINDS:
    break;
  }
  return NULL;
}

/* All places of a kind on the page. Free it. */
static char *
where_new (const Press *press, Kind kind)
{
  GArray *places = press->places[kind];
  g_autoptr (GString) where = g_string_new (NULL);

  tk_press_places_sort (places);
  for (guint i = 0; i < places->len; i++) {
    const TkPressPlace *place = &g_array_index (places, TkPressPlace, i);
    g_autofree char *words = tk_press_place_new (place, &press->page), *detail = detail_new (kind, place);
    g_string_append_printf (where, "%s%s", i > 0 ? "; " : "", words);
    if (detail != NULL)
      g_string_append_printf (where, " (%s)", detail);
  }
  return g_string_free (g_steal_pointer (&where), FALSE);
}

static void
add_to_group (Press *press, Kind kind)
{
  GPtrArray *groups = press->groups[kind];
  g_autofree char *where = where_new (press, kind);
  Group *group = NULL;

  for (guint i = 0; i < groups->len && group == NULL; i++) {
    Group *other = g_ptr_array_index (groups, i);
    if (strcmp (other->where, where) == 0)
      group = other;
  }
  if (group == NULL) {
    group = g_new0 (Group, 1);
    group->where = g_steal_pointer (&where);
    group->pages = g_array_new (FALSE, FALSE, sizeof (guint));
    g_ptr_array_add (groups, group);
  }
  add_page (group->pages, press->index);
}

static void
check_page (Press *press, const TkSlot *slot)
{
  const TkPage *page = slot->flowed;

  press->slot = slot;
  press->page = (TkPressBox){0, 0, print_length (press, page->width), print_length (press, page->height)};
  for (guint i = 0; i < page->n_placed; i++) {
    const TkPlaced *placed = &page->placed[i];
    if (placed->artifact && placed->kind == TK_ARTIFACT_WATERMARK)
      continue;
    for (guint m = 0; m < placed->n_marks; m++)
      check_mark (press, placed, &placed->marks[m]);
  }
  press->n_reaches += press->places[KIND_REACHES]->len;
  for (Kind kind = 0; kind < KINDS; kind++) {
    if (press->places[kind]->len > 0)
      add_to_group (press, kind);
    g_array_set_size (press->places[kind], 0);
  }
}

/* ---- what the paper comes to ---- */

/* Free it. */
static char *
pages_new (const GArray *pages)
{
  return tk_press_pages_new ((const guint *) (const void *) pages->data, pages->len);
}

/* "pages 3, 5, left edge, 10–20 mm from the top". Free it. */
static char *
group_text_new (const Group *group)
{
  g_autofree char *pages = pages_new (group->pages);

  return g_strdup_printf ("%s, %s", pages, group->where);
}

static void
tell_groups (const Press *press, Kind kind)
{
  static const char *const faults[] = {
      [KIND_LINES] = N_ ("lines thinner than 0.25 pt; make them thicker"),
      [KIND_TEXTS] = N_ ("text nearer than 5 mm to the trim; move it inwards"),
      [KIND_ENDS] = N_ ("pictures or areas end just before the trim; let them reach it, from where they "
                        "are carried on into the bleed, or end 3 mm before it"),
  };

  for (guint i = 0; i < press->groups[kind]->len; i++) {
    g_autofree char *text = group_text_new (g_ptr_array_index (press->groups[kind], i));
    tk_notes_add (press->notes, "%s: %s", text, _ (faults[kind]));
  }
}

static void
tell_reaches (const Press *press)
{
  const GPtrArray *groups = press->groups[KIND_REACHES];
  g_autoptr (GString) all = g_string_new (NULL);

  if (groups->len == 0)
    return;
  for (guint i = 0; i < groups->len; i++) {
    g_autofree char *text = group_text_new (g_ptr_array_index (groups, i));
    g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", text);
  }
  tk_notes_add (
      press->notes,
      ngettext ("%s: pictures, areas or lines reach the trim with less than 3 mm of bleed, in %u place; "
                "white shows where the knife is off: give --bleed 3mm",
                "%s: pictures, areas or lines reach the trim with less than 3 mm of bleed, in %u places; "
                "white shows where the knife is off: give --bleed 3mm",
                press->n_reaches),
      all->str, press->n_reaches);
}

static void
tell_colours (const Press *press)
{
  static const char *const things[] = {[TK_MARK_TEXT] = N_ ("text"),
                                       [TK_MARK_RULE] = N_ ("lines and areas"),
                                       [TK_MARK_IMAGE] = N_ ("pictures")};

  for (guint i = 0; i < G_N_ELEMENTS (press->colours); i++) {
    const GArray *colours = press->colours[i];
    g_autofree char *pages = pages_new (colours);
    if (colours->len > 0)
      tk_notes_add (press->notes, _ ("%s: colour stays RGB in %s; give --colour cmyk"), pages, _ (things[i]));
  }
  if (press->blacks)
    tk_notes_add (press->notes,
                  _ ("the paper: black stays RGB, of which a press makes four inks; give --colour cmyk"));
}

/* In the order of reading, in which the sheets do not have them. (transfer container) */
static const TkSlot **
slots_new (const TkSheets *sheets)
{
  const TkSlot **slots = g_new0 (const TkSlot *, sheets->pages->n_pages);

  for (guint i = 0; i < sheets->n_sides; i++)
    for (guint k = 0; k < sheets->sides[i].n_slots && !sheets->sides[i].proof; k++) {
      const TkSlot *slot = &sheets->sides[i].slots[k];
      if (slot->flowed != NULL)
        slots[slot->flowed - sheets->pages->pages] = slot;
    }
  return slots;
}

void
tk_check_preflight (const TkSheets *sheets, const TkPressWanted *wanted, TkNotes *notes)
{
  g_autofree const TkSlot **slots = slots_new (sheets);
  g_auto (Press) press = {.wanted = wanted, .notes = notes};

  press_init (&press);
  for (press.index = 0; press.index < sheets->pages->n_pages; press.index++)
    if (slots[press.index] != NULL)
      check_page (&press, slots[press.index]);
  tell_groups (&press, KIND_LINES);
  tell_groups (&press, KIND_TEXTS);
  tell_groups (&press, KIND_ENDS);
  tell_reaches (&press);
  tell_colours (&press);
}
