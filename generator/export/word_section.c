/* Comes in: masters, running lines, the watermark. Goes out: sections (17.6), heads and feet of pages
 * (17.10), and what of pages is said once for the whole paper (17.15). */
#include <stdio.h>
#include <string.h>

#include "word_maker.h"
#include "word_width.h"

#define TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* A head or a foot: of one master, on one kind of pages. */
typedef struct {
  const TkMaster *master;
  TkPagesOn on;
  gboolean foot;
} Strip;

/* ---- what stands in a head or a foot ---- */

/* The page number, or a running line. */
typedef struct {
  const TkNode *text; /* NULL: the page number */
  const TkStyle *style;
  TkAlign align;
  TkUnit edge;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer foot)
{
  const Line *one = a, *other = b;
  const int order = one->edge != other->edge ? (one->edge < other->edge ? -1 : 1) : 0;

  if (order == 0)
    return (int) one->align - (int) other->align;
  return foot != NULL ? -order : order;
}

gboolean
tk_word_is_foot (const TkMaster *master)
{
  return master->folio_top > master->height / 2;
}

/* A page number stands where the master says, at the head of the page or at its foot. */
static gboolean
has_folio (const Strip *strip)
{
  const TkMaster *master = strip->master;

  return master->folio != NULL && tk_word_is_foot (master) == strip->foot
         && (strip->on != TK_ON_FIRST || master->folio_on_first);
}

static TkUnit
find_folio_edge (const TkMaster *master)
{
  if (!tk_word_is_foot (master))
    return master->folio_top;
  return MAX (master->height - master->folio_top - master->folio->size * 23 / 20, 0);
}

static GArray *
gather_lines (const TkWord *word, const Strip *strip)
{
  const TkDocument *document = word->document;
  const TkMaster *master = strip->master;
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  if (has_folio (strip)) {
    const Line folio = {NULL, master->folio, master->folio->align, find_folio_edge (master)};
    g_array_append_val (lines, folio);
  }
  for (guint i = 0; i < document->n_running && master->running != NULL; i++) {
    const TkRunning *where = document->running[i].where;
    if (where->master != master->running || where->foot != strip->foot || (where->on & strip->on) == 0)
      continue;
    const Line line = {document->running[i].text, where->style, where->align, where->edge};
    g_array_append_val (lines, line);
  }
  g_array_sort_with_data (lines, compare_lines, GINT_TO_POINTER (strip->foot));
  return lines;
}

static void
put_line (TkWord *word, const Line *line)
{
  TkNode node = {.kind = TK_NODE_PARAGRAPH, .style = line->style};

  if (line->text != NULL) {
    tk_word_put_runs (word, line->text, line->text->runs, line->text->n_runs);
    return;
  }
  const TkReference reference = {TK_REFER_FOLIO, NULL};
  const TkRun run = {.text = "", .reference = &reference};
  node.runs = &run;
  node.n_runs = 1;
  tk_word_put_runs (word, &node, &run, 1);
}

/* Lines at one height are one paragraph: what stands in the middle and at the right, behind tabs. Gives how
 * many there are. */
static guint
put_level (TkWord *word, TkWordUse use, const GArray *lines, guint first, TkUnit before)
{
  const Line *line = &g_array_index (lines, Line, first);
  TkStyle style = *line->style;
  TkWordParagraph look = {0};
  guint n = 1;

  while (first + n < lines->len && line[n].edge == line->edge)
    n++;
  style.first_indent = style.left_indent = style.right_indent = 0;
  style.space_after = 0;
  style.space_before = before;
  style.align = line->align;
  if (n > 1 || line->align == TK_ALIGN_JUSTIFY) {
    style.align = TK_ALIGN_LEFT;
    look.middle = word->width / 2;
    look.edge = word->width;
  }
  tk_word_begin_paragraph (word, use, &style, 0, &look);
  for (guint i = 0, at = 0; i < n; i++) {
    const guint tab = n == 1                             ? 0
                      : line[i].align == TK_ALIGN_RIGHT  ? 2
                      : line[i].align == TK_ALIGN_CENTRE ? 1
                                                         : 0;
    for (; at < tab; at++)
      tk_word_put_tab (word);
    put_line (word, &line[i]);
  }
  tk_word_end (word->xml);
  return n;
}

/* ---- the parts ---- */

static TkUnit
measure_text (const TkMaster *master)
{
  return MAX (master->width - master->left - master->right, TK_PT (10));
}

static void
put_no_height (TkXml xml)
{
  tk_word_begin (xml, "w:spacing");
  tk_word_attribute (xml, "w:before", "0");
  tk_word_attribute (xml, "w:after", "0");
  tk_word_attribute (xml, "w:line", "20");
  tk_word_attribute (xml, "w:lineRule", "exact");
  tk_word_end (xml);
}

/* A head or foot has a paragraph, even where nothing stands in it. */
static void
put_strip_lines (TkWord *word, const Strip *strip)
{
  g_autoptr (GArray) lines = gather_lines (word, strip);
  TkUnit edge = 0, high = 0;

  for (guint i = 0; i < lines->len;) {
    const Line *line = &g_array_index (lines, Line, i);
    const TkUnit from = i == 0 ? 0 : ABS (line->edge - edge) - high;
    edge = line->edge;
    high = line->style->size * 23 / 20;
    i += put_level (word, strip->foot ? TK_WORD_FOOT : TK_WORD_HEAD, lines, i, MAX (from, 0));
  }
  if (lines->len > 0 && (strip->foot || word->document->watermark == NULL))
    return;
  tk_word_begin (word->xml, "w:p");
  tk_word_begin (word->xml, "w:pPr");
  put_no_height (word->xml);
  tk_word_end (word->xml);
  if (!strip->foot)
    tk_word_put_watermark (word);
  tk_word_end (word->xml);
}

static gboolean
put_strip (TkWord *word, const void *data, GError **error G_GNUC_UNUSED)
{
  const Strip *strip = data;

  tk_word_begin (word->xml, strip->foot ? "w:ftr" : "w:hdr");
  tk_word_namespaces (word->xml);
  put_strip_lines (word, strip);
  tk_word_end (word->xml);
  return TRUE;
}

/* What waits for the next paragraph of the text does not wait for this one. */
static void
put_part (TkWord *word, const char *path, const char *type, const Strip *strip)
{
  TkWord inside = *word;

  inside.width = measure_text (strip->master);
  inside.indent = inside.right = inside.gap = inside.below = 0;
  inside.keeps = 0;
  inside.breaks = inside.column_break = inside.tight = FALSE;
  inside.begun = TRUE;
  inside.item = NULL;
  tk_word_add_part (&inside, path, type, put_strip, strip, NULL);
  word->n_bookmarks = inside.n_bookmarks;
  word->n_drawings = inside.n_drawings;
}

/* The part of a head or foot, the same for the same. Gives its relation. */
static const char *
add_strip (TkWord *word, const Strip *strip)
{
  const char *kind = strip->foot ? "footer" : "header";
  g_autofree char *key = g_strdup_printf ("%s %p %d %u", kind, (const void *) strip->master, strip->on,
                                          word->anew ? word->group : 0);
  char *name = g_hash_table_lookup (word->strips, key);

  if (name == NULL) {
    name = g_strdup_printf ("%s%u.xml", kind, g_hash_table_size (word->strips) + 1);
    g_hash_table_insert (word->strips, g_steal_pointer (&key), name);
    g_autofree char *path = g_strconcat ("word/", name, NULL);
    g_autofree char *type = g_strconcat (TYPES, kind, "+xml", NULL);
    put_part (word, path, type, strip);
  }
  return tk_word_package_relate (word->package, "word/document.xml", kind, name, FALSE);
}

/* From the edge of the page to the first line, or to the last. */
static TkUnit
find_edge (const TkWord *word, const TkMaster *master, gboolean foot)
{
  const TkPagesOn kinds[] = {TK_ON_FIRST, TK_ON_LEFT, TK_ON_RIGHT};
  TkUnit least = G_MAXINT32;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const Strip strip = {master, kinds[i], foot};
    g_autoptr (GArray) lines = gather_lines (word, &strip);
    for (guint n = 0; n < lines->len; n++)
      least = MIN (least, g_array_index (lines, Line, n).edge);
  }
  return least == G_MAXINT32 ? (foot ? master->bottom : master->top) / 2 : least;
}

/* ---- w:sectPr ---- */

static void
put_strips (TkWord *word)
{
  static const struct {
    const char *type;
    TkPagesOn on;
  } kinds[] = {{"default", TK_ON_RIGHT}, {"even", TK_ON_LEFT}, {"first", TK_ON_FIRST}};

  for (int foot = word->heads ? 0 : 1; foot < (word->feet ? 2 : 1); foot++) {
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
      const Strip strip = {word->pages.master, kinds[i].on, foot == 1};
      if ((kinds[i].on == TK_ON_LEFT && !word->even) || (kinds[i].on == TK_ON_FIRST && !word->pages.first))
        continue;
      const char *relation = add_strip (word, &strip);
      tk_word_begin (word->xml, foot == 1 ? "w:footerReference" : "w:headerReference");
      tk_word_attribute (word->xml, "w:type", kinds[i].type);
      tk_word_attribute (word->xml, "r:id", relation);
      tk_word_end (word->xml);
    }
  }
}

static void
put_page (TkWord *word)
{
  const TkMaster *master = word->pages.master;
  TkXml xml = word->xml;

  tk_word_begin (xml, "w:pgSz");
  tk_word_number (xml, "w:w", tk_word_twips (master->width));
  tk_word_number (xml, "w:h", tk_word_twips (master->height));
  if (master->width > master->height)
    tk_word_attribute (xml, "w:orient", "landscape");
  tk_word_end (xml);
  tk_word_begin (xml, "w:pgMar");
  tk_word_number (xml, "w:top", tk_word_twips (master->top));
  tk_word_number (xml, "w:right", tk_word_twips (master->right));
  tk_word_number (xml, "w:bottom", tk_word_twips (master->bottom));
  tk_word_number (xml, "w:left", tk_word_twips (master->left));
  tk_word_number (xml, "w:header", tk_word_twips (find_edge (word, master, FALSE)));
  tk_word_number (xml, "w:footer", tk_word_twips (find_edge (word, master, TRUE)));
  tk_word_attribute (xml, "w:gutter", "0");
  tk_word_end (xml);
}

static void
put_numbers_and_columns (TkWord *word)
{
  const TkMaster *master = word->pages.master;
  const TkColumnSet *columns = word->pages.columns;
  TkXml xml = word->xml;

  if (master->line_numbers > 0) {
    tk_word_begin (xml, "w:lnNumType");
    tk_word_number (xml, "w:countBy", master->line_numbers);
    tk_word_attribute (xml, "w:restart", "newPage");
    tk_word_end (xml);
  }
  if (word->pages.restart) {
    tk_word_begin (xml, "w:pgNumType");
    tk_word_attribute (xml, "w:start", "1");
    tk_word_end (xml);
  }
  tk_word_begin (xml, "w:cols");
  if (columns != NULL) {
    tk_word_number (xml, "w:num", columns->n);
    tk_word_attribute (xml, "w:sep", columns->rule > 0 ? "1" : "0");
    tk_word_number (xml, "w:space", tk_word_twips (columns->gutter));
    tk_word_attribute (xml, "w:equalWidth", "1");
  }
  tk_word_end (xml);
  if (word->pages.first)
    tk_word_flag (xml, "w:titlePg");
}

/* Where the section ends; tk_word_settle_sections puts it into the paragraph before. */
void
tk_word_put_section (TkWord *word)
{
  tk_word_begin (word->xml, "w:sectPr");
  put_strips (word);
  tk_word_value (word->xml, "w:type", word->pages.type);
  put_page (word);
  put_numbers_and_columns (word);
  tk_word_end (word->xml);
}

/* Whose number is that of all pages, where an appendix is numbered from 1 again: it goes into the paragraph
 * before. */
void
tk_word_end_group (TkWord *word)
{
  g_autofree char *name = g_strdup_printf ("_End%u", word->group);

  if (!word->anew)
    return;
  tk_word_begin (word->xml, "w:bookmarkStart");
  tk_word_number (word->xml, "w:id", ++word->n_bookmarks);
  tk_word_attribute (word->xml, "w:name", name);
  tk_word_end (word->xml);
  tk_word_begin (word->xml, "w:bookmarkEnd");
  tk_word_number (word->xml, "w:id", word->n_bookmarks);
  tk_word_end (word->xml);
}

void
tk_word_begin_section (TkWord *word, const TkWordPages *pages)
{
  const TkColumnSet *columns = pages->columns;
  const TkUnit text = measure_text (pages->master);

  const gboolean ends = pages->restart && word->filled;

  if (ends)
    tk_word_end_group (word);
  if (word->begun)
    tk_word_put_section (word);
  word->parted = word->parted || word->begun;
  word->group += ends;
  word->filled = word->filled && !ends;
  word->begun = word->after_table = FALSE;
  word->gap = 0;
  word->pages = *pages;
  word->width = columns != NULL ? MAX ((text - (columns->n - 1) * columns->gutter) / columns->n, TK_PT (10))
                                : text;
  word->last = NULL;
}

/* Of two breaks at one place neither takes back what the other asks for. */
void
tk_word_begin_page (TkWord *word, const TkMaster *master, gboolean restart, gboolean right)
{
  const gboolean again = !word->begun;
  TkWordPages pages = word->pages;

  word->breaks = FALSE;
  if (master != NULL)
    pages.master = master;
  pages.columns = NULL;
  pages.restart = restart || (again && pages.restart);
  pages.first = pages.restart || (again && pages.first);
  pages.type = right || (again && g_str_equal (pages.type, "oddPage")) ? "oddPage" : "nextPage";
  tk_word_begin_section (word, &pages);
}

/* ---- the tree of the body ---- */

static gboolean
is (xmlNodePtr node, const char *name)
{
  return node != NULL && xmlStrEqual (node->name, BAD_CAST name);
}

/* A paragraph that ends a section behind a table has no height of its own. */
static xmlNodePtr
add_end (xmlNodePtr before)
{
  static const char *const lengths[][2] = {
      {"before", "0"}, {"after", "0"}, {"line", "20"}, {"lineRule", "exact"}};
  xmlNsPtr ns = before->ns;
  xmlNodePtr paragraph = xmlNewDocNode (before->doc, ns, BAD_CAST "p", NULL);
  xmlNodePtr spacing = xmlNewChild (xmlNewChild (paragraph, ns, BAD_CAST "pPr", NULL), ns, BAD_CAST "spacing",
                                    NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    xmlNewNsProp (spacing, ns, BAD_CAST lengths[i][0], BAD_CAST lengths[i][1]);
  return xmlAddPrevSibling (before, paragraph);
}

/* The last section ends with the body (17.6.17), behind bookmarks; a body does not end with a table. */
static void
put_last (xmlNodePtr body)
{
  xmlNodePtr section = body->last;

  while (section != NULL && !is (section, "sectPr"))
    section = section->prev;
  if (section == NULL)
    return;
  if (section->next != NULL) {
    xmlUnlinkNode (section);
    xmlAddChild (body, section);
  }
  if (is (section->prev, "tbl"))
    add_end (section);
}

void
tk_word_settle_sections (xmlDocPtr document)
{
  xmlNodePtr body = xmlDocGetRootElement (document)->children;

  put_last (body);
  for (xmlNodePtr child = body->children, next; child != NULL; child = next) {
    const gboolean section = is (child, "sectPr");
    xmlNodePtr before = child->prev;
    next = child->next;
    if ((!section && !is (child, "bookmarkStart") && !is (child, "bookmarkEnd")) || (section && next == NULL))
      continue;
    const gboolean fits = is (before, "p") && is (before->children, "pPr");
    if (!fits || (section && before->children->last != NULL && is (before->children->last, "sectPr")))
      before = add_end (child);
    xmlUnlinkNode (child);
    xmlAddChild (section ? before->children : before, child);
  }
}

/* ---- word/settings.xml ---- */

static gboolean
put_settings (TkWord *word, const void *data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  TkXml xml = word->xml;

  tk_word_begin (xml, "w:settings");
  tk_word_namespaces (xml);
  tk_word_begin (xml, "w:zoom");
  tk_word_attribute (xml, "w:percent", "100");
  tk_word_end (xml);
  if (word->document->master->mirrored)
    tk_word_flag (xml, "w:mirrorMargins");
  tk_word_value_number (xml, "w:defaultTabStop", 720);
  if (word->even)
    tk_word_flag (xml, "w:evenAndOddHeaders");
  tk_word_value (xml, "w:characterSpacingControl", "doNotCompress");
  if (word->footnotes->len > 0) {
    tk_word_begin (xml, "w:footnotePr");
    for (int id = -1; id <= 0; id++) { /* the lines above notes */
      tk_word_begin (xml, "w:footnote");
      tk_word_number (xml, "w:id", id);
      tk_word_end (xml);
    }
    tk_word_end (xml);
  }
  tk_word_begin (xml, "w:compat");
  tk_word_flag (xml, "w:doNotExpandShiftReturn"); /* a line that is broken off is not stretched */
  tk_word_begin (xml, "w:compatSetting");
  tk_word_attribute (xml, "w:name", "compatibilityMode");
  tk_word_attribute (xml, "w:uri", "http://schemas.microsoft.com/office/word");
  tk_word_attribute (xml, "w:val", "15");
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_begin (xml, "w:themeFontLang");
  tk_word_attribute (xml, "w:val", tk_word_language (word->document->language));
  tk_word_end (xml);
  tk_word_value (xml, "w:decimalSymbol", ",");
  tk_word_value (xml, "w:listSeparator", ";");
  tk_word_end (xml);
  return TRUE;
}

gboolean
tk_word_add_settings (TkWord *word, GError **error)
{
  return tk_word_add_part (word, "word/settings.xml", TYPES "settings+xml", put_settings, NULL, error);
}
