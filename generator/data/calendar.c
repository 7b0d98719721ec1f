/* Comes in: dates in ISO 8601. Goes out: their Vietnamese forms. Knows nothing
 * of the database, nor of today. */
#include "calendar.h"

#include <string.h>

/* Reads @n digits at @text. -1: they are none. */
static int
read_digits (const char *text, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

gboolean
tk_calendar_parse (const char *text, TkDate *ret_date)
{
  TkDate date = {0};
  gsize length = strlen (text);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  date.year = read_digits (text, 4);
  if (date.year < 1)
    return FALSE;
  if (length > 4) {
    date.month = text[4] == '-' ? read_digits (text + 5, 2) : -1;
    if (date.month < 1 || date.month > 12)
      return FALSE;
  }
  if (length > 7) {
    date.day = text[7] == '-' ? read_digits (text + 8, 2) : -1;
    if (date.day < 1
        || !g_date_valid_dmy ((GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year))
      return FALSE;
  }
  *ret_date = date;
  return TRUE;
}

gboolean
tk_calendar_is_after (TkDate date, TkDate other)
{
  if (date.year != other.year)
    return date.year > other.year;
  if (date.month == 0 || other.month == 0 || date.month != other.month)
    return other.month != 0 && date.month > other.month;
  return other.day != 0 && date.day > other.day;
}

static GDate
make_day (TkDate date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return day;
}

int
tk_calendar_count_days (TkDate from, TkDate until)
{
  if (from.day == 0 || until.day == 0)
    return 0;
  const GDate first = make_day (from), last = make_day (until);
  return g_date_days_between (&first, &last) + 1;
}

static void
append_day (GString *to, int day)
{
  g_string_append_printf (to, "%02d", day);
}

static void
append_month (GString *to, int month)
{
  g_string_append_printf (to, month <= 2 ? "%02d" : "%d", month);
}

void
tk_calendar_append_formal (GString *to, TkDate date)
{
  if (date.day != 0) {
    g_string_append (to, "ngày ");
    append_day (to, date.day);
    g_string_append_c (to, ' ');
  }
  if (date.month != 0) {
    g_string_append (to, "tháng ");
    append_month (to, date.month);
    g_string_append_c (to, ' ');
  }
  g_string_append_printf (to, "năm %d", date.year);
}

/* "19/8": what is known below the year. */
static void
append_day_month (GString *to, TkDate date)
{
  if (date.day != 0) {
    append_day (to, date.day);
    g_string_append_c (to, '/');
  }
  if (date.month != 0)
    append_month (to, date.month);
}

void
tk_calendar_append_short (GString *to, TkDate date)
{
  append_day_month (to, date);
  g_string_append_printf (to, date.month != 0 ? "/%d" : "%d", date.year);
}

static gboolean
is_same (TkDate a, TkDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* Is as much known of @a as of @b? */
static gboolean
is_as_precise (TkDate a, TkDate b)
{
  return (a.month == 0) == (b.month == 0) && (a.day == 0) == (b.day == 0);
}

void
tk_calendar_append_range (GString *to, TkDate from, TkDate until)
{
  if (is_same (from, until)) {
    tk_calendar_append_short (to, from);
    return;
  }
  if (from.year != until.year || !is_as_precise (from, until))
    tk_calendar_append_short (to, from);
  else if (from.month != until.month)
    append_day_month (to, from);
  else
    append_day (to, from.day);
  g_string_append_c (to, '-');
  tk_calendar_append_short (to, until);
}

static const char *
name_precision (TkDate date)
{
  return date.day != 0 ? "ngày " : date.month != 0 ? "tháng " : "năm ";
}

void
tk_calendar_append_phrase (GString *to, TkDate from, TkDate until)
{
  gboolean within_month = from.year == until.year && from.month == until.month && is_as_precise (from, until);

  if (within_month) {
    g_string_append (to, name_precision (from));
    tk_calendar_append_range (to, from, until);
    return;
  }
  g_string_append_printf (to, "từ %s", name_precision (from));
  if (from.year == until.year && from.month != 0)
    append_day_month (to, from);
  else
    tk_calendar_append_short (to, from);
  g_string_append_printf (to, " đến %s", name_precision (until));
  tk_calendar_append_short (to, until);
}

void
tk_calendar_append_formal_range (GString *to, TkDate from, TkDate until)
{
  const gboolean one_year = from.year == until.year && from.month != 0 && is_as_precise (from, until);

  if (is_same (from, until)) {
    tk_calendar_append_formal (to, from);
    return;
  }
  g_string_append (to, "từ ");
  if (!one_year) {
    tk_calendar_append_formal (to, from);
  } else if (from.day == 0) {
    g_string_append (to, "tháng ");
    append_month (to, from.month);
  } else {
    g_string_append (to, "ngày ");
    append_day (to, from.day);
    if (from.month != until.month) {
      g_string_append (to, " tháng ");
      append_month (to, from.month);
    }
  }
  g_string_append (to, " đến ");
  tk_calendar_append_formal (to, until);
}

void
tk_calendar_append_weekday (GString *to, TkDate date)
{
  static const char *const names[] = {"",        "thứ Hai", "thứ Ba",  "thứ Tư",
                                      "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};

  if (date.day == 0)
    return;
  const GDate day = make_day (date);
  g_string_append (to, names[g_date_get_weekday (&day)]);
}

void
tk_calendar_append_years (GString *to, TkDate from, TkDate until)
{
  g_string_append_printf (to, "%d", from.year);
  if (until.year != from.year)
    g_string_append_printf (to, "-%d", until.year);
}

static const struct {
  const char *code, *words;
} periods[] = {
    [TK_PERIOD_NAM] = {"NAM", "năm "},
    [TK_PERIOD_NHIEU_NAM] = {"NHIEU_NAM", "giai đoạn "},
    [TK_PERIOD_QUY] = {"QUY", "quý "},
    [TK_PERIOD_THANG] = {"THANG", ""},
    [TK_PERIOD_NHIEM_KY] = {"NHIEM_KY", "nhiệm kỳ "},
    [TK_PERIOD_NUA_DAU_NHIEM_KY] = {"NUA_DAU_NHIEM_KY", "nửa đầu nhiệm kỳ "},
    [TK_PERIOD_NUA_CUOI_NHIEM_KY] = {"NUA_CUOI_NHIEM_KY", "nửa cuối nhiệm kỳ "},
};

gboolean
tk_calendar_find_period (const char *code, TkPeriod *ret_period)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].code, code)) {
      *ret_period = (TkPeriod) i;
      return TRUE;
    }
  return FALSE;
}

gboolean
tk_calendar_append_period (GString *to, TkPeriod period, TkDate from, TkDate until)
{
  static const char *const quarters[] = {"I", "II", "III", "IV"};
  const gboolean one_year = from.year == until.year, months = from.month != 0 && until.month != 0;
  const int quarter = (from.month - 1) / 3;

  switch (period) {
  case TK_PERIOD_QUY:
    if (!months || !one_year || (until.month - 1) / 3 != quarter)
      return FALSE;
    g_string_append_printf (to, "%s%s/%d", periods[period].words, quarters[quarter], from.year);
    return TRUE;
  case TK_PERIOD_THANG:
    if (!months)
      return FALSE;
    from.day = until.day = 0;
    tk_calendar_append_phrase (to, from, until);
    return TRUE;
  case TK_PERIOD_NAM:
    if (!one_year)
      return FALSE;
    break;
  case TK_PERIOD_NHIEU_NAM:
    period = one_year ? TK_PERIOD_NAM : period;
    break;
  case TK_PERIOD_NHIEM_KY:
  case TK_PERIOD_NUA_DAU_NHIEM_KY:
  case TK_PERIOD_NUA_CUOI_NHIEM_KY:
    break;
  }
  g_string_append (to, periods[period].words);
  tk_calendar_append_years (to, from, until);
  return TRUE;
}
