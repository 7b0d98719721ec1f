/* Comes in: a PDF of ours. Goes out: where its glyphs stand, by the rules of
 * ISO 32000-1, 9.4.4. Reads only what pdf_page.c can write. */
#include "content.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

static const char *
find (const GByteArray *bytes, const char *from, const char *text)
{
  return memmem (from, bytes->len - (gsize) (from - (const char *) bytes->data), text, strlen (text));
}

static GString *
inflate (struct libdeflate_decompressor *reader, const char *from, gsize size)
{
  gsize room = 1 << 22, length = 0;
  GString *text = g_string_sized_new (room);

  if (libdeflate_zlib_decompress (reader, from, size, text->str, room, &length) != LIBDEFLATE_SUCCESS)
    g_error ("a stream is damaged");
  text->len = length;
  text->str[length] = '\0';
  return text;
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static GArray *
read_widths (const char *from)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (int));
  char *end = (char *) from;

  while (*end != ']') {
    int width = (int) strtol (end, &end, 10);
    g_array_append_val (widths, width);
  }
  return widths;
}

/* Fonts are objects of their own, or stand in a stream with others. */
static void
read_all_widths (File *file, const char *bytes, gsize size)
{
  static const char begin[] = "/W[0[";

  for (const char *at = bytes; (at = memmem (at, size - (gsize) (at - bytes), begin, strlen (begin))) != NULL;
       at++)
    g_ptr_array_add (file->widths, read_widths (at + strlen (begin)));
}

File *
file_read (const GByteArray *bytes)
{
  File *file = g_new0 (File, 1);
  struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor ();

  file->contents = g_ptr_array_new_with_free_func (free_text);
  file->unicodes = g_ptr_array_new_with_free_func (free_text);
  file->others = g_ptr_array_new_with_free_func (free_text);
  file->widths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (const char *at = (const char *) bytes->data; (at = find (bytes, at, "/FlateDecode")) != NULL;) {
    const char *begin = find (bytes, at, "stream\r\n") + 8;
    const char *end = find (bytes, begin, "\nendstream");
    GString *text = inflate (reader, begin, (gsize) (end - begin));
    if (strstr (text->str, "BDC\n") != NULL || strstr (text->str, "re W n\n") != NULL)
      g_ptr_array_add (file->contents, text);
    else if (strstr (text->str, "begincmap") != NULL)
      g_ptr_array_add (file->unicodes, text);
    else
      g_ptr_array_add (file->others, text);
    at = end;
  }
  read_all_widths (file, (const char *) bytes->data, bytes->len);
  for (guint i = 0; i < file->others->len; i++) {
    const GString *text = file->others->pdata[i];
    read_all_widths (file, text->str, text->len);
  }
  libdeflate_free_decompressor (reader);
  return file;
}

void
file_free (File *file)
{
  g_ptr_array_unref (file->contents);
  g_ptr_array_unref (file->others);
  g_ptr_array_unref (file->widths);
  g_ptr_array_unref (file->unicodes);
  g_free (file);
}

typedef struct {
  const File *file;
  GArray *shown;
  double stack[8];
  guint depth;
  guint font;
  double size, line_x, line_y, x, rise;
} Reader;

/* A literal string: two bytes a code. */
static const char *
read_string (Reader *reader, const char *at)
{
  const GArray *widths = reader->file->widths->pdata[reader->font];
  guint bytes[2], n = 0;

  for (at++; *at != ')'; at++) {
    if (*at == '\\')
      at++;
    bytes[n++] = at[-1] == '\\' && *at == 'r' ? '\r' : (guchar) *at;
    if (n < 2)
      continue;
    n = 0;
    guint cid = bytes[0] << 8 | bytes[1];
    Shown shown = {reader->font, cid, reader->x, reader->line_y + reader->rise, reader->size};
    g_array_append_val (reader->shown, shown);
    g_assert (cid < widths->len);
    reader->x += g_array_index (widths, int, cid) * reader->size / 1000;
  }
  g_assert (n == 0);
  return at + 1;
}

static const char *
read_array (Reader *reader, const char *at)
{
  for (at++; *at != ']';)
    if (*at == '(') {
      at = read_string (reader, at);
    } else {
      char *end;
      reader->x -= strtod (at, &end) * reader->size / 1000;
      g_assert (end != at);
      at = end;
    }
  return at + 1;
}

static const char *
read_operator (Reader *reader, const char *at)
{
  gsize length = strcspn (at, " \n([</");
  g_autofree char *name = g_strndup (at, length);

  if (g_str_equal (name, "BT"))
    reader->line_x = reader->line_y = 0;
  else if (g_str_equal (name, "Td")) {
    reader->line_x += reader->stack[0];
    reader->line_y += reader->stack[1];
    reader->x = reader->line_x;
  } else if (g_str_equal (name, "Tf"))
    reader->size = reader->stack[0];
  else if (g_str_equal (name, "Ts"))
    reader->rise = reader->stack[0];
  reader->depth = 0;
  return at + length;
}

GArray *
file_show (const File *file, guint page)
{
  const GString *text = file->contents->pdata[page];
  Reader reader = {.file = file, .shown = g_array_new (FALSE, FALSE, sizeof (Shown))};

  for (const char *at = text->str; at < text->str + text->len;) {
    char *end;
    if (g_ascii_isspace (*at)) {
      at++;
    } else if (*at == '[') {
      at = read_array (&reader, at);
    } else if (*at == '<') {
      at = strstr (at, ">>BDC") + 2; /* a property list */
    } else if (*at == '/') {
      if (at[1] == 'F' && g_ascii_isdigit (at[2]))
        reader.font = (guint) atoi (at + 2);
      at += 1 + strcspn (at + 1, " <[(/\n");
    } else if (g_ascii_isdigit (*at) || *at == '-') {
      reader.stack[reader.depth++ % 8] = strtod (at, &end);
      at = end;
    } else {
      at = read_operator (&reader, at);
    }
  }
  return reader.shown;
}
