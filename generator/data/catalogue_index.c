/* Comes in: a connection. Goes out: FTS5 that reads Vietnamese words and ranks papers. Knows neither the
 * tables of the catalogue nor where texts lie. */
#include "catalogue_index.h"

#include <glib/gi18n.h>
#include <math.h>

#include "error.h"

/* BM25 (Robertson, Zaragoza 2009) as BM25F: what stands in a column counts so many times; K1 and B as usual.
 */
static const double weights[TK_N_COLUMNS] = {
    [TK_COLUMN_TITLE] = 10,       [TK_COLUMN_NUMBER] = 10, [TK_COLUMN_KIND] = 6, [TK_COLUMN_PERSON] = 5,
    [TK_COLUMN_ORGANISATION] = 4, [TK_COLUMN_PLACE] = 4,   [TK_COLUMN_DATE] = 4, [TK_COLUMN_TEXT] = 1,
};
static const double k1 = 1.2, b = 0.75;

/* Words with the marks as they were typed come before all others. */
static const double exact_first = 1e6;

/* Of one word; more of them do not make a hit clearer. */
enum { MOST_PLACES = 2048 };

static int
create_tokenizer (G_GNUC_UNUSED void *data, G_GNUC_UNUSED const char **words, G_GNUC_UNUSED int n_words,
                  Fts5Tokenizer **ret_tokenizer)
{
  *ret_tokenizer = (Fts5Tokenizer *) tk_tokenizer_new ();
  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
  tk_tokenizer_free ((TkTokenizer *) tokenizer);
}

/* In a text both keys of a word stand at its place; an inquiry has the one that it means. */
static int
tokenize (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
          int (*take) (void *, int, const char *, int, int, int))
{
  const gboolean asked = (flags & FTS5_TOKENIZE_QUERY) != 0;
  TkToken token;
  gsize at = 0;

  while (tk_tokenizer_next ((TkTokenizer *) tokenizer, text, (gsize) MAX (length, 0), &at, &token)) {
    const int start = (int) token.start, end = (int) token.end;
    const gboolean marked = token.n_bare != token.n_toned
                            || memcmp (token.bare, token.toned, token.n_bare) != 0;
    int result = SQLITE_OK;
    if (!asked || !marked)
      result = take (context, 0, token.bare, (int) token.n_bare, start, end);
    if (result == SQLITE_OK && marked)
      result = take (context, asked ? 0 : FTS5_TOKEN_COLOCATED, token.toned, (int) token.n_toned, start, end);
    if (result != SQLITE_OK)
      return result;
  }
  return SQLITE_OK;
}

/* What a term weighs: the rarer, the more. */
typedef struct {
  double length; /* words of a paper, on the average */
  double rarity[];
} Weighing;

static int
best_phrase (const TkInquiryTerm *term)
{
  return term->exact >= 0 ? term->exact : term->bare;
}

static int
count_row (G_GNUC_UNUSED const Fts5ExtensionApi *api, G_GNUC_UNUSED Fts5Context *row, void *count)
{
  (*(gint64 *) count)++;
  return SQLITE_OK;
}

/* FALSE: the index is broken. */
static gboolean
weigh_term (const Fts5ExtensionApi *api, Fts5Context *row, const TkInquiryTerm *term, sqlite3_int64 n_rows,
            double *ret_rarity)
{
  gint64 found = term->prefix ? n_rows / 2 : 0; /* to count what begins so costs as much as to find it */

  if (!term->prefix && api->xQueryPhrase (row, best_phrase (term), &found, count_row) != SQLITE_OK)
    return FALSE;
  /* never below zero, unlike FTS5's own: most syllables stand in most papers */
  *ret_rarity = log (1 + ((double) MAX (n_rows - found, 0) + 0.5) / ((double) found + 0.5));
  return TRUE;
}

/* Kept with the search: made at its first row. NULL: the index is broken. */
static const Weighing *
find_weighing (const Fts5ExtensionApi *api, Fts5Context *row, const TkInquiry *inquiry)
{
  Weighing *weighing = api->xGetAuxdata (row, 0);
  sqlite3_int64 n_rows = 0, n_words = 0;

  if (weighing != NULL)
    return weighing;
  if (api->xRowCount (row, &n_rows) != SQLITE_OK || api->xColumnTotalSize (row, -1, &n_words) != SQLITE_OK)
    return NULL;
  weighing = g_malloc0 (sizeof *weighing + sizeof weighing->rarity[0] * inquiry->terms->len);
  weighing->length = MAX (1.0, (double) n_words / (double) MAX (n_rows, 1));
  for (guint i = 0; i < inquiry->terms->len; i++)
    if (!weigh_term (api, row, &g_array_index (inquiry->terms, TkInquiryTerm, i), n_rows,
                     &weighing->rarity[i])) {
      g_free (weighing);
      return NULL;
    }
  return api->xSetAuxdata (row, weighing, g_free) == SQLITE_OK ? weighing : NULL;
}

static double
column_weight (int column)
{
  return column >= 0 && column < TK_N_COLUMNS ? weights[column] : 0;
}

/* The places of @phrase in the row, each by the weight of its column. */
static double
weigh_phrase (const Fts5ExtensionApi *api, Fts5Context *row, int phrase)
{
  Fts5PhraseIter at;
  int column, place;
  double weight = 0;

  if (api->xPhraseFirst (row, phrase, &at, &column, &place) != SQLITE_OK)
    return 0;
  for (; column >= 0; api->xPhraseNext (row, &at, &column, &place))
    weight += column_weight (column);
  return weight;
}

/* The same of the places where @second stands @n words behind @first. */
static double
weigh_pair (const Fts5ExtensionApi *api, Fts5Context *row, int first, int n, int second)
{
  Fts5PhraseIter at, next;
  int column, place, next_column, next_place;
  double weight = 0;

  if (api->xPhraseFirst (row, first, &at, &column, &place) != SQLITE_OK
      || api->xPhraseFirst (row, second, &next, &next_column, &next_place) != SQLITE_OK)
    return 0;
  while (column >= 0 && next_column >= 0) {
    const gint64 here = ((gint64) column << 32) + place + n,
                 there = ((gint64) next_column << 32) + next_place;
    if (here == there)
      weight += column_weight (column);
    if (here <= there)
      api->xPhraseNext (row, &at, &column, &place);
    else
      api->xPhraseNext (row, &next, &next_column, &next_place);
  }
  return weight;
}

static double
saturate (double weight, double norm)
{
  return weight * (k1 + 1) / (weight + k1 * norm);
}

static double
score_row (const Fts5ExtensionApi *api, Fts5Context *row, const TkInquiry *inquiry, const Weighing *weighing,
           double norm)
{
  double score = 0;

  for (guint i = 0; i < inquiry->terms->len; i++) {
    const TkInquiryTerm *term = &g_array_index (inquiry->terms, TkInquiryTerm, i);
    double weight = weigh_phrase (api, row, best_phrase (term));
    if (term->exact >= 0 && weight > 0)
      score += exact_first;
    else if (term->exact >= 0)
      weight = weigh_phrase (api, row, term->bare);
    score += weighing->rarity[i] * saturate (weight, norm);
    if (!term->joined || weight <= 0)
      continue;
    /* a word of Vietnamese is mostly two syllables: side by side they mean it */
    const TkInquiryTerm *next = term + 1;
    double pair = weigh_pair (api, row, best_phrase (term), term->n_tokens, best_phrase (next));
    if (pair <= 0)
      pair = weigh_pair (api, row, term->bare, term->n_tokens, next->bare);
    score += (weighing->rarity[i] + weighing->rarity[i + 1] + 0.5) * saturate (pair, norm);
  }
  return score;
}

static const TkInquiry *
find_inquiry (const Fts5ExtensionApi *api, Fts5Context *row, int n_values, sqlite3_value **values)
{
  const TkInquiry *inquiry = n_values == 1 ? sqlite3_value_pointer (values[0], TK_INQUIRY_POINTER) : NULL;

  return inquiry != NULL && inquiry->n_phrases == api->xPhraseCount (row) ? inquiry : NULL;
}

static void
score (const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result, int n_values,
       sqlite3_value **values)
{
  const TkInquiry *inquiry = find_inquiry (api, row, n_values, values);
  const Weighing *weighing = inquiry != NULL ? find_weighing (api, row, inquiry) : NULL;
  int n_words = 0;

  if (weighing == NULL || api->xColumnSize (row, -1, &n_words) != SQLITE_OK)
    sqlite3_result_error_code (result, SQLITE_CORRUPT);
  else
    sqlite3_result_double (
        result, score_row (api, row, inquiry, weighing, 1 - b + b * (double) n_words / weighing->length));
}

static void
add_places (const Fts5ExtensionApi *api, Fts5Context *row, int phrase, guint term, int n_tokens,
            GArray *words)
{
  Fts5PhraseIter at;
  int column, place;
  guint n = 0;

  if (api->xPhraseFirst (row, phrase, &at, &column, &place) != SQLITE_OK)
    return;
  for (; column >= 0 && n < MOST_PLACES; api->xPhraseNext (row, &at, &column, &place)) {
    const TkCatalogueWord word = {(guint) place, (guint) n_tokens, term};
    if (column == TK_COLUMN_TEXT && place >= 0) {
      g_array_append_val (words, word);
      n++;
    }
  }
}

static int
compare_places (const void *first, const void *second)
{
  const TkCatalogueWord *x = first, *y = second;

  return x->first != y->first ? (x->first > y->first) - (x->first < y->first) : (x->n < y->n) - (x->n > y->n);
}

static void
places (const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result, int n_values,
        sqlite3_value **values)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (TkCatalogueWord));
  const TkInquiry *inquiry = find_inquiry (api, row, n_values, values);

  if (inquiry == NULL) {
    sqlite3_result_error_code (result, SQLITE_CORRUPT);
    return;
  }
  for (guint i = 0; i < inquiry->terms->len; i++) {
    const TkInquiryTerm *term = &g_array_index (inquiry->terms, TkInquiryTerm, i);
    const guint n = words->len;
    if (term->exact >= 0)
      add_places (api, row, term->exact, i, term->n_tokens, words);
    if (words->len == n)
      add_places (api, row, term->bare, i, term->n_tokens, words);
  }
  g_array_sort (words, compare_places);
  sqlite3_result_blob (result, words->data, (int) (words->len * sizeof (TkCatalogueWord)), SQLITE_TRANSIENT);
}

static fts5_api *
find_api (TkConnection *connection)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (connection, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step (statement);
  }
  sqlite3_finalize (statement);
  return api;
}

gboolean
tk_catalogue_teach (TkConnection *connection, GError **error)
{
  fts5_tokenizer tokenizer = {create_tokenizer, delete_tokenizer, tokenize};
  fts5_api *api = find_api (connection);

  if (api != NULL && api->xCreateTokenizer (api, "tongket", NULL, &tokenizer, NULL) == SQLITE_OK
      && api->xCreateFunction (api, "score", NULL, score, NULL) == SQLITE_OK
      && api->xCreateFunction (api, "places", NULL, places, NULL) == SQLITE_OK)
    return TRUE;
  g_set_error_literal (error, TK_ERROR, TK_ERROR_DATA,
                       _ ("SQLite: is built without FTS5; install a SQLite with it"));
  return FALSE;
}
