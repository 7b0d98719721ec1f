/* Comes in: a row of the list with its files. Goes out: a version of a paper in its folder: copies of the
 * files, their text, the record. Must not know the store, nor what else the list names. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "docx.h"
#include "error.h"
#include "ingest_form.h"
#include "output.h"
#include "pdf_text.h"

enum { BLOCK = 64 * 1024, EVENTS = 2 };

/* What of a paper is made while it is written. */
typedef struct {
  const TkIngestList *list;
  const TkIngestPaper *paper;
  const char *folder;
  TkRecordFile *files; /* one each of the paper's, then text.txt */
  guint n_files;
  GString *text;
  guint n_pages;
  gboolean counted; /* n_pages are all */
} Making;

/* ---- files ----------------------------------------------------------------------- */

static gboolean
fail_changed (const TkIngestFile *file, int code, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: changed or vanished while it was taken in: %s; try again, nothing was changed"),
               file->path, code != 0 ? g_strerror (code) : "SHA-256");
  return FALSE;
}

static gboolean
copy_bytes (const TkIngestFile *file, int fd, TkOutput *output, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (;;) {
    const gssize n = read (fd, block, BLOCK);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_changed (file, errno, error);
    if (n == 0)
      break;
    g_checksum_update (sum, block, n);
    if (!tk_output_write (output, block, (gsize) n, error))
      return FALSE;
  }
  if (!g_str_equal (g_checksum_get_string (sum), file->sha256))
    return fail_changed (file, 0, error);
  return tk_output_commit (output, error);
}

static gboolean
copy_file (const TkIngestFile *file, const char *to, GError **error)
{
  g_autoptr (TkOutput) output = tk_output_replace_new (to, error);

  if (output == NULL)
    return FALSE;
  const int fd = g_open (file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    return fail_changed (file, errno, error);
  const gboolean copied = copy_bytes (file, fd, output, error);
  close (fd);
  return copied;
}

/* "original.pdf"; of several "original-001.jpg". */
static const char *
name_file (const Making *making, guint number)
{
  const TkIngestFile *file = making->paper->files->pdata[number];
  TkArena *arena = making->list->arena;

  return making->paper->files->len == 1 ? tk_arena_print (arena, "original%s", file->ending)
                                        : tk_arena_print (arena, "original-%03u%s", number + 1, file->ending);
}

/* ---- text ------------------------------------------------------------------------ */

static void
note_textless (const Making *making, const TkIngestFile *file, const char *why)
{
  tk_notes_add (making->list->notes, _ ("%s:%d: “%s”: its text is not known: %s"), making->list->path,
                making->paper->line, file->name, why);
}

static void
add_pdf (Making *making, const TkIngestFile *file, const char *path)
{
  guint n = 0;
  const char *why = NULL;
  g_autofree char *text = tk_pdf_text_new (path, &n, &why);

  making->n_pages += n;
  making->counted = making->counted && n > 0;
  if (text == NULL)
    note_textless (making, file, why);
  else if (*text == '\0')
    note_textless (making, file, _ ("its pages are pictures; a program that recognises letters can add it"));
  if (text != NULL && *text != '\0')
    g_string_append (making->text, text);
  else
    for (guint i = 0; i < n; i++)
      g_string_append_c (making->text, '\f');
}

static void
add_word (Making *making, const TkIngestFile *file, const char *path)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *text = tk_docx_read_plain_new (path, &reason);

  making->counted = FALSE;
  if (text == NULL)
    note_textless (making, file, reason->message);
  else
    g_string_append (making->text, text);
  g_string_append_c (making->text, '\f');
}

static void
add_text (Making *making, const TkIngestFile *file, const char *path)
{
  if (g_str_equal (file->kind, "application/pdf"))
    add_pdf (making, file, path);
  else if (g_str_equal (file->ending, ".docx"))
    add_word (making, file, path);
  else {
    g_string_append_c (making->text, '\f');
    making->n_pages++;
  }
}

/* None where there are only pages without a word. */
static gboolean
write_text (Making *making, GError **error)
{
  const GString *text = making->text;
  g_autofree char *path = g_build_filename (making->folder, "text.txt", NULL);

  if (strspn (text->str, " \t\n\f") == text->len)
    return TRUE;
  g_autofree char *sum = tk_digest_new (text->str, text->len);
  g_autoptr (TkOutput) output = tk_output_replace_new (path, error);
  making->files[making->n_files++] = (TkRecordFile){"text.txt", "text/plain",
                                                    tk_arena_text (making->list->arena, sum), text->len};
  return output != NULL && tk_output_write (output, text->str, text->len, error)
         && tk_output_commit (output, error);
}

/* ---- the record ------------------------------------------------------------------ */

/* What the files were called before. */
static const char *
describe (const Making *making)
{
  g_autofree char *list = g_path_get_basename (making->list->path);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s:%d:", list, making->paper->line);
  for (guint i = 0; i < making->paper->files->len; i++) {
    const TkIngestFile *file = making->paper->files->pdata[i];
    g_string_append_printf (text, "%s “%s” → %s", i > 0 ? "," : "", file->name, making->files[i].path);
  }
  return tk_arena_text (making->list->arena, text->str);
}

static const char *const *
split (const Making *making, TkIngestColumn column, GPtrArray *owned)
{
  char **names = tk_ingest_split_new (making->paper->values[column]);

  g_ptr_array_add (owned, names);
  return (const char *const *) names;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TkRecordFile *) a)->path, ((const TkRecordFile *) b)->path);
}

static gboolean
write_record (Making *making, const char *when, GError **error)
{
  const TkIngestPaper *paper = making->paper;
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const TkRecordEvent events[EVENTS] = {
      {"ingestion", when, "success", describe (making)},
      {"replacement", when, "success", paper->values[TK_INGEST_REASON]},
  };
  const TkRecord record = {
      .id = paper->id,
      .version = paper->version,
      .replaces = paper->replaces,
      .reason = paper->replaces ? paper->values[TK_INGEST_REASON] : NULL,
      .own = FALSE,
      .year = paper->year,
      .title = paper->values[TK_INGEST_TITLE],
      .kind = paper->values[TK_INGEST_KIND],
      .number = paper->values[TK_INGEST_NUMBER],
      .publisher = paper->values[TK_INGEST_PUBLISHER],
      .date = paper->values[TK_INGEST_DATE],
      .language = paper->values[TK_INGEST_LANGUAGE],
      .rights = paper->values[TK_INGEST_RIGHTS],
      .source = paper->values[TK_INGEST_SOURCE],
      .persons = split (making, TK_INGEST_PERSONS, owned),
      .organisations = split (making, TK_INGEST_ORGANISATIONS, owned),
      .places = split (making, TK_INGEST_PLACES, owned),
      .n_pages = making->counted ? making->n_pages : 0,
      .events = events,
      .n_events = paper->replaces ? EVENTS : 1,
      .files = making->files,
      .n_files = making->n_files,
  };

  qsort (making->files, making->n_files, sizeof *making->files, compare_paths);
  return tk_record_write (&record, making->folder, error);
}

gboolean
tk_ingest_write (const TkIngestList *list, const TkIngestPaper *paper, const char *folder, const char *when,
                 GError **error)
{
  g_autofree TkRecordFile *files = g_new0 (TkRecordFile, paper->files->len + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  Making making = {list, paper, folder, files, 0, text, 0, TRUE};

  for (guint i = 0; i < paper->files->len; i++) {
    const TkIngestFile *file = paper->files->pdata[i];
    const char *name = name_file (&making, i);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (!copy_file (file, path, error))
      return FALSE;
    add_text (&making, file, path);
    files[making.n_files++] = (TkRecordFile){name, file->kind, file->sha256, file->size};
  }
  return write_text (&making, error) && write_record (&making, when, error);
}
