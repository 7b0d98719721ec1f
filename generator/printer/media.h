/* Sizes of paper: as people call them, as the standard does (PWG 5101.1), and as one printer does. */
#pragma once

#include "exchange.h"

typedef struct {
  int width, length; /* hundredths of a millimetre; the shorter side first */
  char name[64];     /* for people: A4, 190 × 270 mm */
  char keyword[128]; /* of PWG 5101.1, or the printer's own */
  gboolean free;     /* has no name at the printer, which takes any size */
  gboolean loaded;   /* is known to lie in a tray */
} TkMedia;

/* What was typed: A4, a4, Letter, 190x270mm, 19x27cm, iso_a4_210x297mm. FALSE: no size is called so. */
gboolean tk_media_find (const TkCups *call, const char *typed, TkMedia *ret_media);

/* The size of a page, be it upright or not. */
void tk_media_measure (const TkCups *call, int width, int length, TkMedia *ret_media);

/* Are they sheets of one size? Within a millimetre, since printers round inches. */
gboolean tk_media_equal (const TkMedia *a, const TkMedia *b);

/* Has the printer paper of this size? Fills in @media's keyword, free and loaded. A printer that names no
 * sizes is taken to have all. */
gboolean tk_media_match (const TkPrinter *printer, TkMedia *media);

/* The sizes that the printer has, for people: "A3, A4, 190 × 270 mm". */
char *tk_media_list_new (const TkPrinter *printer);
