/* The SQL functions and the collation that layouts may use, beside those of
 * SQLite. All are deterministic; NULL in the first argument gives NULL, unless
 * said otherwise. A wrong argument is an error of the query that names it.
 *
 * Dates are 2022-08-19, 2022-08 or 2022; the length is the precision.
 *   formal_date(date)       ngày 19 tháng 8 năm 2022 · tháng 8 năm 2022 · năm 2022
 *   short_date(date)        19/8/2022 · 06/02/2023 · 8/2022 · 2022
 *   date_range(from, to)    06-08/7/2023 · 30/4-02/5/2023 · 30/12/2022-02/01/2023; to may be NULL: one date
 *   date_phrase(from, to)   ngày 19/8/2022 · ngày 06-08/7/2023 · từ ngày 30/4 đến ngày 02/5/2023 · tháng
 * 8/2022 weekday(date)           thứ Sáu · Chủ nhật; NULL where the day is not known date_day(date),
 * date_month(date)   06 · 02 · 8: for forms with room between the words; NULL where not known
 *
 * Numbers
 *   vn_number(x [, decimals])   2.450.314 · 7,5
 *   vn_percent(x [, decimals])  12,5%
 *   vn_count(n)                 09 · 12 · 1.500: whole numbers below 10 with a leading 0
 *   vn_words(x)                 một nghìn không trăm linh một · mười hai phẩy năm · âm hai
 *   vn_ordinal(n)               thứ nhất · thứ tư · thứ hai mươi mốt
 *   roman(n)                    XIV, for 1 to 3999
 *   quantity(qualifier, min, max, unit)   hơn 100 đại biểu · từ 22% đến 140% · nhiều bộ sách. Codes as in the
 * schema, NULL is BANG; unit "%" has no space; NULL where there is no number to say
 *
 * Texts
 *   capital(text)           first letter upper case
 *   uncapital(text)         first letter lower case, but "LHTV" stays; not for texts that begin with a name
 *   upper(text), lower(text)   all letters of Unicode, in place of SQLite's, which know ASCII alone
 *   sentence(text)          exactly one mark at the end: "." unless there is . … ! ? already
 *   clause(text)            without . , ; : and spaces at the end, for joining; "…" and "v.v." stay
 *   word(code)              the printed word for a code: ONG ông · SANG sáng · BAO_CAO báo cáo; NULL: none
 *   list_vn(text, seq)      aggregate: A, B và C, in the order of seq; NULL and empty texts are left out,
 * none give NULL join_vn(text, seq, separator)   aggregate: A; B; C, in the order of seq
 *
 * Sorting
 *   ORDER BY name COLLATE VIETNAMESE   see collate.h
 *   ORDER BY person_key(name)          by given name (the last syllable), then the rest
 *   ORDER BY sort_key(text)            as COLLATE VIETNAMESE, for keys that are compared often
 */
#pragma once

#include <sqlite3.h>

#include <glib.h>

/* Registers them all. FALSE: out of memory. */
gboolean tk_functions_add (sqlite3 *connection);
