/* Comes in: a store. Goes out: its catalogue, up to date, and what is found in it. Knows no SQL, and writes
 * nothing into the store. */
#include "finding.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "error.h"
#include "store.h"

/* The manifest of a year, the text of a paper: more is not read. */
enum { LARGEST_LIST = 512 << 20, LARGEST_TEXT = 64 << 20 };

/* A version as the manifest names it; both checksums borrow from the manifest, @text is NULL where there is
 * none. */
typedef struct {
  char *path; /* data/ID/v1 */
  const char *record, *text;
} Version;

typedef struct {
  const TkArchive *archive;
  TkCatalogue *catalogue;
  TkNotes *notes;
  int *counter;
} Indexing;

/* A regular file, no link: who gave us the store may have put anything there. NULL: there is none such. */
static char *
read_file_new (const char *path, gsize largest, gsize *ret_length)
{
  const int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  struct stat facts;

  if (file < 0)
    return NULL;
  const gboolean good = fstat (file, &facts) == 0 && S_ISREG (facts.st_mode)
                        && (guint64) facts.st_size <= largest;
  const gsize size = good ? (gsize) facts.st_size : 0;
  char *bytes = good ? g_malloc (size + 1) : NULL;
  gsize length = 0;
  gssize n = 1;
  while (good && length < size && (n = read (file, bytes + length, size - length)) != 0)
    if (n > 0)
      length += (gsize) n;
    else if (errno != EINTR)
      break;
  close (file);
  if (!good || n < 0) {
    g_free (bytes);
    return NULL;
  }
  bytes[length] = '\0';
  *ret_length = length;
  return bytes;
}

static char *
read_in_year_new (const TkArchive *archive, int year, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%04d/%s", tk_archive_path (archive), year, name);
  gsize length;

  return read_file_new (path, LARGEST_LIST, &length);
}

/* Changes with the manifest. NULL: the year has none. */
static char *
stamp_new (const TkArchive *archive, int year)
{
  g_autofree char *tags = read_in_year_new (archive, year, "tagmanifest-sha256.txt");
  g_autofree char *list = tags == NULL ? read_in_year_new (archive, year, "manifest-sha256.txt") : NULL;
  const char *text = tags != NULL ? tags : list;

  return text != NULL ? tk_digest_new (text, strlen (text)) : NULL;
}

static void
version_free (void *data)
{
  Version *version = data;

  g_free (version->path);
  g_free (version);
}

/* Of "data/ID/v1/record.xml" the length of "data/ID/v1", where @name is the file's; else 0. */
static gsize
match_file (const char *path, const char *name)
{
  const char *id = g_str_has_prefix (path, "data/") ? path + strlen ("data/") : "";
  const char *version = strchr (id, '/'), *file = version != NULL ? strchr (version + 1, '/') : NULL;

  if (file == NULL || strcmp (file + 1, name) != 0 || *id == '.' || version == id || version[1] != 'v'
      || !g_ascii_isdigit (version[2]))
    return 0;
  return (gsize) (file - path);
}

static Version *
find_version (GPtrArray *versions, GHashTable *known, const char *path, gsize length)
{
  g_autofree char *name = g_strndup (path, length);
  Version *version = g_hash_table_lookup (known, name);

  if (version == NULL) {
    version = g_new0 (Version, 1);
    version->path = g_steal_pointer (&name);
    g_ptr_array_add (versions, version);
    g_hash_table_insert (known, version->path, version);
  }
  return version;
}

/* The versions of a manifest (RFC 8493, 2.1.3), in its order; it is cut into pieces that they borrow. */
static GPtrArray *
versions_new (char *manifest)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (version_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (char *line = manifest, *next; *line != '\0'; line = next) {
    const gsize length = strcspn (line, "\r\n");
    next = line + length + strspn (line + length, "\r\n");
    line[length] = '\0';
    char *space = line + strcspn (line, " \t");
    const char *path = space + strspn (space, " \t*");
    *space = '\0';
    gsize n = match_file (path, "record.xml");
    if (n > 0)
      find_version (versions, known, path, n)->record = line;
    else if ((n = match_file (path, "text.txt")) > 0)
      find_version (versions, known, path, n)->text = line;
  }
  return versions;
}

static gboolean
add_version (Indexing *indexing, const Version *version, int year, const char *path, const char *stamp,
             GError **error)
{
  g_autofree char *file = g_build_filename (tk_archive_path (indexing->archive), path, "text.txt", NULL);
  g_autoptr (GError) wrong = NULL;
  g_autoptr (TkRecord) record = tk_archive_read_record_new (indexing->archive, path, &wrong);
  gsize length = 0;
  g_autofree char *text = version->text != NULL ? read_file_new (file, LARGEST_TEXT, &length) : NULL;

  if (record == NULL) {
    tk_notes_add (indexing->notes, "%s", wrong->message);
    return TRUE;
  }
  if (version->text != NULL && text == NULL)
    tk_notes_add (indexing->notes, _ ("%s: cannot be read; see tongket archive verify"), file);
  const TkCataloguePaper paper = {
      .path = path,
      .stamp = stamp,
      .id = record->id,
      .version = record->version,
      .year = year,
      .own = record->own,
      .title = record->title,
      .kind = record->kind,
      .number = record->number,
      .publisher = record->publisher,
      .date = record->date,
      .persons = record->persons,
      .organisations = record->organisations,
      .places = record->places,
      .text = text,
      .n_text = length,
  };
  return tk_catalogue_add (indexing->catalogue, &paper, error);
}

static gboolean
index_versions (Indexing *indexing, int year, const GPtrArray *versions, GError **error)
{
  for (guint i = 0; i < versions->len; i++) {
    const Version *version = g_ptr_array_index (versions, i);
    g_autofree char *path = g_strdup_printf ("%04d/%s", year, version->path);
    g_autofree char *stamp = g_strconcat (version->record != NULL ? version->record : "", " ", version->text,
                                          NULL);
    if (version->record == NULL || tk_catalogue_keep (indexing->catalogue, path, stamp))
      continue;
    if (!add_version (indexing, version, year, path, stamp, error))
      return FALSE;
    if (indexing->counter != NULL)
      g_atomic_int_inc (indexing->counter);
  }
  return TRUE;
}

static gboolean
index_year (Indexing *indexing, int year, GError **error)
{
  /* in this order: what changes between the two is read again the next time */
  g_autofree char *stamp = stamp_new (indexing->archive, year);
  g_autofree char *known = tk_catalogue_stamp_new (indexing->catalogue, year);
  g_autofree char *manifest = NULL;

  if (stamp != NULL && g_strcmp0 (stamp, known) == 0)
    return TRUE;
  if (stamp != NULL)
    manifest = read_in_year_new (indexing->archive, year, "manifest-sha256.txt");
  if (manifest == NULL)
    tk_notes_add (indexing->notes,
                  _ ("%s/%04d: has no manifest, its papers are not found; see tongket archive verify"),
                  tk_archive_path (indexing->archive), year);
  g_autoptr (GPtrArray) versions = versions_new (manifest != NULL ? manifest : (char[]){""});
  return index_versions (indexing, year, versions, error)
         && tk_catalogue_end (indexing->catalogue, year, manifest != NULL ? stamp : NULL, error);
}

/* Nothing of the store is another than it was. */
static gboolean
is_current (const Indexing *indexing, const GArray *years, const GArray *known)
{
  if (years->len != known->len)
    return FALSE;
  for (guint i = 0; i < years->len; i++) {
    const int year = g_array_index (years, int, i);
    g_autofree char *stamp = stamp_new (indexing->archive, year);
    g_autofree char *there = tk_catalogue_stamp_new (indexing->catalogue, year);
    if (stamp == NULL || g_strcmp0 (stamp, there) != 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
index_years (Indexing *indexing, const GArray *years, GError **error)
{
  g_autoptr (GArray) known = tk_catalogue_years_new (indexing->catalogue);

  for (guint i = 0; i < known->len; i++) {
    const int year = g_array_index (known, int, i);
    if (!tk_store_has_year (years, year) && !tk_catalogue_end (indexing->catalogue, year, NULL, error))
      return FALSE;
  }
  for (guint i = 0; i < years->len; i++)
    if (!index_year (indexing, g_array_index (years, int, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
bring_up (Indexing *indexing, gboolean rebuild, GError **error)
{
  g_autoptr (GArray) years = tk_archive_years_new (indexing->archive);
  g_autoptr (GArray) known = tk_catalogue_years_new (indexing->catalogue);

  if (!rebuild && is_current (indexing, years, known))
    return TRUE;
  if (!tk_catalogue_begin (indexing->catalogue, rebuild, error))
    return FALSE;
  if (index_years (indexing, years, error))
    return tk_catalogue_commit (indexing->catalogue, error);
  tk_catalogue_undo (indexing->catalogue);
  return FALSE;
}

/* Opens the catalogue at @path, brings it up to date, and, where there is a @wish, looks it up in it. */
static gboolean
attempt (const TkArchive *archive, const char *path, const TkFindingWish *finding,
         const TkCatalogueWish *wish, TkNotes *notes, TkCatalogue **ret_catalogue,
         TkCatalogueFound **ret_found, GError **error)
{
  g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (path, error);
  Indexing indexing = {archive, catalogue, notes, finding->counter};
  TkCatalogueFound *found = NULL;

  if (catalogue == NULL || !bring_up (&indexing, finding->rebuild, error))
    return FALSE;
  if (wish != NULL && (found = tk_catalogue_find_new (catalogue, wish, error)) == NULL)
    return FALSE;
  *ret_catalogue = g_steal_pointer (&catalogue);
  *ret_found = found;
  return TRUE;
}

/* As it is; anew, where the file is broken; in memory. */
static gboolean
find (const TkArchive *archive, const TkFindingWish *finding, const TkCatalogueWish *wish, TkNotes *notes,
      TkCatalogue **ret_catalogue, TkCatalogueFound **ret_found, GError **error)
{
  g_autoptr (GError) wrong = NULL;

  for (guint n = 0; finding->path != NULL && n < 2; n++) {
    g_clear_error (&wrong);
    if (attempt (archive, finding->path, finding, wish, notes, ret_catalogue, ret_found, &wrong))
      return TRUE;
    if (!g_error_matches (wrong, TK_ERROR, TK_ERROR_DATA))
      break;
    tk_catalogue_remove (finding->path);
  }
  if (g_error_matches (wrong, TK_ERROR, TK_ERROR_USAGE)) {
    g_propagate_error (error, g_steal_pointer (&wrong));
    return FALSE;
  }
  if (wrong != NULL)
    tk_notes_add (notes, _ ("%s; until then the store is read anew for each search"), wrong->message);
  return attempt (archive, NULL, finding, wish, notes, ret_catalogue, ret_found, error);
}

TkCatalogue *
tk_finding_catalogue_new (const TkArchive *archive, const TkFindingWish *finding, TkNotes *notes,
                          GError **error)
{
  TkCatalogue *catalogue = NULL;
  TkCatalogueFound *found = NULL;

  return find (archive, finding, NULL, notes, &catalogue, &found, error) ? catalogue : NULL;
}

TkCatalogueFound *
tk_finding_new (const TkArchive *archive, const TkFindingWish *finding, const TkCatalogueWish *wish,
                TkNotes *notes, GError **error)
{
  g_autoptr (TkCatalogue) catalogue = NULL;
  TkCatalogueFound *found = NULL;

  return find (archive, finding, wish, notes, &catalogue, &found, error) ? found : NULL;
}

/* Of a version, as we make them: a catalogue does not lead out of the store. */
static gboolean
is_path (const char *path)
{
  g_autofree char *file = strlen (path) > 5 && path[4] == '/' ? g_strconcat (path + 5, "/text.txt", NULL)
                                                              : NULL;

  return file != NULL && strspn (path, "0123456789") == 4 && match_file (file, "text.txt") > 0;
}

TkSnippet *
tk_finding_snippet_new (const TkArchive *archive, const TkCatalogueHit *hit, TkTokenizer *tokenizer)
{
  g_autofree char *path = g_build_filename (tk_archive_path (archive), hit->path, "text.txt", NULL);
  gsize length = 0;
  g_autofree char *text = hit->words->len > 0 && is_path (hit->path)
                              ? read_file_new (path, LARGEST_TEXT, &length)
                              : NULL;

  return text != NULL ? tk_snippet_new (tokenizer, text, length, hit->words) : NULL;
}
