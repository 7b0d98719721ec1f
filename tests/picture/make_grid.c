/* Comes in: a HEIC file of one picture. Goes out: another, whose picture is a
 * grid with that one as its tile (ISO/IEC 14496-12, 23008-12 clause 6.6.2.3):
 * libheif 1.15 reads such files but does not write them. */
#include <string.h>

#include "make.h"

enum { GRID = 1, TILE = 2 };

static void
put (GByteArray *to, guint64 value, int n_bytes)
{
  for (int i = n_bytes - 1; i >= 0; i--) {
    const guint8 byte = (guint8) (value >> 8 * i);
    g_byte_array_append (to, &byte, 1);
  }
}

/* The place where begin_box() stands is for end_box(). */
static guint
begin_box (GByteArray *to, const char *type)
{
  const guint at = to->len;

  put (to, 0, 4);
  g_byte_array_append (to, (const guint8 *) type, 4);
  return at;
}

static guint
begin_full_box (GByteArray *to, const char *type, guint8 version, guint8 flags)
{
  const guint at = begin_box (to, type);

  put (to, (guint64) version << 24 | flags, 4);
  return at;
}

static void
end_box (GByteArray *to, guint at)
{
  const guint32 size = GUINT32_TO_BE (to->len - at);

  memcpy (to->data + at, &size, sizeof size);
}

static void
put_item (GByteArray *to, int id, const char *type)
{
  /* tiles are hidden items */
  const guint box = begin_full_box (to, "infe", 2, id == TILE);

  put (to, (guint64) id, 2);
  put (to, 0, 2);
  g_byte_array_append (to, (const guint8 *) type, 5); /* its zero is the empty name */
  end_box (to, box);
}

static void
put_size (GByteArray *to, guint32 width, guint32 height)
{
  const guint box = begin_full_box (to, "ispe", 0, 0);

  put (to, width, 4);
  put (to, height, 4);
  end_box (to, box);
}

/* The decoder configuration of the tile, its box as it is. */
static void
put_configuration (GByteArray *to, const guint8 *heic, gsize size)
{
  const guint8 *type = memmem (heic, size, "hvcC", 4);

  g_byte_array_append (to, type - 4, (guint) type[-2] << 8 | type[-1]);
}

static void
put_properties (GByteArray *to, const MakeGrid *wanted, const guint8 *heic, gsize size)
{
  const guint iprp = begin_box (to, "iprp"), ipco = begin_box (to, "ipco");

  put_configuration (to, heic, size);
  put_size (to, MADE_WIDTH, MADE_HEIGHT);
  put_size (to, wanted->claimed_width, wanted->claimed_height);
  end_box (to, ipco);
  const guint ipma = begin_full_box (to, "ipma", 0, 0);
  put (to, 2, 4);
  put (to, GRID << 16 | 1 << 8 | 3, 4);
  put (to, (guint64) TILE << 24 | 2 << 16 | 0x81 << 8 | 2, 5);
  end_box (to, ipma);
  end_box (to, iprp);
}

static void
put_place (GByteArray *to, int id, int method, guint32 offset, guint32 length)
{
  put (to, (guint64) id, 2);
  put (to, (guint64) method, 2); /* 0: in the file, 1: in the idat box */
  put (to, 0, 2);
  put (to, 1, 2);
  put (to, offset, 4);
  put (to, length, 4);
}

static void
put_items (GByteArray *to)
{
  guint box = begin_full_box (to, "hdlr", 0, 0);
  put (to, 0, 4);
  g_byte_array_append (to, (const guint8 *) "pict\0\0\0\0\0\0\0\0\0\0\0\0", 17);
  end_box (to, box);
  box = begin_full_box (to, "pitm", 0, 0);
  put (to, GRID, 2);
  end_box (to, box);
  box = begin_full_box (to, "iinf", 0, 0);
  put (to, 2, 2);
  put_item (to, GRID, "grid");
  put_item (to, TILE, "hvc1");
  end_box (to, box);
  box = begin_full_box (to, "iref", 0, 0);
  const guint dimg = begin_box (to, "dimg");
  put (to, (guint64) GRID << 32 | 1 << 16 | TILE, 6);
  end_box (to, dimg);
  end_box (to, box);
}

static GByteArray *
make_head (const MakeGrid *wanted, const guint8 *heic, gsize size, guint32 offset, guint32 length)
{
  GByteArray *to = g_byte_array_new ();

  guint box = begin_box (to, "ftyp");
  g_byte_array_append (to, (const guint8 *) "heic\0\0\0\0mif1heic", 16);
  end_box (to, box);
  const guint meta = begin_full_box (to, "meta", 0, 0);
  put_items (to);
  put_properties (to, wanted, heic, size);
  box = begin_full_box (to, "iloc", 1, 0);
  put (to, (guint64) 0x4400 << 16 | 2, 4);
  put_place (to, GRID, 1, 0, 12);
  put_place (to, TILE, 0, offset, length);
  end_box (to, box);
  box = begin_box (to, "idat");
  put (to, 0x00010000, 4); /* sides of 32 bits, one row, one column */
  put (to, wanted->width, 4);
  put (to, wanted->height, 4);
  end_box (to, box);
  end_box (to, meta);
  return to;
}

GBytes *
make_heic_grid_new (GBytes *heic, const MakeGrid *wanted)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (heic, &size);
  const guint8 *coded = (const guint8 *) memmem (bytes, size, "mdat", 4) + 4;
  const guint32 length = (guint32) (bytes + size - coded);

  /* the head is as long wherever the tile is */
  g_autoptr (GByteArray) first = make_head (wanted, bytes, size, 0, length);
  GByteArray *file = make_head (wanted, bytes, size, first->len + 8, length);
  const guint box = begin_box (file, "mdat");
  g_byte_array_append (file, coded, length);
  end_box (file, box);
  return g_byte_array_free_to_bytes (file);
}
