/* Comes in: bytes for a version of a paper. Goes out: its files, and what they are. Must not know what is in
 * them. */
#include "version.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "error.h"
#include "shown.h"
#include "tree.h"

gboolean
tk_version_make (const char *path, GError **error)
{
  if (mkdir (path, 0755) == 0 || errno == EEXIST)
    return TRUE;
  tk_tree_set_error (error, path, errno);
  return FALSE;
}

static gboolean
make_folders (const char *folder, const char *path, GError **error)
{
  for (const char *slash = strchr (path, '/'); slash != NULL; slash = strchr (slash + 1, '/')) {
    g_autofree char *relative = g_strndup (path, (gsize) (slash - path));
    g_autofree char *whole = g_build_filename (folder, relative, NULL);
    if (!tk_version_make (whole, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_all (int fd, const char *bytes, gsize size)
{
  while (size > 0) {
    const ssize_t n = write (fd, bytes, size);
    if (n < 0 && errno != EINTR)
      return FALSE;
    bytes += MAX (n, 0);
    size -= (gsize) MAX (n, 0);
  }
  return TRUE;
}

/* RFC 8493 writes "%" and the ends of lines otherwise than sha256sum reads them (2.1.3): a bag with such a
 * name would be confirmed by no program but those that know BagIt. */
static gboolean
check_name (const char *path, GError **error)
{
  for (const char *at = path; *at != '\0'; at++) {
    g_autofree char *shown = NULL;
    if (*at != '%' && !g_ascii_iscntrl (*at))
      continue;
    shown = tk_shown_new (path);
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("“%s”: has a sign in its name, “%%” or one that nobody sees, by which checksums would "
                    "not find it again; rename the file, and correct its name where it is used"),
                 shown);
    return FALSE;
  }
  return TRUE;
}

gboolean
tk_version_put (const char *folder, const char *path, const void *bytes, gsize size, GError **error)
{
  g_autofree char *whole = g_build_filename (folder, path, NULL);

  if (!check_name (path, error) || !make_folders (folder, path, error))
    return FALSE;
  const int fd = open (whole, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  gboolean done = fd >= 0 && write_all (fd, bytes, size);
  int code = errno;
  if (fd >= 0 && close (fd) != 0 && done) {
    done = FALSE;
    code = errno;
  }
  if (!done)
    tk_tree_set_error (error, whole, code);
  return done;
}

const char *
tk_version_kind (const char *path)
{
  static const struct {
    const char *ending, *kind;
  } kinds[] = {
      {".pdf", "application/pdf"},
      {".xml", "application/xml"},
      {".csv", "text/csv"},
      {".txt", "text/plain"},
      {".json", "application/json"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".png", "image/png"},
      {".webp", "image/webp"},
      {".heic", "image/heic"},
      {".tif", "image/tiff"},
      {".tiff", "image/tiff"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
  };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (small, kinds[i].ending))
      return kinds[i].kind;
  return "application/octet-stream";
}

typedef struct {
  const char *folder;
  TkArena *arena;
  GArray *files;
} List;

static gboolean
set_unreadable (GError **error, const char *path, const char *why)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: cannot be read: %s; take it from a copy of the store"),
               path, why);
  return FALSE;
}

static gboolean
add_file (List *list, const char *path, GError **error)
{
  g_autofree char *whole = g_build_filename (list->folder, path, NULL);
  const int fd = open (whole, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return set_unreadable (error, whole, g_strerror (errno));
  g_autoptr (GError) cause = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (fd, FALSE, &cause);
  close (fd);
  if (file == NULL)
    return set_unreadable (error, whole, cause->message);
  const gsize size = g_mapped_file_get_length (file);
  g_autofree char *sum = tk_digest_new (g_mapped_file_get_contents (file), size);
  TkRecordFile one = {tk_arena_text (list->arena, path), tk_version_kind (path),
                      tk_arena_text (list->arena, sum), size};
  g_array_append_val (list->files, one);
  return TRUE;
}

static gboolean
is_of_record (const char *path)
{
  static const char *const names[] = {"record.xml", "dublin_core.xml", "premis.xml", NULL};

  return g_strv_contains (names, path);
}

static gboolean
add_folder (List *list, const char *path, GError **error)
{
  g_autofree char *whole = g_build_filename (list->folder, path, NULL);
  g_auto (GStrv) names = tk_tree_list_new (whole);

  for (char **name = names; *name != NULL; name++) {
    g_autofree char *inner = *path == '\0' ? g_strdup (*name) : g_build_filename (path, *name, NULL);
    g_autofree char *there = g_build_filename (list->folder, inner, NULL);
    struct stat status;
    if (lstat (there, &status) != 0)
      return set_unreadable (error, there, g_strerror (errno));
    if (S_ISDIR (status.st_mode)    ? !add_folder (list, inner, error)
        : !S_ISREG (status.st_mode) ? !set_unreadable (error, there, _ ("it is neither a file nor a folder"))
                                    : !is_of_record (inner) && !add_file (list, inner, error))
      return FALSE;
  }
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TkRecordFile *) a)->path, ((const TkRecordFile *) b)->path);
}

gboolean
tk_version_list (const char *folder, TkArena *arena, const TkRecordFile **ret_files, guint *ret_n,
                 GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (TkRecordFile));
  List list = {folder, arena, files};

  if (!add_folder (&list, "", error))
    return FALSE;
  g_array_sort (files, compare);
  *ret_files = tk_arena_copy_array (arena, files);
  *ret_n = files->len;
  return TRUE;
}
