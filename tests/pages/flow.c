/* What holds for any strips: each stands on one page, in order, below the one
 * before; a page ends where no better place was; nothing runs over the foot that
 * could stand elsewhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "strips.h"

typedef struct {
  const TkStrips *strips;
  const TkPages *pages;
  TkUnit top, bottom; /* of the text on a page */
} Flowed;

/* ---- what is on a page ---- */

static gint64
head_height (const TkStrip *strip)
{
  gint64 height = 0;

  for (guint i = 0; i < strip->n_head; i++)
    height += strip->head[i].height + (i > 0 ? strip->head[i].space : 0);
  return height;
}

static gboolean
should_repeat (const Flowed *flowed, const TkStrip *strip)
{
  TkUnit room = flowed->bottom - flowed->top;

  return strip->n_head > 0 && head_height (strip) <= room / 2 && head_height (strip) + strip->height <= room;
}

/* Checks the places on @page of the strips from @first; one past the last of them. */
static guint
check_page (const Flowed *flowed, const TkPage *page, guint first)
{
  const TkGalley *galley = &flowed->strips->galley;
  guint placed = 0, i = first;
  TkUnit y = flowed->top;

  if (should_repeat (flowed, &galley->strips[first])) {
    const TkStrip *strip = &galley->strips[first];
    for (guint h = 0; h < strip->n_head; h++, placed++) {
      assert_true (placed < page->n_placed);
      assert_ptr_equal (page->placed[placed].marks, strip->head[h].marks);
      assert_true (page->placed[placed].artifact);
      y += h > 0 ? strip->head[h].space : 0;
      assert_int_equal (page->placed[placed].y, y);
      y += strip->head[h].height;
    }
  }
  for (; placed < page->n_placed; placed++, i++) {
    assert_true (i < galley->n_strips);
    assert_ptr_equal (page->placed[placed].marks, galley->strips[i].marks);
    assert_false (page->placed[placed].artifact);
    y += i > first ? galley->strips[i].space : 0;
    assert_int_equal (page->placed[placed].y, y);
    y += galley->strips[i].height;
  }
  assert_true (i > first);
  assert_true (y <= flowed->bottom || i == first + 1);
  return i;
}

/* ---- where it ends ---- */

/* One past the last strip for which there was room on the page. */
static guint
find_room (const Flowed *flowed, guint first)
{
  const TkGalley *galley = &flowed->strips->galley;
  gint64 y = flowed->top
             + (should_repeat (flowed, &galley->strips[first]) ? head_height (&galley->strips[first]) : 0);
  guint i = first;

  do {
    y += galley->strips[i].height + (i > first ? galley->strips[i].space : 0);
    if (y > flowed->bottom && i > first)
      return i;
  } while (galley->strips[i++].break_after != TK_BREAK_FORCED && i < galley->n_strips);
  return i;
}

static void
check_end (const Flowed *flowed, guint first, guint end)
{
  const TkGalley *galley = &flowed->strips->galley;
  const TkStrip *strips = galley->strips;
  guint room = find_room (flowed, first);

  assert_true (end <= room);
  if (room == galley->n_strips || strips[room - 1].break_after == TK_BREAK_FORCED) {
    assert_int_equal (end, room);
    return;
  }
  for (guint i = first + 1; i < room; i++) /* neither a better place, nor one as good further down */
    assert_false (strips[i - 1].break_after < strips[end - 1].break_after
                  || (i > end && strips[i - 1].break_after == strips[end - 1].break_after));
}

static void
check_flow (const TkStrips *strips)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkPages) pages = tk_pages_flow (&strips->galley, notes);
  const TkMaster *master = &strips->master;
  Flowed flowed = {strips, pages, master->top, master->height - master->bottom};
  guint first = 0;

  for (guint p = 0; p < pages->n_pages; p++) {
    assert_int_equal (pages->pages[p].number, p + 1);
    guint end = check_page (&flowed, &pages->pages[p], first);
    check_end (&flowed, first, end);
    first = end;
  }
  assert_int_equal (first, strips->galley.n_strips);
}

/* ---- random strips ---- */

static void
type_strip (GString *text, GRand *random, int tallest)
{
  static const char *const words[] = {
      "", "", "", "keep", "avoid", "keep", "avoid", "under T", "under T avoid", "under B", "page"};
  int word = g_rand_int_range (random, 0, (int) G_N_ELEMENTS (words) - (g_rand_int (random) % 8 != 0));

  g_string_append_printf (text, "strip s %d +%d %s\n", g_rand_int_range (random, 0, tallest),
                          g_rand_int_range (random, 0, 12), words[word]);
}

static void
any_strips_are_flowed (void **state G_GNUC_UNUSED)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20201);

  for (int round = 0; round < 3000; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    int n = g_rand_int_range (random, 1, 60);
    int tallest = round % 3 == 0 ? 150 : 40;
    g_string_append_printf (text, "page %d\nhead T t1 %d\nhead T t2 %d +3\nhead B b %d\n",
                            g_rand_int_range (random, 20, 130), g_rand_int_range (random, 1, 20),
                            g_rand_int_range (random, 1, 20), g_rand_int_range (random, 1, 80));
    for (int i = 0; i < n; i++)
      type_strip (text, random, tallest);
    g_autoptr (TkStrips) strips = tk_strips_read ("random", text->str);
    check_flow (strips);
  }
}

/* ---- time ---- */

static double
seconds_of (guint n, const char *words)
{
  g_autofree char *text = g_strdup_printf ("page 700\nstrip s 13 +1 x%u %s\n", n, words);
  g_autoptr (TkStrips) strips = tk_strips_read ("time", text);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  clock_t begin = clock ();
  g_autoptr (TkPages) pages = tk_pages_flow (&strips->galley, notes);

  assert_true (pages->n_pages > n / 60);
  return (double) (clock () - begin) / CLOCKS_PER_SEC;
}

static void
time_grows_with_the_strips (void **state G_GNUC_UNUSED)
{
  const char *const words[] = {"", "keep", "avoid"};

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    double small = seconds_of (20000, words[i]), large = seconds_of (200000, words[i]);
    if (large > 30 * small + 0.2)
      fail_msg ("%s: %.3f s for 20,000 strips, %.3f s for 200,000", words[i], small, large);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (any_strips_are_flowed),
      cmocka_unit_test (columns_hold_all),
      cmocka_unit_test (fitted_pages_hold_all),
      cmocka_unit_test (time_grows_with_the_strips),
  };

  return cmocka_run_group_tests_name ("pages", tests, NULL, NULL);
}
