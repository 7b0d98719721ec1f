/* Comes in: papers, one after another, and their texts. Goes out: their words in the index, all or nothing.
 * Does not know where papers lie, nor what is asked. */
#include "catalogue_index.h"

#include <stdio.h>

/* The one number of @sql; -1 on failure. */
static gint64
read_number (TkCatalogue *catalogue, const char *sql, GError **error)
{
  g_autoptr (TkStatement) statement = tk_catalogue_statement_new (catalogue, sql, error);

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    return sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    tk_catalogue_fail (catalogue, error);
  return -1;
}

/* Half of what is indexed and more is gone. */
static gboolean
is_worn (gint64 n_indexed, gint64 n_papers)
{
  return n_indexed > 2 * n_papers + 100;
}

static gboolean
prepare_change (TkCatalogue *catalogue, GError **error)
{
  const struct {
    TkStatement **statement;
    const char *sql;
  } changes[] = {
      {&catalogue->keep, "SELECT row FROM paper WHERE path = ? AND stamp = ?"},
      {&catalogue->drop, "DELETE FROM paper WHERE path = ?"},
      {&catalogue->insert, "INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)"},
      {&catalogue->index, "INSERT INTO word (rowid, title, number, kind, person, organisation, place, date,"
                          " text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    *changes[i].statement = tk_catalogue_statement_new (catalogue, changes[i].sql, error);
    if (*changes[i].statement == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
begin (TkCatalogue *catalogue, gboolean anew, GError **error)
{
  const gint64 n_indexed = read_number (catalogue, "SELECT ifnull (max (rowid), 0) FROM word", error);
  const gint64 n_papers = n_indexed < 0 ? -1 : read_number (catalogue, "SELECT count (*) FROM paper", error);

  if (n_papers < 0)
    return FALSE;
  anew = anew || is_worn (n_indexed, n_papers);
  catalogue->next_row = anew ? 1 : n_indexed + 1;
  catalogue->changed = anew;
  if (anew
      && !tk_catalogue_run (
          catalogue, "DELETE FROM year; DELETE FROM paper; INSERT INTO word (word) VALUES ('delete-all')",
          error))
    return FALSE;
  return prepare_change (catalogue, error);
}

gboolean
tk_catalogue_begin (TkCatalogue *catalogue, gboolean anew, GError **error)
{
  g_assert (catalogue->seen == NULL);
  /* the more of an index is in memory, the less often it is merged */
  if (!tk_catalogue_run (catalogue, "PRAGMA cache_size = -65536; BEGIN IMMEDIATE", error))
    return FALSE;
  catalogue->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (begin (catalogue, anew, error))
    return TRUE;
  tk_catalogue_undo (catalogue);
  return FALSE;
}

static void
see (TkCatalogue *catalogue, gint64 row)
{
  g_hash_table_add (catalogue->seen, g_memdup2 (&row, sizeof row));
}

gboolean
tk_catalogue_keep (TkCatalogue *catalogue, const char *path, const char *stamp)
{
  TkStatement *keep = catalogue->keep;

  sqlite3_bind_text (keep, 1, path, -1, SQLITE_STATIC);
  sqlite3_bind_text (keep, 2, stamp, -1, SQLITE_STATIC);
  const gboolean kept = sqlite3_step (keep) == SQLITE_ROW;
  if (kept)
    see (catalogue, sqlite3_column_int64 (keep, 0));
  sqlite3_reset (keep);
  return kept;
}

static gboolean
step (TkCatalogue *catalogue, TkStatement *statement, GError **error)
{
  const gboolean done = sqlite3_step (statement) == SQLITE_DONE;

  if (!done)
    tk_catalogue_fail (catalogue, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return done;
}

static void
bind_text (TkStatement *statement, int at, const char *text)
{
  sqlite3_bind_text (statement, at, text != NULL ? text : "", -1, SQLITE_TRANSIENT);
}

/* 2022-08-19, also 2022-08 and 2022: 0 for what is no such date. */
static int
read_day (const char *date)
{
  int year = 0, month = 0, day = 0;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) < 1 || year < 1 || month < 0
      || month > 12 || day < 0 || day > 31)
    return 0;
  return (year * 100 + month) * 100 + day;
}

/* In all ways in which a day is looked for. */
static void
bind_date (TkStatement *statement, int at, const char *date)
{
  const int day = read_day (date);
  g_autofree char *text = day % 100 == 0 ? NULL
                                         : g_strdup_printf ("%s; %d/%d/%d; ngày %d tháng %d năm %d", date,
                                                            day % 100, day / 100 % 100, day / 10000,
                                                            day % 100, day / 100 % 100, day / 10000);

  bind_text (statement, at, text != NULL ? text : date);
}

static void
bind_list (TkStatement *statement, int at, const char *first, const char *const *list)
{
  g_autofree char *rest = list != NULL ? g_strjoinv ("; ", (char **) list) : NULL;
  g_autofree char *text = g_strjoin ("; ", rest != NULL ? rest : "", first, NULL);

  bind_text (statement, at, text);
}

static void
bind_paper (TkStatement *insert, gint64 row, const TkCataloguePaper *paper)
{
  const int day = read_day (paper->date);

  sqlite3_bind_int64 (insert, 1, row);
  bind_text (insert, 2, paper->path);
  bind_text (insert, 3, paper->stamp);
  sqlite3_bind_int (insert, 4, paper->year);
  sqlite3_bind_int (insert, 5, day != 0 ? day : CLAMP (paper->year, 0, 9999) * 10000);
  bind_text (insert, 6, paper->id);
  sqlite3_bind_int64 (insert, 7, paper->version);
  sqlite3_bind_int (insert, 8, paper->own);
  bind_text (insert, 9, paper->title);
  bind_text (insert, 10, paper->kind);
  bind_text (insert, 11, paper->number);
  bind_text (insert, 12, paper->publisher);
  bind_text (insert, 13, paper->date);
}

static void
bind_words (TkStatement *index, gint64 row, const TkCataloguePaper *paper)
{
  sqlite3_bind_int64 (index, 1, row);
  bind_text (index, 2 + TK_COLUMN_TITLE, paper->title);
  bind_text (index, 2 + TK_COLUMN_NUMBER, paper->number);
  bind_text (index, 2 + TK_COLUMN_KIND, paper->kind);
  bind_list (index, 2 + TK_COLUMN_PERSON, NULL, paper->persons);
  bind_list (index, 2 + TK_COLUMN_ORGANISATION, paper->publisher, paper->organisations);
  bind_list (index, 2 + TK_COLUMN_PLACE, NULL, paper->places);
  bind_date (index, 2 + TK_COLUMN_DATE, paper->date);
  sqlite3_bind_text64 (index, 2 + TK_COLUMN_TEXT, paper->text != NULL ? paper->text : "", paper->n_text,
                       SQLITE_STATIC, SQLITE_UTF8);
}

gboolean
tk_catalogue_add (TkCatalogue *catalogue, const TkCataloguePaper *paper, GError **error)
{
  const gint64 row = catalogue->next_row;

  bind_text (catalogue->drop, 1, paper->path);
  if (!step (catalogue, catalogue->drop, error))
    return FALSE;
  bind_paper (catalogue->insert, row, paper);
  if (!step (catalogue, catalogue->insert, error))
    return FALSE;
  bind_words (catalogue->index, row, paper);
  if (!step (catalogue, catalogue->index, error))
    return FALSE;
  see (catalogue, row);
  catalogue->next_row++;
  catalogue->changed = TRUE;
  return TRUE;
}

static gboolean
drop_unseen (TkCatalogue *catalogue, int year, GError **error)
{
  g_autoptr (TkStatement)
      rows = tk_catalogue_statement_new (catalogue, "SELECT row FROM paper WHERE year = ?", error);
  g_autoptr (TkStatement)
      drop = rows == NULL ? NULL
                          : tk_catalogue_statement_new (catalogue, "DELETE FROM paper WHERE row = ?", error);
  g_autoptr (GArray) unseen = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (drop == NULL)
    return FALSE;
  sqlite3_bind_int (rows, 1, year);
  while (sqlite3_step (rows) == SQLITE_ROW) {
    const gint64 row = sqlite3_column_int64 (rows, 0);
    if (!g_hash_table_contains (catalogue->seen, &row))
      g_array_append_val (unseen, row);
  }
  for (guint i = 0; i < unseen->len; i++) {
    sqlite3_bind_int64 (drop, 1, g_array_index (unseen, gint64, i));
    if (!step (catalogue, drop, error))
      return FALSE;
    catalogue->changed = TRUE;
  }
  return TRUE;
}

gboolean
tk_catalogue_end (TkCatalogue *catalogue, int year, const char *stamp, GError **error)
{
  g_autoptr (TkStatement) statement = tk_catalogue_statement_new (
      catalogue,
      stamp != NULL ? "INSERT OR REPLACE INTO year (stamp, year) VALUES (?1, ?2)"
                    : "DELETE FROM year WHERE year = ?2 AND ?1 IS NULL",
      error);

  if (statement == NULL || !drop_unseen (catalogue, year, error))
    return FALSE;
  sqlite3_bind_text (statement, 1, stamp, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, year);
  return step (catalogue, statement, error);
}

gboolean
tk_catalogue_commit (TkCatalogue *catalogue, GError **error)
{
  static const char mark_last[] =
      "UPDATE paper SET last = NOT last WHERE last = EXISTS"
      " (SELECT 1 FROM paper AS newer WHERE newer.id = paper.id AND newer.version > paper.version)";

  tk_catalogue_settle (catalogue);
  if ((!catalogue->changed || tk_catalogue_run (catalogue, mark_last, error))
      && tk_catalogue_run (catalogue, "COMMIT", error))
    return TRUE;
  tk_catalogue_undo (catalogue);
  return FALSE;
}

void
tk_catalogue_undo (TkCatalogue *catalogue)
{
  tk_catalogue_settle (catalogue);
  sqlite3_exec (catalogue->connection, "ROLLBACK", NULL, NULL, NULL);
}
