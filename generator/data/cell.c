/* Comes in: a cell and its column. Goes out: a typed value, or what was
 * expected instead. */
#include "cell.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "fold.h"
#include "nearest.h"

/* Whole numbers that a double holds exactly. */
#define EXACT 9007199254740992.0

/* A number as people write it: "-2.450.314,5". */
typedef struct {
  gboolean negative;
  char digits[64]; /* without separators, "." before decimals */
  gboolean whole, doubtful;
} Written;

/* Are the digits between the separators at @text, up to @end, groups of three behind the first? */
static gboolean
is_grouped (const char *text, const char *end, char separator)
{
  const char *first = memchr (text, separator, (gsize) (end - text));

  if (first == NULL)
    return TRUE;
  if (first == text || first - text > 3 || text[0] == '0')
    return FALSE;
  for (const char *at = first; at < end; at += 4)
    if (*at != separator || end - at < 4 || strspn (at + 1, "0123456789") < 3
        || (end - at > 4 && at[4] != separator))
      return FALSE;
  return TRUE;
}

/* Where the decimals begin in @text: their separator, or NULL. @ret_thousands: what parts the groups, 0:
 * nothing. */
static const char *
find_decimals (const char *text, gboolean integral, char *ret_thousands, gboolean *ret_doubtful)
{
  const char *dot = strchr (text, '.'), *comma = strchr (text, ',');
  const char *last_dot = strrchr (text, '.'), *last_comma = strrchr (text, ',');

  *ret_thousands = dot != NULL ? '.' : ',';
  if (dot != NULL && comma != NULL) { /* the last one parts decimals */
    *ret_thousands = last_dot < last_comma ? '.' : ',';
    return last_dot < last_comma ? last_comma : last_dot;
  }
  const char *first = dot != NULL ? dot : comma, *last = dot != NULL ? last_dot : last_comma;
  if (first == NULL || first != last || integral)
    return NULL;
  if (strlen (last + 1) != 3 || !is_grouped (text, text + strlen (text), *last))
    return last;
  *ret_doubtful = TRUE;
  return *last == ',' ? last : NULL;
}

static gboolean
read_written (const char *text, gboolean integral, Written *written)
{
  g_autofree char *bare = g_strdup (text);
  const gboolean spaced = strchr (bare, ' ') != NULL;
  char thousands;
  char *to = written->digits;

  *written = (Written){.negative = text[0] == '-'};
  char *number = bare + (bare[0] == '-' || bare[0] == '+');
  if (strspn (number, "0123456789., ") != strlen (number) || !g_ascii_isdigit (number[0])
      || strlen (number) >= sizeof written->digits)
    return FALSE;
  if (spaced && strpbrk (number, ".") == NULL)
    g_strdelimit (number, " ", '.'); /* "2 450 314,5" */
  const char *mark = find_decimals (number, integral, &thousands, &written->doubtful);
  const char *end = mark != NULL ? mark : number + strlen (number);
  if (!is_grouped (number, end, thousands) || strchr (number, ' ') != NULL)
    return FALSE;
  if (mark != NULL && (mark[1] == '\0' || strspn (mark + 1, "0123456789") != strlen (mark + 1)))
    return FALSE;
  written->doubtful = written->doubtful && !spaced;
  written->whole = mark == NULL;
  for (const char *at = number; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      *to++ = *at;
    else if (at == mark)
      *to++ = '.';
  *to = '\0';
  return TRUE;
}

/* What an office program shows as 12,5% it keeps as 0.125. */
static TkCellFit
say_percent (const TkCell *cell, GString *said)
{
  if (cell->kind != TK_CELL_PERCENT)
    return TK_CELL_FITS;
  g_string_append_printf (said,
                          _ ("is a percentage and was read as %.*s; where its hundredth was meant, write it "
                             "as a number"),
                          (int) strlen (cell->text) - 1, cell->text);
  return TK_CELL_DOUBTFUL;
}

static TkCellFit
read_integer (const TkCell *cell, TkValue *ret_value, GString *said)
{
  Written written;
  gint64 number;

  if (cell->kind == TK_CELL_NUMBER || cell->kind == TK_CELL_PERCENT) {
    if (cell->number != floor (cell->number) || fabs (cell->number) > EXACT)
      return TK_CELL_WRONG;
    *ret_value = (TkValue){TK_VALUE_INTEGER, .integer = (gint64) cell->number};
    return say_percent (cell, said);
  }
  if (!read_written (cell->text, TRUE, &written) || !written.whole
      || !g_ascii_string_to_signed (written.digits, 10, 0, G_MAXINT64, &number, NULL))
    return TK_CELL_WRONG;
  *ret_value = (TkValue){TK_VALUE_INTEGER, .integer = written.negative ? -number : number};
  return TK_CELL_FITS;
}

/* A number is not said as "1.310" here: to who writes "1.310" for 1310 that is no news. */
static void
append_without_comma (GString *said, const Written *written)
{
  g_auto (GStrv) parts = g_strsplit (written->digits, ".", 2);
  g_autofree char *whole = g_strjoinv ("", parts);

  g_string_append_printf (
      said, _ ("was read as a number with three decimals; where thousands were meant, write %s"), whole);
}

static TkCellFit
read_real (const TkCell *cell, TkValue *ret_value, GString *said)
{
  Written written;

  if (cell->kind == TK_CELL_NUMBER || cell->kind == TK_CELL_PERCENT) {
    *ret_value = (TkValue){TK_VALUE_REAL, .real = cell->number};
    return isfinite (cell->number) ? say_percent (cell, said) : TK_CELL_WRONG;
  }
  if (!read_written (cell->text, FALSE, &written))
    return TK_CELL_WRONG;
  const double number = g_ascii_strtod (written.digits, NULL);
  *ret_value = (TkValue){TK_VALUE_REAL, .real = written.negative ? -number : number};
  if (!written.doubtful)
    return TK_CELL_FITS;
  if (written.whole)
    g_string_append_printf (said, _ ("was read as %s; where decimals were meant, write a comma before them"),
                            written.digits);
  else
    append_without_comma (said, &written);
  return TK_CELL_DOUBTFUL;
}

/* "19/8/2022", "19-08-2022", "8/2022" as 2022-08-19, 2022-08. */
static gboolean
read_slashed (const char *text, GString *store, gboolean *ret_doubtful)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "/-.", -1);
  const guint n = g_strv_length (parts);
  guint64 numbers[3];

  if (n < 2 || n > 3 || strlen (parts[n - 1]) != 4)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_strstrip (parts[i]);
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &numbers[i], NULL))
      return FALSE;
  }
  if (n == 3)
    g_string_append_printf (store, "%04d-%02d-%02d", (int) numbers[2], (int) numbers[1], (int) numbers[0]);
  else
    g_string_append_printf (store, "%04d-%02d", (int) numbers[1], (int) numbers[0]);
  *ret_doubtful = n == 3 && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1];
  return TRUE;
}

/* "Ngày 5 tháng 6 năm 2026", "tháng 6 năm 2026", "năm 2026", with marks or without. */
static gboolean
read_spoken (const char *text, GString *store, gboolean *ret_doubtful)
{
  static const char *const words[][2] = {
      {"ngay ", ""}, {" thang ", "/"}, {"thang ", ""}, {" nam ", "/"}, {"nam ", ""}};
  g_autoptr (GString) bare = g_string_new (NULL);
  guint n = 0;

  tk_fold_append (bare, text);
  const gboolean told = strstr (bare->str, "thang ") != NULL; /* which is the month */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    n += g_string_replace (bare, words[i][0], words[i][1], 1);
  if (n > 0 && bare->len == 4)
    g_string_append (store, bare->str);
  if (n == 0 || (bare->len != 4 && !read_slashed (bare->str, store, ret_doubtful)))
    return FALSE;
  *ret_doubtful = *ret_doubtful && !told;
  return TRUE;
}

static TkCellFit
read_date (const TkCell *cell, TkValue *ret_value, GString *store, GString *said)
{
  gboolean doubtful = FALSE;
  TkDate date;

  *ret_value = (TkValue){TK_VALUE_TEXT, .text = cell->text};
  if (tk_calendar_parse (cell->text, &date))
    return TK_CELL_FITS;
  if (cell->kind != TK_CELL_TEXT
      || !(read_slashed (cell->text, store, &doubtful) || read_spoken (cell->text, store, &doubtful))
      || !tk_calendar_parse (store->str, &date))
    return TK_CELL_WRONG;
  ret_value->text = store->str;
  if (!doubtful)
    return TK_CELL_FITS;
  g_string_append_printf (said, _ ("was read as %s, the day first; where that is wrong, write it so"),
                          store->str);
  return TK_CELL_DOUBTFUL;
}

/* A code as people write it: "Thành phố" is thanh_pho, "Nữ" nu. */
static char *
bare_code_new (const char *text)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  tk_fold_append (bare, text);
  return g_strdelimit (g_string_free (g_steal_pointer (&bare), FALSE), " -", '_');
}

/* The code that @text is, in letters of any case, or the words of which it is. */
static const char *
find_code (char **allowed, const char *text)
{
  for (char **code = allowed; *code != NULL; code++)
    if (g_ascii_strcasecmp (*code, text) == 0)
      return *code;
  g_autofree char *bare = bare_code_new (text);
  for (char **code = allowed; *code != NULL; code++) {
    g_autofree char *wanted = bare_code_new (*code);
    if (g_str_equal (bare, wanted))
      return *code;
  }
  return NULL;
}

static TkCellFit
read_text (const TkTableColumn *column, const TkCell *cell, TkValue *ret_value, GString *said)
{
  *ret_value = (TkValue){TK_VALUE_TEXT, .text = cell->text};
  if (column->allowed != NULL) {
    ret_value->text = find_code (column->allowed, cell->text);
    return ret_value->text != NULL ? TK_CELL_FITS : TK_CELL_WRONG;
  }
  if (cell->kind == TK_CELL_NUMBER && cell->number < 0) {
    g_string_append (
        said,
        _ ("is a number below zero; where “(1)” was meant, format the cell as text and write it again"));
    return TK_CELL_DOUBTFUL;
  }
  if (cell->kind != TK_CELL_DATE)
    return TK_CELL_FITS;
  g_string_append_printf (
      said,
      _ ("is a date and was read as %s; where that is wrong, format the cell as text and write "
         "it again"),
      cell->text);
  return TK_CELL_DOUBTFUL;
}

void
tk_cell_append_expected (GString *to, const TkTableColumn *column, const char *check)
{
  if (column->allowed != NULL) {
    g_autofree char *list = g_strjoinv (", ", column->allowed);
    g_string_append_printf (to, _ ("one of %s"), list);
  } else if (column->date && check != NULL && strstr (check, "substr") == NULL)
    g_string_append (to, _ ("a day as 2022-08-19"));
  else if (column->date)
    g_string_append (to, _ ("a date as 2022-08-19, 2022-08 or 2022"));
  else if (check != NULL)
    g_string_append_printf (to, _ ("a value with %s"), check);
  else if (column->kind == TK_COLUMN_INTEGER)
    g_string_append (to, _ ("a whole number"));
  else if (column->kind == TK_COLUMN_REAL)
    g_string_append (to, _ ("a number as 2450314,5"));
  else
    g_string_append (to, _ ("a text"));
}

TkCellFit
tk_cell_read (const TkTableColumn *column, const TkCell *cell, TkValue *ret_value, GString *store,
              GString *said)
{
  TkCellFit fit = TK_CELL_WRONG;

  if (column->kind == TK_COLUMN_INTEGER)
    fit = read_integer (cell, ret_value, said);
  else if (column->kind == TK_COLUMN_REAL)
    fit = read_real (cell, ret_value, said);
  else if (column->date)
    fit = read_date (cell, ret_value, store, said);
  else
    fit = read_text (column, cell, ret_value, said);
  if (fit != TK_CELL_WRONG)
    return fit;
  tk_cell_append_expected (said, column, NULL);
  if (column->allowed == NULL)
    return fit;
  g_autofree char *bare = bare_code_new (cell->text);
  g_autofree char *meant = tk_nearest_meant_new (bare, (const char *const *) column->allowed);
  g_string_append (said, meant);
  return fit;
}
