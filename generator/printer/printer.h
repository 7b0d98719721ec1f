/* A printer: found by its name, its address or as the default, asked what it can do and how it stands, given
 * a finished PDF, followed until the paper lies in the tray. IPP/1.1 and 2.0 (RFC 8010, RFC 8011, PWG
 * 5100.12) through CUPS's library; a printer with an address needs no CUPS on this machine.
 *
 * All errors are TK_ERROR_OUTPUT and begin with the printer, but for TK_ERROR_USAGE where no printer has the
 * name or the address. While a call waits for the printer it lets the sources of the
 * default main context run, so that a signal can set what @stop points to. */
#pragma once

#include <glib.h>

#include "note.h"

typedef struct _TkPrinter TkPrinter;

/* Finds the printer and asks for its attributes. @name: ipp://… or ipps://…, a name that tk_printer_list
 * gives, or NULL: the default, or the only one. The errors for a printer that is not found list those that
 * are. */
TkPrinter *tk_printer_new (const char *name, GError **error);
void tk_printer_free (TkPrinter *printer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPrinter, tk_printer_free)

/* What it is called in messages: as it was typed, or by its queue. */
const char *tk_printer_name (const TkPrinter *printer);

/* A line for each printer that CUPS or the network knows: name, state, “default”, description, with tabs
 * between. Takes two seconds at most. */
GStrv tk_printer_list_new (GError **error);

typedef enum {
  TK_SIDES_ANY, /* as the printer is set */
  TK_SIDES_ONE,
  TK_SIDES_LONG,  /* turned like the pages of a book */
  TK_SIDES_SHORT, /* turned upwards, as a calendar is */
} TkSides;

/* The paper, and how it is to be printed. */
typedef struct {
  const char *title;
  TkSides sides;
  int copies;
  const char *media; /* a name (A3, Letter), a size (190x270mm) or a name of PWG 5101.1; NULL: of the pages */
  guint n_sides;     /* of one copy */
  int width, height; /* of the largest page, in hundredths of a millimetre */
  gboolean mixed;    /* other pages are of another size */
  gboolean coloured; /* has more than shades of grey */
  int patience;      /* seconds after which a printer that takes nothing more is given up */
} TkPrintWish;

/* The size of the paper that was typed, as of TkPrintWish, in hundredths of a millimetre, the shorter side
 * first. FALSE, with nothing set: no size is called so. */
gboolean tk_printer_find_media (const TkPrinter *printer, const char *typed, int *ret_width, int *ret_height);

/* Can the printer do it, and does it stand ready? Every reason why not is a line of the error; what it will
 * do otherwise than it was meant is a note. */
gboolean tk_printer_check (const TkPrinter *printer, const TkPrintWish *wish, TkNotes *notes, GError **error);

typedef enum {
  TK_JOB_BUSY,    /* not taken yet: the printer has no place for it */
  TK_JOB_WAITING, /* behind others, or held */
  TK_JOB_PRINTING,
  TK_JOB_STANDING, /* the printer wants something */
  TK_JOB_PRINTED,
  TK_JOB_CANCELLED, /* by someone */
  TK_JOB_ABORTED,   /* by the printer */
  TK_JOB_FORGOTTEN, /* the printer knows no such job (any more) */
} TkJobState;

typedef struct {
  int id; /* 0: the printer has not taken it yet */
  TkJobState state;
  int done;     /* sides that are printed so far; 0 where the printer does not count */
  char *reason; /* what is to be mended, or how it ended, translated; or NULL */
  char *said;   /* the printer's own words, in its own language; or NULL */
} TkJob;

void tk_job_clear (TkJob *job);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkJob, tk_job_clear)

/* Gives @file, a PDF that can be read from its beginning, to the printer; @job is empty before, and BUSY
 * after where it is to be given again. FALSE where it was not taken whole, also for @stop: what the printer
 * has of it is cancelled, where it still can be reached. */
gboolean tk_printer_send (TkPrinter *printer, const TkPrintWish *wish, int file, const gboolean *stop,
                          TkJob *job, GError **error);

/* Asks how the job stands. FALSE: the printer does not answer; asked again, it is
 * connected anew. */
gboolean tk_printer_ask (TkPrinter *printer, TkJob *job, const gboolean *stop, GError **error);

/* Has the job cancelled; FALSE where the printer cannot be reached or says that it is too late. */
gboolean tk_printer_cancel (TkPrinter *printer, const TkJob *job);
