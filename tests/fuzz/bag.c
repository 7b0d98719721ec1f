/* Any bytes as each tag file of a bag, as a profile and as a packed bag: faults or an error, no crash. */
#include "bag.h"

#include <glib/gstdio.h>

#include "door.h"

static void
check_faults (GArray *faults, const GError *error)
{
  g_assert_true ((faults == NULL) == (error != NULL));
  for (guint i = 0; faults != NULL && i < faults->len; i++) {
    const TkBagFault *fault = &g_array_index (faults, TkBagFault, i);
    g_assert_true (fault->path == NULL || g_utf8_validate (fault->path, -1, NULL));
    g_assert_true (g_utf8_validate (fault->message, -1, NULL));
  }
  g_clear_pointer (&faults, g_array_unref);
}

/* Where @bytes stand as @name, and the rest is as it should be. */
static void
check_bag (const char *folder, const char *name, const guint8 *bytes, gsize size, const char *profile)
{
  static const char *const usual[][2] = {
      {"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
      {"manifest-md5.txt", "d41d8cd98f00b204e9800998ecf8427e  data/a\n"},
      {"bag-info.txt", "Payload-Oxum: 0.1\n"},
      {"tagmanifest-md5.txt", ""},
      {"fetch.txt", ""}};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++) {
    g_autofree char *path = g_build_filename (folder, usual[i][0], NULL);
    const gboolean here = g_strcmp0 (usual[i][0], name) == 0;
    g_file_set_contents_full (path, here ? (const char *) bytes : usual[i][1], here ? (gssize) size : -1,
                              G_FILE_SET_CONTENTS_NONE, 0666, NULL);
  }
  GArray *faults = tk_bag_validate (folder, profile, &error);
  check_faults (faults, error);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static const char *const names[] = {"bagit.txt",           "manifest-md5.txt", "bag-info.txt",
                                      "tagmanifest-md5.txt", "fetch.txt",        NULL};
  g_autofree char *file = door_file_new ("profile.json", bytes, size);
  g_autofree char *place = g_path_get_dirname (file);
  g_autofree char *folder = g_build_filename (place, "bag", NULL);
  g_autofree char *payload = g_build_filename (folder, "data", "a", NULL);
  g_autofree char *data = g_path_get_dirname (payload);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (data, 0777);
  g_file_set_contents (payload, "", 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_bag (folder, names[i], bytes, size, names[i] == NULL ? file : NULL);
  GArray *faults = tk_bag_validate_packed (file, NULL, &error);
  check_faults (faults, error);
  return 0;
}
