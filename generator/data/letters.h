/* The letters of one paragraph, each with its look, and how they are written
 * as CommonMark 0.30: escaped, with emphasis where its rules of flanking
 * delimiter runs (section 6.2) let it stand. */
#pragma once

#include <glib.h>

typedef enum {
  TK_LETTER_BOLD = 1 << 0,
  TK_LETTER_ITALIC = 1 << 1,
} TkLetterLook;

typedef struct {
  gunichar c : 24; /* '\n' is a forced line break */
  guint look : 8;  /* TkLetterLook */
  guint link;      /* from 1: which of the links; 0 = none */
} TkLetter;

typedef enum {
  TK_PLACE_PARAGRAPH, /* also an item of a list */
  TK_PLACE_HEADING,   /* one line, no bold */
  TK_PLACE_CELL,      /* one line, no bars */
  TK_PLACE_HEAD,      /* a cell of the first row: no bold either */
} TkPlace;

/* (element-type TkLetter), freed by g_array_unref() */
GArray *tk_letters_new (void);

/* Control characters, soft hyphens and byte order marks are left out. */
void tk_letters_add (GArray *letters, const char *text, guint look, guint link);

/* Makes them fit to be written: NFC across runs, one space for many, none at
 * the ends of lines, no look on spaces between different looks, and no
 * emphasis that CommonMark could not express: punctuation at its edge is
 * moved out of it, as in “năm(**2022**)”. Gives how many emphases were lost. */
guint tk_letters_settle (GArray *letters, TkPlace place);

/* @letters: settled. @links (element-type utf8): the URLs. @indent: spaces at
 * the beginning of each line but the first. */
void tk_letters_write (const GArray *letters, TkPlace place, const GPtrArray *links, guint indent,
                       GString *to);
