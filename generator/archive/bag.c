/* Comes in: a folder with the payload in data/. Goes out: the tag files that make it a bag (RFC 8493). What
 * its files mean it does not know. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "bag_form.h"
#include "error.h"
#include "output.h"

static const char *const ALGORITHMS[] = {"sha256", "sha512"};
enum { N_ALGORITHMS = G_N_ELEMENTS (ALGORITHMS) };

/* Beyond so many files and folders the whole file system is synced at once: a disk takes some milliseconds
 * for each fsync, half a minute for a great year. */
enum { MANY = 256 };

/* RFC 8493, 2.2.2 recommends it. */
enum { LONGEST_LINE = 79 };

/* A file and its checksums, to be written into the manifests. */
typedef struct {
  const char *path;
  char *digests[N_ALGORITHMS]; /* owned */
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  for (guint i = 0; i < N_ALGORITHMS; i++)
    g_free (line->digests[i]);
}

/* What may not be in a bag of ours */

static gboolean
check_name (const char *folder, const char *path, GHashTable *names, GError **error)
{
  g_autofree char *folded = tk_bag_name_fold_new (path);
  g_autofree char *shown = g_utf8_make_valid (path, -1);

  if (folded == NULL || strcmp (folded, path) != 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s/%s: the name is not in the normal form NFC; rename it"), folder, shown);
    return FALSE;
  }
  char *likeness = tk_bag_name_likeness_new (path);
  const char *former = g_hash_table_lookup (names, likeness);
  if (former == NULL) {
    g_hash_table_insert (names, likeness, (char *) path);
    return TRUE;
  }
  g_set_error (
      error, TK_ERROR, TK_ERROR_DATA,
      _ ("%s/%s: differs from “%s” in capital letters alone, which other systems do not tell apart; rename "
         "one"),
      folder, path, former);
  g_free (likeness);
  return FALSE;
}

/* Only those that are written here may stand there. */
static gboolean
check_manifest (const char *folder, const char *path, GError **error)
{
  g_autofree char *payload = tk_bag_algorithm_new (path, FALSE);
  g_autofree char *tags = tk_bag_algorithm_new (path, TRUE);
  const char *algorithm = payload != NULL ? payload : tags;

  if (strcmp (path, TK_BAG_FETCH) != 0
      && (algorithm == NULL || strcmp (algorithm, ALGORITHMS[0]) == 0
          || strcmp (algorithm, ALGORITHMS[1]) == 0))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s/%s: belongs to the bag of another program and would be wrong; remove it"), folder,
               path);
  return FALSE;
}

static gboolean
check_tree (const char *folder, const TkBagTree *tree, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (tree->others->len > 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s/%s: is a link or a device, which cannot be in a bag; put the file itself there"),
                 folder, (const char *) g_ptr_array_index (tree->others, 0));
    return FALSE;
  }
  for (guint i = 0; i < tree->files->len; i++) {
    const char *path = g_array_index (tree->files, TkBagFile, i).path;
    if (!check_name (folder, path, names, error) || !check_manifest (folder, path, error))
      return FALSE;
  }
  return TRUE;
}

/* What the bag was before */

typedef struct {
  TkBagTree *tree;
  const TkBagManifest *manifests[N_ALGORITHMS]; /* borrowed from the bag */
  TkBag *bag;
  GArray *faults;
} Former;

static void
former_clear (Former *former)
{
  g_clear_pointer (&former->bag, tk_bag_free);
  g_clear_pointer (&former->faults, g_array_unref);
  g_clear_pointer (&former->tree, tk_bag_tree_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Former, former_clear)

static gboolean
read_former (Former *former, const char *folder, GError **error)
{
  former->tree = tk_bag_tree_new (folder, error);
  if (former->tree == NULL)
    return FALSE;
  former->faults = tk_bag_faults_new ();
  former->bag = tk_bag_read_new (folder, former->tree, former->faults);
  for (guint i = 0; i < former->bag->manifests->len; i++) {
    const TkBagManifest *manifest = g_ptr_array_index (former->bag->manifests, i);
    for (guint k = 0; k < N_ALGORITHMS && !manifest->tags; k++) {
      if (strcmp (manifest->algorithm, ALGORITHMS[k]) == 0)
        former->manifests[k] = manifest;
    }
  }
  if (tk_bag_is_valid (former->faults) && former->manifests[0] != NULL && former->manifests[1] != NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: its manifests cannot be trusted; see what is wrong by: tongket archive verify"),
               folder);
  return FALSE;
}

/* Takes the checksums of a file that was there before. */
static void
take_former (const Former *former, const TkBagFile *file, Line *line)
{
  const TkBagFile *was = former->tree != NULL ? tk_bag_tree_find (former->tree, file->path) : NULL;

  if (was == NULL || was->status.st_dev != file->status.st_dev || was->status.st_ino != file->status.st_ino)
    return;
  const TkBagEntry *first = tk_bag_manifest_find (former->manifests[0], file->path);
  const TkBagEntry *second = tk_bag_manifest_find (former->manifests[1], file->path);
  if (first == NULL || second == NULL)
    return;
  line->digests[0] = g_strdup (first->digest);
  line->digests[1] = g_strdup (second->digest);
}

/* Checksums */

static gboolean
is_great (const TkBagTree *tree)
{
  return tree->files->len + tree->folders->len > MANY;
}

static gboolean
fail_job (const TkHashJob *job, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               _ ("%s: cannot be read (%s); look at its rights and at the disk"), job->path,
               g_strerror (job->code));
  return FALSE;
}

/* Checksums for the lines that have none, from the files. */
static gboolean
compute (const char *folder, GArray *lines, gboolean sync, GError **error)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, TRUE, sizeof (TkHashJob));

  g_array_set_clear_func (jobs, (GDestroyNotify) tk_hash_job_clear);
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    TkHashJob job = {.path = g_build_filename (folder, line->path, NULL), .place = (int) i};
    if (line->digests[0] != NULL) {
      g_free (job.path);
      continue;
    }
    for (guint k = 0; k < N_ALGORITHMS; k++)
      tk_hash_job_add (&job, tk_hash_find (ALGORITHMS[k]));
    g_array_append_val (jobs, job);
  }
  tk_hash_run (jobs, sync);
  for (guint i = 0; i < jobs->len; i++) {
    TkHashJob *job = &g_array_index (jobs, TkHashJob, i);
    if (job->code != 0)
      return fail_job (job, error);
    Line *line = &g_array_index (lines, Line, job->place);
    for (guint k = 0; k < N_ALGORITHMS; k++)
      line->digests[k] = g_steal_pointer (&job->digests[k]);
  }
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Line *) a)->path, ((const Line *) b)->path);
}

/* Writing */

static gboolean
write_file (const char *folder, const char *name, const GString *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (TkOutput) output = tk_output_replace_new (path, error);

  return output != NULL && tk_output_write (output, text->str, text->len, error)
         && tk_output_commit (output, error);
}

static gboolean
write_manifests (const char *folder, const char *kind, GArray *lines, GError **error)
{
  g_array_sort (lines, compare_lines);
  for (guint k = 0; k < N_ALGORITHMS; k++) {
    g_autofree char *name = g_strdup_printf ("%s-%s.txt", kind, ALGORITHMS[k]);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < lines->len; i++) {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *path = tk_bag_name_encode_new (line->path);
      g_string_append_printf (text, "%s  %s\n", line->digests[k], path);
    }
    if (!write_file (folder, name, text, error))
      return FALSE;
  }
  return TRUE;
}

/* "Label: value", long ones and those with line breaks folded. */
static void
put_label (GString *text, const char *label, const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t\r\n", -1);
  glong width;

  g_string_append_printf (text, "%s:", label);
  width = g_utf8_strlen (label, -1) + 1;
  for (guint i = 0; words[i] != NULL; i++) {
    const glong length = g_utf8_strlen (words[i], -1);
    if (length == 0)
      continue;
    if (i > 0 && width + 1 + length > LONGEST_LINE) {
      g_string_append_c (text, '\n');
      width = 0;
    }
    g_string_append_printf (text, " %s", words[i]);
    width += 1 + length;
  }
  g_string_append (text, text->str[text->len - 1] == ':' ? " \n" : "\n");
}

static gboolean
write_labels (const char *folder, const TkBagLabel *labels, const TkBagTree *tree, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 bytes = 0, files = 0;

  for (; labels != NULL && labels->label != NULL; labels++)
    put_label (text, labels->label, labels->value);
  for (guint i = 0; i < tree->files->len; i++) {
    const TkBagFile *file = &g_array_index (tree->files, TkBagFile, i);
    const gboolean payload = tk_bag_is_payload (file->path);
    bytes += payload ? (guint64) file->status.st_size : 0;
    files += payload;
  }
  g_string_append_printf (text, "Payload-Oxum: %" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT "\n", bytes, files);
  return write_file (folder, TK_BAG_INFO, text, error);
}

static gboolean
write_declaration (const char *folder, GError **error)
{
  g_autoptr (GString) text = g_string_new ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");

  return write_file (folder, TK_BAG_DECLARATION, text, error);
}

static gboolean
write_payload (const char *folder, const Former *former, const TkBagTree *tree, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < tree->files->len; i++) {
    const TkBagFile *file = &g_array_index (tree->files, TkBagFile, i);
    Line line = {.path = file->path};
    if (!tk_bag_is_payload (file->path))
      continue;
    take_former (former, file, &line);
    g_array_append_val (lines, line);
  }
  return compute (folder, lines, !is_great (tree), error)
         && write_manifests (folder, "manifest", lines, error);
}

/* All tag files but the tag manifests: those that were there, and those that stand there now. */
static gboolean
write_tags (const char *folder, GError **error)
{
  g_autoptr (TkBagTree) tree = tk_bag_tree_new (folder, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));

  if (tree == NULL)
    return FALSE;
  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < tree->files->len; i++) {
    const Line line = {.path = g_array_index (tree->files, TkBagFile, i).path};
    g_autofree char *algorithm = tk_bag_algorithm_new (line.path, TRUE);
    if (!tk_bag_is_payload (line.path) && algorithm == NULL)
      g_array_append_val (lines, line);
  }
  return compute (folder, lines, TRUE, error) && write_manifests (folder, "tagmanifest", lines, error);
}

static gboolean
sync_folder (const char *path, gboolean whole, GError **error)
{
  const int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const gboolean good = fd >= 0
                        && ((whole ? syncfs (fd) : fsync (fd)) == 0 || errno == EINVAL || errno == EROFS);
  const int code = errno;

  if (fd >= 0)
    close (fd);
  if (!good)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: cannot be written: %s; look at the disk"), path,
                 g_strerror (code));
  return good;
}

/* The files were synced as they were read, but those of a great bag. */
static gboolean
sync_tree (const char *folder, const TkBagTree *tree, GError **error)
{
  if (is_great (tree))
    return sync_folder (folder, TRUE, error);
  for (guint i = tree->folders->len; i > 0; i--) {
    g_autofree char *path = g_build_filename (folder, g_ptr_array_index (tree->folders, i - 1), NULL);
    if (!sync_folder (path, FALSE, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
tk_bag_grow (const char *folder, const char *former, const TkBagLabel *labels, GError **error)
{
  g_autoptr (TkBagTree) tree = tk_bag_tree_new (folder, error);
  g_auto (Former) before = {0};

  if (tree == NULL || !check_tree (folder, tree, error))
    return FALSE;
  if (!tk_bag_tree_has_folder (tree, "data")) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s/data: is missing; the files of the bag are put there first"), folder);
    return FALSE;
  }
  if (former != NULL && !read_former (&before, former, error))
    return FALSE;
  return write_declaration (folder, error) && write_labels (folder, labels, tree, error)
         && write_payload (folder, &before, tree, error) && write_tags (folder, error)
         && sync_tree (folder, tree, error);
}

gboolean
tk_bag_write (const char *folder, const TkBagLabel *labels, GError **error)
{
  return tk_bag_grow (folder, NULL, labels, error);
}
