/* What holds for any text in columns with notes and floats: it comes to an end; each strip, each line of a
 * note and each float stands once, strips and notes in their order, those of floats behind these; nothing
 * runs over the foot of its page, and nothing lies upon anything else; no text stands below a note; breaks
 * end columns and pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "strips.h"

static void
type_float (GRand *random, GString *typed, int i)
{
  g_string_append_printf (typed, "float %s f%d %d", g_rand_boolean (random) ? "top" : "foot", i,
                          g_rand_int_range (random, 5, 40));
  if (g_rand_int_range (random, 0, 3) == 0)
    g_string_append_printf (typed, " note m%d %d", i, g_rand_int_range (random, 1, 5));
  g_string_append_c (typed, '\n');
}

static char *
type_galley (GRand *random)
{
  static const char *const breaks[] = {"",      "",      "",       "",        "",     "",
                                       " keep", " keep", " avoid", " column", " page"};
  static const char *const options[] = {"", " ragged", " page-notes", " ragged page-notes"};
  GString *typed = g_string_new (NULL);
  const int n = g_rand_int_range (random, 1, 40);

  g_string_append_printf (typed, "page %d 100\n", g_rand_int_range (random, 40, 120));
  for (int i = 0; i < n; i++) {
    if (i == 0 || g_rand_int_range (random, 0, 8) == 0)
      g_string_append_printf (typed, "columns %d 4%s\n", g_rand_int_range (random, 1, 5),
                              options[g_rand_int_range (random, 0, G_N_ELEMENTS (options))]);
    if (g_rand_int_range (random, 0, 8) == 0)
      type_float (random, typed, i);
    g_string_append_printf (typed, "strip s%d %d +%d", i, g_rand_int_range (random, 1, 20),
                            g_rand_int_range (random, 0, 6));
    if (g_rand_int_range (random, 0, 5) == 0)
      g_string_append_printf (typed, " note n%d %d%s", i, g_rand_int_range (random, 1, 9),
                              g_rand_boolean (random) ? "!" : "");
    g_string_append_printf (typed, "%s\n", breaks[g_rand_int_range (random, 0, G_N_ELEMENTS (breaks))]);
  }
  return g_string_free (typed, FALSE);
}

typedef struct {
  guint strips, notes, floats;
  int note, line; /* the last; */
  guint64 moved;  /* a bit of each float that stands on this page or one before */
  guint page;     /* of the last strip, */
  TkUnit x;       /* and its column */
} Counts;

/* What a placed strip covers; of a float and of the rule above notes only that which is sure. */
typedef struct {
  const char *name;
  TkUnit left, top, right, bottom;
} Area;

static const TkRegion *
find_region (const TkGalley *galley, guint strip)
{
  guint i = galley->n_regions - 1;

  while (galley->regions[i].first > strip)
    i--;
  return &galley->regions[i];
}

static Area
find_area (const TkStrips *strips, const TkPlaced *placed)
{
  const TkGalley *galley = &strips->galley;
  const char *name = placed->marks[0].text.pieces[0].word->text;
  Area area = {name, placed->x, placed->y, placed->x + 1, placed->y + 1};

  if (name[0] != 's' && name[0] != 'n')
    return area;
  const guint strip = (guint) atoi (name + 1);
  const TkRegion *region = find_region (galley, strip);
  const gboolean wide = name[0] == 'n' && region->columns->page_notes;
  area.right = placed->x + (wide ? galley->width : region->width);
  area.bottom = placed->y + (name[0] == 'n' ? TK_PT (10) : galley->strips[strip].height);
  return area;
}

/* Text stands above notes, and nothing upon anything. */
static void
check_areas (const Area *a, const Area *b, const TkPage *page, const char *typed)
{
  if (a->left >= b->right || b->left >= a->right)
    return;
  if (a->top < b->bottom && b->top < a->bottom)
    fail_msg ("%s lies upon %s on page %u:\n%s", a->name, b->name, page->number, typed);
  if ((a->name[0] == 's' && b->name[0] == 'n' && a->top > b->top)
      || (a->name[0] == 'n' && b->name[0] == 's' && a->top < b->top))
    fail_msg ("of %s and %s the note is the upper one on page %u:\n%s", a->name, b->name, page->number,
              typed);
}

static void
check_page (const TkStrips *strips, const TkPage *page, const char *typed)
{
  g_autofree Area *areas = g_new (Area, page->n_placed);
  guint n = 0;

  for (guint i = 0; i < page->n_placed; i++) {
    if (page->placed[i].marks[0].kind != TK_MARK_TEXT)
      continue;
    const Area area = find_area (strips, &page->placed[i]);
    if (area.bottom > page->height - strips->master.bottom)
      fail_msg ("%s runs over the foot of page %u:\n%s", area.name, page->number, typed);
    for (guint k = 0; k < n; k++)
      check_areas (&area, &areas[k], page, typed);
    areas[n++] = area;
  }
}

static void
check_break (const TkStrips *strips, guint page, const TkPlaced *placed, const Counts *counts,
             const char *typed)
{
  const TkGalley *galley = &strips->galley;
  const guint before = counts->strips - 1;
  const TkBreak asked = galley->strips[before].break_after;

  if (asked == TK_BREAK_FORCED && page == counts->page)
    fail_msg ("s%u does not begin a page:\n%s", before + 1, typed);
  if (asked == TK_BREAK_COLUMN && find_region (galley, before) == find_region (galley, before + 1)
      && page == counts->page && placed->x == counts->x)
    fail_msg ("s%u does not begin a column:\n%s", before + 1, typed);
}

static void
count_placed (const TkStrips *strips, guint page, const TkPlaced *placed, Counts *counts, const char *typed)
{
  int note, line;

  if (placed->marks[0].kind != TK_MARK_TEXT)
    return;
  const char *name = placed->marks[0].text.pieces[0].word->text;
  if (placed->y < strips->master.top)
    fail_msg ("%s stands above the text:\n%s", name, typed);
  if (name[0] == 's') {
    if ((guint) atoi (name + 1) != counts->strips)
      fail_msg ("%s stands where strip %u should:\n%s", name, counts->strips, typed);
    if (counts->strips > 0)
      check_break (strips, page, placed, counts, typed);
    counts->strips++;
    counts->page = page;
    counts->x = placed->x;
  }
  if (sscanf (name, "n%d-%d", &note, &line) == 2) {
    if (counts->notes > 0 && (note < counts->note || (note == counts->note && line != counts->line + 1)))
      fail_msg ("%s stands behind n%d-%d:\n%s", name, counts->note, counts->line, typed);
    if ((guint) note >= counts->strips)
      fail_msg ("%s stands before its mark:\n%s", name, typed);
    counts->note = note;
    counts->line = line;
    counts->notes++;
  }
  if (sscanf (name, "m%d-%d", &note, &line) == 2) {
    if ((counts->moved >> note & 1) == 0)
      fail_msg ("%s stands before its mark:\n%s", name, typed);
    counts->notes++;
  }
  if (name[0] == 'f') {
    counts->moved |= (guint64) 1 << atoi (name + 1);
    counts->floats++;
  }
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
  for (guint i = 0; i < all.floats; i++)
    for (const TkFootnote *note = strips->galley.floats[i].footnotes; note != NULL; note = note->next)
      all.notes += note->n_strips;
  for (guint p = 0; p < pages->n_pages; p++) {
    check_page (strips, &pages->pages[p], typed);
    for (guint i = 0; i < pages->pages[p].n_placed; i++)
      count_placed (strips, p, &pages->pages[p].placed[i], &counts, typed);
  }
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
