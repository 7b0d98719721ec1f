/* Texts of Vietnamese offices from before Unicode: what they are written in,
 * and the same as UTF-8 in NFC.
 *
 * There are two layers. The bytes of a file may be UTF-8, UTF-16 or a legacy
 * encoding. And Unicode text may be masked: its characters are legacy bytes
 * seen through Windows-1252, as sheets written in the fonts .VnTime or VNI-Times
 * hold them ("Céng hoµ x· héi", "Coäng hoøa xaõ hoäi"), and UTF-8 that was read
 * as Windows-1252 ("Cá»™ng hÃ²a").
 *
 * A text is taken for legacy only when its words become Vietnamese syllables by
 * it and are neither Vietnamese nor Latin words as they stand. Nothing is
 * guessed from a word or two: TK_ENCODING_AUTO is the answer then. */
#pragma once

#include <glib.h>

typedef enum {
  TK_ENCODING_AUTO, /* asked: recognise it; answered: not known */
  TK_ENCODING_UTF8,
  TK_ENCODING_UTF16LE,
  TK_ENCODING_UTF16BE,
  TK_ENCODING_TCVN3,  /* TCVN 5712:1993: VN3 (ABC), and the capitals that VN1 has beyond it */
  TK_ENCODING_VNI,    /* VNI for Windows */
  TK_ENCODING_VISCII, /* RFC 1456 */
  TK_ENCODING_WINDOWS_1258,
  TK_ENCODING_WINDOWS_1252,
  TK_ENCODING_N
} TkEncoding;

typedef struct {
  TkEncoding encoding; /* of the bytes */
  TkEncoding behind;   /* of the bytes that the characters are: WINDOWS_1252, where they are what they seem;
                          never UTF-16 */
  gboolean mixed;      /* beside legacy text, some is Vietnamese in Unicode */
  guint confidence;    /* in hundredths: the words that speak for it, of those that speak at all */
  guint n_words;       /* that speak for it, each counted once */
} TkEncodingVerdict;

/* What a conversion could not know. Added to, never reset. */
typedef struct {
  guint n_lost;   /* bytes and characters without meaning; U+FFFD, or as Windows-1252 shows them */
  guint n_case;   /* words that may be small or capital */
  guint n_unsure; /* passages left as they are, that may be legacy text */
} TkEncodingDoubts;

/* auto, utf-8, utf-16, tcvn3, vni, viscii, windows-1258, windows-1252; case is
 * of no account. utf-16 is UTF16LE until a byte order mark says otherwise.
 * FALSE: none of these. */
gboolean tk_encoding_parse (const char *name, TkEncoding *ret_encoding);

/* The name as above, of UTF-16BE too. */
const char *tk_encoding_find_name (TkEncoding encoding);

typedef struct TkEncodingSurvey TkEncodingSurvey;

TkEncodingSurvey *tk_encoding_survey_new (void);
void tk_encoding_survey_free (TkEncodingSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkEncodingSurvey, tk_encoding_survey_free)

/* The next piece of a file, cut anywhere. The first decides about byte order
 * marks and has 2 bytes at least. */
void tk_encoding_survey_add (TkEncodingSurvey *survey, const char *bytes, gsize length);

/* One text of many, as the cell of a spreadsheet is: it ends a word. */
void tk_encoding_survey_add_text (TkEncodingSurvey *survey, const char *text);

/* What was added, as a whole. Where @asked is not AUTO it is the answer, and
 * the survey says only in which layer: UTF-8 text is masked by it, other bytes
 * are written in it. May be asked at any time, and again after more. */
TkEncodingVerdict tk_encoding_survey_judge (TkEncodingSurvey *survey, TkEncoding asked);

/* One text, in the light of @whole; NULL: by itself. ASCII is UTF-8. */
TkEncodingVerdict tk_encoding_judge (const char *text, gsize length, const TkEncodingVerdict *whole);

/* Appends @text as valid UTF-8 in NFC, a byte order mark left out. @whole: of the
 * file or sheet; where some of it may be in Unicode, each line and then each
 * clause or cell of a line is judged by itself. ASCII is copied and costs
 * nothing. FALSE: @whole does not know, and there are bytes that are no UTF-8;
 * they are U+FFFD now. */
gboolean tk_encoding_append (GString *to, const char *text, gsize length, const TkEncodingVerdict *whole,
                             TkEncodingDoubts *doubts);
