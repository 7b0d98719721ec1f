/* Comes in: the file that marks a store. Goes out: the years that it lists, and what is wrong with it. Must
 * not know what is in a year. */
#include "roll.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

#include "digest.h"
#include "error.h"
#include "output.h"

/* The first line. Form 1 had no checksum. */
#define FORM "2\n"
#define FORMER "1\n"
enum { NUMBER = 2 };

#define SUM "sha256 "

int
tk_roll_parse_year (const char *name)
{
  guint64 number;

  return strlen (name) == 4 && g_ascii_string_to_unsigned (name, 10, 0, 9999, &number, NULL) ? (int) number
                                                                                             : -1;
}

/* NULL: no file is there that could be one. */
static char *
load_new (const char *folder)
{
  enum { LARGEST = 1 << 16 }; /* of 10,000 years */
  g_autofree char *path = g_build_filename (folder, TK_ROLL, NULL);
  char *text = NULL;
  gsize length;
  struct stat there;

  if (lstat (path, &there) != 0 || !S_ISREG (there.st_mode) || there.st_size > LARGEST
      || !g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0') /* which hides nothing that stands behind it */
      text[i] = '\1';
  return text;
}

gboolean
tk_roll_check (const char *folder, const char *shown, GError **error)
{
  g_autofree char *text = load_new (folder);

  if (text == NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: no store is there; make one by tongket archive new, or put its file %s back from a "
                    "copy"),
                 shown, TK_ROLL);
  else if (g_str_has_prefix (text, FORM) || g_str_has_prefix (text, FORMER))
    return TRUE;
  else if (text[strspn (text, G_CSET_DIGITS)] == '\n' && g_ascii_strtoull (text, NULL, 10) > NUMBER)
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s/%s: the store is of a newer form; use a newer version of the program, or put the file "
           "back from a copy"),
        shown, TK_ROLL);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s/%s: does not begin as the mark of a store; put the file back from a copy"), shown,
                 TK_ROLL);
  return FALSE;
}

static gboolean
has_sum (const char *line, const char *text, gsize size)
{
  g_autofree char *sum = tk_digest_new (text, size);

  return g_str_has_prefix (line, SUM) && strcmp (line + strlen (SUM), sum) == 0;
}

/* What is wrong first: of a text that begins with a form. */
static char *
judge (const char *text, GArray *years)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const int n = (int) g_strv_length (lines) - 1; /* behind the last line end nothing is left */
  const gboolean summed = g_str_has_prefix (text, FORM);
  char *fault = NULL;
  int last = -1;

  for (int i = 1; i < n - summed; i++) {
    const int year = tk_roll_parse_year (lines[i]);
    if (fault == NULL && year < 0)
      fault = g_strdup_printf (_ ("line %d is no year; put the file back from a copy of the store"), i + 1);
    else if (fault == NULL && year <= last)
      fault = g_strdup_printf (
          _ ("line %d: the year is not behind the one before it; put the file back from a copy of the store"),
          i + 1);
    if (year >= 0)
      g_array_append_val (years, year);
    last = year;
  }
  if (fault != NULL)
    return fault;
  if (n < 1 || *lines[n] != '\0')
    return g_strdup (_ ("its last line does not end; put the file back from a copy of the store"));
  if (summed && (n < 2 || !has_sum (lines[n - 1], text, strlen (text) - strlen (lines[n - 1]) - 1)))
    return g_strdup (_ (
        "its last line is not the checksum of those before it; put the file back from a copy of the store"));
  return NULL;
}

GArray *
tk_roll_read_new (const char *folder, char **ret_fault)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *text = load_new (folder);

  *ret_fault = text != NULL ? judge (text, years)
                            : g_strdup (_ (
                                "cannot be read; look whether it is there, and at its rights and the disk"));
  return years;
}

gboolean
tk_roll_write (const char *folder, const GArray *years, GError **error)
{
  g_autofree char *path = g_build_filename (folder, TK_ROLL, NULL), *before = load_new (folder);
  g_autoptr (GString) text = g_string_new (FORM);

  for (guint i = 0; years != NULL && i < years->len; i++)
    g_string_append_printf (text, "%04d\n", g_array_index (years, int, i));
  g_autofree char *sum = tk_digest_new (text->str, text->len);
  g_string_append_printf (text, SUM "%s\n", sum);
  if (g_strcmp0 (before, text->str) == 0)
    return TRUE;
  g_autoptr (TkOutput) output = tk_output_replace_new (path, error);
  return output != NULL && tk_output_write (output, text->str, text->len, error)
         && tk_output_commit (output, error);
}
