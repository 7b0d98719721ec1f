/* Colours for the press: from sRGB to inks, by Little CMS. Constant once made, so any thread may use it. */
#pragma once

#include "raster.h"

typedef enum { TK_COLOUR_RGB, TK_COLOUR_GRAY, TK_COLOUR_CMYK } TkColourKind;

typedef struct _TkInks TkInks;

/* @profile: path of an ICC output profile (CMYK), or NULL for that of the system (Debian: libgs-common,
 * libgs9-common). @most: all inks together, in percent: 240 to 400. TK_ERROR_USAGE for what is no such
 * profile or no such limit. Only CMYK asks for either. */
TkInks *tk_inks_new (TkColourKind kind, const char *profile, int most, GError **error);
void tk_inks_free (TkInks *inks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkInks, tk_inks_free)

TkColourKind tk_inks_kind (const TkInks *inks);

/* The profile that is the output intent; NULL for RGB. Borrowed. */
GBytes *tk_inks_profile (const TkInks *inks);

/* Names the conversion: the same text, the same inks for the same colours. For keeping what was converted. */
const char *tk_inks_name (const TkInks *inks);

/* Of 0xRRGGBB, in thousandths: cyan, magenta, yellow, black, of GRAY the black alone; of RGB nothing. What is
 * neutral is black alone. */
void tk_inks_mix (const TkInks *inks, guint32 colour, int ret_shares[4]);

/* Gray or sRGB samples (tk_picture_decode) to gray (0 = all black), or of CMYK to four inks (255 = all ink),
 * but there, too, to gray where nothing of the raster is coloured: black alone prints it sharper, and a
 * fourth of the samples is enough. Alpha stays. Three percent less ink than the limit, for what JPEG rounds
 * after it. Of RGB nothing. */
void tk_inks_convert (const TkInks *inks, TkRaster *raster);
