/* Comes in: a list of papers, and a store. Goes out: the papers in the store, all or none. This file finds
 * the list and gives IDs; ingest_form.h says where the rest is. */
#include "ingest.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "fold.h"
#include "ingest_form.h"

enum { ID_LENGTH = 60 };

static void
free_paper (gpointer data)
{
  TkIngestPaper *paper = data;

  g_ptr_array_unref (paper->files);
}

static void
list_clear (TkIngestList *list)
{
  g_clear_pointer (&list->papers, g_ptr_array_unref);
  g_clear_pointer (&list->faults, g_ptr_array_unref);
  g_clear_pointer (&list->arena, tk_arena_free);
  g_clear_pointer (&list->path, g_free);
  g_clear_pointer (&list->folder, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkIngestList, list_clear)

/* ---- the list -------------------------------------------------------------------- */

static gboolean
is_list (const char *name)
{
  const gsize n = strlen (name);

  return n > 4 && *name != '.' && g_ascii_strcasecmp (name + n - 4, ".csv") == 0;
}

/* The one CSV file of a folder, or the file itself. (transfer full) */
static char *
find_list (const char *from, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  g_autofree char *found = NULL;
  guint n = 0;

  if (dir == NULL && g_file_test (from, G_FILE_TEST_IS_REGULAR))
    return g_strdup (from);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    if (!is_list (name))
      continue;
    n++;
    g_free (found);
    found = g_build_filename (from, name, NULL);
  }
  if (n == 1)
    return g_steal_pointer (&found);
  if (dir == NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: is not there; name a CSV file, or a folder with one in it"), from);
  else if (n == 0)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: holds no list; put a file danh-sach.csv there with the columns title, year, files"),
                 from);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: holds %u CSV files; name the one that is the list"),
                 from, n);
  return NULL;
}

/* ---- within the list ------------------------------------------------------------------ */

/* The same file twice is a slip, under whatever name. */
static void
check_twins (TkIngestList *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->papers->len; i++) {
    const TkIngestPaper *paper = list->papers->pdata[i];
    for (guint j = 0; j < paper->files->len; j++) {
      TkIngestFile *file = paper->files->pdata[j];
      const char *first = g_hash_table_lookup (seen, file->sha256);
      if (first != NULL)
        tk_ingest_fault (list, paper->line, paper->cells[TK_INGEST_FILES],
                         _ ("“%s” is the same as %s, byte for byte; leave one out"), file->name, first);
      else
        g_hash_table_insert (
            seen, file->sha256,
            tk_arena_print (list->arena, "%s:%d: “%s”", list->path, paper->line, file->name));
    }
  }
}

/* ---- IDs ----------------------------------------------------------------------------- */

/* "bao-cao-tong-ket-nam-1998" of a title and a year. */
static const char *
make_stem (TkIngestList *list, const TkIngestPaper *paper)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) stem = g_string_new (NULL);
  g_autofree char *year = g_strdup_printf ("%04d", paper->year);

  tk_fold_append (folded, paper->values[TK_INGEST_TITLE]);
  for (const char *c = folded->str; *c != '\0'; c++) {
    if (g_ascii_isalnum (*c))
      g_string_append_c (stem, g_ascii_tolower (*c));
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-') {
      if (stem->len >= ID_LENGTH)
        break;
      g_string_append_c (stem, '-');
    }
  }
  g_string_truncate (stem, MIN (stem->len, 2 * ID_LENGTH));
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  if (strstr (stem->str, year) == NULL)
    g_string_append_printf (stem, "%s%s", stem->len > 0 ? "-" : "van-ban-", year);
  return tk_arena_text (list->arena, stem->str);
}

static gboolean
is_taken (const TkArchive *archive, GHashTable *given, const char *id)
{
  g_autofree char *path = tk_archive_find_new (archive, id);

  return path != NULL || g_hash_table_contains (given, id);
}

/* Only a paper that came from elsewhere, and for a reason, is replaced by another that does. */
static gboolean
check_replaced (TkIngestList *list, TkIngestPaper *paper, const TkRecord *record)
{
  const guint cell = paper->cells[TK_INGEST_ID];

  if (record->own)
    tk_ingest_fault (list, paper->line, cell, _ ("“%s” is a paper that was issued here; choose another ID"),
                     record->id);
  else if (record->year != paper->year)
    tk_ingest_fault (list, paper->line, cell,
                     _ ("“%s” is filed under %d, not %d; correct the year, or choose another ID"), record->id,
                     record->year, paper->year);
  else if (paper->values[TK_INGEST_REASON] == NULL)
    tk_ingest_fault (
        list, paper->line, cell,
        _ ("“%s” is in the archive with other files; say in the column “reason” (Lý do) why these "
           "replace them, or choose another ID"),
        record->id);
  else
    return TRUE;
  return FALSE;
}

static gboolean
take_id (const TkArchive *archive, TkIngestList *list, TkIngestPaper *paper, GHashTable *given,
         GError **error)
{
  paper->id = paper->values[TK_INGEST_ID];
  if (g_hash_table_contains (given, paper->id)) {
    tk_ingest_fault (list, paper->line, paper->cells[TK_INGEST_ID],
                     _ ("“%s” is the ID of a line above, too; choose another"), paper->id);
    return TRUE;
  }
  g_autofree char *path = tk_archive_find_new (archive, paper->id);
  if (path == NULL)
    return TRUE;
  g_autoptr (TkRecord) record = tk_archive_read_record_new (archive, path, error);
  if (record == NULL)
    return FALSE;
  paper->replaces = check_replaced (list, paper, record);
  return TRUE;
}

static void
make_id (const TkArchive *archive, TkIngestList *list, TkIngestPaper *paper, GHashTable *given)
{
  const char *stem = make_stem (list, paper);

  paper->id = stem;
  for (guint i = 2; is_taken (archive, given, paper->id); i++)
    paper->id = tk_arena_print (list->arena, "%s-%u", stem, i);
}

static gboolean
give_ids (const TkArchive *archive, TkIngestList *list, GError **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

  /* those that were asked for come first */
  for (guint asked = 2; asked-- > 0;)
    for (guint i = 0; i < list->papers->len; i++) {
      TkIngestPaper *paper = list->papers->pdata[i];
      if (paper->known || (paper->values[TK_INGEST_ID] != NULL) != asked)
        continue;
      if (!asked)
        make_id (archive, list, paper, given);
      else if (!take_id (archive, list, paper, given, error))
        return FALSE;
      g_hash_table_add (given, (char *) paper->id);
    }
  return TRUE;
}

/* ---- the whole -------------------------------------------------------------------------- */

static gboolean
fail_faults (const TkIngestList *list, GError **error)
{
  if (list->faults->len == 0)
    return TRUE;
  g_ptr_array_add (list->faults, NULL);
  g_autofree char *text = g_strjoinv ("\n", (char **) list->faults->pdata);
  g_set_error_literal (error, TK_ERROR, TK_ERROR_DATA, text);
  return FALSE;
}

static gboolean
read_list (TkIngestList *list, const TkIngest *wish, TkNotes *notes, GError **error)
{
  list->path = find_list (wish->from, error);
  if (list->path == NULL)
    return FALSE;
  list->folder = g_path_get_dirname (list->path);
  list->arena = tk_arena_new ();
  list->papers = g_ptr_array_new_with_free_func (free_paper);
  list->faults = g_ptr_array_new_with_free_func (g_free);
  list->notes = notes;
  if (!tk_ingest_read_list (list, wish->encoding, error))
    return FALSE;
  check_twins (list);
  return fail_faults (list, error);
}

/* The papers of one year, in a batch that is not yet put into the store. */
static TkArchiveBatch *
batch_year (TkArchive *archive, TkIngestList *list, int year, const char *when, GError **error)
{
  g_autoptr (TkArchiveBatch) batch = tk_archive_batch_new (archive, year, error);

  for (guint i = 0; batch != NULL && i < list->papers->len; i++) {
    TkIngestPaper *paper = list->papers->pdata[i];
    if (paper->known || paper->year != year)
      continue;
    g_autofree char *folder = tk_archive_batch_add_new (batch, paper->id, &paper->version, error);
    if (folder == NULL || !tk_ingest_write (list, paper, folder, when, error))
      return NULL;
  }
  return g_steal_pointer (&batch);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* (element-type int), ascending, each once. */
static GArray *
find_years (const TkIngestList *list, TkIngestTally *tally)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < list->papers->len; i++) {
    const TkIngestPaper *paper = list->papers->pdata[i];
    tally->n_known += paper->known;
    tally->n_added += !paper->known;
    if (!paper->known)
      g_array_append_val (years, paper->year);
  }
  g_array_sort (years, compare_years);
  for (guint i = years->len; i-- > 1;)
    if (g_array_index (years, int, i) == g_array_index (years, int, i - 1))
      g_array_remove_index (years, i);
  return years;
}

/* All is written before the first year is put into the store. */
static gboolean
file_papers (TkArchive *archive, TkIngestList *list, const char *when, TkIngestTally *tally, GError **error)
{
  g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func ((GDestroyNotify) tk_archive_batch_free);
  g_autoptr (GArray) years = find_years (list, tally);

  for (guint i = 0; i < years->len; i++) {
    TkArchiveBatch *batch = batch_year (archive, list, g_array_index (years, int, i), when, error);
    if (batch == NULL)
      return FALSE;
    g_ptr_array_add (batches, batch);
  }
  for (guint i = 0; i < batches->len; i++)
    if (!tk_archive_batch_seal (batches->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < batches->len; i++)
    if (!tk_archive_batch_commit (batches->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
tk_archive_ingest (TkArchive *archive, const TkIngest *wish, TkNotes *notes, TkIngestTally *ret_tally,
                   GError **error)
{
  g_auto (TkIngestList) list = {0};
  TkIngestTally tally = {0};

  if (!read_list (&list, wish, notes, error) || !tk_ingest_compare (archive, &list, error)
      || !give_ids (archive, &list, error) || !fail_faults (&list, error)
      || !file_papers (archive, &list, wish->when, &tally, error))
    return FALSE;
  *ret_tally = tally;
  return TRUE;
}
