#include "origin.h"

#include <glib/gi18n.h>

char *
tk_origin_print (TkOrigin origin)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (origin.table != NULL) {
    g_string_append (text, origin.table);
    if (origin.column != NULL)
      g_string_append_printf (text, ".%s", origin.column);
    if (origin.row != 0) {
      /* a number as text: xgettext cannot follow G_GINT64_FORMAT */
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, origin.row);
      g_string_append_printf (text, _ (", row %s"), row);
    }
  }
  if (origin.file != NULL) {
    g_string_append (text, origin.table != NULL ? " (" : "");
    g_string_append (text, origin.file);
    if (origin.line > 0)
      g_string_append_printf (text, ":%d", origin.line);
    g_string_append (text, origin.table != NULL ? ")" : "");
  }
  if (text->len == 0)
    g_string_append_c (text, '?');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
