/* Comes in: the pages of a paper. Goes out: where they depart from the form that the decree gives to official
 * papers. A paper without the national name is none, and nothing is said of it. */
#include "decree.h"

#include <glib/gi18n.h>
#include <string.h>

#include "form.h"

/* Smaller differences are those of rounding. */
#define ABOUT TK_PT (0.1)

typedef struct {
  const char *rule, *place;
  char *message;
  guint page, n;
} Departure;

static void
departure_free (gpointer data)
{
  Departure *departure = data;

  g_free (departure->message);
  g_free (departure);
}

void
tk_decree_depart (TkDecree *decree, guint page, const char *rule, const char *place, char *message)
{
  for (guint i = 0; i < decree->departures->len; i++) {
    Departure *known = decree->departures->pdata[i];
    if (strcmp (known->message, message) == 0) {
      known->n++;
      g_free (message);
      return;
    }
  }
  Departure *departure = g_new (Departure, 1);
  *departure = (Departure){rule, place, message, page, 1};
  g_ptr_array_add (decree->departures, departure);
}

/* ---- what is measured ---- */

char *
tk_decree_mm_new (TkUnit length)
{
  return tk_notes_number_new (TK_IN_MM (length), 1);
}

const TkSeenLine *
tk_decree_line (const TkDecree *decree, guint i)
{
  return i < decree->seen->lines->len ? &g_array_index (decree->seen->lines, TkSeenLine, i) : NULL;
}

gboolean
tk_decree_is_capitals (const char *text)
{
  g_autofree char *upper = g_utf8_strup (text, -1);

  return strcmp (upper, text) == 0;
}

gboolean
tk_decree_is_minutes (const TkDecree *decree)
{
  return decree->kind != NULL && g_str_has_prefix (decree->kind->text, "BIÊN BẢN");
}

static void
check_face (TkDecree *decree, const TkSeenLine *line, const TkDecreeLook *look)
{
  const char *what = _ (look->what);

  if (look->bold == 1 && !line->bold)
    tk_decree_depart (decree, line->page, look->rule, look->place,
                      g_strdup_printf (_ ("%s is not bold"), what));
  if (look->bold == 0 && line->some_bold)
    tk_decree_depart (decree, line->page, look->rule, look->place, g_strdup_printf (_ ("%s is bold"), what));
  if (look->italic == 1 && !line->italic)
    tk_decree_depart (decree, line->page, look->rule, look->place,
                      g_strdup_printf (_ ("%s is not italic"), what));
  if (look->italic == 0 && line->some_italic)
    tk_decree_depart (decree, line->page, look->rule, look->place,
                      g_strdup_printf (_ ("%s is italic"), what));
}

void
tk_decree_look (TkDecree *decree, const TkSeenLine *line, const TkDecreeLook *look)
{
  const char *what = _ (look->what);

  if (line->size < TK_PT (look->least) - ABOUT || line->size > TK_PT (look->most) + ABOUT) {
    g_autofree char *wanted = look->least < look->most ? g_strdup_printf ("%g-%g", look->least, look->most)
                                                       : g_strdup_printf ("%g", look->least);
    tk_decree_depart (
        decree, line->page, look->rule, look->place,
        g_strdup_printf (_ ("%s is set in %.4g pt, not in %s"), what, line->size / 1024.0, wanted));
  }
  check_face (decree, line, look);
  if (look->capitals && !tk_decree_is_capitals (line->text))
    tk_decree_depart (decree, line->page, look->rule, look->place,
                      g_strdup_printf (_ ("%s is not in capitals: “%s”"), what, line->text));
}

const TkSeenRule *
tk_decree_rule_below (const TkDecree *decree, const TkSeenLine *line, TkUnit reach)
{
  const TkSeenRule *nearest = NULL;

  for (guint i = 0; i < decree->seen->rules->len; i++) {
    const TkSeenRule *rule = &g_array_index (decree->seen->rules, TkSeenRule, i);
    if (rule->page == line->page && rule->y > line->baseline && rule->y - line->baseline <= reach
        && rule->x < line->right && rule->x + rule->width > line->left
        && (nearest == NULL || rule->y < nearest->y))
      nearest = rule;
  }
  return nearest;
}

void
tk_decree_short_rule (TkDecree *decree, const TkSeenLine *line, const TkDecreeLook *look)
{
  const TkSeenRule *rule = tk_decree_rule_below (decree, line, line->size * 3 / 2);
  const TkUnit width = line->right - line->left;
  const char *what = _ (look->what);

  if (rule == NULL) {
    tk_decree_depart (decree, line->page, look->rule, look->place,
                      g_strdup_printf (_ ("%s has no line below it"), what));
    return;
  }
  g_autofree char *rule_mm = tk_decree_mm_new (rule->width), *width_mm = tk_decree_mm_new (width);
  if (rule->width < width / 3 - TK_MM (0.5) || rule->width > width / 2 + TK_MM (0.5))
    tk_decree_depart (decree, line->page, look->rule, look->place,
                      g_strdup_printf (_ ("the line below %s is %s mm long, not a third to a half of %s mm"),
                                       what, rule_mm, width_mm));
  if (ABS (2 * rule->x + rule->width - line->left - line->right) > 2 * TK_MM (0.5))
    tk_decree_depart (decree, line->page, look->rule, look->place,
                      g_strdup_printf (_ ("the line below %s is not in its middle"), what));
}

/* ---- the paper ---- */

static const TkSeenLine *
find_line (const TkDecree *decree, guint page, const char *begin)
{
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++)
    if (line->page == page && g_str_has_prefix (line->text, begin))
      return line;
  return NULL;
}

/* Beside the national name or below it: lists have "Số" in their heads, too. */
static gboolean
is_in_head (const TkDecree *decree, const TkSeenLine *line)
{
  return !line->artifact && line->baseline > decree->national->baseline
         && line->baseline < decree->national->baseline + TK_MM (45);
}

static const TkSeenLine *
find_number (const TkDecree *decree)
{
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++)
    if (is_in_head (decree, line) && line->right < decree->national->left
        && g_regex_match_simple ("^Số[:\\s].*/", line->text, 0, 0))
      return line;
  return NULL;
}

/* "Địa danh, ngày … tháng … năm …", beside the number, under the national name. */
static const TkSeenLine *
find_date (const TkDecree *decree)
{
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++)
    if (is_in_head (decree, line) && line->left > decree->national->left - TK_MM (20)
        && strstr (line->text, "ngày") != NULL && strstr (line->text, "tháng") != NULL)
      return line;
  return NULL;
}

/* The first line in the middle of the page below the letterhead. */
static const TkSeenLine *
find_kind (const TkDecree *decree)
{
  const TkPage *page = &decree->seen->pages->pages[0];
  const TkUnit middle = (page->master->left + page->width - page->master->right) / 2;
  const TkUnit above = MAX (decree->motto != NULL ? decree->motto->baseline : decree->national->baseline,
                            decree->number != NULL ? decree->number->baseline : 0);
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++)
    if (!line->artifact && line->baseline > above && ABS ((line->left + line->right) / 2 - middle) < TK_MM (2)
        && line->bold && tk_decree_is_capitals (line->text))
      return line;
  return NULL;
}

static gboolean
begin (TkDecree *decree)
{
  decree->national = find_line (decree, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
  if (decree->national == NULL)
    decree->national = find_line (decree, 0, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA");
  if (decree->national == NULL)
    return FALSE;
  decree->motto = find_line (decree, 0, "Độc lập");
  decree->number = find_number (decree);
  decree->date = find_date (decree);
  decree->kind = find_kind (decree);
  return decree->number != NULL || decree->date != NULL;
}

void
tk_check_decree (TkFindings *findings, const TkPages *pages)
{
  g_autoptr (TkSeen) seen = tk_seen_new (pages);
  g_autoptr (GPtrArray) departures = g_ptr_array_new_with_free_func (departure_free);
  TkDecree decree = {.seen = seen, .departures = departures};

  if (pages->n_pages == 0 || !begin (&decree))
    return;
  tk_decree_check_pages (&decree);
  tk_decree_check_head (&decree);
  tk_decree_check_text (&decree);
  tk_decree_check_foot (&decree);
  for (guint i = 0; i < departures->len; i++) {
    const Departure *departure = departures->pdata[i];
    g_autofree char *message = departure->n == 1 ? g_strdup_printf (_ ("page %u: %s"), departure->page + 1,
                                                                    departure->message)
                                                 : g_strdup_printf (_ ("page %u and %u further places: %s"),
                                                                    departure->page + 1, departure->n - 1,
                                                                    departure->message);
    g_autofree char *place = g_strdup_printf (_ ("see Nghị định 30/2020/NĐ-CP, phụ lục I, phần I, %s"),
                                              departure->place);
    tk_findings_add_paper (findings, TK_FINDING_WARNING, departure->rule, message, place);
  }
}
