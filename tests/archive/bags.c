/* bags.txt: for each rule of RFC 8493 a bag that keeps it or breaks it, and what is said of it. A case begins
 * with
 * "# the rule"; then come steps, a line each, in the quoting of a shell, with the escapes of C in it; then
 * what is found, "=> KIND PATH: message" a line, or "=> valid" alone. The steps:
 *
 *   bag VERSION ALGORITHM…   a bag with three files, all in order; made here, without the program
 *   write FILE TEXT          append FILE TEXT    remove FILE    rename FILE TO    replace FILE OLD NEW
 *   link FILE TARGET         folder PATH
 *   manifests ALGORITHM…     writes those of the payload anew
 *   tags ALGORITHM…          the same of the tag files
 *
 * In a text $ALGORITHM(FILE) stands for the checksum of the file at that moment. With TK_ACCEPT in the
 * environment bags.txt is written anew with what is found. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bag.h"
#include "tests.h"

typedef struct {
  char *folder;
} Bag;

static char *
digest_new (const Bag *bag, const char *algorithm, const char *file)
{
  static const struct {
    const char *name;
    GChecksumType type;
  } known[] = {{"md5", G_CHECKSUM_MD5},
               {"sha1", G_CHECKSUM_SHA1},
               {"sha256", G_CHECKSUM_SHA256},
               {"sha384", G_CHECKSUM_SHA384},
               {"sha512", G_CHECKSUM_SHA512}};
  g_autofree char *path = g_build_filename (bag->folder, file, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    if (strcmp (known[i].name, algorithm) == 0 && g_file_get_contents (path, &bytes, &size, NULL))
      return g_compute_checksum_for_data (known[i].type, (const guchar *) bytes, size);
  }
  fail_msg ("no checksum by %s of %s", algorithm, file);
  return NULL;
}

/* All files beneath @folder, as paths within the bag. */
static void
list_files (const Bag *bag, const char *folder, GPtrArray *files)
{
  g_autofree char *path = g_build_filename (bag->folder, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    char *file = *folder != '\0' ? g_build_filename (folder, name, NULL) : g_strdup (name);
    g_autofree char *full = g_build_filename (bag->folder, file, NULL);
    if (g_file_test (full, G_FILE_TEST_IS_DIR)) {
      list_files (bag, file, files);
      g_free (file);
    } else
      g_ptr_array_add (files, file);
  }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
write_manifest (const Bag *bag, const char *algorithm, gboolean tags)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_strdup_printf ("%smanifest-%s.txt", tags ? "tag" : "", algorithm);
  g_autoptr (GString) text = g_string_new (NULL);

  list_files (bag, tags ? "" : "data", files);
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len; i++) {
    const char *file = g_ptr_array_index (files, i);
    if (tags && (g_str_has_prefix (file, "data/") || g_str_has_prefix (file, "tagmanifest-")))
      continue;
    g_autofree char *digest = digest_new (bag, algorithm, file);
    g_string_append_printf (text, "%s  %s\n", digest, file);
  }
  tests_write (bag->folder, name, text->str);
}

static void
write_manifests (const Bag *bag, char **algorithms, gboolean tags)
{
  for (; *algorithms != NULL; algorithms++)
    write_manifest (bag, *algorithms, tags);
}

static void
make_bag (const Bag *bag, char **words)
{
  g_autofree char *declaration = g_strdup_printf ("BagIt-Version: %s\nTag-File-Character-Encoding: UTF-8\n",
                                                  words[0]);

  tests_write (bag->folder, "data/một.txt", "một\n");
  tests_write (bag->folder, "data/thư mục/hai.txt", "hai\n");
  tests_write (bag->folder, "data/empty", "");
  tests_write (bag->folder, "bagit.txt", declaration);
  tests_write (bag->folder, "bag-info.txt", "Source-Organization: Thư viện\nPayload-Oxum: 10.3\n");
  write_manifests (bag, words + 1, FALSE);
  write_manifests (bag, words + 1, TRUE);
}

/* Puts checksums for $ALGORITHM(FILE). */
static char *
fill_in (const Bag *bag, const char *text)
{
  GString *filled = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++) {
    char algorithm[16], file[256];
    int length = 0;
    if (*at != '$' || sscanf (at, "$%15[a-z0-9](%255[^)])%n", algorithm, file, &length) != 2 || length == 0) {
      g_string_append_c (filled, *at);
      continue;
    }
    g_autofree char *digest = digest_new (bag, algorithm, file);
    g_string_append (filled, digest);
    at += length - 1;
  }
  return g_string_free (filled, FALSE);
}

static void
change_text (const Bag *bag, const char *file, const char *before, const char *after)
{
  g_autofree char *text = tests_read_new (bag->folder, file);
  const char *at = before != NULL ? strstr (text, before) : text + strlen (text);

  if (at == NULL)
    fail_msg ("“%s” does not stand in %s", before, file);
  g_autofree char *head = g_strndup (text, (gsize) (at - text));
  g_autofree char *whole = g_strconcat (head, after, at + (before != NULL ? strlen (before) : 0), NULL);
  tests_write (bag->folder, file, whole);
}

static void
take_step (const Bag *bag, const char *line)
{
  g_auto (GStrv) words = NULL;
  int n = 0;

  if (!g_shell_parse_argv (line, &n, &words, NULL))
    fail_msg ("%s", line);
  for (int i = 1; i < n; i++) {
    g_autofree char *plain = g_strcompress (words[i]);
    g_free (words[i]);
    words[i] = fill_in (bag, plain);
  }
  g_autofree char *path = n > 1 ? g_build_filename (bag->folder, words[1], NULL) : NULL;
  if (strcmp (words[0], "bag") == 0)
    make_bag (bag, words + 1);
  else if (strcmp (words[0], "write") == 0)
    tests_write (bag->folder, words[1], words[2]);
  else if (strcmp (words[0], "append") == 0)
    change_text (bag, words[1], NULL, words[2]);
  else if (strcmp (words[0], "replace") == 0)
    change_text (bag, words[1], words[2], words[3]);
  else if (strcmp (words[0], "remove") == 0)
    assert_int_equal (g_remove (path), 0);
  else if (strcmp (words[0], "rename") == 0) {
    g_autofree char *to = g_build_filename (bag->folder, words[2], NULL);
    assert_int_equal (g_rename (path, to), 0);
  } else if (strcmp (words[0], "link") == 0)
    assert_int_equal (symlink (words[2], path), 0);
  else if (strcmp (words[0], "folder") == 0)
    assert_int_equal (g_mkdir (path, 0777), 0);
  else if (strcmp (words[0], "manifests") == 0)
    write_manifests (bag, words + 1, FALSE);
  else if (strcmp (words[0], "tags") == 0)
    write_manifests (bag, words + 1, TRUE);
  else
    fail_msg ("no such step: %s", line);
}

/* All bytes of letters beyond ASCII: only line breaks and their like are escaped. */
static char *
other_letters_new (void)
{
  GString *bytes = g_string_new ("\"\\");

  for (guint byte = 0x80; byte <= 0xFF; byte++)
    g_string_append_c (bytes, (char) byte);
  return g_string_free (bytes, FALSE);
}

char *
tests_print_faults_new (const char *folder, const char *profile)
{
  static const char *const kinds[] = {"MISSING", "ADDED", "CHANGED", "MALFORMED", "PROFILE", "WARNING"};
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) faults = tk_bag_validate (folder, profile, &error);
  g_autofree char *letters = other_letters_new ();
  GString *to = g_string_new (NULL);

  if (faults == NULL)
    g_string_append_printf (to, "=> error %d: %s\n", error->code, error->message);
  else if (faults->len == 0)
    g_string_append (to, "=> valid\n");
  for (guint i = 0; faults != NULL && i < faults->len; i++) {
    const TkBagFault *fault = &g_array_index (faults, TkBagFault, i);
    g_autofree char *line = g_strdup_printf ("%s %s: %s", kinds[fault->kind],
                                             fault->path != NULL ? fault->path : "-", fault->message);
    g_autofree char *shown = g_strescape (line, letters);
    g_string_append_printf (to, "=> %s\n", shown);
  }
  g_string_replace (to, folder, "FOLDER", 0);
  return g_string_free (to, FALSE);
}

/* Runs the case and gives it with what was found. */
static char *
run_case (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const Bag bag = {.folder = tests_folder_new ()};
  GString *whole = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] == '\0' || g_str_has_prefix (lines[i], "=> "))
      continue;
    g_string_append_printf (whole, "%s\n", lines[i]);
    if (*lines[i] != '#')
      take_step (&bag, lines[i]);
  }
  g_autofree char *found = tests_print_faults_new (bag.folder, NULL);
  g_string_append (whole, found);
  tests_folder_free (bag.folder);
  return g_string_free (whole, FALSE);
}

void
test_bags (G_GNUC_UNUSED void **state)
{
  g_autofree char *text = tests_read_new (".", "bags.txt");
  g_auto (GStrv) cases = g_strsplit (text, "\n\n", -1);
  const gboolean accept = g_getenv ("TK_ACCEPT") != NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  assert_true (g_strv_length (cases) > 50);
  for (guint i = 0; cases[i] != NULL; i++) {
    g_autofree char *expected = g_strchomp (g_strdup (cases[i]));
    g_autofree char *found = g_strchomp (run_case (cases[i]));
    if (!accept)
      tests_expect ("bags.txt", found, expected);
    g_string_append_printf (all, "%s%s\n", i > 0 ? "\n" : "", found);
  }
  if (accept)
    tests_write (".", "bags.txt", all->str);
}
