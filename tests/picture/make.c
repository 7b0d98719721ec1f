/* Comes in: nothing. Goes out: pixels and metadata that files are made of. */
#include "make.h"

#include <lcms2.h>
#include <libexif/exif-data.h>
#include <stdlib.h>
#include <string.h>

TkPixels *
make_pixels_new (int width, int height, int components)
{
  TkPixels *pixels = tk_pixels_new (width, height, components);
  guint8 *to = pixels->data;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      const guint8 colours[4] = {(guint8) (x * 255 / width), (guint8) (y * 255 / height),
                                 (guint8) ((x + y) * 255 / (width + height)), (guint8) (55 + 5 * x)};
      memcpy (to, colours, (gsize) components);
      to += components;
    }
  return pixels;
}

/* The header has the second of its making (ICC.1, 7.2.1: bytes 24 to 35): two profiles would differ. */
static void
forget_date (guint8 *profile)
{
  memset (profile + 24, 0, 12);
}

GBytes *
make_profile_new (void)
{
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  cmsUInt32Number size = 0;

  cmsSaveProfileToMem (profile, NULL, &size);
  g_autofree guint8 *bytes = g_malloc (size);
  cmsSaveProfileToMem (profile, bytes, &size);
  forget_date (bytes);
  cmsCloseProfile (profile);
  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}

GBytes *
make_linear_new (int components)
{
  const cmsCIExyY white = {0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
  cmsToneCurve *curve = cmsBuildGamma (NULL, 1.0), *curves[3] = {curve, curve, curve};
  cmsHPROFILE profile = components == 1 ? cmsCreateGrayProfile (&white, curve)
                                        : cmsCreateRGBProfile (&white, &primaries, curves);
  cmsUInt32Number size = 0;

  cmsSaveProfileToMem (profile, NULL, &size);
  guint8 *bytes = g_malloc (size);
  cmsSaveProfileToMem (profile, bytes, &size);
  forget_date (bytes);
  cmsCloseProfile (profile);
  cmsFreeToneCurve (curve);
  return g_bytes_new_take (bytes, size);
}

static void
add_entry (ExifData *data, ExifIfd ifd, ExifTag tag, ExifFormat format, const void *bytes, guint size,
           gulong components)
{
  ExifMem *memory = exif_mem_new_default ();
  ExifEntry *entry = exif_entry_new_mem (memory);

  entry->tag = tag;
  entry->format = format;
  entry->components = components;
  entry->size = size;
  entry->data = exif_mem_alloc (memory, size);
  memcpy (entry->data, bytes, size);
  exif_content_add_entry (data->ifd[ifd], entry);
  exif_entry_unref (entry);
  exif_mem_unref (memory);
}

static void
add_position (ExifData *data)
{
  guint8 degrees[24] = {0};
  const ExifRational parts[3] = {{10, 1}, {2, 1}, {4711, 100}};

  for (int i = 0; i < 3; i++)
    exif_set_rational (degrees + i * 8, EXIF_BYTE_ORDER_INTEL, parts[i]);
  add_entry (data, EXIF_IFD_GPS, (ExifTag) EXIF_TAG_GPS_LATITUDE_REF, EXIF_FORMAT_ASCII, "N", 2, 2);
  add_entry (data, EXIF_IFD_GPS, (ExifTag) EXIF_TAG_GPS_LATITUDE, EXIF_FORMAT_RATIONAL, degrees, 24, 3);
}

GBytes *
make_exif_new (int orientation, gboolean position)
{
  ExifData *data = exif_data_new ();
  guint8 value[2];
  unsigned char *bytes = NULL;
  unsigned int size = 0;

  exif_data_unset_option (data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
  exif_data_set_byte_order (data, EXIF_BYTE_ORDER_INTEL);
  exif_set_short (value, EXIF_BYTE_ORDER_INTEL, (ExifShort) orientation);
  add_entry (data, EXIF_IFD_0, EXIF_TAG_ORIENTATION, EXIF_FORMAT_SHORT, value, 2, 1);
  add_entry (data, EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL, EXIF_FORMAT_ASCII, "2022:08:19 07:30:00", 20,
             20);
  add_entry (data, EXIF_IFD_EXIF, EXIF_TAG_MAKER_NOTE, EXIF_FORMAT_UNDEFINED, MADE_SERIAL, sizeof MADE_SERIAL,
             sizeof MADE_SERIAL);
  if (position)
    add_position (data);
  exif_data_save_data (data, &bytes, &size);
  exif_data_unref (data);
  return g_bytes_new_with_free_func (bytes, size, free, bytes);
}

GBytes *
make_xmp_new (void)
{
  static const char packet[] = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                               "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                               "<rdf:Description xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" " MADE_LATITUDE
                               "/></rdf:RDF></x:xmpmeta>";

  return g_bytes_new_static (packet, sizeof packet - 1);
}
