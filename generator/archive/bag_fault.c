/* Comes in: what is wrong, as it is found. Goes out: the list of it, each thing once, in the order of the
 * places. */
#include <stdarg.h>
#include <string.h>

#include "bag_form.h"

void
tk_bag_fault_clear (TkBagFault *fault)
{
  g_clear_pointer (&fault->path, g_free);
  g_clear_pointer (&fault->message, g_free);
}

GArray *
tk_bag_faults_new (void)
{
  GArray *faults = g_array_new (FALSE, TRUE, sizeof (TkBagFault));

  g_array_set_clear_func (faults, (GDestroyNotify) tk_bag_fault_clear);
  return faults;
}

void
tk_bag_faults_add (GArray *faults, TkBagFaultKind kind, const char *path, const char *format, ...)
{
  TkBagFault fault = {.kind = kind, .path = path != NULL ? g_utf8_make_valid (path, -1) : NULL};
  va_list arguments;

  va_start (arguments, format);
  fault.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (faults, fault);
}

gboolean
tk_bag_is_valid (const GArray *faults)
{
  for (guint i = 0; i < faults->len; i++) {
    if (g_array_index (faults, TkBagFault, i).kind != TK_BAG_WARNING)
      return FALSE;
  }
  return TRUE;
}
