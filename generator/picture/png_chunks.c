/* Comes in: a PNG file. Goes out: its chunks, found or left out (PNG, clause
 * 5.3). Must not know what is in them: libpng does. */
#include <libdeflate.h>
#include <string.h>

#include "png_file.h"

/* Of rows that stand in memory twice. */
#define LARGEST_ROWS ((gsize) 256 << 20)

enum { SIGNATURE = 8, FRAME = 12 }; /* length, type and checksum around the data of a chunk */

static const char kept[] = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs";

typedef struct {
  char type[5];
  const guint8 *start; /* the length before the type */
  gsize size;          /* from @start, all of it */
} Chunk;

/* FALSE: there is no whole chunk at @at. */
static gboolean
read_chunk (const guint8 *bytes, gsize size, gsize *at, Chunk *chunk)
{
  if (*at > size || size - *at < FRAME)
    return FALSE;
  const guint8 *start = bytes + *at;
  const gsize length = (gsize) start[0] << 24 | (gsize) start[1] << 16 | (gsize) start[2] << 8 | start[3];
  if (length > size - *at - FRAME)
    return FALSE;
  for (int i = 0; i < 4; i++) {
    if (!g_ascii_isalpha (start[4 + i]))
      return FALSE;
    chunk->type[i] = (char) start[4 + i];
  }
  chunk->start = start;
  chunk->size = length + FRAME;
  *at += chunk->size;
  return TRUE;
}

/* A copy of the chunks that pixels are made of: IHDR PLTE IDAT IEND tRNS gAMA
 * cHRM sRGB iCCP sBIT bKGD pHYs. NULL: the file breaks off, is no sequence of
 * chunks, or has a critical chunk that nobody knows. */
static GByteArray *
strip_new (const guint8 *bytes, gsize size)
{
  g_autoptr (GByteArray) to = NULL;
  Chunk chunk = {""};
  gsize at = SIGNATURE;

  if (size < SIGNATURE || size > G_MAXUINT / 2)
    return NULL;
  to = g_byte_array_sized_new ((guint) size);
  g_byte_array_append (to, bytes, SIGNATURE);
  while (strcmp (chunk.type, "IEND") != 0) {
    if (!read_chunk (bytes, size, &at, &chunk))
      return NULL;
    if (strstr (kept, chunk.type) != NULL)
      g_byte_array_append (to, chunk.start, (guint) chunk.size);
    else if (g_ascii_isupper (chunk.type[0]))
      return NULL; /* a critical chunk, clause 5.4 */
  }
  return g_steal_pointer (&to);
}

const guint8 *
tk_png_find (const guint8 *bytes, gsize size, const char *type, gsize *ret_size)
{
  Chunk chunk = {""};
  gsize at = SIGNATURE;

  while (read_chunk (bytes, size, &at, &chunk))
    if (strcmp (chunk.type, type) == 0) {
      *ret_size = chunk.size - FRAME;
      return chunk.start + FRAME - 4;
    }
  return NULL;
}

gboolean
tk_png_is_whole (const guint8 *bytes, gsize size)
{
  enum { CHECKSUM = 4 };
  Chunk chunk = {""};
  gsize at = SIGNATURE;
  guint32 written;

  while (strcmp (chunk.type, "IEND") != 0) {
    if (!read_chunk (bytes, size, &at, &chunk))
      return FALSE;
    const guint8 *end = chunk.start + chunk.size - CHECKSUM;
    memcpy (&written, end, CHECKSUM);
    if (libdeflate_crc32 (0, chunk.start + 4, (gsize) (end - chunk.start) - 4) != GUINT32_FROM_BE (written))
      return FALSE;
  }
  return TRUE;
}

/* Clause 11.2.2, before the first row. What says of colours more than that they are those of sRGB, or of
 * light and dark, stands in cHRM and gAMA, unless sRGB stands there, too (11.3.2). */
int
tk_png_find_row_bits (const guint8 *bytes, gsize size)
{
  enum { DEPTH = 8, COLOURS, COMPRESSION, FILTER, INTERLACE, HEAD };
  enum { GRAY = 0, RGB = 2, MOST = 8 };
  gboolean told = FALSE, standard = FALSE;
  const guint8 *head = NULL;
  Chunk chunk = {""};
  gsize at = SIGNATURE;

  while (strcmp (chunk.type, "IDAT") != 0) {
    if (!read_chunk (bytes, size, &at, &chunk) || strcmp (chunk.type, "tRNS") == 0)
      return 0;
    if (strcmp (chunk.type, "IHDR") == 0 && chunk.size == HEAD + FRAME)
      head = chunk.start + FRAME - 4;
    standard = standard || strcmp (chunk.type, "sRGB") == 0;
    told = told || strcmp (chunk.type, "gAMA") == 0 || strcmp (chunk.type, "cHRM") == 0;
  }
  if (head == NULL || head[DEPTH] > MOST || (head[COLOURS] != GRAY && head[COLOURS] != RGB)
      || head[INTERLACE] != 0 || (told && !standard))
    return 0;
  return head[DEPTH];
}

GBytes *
tk_png_read_rows_new (const guint8 *bytes, gsize size)
{
  GByteArray *rows = g_byte_array_new ();
  Chunk chunk = {""};
  gsize at = SIGNATURE;

  while (read_chunk (bytes, size, &at, &chunk))
    if (strcmp (chunk.type, "IDAT") == 0)
      g_byte_array_append (rows, chunk.start + FRAME - 4, (guint) (chunk.size - FRAME));
  return g_byte_array_free_to_bytes (rows);
}

/* Clause 9.2: there are five filters. */
static gboolean
check_filters (const guint8 *rows, gsize row_size, gsize n_rows)
{
  enum { FILTERS = 5 };

  for (gsize i = 0; i < n_rows; i++)
    if (rows[i * (row_size + 1)] >= FILTERS)
      return FALSE;
  return TRUE;
}

/* The rows of a file, @size bytes with their filters. NULL: they are none, or no memory is left for them. */
static guint8 *
unpack_rows_new (const guint8 *bytes, gsize size, gsize wanted)
{
  g_autofree guint8 *rows = g_try_malloc (wanted);
  g_autoptr (GBytes) packed = tk_png_read_rows_new (bytes, size);
  gsize n_packed;
  const guint8 *data = g_bytes_get_data (packed, &n_packed);

  if (rows == NULL)
    return NULL;
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor ();
  if (decompressor == NULL)
    g_error ("no memory for a decompressor");
  const gboolean whole = libdeflate_zlib_decompress (decompressor, data, n_packed, rows, wanted, NULL)
                         == LIBDEFLATE_SUCCESS;
  libdeflate_free_decompressor (decompressor);
  return whole ? g_steal_pointer (&rows) : NULL;
}

gboolean
tk_png_check_rows (const guint8 *bytes, gsize size, gsize row_size, gsize n_rows)
{
  g_autofree guint8 *rows = tk_png_is_whole (bytes, size)
                                ? unpack_rows_new (bytes, size, (row_size + 1) * n_rows)
                                : NULL;

  return rows != NULL && check_filters (rows, row_size, n_rows);
}

/* A chunk of @rows that are not deflated (RFC 1951, 3.2.4). Its checksum is 0. */
static void
add_rows (GByteArray *to, const guint8 *rows, gsize n)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (0);
  if (compressor == NULL)
    g_error ("no memory for a compressor");
  const gsize bound = libdeflate_zlib_compress_bound (compressor, n);
  const guint at = to->len;

  g_byte_array_set_size (to, (guint) (at + FRAME + bound));
  const guint32 size = (guint32) libdeflate_zlib_compress (compressor, rows, n, to->data + at + FRAME - 4,
                                                           bound);
  const guint32 length = GUINT32_TO_BE (size);
  libdeflate_free_compressor (compressor);
  memcpy (to->data + at, &length, sizeof length);
  memcpy (to->data + at + 4, "IDAT", 4);
  g_byte_array_set_size (to, at + FRAME + size);
  memset (to->data + to->len - 4, 0, 4);
}

GBytes *
tk_png_loosen_new (const guint8 *bytes, gsize size, gsize row_size, gsize n_rows)
{
  const gsize n = (row_size + 1) * n_rows;
  g_autofree guint8 *rows = n <= LARGEST_ROWS && tk_png_is_whole (bytes, size)
                                ? unpack_rows_new (bytes, size, n)
                                : NULL;
  Chunk chunk = {""};
  gsize at = SIGNATURE;

  if (rows == NULL)
    return NULL;
  GByteArray *to = g_byte_array_new ();
  g_byte_array_append (to, bytes, SIGNATURE);
  while (read_chunk (bytes, size, &at, &chunk) && strcmp (chunk.type, "IDAT") != 0)
    g_byte_array_append (to, chunk.start, (guint) chunk.size);
  add_rows (to, rows, n);
  return g_byte_array_free_to_bytes (to);
}

GBytes *
tk_png_clean_new (const guint8 *bytes, gsize size, const TkHead *head)
{
  g_autoptr (GByteArray) clean = strip_new (bytes, size);

  if (clean == NULL || !tk_png_check (clean->data, clean->len))
    return NULL;
  if (head->orientation != 1)
    return tk_png_turn_new (clean->data, clean->len, head->orientation);
  return g_byte_array_free_to_bytes (g_steal_pointer (&clean));
}
