/* Comes in: what is to be printed, and what a printer says of itself. Goes out: why it cannot. */
#include <glib/gi18n.h>

#include "error.h"
#include "media.h"
#include "request.h"
#include "state.h"

typedef struct {
  const TkPrinter *printer;
  GString *lines; /* each a reason why not */
} Report;

static void G_GNUC_PRINTF (2, 3) tell (Report *report, const char *format, ...)
{
  va_list arguments;

  if (report->lines->len > 0)
    g_string_append_c (report->lines, '\n');
  g_string_append_printf (report->lines, "%s: ", report->printer->name);
  va_start (arguments, format);
  g_string_append_vprintf (report->lines, format, arguments);
  va_end (arguments);
}

static ipp_attribute_t *
find (const TkPrinter *printer, const char *name)
{
  return printer->call.ippFindAttribute (printer->attributes, name, IPP_TAG_ZERO);
}

static void
check_state (Report *report, gboolean loaded, TkNotes *notes)
{
  const TkPrinter *printer = report->printer;
  ipp_attribute_t *accepting = find (printer, "printer-is-accepting-jobs");
  g_auto (TkObstacle) obstacle = {0};

  tk_state_read (printer, printer->attributes, loaded, notes, &obstacle);
  if (obstacle.stands)
    tell (report, "%s", obstacle.words);
  if (accepting != NULL && !printer->call.ippGetBoolean (accepting, 0))
    tell (report, _ ("takes no jobs now; call cupsaccept, or choose another of tongket print --list"));
}

static void
check_format (Report *report)
{
  const TkPrinter *printer = report->printer;
  g_autofree char *formats = tk_printer_join_new (printer, "document-format-supported");

  if (!tk_printer_has (printer, "document-format-supported", "application/pdf"))
    tell (
        report,
        _ ("does not take PDF, only %s; set it up in CUPS, which turns PDF into what it takes, and print to "
           "that"),
        formats != NULL ? formats : "?");
}

static void
check_sides (Report *report, TkSides sides)
{
  const TkPrinter *printer = report->printer;
  const gboolean by_long = tk_printer_has (printer, "sides-supported", "two-sided-long-edge"),
                 by_short = tk_printer_has (printer, "sides-supported", "two-sided-short-edge");

  if ((sides != TK_SIDES_LONG || by_long) && (sides != TK_SIDES_SHORT || by_short))
    return;
  if (!by_long && !by_short)
    tell (report, _ ("does not print on both sides of the paper; give --duplex none"));
  else if (by_long)
    tell (report, _ ("does not turn the paper over its short edge; give --duplex long or none"));
  else
    tell (report, _ ("does not turn the paper over its long edge; give --duplex short or none"));
}

static void
check_copies (Report *report, int copies)
{
  const TkCups *call = &report->printer->call;
  ipp_attribute_t *found = find (report->printer, "copies-supported");
  int most = 1;

  if (found != NULL && call->ippGetValueTag (found) == IPP_TAG_RANGE)
    call->ippGetRange (found, 0, &most);
  else if (found != NULL)
    most = call->ippGetInteger (found, 0);
  if (copies > most && most <= 1)
    tell (report, _ ("makes one copy at a time; leave out --copies, and call it again for the others"));
  else if (copies > most)
    tell (report, _ ("makes %d copies at most; give --copies %d, and call it again for the others"), most,
          most);
}

/* Copies of more than a page are wanted one after the other (RFC 8011, 5.2.4). */
static void
check_order (const TkPrinter *printer, const TkPrintWish *wish, TkNotes *notes)
{
  static const char uncollated[] = "separate-documents-uncollated-copies";

  if (wish->copies < 2 || wish->n_sides < 2
      || tk_printer_has (printer, "multiple-document-handling-supported", TK_COLLATED)
      || !tk_printer_has (printer, "multiple-document-handling-default", uncollated))
    return;
  tk_notes_add (notes,
                _ ("%s: prints all copies of a page before the next page; sort them by hand, or leave out "
                   "--copies, and call it again for the others"),
                printer->name);
}

/* Gives whether the paper is known to lie in a tray. */
static gboolean
check_media (Report *report, const TkPrintWish *wish, TkNotes *notes)
{
  const TkPrinter *printer = report->printer;
  TkMedia page, sheet;

  tk_media_measure (&printer->call, wish->width, wish->height, &page);
  if (wish->media == NULL)
    sheet = page;
  else if (!tk_media_find (&printer->call, wish->media, &sheet)) {
    tell (report, _ ("--media %s: is no size of paper; write A3, A4 or 190x270mm"), wish->media);
    return FALSE;
  }
  if (!tk_media_match (printer, &sheet)) {
    g_autofree char *sizes = tk_media_list_new (printer);
    tell (report, _ ("has no paper %s; give --media with one of: %s"), sheet.name, sizes);
    return FALSE;
  }
  if (!sheet.loaded && find (printer, "media-ready") != NULL)
    tk_notes_add (notes, _ ("%s: paper %s is in no tray; it will ask for it"), printer->name, sheet.name);
  if (wish->mixed)
    tk_notes_add (notes, _ ("%s: the pages are not of one size; all are printed on %s"), printer->name,
                  sheet.name);
  if (!tk_media_equal (&sheet, &page))
    tk_notes_add (notes, _ ("%s: the pages are %s, the paper is %s; they are scaled to fit"), printer->name,
                  page.name, sheet.name);
  return sheet.loaded;
}

static void
check_colour (const TkPrinter *printer, gboolean coloured, TkNotes *notes)
{
  ipp_attribute_t *found = find (printer, "color-supported");

  if (coloured && found != NULL && !printer->call.ippGetBoolean (found, 0))
    tk_notes_add (notes, _ ("%s: has no colours; the paper comes out in black and white"), printer->name);
}

gboolean
tk_printer_check (const TkPrinter *printer, const TkPrintWish *wish, TkNotes *notes, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  Report report = {printer, lines};

  const gboolean loaded = check_media (&report, wish, notes);
  check_state (&report, loaded, notes);
  check_format (&report);
  check_sides (&report, wish->sides);
  check_copies (&report, wish->copies);
  check_order (printer, wish, notes);
  check_colour (printer, wish->coloured, notes);
  if (lines->len == 0)
    return TRUE;
  g_set_error_literal (error, TK_ERROR, TK_ERROR_OUTPUT, lines->str);
  return FALSE;
}
