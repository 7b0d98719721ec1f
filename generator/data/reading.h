/* How a word looks in each encoding it may be in, and what many words say
 * together. A word here is a run of ASCII letters and other bytes above 7F. */
#pragma once

#include <glib.h>

#include "encoding.h"

/* Better ones are greater. */
typedef enum {
  TK_FIT_NONE,
  TK_FIT_WORD,     /* a Latin word of another language, an abbreviation */
  TK_FIT_SYLLABLE, /* Vietnamese, with letters beyond ASCII */
} TkFit;

typedef struct {
  gboolean utf8;          /* its bytes are */
  gboolean plain;         /* as it stands: no more than ASCII, typographic marks and no-break spaces */
  gboolean mute;          /* as it stands: no letter beyond ASCII */
  gboolean long_sequence; /* behind it is a character that takes three bytes in UTF-8 */
  TkFit as_is;            /* as UTF-8, else as Windows-1252 */
  TkFit behind[TK_ENCODING_N];
} TkReading;

/* By how many words, for each encoding. */
typedef struct {
  guint n_for[TK_ENCODING_N];        /* syllables in it, and none as they stand */
  guint n_strong[TK_ENCODING_N];     /* of these, those that are not even words as they stand */
  guint n_vietnamese[TK_ENCODING_N]; /* syllables as they stand, none in it */
  guint n_foreign[TK_ENCODING_N];    /* words as they stand, no syllables in it */
  guint n_bad[TK_ENCODING_N];        /* neither */
  guint n_long;                      /* of n_for[UTF8]: long_sequence */
  guint n, n_plain, n_mute, n_as_is; /* all; plain; mute; words or syllables as they stand */
} TkTally;

/* Nothing to convert. Controls are capitals in TCVN3 and VISCII; a NUL is no text. */
gboolean tk_reading_is_ascii (const char *text, gsize length, TkEncoding encoding);

/* The next run in @text from *@at on that is not all ASCII; *@at moves behind it.
 * FALSE: none. */
gboolean tk_reading_find_run (const char *text, gsize length, gsize *at, gsize *ret_begin, gsize *ret_end);

/* @raw: what is behind is read from the bytes even if they are UTF-8. @only: what
 * may be behind; AUTO: any. */
void tk_reading_measure (const char *run, gsize length, gboolean raw, TkEncoding only,
                         TkReading *ret_reading);

void tk_tally_add (TkTally *tally, const TkReading *reading);

/* The encoding that explains the words, or WINDOWS_1252 where they stand as they
 * should, or AUTO. */
TkEncoding tk_tally_judge (const TkTally *tally);

/* The units of legacy.h that are behind UTF-8 text, appended (gunichar). */
void tk_reading_unmask (const char *text, gsize length, GArray *units);
