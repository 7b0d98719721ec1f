/* Comes in: a page. Goes out: its content stream, each mark within the sequence of its element. Must not know
 * how the document hangs together, nor how marks are drawn. */
#include "pdf_page.h"

#include "pdf_link.h"

typedef struct {
  TkPress *press;
  HPDF_Page object;
  TkDrawing drawing;
  TkLinks links;

  TkTag *tag; /* of the open sequence, NULL: none or an artifact's */
  gboolean marked, artifact;
  TkPart part; /* of the open artifact */
} Page;

static gint64
round_hundredths (TkUnit unit)
{
  return (TK_MILLI (unit) + 5) / 10 * 10;
}

gint64
tk_page_height (const TkPage *page)
{
  return round_hundredths (page->height);
}

gint64
tk_page_width (const TkPage *page)
{
  return round_hundredths (page->width);
}

static void
close_sequence (Page *page)
{
  tk_drawing_end_text (&page->drawing);
  if (page->marked)
    tk_bytes_literal (&page->drawing.to, "EMC\n");
  page->marked = FALSE;
  page->tag = NULL;
}

static void
open_artifact (Page *page, TkPart part)
{
  /* ISO 32000-1, 14.8.2.2.2, table 330 */
  static const char *const kinds[] = {
      [TK_PART_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n",
      [TK_PART_RUNNING] = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n",
      [TK_PART_FOOT] = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n",
      [TK_PART_WATERMARK] = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n",
      [TK_PART_LINE_NUMBER] = "/Artifact<</Type/Pagination>>BDC\n",
  };

  if (page->marked && page->artifact && page->part == part)
    return;
  close_sequence (page);
  tk_bytes_put (&page->drawing.to, kinds[part], strlen (kinds[part]));
  page->marked = page->artifact = TRUE;
  page->part = part;
}

static void
open_tag (Page *page, TkTag *tag)
{
  const char *name = tk_tag_name (tag->tag);

  if (page->marked && page->tag == tag)
    return;
  close_sequence (page);
  guint mcid = tk_tags_mark (page->press->tags, tag, tk_store_number (page->object));
  tk_bytes_literal (&page->drawing.to, "/");
  tk_bytes_put (&page->drawing.to, name, strlen (name));
  tk_bytes_literal (&page->drawing.to, "<</MCID ");
  tk_bytes_integer (&page->drawing.to, mcid);
  tk_bytes_literal (&page->drawing.to, ">>BDC\n");
  page->marked = TRUE;
  page->artifact = FALSE;
  page->tag = tag;
}

/* The page */

/* Where the element is that is shown here, and where its link leads. */
static void
place_tag (Page *page, const TkDrawn *drawn, TkTag *tag)
{
  gint64 box[4];

  if (drawn->mark->kind == TK_MARK_TEXT) {
    if (tag->tag == TK_TAG_LINK)
      tk_links_add (&page->links, page->press, page->object, page->drawing.height, drawn, tag);
    return;
  }
  /* the box of a path of a chart is that of the whole */
  if (drawn->mark->kind == TK_MARK_PATH && tag->box != NULL)
    return;
  tk_drawing_find_box (&page->drawing, drawn, box);
  tk_tags_place (page->press->tags, tag, (TkRect){box[0], box[1], box[0] + box[2], box[1] + box[3]});
}

static gboolean
put_mark (Page *page, const TkDrawn *drawn, GError **error)
{
  if (drawn->part != TK_PART_CONTENT) {
    open_artifact (page, drawn->part);
    return tk_drawing_put (&page->drawing, drawn, error);
  }
  TkTag *tag = tk_tags_find (page->press->tags, drawn->mark);
  open_tag (page, tag);
  place_tag (page, drawn, tag);
  return tk_drawing_put (&page->drawing, drawn, error);
}

static void
set_page (Page *page, const TkPage *of, guint32 resources, guint key)
{
  gint64 box[2] = {tk_page_width (of), page->drawing.height};
  g_auto (TkBytes) text = {0};

  tk_bytes_literal (&text, "/MediaBox[0 0 ");
  tk_bytes_numbers (&text, box, 2, "]/TrimBox[0 0 ");
  tk_bytes_numbers (&text, box, 2, "]");
  tk_bytes_print (&text, "/Resources %u 0 R/StructParents %u/Tabs/S", resources, key);
  if (page->links.references.length > 0) {
    tk_bytes_literal (&text, "/Annots[");
    tk_bytes_put (&text, page->links.references.at, page->links.references.length);
    tk_bytes_literal (&text, "]");
  }
  tk_bytes_literal (&text, "\n");
  tk_store_set (page->press->stock.store, page->object, &text);
}

gboolean
tk_page_store (TkPress *press, guint index, guint32 resources, GError **error)
{
  const TkPage *of = &press->pages->pages[index];
  Page page = {.press = press, .object = press->objects->pdata[index]};
  guint key = tk_tags_begin_page (press->tags), n;
  const TkDrawn *drawn = tk_reading_order (press->reading, of, &n);
  gboolean done = TRUE;

  tk_drawing_begin (&page.drawing, &press->stock, tk_page_height (of));
  tk_bytes_need (&page.drawing.to, 12 << 10);
  for (guint i = 0; i < n && done; i++)
    done = put_mark (&page, &drawn[i], error);
  close_sequence (&page);
  tk_links_end (&page.links, press, page.object);
  set_page (&page, of, resources, key);
  if (done)
    tk_store_content (press->stock.store, page.object, &page.drawing.to);
  tk_bytes_clear (&page.drawing.to);
  tk_links_clear (&page.links);
  return done;
}
