/* A picture made ready for print: as many pixels as are printed, in the colours of the paper, coded as a PDF
 * holds them (ISO 32000-1, 7.4.4 and 7.4.8). */
#pragma once

#include "inks.h"
#include "picture.h"

typedef enum {
  TK_PRINT_AS_IS,   /* what the file has (tk_picture_data_new), with its colour profile; nothing else is said
                     * of it here */
  TK_PRINT_JPEG,    /* written anew */
  TK_PRINT_SAMPLES, /* of 8 bits, in zlib's format; transparent parts apart from them */
} TkPrintKind;

typedef struct {
  TkPrintKind kind;
  int width, height, components;
  GBytes *bytes; /* NULL: as it is */
  GBytes *alpha; /* NULL: all is opaque */
} TkPrint;

void tk_print_clear (TkPrint *print);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkPrint, tk_print_clear)

/* Whether the file goes in as it is, if it is whole, so that there is nothing to make: a JPEG of colours, not
 * of inks, or a PNG that has row_bits; one that does not exceed what is printed, where no other inks are
 * wanted. */
gboolean tk_print_is_as_is (const TkPicture *picture, const TkInks *inks);

/* For the size that the owner of @picture wants, in @inks or, if NULL, in sRGB or gray. A JPEG becomes a
 * JPEG, unless that makes it larger; another PNG becomes samples. The same bytes at any time, from any
 * thread. TK_ERROR_DATA: the picture is broken, be it behind the pixels. */
gboolean tk_print_make (const TkPicture *picture, const TkInks *inks, TkPrint *ret_print, GError **error);

/* Names all that it depends on but the picture itself: sizes, colours, and the programs that make it. */
char *tk_print_name_new (const TkPicture *picture, const TkInks *inks);

/* All of it in a row of bytes. Read from foreign ones: FALSE for what is not of that form. */
GBytes *tk_print_pack_new (const TkPrint *print);
gboolean tk_print_unpack (GBytes *packed, TkPrint *ret_print);
