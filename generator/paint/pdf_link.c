/* Comes in: a line of a link. Goes out: its annotation. Must not know what else stands on the page. */
#include "pdf_link.h"

#include <string.h>

/* A URI is ASCII (ISO 32000-1, 12.6.4.7): what is not becomes %XX. */
static void
put_uri (TkBytes *to, const char *uri)
{
  tk_bytes_literal (to, "(");
  for (const char *at = uri; *at != '\0'; at++)
    if (g_ascii_isgraph (*at))
      tk_bytes_escaped (to, at, 1);
    else
      tk_bytes_print (to, "%%%02X", (guint) (guchar) *at);
  tk_bytes_literal (to, ")");
}

/* The number of @page as what stands in @from knows it: within a paper of a book that of the paper. */
static guint
find_number (const TkPage *page, const TkNode *from)
{
  while (from != NULL && from->kind != TK_NODE_PAPER)
    from = from->parent;
  return from != NULL && from == page->paper ? page->number : page->folio;
}

/* The words of a link within the file, or "trang 12", and where it leads: ISO 32000-1, 12.3.2.2. */
static void
put_destination (const TkPress *press, const TkRun *run, const TkNode *from, TkBytes *to)
{
  const TkPages *pages = press->pages;
  const TkTarget *target = tk_pages_find_target (pages, run->reference->target);
  const guint index = target != NULL ? target->page : 0;
  const TkPage *there = &pages->pages[index];

  if (run->text[0] != '\0') {
    tk_bytes_string (to, run->text);
  } else {
    const char *language = pages->document->language;
    const gboolean vietnamese = language == NULL || g_str_has_prefix (language, "vi");
    g_autofree char *words = g_strdup_printf ("%s %u", vietnamese ? "trang" : "page",
                                              find_number (there, from));
    tk_bytes_string (to, words);
  }
  tk_bytes_print (to, "/Dest[%u 0 R/XYZ null ", tk_store_number (press->objects->pdata[index]));
  tk_bytes_fixed (to, tk_page_height (there) - TK_MILLI (target != NULL ? target->y : 0), 3);
  tk_bytes_literal (to, " null]\n");
}

static void
put_action (const TkPress *press, const TkRun *run, const TkNode *from, TkBytes *to)
{
  if (run->reference != NULL) {
    put_destination (press, run, from, to);
    return;
  }
  tk_bytes_string (to, run->text != NULL && run->text[0] != '\0' ? run->text : run->href);
  tk_bytes_literal (to, "/A<</S/URI/URI");
  put_uri (to, run->href);
  tk_bytes_literal (to, ">>\n");
}

void
tk_links_end (TkLinks *links, TkPress *press, HPDF_Page page)
{
  g_auto (TkBytes) text = {0};

  if (links->annotation == NULL)
    return;
  tk_bytes_literal (&text, "/Type/Annot/Subtype/Link/Rect[");
  tk_bytes_numbers (&text, links->rect, 4, "]");
  tk_bytes_print (&text, "/F 4/Border[0 0 0]/P %u 0 R/StructParent %u/Contents", tk_store_number (page),
                  links->key);
  put_action (press, links->run, links->tag->node, &text);
  tk_store_set (press->stock.store, links->annotation, &text);
  tk_bytes_print (&links->references, "%u 0 R ", tk_store_number (links->annotation));
  links->annotation = NULL;
}

void
tk_links_add (TkLinks *links, TkPress *press, HPDF_Page page, gint64 height, const TkDrawn *drawn, TkTag *tag)
{
  const TkMark *mark = drawn->mark;

  if (mark->text.n_pieces == 0)
    return;
  const TkPiece *first = mark->text.pieces, *last = first + mark->text.n_pieces - 1;
  const TkFace *face = first->word->face;
  const gint64 size = TK_SIZE (first->word), y = height - TK_MILLI (drawn->y);
  const gint64 rect[4] = {TK_MILLI (drawn->x + first->x), y + size * face->descent / face->units_per_em,
                          TK_MILLI (drawn->x + last->x + last->word->width),
                          y + size * face->ascent / face->units_per_em};

  if (links->annotation != NULL && links->tag == tag && links->y == drawn->y) {
    links->rect[0] = MIN (links->rect[0], rect[0]);
    links->rect[2] = MAX (links->rect[2], rect[2]);
    return;
  }
  tk_links_end (links, press, page);
  links->annotation = tk_store_object (press->stock.store);
  links->key = tk_tags_annotate (press->tags, tag, tk_store_number (page),
                                 tk_store_number (links->annotation));
  links->tag = tag;
  links->run = mark->span;
  links->y = drawn->y;
  memcpy (links->rect, rect, sizeof rect);
}

void
tk_links_clear (TkLinks *links)
{
  tk_bytes_clear (&links->references);
}
