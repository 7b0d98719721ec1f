/* Recognition of encodings: the records of the sample in each of them, whole
 * and cut into pieces; sheets that are mixed; bytes of chance. */
#include <string.h>

#include "encoded.h"
#include "encoding.h"
#include "tests.h"

static const TkEncoding encodings[] = {TK_ENCODING_TCVN3, TK_ENCODING_VNI, TK_ENCODING_VISCII,
                                       TK_ENCODING_WINDOWS_1258, TK_ENCODING_UTF8};

/* How pieces were read. */
typedef struct {
  guint n, n_right, n_unknown, n_missed; /* missed: left as it is, being Vietnamese as it is */
} Score;

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The paths of what is in @folder, in the order of their names. */
static GPtrArray *
list_new (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    g_ptr_array_add (list, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (list, compare_names);
  return list;
}

/* All records of all samples. */
static GString *
records_new (void)
{
  GString *records = g_string_new (NULL);
  g_autoptr (GPtrArray) samples = list_new ("../../samples");

  for (guint i = 0; i < samples->len; i++) {
    g_autoptr (GPtrArray) files = list_new (samples->pdata[i]);
    for (guint k = 0; k < files->len; k++) {
      g_autofree char *text = NULL;
      if (!g_str_has_suffix (files->pdata[k], ".csv")
          || strstr (files->pdata[k], "so-lieu-mau") != NULL) /* few words, ever again */
        continue;
      assert_true (g_file_get_contents (files->pdata[k], &text, NULL, NULL));
      g_string_append (records, text);
    }
  }
  assert_true (records->len > 100000);
  return records;
}

/* The same, with marks that all encodings have. */
static char *
prose_new (void)
{
  static const char *const marks[][2] = {{"“", "\""}, {"”", "\""},  {"–", "-"},
                                         {"—", "-"},  {"…", "..."}, {"\xC2\xA0", " "}};
  g_autoptr (GString) prose = records_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (prose, marks[i][0], marks[i][1], 0);
  return g_string_free (g_steal_pointer (&prose), FALSE);
}

/* TCVN3 does not know the case of accented capitals. */
static gboolean
is_same (const char *a, const char *b, TkEncoding encoding)
{
  g_autofree char *x = g_utf8_strdown (a, -1), *y = g_utf8_strdown (b, -1);

  return encoding == TK_ENCODING_TCVN3 ? strcmp (x, y) == 0 : strcmp (a, b) == 0;
}

static TkEncodingVerdict
judge_in_pieces (const GString *bytes, gsize size)
{
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();

  for (gsize at = 0; at < bytes->len; at += size)
    tk_encoding_survey_add (survey, bytes->str + at, MIN (size, bytes->len - at));
  return tk_encoding_survey_judge (survey, TK_ENCODING_AUTO);
}

static void
expect_verdict (TkEncodingVerdict verdict, TkEncoding encoding, gboolean masked)
{
  assert_string_equal (tk_encoding_find_name (verdict.encoding),
                       tk_encoding_find_name (masked ? TK_ENCODING_UTF8 : encoding));
  assert_string_equal (tk_encoding_find_name (verdict.behind),
                       tk_encoding_find_name (masked ? encoding : TK_ENCODING_WINDOWS_1252));
}

/* The next @n_words words of *@at, which moves behind them; NULL at the end. */
static char *
piece_new (char ***at, guint n_words)
{
  g_autoptr (GString) piece = g_string_new (NULL);

  for (guint i = 0; i < n_words; (*at)++) {
    if (**at == NULL)
      return NULL;
    if (***at == '\0' || strpbrk (**at, "0123456789-_/=\"") != NULL) /* a code, a path, no word */
      continue;
    g_string_append_printf (piece, "%s%s", i > 0 ? " " : "", **at);
    i++;
  }
  return g_string_free (g_steal_pointer (&piece), FALSE);
}

static void
score_piece (Score *score, const char *piece, TkEncoding encoding, gboolean masked,
             const TkEncodingVerdict *whole)
{
  g_autoptr (GString) bytes = tests_encode (piece, encoding);
  g_autoptr (GString) text = masked ? tests_mask (bytes) : g_string_new_len (bytes->str, (gssize) bytes->len);
  g_autoptr (GString) read = g_string_new (NULL);
  TkEncodingDoubts doubts = {0};
  const TkEncodingVerdict verdict = tk_encoding_judge (text->str, text->len, whole);

  tk_encoding_append (read, text->str, text->len, &verdict, &doubts);
  score->n++;
  if (is_same (read->str, piece, encoding))
    score->n_right++;
  else if (verdict.encoding == TK_ENCODING_AUTO || verdict.behind == TK_ENCODING_AUTO)
    score->n_unknown++;
  else if (strcmp (read->str, text->str) == 0)
    score->n_missed++;
  else
    fail_msg ("%s%s: “%s” became “%s”", tk_encoding_find_name (encoding), masked ? ", masked" : "", piece,
              read->str);
}

static Score
score_pieces (char **words, guint n_words, TkEncoding encoding, gboolean masked,
              const TkEncodingVerdict *whole)
{
  const guint step = 1 + 30 / n_words; /* of many small ones so many are enough */
  Score score = {0};
  guint n = 0;

  for (char *piece; (piece = piece_new (&words, n_words)) != NULL; g_free (piece))
    if (!g_str_is_ascii (piece) && n++ % step == 0)
      score_piece (&score, piece, encoding, masked, whole);
  return score;
}

/* The whole text: its verdict, and all of it read. */
static TkEncodingVerdict
check_whole (const char *prose, TkEncoding encoding, gboolean masked)
{
  g_autoptr (GString) bytes = tests_encode (prose, encoding);
  g_autoptr (GString) text = masked ? tests_mask (bytes) : g_string_new_len (bytes->str, (gssize) bytes->len);
  g_autoptr (GString) read = g_string_new (NULL);
  TkEncodingDoubts doubts = {0};
  const TkEncodingVerdict whole = judge_in_pieces (text, text->len);

  expect_verdict (whole, encoding, masked);
  assert_false (whole.mixed);
  assert_true (whole.confidence >= 95);
  tk_encoding_append (read, text->str, text->len, &whole, &doubts);
  assert_true (is_same (read->str, prose, encoding));
  assert_int_equal (doubts.n_lost + doubts.n_unsure, 0);
  return whole;
}

/* Pieces of so many words: none becomes what it is not; with the verdict of the
 * whole all are read; by themselves, so many of a hundred at least. */
static void
check_pieces (char **words, TkEncoding encoding, gboolean masked, const TkEncodingVerdict *whole)
{
  static const struct {
    guint n_words, n_right;
  } sizes[] = {{1, 0}, {3, 10}, {10, 75}, {50, 97}, {200, 100}, {1000, 100}};

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    const Score alone = score_pieces (words, sizes[i].n_words, encoding, masked, NULL);
    if (alone.n_right * 100 < alone.n * sizes[i].n_right
        || (sizes[i].n_words >= 10 && alone.n_missed * 50 >= alone.n))
      fail_msg ("%s%s: of %u pieces of %u words %u were right, %u unknown, %u missed",
                tk_encoding_find_name (encoding), masked ? ", masked" : "", alone.n, sizes[i].n_words,
                alone.n_right, alone.n_unknown, alone.n_missed);
    if (sizes[i].n_words <= 10) {
      const Score with = score_pieces (words, sizes[i].n_words, encoding, masked, whole);
      assert_int_equal (with.n_right, with.n);
    }
  }
}

void
test_recognition_of_prose (G_GNUC_UNUSED void **state)
{
  g_autofree char *prose = prose_new ();
  g_auto (GStrv) words = g_strsplit_set (prose, " \n;", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint masked = encodings[i] == TK_ENCODING_UTF8; masked < 2; masked++) {
      const TkEncodingVerdict whole = check_whole (prose, encodings[i], masked);
      check_pieces (words, encodings[i], masked, &whole);
    }
}

/* Stays what it is, by itself and in the light of @whole. */
static void
expect_unchanged (const char *text, const TkEncodingVerdict *whole)
{
  const TkEncodingVerdict alone = tk_encoding_judge (text, strlen (text), NULL);
  const TkEncodingVerdict *verdicts[] = {&alone, whole};
  g_autofree char *nfc = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++) {
    g_autoptr (GString) read = g_string_new (NULL);
    TkEncodingDoubts doubts = {0};
    assert_true (tk_encoding_append (read, text, strlen (text), verdicts[i], &doubts));
    tests_expect (text, read->str, nfc);
    assert_int_equal (doubts.n_lost, 0);
    assert_true (i == 0 || doubts.n_unsure == 0);
  }
}

/* A text in Unicode: as a whole, and each of its parts between @ends. */
static void
check_unchanged (const char *text, const char *ends)
{
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();
  g_auto (GStrv) parts = g_strsplit_set (text, ends, -1);

  tk_encoding_survey_add_text (survey, text);
  const TkEncodingVerdict whole = tk_encoding_survey_judge (survey, TK_ENCODING_AUTO);
  expect_verdict (whole, TK_ENCODING_UTF8, FALSE);
  for (char **part = parts; *part != NULL; part++)
    expect_unchanged (*part, &whole);
}

/* Records and layouts in both normal forms; foreign texts, of which each line
 * is a whole, too. */
void
test_recognition_of_unicode (G_GNUC_UNUSED void **state)
{
  g_autoptr (GString) text = records_new ();
  g_autoptr (GPtrArray) parts = list_new ("../../layouts/parts");
  g_auto (GStrv) foreign = tests_read_lines ("foreign.txt");
  g_autofree char *together = g_strjoinv ("\n", foreign);

  for (guint i = 0; i < parts->len; i++) {
    g_autofree char *layout = NULL;
    assert_true (g_file_get_contents (parts->pdata[i], &layout, NULL, NULL));
    g_string_append (text, layout);
  }
  g_autofree char *nfd = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFD);
  check_unchanged (text->str, ";\n");
  check_unchanged (text->str, " ;\n");
  check_unchanged (nfd, ";\n");
  check_unchanged (nfd, " ;\n");
  check_unchanged (together, " \n");
  for (char **line = foreign; *line != NULL; line++)
    check_unchanged (*line, "\n");
}

/* A file read in pieces gives the verdict that it gives as a whole. */
void
test_recognition_in_pieces (G_GNUC_UNUSED void **state)
{
  g_autofree char *prose = prose_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++) {
    g_autoptr (GString) bytes = tests_encode (prose, encodings[i]);
    const TkEncodingVerdict whole = judge_in_pieces (bytes, bytes->len);
    for (gsize size = 3; size < 4000; size = size * 2 + 1) {
      const TkEncodingVerdict verdict = judge_in_pieces (bytes, size);
      assert_int_equal (verdict.encoding, whole.encoding);
      assert_int_equal (verdict.n_words, whole.n_words);
      assert_int_equal (verdict.confidence, whole.confidence);
    }
  }
}

/* Every third line of a sheet in Unicode, the others in @encoding: each is read
 * as what it is, or left and counted. */
static void
check_mixed (char **lines, TkEncoding encoding)
{
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  TkEncodingDoubts doubts = {0};
  guint n_right = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (GString) bytes = tests_encode (lines[i], encoding);
    g_autoptr (GString) masked = tests_mask (bytes);
    g_ptr_array_add (cells, g_strdup (i % 3 == 0 ? lines[i] : masked->str));
    tk_encoding_survey_add_text (survey, cells->pdata[i]);
  }
  const TkEncodingVerdict whole = tk_encoding_survey_judge (survey, TK_ENCODING_AUTO);
  expect_verdict (whole, encoding, TRUE);
  assert_true (whole.mixed);
  for (guint i = 0; i < cells->len; i++) {
    g_autoptr (GString) read = g_string_new (NULL);
    const guint before = doubts.n_unsure;
    tk_encoding_append (read, cells->pdata[i], strlen (cells->pdata[i]), &whole, &doubts);
    if (doubts.n_unsure == before && !is_same (read->str, lines[i], i % 3 == 0 ? TK_ENCODING_UTF8 : encoding))
      fail_msg ("%s: “%s” became “%s”", tk_encoding_find_name (encoding), lines[i], read->str);
    n_right += doubts.n_unsure == before;
  }
  assert_true (n_right * 100 >= cells->len * 95);
}

void
test_recognition_of_mixed (G_GNUC_UNUSED void **state)
{
  g_autofree char *prose = prose_new ();
  g_auto (GStrv) lines = g_strsplit (prose, "\n", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    check_mixed (lines, encodings[i]);
}

void
test_recognition_of_utf16 (G_GNUC_UNUSED void **state)
{
  static const char *const names[] = {"UTF-16LE", "UTF-16BE"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint masked = 0; masked < 2; masked++) {
      static const char text[] = "Cộng hoà xã hội chủ nghĩa Việt Nam";
      g_autoptr (GString) bytes = tests_encode (text, masked ? TK_ENCODING_TCVN3 : TK_ENCODING_UTF8);
      g_autoptr (GString) shown = masked ? tests_mask (bytes) : g_string_new (text);
      gsize length;
      g_autofree char *units = g_convert (shown->str, -1, names[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) file = g_string_new (i == 0 ? "\xFF\xFE" : "\xFE\xFF");
      g_string_append_len (file, units, (gssize) length);
      g_autoptr (GString) read = g_string_new (NULL);
      TkEncodingDoubts doubts = {0};
      for (gsize size = 2; size < 9; size++) {
        const TkEncodingVerdict verdict = judge_in_pieces (file, size);
        assert_int_equal (verdict.encoding, i == 0 ? TK_ENCODING_UTF16LE : TK_ENCODING_UTF16BE);
        assert_int_equal (verdict.behind, masked ? TK_ENCODING_TCVN3 : TK_ENCODING_WINDOWS_1252);
        g_string_truncate (read, 0);
        tk_encoding_append (read, file->str, file->len, &verdict, &doubts);
        assert_string_equal (read->str, text);
      }
      assert_int_equal (doubts.n_lost, 0);
      const TkEncodingVerdict half = judge_in_pieces (file, file->len - 1);
      tk_encoding_append (read, file->str, file->len - 1, &half, &doubts);
      assert_int_equal (doubts.n_lost, 1);
    }
}

/* What is asked for is the answer; the survey says in which layer. */
void
test_recognition_asked (G_GNUC_UNUSED void **state)
{
  g_autoptr (TkEncodingSurvey) text = tk_encoding_survey_new (), bytes = tk_encoding_survey_new ();

  tk_encoding_survey_add_text (text, "héi");
  expect_verdict (tk_encoding_survey_judge (text, TK_ENCODING_TCVN3), TK_ENCODING_TCVN3, TRUE);
  tk_encoding_survey_add (bytes, "h\xE9i", 3);
  expect_verdict (tk_encoding_survey_judge (bytes, TK_ENCODING_TCVN3), TK_ENCODING_TCVN3, FALSE);
  expect_verdict (tk_encoding_survey_judge (bytes, TK_ENCODING_AUTO), TK_ENCODING_AUTO, FALSE);
  expect_verdict (tk_encoding_survey_judge (bytes, TK_ENCODING_WINDOWS_1252), TK_ENCODING_WINDOWS_1252,
                  FALSE);
}

/* Half of the bytes are letters of the encodings, so that words come about. */
static gsize
fill (GRand *rand, char *bytes, gsize size)
{
  const gsize length = (gsize) g_rand_int_range (rand, 0, (int) size);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (char) (g_rand_boolean (rand)
                           ? g_rand_int_range (rand, 0, 256)
                           : "ghntcaeouy\xE1\xBB\x99 \xC3\xA0\n,"[g_rand_int_range (rand, 0, 18)]);
  return length;
}

void
test_recognition_of_chance (G_GNUC_UNUSED void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221119);

  for (guint i = 0; i < 10000; i++) {
    char bytes[120];
    const gsize length = fill (rand, bytes, sizeof bytes);
    const TkEncodingVerdict judged = tk_encoding_judge (bytes, length, NULL);
    const TkEncodingVerdict drawn = {.encoding = (TkEncoding) g_rand_int_range (rand, 0, TK_ENCODING_N),
                                     .behind = (TkEncoding) g_rand_int_range (rand, 0, TK_ENCODING_N),
                                     .mixed = g_rand_boolean (rand)};
    const TkEncodingVerdict *verdicts[] = {&judged, &drawn};
    for (gsize k = 0; k < G_N_ELEMENTS (verdicts); k++) {
      g_autoptr (GString) read = g_string_new (NULL);
      TkEncodingDoubts doubts = {0};
      tk_encoding_append (read, bytes, length, verdicts[k], &doubts);
      assert_true (g_utf8_validate_len (read->str, read->len, NULL));
      g_autofree char *nfc = g_utf8_normalize (read->str, -1, G_NORMALIZE_NFC);
      assert_string_equal (nfc, read->str);
    }
  }
}
