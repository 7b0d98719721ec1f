/* Comes in: a block of EXIF or XMP. Goes out: the little of it that matters
 * here. Must not know out of which file format the block was taken. */
#include "metadata.h"

#include <libexif/exif-data.h>
#include <stdio.h>
#include <string.h>

/* libexif knows its data by this beginning, which only JPEG files have. */
static const char exif_start[6] = "Exif\0";

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExifData, exif_data_unref)

void
tk_metadata_clear (TkHead *head)
{
  head->orientation = 1;
  head->position = FALSE;
  head->taken_on[0] = '\0';
}

static int
read_orientation (ExifData *data)
{
  ExifEntry *entry = exif_data_get_entry (data, EXIF_TAG_ORIENTATION);
  int orientation = 1;

  if (entry == NULL)
    return 1;
  exif_entry_fix (entry); /* some programs write a LONG */
  if (entry->format == EXIF_FORMAT_SHORT && entry->components == 1)
    orientation = exif_get_short (entry->data, exif_data_get_byte_order (data));
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/* "2022:08:19 07:30:00"; a camera whose clock was never set writes zeros. */
static void
read_day (ExifData *data, TkHead *head)
{
  ExifEntry *entry = exif_content_get_entry (data->ifd[EXIF_IFD_EXIF], EXIF_TAG_DATE_TIME_ORIGINAL);
  char text[11] = "";
  unsigned int year, month, day;

  if (entry == NULL || entry->format != EXIF_FORMAT_ASCII || entry->size < 10)
    return;
  memcpy (text, entry->data, 10);
  if (sscanf (text, "%4u:%2u:%2u", &year, &month, &day) != 3 || month > 12 || year > 9999
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return;
  g_snprintf (head->taken_on, sizeof head->taken_on, "%04u-%02u-%02u", year, month, day);
}

/* Cameras without a receiver write the directory, too, with nothing but its version. */
static gboolean
has_position (ExifData *data)
{
  ExifContent *content = data->ifd[EXIF_IFD_GPS];

  return exif_content_get_entry (content, (ExifTag) EXIF_TAG_GPS_LATITUDE) != NULL
         || exif_content_get_entry (content, (ExifTag) EXIF_TAG_GPS_LONGITUDE) != NULL;
}

void
tk_metadata_read_exif (const guint8 *bytes, gsize size, TkHead *head)
{
  g_autoptr (ExifData) data = exif_data_new ();
  g_autoptr (GByteArray) whole = g_byte_array_new ();

  if (data == NULL || size > G_MAXUINT16 * 16)
    return;
  if (size < sizeof exif_start || memcmp (bytes, exif_start, sizeof exif_start) != 0)
    g_byte_array_append (whole, (const guint8 *) exif_start, sizeof exif_start);
  g_byte_array_append (whole, bytes, (guint) size);
  /* what is missing is not to be made up */
  exif_data_unset_option (data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
  exif_data_load_data (data, whole->data, whole->len);
  head->orientation = read_orientation (data);
  head->position |= has_position (data);
  read_day (data, head);
}

void
tk_metadata_read_xmp (const guint8 *bytes, gsize size, TkHead *head)
{
  /* exif:GPSLatitude, as attribute or as element (XMP specification part 2, 3.3) */
  static const char latitude[] = "GPSLatitude";

  head->position |= memmem (bytes, size, latitude, sizeof latitude - 1) != NULL;
}
