/* Comes in: a path. Goes out: what a picture file says of itself. The file is
 * mapped, not read; nothing is decoded here but to find broken files. */
#include "picture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "colour.h"
#include "error.h"
#include "jpeg.h"
#include "path.h"
#include "png_file.h"

/* A picture has to be held in memory to be painted; larger ones are mistakes. */
enum { LARGEST = 400 * 1000 * 1000 }; /* pixels */

typedef struct _TkPictureFile {
  GMappedFile *mapped;
  struct stat stat; /* as it was opened */
} File;

typedef struct {
  TkPicture picture; /* first */
  char *path, *place;
  File file;
} Picture;

static void
picture_free (Picture *picture)
{
  g_clear_pointer (&picture->file.mapped, g_mapped_file_unref);
  g_clear_pointer (&picture->picture.profile, g_bytes_unref);
  g_free (picture->path);
  g_free (picture->place);
  g_free (picture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

void
tk_picture_free (TkPicture *picture)
{
  if (picture != NULL)
    picture_free ((Picture *) picture);
}

static void
read_profile (TkPicture *it)
{
  it->profile = (it->kind == TK_PICTURE_JPEG ? tk_jpeg_read_profile_new : tk_png_read_profile_new) (it->bytes,
                                                                                                    it->size);
  if (it->profile != NULL && !tk_colour_matters (it->profile, it->components))
    g_clear_pointer (&it->profile, g_bytes_unref);
}

static gboolean
read_header (Picture *picture, const char *place, GError **error)
{
  TkPicture *it = &picture->picture;
  const guint8 *bytes = (const guint8 *) g_mapped_file_get_contents (picture->file.mapped);
  gsize size = g_mapped_file_get_length (picture->file.mapped);
  gboolean read = FALSE;
  TkHead head = {0};

  it->bytes = bytes;
  it->size = size;
  if (size > 3 && memcmp (bytes, "\xFF\xD8\xFF", 3) == 0) {
    it->kind = TK_PICTURE_JPEG;
    read = tk_jpeg_read_head (bytes, size, &head);
  } else if (size > 8 && memcmp (bytes, "\x89PNG\r\n\x1A\n", 8) == 0) {
    it->kind = TK_PICTURE_PNG;
    read = tk_png_read_head (bytes, size, &head);
  } else {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: %s is neither a JPEG nor a PNG picture; save it as one"), place, picture->path);
    return FALSE;
  }
  it->width = head.width;
  it->height = head.height;
  it->components = head.components;
  it->row_bits = head.row_bits;
  it->orientation = head.orientation;
  if (!read || it->width < 1 || it->height < 1 || (gint64) it->width * it->height > LARGEST) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the picture %s is broken or too large; open it in a picture program and save it again"),
        place, picture->path);
    return FALSE;
  }
  read_profile (it);
  if (it->profile != NULL)
    it->row_bits = 0;
  return TRUE;
}

gboolean
tk_picture_is_data_whole (const TkPicture *picture)
{
  const gsize row_bits = (gsize) picture->width * (gsize) picture->components * (gsize) picture->row_bits;

  if (picture->kind == TK_PICTURE_JPEG)
    return tk_jpeg_check (picture->bytes, picture->size);
  return row_bits > 0
         && tk_png_check_rows (picture->bytes, picture->size, (row_bits + 7) / 8, (gsize) picture->height);
}

static gboolean
is_whole (const TkPicture *it)
{
  return tk_picture_is_data_whole (it) || (it->kind == TK_PICTURE_PNG && tk_png_check (it->bytes, it->size));
}

static void
set_broken (const TkPicture *it, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: the picture %s is broken; open it in a picture program and save it again"), it->place,
               it->path);
}

gboolean
tk_picture_check (const TkPicture *picture, GError **error)
{
  if (is_whole (picture))
    return TRUE;
  set_broken (picture, error);
  return FALSE;
}

/* Maps what it measures: a name may stand for another file a moment later. */
static gboolean
map (Picture *picture, GError **error)
{
  g_autoptr (GError) local = NULL;
  const int fd = open (picture->path, O_RDONLY | O_CLOEXEC);

  if (fd >= 0) {
    if (fstat (fd, &picture->file.stat) == 0)
      picture->file.mapped = g_mapped_file_new_from_fd (fd, FALSE, &local);
    close (fd);
  } else {
    g_set_error_literal (&local, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  }
  if (picture->file.mapped != NULL && g_mapped_file_get_length (picture->file.mapped) > 0)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: the picture %s cannot be read (%s)"), picture->place,
               picture->path, local != NULL ? local->message : g_strerror (ENODATA));
  return FALSE;
}

TkPicture *
tk_picture_open_new (const char *place, const char *path, GError **error)
{
  g_autoptr (Picture) picture = g_new0 (Picture, 1);

  picture->picture.path = picture->path = tk_path_find_new (path);
  picture->picture.place = picture->place = g_strdup (place);
  picture->picture.file = &picture->file;
  if (!g_file_test (picture->path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: there is no picture %s; put the file there or mend its name in the records"), place,
                 path);
    return NULL;
  }
  if (!map (picture, error) || !read_header (picture, place, error))
    return NULL;
  tk_picture_rest (&picture->picture);
  return &g_steal_pointer (&picture)->picture;
}

TkPicture *
tk_picture_read_new (const char *place, const char *path, GError **error)
{
  TkPicture *picture = tk_picture_open_new (place, path, error);

  if (picture == NULL || tk_picture_check (picture, error))
    return picture;
  tk_picture_free (picture);
  return NULL;
}

/* What was read of a file is not kept in memory: nothing is written into a private mapping, so nothing is
 * lost. */
static void
rest (GMappedFile *mapped)
{
  madvise (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped), MADV_DONTNEED);
}

static void
let_go (gpointer mapped)
{
  rest (mapped);
  g_mapped_file_unref (mapped);
}

/* Only what tells how colours are coded goes into papers. */
GBytes *
tk_picture_clean_new (const TkPicture *picture)
{
  const TkJpegKeep keep = {FALSE, 1};
  guint8 *copy;
  gsize size;

  if (picture->kind == TK_PICTURE_JPEG && tk_jpeg_strip (picture->bytes, picture->size, &keep, &copy, &size)
      && copy != NULL)
    return g_bytes_new_take (copy, size);
  if (picture->file == NULL)
    return g_bytes_new (picture->bytes, picture->size);
  rest (picture->file->mapped); /* until it is written */
  return g_bytes_new_with_free_func (picture->bytes, picture->size, let_go,
                                     g_mapped_file_ref (picture->file->mapped));
}

GBytes *
tk_picture_data_new (const TkPicture *picture)
{
  return picture->kind == TK_PICTURE_PNG ? tk_png_read_rows_new (picture->bytes, picture->size)
                                         : tk_picture_clean_new (picture);
}

/* Two photographs of one camera differ from the first coded data on. */
static gboolean
starts_alike (const TkPicture *one, const TkPicture *other)
{
  enum { ENOUGH = 4096 };
  const gsize at = one->kind == TK_PICTURE_JPEG ? tk_jpeg_find_scan (one->bytes, one->size) : 0;
  const gsize other_at = one->kind == TK_PICTURE_JPEG ? tk_jpeg_find_scan (other->bytes, other->size) : 0;
  const gsize n = MIN (one->size - at, ENOUGH);

  return n <= other->size - other_at && memcmp (one->bytes + at, other->bytes + other_at, n) == 0;
}

gboolean
tk_picture_is_same (const TkPicture *one, const TkPicture *other)
{
  if (one->kind != other->kind || one->width != other->width || one->height != other->height
      || one->orientation != other->orientation || (one->profile == NULL) != (other->profile == NULL)
      || (one->profile != NULL && !g_bytes_equal (one->profile, other->profile))
      || !starts_alike (one, other))
    return FALSE;
  g_autoptr (GBytes) clean = tk_picture_clean_new (one), other_clean = tk_picture_clean_new (other);
  return g_bytes_equal (clean, other_clean);
}

void
tk_picture_rest (const TkPicture *picture)
{
  if (picture->file != NULL)
    rest (picture->file->mapped);
}

static gboolean
is_time (const struct timespec *one, const struct timespec *other)
{
  return one->tv_sec == other->tv_sec && one->tv_nsec == other->tv_nsec;
}

char *
tk_picture_identify_new (const TkPicture *picture)
{
  enum { TICK = 2 }; /* seconds: the coarsest is that of FAT */
  struct stat now;

  if (picture->file == NULL || stat (picture->path, &now) != 0)
    return NULL;
  const struct stat *then = &picture->file->stat;
  if (now.st_dev != then->st_dev || now.st_ino != then->st_ino || now.st_size != then->st_size
      || !is_time (&now.st_mtim, &then->st_mtim) || !is_time (&now.st_ctim, &then->st_ctim)
      || MAX (now.st_mtim.tv_sec, now.st_ctim.tv_sec) + TICK >= g_get_real_time () / G_USEC_PER_SEC)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          ".%09ld %" G_GINT64_FORMAT ".%09ld",
                          (guint64) now.st_dev, (guint64) now.st_ino, (gint64) now.st_size,
                          (gint64) now.st_mtim.tv_sec, now.st_mtim.tv_nsec, (gint64) now.st_ctim.tv_sec,
                          now.st_ctim.tv_nsec);
}

gboolean
tk_picture_exceeds (const TkPicture *picture, int width, int height)
{
  return width > 0 && height > 0 && picture->width * (gint64) 2 > width * (gint64) 3
         && picture->height * (gint64) 2 > height * (gint64) 3;
}

/* The least that leaves as many pixels as are wanted. */
static int
find_eighths (const TkPicture *picture, int width, int height)
{
  int eighths = 1;

  if (!tk_picture_exceeds (picture, width, height))
    return 8;
  while (eighths < 8
         && ((gint64) picture->width * eighths < width * G_GINT64_CONSTANT (8)
             || (gint64) picture->height * eighths < height * G_GINT64_CONSTANT (8)))
    eighths++;
  return eighths;
}

gsize
tk_picture_estimate (const TkPicture *picture, int width, int height)
{
  enum { SAMPLES = 6 }; /* as they are and converted, or with alpha and apart from it */
  const gsize eighths = picture->kind == TK_PICTURE_JPEG ? (gsize) find_eighths (picture, width, height) : 8;

  return (gsize) picture->width * (gsize) picture->height * eighths * eighths / 64 * SAMPLES;
}

gboolean
tk_picture_decode (const TkPicture *picture, int width, int height, TkRaster *ret_raster, GError **error)
{
  gboolean decoded;

  if (picture->kind == TK_PICTURE_JPEG)
    decoded = tk_jpeg_decode (picture->bytes, picture->size, find_eighths (picture, width, height),
                              ret_raster);
  else
    /* libpng's simple reader stops behind the pixels */
    decoded = tk_png_is_whole (picture->bytes, picture->size)
              && tk_png_decode (picture->bytes, picture->size, ret_raster);
  if (!decoded) {
    set_broken (picture, error);
    return FALSE;
  }
  if (tk_picture_exceeds (picture, width, height))
    tk_raster_shrink (ret_raster, width, height);
  tk_colour_convert (ret_raster, picture->profile);
  return TRUE;
}
