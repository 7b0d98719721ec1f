/* What holds for sheets of any scheme: folded, cut and gathered they are read in order; boxes lie in each
 * other and pages on the paper; sheets within others give way by the formula. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "error.h"
#include "press.h"

#define A5_WIDTH TK_MM (148)
#define A5_HEIGHT TK_MM (210)

static TkSheets *
impose (const TkPaper *paper, const TkPressWish *wish)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  GError *error = NULL;
  TkSheets *sheets = tk_pages_impose (&paper->pages, wish, notes, &error);

  if (error != NULL)
    fail_msg ("%s", error->message);
  return sheets;
}

/* ---- the order ---- */

/* Whether all pages are read once and in order. What fills up stands before the last page, or at the end
 * where there is no cover. */
static gboolean
reads_well (const TkSheets *sheets, const TkPressWish *wish)
{
  const guint n = sheets->pages->n_pages;
  const gboolean cover = wish->scheme != TK_PRESS_N_UP && n > 1;
  g_autoptr (GPtrArray) read = tk_bindery_read (sheets, wish);

  if (read->len != sheets->n_pages)
    return FALSE;
  for (guint i = 0; i < read->len; i++) {
    const TkSlot *slot = g_ptr_array_index (read, i);
    const TkPage *page = i < n ? &sheets->pages->pages[i] : NULL;
    if (cover && i == read->len - 1)
      page = &sheets->pages->pages[n - 1];
    else if (cover && i == n - 1)
      page = NULL;
    if (slot == NULL || slot->index != i || slot->page != page)
      return FALSE;
  }
  return TRUE;
}

static guint
find_multiple (const TkPressWish *wish)
{
  if (wish->scheme == TK_PRESS_NONE)
    return 1;
  if (wish->scheme == TK_PRESS_N_UP)
    return MAX (wish->up, 2);
  if (wish->scheme == TK_PRESS_STACK)
    return 2 * MAX (wish->up, 2);
  return 4;
}

static void
assert_in (gint64 x, gint64 y, gint64 width, gint64 height, gint64 in_x, gint64 in_y, gint64 in_width,
           gint64 in_height)
{
  assert_true (x >= in_x && y >= in_y);
  assert_true (x + width <= in_x + in_width && y + height <= in_y + in_height);
}

/* On the paper, and where nothing of a page is. */
static void
check_mark (const TkSheetSide *side, const TkMark *mark)
{
  const gboolean is_rule = mark->kind == TK_MARK_RULE;
  const gint64 x = mark->x, y = mark->y, width = is_rule ? mark->rule.width : mark->path.width,
               height = is_rule ? mark->rule.height : mark->path.height;

  assert_true (mark->kind != TK_MARK_IMAGE);
  if (mark->kind == TK_MARK_TEXT)
    return;
  assert_in (x, y, width, height, 0, 0, side->width, side->height);
  assert_true (side->proof || x >= side->bleed_x + side->bleed_width || x + width <= side->bleed_x
               || y >= side->bleed_y + side->bleed_height || y + height <= side->bleed_y);
}

static void
check_side (const TkSheetSide *side)
{
  for (guint i = 0; i < side->n_placed; i++)
    for (guint j = 0; j < side->placed[i].n_marks; j++)
      check_mark (side, &side->placed[i].marks[j]);
  assert_in (side->trim_x, side->trim_y, side->trim_width, side->trim_height, side->bleed_x, side->bleed_y,
             side->bleed_width, side->bleed_height);
  assert_in (side->bleed_x, side->bleed_y, side->bleed_width, side->bleed_height, 0, 0, side->width,
             side->height);
  for (guint i = 0; i < side->n_slots; i++) {
    const TkSlot *slot = &side->slots[i];
    if (slot->page == NULL)
      continue;
    gint64 width = (gint64) slot->page->width * slot->scale / 1000,
           height = (gint64) slot->page->height * slot->scale / 1000;
    if (slot->turned % 180 != 0) {
      const gint64 upright = width;
      width = height;
      height = upright;
    }
    /* what is printed of it is within the bleed */
    assert_in (slot->x - slot->clip_left, slot->y - slot->clip_top,
               width + slot->clip_left + slot->clip_right, height + slot->clip_top + slot->clip_bottom,
               side->bleed_x, side->bleed_y, side->bleed_width, side->bleed_height);
  }
}

/* Upright pages, or pages that lie. */
static void
check_pages (guint n, gboolean lie, const TkPressWish *wish)
{
  g_autoptr (TkPaper) paper = tk_paper_new (n, lie ? A5_HEIGHT : A5_WIDTH, lie ? A5_WIDTH : A5_HEIGHT);
  g_autoptr (TkSheets) sheets = impose (paper, wish);
  const guint multiple = find_multiple (wish);

  assert_int_equal (sheets->n_pages, (n + multiple - 1) / multiple * multiple);
  if (!reads_well (sheets, wish))
    fail_msg ("scheme %d, up %u, section %u: %u pages are not read in order", (int) wish->scheme, wish->up,
              wish->section, n);
  for (guint i = 0; i < sheets->n_sides; i++)
    check_side (&sheets->sides[i]);
}

static void
check_number (guint n, const TkPressWish *wish)
{
  check_pages (n, FALSE, wish);
  check_pages (n, TRUE, wish);
}

static void
every_scheme_is_read_in_order (void **state G_GNUC_UNUSED)
{
  for (guint n = 1; n <= 68; n++)
    for (guint part = 0; part <= 4; part++)
      for (gint marks = 0; marks <= 1; marks++) {
        TkPressWish wish = {.section = part, .marks = marks, .bleed = marks ? 0 : -1};
        wish.thickness = part % 2 == 1 ? TK_MM (0.1) : 0;
        wish.scheme = TK_PRESS_BOOKLET;
        check_number (n, &wish);
        wish.scheme = TK_PRESS_PERFECT;
        check_number (n, &wish);
        wish.section = 0;
        wish.scheme = TK_PRESS_NONE;
        check_number (n, &wish);
        if (part % 2 == 1)
          continue;
        wish.up = part;
        wish.scheme = TK_PRESS_N_UP;
        check_number (n, &wish);
        wish.scheme = TK_PRESS_STACK;
        check_number (n, &wish);
      }
}

/* The bindery must see what is wrong. */
static void
swapped_pages_are_seen (void **state G_GNUC_UNUSED)
{
  static const TkPressScheme schemes[] = {TK_PRESS_BOOKLET, TK_PRESS_PERFECT, TK_PRESS_N_UP, TK_PRESS_STACK};

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    const TkPressWish wish = {.scheme = schemes[i], .section = 2, .bleed = -1};
    g_autoptr (TkPaper) paper = tk_paper_new (16, A5_WIDTH, A5_HEIGHT);
    g_autoptr (TkSheets) sheets = impose (paper, &wish);
    for (guint s = 0; s < sheets->n_sides; s++) {
      TkSlot *slots = (TkSlot *) sheets->sides[s].slots;
      const TkSlot first = slots[0], second = slots[1];
      slots[0].page = second.page, slots[0].index = second.index;
      slots[1].page = first.page, slots[1].index = first.index;
      assert_false (reads_well (sheets, &wish));
      slots[0] = first, slots[1] = second;
      assert_true (reads_well (sheets, &wish));
      slots[0].x += TK_MM (1); /* and what is not behind its other side */
      assert_true (schemes[i] == TK_PRESS_N_UP || !reads_well (sheets, &wish));
      slots[0] = first;
    }
  }
}

/* ---- sheets ---- */

static void
assert_sheet (TkPressScheme scheme, TkUnit width, TkUnit height, gboolean marks, int sheet_width,
              int sheet_height)
{
  const TkPressWish wish = {.scheme = scheme, .marks = marks, .up = 4};
  g_autoptr (TkPaper) paper = tk_paper_new (4, width, height);
  g_autoptr (TkSheets) sheets = impose (paper, &wish);

  assert_true (ABS (sheets->sides[0].width - TK_MM (sheet_width)) <= 16);
  assert_true (ABS (sheets->sides[0].height - TK_MM (sheet_height)) <= 16);
}

static void
smallest_usual_sheet_is_taken (void **state G_GNUC_UNUSED)
{
  assert_sheet (TK_PRESS_BOOKLET, A5_WIDTH, A5_HEIGHT, FALSE, 297, 210);
  assert_sheet (TK_PRESS_BOOKLET, TK_MM (148.5), A5_HEIGHT, FALSE, 297, 210);
  assert_sheet (TK_PRESS_BOOKLET, A5_WIDTH, A5_HEIGHT, TRUE, 320, 225);
  assert_sheet (TK_PRESS_BOOKLET, TK_MM (210), TK_MM (297), FALSE, 420, 297);
  assert_sheet (TK_PRESS_BOOKLET, TK_MM (210), TK_MM (297), TRUE, 450, 320);
  assert_sheet (TK_PRESS_BOOKLET, TK_MM (190), TK_MM (270), FALSE, 400, 270);
  assert_sheet (TK_PRESS_BOOKLET, TK_MM (190), TK_MM (270), TRUE, 420, 297);
  assert_sheet (TK_PRESS_PERFECT, TK_MM (210), TK_MM (297), FALSE, 450, 320);
  assert_sheet (TK_PRESS_NONE, TK_MM (123), TK_MM (45), FALSE, 123, 45);
  assert_sheet (TK_PRESS_NONE, TK_MM (210), TK_MM (297), TRUE, 225, 320);
  assert_sheet (TK_PRESS_NONE, TK_MM (297), TK_MM (210), TRUE, 320, 225);
  assert_sheet (TK_PRESS_STACK, A5_WIDTH, A5_HEIGHT, FALSE, 297, 420);
  assert_sheet (TK_PRESS_STACK, A5_WIDTH, A5_HEIGHT, TRUE, 320, 450);
}

static void
assert_refused (const TkPaper *paper, const TkPressWish *wish, const char *part)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;

  assert_null (tk_pages_impose (&paper->pages, wish, notes, &error));
  assert_int_equal (error->domain, TK_ERROR);
  assert_int_equal (error->code, TK_ERROR_USAGE);
  if (strstr (error->message, part) == NULL)
    fail_msg ("“%s” does not say “%s”", error->message, part);
}

static void
what_does_not_fit_is_refused (void **state G_GNUC_UNUSED)
{
  g_autoptr (TkPaper) paper = tk_paper_new (6, A5_WIDTH, A5_HEIGHT);
  g_autoptr (TkPaper) huge = tk_paper_new (1, G_MAXINT32, G_MAXINT32);
  g_autoptr (TkPaper) none = tk_paper_new (0, A5_WIDTH, A5_HEIGHT);
  TkPressWish wish = {.scheme = TK_PRESS_BOOKLET, .marks = TRUE};

  assert_refused (huge, &wish, "no usual one");
  assert_refused (none, &wish, "no page");
  wish.sheet_width = TK_MM (297);
  wish.sheet_height = TK_MM (210);
  assert_refused (paper, &wish, "310 × 224 mm");
  wish.up = 3;
  assert_refused (paper, &wish, "2 or 4");
  wish = (TkPressWish){.scheme = TK_PRESS_BOOKLET};
  wish.thickness = TK_MM (40);
  assert_refused (paper, &wish, "thinner paper");
  ((TkPage *) paper->pages.pages)[2].width = TK_MM (149);
  assert_refused (paper, &wish, "page 3: is 149 × 210 mm");
}

/* ---- creep ---- */

/* Sheet i within its section moves its pages towards the spine by i × thickness × factor. */
static void
inner_sheets_give_way (void **state G_GNUC_UNUSED)
{
  const TkPressWish wish = {
      .scheme = TK_PRESS_BOOKLET, .section = 3, .thickness = TK_MM (0.1), .creep = 1570};
  g_autoptr (TkPaper) paper = tk_paper_new (24, A5_WIDTH, A5_HEIGHT);
  g_autoptr (TkSheets) sheets = impose (paper, &wish);
  const TkUnit spine = sheets->sides[0].width / 2;

  assert_int_equal (sheets->n_sides, 12);
  for (guint i = 0; i < sheets->n_sides; i++) {
    const TkSheetSide *side = &sheets->sides[i];
    const TkUnit creep = (TkUnit) (side->sheet % 3) * (TkUnit) (TK_MM (0.1) * 1570 / 1000);
    assert_int_equal (creep, tk_sheets_creep (&wish, side->sheet % 3));
    assert_true (ABS (side->slots[0].x - (spine - A5_WIDTH + creep)) <= 1);
    assert_true (ABS (side->slots[1].x - (spine - creep)) <= 1);
    assert_int_equal (side->slots[0].clip_right, -creep);
    assert_int_equal (side->slots[1].clip_left, -creep);
    assert_int_equal (side->trim_width, 2 * (A5_WIDTH - creep));
  }
}

static gboolean
has_note (const TkNotes *notes, const char *part)
{
  g_autofree const char **list = tk_notes_list_new (notes);

  for (const char **note = list; *note != NULL; note++)
    if (strstr (*note, part) != NULL)
      return TRUE;
  return FALSE;
}

static void
thick_sections_are_noted (void **state G_GNUC_UNUSED)
{
  static const struct {
    guint n;
    double thickness;
    gboolean creeps, thick;
  } cases[] = {
      {64, 0.1, FALSE, FALSE}, {68, 0.1, FALSE, TRUE}, {108, 0.1, TRUE, TRUE}, {60, 0.2, TRUE, FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const TkPressWish wish = {.scheme = TK_PRESS_BOOKLET, .thickness = TK_MM (cases[i].thickness)};
    g_autoptr (TkPaper) paper = tk_paper_new (cases[i].n, A5_WIDTH, A5_HEIGHT);
    g_autoptr (TkNotes) notes = tk_notes_new ();
    g_autoptr (TkSheets) sheets = tk_pages_impose (&paper->pages, &wish, notes, NULL);
    assert_non_null (sheets);
    assert_int_equal (has_note (notes, "stand out"), cases[i].creeps);
    assert_int_equal (has_note (notes, "stay folded"), cases[i].thick);
  }
}

/* ---- pages of other sizes ---- */

static void
other_pages_are_turned_or_centred (void **state G_GNUC_UNUSED)
{
  const TkPressWish wish = {.scheme = TK_PRESS_BOOKLET, .marks = TRUE};
  g_autoptr (TkPaper) paper = tk_paper_new (4, A5_WIDTH, A5_HEIGHT);
  TkPage *pages = (TkPage *) paper->pages.pages;

  pages[1].width = A5_HEIGHT, pages[1].height = A5_WIDTH;
  pages[2].width = TK_MM (100), pages[2].height = TK_MM (100);
  g_autoptr (TkSheets) sheets = impose (paper, &wish);
  const TkSlot *slots = sheets->sides[1].slots;
  assert_ptr_equal (slots[0].page, &pages[1]);
  assert_int_equal (slots[0].turned, 90);
  assert_int_equal (slots[0].x, sheets->sides[1].trim_x);
  assert_int_equal (slots[0].clip_left, TK_MM (3));
  assert_int_equal (slots[0].clip_right, 0);
  assert_ptr_equal (slots[1].page, &pages[2]);
  assert_int_equal (slots[1].turned, 0);
  assert_int_equal (slots[1].x, sheets->sides[1].trim_x + A5_WIDTH + (A5_WIDTH - TK_MM (100)) / 2);
  assert_int_equal (slots[1].y, sheets->sides[1].trim_y + (A5_HEIGHT - TK_MM (100)) / 2);
  assert_int_equal (slots[1].clip_top, 0);
  check_side (&sheets->sides[1]);
}

static void
pages_get_smaller_for_a_given_sheet (void **state G_GNUC_UNUSED)
{
  const TkPressWish wish = {.scheme = TK_PRESS_N_UP, .sheet_width = TK_MM (210), .sheet_height = TK_MM (297)};
  g_autoptr (TkPaper) paper = tk_paper_new (3, TK_MM (210), TK_MM (297));
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkSheets) sheets = tk_pages_impose (&paper->pages, &wish, notes, NULL);

  assert_non_null (sheets);
  assert_true (has_note (notes, "70 %"));
  assert_int_equal (sheets->n_sides, 2);
  assert_int_equal (sheets->sides[0].width, TK_MM (297));
  assert_int_equal (sheets->sides[0].slots[1].scale, 707);
  check_side (&sheets->sides[0]);
}

/* ---- the proof ---- */

static void
proof_is_as_one_reads (void **state G_GNUC_UNUSED)
{
  for (guint n = 1; n <= 68; n++) {
    const TkPressWish wish = {.scheme = TK_PRESS_BOOKLET, .proof = TRUE};
    g_autoptr (TkPaper) paper = tk_paper_new (n, A5_WIDTH, A5_HEIGHT);
    g_autoptr (TkSheets) sheets = impose (paper, &wish);
    guint index = 0, side = 0;
    while (!sheets->sides[side].proof)
      side++;
    assert_int_equal (side, sheets->n_pages / 2);
    for (; side < sheets->n_sides; side++) {
      assert_true (sheets->sides[side].proof);
      check_side (&sheets->sides[side]);
      for (guint i = 0; i < sheets->sides[side].n_slots; i++, index++) {
        const TkSlot *slot = &sheets->sides[side].slots[i];
        assert_int_equal (slot->index, index);
        assert_true (slot->scale >= 120 && slot->scale <= 400);
        if (index % 2 == 1 && i + 1 < sheets->sides[side].n_slots) /* beside the next one */
          assert_true (slot->y == slot[1].y && slot->x < slot[1].x);
      }
    }
    assert_int_equal (index, sheets->n_pages);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (every_scheme_is_read_in_order),
      cmocka_unit_test (swapped_pages_are_seen),
      cmocka_unit_test (smallest_usual_sheet_is_taken),
      cmocka_unit_test (what_does_not_fit_is_refused),
      cmocka_unit_test (inner_sheets_give_way),
      cmocka_unit_test (thick_sections_are_noted),
      cmocka_unit_test (other_pages_are_turned_or_centred),
      cmocka_unit_test (pages_get_smaller_for_a_given_sheet),
      cmocka_unit_test (proof_is_as_one_reads),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
