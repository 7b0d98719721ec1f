/* What holds for any text in columns with notes and floats: it comes to an end; each strip, each line of a
 * note and each float stands once, the strips in their order; nothing runs over the foot of its page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "strips.h"

static char *
type_galley (GRand *random)
{
  static const char *const breaks[] = {"", "", "", "", " keep", " avoid", " page"};
  GString *typed = g_string_new (NULL);
  const int n = g_rand_int_range (random, 1, 40);

  g_string_append_printf (typed, "page %d 100\n", g_rand_int_range (random, 40, 120));
  for (int i = 0; i < n; i++) {
    if (i == 0 || g_rand_int_range (random, 0, 8) == 0)
      g_string_append_printf (typed, "columns %d 4%s\n", g_rand_int_range (random, 1, 5),
                              g_rand_boolean (random) ? " ragged" : "");
    if (g_rand_int_range (random, 0, 8) == 0)
      g_string_append_printf (typed, "float %s f%d %d\n", g_rand_boolean (random) ? "top" : "foot", i,
                              g_rand_int_range (random, 5, 40));
    g_string_append_printf (typed, "strip s%d %d +%d", i, g_rand_int_range (random, 1, 20),
                            g_rand_int_range (random, 0, 6));
    if (g_rand_int_range (random, 0, 5) == 0)
      g_string_append_printf (typed, " note n%d %d", i, g_rand_int_range (random, 1, 9));
    g_string_append_printf (typed, "%s\n", breaks[g_rand_int_range (random, 0, G_N_ELEMENTS (breaks))]);
  }
  return g_string_free (typed, FALSE);
}

typedef struct {
  guint strips, notes, floats;
} Counts;

static void
count_placed (const TkStrips *strips, const TkPage *page, const TkPlaced *placed, Counts *counts,
              const char *typed)
{
  const TkUnit bottom = page->height - strips->master.bottom;

  if (placed->marks[0].kind != TK_MARK_TEXT)
    return;
  const char *name = placed->marks[0].text.pieces[0].word->text;
  if (placed->y < strips->master.top || placed->y > bottom)
    fail_msg ("%s stands at %d of %d:\n%s", name, placed->y, bottom, typed);
  if (name[0] == 's') {
    if ((guint) atoi (name + 1) != counts->strips)
      fail_msg ("%s stands where strip %u should:\n%s", name, counts->strips, typed);
    counts->strips++;
    const TkStrip *strip = &strips->galley.strips[atoi (name + 1)];
    if (placed->y + strip->height > bottom)
      fail_msg ("%s ends at %d of %d:\n%s", name, placed->y + strip->height, bottom, typed);
  }
  counts->notes += name[0] == 'n';
  counts->floats += name[0] == 'f';
}

static void
check_flow (const char *typed)
{
  g_autoptr (TkStrips) strips = tk_strips_read ("random", typed);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkPages) pages = tk_pages_flow (&strips->galley, notes);
  Counts counts = {0}, all = {.strips = strips->galley.n_strips, .floats = strips->galley.n_floats};

  for (guint i = 0; i < all.strips; i++)
    for (const TkFootnote *note = strips->galley.strips[i].footnotes; note != NULL; note = note->next)
      all.notes += note->n_strips;
  for (guint p = 0; p < pages->n_pages; p++)
    for (guint i = 0; i < pages->pages[p].n_placed; i++)
      count_placed (strips, &pages->pages[p], &pages->pages[p].placed[i], &counts, typed);
  if (counts.strips != all.strips || counts.notes != all.notes || counts.floats != all.floats)
    fail_msg ("%u of %u strips, %u of %u lines of notes, %u of %u floats:\n%s", counts.strips, all.strips,
              counts.notes, all.notes, counts.floats, all.floats, typed);
}

void
columns_hold_all (void **state G_GNUC_UNUSED)
{
  enum { TIMES = 4000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261126);

  for (int i = 0; i < TIMES; i++) {
    g_autofree char *typed = type_galley (random);
    check_flow (typed);
  }
}
