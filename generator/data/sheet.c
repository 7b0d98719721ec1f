/* Comes in: a CSV file, or a sheet of a workbook. Goes out: rows of cells, one
 * at a time. Knows no table. */
#include "sheet.h"

#include <csv.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"

/* UTF-16 is turned into UTF-8 in memory: Excel's "Unicode text". */
enum { UTF16_BYTES = 256 * 1024 * 1024 };

/* By how many bytes the parser's buffer grows: its 128 take for ever where a quote is missing. */
enum { CELL_GROWTH = 32 * 1024 };

/* A row in the store. */
typedef struct {
  int line;
  guint first, n; /* offsets of its cells */
} Span;

struct _TkSheet {
  char *path, *place;
  /* a workbook */
  TkBook *book; /* borrowed; NULL for CSV */
  guint number;
  TkBookRows *rows;
  guint n_merged;
  /* a CSV file */
  FILE *file;
  gboolean unmarked; /* it may be UTF-16 without a byte order mark */
  char *decoded;     /* of UTF-16; @file reads it */
  struct csv_parser parser;
  gboolean parsing; /* the parser is there */
  char *text;       /* the line read last, by getline */
  size_t room;
  int line, row_line;
  gboolean pending, ended;
  GString *store;  /* cells, each with a NUL behind it */
  GArray *offsets; /* (element-type gsize) into the store */
  GArray *spans;   /* (element-type Span): rows read and not yet taken */
  guint taken;     /* of the spans */
  guint row_first; /* offset with which the row being read begins */
  GArray *cells;   /* (element-type TkCell): of the row taken last */
  const char *fault;
};

static void
fail (const TkSheet *sheet, int line, const char *message, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, "%s:%d: %s", sheet->place, line, message);
}

/* ---- CSV ------------------------------------------------------------------ */

static guchar
find_separator (const char *text, gsize length)
{
  guint commas = 0, semicolons = 0, tabs = 0;

  for (gsize i = 0; i < length && text[i] != '\n' && text[i] != '\r'; i++) {
    commas += text[i] == ',';
    semicolons += text[i] == ';';
    tabs += text[i] == '\t';
  }
  if (tabs > commas && tabs > semicolons)
    return CSV_TAB;
  return semicolons > commas ? ';' : CSV_COMMA;
}

static int
is_space (unsigned char c)
{
  return c == ' ';
}

/* UTF-16 as UTF-8, in place of the file; @mark: the bytes of its byte order mark. */
static gboolean
decode_utf16 (TkSheet *sheet, gsize mark, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length, decoded = 0;

  if (!g_file_get_contents (sheet->path, &bytes, &length, NULL) || length > UTF16_BYTES) {
    fail (sheet, 1, _ ("the file is UTF-16 and too large; save it as UTF-8"), error);
    return FALSE;
  }
  /* its first character is a mark or an ASCII letter of the head */
  sheet->decoded = g_convert (bytes + mark, (gssize) (length - mark), "UTF-8",
                              bytes[0] == '\xFF' || bytes[1] == '\0' ? "UTF-16LE" : "UTF-16BE", NULL,
                              &decoded, NULL);
  if (sheet->decoded == NULL) {
    fail (sheet, 1, _ ("the file begins as UTF-16 and is not; save it as UTF-8"), error);
    return FALSE;
  }
  fclose (sheet->file);
  sheet->file = fmemopen (sheet->decoded, MAX (decoded, 1), "r");
  return sheet->file != NULL;
}

static gboolean
open_csv (TkSheet *sheet, GError **error)
{
  char head[4096];

  sheet->file = fopen (sheet->path, "re");
  if (sheet->file == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; look after the file and its rights"),
                 sheet->path, g_strerror (errno));
    return FALSE;
  }
  gsize n = fread (head, 1, sizeof head, sheet->file);
  if (ferror (sheet->file)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; name a CSV file"), sheet->path,
                 g_strerror (errno));
    return FALSE;
  }
  const gboolean marked = n >= 2 && (memcmp (head, "\xFF\xFE", 2) == 0 || memcmp (head, "\xFE\xFF", 2) == 0);
  if (marked || (sheet->unmarked && n >= 2 && memchr (head, '\0', n) != NULL)) {
    if (!decode_utf16 (sheet, marked ? 2 : 0, error))
      return FALSE;
    n = fread (head, 1, sizeof head, sheet->file);
  }
  const gsize mark = n >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  fseek (sheet->file, (long) mark, SEEK_SET);
  if (csv_init (&sheet->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
    return FALSE;
  sheet->parsing = TRUE;
  csv_set_delim (&sheet->parser, find_separator (head + mark, n - mark));
  csv_set_blk_size (&sheet->parser, CELL_GROWTH);
  csv_set_space_func (&sheet->parser, is_space); /* a tab may be the separator */
  return TRUE;
}

static void
close_csv (TkSheet *sheet)
{
  g_clear_pointer (&sheet->file, fclose);
  g_clear_pointer (&sheet->decoded, g_free);
  if (sheet->parsing)
    csv_free (&sheet->parser);
  sheet->parsing = FALSE;
  sheet->line = 0;
  sheet->pending = sheet->ended = FALSE;
  sheet->fault = NULL;
  g_string_truncate (sheet->store, 0);
  g_array_set_size (sheet->offsets, 0);
  g_array_set_size (sheet->spans, 0);
  sheet->taken = sheet->row_first = 0;
}

static void
take_cell (void *bytes, size_t length, void *data)
{
  TkSheet *sheet = data;
  const gsize offset = sheet->store->len;

  g_array_append_val (sheet->offsets, offset);
  if (length > TK_SHEET_CELL_BYTES)
    sheet->fault = _ ("a cell is longer than 1 MiB; is a quote missing?");
  else if (length > 0 && memchr (bytes, '\0', length) != NULL)
    sheet->fault = _ ("there is a NUL byte; is this a text file?");
  else if (length > 0)
    g_string_append_len (sheet->store, bytes, (gssize) length);
  g_string_append_c (sheet->store, '\0');
}

static void
take_row (G_GNUC_UNUSED int terminator, void *data)
{
  TkSheet *sheet = data;
  const Span span = {sheet->row_line, sheet->row_first, sheet->offsets->len - sheet->row_first};

  g_array_append_val (sheet->spans, span);
  sheet->row_first = sheet->offsets->len;
  sheet->pending = FALSE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* FALSE: a fault was found in what was fed. */
static gboolean
check (const TkSheet *sheet, GError **error)
{
  if (sheet->fault == NULL)
    return TRUE;
  fail (sheet, sheet->row_line, sheet->fault, error);
  return FALSE;
}

/* Feeds the parser a line: it does not tell where it is. FALSE: nothing is left. */
static gboolean
feed (TkSheet *sheet, GError **error)
{
  const ssize_t n = getline (&sheet->text, &sheet->room, sheet->file);
  const guint before = sheet->spans->len;

  if (n <= 0 && sheet->ended)
    return FALSE;
  if (n <= 0) {
    sheet->ended = TRUE;
    if (csv_fini (&sheet->parser, take_cell, take_row, sheet) != 0)
      sheet->fault = _ ("a quote is opened here and not closed; close it");
    return check (sheet, error);
  }
  sheet->line++;
  if (!sheet->pending)
    sheet->row_line = sheet->line;
  if (!sheet->pending && is_blank (sheet->text, (gsize) n))
    return TRUE;
  sheet->pending = TRUE;
  if (csv_parse (&sheet->parser, sheet->text, (gsize) n, take_cell, take_row, sheet) != (gsize) n)
    sheet->fault = _ ("a quote stands inside a cell; enclose the cell in quotes and write the quote twice");
  if (sheet->spans->len == before && sheet->parser.entry_pos > TK_SHEET_CELL_BYTES)
    sheet->fault = _ ("a cell is longer than 1 MiB; is a quote missing?");
  return check (sheet, error);
}

/* Fills the cells of the row taken last; FALSE: all are empty. */
static gboolean
give (TkSheet *sheet, const Span *span)
{
  gboolean filled = FALSE;

  g_array_set_size (sheet->cells, 0);
  for (guint i = 0; i < span->n; i++) {
    const char *text = sheet->store->str + g_array_index (sheet->offsets, gsize, span->first + i);
    const TkCell cell = {text[0] != '\0' ? TK_CELL_TEXT : TK_CELL_EMPTY, text[0] != '\0' ? text : NULL, 0};
    g_array_append_val (sheet->cells, cell);
    filled = filled || text[0] != '\0';
  }
  return filled;
}

static gboolean
next_csv (TkSheet *sheet, TkRow *ret_row, GError **error)
{
  for (;;) {
    while (sheet->taken < sheet->spans->len) {
      const Span span = g_array_index (sheet->spans, Span, sheet->taken++);
      if (!give (sheet, &span))
        continue;
      *ret_row = (TkRow){span.line, span.n, (const TkCell *) (void *) sheet->cells->data};
      return TRUE;
    }
    /* what has been taken makes room, unless a row is half read */
    g_array_set_size (sheet->spans, 0);
    sheet->taken = 0;
    if (sheet->row_first == sheet->offsets->len) {
      g_string_truncate (sheet->store, 0);
      g_array_set_size (sheet->offsets, 0);
      sheet->row_first = 0;
    }
    if (!feed (sheet, error))
      return FALSE;
  }
}

/* ---- both ----------------------------------------------------------------- */

TkSheet *
tk_sheet_csv_new (const char *path, GError **error)
{
  g_autoptr (TkSheet) sheet = g_new0 (TkSheet, 1);

  sheet->path = g_strdup (path);
  sheet->place = g_strdup (path);
  sheet->store = g_string_new (NULL);
  sheet->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  sheet->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (TkCell));
  return open_csv (sheet, error) ? g_steal_pointer (&sheet) : NULL;
}

TkSheet *
tk_sheet_book_new (TkBook *book, const char *path, guint number, GError **error)
{
  g_autoptr (TkSheet) sheet = g_new0 (TkSheet, 1);

  sheet->path = g_strdup (path);
  sheet->place = g_strdup_printf ("%s, %s", path, tk_book_sheet_name (book, number));
  sheet->book = book;
  sheet->number = number;
  sheet->rows = tk_book_rows_new (book, number, error);
  return sheet->rows != NULL ? g_steal_pointer (&sheet) : NULL;
}

void
tk_sheet_free (TkSheet *sheet)
{
  if (sheet == NULL)
    return;
  if (sheet->store != NULL) {
    close_csv (sheet);
    g_string_free (sheet->store, TRUE);
    g_array_unref (sheet->offsets);
    g_array_unref (sheet->spans);
    g_array_unref (sheet->cells);
  }
  free (sheet->text);
  tk_book_rows_free (sheet->rows);
  g_free (sheet->path);
  g_free (sheet->place);
  g_free (sheet);
}

const char *
tk_sheet_place (const TkSheet *sheet)
{
  return sheet->place;
}

static gboolean
is_empty (const TkRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind != TK_CELL_EMPTY)
      return FALSE;
  return TRUE;
}

gboolean
tk_sheet_next (TkSheet *sheet, TkRow *ret_row, GError **error)
{
  if (sheet->book == NULL)
    return next_csv (sheet, ret_row, error);
  while (tk_book_rows_next (sheet->rows, ret_row, error))
    if (!is_empty (ret_row))
      return TRUE;
  sheet->n_merged = tk_book_rows_n_merged (sheet->rows);
  return FALSE;
}

gboolean
tk_sheet_rewind (TkSheet *sheet, GError **error)
{
  if (sheet->book == NULL) {
    close_csv (sheet);
    return open_csv (sheet, error);
  }
  tk_book_rows_free (sheet->rows);
  sheet->rows = tk_book_rows_new (sheet->book, sheet->number, error);
  return sheet->rows != NULL;
}

gboolean
tk_sheet_is_utf16 (const TkSheet *sheet)
{
  return sheet->decoded != NULL;
}

gboolean
tk_sheet_read_utf16 (TkSheet *sheet, GError **error)
{
  sheet->unmarked = sheet->book == NULL;
  return sheet->unmarked && tk_sheet_rewind (sheet, error) && sheet->decoded != NULL;
}

guint
tk_sheet_n_merged (const TkSheet *sheet)
{
  return sheet->n_merged;
}

gboolean
tk_sheet_is_csv (const TkSheet *sheet)
{
  return sheet->book == NULL;
}
