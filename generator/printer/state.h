/* The keywords by which a printer says how it stands (printer-state-reasons, RFC 8011, 5.4.12), in words. */
#pragma once

#include "exchange.h"

/* Why nothing comes out, and what to do, translated; NULL: it stands ready. @attributes is an answer with
 * printer-state, -reasons and -message. What is about to run out, and what else it warns of, goes to @notes,
 * which may be NULL. Free it. */
char *tk_state_obstacle_new (const TkPrinter *printer, ipp_t *attributes, TkNotes *notes);
