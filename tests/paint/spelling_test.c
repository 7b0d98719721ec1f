/* Words as page streams spell them. */
#include "pdf_cids.h"
#include "tests.h"

static const TkSpelling *
spell (TkSpeller *speller, const TkWord *word)
{
  g_autoptr (GError) error = NULL;
  const TkSpelling *spelling = tk_speller_spell (speller, word, &error);

  assert_null (error);
  return spelling;
}

static const TkCid *
find_cid (const TkSpeller *speller, guint code)
{
  const TkCids *cids = speller->faces->pdata[0];

  return &g_array_index (cids->cids, TkCid, code);
}

static void
test_milli_em (void **state)
{
  (void) state;
  assert_int_equal (tk_milli_em (TK_PT (13), 13000), 1000);
  assert_int_equal (tk_milli_em (-TK_PT (13), 13000), -1000);
  assert_int_equal (tk_milli_em (TK_PT (6.5), 13000), 500);
  assert_int_equal (tk_milli_em (6, 13000), 0);   /* 0.45 */
  assert_int_equal (tk_milli_em (7, 13000), 1);   /* 0.53 */
  assert_int_equal (tk_milli_em (-7, 13000), -1); /* -0.53 */
}

/* The same glyph with two texts has two codes; the same text has one. */
static void
test_codes (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  const TkFace *face = hand_face (hand, "Tinos-Regular.ttf");
  g_autoptr (TkSpeller) speller = tk_speller_new (0); /* grows */
  const TkSpelling *one = spell (speller, hand_word (hand, face, TK_PT (10), "a\302\240a"));
  guint16 width;

  (void) state;
  assert_int_equal (one->length, 6);
  assert_memory_equal (one->bytes, "\0\1\0\2\0\1", 6);
  assert_int_equal (one->advance, 444 + 250 + 444);
  assert_int_equal (tk_speller_space (speller, face, &width), 3);
  assert_int_equal (width, 250);
  assert_int_equal (find_cid (speller, 2)->glyph, find_cid (speller, 3)->glyph);
  assert_int_equal (tk_speller_space (speller, face, &width), 3);
}

/* "AV" stands closer than the widths say. */
static void
test_kerning (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  const TkFace *face = hand_face (hand, "Tinos-Regular.ttf");
  g_autoptr (TkSpeller) speller = tk_speller_new (1);
  const TkWord *word = hand_word (hand, face, TK_PT (10), "AV");
  const TkSpelling *spelling = spell (speller, word);
  g_autofree char *text = g_strndup (spelling->bytes + 2, spelling->length - 4);

  (void) state;
  assert_string_equal (text, ")129(");
  assert_int_equal (spelling->advance, 722 - 129 + 722);
  assert_ptr_equal (spell (speller, word), spelling);
}

/* Two glyphs for one letter: the text is the first one's, and the cluster says it once more. */
static void
test_clusters (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  const TkFace *face = hand_face (hand, "Tinos-Regular.ttf");
  g_autoptr (TkSpeller) speller = tk_speller_new (1);
  const TkGlyph glyphs[] = {{TK_PT (4.44), 68, 0, 3}, {0, 97, 0, 0}};
  const TkOffset offsets[] = {{0, 0}, {-TK_PT (4.44), TK_PT (2)}};
  const TkSpelling *spelling = spell (speller, hand_glyphs (hand, face, TK_PT (10), "ẵ", glyphs, offsets, 2));
  static const char expected[] =
      ")]TJ/Span<</ActualText<FEFF1EB5>>>BDC[(\0\1)]TJ 2 Ts[()444(\0\2)]TJ EMC[()]TJ 0 Ts[(";

  (void) state;
  assert_int_equal (spelling->length, sizeof expected - 1);
  assert_memory_equal (spelling->bytes, expected, sizeof expected - 1);
  assert_memory_equal (find_cid (speller, 1)->text, "ẵ", 3);
  assert_int_equal (find_cid (speller, 2)->length, 3); /* a word joiner */
}

/* A private letter needs its text beside the code: ISO 19005-2, 6.2.11.7.3. */
static void
test_private (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  const TkFace *face = hand_face (hand, "Tinos-Regular.ttf");
  g_autoptr (TkSpeller) speller = tk_speller_new (1);
  const TkGlyph glyph = {TK_PT (4.44), 68, 0, 3};
  const TkSpelling *spelling = spell (speller,
                                      hand_glyphs (hand, face, TK_PT (10), "\xEE\x80\x80", &glyph, NULL, 1));

  (void) state;
  assert_memory_equal (spelling->bytes, ")]TJ/Span<</ActualText<FEFFE000>>>BDC", 37);
}

int
run_spelling_tests (void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test (test_milli_em), cmocka_unit_test (test_codes),
                                     cmocka_unit_test (test_kerning), cmocka_unit_test (test_clusters),
                                     cmocka_unit_test (test_private)};

  return cmocka_run_group_tests_name ("spelling", tests, NULL, NULL);
}
