/* Comes in: sheets of a press, with the pages on them. Goes out: a PDF to print from, PDF/X-4 where that is
 * wanted. Must not know how pages come onto sheets, nor how marks are drawn.
 *
 * What sheets have not: tags, links, bookmarks, text that is only heard. */
#include "paint.h"

#include <glib/gi18n.h>
#include <lcms2.h>

#include "error.h"
#include "pdf_drawing.h"
#include "pdf_page.h"
#include "pdf_xmp.h"

typedef struct {
  TkStock stock;
  TkReading *reading;
  const TkSheets *sheets;
  GChecksum *sum; /* of all content */
} Job;

/* Whether something of @side may be transparent. */
static gboolean
may_shine_through (const TkSheetSide *side)
{
  for (guint i = 0; i < side->n_slots; i++) {
    const TkPage *page = side->slots[i].page;
    for (guint j = 0; page != NULL && j < page->n_placed; j++)
      for (guint k = 0; k < page->placed[j].n_marks; k++) {
        const TkMark *mark = &page->placed[j].marks[k];
        if (mark->kind == TK_MARK_IMAGE && mark->image.picture->kind == TK_PICTURE_PNG)
          return TRUE;
      }
  }
  return FALSE;
}

static void
put_box (TkBytes *to, const char *name, const TkSheetSide *side, const TkUnit at[4])
{
  const gint64 height = TK_MILLI (side->height);
  const gint64 box[4] = {TK_MILLI (at[0]), height - TK_MILLI (at[1] + at[3]), TK_MILLI (at[0] + at[2]),
                         height - TK_MILLI (at[1])};

  tk_bytes_print (to, "/%s[", name);
  tk_bytes_numbers (to, box, 4, "]");
}

/* ISO 32000-1, 14.11.2; the group's space is where soft masks mix colours (11.6.6). */
static void
set_side (const Job *job, HPDF_Page object, const TkSheetSide *side, guint32 resources)
{
  const TkColours *colours = &job->stock.colours;
  g_auto (TkBytes) text = {0};

  put_box (&text, "MediaBox", side, (TkUnit[]){0, 0, side->width, side->height});
  put_box (&text, "BleedBox", side,
           (TkUnit[]){side->bleed_x, side->bleed_y, side->bleed_width, side->bleed_height});
  put_box (&text, "TrimBox", side,
           (TkUnit[]){side->trim_x, side->trim_y, side->trim_width, side->trim_height});
  tk_bytes_print (&text, "/Resources %u 0 R", resources);
  if (tk_colours_are_inks (colours) && may_shine_through (side))
    tk_bytes_print (&text, "/Group<</S/Transparency/CS/%s>>",
                    tk_inks_kind (colours->inks) == TK_COLOUR_CMYK ? "DeviceCMYK" : "DeviceGray");
  tk_bytes_literal (&text, "\n");
  tk_store_set (job->stock.store, object, &text);
}

/* The corner of the page's space as it lies on the sheet, its lower left one where it is not turned, and the
 * turn: from there on x leads along @a and @b. @left, @bottom, @width, @height: the box on the sheet. */
static void
put_turn (TkBytes *to, const TkSlot *slot, gint64 left, gint64 bottom, gint64 width, gint64 height)
{
  const gint64 right = left + width, top = bottom + height, scale = slot->scale;

  switch (slot->turned) {
  case 90:
    tk_bytes_numbers (to, (gint64[]){0, scale, -scale, 0, right, bottom}, 6, "cm\n");
    break;
  case 180:
    tk_bytes_numbers (to, (gint64[]){-scale, 0, 0, -scale, right, top}, 6, "cm\n");
    break;
  case 270:
    tk_bytes_numbers (to, (gint64[]){0, -scale, scale, 0, left, top}, 6, "cm\n");
    break;
  default:
    tk_bytes_numbers (to, (gint64[]){scale, 0, 0, scale, left, bottom}, 6, "cm\n");
    break;
  }
}

static void
open_slot (TkBytes *to, const TkSheetSide *side, const TkSlot *slot)
{
  const gboolean lies = slot->turned == 90 || slot->turned == 270;
  const gint64 along = tk_page_width (slot->page) * slot->scale / 1000;
  const gint64 down = tk_page_height (slot->page) * slot->scale / 1000;
  const gint64 width = lies ? down : along, height = lies ? along : down;
  const gint64 left = TK_MILLI (slot->x), bottom = TK_MILLI (side->height) - TK_MILLI (slot->y) - height;
  const gint64 clip[4] = {left - TK_MILLI (slot->clip_left), bottom - TK_MILLI (slot->clip_bottom),
                          width + TK_MILLI (slot->clip_left) + TK_MILLI (slot->clip_right),
                          height + TK_MILLI (slot->clip_top) + TK_MILLI (slot->clip_bottom)};

  tk_bytes_literal (to, "q\n");
  tk_bytes_numbers (to, clip, 4, "re W n\n");
  put_turn (to, slot, left, bottom, width, height);
}

static gboolean
put_slot (Job *job, const TkSheetSide *side, const TkSlot *slot, TkBytes *to, GError **error)
{
  TkDrawing drawing = {.to = *to};
  gboolean done = TRUE;
  guint n;

  if (slot->page == NULL)
    return TRUE;
  const TkDrawn *drawn = tk_reading_order (job->reading, slot->page, &n);
  open_slot (&drawing.to, side, slot);
  tk_drawing_begin (&drawing, &job->stock, tk_page_height (slot->page));
  for (guint i = 0; i < n && done; i++)
    done = drawn[i].mark->role == TK_ROLE_UNSEEN || tk_drawing_put (&drawing, &drawn[i], error);
  tk_drawing_end_text (&drawing);
  tk_bytes_literal (&drawing.to, "Q\n");
  *to = drawing.to;
  return done;
}

static gboolean
put_marks (Job *job, const TkSheetSide *side, TkBytes *to, GError **error)
{
  TkDrawing drawing = {.to = *to, .marks = TRUE};
  gboolean done = TRUE;

  tk_drawing_begin (&drawing, &job->stock, TK_MILLI (side->height));
  for (guint i = 0; i < side->n_placed; i++)
    for (guint j = 0; j < side->placed[i].n_marks && done; j++) {
      const TkPlaced *placed = &side->placed[i];
      const TkMark *mark = &placed->marks[j];
      const TkDrawn drawn = {mark, placed->x + mark->x, placed->y + mark->y, TK_PART_LAYOUT, 0};
      done = tk_drawing_put (&drawing, &drawn, error);
    }
  tk_drawing_end_text (&drawing);
  *to = drawing.to;
  return done;
}

static gboolean
store_side (Job *job, const TkSheetSide *side, guint32 resources, GError **error)
{
  HPDF_Page object = tk_store_page (job->stock.store);
  g_auto (TkBytes) content = {0};

  for (guint i = 0; i < side->n_slots; i++)
    if (!put_slot (job, side, &side->slots[i], &content, error))
      return FALSE;
  if (!put_marks (job, side, &content, error))
    return FALSE;
  if (content.length > 0)
    g_checksum_update (job->sum, (const guchar *) content.at, (gssize) content.length);
  set_side (job, object, side, resources);
  tk_store_content (job->stock.store, object, &content);
  return TRUE;
}

/* The same sheets, the same identity (ISO 16684-1 asks for no more than that others have another); in the
 * form of RFC 9562, version 8. */
static char *
make_identity (Job *job)
{
  const TkDocument *document = job->sheets->pages->document;
  g_autofree char *date = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) document->date);

  g_checksum_update (job->sum, (const guchar *) date, -1);
  if (document->title != NULL)
    g_checksum_update (job->sum, (const guchar *) document->title, -1);
  const char *hex = g_checksum_get_string (job->sum);
  return g_strdup_printf ("uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", hex, hex + 8, hex + 13, hex + 17, hex + 20);
}

static char *
read_description (GBytes *profile)
{
  gsize size;
  const void *data = g_bytes_get_data (profile, &size);
  cmsHPROFILE opened = cmsOpenProfileFromMem (data, (cmsUInt32Number) size);
  char description[256] = "";

  if (opened != NULL)
    cmsGetProfileInfoASCII (opened, cmsInfoDescription, "en", "US", description, sizeof description);
  cmsCloseProfile (opened);
  return g_strdup (description[0] != '\0' ? description : "ICC");
}

/* The condition of printing by its name in the registry of the ICC, where the profile's own name has it
 * ("Coated FOGRA39 (ISO 12647-2:2004)"); NULL: none. */
static char *
find_condition (const char *description)
{
  const char *at = strstr (description, "FOGRA");
  gsize n = at != NULL ? strspn (at + 5, "0123456789") : 0;

  return n > 0 ? g_strndup (at, 5 + n) : NULL;
}

/* ISO 15930-7, 6.2.3: with the profile inside, which says all, and a name for people. */
static void
put_intent (TkStore *store, const TkInks *inks, TkBytes *to)
{
  GBytes *profile = tk_inks_profile (inks);
  g_autofree char *description = read_description (profile), *condition = find_condition (description);
  TkBytes raw = {0};
  gsize size;
  const void *data = g_bytes_get_data (profile, &size);

  tk_bytes_put (&raw, data, size);
  guint32 number = tk_store_number (
      tk_store_stream (store, tk_inks_kind (inks) == TK_COLOUR_CMYK ? "/N 4\n" : "/N 1\n", &raw));
  tk_bytes_literal (to, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier");
  tk_bytes_string (to, condition != NULL ? condition : "Custom");
  if (condition != NULL)
    tk_bytes_literal (to, "/RegistryName(http://www.color.org)");
  tk_bytes_literal (to, "/OutputCondition");
  tk_bytes_string (to, description);
  tk_bytes_literal (to, "/Info");
  tk_bytes_string (to, description);
  tk_bytes_print (to, "/DestOutputProfile %u 0 R>>]\n", number);
}

static void
store_catalog (Job *job, gboolean pdfx, TkBytes *xmp)
{
  TkStore *store = job->stock.store;
  const TkDocument *document = job->sheets->pages->document;
  g_autofree char *identity = make_identity (job);
  const TkPressClaim claim = {pdfx, identity};
  g_auto (TkBytes) text = {0};

  tk_xmp_put_press (xmp, document, &claim);
  HPDF_Dict metadata = tk_store_verbatim (store, "/Type/Metadata/Subtype/XML\n", xmp->at, xmp->length);
  tk_bytes_print (&text, "/Metadata %u 0 R\n", tk_store_number (metadata));
  if (pdfx)
    put_intent (store, job->stock.colours.inks, &text);
  tk_store_set (store, store->pdf->catalog, &text);
  text.length = 0;
  tk_about_put (&text, document);
  tk_bytes_literal (&text, "/Trapped/False\n");
  HPDF_Dict_RemoveElement (store->pdf->info, "Producer"); /* libharu's own name */
  tk_store_set (store, store->pdf->info, &text);
}

static gboolean
check_colour (const TkPressColour *colour, GError **error)
{
  if (!colour->pdfx || (colour->inks != NULL && tk_inks_kind (colour->inks) != TK_COLOUR_RGB))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("PDF/X-4: colours that are RGB have no output profile here; choose --colour cmyk or gray"));
  return FALSE;
}

gboolean
tk_paint_press (const TkSheets *sheets, const TkPressColour *colour, TkOutput *output, GError **error)
{
  const TkDocument *document = sheets->pages->document;
  g_auto (TkBytes) xmp = {0}; /* read when the file is written */
  g_autoptr (TkStore) store = tk_store_new ();
  g_autoptr (TkReading) reading = tk_reading_new ();
  g_autoptr (TkSpeller) speller = tk_speller_new (sheets->pages->galley->n_words);
  g_autoptr (GPtrArray) images = g_ptr_array_new ();
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const TkColours colours = {colour->inks, document->spots, document->n_spots, TRUE};
  Job job = {{store, speller, images, sheets->pages->galley->prints, colours}, reading, sheets, sum};
  HPDF_Dict resources = tk_store_object (store);

  if (!check_colour (colour, error))
    return FALSE;
  store->version = 6; /* ISO 15930-7 builds on PDF 1.6 */
  for (guint i = 0; i < sheets->n_sides; i++)
    if (!store_side (&job, &sheets->sides[i], tk_store_number (resources), error))
      return FALSE;
  if (!tk_stock_store (&job.stock, resources, error))
    return FALSE;
  store_catalog (&job, colour->pdfx, &xmp);
  return tk_store_check (store, error) && tk_store_save (store, output, error);
}
