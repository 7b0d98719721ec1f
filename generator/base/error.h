/* One domain, one code for each person who can mend the fault; the exit
 * status of the program is the code. A message begins with the place
 * ("layouts/ban-tin.xml:41:7: …") and ends with what to do. */
#pragma once

#include <glib.h>

#define TK_ERROR (tk_error_quark ())
GQuark tk_error_quark (void);

typedef enum {
  TK_ERROR_USAGE = 2,  /* who types the command */
  TK_ERROR_LAYOUT = 3, /* who wrote the layout */
  TK_ERROR_DATA = 4,   /* who keeps the records */
  TK_ERROR_FONT = 5,   /* who installs fonts */
  TK_ERROR_OUTPUT = 6, /* who looks after the disk or the printer */
} TkError;

/* How a loop ends whose step gives FALSE at the end and on a fault: TRUE without a @fault; else FALSE, and
 * the fault is @error's. */
static inline gboolean
tk_error_pass (GError **fault, GError **error)
{
  if (*fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (fault));
  return FALSE;
}
