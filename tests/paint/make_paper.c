/* make_paper FOLDER: the paper of paper.c as paper.pdf, paper-1.png,
 * paper-2.png and paper.txt, and once more, by other memory, as again.pdf; and
 * empty.pdf, a page with nothing on it. */
#include <stdio.h>

#include "paint.h"
#include "paper.h"

typedef gboolean (*Paint) (const TkPages *pages, guint page, TkOutput *output, GError **error);

static gboolean
paint_pdf (const TkPages *pages, guint page, TkOutput *output, GError **error)
{
  (void) page;
  return tk_paint_pdf (pages, output, error);
}

static gboolean
paint_trace (const TkPages *pages, guint page, TkOutput *output, GError **error)
{
  (void) page;
  return tk_paint_trace (pages, output, error);
}

static gboolean
paint_preview (const TkPages *pages, guint page, TkOutput *output, GError **error)
{
  return tk_paint_preview (pages, page, 100, output, error);
}

static void
write_one (const char *folder, const char *name, Paint paint, const TkPages *pages, guint page)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkOutput) output = tk_output_new (path, &error);

  if (output == NULL || !paint (pages, page, output, &error) || !tk_output_commit (output, &error))
    g_error ("%s", error->message);
}

static void
write_empty (const char *folder)
{
  g_autoptr (Hand) hand = hand_new ();

  hand_page (hand);
  write_one (folder, "empty.pdf", paint_pdf, hand_pages (hand), 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (TkPicture) png = picture_new (0, TK_PICTURE_PNG, 1, TRUE),
                        jpeg = picture_new (1, TK_PICTURE_JPEG, 6, FALSE);

  if (argc != 2)
    return 2;
  for (int i = 0; i < 2; i++) {
    g_autoptr (Hand) hand = hand_new ();
    paper_fill (hand, png, jpeg);
    const TkPages *pages = hand_pages (hand);
    write_one (argv[1], i == 0 ? "paper.pdf" : "again.pdf", paint_pdf, pages, 0);
    if (i > 0)
      continue;
    write_one (argv[1], "paper-1.png", paint_preview, pages, 0);
    write_one (argv[1], "paper-2.png", paint_preview, pages, 1);
    write_one (argv[1], "paper.txt", paint_trace, pages, 0);
  }
  write_empty (argv[1]);
  return 0;
}
