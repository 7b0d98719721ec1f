/* Signs and spaces in texts, and abbreviations that nobody can resolve. CommonMark has signs of its own: it
 * is left out. */
#include <string.h>

#include "rule.h"

/* The first match in each text. */
static gboolean
scan (const TkCheck *check, const TkRule *rule, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    g_autoptr (GMatchInfo) match = NULL;
    int from, to;
    if (text->prose || text->spelling || !g_regex_match (regex, text->text, 0, &match))
      continue;
    g_match_info_fetch_pos (match, 0, &from, &to);
    g_autofree char *part = tk_texts_around_new (text->text, text->text + from, (gsize) (to - from));
    tk_rule_find (check, rule, text->table, text->row, text->column, "part", part, NULL);
  }
  return TRUE;
}

gboolean
tk_scan_spaces (const TkCheck *check, const TkRule *rule, G_GNUC_UNUSED GError **error)
{
  return scan (check, rule, "^\\s|\\s$|\\s\\s|[\\x{00A0}\\t\\n]");
}

/* "..", "….", ", .", " ,", "./.", "( x", “ x, x ”. Three dots are an ellipsis. */
gboolean
tk_scan_marks (const TkCheck *check, const TkRule *rule, G_GNUC_UNUSED GError **error)
{
  return scan (check, rule,
               "(?<!\\.)\\.\\.(?!\\.)|\\.{4,}|…\\.|\\.…|[,;]\\s*[,;.]|\\s[,;.:!?](?=\\s|$)|\\(\\s|\\s\\)|"
               "“\\s|\\s”|\\./");
}

/* Brackets and quotation marks. */

static gunichar
opening_of (gunichar mark)
{
  static const char *const pairs[] = {"()", "[]", "“”", "«»"};

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_utf8_get_char (g_utf8_next_char (pairs[i])) == mark)
      return g_utf8_get_char (pairs[i]);
  return 0;
}

/* "a)", "1)" at the beginning of a word: a label, no bracket. */
static gboolean
is_label (const char *text, const char *bracket)
{
  const char *word = bracket;

  while (word > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (word))))
    word = g_utf8_prev_char (word);
  return word != bracket && g_utf8_strlen (word, bracket - word) <= 2
         && (word == text || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (word))));
}

/* The first mark that has no partner; NULL: all have. */
static const char *
find_single (const char *text)
{
  const char *open[64]; /* deeper ones are not looked at */
  const char *straight = NULL;
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar mark = g_utf8_get_char (at), partner = opening_of (mark);
    if (mark == '"')
      straight = straight == NULL ? at : NULL;
    if (partner == 0 && strchr ("([", *at) == NULL && mark != 0x201C && mark != 0xAB)
      continue;
    if (partner == 0 && n < G_N_ELEMENTS (open))
      open[n++] = at;
    else if (partner != 0 && n > 0 && g_utf8_get_char (open[n - 1]) == partner)
      n--;
    else if (partner != 0 && !(mark == ')' && is_label (text, at)))
      return at;
  }
  return n > 0 ? open[n - 1] : straight;
}

gboolean
tk_scan_pairs (const TkCheck *check, const TkRule *rule, G_GNUC_UNUSED GError **error)
{
  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    const char *single = text->prose || text->spelling ? NULL : find_single (text->text);
    if (single == NULL)
      continue;
    gsize length = (gsize) (g_utf8_next_char (single) - single);
    g_autofree char *mark = g_strndup (single, length);
    g_autofree char *part = tk_texts_around_new (text->text, single, length);
    tk_rule_find (check, rule, text->table, text->row, text->column, "mark", mark, "part", part, NULL);
  }
  return TRUE;
}

/* Texts that papers close themselves. */
static gboolean
is_statement (const TkCheckText *text)
{
  static const struct {
    const char *table, *column;
  } statements[] = {
      {"item", "text"},     {"attendance_group", "text"},   {"photo", "caption"},
      {"position", "text"}, {"document_recipient", "text"}, {"event", "title"},
      {"award", "title"},   {"award_recipient", "name"},    {"talk", "title"},
      {"gift", "text"},     {"service_point", "name"},      {"document", "title"},
      {"report", "title"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (strcmp (text->table, statements[i].table) == 0 && strcmp (text->column, statements[i].column) == 0)
      return TRUE;
  return FALSE;
}

gboolean
tk_scan_ends (const TkCheck *check, const TkRule *rule, G_GNUC_UNUSED GError **error)
{
  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    gsize length = strlen (text->text);
    if (!is_statement (text) || length == 0 || strchr (".,;:", text->text[length - 1]) == NULL
        || g_str_has_suffix (text->text, "..") || g_str_has_suffix (text->text, "v.v."))
      continue;
    g_autofree char *part = tk_texts_around_new (text->text, text->text + length - 1, 1);
    const char mark[] = {text->text[length - 1], '\0'};
    tk_rule_find (check, rule, text->table, text->row, text->column, "mark", mark, "part", part, NULL);
  }
  return TRUE;
}

/* Abbreviations. */

/* The words of all names of organisations. */
static GHashTable *
read_words (const TkRows *rows)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < rows->n_rows; row++) {
    const char *at = rows->cells[row].text;
    while (*at != '\0') {
      const char *end = at;
      while (g_unichar_isalpha (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > at)
        g_hash_table_add (words, g_strndup (at, (gsize) (end - at)));
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  }
  return words;
}

/* Only behind the name of a kind of body: "CMCN 4.0" is none. Each word once. */
gboolean
tk_scan_abbreviations (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (
      check, rule,
      "SELECT name FROM org UNION ALL SELECT short_name FROM org WHERE short_name IS NOT NULL "
      "UNION ALL SELECT text FROM org_name",
      error);
  g_autoptr (GRegex) regex = g_regex_new ("(?<!\\pL)(?:Bộ|Sở|Vụ|Cục|Tổng cục|Viện|Ban|Hội|Liên hiệp|Trung "
                                          "tâm|Trường|Thư viện) (?<w>\\p{Lu}{4,})(?![\\pL&])",
                                          G_REGEX_OPTIMIZE, 0, NULL);

  if (rows == NULL)
    return FALSE;
  g_autoptr (GHashTable) words = read_words (rows);
  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    g_autoptr (GMatchInfo) match = NULL;
    for (g_regex_match (regex, text->text, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL)) {
      g_autofree char *word = g_match_info_fetch_named (match, "w");
      g_autofree char *part = g_match_info_fetch (match, 0);
      if (g_hash_table_contains (words, word))
        continue;
      tk_rule_find (check, rule, text->table, text->row, text->column, "part", part, "word", word, NULL);
      g_hash_table_add (words, g_steal_pointer (&word));
    }
  }
  return TRUE;
}
