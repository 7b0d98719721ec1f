/* Comes in: what somebody typed. Goes out: an expression of FTS5 that always parses, for it is made of folded
 * words between quotes and of our own operators alone, and the terms for ranking. Knows no database. */
#include "inquiry.h"

#include <string.h>

enum { MOST_ITEMS = 64, MOST_GROUPS = 16 };

typedef enum { ITEM_END, ITEM_TERM, ITEM_AND, ITEM_OR, ITEM_NOT, ITEM_OPEN, ITEM_CLOSE } ItemKind;

/* What to match, or, @without, what not to. @match NULL: nothing. Phrases stand in it as "#12 ": NOT turns
 * their order around, and they are numbered when it is whole. */
typedef struct {
  char *match;
  gboolean without;
} Piece;

typedef struct {
  TkTokenizer *tokenizer;
  const char *at;
  TkInquiry *inquiry;
  GPtrArray *phrases; /* as FTS5 reads them; terms name them by their place here */
  ItemKind kind;      /* what comes next */
  TkInquiryTerm term; /* where it is a term */
  guint n_items, n_groups;
  gboolean joined; /* the last item was a term, too */
} Reading;

/* The letters between which a phrase stands, opening and closing; straight ones are their own mates. */
static const char *
find_mate (const char *text, gsize *ret_n)
{
  static const struct {
    const char *open, *close;
  } quotes[] = {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}};

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++) {
    const gsize n = strlen (quotes[i].open);
    const char *mate = strncmp (text, quotes[i].open, n) == 0 ? strstr (text + n, quotes[i].close) : NULL;
    if (mate != NULL) {
      *ret_n = n;
      return mate;
    }
  }
  return NULL;
}

static int
add_phrase (Reading *reading, const GString *words, gboolean prefix)
{
  g_ptr_array_add (reading->phrases, g_strdup_printf ("\"%s\"%s", words->str, prefix ? " *" : ""));
  return (int) reading->phrases->len - 1;
}

/* FALSE: there is no word in it. */
static gboolean
read_term (Reading *reading, const char *text, gsize length)
{
  g_autoptr (GString) bare = g_string_new (NULL), exact = g_string_new (NULL);
  TkInquiryTerm term = {.exact = -1};
  TkToken token;
  gsize at = 0, end = 0;
  gboolean marked = FALSE;

  while (term.n_tokens < MOST_ITEMS && tk_tokenizer_next (reading->tokenizer, text, length, &at, &token)) {
    const char *space = term.n_tokens++ > 0 ? " " : "";
    g_string_append_printf (bare, "%s%.*s", space, (int) token.n_bare, token.bare);
    g_string_append_printf (exact, "%s%.*s", space, (int) token.n_toned, token.toned);
    marked = marked || token.n_bare != token.n_toned || memcmp (token.bare, token.toned, token.n_bare) != 0;
    end = token.end;
  }
  if (term.n_tokens == 0)
    return FALSE;
  term.prefix = end < length && text[end] == '*';
  term.bare = add_phrase (reading, bare, term.prefix);
  if (marked)
    term.exact = add_phrase (reading, exact, term.prefix);
  reading->term = term;
  reading->kind = ITEM_TERM;
  return TRUE;
}

/* The end of a word that is no sign of the grammar. A quote without its mate is a letter of it. */
static const char *
find_end (const char *at)
{
  gsize n;

  while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)) && strchr ("()|&", *at) == NULL
         && find_mate (at, &n) == NULL)
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
read_sign (Reading *reading)
{
  switch (*reading->at) {
  case '(':
    reading->kind = ITEM_OPEN;
    break;
  case ')':
    reading->kind = ITEM_CLOSE;
    break;
  case '|':
    reading->kind = ITEM_OR;
    break;
  case '&':
    reading->kind = ITEM_AND;
    break;
  default:
    return FALSE;
  }
  reading->at++;
  return TRUE;
}

static gboolean
read_operator (Reading *reading, const char *word, gsize length)
{
  static const struct {
    const char *name;
    ItemKind kind;
  } operators[] = {{"AND", ITEM_AND}, {"OR", ITEM_OR}, {"NOT", ITEM_NOT}};

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (length == strlen (operators[i].name) && memcmp (word, operators[i].name, length) == 0) {
      reading->kind = operators[i].kind;
      return TRUE;
    }
  return FALSE;
}

static void
advance (Reading *reading)
{
  gsize n;

  reading->kind = ITEM_END;
  if (reading->n_items++ >= MOST_ITEMS) {
    reading->inquiry->cut = *reading->at != '\0';
    return;
  }
  while (*reading->at != '\0') {
    const char *start = reading->at, *mate = find_mate (start, &n);
    if (mate != NULL) {
      reading->at = g_utf8_next_char (mate);
      if (read_term (reading, start + n, (gsize) (mate - start) - n))
        return;
      continue;
    }
    if (read_sign (reading))
      return;
    const char *end = reading->at = find_end (start);
    if (end == start)
      reading->at = g_utf8_next_char (start);
    else if (read_operator (reading, start, (gsize) (end - start))
             || read_term (reading, start, (gsize) (end - start)))
      return;
  }
}

/* (a AND b), whatever of both is wanted or not: NOT of FTS5 has two sides. Takes both. */
static Piece
both (Piece a, Piece b)
{
  if (a.match == NULL || b.match == NULL)
    return a.match == NULL ? b : a;
  const Piece *first = a.without && !b.without ? &b : &a, *second = first == &a ? &b : &a;
  const char *word = first->without ? "OR" : second->without ? "NOT" : "AND";
  const Piece piece = {g_strdup_printf ("(%s %s %s)", first->match, word, second->match), first->without};
  g_free (a.match);
  g_free (b.match);
  return piece;
}

/* a OR b is what is not without a and without b. */
static Piece
either (Piece a, Piece b)
{
  if (a.match == NULL || b.match == NULL)
    return a.match == NULL ? b : a;
  a.without = !a.without;
  b.without = !b.without;
  Piece piece = both (a, b);
  piece.without = !piece.without;
  return piece;
}

static Piece
take_term (Reading *reading)
{
  const TkInquiryTerm term = reading->term;
  GArray *terms = reading->inquiry->terms;

  if (reading->joined)
    g_array_index (terms, TkInquiryTerm, terms->len - 1).joined = TRUE;
  g_array_append_val (terms, term);
  reading->joined = TRUE;
  advance (reading);
  return (Piece){term.exact < 0 ? g_strdup_printf ("#%d ", term.bare)
                                : g_strdup_printf ("(#%d OR #%d )", term.exact, term.bare),
                 FALSE};
}

static Piece read_any (Reading *reading, gboolean grouped);

/* A term, a group, or what must not be. */
static Piece
read_one (Reading *reading)
{
  gboolean without = FALSE;
  const guint n_terms = reading->inquiry->terms->len;
  Piece piece = {0};

  while (reading->kind == ITEM_NOT) {
    without = !without;
    reading->joined = FALSE;
    advance (reading);
  }
  if (reading->kind == ITEM_TERM)
    piece = take_term (reading);
  else if (reading->kind == ITEM_OPEN) {
    const gboolean grouped = reading->n_groups < MOST_GROUPS;
    reading->joined = FALSE;
    advance (reading);
    if (grouped) {
      reading->n_groups++;
      piece = read_any (reading, TRUE);
      reading->n_groups--;
    }
    reading->joined = FALSE;
  }
  if (without) {
    piece.without = !piece.without;
    g_array_set_size (reading->inquiry->terms, n_terms);
    reading->joined = FALSE;
  }
  return piece;
}

static Piece
read_all (Reading *reading)
{
  Piece piece = {0};

  while (reading->kind != ITEM_END && reading->kind != ITEM_OR && reading->kind != ITEM_CLOSE) {
    if (reading->kind == ITEM_AND)
      advance (reading);
    else
      piece = both (piece, read_one (reading));
  }
  return piece;
}

/* Up to its ")" where it is @grouped; else a ")" is nothing. */
static Piece
read_any (Reading *reading, gboolean grouped)
{
  Piece piece = {0}, part = {0};

  while (reading->kind != ITEM_END) {
    const ItemKind kind = reading->kind;
    if (kind == ITEM_CLOSE || kind == ITEM_OR) {
      reading->joined = FALSE;
      advance (reading);
      if (kind == ITEM_CLOSE && grouped)
        break;
    }
    if (kind == ITEM_OR) {
      piece = either (piece, part);
      part = (Piece){0};
    }
    part = both (part, read_all (reading));
  }
  return either (piece, part);
}

/* Puts the phrases in their places and numbers them as FTS5 will. */
static void
settle (Reading *reading, const char *match)
{
  TkInquiry *inquiry = reading->inquiry;
  g_autofree int *numbers = g_new (int, reading->phrases->len + 1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = match; *at != '\0';) {
    if (*at != '#') {
      g_string_append_c (text, *at++);
      continue;
    }
    char *end;
    const guint phrase = (guint) g_ascii_strtoull (at + 1, &end, 10);
    g_string_append (text, g_ptr_array_index (reading->phrases, phrase));
    numbers[phrase] = inquiry->n_phrases++;
    at = end;
  }
  for (guint i = 0; i < inquiry->terms->len; i++) {
    TkInquiryTerm *term = &g_array_index (inquiry->terms, TkInquiryTerm, i);
    term->bare = numbers[term->bare];
    term->exact = term->exact < 0 ? -1 : numbers[term->exact];
  }
  inquiry->match = g_string_free (g_steal_pointer (&text), FALSE);
}

TkInquiry *
tk_inquiry_new (TkTokenizer *tokenizer, const char *words)
{
  TkInquiry *inquiry = g_new0 (TkInquiry, 1);
  g_autofree char *text = g_utf8_make_valid (words, -1);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  Reading reading = {.tokenizer = tokenizer, .at = text, .inquiry = inquiry, .phrases = phrases};

  inquiry->terms = g_array_new (FALSE, FALSE, sizeof (TkInquiryTerm));
  advance (&reading);
  Piece piece = read_any (&reading, FALSE);
  if (piece.match != NULL)
    settle (&reading, piece.match);
  inquiry->without = piece.match != NULL && piece.without;
  if (inquiry->without)
    g_array_set_size (inquiry->terms, 0);
  g_free (piece.match);
  return inquiry;
}

void
tk_inquiry_free (TkInquiry *inquiry)
{
  if (inquiry == NULL)
    return;
  g_free (inquiry->match);
  g_array_free (inquiry->terms, TRUE);
  g_free (inquiry);
}

void
tk_inquiry_narrow (TkInquiry *inquiry, TkTokenizer *tokenizer, const char *column, const char *phrase)
{
  g_autofree char *text = g_utf8_make_valid (phrase, -1), *match = inquiry->match;
  g_autoptr (GString) words = g_string_new (NULL);
  const gsize length = strlen (text);
  TkToken token;

  for (gsize at = 0; tk_tokenizer_next (tokenizer, text, length, &at, &token);)
    g_string_append_printf (words, "%s%.*s", words->len > 0 ? " " : "", (int) token.n_toned, token.toned);
  g_autofree char *filter = g_strdup_printf ("{%s} : \"%s\"", column, words->str);
  if (words->len == 0) {
    g_steal_pointer (&match);
    return;
  }
  if (match == NULL)
    inquiry->match = g_steal_pointer (&filter);
  else if (inquiry->without)
    inquiry->match = g_strdup_printf ("(%s) NOT (%s)", filter, match);
  else
    inquiry->match = g_strdup_printf ("(%s) AND (%s)", match, filter);
  inquiry->without = FALSE;
  inquiry->n_phrases++;
}
