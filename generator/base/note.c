#include "note.h"

#include <glib/gi18n.h>

struct _TkNotes {
  GHashTable *messages; /* (element-type utf8): owned, as a set */
};

TkNotes *
tk_notes_new (void)
{
  TkNotes *notes = g_new0 (TkNotes, 1);

  notes->messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return notes;
}

void
tk_notes_free (TkNotes *notes)
{
  if (notes == NULL)
    return;
  g_hash_table_unref (notes->messages);
  g_free (notes);
}

void
tk_notes_add (TkNotes *notes, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_hash_table_add (notes->messages, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
tk_notes_copy (const TkNotes *from, TkNotes *to)
{
  GHashTableIter all;
  gpointer text;

  g_hash_table_iter_init (&all, from->messages);
  while (g_hash_table_iter_next (&all, &text, NULL))
    g_hash_table_add (to->messages, g_strdup (text));
}

char *
tk_notes_number_new (double number, int decimals)
{
  g_autofree char *printed = g_strdup_printf ("%.*f", decimals, number);
  g_auto (GStrv) parts = g_strsplit (printed, ".", 2);

  return g_strjoinv (C_ ("decimal mark", "."), parts);
}

guint
tk_notes_count (const TkNotes *notes)
{
  return g_hash_table_size (notes->messages);
}

const char **
tk_notes_list_new (const TkNotes *notes)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (notes->messages), (GCompareFunc) g_strcmp0);
  const char **list = g_new0 (const char *, g_list_length (sorted) + 1);
  guint n = 0;

  for (GList *item = sorted; item != NULL; item = item->next)
    list[n++] = item->data;
  return list;
}

char *
tk_notes_text_new (const TkNotes *notes, const char *prefix)
{
  g_autofree const char **list = tk_notes_list_new (notes);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    g_string_append_printf (text, "%s%s\n", prefix, list[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
tk_notes_print (const TkNotes *notes, const char *prefix, FILE *to)
{
  g_autofree char *text = tk_notes_text_new (notes, prefix);

  fputs (text, to);
}
