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

/* "ngày 19 tháng 8 năm 2022", "tháng 8 năm 2022", "năm 2022". */
void tk_calendar_append_formal (GString *to, TkDate date);

/* "19/8/2022", "8/2022", "2022". */
void tk_calendar_append_short (GString *to, TkDate date);

/* "06-08/7/2023", "30/4-02/5/2023", "30/12/2022-02/01/2023"; one date where both are the same. */
void tk_calendar_append_range (GString *to, TkDate from, TkDate until);

/* The same with its words, for a sentence: "ngày 19/8/2022", "ngày 06-08/7/2023",
 * "từ ngày 30/4 đến ngày 02/5/2023", "tháng 8/2022", "năm 2022". */
void tk_calendar_append_phrase (GString *to, TkDate from, TkDate until);

/* "thứ Sáu", "Chủ nhật"; nothing where the day is not known. */
void tk_calendar_append_weekday (GString *to, TkDate date);
