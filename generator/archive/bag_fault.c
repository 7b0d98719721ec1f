/* Comes in: what is wrong, as it is found. Goes out: the list of it, each thing once, in the order of the
 * places. */
#include <glib/gi18n.h>
#include <jansson.h>
#include <stdarg.h>
#include <string.h>

#include "bag_form.h"
#include "shown.h"

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

const char *
tk_bag_fault_kind_name (TkBagFaultKind kind)
{
  static const char *const names[] = {
      [TK_BAG_MISSING] = "missing",     [TK_BAG_ADDED] = "added",     [TK_BAG_CHANGED] = "changed",
      [TK_BAG_MALFORMED] = "malformed", [TK_BAG_PROFILE] = "profile", [TK_BAG_WARNING] = "warning"};

  return names[kind];
}

static json_t *
text_or_null (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

char *
tk_bag_faults_json_new (const char *bag, const GArray *faults)
{
  g_autofree char *name = g_utf8_make_valid (bag, -1);
  json_t *list = json_array ();

  for (guint i = 0; i < faults->len; i++) {
    const TkBagFault *fault = &g_array_index (faults, TkBagFault, i);
    g_autofree char *message = g_utf8_make_valid (fault->message, -1);
    json_t *object = json_object ();
    json_object_set_new (object, "kind", json_string (tk_bag_fault_kind_name (fault->kind)));
    json_object_set_new (object, "path", text_or_null (fault->path));
    json_object_set_new (object, "message", json_string (message));
    json_array_append_new (list, object);
  }
  json_t *whole = json_object ();
  json_object_set_new (whole, "bag", json_string (name));
  json_object_set_new (whole, "valid", json_boolean (tk_bag_is_valid (faults)));
  json_object_set_new (whole, "faults", list);
  char *text = json_dumps (whole, JSON_COMPACT); /* of malloc(), as all of GLib's */
  json_decref (whole);
  return text;
}

char *
tk_bag_faults_text_new (const char *bag, const GArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++) {
    const TkBagFault *fault = &g_array_index (faults, TkBagFault, i);
    const char *note = fault->kind == TK_BAG_WARNING ? _ ("note: ") : "";
    g_autofree char *path = fault->path != NULL ? tk_shown_new (fault->path) : NULL;
    g_autofree char *message = tk_shown_new (fault->message);
    g_string_append_printf (text, "%s%s%s%s: %s\n", note, bag, path != NULL ? "/" : "",
                            path != NULL ? path : "", message);
  }
  return g_string_free (text, FALSE);
}
