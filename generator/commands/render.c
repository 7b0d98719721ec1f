/* tongket render FILE.db LAYOUT: the stages, one after the other. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "paper.h"
#include "share.h"

static const TkUsage usage = {
    .name = "render",
    .arguments = N_ ("FILE.db LAYOUT"),
    .about = N_ (
        "Makes a paper from the records. LAYOUT is a name that tongket layouts lists, or the path of a "
        "layout "
        "file of your own. The ending of the output chooses what is written: .pdf, .html (a web page, its "
        "pictures in a folder beside it), .docx (for Word, to be commented on), .png (one numbered file for "
        "each page) or .txt (the trace, for tests)."),
    .example = "tongket render thuvien.db bao-cao-nhiem-ky -o bao-cao.pdf\n"
               "tongket render thuvien.db bao-cao-nhiem-ky -o bao-cao.html\n"
               "tongket render thuvien.db bao-cao-nhiem-ky --set event=dbsh-tk-2022 -o bao-cao.png --dpi 96\n"
               "tongket render thuvien.db bao-cao-nam --with-data -o bao-cao-nam.pdf\n"
               "tongket render thuvien.db tin-hoi-nghi --press booklet --marks --proof -o to-in.pdf",
    .fewest = 2,
    .most = 2,
};

static gboolean
parse (int *argc, char ***argv, TkPaperWish *wish, GError **error)
{
  const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &wish->output,
       N_ ("File to write; - is the standard output (LAYOUT.pdf)"), N_ ("FILE")},
      {"set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &wish->settings, N_ ("Value of a parameter of the layout"),
       N_ ("NAME=VALUE")},
      {"draft", 0, 0, G_OPTION_ARG_NONE, &wish->draft, N_ ("Mark each page as a draft"), NULL},
      {"date", 'd', 0, G_OPTION_ARG_STRING, &wish->date, N_ ("Date of the paper"), N_ ("YYYY-MM-DD")},
      {"dpi", 0, 0, G_OPTION_ARG_INT, &wish->dpi, N_ ("Dots per inch of PNG pages, 10 to 1200 (150)"),
       N_ ("N")},
      {"pdfa", 0, 0, G_OPTION_ARG_STRING, &wish->pdfa,
       N_ ("Level of PDF/A: 2a, 3a (files inside), or 1b (for archives that want no other) (2a)"),
       N_ ("LEVEL")},
      {"with-data", 0, 0, G_OPTION_ARG_NONE, &wish->with_data,
       N_ ("Put the data of tables and charts into the PDF, as CSV and JSON (PDF/A-3a)"), NULL},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &wish->strict, N_ ("Notes are failures"), NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &wish->quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse_group (&usage, entries, tk_press_group_new (&wish->press), argc, argv, error))
    return FALSE;
  if (wish->dpi < 10 || wish->dpi > 1200) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--dpi %d: give 10 to 1200"), wish->dpi);
    return FALSE;
  }
  if (strcmp ((*argv)[2], TK_PAPER_OF_CHECK) == 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: is what the check found; make it by tongket check %s -o %s.pdf"), (*argv)[2],
                 (*argv)[1], (*argv)[2]);
    return FALSE;
  }
  if (wish->output == NULL) {
    g_autofree char *base = g_path_get_basename ((*argv)[2]);
    if (g_str_has_suffix (base, ".xml"))
      base[strlen (base) - strlen (".xml")] = '\0';
    wish->output = g_strconcat (base, ".pdf", NULL);
  }
  return tk_paper_settle (wish, error);
}

gboolean
tk_run_render (int argc, char **argv, GError **error)
{
  g_auto (TkPaperWish) wish = {.dpi = 150};

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  g_autofree char *share = tk_share_new (error);
  if (share == NULL)
    return FALSE;
  g_autoptr (TkNotes) notes = tk_notes_new ();
  gboolean done = tk_paper_run (argv[1], argv[2], share, &wish, notes, NULL, error);
  if (!wish.quiet)
    tk_notes_print (notes, _ ("note: "), stderr);
  return done;
}
