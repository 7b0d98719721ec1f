/* Picture files made by the tests themselves: a pattern without symmetry, so
 * that every turn of it is another picture. All are owned by the caller. */
#pragma once

#include <glib.h>

#include "pixels.h"

enum { MADE_WIDTH = 40, MADE_HEIGHT = 24 };

/* What stands in the metadata and must not be found in a copy. */
#define MADE_SERIAL "SERIAL-4711"
#define MADE_COMMENT "COMMENT-4711"
#define MADE_LATITUDE "exif:GPSLatitude=\"10,46.2N\""

/* Colours that run from corner to corner; with 4 components alpha runs, too. */
TkPixels *make_pixels_new (int width, int height, int components);

/* sRGB, by Little CMS. */
GBytes *make_profile_new (void);

/* The colours of sRGB, or gray, with samples that tell light and not its look. */
GBytes *make_linear_new (int components);

/* By libexif, with "Exif" and two zeros before it: orientation, the day
 * 2022-08-19, a position near Cần Thơ if wanted, a maker note with MADE_SERIAL. */
GBytes *make_exif_new (int orientation, gboolean position);

/* An XMP packet with MADE_LATITUDE. */
GBytes *make_xmp_new (void);

typedef struct {
  int components; /* 1, 3 or 4 (CMYK) */
  gboolean progressive;
  gboolean restarts;
  int orientation; /* 0: no EXIF */
  gboolean position;
  gboolean xmp, comment, profile;
  gboolean linear;    /* another profile */
  const char *behind; /* after the end of the picture */
} MakeJpeg;
GBytes *make_jpeg_new (const MakeJpeg *wanted);

typedef struct {
  int type, depth; /* PNG_COLOR_TYPE_ */
  gboolean interlaced;
  gboolean text;   /* tEXt with MADE_COMMENT, tIME, XMP in iTXt */
  int orientation; /* 0: no eXIf */
  gboolean profile, resolution, transparent;
  gboolean linear; /* another profile */
  const char *behind;
} MakePng;
GBytes *make_png_new (const MakePng *wanted);

/* A signature and an IHDR chunk with a good checksum, and no pixels. */
GBytes *make_png_head_new (guint width, guint height);

typedef struct {
  gboolean alpha, lossless;
  int orientation; /* 0: no EXIF */
  gboolean profile;
  int n_frames; /* more than 1: an animation; the frames after the first are black */
} MakeWebp;
GBytes *make_webp_new (const MakeWebp *wanted);

typedef struct {
  gboolean alpha;
  int orientation; /* of the file, by its own boxes; 0: none */
  gboolean exif;   /* with an orientation that is not to be heeded, and a position */
  gboolean profile;
  int n_pictures;
} MakeHeic;
/* NULL: libheif has no encoder for HEVC here. */
GBytes *make_heic_new (const MakeHeic *wanted);

/* A HEIC file by hand: a grid of one tile, which is the coded picture of
 * @heic. The sides that its properties claim, and those of its canvas. */
typedef struct {
  guint32 claimed_width, claimed_height, width, height;
} MakeGrid;
GBytes *make_heic_grid_new (GBytes *heic, const MakeGrid *wanted);
