/* Papers that nobody would write: their time grows with their length, not with its
 * square, and they end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "galley.h"
#include "typed.h"

/* Sanitizers look at every byte: an eighth of the length is enough for them. */
#ifdef __SANITIZE_ADDRESS__
enum { SHORTER = 8 };
#else
enum { SHORTER = 1 };
#endif

/* Seconds of the processor for setting the text; the number of strips. */
static double
time_of (const char *typed, guint *ret_strips)
{
  const TkGalleyOptions options = {.font_folder = FONT_FOLDER};
  TkDocument *document = tk_typed_read ("proportion", typed, "");
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  clock_t begin = clock ();
  TkGalley *galley = tk_galley_set (document, &options, notes, &error);
  double seconds = (double) (clock () - begin) / CLOCKS_PER_SEC;

  if (galley == NULL)
    fail_msg ("%s", error->message);
  *ret_strips = galley->n_strips;
  tk_galley_free (galley);
  tk_typed_free (document);
  return seconds;
}

/* @type writes a paper of @n parts. Eight times as long may take 8 * 3 times as long, for caches and
 * a machine that does something else besides; a square takes 64 times. */
static void
check_growth (const char *what, void (*type) (GString *typed, guint n), guint n, guint least_strips)
{
  g_autoptr (GString) small = g_string_new (NULL), large = g_string_new (NULL);
  guint strips;

  if (SHORTER > 1 && n > 1000) {
    n /= SHORTER;
    least_strips /= SHORTER;
  }
  type (small, n / 8);
  type (large, n);
  double first = time_of (small->str, &strips), second = time_of (large->str, &strips);
  assert_true (strips >= least_strips);
  print_message ("%s: %.3f s, eight times as long %.3f s\n", what, first, second);
  if (second > 24 * first + 0.2)
    fail_msg ("%s: %.3f s, eight times as long %.3f s", what, first, second);
}

static const char *const syllables[] = {"thư",  "viện", "các",  "tỉnh", "đồng",
                                        "bằng", "sông", "Hồng", "ngày", "26"};

static void
append_words (GString *typed, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (typed, "%s ", syllables[i * 7 % G_N_ELEMENTS (syllables)]);
}

static void
type_long_paragraph (GString *typed, guint n)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 13 justify\nparagraph s ");
  append_words (typed, n);
}

static void
a_long_paragraph (void **state G_GNUC_UNUSED)
{
  check_growth ("a paragraph of 200,000 words", type_long_paragraph, 200000, 10000);
}

/* Letters that do not repeat: a cache must not hide the work. */
static void
append_letters (GString *typed, guint n)
{
  guint32 random = 1;

  for (guint i = 0; i < n; i++) {
    random = random * 1664525 + 1013904223;
    g_string_append_c (typed, (char) ('a' + (random >> 24) % 26));
  }
}

static void
type_long_word (GString *typed, guint n)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 13 justify\nparagraph s ");
  append_letters (typed, n);
}

static void
a_long_word (void **state G_GNUC_UNUSED)
{
  check_growth ("a word of 1 MB", type_long_word, 1 << 20, 10000);
}

static void
type_long_chinese (GString *typed, guint n)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 13 justify\nparagraph s ");
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (typed, 0x4E00 + i * 37 % 2000);
}

static void
a_long_chinese_word (void **state G_GNUC_UNUSED)
{
  check_growth ("40,000 Chinese letters", type_long_chinese, 40000, 1000);
}

static void
type_long_cell (GString *typed, guint n)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 13\ntable s share=1000 share=1000\n  row\n    cell | ");
  for (guint i = 0; i < n; i++)
    g_string_append (typed, "một{br}");
  g_string_append (typed, "\n    cell | hai\n");
}

static void
a_long_cell (void **state G_GNUC_UNUSED)
{
  check_growth ("a cell of 20,000 lines", type_long_cell, 20000, 20000);
}

/* Lines of two sizes never end together: where to part the row? */
static void
type_uneven_cells (GString *typed, guint n)
{
  g_string_append (
      typed, "measure 450\nstyle s Tinos 13\nstyle t Tinos 10.37\ntable s share=1000 share=1000\n  row\n");
  g_string_append_printf (typed, "    cell\n      paragraph s 1{repeat %u {br}x}\n", n);
  g_string_append_printf (typed, "    cell\n      paragraph t 1{repeat %u {br}x}\n", n + n / 4);
}

static void
uneven_cells (void **state G_GNUC_UNUSED)
{
  check_growth ("two cells of 20,000 lines of two sizes", type_uneven_cells, 20000, 10000);
}

static void
type_long_table (GString *typed, guint n)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 13\ntable s fit share=1000 fit\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (typed, "  row\n    cell | %u\n    cell | Thư viện\n    cell | %u bản\n", i,
                            i * 3);
}

static void
a_long_table (void **state G_GNUC_UNUSED)
{
  check_growth ("a table of 8,000 rows", type_long_table, 8000, 8000);
}

static void
type_many_columns (GString *typed, guint n)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 2\ntable s");
  for (guint i = 0; i < n; i++)
    g_string_append (typed, " fit");
  g_string_append (typed, "\n  row\n");
  for (guint i = 0; i < n; i++)
    g_string_append (typed, "    cell | một\n");
}

static void
many_columns (void **state G_GNUC_UNUSED)
{
  check_growth ("a row of 4,000 columns", type_many_columns, 4000, 1);
}

static void
type_deep_lists (GString *typed, guint depth)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 13 justify\n");
  for (guint i = 0; i < depth; i++) {
    int indent = (int) i * 4;
    g_string_append_printf (typed, "%*slist s dash\n%*sitem\n%*sparagraph s Thư viện\n", indent, "",
                            indent + 2, "", indent + 4, "");
  }
}

/* Deeper than any layout or markdown would let through. */
static void
deep_lists (void **state G_GNUC_UNUSED)
{
  check_growth ("lists in lists, 200 deep", type_deep_lists, 200, 200);
}

static void
type_deep_tables (GString *typed, guint depth)
{
  g_string_append (typed, "measure 450\nstyle s Tinos 13\n");
  for (guint i = 0; i < depth; i++) {
    int indent = (int) i * 6;
    g_string_append_printf (typed, "%*stable s fit\n%*srow\n%*scell\n%*sparagraph s Thư viện\n", indent, "",
                            indent + 2, "", indent + 4, "", indent + 6, "");
  }
}

static void
deep_tables (void **state G_GNUC_UNUSED)
{
  check_growth ("tables in tables, 48 deep", type_deep_tables, 48, 1);
}

static void
type_notes (GString *typed, guint n)
{
  g_string_append (typed, "measure 20\nstyle s Tinos 13 justify\nparagraph s ");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (typed, "%u-nghiêng{b %u} ", i, i);
}

static void
a_narrow_column (void **state G_GNUC_UNUSED)
{
  check_growth ("10,000 words that are too long", type_notes, 10000, 10000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (a_long_paragraph),    cmocka_unit_test (a_long_word),
      cmocka_unit_test (a_long_chinese_word), cmocka_unit_test (a_long_cell),
      cmocka_unit_test (uneven_cells),        cmocka_unit_test (a_long_table),
      cmocka_unit_test (many_columns),        cmocka_unit_test (deep_lists),
      cmocka_unit_test (deep_tables),         cmocka_unit_test (a_narrow_column),
  };

  return cmocka_run_group_tests_name ("proportion", tests, NULL, NULL);
}
