/* Comes in: a CSV file. Goes out: its cells as clean text, and what is wrong
 * with them. Knows no table. */
#include "sheet.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

#include "arena.h"

const char tk_sheet_unreadable[] = "?";

/* The public noun first: a pointer to it is one to this. */
typedef struct {
  TkSheet sheet;
  TkArena *arena;
  GArray *rows;      /* (element-type TkSheetRow) */
  GPtrArray *cells;  /* (element-type utf8): of the row being read, borrowed from the arena */
  GPtrArray *faults; /* borrowed */
  int row_line;      /* where that row begins */
  gboolean row_done; /* a row ended in the line just fed */
} Reader;

void
tk_sheet_fault (GPtrArray *faults, const char *path, int line, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line > 0)
    g_ptr_array_add (faults, g_strdup_printf ("%s:%d: %s", path, line, message));
  else
    g_ptr_array_add (faults, g_strdup_printf ("%s: %s", path, message));
}

static const char *
name_column (const Reader *reader)
{
  const guint at = reader->cells->len;

  return at < reader->sheet.n_columns ? reader->sheet.columns[at] : "?";
}

/* Takes carriage returns and no-break spaces out of @text, in place. */
static void
clean_spaces (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++) {
    if (from[0] == '\r')
      continue;
    if ((guchar) from[0] == 0xC2 && (guchar) from[1] == 0xA0) {
      if (from[2] != ' ' && !(to > text && to[-1] == ' '))
        *to++ = ' ';
      from++;
      continue;
    }
    *to++ = *from;
  }
  *to = '\0';
}

/* The first control character but tab and line feed, or 0. */
static int
find_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (((guchar) *text < 0x20 && *text != '\t' && *text != '\n') || *text == 0x7f)
      return *text;
  return 0;
}

static void
take_cell (void *bytes, size_t length, void *data)
{
  Reader *reader = data;
  const char *end;

  if (!g_utf8_validate_len (bytes != NULL ? bytes : "", bytes != NULL ? length : 0, &end)) {
    g_autofree char *shown = g_strescape (bytes, NULL);
    tk_sheet_fault (reader->faults, reader->sheet.path, reader->row_line,
                    _ ("column “%s”: “%s” is not UTF-8; save the file as UTF-8"), name_column (reader),
                    shown);
    g_ptr_array_add (reader->cells, (char *) tk_sheet_unreadable);
    return;
  }
  g_autofree char *text = g_utf8_normalize (bytes != NULL ? bytes : "", -1, G_NORMALIZE_NFC);
  if (bytes != NULL && strcmp (text, bytes) != 0)
    reader->sheet.n_composed++;
  clean_spaces (text);
  g_strstrip (text);
  int control = find_control (text);
  if (control != 0)
    tk_sheet_fault (reader->faults, reader->sheet.path, reader->row_line,
                    _ ("column “%s”: there is a control character, U+%04X; remove it"), name_column (reader),
                    control);
  g_ptr_array_add (reader->cells, text[0] != '\0' ? tk_arena_text (reader->arena, text) : NULL);
}

static gboolean
is_row_empty (const Reader *reader)
{
  for (guint i = 0; i < reader->cells->len; i++)
    if (reader->cells->pdata[i] != NULL)
      return FALSE;
  return TRUE;
}

static void
take_head (Reader *reader)
{
  while (reader->cells->len > 0 && reader->cells->pdata[reader->cells->len - 1] == NULL)
    g_ptr_array_set_size (reader->cells, (int) reader->cells->len - 1);
  for (guint i = 0; i < reader->cells->len; i++)
    if (reader->cells->pdata[i] == NULL)
      reader->cells->pdata[i] = (char *) "";
  reader->sheet.head_line = reader->row_line;
  reader->sheet.n_columns = reader->cells->len;
  reader->sheet.columns = tk_arena_copy (reader->arena, reader->cells->pdata,
                                         reader->cells->len * sizeof (char *));
}

static void
take_row (G_GNUC_UNUSED int terminator, void *data)
{
  Reader *reader = data;
  const guint n = reader->sheet.n_columns;

  reader->row_done = TRUE;
  if (is_row_empty (reader)) {
    g_ptr_array_set_size (reader->cells, 0);
    return;
  }
  if (reader->sheet.columns == NULL) {
    take_head (reader);
    g_ptr_array_set_size (reader->cells, 0);
    return;
  }
  while (reader->cells->len > n && reader->cells->pdata[reader->cells->len - 1] == NULL)
    g_ptr_array_set_size (reader->cells, (int) reader->cells->len - 1);
  if (reader->cells->len != n) {
    tk_sheet_fault (
        reader->faults, reader->sheet.path, reader->row_line,
        _ ("the line has %u cells, expected %u; is a separator missing, or a text with one not in quotes?"),
        reader->cells->len, n);
  } else {
    TkSheetRow row = {reader->row_line,
                      tk_arena_copy (reader->arena, reader->cells->pdata, n * sizeof (char *))};
    g_array_append_val (reader->rows, row);
  }
  g_ptr_array_set_size (reader->cells, 0);
}

static guchar
find_separator (const char *text, gsize length)
{
  guint commas = 0, semicolons = 0;

  for (gsize i = 0; i < length && text[i] != '\n'; i++) {
    commas += text[i] == ',';
    semicolons += text[i] == ';';
  }
  return semicolons > commas ? ';' : CSV_COMMA;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* Feeds the parser line by line: it does not tell where it is. */
static void
parse (Reader *reader, struct csv_parser *parser, const char *text, gsize length)
{
  gboolean pending = FALSE;
  int line = 0;

  for (gsize at = 0; at < length;) {
    const char *feed = memchr (text + at, '\n', length - at);
    gsize n = feed != NULL ? (gsize) (feed - (text + at)) + 1 : length - at;
    line++;
    if (!pending)
      reader->row_line = line;
    reader->row_done = FALSE;
    if (csv_parse (parser, text + at, n, take_cell, take_row, reader) != n) {
      tk_sheet_fault (
          reader->faults, reader->sheet.path, reader->row_line,
          _ ("a quote stands inside a cell; enclose the cell in quotes and write the quote twice"));
      return;
    }
    pending = !reader->row_done && (pending || !is_blank (text + at, n));
    at += n;
  }
  if (csv_fini (parser, take_cell, take_row, reader) != 0)
    tk_sheet_fault (reader->faults, reader->sheet.path, reader->row_line,
                    _ ("a quote is opened here and not closed; close it"));
}

static void
read_text (Reader *reader, const char *text, gsize length)
{
  struct csv_parser parser;

  if (length >= 2 && (memcmp (text, "\xFF\xFE", 2) == 0 || memcmp (text, "\xFE\xFF", 2) == 0)) {
    tk_sheet_fault (reader->faults, reader->sheet.path, 0, _ ("the file is UTF-16; save it as UTF-8"));
    return;
  }
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0) {
    text += 3;
    length -= 3;
  }
  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
    return;
  csv_set_delim (&parser, find_separator (text, length));
  parse (reader, &parser, text, length);
  csv_free (&parser);
}

TkSheet *
tk_sheet_read (const char *path, GPtrArray *faults)
{
  Reader *reader = g_new0 (Reader, 1);
  g_autoptr (TkSheet) sheet = &reader->sheet;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  const guint faults_before = faults->len;

  reader->arena = tk_arena_new ();
  reader->rows = g_array_new (FALSE, FALSE, sizeof (TkSheetRow));
  reader->cells = g_ptr_array_new ();
  reader->faults = faults;
  sheet->path = tk_arena_text (reader->arena, path);
  if (!g_file_get_contents (path, &text, &length, &error)) {
    tk_sheet_fault (faults, path, 0, "%s", error->message);
    return NULL;
  }
  read_text (reader, text, length);
  sheet->n_rows = reader->rows->len;
  sheet->rows = (const TkSheetRow *) (void *) reader->rows->data;
  if (sheet->columns == NULL && faults->len == faults_before)
    tk_sheet_fault (faults, path, 0, _ ("the file is empty; its first line names the columns"));
  return sheet->columns != NULL ? g_steal_pointer (&sheet) : NULL;
}

void
tk_sheet_free (TkSheet *sheet)
{
  Reader *reader = (Reader *) sheet;

  if (sheet == NULL)
    return;
  g_array_unref (reader->rows);
  g_ptr_array_unref (reader->cells);
  tk_arena_free (reader->arena);
  g_free (reader);
}
