/* Comes in: values, or a file that was written of them. Goes out: lines of CSV, or their cells. Must not know
 * what the columns are. The tables that people make are read by sheet.c. */
#include "csv_line.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <sqlite3.h>
#include <string.h>

#include "error.h"

/* Digits that SQLite prints of a real number. */
enum { DIGITS = 15 };

static void
append_text (GString *to, const char *text)
{
  const gsize size = strlen (text), before = to->len;

  g_string_set_size (to, before + 2 * size + 2); /* each character may be a quote */
  g_string_truncate (to, before + csv_write (to->str + before, 2 * size + 2, text, size));
}

void
tk_csv_append (GString *to, const TkValue *value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->kind) {
  case TK_VALUE_NULL:
    break;
  case TK_VALUE_TEXT:
    append_text (to, value->text);
    break;
  case TK_VALUE_INTEGER:
    g_string_append_printf (to, "%" G_GINT64_FORMAT, value->integer);
    break;
  case TK_VALUE_REAL:
    if (value->text != NULL && g_ascii_strtod (value->text, NULL) == value->real)
      g_string_append (to, value->text);
    else
      g_string_append (to, g_ascii_formatd (digits, sizeof digits, "%.17g", value->real));
    break;
  }
}

void
tk_csv_append_row (GString *to, const TkValue *cells, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (to, ',');
    tk_csv_append (to, &cells[i]);
  }
}

/* The text that SQLite gives of it. */
static const char *
print_real (const char *text, double real, TkArena *arena)
{
  guint digits = 0;
  char printed[64];

  for (const char *at = text; *at != '\0' && *at != 'e'; at++)
    digits += g_ascii_isdigit (*at);
  if (digits <= DIGITS)
    return text;
  sqlite3_snprintf (sizeof printed, printed, "%!.*g", (int) DIGITS, real);
  return tk_arena_text (arena, printed);
}

gboolean
tk_csv_value (const TkCsvCell *cell, TkArena *arena, TkValue *ret_value)
{
  char *end = NULL;

  *ret_value = (TkValue){cell->text == NULL ? TK_VALUE_NULL : TK_VALUE_TEXT, .text = cell->text};
  if (cell->text == NULL || cell->quoted)
    return TRUE;
  if (strpbrk (cell->text, ".eIn") == NULL) {
    ret_value->kind = TK_VALUE_INTEGER;
    if (!g_ascii_string_to_signed (cell->text, 10, G_MININT64, G_MAXINT64, &ret_value->integer, NULL))
      return FALSE;
    ret_value->real = (double) ret_value->integer;
    return TRUE;
  }
  ret_value->kind = TK_VALUE_REAL;
  ret_value->real = g_ascii_strtod (cell->text, &end);
  ret_value->text = print_real (cell->text, ret_value->real, arena);
  return end != cell->text && *end == '\0';
}

/* ---- reading ---- */

typedef struct {
  struct csv_parser parser;
  const char *path;
  GString *texts;  /* of the cells of the line, each with its NUL */
  GArray *offsets; /* gsize: where they begin; G_MAXSIZE: none */
  GArray *quoted;  /* gboolean */
  int line;
  gboolean half; /* the last line has ended with CR, LF is still to come */
  TkCsvFunc take;
  gpointer data;
  GError *error;
} Reader;

/* libcsv does not say whether a cell stood in quotes, but its state does: it is given one character at a
 * time, so that the state is that of the cell's last one. */
static void
take_cell (void *text, size_t size, void *data)
{
  Reader *reader = data;
  const gboolean quoted = reader->parser.quoted != 0;
  const gsize offset = text == NULL ? G_MAXSIZE : reader->texts->len;

  g_array_append_val (reader->offsets, offset);
  g_array_append_val (reader->quoted, quoted);
  if (text != NULL) {
    g_string_append_len (reader->texts, text, (gssize) size);
    g_string_append_c (reader->texts, '\0');
  }
}

/* All ends of lines come here, as a line may be nothing but one NULL. */
static void
take_line (int end, void *data)
{
  Reader *reader = data;
  const guint n = reader->offsets->len;
  const gboolean rest = reader->half && end == '\n' && n == 0;
  g_autofree TkCsvCell *cells = g_new0 (TkCsvCell, n + 1);

  reader->half = end == '\r';
  if (rest)
    return;
  for (guint i = 0; i < n; i++) {
    const gsize offset = g_array_index (reader->offsets, gsize, i);
    cells[i].quoted = g_array_index (reader->quoted, gboolean, i);
    cells[i].text = offset == G_MAXSIZE ? NULL : reader->texts->str + offset;
  }
  reader->line++;
  if (reader->error == NULL)
    reader->take (reader->data, reader->line, cells, MAX (n, 1), &reader->error);
  g_string_truncate (reader->texts, 0);
  g_array_set_size (reader->offsets, 0);
  g_array_set_size (reader->quoted, 0);
}

static gboolean
parse (Reader *reader, const char *text, gsize size, GError **error)
{
  gboolean whole = TRUE;

  for (gsize i = 0; i < size && whole && reader->error == NULL; i++)
    whole = csv_parse (&reader->parser, text + i, 1, take_cell, take_line, reader) == 1;
  whole = whole && (reader->error != NULL || csv_fini (&reader->parser, take_cell, take_line, reader) == 0);
  if (reader->error != NULL) {
    g_propagate_error (error, reader->error);
    return FALSE;
  }
  if (!whole)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s:%d: the quotes do not match; was the file changed? Take it from a copy"),
                 reader->path, reader->line + 1);
  return whole;
}

gboolean
tk_csv_read (const char *path, TkCsvFunc take, gpointer data, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;
  gsize size;
  Reader reader = {.path = path, .take = take, .data = data};

  if (!g_file_get_contents (path, &text, &size, &reason)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: cannot be read: %s; is it a folder of kept rows?"),
                 path, reason->message);
    return FALSE;
  }
  if (!g_utf8_validate_len (text, size, NULL)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: is not UTF-8; was the file changed? Take it from a copy"), path);
    return FALSE;
  }
  csv_init (&reader.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL | CSV_REPALL_NL);
  reader.texts = g_string_new (NULL);
  reader.offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  reader.quoted = g_array_new (FALSE, FALSE, sizeof (gboolean));
  const gboolean done = parse (&reader, text, size, error);
  csv_free (&reader.parser);
  g_string_free (reader.texts, TRUE);
  g_array_unref (reader.offsets);
  g_array_unref (reader.quoted);
  return done;
}
