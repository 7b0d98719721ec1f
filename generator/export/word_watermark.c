/* Comes in: the words across each page. Goes out: a shape in the head of pages, as Word draws its own
 * watermarks: VML (ECMA-376 part 4, 14), the shape of text along a line. */
#include "word_maker.h"
#include "word_width.h"

/* Shape type 136 (part 4, 19.1.2.19): Word wants to be told what it knows. */
static void
put_shape_type (TkXml xml)
{
  static const char *const formulas[] = {
      "sum #0 0 10800", "prod #0 2 1",    "sum 21600 0 @1", "sum 0 0 @2",     "sum 21600 0 @3",
      "if @0 @3 0",     "if @0 21600 @1", "if @0 0 @2",     "if @0 @4 21600", "mid @5 @6",
      "mid @8 @5",      "mid @7 @8",      "mid @6 @7",      "sum @6 0 @5",
  };

  tk_word_begin (xml, "v:shapetype");
  tk_word_attribute (xml, "id", "_x0000_t136");
  tk_word_attribute (xml, "coordsize", "21600,21600");
  tk_word_attribute (xml, "o:spt", "136");
  tk_word_attribute (xml, "adj", "10800");
  tk_word_attribute (xml, "path", "m@7,l@8,m@5,21600l@6,21600e");
  tk_word_begin (xml, "v:formulas");
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++) {
    tk_word_begin (xml, "v:f");
    tk_word_attribute (xml, "eqn", formulas[i]);
    tk_word_end (xml);
  }
  tk_word_end (xml);
  tk_word_begin (xml, "v:path");
  tk_word_attribute (xml, "textpathok", "t");
  tk_word_attribute (xml, "o:connecttype", "custom");
  tk_word_attribute (xml, "o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800");
  tk_word_attribute (xml, "o:connectangles", "270,180,90,0");
  tk_word_end (xml);
  tk_word_begin (xml, "v:textpath");
  tk_word_attribute (xml, "on", "t");
  tk_word_attribute (xml, "fitshape", "t");
  tk_word_end (xml);
  tk_word_end (xml);
}

void
tk_word_put_watermark (TkWord *word)
{
  const TkNode *mark = word->document->watermark;
  const TkMaster *master = word->pages.master;
  g_autoptr (GString) words = g_string_new (NULL);
  const double side = MIN (master->width, master->height) / 1024.0;

  if (mark == NULL || (master->unmarked && !word->document->draft))
    return;
  for (guint i = 0; i < mark->n_runs; i++)
    g_string_append (words, mark->runs[i].text);
  const TkUnit width = MAX (tk_word_measure_text (words->str, mark->style), 1);
  const double long_side = side * 1.1, high = long_side * mark->style->size / width;
  g_autofree char *look = g_strdup_printf (
      "position:absolute;margin-left:0;margin-top:0;width:%dpt;height:%dpt;rotation:315;z-index:-251658752;"
      "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
      "mso-position-vertical:center;mso-position-vertical-relative:margin",
      (int) long_side, (int) MIN (high, 160));
  g_autofree char *font = g_strdup_printf ("font-family:\"%s\";font-size:1pt%s",
                                           tk_word_family (mark->style->family),
                                           mark->style->bold ? ";font-weight:bold" : "");
  g_autofree char *colour = g_strdup_printf ("#%06X", mark->style->colour);
  g_autofree char *id = g_strdup_printf ("Watermark%u", ++word->n_drawings);
  tk_word_begin (word->xml, "w:r");
  tk_word_begin (word->xml, "w:pict");
  put_shape_type (word->xml);
  tk_word_begin (word->xml, "v:shape");
  tk_word_attribute (word->xml, "id", id);
  tk_word_attribute (word->xml, "type", "#_x0000_t136");
  tk_word_attribute (word->xml, "style", look);
  tk_word_attribute (word->xml, "fillcolor", colour);
  tk_word_attribute (word->xml, "stroked", "f");
  tk_word_begin (word->xml, "v:textpath");
  tk_word_attribute (word->xml, "style", font);
  tk_word_attribute (word->xml, "string", words->str);
  for (int depth = 0; depth < 4; depth++)
    tk_word_end (word->xml);
}
