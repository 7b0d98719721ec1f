/* Comes in: a heading. Goes out: departures of its number, its place and its look (phụ lục I, phần I, mục
 * II.6.d). The decree does not say where a mục or khoản of one line begins, nor anything of 1.1.:
 * both are left. */
#include <glib/gi18n.h>

#include "decree.h"

#define RULE "decree-heading"
#define PLACE "mục II.6.d"

static gboolean
matches (const char *text, const char *pattern)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

static void
check_middle (TkDecree *decree, const TkSeenLine *line, const TkDecreeLook *look)
{
  const TkPage *page = &decree->seen->pages->pages[line->page];
  const TkUnit middle = (page->master->left + page->width - page->master->right) / 2;

  if (ABS (tk_decree_middle (line) - middle) > TK_MM (2))
    tk_decree_depart (decree, line->page, RULE, PLACE,
                      g_strdup_printf (_ ("%s does not stand in the middle"), _ (look->what)));
}

/* "Phần I", "Mục 1": a line of its own, and the title in capitals below it. */
static void
check_part (TkDecree *decree, guint i)
{
  static const TkDecreeLook number = {RULE, N_ ("the number of a part"), 13, 14, 1, 0, FALSE, PLACE};
  static const TkDecreeLook title = {RULE, N_ ("the title of a part"), 13, 14, 1, 0, TRUE, PLACE};
  const TkSeenLine *first = tk_decree_line (decree, i), *line;

  if (!matches (first->text, "^((Phần|Chương) [IVXLC]+|(Mục|Tiểu mục) [0-9]+)$"))
    tk_decree_depart (
        decree, first->page, RULE, PLACE,
        g_strdup_printf (
            _ ("“%s” is not “Phần” or “Chương” and a Roman number, or “Mục” or “Tiểu mục” and an "
               "Arabic one, on a line of its own"),
            first->text));
  for (guint k = i; (line = tk_decree_line (decree, k)) != NULL && line->node == first->node; k++) {
    tk_decree_look (decree, line, k == i ? &number : &title);
    check_middle (decree, line, k == i ? &number : &title);
  }
}

void
tk_decree_check_heading (TkDecree *decree, guint i)
{
  static const struct {
    const char *pattern;
    TkDecreeLook look;
  } kinds[] = {
      {"^[IVXL]+\\. ", {RULE, N_ ("a heading I., II., …"), 13, 14, 1, 0, TRUE, PLACE}},
      {"^[0-9]+\\. ", {RULE, N_ ("a heading 1., 2., …"), 13, 14, 1, 0, FALSE, PLACE}},
      {"^Điều [0-9]+\\. ", {RULE, N_ ("an article"), 13, 14, 1, 0, FALSE, PLACE}},
      {"^[a-zđ]\\) ", {RULE, N_ ("a point a), b), …"), 13, 14, 0, 0, FALSE, PLACE}},
      {"", {RULE, N_ ("a heading"), 13, 14, -1, -1, FALSE, PLACE}},
  };
  const TkSeenLine *first = tk_decree_line (decree, i), *line;
  g_autofree char *lower = g_utf8_strdown (first->text, -1);
  guint kind = 0;

  if (matches (lower, "^(phần|chương|mục|tiểu mục) ([0-9]+|[ivxlc]+|[a-z]|thứ [^ ]+)([.: ]|$)")) {
    check_part (decree, i);
    return;
  }
  while (!matches (first->text, kinds[kind].pattern))
    kind++;
  for (guint k = i; (line = tk_decree_line (decree, k)) != NULL && line->node == first->node; k++)
    tk_decree_look (decree, line, &kinds[kind].look);
  if (*kinds[kind].pattern == '\0' && matches (first->text, "^(\\p{L}|[ivx]+|[0-9]+)[.)/] "))
    tk_decree_depart (
        decree, first->page, RULE, PLACE,
        g_strdup_printf (_ ("a heading is numbered otherwise than “I.”, “1.” or “a)”: “%s”"), first->text));
}
