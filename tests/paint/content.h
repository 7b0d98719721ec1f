/* What a reader of the file makes of it, as far as the tests need it. */
#pragma once

#include <glib.h>

typedef struct {
  guint font, cid;
  double x, y; /* points, from the lower left corner */
  double size;
} Shown;

typedef struct {
  GPtrArray *contents; /* of GString: the content streams of the pages, in order */
  GPtrArray *widths;   /* of GArray of int: /W of the fonts in the order of the file */
  GPtrArray *unicodes; /* of GString: the ToUnicode maps in that order */
  GPtrArray *others;   /* of GString: all other streams, unpacked */
} File;

File *file_read (const GByteArray *bytes);
void file_free (File *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (File, file_free)

/* All glyphs that a page shows (GArray of Shown). */
GArray *file_show (const File *file, guint page);
