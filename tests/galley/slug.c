/* Words for the slug lines of sheets: there where they are wanted, whatever the title says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "galley.h"
#include "typed.h"

static const char typed[] = "measure 200\n"
                            "style body Tinos 12\n"
                            "paragraph body Một\n";

static TkGalley *
set (const TkDocument *document, gboolean slug)
{
  const TkGalleyOptions options = {.font_folder = FONT_FOLDER, .slug = slug};
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  TkGalley *galley = tk_galley_set (document, &options, notes, &error);

  if (galley == NULL)
    fail_msg ("%s", error->message);
  return galley;
}

static void
assert_phrase (const TkSlugSet *set, TkSlugPhrase phrase, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < set->phrases[phrase].n_parts; i++) {
    const TkRunningPart *part = &set->phrases[phrase].parts[i];
    if (part->space > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, part->word->text);
    assert_int_equal (part->word->size, TK_PT (6));
  }
  assert_string_equal (text->str, expected);
}

static void
words_are_there_where_they_are_wanted (void **state G_GNUC_UNUSED)
{
  static const struct {
    const char *title;
    gint64 date;
    const char *set, *day;
  } cases[] = {
      {"Bản tin số 3", 1660867200, "Bản tin số 3", "19/08/2022"},
      {"  a   b ", 0, "a b", "01/01/1970"},
      {"", -1, "", "31/12/1969"},
      {NULL, 253402300799, "", "31/12/9999"},
      {"Thư 圖書館", 1, "Thư 圖書館", "01/01/1970"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TkDocument *document = tk_typed_read ("typed", typed, ".");
    document->title = cases[i].title;
    document->date = cases[i].date;
    g_autoptr (TkGalley) without = set (document, FALSE);
    g_autoptr (TkGalley) with = set (document, TRUE);
    assert_null (without->slug);
    assert_non_null (with->slug);
    assert_phrase (with->slug, TK_SLUG_TITLE, cases[i].set);
    assert_phrase (with->slug, TK_SLUG_DATE, cases[i].day);
    for (TkSlugPhrase phrase = 0; phrase < TK_SLUG_PHRASES; phrase++)
      assert_true (phrase == TK_SLUG_TITLE || with->slug->phrases[phrase].n_parts > 0);
    assert_string_equal (with->slug->digits[7]->text, "7");
    for (guint digit = 0; digit < 10; digit++) /* painters keep tables of words */
      assert_true (with->slug->digits[digit]->index < with->n_words);
    g_clear_pointer (&with, tk_galley_free);
    g_clear_pointer (&without, tk_galley_free);
    tk_typed_free (document);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test (words_are_there_where_they_are_wanted)};

  return cmocka_run_group_tests_name ("slug", tests, NULL, NULL);
}
