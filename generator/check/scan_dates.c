/* Days that are written out in texts: is there such a day, and is it that day of the week? */
#include <string.h>

#include "calendar.h"
#include "rule.h"

/* "19/8/2022", "ngày 19 tháng 8 năm 2022" */
#define DAY                                                                                                   \
  "(?:(?:ngày )?(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})|ngày (?<D>\\d{1,2}) tháng (?<M>\\d{1,2}) năm " \
  "(?<Y>\\d{4}))"                                                                                             \
  "(?![\\d/])"
#define WEEKDAY "(?<w>[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy|hai|ba|tư|năm|sáu|bảy)|[Cc]hủ [Nn]hật)"

static int
take_number (GMatchInfo *match, const char *name, const char *other)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  if (text != NULL && *text != '\0')
    return (int) g_ascii_strtoll (text, NULL, 10);
  g_autofree char *second = g_match_info_fetch_named (match, other);
  return second != NULL ? (int) g_ascii_strtoll (second, NULL, 10) : 0;
}

/* FALSE: there is no such day. */
static gboolean
take_date (GMatchInfo *match, TkDate *ret_date)
{
  *ret_date = (TkDate){take_number (match, "y", "Y"), take_number (match, "m", "M"),
                       take_number (match, "d", "D")};
  return g_date_valid_dmy ((GDateDay) ret_date->day, ret_date->month, (GDateYear) ret_date->year);
}

static void
judge_day (const TkCheck *check, const TkRule *rule, const TkCheckText *text, GMatchInfo *match)
{
  TkDate date;

  if (take_date (match, &date))
    return;
  g_autofree char *part = g_match_info_fetch (match, 0);
  tk_rule_find (check, rule, text->table, text->row, text->column, "part", part, NULL);
}

static void
judge_weekday (const TkCheck *check, const TkRule *rule, const TkCheckText *text, GMatchInfo *match)
{
  g_autofree char *said = g_match_info_fetch_named (match, "w");
  g_autoptr (GString) weekday = g_string_new (NULL);
  TkDate date;

  if (!take_date (match, &date))
    return;
  tk_calendar_append_weekday (weekday, date);
  g_autofree char *a = g_utf8_strdown (said, -1), *b = g_utf8_strdown (weekday->str, -1);
  if (strcmp (a, b) == 0)
    return;
  g_autofree char *part = g_match_info_fetch (match, 0);
  tk_rule_find (check, rule, text->table, text->row, text->column, "part", part, "weekday", weekday->str,
                NULL);
}

static gboolean
scan (const TkCheck *check, const TkRule *rule, const char *pattern,
      void (*judge) (const TkCheck *check, const TkRule *rule, const TkCheckText *text, GMatchInfo *match))
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    g_autoptr (GMatchInfo) match = NULL;
    for (g_regex_match (regex, text->text, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL))
      judge (check, rule, text, match);
  }
  return TRUE;
}

gboolean
tk_scan_days (const TkCheck *check, const TkRule *rule, G_GNUC_UNUSED GError **error)
{
  return scan (check, rule, "(?<![\\d/-])" DAY, judge_day);
}

gboolean
tk_scan_weekdays (const TkCheck *check, const TkRule *rule, G_GNUC_UNUSED GError **error)
{
  return scan (check, rule, WEEKDAY ",? (?:\\()?" DAY, judge_weekday)
         && scan (check, rule, "(?<![\\d/-])" DAY ",? \\(" WEEKDAY "\\)", judge_weekday);
}
