/* Comes in: pages. Goes out: departures of what stands between head and foot: grounds, addressees,
 * paragraphs, points, appendices (phụ lục I, phần I, mục II.6, II.9, III.1). */
#include <glib/gi18n.h>
#include <string.h>

#include "decree.h"

/* Single spacing of Times New Roman, in thousandths of the size. */
enum { SINGLE = 1149 };

static gboolean
is_inside (const TkNode *node, TkNodeKind kind)
{
  for (; node != NULL; node = node->parent)
    if (node->kind == kind)
      return TRUE;
  return FALSE;
}

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

/* A justified paragraph of the running text. */
static gboolean
is_body (const TkSeenLine *line)
{
  return !line->artifact && line->node != NULL && line->node->kind == TK_NODE_PARAGRAPH
         && line->node->style->align == TK_ALIGN_JUSTIFY && !is_inside (line->node, TK_NODE_TABLE)
         && !is_inside (line->node, TK_NODE_SIDES) && !is_inside (line->node, TK_NODE_NOTE)
         && !is_inside (line->node, TK_NODE_BOX) && !is_inside (line->node, TK_NODE_FIGURE)
         && !is_inside (line->node, TK_NODE_LIST)
         && !(follows_table (line->node) && line->node->style->first_indent == 0);
}

/* ---- grounds: mục II.6.a ---- */

/* A sentence that goes on to what is done on these grounds is none. */
static gboolean
is_ground (const TkDecree *decree, const TkNode *node, const char *begin)
{
  if (node == NULL || node->kind != TK_NODE_PARAGRAPH || !g_str_has_prefix (begin, "Căn cứ "))
    return FALSE;
  g_autofree char *text = tk_seen_text_of_new (decree->seen, node);
  return !g_str_has_suffix (text, ":");
}

static void
check_ground (TkDecree *decree, const TkSeenLine *line, const TkSeenLine *next)
{
  static const TkDecreeLook look = {"decree-grounds", N_ ("a ground (Căn cứ)"), 13, 14, 0, 1, FALSE,
                                    "mục II.6.a"};
  g_autofree char *text = tk_seen_text_of_new (decree->seen, line->node);
  const char wanted = next != NULL && g_str_has_prefix (next->text, "Căn cứ ") ? ';' : '.';

  tk_decree_look (decree, line, &look);
  /* others may follow that begin otherwise: Theo đề nghị của … */
  if (wanted == ';' && text[strlen (text) - 1] != ';')
    tk_decree_depart (decree, line->page, look.rule, look.place,
                      g_strdup_printf (_ ("a ground that others follow ends with “;”: “%s”"), text));
  if (wanted == '.' && strchr (".;", text[strlen (text) - 1]) == NULL)
    tk_decree_depart (decree, line->page, look.rule, look.place,
                      g_strdup_printf (_ ("the last ground ends with a full stop: “%s”"), text));
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

static void
check_body (TkDecree *decree, guint i)
{
  static const TkDecreeLook look = {"decree-text", N_ ("the text"), 13, 14, -1, -1, FALSE, "mục II.6.b"};
  const TkSeenLine *line = tk_decree_line (decree, i), *next = tk_decree_line (decree, i + 1);
  const TkSeenLine *before = i > 0 ? tk_decree_line (decree, i - 1) : NULL;

  for (guint k = i; before != NULL && before->artifact; k--) /* a paragraph may go on from the page before */
    before = k > 1 ? tk_decree_line (decree, k - 2) : NULL;
  tk_decree_look (decree, line, &look);
  if ((before == NULL || before->node != line->node) && !is_ground (decree, line->node, line->text))
    check_indent (decree, line);
  if (next == NULL || next->page != line->page || !is_body (next) || next->baseline <= line->baseline)
    return;
  if (next->node == line->node)
    check_pitch (decree, line, next);
  else if (line->node->next == next->node)
    check_gap (decree, line, next);
}

/* ---- addressees: mục II.9.a ---- */

static void
check_addressees (TkDecree *decree, guint i)
{
  static const TkDecreeLook look = {"decree-addressees", N_ ("“Kính gửi”"), 13, 14, 0, 0, FALSE,
                                    "mục II.9.a"};
  const TkSeenLine *title = tk_decree_line (decree, i), *line;
  const gboolean alone = strcmp (title->text, "Kính gửi:") != 0;
  const TkSeenLine *first = NULL, *last = NULL;

  tk_decree_look (decree, title, &look);
  for (guint k = i + 1; !alone && (line = tk_decree_line (decree, k)) != NULL && line->page == title->page;
       k++) {
    if (!g_str_has_prefix (line->text, "- ")) {
      if (last == NULL || line->node->parent != last->node->parent)
        break;
      continue; /* a further line of it */
    }
    first = first != NULL ? first : line;
    if (last != NULL && !g_str_has_suffix (last->text, ";") && tk_decree_line (decree, k - 1) == last)
      tk_decree_depart (
          decree, line->page, look.rule, look.place,
          g_strdup_printf (_ ("an addressee that others follow ends with “;”: “%s”"), last->text));
    last = line;
  }
  if (alone)
    return;
  if (first == NULL) {
    tk_decree_depart (decree, title->page, look.rule, look.place,
                      g_strdup (_ ("a lone addressee stands on the line of “Kính gửi:”")));
    return;
  }
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

static gboolean
begins_appendix (const TkDecree *decree, const TkSeenLine *line)
{
  return line->page > 0 && decree->seen->pages->pages[line->page].number == 1 && line->node != NULL
         && line->node->kind == TK_NODE_HEADING
         && g_regex_match_simple ("^Phụ lục( [IVX]+)?$", line->text, 0, 0);
}

void
tk_decree_check_text (TkDecree *decree)
{
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++) {
    const TkSeenLine *before = i > 0 ? tk_decree_line (decree, i - 1) : NULL;
    if (line->artifact || (line->page == 0 && line->baseline <= decree->body_from))
      continue;
    if (is_ground (decree, line->node, line->text) && (before == NULL || before->node != line->node)) {
      guint end = i + 1;
      while (tk_decree_line (decree, end) != NULL && tk_decree_line (decree, end)->node == line->node)
        end++;
      check_ground (decree, line, tk_decree_line (decree, end));
    }
    if (is_body (line))
      check_body (decree, i);
    if (g_str_has_prefix (line->text, "Kính gửi"))
      check_addressees (decree, i);
    if (begins_appendix (decree, line))
      check_appendix (decree, i);
  }
  check_points (decree);
}
