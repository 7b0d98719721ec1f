/* Comes in: a packed bag, .tar or .zip, from anyone. Goes out: its folder, whole or not there. Nothing is
 * written outside of it, nothing that is no file or folder, and not without end. */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bag_form.h"
#include "error.h"

/* What a package may become: 64 MiB freely, then a hundred times its size. Spreadsheets and XML come to
 * thirty times, pictures and PDF to once. */
enum { FREE_BYTES = 64 << 20, RATIO = 100, MOST_ENTRIES = 2000000, PART = 1 << 18 };

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

typedef struct {
  const char *path;   /* of the package */
  const char *folder; /* that is being filled */
  Archive *archive;
  char *top; /* the one folder at the top of the package */
  gint64 written, most;
  guint entries;
} Unpacker;

static gboolean
refuse (const Unpacker *unpacker, const char *name, const char *reason, GError **error)
{
  g_autofree char *shown = name != NULL ? g_utf8_make_valid (name, -1) : g_strdup ("?");

  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: “%s” %s; nothing was unpacked"), unpacker->path, shown,
               reason);
  return FALSE;
}

static gboolean
fail_damaged (const Unpacker *unpacker, GError **error)
{
  const char *reason = archive_error_string (unpacker->archive);

  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: is no packed bag, or damaged (%s); nothing was unpacked, take it from a copy"),
               unpacker->path, reason != NULL ? reason : "?");
  return FALSE;
}

static gboolean
fail_writing (const char *path, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               _ ("%s: cannot be written: %s; look at the room and the rights there"), path,
               g_strerror (errno));
  return FALSE;
}

/* The path below the one folder at the top, "" for that itself; NULL with an error. */
static const char *
find_path (Unpacker *unpacker, const char *name, GError **error)
{
  if (!tk_bag_name_stays_within (name)) {
    refuse (unpacker, name, _ ("leads out of the bag"), error);
    return NULL;
  }
  const gsize length = strcspn (name, "/");
  if (unpacker->top == NULL)
    unpacker->top = g_strndup (name, length);
  if (strlen (unpacker->top) != length || strncmp (unpacker->top, name, length) != 0) {
    refuse (unpacker, name, _ ("lies beside the folder of the bag"), error);
    return NULL;
  }
  return name + length + (name[length] == '/');
}

static gboolean
write_bytes (Unpacker *unpacker, const char *name, const char *path, int fd, GError **error)
{
  g_autofree char *buffer = g_malloc (PART);

  for (;;) {
    const la_ssize_t n = archive_read_data (unpacker->archive, buffer, PART);
    if (n < 0)
      return fail_damaged (unpacker, error);
    if (n == 0)
      break;
    unpacker->written += n;
    if (unpacker->written > unpacker->most)
      return refuse (unpacker, name, _ ("swells out of all proportion"), error);
    for (la_ssize_t done = 0; done < n;) {
      const ssize_t step = write (fd, buffer + done, (size_t) (n - done));
      if (step < 0 && errno != EINTR)
        return fail_writing (path, error);
      done += MAX (step, 0);
    }
  }
  return TRUE;
}

static gboolean
write_file (Unpacker *unpacker, const char *name, const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, 0777) != 0)
    return fail_writing (parent, error);
  const int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (fd < 0 && errno == EEXIST)
    return refuse (unpacker, name, _ ("is in it twice"), error);
  if (fd < 0)
    return fail_writing (path, error);
  const gboolean done = write_bytes (unpacker, name, path, fd, error);
  return (close (fd) == 0 || fail_writing (path, error)) && done;
}

static gboolean
take_entry (Unpacker *unpacker, struct archive_entry *entry, GError **error)
{
  const char *raw = archive_entry_pathname_utf8 (entry);
  g_autofree char *name = g_strdup (raw != NULL && g_str_has_prefix (raw, "./") ? raw + 2 : raw);
  const mode_t type = archive_entry_filetype (entry);

  if (++unpacker->entries > MOST_ENTRIES)
    return refuse (unpacker, name, _ ("is one file too many"), error);
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return refuse (unpacker, name, _ ("has a name that is not in UTF-8"), error);
  if (archive_entry_is_encrypted (entry) || archive_entry_hardlink (entry) != NULL
      || (type != AE_IFREG && type != AE_IFDIR))
    return refuse (unpacker, name, _ ("is no file that can be read: a link, a device, or locked"), error);
  if (type == AE_IFDIR && g_str_has_suffix (name, "/"))
    name[strlen (name) - 1] = '\0';
  if (type == AE_IFDIR && (*name == '\0' || strcmp (name, ".") == 0))
    return TRUE;
  const char *below = find_path (unpacker, name, error);
  if (below == NULL)
    return FALSE;
  g_autofree char *path = g_build_filename (unpacker->folder, below, NULL);
  if (type == AE_IFREG)
    return *below != '\0' ? write_file (unpacker, name, path, error)
                          : refuse (unpacker, name, _ ("lies beside the folder of the bag"), error);
  return g_mkdir_with_parents (path, 0777) == 0 || fail_writing (path, error);
}

static gboolean
take_all (Unpacker *unpacker, GError **error)
{
  struct archive_entry *entry;
  int result;

  /* it warns of names that it could not turn into the locale's letters; here they are read in UTF-8 and
   * checked */
  while ((result = archive_read_next_header (unpacker->archive, &entry)) == ARCHIVE_OK
         || result == ARCHIVE_WARN) {
    if (!take_entry (unpacker, entry, error))
      return FALSE;
  }
  if (result != ARCHIVE_EOF)
    return fail_damaged (unpacker, error);
  if (unpacker->top != NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: holds nothing; name a packed bag, .tar or .zip"),
               unpacker->path);
  return FALSE;
}

static gboolean
open_package (Unpacker *unpacker, GError **error)
{
  GStatBuf status;

  if (g_stat (unpacker->path, &status) != 0 || !S_ISREG (status.st_mode)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: there is no such file; name a packed bag, .tar or .zip"), unpacker->path);
    return FALSE;
  }
  unpacker->most = FREE_BYTES + (gint64) status.st_size * RATIO;
  archive_read_support_filter_gzip (unpacker->archive);
  archive_read_support_format_tar (unpacker->archive);
  archive_read_support_format_zip_seekable (unpacker->archive);
  archive_read_set_options (unpacker->archive, "hdrcharset=UTF-8");
  return archive_read_open_filename (unpacker->archive, unpacker->path, PART) == ARCHIVE_OK
         || fail_damaged (unpacker, error);
}

/* Only what was made here lies there. */
static void
remove_tree (char *folder)
{
  char *const roots[] = {folder, NULL};
  FTS *walk = fts_open (roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);

  for (const FTSENT *entry = walk != NULL ? fts_read (walk) : NULL; entry != NULL; entry = fts_read (walk)) {
    if (entry->fts_info != FTS_D)
      remove (entry->fts_accpath);
  }
  if (walk != NULL)
    fts_close (walk);
}

static gboolean
sync_folder (const char *path, gboolean whole, GError **error)
{
  const int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const gboolean done = fd >= 0
                        && ((whole ? syncfs (fd) : fsync (fd)) == 0 || errno == EINVAL || errno == EROFS);

  if (!done)
    fail_writing (path, error);
  if (fd >= 0)
    close (fd);
  return done;
}

/* All of it to the disk at once, then the name. */
static gboolean
settle (const Unpacker *unpacker, const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  if (!sync_folder (unpacker->folder, TRUE, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, unpacker->folder, AT_FDCWD, folder, RENAME_NOREPLACE) != 0
      && (errno != EINVAL || g_rename (unpacker->folder, folder) != 0))
    return fail_writing (folder, error);
  return sync_folder (parent, FALSE, error);
}

gboolean
tk_bag_unpack (const char *path, const char *folder, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autofree char *target = g_canonicalize_filename (folder, NULL);
  g_autofree char *beside = g_strdup_printf ("%s.XXXXXX", target);
  Unpacker unpacker = {.path = path, .archive = archive};

  if (!open_package (&unpacker, error))
    return FALSE;
  if (g_file_test (target, G_FILE_TEST_EXISTS)) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: is there already; name a folder that is not"),
                 folder);
    return FALSE;
  }
  if (g_mkdtemp_full (beside, 0777) == NULL)
    return fail_writing (folder, error);
  unpacker.folder = beside;
  const gboolean done = take_all (&unpacker, error) && settle (&unpacker, target, error);
  if (!done)
    remove_tree (beside);
  g_free (unpacker.top);
  return done;
}

const char *
tk_bag_media_type (const char *path)
{
  if (g_str_has_suffix (path, ".zip"))
    return "application/zip";
  return g_str_has_suffix (path, ".tar") ? "application/x-tar" : "application/gzip";
}

GArray *
tk_bag_validate_packed (const char *path, const char *profile, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *room = g_dir_make_tmp ("tongket-XXXXXX", &fault);
  g_autofree char *folder = room != NULL ? g_build_filename (room, "bag", NULL) : NULL;
  GArray *faults = NULL;

  if (room == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: %s; look at the room and the rights there"),
                 g_get_tmp_dir (), fault->message);
    return NULL;
  }
  if (tk_bag_unpack (path, folder, error))
    faults = tk_bag_judge (folder, tk_bag_media_type (path), profile, error);
  remove_tree (room);
  return faults;
}
