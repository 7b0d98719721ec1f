/* The SQL functions (values.txt) and the order of words (order.txt). */
#include <string.h>

#include "tests.h"

void
test_functions (G_GNUC_UNUSED void **state)
{
  g_auto (GStrv) lines = tests_read_lines ("values.txt");
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  guint n = 0, bad = 0;

  for (char **line = lines; *line != NULL; line++) {
    char *arrow = strstr (*line, " =>");
    if (arrow == NULL || **line == '#')
      continue;
    const char *expected = arrow[3] != '\0' ? arrow + 4 : "";
    *arrow = '\0';
    g_autofree char *sql = g_strdup_printf ("SELECT %s", *line);
    g_autofree char *printed = tests_print_query (database, "values.txt", sql);
    n++;
    if (strcmp (printed, expected) != 0) {
      print_error ("%s\n  expected: %s\n  printed:  %s\n", *line, expected, printed);
      bad++;
    }
  }
  assert_int_equal (bad, 0);
  assert_true (n > 400);
  tests_folder_free (folder);
}

/* The lists of order.txt; a list of persons begins with "person:". */
static GPtrArray *
lists_new (void)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_auto (GStrv) lines = tests_read_lines ("order.txt");
  GPtrArray *list = NULL;

  for (char **line = lines; *line != NULL; line++) {
    if (**line == '\0')
      list = NULL;
    if (**line == '\0' || **line == '#')
      continue;
    if (list == NULL) {
      list = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (lists, list);
    }
    g_ptr_array_add (list, g_strdup (*line));
  }
  return lists;
}

/* The list sorted by SQL, from an order that @stride makes of it. */
static char *
sort_by_sql (TkDatabase *database, const GPtrArray *list, guint first, guint stride)
{
  const char *key = first > 0 ? "person_key (w)" : "w COLLATE VIETNAMESE";
  g_autoptr (GString) sql = g_string_new ("WITH words (w) AS (VALUES ");
  const guint n = list->len - first;

  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) parts = g_strsplit (list->pdata[first + i * stride % n], "'", -1);
    g_autofree char *quoted = g_strjoinv ("''", parts);
    g_string_append_printf (sql, "%s('%s')", i > 0 ? ", " : "", quoted);
  }
  g_string_append_printf (sql, ") SELECT w FROM words ORDER BY %s", key);
  return tests_print_query (database, "order.txt", sql->str);
}

void
test_order (G_GNUC_UNUSED void **state)
{
  g_autoptr (GPtrArray) lists = lists_new ();
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);

  assert_true (lists->len >= 8);
  for (guint i = 0; i < lists->len; i++) {
    GPtrArray *list = lists->pdata[i];
    const guint first = strcmp (list->pdata[0], "person:") == 0;
    g_ptr_array_add (list, NULL);
    g_autofree char *expected = g_strjoinv ("\n", (char **) list->pdata + first);
    g_ptr_array_set_size (list, (int) list->len - 1);
    const guint n = list->len - first;
    for (guint stride = 1; stride < n; stride++) {
      guint a = n, b = stride;
      while (b != 0) {
        guint rest = a % b;
        a = b;
        b = rest;
      }
      if (a != 1) /* not every word would come */
        continue;
      g_autofree char *printed = sort_by_sql (database, list, first, stride);
      tests_expect ("order.txt", printed, expected);
    }
  }
  tests_folder_free (folder);
}

/* Any three of many words are in one order, and sort_key has the same one. */
void
test_order_is_one (G_GNUC_UNUSED void **state)
{
  static const char sql[] = "WITH w (t, n) AS (SELECT 'x', 0 WHERE 0 UNION ALL %s) "
                            "SELECT count (*), "
                            "sum (a.t < b.t COLLATE VIETNAMESE AND b.t < a.t COLLATE VIETNAMESE), "
                            "sum (sort_key (a.t) < sort_key (b.t) AND NOT a.t < b.t COLLATE VIETNAMESE) "
                            "FROM w AS a, w AS b";
  static const char triples[] =
      "WITH w (t, n) AS (%s) "
      "SELECT count (*) FROM w AS a, w AS b, w AS c WHERE a.t <= b.t COLLATE VIETNAMESE "
      "AND b.t <= c.t COLLATE VIETNAMESE AND NOT a.t <= c.t COLLATE VIETNAMESE";
  g_autoptr (GPtrArray) lists = lists_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);

  for (guint i = 0; i < lists->len; i++)
    for (guint j = 0; j < ((GPtrArray *) lists->pdata[i])->len; j++) {
      const char *word = ((GPtrArray *) lists->pdata[i])->pdata[j];
      if (strchr (word, '\'') == NULL)
        g_string_append_printf (words, "%s('%s', %u)", words->len > 0 ? ", " : "VALUES ", word, i * 100 + j);
    }
  g_autofree char *pairs_sql = g_strdup_printf (sql, words->str);
  g_autofree char *pairs = tests_print_query (database, "order", pairs_sql);
  g_auto (GStrv) parts = g_strsplit (pairs, "|", -1);
  assert_int_equal (g_strv_length (parts), 3);
  assert_true (atoi (parts[0]) > 8000);
  assert_string_equal (parts[1], "0");
  assert_string_equal (parts[2], "0");
  g_autofree char *triples_sql = g_strdup_printf (triples, words->str);
  g_autofree char *wrong = tests_print_query (database, "order", triples_sql);
  assert_string_equal (wrong, "0");
  tests_folder_free (folder);
}
