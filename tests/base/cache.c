/* What is kept is what is found, or nothing is. */
#include "cache.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "tests.h"

enum { PLENTY = 1 << 20 };

typedef struct {
  char *parent, *folder;
} Place;

static Place
place_new (void)
{
  char *parent = g_dir_make_tmp ("tongket-cache-XXXXXX", NULL);

  return (Place){parent, g_build_filename (parent, "a", "b", NULL)};
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
      empty (path);
    g_remove (path);
  }
}

static void
place_clear (Place *place)
{
  empty (place->parent);
  g_rmdir (place->parent);
  g_free (place->parent);
  g_free (place->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
keep (TkCache *cache, const char *key, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  tk_cache_keep (cache, key, bytes);
}

/* NULL: nothing is found. */
static char *
find_new (TkCache *cache, const char *key)
{
  g_autoptr (GBytes) bytes = tk_cache_read (cache, key);

  return bytes == NULL ? NULL : g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
expect (TkCache *cache, const char *key, const char *text)
{
  g_autofree char *found = find_new (cache, key);

  if (g_strcmp0 (found, text) != 0)
    fail_msg ("%s: ‘%s’, not ‘%s’", key, found, text);
}

/* The file of the one entry that is there. */
static char *
find_entry_new (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

static guint
count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
kept_bytes_are_found (void **state G_GNUC_UNUSED)
{
  g_auto (Place) place = place_new ();
  struct stat there;

  {
    g_autoptr (TkCache) cache = tk_cache_new (place.folder, PLENTY);
    expect (cache, "a", NULL);
    keep (cache, "a", "one");
    keep (cache, "b", "");
    keep (cache, "a", "two");
    expect (cache, "a", "two");
  }
  g_autoptr (TkCache) cache = tk_cache_new (place.folder, PLENTY);
  expect (cache, "a", "two");
  expect (cache, "b", "");
  expect (cache, "c", NULL);
  assert_int_equal (g_stat (place.folder, &there), 0);
  assert_int_equal (there.st_mode & 0777, 0700);
}

typedef enum { NONE, SHORT, EMPTY, HEAD, OTHER, MAGIC, LONG, LINK, WRITABLE, PIPE, FOLDER, N_FAULTS } Fault;

static void
spoil (const char *path, Fault fault, const char *away)
{
  g_autofree char *bytes = NULL;
  gsize size;

  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_autofree char *more = g_malloc0 (size + 1);
  memcpy (more, bytes, size);
  switch (fault) {
  case SHORT:
    g_file_set_contents (path, bytes, (gssize) size - 1, NULL);
    break;
  case EMPTY:
    g_file_set_contents (path, "", 0, NULL);
    break;
  case HEAD:
    g_file_set_contents (path, bytes, 20, NULL);
    break;
  case OTHER:
  case MAGIC:
    more[fault == OTHER ? size - 1 : 0] ^= 1;
    g_file_set_contents (path, more, (gssize) size, NULL);
    break;
  case LONG:
    g_file_set_contents (path, more, (gssize) size + 1, NULL);
    break;
  case LINK:
    assert_int_equal (g_rename (path, away), 0);
    assert_int_equal (symlink (away, path), 0);
    break;
  case WRITABLE:
    assert_int_equal (g_chmod (path, 0666), 0);
    break;
  case PIPE:
    assert_int_equal (g_unlink (path), 0);
    assert_int_equal (mkfifo (path, 0600), 0);
    break;
  case FOLDER:
    assert_int_equal (g_unlink (path), 0);
    assert_int_equal (g_mkdir (path, 0700), 0);
    break;
  case NONE:
  case N_FAULTS:
    break;
  }
}

void
broken_entries_are_not_believed (void **state G_GNUC_UNUSED)
{
  g_auto (Place) place = place_new ();
  g_autoptr (TkCache) cache = tk_cache_new (place.folder, PLENTY);
  g_autofree char *away = g_build_filename (place.parent, "away", NULL);

  for (Fault fault = NONE; fault < N_FAULTS; fault++) {
    keep (cache, "key", "what was kept");
    g_autofree char *path = find_entry_new (place.folder);
    spoil (path, fault, away);
    expect (cache, "key", fault == NONE ? "what was kept" : NULL);
    /* thrown away, but a folder, which is of no harm */
    assert_int_equal (count (place.folder), fault == NONE || fault == FOLDER);
  }
}

/* An entry under the name of another. */
void
entries_know_their_keys (void **state G_GNUC_UNUSED)
{
  g_auto (Place) place = place_new ();
  g_autoptr (TkCache) cache = tk_cache_new (place.folder, PLENTY);

  keep (cache, "one", "1");
  g_autofree char *one = find_entry_new (place.folder);
  g_autofree char *aside = g_build_filename (place.parent, "aside", NULL);
  assert_int_equal (g_rename (one, aside), 0);
  keep (cache, "two", "2");
  g_autofree char *two = find_entry_new (place.folder);
  assert_int_equal (g_rename (aside, two), 0);
  expect (cache, "two", NULL);
}

void
foreign_folders_are_not_used (void **state G_GNUC_UNUSED)
{
  g_auto (Place) place = place_new ();
  g_autofree char *below = g_build_filename (place.folder, "below", NULL);

  g_mkdir_with_parents (place.folder, 0700);
  assert_int_equal (g_chmod (place.folder, 0777), 0);
  g_autoptr (TkCache) open = tk_cache_new (place.folder, PLENTY), no = tk_cache_new (NULL, PLENTY),
                      empty_name = tk_cache_new ("", PLENTY), nowhere = tk_cache_new ("/dev/null/x", PLENTY);
  TkCache *const caches[] = {open, no, empty_name, nowhere};
  for (guint i = 0; i < G_N_ELEMENTS (caches); i++) {
    keep (caches[i], "key", "bytes");
    expect (caches[i], "key", NULL);
  }
  assert_int_equal (count (place.folder), 0);
}

void
no_room_is_no_cache (void **state G_GNUC_UNUSED)
{
  g_auto (Place) place = place_new ();
  g_autoptr (TkCache) cache = tk_cache_new (place.folder, PLENTY);
  struct rlimit before;

  keep (cache, "before", "bytes");
  assert_int_equal (getrlimit (RLIMIT_FSIZE, &before), 0);
  const struct rlimit small = {30, before.rlim_max};
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  keep (cache, "key", "bytes");
  setrlimit (RLIMIT_FSIZE, &before);
  signal (SIGXFSZ, handler);
  expect (cache, "key", NULL);
  expect (cache, "before", "bytes");
  assert_int_equal (count (place.folder), 1);
}

/* What was not used for longest goes first; foreign files stay. */
void
the_cache_is_bounded (void **state G_GNUC_UNUSED)
{
  enum { BOUND = 100 << 10, EACH = 3000, N = 40 }; /* 4 KiB a file: 25 fit */
  g_auto (Place) place = place_new ();
  g_autofree char *text = g_strnfill (EACH, 'x');
  g_autoptr (TkCache) cache = tk_cache_new (place.folder, BOUND);
  g_autofree char *foreign = g_build_filename (place.folder, "README", NULL);
  guint found = 0;

  assert_true (g_file_set_contents (foreign, text, EACH, NULL));
  keep (cache, "used", text);
  for (int i = 0; i < N; i++) {
    g_autofree char *key = g_strdup_printf ("%d", i), *got = find_new (cache, "used");
    assert_non_null (got);
    keep (cache, key, text);
    /* all of them are old, but those that are kept or read after that */
    g_autoptr (GDir) dir = g_dir_open (place.folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *path = g_build_filename (place.folder, name, NULL);
      struct stat there;
      g_stat (path, &there);
      const struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = there.st_mtim.tv_sec - 7200}};
      utimensat (AT_FDCWD, path, times, 0);
    }
  }
  for (int i = 0; i < N; i++) {
    g_autofree char *key = g_strdup_printf ("%d", i), *got = find_new (cache, key);
    found += got != NULL;
    if (i >= N - 15)
      assert_non_null (got);
  }
  assert_in_range (found, 15, 25);
  expect (cache, "used", text);
  assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_autofree char *large = g_strnfill (BOUND, 'x');
  keep (cache, "large", large);
  expect (cache, "large", NULL);
}

/* Deleting while others read and write does no harm. */

static gpointer
read_and_write (gpointer data)
{
  TkCache *cache = data;

  for (int i = 0; i < 300; i++) {
    g_autofree char *key = g_strdup_printf ("%d", i % 7), *text = g_strnfill (2000 + (gsize) (i % 7), 'x');
    g_autofree char *found = find_new (cache, key);
    if (found != NULL && strcmp (found, text) != 0)
      return (gpointer) "another one is found";
    keep (cache, key, text);
  }
  return NULL;
}

void
deleting_is_harmless (void **state G_GNUC_UNUSED)
{
  enum { N = 4 };
  g_auto (Place) place = place_new ();
  g_autoptr (TkCache) cache = tk_cache_new (place.folder, PLENTY),
                      other = tk_cache_new (place.folder, 20000); /* as another program, and deletes, too */
  GThread *threads[N];

  for (int i = 0; i < N; i++)
    threads[i] = g_thread_new ("cache", read_and_write, i % 2 == 0 ? cache : other);
  for (int i = 0; i < 50; i++)
    empty (place.folder);
  for (int i = 0; i < N; i++)
    assert_null (g_thread_join (threads[i]));
}
