/* The pictures of a paper, made ready for print on worker threads; what was made is kept in a cache. What
 * comes out depends on the pictures alone: not on the cache, the threads, or their number. */
#pragma once

#include "cache.h"
#include "print.h"

typedef struct {
  gboolean wanted;    /* FALSE: pictures are only decoded to know that they are whole */
  const TkInks *inks; /* NULL: sRGB */
  TkCache *cache;     /* NULL: none */
} TkPrintOptions;

typedef struct _TkPrints TkPrints;

/* @options is copied; what it points to is borrowed. NULL: not wanted. */
TkPrints *tk_prints_new (const TkPrintOptions *options);
void tk_prints_free (TkPrints *prints);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPrints, tk_prints_free)

/* All of them, @pictures by their index, at the sizes that their owner wants by now; may be called once.
 * TK_ERROR_DATA: the first that is broken. The memory in use is bounded: not more pictures are decoded at a
 * time than fit, but for one alone that is larger.
 *
 * The cache holds, for a file by device, inode, size and times (so that it need not be read), that it is
 * whole and the SHA-256 of what is in it; and the print under that. Of a file that is younger than the tick
 * of its file system's clock, and of small ones, which are as quickly decoded, nothing is kept. */
gboolean tk_prints_make (TkPrints *prints, const TkPicture *const *pictures, guint n, GError **error);

/* None yet; for those in other inks, kept in the same cache. */
TkPrints *tk_prints_other_new (const TkPrints *prints, const TkInks *inks);

/* NULL: not wanted, or not in @inks; of no prints, too. */
const TkPrint *tk_prints_find (const TkPrints *prints, const TkInks *inks, guint index);
