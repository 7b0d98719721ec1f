/* Comes in: a JPEG file. Goes out: its segments, found or left out (ISO/IEC
 * 10918-1, annex B). Must not know how pixels are coded: libjpeg does. */
#include <string.h>

#include "jpeg.h"

enum {
  START_OF_IMAGE = 0xD8,
  END_OF_IMAGE = 0xD9,
  START_OF_SCAN = 0xDA,
  FIRST_RESTART = 0xD0,
  LAST_RESTART = 0xD7,
  APP0 = 0xE0,
  APP1 = 0xE1,
  APP2 = 0xE2,
  APP14 = 0xEE,
  APP15 = 0xEF,
  COMMENT = 0xFE,
};

/* Programs write some ten scans. Each is as much work as the whole picture, be it empty. */
enum { MOST_SCANS = 100 };

static const char jfif[] = "JFIF", adobe[] = {'A', 'd', 'o', 'b', 'e'}, icc[] = "ICC_PROFILE";

typedef struct {
  guint8 marker;
  const guint8 *start; /* the 0xFF before the marker */
  gsize size;          /* from @start; that of a scan has its coded data in it */
} Segment;

/* Coded data end at a marker; restarts and a zero after 0xFF are part of them. */
static gsize
find_scan_end (const guint8 *bytes, gsize size, gsize at)
{
  while (at + 1 < size) {
    const guint8 *found = memchr (bytes + at, 0xFF, size - 1 - at);
    if (found == NULL)
      return size;
    const guint8 next = found[1];
    at = (gsize) (found - bytes);
    if (next == 0xFF)
      at++;
    else if (next == 0 || (next >= FIRST_RESTART && next <= LAST_RESTART))
      at += 2;
    else
      return at;
  }
  return size;
}

/* Without the coded data of a scan. FALSE: there is no whole segment at @at. */
static gboolean
read_head (const guint8 *bytes, gsize size, gsize *at, Segment *segment)
{
  while (*at + 1 < size && bytes[*at] == 0xFF && bytes[*at + 1] == 0xFF)
    (*at)++; /* fill bytes, B.1.1.2 */
  if (*at + 2 > size || bytes[*at] != 0xFF)
    return FALSE;
  segment->marker = bytes[*at + 1];
  segment->start = bytes + *at;
  segment->size = 2;
  if (segment->marker != START_OF_IMAGE && segment->marker != END_OF_IMAGE) {
    if (segment->marker < 0xC0 || *at + 4 > size)
      return FALSE;
    const gsize length = (gsize) bytes[*at + 2] << 8 | bytes[*at + 3];
    if (length < 2 || *at + 2 + length > size)
      return FALSE;
    segment->size = 2 + length;
  }
  *at += segment->size;
  return TRUE;
}

static gboolean
read_segment (const guint8 *bytes, gsize size, gsize *at, Segment *segment)
{
  if (!read_head (bytes, size, at, segment))
    return FALSE;
  if (segment->marker == START_OF_SCAN) {
    *at = find_scan_end (bytes, size, *at);
    segment->size = *at - (gsize) (segment->start - bytes);
  }
  return TRUE;
}

/* The payload begins behind the marker and two bytes of length. */
static gboolean
begins_with (const Segment *segment, const char *start, gsize size)
{
  return segment->size >= 4 + size && memcmp (segment->start + 4, start, size) == 0;
}

static gboolean
is_kept (const Segment *segment, const TkJpegKeep *keep)
{
  switch (segment->marker) {
  case APP0:
    return begins_with (segment, jfif, sizeof jfif) && segment->size >= 18;
  case APP2:
    return keep->profile && begins_with (segment, icc, sizeof icc);
  case APP14:
    return begins_with (segment, adobe, sizeof adobe);
  case COMMENT:
    return FALSE;
  default:
    return segment->marker < APP0 || segment->marker > APP15;
  }
}

/* APP1 with a TIFF structure (CIPA DC-008, 4.5 and 4.6): little-endian, one
 * directory at 8 with one entry: tag 0x0112, type 3 (SHORT), one value; no
 * further directory. */
static void
append_orientation (GByteArray *to, int orientation)
{
  const guint8 segment[36] = {0xFF,
                              APP1,
                              0,
                              34,
                              'E',
                              'x',
                              'i',
                              'f',
                              0,
                              0,
                              'I',
                              'I',
                              42,
                              0,
                              8,
                              0,
                              0,
                              0,
                              1,
                              0,
                              0x12,
                              0x01,
                              3,
                              0,
                              1,
                              0,
                              0,
                              0,
                              (guint8) orientation,
                              0,
                              0,
                              0,
                              0,
                              0,
                              0,
                              0};

  g_byte_array_append (to, segment, sizeof segment);
}

static void
append_segment (GByteArray *to, const Segment *segment)
{
  /* JFIF 1.02: 14 bytes of payload with the sides of a thumbnail last, then the thumbnail */
  static const guint8 length[] = {0, 16}, no_thumbnail[] = {0, 0};

  if (segment->marker != APP0) {
    g_byte_array_append (to, segment->start, (guint) segment->size);
    return;
  }
  g_byte_array_append (to, segment->start, 2);
  g_byte_array_append (to, length, sizeof length);
  g_byte_array_append (to, segment->start + 4, 12);
  g_byte_array_append (to, no_thumbnail, sizeof no_thumbnail);
}

gboolean
tk_jpeg_strip (const guint8 *bytes, gsize size, const TkJpegKeep *keep, guint8 **ret_bytes, gsize *ret_size)
{
  g_autoptr (GByteArray) to = NULL;
  Segment segment = {0};
  gboolean turned = keep->orientation != 1, begun = FALSE;
  int n_scans = 0;
  gsize at = 0;

  if (size > G_MAXUINT / 2)
    return FALSE;
  to = g_byte_array_sized_new ((guint) size + 64);
  while (segment.marker != END_OF_IMAGE) {
    if (!read_segment (bytes, size, &at, &segment) || (segment.marker == START_OF_IMAGE) == begun)
      return FALSE;
    begun = TRUE;
    n_scans += segment.marker == START_OF_SCAN;
    if (n_scans > MOST_SCANS)
      return FALSE;
    if (!is_kept (&segment, keep))
      continue;
    if (turned && segment.marker != START_OF_IMAGE && segment.marker != APP0) {
      append_orientation (to, keep->orientation); /* JFIF comes first, where there is one */
      turned = FALSE;
    }
    append_segment (to, &segment);
  }
  const gboolean same = to->len == size && memcmp (to->data, bytes, size) == 0;
  *ret_size = to->len;
  *ret_bytes = same ? NULL : g_byte_array_free (g_steal_pointer (&to), FALSE);
  return TRUE;
}

const guint8 *
tk_jpeg_find (const guint8 *bytes, gsize size, guint8 marker, const char *start, gsize start_size,
              gsize *ret_size)
{
  Segment segment = {0};
  gsize at = 0;

  while (segment.marker != START_OF_SCAN && read_head (bytes, size, &at, &segment))
    if (segment.marker == marker && begins_with (&segment, start, start_size)) {
      *ret_size = segment.size - 4 - start_size;
      return segment.start + 4 + start_size;
    }
  return NULL;
}

gsize
tk_jpeg_find_scan (const guint8 *bytes, gsize size)
{
  Segment segment = {0};
  gsize at = 0;

  while (read_head (bytes, size, &at, &segment))
    if (segment.marker == START_OF_SCAN)
      return (gsize) (segment.start - bytes);
  return size;
}
