/* Names of files in reports: none forges a line, speaks to the terminal, or cannot be set. */
#include "shown.h"

#include "tests.h"

void
test_shown (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *name, *shown, *on_paper; /* NULL: the same as before */
  } cases[] = {
      {"2022/data/báo cáo “Đợt 1” – ẴỖự…/v1", NULL, NULL},
      {"", NULL, NULL},
      {"a\nkho: all of it is there", "a<U+000A>kho: all of it is there", NULL},
      {"t\x1b[31m\x7f\t", "t<U+001B>[31m<U+007F><U+0009>", NULL},
      {"gpj.\u202etxt\u2028\u00a0\u00ad", "gpj.<U+202E>txt<U+2028><U+00A0><U+00AD>", NULL},
      {"x\xff", "x\ufffd", "x<U+FFFD>"},
      {"e\u0301", NULL, "e<U+0301>"},
      {"漢\U0001f600.txt", NULL, "<U+6F22><U+1F600>.txt"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *shown = tk_shown_new (cases[i].name), *on_paper = tk_shown_on_paper_new (cases[i].name);
    const char *expected = cases[i].shown != NULL ? cases[i].shown : cases[i].name;
    tests_expect (cases[i].name, shown, expected);
    tests_expect (cases[i].name, on_paper, cases[i].on_paper != NULL ? cases[i].on_paper : expected);
  }
  assert_null (tk_shown_on_paper_new (NULL));
}
