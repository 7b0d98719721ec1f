/* Comes in: the pages of an issue, and its records. Goes out: where they depart from what the press law wants
 * of a bulletin: Luật Báo chí 2016 (103/2016/QH13), Điều 34 khoản 1. What the records lack, rules_bulletins.c
 * says. */
#include <glib/gi18n.h>
#include <string.h>

#include "form.h"
#include "nfc.h"
#include "rule.h"
#include "seen.h"

enum { MOST_PAGES = 64, PAGES_A_SHEET = 4 };
#define MOST_WIDTH TK_MM (190)
#define MOST_HEIGHT TK_MM (270)
/* What a ruler does not show. */
#define ABOUT TK_MM (0.3)

/* The columns of the query below, in its order. */
typedef enum {
  ISSUE_TITLE,
  ISSUE_ORG,
  ISSUE_ORG_SHORT,
  ISSUE_ORG_THEN,
  ISSUE_DATE,
  ISSUE_LICENCE,
  ISSUE_PRINTED_AT,
  ISSUE_COPIES,
  ISSUE_PERIODICITY,
  ISSUE_RESPONSIBLE,
  ISSUE_COPIES_DOTTED,
} IssueColumn;

static const char issue_sql[] =
    "SELECT iif (b.title LIKE 'bản tin %', substr (b.title, 9), b.title), o.name, o.short_name, org_name_at "
    "(o.id, coalesce (i.date, i.year)), i.date, i.licence, "
    "i.printed_at, cast (i.copies AS TEXT), coalesce (i.periodicity, b.periodicity), i.responsible, "
    "vn_number (i.copies) "
    "FROM bulletin_issue AS i JOIN bulletin AS b ON b.id = i.bulletin JOIN org AS o ON o.id = b.org WHERE "
    "i.code = :issue";

typedef struct {
  TkFindings *findings;
  const TkSeen *seen;
  const TkRows *rows;   /* one */
  gboolean after_2016s; /* of a day when that law is no longer in force */
} Bulletin;

static const char *
fact (const Bulletin *bulletin, IssueColumn column)
{
  return bulletin->rows->cells[column].kind == TK_VALUE_TEXT ? bulletin->rows->cells[column].text : NULL;
}

/* Takes @message. */
static void
depart (Bulletin *bulletin, const char *rule, char *message)
{
  g_autofree char *own = message;

  tk_findings_add_paper (
      bulletin->findings, TK_FINDING_WARNING, rule, own,
      bulletin->after_2016s
          ? _ ("see Luật Báo chí 2016 (103/2016/QH13), Điều 34 khoản 1; since 1 July 2026 Luật Báo chí "
               "126/2025/QH15 is in force instead: look up whether it still wants this")
          : _ ("see Luật Báo chí 2016 (103/2016/QH13), Điều 34 khoản 1"));
}

/* ---- words on pages ---- */

/* For comparing: no case, one kind of blank. */
static char *
folded_new (const char *text)
{
  g_autofree char *normal = tk_nfc_new (text, -1);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  g_autoptr (GString) plain = g_string_new (folded);

  g_string_replace (plain, "\xc2\xa0", " ", 0);
  g_string_replace (plain, "\n", " ", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
page_text_new (const TkSeen *seen, guint page)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < seen->lines->len; i++) {
    const TkSeenLine *line = &g_array_index (seen->lines, TkSeenLine, i);
    if (line->page == page)
      g_string_append_printf (text, "%s ", line->text);
  }
  return folded_new (text->str);
}

static gboolean
page_says (const TkSeen *seen, guint page, const char *words)
{
  g_autofree char *text = page_text_new (seen, page);
  g_autofree char *wanted = folded_new (words);

  return strstr (text, wanted) != NULL;
}

/* The first line of page 1 with all or, where they run over several, the beginning of @words; NULL: there is
 * none. */
static const TkSeenLine *
find_on_first (const TkSeen *seen, const char *words)
{
  g_autofree char *wanted = folded_new (words);

  for (guint i = 0; i < seen->lines->len; i++) {
    const TkSeenLine *line = &g_array_index (seen->lines, TkSeenLine, i);
    g_autofree char *text = folded_new (line->text);
    if (line->page == 0
        && (strstr (text, wanted) != NULL || (strchr (text, ' ') != NULL && g_str_has_prefix (wanted, text))))
      return line;
  }
  return NULL;
}

/* ---- paper ---- */

static void
check_size (Bulletin *bulletin)
{
  const TkPages *pages = bulletin->seen->pages;

  for (guint i = 0; i < pages->n_pages; i++) {
    const TkPage *page = &pages->pages[i];
    if (page->width <= MOST_WIDTH + ABOUT && page->height <= MOST_HEIGHT + ABOUT)
      continue;
    depart (bulletin, "bulletin-size",
            g_strdup_printf (_ ("page %u: the paper is %.0f × %.0f mm, larger than 190 × 270"), i + 1,
                             page->width / 1024.0 * 25.4 / 72, page->height / 1024.0 * 25.4 / 72));
    return; /* all are alike */
  }
}

static void
check_extent (Bulletin *bulletin)
{
  const guint n = bulletin->seen->pages->n_pages;

  if (n > MOST_PAGES)
    depart (bulletin, "bulletin-pages", g_strdup_printf (_ ("the issue has %u pages, more than 64"), n));
  if (n % PAGES_A_SHEET != 0) {
    g_autofree char *message = g_strdup_printf (_ ("the issue has %u pages, which is no multiple of 4"), n);
    tk_findings_add_paper (bulletin->findings, TK_FINDING_WARNING, "bulletin-sheets", message,
                           _ ("a folded sheet has 4 pages: add or take out articles, or let the layout fill "
                              "up before the last page"));
  }
}

/* ---- head of page 1 ---- */

/* @what stands at or below @above; a line beside it counts. */
static void
check_below (Bulletin *bulletin, const TkSeenLine *line, const TkSeenLine *above, const char *message)
{
  if (line != NULL && above != NULL && line->baseline < above->baseline - above->size)
    depart (bulletin, "bulletin-head", g_strdup (message));
}

/* "20/3/2026" in the ways in which it is written. */
static char *
date_pattern_new (const char *date)
{
  int year, month, day;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;
  return g_strdup_printf ("\\b0?%d(/|-|\\.| tháng | - | / )0?%d(/|-|\\.|, | năm | - | / )%d\\b", day, month,
                          year);
}

static void
check_date (Bulletin *bulletin)
{
  const char *date = fact (bulletin, ISSUE_DATE);
  g_autofree char *pattern = date_pattern_new (date);
  g_autofree char *text = page_text_new (bulletin->seen, 0);

  if (pattern != NULL && !g_regex_match_simple (pattern, text, 0, 0))
    depart (bulletin, "bulletin-date",
            g_strdup_printf (_ ("page 1: day, month and year of publication (%s) are missing"), date));
}

static void
check_head (Bulletin *bulletin)
{
  const TkPage *first = &bulletin->seen->pages->pages[0];
  const TkSeenLine *words = find_on_first (bulletin->seen, "BẢN TIN");
  const TkSeenLine *title = find_on_first (bulletin->seen, fact (bulletin, ISSUE_TITLE)), *body = NULL;

  if (words == NULL)
    depart (bulletin, "bulletin-words", g_strdup (_ ("page 1: the words “BẢN TIN” are missing")));
  else if (strstr (words->text, "BẢN TIN") == NULL || words->baseline > first->height / 2)
    depart (bulletin, "bulletin-words",
            g_strdup (_ ("page 1: “BẢN TIN” does not stand at the top, in capitals")));
  for (IssueColumn i = ISSUE_ORG; i <= ISSUE_ORG_THEN && body == NULL; i++)
    if (fact (bulletin, i) != NULL)
      body = find_on_first (bulletin->seen, fact (bulletin, i));
  if (title == NULL)
    depart (bulletin, "bulletin-name",
            g_strdup_printf (_ ("page 1: the name of the bulletin, “%s”, is missing"),
                             fact (bulletin, ISSUE_TITLE)));
  if (body == NULL)
    depart (bulletin, "bulletin-body",
            g_strdup_printf (_ ("page 1: who publishes it, “%s”, is missing"), fact (bulletin, ISSUE_ORG)));
  check_below (bulletin, title, words, _ ("page 1: the name of the bulletin stands above “BẢN TIN”"));
  check_below (bulletin, body, title, _ ("page 1: who publishes it stands above the name of the bulletin"));
  check_date (bulletin);
}

/* ---- foot of the last page ---- */

static void
check_part (Bulletin *bulletin, IssueColumn column, const char *what)
{
  const TkSeen *seen = bulletin->seen;
  const guint last = seen->pages->n_pages - 1;
  const char *words = fact (bulletin, column);

  if (words == NULL || page_says (seen, last, words)
      || (column == ISSUE_COPIES && page_says (seen, last, fact (bulletin, ISSUE_COPIES_DOTTED))))
    return;
  for (guint i = 0; i < last; i++)
    if (column != ISSUE_COPIES && page_says (seen, i, words)) {
      depart (
          bulletin, "bulletin-imprint",
          g_strdup_printf (_ ("page %u: %s (“%s”) stands here, not on the last page"), i + 1, what, words));
      return;
    }
  depart (bulletin, "bulletin-imprint",
          g_strdup_printf (_ ("page %u, the last: %s (“%s”) is missing"), last + 1, what, words));
}

static void
check_imprint (Bulletin *bulletin)
{
  check_part (bulletin, ISSUE_LICENCE, _ ("the licence"));
  check_part (bulletin, ISSUE_PRINTED_AT, _ ("where it is printed"));
  check_part (bulletin, ISSUE_COPIES, _ ("the number of copies"));
  check_part (bulletin, ISSUE_PERIODICITY, _ ("how often it comes out"));
  check_part (bulletin, ISSUE_RESPONSIBLE, _ ("who is responsible"));
}

/* The issue that the paper is; NULL: none. */
static const char *
find_issue (const TkDocument *document)
{
  for (guint i = 0; i < document->n_settings; i++)
    if (strcmp (document->settings[i].name, "issue") == 0)
      return document->settings[i].value;
  return NULL;
}

gboolean
tk_check_bulletin (TkFindings *findings, TkDatabase *database, const TkPages *pages, GError **error)
{
  const TkValue issue = {TK_VALUE_TEXT, .text = find_issue (pages->document)};

  if (issue.text == NULL || pages->n_pages == 0)
    return TRUE;
  g_autoptr (TkQuery) query = tk_data_query_new (database, "bulletin", issue_sql, error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, &issue, error) : NULL;
  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  g_autoptr (TkSeen) seen = tk_seen_new (pages);
  Bulletin bulletin = {findings, seen, rows, FALSE};
  bulletin.after_2016s = g_strcmp0 (fact (&bulletin, ISSUE_DATE), "2026-07-01") >= 0;
  check_size (&bulletin);
  check_extent (&bulletin);
  check_head (&bulletin);
  check_imprint (&bulletin);
  return TRUE;
}
