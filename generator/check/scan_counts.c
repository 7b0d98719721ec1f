/* Numbers that are typed in texts and recorded elsewhere, too: member libraries, delegates. A number below
 * half of the other tells of a part ("3 thư viện thành viên có sáng kiến"), and is passed over. */
#include "rule.h"

/* For each event: members of its term as printed; the largest number of delegates, and how many numbers there
 * are. */
static const char known_members[] =
    "SELECT e.id, t.members, t.code FROM event AS e LEFT JOIN event AS p ON p.id = e.parent_event "
    "JOIN term AS t ON t.id = coalesce (e.term, p.term) WHERE t.members IS NOT NULL";
static const char known_groups[] =
    "SELECT g.event, g.org_count, g.seq FROM attendance_group AS g "
    "WHERE g.org_count IS NOT NULL AND fold (g.org_unit) GLOB 'thu vien*' ORDER BY g.event, g.seq";
static const char known_delegates[] =
    "SELECT g.event, coalesce (g.count_max, g.count_min), g.seq FROM attendance_group AS g "
    "WHERE g.count_min IS NOT NULL AND fold (g.unit) = 'dai bieu' ORDER BY g.event, g.seq";

typedef struct {
  gint64 number;
  const char *place; /* borrowed */
} Known;

/* By event; the first row holds. */
static GHashTable *
index_rows (const TkRows *rows)
{
  GHashTable *known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    Known *one = g_new0 (Known, 1);
    *one = (Known){cells[1].integer, cells[2].text};
    if (!g_hash_table_contains (known, &cells[0].integer))
      g_hash_table_insert (known, (gpointer) &cells[0].integer, one);
    else
      g_free (one);
  }
  return known;
}

static gboolean
differs (gint64 n, const Known *known)
{
  return n != known->number && 2 * n >= known->number;
}

static void
judge (const TkCheck *check, const TkRule *rule, const TkCheckText *text, gint64 n, const Known *known)
{
  g_autofree char *here = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  g_autofree char *there = g_strdup_printf ("%" G_GINT64_FORMAT, known->number);

  tk_rule_find (check, rule, text->table, text->row, text->column, "n", here, "other", there, "place",
                known->place, NULL);
}

/* Numbers before @what in the texts of events that are in @known. */
static void
scan (const TkCheck *check, const TkRule *rule, const char *pattern, GHashTable *known)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    const Known *other = g_hash_table_lookup (known, &text->event);
    g_autoptr (GMatchInfo) match = NULL;
    if (other == NULL)
      continue;
    for (g_regex_match (regex, text->text, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL)) {
      g_autofree char *digits = g_match_info_fetch_named (match, "n");
      g_auto (GStrv) parts = g_strsplit (digits, ".", -1); /* 1.500 */
      g_autofree char *joined = g_strjoinv ("", parts);
      gint64 n = g_ascii_strtoll (joined, NULL, 10);
      if (differs (n, other))
        judge (check, rule, text, n, other);
    }
  }
}

/* Columns that hold such a number. */
static gboolean
compare_columns (const TkCheck *check, const TkRule *rule, GHashTable *known, GError **error)
{
  g_autoptr (TkRows)
      rows = tk_rule_rows_new (check, rule,
                               "SELECT 'attendance_group' AS t, id, event, org_count FROM attendance_group "
                               "WHERE org_count IS NOT NULL AND fold (org_unit) GLOB 'thu vien*' "
                               "UNION ALL SELECT 'award', id, event, org_count FROM award "
                               "WHERE org_count IS NOT NULL AND fold (org_unit) GLOB 'thu vien*'",
                               error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    const Known *other = g_hash_table_lookup (known, &cells[2].integer);
    const TkCheckText place = {.table = cells[0].text, .column = "org_count", .row = cells[1].integer};
    if (other != NULL && differs (cells[3].integer, other))
      judge (check, rule, &place, cells[3].integer, other);
  }
  return TRUE;
}

gboolean
tk_scan_member_counts (const TkCheck *check, const TkRule *rule, GError **error)
{
  static const char pattern[] =
      "(?<![\\d.,/-])(?<n>\\d{1,3}) thư viện (?:(?:tỉnh|tỉnh/TP|tỉnh, thành phố|công cộng|thành "
      "viên) )*(?:thành viên|(?:trong|thuộc) (?:Liên hiệp|LHTV))";
  g_autoptr (TkRows) terms = tk_rule_rows_new (check, rule, known_members, error);
  g_autoptr (TkRows) groups = terms != NULL ? tk_rule_rows_new (check, rule, known_groups, error) : NULL;

  if (groups == NULL)
    return FALSE;
  g_autoptr (GHashTable) by_term = index_rows (terms);
  g_autoptr (GHashTable) by_group = index_rows (groups);
  GHashTableIter iterator;
  gpointer event, one;
  /* where the term says nothing, the first group does */
  g_hash_table_iter_init (&iterator, by_group);
  while (g_hash_table_iter_next (&iterator, &event, &one))
    if (!g_hash_table_contains (by_term, event)) {
      Known *copy = g_memdup2 (one, sizeof (Known));
      copy->place = "attendance_group";
      g_hash_table_insert (by_term, event, copy);
    }
  scan (check, rule, pattern, by_term);
  return compare_columns (check, rule, by_term, error);
}

gboolean
tk_scan_delegate_counts (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (check, rule, known_delegates, error);

  if (rows == NULL)
    return FALSE;
  g_autoptr (GHashTable) known = index_rows (rows);
  scan (check, rule, "(?<![\\d.,/-])(?<n>\\d{1,3}(?:\\.\\d{3})*) đại biểu", known);
  return TRUE;
}
