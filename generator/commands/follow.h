/* A finished paper on its way through a printer. */
#pragma once

#include "printer.h"

/* Gives @file, a PDF, to the printer and waits until all is printed, telling on the terminal how
 * far it is, and anywhere what the printer wants. Ctrl-C cancels the job. FALSE where not all was printed. */
gboolean tk_follow_print (TkPrinter *printer, const TkPrintWish *wish, int file, gboolean quiet,
                          GError **error);
