/* Comes in: a picture and how large and in what colours it is printed. Goes out: what a PDF holds of it. Must
 * not know where that stands, nor of caches and threads. */
#include "print.h"

#include <glib/gi18n.h>
#include <libdeflate.h>
#include <string.h>

#include "colour.h"
#include "error.h"
#include "jpeg.h"
#include "png_file.h"

enum {
  VERSION = 1, /* of the form of pack and of all in this room that makes prints: one more where other bytes
                  come out */
  LEVEL = 5,   /* see paint/pdf_pack.c; pictures are kept */
};

void
tk_print_clear (TkPrint *print)
{
  g_clear_pointer (&print->bytes, g_bytes_unref);
  g_clear_pointer (&print->alpha, g_bytes_unref);
}

static gboolean
is_for_press (const TkInks *inks)
{
  return inks != NULL && tk_inks_kind (inks) != TK_COLOUR_RGB;
}

gboolean
tk_print_is_as_is (const TkPicture *picture, const TkInks *inks)
{
  return (picture->kind == TK_PICTURE_JPEG ? picture->components != 4 : picture->row_bits > 0)
         && !is_for_press (inks)
         && !tk_picture_exceeds (picture, picture->print_width, picture->print_height);
}

static GBytes *
deflate_new (const guint8 *bytes, gsize size)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL);

  if (compressor == NULL)
    g_error ("no memory for a compressor");
  const gsize room = libdeflate_zlib_compress_bound (compressor, size);
  guint8 *to = g_malloc (room);
  const gsize n = libdeflate_zlib_compress (compressor, bytes, size, to, room);
  libdeflate_free_compressor (compressor);
  return g_bytes_new_take (g_realloc (to, n), n);
}

static void
code_samples (const TkRaster *raster, TkPrint *print)
{
  const gsize n = (gsize) raster->width * (gsize) raster->height;

  print->kind = TK_PRINT_SAMPLES;
  print->bytes = deflate_new (raster->pixels, n * (gsize) raster->components);
  if (raster->alpha != NULL)
    print->alpha = deflate_new (raster->alpha, n);
}

static gboolean
code_jpeg (const TkPicture *picture, const TkInks *inks, const TkRaster *raster, TkPrint *print,
           GError **error)
{
  print->kind = TK_PRINT_JPEG;
  print->bytes = tk_jpeg_encode_raster_new (raster);
  if (print->bytes == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("the picture %s cannot be made smaller; save it with fewer pixels"), picture->path);
    return FALSE;
  }
  if (is_for_press (inks) || picture->components == 4)
    return TRUE;
  g_autoptr (GBytes) clean = tk_picture_clean_new (picture);
  if (g_bytes_get_size (print->bytes) >= g_bytes_get_size (clean)) {
    tk_print_clear (print);
    *print = (TkPrint){0};
  }
  return TRUE;
}

gboolean
tk_print_make (const TkPicture *picture, const TkInks *inks, TkPrint *ret_print, GError **error)
{
  g_auto (TkRaster) raster = {0};
  g_auto (TkPrint) print = {0};

  if (tk_print_is_as_is (picture, inks) && tk_picture_is_data_whole (picture)) {
    *ret_print = (TkPrint){0};
    return TRUE;
  }
  if (!tk_picture_decode (picture, picture->print_width, picture->print_height, &raster, error))
    return FALSE;
  if (is_for_press (inks))
    tk_inks_convert (inks, &raster);
  print = (TkPrint){.width = raster.width, .height = raster.height, .components = raster.components};
  if (picture->kind == TK_PICTURE_PNG)
    code_samples (&raster, &print);
  else if (!code_jpeg (picture, inks, &raster, &print, error))
    return FALSE;
  *ret_print = print;
  print = (TkPrint){0};
  return TRUE;
}

char *
tk_print_name_new (const TkPicture *picture, const TkInks *inks)
{
  const gboolean exceeds = tk_picture_exceeds (picture, picture->print_width, picture->print_height);

  return g_strdup_printf ("print %d, %d × %d, %s, %s, %s, %s, libdeflate " LIBDEFLATE_VERSION_STRING, VERSION,
                          exceeds ? picture->print_width : 0, exceeds ? picture->print_height : 0,
                          inks != NULL ? tk_inks_name (inks) : "rgb", tk_jpeg_version (), tk_png_version (),
                          tk_colour_version ());
}

/* Packed: kind, width, height, components, sizes of bytes and of alpha, each in four bytes, the lowest first;
 * then the bytes and the alpha. */
enum { KIND, WIDTH, HEIGHT, COMPONENTS, SIZE, ALPHA, N_NUMBERS };

GBytes *
tk_print_pack_new (const TkPrint *print)
{
  const gsize size = print->bytes != NULL ? g_bytes_get_size (print->bytes) : 0;
  const gsize alpha = print->alpha != NULL ? g_bytes_get_size (print->alpha) : 0;
  const guint32 numbers[N_NUMBERS] = {
      [KIND] = GUINT32_TO_LE ((guint32) print->kind),
      [WIDTH] = GUINT32_TO_LE ((guint32) print->width),
      [HEIGHT] = GUINT32_TO_LE ((guint32) print->height),
      [COMPONENTS] = GUINT32_TO_LE ((guint32) print->components),
      [SIZE] = GUINT32_TO_LE ((guint32) size),
      [ALPHA] = GUINT32_TO_LE ((guint32) alpha),
  };
  g_autoptr (GByteArray) to = g_byte_array_sized_new ((guint) (sizeof numbers + size + alpha));

  g_byte_array_append (to, (const guint8 *) numbers, sizeof numbers);
  if (size > 0)
    g_byte_array_append (to, g_bytes_get_data (print->bytes, NULL), (guint) size);
  if (alpha > 0)
    g_byte_array_append (to, g_bytes_get_data (print->alpha, NULL), (guint) alpha);
  return g_byte_array_free_to_bytes (g_steal_pointer (&to));
}

gboolean
tk_print_unpack (GBytes *packed, TkPrint *ret_print)
{
  guint32 numbers[N_NUMBERS];
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);

  if (size < sizeof numbers)
    return FALSE;
  memcpy (numbers, data, sizeof numbers);
  for (int i = 0; i < N_NUMBERS; i++)
    numbers[i] = GUINT32_FROM_LE (numbers[i]);
  const guint64 total = sizeof numbers + (guint64) numbers[SIZE] + numbers[ALPHA];
  const gboolean as_is = numbers[KIND] == TK_PRINT_AS_IS;
  if (numbers[KIND] > TK_PRINT_SAMPLES || total != size || (numbers[SIZE] == 0) != as_is
      || (!as_is
          && (numbers[WIDTH] - 1 > G_MAXINT32 - 1 || numbers[HEIGHT] - 1 > G_MAXINT32 - 1
              || numbers[COMPONENTS] - 1 > 3)))
    return FALSE;
  *ret_print = (TkPrint){(TkPrintKind) numbers[KIND],
                         (int) numbers[WIDTH],
                         (int) numbers[HEIGHT],
                         (int) numbers[COMPONENTS],
                         NULL,
                         NULL};
  if (numbers[SIZE] > 0)
    ret_print->bytes = g_bytes_new_from_bytes (packed, sizeof numbers, numbers[SIZE]);
  if (numbers[ALPHA] > 0)
    ret_print->alpha = g_bytes_new_from_bytes (packed, sizeof numbers + numbers[SIZE], numbers[ALPHA]);
  return TRUE;
}
