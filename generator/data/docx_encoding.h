/* Text of Word files from before Unicode: the fonts .VnTime, .VnTimeH … show the
 * bytes of TCVN3 as letters, those that begin with VNI- the bytes of VNI. Text
 * that was pasted elsewhere has lost its font, and is recognised by its words. */
#pragma once

#include "docx_tally.h"
#include "encoding.h"

/* What the letters of a font are; WINDOWS_1252: what they seem. @font may be NULL. */
TkEncoding tk_docx_font_encoding (const char *font);

/* @text in Unicode. @whole: what text in other fonts is written in. The kinds of
 * conversion and doubt are counted in @tally. */
char *tk_docx_decode_new (const char *font, const char *text, const TkEncodingVerdict *whole,
                          TkDocxTally *tally);
