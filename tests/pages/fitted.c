/* What holds for any pages that are to end full: whatever becomes lower, taller or wider, and whatever goes
 * behind text that follows it, each strip stands once, text in its order, a picture or box behind all that
 * was before it; no filler twice; nothing begins outside of its page, or above what stands before it in its
 * column. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "strips.h"

static void
type_fillers (GRand *random, GString *typed)
{
  static const char *const looks[] = {"", " quote", " picture lower=8 taller=12", " reserve"};
  const int n = g_rand_int_range (random, 1, 6);

  for (int i = 0; i < n; i++)
    g_string_append_printf (typed, "filler none%d %d%s narrow=%d\n", i, g_rand_int_range (random, 10, 60),
                            looks[g_rand_int_range (random, 0, G_N_ELEMENTS (looks))],
                            g_rand_int_range (random, 10, 60));
}

static void
type_strip (GRand *random, GString *typed, int i)
{
  static const char *const breaks[] = {"", "", "", "", "", "", " keep", " avoid", " column", " page"};
  const int lines = g_rand_int_range (random, 1, 5);

  g_string_append_printf (typed, "strip s%d %d", i, 10 * lines);
  if (g_rand_int_range (random, 0, 4) == 0)
    g_string_append_printf (typed, " +%d", 10 * g_rand_int_range (random, 0, 3));
  if (g_rand_int_range (random, 0, 5) == 0)
    g_string_append (typed, lines > 1 && g_rand_boolean (random) ? " loose lower=5 taller=10" : " loose");
  g_string_append_printf (typed, "%s\n", breaks[g_rand_int_range (random, 0, G_N_ELEMENTS (breaks))]);
}

static char *
type_galley (GRand *random)
{
  GString *typed = g_string_new (NULL);
  const int n = g_rand_int_range (random, 1, 50);

  g_string_append_printf (typed, "page %d 100\nfill\n", 10 * g_rand_int_range (random, 5, 16));
  type_fillers (random, typed);
  g_string_append (typed, "grid 10\n");
  for (int i = 0; i < n; i++) {
    if (i == 0 || g_rand_int_range (random, 0, 9) == 0)
      g_string_append_printf (typed, "columns %d 10\n", g_rand_int_range (random, 1, 3));
    type_strip (random, typed, i);
  }
  return g_string_free (typed, FALSE);
}

/* A strip, at its place on a page; not a filler. */
static void
check_strip (const TkStrips *strips, const TkPlaced *placed, gboolean *seen, const char *typed)
{
  const char *name = placed->marks[0].text.pieces[0].word->text;
  const guint strip = (guint) atoi (name + 1);
  const TkStrip *all = strips->galley.strips;

  if (seen[strip])
    fail_msg ("%s stands twice:\n%s", name, typed);
  seen[strip] = TRUE;
  for (guint i = 0; i < strip; i++)
    if (!seen[i] && (all[strip].loose || !all[i].loose))
      fail_msg ("%s stands before s%u:\n%s", name, i, typed);
  for (guint i = strip + 1; i < strips->galley.n_strips; i++)
    if (seen[i] && !all[strip].loose)
      fail_msg ("%s stands behind s%u:\n%s", name, i, typed);
}

static void
check_page (const TkStrips *strips, const TkPage *page, gboolean *seen, guint *used, const char *typed)
{
  TkUnit x = -1, y = 0;

  for (guint i = 0; i < page->n_placed; i++) {
    const TkPlaced *placed = &page->placed[i];
    const char *name = placed->marks[0].text.pieces[0].word->text;
    if (placed->y < page->master->top || placed->y >= page->height - page->master->bottom)
      fail_msg ("%s begins outside of page %u:\n%s", name, page->number, typed);
    if (*name != 's') {
      const guint filler = 1U << atoi (name + strlen ("none"));
      if ((*used & filler) != 0)
        fail_msg ("%s fills twice, on page %u, too:\n%s", name, page->number, typed);
      *used |= filler;
      continue;
    }
    if (placed->x == x && placed->y <= y)
      fail_msg ("%s stands no lower than what is before it on page %u:\n%s", name, page->number, typed);
    x = placed->x;
    y = placed->y;
    check_strip (strips, placed, seen, typed);
  }
}

static void
check_fitted (const char *typed)
{
  g_autoptr (TkStrips) strips = tk_strips_read ("random", typed);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkPages) pages = tk_pages_flow (&strips->galley, notes);
  guint used = 0; /* of the fillers, a bit each */
  g_autofree gboolean *seen = g_new0 (gboolean, strips->galley.n_strips);

  for (guint p = 0; p < pages->n_pages; p++)
    check_page (strips, &pages->pages[p], seen, &used, typed);
  for (guint i = 0; i < strips->galley.n_strips; i++)
    if (!seen[i])
      fail_msg ("s%u stands nowhere:\n%s", i, typed);
}

void
fitted_pages_hold_all (void **state G_GNUC_UNUSED)
{
  enum { TIMES = 2000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261126);

  for (int i = 0; i < TIMES; i++) {
    g_autofree char *typed = type_galley (random);
    check_fitted (typed);
  }
}
