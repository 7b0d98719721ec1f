/* Comes in: the pages of a paper. Goes out: where they depart from the form that the decree gives to official
 * papers. Whether it is one is said by its layout: what a paper lacks is a departure, never a reason to pass
 * it over. */
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
tk_decree_begins (const char *text, const char *small)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return g_str_has_prefix (lower, small);
}

gboolean
tk_decree_is_minutes (const TkDecree *decree)
{
  return decree->kind != NULL && tk_decree_begins (decree->kind->text, "biên bản");
}

gboolean
tk_decree_is_attached (const TkDecree *decree)
{
  return decree->seen->pages->document->form == TK_FORM_ATTACHED;
}

gboolean
tk_decree_is_inside (const TkSeenLine *line, TkNodeKind kind)
{
  for (const TkNode *node = line->node; node != NULL; node = node->parent)
    if (node->kind == kind)
      return TRUE;
  return FALSE;
}

TkUnit
tk_decree_middle (const TkSeenLine *line)
{
  return (line->left + line->right) / 2;
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

/* The deepest that a letterhead of a long name goes, and how wide the national name is in 12 pt. */
#define HEAD TK_MM (45)
#define NATIONAL TK_MM (88)

/* On page 1, from @above down to as far as a letterhead goes: lists have "Số" in their heads, too. */
static gboolean
is_in_head (const TkSeenLine *line, TkUnit above)
{
  return line->page == 0 && !line->artifact && line->baseline > above && line->baseline < above + HEAD;
}

static const TkSeenLine *
find_line (const TkDecree *decree, const char *small)
{
  const TkUnit top = decree->seen->pages->pages[0].master->top;
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++)
    if (is_in_head (line, top) && tk_decree_begins (line->text, small))
      return line;
  return NULL;
}

/* What stands where it has to, above the motto, is it whatever its words. */
static const TkSeenLine *
find_national (const TkDecree *decree)
{
  const TkSeenLine *motto = decree->motto, *found = find_line (decree, "cộng hòa xã hội"), *line;

  if (found == NULL)
    found = find_line (decree, "cộng hoà xã hội");
  for (guint i = 0; motto != NULL && found == NULL && (line = tk_decree_line (decree, i)) != NULL; i++)
    if (line->page == 0 && !line->artifact && line->baseline < motto->baseline
        && motto->baseline - line->baseline < 2 * motto->size && line->left < motto->right
        && line->right > motto->left)
      found = line;
  return found;
}

/* A number without its colon or its stroke is one all the same. */
static const TkSeenLine *
find_number (const TkDecree *decree)
{
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++)
    if (is_in_head (line, decree->head_from) && line->right < decree->right_from
        && g_regex_match_simple ("^Số(:|\\s.*[-/0-9])", line->text, 0, 0))
      return line;
  return NULL;
}

/* "Địa danh, ngày … tháng … năm …", beside the number, under the national name. */
static const TkSeenLine *
find_date (const TkDecree *decree)
{
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++)
    if (is_in_head (line, decree->head_from) && line->left > decree->right_from - TK_MM (20)
        && strstr (line->text, "ngày") != NULL && strstr (line->text, "tháng") != NULL)
      return line;
  return NULL;
}

/* Điều 7 of the decree, and what goes with such papers. A title in capitals may follow that is none: who
 * decides, a part. */
static gboolean
names_kind (const char *text)
{
  static const char *const kinds[] = {
      "nghị quyết",      "quyết định",     "chỉ thị",       "quy chế",       "quy định",
      "thông cáo",       "thông báo",      "hướng dẫn",     "chương trình",  "kế hoạch",
      "phương án",       "đề án",          "dự án",         "báo cáo",       "biên bản",
      "tờ trình",        "hợp đồng",       "công văn",      "công điện",     "bản ghi nhớ",
      "bản thỏa thuận",  "bản thoả thuận", "giấy ủy quyền", "giấy uỷ quyền", "giấy mời",
      "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi",     "phiếu chuyển",  "phiếu báo",
      "thư công",        "danh sách",      "danh mục",      "bảng"};

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (tk_decree_begins (text, kinds[i]))
      return TRUE;
  return FALSE;
}

/* Between the letterhead and the text. */
static const TkSeenLine *
find_kind (const TkDecree *decree)
{
  const TkUnit above = decree->number != NULL  ? decree->number->baseline
                       : decree->motto != NULL ? decree->motto->baseline
                                               : decree->head_from;
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++) {
    if (line->node == NULL || line->baseline <= above || tk_decree_is_inside (line, TK_NODE_SIDES))
      continue;
    if (names_kind (line->text)
        && (line->bold || tk_decree_is_capitals (line->text) || line->node->style->align == TK_ALIGN_CENTRE))
      return line;
    if (line->node->kind != TK_NODE_PARAGRAPH || line->node->style->align == TK_ALIGN_JUSTIFY)
      return NULL;
  }
  return NULL;
}

static void
begin (TkDecree *decree)
{
  const TkPage *page = &decree->seen->pages->pages[0];

  decree->motto = find_line (decree, "độc lập");
  decree->national = find_national (decree);
  const TkSeenLine *first = decree->national != NULL ? decree->national : decree->motto;
  decree->head_from = first != NULL ? first->baseline : page->master->top;
  decree->right_from = first != NULL ? MIN (first->left, tk_decree_middle (first) - NATIONAL / 2)
                                     : page->width / 2;
  decree->number = find_number (decree);
  decree->date = find_date (decree);
  decree->kind = find_kind (decree);
}

/* Forms stand in phụ lục III, all other rules in phụ lục I, phần I. */
static char *
place_new (const char *place)
{
  g_autofree char *whole = g_str_has_prefix (place, "phụ lục")
                               ? g_strdup (place)
                               : g_strconcat ("phụ lục I, phần I, ", place, NULL);

  return g_strdup_printf (_ ("see Nghị định 30/2020/NĐ-CP, %s"), whole);
}

void
tk_check_decree (TkFindings *findings, const TkPages *pages)
{
  g_autoptr (TkSeen) seen = tk_seen_new (pages);
  g_autoptr (GPtrArray) departures = g_ptr_array_new_with_free_func (departure_free);
  TkDecree decree = {.seen = seen, .departures = departures};

  if (pages->n_pages == 0 || pages->document->form == TK_FORM_FREE)
    return;
  begin (&decree);
  tk_decree_check_pages (&decree);
  tk_decree_check_head (&decree);
  if (pages->document->form == TK_FORM_OFFICIAL) /* of lists and tables the decree says no more */
    tk_decree_check_text (&decree);
  tk_decree_check_foot (&decree);
  for (guint i = 0; i < departures->len; i++) {
    const Departure *departure = departures->pdata[i];
    g_autofree char *message = departure->n == 1 ? g_strdup_printf (_ ("page %u: %s"), departure->page + 1,
                                                                    departure->message)
                                                 : g_strdup_printf (_ ("page %u and %u further places: %s"),
                                                                    departure->page + 1, departure->n - 1,
                                                                    departure->message);
    g_autofree char *place = place_new (departure->place);
    tk_findings_add_paper (findings, TK_FINDING_WARNING, departure->rule, message, place);
  }
}
