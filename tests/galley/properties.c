/* What holds for any paragraph at any measure: nothing is lost, nothing runs over
 * the edge, justified lines meet it, no better way to break the lines exists, and
 * every letter has ink within the height that lines are given. */
#include <hb.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "galley.h"
#include "linebreak.h"
#include "traits.h"
#include "typed.h"

static TkGalley *
set (const TkDocument *document)
{
  const TkGalleyOptions options = {.font_folder = FONT_FOLDER};
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  TkGalley *galley = tk_galley_set (document, &options, notes, &error);

  if (galley == NULL)
    fail_msg ("%s", error->message);
  return galley;
}

/* ---- lines of text ---- */

/* Syllables, numbers, marks, names, other scripts, and a word that is too long for most lines. */
static const char *const tokens[] = {
    "các",
    "thư",
    "viện",
    "nghiêng",
    "ngày",
    "26",
    "tháng",
    "6",
    "năm",
    "2022",
    "1.500",
    "bản",
    "TP.",
    "Hồ",
    "Chí",
    "Minh",
    "2020",
    "-",
    "Ông",
    "Nguyễn",
    "(miền",
    "Bắc)",
    "./.",
    "“Đồng",
    "bằng”;",
    "Bà",
    "Điều",
    "5",
    "ẴẪ",
    "王小明",
    "Москва,",
    "Αθήνα",
    "a",
    "và",
    "luân",
    "chuyển",
    "sách,",
    "báo",
    "I",
    "xã.",
    "trường",
    "học",
    "thi",
    "đua",
    "KH&CN,",
    "phòng",
    "đọc",
    "số:",
    "%",
    "(100%)",
    "https://example.vn/bao-cao/nhiem-ky-2020-2022",
    "NghiêngNghiêngNghiêngNghiêngNghiêng",
};

static const char *const looks[] = {"b", "i", "u", "sup", "sub", "link x:y"};

/* Types a paragraph; its letters without spaces go to @letters. */
static void
type_words (GRand *random, GString *typed, GString *letters)
{
  int n = g_rand_int_range (random, 1, 120);

  for (int i = 0; i < n; i++) {
    const char *token = tokens[g_rand_int_range (random, 0, (int) G_N_ELEMENTS (tokens))];
    int look = g_rand_int_range (random, 0, 40);
    gboolean apart = g_rand_int_range (random, 0, 12) > 0;
    g_string_append (letters, token);
    if (look < (int) G_N_ELEMENTS (looks))
      g_string_append_printf (typed, "{%s %s%s}", looks[look], token, apart ? " " : "");
    else
      g_string_append_printf (typed, "%s%s", token, apart ? " " : "");
  }
}

typedef struct {
  TkUnit left, right; /* of the ink's boxes */
  guint spaces;
  guint words;
} Extent;

/* Adds the letters of the line to @letters. */
static Extent
read_line (const TkStrip *strip, GString *letters)
{
  Extent extent = {.left = G_MAXINT32, .right = G_MININT32};
  gboolean spaced = FALSE; /* the word before has a space after it */

  for (guint m = 0; m < strip->n_marks; m++) {
    const TkMark *mark = &strip->marks[m];
    if (mark->kind != TK_MARK_TEXT)
      continue;
    assert_true (mark->text.n_pieces > 0);
    for (guint p = 0; p < mark->text.n_pieces; p++) {
      const TkPiece *piece = &mark->text.pieces[p];
      TkUnit x = mark->x + piece->x;
      if (extent.words > 0) /* no word over the one before it */
        assert_true (x >= extent.right - 1);
      extent.spaces += spaced;
      spaced = piece->space > 0;
      extent.left = MIN (extent.left, x);
      extent.right = x + piece->word->width;
      extent.words++;
      g_string_append_len (letters, piece->word->text, piece->word->length);
    }
  }
  return extent;
}

static void
check_paragraph (GRand *random, const char *align)
{
  int measure = g_rand_int_range (random, 20, 500), indent = g_rand_int_range (random, -10, 30);
  g_autoptr (GString) typed = g_string_new (NULL), wanted = g_string_new (NULL), found = g_string_new (NULL);

  g_string_append_printf (typed, "measure %d\nstyle s Tinos 13 %s indent=%d\nparagraph s ", measure, align,
                          MIN (indent, measure - 20));
  type_words (random, typed, wanted);
  TkDocument *document = tk_typed_read ("random", typed->str, "");
  TkGalley *galley = set (document);
  const TkStyle *style = document->root->first->style;
  for (guint i = 0; i < galley->n_strips; i++) {
    Extent extent = read_line (&galley->strips[i], found);
    TkUnit left = i == 0 ? style->first_indent : 0;
    if (extent.words > 1)
      if (extent.left < left - 1 || extent.right > galley->width + 1)
        fail_msg ("line %u from %d to %d of %d:\n%s", i, extent.left, extent.right, galley->width,
                  typed->str);
    if (style->align == TK_ALIGN_JUSTIFY && i + 1 < galley->n_strips && extent.spaces > 0)
      if (extent.left != left || extent.right != galley->width)
        fail_msg ("line %u ends at %d of %d:\n%s", i, extent.right, galley->width, typed->str);
  }
  assert_string_equal (found->str, wanted->str);
  tk_galley_free (galley);
  tk_typed_free (document);
}

static void
words_come_once_within_the_measure (void **state G_GNUC_UNUSED)
{
  static const char *const aligns[] = {"justify", "justify", "left", "centre", "right"};
  g_autoptr (GRand) random = g_rand_new_with_seed (2022);

  for (guint round = 0; round < 150; round++)
    check_paragraph (random, aligns[round % G_N_ELEMENTS (aligns)]);
}

/* ---- glyphs ---- */

/* The clusters of a word follow each other and cover its text: what extraction lives by. */
static void
check_clusters (const TkWord *word)
{
  guint covered = 0;

  for (guint g = 0; g < word->n_glyphs; g++) {
    const TkGlyph *glyph = &word->glyphs[g];
    assert_int_not_equal (glyph->glyph, 0);
    if (glyph->text + glyph->length > word->length)
      fail_msg ("“%s”: a glyph stands for bytes %u to %u of %u", word->text, glyph->text,
                glyph->text + glyph->length, word->length);
    covered += glyph->length;
  }
  assert_true (g_utf8_validate (word->text, word->length, NULL));
  for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char (p)) /* soft hyphens, joiners: no glyph */
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_FORMAT)
      covered += (guint) (g_utf8_next_char (p) - p);
  if (covered != word->length)
    fail_msg ("“%s”: its glyphs stand for %u of its %u bytes", word->text, covered, word->length);
}

static void
clusters_cover_the_text (void **state G_GNUC_UNUSED)
{
  const char *typed = "measure 400\nstyle s Tinos 13\nparagraph s "
                      "Thư viện ẴẪ a{U+0302}{U+0301} efficiency e{U+0323}{U+0302} 王小明。 "
                      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD9\x85\xD9\x83\xD8\xAA\xD8\xA8\xD8\xA9 "
                      "\xE0\xB8\xA0\xE0\xB8\xB2\xE0\xB8\xA9\xE0\xB8\xB2 "
                      "\xE0\xA4\xB9\xE0\xA4\xBF\xE0\xA4\xA8\xE0\xA5\x8D\xE0\xA4\xA6\xE0\xA5\x80 x{U+200B}y "
                      "x{U+00AD}y x{U+2060}y\n";
  TkDocument *document = tk_typed_read ("scripts", typed, "");
  TkGalley *galley = set (document);

  for (guint i = 0; i < galley->n_strips; i++)
    for (guint m = 0; m < galley->strips[i].n_marks; m++)
      for (guint p = 0; p < galley->strips[i].marks[m].text.n_pieces; p++)
        check_clusters (galley->strips[i].marks[m].text.pieces[p].word);
  tk_galley_free (galley);
  tk_typed_free (document);
}

/* ---- ink of the Vietnamese letters ---- */

static const char letters[] =
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộ"
    "ỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ";

static void
check_ink (const TkWord *word)
{
  const TkFace *face = word->face;
  hb_blob_t *blob = hb_blob_create ((const char *) face->data, (unsigned int) face->size,
                                    HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *hb_face = hb_face_create (blob, (unsigned int) face->index);
  hb_font_t *font = hb_font_create (hb_face);
  hb_glyph_extents_t ink;

  assert_int_equal (word->n_glyphs, 1);
  hb_font_set_scale (font, face->units_per_em, face->units_per_em);
  assert_true (hb_font_get_glyph_extents (font, word->glyphs[0].glyph, &ink));
  if (ink.width <= 0 || ink.height >= 0 || ink.y_bearing > face->ink_top
      || ink.y_bearing + ink.height < face->ink_bottom)
    fail_msg ("%s in %s: ink from %d to %d, said to be within %d and %d", word->text, face->name,
              ink.y_bearing + ink.height, ink.y_bearing, face->ink_bottom, face->ink_top);
  hb_font_destroy (font);
  hb_face_destroy (hb_face);
  hb_blob_destroy (blob);
}

static void
check_letters_in (const char *look)
{
  g_autoptr (GString) typed = g_string_new (NULL);

  assert_int_equal (g_utf8_strlen (letters, -1), 134);
  g_string_append_printf (typed, "measure 400\nstyle s Tinos 13 %s\nparagraph s ", look);
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_printf (typed, "%.*s ", (int) (g_utf8_next_char (p) - p), p);
  TkDocument *document = tk_typed_read ("letters", typed->str, "");
  TkGalley *galley = set (document);
  guint n = 0;
  for (guint i = 0; i < galley->n_strips; i++) {
    const TkMark *mark = &galley->strips[i].marks[0];
    for (guint p = 0; p < mark->text.n_pieces; p++, n++) {
      const TkWord *word = mark->text.pieces[p].word;
      check_ink (word);
      /* and the line is as high as the ink of the face */
      gint64 ink = (gint64) (word->face->ink_top - word->face->ink_bottom) * word->size
                   / word->face->units_per_em;
      assert_true (galley->strips[i].height >= ink - 2);
      assert_true (mark->y >= (gint64) word->face->ink_top * word->size / word->face->units_per_em - 1);
    }
  }
  assert_int_equal (n, 134);
  assert_int_equal (galley->n_faces, 1);
  tk_galley_free (galley);
  tk_typed_free (document);
}

static void
letters_have_ink_within_their_line (void **state G_GNUC_UNUSED)
{
  static const char *const faces[] = {"", "bold", "italic", "bold italic"};

  for (gsize i = 0; i < G_N_ELEMENTS (faces); i++)
    check_letters_in (faces[i]);
}

/* ---- where lines end ---- */

/* What centred lines of a paragraph would measure were they alike: as many as it has when each holds all it
 * can. */
static gint64
find_even (const TkBox *boxes, guint n, TkUnit first, TkUnit measure)
{
  gint64 total = 0, width = 0, room = first, lines = 1;

  for (guint i = 0; i < n; i++) {
    total += boxes[i].width + boxes[i].space;
    if (i > 0 && width + boxes[i - 1].space + boxes[i].width > room) {
      width = boxes[i].width;
      room = measure;
      lines++;
    } else {
      width += boxes[i].width + (i > 0 ? boxes[i - 1].space : 0);
    }
  }
  return total / lines;
}

/* The cost of a line as linebreak.c counts it; the search beside it tries everything. Where the lines are
 * centred and all but the first have one measure, they shall be as long as @even; else it is 0. */
static double
cost_of (const TkBox *boxes, guint n, guint from, guint to, TkUnit measure, TkAlign align, gint64 even)
{
  gint64 width = 0, space = 0;

  for (guint i = from; i < to; i++) {
    width += boxes[i].width;
    space += i + 1 < to ? boxes[i].space : 0;
  }
  gint64 slack = measure - width - space;
  double ratio = even > 0 && even < measure && slack >= 0
                     ? (double) MAX (even - width - space, 0) * 4 / (double) even
                 : align != TK_ALIGN_JUSTIFY ? (double) slack * 4 / measure
                 : slack < 0                 ? (double) slack / (1 / 3.0 * (double) MAX (space, 1))
                                             : (double) slack / (0.5 * (double) MAX (space, 1));
  if (slack < 0 && (align != TK_ALIGN_JUSTIFY || ratio < -1))
    return to == from + 1 ? 1e12 : INFINITY;
  ratio = to == n && slack >= 0 && align != TK_ALIGN_CENTRE ? 0 : MIN (fabs (ratio), 20);
  double badness = 100 * ratio * ratio * ratio, penalty = to == n ? 0 : boxes[to - 1].penalty;
  return (10 + badness) * (10 + badness) + penalty * penalty;
}

static double
find_least (const TkBox *boxes, guint n, TkUnit first, TkUnit measure, TkAlign align)
{
  g_autofree double *least = g_new (double, n + 1);
  gint64 even = align == TK_ALIGN_CENTRE ? find_even (boxes, n, first, measure) : 0;

  least[0] = 0;
  for (guint to = 1; to <= n; to++) {
    least[to] = INFINITY;
    for (guint from = 0; from < to; from++)
      least[to] = MIN (least[to],
                       least[from] + cost_of (boxes, n, from, to, from == 0 ? first : measure, align, even));
  }
  return least[n];
}

/* As many boxes on each line as it holds. */
static double
find_greedy (const TkBox *boxes, guint n, TkUnit first, TkUnit measure, TkAlign align)
{
  gint64 even = align == TK_ALIGN_CENTRE ? find_even (boxes, n, first, measure) : 0;
  double sum = 0;

  for (guint from = 0, to; from < n; from = to) {
    TkUnit room = from == 0 ? first : measure;
    gint64 width = boxes[from].width;
    for (to = from + 1; to < n && width + boxes[to - 1].space + boxes[to].width <= room; to++)
      width += boxes[to - 1].space + boxes[to].width;
    sum += cost_of (boxes, n, from, to, room, align, even);
  }
  return sum;
}

static guint
make_boxes (GRand *random, TkBox *boxes, guint most)
{
  guint n = (guint) g_rand_int_range (random, 1, (int) most);

  for (guint i = 0; i < n; i++) {
    int kind = g_rand_int_range (random, 0, 20);
    boxes[i] = (TkBox){.width = TK_PT (g_rand_double_range (random, 3, 40)), .space = TK_PT (3.25)};
    boxes[i].penalty = kind < 5 ? TK_PENALTY_TIED : kind < 8 ? TK_PENALTY_NAME : TK_PENALTY_NONE;
    if (kind == 8)
      boxes[i].penalty = TK_PENALTY_NEVER;
    if (kind == 8 || kind == 9)
      boxes[i].space = 0;
  }
  boxes[n - 1].space = 0;
  return n;
}

static void
lines_are_the_best_there_are (void **state G_GNUC_UNUSED)
{
  enum { MOST = 150 };
  g_autoptr (GRand) random = g_rand_new_with_seed (1981);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TkLine));
  TkBox boxes[MOST];

  for (guint round = 0; round < 2000; round++) {
    guint n = make_boxes (random, boxes, MOST), from = 0;
    TkUnit measure = TK_PT (g_rand_double_range (random, 20, 400));
    TkUnit first = measure - TK_PT (g_rand_double_range (random, -10, 15));
    TkAlign align = (TkAlign) (round % 4);
    gint64 even = align == TK_ALIGN_CENTRE ? find_even (boxes, n, first, measure) : 0;
    double sum = 0;
    g_array_set_size (lines, 0);
    tk_galley_break_lines (boxes, n, &(TkMeasures){measure, &first, 1}, align, lines);
    for (guint i = 0; i < lines->len; i++) {
      guint to = g_array_index (lines, TkLine, i).end;
      assert_true (to > from && to <= n);
      sum += cost_of (boxes, n, from, to, from == 0 ? first : measure, align, even);
      from = to;
    }
    assert_int_equal (from, n);
    double least = find_least (boxes, n, first, measure, align);
    double greedy = find_greedy (boxes, n, first, measure, align);
    if (sum > least * 1.000001 + 1)
      fail_msg ("round %u: the lines cost %.9g, others %.9g", round, sum, least);
    if (sum > greedy * 1.000001 + 1)
      fail_msg ("round %u: the lines cost %.9g, the greedy ones %.9g", round, sum, greedy);
  }
}

/* [line][break]: over all ways. Lines from @n_begin on are in the last row. */
static double
find_least_measured (const TkBox *boxes, guint n, const TkMeasures *measures, TkAlign align)
{
  guint rows = measures->n_begin + 1;
  g_autofree double *least = g_new (double, rows *(n + 1));
  double best = INFINITY;

  for (guint i = 0; i < rows * (n + 1); i++)
    least[i] = i == 0 ? 0 : INFINITY;
  for (guint to = 1; to <= n; to++)
    for (guint row = 0; row < rows; row++)
      for (guint from = 0; from < to; from++) {
        TkUnit measure = row < measures->n_begin ? measures->begin[row] : measures->full;
        double *at = &least[MIN (row + 1, rows - 1) * (n + 1) + to];
        *at = MIN (*at, least[row * (n + 1) + from] + cost_of (boxes, n, from, to, measure, align, 0));
      }
  for (guint row = 1; row < rows; row++)
    best = MIN (best, least[row * (n + 1) + n]);
  return best;
}

static void
lines_of_own_measures_are_the_best (void **state G_GNUC_UNUSED)
{
  enum { MOST = 60, NARROW = 7 };
  g_autoptr (GRand) random = g_rand_new_with_seed (1450);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TkLine));
  TkBox boxes[MOST];
  TkUnit begin[NARROW];

  for (guint round = 0; round < 1500; round++) {
    guint n = make_boxes (random, boxes, MOST), from = 0;
    TkMeasures measures = {TK_PT (g_rand_double_range (random, 60, 300)), begin, 2 + round % (NARROW - 1)};
    TkAlign align = (TkAlign) (round % 4);
    double sum = 0;
    for (guint i = 0; i < measures.n_begin; i++)
      begin[i] = (TkUnit) (measures.full * g_rand_double_range (random, 0.3, 1.1));
    g_array_set_size (lines, 0);
    tk_galley_break_lines (boxes, n, &measures, align, lines);
    for (guint i = 0; i < lines->len; i++) {
      guint to = g_array_index (lines, TkLine, i).end;
      assert_true (to > from && to <= n);
      sum += cost_of (boxes, n, from, to, i < measures.n_begin ? begin[i] : measures.full, align, 0);
      from = to;
    }
    assert_int_equal (from, n);
    double least = find_least_measured (boxes, n, &measures, align);
    if (sum > least * 1.000001 + 1)
      fail_msg ("round %u: the lines cost %.9g, others %.9g", round, sum, least);
  }
}

/* Three boxes and two spaces, of which a third may be lost, are 4 wider than the line. */
static void
letters_that_give_are_stretch_and_shrink (void **state G_GNUC_UNUSED)
{
  enum { N = 6 };
  static const struct {
    TkUnit give; /* of each box */
    guint end;   /* of the first line */
    double ratio;
  } cases[] = {{0, 2, 20}, {1, 3, -4 / (8 / 3.0 + 3)}, {2, 3, -4 / (8 / 3.0 + 6)}};
  TkBox boxes[N];
  TkUnit gives[N];

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++) {
    g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TkLine));
    for (guint i = 0; i < N; i++) {
      boxes[i] = (TkBox){.width = 40, .space = 4};
      gives[i] = cases[c].give;
    }
    tk_galley_break_lines (boxes, N, &(TkMeasures){.full = 124, .gives = gives}, TK_ALIGN_JUSTIFY, lines);
    const TkLine *line = &g_array_index (lines, TkLine, 0);
    assert_int_equal (line->end, cases[c].end);
    assert_float_equal (line->ratio, cases[c].ratio, 0.001);
  }
}

static void
no_boxes_are_no_lines (void **state G_GNUC_UNUSED)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TkLine));

  tk_galley_break_lines (NULL, 0, &(TkMeasures){.full = 100}, TK_ALIGN_JUSTIFY, lines);
  assert_int_equal (lines->len, 0);
}

/* ---- words of two syllables ---- */

static void
syllables_of_a_word_are_known (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *before, *after;
    gboolean one;
  } pairs[] = {
      {"an", "toàn", TRUE}, /* the first of the list, one within it, the last */
      {"triển", "khai", TRUE},
      {"ứng", "xử", TRUE},
      {"Hội", "nghị", TRUE},
      {"THƯ", "VIỆN,", TRUE},
      {"“Văn", "hóa”.", TRUE},
      {"hội,", "nghị", FALSE}, /* a mark parts them */
      {"hội", "(nghị", FALSE},
      {"khai", "triển", FALSE},
      {"Ba", "trăm", TRUE},
      {"mươi", "mốt", TRUE},
      {"mốt", "ngày", FALSE},
      {"2022", "-", FALSE},
      {"nghiêngnghiêngnghiêngnghiêng", "nghiêngnghiêngnghiêngnghiêng", FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (tk_galley_is_compound (pairs[i].before, strlen (pairs[i].before), pairs[i].after,
                               strlen (pairs[i].after))
        != pairs[i].one)
      fail_msg ("“%s %s” %s one word", pairs[i].before, pairs[i].after, pairs[i].one ? "is not" : "is");
}

/* ---- pictures that change their height ---- */

static TkMark
rule_at (int y, int height)
{
  TkMark mark = {.kind = TK_MARK_RULE, .y = TK_PT (y)};

  mark.rule.width = TK_PT (100);
  mark.rule.height = TK_PT (height);
  return mark;
}

/* A picture with its focus above the middle, in a box: a background, an upper and a lower edge. */
static void
boxes_stretch_with_their_pictures (void **state G_GNUC_UNUSED)
{
  static const struct {
    int more, edge, whole, y; /* in points: the lower edge; the whole picture and where it lies */
  } cases[] = {{0, 49, 80, 0}, {20, 69, 80, 0}, {60, 109, 100, 0}, {-20, 29, 80, -10}, {-38, 11, 80, -19}};
  g_autoptr (TkArena) arena = tk_arena_new ();
  const TkFraming framing = {.focus_x = 500, .focus_y = 250};
  const TkNode node = {.kind = TK_NODE_FIGURE, .framing = &framing};
  const TkPicture picture = {.width = 800, .height = 800, .orientation = 1};
  TkMark marks[] = {rule_at (0, 50), rule_at (0, 1), rule_at (49, 1), {.kind = TK_MARK_IMAGE, .node = &node}};

  marks[3].image.picture = &picture;
  marks[3].image.width = TK_PT (80);
  marks[3].image.height = TK_PT (40);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TkStrip strip = {.height = TK_PT (50), .marks = marks, .n_marks = G_N_ELEMENTS (marks)};
    tk_galley_stretch (arena, TK_PT (cases[i].more), &strip);
    assert_int_equal (strip.height, TK_PT (50 + cases[i].more));
    assert_int_equal (strip.marks[0].rule.height, strip.height);
    assert_int_equal (strip.marks[1].y, 0);
    assert_int_equal (strip.marks[1].rule.height, TK_PT (1));
    assert_int_equal (strip.marks[2].y, TK_PT (cases[i].edge));
    assert_int_equal (strip.marks[3].image.height, TK_PT (40 + cases[i].more));
    assert_int_equal (strip.marks[3].image.crop->height, TK_PT (cases[i].whole));
    assert_int_equal (strip.marks[3].image.crop->y, TK_PT (cases[i].y));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (words_come_once_within_the_measure),
      cmocka_unit_test (clusters_cover_the_text),
      cmocka_unit_test (letters_have_ink_within_their_line),
      cmocka_unit_test (lines_are_the_best_there_are),
      cmocka_unit_test (lines_of_own_measures_are_the_best),
      cmocka_unit_test (letters_that_give_are_stretch_and_shrink),
      cmocka_unit_test (no_boxes_are_no_lines),
      cmocka_unit_test (syllables_of_a_word_are_known),
      cmocka_unit_test (boxes_stretch_with_their_pictures),
  };

  return cmocka_run_group_tests_name ("galley", tests, NULL, NULL);
}
