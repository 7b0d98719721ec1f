/* Numbers as Vietnamese papers print them. All append to a GString.
 * Sources: Nghị định 30/2020/NĐ-CP and usage. */
#pragma once

#include <glib.h>

/* "2.450.314", "-7,5". @decimals: digits after the comma, 0 to 9; -1: as many
 * as the number has, at most 6. Halves are rounded away from zero, of the number
 * as people see it, in 15 digits: 0.145 is 0,15 though the nearest double lies
 * below it. There is no "-0". Not a finite number: appends nothing. */
void tk_number_append (GString *to, double number, int decimals);

/* The same with a sign before all but zero: "+12,5", "-3", "0". */
void tk_number_append_signed (GString *to, double number, int decimals);

/* The number that tk_number_append prints. */
double tk_number_round (double number, int decimals);

/* The same for whole numbers of any size. */
void tk_number_append_whole (GString *to, gint64 number);

/* How numbers are spoken. 0 is the northern, official way: linh, nghìn, tư, tỷ. */
typedef enum {
  TK_SPEECH_LE = 1 << 0,   /* một trăm lẻ năm, not linh */
  TK_SPEECH_NGAN = 1 << 1, /* một ngàn, not nghìn */
  TK_SPEECH_BON = 1 << 2,  /* hai mươi bốn, not tư; 4 alone is bốn in both */
  TK_SPEECH_TI = 1 << 3,   /* một tỉ, not tỷ */
} TkSpeech;

/* Reads "lẻ, ngàn": some of linh, lẻ, nghìn, ngàn, tư, bốn, tỷ, tỉ with commas
 * between; of two that exclude each other the later counts. FALSE: there is
 * another word. */
gboolean tk_number_parse_speech (const char *text, TkSpeech *ret_speech);

/* "một triệu không trăm linh năm nghìn". */
void tk_number_append_words (GString *to, gint64 number, TkSpeech speech);

/* "mười hai phẩy năm", for numbers with at most 6 decimals. */
void tk_number_append_decimal_words (GString *to, double number, TkSpeech speech);

/* "nhất", "hai", "ba", "tư", "năm" …: what follows "thứ". */
void tk_number_append_ordinal (GString *to, gint64 number, TkSpeech speech);

/* "XIV"; FALSE, with nothing appended, outside 1 to 3999. */
gboolean tk_number_append_roman (GString *to, gint64 number);
