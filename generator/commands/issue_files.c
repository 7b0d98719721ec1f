/* Comes in: a paper that is issued, an empty folder. Goes out: all that is needed to make the paper again. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "issue.h"
#include "path.h"
#include "version.h"

static gboolean
put_layout (const TkIssue *issue, const char *folder, GError **error)
{
  const TkTemplate *template = issue->template;

  for (guint i = 0; i < template->n_files; i++) {
    const TkTemplateFile *file = &template->files[i];
    g_autofree char *path = g_build_filename ("layout", file->path, NULL);
    if (!tk_version_put (folder, path, file->text, file->length, error))
      return FALSE;
  }
  return TRUE;
}

/* The path that the records or the layout have, if it cannot leave their folder, @home. */
static const char *
find_relative (const char *path, const char *home)
{
  const gsize n = strlen (home);
  const char *relative = NULL;

  if (strcmp (home, ".") == 0 && !g_path_is_absolute (path))
    relative = g_str_has_prefix (path, "./") ? path + 2 : path;
  else if (strncmp (path, home, n) == 0 && path[n] == '/')
    relative = path + n + 1;
  if (relative == NULL || strstr (relative, "../") != NULL)
    return NULL;
  return relative;
}

/* @at: "pictures" of the records, "layout" where it lies beside that. */
static gboolean
put_picture (const char *picture, const char *home, const char *folder, const char *at, GError **error)
{
  const char *relative = find_relative (picture, home);
  g_autoptr (GError) cause = NULL;

  if (relative == NULL) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: lies outside of the folder of the records and of that of the layout, where it cannot "
           "be kept with the paper; read it in by tongket import, or put it beside the layout"),
        picture);
    return FALSE;
  }
  g_autofree char *there = tk_path_find_new (picture);
  g_autoptr (GMappedFile) file = g_mapped_file_new (there, FALSE, &cause);
  if (file == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: cannot be read: %s"), picture, cause->message);
    return FALSE;
  }
  g_autofree char *path = g_build_filename (at, relative, NULL);
  return tk_version_put (folder, path, g_mapped_file_get_contents (file), g_mapped_file_get_length (file),
                         error);
}

/* @source: the file beside which they lie. */
static gboolean
put_pictures (const GPtrArray *pictures, const char *source, const char *folder, const char *at,
              GError **error)
{
  g_autofree char *home = g_path_get_dirname (source);

  for (guint i = 0; i < pictures->len; i++)
    if (!put_picture (g_ptr_array_index (pictures, i), home, folder, at, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_rows (const TkIssue *issue, const char *folder, GError **error)
{
  g_autofree char *rows = g_build_filename (folder, "rows", NULL);

  return tk_version_make (rows, error) && tk_ledger_write (issue->ledger, rows, error);
}

gboolean
tk_issue_put_files (const TkIssue *issue, const char *folder, GError **error)
{
  const char *text = issue->edition->text;

  return put_layout (issue, folder, error)
         && put_pictures (issue->edition->pictures, issue->source, folder, "pictures", error)
         && put_pictures (issue->edition->layout_pictures, issue->template->path, folder, "layout", error)
         && put_rows (issue, folder, error)
         && tk_version_put (folder, "text.txt", text, strlen (text), error);
}
