/* Comes in: pages. Goes out: departures of what stands between head and foot: grounds, addressees,
 * paragraphs, points, appendices (phụ lục I, phần I, mục II.6, II.9, III.1). */
#include <glib/gi18n.h>
#include <string.h>

#include "decree.h"

/* Single spacing of Times New Roman, in thousandths of the size. */
enum { SINGLE = 1149 };

/* Notes below tables and pictures are theirs, be there one or several. */
static gboolean
follows_table (const TkNode *node)
{
  const TkNode *before = NULL; /* the last that is no such note */

  for (const TkNode *at = node->parent->first; at != node; at = at->next)
    if (at->style != node->style)
      before = at;
  return before != NULL
         && (before->kind == TK_NODE_TABLE || before->kind == TK_NODE_FIGURE || before->kind == TK_NODE_CHART
             || before->kind == TK_NODE_ALBUM);
}

/* What people write of a paper; of tables, pictures, notes and boxes the decree says nothing. */
static gboolean
is_text (const TkSeenLine *line)
{
  static const TkNodeKind others[] = {TK_NODE_TABLE,  TK_NODE_SIDES, TK_NODE_NOTE,    TK_NODE_BOX,
                                      TK_NODE_FIGURE, TK_NODE_CHART, TK_NODE_CONTENTS};

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (tk_decree_is_inside (line, others[i]))
      return FALSE;
  return line->node != NULL && line->node->kind == TK_NODE_PARAGRAPH && !line->node->caption;
}

static gboolean
is_note (const TkSeenLine *line)
{
  return follows_table (line->node) && line->node->style->first_indent == 0;
}

/* A paragraph of the running text; what stands in the middle or at the right is a line of its own. */
static gboolean
is_body (const TkSeenLine *line)
{
  const TkStyle *style = line->node != NULL ? line->node->style : NULL;

  return is_text (line) && (style->align == TK_ALIGN_JUSTIFY || style->align == TK_ALIGN_LEFT)
         && !tk_decree_is_inside (line, TK_NODE_LIST) && !is_note (line);
}

/* ---- grounds: mục II.6.a ---- */

/* A sentence that goes on to what is done on these grounds is none. */
static gboolean
is_ground (const TkDecree *decree, const TkSeenLine *line)
{
  if (line == NULL || line->node == NULL || line->node->kind != TK_NODE_PARAGRAPH
      || !g_str_has_prefix (line->text, "Căn cứ "))
    return FALSE;
  g_autofree char *text = tk_seen_text_of_new (decree->seen, line->node);
  return !g_str_has_suffix (text, ":");
}

/* Behind a ground others may follow: Theo đề nghị của … */
static gboolean
is_further_ground (const TkDecree *decree, const TkSeenLine *line)
{
  return is_ground (decree, line)
         || (line != NULL && line->italic && is_text (line)
             && g_regex_match_simple ("^(Theo|Xét) ", line->text, 0, 0));
}

static void
check_ground (TkDecree *decree, const TkSeenLine *line, const TkSeenLine *next)
{
  static const TkDecreeLook look = {"decree-grounds", N_ ("a ground (Căn cứ)"), 13, 14, 0, 1, FALSE,
                                    "mục II.6.a"};
  g_autofree char *text = tk_seen_text_of_new (decree->seen, line->node);
  const gboolean last = !is_further_ground (decree, next);

  tk_decree_look (decree, line, &look);
  if (!last && !g_str_has_suffix (text, ";"))
    tk_decree_depart (decree, line->page, look.rule, look.place,
                      g_strdup_printf (_ ("a ground that others follow ends with “;”: “%s”"), text));
  if (last && !g_str_has_suffix (text, "."))
    tk_decree_depart (decree, line->page, look.rule, look.place,
                      g_strdup_printf (_ ("the last ground ends with a full stop: “%s”"), text));
}

/* Line @i and those that follow it, which may go on on the next page; returns the first that is none. */
static guint
check_grounds (TkDecree *decree, guint i)
{
  const TkSeenLine *first, *line;

  do {
    first = tk_decree_line (decree, i);
    while ((line = tk_decree_line (decree, i)) != NULL && (line->artifact || line->node == first->node))
      i++;
    check_ground (decree, first, line);
  } while (is_further_ground (decree, line));
  return i;
}

/* ---- paragraphs: mục II.6.b ---- */

static void
check_indent (TkDecree *decree, const TkSeenLine *line)
{
  const TkUnit indent = line->left - decree->seen->pages->pages[line->page].master->left;

  if (ABS (indent - TK_MM (10)) <= TK_MM (0.3) || ABS (indent - TK_MM (12.7)) <= TK_MM (0.3))
    return;
  g_autofree char *mm = tk_decree_mm_new (indent);
  tk_decree_depart (
      decree, line->page, "decree-paragraph", "mục II.6.b",
      g_strdup_printf (_ ("the first line of a paragraph stands in by %s mm, not by 10 or 12.7 mm"), mm));
}

static void
check_pitch (TkDecree *decree, const TkSeenLine *line, const TkSeenLine *next)
{
  const double lines = (next->baseline - line->baseline) / (line->size * SINGLE / 1000.0);

  if (lines >= 0.99 && lines <= 1.51)
    return;
  g_autofree char *number = tk_notes_number_new (lines, 2);
  tk_decree_depart (decree, line->page, "decree-paragraph", "mục II.6.b",
                    g_strdup_printf (_ ("lines are set at %s of single spacing, not at 1 to 1.5"), number));
}

/* That a lone line is set to both margins cannot be seen; what stands in the middle may have some. */
static void
check_margins (TkDecree *decree, guint i)
{
  const TkSeenLine *line = tk_decree_line (decree, i);
  const TkAlign align = line->node->style->align;
  const TkSeenLine *further = tk_decree_line (decree, align == TK_ALIGN_LEFT ? i + 1 : i + 3);

  if (align != TK_ALIGN_JUSTIFY && further != NULL && further->node == line->node)
    tk_decree_depart (decree, line->page, "decree-paragraph", "mục II.6.b",
                      g_strdup (_ ("the text is not set to both margins")));
}

/* Between the last line of a paragraph and the first of the next. */
static void
check_gap (TkDecree *decree, const TkSeenLine *line, const TkSeenLine *next)
{
  const TkUnit single = (TkUnit) ((gint64) line->size * SINGLE / 1000);
  const double gap = (next->baseline - line->baseline - single) / 1024.0;

  if (gap >= 5.9)
    return;
  g_autofree char *points = tk_notes_number_new (MAX (gap, 0), 1);
  tk_decree_depart (decree, line->page, "decree-paragraph", "mục II.6.b",
                    g_strdup_printf (_ ("paragraphs are %s pt apart, not 6 pt at least"), points));
}

/* Whether line @i is the first of its block, which may go on from the page before. */
static gboolean
is_first (const TkDecree *decree, guint i)
{
  const TkSeenLine *line = tk_decree_line (decree, i), *before = NULL;

  while (i > 0 && (before == NULL || before->artifact))
    before = tk_decree_line (decree, --i);
  return before == NULL || before->node != line->node;
}

/* Of paragraphs, and of items of lists. */
static void
check_text (TkDecree *decree, guint i)
{
  static const TkDecreeLook look = {"decree-text", N_ ("the text"), 13, 14, -1, -1, FALSE, "mục II.6.b"};
  const TkSeenLine *line = tk_decree_line (decree, i), *next = tk_decree_line (decree, i + 1);

  tk_decree_look (decree, line, &look);
  if (next != NULL && next->node == line->node && next->page == line->page && next->baseline > line->baseline)
    check_pitch (decree, line, next);
}

static void
check_paragraph (TkDecree *decree, guint i)
{
  const TkSeenLine *line = tk_decree_line (decree, i), *next = tk_decree_line (decree, i + 1);

  if (is_first (decree, i) && !is_ground (decree, line))
    check_indent (decree, line);
  if (next != NULL && next->page == line->page && is_body (next) && next->baseline > line->baseline
      && line->node->next == next->node)
    check_gap (decree, line, next);
}

/* ---- addressees: mục II.9.a ---- */

/* @line is the last of an addressee, and @more whether others follow. */
static void
check_addressee (TkDecree *decree, const TkSeenLine *line, gboolean more)
{
  static const char rule[] = "decree-addressees", place[] = "mục II.9.a";
  g_autofree char *text = tk_seen_text_of_new (decree->seen, line->node);

  if (more && !g_str_has_suffix (text, ";"))
    tk_decree_depart (decree, line->page, rule, place,
                      g_strdup_printf (_ ("an addressee that others follow ends with “;”: “%s”"), text));
  if (!more && !g_str_has_suffix (text, "."))
    tk_decree_depart (decree, line->page, rule, place,
                      g_strdup_printf (_ ("the last addressee ends with a full stop: “%s”"), text));
}

static void
check_addressees (TkDecree *decree, guint i)
{
  static const TkDecreeLook look = {"decree-addressees", N_ ("“Kính gửi”"), 13, 14, 0, 0, FALSE,
                                    "mục II.9.a"};
  const TkSeenLine *title = tk_decree_line (decree, i), *first = NULL, *last = NULL, *line;
  guint n = 0;

  tk_decree_look (decree, title, &look);
  if (!g_str_has_prefix (title->text, "Kính gửi:") && title->node->style->align != TK_ALIGN_JUSTIFY)
    tk_decree_depart (decree, title->page, look.rule, look.place,
                      g_strdup (_ ("there is no colon behind “Kính gửi”")));
  if (strcmp (title->text, "Kính gửi:") != 0) /* a lone one stands behind it; or a sentence begins so */
    return;
  for (guint k = i + 1; (line = tk_decree_line (decree, k)) != NULL && line->page == title->page; k++) {
    const gboolean begins = g_str_has_prefix (line->text, "- ");
    if (!begins && (last == NULL || line->node != last->node))
      break;
    if (begins && last != NULL)
      check_addressee (decree, last, TRUE);
    n += begins;
    first = first != NULL ? first : line;
    last = line;
  }
  if (n < 2) {
    tk_decree_depart (decree, title->page, look.rule, look.place,
                      g_strdup (_ ("a lone addressee stands on the line of “Kính gửi:”")));
    return;
  }
  check_addressee (decree, last, FALSE);
  if (ABS (first->left - title->right) > title->size)
    tk_decree_depart (decree, first->page, look.rule, look.place,
                      g_strdup (_ ("the dashes of addressees do not stand below the colon")));
}

/* ---- points: a, b, c, d, đ, e, g … ---- */

static const char *
next_letter (const char *letter)
{
  static const char *const letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                        "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

  for (guint i = 0; i + 1 < G_N_ELEMENTS (letters); i++)
    if (strcmp (letters[i], letter) == 0)
      return letters[i + 1];
  return NULL;
}

/* The letter of "đ) …", or NULL. */
static char *
point_of_new (const char *text)
{
  const char *end = g_utf8_next_char (text);

  return *text != '\0' && *end == ')' && g_unichar_islower (g_utf8_get_char (text))
             ? g_strndup (text, (gsize) (end - text))
             : NULL;
}

static void
check_points (TkDecree *decree)
{
  g_autofree char *before = NULL;
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++) {
    g_autofree char *letter = line->artifact ? NULL : point_of_new (line->text);
    if (letter == NULL)
      continue;
    const char *wanted = before != NULL ? next_letter (before) : NULL;
    if (strcmp (letter, "a") != 0 && g_strcmp0 (letter, wanted) != 0)
      tk_decree_depart (decree, line->page, "decree-points", "mục II.6.d",
                        g_strdup_printf (_ ("point %s) follows %s), not %s)"), letter,
                                         before != NULL ? before : "–", wanted != NULL ? wanted : "a"));
    g_free (before);
    before = g_steal_pointer (&letter);
  }
}

/* ---- appendices: mục III.1 ---- */

static void
check_appendix (TkDecree *decree, guint i)
{
  static const TkDecreeLook word = {"decree-appendix", N_ ("the word “Phụ lục”"), 14, 14, 1, 0, FALSE,
                                    "mục III.1"};
  static const TkDecreeLook title = {"decree-appendix", N_ ("the title of the appendix"), 13, 14, 1, 0, TRUE,
                                     "mục III.1"};
  static const TkDecreeLook reference = {
      "decree-appendix", N_ ("“Kèm theo …” of the appendix"), 13, 14, 0, 1, FALSE, "mục III.1"};
  const TkSeenLine *line = tk_decree_line (decree, i), *next;
  gboolean referred = FALSE;

  tk_decree_look (decree, line, &word);
  for (guint k = i + 1; (next = tk_decree_line (decree, k)) != NULL && next->page == line->page; k++) {
    referred = referred || g_str_has_prefix (next->text, "(Kèm theo");
    if (ABS ((next->left + next->right) / 2 - (line->left + line->right) / 2) > TK_MM (2))
      return;
    if (next->node == line->node || next->some_bold)
      tk_decree_look (decree, next, referred ? &reference : &title);
    else if (referred)
      tk_decree_look (decree, next, &reference);
    if (g_str_has_suffix (next->text, ")"))
      return;
  }
}

/* Not the word in a table of contents, or in a sentence. */
static gboolean
begins_appendix (const TkSeenLine *line)
{
  return line->node != NULL && (line->node->kind == TK_NODE_HEADING || is_text (line))
         && g_regex_match_simple ("^(Phụ lục|PHỤ LỤC)( [0-9A-Z]+)?$", line->text, 0, 0);
}

/* It begins a page, and pages are counted anew from there. */
static void
check_start (TkDecree *decree, guint i)
{
  const TkSeenLine *line = tk_decree_line (decree, i);

  if (!g_regex_match_simple ("^Phụ lục( [IVXL]+)?$", line->text, 0, 0))
    tk_decree_depart (
        decree, line->page, "decree-appendix", "mục III.1",
        g_strdup_printf (_ ("the appendix is called “%s”, not “Phụ lục” and a Roman number"), line->text));
  if (line->page == 0 || decree->seen->pages->pages[line->page].number != 1)
    tk_decree_depart (decree, line->page, "decree-page-number", "mục III.1",
                      g_strdup (_ ("the pages of the appendix are not numbered from 1")));
}

void
tk_decree_check_text (TkDecree *decree)
{
  const TkSeenLine *line, *recipients = NULL; /* their title: what stands below it is no text */
  guint behind = 0;                           /* the grounds */

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++) {
    if (line->artifact || (line->page == 0 && line->baseline <= decree->body_from))
      continue;
    if (i >= behind && is_ground (decree, line) && is_first (decree, i))
      behind = check_grounds (decree, i);
    if (strcmp (line->text, "Nơi nhận:") == 0 && !tk_decree_is_inside (line, TK_NODE_TABLE))
      recipients = line;
    const gboolean text = is_text (line) && (recipients == NULL || recipients->page != line->page);
    if (text && !is_note (line))
      check_margins (decree, i);
    if (text && (is_body (line) || tk_decree_is_inside (line, TK_NODE_LIST)))
      check_text (decree, i);
    if (text && is_body (line))
      check_paragraph (decree, i);
    if (g_str_has_prefix (line->text, "Kính gửi"))
      check_addressees (decree, i);
    if (begins_appendix (line)) {
      check_start (decree, i);
      check_appendix (decree, i);
    } else if (line->node != NULL && line->node->kind == TK_NODE_HEADING && is_first (decree, i)) {
      tk_decree_check_heading (decree, i);
    }
  }
  check_points (decree);
}
