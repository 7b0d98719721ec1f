/* Numbers as Vietnamese papers print them. All append to a GString.
 * Sources: Nghị định 30/2020/NĐ-CP and usage. */
#pragma once

#include <glib.h>

/* "2.450.314", "-7,5". @decimals: digits after the comma, 0 to 9; -1: as many
 * as the number has, at most 6. Not a finite number: appends nothing. */
void tk_number_append (GString *to, double number, int decimals);

/* The same for whole numbers of any size. */
void tk_number_append_whole (GString *to, gint64 number);

/* "một triệu không trăm linh năm nghìn": the northern, official forms (linh,
 * nghìn, tư after mươi, tỷ). */
void tk_number_append_words (GString *to, gint64 number);

/* "mười hai phẩy năm", for numbers with at most 6 decimals. */
void tk_number_append_decimal_words (GString *to, double number);

/* "nhất", "hai", "ba", "tư", "năm" …: what follows "thứ". */
void tk_number_append_ordinal (GString *to, gint64 number);

/* "XIV"; FALSE, with nothing appended, outside 1 to 3999. */
gboolean tk_number_append_roman (GString *to, gint64 number);
