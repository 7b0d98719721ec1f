/* The structure tree, before and after content is found. */
#include <stdlib.h>
#include <string.h>

#include "pdf_heads.h"
#include "tests.h"

/* "#2": it is the second that cells name. "<1,2>": it names those. */
static void
print_heads (GString *to, const TkTag *tag)
{
  if (tag->tag == TK_TAG_TH && tag->kid.what > 0)
    g_string_append_printf (to, "#%u", tag->kid.what);
  if ((tag->tag != TK_TAG_TH && tag->tag != TK_TAG_TD) || tag->headers == NULL)
    return;
  g_autoptr (GString) list = g_string_new (">");
  for (const struct _TkHeadList *at = tag->headers; at != NULL; at = at->before) {
    g_autofree char *one = g_strdup_printf ("%s%u%s", at->before == NULL ? "<" : ",", at->head->kid.what,
                                            list->str);
    g_string_assign (list, one);
  }
  g_string_append (to, list->str);
}

static void
print_tag (GString *to, const TkTag *tag)
{
  gboolean any = FALSE;

  g_string_append (to, tk_tag_name (tag->tag));
  if (tag->language != NULL)
    g_string_append_printf (to, "[%s]", tag->language);
  print_heads (to, tag);
  for (const TkKid *kid = tag->first; kid != NULL; kid = kid->next) {
    if (kid->kind == TK_KID_TAG && ((const TkTag *) kid)->number == 0)
      continue;
    g_string_append (to, any ? " " : "(");
    any = TRUE;
    if (kid->kind == TK_KID_TAG)
      print_tag (to, (const TkTag *) kid);
    else
      g_string_append_printf (to, "%s%u", kid->kind == TK_KID_CONTENT ? "" : "@", kid->what);
  }
  if (any)
    g_string_append (to, ")");
}

/* Marks all nodes that have runs, and figures and labels, in the order of the tree. */
static void
mark_nodes (TkTags *tags, const TkNode *node)
{
  TkMark mark = {.node = node};

  if (node->label != NULL) {
    mark.role = TK_ROLE_LABEL;
    tk_tags_mark (tags, tk_tags_find (tags, &mark), 1);
    mark.role = TK_ROLE_CONTENT;
  }
  for (guint i = 0; i < node->n_runs; i++) {
    if (node->runs[i].text[0] == '\0')
      continue;
    mark.span = &node->runs[i];
    tk_tags_mark (tags, tk_tags_find (tags, &mark), 1);
  }
  if (node->kind == TK_NODE_FIGURE)
    tk_tags_mark (tags, tk_tags_find (tags, &mark), 1);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    mark_nodes (tags, child);
}

static char *
print_tree (Hand *hand)
{
  tk_document_rank (hand_document (hand));
  g_autoptr (TkStore) store = tk_store_new ();
  g_autoptr (TkTags) tags = tk_tags_new (store, hand_document (hand), 1);
  g_autoptr (GString) text = g_string_new (NULL);

  tk_tags_begin_page (tags);
  mark_nodes (tags, hand_document (hand)->root);
  tk_tags_store (tags);
  print_tag (text, tags->document);
  return g_strdup (text->str);
}

static void
check_tree (Hand *hand, const char *expected)
{
  g_autofree char *tree = print_tree (hand);

  assert_string_equal (tree, expected);
}

static TkNode *
say (Hand *hand, TkNode *parent, TkNodeKind kind, const char *text)
{
  TkNode *node = hand_node (hand, parent, kind);

  hand_run (hand, node, text, NULL, NULL);
  return node;
}

static void
test_levels (void **state)
{
  static const int levels[] = {2, 3, 3, 5, 2, 1, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8};
  g_autoptr (Hand) hand = hand_new ();

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    say (hand, NULL, TK_NODE_HEADING, i == 2 ? "" : "a")->level = levels[i]; /* the third is no element */
  check_tree (hand,
              "Document(H1(0) H2(1) H3(2) H1(3) H1(4) H2(5) H2(6) H1(7) H2(8) H3(9) H4(10) H5(11) H6(12) "
              "H6(13) H6(14))");
}

static void
test_empty (void **state)
{
  g_autoptr (Hand) hand = hand_new ();

  (void) state;
  check_tree (hand, "Document");
  say (hand, hand_node (hand, NULL, TK_NODE_SECTION), TK_NODE_PARAGRAPH, "");
  hand_node (hand, hand_node (hand, hand_node (hand, NULL, TK_NODE_TABLE), TK_NODE_ROW), TK_NODE_CELL);
  hand_node (hand, NULL, TK_NODE_RULE);
  hand_node (hand, NULL, TK_NODE_PAGE_BREAK);
  check_tree (hand, "Document");
}

static void
test_lists (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  TkNode *list = hand_node (hand, NULL, TK_NODE_LIST), *item = hand_node (hand, list, TK_NODE_ITEM);

  (void) state;
  item->label = "-";
  say (hand, item, TK_NODE_PARAGRAPH, "a");
  item = hand_node (hand, list, TK_NODE_ITEM);
  item->label = "-";
  say (hand, item, TK_NODE_PARAGRAPH, "b");
  item = hand_node (hand, hand_node (hand, item, TK_NODE_LIST), TK_NODE_ITEM);
  say (hand, item, TK_NODE_PARAGRAPH, "c")->language = "en";
  check_tree (hand, "Document(L(LI(Lbl(0) LBody(1)) LI(Lbl(2) LBody(P(3) L(LI(LBody[en](4)))))))");
}

static void
test_tables (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  TkNode *table = hand_node (hand, NULL, TK_NODE_TABLE), *row = hand_node (hand, table, TK_NODE_ROW);

  (void) state;
  table->n_columns = 2;
  row->head = TRUE;
  say (hand, hand_node (hand, row, TK_NODE_CELL), TK_NODE_PARAGRAPH, "a");
  check_tree (hand, "Document(Table(TR(TH(0) TH)))"); /* nothing but a head: no THead without a TBody */
  row = hand_node (hand, table, TK_NODE_ROW);
  hand_node (hand, row, TK_NODE_CELL)->span = 2;
  row = hand_node (hand, table, TK_NODE_ROW);
  say (hand, hand_node (hand, row, TK_NODE_CELL), TK_NODE_PARAGRAPH, "b")->parent->parent->language = "en";
  check_tree (hand, "Document(Table(THead(TR(TH(0) TH)) TBody(TR(TD) TR[en](TD(1) TD))))");
}

/* A caption is in its table; one that has none behind it is a paragraph. */
static void
test_captions (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  TkNode *table, *row;

  (void) state;
  say (hand, NULL, TK_NODE_PARAGRAPH, "a")->caption = TRUE;
  say (hand, NULL, TK_NODE_PARAGRAPH, "b")->caption = TRUE;
  table = hand_node (hand, NULL, TK_NODE_TABLE);
  table->n_columns = 1;
  row = hand_node (hand, table, TK_NODE_ROW);
  say (hand, hand_node (hand, row, TK_NODE_CELL), TK_NODE_PARAGRAPH, "c");
  check_tree (hand, "Document(P(0) Table(Caption(1) TR(TD(2))))");
}

/* A row of cells: "2" covers two columns, "|3" three rows, "^" names its row, "^|2" two. */
static TkNode *
add_row (Hand *hand, TkNode *table, gboolean head, const char *cells)
{
  g_auto (GStrv) list = g_strsplit (cells, " ", -1);
  TkNode *row = hand_node (hand, table, TK_NODE_ROW);

  row->head = head;
  for (guint i = 0; list[i] != NULL; i++) {
    TkNode *cell = say (hand, hand_node (hand, row, TK_NODE_CELL), TK_NODE_PARAGRAPH, "a")->parent;
    const char *down = strchr (list[i], '|');
    cell->names_row = list[i][0] == '^';
    cell->span = (int) strtol (list[i] + cell->names_row, NULL, 10);
    cell->rows = down != NULL ? (int) strtol (down + 1, NULL, 10) : 1;
  }
  return row;
}

/* Cells name their heads where Scope does not settle which they are. */
static void
test_heads (void **state)
{
  (void) state;
  for (guint i = 0; i < 4; i++) {
    static const struct {
      const char *rows[4];
      const char *expected;
    } cases[] = {
        {{"1 1", "1 1", "1 1"}, "TH(0) TH(1))) TBody(TR(TD(2) TD(3)) TR(TD(4) TD(5"},
        {{"1|2 2", "1 1", "1 1 1", "2 1"},
         "TH#1(0) TH#2(1)) TR(TH#3<2>(2) TH#4<2>(3))) TBody(TR(TD<1>(4) TD<2,3>(5) TD<2,4>(6)) "
         "TR(TD<1,2,3>(7) "
         "TD<2,4>(8"},
        {{"1 1", "^1|2 1", "1", "^1 1"},
         "TH#1(0) TH#2(1))) TBody(TR(TH#3<1>(2) TD<2,3>(3)) TR(TD<2,3>(4)) TR(TH#4<1>(5) TD<2,4>(6"},
        {{"1 1 1", "^1|2 ^1 1", "^1 1"},
         "TH#1(0) TH#2(1) TH#3(2))) TBody(TR(TH#4<1>(3) TH#5<2,4>(4) TD<3,4,5>(5)) TR(TH#6<2,4>(6) "
         "TD<3,4,6>(7"},
    };
    g_autoptr (Hand) hand = hand_new ();
    TkNode *table = hand_node (hand, NULL, TK_NODE_TABLE);
    table->n_columns = i == 0 || i == 2 ? 2 : 3;
    for (guint row = 0; row < 4 && cases[i].rows[row] != NULL; row++)
      add_row (hand, table, row == 0 || (i == 1 && row == 1), cases[i].rows[row]);
    g_autofree char *expected = g_strdup_printf ("Document(Table(THead(TR(%s)))))", cases[i].expected);
    check_tree (hand, expected);
  }
}

/* The numbers of columns name nothing, and a group's name is named by none of the titles over it. */
static void
test_numbers (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  TkNode *table = hand_node (hand, NULL, TK_NODE_TABLE);

  (void) state;
  table->n_columns = 2;
  add_row (hand, table, TRUE, "2");
  add_row (hand, table, TRUE, "1 1");
  add_row (hand, table, TRUE, "1 1")->numbers = TRUE;
  add_row (hand, table, FALSE, "2");
  add_row (hand, table, FALSE, "1");
  check_tree (hand, "Document(Table(THead(TR(TH#1(0)) TR(TH#2<1>(1) TH#3<1>(2)) TR(TH<1,2>(3) TH<1,3>(4))) "
                    "TBody(TR(TD(5)) TR(TD<1,2>(6) TD<1,3>))))");
}

static void
test_runs (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  TkNode *node = say (hand, NULL, TK_NODE_PARAGRAPH, "a");

  (void) state;
  hand_run (hand, node, "b", "https://a.vn", "en");
  hand_run (hand, node, "c", NULL, "fr");
  hand_run (hand, node, "d", NULL, NULL);
  check_tree (hand, "Document(P(0 Link[en](1) Span[fr](2) 3))");
}

static void
test_groups (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  TkNode *sides = hand_node (hand, NULL, TK_NODE_SIDES), *row = hand_node (hand, sides, TK_NODE_ROW);
  TkNode *keep = hand_node (hand, NULL, TK_NODE_KEEP), *figure;

  (void) state;
  say (hand, hand_node (hand, row, TK_NODE_CELL), TK_NODE_PARAGRAPH, "a");
  say (hand, hand_node (hand, row, TK_NODE_CELL), TK_NODE_PARAGRAPH, "b");
  keep->language = "en";
  say (hand, keep, TK_NODE_PARAGRAPH, "c");
  hand_node (hand, keep, TK_NODE_FIGURE);
  figure = hand_node (hand, NULL, TK_NODE_FIGURE);
  say (hand, figure, TK_NODE_PARAGRAPH, "d");
  check_tree (hand, "Document(Div(P(0) P(1)) P[en](2) Figure[en](3) Div(Figure(4) Caption(5)))");
}

/* No array of more than 8,191: ISO 32000-1, annex C. */
static void
test_wide (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  const char *at;
  guint groups = 0;

  (void) state;
  for (int i = 0; i < 9000; i++)
    say (hand, NULL, TK_NODE_PARAGRAPH, "a");
  g_autofree char *tree = print_tree (hand);
  assert_true (g_str_has_prefix (tree, "Document(NonStruct(P(0) P(1) "));
  assert_true (g_str_has_suffix (tree, "P(8999)))"));
  for (at = tree; (at = strstr (at, "NonStruct")) != NULL; at++)
    groups++;
  assert_int_equal (groups, 3);
}

int
run_tree_tests (void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test (test_levels), cmocka_unit_test (test_empty),
                                     cmocka_unit_test (test_lists),  cmocka_unit_test (test_tables),
                                     cmocka_unit_test (test_runs),   cmocka_unit_test (test_groups),
                                     cmocka_unit_test (test_wide),   cmocka_unit_test (test_captions),
                                     cmocka_unit_test (test_heads),  cmocka_unit_test (test_numbers)};

  return cmocka_run_group_tests_name ("tree", tests, NULL, NULL);
}
