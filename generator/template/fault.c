/* Comes in: faults with their places. Goes out: one error that names them all. */
#include "fault.h"

#include <glib/gi18n.h>

#include "error.h"

enum { MOST = 40 };

struct _TkFaults {
  GPtrArray *lines; /* borrows from seen */
  GHashTable *seen; /* left out or not */
  guint left_out;
};

TkFaults *
tk_template_faults_new (void)
{
  TkFaults *faults = g_new0 (TkFaults, 1);

  faults->lines = g_ptr_array_new ();
  faults->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return faults;
}

void
tk_template_faults_free (TkFaults *faults)
{
  if (faults == NULL)
    return;
  g_ptr_array_unref (faults->lines);
  g_hash_table_unref (faults->seen);
  g_free (faults);
}

static char *
print_place (const TkPlace *place)
{
  if (place->line <= 0)
    return g_strdup (place->file);
  if (place->column <= 0)
    return g_strdup_printf ("%s:%d", place->file, place->line);
  return g_strdup_printf ("%s:%d:%d", place->file, place->line, place->column);
}

const char *
tk_template_print_place (TkArena *arena, const TkPlace *place)
{
  g_autofree char *text = print_place (place);

  return tk_arena_text (arena, text);
}

static void
add_line (TkFaults *faults, const char *text)
{
  g_autofree char *line = g_strdup (text);

  if (g_hash_table_contains (faults->seen, line))
    return;
  if (faults->lines->len < MOST)
    g_ptr_array_add (faults->lines, line);
  else
    faults->left_out++;
  g_hash_table_add (faults->seen, g_steal_pointer (&line));
}

void
tk_template_faults_add (TkFaults *faults, const TkPlace *place, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strdelimit (what, "\r\n", ' '); /* one line each */
  g_autofree char *where = print_place (place);
  g_autofree char *line = g_strdup_printf ("%s: %s", where, what);
  add_line (faults, line);
}

void
tk_template_faults_join (TkFaults *faults, const TkFaults *other)
{
  for (guint i = 0; i < other->lines->len; i++)
    add_line (faults, other->lines->pdata[i]);
  faults->left_out += other->left_out;
}

guint
tk_template_faults_count (const TkFaults *faults)
{
  return faults->lines->len;
}

gboolean
tk_template_faults_check (const TkFaults *faults, GError **error)
{
  if (faults->lines->len == 0)
    return TRUE;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < faults->lines->len; i++) {
    g_string_append (text, i > 0 ? "\n" : "");
    g_string_append (text, g_ptr_array_index (faults->lines, i));
  }
  if (faults->left_out > 0)
    g_string_append_printf (text, ngettext ("\nand %u fault more", "\nand %u faults more", faults->left_out),
                            faults->left_out);
  g_set_error_literal (error, TK_ERROR, TK_ERROR_LAYOUT, text->str);
  return FALSE;
}
