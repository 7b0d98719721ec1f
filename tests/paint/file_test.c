/* Whole files: places of glyphs, meaning of codes, sameness, refusals. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "content.h"
#include "error.h"
#include "order.h"
#include "paint.h"
#include "paper.h"
#include "tests.h"

typedef struct {
  TkPdfLevel level;
  const TkAttachment *attachments;
  guint n_attachments;
} Wish;

static gboolean
paint (const TkPages *pages, const Wish *wish, const char *path, GError **error)
{
  g_autoptr (TkOutput) output = tk_output_new (path, error);

  return output != NULL
         && (wish == NULL ? tk_paint_pdf (pages, output, error)
                          : tk_paint_pdf_at (pages, wish->level, wish->attachments, wish->n_attachments,
                                             output, error))
         && tk_output_commit (output, error);
}

static GByteArray *
paint_wish (const TkPages *pages, const Wish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("paint-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "file.pdf", NULL);
  char *bytes = NULL;
  gsize size = 0;

  if (!paint (pages, wish, path, &error) || !g_file_get_contents (path, &bytes, &size, &error))
    fail_msg ("%s", error->message);
  g_unlink (path);
  g_rmdir (folder);
  return g_byte_array_new_take ((guint8 *) bytes, size);
}

GByteArray *
paint_file (const TkPages *pages)
{
  return paint_wish (pages, NULL);
}

typedef struct {
  const File *file;
  const GArray *shown;
  guint at;
} Places;

/* The glyph shown last is that of a space, by its width. */
static void
check_space (const Places *places, const TkFace *face)
{
  const Shown *shown = &g_array_index (places->shown, Shown, places->at - 1);
  const GArray *widths = places->file->widths->pdata[shown->font];

  assert_int_equal (g_array_index (widths, int, shown->cid), face->space_advance * 1000 / face->units_per_em);
}

static void
check_place (Places *places, const TkWord *word, double x, double y, const char *what)
{
  assert_true (places->at < places->shown->len);
  const Shown *shown = &g_array_index (places->shown, Shown, places->at++);
  /* 1/2000 em for the word, as much for the glyph in it, and the rounding of the line's place; nobody
   * sees a space, which follows its word as the widths have it */
  double bound = (what[0] == ' ' ? 0.0015 : 0.001) * word->size / 1024 + 0.0006;

  if (fabs (shown->x - x) > bound || fabs (shown->y - y) > 0.0011 || shown->font != word->face->id)
    fail_msg ("%s: at %.4f %.4f, not %.4f %.4f", what, shown->x, shown->y, x, y);
}

static void
check_line (Places *places, const TkDrawn *drawn, double height)
{
  for (guint i = 0; i < drawn->mark->text.n_pieces; i++) {
    const TkPiece *piece = &drawn->mark->text.pieces[i];
    gint64 pen = (gint64) drawn->x + piece->x;
    double y = height - drawn->y / 1024.0;
    for (guint k = 0; k < piece->word->n_glyphs; k++) {
      const TkGlyph *glyph = &piece->word->glyphs[k];
      const TkOffset offset = tk_word_offset (piece->word, k);
      check_place (places, piece->word, (double) (pen + offset.x) / 1024, y + offset.y / 1024.0,
                   piece->word->text);
      pen += glyph->advance;
    }
    if (piece->space == 0)
      continue;
    check_place (places, piece->word, (double) pen / 1024, y, " ");
    check_space (places, piece->word->face);
  }
}

/* Every glyph of every page, by what a reader makes of the file. */
static void
check_places (const TkPages *pages)
{
  g_autoptr (GByteArray) bytes = paint_file (pages);
  g_autoptr (File) file = file_read (bytes);
  g_autoptr (TkReading) reading = tk_reading_new ();

  assert_int_equal (file->contents->len, pages->n_pages);
  for (guint i = 0; i < pages->n_pages; i++) {
    g_autoptr (GArray) shown = file_show (file, i);
    Places places = {file, shown, 0};
    guint n;
    const TkDrawn *drawn = tk_reading_order (reading, &pages->pages[i], &n);
    for (guint k = 0; k < n; k++)
      if (drawn[k].mark->kind == TK_MARK_TEXT)
        check_line (&places, &drawn[k], 841.89);
    assert_int_equal (places.at, shown->len);
  }
}

static void
test_places_of_paper (void **state)
{
  g_autoptr (TkPicture) png = picture_new (0, TK_PICTURE_PNG, 1, TRUE),
                        jpeg = picture_new (1, TK_PICTURE_JPEG, 6, FALSE);
  g_autoptr (Hand) hand = hand_new ();

  (void) state;
  paper_fill (hand, png, jpeg);
  check_places (hand_pages (hand));
}

/* Long lines of sizes that are no whole points: errors must not add up. */
static void
test_places_of_lines (void **state)
{
  static const char *const words[] = {"Ẵm",    "AVATAR", "tiếng", "Việt,",         "(thư)",
                                      "1.500", "W.",     "\\",    "mmmmmmmmmmmmm", "nghiêng"};
  g_autoptr (Hand) hand = hand_new ();
  const TkFace *face = hand_face (hand, "Tinos-Italic.ttf"), *bold = hand_face (hand, "Tinos-Bold.ttf");
  const TkNode *node = hand_node (hand, NULL, TK_NODE_PARAGRAPH);
  TkPiece pieces[60];
  guint32 random = 7;

  (void) state;
  for (int line = 0; line < 200; line++) {
    TkUnit x = 0, size = TK_PT (5) + line * 97;
    if (line % 50 == 0)
      hand_page (hand);
    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
      random = random * 1664525 + 1013904223;
      const TkWord *word = hand_word (hand, random >> 28 == 0 ? bold : face,
                                      random >> 28 == 1 ? size / 2 : size,
                                      words[(random >> 16) % G_N_ELEMENTS (words)]);
      pieces[i] = (TkPiece){word, x, random >> 27 != 1};
      x += word->width + (TkUnit) (random >> 8 & 4095);
    }
    hand_pieces (hand, (HandOwner){.node = node}, 1000 + line, TK_PT (20) + line % 50 * 1033, pieces,
                 G_N_ELEMENTS (pieces));
  }
  check_places (hand_pages (hand));
}

/* Surrogates, clusters, and blocks of no more than 100. */
static void
test_unicode (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  const TkFace *face = hand_face (hand, "Tinos-Regular.ttf");
  const TkNode *node = hand_node (hand, NULL, TK_NODE_PARAGRAPH);
  const TkGlyph glyph = {TK_PT (5), 68, 0, 4};
  const TkGlyph ligature = {TK_PT (5), 69, 0, 3};

  (void) state;
  hand_page (hand);
  for (gunichar c = 0x1EA0; c < 0x1EF9; c++) {
    char letter[8] = "";
    g_unichar_to_utf8 (c, letter);
    hand_line (hand, (HandOwner){.node = node}, face, TK_PT (10), 0, TK_PT (20), 0, letter, TRUE);
  }
  TkPiece pieces[] = {{hand_glyphs (hand, face, TK_PT (10), "\xF0\xA0\xAE\xB7", &glyph, NULL, 1), 0, 0},
                      {hand_glyphs (hand, face, TK_PT (10), "ffi", &ligature, NULL, 1), TK_PT (9), 0}};
  hand_pieces (hand, (HandOwner){.node = node}, 0, TK_PT (40), pieces, 2);
  hand_line (hand, (HandOwner){.node = node}, face, TK_PT (10), 0, TK_PT (60), 0, "0123456789abcdefghijk",
             FALSE);
  g_autoptr (GByteArray) bytes = paint_file (hand_pages (hand));
  g_autoptr (File) file = file_read (bytes);
  const char *map = ((const GString *) file->unicodes->pdata[0])->str;
  assert_non_null (strstr (map, "100 beginbfchar\n<0001><1EA0>\n<0002><0020>\n<0003><1EA1>\n"));
  assert_non_null (strstr (map, "endbfchar\n13 beginbfchar\n"));
  assert_non_null (strstr (map, "<D842DFB7>"));
  assert_non_null (strstr (map, "<006600660069>"));
}

/* 60 pages on two threads, twice: memory, threads and time leave no trace. */
static void
test_same (void **state)
{
  GByteArray *files[2];

  (void) state;
  for (int i = 0; i < 2; i++) {
    g_autoptr (Hand) hand = hand_new ();
    const TkFace *face = hand_face (hand, "Tinos-Regular.ttf");
    for (int page = 0; page < 60; page++) {
      const TkNode *node = hand_node (hand, NULL, TK_NODE_PARAGRAPH);
      hand_page (hand);
      for (int line = 0; line < 30; line++)
        hand_line (hand, (HandOwner){.node = node}, face, TK_PT (12), TK_MM (20), TK_PT (40 + 20 * line),
                   TK_PT (3), "Không có gì quý hơn độc lập tự do", TRUE);
    }
    files[i] = paint_file (hand_pages (hand));
  }
  assert_int_equal (files[0]->len, files[1]->len);
  assert_memory_equal (files[0]->data, files[1]->data, files[0]->len);
  g_byte_array_unref (files[0]);
  g_byte_array_unref (files[1]);
}

/* A copy of @face in which the bytes at the end of a chain of reading are changed. */
static guint8 *
find_table (guint8 *font, const char *tag)
{
  for (guint i = 0; i < (guint) (font[4] << 8 | font[5]); i++)
    if (memcmp (font + 12 + 16 * i, tag, 4) == 0)
      return font + 12 + 16 * i;
  fail_msg ("no table %s", tag);
  return NULL;
}

static void
refuse (Hand *hand, const TkFace *face, const char *expected)
{
  g_autoptr (GError) error = NULL;
  const TkNode *node = hand_node (hand, NULL, TK_NODE_PARAGRAPH);
  TkPiece piece = {hand_word (hand, face, TK_PT (10), "a"), 0, 0};
  g_autofree char *path = g_strdup ("/dev/null");

  hand_page (hand);
  hand_pieces (hand, (HandOwner){.node = node}, 0, TK_PT (20), &piece, 1);
  assert_false (paint (hand_pages (hand), NULL, path, &error));
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_FONT));
  assert_true (g_str_has_prefix (error->message, face->file));
  if (strstr (error->message, expected) == NULL)
    fail_msg ("%s", error->message);
}

static void
test_refused_faces (void **state)
{
  (void) state;
  for (int i = 0; i < 3; i++) {
    g_autoptr (Hand) hand = hand_new ();
    TkFace *face = (TkFace *) hand_face (hand, "Tinos-Regular.ttf");
    g_autofree guint8 *font = g_memdup2 (face->data, face->size);
    const guint8 *entry = find_table (font, "OS/2");
    guint offset = (guint) entry[8] << 24 | (guint) entry[9] << 16 | (guint) entry[10] << 8 | entry[11];
    face->data = font;
    if (i == 0)
      memcpy (find_table (font, "glyf"), "CFF ", 4);
    else
      font[offset + (i == 1 ? 9 : 8)] = i == 1 ? 2 : 1; /* restricted; not in part */
    refuse (hand, face, i == 0 ? "no TrueType outlines" : i == 1 ? "may not be embedded," : "in part");
  }
}

static void
test_full_disk (void **state)
{
  g_autoptr (Hand) hand = hand_new ();
  g_autoptr (GError) error = NULL;
  const TkNode *node = hand_node (hand, NULL, TK_NODE_PARAGRAPH);

  (void) state;
  hand_page (hand);
  hand_line (hand, (HandOwner){.node = node}, hand_face (hand, "Tinos-Regular.ttf"), TK_PT (12), 0,
             TK_PT (40), 0, "a", FALSE);
  assert_false (paint (hand_pages (hand), NULL, "/dev/full", &error));
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_OUTPUT));
  assert_non_null (strstr (error->message, "/dev/full"));
}

/* All eight orientations of EXIF: the stored upper left corner goes where it is to be shown. */
static void
test_orientations (void **state)
{
  static const int corners[8][2] = {{0, 1}, {1, 1}, {1, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}};

  (void) state;
  for (int i = 0; i < 8; i++) {
    TkPlacing at = tk_picture_place (i + 1, 100, 200, 30, 40);
    assert_int_equal (at.c + at.e, 100 + 30 * corners[i][0]);
    assert_int_equal (at.d + at.f, 200 + 40 * corners[i][1]);
    assert_int_equal (at.a != 0, i < 4); /* rows stay rows */
  }
}

static guint
count_in (const void *bytes, gsize size, const char *text)
{
  guint n = 0;

  for (const char *at = bytes, *end = at + size;
       (at = memmem (at, (gsize) (end - at), text, strlen (text))) != NULL; at++)
    n++;
  return n;
}

/* As it is, and in what is packed. */
static guint
count (const GByteArray *bytes, const char *text)
{
  g_autoptr (File) file = file_read (bytes);
  guint n = count_in (bytes->data, bytes->len, text);

  for (guint i = 0; i < file->others->len; i++) {
    const GString *other = file->others->pdata[i];
    n += count_in (other->str, other->len, text);
  }
  return n;
}

/* A paragraph and a figure of one line each. */
static Hand *
make_figure (const TkNode **ret_figure)
{
  Hand *hand = hand_new ();
  const TkFace *face = hand_face (hand, "Tinos-Regular.ttf");
  TkNode *text = hand_node (hand, NULL, TK_NODE_PARAGRAPH), *figure = hand_node (hand, NULL, TK_NODE_FIGURE);

  figure->alt = "Hình";
  hand_page (hand);
  hand_line (hand, (HandOwner){.node = text}, face, TK_PT (12), TK_MM (20), TK_PT (40), TK_PT (3), "Có",
             FALSE);
  hand_line (hand, (HandOwner){.node = figure}, face, TK_PT (12), TK_MM (20), TK_PT (80), TK_PT (3), "Hình",
             FALSE);
  *ret_figure = figure;
  return hand;
}

/* Files of an element and of the paper: what is said of each, and where. */
static void
test_attachments (void **state)
{
  const TkNode *figure;
  g_autoptr (Hand) hand = make_figure (&figure);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\r\n1,2\r\n", 10);
  const TkAttachment attachments[] = {
      {"so-lieu.csv", "text/csv", "Số liệu", bytes, figure},
      {"so-lieu.json", "application/vnd.x y", NULL, bytes, figure},
      {"(tất cả).csv", "text/csv", "Tất cả", bytes, NULL},
  };
  const Wish with = {TK_LEVEL_3A, attachments, G_N_ELEMENTS (attachments)}, without = {.level = TK_LEVEL_3A};

  (void) state;
  g_autoptr (GByteArray) file = paint_wish (hand_pages (hand), &with);
  g_autoptr (GByteArray) again = paint_wish (hand_pages (hand), &with);
  g_autoptr (GByteArray) bare = paint_wish (hand_pages (hand), &without);
  assert_int_equal (file->len, again->len);
  assert_memory_equal (file->data, again->data, file->len);
  assert_int_equal (count (file, "/Type/EmbeddedFile"), 3);
  assert_int_equal (count (file, "/Subtype/text#2Fcsv"), 2);
  assert_int_equal (count (file, "/Subtype/application#2Fvnd.x#20y"), 1);
  assert_int_equal (count (file, "/Params<</Size 10/CreationDate(D:"), 3);
  assert_int_equal (count (file, "/AFRelationship/Data"), 2);
  assert_int_equal (count (file, "/AFRelationship/Source"), 1);
  assert_int_equal (count (file, "/F(so-lieu.csv)/UF(so-lieu.csv)/Desc(\xFE\xFF"), 1);
  assert_int_equal (count (file, "/F(so-lieu.json)/UF(so-lieu.json)/AFRelationship"), 1);
  assert_int_equal (count (file, "/AF["), 2); /* of the figure, with two, and of the catalog, with three */
  assert_int_equal (count (file, "(file-0000001)"), 1);
  assert_int_equal (count (file, "(file-0000003)"), 1);
  assert_int_equal (count (file, "<pdfaid:part>3<"), 1);
  assert_int_equal (count (bare, "/AF") + count (bare, "/Names"), 0);
}

/* The same pages, told in three ways. */
static void
test_levels (void **state)
{
  const TkNode *figure;
  g_autoptr (Hand) hand = make_figure (&figure);
  const Wish second = {.level = TK_LEVEL_2A}, first = {.level = TK_LEVEL_1B};

  (void) state;
  g_autoptr (GByteArray) usual = paint_file (hand_pages (hand));
  g_autoptr (GByteArray) same = paint_wish (hand_pages (hand), &second);
  g_autoptr (GByteArray) plain = paint_wish (hand_pages (hand), &first);
  assert_int_equal (usual->len, same->len);
  assert_int_equal (count_in (usual->data, usual->len, "/Type/ObjStm"), 1);
  assert_int_equal (count_in (usual->data, usual->len, "/Type/XRef"), 1);
  assert_int_equal (count_in (usual->data, usual->len, "\nxref\n"), 0);
  assert_int_equal (count_in (plain->data, plain->len, "/Type/ObjStm"), 0);
  assert_int_equal (count_in (plain->data, plain->len, "/Type/XRef"), 0);
  assert_int_equal (count_in (plain->data, plain->len, "\nxref\n"), 1);
  assert_memory_equal (usual->data, same->data, usual->len);
  assert_int_equal (count (usual, "%PDF-1.7"), 1);
  assert_int_equal (count (usual, "/CIDSet"), 0);
  assert_int_equal (count (plain, "%PDF-1.4"), 1);
  assert_int_equal (count (plain, "/CIDSet"), 1);
  assert_int_equal (count (plain, "<pdfaid:part>1<"), 1);
  assert_int_equal (count (plain, "<pdfaid:conformance>B<"), 1);
}

/* What goes on below in the same colour and width is one rectangle; nothing else is. */
static void
test_bands (void **state)
{
  static const struct {
    int x, y, width, height;
    guint32 colour;
    int joined; /* height of the rectangle that is drawn; 0: it is part of one above */
  } bands[] = {
      {20, 100, 200, 10, 0x203050, 45}, {20, 110, 200, 20, 0x203050, 0}, {30, 100, 180, 10, 0xFFFFFF, 10},
      {30, 111, 180, 10, 0xFFFFFF, 10}, {20, 130, 200, 15, 0x203050, 0}, {20, 145, 200, 5, 0x203051, 5},
      {20, 150, 100, 5, 0x203051, 5},   {21, 155, 100, 5, 0x203051, 5},
  };
  g_autoptr (Hand) hand = hand_new ();
  g_autoptr (TkReading) reading = tk_reading_new ();
  guint n, at = 0;

  (void) state;
  hand_page (hand);
  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    hand_rule (hand, (HandOwner){.colour = bands[i].colour}, TK_PT (bands[i].x), TK_PT (bands[i].y),
               TK_PT (bands[i].width), TK_PT (bands[i].height));
  for (int again = 0; again < 2; again++, at = 0) {
    const TkDrawn *drawn = tk_reading_order (reading, &hand_pages (hand)->pages[0], &n);
    for (gsize i = 0; i < G_N_ELEMENTS (bands); i++) {
      if (bands[i].joined == 0)
        continue;
      assert_true (at < n);
      assert_int_equal (drawn[at].x, TK_PT (bands[i].x));
      assert_int_equal (drawn[at].y, TK_PT (bands[i].y));
      assert_int_equal (drawn[at++].mark->rule.height, TK_PT (bands[i].joined));
    }
    assert_int_equal (at, n);
  }
}

/* The edge of a striped table lies upon the backgrounds of all rows; the line between two rows, which both
 * draw, is drawn once, upon both. */
static void
test_edges (void **state)
{
  static const struct {
    int x, y, width, height;
  } given[] =
      {
          {20, 100, 90, 10}, {19, 100, 2, 10},
          {20, 109, 90, 2}, /* a row: its background, its edge, the line below it, */
          {20, 110, 90, 12}, {20, 109, 90, 2},
          {19, 110, 2, 12},                    /* the next with the same line above it, */
          {20, 130, 90, 2},  {20, 130, 90, 3}, /* and two lines that are not the same */
      },
    drawn_as[] = {
        {20, 100, 90, 22}, {20, 109, 90, 2}, {19, 100, 2, 22}, {20, 130, 90, 2}, {20, 130, 90, 3},
    };
  g_autoptr (Hand) hand = hand_new ();
  g_autoptr (TkReading) reading = tk_reading_new ();
  guint n;

  (void) state;
  hand_page (hand);
  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    hand_rule (hand, (HandOwner){.colour = given[i].height >= 10 && given[i].width > 2 ? 0xEEEEEE : 0},
               TK_PT (given[i].x), TK_PT (given[i].y), TK_PT (given[i].width), TK_PT (given[i].height));
  const TkDrawn *drawn = tk_reading_order (reading, &hand_pages (hand)->pages[0], &n);
  assert_int_equal (n, G_N_ELEMENTS (drawn_as));
  for (guint i = 0; i < n; i++) {
    assert_int_equal (drawn[i].x, TK_PT (drawn_as[i].x));
    assert_int_equal (drawn[i].y, TK_PT (drawn_as[i].y));
    assert_int_equal (drawn[i].mark->rule.width, TK_PT (drawn_as[i].width));
    assert_int_equal (drawn[i].mark->rule.height, TK_PT (drawn_as[i].height));
  }
}

int
run_file_tests (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (test_places_of_paper), cmocka_unit_test (test_places_of_lines),
      cmocka_unit_test (test_unicode),         cmocka_unit_test (test_same),
      cmocka_unit_test (test_refused_faces),   cmocka_unit_test (test_full_disk),
      cmocka_unit_test (test_orientations),    cmocka_unit_test (test_attachments),
      cmocka_unit_test (test_edges),           cmocka_unit_test (test_bands),
      cmocka_unit_test (test_levels)};

  return cmocka_run_group_tests_name ("file", tests, NULL, NULL);
}
