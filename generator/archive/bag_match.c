/* Comes in: the manifests of a bag and the files that lie there. Goes out: which file each line means, and
 * what of both is without the other (RFC 8493, 3: complete). No file is opened. */
#include <glib/gi18n.h>
#include <string.h>

#include "bag_match.h"

/* Files by NFC names: the normal form may have changed on the way through another system (RFC 8493, 6.1.2).
 */
static GHashTable *
index_files (const TkBagTree *tree, gboolean payload)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tree->files->len; i++) {
    TkBagFile *file = &g_array_index (tree->files, TkBagFile, i);
    char *key = tk_bag_is_payload (file->path) == payload ? tk_bag_name_fold_new (file->path) : NULL;
    if (key != NULL)
      g_hash_table_insert (index, key, file);
  }
  return index;
}

static const TkBagFile *
find_file (TkBagMatch *match, const TkBagManifest *manifest, const TkBagEntry *entry)
{
  const TkBagFile *file = tk_bag_tree_find (match->bag->tree, entry->path);

  if (file != NULL)
    return file;
  g_autofree char *key = tk_bag_name_fold_new (entry->path);
  file = key != NULL ? g_hash_table_lookup (manifest->tags ? match->tags : match->payload, key) : NULL;
  if (file != NULL)
    tk_bag_faults_add (match->bag->faults, TK_BAG_WARNING, file->path,
                       _ ("is listed in %s, line %u, in another normal form of Unicode; rename it to that"),
                       manifest->name, entry->line);
  return file;
}

/* The same name in two lines: before 1.0 that was allowed where they agree. */
static void
fault_twice (TkBagMatch *match, const TkBagManifest *manifest, const TkBagEntry *entry,
             const TkBagEntry *former)
{
  const gboolean same_name = strcmp (entry->path, former->path) == 0;
  const gboolean same_digest = strcmp (entry->digest, former->digest) == 0;
  const gboolean allowed = same_digest && (!same_name || match->bag->version < 100);

  tk_bag_faults_add (match->bag->faults, allowed ? TK_BAG_WARNING : TK_BAG_MALFORMED, manifest->name,
                     _ ("line %u: “%s” stands in line %u already; remove one"), entry->line, entry->listed,
                     former->line);
}

static void
add_missing (TkBagMatch *match, const TkBagManifest *manifest, const TkBagEntry *entry)
{
  const TkBagMissing missing = {manifest, entry};

  if (g_hash_table_add (match->known_missing, (char *) entry->path))
    g_array_append_val (match->missing, missing);
}

static void
match_manifest (TkBagMatch *match, const TkBagManifest *manifest, GHashTable *found)
{
  for (guint i = 0; i < manifest->entries->len; i++) {
    TkBagEntry *entry = &g_array_index (manifest->entries, TkBagEntry, i);
    const TkBagEntry *former = tk_bag_manifest_find (manifest, entry->path);
    const TkBagFile *file = former == entry ? find_file (match, manifest, entry) : NULL;
    former = former == entry ? NULL : former;
    if (former == NULL && file != NULL)
      former = g_hash_table_lookup (found, file);
    if (former != NULL) {
      fault_twice (match, manifest, entry, former);
      continue;
    }
    if (file != NULL)
      g_hash_table_insert (found, (TkBagFile *) file, entry);
    else
      add_missing (match, manifest, entry);
  }
}

GHashTable *
tk_bag_match_found (const TkBagMatch *match, guint manifest)
{
  return g_ptr_array_index (match->found, manifest);
}

static const TkBagManifest *
get_manifest (const TkBagMatch *match, guint index)
{
  return g_ptr_array_index (match->bag->manifests, index);
}

/* Payload must be in each manifest since 1.0, in one before. Tag files may be in none. */
static void
check_listed (TkBagMatch *match, TkBagFile *file)
{
  const gboolean payload = tk_bag_is_payload (file->path);
  guint n = 0, listed = 0;
  const char *lacking = NULL;

  for (guint i = 0; i < match->bag->manifests->len; i++) {
    const TkBagManifest *manifest = get_manifest (match, i);
    if (manifest->tags == payload)
      continue;
    n++;
    if (g_hash_table_contains (tk_bag_match_found (match, i), file))
      listed++;
    else
      lacking = manifest->name;
  }
  if (n == 0 || listed == n)
    return;
  if (listed == 0) {
    g_ptr_array_add (match->added, file);
    return;
  }
  if (payload)
    tk_bag_faults_add (match->bag->faults, match->bag->version >= 100 ? TK_BAG_ADDED : TK_BAG_WARNING,
                       file->path, _ ("is listed, but not in %s; every file stands in every manifest"),
                       lacking);
}

/* The tag manifests themselves are in none. */
static gboolean
may_be_listed (const TkBagFile *file)
{
  g_autofree char *algorithm = tk_bag_algorithm_new (file->path, TRUE);

  return algorithm == NULL;
}

/* Names that another system, or the eye, cannot tell apart (RFC 8493, 6.1). */
static void
check_likeness (TkBagMatch *match)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < match->bag->tree->files->len; i++) {
    const TkBagFile *file = &g_array_index (match->bag->tree->files, TkBagFile, i);
    char *key = tk_bag_name_likeness_new (file->path);
    const char *former = g_hash_table_lookup (names, key);
    if (former == NULL) {
      g_hash_table_insert (names, key, (char *) file->path);
      continue;
    }
    tk_bag_faults_add (
        match->bag->faults, TK_BAG_WARNING, file->path,
        _ ("differs from “%s” in capital letters or the normal form alone; other systems take them "
           "for one file: rename one"),
        former);
    g_free (key);
  }
}

TkBagMatch *
tk_bag_match_new (TkBag *bag)
{
  TkBagMatch *match = g_new0 (TkBagMatch, 1);

  match->bag = bag;
  match->payload = index_files (bag->tree, TRUE);
  match->tags = index_files (bag->tree, FALSE);
  match->found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  match->missing = g_array_new (FALSE, TRUE, sizeof (TkBagMissing));
  match->known_missing = g_hash_table_new (g_str_hash, g_str_equal);
  match->added = g_ptr_array_new ();
  for (guint i = 0; i < bag->manifests->len; i++) {
    g_ptr_array_add (match->found, g_hash_table_new (NULL, NULL));
    match_manifest (match, get_manifest (match, i), tk_bag_match_found (match, i));
  }
  for (guint i = 0; i < bag->tree->files->len; i++) {
    TkBagFile *file = &g_array_index (bag->tree->files, TkBagFile, i);
    if (may_be_listed (file))
      check_listed (match, file);
  }
  check_likeness (match);
  return match;
}

void
tk_bag_match_free (TkBagMatch *match)
{
  if (match == NULL)
    return;
  g_hash_table_unref (match->payload);
  g_hash_table_unref (match->tags);
  g_ptr_array_unref (match->found);
  g_array_unref (match->missing);
  g_hash_table_unref (match->known_missing);
  g_ptr_array_unref (match->added);
  g_free (match);
}
