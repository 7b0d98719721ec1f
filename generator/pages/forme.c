/* Comes in: a size of pages and what the press wants around them. Goes out: a sheet of paper and where cells
 * for the pages lie on it. Must not know which page comes into which cell. */
#include "forme.h"

#include <glib/gi18n.h>

#include "error.h"

/* In millimetres, upright, by area. The A and SRA sizes are of ISO 216 and ISO 217; the others are sheets of
 * Vietnamese printers, by whose names magazines are sold: 40 × 27 is a spread of 19 × 27 cm and its cut. */
static const struct {
  const char *name;
  int width, height;
} sizes[] = {
    {"A5", 148, 210},    {"A4", 210, 297},    {"SRA4", 225, 320},  {"40x27", 270, 400},   {"A3", 297, 420},
    {"SRA3", 320, 450},  {"A2", 420, 594},    {"43x61", 430, 610}, {"SRA2", 450, 640},    {"A1", 594, 841},
    {"60x84", 600, 840}, {"65x86", 650, 860}, {"SRA1", 640, 900},  {"79x109", 790, 1090},
};

/* The largest side of a page that a PDF may have (ISO 32000-1, annex C). */
#define LARGEST TK_PT (14400)

/* Lengths in millimetres do not come out even: what is too much by less than this is not. */
enum { ROUNDING = 16 };

/* What a press wants around cells. */
typedef struct {
  gint64 cells_width, cells_height; /* cells and gaps between them */
  gint64 width, height;             /* and what is around them */
} Needs;

gboolean
tk_sheets_find_size (const char *name, TkUnit *ret_width, TkUnit *ret_height)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (name, sizes[i].name) == 0) {
      *ret_width = TK_MM (sizes[i].width);
      *ret_height = TK_MM (sizes[i].height);
      return TRUE;
    }
  return FALSE;
}

int
tk_forme_mm (gint64 length)
{
  return (int) ((length * 254 + 720 * 512) / (720 * 1024));
}

TkUnit
tk_forme_mark_gap (const TkForme *forme)
{
  return MAX (forme->bleed, TK_MM (3));
}

/* ---- cells ---- */

static void
arrange_cells (const TkPressWish *wish, TkForme *forme)
{
  const guint up = wish->up == 0 ? 2 : wish->up;

  forme->columns = forme->rows = 1;
  switch (wish->scheme) {
  case TK_PRESS_NONE:
    break;
  case TK_PRESS_BOOKLET:
  case TK_PRESS_PERFECT:
    forme->columns = 2;
    break;
  case TK_PRESS_N_UP:
  case TK_PRESS_STACK: /* two that lie are below each other */
    forme->columns = up == 4 || forme->cell_width <= forme->cell_height ? 2 : 1;
    forme->rows = up / forme->columns;
    break;
  }
}

static TkUnit
choose_gap (const TkPressWish *wish, const TkForme *forme)
{
  switch (wish->scheme) {
  case TK_PRESS_PERFECT:
    return 2 * TK_SPINE_CUT;
  case TK_PRESS_N_UP:
  case TK_PRESS_STACK:
    return 2 * forme->bleed;
  case TK_PRESS_NONE:
  case TK_PRESS_BOOKLET:
    break;
  }
  return 0;
}

/* What is around the cells, on each side. */
static TkUnit
measure_edge (const TkPressWish *wish, const TkForme *forme)
{
  return wish->marks ? tk_forme_mark_gap (forme) + TK_SHORTEST_MARK : forme->bleed;
}

static Needs
measure_needs (const TkPressWish *wish, const TkForme *forme)
{
  const gint64 edge = measure_edge (wish, forme);
  Needs needs = {(gint64) forme->columns * forme->cell_width + (gint64) (forme->columns - 1) * forme->gap,
                 (gint64) forme->rows * forme->cell_height + (gint64) (forme->rows - 1) * forme->gap, 0, 0};

  needs.width = needs.cells_width + 2 * edge;
  needs.height = needs.cells_height + 2 * edge;
  return needs;
}

/* ---- the sheet ---- */

static gboolean
holds (gint64 width, gint64 height, const Needs *needs)
{
  return needs->width <= width + ROUNDING && needs->height <= height + ROUNDING;
}

/* A sheet lies or stands as what is on it, where that fits. */
static gboolean
try_sheet (TkUnit width, TkUnit height, const Needs *needs, TkForme *forme)
{
  if ((width > height) != (needs->width > needs->height) ? holds (height, width, needs)
                                                         : !holds (width, height, needs)) {
    const TkUnit upright = width;
    width = height;
    height = upright;
  }
  if (!holds (width, height, needs))
    return FALSE;
  forme->width = (TkUnit) MAX (width, needs->width);
  forme->height = (TkUnit) MAX (height, needs->height);
  return TRUE;
}

static gboolean
try_usual (const Needs *needs, TkForme *forme)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (try_sheet (TK_MM (sizes[i].width), TK_MM (sizes[i].height), needs, forme))
      return TRUE;
  return FALSE;
}

/* The largest scale, in thousandths, at which the cells fit the sheet of @wish as it lies; 0: none. */
static gint64
find_scale (const TkPressWish *wish, const TkForme *forme, TkUnit sheet_width, TkUnit sheet_height)
{
  const gint64 edge = measure_edge (wish, forme);
  const gint64 width = sheet_width - 2 * edge - (gint64) (forme->columns - 1) * forme->gap,
               height = sheet_height - 2 * edge - (gint64) (forme->rows - 1) * forme->gap;

  if (width <= 0 || height <= 0)
    return 0;
  return MIN (width * 1000 / MAX (1, (gint64) forme->columns * forme->cell_width),
              height * 1000 / MAX (1, (gint64) forme->rows * forme->cell_height));
}

/* Smaller pages, so that more of them can be read on a sheet: below a tenth nothing can. */
static gboolean
try_smaller (const TkPressWish *wish, TkNotes *notes, TkForme *forme)
{
  const gint64 as_given = find_scale (wish, forme, wish->sheet_width, wish->sheet_height),
               turned = find_scale (wish, forme, wish->sheet_height, wish->sheet_width),
               scale = MAX (as_given, turned);

  if (wish->scheme != TK_PRESS_N_UP || scale < 100 || scale >= 1000)
    return FALSE;
  forme->scale = (gint32) scale;
  forme->cell_width = (TkUnit) (forme->cell_width * scale / 1000);
  forme->cell_height = (TkUnit) (forme->cell_height * scale / 1000);
  tk_notes_add (notes, _ ("sheets: pages are printed at %d %% of their size, to fit %d × %d mm"),
                (int) (scale / 10), tk_forme_mm (wish->sheet_width), tk_forme_mm (wish->sheet_height));
  const Needs needs = measure_needs (wish, forme);
  return try_sheet (wish->sheet_width, wish->sheet_height, &needs, forme);
}

/* The back of a book is milled off its pages where the sheet leaves nothing else. */
static gboolean
try_without_cut (const TkPressWish *wish, TkNotes *notes, TkForme *forme)
{
  if (wish->scheme != TK_PRESS_PERFECT)
    return FALSE;
  forme->gap = 0;
  const Needs needs = measure_needs (wish, forme);
  if (!try_sheet (wish->sheet_width, wish->sheet_height, &needs, forme))
    return FALSE;
  tk_notes_add (
      notes,
      _ ("sheets: %d × %d mm leave no room for what is cut off the back before it is glued: the pages "
         "lose %d mm at the spine; take a larger sheet, or see that their inner margins are wide"),
      tk_forme_mm (wish->sheet_width), tk_forme_mm (wish->sheet_height), tk_forme_mm (TK_SPINE_CUT));
  return TRUE;
}

static gboolean
refuse (const TkPressWish *wish, const Needs *needs, GError **error)
{
  if (wish->sheet_width > 0)
    g_set_error (
        error, TK_ERROR, TK_ERROR_USAGE,
        _ ("sheets of %d × %d mm: too small for pages, bleed and marks, which take %d × %d mm; give a "
           "larger sheet, or leave out marks and bleed"),
        tk_forme_mm (wish->sheet_width), tk_forme_mm (wish->sheet_height), tk_forme_mm (needs->width),
        tk_forme_mm (needs->height));
  else
    g_set_error (
        error, TK_ERROR, TK_ERROR_USAGE,
        _ ("sheets: no usual one holds pages, bleed and marks, which take %d × %d mm; give the size of "
           "the sheet"),
        tk_forme_mm (needs->width), tk_forme_mm (needs->height));
  return FALSE;
}

static gboolean
choose_sheet (const TkPressWish *wish, TkNotes *notes, TkForme *forme, GError **error)
{
  const Needs needs = measure_needs (wish, forme);
  const TkUnit gap = forme->gap;

  if (needs.width > LARGEST || needs.height > LARGEST)
    return refuse (wish, &needs, error);
  if (wish->sheet_width > 0) {
    if (try_sheet (wish->sheet_width, wish->sheet_height, &needs, forme) || try_smaller (wish, notes, forme)
        || try_without_cut (wish, notes, forme))
      return TRUE;
    if (!wish->usual_else)
      return refuse (wish, &needs, error);
    forme->gap = gap; /* which was given up in vain */
  }
  if (wish->scheme == TK_PRESS_NONE && !wish->marks) {
    forme->width = (TkUnit) needs.width;
    forme->height = (TkUnit) needs.height;
    return TRUE;
  }
  return try_usual (&needs, forme) || refuse (wish, &needs, error);
}

gboolean
tk_forme_choose (const TkPressWish *wish, TkUnit width, TkUnit height, TkNotes *notes, TkForme *ret_forme,
                 GError **error)
{
  TkForme forme = {.cell_width = width, .cell_height = height, .scale = 1000};

  forme.bleed = wish->bleed > 0 ? wish->bleed : wish->bleed == 0 && wish->marks ? TK_MM (3) : 0;
  arrange_cells (wish, &forme);
  forme.gap = choose_gap (wish, &forme);
  if (!choose_sheet (wish, notes, &forme, error))
    return FALSE;
  const Needs placed = measure_needs (wish, &forme);
  forme.block_width = (TkUnit) placed.cells_width;
  forme.block_height = (TkUnit) placed.cells_height;
  forme.left = (forme.width - forme.block_width) / 2;
  forme.top = (forme.height - forme.block_height) / 2;
  *ret_forme = forme;
  return TRUE;
}

void
tk_forme_add_rule (GArray *marks, gint64 x, gint64 y, gint64 width, gint64 height)
{
  TkMark mark = {.kind = TK_MARK_RULE, .x = (TkUnit) x, .y = (TkUnit) y};

  mark.rule.width = (TkUnit) width;
  mark.rule.height = (TkUnit) height;
  g_array_append_val (marks, mark);
}
