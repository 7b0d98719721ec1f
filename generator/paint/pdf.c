/* Comes in: finished pages. Goes out: a PDF/A file, most often also PDF/UA-1. This file
 * is the order of the work; each kind of object has a file of its own. */
#include "paint.h"

#include <lcms2.h>

#include "error.h"
#include "pdf_attach.h"
#include "pdf_page.h"
#include "pdf_xmp.h"

static const TkArchiveClaim claims[] = {
    [TK_LEVEL_2A] = {"2", "A", TRUE},
    [TK_LEVEL_3A] = {"3", "A", TRUE},
    [TK_LEVEL_1B] = {"1", "B", FALSE},
};

/* The depth of bookmarks, by the levels of their headings; of so many as a book has, what is below the papers
 * of its parts is closed. */
enum { LEVELS = 64, MANY = 50, OPEN = 1 };

/* sRGB for all colours. Little CMS writes the time into the header (ICC.1,
 * 7.2.8): it is overwritten. */
static guint32
store_intent (TkStore *store)
{
  enum { TIME = 24, TIME_SIZE = 12 };
  static const guint8 time[TIME_SIZE] = {2000 >> 8, 2000 & 255, 0, 1, 0, 1};
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  cmsUInt32Number size = 0;
  TkBytes raw = {0};

  if (store->plain)
    cmsSetProfileVersion (profile, 2.1);
  cmsSaveProfileToMem (profile, NULL, &size);
  tk_bytes_need (&raw, size);
  cmsSaveProfileToMem (profile, raw.at, &size);
  raw.length = size;
  memcpy (raw.at + TIME, time, TIME_SIZE);
  cmsCloseProfile (profile);
  return tk_store_number (tk_store_stream (store, "/N 3\n", &raw));
}

/* Not compressed, so that any program can find it. */
static guint32
store_metadata (TkStore *store, const TkDocument *document, TkPdfLevel level, TkBytes *xmp)
{
  tk_xmp_put (xmp, document, &claims[level]);
  return tk_store_number (tk_store_verbatim (store, "/Type/Metadata/Subtype/XML\n", xmp->at, xmp->length));
}

/* What viewers show as page numbers, where an appendix or a book begins again from 1: ISO 32000-1, 12.4.2.
 * The front matter of a book is i, ii, iii. */
static void
put_labels (TkBytes *text, const TkPages *pages)
{
  gboolean restarts = FALSE;

  for (guint i = 1; i < pages->n_pages; i++)
    restarts = restarts || pages->pages[i].folio == 1;
  if (!restarts)
    return;
  tk_bytes_literal (text, "/PageLabels<</Nums[");
  for (guint i = 0; i < pages->n_pages; i++)
    if (pages->pages[i].folio == 1)
      tk_bytes_print (text, "%u<</S/%c>>", i, pages->pages[i].front ? 'r' : 'D');
  tk_bytes_literal (text, "]>>\n");
}

/* @more: entries that only this file has. */
static void
store_catalog (TkStore *store, const TkPages *pages, TkPdfLevel level, guint32 tree, const TkBytes *more,
               TkBytes *xmp)
{
  const char *language = pages->document->language;
  g_auto (TkBytes) text = {0};

  tk_bytes_literal (&text, "/Lang");
  tk_bytes_string (&text, language != NULL && language[0] != '\0' ? language : "vi");
  tk_bytes_print (&text,
                  "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
                  "/StructTreeRoot %u 0 R/Metadata %u 0 R%s"
                  "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                  "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R>>]\n",
                  tree, store_metadata (store, pages->document, level, xmp),
                  pages->n_bookmarks > 0 ? "/PageMode/UseOutlines" : "", store_intent (store));
  put_labels (&text, pages);
  tk_bytes_put (&text, more->at, more->length);
  tk_store_set (store, store->pdf->catalog, &text);
  text.length = 0;
  tk_about_put (&text, pages->document);
  HPDF_Dict_RemoveElement (store->pdf->info, "Producer"); /* libharu's own name */
  tk_store_set (store, store->pdf->info, &text);
}

static char *
read_title (const TkNode *heading)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < heading->n_runs; i++) {
    const TkRun *run = &heading->runs[i];
    if (run->reference != NULL && (run->flags & TK_RUN_SUPERSCRIPT) != 0)
      continue; /* the mark of a note */
    g_string_append (title, (run->flags & TK_RUN_BREAK) != 0 ? " " : run->text);
  }
  return g_strdup (g_strstrip (title->str));
}

static void
store_bookmarks (TkStore *store, const TkPages *pages, const GPtrArray *objects)
{
  HPDF_Outline above[LEVELS + 1] = {NULL};
  int levels[LEVELS] = {0}, depth = 0;

  for (guint i = 0; i < pages->n_bookmarks; i++) {
    const TkBookmark *bookmark = &pages->bookmarks[i];
    g_autofree char *title = read_title (bookmark->node);
    gint64 y = tk_page_height (&pages->pages[bookmark->page]) - TK_MILLI (bookmark->y);
    while (depth > 0 && (levels[depth - 1] >= bookmark->node->level || depth == LEVELS))
      depth--;
    levels[depth] = bookmark->node->level;
    above[depth + 1] = tk_store_bookmark (store, above[depth], title, objects->pdata[bookmark->page], y);
    HPDF_Outline_SetOpened (above[depth + 1], pages->n_bookmarks <= MANY || depth < OPEN);
    depth++;
  }
}

static gboolean
store_pages (TkPress *press, guint32 resources, GError **error)
{
  for (guint i = 0; i < press->pages->n_pages; i++)
    g_ptr_array_add (press->objects, tk_store_page (press->stock.store));
  for (guint i = 0; i < press->pages->n_pages; i++)
    if (!tk_page_store (press, i, resources, error))
      return FALSE;
  return tk_store_check (press->stock.store, error);
}

static TkStore *
store_new (TkPdfLevel level)
{
  TkStore *store = tk_store_new ();

  store->plain = level == TK_LEVEL_1B;
  if (store->plain)
    store->version = 4;
  return store;
}

gboolean
tk_paint_pdf_at (const TkPages *pages, TkPdfLevel level, const TkAttachment *attachments, guint n_attachments,
                 TkOutput *output, GError **error)
{
  g_auto (TkBytes) xmp = {0}, more = {0}; /* the former is read when the file is written */
  g_autoptr (TkStore) store = store_new (level);
  g_autoptr (TkReading) reading = tk_reading_new ();
  g_autoptr (TkSpeller) speller = tk_speller_new (pages->galley->n_words);
  g_autoptr (TkTags) tags = tk_tags_new (store, pages->document, pages->n_pages);
  g_autoptr (GPtrArray) images = g_ptr_array_new (), objects = g_ptr_array_new ();
  TkPress press = {{store, speller, images, pages->galley->prints, {0}}, reading, tags, pages, objects};
  HPDF_Dict resources = tk_store_object (store);

  g_assert (n_attachments == 0 || level == TK_LEVEL_3A);
  if (!store_pages (&press, tk_store_number (resources), error)
      || !tk_stock_store (&press.stock, resources, error))
    return FALSE;
  store_bookmarks (store, pages, objects);
  tk_attachments_store (tags, pages->document, attachments, n_attachments, &more);
  store_catalog (store, pages, level, tk_store_number (tk_tags_store (tags)), &more, &xmp);
  return tk_store_check (store, error) && tk_store_save (store, output, error);
}

gboolean
tk_paint_pdf (const TkPages *pages, TkOutput *output, GError **error)
{
  return tk_paint_pdf_at (pages, TK_LEVEL_2A, NULL, 0, output, error);
}
