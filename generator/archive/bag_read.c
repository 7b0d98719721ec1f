/* Comes in: the tag files of a bag, made by anyone. Goes out: what they say, and what in them is against RFC
 * 8493. Does not look at the payload. */
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>

#include "bag_form.h"

/* A manifest of a million files has 200 MB. What is wrong a thousand times is no tag file. */
enum { LARGEST = 1 << 29, MOST_FAULTS = 1000 };

/* Text */

/* The tag file as it stands there, or NULL with a fault. */
static char *
load (TkBag *bag, const char *name, gsize *ret_length)
{
  const TkBagFile *file = tk_bag_tree_find (bag->tree, name);
  g_autofree char *path = g_build_filename (bag->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (file->status.st_size > LARGEST) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, name, "%s",
                       _ ("is larger than 512 MB; a tag file is smaller"));
    return NULL;
  }
  if (g_file_get_contents (path, &text, ret_length, &error))
    return text;
  tk_bag_faults_add (bag->faults, TK_BAG_MISSING, name, _ ("cannot be read (%s); look at its rights"),
                     error->message);
  return NULL;
}

/* The same in UTF-8, without a mark of the byte order. */
static char *
read_text (TkBag *bag, const char *name)
{
  static const char mark[] = "\xEF\xBB\xBF";
  gsize length;
  g_autofree char *raw = load (bag, name, &length);

  if (raw == NULL)
    return NULL;
  const gboolean utf8 = g_ascii_strcasecmp (bag->encoding, "UTF-8") == 0;
  g_autofree char *text = utf8
                              ? g_steal_pointer (&raw)
                              : g_convert (raw, (gssize) length, "UTF-8", bag->encoding, NULL, &length, NULL);
  if (text == NULL || !g_utf8_validate_len (text, length, NULL)) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, name,
                       _ ("is not in %s, the encoding that bagit.txt names; take it from a copy"),
                       bag->encoding);
    return NULL;
  }
  if (!g_str_has_prefix (text, mark))
    return g_steal_pointer (&text);
  if (utf8)
    tk_bag_faults_add (
        bag->faults, TK_BAG_WARNING, name, "%s",
        _ ("begins with a byte order mark, which other programs take for text; save it without"));
  return g_strdup (text + strlen (mark));
}

/* Cuts a line off: LF, CR or both end it. NULL at the end. */
static char *
cut_line (char **rest)
{
  char *line = *rest;

  if (line == NULL || *line == '\0')
    return NULL;
  char *end = line + strcspn (line, "\r\n");
  *rest = end + (end[0] == '\r' && end[1] == '\n' ? 2 : *end != '\0');
  *end = '\0';
  return line;
}

/* Whether the reading of the file goes on; @before: the faults when it began. */
static gboolean
is_bearable (TkBag *bag, const char *name, guint before)
{
  if (bag->faults->len - before < MOST_FAULTS)
    return TRUE;
  tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, name, "%s",
                     _ ("has so many faults that the rest is not read; take it from a copy"));
  return FALSE;
}

/* bagit.txt */

static void
fault_declaration (TkBag *bag, const char *what)
{
  tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, TK_BAG_DECLARATION,
                     _ ("%s; it is two lines: “BagIt-Version: 1.0” and “Tag-File-Character-Encoding: UTF-8”"),
                     what);
}

static gboolean
find_version (TkBag *bag, const char *text)
{
  static const struct {
    const char *text;
    guint version;
  } known[] = {{"0.93", 93}, {"0.94", 94}, {"0.95", 95}, {"0.96", 96}, {"0.97", 97}, {"1.0", 100}};

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    if (strcmp (known[i].text, text) == 0) {
      bag->version = known[i].version;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_encoding (const char *name)
{
  g_autoptr (GError) error = NULL;

  if (*name == '\0' || strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.:") != strlen (name))
    return FALSE;
  g_autofree char *nothing = g_convert ("", 0, "UTF-8", name, NULL, NULL, &error);
  return nothing != NULL;
}

/* Version 1.0 wants each letter as it stands in the RFC, those before were read with any blanks. */
static char *
take_value (TkBag *bag, char *line, const char *label)
{
  char *colon = line != NULL ? strchr (line, ':') : NULL;

  if (colon == NULL)
    return NULL;
  *colon = '\0';
  g_autofree char *name = g_strstrip (g_strdup (line));
  g_autofree char *value = g_strstrip (g_strdup (colon + 1));
  const gboolean exact = strcmp (name, line) == 0 && colon[1] == ' ' && strcmp (value, colon + 2) == 0;
  if (strcmp (name, label) != 0)
    return NULL;
  if (strcmp (label, "BagIt-Version") == 0 && !find_version (bag, value)) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, TK_BAG_DECLARATION,
                       _ ("version “%s” is not known; known are 0.93 to 0.97 and 1.0"), value);
    return NULL;
  }
  if (!exact && bag->version >= 100)
    fault_declaration (bag, _ ("has blanks where version 1.0 allows none"));
  if (strcmp (label, "BagIt-Version") == 0)
    bag->version_text = tk_arena_text (bag->arena, value);
  return tk_arena_text (bag->arena, value);
}

static void
read_declaration (TkBag *bag)
{
  gsize length = 0;

  if (tk_bag_tree_find (bag->tree, TK_BAG_DECLARATION) == NULL) {
    tk_bag_faults_add (bag->faults, TK_BAG_MISSING, TK_BAG_DECLARATION, "%s",
                       _ ("is missing; without it the folder is no bag"));
    return;
  }
  g_autofree char *text = load (bag, TK_BAG_DECLARATION, &length);
  if (text == NULL)
    return;
  if (!g_utf8_validate_len (text, length, NULL) || g_str_has_prefix (text, "\xEF\xBB\xBF")) {
    fault_declaration (bag, _ ("is not in UTF-8 without a byte order mark"));
    return;
  }
  char *rest = text;
  char *first = cut_line (&rest);
  char *second = cut_line (&rest);
  if (take_value (bag, first, "BagIt-Version") == NULL) {
    fault_declaration (bag, _ ("names no version in its first line"));
    return;
  }
  const char *encoding = take_value (bag, second, "Tag-File-Character-Encoding");
  if (encoding == NULL || !is_encoding (encoding))
    fault_declaration (bag, _ ("names no known encoding in its second line"));
  else
    bag->encoding = encoding;
  if (*rest != '\0')
    fault_declaration (bag, _ ("has more than two lines"));
}

/* Manifests */

/* The path of a line without what other tools put before it. */
static char *
plain_path (TkBag *bag, const TkBagManifest *manifest, char *path, guint line)
{
  if (*path == '*') {
    path++; /* md5sum -b and its like */
    tk_bag_faults_add (bag->faults, TK_BAG_WARNING, manifest->name,
                       _ ("line %u: a “*” stands before the name, as md5sum writes it; RFC 8493 has none"),
                       line);
  }
  if (g_str_has_prefix (path, "./")) {
    path += 2;
    tk_bag_faults_add (bag->faults, TK_BAG_WARNING, manifest->name,
                       _ ("line %u: “./” stands before the name; RFC 8493 has none"), line);
  }
  return path;
}

/* Before 1.0 nothing was said of other uses of %, and some programs write names as they are still: a file of
 * that very name counts where the RFC's reading means none. */
static const char *
decode_path (TkBag *bag, const TkBagManifest *manifest, const char *path, guint line)
{
  gboolean stray;
  g_autofree char *decoded = tk_bag_name_decode_new (path, &stray);
  const gboolean literal = tk_bag_tree_find (bag->tree, path) != NULL
                           && (bag->version < 100 || tk_bag_tree_find (bag->tree, decoded) == NULL);

  if ((stray || (literal && strcmp (decoded, path) != 0)) && bag->version >= 100)
    tk_bag_faults_add (bag->faults, TK_BAG_WARNING, manifest->name,
                       _ ("line %u: a bare “%%” is read as such; RFC 8493 writes it %%25"), line);
  return tk_arena_text (bag->arena, literal ? path : decoded);
}

/* Whether the checksum can be one; in lower case then. */
static gboolean
check_digest (TkBag *bag, const TkBagManifest *manifest, char *digest, guint line)
{
  gboolean upper = FALSE, lower = FALSE;
  const gsize length = strlen (digest);

  for (char *at = digest; *at != '\0'; at++) {
    if (!g_ascii_isxdigit (*at))
      return FALSE;
    upper |= g_ascii_isupper (*at);
    lower |= g_ascii_islower (*at);
    *at = g_ascii_tolower (*at);
  }
  if (upper && lower)
    tk_bag_faults_add (bag->faults, TK_BAG_WARNING, manifest->name,
                       _ ("line %u: the checksum has small and capital letters; no program writes it so: "
                          "compare it with a copy"),
                       line);
  return length > 0 && (manifest->hash == NULL || length == tk_hash_digits (manifest->hash));
}

static void
read_entry (TkBag *bag, TkBagManifest *manifest, char *text, guint line)
{
  const gsize length = strcspn (text, " \t");
  char *path = text + length + strspn (text + length, " \t");

  if (*path == '\0' || length == 0) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, manifest->name,
                       _ ("line %u: is not a checksum and a name; take the file from a copy"), line);
    return;
  }
  text[length] = '\0';
  if (!check_digest (bag, manifest, text, line))
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, manifest->name,
                       _ ("line %u: “%s” is not a checksum by %s; take the file from a copy"), line, text,
                       manifest->algorithm);
  path = plain_path (bag, manifest, path, line);
  const TkBagEntry entry = {.path = decode_path (bag, manifest, path, line),
                            .listed = tk_arena_text (bag->arena, path),
                            .digest = tk_arena_text (bag->arena, text),
                            .line = line};
  const gboolean payload = tk_bag_is_payload (entry.path);
  if (!tk_bag_name_stays_within (entry.path) || payload == manifest->tags) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, manifest->name,
                       manifest->tags
                           ? _ ("line %u: “%s” is not the name of a tag file of this bag; remove the line")
                           : _ ("line %u: “%s” does not lie within data/; remove the line"),
                       line, path);
    return;
  }
  if (!g_hash_table_contains (manifest->index, entry.path))
    g_hash_table_insert (manifest->index, (char *) entry.path, GUINT_TO_POINTER (manifest->entries->len));
  g_array_append_val (manifest->entries, entry);
}

const TkBagEntry *
tk_bag_manifest_find (const TkBagManifest *manifest, const char *path)
{
  gpointer index;

  return g_hash_table_lookup_extended (manifest->index, path, NULL, &index)
             ? &g_array_index (manifest->entries, TkBagEntry, GPOINTER_TO_UINT (index))
             : NULL;
}

static void
read_manifest (TkBag *bag, const char *name, const char *algorithm, gboolean tags)
{
  TkBagManifest *manifest = tk_arena_new0 (bag->arena, TkBagManifest);
  g_autofree char *text = read_text (bag, name);
  char *rest = text;
  const guint before = bag->faults->len;
  guint line = 1;

  manifest->name = name;
  manifest->algorithm = tk_arena_text (bag->arena, algorithm);
  manifest->hash = tk_hash_find (algorithm);
  manifest->tags = tags;
  manifest->entries = g_array_new (FALSE, TRUE, sizeof (TkBagEntry));
  manifest->index = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (bag->manifests, manifest);
  if (manifest->hash == NULL)
    tk_bag_faults_add (
        bag->faults, TK_BAG_MALFORMED, name,
        _ ("checksums by “%s” are not known here (md5, sha1, sha256, sha512 … in small letters are); "
           "check it by another program"),
        algorithm);
  for (char *at = cut_line (&rest); at != NULL && is_bearable (bag, name, before);
       at = cut_line (&rest), line++) {
    if (*at != '\0')
      read_entry (bag, manifest, at, line);
    else
      tk_bag_faults_add (bag->faults, TK_BAG_WARNING, name, _ ("line %u: is empty; remove it"), line);
  }
}

static void
read_manifests (TkBag *bag, gboolean tags)
{
  for (guint i = 0; i < bag->tree->files->len; i++) {
    const char *name = g_array_index (bag->tree->files, TkBagFile, i).path;
    g_autofree char *algorithm = tk_bag_algorithm_new (name, tags);
    if (algorithm != NULL)
      read_manifest (bag, name, algorithm, tags);
  }
}

/* bag-info.txt */

static void
add_label (TkBag *bag, const char *label, GString *value)
{
  const TkBagLabel one = {label, tk_arena_text (bag->arena, g_strstrip (value->str))};

  if (label != NULL)
    g_array_append_val (bag->labels, one);
  g_string_truncate (value, 0);
}

/* The label of a line, or NULL with a fault. */
static const char *
take_label (TkBag *bag, const char *file, char *text, guint line, GString *value)
{
  char *colon = strchr (text, ':');
  const gboolean exact = colon != NULL && colon > text && !g_ascii_isspace (colon[-1])
                         && (colon[1] == ' ' || colon[1] == '\t');

  if (colon == NULL || colon == text || (!exact && bag->version >= 100)) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, file,
                       _ ("line %u: is not “Label: value”, nor the rest of a value with a blank before it"),
                       line);
    return NULL;
  }
  g_string_assign (value, colon + 1);
  g_autofree char *label = g_strstrip (g_strndup (text, (gsize) (colon - text)));
  return tk_arena_text (bag->arena, label);
}

static void
read_labels (TkBag *bag, const char *file)
{
  g_autofree char *text = read_text (bag, file);
  g_autoptr (GString) value = g_string_new (NULL);
  const char *label = NULL;
  char *rest = text;
  const guint before = bag->faults->len;
  guint line = 1;

  for (char *at = cut_line (&rest); at != NULL && is_bearable (bag, file, before);
       at = cut_line (&rest), line++) {
    if (label != NULL && (*at == ' ' || *at == '\t')) {
      g_string_append_printf (value, " %s", at + strspn (at, " \t"));
      continue;
    }
    add_label (bag, label, value);
    label = NULL;
    if (*at != '\0')
      label = take_label (bag, file, at, line, value);
  }
  add_label (bag, label, value);
}

/* fetch.txt */

static void
read_fetch (TkBag *bag, char *text, guint line)
{
  char *length = text + strcspn (text, " \t");
  char *path = NULL;

  if (*length != '\0') {
    *length++ = '\0';
    length += strspn (length, " \t");
    path = length + strcspn (length, " \t");
    if (*path != '\0') {
      *path++ = '\0';
      path += strspn (path, " \t");
    }
  }
  if (path == NULL || *path == '\0' || *text == '\0'
      || (strcmp (length, "-") != 0 && strspn (length, G_CSET_DIGITS) != strlen (length))) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, TK_BAG_FETCH,
                       _ ("line %u: is not an address, a length or “-”, and a name"), line);
    return;
  }
  gboolean stray;
  g_autofree char *decoded = tk_bag_name_decode_new (path, &stray);
  const char *plain = decoded + (g_str_has_prefix (decoded, "./") ? 2 : 0);
  if (!tk_bag_is_payload (plain) || !tk_bag_name_stays_within (plain)) {
    tk_bag_faults_add (bag->faults, TK_BAG_MALFORMED, TK_BAG_FETCH,
                       _ ("line %u: “%s” does not lie within data/; remove the line"), line, path);
    return;
  }
  const TkBagFetch fetch = {tk_arena_text (bag->arena, text), tk_arena_text (bag->arena, plain)};
  g_array_append_val (bag->fetches, fetch);
}

static void
read_fetches (TkBag *bag)
{
  g_autofree char *text = read_text (bag, TK_BAG_FETCH);
  char *rest = text;
  const guint before = bag->faults->len;
  guint line = 1;

  for (char *at = cut_line (&rest); at != NULL && is_bearable (bag, TK_BAG_FETCH, before);
       at = cut_line (&rest), line++) {
    if (*at != '\0')
      read_fetch (bag, at, line);
  }
}

static void
free_manifest (gpointer data)
{
  TkBagManifest *manifest = data;

  g_array_unref (manifest->entries);
  g_hash_table_unref (manifest->index);
}

TkBag *
tk_bag_read_new (const char *folder, const TkBagTree *tree, GArray *faults)
{
  TkBag *bag = g_new0 (TkBag, 1);

  bag->arena = tk_arena_new ();
  bag->folder = tk_arena_text (bag->arena, folder);
  bag->version = 100;
  bag->version_text = "1.0";
  bag->encoding = "UTF-8";
  bag->manifests = g_ptr_array_new_with_free_func (free_manifest);
  bag->labels = g_array_new (FALSE, TRUE, sizeof (TkBagLabel));
  bag->fetches = g_array_new (FALSE, TRUE, sizeof (TkBagFetch));
  bag->tree = tree;
  bag->faults = faults;
  read_declaration (bag);
  read_manifests (bag, FALSE);
  read_manifests (bag, TRUE);
  if (tk_bag_tree_find (tree, TK_BAG_INFO) != NULL)
    read_labels (bag, TK_BAG_INFO);
  else if (bag->version <= 95 && tk_bag_tree_find (tree, "package-info.txt") != NULL)
    read_labels (bag, "package-info.txt"); /* its name up to 0.95 */
  if (tk_bag_tree_find (tree, TK_BAG_FETCH) != NULL)
    read_fetches (bag);
  return bag;
}

void
tk_bag_free (TkBag *bag)
{
  if (bag == NULL)
    return;
  g_ptr_array_unref (bag->manifests);
  g_array_unref (bag->labels);
  g_array_unref (bag->fetches);
  tk_arena_free (bag->arena);
  g_free (bag);
}
