/* Comes in: the runs of a node. Goes out: their words, with elements for what differs from the style. Numbers
 * of pages and the words around them vanish: a web page has none. */
#include <string.h>

#include "html_maker.h"

/* ---- pages ---- */

/* Whether @text, up to @length, ends with one of @words; gives its length without it. */
static gboolean
drop_word (const char *text, const char *const *words, gsize *length)
{
  for (; *words != NULL; words++) {
    const gsize n = strlen (*words);
    if (*length >= n && memcmp (text + *length - n, *words, n) == 0
        && (*length == n || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + *length - n))))) {
      *length -= n;
      return TRUE;
    }
  }
  return FALSE;
}

/* Length of @text without the words at its end that announce a page: "trang", "ở trang"; its own where there
 * are none. */
static gsize
find_page_words (const char *text)
{
  static const char *const words[] = {"trang", "tr.", "page", "p.", NULL};
  static const char *const before[] = {"ở", "tại", "trên", "on", "at", NULL};
  const gsize whole = strlen (text);
  gsize length = whole;

  if (g_str_has_suffix (text, " "))
    length--;
  else if (g_str_has_suffix (text, "\302\240"))
    length -= 2;
  if (!drop_word (text, words, &length))
    return whole;
  gsize shorter = length;
  while (shorter > 0 && text[shorter - 1] == ' ')
    shorter--;
  return drop_word (text, before, &shorter) ? shorter : length;
}

/* How much of a run is shown that stands before the number of a page. */
static gsize
find_shown (TkHtml *html, const TkRun *run, const TkRun *page)
{
  gsize length = find_page_words (run->text);

  if (html->linked != page->reference->target)
    return length;
  while (length > 0 && strchr (" ,", run->text[length - 1]) != NULL)
    length--;
  if (length > 0 && run->text[length - 1] == '(')
    html->linked = NULL; /* nothing else stands between the brackets */
  return length;
}

/* "xem Bảng 3, trang 12" has led there by its words already; "xem trang 12" is a link of its own. */
static void
write_page (TkHtml *html, const TkRun *run)
{
  const char *id = tk_html_anchor_find (html->anchors, run->reference->target);

  if (html->linked == run->reference->target || id == NULL)
    return;
  tk_html_begin_link (html, id);
  tk_html_text (html, tk_html_word (html, "tại đây", "here"));
  tk_html_end (html);
}

/* ---- one run ---- */

static guint
begin_change (TkHtml *html, TkRunFlags flag, TkRunFlags flags, const char *name, gboolean back,
              const char *class)
{
  if ((flags & flag) == 0)
    return 0;
  tk_html_begin (html, back ? "span" : name);
  if (back)
    tk_html_attribute (html, "class", class);
  return 1;
}

/* The elements that are open afterwards. */
static guint
begin_flags (TkHtml *html, const TkStyle *style, TkRunFlags flags)
{
  guint n = 0;

  n += begin_change (html, TK_RUN_BOLD, flags, "b", style != NULL && style->bold, "regular");
  n += begin_change (html, TK_RUN_ITALIC, flags, "i", style != NULL && style->italic, "upright");
  n += begin_change (html, TK_RUN_UNDERLINE, flags, "u", style != NULL && style->underline, "plain");
  n += begin_change (html, TK_RUN_SUPERSCRIPT, flags, "sup", FALSE, NULL);
  n += begin_change (html, TK_RUN_SUBSCRIPT, flags, "sub", FALSE, NULL);
  return n;
}

static guint
begin_link (TkHtml *html, const TkRun *run)
{
  g_autofree char *href = run->href != NULL ? g_uri_escape_string (run->href, ":/?#@!$&'()*+,;=%", TRUE)
                                            : NULL; /* RFC 3986 */
  const TkNode *target = run->reference != NULL ? run->reference->target : NULL;
  const char *id = target != NULL ? tk_html_anchor_find (html->anchors, target) : NULL;

  if (id != NULL) {
    tk_html_begin_link (html, id);
    html->linked = target;
  } else if (href != NULL) {
    tk_html_begin (html, "a");
    tk_html_attribute (html, "href", href);
  } else
    return 0;
  if (id != NULL && (run->flags & TK_RUN_SUPERSCRIPT) != 0) {
    tk_html_attribute (html, "id", tk_html_anchor_take_mark (html->anchors, target));
    tk_html_attribute (html, "role", "doc-noteref");
  }
  return 1;
}

static gboolean
is_alike (const TkRun *one, const TkRun *other)
{
  return one->flags == other->flags && (one->flags & TK_RUN_BREAK) == 0 && one->place == NULL
         && other->place == NULL && g_strcmp0 (one->href, other->href) == 0
         && g_strcmp0 (one->language, other->language) == 0
         && (one->reference == other->reference
             || (one->reference != NULL && other->reference != NULL && one->reference->kind == TK_REFER_TEXT
                 && other->reference->kind == TK_REFER_TEXT
                 && one->reference->target == other->reference->target));
}

/* Whether @text is "Trang " and no more: on the cover of a bulletin, below the title of an article. */
static gboolean
announces_page (const char *text)
{
  g_autofree char *small = g_ascii_strdown (text, -1);

  return g_ascii_isupper (*text) && find_page_words (small) == 0;
}

/* The text of a run, or as much of it as is left before the number of a page. */
static void
write_text (TkHtml *html, const TkRun *run, const TkRun *next)
{
  if (next == NULL || next->reference == NULL || next->reference->kind != TK_REFER_PAGE
      || run->reference != NULL) {
    tk_html_text (html, run->text);
    return;
  }
  if (announces_page (run->text)) {
    tk_html_text (html, tk_html_word (html, "Xem ", "Read it "));
    return;
  }
  g_autofree char *shown = g_strndup (run->text, find_shown (html, run, next));
  tk_html_text (html, shown);
}

/* From @run on, as many as are alike; gives the first that is not. */
static const TkRun *
write_alike (TkHtml *html, const TkStyle *style, const TkRun *run, const TkRun *end)
{
  const char *place = run->place != NULL ? tk_html_anchor_find (html->anchors, run->place) : NULL;
  guint n = 0;

  if (run->language != NULL || place != NULL) {
    tk_html_begin (html, "span");
    tk_html_attribute (html, "id", place);
    tk_html_attribute (html, "lang", run->language);
    n++;
  }
  n += begin_flags (html, style, run->flags);
  n += begin_link (html, run);
  const TkRun *first = run;
  do {
    write_text (html, run, run + 1 < end ? run + 1 : NULL);
    run++;
  } while (run < end && is_alike (first, run));
  while (n-- > 0)
    tk_html_end (html);
  return run;
}

/* ---- all ---- */

/* Back from a note to the text. */
static void
write_return (TkHtml *html, const TkNode *node)
{
  const char *id = tk_html_anchor_note (html->anchors, node);

  if (id == NULL)
    return;
  tk_html_text (html, " ");
  tk_html_begin_link (html, id);
  tk_html_attribute (html, "role", "doc-backlink");
  tk_html_attribute (html, "aria-label", tk_html_word (html, "Trở lại văn bản", "Back to the text"));
  tk_html_text (html, "↩\357\270\216"); /* as text, not as a picture: U+FE0E */
  tk_html_end (html);
}

void
tk_html_write_some_runs (TkHtml *html, const TkNode *node, guint first, guint n)
{
  const TkRun *end = node->runs + first + n;

  for (const TkRun *run = node->runs + first; run < end;) {
    if ((run->flags & TK_RUN_BREAK) != 0) {
      tk_html_begin (html, "br");
      tk_html_end_empty (html);
      run++;
    } else if (run->reference != NULL && run->reference->kind >= TK_REFER_PAGE) {
      if (run->reference->kind == TK_REFER_PAGE)
        write_page (html, run);
      run++;
    } else
      run = write_alike (html, node->style, run, end);
  }
}

void
tk_html_write_runs (TkHtml *html, const TkNode *node)
{
  /* a footnote begins with its number, which is that of its item here */
  const TkNode *note = node->parent;
  const gboolean numbered = note != NULL && note->kind == TK_NODE_NOTE && note->first == node
                            && node->n_runs > 2 && note->label != NULL
                            && strcmp (node->runs[0].text, note->label) == 0;
  const guint first = numbered ? 2 : 0;

  html->linked = NULL;
  tk_html_write_some_runs (html, node, first, node->n_runs - first);
  write_return (html, node);
}
