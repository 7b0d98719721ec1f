/* shake ROUNDS FILE...: every file through the door as it is, and ROUNDS times
 * damaged: bytes changed, pieces lost, doubled or moved. The same damage on
 * every machine, so that a failure can be repeated. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "door.h"

static void
damage (GByteArray *bytes, GRand *chance)
{
  static const guint8 telling[] = {0,   1,   0x7f, 0x80, 0xff, '<',  '>', '"',
                                   '&', '{', '}',  ';',  ',',  '\n', '-', 0xcc};
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (chance, 0, (gint32) bytes->len) : 0;
  guint length = (guint) g_rand_int_range (chance, 1, 64);

  length = MIN (length, bytes->len - at);
  switch (bytes->len > 0 ? g_rand_int_range (chance, 0, 6) : 0) {
  case 0:
    g_byte_array_append (bytes, &telling[g_rand_int_range (chance, 0, G_N_ELEMENTS (telling))], 1);
    break;
  case 1:
    bytes->data[at] = telling[g_rand_int_range (chance, 0, G_N_ELEMENTS (telling))];
    break;
  case 2:
    bytes->data[at] ^= (guint8) (1 << g_rand_int_range (chance, 0, 8));
    break;
  case 3:
    g_byte_array_remove_range (bytes, at, length);
    break;
  case 4:
    g_byte_array_set_size (bytes, at);
    break;
  default: {
    g_autofree guint8 *piece = g_memdup2 (bytes->data + at, length);
    g_byte_array_append (bytes, piece, length);
  }
  }
}

static void
shake (const char *path, int rounds)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (2022);
  g_autofree char *bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &bytes, &size, NULL)) {
    fprintf (stderr, "%s: cannot be read\n", path);
    exit (2);
  }
  LLVMFuzzerTestOneInput ((const guint8 *) bytes, size);
  for (int round = 0; round < rounds; round++) {
    g_autoptr (GByteArray) copy = g_byte_array_new ();
    g_byte_array_append (copy, (const guint8 *) bytes, (guint) size);
    for (int n = g_rand_int_range (chance, 1, 5); n > 0; n--)
      damage (copy, chance);
    LLVMFuzzerTestOneInput (copy->data, copy->len);
  }
}

int
main (int argc, char **argv)
{
  for (int i = 2; i < argc; i++)
    shake (argv[i], atoi (argv[1]));
  return argc > 2 ? 0 : 2;
}
