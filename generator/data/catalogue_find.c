/* Comes in: what is looked for. Goes out: the papers that have it, best first. Reads the catalogue and
 * nothing else; what somebody typed reaches SQL as bound values only. */
#include "catalogue_index.h"

enum { LIMIT_MICROSECONDS = 10 * G_USEC_PER_SEC };

/* A paper that was found, as long as all are. */
typedef struct {
  gint64 row;
  double score;
  int day, year;
} Candidate;

#define FILTER " AND paper.year BETWEEN ?3 AND ?4 AND (?5 OR paper.last)"

static const char all[] = "SELECT paper.row, 0.0, paper.day, paper.year FROM paper WHERE ?1 IS NULL"
                          " AND ?2 IS NULL" FILTER;
static const char matching[] = "SELECT paper.row, score (word, ?2), paper.day, paper.year FROM word"
                               " CROSS JOIN paper ON paper.row = word.rowid WHERE word MATCH ?1" FILTER;
static const char others[] = "SELECT paper.row, 0.0, paper.day, paper.year FROM paper WHERE ?2 IS NULL AND"
                             " paper.row NOT IN (SELECT rowid FROM word WHERE word MATCH ?1)" FILTER;
static const char details[] =
    "SELECT path, id, title, kind, number, publisher, date, year, version, last, own"
    " FROM paper WHERE row = ?1";
static const char places[] = "SELECT places (word, ?2) FROM word WHERE word MATCH ?1 AND rowid = ?3";

static void
bind_inquiry (TkStatement *statement, TkInquiry *inquiry)
{
  if (inquiry->match == NULL)
    return;
  sqlite3_bind_text (statement, 1, inquiry->match, -1, SQLITE_STATIC);
  if (!inquiry->without)
    sqlite3_bind_pointer (statement, 2, inquiry, TK_INQUIRY_POINTER, NULL);
}

static gboolean
gather (TkCatalogue *catalogue, TkInquiry *inquiry, const TkCatalogueWish *wish, GArray *candidates,
        GError **error)
{
  const char *sql = inquiry->match == NULL ? all : inquiry->without ? others : matching;
  g_autoptr (TkStatement) statement = tk_catalogue_statement_new (catalogue, sql, error);
  const gboolean any_year = wish->first_year == 0 && wish->last_year == 0;
  int result;

  if (statement == NULL)
    return FALSE;
  bind_inquiry (statement, inquiry);
  sqlite3_bind_int (statement, 3, any_year ? G_MININT : wish->first_year);
  sqlite3_bind_int (statement, 4, any_year ? G_MAXINT : wish->last_year);
  sqlite3_bind_int (statement, 5, wish->all_versions);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW) {
    const Candidate candidate = {
        .row = sqlite3_column_int64 (statement, 0),
        .score = sqlite3_column_double (statement, 1),
        .day = sqlite3_column_int (statement, 2),
        .year = sqlite3_column_int (statement, 3),
    };
    g_array_append_val (candidates, candidate);
  }
  if (result != SQLITE_DONE)
    tk_catalogue_fail (catalogue, error);
  return result == SQLITE_DONE;
}

/* The best, then the latest, then as they came in. */
static int
compare_candidates (const void *first, const void *second)
{
  const Candidate *x = first, *y = second;

  if (x->score < y->score || x->score > y->score)
    return x->score < y->score ? 1 : -1;
  if (x->day != y->day)
    return x->day < y->day ? 1 : -1;
  return (x->row > y->row) - (x->row < y->row);
}

static int
compare_years (const void *first, const void *second)
{
  const Candidate *x = first, *y = second;

  return (x->year > y->year) - (x->year < y->year);
}

static void
count_years (GArray *candidates, GArray *counts)
{
  g_array_sort (candidates, compare_years);
  for (guint i = 0; i < candidates->len; i++) {
    TkCatalogueCount count = {g_array_index (candidates, Candidate, i).year, 0};
    if (i == 0 || count.year != g_array_index (candidates, Candidate, i - 1).year)
      g_array_append_val (counts, count);
    g_array_index (counts, TkCatalogueCount, counts->len - 1).n++;
  }
}

static const char *
keep_text (TkCatalogueFound *found, TkStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return g_string_chunk_insert (found->texts, valid);
}

static gboolean
tell_details (TkCatalogue *catalogue, TkCatalogueFound *found, TkStatement *statement, gint64 row,
              TkCatalogueHit *hit, GError **error)
{
  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 1, row);
  if (sqlite3_step (statement) != SQLITE_ROW) {
    tk_catalogue_fail (catalogue, error);
    return FALSE;
  }
  const char **const texts[] = {&hit->path,   &hit->id,        &hit->title, &hit->kind,
                                &hit->number, &hit->publisher, &hit->date};
  for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
    *texts[i] = keep_text (found, statement, i);
  hit->year = sqlite3_column_int (statement, 7);
  hit->version = (guint) CLAMP (sqlite3_column_int64 (statement, 8), 0, G_MAXUINT);
  hit->last = sqlite3_column_int (statement, 9) != 0;
  hit->own = sqlite3_column_int (statement, 10) != 0;
  return TRUE;
}

static gboolean
tell_places (TkCatalogue *catalogue, TkStatement *statement, gint64 row, GArray *words, GError **error)
{
  if (statement == NULL)
    return TRUE;
  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 3, row);
  const int result = sqlite3_step (statement);
  if (result == SQLITE_ROW) {
    const void *blob = sqlite3_column_blob (statement, 0);
    const guint n = (guint) sqlite3_column_bytes (statement, 0) / sizeof (TkCatalogueWord);
    if (n > 0)
      g_array_append_vals (words, blob, n);
  } else if (result != SQLITE_DONE) {
    tk_catalogue_fail (catalogue, error);
    return FALSE;
  }
  return TRUE;
}

static gboolean
tell (TkCatalogue *catalogue, TkInquiry *inquiry, const GArray *candidates, guint limit,
      TkCatalogueFound *found, GError **error)
{
  const gboolean placed = inquiry->match != NULL && !inquiry->without && inquiry->terms->len > 0;
  g_autoptr (TkStatement) detail = tk_catalogue_statement_new (catalogue, details, error);
  g_autoptr (TkStatement)
      place = detail != NULL && placed ? tk_catalogue_statement_new (catalogue, places, error) : NULL;

  if (detail == NULL || (placed && place == NULL))
    return FALSE;
  if (place != NULL)
    bind_inquiry (place, inquiry);
  for (guint i = 0; i < MIN (limit, candidates->len); i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);
    TkCatalogueHit hit = {.score = candidate->score};
    if (!tell_details (catalogue, found, detail, candidate->row, &hit, error))
      return FALSE;
    hit.words = g_array_new (FALSE, FALSE, sizeof (TkCatalogueWord));
    g_array_append_val (found->hits, hit);
    if (!tell_places (catalogue, place, candidate->row, hit.words, error))
      return FALSE;
  }
  return TRUE;
}

static TkCatalogueFound *
found_new (void)
{
  TkCatalogueFound *found = g_new0 (TkCatalogueFound, 1);

  found->hits = g_array_new (FALSE, FALSE, sizeof (TkCatalogueHit));
  found->counts = g_array_new (FALSE, FALSE, sizeof (TkCatalogueCount));
  found->texts = g_string_chunk_new (4096);
  return found;
}

static gboolean
find (TkCatalogue *catalogue, TkInquiry *inquiry, const TkCatalogueWish *wish, TkCatalogueFound *found,
      GError **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  if (!gather (catalogue, inquiry, wish, candidates, error))
    return FALSE;
  count_years (candidates, found->counts);
  g_array_sort (candidates, compare_candidates);
  found->n_found = candidates->len;
  found->cut = inquiry->cut;
  return tell (catalogue, inquiry, candidates, wish->limit, found, error);
}

TkCatalogueFound *
tk_catalogue_find_new (TkCatalogue *catalogue, const TkCatalogueWish *wish, GError **error)
{
  g_autoptr (TkInquiry)
      inquiry = tk_inquiry_new (catalogue->tokenizer, wish->words != NULL ? wish->words : "");
  g_autoptr (TkCatalogueFound) found = found_new ();

  if (wish->kind != NULL)
    tk_inquiry_narrow (inquiry, catalogue->tokenizer, "kind", wish->kind);
  if (wish->organisation != NULL)
    tk_inquiry_narrow (inquiry, catalogue->tokenizer, "organisation", wish->organisation);
  catalogue->deadline = g_get_monotonic_time () + LIMIT_MICROSECONDS;
  const gboolean done = find (catalogue, inquiry, wish, found, error);
  catalogue->deadline = 0;
  return done ? g_steal_pointer (&found) : NULL;
}

void
tk_catalogue_found_free (TkCatalogueFound *found)
{
  if (found == NULL)
    return;
  for (guint i = 0; i < found->hits->len; i++)
    g_array_free (g_array_index (found->hits, TkCatalogueHit, i).words, TRUE);
  g_array_free (found->hits, TRUE);
  g_array_free (found->counts, TRUE);
  g_string_chunk_free (found->texts);
  g_free (found);
}
