/* tongket print FILE.db LAYOUT: the stages of render, and its PDF to a printer. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "follow.h"
#include "paper.h"
#include "share.h"

static const TkUsage usage = {
    .name = "print",
    .arguments = N_ ("FILE.db LAYOUT"),
    .about = N_ (
        "Makes a paper from the records and prints it: on the default printer, on one that --list names, or "
        "on "
        "one with an address of its own. The printer is asked first whether it can do it; where it cannot, "
        "nothing is sent. The command ends when the last page is printed; Ctrl-C cancels the job."),
    .example = "tongket print --list\n"
               "tongket print thuvien.db bao-cao-nhiem-ky\n"
               "tongket print thuvien.db bao-cao-nhiem-ky --printer ipp://192.168.1.20/ipp/print --copies 3 "
               "--duplex long\n"
               "tongket print thuvien.db ban-tin --press booklet --media A3",
    .most = 2,
};

typedef struct {
  TkPaperWish paper;
  TkPrintWish print;
  char *printer, *media, *duplex;
  gboolean list;
} Wish;

static void
wish_clear (Wish *wish)
{
  tk_paper_wish_clear (&wish->paper);
  g_free (wish->printer);
  g_free (wish->media);
  g_free (wish->duplex);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
choose_sides (Wish *wish, GError **error)
{
  static const char *const words[] = {
      [TK_SIDES_ANY] = "", [TK_SIDES_ONE] = "none", [TK_SIDES_LONG] = "long", [TK_SIDES_SHORT] = "short"};

  for (gsize i = 1; wish->duplex != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], wish->duplex) == 0)
      wish->print.sides = (TkSides) i;
  if (wish->duplex == NULL || wish->print.sides != TK_SIDES_ANY)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--duplex %s: give long, short or none"), wish->duplex);
  return FALSE;
}

static gboolean
check (const Wish *wish, int argc, char **argv, GError **error)
{
  if (wish->print.copies < 1 || wish->print.copies > 9999)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--copies %d: give 1 to 9999"), wish->print.copies);
  else if (wish->print.patience < 1)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--wait %d: give a number of seconds"),
                 wish->print.patience);
  else if (!wish->list && argc < 3)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: %s; see tongket %s --help"), usage.name,
                 _ ("an argument is missing"), usage.name);
  else if (!wish->list && strcmp (argv[2], TK_PAPER_OF_CHECK) == 0)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: is what the check found; make it by tongket check %s -o %s.pdf"), argv[2], argv[1],
                 argv[2]);
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
  TkPaperWish *paper = &wish->paper;
  const GOptionEntry entries[] = {
      {"list", 'l', 0, G_OPTION_ARG_NONE, &wish->list,
       N_ ("List the printers: name, state, which is the default, description"), NULL},
      {"printer", 'P', 0, G_OPTION_ARG_STRING, &wish->printer,
       N_ ("Name or address (ipp://HOST/ipp/print) of the printer"), N_ ("PRINTER")},
      {"copies", 'n', 0, G_OPTION_ARG_INT, &wish->print.copies, N_ ("Number of copies (1)"), N_ ("N")},
      {"duplex", 0, 0, G_OPTION_ARG_STRING, &wish->duplex,
       N_ ("Both sides of the paper: long (turned as a book is), short (as a calendar) or none; else as the "
           "printer is set"),
       N_ ("EDGE")},
      {"media", 'm', 0, G_OPTION_ARG_STRING, &wish->media,
       N_ ("Paper: A3, A4, 190x270mm (that of the pages); with --press also the sheet"), N_ ("SIZE")},
      {"wait", 'w', 0, G_OPTION_ARG_INT, &wish->print.patience,
       N_ ("Seconds without any progress after which the job is cancelled (600)"), N_ ("SECONDS")},
      {"set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &paper->settings, N_ ("Value of a parameter of the layout"),
       N_ ("NAME=VALUE")},
      {"draft", 0, 0, G_OPTION_ARG_NONE, &paper->draft, N_ ("Mark each page as a draft"), NULL},
      {"date", 'd', 0, G_OPTION_ARG_STRING, &paper->date, N_ ("Date of the paper"), N_ ("YYYY-MM-DD")},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &paper->strict, N_ ("Notes are failures"), NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &paper->quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse_group (&usage, entries, tk_press_group_new (&paper->press), argc, argv, error)
      || !check (wish, *argc, *argv, error))
    return FALSE;
  return choose_sides (wish, error) && tk_paper_settle (paper, error);
}

static gboolean
list (GError **error)
{
  g_auto (GStrv) lines = tk_printer_list_new (error);

  if (lines == NULL)
    return FALSE;
  for (char **line = lines; *line != NULL; line++)
    g_print ("%s\n", *line);
  if (*lines == NULL)
    fputs (_ ("No printer is known to CUPS or seen in the network; one with an address needs no name: "
              "--printer ipp://…\n"),
           stderr);
  return TRUE;
}

/* The paper is the sheet of a press, where it holds the pages and no other was given: they come onto it as
 * large as they are. */
static void
choose_sheet (Wish *wish, const TkPrinter *printer)
{
  TkPress *press = &wish->paper.press;
  int width, height;

  if (!press->wanted || press->sheet != NULL || wish->media == NULL
      || !tk_printer_find_media (printer, wish->media, &width, &height))
    return;
  press->wish.sheet_width = TK_MM (width / 100.0);
  press->wish.sheet_height = TK_MM (height / 100.0);
  press->wish.usual_else = TRUE;
}

/* The back of a sheet stands upright when it is turned over the edge that is upright. */
static void
settle_sides (Wish *wish, const TkPaperTaken *taken, TkNotes *notes)
{
  const gboolean lying = taken->width > taken->height;
  const TkSides right = lying ? TK_SIDES_SHORT : TK_SIDES_LONG,
                wrong = lying ? TK_SIDES_LONG : TK_SIDES_SHORT;

  if (taken->folded && wish->print.sides == TK_SIDES_ANY)
    wish->print.sides = right;
  if (taken->folded && wish->print.sides == wrong)
    tk_notes_add (notes,
                  lying ? _ ("--duplex long: the sheets lie, and every second side comes upside down; give "
                             "--duplex short")
                        : _ ("--duplex short: the sheets stand, and every second side comes upside down; "
                             "give --duplex long"));
}

static void
tell_size (Wish *wish, const TkPaperTaken *taken)
{
  wish->print.media = wish->media;
  wish->print.n_sides = taken->n_sides;
  wish->print.width = taken->width;
  wish->print.height = taken->height;
  wish->print.mixed = taken->mixed;
  wish->print.coloured = taken->coloured && wish->paper.press.kind != TK_COLOUR_GRAY;
}

/* Can the printer do it, as strictly as is wanted? */
static gboolean
weigh (const TkPrinter *printer, const Wish *wish, TkNotes *notes, GError **error)
{
  const gboolean able = tk_printer_check (printer, &wish->print, notes, error);
  const guint n = tk_notes_count (notes);

  if (!wish->paper.quiet)
    tk_notes_print (notes, _ ("note: "), stderr);
  if (!able || !wish->paper.strict || n == 0)
    return able;
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               ngettext ("%s: %u note, and --strict was given; nothing is printed",
                         "%s: %u notes, and --strict was given; nothing is printed", n),
               tk_printer_name (printer), n);
  return FALSE;
}

static gboolean
print (const char *path, const char *layout, Wish *wish, TkNotes *notes, GError **error)
{
  /* a printer that is not there is known before the paper is made */
  g_autoptr (TkPrinter) printer = tk_printer_new (wish->printer, error);
  if (printer == NULL)
    return FALSE;
  choose_sheet (wish, printer);
  g_autofree char *share = tk_share_new (error);
  g_autoptr (TkOutput) output = share != NULL ? tk_output_unnamed_new (error) : NULL;
  g_autofree char *title = NULL;
  TkPaperTaken taken = {output};
  wish->paper.taken = &taken;
  if (output == NULL || !tk_paper_run (path, layout, share, &wish->paper, notes, &title, error)) {
    if (!wish->paper.quiet)
      tk_notes_print (notes, _ ("note: "), stderr);
    return FALSE;
  }
  wish->print.title = title;
  tell_size (wish, &taken);
  settle_sides (wish, &taken, notes);
  return weigh (printer, wish, notes, error)
         && tk_follow_print (printer, &wish->print, tk_output_descriptor (output), wish->paper.quiet, error);
}

gboolean
tk_run_print (int argc, char **argv, GError **error)
{
  g_auto (Wish) wish = {.print = {.copies = 1, .patience = 600}};
  g_autoptr (TkNotes) notes = tk_notes_new ();

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  return wish.list ? list (error) : print (argv[1], argv[2], &wish, notes, error);
}
