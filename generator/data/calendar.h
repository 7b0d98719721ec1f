/* Dates as Vietnamese papers print them. A date comes as ISO 8601 text:
 * 2022-08-19, 2022-08 or 2022; its length is its precision. Zero rule of
 * Nghị định 30/2020/NĐ-CP: days below 10 and months 1 and 2 have a leading 0. */
#pragma once

#include <glib.h>

typedef struct {
  int year, month, day; /* month, day: 0 where not known */
} TkDate;

/* FALSE, with @ret_date untouched, for anything that is no date. */
gboolean tk_calendar_parse (const char *text, TkDate *ret_date);

/* Does all of @date lie behind all of @other? 2022-08 is not after 2022-08-19. */
gboolean tk_calendar_is_after (TkDate date, TkDate other);

/* Days from @from to @until, with both; 0 where one of the days is not known. */
int tk_calendar_count_days (TkDate from, TkDate until);

/* "ngày 19 tháng 8 năm 2022", "tháng 8 năm 2022", "năm 2022". */
void tk_calendar_append_formal (GString *to, TkDate date);

/* "19/8/2022", "8/2022", "2022". */
void tk_calendar_append_short (GString *to, TkDate date);

/* "06-08/7/2023", "30/4-02/5/2023", "30/12/2022-02/01/2023", "3-5/2023", "2020-2022"; one date where both
 * are the same. Here and below @from is not after @until. Dates of two precisions are printed whole:
 * "19/8/2022-9/2022". */
void tk_calendar_append_range (GString *to, TkDate from, TkDate until);

/* "2020-2022", of the years alone; "2022" where they are the same. */
void tk_calendar_append_years (GString *to, TkDate from, TkDate until);

/* The same as tk_calendar_append_range with its words, for a sentence: "ngày 19/8/2022", "ngày 06-08/7/2023",
 * "từ ngày 30/4 đến ngày 02/5/2023", "tháng 8/2022", "năm 2022". */
void tk_calendar_append_phrase (GString *to, TkDate from, TkDate until);

/* As tk_calendar_append_formal, of two days: "từ ngày 06 đến ngày 08 tháng 7 năm 2023"; of months and years the
 * same. */
void tk_calendar_append_formal_range (GString *to, TkDate from, TkDate until);

/* "thứ Sáu", "Chủ nhật"; nothing where the day is not known. */
void tk_calendar_append_weekday (GString *to, TkDate date);

/* What a report covers; codes of the schema are the names without TK_PERIOD_. */
typedef enum {
  TK_PERIOD_NAM,              /* năm 2022 */
  TK_PERIOD_NHIEU_NAM,        /* giai đoạn 2021-2022; năm 2022 for one */
  TK_PERIOD_QUY,              /* quý I/2023 */
  TK_PERIOD_THANG,            /* tháng 8/2022; từ tháng 3 đến tháng 5/2023 */
  TK_PERIOD_NHIEM_KY,         /* nhiệm kỳ 2020-2022 */
  TK_PERIOD_NUA_DAU_NHIEM_KY, /* nửa đầu nhiệm kỳ 2022-2024, the years of the whole term */
  TK_PERIOD_NUA_CUOI_NHIEM_KY /* nửa cuối nhiệm kỳ 2022-2024, the same */
} TkPeriod;

/* FALSE: no such code. */
gboolean tk_calendar_find_period (const char *code, TkPeriod *ret_period);

/* FALSE, with nothing appended: NAM over two years, QUY over two quarters, QUY
 * or THANG without months. */
gboolean tk_calendar_append_period (GString *to, TkPeriod period, TkDate from, TkDate until);
