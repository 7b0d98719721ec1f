/* Comes in: paragraphs and their runs. Goes out: w:p and w:r, with fields, links, marks of notes and
 * bookmarks. Knows no block around them. */
#include <stdio.h>
#include <string.h>

#include "word_maker.h"
#include "word_width.h"

/* ---- letters ---- */

/* What stands in capitals is written so already, but for a number on a line of its own: "Phần I". */
static gboolean
is_small (const char *text, const TkStyle *style)
{
  g_autofree char *large = style->capitals ? g_utf8_strup (text, -1) : NULL;

  return large != NULL && strcmp (large, text) != 0;
}

/* What @run has other than its paragraph's style. */
static void
put_run_look (TkWord *word, const TkRun *run, const char *text, const TkStyle *style)
{
  const TkRunFlags flags = run->flags;
  const gboolean raised = (flags & TK_RUN_SUPERSCRIPT) != 0, lowered = (flags & TK_RUN_SUBSCRIPT) != 0;
  const gboolean small = is_small (text, style);
  const char *language = run->language != NULL ? run->language : word->language;

  if (language == NULL && !small && (flags & ~(guint) TK_RUN_BREAK) == 0)
    return;
  tk_word_begin (word->xml, "w:rPr");
  if ((flags & TK_RUN_BOLD) != 0) {
    tk_word_toggle (word->xml, "w:b", !style->bold);
    tk_word_toggle (word->xml, "w:bCs", !style->bold);
  }
  if ((flags & TK_RUN_ITALIC) != 0) {
    tk_word_toggle (word->xml, "w:i", !style->italic);
    tk_word_toggle (word->xml, "w:iCs", !style->italic);
  }
  if (small)
    tk_word_toggle (word->xml, "w:caps", FALSE);
  if ((flags & TK_RUN_UNDERLINE) != 0)
    tk_word_value (word->xml, "w:u", style->underline ? "none" : "single");
  if (raised || lowered)
    tk_word_value (word->xml, "w:vertAlign", raised ? "superscript" : "subscript");
  if (language != NULL)
    tk_word_value (word->xml, "w:lang", tk_word_language (language));
  tk_word_end (word->xml);
}

static void
put_piece (TkXml xml, const char *text, gsize length)
{
  if (length == 0)
    return;
  tk_word_begin (xml, "w:t");
  if (text[0] == ' ' || text[length - 1] == ' ')
    tk_word_attribute (xml, "xml:space", "preserve");
  g_autofree char *piece = g_strndup (text, length);
  xmlTextWriterWriteString (xml, BAD_CAST piece);
  tk_word_end (xml);
}

/* A soft hyphen and a hyphen that does not break are elements (17.3.3.29, 17.3.3.18). */
static void
put_pieces (TkXml xml, const char *text)
{
  const char *from = text;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar letter = g_utf8_get_char (at);
    if (letter != 0xAD && letter != 0x2011)
      continue;
    put_piece (xml, from, (gsize) (at - from));
    tk_word_flag (xml, letter == 0xAD ? "w:softHyphen" : "w:noBreakHyphen");
    from = g_utf8_next_char (at);
  }
  put_piece (xml, from, strlen (from));
}

static void
put_run (TkWord *word, const TkRun *run, const char *text, const TkStyle *style)
{
  tk_word_begin (word->xml, "w:r");
  put_run_look (word, run, text, style);
  if ((run->flags & TK_RUN_BREAK) != 0)
    tk_word_flag (word->xml, "w:br");
  put_pieces (word->xml, text);
  tk_word_end (word->xml);
}

void
tk_word_put_letters (TkWord *word, const char *text)
{
  tk_word_begin (word->xml, "w:r");
  put_pieces (word->xml, text);
  tk_word_end (word->xml);
}

void
tk_word_put_tab (TkWord *word)
{
  tk_word_begin (word->xml, "w:r");
  tk_word_flag (word->xml, "w:tab");
  tk_word_end (word->xml);
}

/* ---- fields (17.16) ---- */

static void
put_field_mark (TkWord *word, const char *type)
{
  tk_word_begin (word->xml, "w:r");
  tk_word_begin (word->xml, "w:fldChar");
  tk_word_attribute (word->xml, "w:fldCharType", type);
  tk_word_end (word->xml);
  tk_word_end (word->xml);
}

void
tk_word_begin_field (TkWord *word, const char *code)
{
  put_field_mark (word, "begin");
  tk_word_begin (word->xml, "w:r");
  tk_word_begin (word->xml, "w:instrText");
  tk_word_attribute (word->xml, "xml:space", "preserve");
  xmlTextWriterWriteString (word->xml, BAD_CAST code);
  tk_word_end (word->xml);
  tk_word_end (word->xml);
  put_field_mark (word, "separate");
}

void
tk_word_end_field (TkWord *word)
{
  put_field_mark (word, "end");
}

static void
put_field (TkWord *word, const TkRun *run, const char *code, const char *text, const TkStyle *style)
{
  tk_word_begin_field (word, code);
  put_run (word, run, text, style);
  tk_word_end_field (word);
}

/* ---- bookmarks (17.13.6) and references ---- */

static void
put_bookmark (TkWord *word, const char *element, guint id, const char *name)
{
  tk_word_begin (word->xml, element);
  tk_word_number (word->xml, "w:id", id);
  if (name != NULL)
    tk_word_attribute (word->xml, "w:name", name);
  tk_word_end (word->xml);
}

guint
tk_word_begin_bookmark (TkWord *word, const TkNode *node)
{
  const guint number = GPOINTER_TO_UINT (g_hash_table_lookup (word->bookmarks, node));
  g_autofree char *name = g_strdup_printf ("_Ref%u", number);

  if (number == 0)
    return 0;
  put_bookmark (word, "w:bookmarkStart", ++word->n_bookmarks, name);
  return word->n_bookmarks;
}

void
tk_word_end_bookmark (TkWord *word, guint bookmark)
{
  if (bookmark > 0)
    put_bookmark (word, "w:bookmarkEnd", bookmark, NULL);
}

/* The TABLE or FIGURE whose caption @node is, where that begins with a number; else NULL. */
static const TkNode *
find_counted (const TkWord *word, const TkNode *node)
{
  const TkNode *of = g_hash_table_lookup (word->headers, node);

  if (of == NULL || of->kind == TK_NODE_SECTION || of->anchor->number == NULL
      || !g_str_has_prefix (node->runs[0].text, of->anchor->number)
      || strrchr (of->anchor->number, ' ') == NULL)
    return NULL;
  return of;
}

/* The beginning of a caption, "Bảng 3.", whose number Word counts (17.16.5.56), under a name of its own for
 * words that lead there. Gives how many bytes of the run were written. */
static gsize
put_count (TkWord *word, const TkNode *node)
{
  const TkNode *of = find_counted (word, node);
  const TkRun *run = &node->runs[0];

  if (of == NULL)
    return 0;
  const char *number = of->anchor->number, *figures = strrchr (number, ' ') + 1;
  g_autofree char *label = g_strndup (number, (gsize) (figures - 1 - number));
  g_autofree char *digits = g_strndup (figures, strspn (figures, "0123456789"));
  g_autofree char *series = g_strdelimit (g_strdup (label), " ", '_');
  g_autofree char *code = g_strdup_printf (" SEQ %s \\* ARABIC ", series);
  g_autofree char *before = g_strconcat (label, " ", NULL);
  g_autofree char *name = g_strdup_printf ("_Seq%u",
                                           GPOINTER_TO_UINT (g_hash_table_lookup (word->counts, of)));
  const guint id = ++word->n_bookmarks;

  put_bookmark (word, "w:bookmarkStart", id, name);
  put_run (word, run, before, node->style);
  put_field (word, run, code, digits, node->style);
  put_bookmark (word, "w:bookmarkEnd", id, NULL);
  return (gsize) (figures - number) + strlen (digits);
}

/* What @target is the beginning of: a TABLE or a FIGURE with a number that Word counts, or NULL. */
static const TkNode *
find_numbered (const TkWord *word, const TkNode *target)
{
  const TkNode *of = target->kind == TK_NODE_FIGURE ? target : g_hash_table_lookup (word->headers, target);
  const TkNode *header = of != NULL && of->anchor != NULL ? of->anchor->header : NULL;

  return header != NULL && header->n_runs > 0 ? find_counted (word, header) : NULL;
}

static void
begin_link (TkWord *word, const TkRun *run)
{
  tk_word_begin (word->xml, "w:hyperlink");
  if (run->href != NULL)
    tk_word_attribute (word->xml, "r:id",
                       tk_word_package_relate (word->package, word->part, "hyperlink", run->href, TRUE));
  if (run->href == NULL && run->reference != NULL) {
    g_autofree char *name = g_strdup_printf (
        "_Ref%u", GPOINTER_TO_UINT (g_hash_table_lookup (word->bookmarks, run->reference->target)));
    tk_word_attribute (word->xml, "w:anchor", name);
  }
}

/* Whether they are the words with which the caption begins: "Bảng 3". */
static gboolean
is_count (const char *text, const TkNode *of)
{
  g_auto (GStrv) words = g_strsplit (text, "\302\240", -1);
  g_autofree char *plain = g_strjoinv (" ", words);

  return g_str_has_prefix (of->anchor->number, plain);
}

/* Words that lead somewhere: a field, where Word would write the same words, else a link. */
static void
put_words_of_reference (TkWord *word, const TkRun *run, const TkStyle *style)
{
  const TkNode *of = find_numbered (word, run->reference->target);

  if (of != NULL && is_count (run->text, of)) {
    g_autofree char *code = g_strdup_printf (" REF _Seq%u \\h ",
                                             GPOINTER_TO_UINT (g_hash_table_lookup (word->counts, of)));
    put_field (word, run, code, run->text, style);
    return;
  }
  begin_link (word, run);
  put_run (word, run, run->text, style);
  tk_word_end (word->xml);
}

static void
put_page_of_reference (TkWord *word, const TkRun *run, const TkStyle *style)
{
  const TkNode *target = run->reference->target;
  const guint folio = word->folios != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (word->folios, target))
                                           : 0;
  g_autofree char *code = g_strdup_printf (" PAGEREF _Ref%u \\h ",
                                           GPOINTER_TO_UINT (g_hash_table_lookup (word->bookmarks, target)));
  g_autofree char *text = folio > 0 ? g_strdup_printf ("%u", folio) : g_strdup ("");

  put_field (word, run, code, text, style);
}

/* The mark of a note, whose words stand in a part of their own (17.11.14). */
static void
put_mark (TkWord *word, const TkNode *note)
{
  guint i = 0;

  while (i < word->footnotes->len && word->footnotes->pdata[i] != note)
    i++;
  if (i == word->footnotes->len)
    g_ptr_array_add (word->footnotes, (gpointer) note);
  tk_word_begin (word->xml, "w:r");
  tk_word_begin (word->xml, "w:rPr");
  tk_word_value (word->xml, "w:rStyle", "FootnoteReference");
  tk_word_end (word->xml);
  tk_word_begin (word->xml, "w:footnoteReference");
  tk_word_number (word->xml, "w:id", i + 1);
  tk_word_end (word->xml);
  tk_word_end (word->xml);
}

static const char *
find_first_heading (const TkNode *node, GString *text)
{
  if (node->kind == TK_NODE_HEADING && node->level <= 1) {
    for (guint i = 0; i < node->n_runs; i++)
      g_string_append (text, (node->runs[i].flags & TK_RUN_BREAK) != 0 ? " " : node->runs[i].text);
    return text->str;
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (find_first_heading (child, text) != NULL)
      return text->str;
  return NULL;
}

static void
put_reference (TkWord *word, const TkRun *run, const TkStyle *style)
{
  g_autoptr (GString) heading = g_string_new (NULL);
  g_autofree char *last = g_strdup_printf (" PAGEREF _End%u ", word->group);

  switch (run->reference->kind) {
  case TK_REFER_NOTE:
    put_mark (word, run->reference->target);
    break;
  case TK_REFER_TEXT:
    put_words_of_reference (word, run, style);
    break;
  case TK_REFER_PAGE:
    put_page_of_reference (word, run, style);
    break;
  case TK_REFER_FOLIO:
    put_field (word, run, " PAGE ", "1", style);
    break;
  case TK_REFER_LAST:
    put_field (word, run, word->anew ? last : " NUMPAGES ", "1", style);
    break;
  case TK_REFER_HEADING:
    find_first_heading (word->document->root, heading);
    put_field (word, run, " STYLEREF 1 ", heading->str, style);
    break;
  }
}

/* What is left of @run behind its first @done bytes. */
static void
put_any_run (TkWord *word, const TkNode *node, const TkRun *run, gsize done)
{
  const guint place = run->place != NULL ? tk_word_begin_bookmark (word, run->place) : 0;

  if (run->href != NULL) {
    begin_link (word, run);
    put_run (word, run, run->text + done, node->style);
    tk_word_end (word->xml);
  } else if (run->reference != NULL) {
    put_reference (word, run, node->style);
  } else if (run->text[done] != '\0' || (run->flags & TK_RUN_BREAK) != 0) {
    put_run (word, run, run->text + done, node->style);
  }
  tk_word_end_bookmark (word, place);
}

void
tk_word_put_runs (TkWord *word, const TkNode *node, const TkRun *runs, guint n)
{
  for (guint i = 0; i < n; i++)
    put_any_run (word, node, &runs[i], &runs[i] == node->runs ? put_count (word, node) : 0);
}

void
tk_word_put_rest (TkWord *word, const TkNode *node, gsize skip)
{
  for (guint i = 0; i < node->n_runs; i++)
    put_any_run (word, node, &node->runs[i], i > 0 ? 0 : skip > 0 ? skip : put_count (word, node));
}

/* ---- paragraphs ---- */

/* One has begun: what was to come before it has come. */
static void
note_paragraph (TkWord *word)
{
  if (word->column_break) {
    tk_word_begin (word->xml, "w:r");
    tk_word_begin (word->xml, "w:br");
    tk_word_attribute (word->xml, "w:type", "column");
    tk_word_end (word->xml);
    tk_word_end (word->xml);
  }
  word->gap = word->below = 0;
  word->breaks = word->column_break = word->after_table = word->empty = FALSE;
  word->begun = word->filled = TRUE;
}

void
tk_word_begin_paragraph (TkWord *word, TkWordUse use, const TkStyle *style, int level,
                         const TkWordParagraph *look)
{
  TkStyle small = *style;

  if (word->scale != 0) { /* the name is that of the style in its own size */
    tk_word_styles_use (word->styles, use, level, style);
    small.size = (TkUnit) ((gint64) style->size * word->scale / 1000);
  }
  const TkWordStyle *named = tk_word_styles_use (word->styles, use, level, &small);
  TkWordParagraph here = look != NULL ? *look : (TkWordParagraph){0};

  here.style = style;
  here.than = &named->style;
  here.indent += word->indent;
  here.right += word->right;
  here.before = word->gap > word->below ? word->gap : 0; /* of two the larger holds */
  here.breaks = word->breaks;
  here.top = word->breaks || (!word->begun && !g_str_equal (word->pages.type, "continuous"));
  here.keeps = here.keeps || word->keeps > 0;
  here.tight = here.tight || word->tight;
  if (word->item != NULL) {
    here.numbering = word->numbering;
    here.numbered_at = word->numbered_at;
    here.flat = here.numbering != 0;
    word->item = NULL;
  }
  tk_word_begin (word->xml, "w:p");
  tk_word_begin (word->xml, "w:pPr");
  tk_word_value (word->xml, "w:pStyle", named->id);
  tk_word_put_paragraph_look (word->xml, &here);
  tk_word_end (word->xml);
  note_paragraph (word);
  word->below = here.tight ? 0 : style->space_after;
}

/* That of the nearest node around that has one. */
static const char *
find_language (const TkNode *node)
{
  while (node != NULL && node->language == NULL)
    node = node->parent;
  return node != NULL ? node->language : NULL;
}

/* Lines in the middle, but for those of tables, whose columns are narrow enough. */
static gboolean
is_balanced (const TkNode *node)
{
  const TkNode *around = node;

  while (around != NULL && around->kind != TK_NODE_TABLE)
    around = around->parent;
  return around == NULL && node->style->align == TK_ALIGN_CENTRE;
}

void
tk_word_put_text (TkWord *word, const TkNode *node)
{
  const TkWordUse use = tk_word_find_use (word, node);
  const gsize dropped = use == TK_WORD_TEXT ? tk_word_put_drop (word, node) : 0;

  const TkUnit room = word->width - word->indent - node->style->left_indent - node->style->right_indent;
  const TkUnit measure = is_balanced (node) ? tk_word_balance (node, room) : room;
  const TkWordParagraph look = {.indent = (room - measure) / 2, .right = (room - measure) / 2};

  word->language = find_language (node);
  tk_word_begin_paragraph (word, use, node->style, use == TK_WORD_HEADING ? node->level : 0, &look);
  const TkNode *opening = g_steal_pointer (&word->opening);
  const guint paper = opening != NULL ? tk_word_begin_bookmark (word, opening) : 0;
  const guint bookmark = tk_word_begin_bookmark (word, node);
  tk_word_put_rest (word, node, dropped);
  word->language = NULL;
  tk_word_end_bookmark (word, bookmark);
  tk_word_end_bookmark (word, paper);
  tk_word_end (word->xml);
  word->last = node;
  word->last_indent = word->indent;
  word->last_measure = measure;
}

void
tk_word_put_height (TkWord *word, TkUnit height)
{
  tk_word_begin (word->xml, "w:p");
  tk_word_begin (word->xml, "w:pPr");
  if (word->keeps > 0)
    tk_word_flag (word->xml, "w:keepNext");
  if (word->breaks)
    tk_word_flag (word->xml, "w:pageBreakBefore");
  tk_word_begin (word->xml, "w:spacing");
  tk_word_attribute (word->xml, "w:before", "0");
  tk_word_attribute (word->xml, "w:after", "0");
  tk_word_number (word->xml, "w:line", CLAMP (tk_word_twips (height), 20, 31680));
  tk_word_attribute (word->xml, "w:lineRule", "exact");
  tk_word_end (word->xml);
  tk_word_begin (word->xml, "w:rPr");
  tk_word_value_number (word->xml, "w:sz", 2);
  tk_word_end (word->xml);
  tk_word_end (word->xml);
  note_paragraph (word);
  tk_word_end (word->xml);
}
