/* Comes in: files, and the names that they are to have. Goes out: a folder of them, or a .zip file. Must not
 * know what they are. No clock: entries of a .zip file have the oldest date that such a file knows. */
#include "delivery.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "output.h"

enum { BLOCK = 64 * 1024 };

typedef struct archive Zip;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Zip, archive_write_free)

struct _TkDelivery {
  char *path;
  /* a folder */
  char *staging;   /* where it lies until it is whole; NULL once it has its name */
  GPtrArray *made; /* (element-type utf8): paths in it, folders before what is in them */
  GHashTable *folders;
  int fd; /* of the file that is being written, or -1 */
  /* a file */
  Zip *zip;
  TkOutput *output;
  GError *fault; /* of the output, met while the zip file was written */
};

static void
set_error (GError **error, const char *path, int code)
{
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               code == ENOSPC || code == EDQUOT
                   ? _ ("%s: cannot be written: %s; free some space and try again, nothing was changed")
                   : _ ("%s: cannot be written: %s; choose a folder that you may write to"),
               path, g_strerror (code));
}

/* ---- a file ---------------------------------------------------------------- */

static la_ssize_t
pass (Zip *zip, void *data, const void *bytes, size_t size)
{
  TkDelivery *delivery = data;

  if (delivery->fault == NULL && tk_output_write (delivery->output, bytes, size, &delivery->fault))
    return (la_ssize_t) size;
  archive_set_error (zip, EIO, "%s", delivery->fault->message);
  return -1;
}

static gboolean
fail_zip (TkDelivery *delivery, GError **error)
{
  if (delivery->fault != NULL)
    g_propagate_error (error, g_steal_pointer (&delivery->fault));
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: cannot be packed: %s; give a folder instead"),
                 delivery->path, archive_error_string (delivery->zip));
  return FALSE;
}

static gboolean
open_zip (TkDelivery *delivery, GError **error)
{
  delivery->output = tk_output_new (delivery->path, error);
  if (delivery->output == NULL)
    return FALSE;
  delivery->zip = archive_write_new ();
  archive_write_set_format_zip (delivery->zip);
  archive_write_zip_set_compression_deflate (delivery->zip);
  archive_write_set_options (delivery->zip, "hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block (delivery->zip, 1);
  return archive_write_open (delivery->zip, delivery, NULL, pass, NULL) == ARCHIVE_OK
         || fail_zip (delivery, error);
}

static gboolean
open_entry (TkDelivery *delivery, const char *name, gint64 size, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  const int result = archive_write_header (delivery->zip, entry);
  archive_entry_free (entry);
  return result == ARCHIVE_OK || fail_zip (delivery, error);
}

/* ---- a folder -------------------------------------------------------------- */

static gboolean
is_free (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  return dir != NULL ? g_dir_read_name (dir) == NULL : !g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
open_folder (TkDelivery *delivery, GError **error)
{
  g_autofree char *staging = g_strconcat (delivery->path, ".XXXXXX", NULL);

  if (!is_free (delivery->path)) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: is there already; give a folder that is not there, or an empty one"),
                 delivery->path);
    return FALSE;
  }
  if (g_mkdtemp_full (staging, 0777) == NULL) {
    set_error (error, delivery->path, errno);
    return FALSE;
  }
  delivery->staging = g_steal_pointer (&staging);
  delivery->made = g_ptr_array_new_with_free_func (g_free);
  delivery->folders = g_hash_table_new (g_str_hash, g_str_equal);
  return TRUE;
}

/* The folders above @name. */
static gboolean
make_folders (TkDelivery *delivery, const char *name, GError **error)
{
  for (const char *slash = strchr (name, '/'); slash != NULL; slash = strchr (slash + 1, '/')) {
    g_autofree char *part = g_strndup (name, (gsize) (slash - name));
    g_autofree char *path = g_build_filename (delivery->staging, part, NULL);
    if (g_hash_table_contains (delivery->folders, path))
      continue;
    if (g_mkdir (path, 0777) != 0) {
      set_error (error, path, errno);
      return FALSE;
    }
    g_hash_table_add (delivery->folders, path);
    g_ptr_array_add (delivery->made, g_steal_pointer (&path));
  }
  return TRUE;
}

static int
open_file (TkDelivery *delivery, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (delivery->staging, name, NULL);

  if (!make_folders (delivery, name, error))
    return -1;
  const int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    set_error (error, path, errno);
  else
    g_ptr_array_add (delivery->made, g_steal_pointer (&path));
  return fd;
}

static gboolean
write_file (const TkDelivery *delivery, const void *bytes, gsize size, GError **error)
{
  const char *at = bytes;

  while (size > 0) {
    const gssize n = write (delivery->fd, at, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      set_error (error, delivery->path, errno);
      return FALSE;
    }
    at += n;
    size -= (gsize) n;
  }
  return TRUE;
}

/* All of it at once: thousands of small files would wait for the disk one by one. */
static gboolean
commit_folder (TkDelivery *delivery, GError **error)
{
  g_autofree char *above = g_path_get_dirname (delivery->path);
  const int fd = g_open (above, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  /* an empty folder of that name gives way */
  const gboolean named = fd >= 0 && syncfs (fd) == 0 && g_rename (delivery->staging, delivery->path) == 0;
  const int code = errno;

  if (named)
    g_clear_pointer (&delivery->staging, g_free);
  else
    set_error (error, delivery->path, code);
  const gboolean synced = !named || fsync (fd) == 0;
  if (!synced)
    set_error (error, above, errno);
  if (fd >= 0)
    close (fd);
  return named && synced;
}

/* ---- the door -------------------------------------------------------------- */

TkDelivery *
tk_delivery_new (const char *path, GError **error)
{
  g_autoptr (TkDelivery) delivery = g_new0 (TkDelivery, 1);
  const gboolean zip = g_str_has_suffix (path, ".zip");

  delivery->path = g_strdup (path);
  delivery->fd = -1;
  for (gsize n = strlen (path); !zip && n > 1 && path[n - 1] == '/'; n--)
    delivery->path[n - 1] = '\0';
  if (!(zip ? open_zip (delivery, error) : open_folder (delivery, error)))
    return NULL;
  return g_steal_pointer (&delivery);
}

static gboolean
open_name (TkDelivery *delivery, const char *name, gint64 size, GError **error)
{
  if (delivery->zip != NULL)
    return open_entry (delivery, name, size, error);
  delivery->fd = open_file (delivery, name, error);
  return delivery->fd >= 0;
}

static gboolean
write_some (TkDelivery *delivery, const void *bytes, gsize size, GError **error)
{
  if (delivery->zip == NULL)
    return write_file (delivery, bytes, size, error);
  return size == 0 || archive_write_data (delivery->zip, bytes, size) == (la_ssize_t) size
         || fail_zip (delivery, error);
}

static gboolean
close_name (TkDelivery *delivery, GError **error)
{
  if (delivery->zip != NULL)
    return archive_write_finish_entry (delivery->zip) == ARCHIVE_OK || fail_zip (delivery, error);
  const int result = close (delivery->fd);
  delivery->fd = -1;
  if (result != 0)
    set_error (error, delivery->path, errno);
  return result == 0;
}

gboolean
tk_delivery_put (TkDelivery *delivery, const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return open_name (delivery, name, (gint64) size, error) && write_some (delivery, data, size, error)
         && close_name (delivery, error);
}

static void
fail_read (const char *from, int code, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: cannot be read: %s; “tongket archive verify” says what else is missing"), from,
               g_strerror (code));
}

/* Until its end, or where it is longer than it was. */
static gboolean
copy_bytes (TkDelivery *delivery, int fd, const char *from, gint64 size, GChecksum *sum, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);

  while (size >= 0) {
    const gssize n = read (fd, block, BLOCK);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      fail_read (from, errno, error);
      return FALSE;
    }
    if (n == 0)
      break;
    size -= n;
    g_checksum_update (sum, block, n);
    if (size >= 0 && !write_some (delivery, block, (gsize) n, error))
      return FALSE;
  }
  if (size == 0)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: changed while it was read; try again"), from);
  return FALSE;
}

static gboolean
copy_file (TkDelivery *delivery, const char *name, const char *from, int fd, const char *sha256,
           GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  struct stat status;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode)) {
    fail_read (from, EINVAL, error);
    return FALSE;
  }
  if (!open_name (delivery, name, status.st_size, error)
      || !copy_bytes (delivery, fd, from, status.st_size, sum, error))
    return FALSE;
  if (sha256 == NULL || g_ascii_strcasecmp (g_checksum_get_string (sum), sha256) == 0)
    return close_name (delivery, error);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: is not what was put into the archive: its checksum is another; bring it back from a "
                  "copy of the archive"),
               from);
  return FALSE;
}

gboolean
tk_delivery_copy (TkDelivery *delivery, const char *name, const char *from, const char *sha256,
                  GError **error)
{
  const int fd = g_open (from, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0) {
    fail_read (from, errno, error);
    return FALSE;
  }
  const gboolean copied = copy_file (delivery, name, from, fd, sha256, error);
  close (fd);
  return copied;
}

gboolean
tk_delivery_commit (TkDelivery *delivery, GError **error)
{
  if (delivery->zip == NULL)
    return commit_folder (delivery, error);
  return (archive_write_close (delivery->zip) == ARCHIVE_OK || fail_zip (delivery, error))
         && tk_output_commit (delivery->output, error);
}

void
tk_delivery_free (TkDelivery *delivery)
{
  if (delivery == NULL)
    return;
  if (delivery->fd >= 0)
    close (delivery->fd);
  g_clear_pointer (&delivery->zip, archive_write_free);
  g_clear_pointer (&delivery->output, tk_output_free);
  for (guint i = delivery->staging != NULL ? delivery->made->len : 0; i-- > 0;)
    g_remove (delivery->made->pdata[i]);
  if (delivery->staging != NULL)
    g_rmdir (delivery->staging);
  g_clear_pointer (&delivery->folders, g_hash_table_unref);
  g_clear_pointer (&delivery->made, g_ptr_array_unref);
  g_clear_error (&delivery->fault);
  g_free (delivery->staging);
  g_free (delivery->path);
  g_free (delivery);
}
