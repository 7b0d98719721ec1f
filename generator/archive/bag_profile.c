/* Comes in: a BagIt Profile (bagit-profiles 1.4.0, JSON) and a bag. Goes out: what the profile asks for and
 * the bag has not. jansson reads the JSON: it bounds the depth and names the place of a fault. */
#include <fnmatch.h>
#include <glib/gi18n.h>
#include <jansson.h>
#include <string.h>

#include "bag_form.h"
#include "error.h"

typedef struct {
  const TkBag *bag;
  const char *path; /* of the profile */
  json_t *root;
  GError **error;
} Judge;

static gboolean
fail (const Judge *judge, const char *key, const char *wanted)
{
  g_set_error (judge->error, TK_ERROR, TK_ERROR_USAGE,
               _ ("%s: “%s” is not %s; see the specification of BagIt Profiles 1.4"), judge->path, key,
               wanted);
  return FALSE;
}

static void
add (const Judge *judge, const char *path, const char *message)
{
  tk_bag_faults_add (judge->bag->faults, TK_BAG_PROFILE, path, "%s", message);
}

/* Whether @list, the value of @key, is a list of texts or not there. */
static gboolean
check_texts (const Judge *judge, const char *key, const json_t *list)
{
  if (list == NULL)
    return TRUE;
  if (!json_is_array (list))
    return fail (judge, key, _ ("a list"));
  for (gsize i = 0; i < json_array_size (list); i++) {
    if (!json_is_string (json_array_get (list, i)))
      return fail (judge, key, _ ("a list of texts"));
  }
  return TRUE;
}

static gboolean
has_text (const json_t *list, const char *text)
{
  for (gsize i = 0; i < json_array_size (list); i++) {
    if (strcmp (json_string_value (json_array_get (list, i)), text) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_pattern (const json_t *list, const char *path)
{
  for (gsize i = 0; i < json_array_size (list); i++) {
    if (fnmatch (json_string_value (json_array_get (list, i)), path, 0) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
get_switch (const Judge *judge, const json_t *of, const char *key, gboolean otherwise, gboolean *ret_on)
{
  const json_t *value = json_object_get (of, key);

  *ret_on = value != NULL ? json_is_true (value) : otherwise;
  return value == NULL || json_is_boolean (value) ? TRUE : fail (judge, key, _ ("true or false"));
}

/* What is required must be allowed. */
static gboolean
check_covered (const Judge *judge, const json_t *required, const char *allowed_key)
{
  const json_t *allowed = json_object_get (judge->root, allowed_key);

  for (gsize i = 0; allowed != NULL && i < json_array_size (required); i++) {
    const char *text = json_string_value (json_array_get (required, i));
    g_autofree char *wanted = g_strdup_printf (_ ("a list that allows what is required (%s)"), text);
    if (!has_pattern (allowed, text))
      return fail (judge, allowed_key, wanted);
  }
  return TRUE;
}

static char *
join_texts (const json_t *list)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < json_array_size (list); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", json_string_value (json_array_get (list, i)));
  return g_string_free (text, FALSE);
}

/* BagIt-Profile-Info, and that the bag names it. */

static guint
count_label (const TkBag *bag, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < bag->labels->len; i++) {
    const TkBagLabel *label = &g_array_index (bag->labels, TkBagLabel, i);
    n += g_ascii_strcasecmp (label->label, name) == 0;
  }
  return n;
}

/* A bag may name several profiles. */
static gboolean
names_profile (const TkBag *bag, const char *identifier)
{
  for (guint i = 0; i < bag->labels->len; i++) {
    const TkBagLabel *label = &g_array_index (bag->labels, TkBagLabel, i);
    if (g_ascii_strcasecmp (label->label, "BagIt-Profile-Identifier") == 0
        && strcmp (label->value, identifier) == 0)
      return TRUE;
  }
  return FALSE;
}

/* NULL: the error is set. */
static const char *
find_identifier (const Judge *judge)
{
  const json_t *about = json_object_get (judge->root, "BagIt-Profile-Info");
  const char *identifier = json_string_value (json_object_get (about, "BagIt-Profile-Identifier"));

  if (!json_is_object (about) || identifier == NULL || *identifier == '\0'
      || strpbrk (identifier, "\r\n\t") != NULL) {
    fail (judge, "BagIt-Profile-Info", _ ("an object with BagIt-Profile-Identifier"));
    return NULL;
  }
  return identifier;
}

static gboolean
check_identifier (const Judge *judge)
{
  const char *identifier = find_identifier (judge);

  if (identifier == NULL)
    return FALSE;
  if (!names_profile (judge->bag, identifier))
    tk_bag_faults_add (judge->bag->faults, TK_BAG_PROFILE, TK_BAG_INFO,
                       _ ("does not name the profile; write “BagIt-Profile-Identifier: %s”"), identifier);
  return TRUE;
}

/* Bag-Info */

static gboolean
check_values (const Judge *judge, const char *name, const json_t *values)
{
  g_autofree char *allowed = NULL;

  if (!check_texts (judge, name, values))
    return FALSE;
  if (json_array_size (values) == 0)
    return TRUE;
  allowed = join_texts (values);
  for (guint i = 0; i < judge->bag->labels->len; i++) {
    const TkBagLabel *label = &g_array_index (judge->bag->labels, TkBagLabel, i);
    if (g_ascii_strcasecmp (label->label, name) == 0 && !has_text (values, label->value))
      tk_bag_faults_add (judge->bag->faults, TK_BAG_PROFILE, TK_BAG_INFO,
                         _ ("%s is “%s”; the profile allows: %s"), name, label->value, allowed);
  }
  return TRUE;
}

static gboolean
check_label (const Judge *judge, const char *name, const json_t *rule)
{
  gboolean required, repeatable;

  if (!json_is_object (rule))
    return fail (judge, name, _ ("an object"));
  if (!get_switch (judge, rule, "required", FALSE, &required)
      || !get_switch (judge, rule, "repeatable", TRUE, &repeatable)
      || !check_values (judge, name, json_object_get (rule, "values")))
    return FALSE;
  const guint n = count_label (judge->bag, name);
  if (required && n == 0)
    tk_bag_faults_add (judge->bag->faults, TK_BAG_PROFILE, TK_BAG_INFO,
                       _ ("lacks %s, which the profile requires"), name);
  if (!repeatable && n > 1)
    tk_bag_faults_add (judge->bag->faults, TK_BAG_PROFILE, TK_BAG_INFO,
                       _ ("has %s %u times; the profile allows it once"), name, n);
  return TRUE;
}

static gboolean
check_labels (const Judge *judge)
{
  json_t *rules = json_object_get (judge->root, "Bag-Info");
  const char *name;
  json_t *rule;

  if (rules != NULL && !json_is_object (rules))
    return fail (judge, "Bag-Info", _ ("an object"));
  json_object_foreach (rules, name, rule)
  {
    if (!check_label (judge, name, rule))
      return FALSE;
  }
  return TRUE;
}

/* What a profile requires of manifests or files, and what it allows: two lists, which agree. FALSE: it is no
 * profile. */
static gboolean
read_lists (const Judge *judge, const char *required_key, const char *allowed_key,
            const json_t **ret_required, const json_t **ret_allowed)
{
  *ret_required = json_object_get (judge->root, required_key);
  *ret_allowed = json_object_get (judge->root, allowed_key);
  return check_texts (judge, required_key, *ret_required) && check_texts (judge, allowed_key, *ret_allowed)
         && check_covered (judge, *ret_required, allowed_key);
}

/* Manifests */

static gboolean
has_manifest (const TkBag *bag, const char *algorithm, gboolean tags)
{
  for (guint i = 0; i < bag->manifests->len; i++) {
    const TkBagManifest *manifest = g_ptr_array_index (bag->manifests, i);
    if (manifest->tags == tags && strcmp (manifest->algorithm, algorithm) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_manifests (const Judge *judge, gboolean tags)
{
  const json_t *required, *allowed;

  if (!read_lists (judge, tags ? "Tag-Manifests-Required" : "Manifests-Required",
                   tags ? "Tag-Manifests-Allowed" : "Manifests-Allowed", &required, &allowed))
    return FALSE;
  for (gsize i = 0; i < json_array_size (required); i++) {
    const char *algorithm = json_string_value (json_array_get (required, i));
    g_autofree char *name = g_strdup_printf ("%smanifest-%s.txt", tags ? "tag" : "", algorithm);
    if (!has_manifest (judge->bag, algorithm, tags))
      add (judge, name, _ ("is missing; the profile requires it"));
  }
  for (guint i = 0; i < judge->bag->manifests->len && allowed != NULL; i++) {
    const TkBagManifest *manifest = g_ptr_array_index (judge->bag->manifests, i);
    if (manifest->tags == tags && !has_text (allowed, manifest->algorithm))
      add (judge, manifest->name, _ ("is not allowed by the profile; write the bag without it"));
  }
  return TRUE;
}

/* Files */

/* Those that every bag has are not subject to the lists of a profile. */
static gboolean
is_own (const char *path)
{
  g_autofree char *payload = tk_bag_algorithm_new (path, FALSE);
  g_autofree char *tags = tk_bag_algorithm_new (path, TRUE);

  return payload != NULL || tags != NULL || strcmp (path, TK_BAG_DECLARATION) == 0
         || strcmp (path, TK_BAG_INFO) == 0 || strcmp (path, TK_BAG_FETCH) == 0;
}

/* "data/src/" is a folder with something in it. */
static gboolean
is_there (const TkBagTree *tree, const char *path)
{
  if (!g_str_has_suffix (path, "/"))
    return tk_bag_tree_find (tree, path) != NULL;
  for (guint i = 0; i < tree->files->len; i++) {
    if (g_str_has_prefix (g_array_index (tree->files, TkBagFile, i).path, path))
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_files (const Judge *judge, gboolean payload)
{
  const GArray *files = judge->bag->tree->files;
  const json_t *required, *allowed;

  if (!read_lists (judge, payload ? "Payload-Files-Required" : "Tag-Files-Required",
                   payload ? "Payload-Files-Allowed" : "Tag-Files-Allowed", &required, &allowed))
    return FALSE;
  for (gsize i = 0; i < json_array_size (required); i++) {
    const char *path = json_string_value (json_array_get (required, i));
    if (!is_there (judge->bag->tree, path))
      add (judge, path, _ ("is missing; the profile requires it"));
  }
  for (guint i = 0; i < files->len && allowed != NULL; i++) {
    const char *path = g_array_index (files, TkBagFile, i).path;
    if (tk_bag_is_payload (path) == payload && (payload || !is_own (path)) && !has_pattern (allowed, path))
      add (judge, path, _ ("is not allowed by the profile; leave it out"));
  }
  return TRUE;
}

/* Data-Empty: no file, or one without a byte. */
static gboolean
is_payload_empty (const TkBagTree *tree)
{
  guint n = 0;
  gint64 bytes = 0;

  for (guint i = 0; i < tree->files->len; i++) {
    const TkBagFile *file = &g_array_index (tree->files, TkBagFile, i);
    if (!tk_bag_is_payload (file->path))
      continue;
    n++;
    bytes += file->status.st_size;
  }
  return n == 0 || (n == 1 && bytes == 0);
}

static gboolean
check_switches (const Judge *judge)
{
  gboolean allow_fetch, need_fetch, empty;
  const gboolean fetch = tk_bag_tree_find (judge->bag->tree, TK_BAG_FETCH) != NULL;

  if (!get_switch (judge, judge->root, "Allow-Fetch.txt", TRUE, &allow_fetch)
      || !get_switch (judge, judge->root, "Fetch.txt-Required", FALSE, &need_fetch)
      || !get_switch (judge, judge->root, "Data-Empty", FALSE, &empty))
    return FALSE;
  if (fetch && !allow_fetch)
    add (judge, TK_BAG_FETCH, _ ("is not allowed by the profile; put the files themselves into the bag"));
  if (!fetch && need_fetch)
    add (judge, TK_BAG_FETCH, _ ("is missing; the profile requires it"));
  if (empty && !is_payload_empty (judge->bag->tree))
    add (judge, "data", _ ("has files; the profile wants no payload"));
  return TRUE;
}

/* Version and package */

static gboolean
check_version (const Judge *judge)
{
  const json_t *versions = json_object_get (judge->root, "Accept-BagIt-Version");

  if (!check_texts (judge, "Accept-BagIt-Version", versions))
    return FALSE;
  if (json_array_size (versions) == 0 || has_text (versions, judge->bag->version_text))
    return TRUE;
  g_autofree char *accepted = join_texts (versions);
  tk_bag_faults_add (judge->bag->faults, TK_BAG_PROFILE, TK_BAG_DECLARATION,
                     _ ("the version is %s; the profile accepts: %s"), judge->bag->version_text, accepted);
  return TRUE;
}

/* Profiles name a form by its registered media type or by an older one. */
static gboolean
accepts (const json_t *kinds, const char *package)
{
  static const char *const older[][2] = {{"application/x-tar", "application/tar"},
                                         {"application/zip", "application/x-zip-compressed"},
                                         {"application/gzip", "application/x-gzip"}};

  if (json_array_size (kinds) == 0 || has_text (kinds, package))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (older); i++) {
    if (strcmp (older[i][0], package) == 0 && has_text (kinds, older[i][1]))
      return TRUE;
  }
  return FALSE;
}

static void
check_accepted (const Judge *judge, const char *wish, const json_t *kinds)
{
  const char *package = judge->bag->package;
  g_autofree char *accepted = join_texts (kinds);

  /* a folder was perhaps one file, or will be */
  if (package == NULL && g_strcmp0 (wish, "required") == 0 && *accepted == '\0')
    tk_bag_faults_add (judge->bag->faults, TK_BAG_WARNING, NULL,
                       _ ("the profile wants the bag as one file; pack it before it is handed over"));
  else if (package == NULL && g_strcmp0 (wish, "required") == 0)
    tk_bag_faults_add (judge->bag->faults, TK_BAG_WARNING, NULL,
                       _ ("the profile wants the bag as one file (%s); pack it before it is handed over"),
                       accepted);
  else if (package != NULL && g_strcmp0 (wish, "forbidden") == 0)
    add (judge, NULL, _ ("the profile wants the bag as a folder; unpack it"));
  else if (package != NULL && !accepts (kinds, package))
    tk_bag_faults_add (judge->bag->faults, TK_BAG_PROFILE, NULL,
                       _ ("the bag came as %s; the profile accepts: %s"), package, accepted);
}

static gboolean
check_package (const Judge *judge)
{
  const json_t *value = json_object_get (judge->root, "Serialization");
  const json_t *kinds = json_object_get (judge->root, "Accept-Serialization");
  const char *wish = json_string_value (value);

  if (value != NULL
      && (wish == NULL
          || (strcmp (wish, "forbidden") != 0 && strcmp (wish, "required") != 0
              && strcmp (wish, "optional") != 0)))
    return fail (judge, "Serialization", _ ("forbidden, required or optional"));
  if (!check_texts (judge, "Accept-Serialization", kinds))
    return FALSE;
  check_accepted (judge, wish, kinds);
  return TRUE;
}

static json_t *
load_new (const char *profile, GError **error)
{
  json_error_t fault;
  json_t *root = json_load_file (profile, JSON_REJECT_DUPLICATES, &fault);

  if (root == NULL && json_error_code (&fault) == json_error_cannot_open_file)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: cannot be read; name a BagIt Profile"), profile);
  else if (root == NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s:%d: is not JSON (%s); name a BagIt Profile"),
                 profile, MAX (fault.line, 0), fault.text);
  return root;
}

gboolean
tk_bag_profile_check (const TkBag *bag, const char *profile, GError **error)
{
  json_t *root = load_new (profile, error);
  const Judge judge = {bag, profile, root, error};

  if (root == NULL)
    return FALSE;
  const gboolean good = check_identifier (&judge) && check_labels (&judge) && check_manifests (&judge, FALSE)
                        && check_manifests (&judge, TRUE) && check_files (&judge, FALSE)
                        && check_files (&judge, TRUE) && check_switches (&judge) && check_version (&judge)
                        && check_package (&judge);
  json_decref (root);
  return good;
}

char *
tk_bag_profile_identifier_new (const char *profile, GError **error)
{
  json_t *root = load_new (profile, error);
  const Judge judge = {NULL, profile, root, error};
  char *identifier = root != NULL ? g_strdup (find_identifier (&judge)) : NULL;

  json_decref (root);
  return identifier;
}
