/* Comes in: the pages of an issue, and its records. Goes out: where they depart from what the press law wants
 * of a bulletin: Luật Báo chí 2016 (103/2016/QH13), Điều 34 khoản 1. What the records lack, rules_bulletins.c
 * says. */
#include <glib/gi18n.h>
#include <string.h>

#include "fold.h"
#include "form.h"
#include "imprint.h"
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
  ISSUE_IMPRINT,
} IssueColumn;

/* Blank or a dash is nothing. */
static const char issue_sql[] =
    "SELECT iif (b.title LIKE 'bản tin %', substr (b.title, 9), b.title), o.name, o.short_name, org_name_at "
    "(o.id, coalesce (i.date, i.year)), i.date, iif (fold (i.licence) > '', i.licence, NULL), "
    "iif (fold (i.printed_at) > '', i.printed_at, NULL), cast (i.copies AS TEXT), "
    "coalesce (iif (fold (i.periodicity) > '', i.periodicity, NULL), iif (fold (b.periodicity) > '', "
    "b.periodicity, NULL)), iif (fold (i.responsible) > '', i.responsible, NULL), i.imprint "
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

/* For comparing. */
static char *
folded_new (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  tk_fold_append_toned (folded, text);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* The lines of @page, folded, a blank after each. @ends: gets the end of each line of @seen; may be NULL. */
static char *
page_text_new (const TkSeen *seen, guint page, GArray *ends)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < seen->lines->len; i++) {
    const TkSeenLine *line = &g_array_index (seen->lines, TkSeenLine, i);
    if (line->page == page) {
      tk_fold_append_toned (text, line->text);
      g_string_append_c (text, ' ');
    }
    if (ends != NULL)
      g_array_append_val (ends, text->len);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A pattern for @words as whole ones, in folded text: between them may be any signs, and ends of lines. */
static char *
words_pattern_new (const char *words)
{
  g_autofree char *folded = folded_new (words);
  g_autoptr (GRegex) between = g_regex_new ("[^\\p{L}\\p{N}]+", 0, 0, NULL);
  g_autofree char *pattern = g_regex_replace_literal (between, folded, -1, 0, "[^\\p{L}\\p{N}]+", 0, NULL);

  return g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", pattern);
}

/* The lowest line of @page in which @pattern begins; NULL: there is none. */
static const TkSeenLine *
find_lowest (const TkSeen *seen, guint page, const char *pattern)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *text = page_text_new (seen, page, ends);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const TkSeenLine *lowest = NULL;
  guint i = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    int start;
    g_match_info_fetch_pos (match, 0, &start, NULL);
    while (g_array_index (ends, gsize, i) <= (gsize) start)
      i++;
    const TkSeenLine *line = &g_array_index (seen->lines, TkSeenLine, i);
    if (lowest == NULL || line->baseline > lowest->baseline)
      lowest = line;
  }
  return lowest;
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
  g_autofree char *text = page_text_new (bulletin->seen, 0, NULL);

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

/* What of the imprint's parts has a column, and what it is called. */
typedef struct {
  IssueColumn column;
  const char *name, *what;
} Part;

/* A number is one of copies where that is said of it, and is no part of another. */
static char *
copies_pattern_new (const char *copies)
{
  g_autoptr (GString) dotted = g_string_new (copies);

  for (gsize i = dotted->len; i > 3; i -= 3)
    g_string_insert (dotted, (gssize) i - 3, "\\.?");
  return g_strdup_printf ("(?<![\\d.,/-])%s ?" TK_IMPRINT_UNIT
                          "|\\b(?:số (?:lượng|bản)[^\\d.;]{0,20}|in:? )%s(?![\\d/-]|[.,]\\d)",
                          dotted->str, dotted->str);
}

/* In the lower half, with little below it: the rest of the imprint. */
static gboolean
is_at_foot (const TkSeen *seen, const TkSeenLine *line)
{
  const TkUnit height = seen->pages->pages[line->page].height;
  TkUnit lowest = line->baseline;

  for (guint i = 0; i < seen->lines->len; i++) {
    const TkSeenLine *other = &g_array_index (seen->lines, TkSeenLine, i);
    if (other->page == line->page && !other->artifact)
      lowest = MAX (lowest, other->baseline);
  }
  return line->baseline > height / 2 && lowest - line->baseline < height / 4;
}

static void
check_part (Bulletin *bulletin, const Part *part)
{
  const TkSeen *seen = bulletin->seen;
  const guint last = seen->pages->n_pages - 1;
  const char *recorded = fact (bulletin, part->column);
  g_autofree char *words = recorded != NULL
                               ? g_strdup (recorded)
                               : tk_imprint_find_new (fact (bulletin, ISSUE_IMPRINT), part->name);

  if (words == NULL)
    return;
  g_autofree char *pattern = recorded != NULL && part->column == ISSUE_COPIES ? copies_pattern_new (words)
                                                                              : words_pattern_new (words);
  const TkSeenLine *line = find_lowest (seen, last, pattern);
  if (line != NULL) {
    if (!is_at_foot (seen, line))
      depart (bulletin, "bulletin-imprint",
              g_strdup_printf (_ ("page %u, the last: %s (“%s”) does not stand at the foot"), last + 1,
                               part->what, words));
    return;
  }
  for (guint i = 0; i < last; i++)
    if (find_lowest (seen, i, pattern) != NULL) {
      depart (bulletin, "bulletin-imprint",
              g_strdup_printf (_ ("page %u: %s (“%s”) stands here, not on the last page"), i + 1, part->what,
                               words));
      return;
    }
  depart (bulletin, "bulletin-imprint",
          g_strdup_printf (_ ("page %u, the last: %s (“%s”) is missing"), last + 1, part->what, words));
}

static void
check_imprint (Bulletin *bulletin)
{
  const Part parts[] = {
      {ISSUE_LICENCE, "licence", _ ("the licence")},
      {ISSUE_PRINTED_AT, "printed_at", _ ("where it is printed")},
      {ISSUE_COPIES, "copies", _ ("the number of copies")},
      {ISSUE_PERIODICITY, "periodicity", _ ("how often it comes out")},
      {ISSUE_RESPONSIBLE, "responsible", _ ("who is responsible")},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    check_part (bulletin, &parts[i]);
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
