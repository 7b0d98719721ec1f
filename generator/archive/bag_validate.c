/* Comes in: a bag, perhaps of another program, perhaps damaged. Goes out: everything that is wrong with it
 * (RFC 8493, 3: complete and valid). Nothing is changed and nothing is fetched. */
#include <glib/gi18n.h>
#include <string.h>

#include "bag_match.h"
#include "error.h"

/* What must be there whatever the payload */

static void
check_elements (const TkBag *bag)
{
  gboolean some = FALSE;

  for (guint i = 0; i < bag->manifests->len; i++)
    some |= !((const TkBagManifest *) g_ptr_array_index (bag->manifests, i))->tags;
  if (!tk_bag_tree_has_folder (bag->tree, "data"))
    tk_bag_faults_add (bag->faults, TK_BAG_MISSING, "data", "%s", _ ("the folder of the payload is missing"));
  if (!some)
    tk_bag_faults_add (bag->faults, TK_BAG_MISSING, "manifest-sha256.txt", "%s",
                       _ ("there is no manifest of the payload, by no algorithm; take it from a copy"));
  for (guint i = 0; i < bag->tree->others->len; i++)
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, g_ptr_array_index (bag->tree->others, i), "%s",
                       _ ("is a link or a device, which no manifest can prove; put the file itself there"));
}

/* What lies in a folder proves it; one with nothing in it comes and goes unseen (RFC 8493, 2.1.3). */
static void
check_folders (const TkBag *bag)
{
  g_autoptr (GHashTable) filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < bag->tree->files->len; i++) {
    char *folder = g_path_get_dirname (g_array_index (bag->tree->files, TkBagFile, i).path);
    while (g_hash_table_add (filled, folder))
      folder = g_path_get_dirname (folder);
  }
  for (guint i = 0; i < bag->tree->folders->len; i++) {
    const char *folder = g_ptr_array_index (bag->tree->folders, i);
    if (tk_bag_is_payload (folder) && !g_hash_table_contains (filled, folder))
      tk_bag_faults_add (bag->faults, TK_BAG_WARNING, folder, "%s",
                         _ ("is a folder without files, which no manifest keeps; remove it"));
  }
}

/* Tag manifests (RFC 8493, 2.2.1) */

static void
check_tag_manifest (const TkBag *bag, const TkBagManifest *manifest, const TkBagManifest *first)
{
  for (guint i = 0; i < bag->manifests->len; i++) {
    const TkBagManifest *other = g_ptr_array_index (bag->manifests, i);
    if (!other->tags && tk_bag_manifest_find (manifest, other->name) == NULL)
      tk_bag_faults_add (bag->faults, bag->version >= 100 ? TK_BAG_MALFORMED : TK_BAG_WARNING, manifest->name,
                         _ ("does not list %s; every tag manifest lists every manifest"), other->name);
  }
  for (guint i = 0; i < manifest->entries->len; i++) {
    const char *path = g_array_index (manifest->entries, TkBagEntry, i).path;
    g_autofree char *algorithm = tk_bag_algorithm_new (path, TRUE);
    if (algorithm != NULL)
      tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, manifest->name,
                         _ ("lists %s; a tag manifest stands in none"), path);
    if (bag->version >= 100 && manifest != first && tk_bag_manifest_find (first, path) == NULL)
      tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, first->name,
                         _ ("does not list %s, which %s does; all tag manifests list the same files"), path,
                         manifest->name);
  }
  if (bag->version < 100 || manifest == first)
    return;
  for (guint i = 0; i < first->entries->len; i++) {
    const char *path = g_array_index (first->entries, TkBagEntry, i).path;
    if (tk_bag_manifest_find (manifest, path) == NULL)
      tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, manifest->name,
                         _ ("does not list %s, which %s does; all tag manifests list the same files"), path,
                         first->name);
  }
}

/* A manifest that no tag manifest of its kind protects: perhaps that one was taken away. */
static void
check_protection (const TkBag *bag, const TkBagManifest *manifest)
{
  g_autofree char *name = g_strdup_printf ("tag%s", manifest->name);

  if (tk_bag_tree_find (bag->tree, name) == NULL)
    tk_bag_faults_add (bag->faults, TK_BAG_WARNING, name,
                       _ ("is not there; without it a changed %s is not noticed"), manifest->name);
}

static void
check_tag_manifests (const TkBag *bag)
{
  const TkBagManifest *first = NULL;

  for (guint i = 0; i < bag->manifests->len; i++) {
    const TkBagManifest *manifest = g_ptr_array_index (bag->manifests, i);
    if (!manifest->tags) {
      check_protection (bag, manifest);
      continue;
    }
    first = first != NULL ? first : manifest;
    check_tag_manifest (bag, manifest, first);
  }
}

/* fetch.txt */

static void
check_fetches (const TkBag *bag)
{
  for (guint i = 0; i < bag->fetches->len; i++) {
    const TkBagFetch *fetch = &g_array_index (bag->fetches, TkBagFetch, i);
    for (guint k = 0; k < bag->manifests->len; k++) {
      const TkBagManifest *manifest = g_ptr_array_index (bag->manifests, k);
      if (!manifest->tags && tk_bag_manifest_find (manifest, fetch->path) == NULL)
        tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, TK_BAG_FETCH,
                           _ ("“%s” is to be fetched, but does not stand in %s"), fetch->path,
                           manifest->name);
    }
  }
}

/* Checksums */

typedef struct {
  const TkBagMatch *match;
  GArray *jobs;       /* (element-type TkHashJob) */
  GHashTable *job_of; /* TkBagFile → index into jobs + 1 */
} Proof;

static TkHashJob *
find_job (const Proof *proof, const TkBagFile *file)
{
  const guint at = GPOINTER_TO_UINT (g_hash_table_lookup (proof->job_of, file));

  return at > 0 ? &g_array_index (proof->jobs, TkHashJob, at - 1) : NULL;
}

static void
want (Proof *proof, const TkBagFile *file, const TkBagManifest *manifest)
{
  const TkBag *bag = proof->match->bag;
  TkHashJob *job = find_job (proof, file);

  if (manifest->hash == NULL)
    return;
  if (job == NULL) {
    const TkHashJob fresh = {.path = g_build_filename (bag->folder, file->path, NULL)};
    g_array_append_val (proof->jobs, fresh);
    g_hash_table_insert (proof->job_of, (TkBagFile *) file, GUINT_TO_POINTER (proof->jobs->len));
    job = &g_array_index (proof->jobs, TkHashJob, proof->jobs->len - 1);
  }
  if (!tk_hash_job_add (job, manifest->hash))
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, manifest->name,
                       _ ("is one manifest too many (at most %d are checked); look at it by another program"),
                       TK_HASHES_MOST);
}

static void
want_listed (Proof *proof)
{
  const GPtrArray *manifests = proof->match->bag->manifests;

  for (guint i = 0; i < manifests->len; i++) {
    GHashTableIter iter;
    gpointer file;
    g_hash_table_iter_init (&iter, tk_bag_match_found (proof->match, i));
    while (g_hash_table_iter_next (&iter, &file, NULL))
      want (proof, file, g_ptr_array_index (manifests, i));
  }
}

/* Files that were added, only to know those again that were renamed. */
static void
want_added (Proof *proof)
{
  const TkBagMatch *match = proof->match;

  if (match->missing->len == 0)
    return;
  for (guint i = 0; i < match->added->len; i++) {
    const TkBagFile *file = g_ptr_array_index (match->added, i);
    for (guint k = 0; k < match->bag->manifests->len; k++) {
      const TkBagManifest *manifest = g_ptr_array_index (match->bag->manifests, k);
      if (manifest->tags != tk_bag_is_payload (file->path))
        want (proof, file, manifest);
    }
  }
}

/* Where one manifest agrees with the file and another does not, it is the manifest that was changed. */
static void
judge_file (const Proof *proof, const TkBagFile *file)
{
  const TkBag *bag = proof->match->bag;
  const TkHashJob *job = find_job (proof, file);
  const TkBagManifest *right = NULL, *wrong = NULL;
  const TkBagEntry *wrong_entry = NULL;

  for (guint i = 0; i < bag->manifests->len && job != NULL && job->code == 0; i++) {
    const TkBagManifest *manifest = g_ptr_array_index (bag->manifests, i);
    const TkBagEntry *entry = g_hash_table_lookup (tk_bag_match_found (proof->match, i), file);
    const char *digest = entry != NULL && manifest->hash != NULL ? tk_hash_job_find (job, manifest->hash)
                                                                 : NULL;
    if (digest == NULL)
      continue;
    if (strcmp (digest, entry->digest) == 0)
      right = manifest;
    else {
      wrong = manifest;
      wrong_entry = entry;
    }
  }
  if (job != NULL && job->code != 0)
    tk_bag_faults_add (bag->faults, TK_BAG_CHANGED, file->path,
                       _ ("cannot be read (%s); look at its rights and at the disk"), g_strerror (job->code));
  else if (wrong != NULL && right != NULL)
    tk_bag_faults_add (
        bag->faults, TK_BAG_CHANGED, wrong->name,
        _ ("line %u was changed: “%s” agrees with %s, but not with it; take the manifest from a "
           "copy"),
        wrong_entry->line, file->path, right->name);
  else if (wrong != NULL)
    tk_bag_faults_add (bag->faults, TK_BAG_CHANGED, file->path,
                       _ ("is not as it was: %s has another checksum for it; take the file from a copy"),
                       wrong->name);
}

/* The files of no manifest, by the checksums that they have: digest → TkBagFile. */
static GHashTable *
index_added (const Proof *proof)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < proof->match->added->len; i++) {
    TkBagFile *file = g_ptr_array_index (proof->match->added, i);
    const TkHashJob *job = find_job (proof, file);
    for (guint k = 0; k < TK_HASHES_MOST && job != NULL && job->digests[k] != NULL; k++)
      g_hash_table_insert (index, job->digests[k], file);
  }
  return index;
}

static void
report_missing (const Proof *proof)
{
  const TkBagMatch *match = proof->match;
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) added = index_added (proof);
  GArray *faults = match->bag->faults;

  for (guint i = 0; i < match->bag->fetches->len; i++) {
    const TkBagFetch *fetch = &g_array_index (match->bag->fetches, TkBagFetch, i);
    g_hash_table_insert (addresses, (char *) fetch->path, (char *) fetch->url);
  }
  for (guint i = 0; i < match->missing->len; i++) {
    const TkBagMissing *missing = &g_array_index (match->missing, TkBagMissing, i);
    const char *path = missing->entry->path;
    const char *address = g_hash_table_lookup (addresses, path);
    const TkBagFile *renamed = g_hash_table_lookup (added, missing->entry->digest);
    if (strcmp (path, TK_BAG_DECLARATION) == 0)
      continue; /* whoever read it has said so */
    if (address != NULL)
      tk_bag_faults_add (faults, TK_BAG_MISSING, path, _ ("is not there yet; fetch it from %s"), address);
    else if (renamed != NULL)
      tk_bag_faults_add (faults, TK_BAG_MISSING, path,
                         _ ("is missing, but “%s” has its bytes: it was renamed; give it its name again"),
                         renamed->path);
    else
      tk_bag_faults_add (faults, TK_BAG_MISSING, path, _ ("is missing, and %s lists it; take it from a copy"),
                         missing->manifest->name);
  }
}

static void
report_added (const TkBagMatch *match)
{
  for (guint i = 0; i < match->added->len; i++) {
    const TkBagFile *file = g_ptr_array_index (match->added, i);
    if (tk_bag_is_payload (file->path))
      tk_bag_faults_add (match->bag->faults, TK_BAG_ADDED, file->path, "%s",
                         _ ("stands in no manifest; it was added, or its line removed"));
    else
      tk_bag_faults_add (match->bag->faults, TK_BAG_WARNING, file->path, "%s",
                         _ ("stands in no tag manifest; it was added, or its line removed"));
  }
}

static void
prove (const TkBagMatch *match)
{
  Proof proof = {.match = match,
                 .jobs = g_array_new (FALSE, TRUE, sizeof (TkHashJob)),
                 .job_of = g_hash_table_new (NULL, NULL)};

  g_array_set_clear_func (proof.jobs, (GDestroyNotify) tk_hash_job_clear);
  want_listed (&proof);
  want_added (&proof);
  tk_hash_run (proof.jobs, FALSE);
  for (guint i = 0; i < match->bag->tree->files->len; i++)
    judge_file (&proof, &g_array_index (match->bag->tree->files, TkBagFile, i));
  report_missing (&proof);
  report_added (match);
  g_array_unref (proof.jobs);
  g_hash_table_unref (proof.job_of);
}

/* bag-info.txt, last: what is missing or added is said already, and bag-info.txt is not to blame for it. */

static gboolean
is_payload_wrong (const TkBag *bag)
{
  for (guint i = 0; i < bag->faults->len; i++) {
    const TkBagFault *fault = &g_array_index (bag->faults, TkBagFault, i);
    if (fault->kind != TK_BAG_WARNING && fault->path != NULL && tk_bag_is_payload (fault->path))
      return TRUE;
  }
  return FALSE;
}

static void
check_oxum (const TkBag *bag)
{
  const char *oxum = NULL;
  guint64 bytes = 0, files = 0;

  for (guint i = 0; i < bag->labels->len; i++) {
    const TkBagLabel *label = &g_array_index (bag->labels, TkBagLabel, i);
    if (g_ascii_strcasecmp (label->label, "Payload-Oxum") != 0)
      continue;
    if (oxum != NULL)
      tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, TK_BAG_INFO, "%s",
                         _ ("has Payload-Oxum twice; leave the right one"));
    oxum = label->value;
  }
  if (oxum == NULL)
    return;
  for (guint i = 0; i < bag->tree->files->len; i++) {
    const TkBagFile *file = &g_array_index (bag->tree->files, TkBagFile, i);
    if (!tk_bag_is_payload (file->path))
      continue;
    bytes += (guint64) file->status.st_size;
    files++;
  }
  g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT, bytes, files);
  if (strspn (oxum, G_CSET_DIGITS ".") != strlen (oxum) || strchr (oxum, '.') == NULL)
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, TK_BAG_INFO,
                       _ ("Payload-Oxum is “%s”; it is a number of bytes, a point, a number of files"), oxum);
  else if (strcmp (oxum, found) != 0 && !is_payload_wrong (bag))
    tk_bag_faults_add (
        bag->faults, TK_BAG_CHANGED, TK_BAG_INFO,
        _ ("Payload-Oxum is %s, the payload has %s (bytes.files); look for what is missing or added"), oxum,
        found);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const TkBagFault *one = a, *other = b;
  const int by_path = g_strcmp0 (one->path, other->path);

  if (by_path != 0)
    return by_path;
  return one->kind != other->kind ? (int) one->kind - (int) other->kind
                                  : strcmp (one->message, other->message);
}

/* Sorted, and each once. */
static GArray *
settle_faults (GArray *faults)
{
  GArray *settled = tk_bag_faults_new ();

  g_array_sort (faults, compare_faults);
  for (guint i = 0; i < faults->len; i++) {
    TkBagFault *fault = &g_array_index (faults, TkBagFault, i);
    const TkBagFault *last = settled->len > 0 ? &g_array_index (settled, TkBagFault, settled->len - 1) : NULL;
    if (last != NULL && compare_faults (last, fault) == 0)
      continue;
    g_array_append_val (settled, *fault);
    *fault = (TkBagFault){0};
  }
  return settled;
}

GArray *
tk_bag_judge (const char *folder, const char *package, const char *profile, GError **error)
{
  g_autoptr (TkBagTree) tree = tk_bag_tree_new (folder, error);

  if (tree == NULL)
    return NULL;
  g_autoptr (GArray) faults = tk_bag_faults_new ();
  g_autoptr (TkBag) bag = tk_bag_read_new (folder, tree, faults);
  bag->package = package;
  check_elements (bag);
  check_folders (bag);
  check_tag_manifests (bag);
  check_fetches (bag);
  g_autoptr (TkBagMatch) match = tk_bag_match_new (bag);
  prove (match);
  check_oxum (bag);
  if (profile != NULL && !tk_bag_profile_check (bag, profile, error))
    return NULL;
  return settle_faults (faults);
}

GArray *
tk_bag_validate (const char *folder, const char *profile, GError **error)
{
  return tk_bag_judge (folder, NULL, profile, error);
}

GArray *
tk_bag_fit (const char *folder, const char *package, const char *profile, GError **error)
{
  g_autoptr (TkBagTree) tree = tk_bag_tree_new (folder, error);
  g_autoptr (GArray) faults = tk_bag_faults_new ();
  g_autoptr (TkBag) bag = tree != NULL ? tk_bag_read_new (folder, tree, faults) : NULL;

  if (bag == NULL)
    return NULL;
  bag->package = package != NULL ? tk_bag_media_type (package) : NULL;
  if (!tk_bag_profile_check (bag, profile, error))
    return NULL;
  for (guint i = faults->len; i-- > 0;)
    if (g_array_index (faults, TkBagFault, i).kind != TK_BAG_PROFILE)
      g_array_remove_index (faults, i);
  return settle_faults (faults);
}
