/* bench PAGES OUTPUT [ROUNDS]: how long the painting of a long paper takes,
 * and how much memory it takes beside the pages. 35 lines of 20 words a page,
 * a paragraph every fifth line, one word in 40 bold. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "hand.h"
#include "paint.h"

static const char *const words[] = {
    "Hội",    "nghị", "tổng",  "kết",  "công", "tác",  "nhiệm", "kỳ",   "của",  "Liên",   "hiệp",  "Thư",
    "viện",   "các",  "tỉnh",  "Đồng", "bằng", "sông", "Hồng",  "được", "tổ",   "chức",   "tại",   "thành",
    "phố",    "Hải",  "Phòng", "với",  "sự",   "tham", "gia",   "đầy",  "đủ",   "mười",   "một",   "đơn",
    "vị",     "2022", "bạn",   "đọc",  "sách", "phục", "vụ",    "lượt", "luân", "chuyển", "cơ",    "sở",
    "nghiệp", "vụ,",  "ngày",  "hè.",  "Ẵm",   "VAI",  "trò",   "(thư", "mục)", "quận",   "huyện", "xã"};

static long
peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
fill (Hand *hand, int n)
{
  const TkFace *regular = hand_face (hand, "Tinos-Regular.ttf"), *bold = hand_face (hand, "Tinos-Bold.ttf");
  guint32 state = 1;
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
      const TkWord *word = hand_word (hand, (state >> 24) % 40 == 0 ? bold : regular, TK_PT (9),
                                      words[(state >> 8) % G_N_ELEMENTS (words)]);
      pieces[i] = (TkPiece){word, x, regular->space};
      x += word->width + TK_PT (2.25) + (TkUnit) (state >> 16 & 255);
    }
    hand_pieces (hand, (HandOwner){.node = node}, TK_MM (30), TK_MM (20) + line % 35 * TK_PT (20), pieces,
                 20);
  }
}

int
main (int argc, char **argv)
{
  int n = argc > 1 ? atoi (argv[1]) : 1000, rounds = argc > 3 ? atoi (argv[3]) : 5;
  const char *path = argc > 2 ? argv[2] : "/dev/null";
  g_autoptr (Hand) hand = hand_new ();

  fill (hand, n);
  const TkPages *pages = hand_pages (hand);
  long before = peak ();
  for (int i = 0; i < rounds; i++) {
    g_autoptr (GError) error = NULL;
    gint64 start = g_get_monotonic_time ();
    g_autoptr (TkOutput) output = tk_output_new (path, &error);
    if (output == NULL || !tk_paint_pdf (pages, output, &error)) {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
    double painted = (double) (g_get_monotonic_time () - start) / 1000;
    if (!tk_output_commit (output, &error))
      return 1;
    printf ("%d pages\t%.1f ms\t%ld KiB beside the pages' %ld\n", n, painted, peak () - before, before);
  }
  return 0;
}
