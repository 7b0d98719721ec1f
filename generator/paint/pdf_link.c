/* Comes in: a line of a link. Goes out: its annotation. Must not know what else stands on the page. */
#include "pdf_link.h"

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

/* The words of a link within the file, or "trang 12", and where it leads: ISO 32000-1, 12.3.2.2. */
static void
put_destination (const TkPress *press, const TkRun *run, TkBytes *to)
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
    g_autofree char *words = g_strdup_printf ("%s %u", vietnamese ? "trang" : "page", there->number);
    tk_bytes_string (to, words);
  }
  tk_bytes_print (to, "/Dest[%u 0 R/XYZ null ", tk_store_number (press->objects->pdata[index]));
  tk_bytes_fixed (to, tk_page_height (there) - TK_MILLI (target != NULL ? target->y : 0), 3);
  tk_bytes_literal (to, " null]\n");
}

void
tk_link_store (TkPress *press, HPDF_Page page, gint64 height, const TkDrawn *drawn, TkTag *tag,
               TkBytes *links)
{
  const TkMark *mark = drawn->mark;
  const TkRun *run = mark->span;
  TkStore *store = press->store;
  g_auto (TkBytes) text = {0};

  if (mark->text.n_pieces == 0)
    return;
  const TkPiece *first = mark->text.pieces, *last = first + mark->text.n_pieces - 1;
  const TkFace *face = first->word->face;
  gint64 size = TK_SIZE (first->word), y = height - TK_MILLI (drawn->y);
  gint64 rect[4] = {TK_MILLI (drawn->x + first->x), y + size * face->descent / face->units_per_em,
                    TK_MILLI (drawn->x + last->x + last->word->width),
                    y + size * face->ascent / face->units_per_em};
  HPDF_Dict annotation = tk_store_object (store);
  guint key = tk_tags_annotate (press->tags, tag, tk_store_number (page), tk_store_number (annotation));

  tk_bytes_literal (&text, "/Type/Annot/Subtype/Link/Rect[");
  tk_bytes_numbers (&text, rect, 4, "]");
  tk_bytes_print (&text, "/F 4/Border[0 0 0]/P %u 0 R/StructParent %u/Contents", tk_store_number (page), key);
  if (run->reference != NULL) {
    put_destination (press, run, &text);
  } else {
    tk_bytes_string (&text, run->text != NULL && run->text[0] != '\0' ? run->text : run->href);
    tk_bytes_literal (&text, "/A<</S/URI/URI");
    put_uri (&text, run->href);
    tk_bytes_literal (&text, ">>\n");
  }
  tk_store_set (store, annotation, &text);
  tk_bytes_print (links, "%u 0 R ", tk_store_number (annotation));
}
