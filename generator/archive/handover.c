/* Comes in: the store, and which papers are wanted. Goes out: their last versions to the form that writes
 * them. Must not know what the forms look like. */
#include "handover.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bag.h"
#include "error.h"
#include "handover_form.h"
#include "path.h"
#include "shown.h"
#include "store.h"
#include "tree.h"

gboolean
tk_handover_parse (const char *name, TkHandoverForm *ret_form)
{
  static const char *const names[TK_HANDOVER_N] = {"dspace", "mets", "oai"};

  for (guint i = 0; i < TK_HANDOVER_N; i++)
    if (g_str_equal (name, names[i])) {
      *ret_form = (TkHandoverForm) i;
      return TRUE;
    }
  return FALSE;
}

/* ---- documents ------------------------------------------------------------- */

void
tk_handover_sheet_open (TkHandoverSheet *sheet)
{
  sheet->buffer = xmlBufferCreate ();
  sheet->xml = xmlNewTextWriterMemory (sheet->buffer, 0);
  xmlTextWriterSetIndent (sheet->xml, 1);
  xmlTextWriterSetIndentString (sheet->xml, BAD_CAST "  ");
  xmlTextWriterStartDocument (sheet->xml, NULL, "UTF-8", NULL);
}

GBytes *
tk_handover_sheet_close (TkHandoverSheet *sheet)
{
  xmlTextWriterEndDocument (sheet->xml);
  xmlFreeTextWriter (sheet->xml);
  GBytes *bytes = g_bytes_new (xmlBufferContent (sheet->buffer), (gsize) xmlBufferLength (sheet->buffer));
  xmlBufferFree (sheet->buffer);
  return bytes;
}

xmlDoc *
tk_handover_read_new (const TkHandoverPaper *paper, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (paper->folder, name, NULL);
  g_autofree char *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL) || size > G_MAXINT)
    size = 0;
  g_autoptr (TkXmlTree)
      tree = xmlReadMemory (text, (int) size, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOBLANKS | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (tree != NULL && tree->intSubset == NULL && xmlDocGetRootElement (tree) != NULL)
    return g_steal_pointer (&tree);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: is missing or no XML as it was written; bring it back from a copy of the archive"),
               path);
  return NULL;
}

void
tk_handover_sheet_copy (TkHandoverSheet *sheet, xmlNode *element, int depth)
{
  g_autoptr (TkXmlTree) tree = xmlNewDoc (BAD_CAST "1.0");
  g_autofree char *indent = g_strnfill ((gsize) depth * 2, ' ');
  xmlBuffer *buffer = xmlBufferCreate ();
  /* a copy under another document declares the namespaces that it uses */
  xmlNode *copy = xmlDocCopyNode (element, tree, 1);

  xmlDocSetRootElement (tree, copy);
  xmlNodeDump (buffer, tree, copy, depth, 1);
  xmlTextWriterWriteFormatRaw (sheet->xml, "\n%s%s\n%s", indent, (const char *) xmlBufferContent (buffer),
                               indent + 2);
  xmlBufferFree (buffer);
}

/* ---- records --------------------------------------------------------------- */

const char *
tk_handover_find_time (const TkRecord *record)
{
  const char *last = NULL;

  for (guint i = 0; i < record->n_events; i++)
    if (last == NULL || strcmp (record->events[i].when, last) > 0)
      last = record->events[i].when;
  return last;
}

gboolean
tk_handover_is_paper (const TkRecordFile *file)
{
  return g_str_equal (file->path, "paper.pdf") || g_str_has_prefix (file->path, "original.")
         || g_str_has_prefix (file->path, "original-");
}

/* Relative, without "." and "..", no control characters. */
static gboolean
is_inside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (const char *c = path; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) || *c == '\\')
      return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  return parts[0] != NULL;
}

/* What a record names becomes names of files: of one that someone sent they may lead anywhere. */
static gboolean
check_names (const char *folder, const TkRecord *record, GError **error)
{
  const char *wrong = is_inside (record->id) && strchr (record->id, '/') == NULL ? NULL : record->id;

  for (guint i = 0; i < record->n_files; i++)
    if (!is_inside (record->files[i].path))
      wrong = record->files[i].path;
  if (wrong == NULL)
    return TRUE;
  g_autofree char *shown = g_strescape (wrong, NULL);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s/record.xml: “%s” is no name of a file in its folder; bring the record back from a copy "
                  "of the archive"),
               folder, shown);
  return FALSE;
}

static void
free_paper (gpointer data)
{
  TkHandoverPaper *paper = data;

  tk_record_free (paper->record);
  g_free (paper->folder);
  g_free (paper);
}

static gboolean
add_paper (const TkArchive *archive, const char *path, GPtrArray *papers, TkNotes *notes, GError **error)
{
  g_autofree char *folder = g_build_filename (tk_archive_path (archive), path, NULL);
  g_autoptr (TkRecord) record = tk_archive_read_record_new (archive, path, error);

  if (record == NULL || !check_names (folder, record, error))
    return FALSE;
  if (record->draft)
    tk_notes_add (notes, _ ("%s: is a draft, and was handed over as one"), path);
  TkHandoverPaper *paper = g_new0 (TkHandoverPaper, 1);
  paper->folder = g_steal_pointer (&folder);
  paper->record = g_steal_pointer (&record);
  g_ptr_array_add (papers, paper);
  return TRUE;
}

/* ---- which ------------------------------------------------------------------ */

/* "2022/data/ID/v12" */
typedef struct {
  char *id, *path;
  int year;
  guint64 version;
} Last;

static void
free_last (gpointer data)
{
  Last *last = data;

  g_free (last->id);
  g_free (last->path);
  g_free (last);
}

static void
take_version (GHashTable *lasts, int year, const char *path)
{
  g_autofree char *above = g_path_get_dirname (path), *id = g_path_get_basename (above);
  const char *name = strrchr (path, '/');
  const guint64 version = name != NULL && name[1] == 'v' ? g_ascii_strtoull (name + 2, NULL, 10) : 0;
  Last *last = g_hash_table_lookup (lasts, id);

  if (last != NULL && last->version > version)
    return;
  last = g_new0 (Last, 1);
  last->id = g_steal_pointer (&id);
  last->path = g_strdup (path);
  last->year = year;
  last->version = version;
  g_hash_table_replace (lasts, last->id, last);
}

/* The last version of each paper, wherever it is filed. */
static GHashTable *
find_lasts (const TkArchive *archive, GError **error)
{
  g_autoptr (GHashTable) lasts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_last);
  g_autoptr (GArray) years = tk_archive_years_new (archive);

  for (guint i = 0; i < years->len; i++) {
    const int year = g_array_index (years, int, i);
    g_auto (GStrv) paths = tk_archive_versions_new (archive, year, error);
    if (paths == NULL)
      return NULL;
    for (guint j = 0; paths[j] != NULL; j++)
      take_version (lasts, year, paths[j]);
  }
  return g_steal_pointer (&lasts);
}

static int
compare_lasts (gconstpointer a, gconstpointer b)
{
  const Last *one = *(const Last *const *) a, *other = *(const Last *const *) b;

  return one->year != other->year ? (one->year > other->year) - (one->year < other->year)
                                  : strcmp (one->id, other->id);
}

static gboolean
is_wanted (const TkHandover *wish, const Last *last)
{
  if (last->year < wish->first_year || (wish->last_year > 0 && last->year > wish->last_year))
    return FALSE;
  return wish->ids == NULL || wish->ids[0] == NULL || g_strv_contains (wish->ids, last->id);
}

static gboolean
check_ids (const TkArchive *archive, const TkHandover *wish, GHashTable *lasts, GError **error)
{
  for (guint i = 0; wish->ids != NULL && wish->ids[i] != NULL; i++)
    if (!g_hash_table_contains (lasts, wish->ids[i])) {
      g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                   _ ("%s: there is no paper “%s”; “tongket archive find” finds its ID"),
                   tk_archive_path (archive), wish->ids[i]);
      return FALSE;
    }
  return TRUE;
}

/* ---- as they were issued ------------------------------------------------------- */

/* What is wrong with the bag of a year, which may be exchanged while it is read. */
static GArray *
faults_new (const char *folder, GError **error)
{
  enum { ATTEMPTS = 5 };

  for (int i = 0; i < ATTEMPTS; i++) {
    g_autoptr (GError) cause = NULL;
    const int held = tk_tree_hold (folder);
    g_autoptr (GArray) faults = tk_bag_validate (folder, NULL, &cause);
    const gboolean same = tk_tree_is_held (held, folder);
    if (held >= 0)
      close (held);
    if (same && faults == NULL)
      g_propagate_error (error, g_steal_pointer (&cause));
    if (same)
      return g_steal_pointer (&faults);
  }
  tk_tree_set_changed (error, folder);
  return NULL;
}

/* Whether a fault at @path of the bag of @year is one of a paper that is handed over, or of what proves it.
 */
static gboolean
concerns (const GPtrArray *wanted, int year, const char *path)
{
  if (path == NULL || !g_str_has_prefix (path, "data/"))
    return TRUE;
  for (guint i = 0; i < wanted->len; i++) {
    const Last *last = wanted->pdata[i];
    const char *inner = last->path + strlen ("2022/"); /* data/ID/v1 */
    if (last->year == year && (strcmp (path, inner) == 0 || tk_path_lies_in (path, inner)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_year (const TkArchive *archive, int year, const GPtrArray *wanted, GError **error)
{
  g_autofree char *folder = tk_store_year_new (archive, "", year);
  g_autoptr (GArray) faults = faults_new (folder, error);

  for (guint i = 0; faults != NULL && i < faults->len; i++) {
    const TkBagFault *fault = &g_array_index (faults, TkBagFault, i);
    if (fault->kind == TK_BAG_WARNING || g_strcmp0 (fault->path, "bag-info.txt") == 0
        || !concerns (wanted, year, fault->path))
      continue;
    g_autofree char *path = tk_shown_new (fault->path != NULL ? fault->path : "");
    g_autofree char *message = tk_shown_new (fault->message);
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s/%s: %s; nothing was handed over"), folder, path,
                 message);
    return FALSE;
  }
  return faults != NULL;
}

/* A record that was changed with its files speaks for itself: only the manifests of its year say what was
 * issued. */
static gboolean
check_issued (const TkArchive *archive, const GPtrArray *wanted, GError **error)
{
  for (guint i = 0; i < wanted->len; i++) { /* sorted by year */
    const Last *last = wanted->pdata[i], *before = i > 0 ? wanted->pdata[i - 1] : NULL;
    if ((before == NULL || before->year != last->year) && !check_year (archive, last->year, wanted, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- the papers ------------------------------------------------------------------ */

static GPtrArray *
choose_papers (const TkArchive *archive, const TkHandover *wish, TkNotes *notes, GError **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (free_paper);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GHashTable) lasts = find_lasts (archive, error);
  GHashTableIter walk;
  gpointer last;

  if (lasts == NULL || !check_ids (archive, wish, lasts, error))
    return NULL;
  g_hash_table_iter_init (&walk, lasts);
  while (g_hash_table_iter_next (&walk, NULL, &last))
    if (is_wanted (wish, last))
      g_ptr_array_add (wanted, last);
  g_ptr_array_sort (wanted, compare_lasts);
  if (!check_issued (archive, wanted, error))
    return NULL;
  for (guint i = 0; i < wanted->len; i++)
    if (!add_paper (archive, ((const Last *) wanted->pdata[i])->path, papers, notes, error))
      return NULL;
  if (papers->len > 0)
    return g_steal_pointer (&papers);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("%s: there are no papers of these years; leave out --year for all that there are"),
               tk_archive_path (archive));
  return NULL;
}

gboolean
tk_archive_hand_over (const TkArchive *archive, const TkHandover *wish, const char *to, TkNotes *notes,
                      guint *ret_n, GError **error)
{
  g_autoptr (GPtrArray) papers = choose_papers (archive, wish, notes, error);
  gboolean done = FALSE;

  if (papers == NULL)
    return FALSE;
  switch (wish->form) {
  case TK_HANDOVER_DSPACE:
    done = tk_handover_dspace (papers, wish, to, error);
    break;
  case TK_HANDOVER_METS:
    done = tk_handover_mets (papers, to, error);
    break;
  case TK_HANDOVER_OAI:
    done = tk_handover_oai (papers, wish, to, notes, error);
    break;
  case TK_HANDOVER_N:
    break;
  }
  if (done)
    *ret_n = papers->len;
  return done;
}
