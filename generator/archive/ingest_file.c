/* Comes in: what a row of the list names. Goes out: files that are there and are what their ending says, with
 * their checksums. Must not know what the paper is. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest_form.h"
#include "nfc.h"
#include "package.h"
#include "path.h"

enum { HEAD = 1024, BLOCK = 64 * 1024, MOST_FILES = 5000 };

typedef struct {
  const char *endings[2]; /* the first is what it gets */
  const char *kind;
  const char *marks[4]; /* one of these stands in its beginning */
  gsize length;         /* of a mark */
  gsize at;             /* where it stands */
  gsize reach;          /* so far it may stand behind that (ISO 32000-1, H.3.4.1) */
} Format;

/* Pictures as the records take them, and TIFF, which scanners write. */
static const Format formats[] = {
    {{".pdf"}, "application/pdf", {"%PDF-"}, 5, 0, HEAD},
    {{".jpg", ".jpeg"}, "image/jpeg", {"\xff\xd8\xff"}, 3, 0, 0},
    {{".png"}, "image/png", {"\x89PNG\r\n\x1a\n"}, 8, 0, 0},
    {{".webp"}, "image/webp", {"WEBP"}, 4, 8, 0},
    {{".heic"}, "image/heic", {"ftypheic", "ftypheix", "ftypmif1", "ftypheim"}, 8, 4, 0},
    {{".tif", ".tiff"}, "image/tiff", {"II*\0", "MM\0*", "II+\0", "MM\0+"}, 4, 0, 0},
    {{".docx"},
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     {"PK\x03\x04"},
     4,
     0,
     0},
};

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats[i].endings) && formats[i].endings[j] != NULL; j++) {
      const gsize n = strlen (name), m = strlen (formats[i].endings[j]);
      if (n > m && g_ascii_strcasecmp (name + n - m, formats[i].endings[j]) == 0)
        return &formats[i];
    }
  return NULL;
}

static gboolean
begins (const Format *format, const guint8 *head, gsize size)
{
  for (gsize at = format->at; at <= format->at + format->reach && at + format->length <= size; at++)
    for (guint i = 0; i < G_N_ELEMENTS (format->marks) && format->marks[i] != NULL; i++)
      if (memcmp (head + at, format->marks[i], format->length) == 0)
        return TRUE;
  return FALSE;
}

/* Many formats are zip files. */
static gboolean
is_word (const char *path)
{
  g_autoptr (TkPackage) package = tk_package_open_new (path, NULL);

  return package != NULL && tk_package_has (package, "word/document.xml");
}

/* ---- one file -------------------------------------------------------------------- */

static gboolean
fail (TkIngestList *list, const TkIngestPaper *paper, const char *name, const char *why)
{
  tk_ingest_fault (list, paper->line, paper->cells[TK_INGEST_FILES], "“%s”: %s", name, why);
  return FALSE;
}

/* Its checksum and size, and HEAD bytes of its beginning. FALSE: errno. */
static gboolean
read_file (int fd, TkIngestFile *file, guint8 *head, gsize *ret_size)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);

  *ret_size = 0;
  for (;;) {
    const gssize n = read (fd, block, BLOCK);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    if (n == 0)
      break;
    const gsize wanted = MIN ((gsize) n, HEAD - *ret_size);
    memcpy (head + *ret_size, block, wanted);
    *ret_size += wanted;
    g_checksum_update (sum, block, n);
    file->size += (guint64) n;
  }
  g_strlcpy (file->sha256, g_checksum_get_string (sum), sizeof file->sha256);
  return TRUE;
}

static gboolean
check_file (TkIngestList *list, const TkIngestPaper *paper, const Format *format, TkIngestFile *file)
{
  guint8 head[HEAD];
  gsize size;
  struct stat status;
  const int fd = g_open (file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    return fail (list, paper, file->name,
                 errno == ENOENT ? _ ("is not there; correct its name, which counts from the list’s folder")
                                 : g_strerror (errno));
  const gboolean regular = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  const gboolean read = regular && read_file (fd, file, head, &size);
  const int code = errno;
  close (fd);
  if (!regular)
    return fail (list, paper, file->name, _ ("is no file; name each file, or several by a “*”"));
  if (!read)
    return fail (list, paper, file->name, g_strerror (code));
  if (file->size == 0)
    return fail (list, paper, file->name, _ ("is empty; copy it anew"));
  if (!begins (format, head, size) || (g_str_equal (format->endings[0], ".docx") && !is_word (file->path)))
    return fail (list, paper, file->name,
                 _ ("is not what its ending says; look what it is, and name it so or save it anew"));
  file->ending = format->endings[0];
  file->kind = format->kind;
  return TRUE;
}

/* A folder that someone sent may have links in it to what is none of his business. */
static gboolean
leads_out (const TkIngestList *list, const char *path)
{
  char *real = realpath (path, NULL), *folder = realpath (list->folder, NULL);
  const gboolean out = real != NULL && folder != NULL && !tk_path_lies_in (real, folder);

  free (real);
  free (folder);
  return out;
}

static void
take_file (TkIngestList *list, TkIngestPaper *paper, const char *name, const char *path)
{
  const Format *format = find_format (name);
  TkIngestFile *file = tk_arena_new0 (list->arena, TkIngestFile);

  if (format == NULL) {
    fail (list, paper, name, _ ("is not taken; expected .pdf, .docx, .jpg, .png, .webp, .heic or .tif"));
    return;
  }
  if (leads_out (list, path)) {
    fail (list, paper, name,
          _ ("is a link to a place outside of the list’s folder; put the file itself there"));
    return;
  }
  file->name = tk_arena_text (list->arena, name);
  file->path = tk_arena_text (list->arena, path);
  if (check_file (list, paper, format, file))
    g_ptr_array_add (paper->files, file);
}

/* ---- names ------------------------------------------------------------------------ */

/* A list may come from elsewhere: it names nothing outside of its folder. */
static gboolean
is_below (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  return !g_path_is_absolute (name) && !g_strv_contains ((const char *const *) parts, "..");
}

/* (transfer full) */
static char *
find_path (const TkIngestList *list, const char *name)
{
  g_autofree char *path = g_build_filename (list->folder, name, NULL);

  return tk_path_find_new (path);
}

/* trang-2 before trang-10 */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strverscmp (*(const char *const *) a, *(const char *const *) b);
}

/* Files of one folder whose name fits the pattern. */
static void
take_pattern (TkIngestList *list, TkIngestPaper *paper, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (name), *last = g_path_get_basename (name);
  g_autofree char *path = find_path (list, folder);
  g_autoptr (GPatternSpec) pattern = g_pattern_spec_new (last);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *entry = dir != NULL ? g_dir_read_name (dir) : NULL; entry != NULL;
       entry = g_dir_read_name (dir)) {
    g_autofree char *composed = tk_nfc_new (entry, -1);
    if (composed != NULL && *entry != '.' && g_pattern_spec_match_string (pattern, composed))
      g_ptr_array_add (names, g_strdup (entry));
  }
  if (names->len == 0 || names->len > MOST_FILES) {
    fail (list, paper, name,
          names->len == 0 ? _ ("no file fits this; correct the name") : _ ("too many files fit this"));
    return;
  }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *file = g_build_filename (path, names->pdata[i], NULL);
    g_autofree char *composed = tk_nfc_new (names->pdata[i], -1);
    g_autofree char *shown = g_str_equal (folder, ".") ? g_strdup (composed)
                                                       : g_build_filename (folder, composed, NULL);
    take_file (list, paper, shown, file);
  }
}

void
tk_ingest_find_files (TkIngestList *list, TkIngestPaper *paper)
{
  g_auto (GStrv) names = tk_ingest_split_new (paper->values[TK_INGEST_FILES]);

  if (paper->values[TK_INGEST_FILES] != NULL && names[0] == NULL)
    fail (list, paper, paper->values[TK_INGEST_FILES], _ ("names no file; a paper has one at least"));
  for (guint i = 0; names[i] != NULL; i++) {
    g_strdelimit (names[i], "\\", '/');
    g_autofree char *path = find_path (list, names[i]);
    if (!is_below (names[i]))
      fail (list, paper, names[i], _ ("is outside of the list’s folder; put it beside the list"));
    else if (strpbrk (names[i], "*?") != NULL)
      take_pattern (list, paper, names[i]);
    else
      take_file (list, paper, names[i], path);
  }
}
