/* What the painters share, so that they cannot disagree: the order in which
 * the marks of a page are drawn, and how pictures are turned. */
#pragma once

#include "pages.h"

typedef enum {
  TK_PART_LAYOUT,  /* rules and what else belongs to no element: below the text */
  TK_PART_RUNNING, /* running heads, page numbers, repeated table heads */
  TK_PART_CONTENT,
  TK_PART_FOOT,      /* running feet */
  TK_PART_WATERMARK, /* below everything */
  TK_PART_LINE_NUMBER,
} TkPart;

typedef struct {
  const TkMark *mark;
  TkUnit x, y; /* the mark's place on the page, y downwards */
  TkPart part;
  guint32 rank; /* of its node in the document */
} TkDrawn;

typedef struct _TkReading TkReading;

TkReading *tk_reading_new (void);
void tk_reading_free (TkReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkReading, tk_reading_free)

/* The marks of @page: first what is no content, in the order of the page, bands of one colour that go on from
 * strip to strip as one, then the content in the order of the document tree, an item's label before its text.
 * Valid until the next call. */
const TkDrawn *tk_reading_order (TkReading *reading, const TkPage *page, guint *ret_n);

/* Where the unit square of a stored picture goes: x' = a x + c y + e,
 * y' = b x + d y + f, y upwards. */
typedef struct {
  gint64 a, b, c, d, e, f;
} TkPlacing;

/* Puts a picture, stored turned or mirrored as its EXIF orientation (1 to 8)
 * says, upright into a box. The unit is that of the box. */
TkPlacing tk_picture_place (int orientation, gint64 left, gint64 bottom, gint64 width, gint64 height);
