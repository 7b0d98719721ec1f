/* Rules on a page: its boxes, and what lies on it beside its content. */
#include "pdfx.h"
#include <string.h>

/* Half a thousandth of a point for rounding. */
static gboolean
is_within (fz_rect inner, fz_rect outer)
{
  const float e = 0.0005f;

  return inner.x0 >= outer.x0 - e && inner.y0 >= outer.y0 - e && inner.x1 <= outer.x1 + e
         && inner.y1 <= outer.y1 + e;
}

static fz_rect
read_box (const File *file, pdf_obj *page, const char *key)
{
  return pdf_to_rect (file->context, entry (file, page, key));
}

/* ISO 15930-7, 6.6: TrimBox or ArtBox, not both; each box within the next. */
static void
check_boxes (File *file, const char *place, pdf_obj *page)
{
  const fz_rect media = pdf_to_rect (file->context,
                                     pdf_dict_get_inheritable (file->context, page, PDF_NAME (MediaBox)));
  const gboolean trims = entry (file, page, "TrimBox") != NULL, art = entry (file, page, "ArtBox") != NULL;
  const fz_rect trim = read_box (file, page, trims ? "TrimBox" : "ArtBox");
  const fz_rect bleed = entry (file, page, "BleedBox") != NULL ? read_box (file, page, "BleedBox") : media;

  if (trims == art)
    fault (file, place, trims ? "it has a TrimBox and an ArtBox" : "it has no TrimBox");
  if (fz_is_empty_rect (media))
    fault (file, place, "it has no MediaBox");
  if (trims != art && fz_is_empty_rect (trim))
    fault (file, place, "its TrimBox is empty");
  if (trims != art && !is_within (trim, bleed))
    fault (file, place, "its TrimBox reaches beyond its BleedBox");
  if (!is_within (bleed, media))
    fault (file, place, "its BleedBox reaches beyond its MediaBox");
}

static void
check_annotations (File *file, const char *place, pdf_obj *page)
{
  pdf_obj *annotations = entry (file, page, "Annots");
  const fz_rect bleed = read_box (file, page, "BleedBox");

  for (int i = 0; i < pdf_array_len (file->context, annotations); i++) {
    pdf_obj *annotation = pdf_array_get (file->context, annotations, i);
    fz_rect common = fz_intersect_rect (bleed, read_box (file, annotation, "Rect"));
    if (!says (file, annotation, "Subtype", "TrapNet") && !fz_is_empty_rect (common))
      fault (file, place, "an annotation lies on it");
  }
}

void
check_page (File *file, int number)
{
  g_autofree char *place = g_strdup_printf ("page %d", number + 1);
  pdf_obj *page = pdf_lookup_page_obj (file->context, file->document, number);

  check_boxes (file, place, page);
  check_annotations (file, place, page);
  check_colours (file, place, entry (file, page, "Contents"),
                 pdf_dict_get_inheritable (file->context, page, PDF_NAME (Resources)));
}
