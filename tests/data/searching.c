/* Finding papers by their words: what words are (tokens.txt), what somebody types (inquiries.txt), what is
 * found and in what order (searches.txt), how it is shown, and what the catalogue goes through. */
#include <glib/gstdio.h>
#include <string.h>

#include "catalogue.h"
#include "snippet.h"
#include "tests.h"

/* Compares each line "left => right" of the file with what @print_new makes of its left. */
static void
check_lines (const char *name, char *(*print_new) (const char *left, void *data), void *data, guint fewest)
{
  g_auto (GStrv) lines = tests_read_lines (name);
  guint n = 0, n_wrong = 0;

  for (char **line = lines; *line != NULL; line++) {
    if (**line == '\0' || (g_str_has_prefix (*line, "# ") && strstr (*line, " => ") == NULL))
      continue;
    char *arrow = strstr (*line, " => ");
    if (arrow == NULL || g_str_has_prefix (*line, "# "))
      continue;
    g_autofree char *left = g_strndup (*line, (gsize) (arrow - *line));
    g_autofree char *right = print_new (left, data);
    if (strcmp (right, arrow + 4) != 0) {
      print_error ("%s: %s\n  expected: %s\n  printed:  %s\n", name, left, arrow + 4, right);
      n_wrong++;
    }
    n++;
  }
  assert_int_equal (n_wrong, 0);
  assert_true (n >= fewest);
}

static char *
print_tokens_new (const char *text, void *data)
{
  GString *printed = g_string_new (NULL);
  const gsize length = strlen (text);
  TkToken token;

  for (gsize at = 0; tk_tokenizer_next (data, text, length, &at, &token);) {
    g_string_append_printf (printed, "%s%.*s", printed->len > 0 ? " " : "", (int) token.n_bare, token.bare);
    if (token.n_bare != token.n_toned || memcmp (token.bare, token.toned, token.n_bare) != 0)
      g_string_append_printf (printed, "/%.*s", (int) token.n_toned, token.toned);
  }
  return g_string_free (printed, FALSE);
}

void
test_tokens (G_GNUC_UNUSED void **state)
{
  g_autoptr (TkTokenizer) tokenizer = tk_tokenizer_new ();

  check_lines ("tokens.txt", print_tokens_new, tokenizer, 15);
  check_lines ("tokens.txt", print_tokens_new, tokenizer, 15); /* now they are remembered */
}

static char *
print_inquiry_new (const char *words, void *data)
{
  g_autoptr (TkInquiry) inquiry = tk_inquiry_new (data, words);
  GString *printed = g_string_new (inquiry->without ? "! " : "");

  g_string_append (printed, inquiry->match != NULL ? inquiry->match : "");
  g_string_replace (printed, "  ", " ", 0);
  g_string_replace (printed, "\" )", "\")", 0);
  g_string_replace (printed, "\")", "\" )", 0);
  while (printed->len > 0 && printed->str[printed->len - 1] == ' ')
    g_string_truncate (printed, printed->len - 1);
  return g_string_free (printed, FALSE);
}

void
test_inquiries (G_GNUC_UNUSED void **state)
{
  g_autoptr (TkTokenizer) tokenizer = tk_tokenizer_new ();

  check_lines ("inquiries.txt", print_inquiry_new, tokenizer, 40);
}

static const char *const people[] = {"Vũ Hồng Minh", "Trịnh Thị Thuỷ", NULL};
static const char *const hosts[] = {"Thư viện tỉnh Hà Nam", NULL};
static const char *const places[] = {"Phủ Lý", NULL};

static const TkCataloguePaper papers[] = {
    {.path = "bao-cao/v1",
     .id = "bao-cao",
     .version = 1,
     .year = 2022,
     .title = "Báo cáo tổng kết nhiệm kỳ 2020-2022",
     .kind = "Báo cáo",
     .number = "12/BC-LHTV",
     .publisher = "Liên hiệp Thư viện Đồng bằng sông Hồng",
     .date = "2022-08-19",
     .text = "Các thư viện đã làm nhiều việc.\fVề thủ tục mượn sách: bạn đọc hoà nhã.\f"},
    {.path = "bao-cao/v2",
     .id = "bao-cao",
     .version = 2,
     .year = 2022,
     .title = "Báo cáo tổng kết nhiệm kỳ 2020-2022",
     .kind = "Báo cáo",
     .number = "12/BC-LHTV",
     .publisher = "Liên hiệp Thư viện Đồng bằng sông Hồng",
     .date = "2022-08-20",
     .text = "Các thư viện đã làm nhiều việc.\fVề thủ tục mượn sách mới: bạn đọc hòa nhã.\f"},
    {.path = "giay-khen/v1",
     .id = "giay-khen",
     .version = 1,
     .year = 2021,
     .title = "Giấy khen",
     .kind = "Giấy khen",
     .date = "2021-11-20",
     .persons = people,
     .places = places,
     .text = "Khen bà Trịnh Thị Thuỷ, thư viện tỉnh Hà Nam, đã thu được nhiều kết quả.\f"},
    {.path = "thu-tuc/v1",
     .id = "thu-tuc",
     .version = 1,
     .year = 2020,
     .title = "Quy định về thủ tục",
     .kind = "Quyết định",
     .number = "05/QĐ-LHTV",
     .organisations = hosts,
     .date = "2020-03",
     .text = "Thư tức là giấy. Thứ tự của thu tục, thư viện xếp theo năm.\f"},
    {.path = "ky-yeu/v1",
     .id = "ky-yeu",
     .version = 1,
     .year = 2020,
     .title = "Thu và chi",
     .text = "Bảng số.\f"},
};

static void
add_papers (TkCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;

  assert_true (tk_catalogue_begin (catalogue, FALSE, &error));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    TkCataloguePaper paper = papers[i];
    paper.stamp = "1";
    paper.n_text = strlen (paper.text);
    assert_true (tk_catalogue_add (catalogue, &paper, &error));
  }
  for (int year = 2020; year <= 2022; year++)
    assert_true (tk_catalogue_end (catalogue, year, "1", &error));
  assert_true (tk_catalogue_commit (catalogue, &error));
}

/* "words [kind=…] [org=…] [all]" and what is found, best first. */
static char *
print_search_new (const char *words, void *data)
{
  g_auto (GStrv) parts = g_strsplit (words, " ;", -1);
  TkCatalogueWish wish = {.limit = 10};
  g_autoptr (GError) error = NULL;
  GString *printed = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++) {
    if (part == parts)
      wish.words = *part;
    else if (g_str_has_prefix (*part, "kind="))
      wish.kind = *part + 5;
    else if (g_str_has_prefix (*part, "org="))
      wish.organisation = *part + 4;
    else if (g_str_has_prefix (*part, "year="))
      sscanf (*part + 5, "%d-%d", &wish.first_year, &wish.last_year);
    else
      wish.all_versions = g_str_equal (*part, "all");
  }
  g_autoptr (TkCatalogueFound) found = tk_catalogue_find_new (data, &wish, &error);
  if (found == NULL)
    fail_msg ("%s: %s", words, error->message);
  for (guint i = 0; i < found->hits->len; i++)
    g_string_append_printf (printed, "%s%s", i > 0 ? " " : "",
                            g_array_index (found->hits, TkCatalogueHit, i).path);
  assert_int_equal (found->n_found, found->hits->len);
  return g_string_free (printed, FALSE);
}

void
test_searches (G_GNUC_UNUSED void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (NULL, &error);

  assert_non_null (catalogue);
  add_papers (catalogue);
  check_lines ("searches.txt", print_search_new, catalogue, 30);
}

/* Whatever is typed: nothing is an error. */
void
test_searches_by_chance (G_GNUC_UNUSED void **state)
{
  static const char *const pieces[] = {"\"", "(", ")",    "NOT ", "OR ", "AND ", "*", "-",  " ",    "“",
                                       "”",  "«", "thư ", "viện", "a",   "\\",   "'", ":",  "^",    "+",
                                       "{",  "}", "#",    "0",    ";",   "|",    "&", "\t", "NEAR", "%"};
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (NULL, NULL);

  add_papers (catalogue);
  for (guint i = 0; i < 3000; i++) {
    g_autoptr (GString) words = g_string_new (NULL);
    const int most = i % 50 == 0 ? 400 : 12;
    for (int n = g_rand_int_range (random, 0, most); n >= 0; n--)
      g_string_append (words, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    if (i % 7 == 0)
      g_string_append_c (words, (char) g_rand_int_range (random, 0x80, 0xFF));
    const TkCatalogueWish wish = {.words = words->str, .kind = i % 3 == 0 ? words->str : NULL, .limit = 3};
    g_autoptr (GError) error = NULL;
    g_autoptr (TkCatalogueFound) found = tk_catalogue_find_new (catalogue, &wish, &error);
    if (found == NULL)
      fail_msg ("%s: %s", words->str, error->message);
  }
}

/* The deepest and the longest that somebody can type. */
void
test_searches_of_depth (G_GNUC_UNUSED void **state)
{
  static const char *const pieces[] = {"(", "NOT (", "a NOT (", "(a OR ", "thư NOT ", "thư OR NOT ", "(thư "};
  g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (NULL, NULL);

  add_papers (catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) words = g_string_new (NULL);
    for (guint n = 0; n < 2000; n++)
      g_string_append (words, pieces[i]);
    g_string_append (words, "thủ");
    const TkCatalogueWish wish = {.words = words->str, .organisation = "hà nam", .limit = 3};
    g_autoptr (GError) error = NULL;
    g_autoptr (TkCatalogueFound) found = tk_catalogue_find_new (catalogue, &wish, &error);
    if (found == NULL)
      fail_msg ("%s…: %s", pieces[i], error->message);
    assert_true (found->cut);
  }
}

static char *
snippet_new (TkCatalogue *catalogue, const char *words, const char *text, guint *ret_page)
{
  const TkCatalogueWish wish = {.words = words, .limit = 1};
  g_autoptr (TkTokenizer) tokenizer = tk_tokenizer_new ();
  g_autoptr (TkCatalogueFound) found = tk_catalogue_find_new (catalogue, &wish, NULL);

  assert_int_equal (found->hits->len, 1);
  g_autoptr (TkSnippet) snippet = tk_snippet_new (tokenizer, text, strlen (text),
                                                  g_array_index (found->hits, TkCatalogueHit, 0).words);
  *ret_page = snippet != NULL ? snippet->page : 0;
  return snippet != NULL ? tk_snippet_print_new (snippet, "[", "]") : NULL;
}

void
test_snippets (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *words, *text, *snippet;
    guint page;
  } cases[] = {
      {"thu vien", "Các thư viện tỉnh.", "Các [thư viện] tỉnh.", 1},
      {"vien", "Một.\fHai\nba:\tthư  viện,\x1b[31m đọc.", "Hai ba: thư [viện], [31m đọc.", 2},
      {"hội nghị", "Hoi nghi cũ.\fCác hội nghị.\f", "Các [hội nghị].", 2},
      {"m", "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h",
       "… g h i j k l [m] n o p q r s t u v w x y z a b c d e f…", 1},
      /* the place where both words stand, not the first of one */
      {"sach bao",
       "sách 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24.\f\fHai: báo và sách.",
       "Hai: [báo] và [sách].", 3},
      {"\"bao sach\"", "sách báo sách", "sách [báo sách]", 1},
      /* signs at the last word: whole characters, and none where a space of another width begins */
      {"ngày", "ngày\u2002\u2002\u2002\u2002", "[ngày]", 1},
      {"ngày", "ngày\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026",
       "[ngày]\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026", 1},
      {"chu", "không \xff\xfe ch\xe1»¯ nào, ch\xe1\xbb\xaf.", NULL, 0},
      {"tieude", "không có", NULL, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (NULL, NULL);
    const TkCataloguePaper paper = {.path = "a",
                                    .stamp = "1",
                                    .id = "a",
                                    .title = "Tieude",
                                    .version = 1,
                                    .text = cases[i].text,
                                    .n_text = strlen (cases[i].text)};
    guint page;
    assert_true (tk_catalogue_begin (catalogue, FALSE, NULL));
    assert_true (tk_catalogue_add (catalogue, &paper, NULL));
    assert_true (tk_catalogue_commit (catalogue, NULL));
    g_autofree char *snippet = snippet_new (catalogue, cases[i].words, cases[i].text, &page);
    if (cases[i].snippet != NULL) {
      tests_expect (cases[i].words, snippet != NULL ? snippet : "(none)", cases[i].snippet);
      assert_int_equal (page, cases[i].page);
    } else if (strcmp (cases[i].words, "tieude") == 0) {
      assert_null (snippet);
    }
  }
}

static guint
count_found (TkCatalogue *catalogue, const char *words)
{
  const TkCatalogueWish wish = {.words = words, .limit = 1, .all_versions = TRUE};
  g_autoptr (TkCatalogueFound) found = tk_catalogue_find_new (catalogue, &wish, NULL);

  return found != NULL ? found->n_found : G_MAXUINT;
}

/* Papers stay, change and go; a change that is undone leaves all as it was. */
void
test_catalogue_changes (G_GNUC_UNUSED void **state)
{
  g_autofree char *folder = tests_folder_new (), *path = g_build_filename (folder, "below", "c.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (path, &error);
  TkCataloguePaper paper = {
      .path = "moi", .stamp = "2", .id = "moi", .version = 1, .year = 2021, .text = "x"};

  assert_null (error);
  add_papers (catalogue);
  g_clear_pointer (&catalogue, tk_catalogue_free);
  catalogue = tk_catalogue_open_new (path, &error);
  assert_non_null (catalogue);
  g_autofree char *stamp = tk_catalogue_stamp_new (catalogue, 2021);
  assert_string_equal (stamp, "1");
  assert_null (tk_catalogue_stamp_new (catalogue, 1999));
  assert_int_equal (count_found (catalogue, "thư"), 5);

  paper.title = "Mới", paper.n_text = 1;
  for (guint undone = 2; undone-- > 0;) {
    assert_true (tk_catalogue_begin (catalogue, FALSE, &error));
    assert_true (tk_catalogue_add (catalogue, &paper, &error));
    assert_false (tk_catalogue_keep (catalogue, "giay-khen/v1", "another"));
    assert_true (tk_catalogue_end (catalogue, 2021, "2", &error)); /* the award was not kept */
    if (undone)
      tk_catalogue_undo (catalogue);
    else
      assert_true (tk_catalogue_commit (catalogue, &error));
    assert_int_equal (count_found (catalogue, "moi"), undone ? 1 : 2);
    assert_int_equal (count_found (catalogue, "\"Hà Nam\""), undone ? 2 : 1);
  }
  assert_true (tk_catalogue_begin (catalogue, TRUE, &error));
  assert_true (tk_catalogue_commit (catalogue, &error));
  assert_int_equal (count_found (catalogue, ""), 0);
  g_clear_pointer (&catalogue, tk_catalogue_free);
  tests_folder_free (g_steal_pointer (&folder));
}

/* A file that is none of ours is refused before anything in it is believed. */
void
test_catalogue_foreign (G_GNUC_UNUSED void **state)
{
  static const char *const changes[] = {
      "CREATE TRIGGER t AFTER INSERT ON paper BEGIN SELECT 1; END",
      "CREATE TABLE another (a)",
      "DROP TABLE year",
      "DROP TABLE year; CREATE VIEW year AS SELECT 1 AS year, 1 AS stamp",
      "PRAGMA user_version = 999",
      "PRAGMA application_id = 7",
      "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace (sql, 'stamp TEXT', 'stamp BLOB')",
  };
  g_autofree char *folder = tests_folder_new (), *path = g_build_filename (folder, "c.db", NULL);

  for (guint i = 0; i <= G_N_ELEMENTS (changes); i++) {
    g_autoptr (GError) error = NULL;
    tk_catalogue_remove (path);
    tk_catalogue_free (tk_catalogue_open_new (path, &error));
    assert_null (error);
    if (i < G_N_ELEMENTS (changes))
      tests_run_sql (path, changes[i]);
    else
      assert_true (g_file_set_contents (path, "SQLite format 3, or not", -1, NULL));
    g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (path, &error);
    if (catalogue != NULL)
      fail_msg ("taken for ours: %s", changes[i]);
    assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_DATA));
  }
  tests_folder_free (g_steal_pointer (&folder));
}

/* Bytes of a catalogue turned at random: other answers or TK_ERROR_DATA, nothing worse. */
void
test_catalogue_broken (G_GNUC_UNUSED void **state)
{
  g_autofree char *folder = tests_folder_new (), *path = g_build_filename (folder, "c.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  gsize size = 0;
  TkCatalogue *whole = tk_catalogue_open_new (path, NULL);

  add_papers (whole);
  tk_catalogue_free (whole);
  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint i = 0; i < 400; i++) {
    g_autofree char *broken = g_memdup2 (bytes, size);
    for (guint n = 1 + i % 40; n > 0; n--)
      broken[g_rand_int_range (random, i % 2 == 0 ? 100 : (int) size / 2, (int) size)] ^=
          (char) (1 << g_rand_int_range (random, 0, 8));
    const gsize kept = i % 10 == 0 ? (gsize) g_rand_int_range (random, 0, (int) size) : size;
    assert_true (g_file_set_contents (path, broken, (gssize) kept, NULL));
    g_autoptr (GError) error = NULL;
    g_autoptr (TkCatalogue) catalogue = tk_catalogue_open_new (path, &error);
    const TkCatalogueWish wish = {.words = "thư viện OR thủ*", .organisation = "thư", .limit = 9};
    g_autoptr (TkCatalogueFound) found = catalogue != NULL ? tk_catalogue_find_new (catalogue, &wish, &error)
                                                           : NULL;
    assert_true (found != NULL || g_error_matches (error, TK_ERROR, TK_ERROR_DATA));
  }
  tests_folder_free (g_steal_pointer (&folder));
}
