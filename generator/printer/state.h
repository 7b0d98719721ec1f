/* The keywords by which a printer says how it stands (printer-state-reasons, RFC 8011, 5.4.12), in words. */
#pragma once

#include "exchange.h"

typedef struct {
  gboolean stands; /* nothing comes out until it is mended */
  char *words;     /* what is to be mended, translated; NULL: nothing */
} TkObstacle;

void tk_obstacle_clear (TkObstacle *obstacle);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkObstacle, tk_obstacle_clear)

/* The printer's own words, in its own language; or NULL. */
const char *tk_state_find_message (const TkPrinter *printer, ipp_t *attributes);

/* @attributes is an answer with printer-state, -reasons and -message. @loaded: the paper that is wanted is
 * known to lie in a tray, so that another one may be empty. What is about to run out goes to @notes, which
 * may be NULL. */
void tk_state_read (const TkPrinter *printer, ipp_t *attributes, gboolean loaded, TkNotes *notes,
                    TkObstacle *ret_obstacle);
