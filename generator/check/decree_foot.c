/* Comes in: pages. Goes out: departures of the foot: who signs, and who receives (phụ lục I, phần I, mục
 * II.7, II.9). And what an invitation has to say. */
#include <glib/gi18n.h>
#include <string.h>

#include "decree.h"

/* The last of such lines: tables may have one too. */
static guint
find_recipients (const TkDecree *decree)
{
  guint i = decree->seen->lines->len;

  while (i > 0 && strcmp (tk_decree_line (decree, i - 1)->text, "Nơi nhận:") != 0)
    i--;
  return i > 0 ? i - 1 : decree->seen->lines->len;
}

/* Whether @line is below @title, or level with it, and no appendix has begun. */
static gboolean
is_in_foot (const TkDecree *decree, const TkSeenLine *line, const TkSeenLine *title)
{
  const TkSeenLine *between;

  if (line->page != title->page || line->artifact || line->baseline < title->baseline - TK_PT (0.2))
    return FALSE;
  for (guint i = 0; (between = tk_decree_line (decree, i)) != NULL; i++)
    if (between->page == title->page && between->node != NULL && between->node->kind == TK_NODE_HEADING
        && between->baseline > title->baseline && between->baseline <= line->baseline)
      return FALSE;
  return TRUE;
}

/* ---- recipients: mục II.9.b ---- */

static const TkNode *
find_sides (const TkNode *node)
{
  while (node != NULL && node->kind != TK_NODE_SIDES)
    node = node->parent;
  return node;
}

/* Who signs begins level with them; a paper of which nobody is known who signs has nothing there. */
static gboolean
stands_level (const TkDecree *decree, const TkSeenLine *title)
{
  const TkNode *sides = find_sides (title->node);
  const TkSeenLine *line, *highest = NULL;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++)
    if (line->page == title->page && line->left > title->right
        && (sides == NULL || find_sides (line->node) == sides)
        && (highest == NULL || line->baseline < highest->baseline))
      highest = line;
  return highest == NULL || ABS (highest->baseline - title->baseline) <= TK_PT (0.2);
}

static void
check_recipients (TkDecree *decree, guint i)
{
  static const TkDecreeLook head = {"decree-recipients", N_ ("“Nơi nhận”"), 12, 12, 1, 1, FALSE,
                                    "mục II.9.b"};
  static const TkDecreeLook item = {"decree-recipients", N_ ("the list of recipients"), 11, 11, 0, 0, FALSE,
                                    "mục II.9.b"};
  const TkSeenLine *title = tk_decree_line (decree, i), *line;
  const char *last = NULL;

  tk_decree_look (decree, title, &head);
  if (!stands_level (decree, title) && !tk_decree_is_minutes (decree))
    tk_decree_depart (decree, title->page, head.rule, head.place,
                      g_strdup (_ ("“Nơi nhận” is not level with who signs")));
  for (guint k = i + 1; (line = tk_decree_line (decree, k)) != NULL && line->page == title->page; k++) {
    if (!is_in_foot (decree, line, title) || line->left > title->left + TK_MM (60))
      continue;
    tk_decree_look (decree, line, &item);
    if (last != NULL && g_str_has_prefix (line->text, "-") && !g_str_has_suffix (last, ";"))
      tk_decree_depart (decree, line->page, item.rule, item.place,
                        g_strdup_printf (_ ("a recipient that others follow ends with “;”: “%s”"), last));
    last = line->text;
  }
  if (last == NULL)
    return;
  if (!g_str_has_suffix (last, "."))
    tk_decree_depart (decree, title->page, item.rule, item.place,
                      g_strdup_printf (_ ("the last recipient ends with a full stop: “%s”"), last));
  if (strstr (last, "Lưu") == NULL)
    tk_decree_depart (decree, title->page, item.rule, item.place,
                      g_strdup_printf (_ ("the last recipient is “Lưu: VT”, not “%s”"), last));
}

/* ---- who signs: mục II.7 ---- */

static gboolean
has_degree (const char *name)
{
  return g_regex_match_simple ("^(GS|PGS|TS|ThS|CN|KS|BS|NSND|NSƯT|NGND|NGƯT)[. ]", name, 0, 0);
}

static void
check_signer (TkDecree *decree, guint i)
{
  static const TkDecreeLook office = {"decree-signer", N_ ("the office of who signs"), 13, 14, 1, 0, TRUE,
                                      "mục II.7"};
  static const TkDecreeLook name = {"decree-signer", N_ ("the name of who signs"), 13, 14, 1, 0, FALSE,
                                    "mục II.7"};
  const TkSeenLine *title = tk_decree_line (decree, i), *line, *last = NULL;
  const TkPage *page = &decree->seen->pages->pages[title->page];

  for (guint k = 0; (line = tk_decree_line (decree, k)) != NULL; k++) {
    if (!is_in_foot (decree, line, title) || line->left < page->width / 2 - TK_MM (10))
      continue;
    if (last != NULL)
      tk_decree_look (decree, last, &office);
    last = line;
  }
  if (last == NULL)
    return;
  /* without a name the last line is the office */
  tk_decree_look (decree, last, tk_decree_is_capitals (last->text) ? &office : &name);
  if (has_degree (last->text))
    tk_decree_depart (decree, last->page, name.rule, name.place,
                      g_strdup_printf (_ ("no title or degree stands before the name: “%s”"), last->text));
}

/* ---- what an invitation says: phụ lục III, mẫu 1.7 ---- */

static void
check_invitation (TkDecree *decree)
{
  static const char *const words[] = {"Chủ trì", "Thời gian", "Địa điểm"};
  const TkSeenLine *line;

  if (decree->kind == NULL || !tk_decree_begins (decree->kind->text, "giấy mời"))
    return;
  for (guint w = 0; w < G_N_ELEMENTS (words); w++) {
    gboolean said = FALSE;
    for (guint i = 0; !said && (line = tk_decree_line (decree, i)) != NULL; i++)
      said = strstr (line->text, words[w]) != NULL;
    if (!said)
      tk_decree_depart (decree, 0, "decree-invitation", "phụ lục III, mẫu 1.7",
                        g_strdup_printf (_ ("the invitation does not say “%s”"), words[w]));
  }
}

void
tk_decree_check_foot (TkDecree *decree)
{
  const guint i = find_recipients (decree);

  check_invitation (decree);
  if (tk_decree_line (decree, i) == NULL && (tk_decree_is_minutes (decree) || tk_decree_is_attached (decree)))
    return; /* minutes may be for those alone who sign */
  if (tk_decree_line (decree, i) == NULL) {
    tk_decree_depart (decree, decree->seen->pages->n_pages - 1, "decree-recipients", "mục II.9.b",
                      g_strdup (_ ("“Nơi nhận” is missing")));
    return;
  }
  check_recipients (decree, i);
  if (!tk_decree_is_minutes (decree))
    check_signer (decree, i);
}
