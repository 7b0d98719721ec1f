/* Comes in: a galley. Goes out: its pages. Where these are to end full, the galley flows several times, with
 * lower pictures and less room below headlines, and those pages are taken that leave least to fill. Then what
 * a column has no room for goes behind text that follows, pictures grow into what is left, and single lines
 * go above headings and boxes: all that a column has left, and what no filler takes. Does not know what
 * fillers are, nor how strips flow. */
#include "flow.h"

#include <string.h>

/* Of the room that headlines ask for, and of that by which pictures may be lower, per mille: either lets an
 * article begin further down a page. Those before are better, as long as they serve. */
static const struct {
  guint room, lower;
} settings[] = {{1000, 0},  {850, 0},    {1000, 500}, {850, 500},
                {700, 500}, {850, 1000}, {700, 1000}, {550, 1000}};
/* One that comes later must be better by so much, in per cent; a hole of a column counts for so many of a
 * page. */
enum { GAIN = 15, AMID = 3 };

typedef struct {
  TkGalley *galley;      /* whose strips may change their places */
  TkUnit *more, *wider;  /* of each strip */
  TkFit fit;             /* with them */
  GArray *holes, *tried; /* TkHole: of the best pages so far, of the last trial */
  gint64 badness;        /* of the best */
} Copy;

static gboolean
wants_fitting (const TkGalley *galley)
{
  for (guint i = 0; i < galley->n_regions && galley->n_fillers > 0 && galley->n_strips > 0; i++)
    if (galley->regions[i].master->filled)
      return TRUE;
  return FALSE;
}

/* One large hole is worse than several small ones of the same area: height × height × width, in points; one
 * of a column, amid an article, is worse than one below all of them. */
static gint64
measure_holes (const GArray *holes)
{
  gint64 badness = 0;

  for (guint i = 0; i < holes->len; i++) {
    const TkHole *hole = &g_array_index (holes, TkHole, i);
    const gint64 height = hole->height / TK_PT (1);
    badness += height * height * (hole->width / TK_PT (1)) * (hole->whole ? 1 : AMID);
  }
  return badness;
}

/* How bad the pages are now. */
static gint64
try_fit (Copy *copy)
{
  g_autoptr (TkNotes) unheard = tk_notes_new ();

  g_array_set_size (copy->tried, 0);
  tk_pages_free (tk_flow_pages (copy->galley, &copy->fit, copy->tried, unheard));
  return measure_holes (copy->tried);
}

/* They are the best so far. */
static void
keep (Copy *copy, gint64 badness)
{
  GArray *holes = copy->holes;

  copy->holes = copy->tried;
  copy->tried = holes;
  copy->badness = badness;
}

/* Whole lines of @length, of the grid on which the strip stands. */
static TkUnit
cut_to_grid (const TkGalley *galley, guint strip, gint64 length)
{
  const TkUnit grid = tk_fill_find_region (galley, strip)->master->grid;

  return (TkUnit) (grid > 0 ? length / grid * grid : length);
}

static void
set (Copy *copy, guint setting)
{
  const TkGalley *galley = copy->galley;

  copy->fit.room = settings[setting].room;
  for (guint i = 0; i < galley->n_strips; i++)
    if (galley->strips[i].lower > 0)
      copy->more[i] = -cut_to_grid (galley, i,
                                    (gint64) galley->strips[i].lower * settings[setting].lower / 1000);
}

static void
choose_setting (Copy *copy)
{
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    set (copy, i);
    const gint64 badness = try_fit (copy);
    if (i > 0 && badness >= copy->badness / 100 * (100 - GAIN))
      continue;
    keep (copy, badness);
    best = i;
  }
  set (copy, best);
}

/* Lets the picture of @strip grow into @room, as far as it may, where that makes the pages better. In columns
 * it must take more than that: what it pushes away goes into the next one. */
static gboolean
grow (Copy *copy, guint strip, gint64 room)
{
  const TkRegion *region = tk_fill_find_region (copy->galley, strip);
  const TkUnit before = copy->more[strip];
  const gint64 most = (gint64) copy->galley->strips[strip].taller - before;

  for (int columns = region->columns != NULL ? region->columns->n : 1; columns > 0; columns--) {
    copy->more[strip] = before + cut_to_grid (copy->galley, strip, MIN (room * columns, most));
    const gint64 badness = copy->more[strip] > before ? try_fit (copy) : copy->badness;
    if (badness < copy->badness) {
      keep (copy, badness);
      return TRUE;
    }
  }
  copy->more[strip] = before;
  return FALSE;
}

/* Pictures above a hole, the uppermost first, until one grows. */
static gboolean
shrink_hole (Copy *copy, const TkHole *hole)
{
  for (guint i = hole->first; i < hole->end; i++)
    if (copy->galley->strips[i].taller > copy->more[i] && grow (copy, i, hole->height))
      return TRUE;
  return FALSE;
}

static void
grow_pictures (Copy *copy)
{
  for (guint i = 0; i < copy->holes->len;) {
    const TkHole hole = g_array_index (copy->holes, TkHole, i);
    if (!shrink_hole (copy, &hole))
      i++; /* else the next one has come in its place, or it is smaller */
  }
}

/* What a column has no room for goes behind text that follows, where that makes the pages better. */
static gboolean
shift (Copy *copy, const TkHole *hole)
{
  TkShift at;

  if (!tk_shift_find (copy->galley, hole, &at))
    return FALSE;
  const guint end = MIN (at.end + 1, copy->galley->n_strips), n = end - at.first;
  g_autofree TkStrip *strips = g_memdup2 (&copy->galley->strips[at.first], n * sizeof *strips);
  g_autofree TkUnit *more = g_memdup2 (&copy->more[at.first], n * sizeof *more);
  tk_shift_strips (copy->galley->strips, copy->galley->n_strips, &at);
  tk_shift_items (copy->more, sizeof *more, &at);
  const gint64 badness = try_fit (copy);
  if (badness < copy->badness) {
    keep (copy, badness);
    return TRUE;
  }
  memcpy (&copy->galley->strips[at.first], strips, n * sizeof *strips);
  memcpy (&copy->more[at.first], more, n * sizeof *more);
  return FALSE;
}

static void
shift_blocks (Copy *copy)
{
  for (guint i = 0; i < copy->holes->len;) {
    const TkHole hole = g_array_index (copy->holes, TkHole, i);
    if (!shift (copy, &hole))
      i++;
  }
}

/* The lines of holes @first to @end go above what may have them, where that makes the pages better. */
static gboolean
feather (Copy *copy, guint first, guint end)
{
  const gsize size = copy->galley->n_strips * sizeof *copy->wider;
  g_autofree TkUnit *before = g_memdup2 (copy->wider, size);

  for (guint i = first; i < end; i++)
    tk_feather_hole (copy->galley, copy->holes, i, copy->fit.bare, copy->wider);
  if (memcmp (copy->wider, before, size) != 0) {
    const gint64 badness = try_fit (copy);
    if (badness < copy->badness) {
      keep (copy, badness);
      return TRUE;
    }
  }
  memcpy (copy->wider, before, size);
  return FALSE;
}

/* All at once, as a rule: columns break where they did before. */
static void
feather_holes (Copy *copy)
{
  while (feather (copy, 0, copy->holes->len))
    continue;
  for (guint i = 0; i < copy->holes->len;)
    if (!feather (copy, i, i + 1))
      i++;
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const TkHole *one = a, *other = b;

  return (one->height < other->height) - (one->height > other->height);
}

/* Pictures that are fillers go where pages lack most: as many of them as there are pictures. */
static void
save_pictures (Copy *copy)
{
  guint n = 0;

  for (guint i = 0; i < copy->galley->n_fillers; i++)
    n += tk_flow_is_picture (&copy->galley->fillers[i]) ? 1 : 0;
  for (guint i = copy->holes->len; i > 0; i--)
    if (!g_array_index (copy->holes, TkHole, i - 1).whole)
      g_array_remove_index_fast (copy->holes, i - 1);
  if (n == 0 || copy->holes->len <= n)
    return;
  g_array_sort (copy->holes, compare_heights);
  copy->fit.pictured = g_array_index (copy->holes, TkHole, n - 1).height;
}

static TkPages *
fit (const TkGalley *galley, TkNotes *notes)
{
  g_autofree TkUnit *more = g_new0 (TkUnit, galley->n_strips + 1);
  g_autofree TkUnit *wider = g_new0 (TkUnit, galley->n_strips + 1);
  g_autofree TkStrip *strips = g_memdup2 (galley->strips, galley->n_strips * sizeof *strips);
  TkGalley own = *galley;
  Copy copy = {.galley = &own,
               .more = more,
               .wider = wider,
               .fit = {.room = 1000, .more = more, .wider = wider, .bare = TRUE}};

  own.strips = strips;
  copy.holes = g_array_new (FALSE, FALSE, sizeof (TkHole));
  copy.tried = g_array_new (FALSE, FALSE, sizeof (TkHole));
  choose_setting (&copy);
  shift_blocks (&copy);
  grow_pictures (&copy);
  feather_holes (&copy);
  save_pictures (&copy);
  copy.fit.bare = FALSE;
  keep (&copy, try_fit (&copy));
  feather_holes (&copy);
  g_array_unref (copy.holes);
  g_array_unref (copy.tried);
  return tk_flow_pages (&own, &copy.fit, NULL, notes);
}

TkPages *
tk_pages_flow (const TkGalley *galley, TkNotes *notes)
{
  const TkRegion only = {.master = galley->document->master, .width = galley->width};
  TkGalley parted = *galley; /* with a region at least */

  if (galley->n_regions == 0) {
    parted.regions = &only;
    parted.n_regions = 1;
  }
  TkPages *pages = wants_fitting (&parted) ? fit (&parted, notes)
                                           : tk_flow_pages (&parted, NULL, NULL, notes);
  pages->galley = galley;
  return pages;
}
