/* bench TEXT PAGES OUTPUT [ROUNDS]: how long the painting of a long paper takes,
 * and how much memory it takes beside the pages. TEXT has one sentence a line;
 * they follow each other at random. 35 lines of 20 words a page, a paragraph
 * every fifth line, one word in 40 bold. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "hand.h"
#include "paint.h"

static long
peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* The words of the sentences, each sentence ended by a NULL. */
static GPtrArray *
read_words (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
    g_auto (GStrv) line = g_strsplit (lines[i], " ", -1);
    for (guint k = 0; line[k] != NULL; k++)
      g_ptr_array_add (words, g_strdup (line[k]));
    g_ptr_array_add (words, NULL);
  }
  return words;
}

/* The beginning of some sentence. */
static guint
choose (const GPtrArray *words, guint32 random)
{
  guint at = random % words->len;

  while (at > 0 && words->pdata[at - 1] != NULL)
    at--;
  return at;
}

static void
fill (Hand *hand, const GPtrArray *words, int n)
{
  const TkFace *regular = hand_face (hand, "Tinos-Regular.ttf"), *bold = hand_face (hand, "Tinos-Bold.ttf");
  guint32 state = 1;
  guint at = 0;
  const TkNode *node = NULL;
  TkPiece pieces[20];

  for (int line = 0; line < n * 35; line++) {
    TkUnit x = 0;
    if (line % 35 == 0)
      hand_page (hand);
    if (line % 5 == 0)
      node = hand_node (hand, NULL, TK_NODE_PARAGRAPH);
    for (guint i = 0; i < 20; i++) {
      state = state * 1664525 + 1013904223;
      if (words->pdata[at] == NULL)
        at = choose (words, state >> 8);
      const TkWord *word = hand_word (hand, (state >> 24) % 40 == 0 ? bold : regular, TK_PT (9),
                                      words->pdata[at++]);
      pieces[i] = (TkPiece){word, x, 1};
      x += word->width + TK_PT (2.25) + (TkUnit) (state >> 16 & 255);
    }
    hand_pieces (hand, (HandOwner){.node = node}, TK_MM (30), TK_MM (20) + line % 35 * TK_PT (20), pieces,
                 20);
  }
}

int
main (int argc, char **argv)
{
  int rounds = argc > 4 ? atoi (argv[4]) : 5;
  g_autoptr (Hand) hand = hand_new ();

  if (argc < 4)
    return 2;
  g_autoptr (GPtrArray) words = read_words (argv[1]);
  fill (hand, words, atoi (argv[2]));
  const TkPages *pages = hand_pages (hand);
  long before = peak ();
  for (int i = 0; i < rounds; i++) {
    g_autoptr (GError) error = NULL;
    gint64 start = g_get_monotonic_time ();
    g_autoptr (TkOutput) output = tk_output_new (argv[3], &error);
    if (output == NULL || !tk_paint_pdf (pages, output, &error)) {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
    double painted = (double) (g_get_monotonic_time () - start) / 1000;
    if (!tk_output_commit (output, &error))
      return 1;
    printf ("%s pages\t%.1f ms\t%ld KiB beside the pages' %ld\n", argv[2], painted, peak () - before, before);
  }
  return 0;
}
