/* Comes in: a year of a store. Goes out: what is wrong with its bag, its chains of versions, its records.
 * Must not know of other years. */
#include "audit_year.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "bag_form.h"
#include "tree.h"

typedef struct {
  TkAudit *audit;
  const TkArchive *archive;
  int year;
  const char *manifest; /* its place */
  GHashTable *sums;     /* of it: "data/ID/v1/paper.pdf" to SHA-256 */
} Year;

static const char *const kinds[] = {
    [TK_BAG_MISSING] = "missing",     [TK_BAG_ADDED] = "added",     [TK_BAG_CHANGED] = "changed",
    [TK_BAG_MALFORMED] = "malformed", [TK_BAG_PROFILE] = "profile", [TK_BAG_WARNING] = "malformed",
};

/* What is legal in another's bag has no place in one of ours (tk_bag_write), but for a folder without files,
 * which copying may leave behind. */
static gboolean
is_note (const Year *year, const TkBagFault *fault)
{
  g_autofree char *path = g_strdup_printf ("%s/%04d/%s", tk_archive_path (year->archive), year->year,
                                           fault->path != NULL ? fault->path : "");

  return fault->kind == TK_BAG_WARNING && tk_tree_is_folder (path);
}

static gboolean
check_bag (const Year *year, const char *folder, GError **error)
{
  g_autoptr (GArray) faults = tk_bag_validate (folder, NULL, error);

  for (guint i = 0; faults != NULL && i < faults->len; i++) {
    const TkBagFault *fault = &g_array_index (faults, TkBagFault, i);
    g_autofree char *place = fault->path != NULL ? g_strdup_printf ("%04d/%s", year->year, fault->path)
                                                 : g_strdup_printf ("%04d", year->year);
    if (fault->kind != TK_BAG_WARNING || !tk_audit_names (year->audit, place))
      (is_note (year, fault) ? tk_audit_add_note : tk_audit_add) (year->audit, kinds[fault->kind], place,
                                                                  "%s", fault->message);
  }
  return faults != NULL;
}

/* Paths to sums, of a manifest. Nothing is said of one that is not there: the bag's fault is said already. */
static GHashTable *
sums_new (const char *folder, const char *manifest)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_build_filename (folder, manifest, NULL), *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return sums;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    const gsize digits = strcspn (*line, " \t");
    const char *coded = *line + digits + strspn (*line + digits, " \t*");
    gboolean stray;
    if (*coded != '\0')
      g_hash_table_insert (sums, tk_bag_name_decode_new (coded, &stray), g_strndup (*line, digits));
  }
  return sums;
}

static gboolean
has_capital (GHashTable *sums)
{
  GHashTableIter iter;
  gpointer sum;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    if (strpbrk (sum, "ABCDEF") != NULL)
      return TRUE;
  return FALSE;
}

/* BagIt leaves tag manifests to the maker of a bag, does not mind how they write their sums, which nothing
 * else proves, nor further files beside them: a year has both, in small letters, and nothing that they do not
 * list. */
static void
check_tag_files (const Year *year, const char *folder)
{
  static const char *const own[] = {"tagmanifest-sha256.txt", "tagmanifest-sha512.txt"};
  g_auto (GStrv) names = tk_tree_list_new (folder);
  g_autoptr (GHashTable) sums = sums_new (folder, own[0]), longer = sums_new (folder, own[1]);

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++) {
    g_autofree char *place = g_strdup_printf ("%04d/%s", year->year, own[i]);
    if (!g_strv_contains ((const char *const *) names, own[i]))
      tk_audit_add (
          year->audit, "missing", place, "%s",
          _ ("is not there, so that nothing proves the manifests; put it back from a copy of the store"));
    else if (has_capital (i == 0 ? sums : longer))
      tk_audit_add (
          year->audit, "changed", place, "%s",
          _ ("a checksum has a capital letter, which this program never writes; take the file from a "
             "copy"));
  }
  for (char **name = names; *name != NULL && g_hash_table_size (sums) > 0; name++) {
    g_autofree char *place = g_strdup_printf ("%04d/%s", year->year, *name);
    if (strcmp (*name, "data") != 0 && !g_hash_table_contains (sums, *name) && strcmp (*name, own[0]) != 0
        && strcmp (*name, own[1]) != 0)
      tk_audit_add (year->audit, "added", place, "%s", _ ("is no part of the bag; move it away"));
  }
}

/* "data/ID/v1/x" is of a version; what the store knows is removed from @sums, what stays is of none. */
static void
check_record_file (const Year *year, const char *version, const TkRecordFile *file)
{
  g_autofree char *place = g_build_filename (version, file->path, NULL);
  const char *path = place + strlen ("2022/");
  const char *sum = g_hash_table_lookup (year->sums, path);

  if (sum == NULL)
    tk_audit_add (year->audit, "record", place, "%s",
                  _ ("is in the record of the paper, but not in the manifest"));
  else if (g_ascii_strcasecmp (sum, file->sha256) != 0 && !tk_audit_names (year->audit, place)
           && !tk_audit_names (year->audit, year->manifest))
    /* where the manifest was changed, record and file are right */
    tk_audit_add (year->audit, "record", place, "%s", _ ("is another than the record of the paper says"));
  year->audit->n_files++;
  g_hash_table_remove (year->sums, path);
}

static void
check_record (const Year *year, const char *version, const char *id, guint number, const TkRecord *record)
{
  TkAudit *audit = year->audit;

  if (strcmp (record->id, id) != 0)
    tk_audit_add (audit, "record", version, _ ("its record is that of %s"), record->id);
  if (record->version != number)
    tk_audit_add (audit, "chain", version, _ ("its record is that of version %u"), record->version);
  if (record->replaces != (number > 1))
    tk_audit_add (audit, "chain", version, "%s",
                  record->replaces ? _ ("says that it replaces a version, and is the first")
                                   : _ ("does not say that it replaces the version before it"));
  if (record->year != year->year)
    tk_audit_add (audit, "record", version, _ ("its record files it under %d"), record->year);
  for (guint i = 0; i < record->n_files; i++)
    check_record_file (year, version, &record->files[i]);
}

/* Without its record nothing can be said of the files of a version. */
static void
pass_over (const Year *year, const char *version)
{
  g_autofree char *prefix = g_strconcat (version + strlen ("2022/"), "/", NULL);
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, year->sums);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (g_str_has_prefix (path, prefix))
      g_hash_table_iter_remove (&iter);
}

static void
check_version (const Year *year, const char *version, const char *id, guint number)
{
  static const char *const own[] = {"record.xml", "dublin_core.xml", "premis.xml"};
  g_autoptr (GError) wrong = NULL;
  g_autoptr (TkRecord) record = tk_archive_read_record_new (year->archive, version, &wrong);

  year->audit->n_versions++;
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++) {
    g_autofree char *path = g_build_filename (version + strlen ("2022/"), own[i], NULL);
    if (!g_hash_table_remove (year->sums, path))
      tk_audit_add (year->audit, "missing", version, _ ("%s is not in the manifest; the paper is not whole"),
                    own[i]);
  }
  if (record != NULL) {
    tk_audit_add_paper (year->audit, version, record);
    check_record (year, version, id, number, record);
    return;
  }
  tk_audit_add (year->audit, "record", version, "%s", wrong->message);
  pass_over (year, version);
}

/* @versions: of the year, sorted. */
static void
check_chains (const Year *year, char **versions)
{
  g_autofree char *last = NULL;
  guint expected = 1;

  for (char **version = versions; *version != NULL; version++) {
    g_auto (GStrv) parts = g_strsplit (*version, "/", -1); /* 2022, data, ID, v1 */
    const guint number = (guint) g_ascii_strtoull (parts[3] + 1, NULL, 10);
    if (g_strcmp0 (parts[2], last) != 0) {
      g_free (last);
      last = g_strdup (parts[2]);
      expected = 1;
      year->audit->n_papers++;
    }
    for (; expected < number; expected++)
      tk_audit_add (
          year->audit, "chain", *version,
          _ ("version %u, which came before it, is not there; put it back from a copy of the store"),
          expected);
    check_version (year, *version, parts[2], number);
    expected = number + 1;
  }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What the manifest has and no record of a paper. */
static void
check_rest (const Year *year)
{
  guint n;
  g_autofree const char **paths = (const char **) g_hash_table_get_keys_as_array (year->sums, &n);

  qsort (paths, n, sizeof *paths, compare);
  for (guint i = 0; i < n; i++) {
    g_autofree char *place = g_strdup_printf ("%04d/%s", year->year, paths[i]);
    tk_audit_add (year->audit, "record", place, "%s", _ ("is in the manifest, but in no record of a paper"));
  }
}

gboolean
tk_audit_year (TkAudit *audit, const TkArchive *archive, int number, GError **error)
{
  g_autofree char *folder = g_strdup_printf ("%s/%04d", tk_archive_path (archive), number);
  g_autoptr (GHashTable) sums = sums_new (folder, "manifest-sha256.txt");
  g_autofree char *manifest = g_strdup_printf ("%04d/manifest-sha256.txt", number);
  const Year year = {audit, archive, number, manifest, sums};
  g_autofree char *data = g_build_filename (folder, "data", NULL);

  check_tag_files (&year, folder);
  if (!check_bag (&year, folder, error))
    return FALSE;
  if (!tk_tree_is_folder (data))
    return TRUE; /* the bag's fault */
  g_auto (GStrv) versions = tk_archive_versions_new (archive, number, error);
  if (versions == NULL)
    return FALSE;
  check_chains (&year, versions);
  check_rest (&year);
  return TRUE;
}
