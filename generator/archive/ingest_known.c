/* Comes in: a list of papers, a store. Goes out: which of them the store has, and what is worth a word of the
 * others. Must not know what becomes of them. */
#include <glib/gi18n.h>
#include <string.h>

#include "ingest_form.h"

typedef struct {
  GHashTable *papers;  /* the checksums of a version's files in their order, to its ID */
  GHashTable *files;   /* the checksum of each, to an ID */
  GHashTable *numbers; /* of the list, folded, to a GPtrArray of the records that have them */
} Known;

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->papers, g_hash_table_unref);
  g_clear_pointer (&known->files, g_hash_table_unref);
  g_clear_pointer (&known->numbers, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static void
add_known (Known *known, const TkRecord *record)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < record->n_files; i++) {
    const TkRecordFile *file = &record->files[i];
    if (!g_str_has_prefix (file->path, "original") && !g_str_equal (file->path, "paper.pdf"))
      continue;
    g_string_append (key, file->sha256);
    g_hash_table_replace (known->files, g_strdup (file->sha256), g_strdup (record->id));
  }
  g_hash_table_replace (known->papers, g_strdup (key->str), g_strdup (record->id));
}

static void
free_record (gpointer record)
{
  tk_record_free (record);
}

static void
want_numbers (const TkIngestList *list, Known *known)
{
  known->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < list->papers->len; i++) {
    const TkIngestPaper *paper = list->papers->pdata[i];
    char *number = tk_record_fold_number_new (paper->values[TK_INGEST_NUMBER]);
    if (number != NULL)
      g_hash_table_replace (known->numbers, number, g_ptr_array_new_with_free_func (free_record));
  }
}

static GPtrArray *
find_number (const Known *known, const char *number)
{
  g_autofree char *folded = tk_record_fold_number_new (number);

  return folded != NULL ? g_hash_table_lookup (known->numbers, folded) : NULL;
}

static gboolean
read_known (TkArchive *archive, const TkIngestList *list, Known *known, GError **error)
{
  g_autoptr (GArray) years = tk_archive_years_new (archive);

  want_numbers (list, known);
  known->papers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < years->len; i++) {
    g_auto (GStrv) paths = tk_archive_versions_new (archive, g_array_index (years, int, i), error);
    if (paths == NULL)
      return FALSE;
    for (guint j = 0; paths[j] != NULL; j++) {
      g_autoptr (TkRecord) record = tk_archive_read_record_new (archive, paths[j], error);
      if (record == NULL)
        return FALSE;
      add_known (known, record);
      GPtrArray *sharing = find_number (known, record->number);
      if (sharing != NULL)
        g_ptr_array_add (sharing, g_steal_pointer (&record));
    }
  }
  return TRUE;
}

/* What a line and a record both say of a paper. */
static const struct {
  TkIngestColumn column;
  gsize field;
} described[] = {
    {TK_INGEST_TITLE, offsetof (TkRecord, title)},   {TK_INGEST_KIND, offsetof (TkRecord, kind)},
    {TK_INGEST_NUMBER, offsetof (TkRecord, number)}, {TK_INGEST_PUBLISHER, offsetof (TkRecord, publisher)},
    {TK_INGEST_DATE, offsetof (TkRecord, date)},     {TK_INGEST_SOURCE, offsetof (TkRecord, source)},
};

static const char *
find_described (const TkRecord *record, guint number)
{
  return *(const char *const *) ((const char *) record + described[number].field);
}

static gboolean
says_same (const TkIngestPaper *paper, const TkRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    if (g_strcmp0 (paper->values[described[i].column], find_described (record, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Is this a line that corrects what is said of a paper, with a reason? Once it is in the store, it is none.
 */
static gboolean
corrects (const TkArchive *archive, const TkIngestPaper *paper, const char *id)
{
  if (g_strcmp0 (paper->values[TK_INGEST_ID], id) != 0 || paper->values[TK_INGEST_REASON] == NULL)
    return FALSE;
  g_autofree char *path = tk_archive_find_new (archive, id);
  g_autoptr (TkRecord) record = path != NULL ? tk_archive_read_record_new (archive, path, NULL) : NULL;
  return record != NULL && !says_same (paper, record);
}

/* A number is given once: the paper is the scan of the one that has it, or one of the two is mistaken. Where
 * the list names no body, it may be any. */
static void
compare_number (TkIngestList *list, const TkIngestPaper *paper, const Known *known)
{
  GPtrArray *sharing = find_number (known, paper->values[TK_INGEST_NUMBER]);
  TkRecord *own = sharing != NULL ? g_new0 (TkRecord, 1) : NULL;

  if (own == NULL)
    return;
  own->arena = tk_arena_new ();
  own->id = tk_arena_print (own->arena, "%s:%d", list->path, paper->line);
  own->title = paper->values[TK_INGEST_TITLE];
  own->number = paper->values[TK_INGEST_NUMBER];
  own->date = paper->values[TK_INGEST_DATE];
  own->year = paper->year;
  for (guint i = 0; i < sharing->len; i++) {
    const TkRecord *other = sharing->pdata[i];
    own->publisher = paper->values[TK_INGEST_PUBLISHER];
    if (own->publisher == NULL)
      own->publisher = other->publisher;
    if (g_strcmp0 (other->id, paper->values[TK_INGEST_ID]) == 0 || !tk_record_shares_number (own, other))
      continue;
    tk_notes_add (
        list->notes,
        _ ("%s:%d: the number %s is that of “%s” (%s), too; where this is not that paper, or a scan "
           "of it, correct one of them"),
        list->path, paper->line, own->number, other->title != NULL ? other->title : other->id, other->id);
    break;
  }
  own->publisher = paper->values[TK_INGEST_PUBLISHER];
  g_ptr_array_add (sharing, own);
}

/* The first of what the line says otherwise than the record does; NULL: nothing. */
static const char *
find_contradiction (const TkIngestPaper *paper, const TkRecord *record, const char **ret_said,
                    const char **ret_kept)
{
  for (guint i = 0; i < G_N_ELEMENTS (described); i++) {
    const char *kept = find_described (record, i);
    *ret_said = paper->values[described[i].column];
    *ret_kept = kept != NULL ? kept : "";
    if (*ret_said != NULL && strcmp (*ret_said, *ret_kept) != 0)
      return tk_ingest_column_name (described[i].column);
  }
  return NULL;
}

/* What a line that is passed over says otherwise would be lost without a word. */
static void
note_contradiction (const TkArchive *archive, TkIngestList *list, const TkIngestPaper *paper, const char *id)
{
  g_autofree char *path = tk_archive_find_new (archive, id);
  g_autoptr (TkRecord) record = path != NULL ? tk_archive_read_record_new (archive, path, NULL) : NULL;
  const char *said = NULL, *kept = NULL;

  if (record != NULL && record->year != paper->year)
    tk_notes_add (list->notes,
                  _ ("%s:%d: is in the archive already, as “%s”, filed under %d, not %d; it was passed over"),
                  list->path, paper->line, id, record->year, paper->year);
  const char *column = record != NULL ? find_contradiction (paper, record, &said, &kept) : NULL;
  if (column != NULL)
    tk_notes_add (list->notes,
                  _ ("%s:%d: is in the archive already, as “%s”, whose %s is “%s”, not “%s”; it was passed "
                     "over: a line with its id and a reason (Lý do) corrects it"),
                  list->path, paper->line, id, column, kept, said);
}

/* What the store has is passed over; files of other papers are worth a word. */
static void
compare_known (const TkArchive *archive, TkIngestList *list, TkIngestPaper *paper, const Known *known)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < paper->files->len; i++)
    g_string_append (key, ((const TkIngestFile *) paper->files->pdata[i])->sha256);
  const char *id = g_hash_table_lookup (known->papers, key->str);
  paper->known = id != NULL && !corrects (archive, paper, id);
  if (id != NULL && paper->values[TK_INGEST_ID] != NULL && !g_str_equal (id, paper->values[TK_INGEST_ID]))
    tk_notes_add (list->notes, _ ("%s:%d: is in the archive already, as “%s”; it was passed over"),
                  list->path, paper->line, id);
  else if (paper->known)
    note_contradiction (archive, list, paper, id);
  if (id == NULL)
    compare_number (list, paper, known);
  for (guint i = 0; id == NULL && i < paper->files->len; i++) {
    const TkIngestFile *file = paper->files->pdata[i];
    const char *other = g_hash_table_lookup (known->files, file->sha256);
    if (other != NULL)
      tk_notes_add (list->notes, _ ("%s:%d: “%s” is in the archive already, as a part of “%s”"), list->path,
                    paper->line, file->name, other);
  }
}

gboolean
tk_ingest_compare (TkArchive *archive, TkIngestList *list, GError **error)
{
  g_auto (Known) known = {0};

  if (!read_known (archive, list, &known, error))
    return FALSE;
  for (guint i = 0; i < list->papers->len; i++)
    compare_known (archive, list, list->papers->pdata[i], &known);
  return TRUE;
}
