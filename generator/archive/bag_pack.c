/* Comes in: a bag. Goes out: one file, .tar or .zip, that holds it below one folder (RFC 8493, 4). No clock,
 * no owner, no order of the disk goes into it. */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "bag_form.h"
#include "error.h"
#include "output.h"
#include "tree.h"

enum { PART = 1 << 18 };

/* 1980-01-01, the first day of zip files. They get none, for libarchive would write it in the local time of
 * the moment; without one it writes that day. */
enum { DAY = 315532800 };

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_write_free (archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

typedef struct {
  const char *folder, *top;
  const char *path; /* of the package */
  gboolean zip;
  Archive *archive;
  TkOutput *output;
  GError *fault; /* of the output */
} Packer;

static la_ssize_t
pass_bytes (Archive *archive G_GNUC_UNUSED, void *data, const void *bytes, size_t size)
{
  Packer *packer = data;

  return tk_output_write (packer->output, bytes, size, &packer->fault) ? (la_ssize_t) size : -1;
}

/* What went wrong: the output, or what libarchive says. */
static gboolean
fail (Packer *packer, GError **error)
{
  if (packer->fault != NULL)
    g_propagate_error (error, g_steal_pointer (&packer->fault));
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: cannot be written: %s"), packer->path,
                 archive_error_string (packer->archive));
  return FALSE;
}

static gboolean
fail_reading (const char *path, int code, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               _ ("%s: cannot be read (%s); look at its rights and at the disk"), path, g_strerror (code));
  return FALSE;
}

static gboolean
fail_changed (const char *path, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: was changed while it was packed; pack again"), path);
  return FALSE;
}

/* The package knows the size already: the file must keep it. */
static gboolean
put_bytes (Packer *packer, const char *path, int fd, gint64 size, GError **error)
{
  g_autofree char *buffer = g_malloc (PART);
  gint64 left = size;

  for (;;) {
    const ssize_t n = read (fd, buffer, PART);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_reading (path, errno, error);
    if (n > left || (n == 0 && left > 0))
      return fail_changed (path, error);
    if (n == 0)
      return TRUE;
    if (archive_write_data (packer->archive, buffer, (size_t) n) != n)
      return fail (packer, error);
    left -= n;
  }
}

static gboolean
put_header (Packer *packer, const char *path, const TkBagFile *file, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *name = *path != '\0' ? g_build_filename (packer->top, path, NULL) : g_strdup (packer->top);

  archive_entry_update_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, file != NULL ? AE_IFREG : AE_IFDIR);
  archive_entry_set_perm (entry, file != NULL ? 0644 : 0755);
  archive_entry_set_size (entry, file != NULL ? file->status.st_size : 0);
  if (!packer->zip)
    archive_entry_set_mtime (entry, DAY, 0);
  const gboolean done = archive_write_header (packer->archive, entry) == ARCHIVE_OK;
  archive_entry_free (entry);
  return done || fail (packer, error);
}

static gboolean
put_file (Packer *packer, const TkBagFile *file, GError **error)
{
  g_autofree char *path = g_build_filename (packer->folder, file->path, NULL);
  const int fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

  if (fd < 0)
    return fail_reading (path, errno, error);
  const gboolean done = put_header (packer, file->path, file, error)
                        && put_bytes (packer, path, fd, file->status.st_size, error);
  close (fd);
  return done && (archive_write_finish_entry (packer->archive) == ARCHIVE_OK || fail (packer, error));
}

/* Folders and files as one list in the order of their bytes: a folder comes before what is in it. */
static gboolean
put_tree (Packer *packer, const TkBagTree *tree, GError **error)
{
  guint at = 0;

  for (guint i = 0; i < tree->folders->len; i++) {
    const char *folder = g_ptr_array_index (tree->folders, i);
    for (; at < tree->files->len && strcmp (g_array_index (tree->files, TkBagFile, at).path, folder) < 0;
         at++) {
      if (!put_file (packer, &g_array_index (tree->files, TkBagFile, at), error))
        return FALSE;
    }
    if (!put_header (packer, folder, NULL, error))
      return FALSE;
  }
  for (; at < tree->files->len; at++) {
    if (!put_file (packer, &g_array_index (tree->files, TkBagFile, at), error))
      return FALSE;
  }
  return TRUE;
}

/* The form by the ending of the name, names in UTF-8. */
static gboolean
begin (Packer *packer, GError **error)
{
  Archive *archive = packer->archive;

  if (packer->zip)
    archive_write_set_format_zip (archive);
  else
    archive_write_set_format_pax_restricted (archive);
  archive_write_set_bytes_in_last_block (archive,
                                         packer->zip ? 1 : 0); /* a tape has whole blocks, a zip file none */
  if (archive_write_set_options (archive, packer->zip ? "zip:hdrcharset=UTF-8" : "pax:hdrcharset=UTF-8")
          == ARCHIVE_OK
      && archive_write_open (archive, packer, NULL, pass_bytes, NULL) == ARCHIVE_OK)
    return TRUE;
  return fail (packer, error);
}

gboolean
tk_bag_pack (const char *folder, int held, const char *path, GError **error)
{
  const gboolean zip = g_str_has_suffix (path, ".zip");
  g_autofree char *root = g_canonicalize_filename (folder, NULL);
  g_autofree char *top = g_path_get_basename (root);

  if (!zip && !g_str_has_suffix (path, ".tar")) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: the name of a packed bag ends in .tar or .zip"),
                 path);
    return FALSE;
  }
  g_autoptr (TkBagTree) tree = tk_bag_tree_new (folder, error);
  if (tree == NULL)
    return FALSE;
  if (tree->others->len > 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s/%s: is a link or a device, which cannot be in a bag; put the file itself there"),
                 folder, (const char *) g_ptr_array_index (tree->others, 0));
    return FALSE;
  }
  g_autoptr (TkOutput) output = tk_output_new (path, error);
  if (output == NULL)
    return FALSE;
  g_autoptr (Archive) archive = archive_write_new ();
  Packer packer = {folder, top, path, zip, archive, output, NULL};
  if (!begin (&packer, error) || !put_tree (&packer, tree, error))
    return FALSE;
  if (archive_write_close (archive) != ARCHIVE_OK)
    return fail (&packer, error);
  if (held >= 0 && !tk_tree_is_held (held, folder))
    return fail_changed (folder, error);
  return tk_output_commit (output, error);
}
