/* Comes in: the texts of a group of rows, with their order. Goes out: one text
 * that lists them. The manual is functions.h. */
#include <string.h>

#include "function.h"
#include "wording.h"

/* What an aggregate has gathered. */
typedef struct {
  char *text;
  double seq;
  guint arrival;
} Piece;

typedef struct {
  GArray *pieces; /* (element-type Piece) */
  char *separator;
} Gathering;

static void
piece_clear (Piece *piece)
{
  g_free (piece->text);
}

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static gboolean
take_separator (sqlite3_context *context, Gathering *gathering, sqlite3_value *value)
{
  if (gathering->separator != NULL || tk_function_is_null (value))
    return TRUE;
  gathering->separator = g_strdup (tk_function_take_text (context, value));
  return gathering->separator != NULL;
}

void
tk_function_gather (sqlite3_context *context, int n, sqlite3_value **values)
{
  Gathering *gathering = sqlite3_aggregate_context (context, sizeof *gathering);

  if (gathering == NULL || tk_function_is_null (values[0]))
    return;
  const char *text = tk_function_take_text (context, values[0]);
  if (text == NULL || is_blank (text) || (n > 2 && !take_separator (context, gathering, values[2])))
    return;
  if (gathering->pieces == NULL) {
    gathering->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
    g_array_set_clear_func (gathering->pieces, (GDestroyNotify) piece_clear);
  }
  /* as ORDER BY has it: NULL before all numbers */
  double seq = tk_function_is_null (values[1]) ? -G_MAXDOUBLE : sqlite3_value_double (values[1]);
  Piece piece = {g_strdup (text), seq, gathering->pieces->len};
  g_array_append_val (gathering->pieces, piece);
}

static int
compare_pieces (const void *a, const void *b)
{
  const Piece *x = a, *y = b;

  if (x->seq != y->seq)
    return x->seq < y->seq ? -1 : 1;
  return x->arrival < y->arrival ? -1 : 1;
}

/* A text with a comma or “và” of its own cannot be told from its neighbours by
 * the same signs. */
static gboolean
is_compound (const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (tk_wording_is_compound (g_array_index (pieces, Piece, i).text))
      return TRUE;
  return FALSE;
}

/* May the last one be joined by “và”? Not where it has one of its own or the list goes on, or another has a
 * semicolon. */
static gboolean
is_and_clear (const GArray *pieces)
{
  const char *last = pieces->len > 0 ? g_array_index (pieces, Piece, pieces->len - 1).text : "";

  for (guint i = 0; i < pieces->len; i++)
    if (strchr (g_array_index (pieces, Piece, i).text, ';') != NULL)
      return FALSE;
  return !tk_wording_has_and (last) && !g_str_has_suffix (last, "…");
}

static void
take_marks (Piece *piece)
{
  g_autofree char *text = piece->text;
  g_autoptr (GString) clause = g_string_new (NULL);

  tk_wording_append_clause (clause, text, FALSE);
  piece->text = g_string_free (g_steal_pointer (&clause), FALSE);
}

/* The pieces in order, taken from the gathering; NULL: none. @marked: a mark is going to part them, and they
 * have none of their own at their ends. */
static GArray *
pieces_new (Gathering *gathering, gboolean marked)
{
  if (gathering == NULL || gathering->pieces == NULL)
    return NULL;
  g_array_sort (gathering->pieces, compare_pieces);
  for (guint i = 0; i < gathering->pieces->len && marked; i++)
    take_marks (&g_array_index (gathering->pieces, Piece, i));
  return g_steal_pointer (&gathering->pieces);
}

static void
give_pieces (sqlite3_context *context, const GArray *pieces, const char *between, const char *before_last)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    if (i > 0)
      g_string_append (text, i + 1 == pieces->len ? before_last : between);
    g_string_append (text, g_array_index (pieces, Piece, i).text);
  }
  tk_function_give (context, text);
}

void
tk_function_give_list (sqlite3_context *context)
{
  g_autoptr (GArray) pieces = pieces_new (sqlite3_aggregate_context (context, 0), TRUE);

  if (pieces != NULL) {
    const char *between = is_compound (pieces) ? "; " : ", ";
    give_pieces (context, pieces, between, is_and_clear (pieces) ? " và " : between);
  }
}

void
tk_function_give_joined (sqlite3_context *context)
{
  Gathering *gathering = sqlite3_aggregate_context (context, 0);
  g_autofree char *separator = gathering != NULL ? g_steal_pointer (&gathering->separator) : NULL;
  const char *between = separator != NULL ? separator : ", ";
  g_autoptr (GArray) pieces = pieces_new (gathering, *between == ',' || *between == ';');

  if (pieces != NULL)
    give_pieces (context, pieces, between, between);
}
