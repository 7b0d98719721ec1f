/* A font face as the painters need it: the file, and what was measured once.
 * Faces are owned by the galley. */
#pragma once

#include "unit.h"

typedef struct {
  guint id;           /* from 0, dense within one galley, in order of first use */
  const char *family; /* "Tinos" */
  const char *name;   /* "Tinos Bold", for messages */
  const char *file;   /* path, for messages and for the record of fonts used */
  int index;          /* of the face within its file */
  const guint8 *data; /* the whole file */
  gsize size;
  int units_per_em;
  guint32 space;     /* glyph id of U+0020 */
  int space_advance; /* of it, in font units */
  /* In font units, y upwards. Ink over all Vietnamese letters, not the face's
   * own claim: Tinos Bold Ẵ stands 0.025 em above its ascent. */
  int ascent, descent; /* of hhea; descent is negative */
  int line_gap;
  int ink_top, ink_bottom; /* highest and lowest ink; bottom is negative */
  int cap_height;          /* ink of H; 0: it has none */
  guint16 rights;          /* fsType of its table OS/2: what its maker allows; 0: everything */
} TkFace;
