/* Comes in: a file that somebody says is a picture. Goes out: a clean copy, and
 * what is worth knowing of it. Must not know what records are. */
#include "intake.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "error.h"
#include "heif_file.h"
#include "jpeg.h"
#include "output.h"
#include "png_file.h"
#include "webp_file.h"

enum {
  MOST_BYTES = 512 * 1024 * 1024,
  MOST_PIXELS = 200 * 1000 * 1000,
  MOST_SIDE = 65535, /* of a JPEG */
};

typedef struct {
  gboolean (*matches) (const guint8 *bytes, gsize size);
  gboolean (*read_head) (const guint8 *bytes, gsize size, TkHead *head);
  /* one of two: a clean copy in the same format, or the pixels */
  GBytes *(*clean_new) (const guint8 *bytes, gsize size, const TkHead *head);
  TkPixels *(*decode_new) (const guint8 *bytes, gsize size);
} Format;

static gboolean
match_jpeg (const guint8 *bytes, gsize size)
{
  return size > 3 && memcmp (bytes, "\xFF\xD8\xFF", 3) == 0;
}

static gboolean
match_png (const guint8 *bytes, gsize size)
{
  return size > 8 && memcmp (bytes, "\x89PNG\r\n\x1A\n", 8) == 0;
}

static gboolean
match_webp (const guint8 *bytes, gsize size)
{
  return size > 12 && memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0;
}

static const Format formats[] = {
    {match_jpeg, tk_jpeg_read_head, tk_jpeg_clean_new, NULL},
    {match_png, tk_png_read_head, tk_png_clean_new, NULL},
    {match_webp, tk_webp_read_head, NULL, tk_webp_decode_new},
    {tk_heif_matches, tk_heif_read_head, NULL, tk_heif_decode_new},
};

static gboolean
refuse (GError **error, const char *path, const char *reason)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
check_file (int fd, const char *path, struct stat *ret_stat, GError **error)
{
  if (fstat (fd, ret_stat) != 0)
    return refuse (error, path, g_strerror (errno));
  if (!S_ISREG (ret_stat->st_mode))
    return refuse (error, path, _ ("is no file but a folder or a device; name a picture file"));
  if (ret_stat->st_size == 0)
    return refuse (error, path, _ ("is empty; copy the picture anew from where it was taken"));
  if (ret_stat->st_size > MOST_BYTES)
    return refuse (error, path, _ ("is larger than 512 MiB; save the picture smaller"));
  return TRUE;
}

/* All of the file, or as much of it as there is: -1 on failure. */
static gssize
read_whole (int fd, guint8 *to, gsize size)
{
  gsize at = 0;

  while (at < size) {
    const ssize_t n = read (fd, to + at, size - at);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return -1;
    if (n == 0)
      break;
    at += (gsize) n;
  }
  return (gssize) at;
}

static gboolean
is_same (const struct stat *a, const struct stat *b)
{
  return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec
         && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Read and not mapped: a mapped file that somebody shortens ends the program. */
static GBytes *
read_open (int fd, const char *path, GError **error)
{
  struct stat before, after;

  if (!check_file (fd, path, &before, error))
    return NULL;
  const gsize size = (gsize) before.st_size;
  g_autofree guint8 *bytes = g_try_malloc (size);
  const gssize n = bytes == NULL ? -1 : read_whole (fd, bytes, size);
  if (n < 0) {
    refuse (error, path, g_strerror (bytes == NULL ? ENOMEM : errno));
    return NULL;
  }
  if ((gsize) n != size || fstat (fd, &after) != 0 || !is_same (&before, &after)) {
    refuse (error, path, _ ("changes while it is being read; try again when it has been copied"));
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}

static GBytes *
read_file (const char *path, GError **error)
{
  /* O_NONBLOCK: a pipe that nobody writes into is not waited for */
  const int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: cannot be read: %s; look after the file and its rights"), path, g_strerror (errno));
    return NULL;
  }
  GBytes *bytes = read_open (fd, path, error);
  close (fd);
  return bytes;
}

static const Format *
find_format (const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].matches (bytes, size))
      return &formats[i];
  return NULL;
}

static gboolean
check_size (const TkHead *head, const char *path, GError **error)
{
  const gint64 n = (gint64) head->width * head->height;

  if (head->width >= 1 && head->height >= 1 && MAX (head->width, head->height) <= MOST_SIDE
      && n <= MOST_PIXELS)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: has %d × %d pixels, which is more than 200 megapixels or no picture; save it smaller"),
               path, head->width, head->height);
  return FALSE;
}

/* As it should be shown: only then does it need no metadata. */
static gboolean
turn (TkPixels *pixels, int orientation)
{
  const int width = pixels->width, height = pixels->height;

  if (orientation == 1)
    return TRUE;
  guint8 *turned = g_try_malloc ((gsize) width * (gsize) height * (gsize) pixels->components);
  if (turned == NULL)
    return FALSE;
  tk_pixels_turn (pixels->data, width, height, (gsize) pixels->components, orientation, turned);
  g_free (pixels->data);
  pixels->data = turned;
  pixels->width = tk_orientation_swaps (orientation) ? height : width;
  pixels->height = tk_orientation_swaps (orientation) ? width : height;
  return TRUE;
}

static GBytes *
convert_new (const Format *format, const guint8 *bytes, gsize size, const TkHead *head)
{
  g_autoptr (TkPixels) pixels = format->decode_new (bytes, size);

  if (pixels == NULL || !turn (pixels, head->orientation))
    return NULL;
  return head->exact ? tk_png_encode_new (pixels) : tk_jpeg_encode_new (pixels);
}

/* The bytes to be stored, and the head of the file they were made of. */
static GBytes *
clean_new (GBytes *file, const char *path, TkHead *head, const Format **ret_format, GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file, &size);
  const Format *format = find_format (bytes, size);
  GBytes *clean = NULL;

  if (format == NULL) {
    refuse (error, path, _ ("is no picture that can be read; save it as JPEG, PNG, WebP or HEIC"));
    return NULL;
  }
  *ret_format = format;
  if (format->read_head (bytes, size, head)) {
    if (!check_size (head, path, error))
      return NULL;
    clean = format->clean_new != NULL ? format->clean_new (bytes, size, head)
                                      : convert_new (format, bytes, size, head);
  }
  if (clean == NULL)
    refuse (error, path,
            _ ("the picture is broken or breaks off; copy it anew, or open it in a picture program and save "
               "it again"));
  return clean;
}

static gboolean
is_stored (const char *path, GBytes *bytes)
{
  const int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  g_autoptr (GBytes) there = fd < 0 ? NULL : read_open (fd, path, NULL);

  if (fd >= 0)
    close (fd);
  return there != NULL && g_bytes_equal (there, bytes);
}

static gboolean
store (GBytes *bytes, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (is_stored (path, bytes))
    return TRUE;
  g_autoptr (TkOutput) output = tk_output_replace_new (path, error);
  return output != NULL && tk_output_write (output, data, size, error) && tk_output_commit (output, error);
}

static void
tell (const TkHead *head, const Format *format, TkPictureFacts *facts)
{
  const gboolean swaps = tk_orientation_swaps (head->orientation);

  *facts = (TkPictureFacts){
      .width = swaps ? head->height : head->width,
      .height = swaps ? head->width : head->height,
      .had_position = head->position,
      .several = head->several,
      .converted_from = format->decode_new != NULL ? head->format : NULL,
  };
  g_strlcpy (facts->taken_on, head->taken_on, sizeof facts->taken_on);
}

gboolean
tk_picture_take (const char *path, const char *folder, TkPictureFacts *ret_facts, char **ret_name,
                 GError **error)
{
  const Format *format = NULL;
  TkHead head;

  g_autoptr (GBytes) file = read_file (path, error);
  if (file == NULL)
    return FALSE;
  g_autoptr (GBytes) clean = clean_new (file, path, &head, &format, error);
  if (clean == NULL)
    return FALSE;
  gsize size;
  const void *bytes = g_bytes_get_data (clean, &size);
  g_autofree char *sum = tk_digest_new (bytes, size);
  g_autofree char *name = g_strconcat (sum, head.exact ? ".png" : ".jpg", NULL);
  if (!store (clean, folder, name, error))
    return FALSE;
  tell (&head, format, ret_facts);
  *ret_name = g_steal_pointer (&name);
  return TRUE;
}
