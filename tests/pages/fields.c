/* Numbers of pages within the text: where targets begin, what a strip with fields shows, and in which order.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "set.h"
#include "strips.h"

/* Strips of 10, three a page; the fifth ends a part whose pages are numbered anew. */
static const char typed[] = "page 30\n"
                            "strip a 10 x4\n"
                            "strip b 10 page\n"
                            "strip c 10 heading\n"
                            "strip d 10 heading again\n"
                            "strip e 10 x2\n"
                            "strip f 10 empty\n";

enum { A1, A2, A3, A4, B, C, D, E1, E2, F };

typedef struct {
  TkFieldLine line;
  TkStrips *strips;
} Line;

/* A mark that says the numbers. */
static GArray *
fill (const TkFieldLine *line, const guint *numbers, TkArena *arena)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (TkMark));
  TkMark *mark = tk_strips_mark (arena, NULL, tk_arena_print (arena, "<%u>", numbers[0]));

  (void) line;
  g_array_append_vals (marks, mark, 1);
  return marks;
}

static const Line line_of_all = {.line = {fill}};

static TkStrips *
strips_new (const TkNode **ret_targets)
{
  TkStrips *strips = tk_strips_read ("typed", typed);
  TkStrip *strip = strips->galley.strips;

  assert_int_equal (strips->galley.n_strips, F + 1);
  strip[B].break_after = TK_BREAK_RESTART;
  /* a cell's paragraph has no strip of its own, and one target has none at all */
  TkNode *row = tk_node_add (strips->arena, NULL, TK_NODE_ROW, NULL);
  TkNode *cell = tk_node_add (strips->arena, row, TK_NODE_CELL, NULL);
  strip[E1].node = row;
  ret_targets[0] = strip[C].node;
  ret_targets[1] = tk_node_add (strips->arena, cell, TK_NODE_PARAGRAPH, NULL);
  ret_targets[2] = tk_node_add (strips->arena, NULL, TK_NODE_PARAGRAPH, NULL);
  ret_targets[3] = strip[A4].node;
  strips->document.targets = ret_targets;
  strips->document.n_targets = 4;
  return strips;
}

static void
add_field (TkStrips *strips, guint at, guint before, const TkNode *const *target)
{
  TkField *field = tk_arena_new0 (strips->arena, TkField);

  *field = (TkField){.x = TK_PT (3),
                     .y = TK_PT (2),
                     .before = before,
                     .targets = target,
                     .n_targets = 1,
                     .line = &line_of_all.line};
  strips->galley.strips[at].fields = field;
  strips->galley.strips[at].n_fields = 1;
}

static char *
print_page (const TkPage *page)
{
  g_autoptr (GString) to = g_string_new (NULL);

  for (guint i = 0; i < page->n_placed; i++)
    for (guint m = 0; m < page->placed[i].n_marks; m++)
      g_string_append_printf (to, "%s%s", to->len > 0 ? " " : "",
                              page->placed[i].marks[m].text.pieces[0].word->text);
  return g_string_free (g_steal_pointer (&to), FALSE);
}

static void
assert_page (const TkPages *pages, guint page, const char *expected)
{
  g_autofree char *words = print_page (&pages->pages[page]);

  assert_string_equal (words, expected);
}

static void
test_targets (void **state G_GNUC_UNUSED)
{
  const TkNode *targets[4];
  g_autoptr (TkStrips) strips = strips_new (targets);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkPages) pages = tk_pages_flow (&strips->galley, notes);
  static const struct {
    guint page;
    TkUnit y;
    gboolean placed;
  } expected[] = {{2, TK_PT (20), TRUE}, {2, TK_PT (40), TRUE}, {0, 0, FALSE}, {1, TK_PT (20), TRUE}};

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const TkTarget *target = tk_pages_find_target (pages, targets[i]);
    assert_non_null (target);
    assert_ptr_equal (target->node, targets[i]);
    assert_int_equal (target->placed, expected[i].placed);
    assert_int_equal (target->page, expected[i].page);
    assert_int_equal (target->y, expected[i].y);
  }
  assert_null (tk_pages_find_target (pages, strips->galley.strips[A1].node));
}

static void
test_numbers (void **state G_GNUC_UNUSED)
{
  const TkNode *targets[4];
  g_autoptr (TkStrips) strips = strips_new (targets);
  g_autoptr (TkNotes) notes = tk_notes_new ();

  add_field (strips, A1, 0, &targets[0]); /* before the strip's own mark: page 3 is numbered 1 again */
  add_field (strips, A2, 1, &targets[3]); /* behind it */
  add_field (strips, F, 0, &targets[1]);  /* in a strip without marks */
  g_autoptr (TkPages) pages = tk_pages_flow (&strips->galley, notes);
  assert_page (pages, 0, "<1> a1 a2 <2> a3");
  assert_page (pages, 1, "a4 b");
  const TkPage *last = &pages->pages[pages->n_pages - 1];
  const TkPlaced *placed = &last->placed[last->n_placed - 1];
  assert_int_equal (placed->n_marks, 1);
  assert_int_equal (placed->marks[0].x, TK_PT (3));
  assert_int_equal (placed->marks[0].y, TK_PT (2));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (test_targets),
      cmocka_unit_test (test_numbers),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
