/* Checksums by every algorithm that a foreign bag may name, against the answers of their standards. */
#include "hash.h"

#include <errno.h>
#include <string.h>

#include "tests.h"

void
test_hash_known (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *name, *digest; /* of "abc"; NULL: not known */
  } cases[] = {
      {"md5", "900150983cd24fb0d6963f7d28e17f72"},
      {"sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"},
      {"sha224", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"},
      {"sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"sha3256", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"},
      {"sha384",
       "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"},
      {"sha512",
       "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
       "454d4423643ce80e2a9ac94fa54ca49f"},
      {"SHA256", NULL},
      {"sha3_256", NULL},
      {"sha", NULL},
      {"sha2567", NULL},
      {"", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const TkHash *hash = tk_hash_find (cases[i].name);
    if ((hash != NULL) != (cases[i].digest != NULL))
      fail_msg ("%s: known or not", cases[i].name);
    if (hash == NULL)
      continue;
    g_autofree char *digest = tk_hash_bytes_new (hash, "abc", 3);
    tests_expect (cases[i].name, digest, cases[i].digest);
    assert_int_equal (tk_hash_digits (hash), strlen (digest));
  }
}

/* Many files, some of them none: each has its own answer. */
void
test_hash_many (G_GNUC_UNUSED void **state)
{
  const TkHash *both[] = {tk_hash_find ("sha256"), tk_hash_find ("md5")};
  char *folder = tests_folder_new ();
  g_autoptr (GArray) jobs = g_array_new (FALSE, TRUE, sizeof (TkHashJob));

  g_array_set_clear_func (jobs, (GDestroyNotify) tk_hash_job_clear);
  for (guint i = 0; i < 500; i++) {
    g_autofree char *name = g_strdup_printf ("%u", i);
    g_autofree char *text = g_strnfill (i * 1100, (char) ('a' + i % 26)); /* beyond what is read at once */
    TkHashJob job = {.path = g_build_filename (folder, i % 50 == 49 ? "lost" : name, NULL), .place = (int) i};
    tests_write (folder, name, text);
    assert_true (tk_hash_job_add (&job, both[0]) && tk_hash_job_add (&job, both[1])
                 && tk_hash_job_add (&job, both[0]));
    g_array_append_val (jobs, job);
  }
  tk_hash_run (jobs, TRUE);
  for (guint i = 0; i < 500; i++) {
    const TkHashJob *job = &g_array_index (jobs, TkHashJob, i);
    g_autofree char *text = g_strnfill (i * 1100, (char) ('a' + i % 26));
    assert_int_equal (job->code, i % 50 == 49 ? ENOENT : 0);
    for (guint k = 0; k < G_N_ELEMENTS (both) && job->code == 0; k++) {
      g_autofree char *digest = tk_hash_bytes_new (both[k], text, strlen (text));
      assert_string_equal (tk_hash_job_find (job, both[k]), digest);
    }
    assert_int_equal (job->size, job->code == 0 ? i * 1100 : 0);
  }
  tests_folder_free (folder);
}
