/* The SQL functions and the collation that layouts may use, beside those of
 * SQLite. All are deterministic; NULL in the first argument gives NULL, unless
 * said otherwise. A wrong argument is an error of the query that names it.
 * "decimals" are 0 to 9 digits after the comma, filled up with zeros; without
 * them a number shows as many as it has, at most 6.
 *
 * Dates are 2022-08-19, 2022-08 or 2022; the length is the precision. Where a
 * function takes two, to may be NULL: one date; to before from is an error.
 *   formal_date(date)           ngày 19 tháng 8 năm 2022 · tháng 8 năm 2022 · năm 2022
 *   short_date(date)            19/8/2022 · 06/02/2023 · 8/2022 · 2022
 *   date_range(from, to)        06-08/7/2023 · 30/4-02/5/2023 · 30/12/2022-02/01/2023 · 3-5/2023
 *   date_phrase(from, to)       ngày 06-08/7/2023 · từ ngày 30/4 đến ngày 02/5/2023 · tháng 8/2022
 *   formal_range(from, to)      từ ngày 06 đến ngày 08 tháng 7 năm 2023 · ngày 19 tháng 8 năm 2022
 *   weekday(date)               thứ Sáu · Chủ nhật; NULL where the day is not known
 *   date_day(date)              06: for forms with room between the words; NULL where not known
 *   date_month(date)            02 · 8: the same
 *   days_between(from, to)      3 for 2023-07-06 and 2023-07-08; NULL where a day is not known
 *   term_label(from, to)        2020-2022, of years or dates; one year is 2022
 *   period_phrase(kind, from, to):
 *     NAM                       năm 2022; from and to in one year
 *     NHIEU_NAM                 giai đoạn 2021-2022; one year is năm 2022
 *     QUY                       quý I/2023; from and to in one quarter
 *     THANG                     tháng 8/2022 · từ tháng 3 đến tháng 5/2023
 *     NHIEM_KY                  nhiệm kỳ 2020-2022
 *     NUA_DAU_NHIEM_KY          nửa đầu nhiệm kỳ 2022-2024; from and to are those of the term
 *     NUA_CUOI_NHIEM_KY         nửa cuối nhiệm kỳ 2022-2024; the same
 *
 * Numbers. Halves are rounded away from zero, of the number as people see it:
 * 2.5 is 3, 0.145 is 0,15. There is no -0.
 *   vn_number(x [, decimals])   2.450.314 · 7,5 · 12,00
 *   vn_percent(x [, decimals])  12,5%
 *   vn_signed(x [, decimals])   +12,5 · -3 · 0
 *   vn_count(n)                 09 · 12 · 1.500: whole numbers below 10 with a leading 0
 *   vn_words(x [, options])     một nghìn không trăm linh một · mười hai phẩy năm · âm hai
 *   vn_money_words(n [, options])   Một triệu năm trăm nghìn đồng; n is whole
 *   vn_ordinal(n [, options])   thứ nhất · thứ tư · thứ hai mươi mốt
 *     options                   'lẻ,ngàn,bốn,tỉ': of linh or lẻ, nghìn or ngàn, tư or bốn, tỷ or tỉ
 *   roman(n)                    XIV, for 1 to 3999
 *   quantity(qualifier, min, max, unit)   hơn 100 đại biểu · từ 22% đến 140% · nhiều bộ sách; NULL
 *                               where there is no number to say. Codes as in the schema, NULL is
 *                               BANG; unit "%" has no space
 *
 * Comparison. NULL in either figure gives NULL.
 *   share(part, whole [, decimals])   12.5 percent, a REAL; NULL where whole is 0. Without decimals
 *                               it is not rounded
 *   growth(now, before)         -3.2 percent, a REAL; NULL where before is not above 0
 *   growth_words(now, before [, decimals])   tăng 12,5% · giảm 3,2% · không đổi; NULL as growth.
 *                               Without decimals one at most; more where it would show 0
 *   difference_words(now, before, unit)   tăng 1.240 thẻ · giảm 3 lớp · không đổi; unit may be NULL,
 *                               "%" has no space
 *
 * Texts
 *   capital(text)               first letter upper case
 *   uncapital(text)             first letter lower case, but "LHTV" stays; not where a name begins
 *   upper(text), lower(text)    all letters of Unicode; SQLite's know ASCII alone
 *   letterhead(name)            in capitals, as the head of a paper shows a body: lines of at most 23 letters
 *                               where the name has places to break it, parted by "|":
 *                               LIÊN HIỆP THƯ VIỆN|ĐỒNG BẰNG SÔNG HỒNG
 *   sentence(text)              exactly one mark at the end: "." unless there is . … ! ? already; "..." is "…"
 *   clause(text [, open])       without . , ; : and spaces at the end, for joining; "…", "v.v." stay, "..." is "…".
 *                               open, where it is true: with "…" unless the end says already that it goes on
 *   word(code)                  ONG ông · SANG sáng · BAO_CAO báo cáo; NULL: there is no word
 *   list_vn(text, seq)          aggregate, in the order of seq, then of the rows: A, B và C; where one
 *                               has a comma or "và" of its own A, a; B và C; where the last has it
 *                               A; B; C và c; where it ends with "…" A, B, C…
 *                               NULL and empty texts are left out, none give NULL
 *   join_vn(text, seq, separator)   aggregate: A; B; C, the same with the separator given. In both the texts lose
 *                               what clause takes off their ends where "," or ";" parts them
 *
 * Sorting
 *   COLLATE VIETNAMESE          ORDER BY name COLLATE VIETNAMESE; see collate.h
 *   person_key(name)            ORDER BY person_key(coalesce(sort_name, name)): by given name, the
 *                               last syllable, then the rest
 *   sort_key(text)              as COLLATE VIETNAMESE, for keys that are compared often
 *
 * Searching. Keys that are equal for what people take for the same; see fold.h.
 *   fold(text)                  trinh thi thuy: no case, tones, hats, nor signs at the ends
 *   fold_tone(text)             trịnh thị thủy, for Thuỷ and Thủy: letters and tones stay
 *   name_distance(a, b)         0: the same as fold_tone has it; 1 for each tone, hat, space or sign
 *                               that differs; 4 for each letter or digit that is another, is missing
 *                               or changed places with its neighbour. Up to 4: perhaps one name in
 *                               two spellings. NULL in either gives NULL; at most 1000 bytes
 *
 * Names over time. Of several that were valid the one with the latest date_from
 * counts, then the lowest id; in a month or a year, what was valid in any part of
 * it. NULL as date gives what stands behind else. Not for views of a schema.
 *   org_name_at(org, date)      the CHINH_THUC text of org_name, where it has dates, else org.name
 *   org_short_at(org, date)     the VIET_TAT text of org_name, likewise, else org.short_name
 *   place_name_at(place, date)  the text of place_name, likewise, else place.name
 *
 * Pictures
 *   picture_colour(file [, white])   #1F5A66: the colour that leads in a picture, as dark as white text on it
 *                               needs for a contrast of 7 : 1; white: so much white in percent for tints,
 *                               0 to 100. NULL where the file does not lie below the folder of the database, is no
 *                               JPEG or PNG, is broken, or is gray
 */
#pragma once

#include <sqlite3.h>

#include <glib.h>

/* Registers them all. @path: of the database, beside which pictures lie; NULL: it is in memory. FALSE: out of
 * memory. */
gboolean tk_functions_add (sqlite3 *connection, const char *path);

/* Takes those away that read the records, with the statements that they keep. To
 * be called before the connection is closed: SQLite frees functions only after the
 * last statement, and these statements only with their functions. */
void tk_functions_remove (sqlite3 *connection);
