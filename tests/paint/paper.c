/* Comes in: nothing. Goes out: a letterhead, headings whose levels skip, a
 * paragraph over two pages with a link and a foreign word, lists, a table with
 * a repeated head, spans and empty cells, figures, a running head. */
#include "paper.h"

#include <cairo.h>
#include <stdio.h>
#include <string.h>
/* stdio first */
#include <jpeglib.h>

enum { WIDTH = 8, HEIGHT = 6 };

static gboolean
is_corner (int x, int y)
{
  return x < 3 && y < 2;
}

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int size)
{
  g_byte_array_append (data, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
make_png (gboolean alpha)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                                         WIDTH, HEIGHT);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++) {
      guint32 dot = is_corner (x, y) ? 0xFF0000FF : 0xFFFF0000;
      if (alpha && is_corner (WIDTH - 1 - x, HEIGHT - 1 - y))
        dot = 0;
      memcpy (cairo_image_surface_get_data (surface) + y * stride + x * 4, &dot, 4);
    }
  cairo_surface_mark_dirty (surface);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return bytes;
}

static GByteArray *
make_jpeg (void)
{
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  unsigned char *to = NULL;
  unsigned long size = 0;

  jpeg.err = jpeg_std_error (&errors);
  jpeg_create_compress (&jpeg);
  jpeg_mem_dest (&jpeg, &to, &size);
  jpeg.image_width = WIDTH;
  jpeg.image_height = HEIGHT;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults (&jpeg);
  jpeg_set_quality (&jpeg, 100, TRUE);
  jpeg_start_compress (&jpeg, TRUE);
  for (int y = 0; y < HEIGHT; y++) {
    JSAMPLE row[WIDTH * 3] = {0};
    JSAMPROW rows[1] = {row};
    for (int x = 0; x < WIDTH; x++)
      row[3 * x + (is_corner (x, y) ? 2 : 0)] = 255;
    jpeg_write_scanlines (&jpeg, rows, 1);
  }
  jpeg_finish_compress (&jpeg);
  GByteArray *bytes = g_byte_array_append (g_byte_array_new (), to, (guint) size);
  jpeg_destroy_compress (&jpeg);
  free (to);
  return bytes;
}

TkPicture *
picture_new (guint index, TkPictureKind kind, int orientation, gboolean alpha)
{
  TkPicture *picture = g_new0 (TkPicture, 1);
  GByteArray *bytes = kind == TK_PICTURE_PNG ? make_png (alpha) : make_jpeg ();

  picture->index = index;
  picture->kind = kind;
  picture->path = kind == TK_PICTURE_PNG ? "anh/nho.png" : "anh/nho.jpg";
  picture->width = WIDTH;
  picture->height = HEIGHT;
  picture->components = 3;
  picture->orientation = orientation;
  picture->size = bytes->len;
  picture->bytes = g_byte_array_free (bytes, FALSE);
  return picture;
}

void
picture_free (TkPicture *picture)
{
  g_free ((gpointer) picture->bytes);
  g_free (picture);
}

typedef struct {
  Hand *hand;
  const TkFace *regular, *bold;
  const TkPicture *png, *jpeg;
} Paper;

#define LEFT TK_MM (30)
#define GAP TK_PT (4)

static void
put (const Paper *paper, const TkNode *node, double x, double y, const char *text, gboolean more)
{
  hand_line (paper->hand, (HandOwner){.node = node}, paper->regular, TK_PT (13), TK_PT (x), TK_PT (y), GAP,
             text, more);
}

static TkNode *
paragraph (const Paper *paper, TkNode *parent, double x, double y, const char *text)
{
  TkNode *node = hand_node (paper->hand, parent, TK_NODE_PARAGRAPH);

  hand_run (paper->hand, node, text, NULL, NULL);
  put (paper, node, x, y, text, FALSE);
  return node;
}

static void
heading (const Paper *paper, TkNode *parent, int level, double y, const char *text)
{
  TkNode *node = hand_node (paper->hand, parent, TK_NODE_HEADING);

  node->level = level;
  hand_run (paper->hand, node, text, NULL, NULL);
  hand_line (paper->hand, (HandOwner){.node = node, .colour = level == 2 ? 0x123456 : 0}, paper->bold,
             TK_PT (13), LEFT, TK_PT (y), GAP, text, FALSE);
  hand_bookmark (paper->hand, node, TK_PT (y - 12));
}

/* The lines come right before left: the reading order is the tree's. */
static void
put_letterhead (const Paper *paper)
{
  static const char *const texts[2][2] = {{"LIÊN HIỆP THƯ VIỆN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                                          {"Số: 01/BC-LHTV", "Hải Phòng, 2022"}};
  TkNode *sides = hand_node (paper->hand, NULL, TK_NODE_SIDES), *cells[2][2], *paragraphs[2][2];

  sides->n_columns = 2;
  for (int row = 0; row < 2; row++) {
    TkNode *node = hand_node (paper->hand, sides, TK_NODE_ROW);
    for (int side = 0; side < 2; side++) {
      cells[row][side] = hand_node (paper->hand, node, TK_NODE_CELL);
      paragraphs[row][side] = hand_node (paper->hand, cells[row][side], TK_NODE_PARAGRAPH);
    }
  }
  for (int row = 0; row < 2; row++)
    for (int side = 1; side >= 0; side--)
      put (paper, paragraphs[row][side], side == 0 ? 85 : 270, 80 + 20 * row, texts[row][side], FALSE);
  hand_rule (paper->hand, (HandOwner){.node = sides}, TK_PT (330), TK_PT (106), TK_PT (180), TK_PT (0.75));
}

static TkNode *
put_long (const Paper *paper, TkNode *section)
{
  TkNode *node = hand_node (paper->hand, section, TK_NODE_PARAGRAPH);
  HandOwner plain = {.node = node};

  hand_run (paper->hand, node, "Bạn đọc xem (thêm) tại ", NULL, NULL);
  HandOwner link = {
      .node = node,
      .span = hand_run (paper->hand, node, "trang của Thư viện", "https://thuvien.vn/đọc?a=(1)", NULL),
      .colour = 0x0000EE};
  HandOwner foreign = {.node = node, .span = hand_run (paper->hand, node, "open access", NULL, "en")};
  hand_line (paper->hand, plain, paper->regular, TK_PT (13), LEFT, TK_PT (170), GAP,
             "Bạn đọc xem (thêm) \\ tại", TRUE);
  hand_line (paper->hand, link, paper->regular, TK_PT (13), TK_PT (300), TK_PT (170), GAP, "trang của", TRUE);
  hand_line (paper->hand, link, paper->regular, TK_PT (13), LEFT, TK_PT (190), GAP, "Thư viện", TRUE);
  hand_line (paper->hand, foreign, paper->regular, TK_PT (13), TK_PT (160), TK_PT (190), GAP, "open access",
             TRUE);
  put (paper, node, 250, 190, "và còn đọc được ở", TRUE);
  return node;
}

static void
put_list (const Paper *paper, TkNode *section)
{
  static const char *const labels[] = {"a)", "b)", "đ)"}, *const texts[] = {"Luân chuyển", "Phục vụ",
                                                                            "Bổ sung"};
  TkNode *list = hand_node (paper->hand, section, TK_NODE_LIST);

  list->marking = TK_MARKING_LETTER;
  for (int i = 0; i < 3; i++) {
    TkNode *item = hand_node (paper->hand, list, TK_NODE_ITEM);
    item->label = labels[i];
    hand_line (paper->hand, (HandOwner){.node = item, .role = TK_ROLE_LABEL}, paper->regular, TK_PT (13),
               TK_PT (85), TK_PT (230 + 20 * i), GAP, labels[i], TRUE);
    paragraph (paper, item, 110, 230 + 20 * i, texts[i]);
    if (i == 2) /* two blocks: the item's body has paragraphs of its own */
      paragraph (paper, item, 250, 230 + 20 * i, "tài liệu");
  }
}

static TkNode *
row (const Paper *paper, TkNode *table, gboolean head, double y, const char *const *texts)
{
  TkNode *node = hand_node (paper->hand, table, TK_NODE_ROW);

  node->head = head;
  for (int i = 0; texts[i] != NULL; i++) {
    TkNode *cell = hand_node (paper->hand, node, TK_NODE_CELL);
    if (texts[i][0] != '\0')
      paragraph (paper, cell, 90 + 120 * i, y, texts[i]);
  }
  hand_rule (paper->hand, (HandOwner){.node = node}, TK_PT (85), TK_PT (y + 5), TK_PT (360), TK_PT (0.5));
  return node;
}

static TkNode *
put_table (const Paper *paper, TkNode *section)
{
  TkNode *table = hand_node (paper->hand, section, TK_NODE_TABLE);

  table->n_columns = 3;
  row (paper, table, TRUE, 330, (const char *const[]){"Đơn vị", "Bản", "Lượt", NULL});
  row (paper, table, FALSE, 350, (const char *const[]){"Hải Phòng", "", "1.500", NULL});
  row (paper, table, FALSE, 370, (const char *const[]){"Tổng", NULL})->first->span = 2;
  return table;
}

static void
put_figure (const Paper *paper, TkNode *section, const TkPicture *picture, const char *alt,
            const char *caption, double x, double y)
{
  TkNode *figure = hand_node (paper->hand, section, TK_NODE_FIGURE);
  gboolean turned = picture->orientation >= 5;

  figure->path = picture->path;
  figure->alt = alt;
  hand_image (paper->hand, (HandOwner){.node = figure}, picture, TK_PT (x), TK_PT (y),
              TK_PT (turned ? 60 : 80), TK_PT (turned ? 80 : 60));
  if (caption != NULL)
    paragraph (paper, figure, x, y + 100, caption);
}

static void
put_running (const Paper *paper, const char *number)
{
  hand_running (paper->hand, TRUE);
  hand_line (paper->hand, (HandOwner){.node = NULL}, paper->regular, TK_PT (13), TK_MM (105), TK_PT (45), GAP,
             number, FALSE);
  hand_running (paper->hand, FALSE);
}

/* What hand-made glyphs can show: letters of two glyphs, raised, and with a text beyond the first plane. */
static void
put_clusters (const Paper *paper, TkNode *section)
{
  TkNode *node = hand_node (paper->hand, section, TK_NODE_PARAGRAPH);
  guint16 a = hand_word (paper->hand, paper->regular, TK_PT (13), "a")->glyphs->glyph;
  guint16 tilde = hand_word (paper->hand, paper->regular, TK_PT (13), "~")->glyphs->glyph;
  const TkGlyph glyphs[] = {
      {TK_PT (5.77), a, 0, 2}, {0, tilde, 0, 0}, {TK_PT (5.77), a, 2, 4}, {TK_PT (5.5), a, 6, 2}};
  const TkOffset offsets[] = {{0, 0}, {-TK_PT (6), TK_PT (3.25)}, {0, 0}, {TK_PT (0.1), -TK_PT (1)}};
  TkPiece piece = {.word = hand_glyphs (paper->hand, paper->regular, TK_PT (13), "ã\360\240\256\267\302\240",
                                        glyphs, offsets, 4)};

  hand_pieces (paper->hand, (HandOwner){.node = node}, LEFT, TK_PT (420), &piece, 1);
}

static void
put_second_page (const Paper *paper, TkNode *section, TkNode *last, const TkNode *table)
{
  TkNode *more;

  hand_page (paper->hand);
  put_running (paper, "2");
  put (paper, last, 85, 80, "các thư viện thành viên.", FALSE);
  hand_running (paper->hand, TRUE); /* the head of the table, repeated */
  put (paper, table->first->first->first, 90, 120, "Đơn vị", FALSE);
  hand_running (paper->hand, FALSE);
  row (paper, (TkNode *) table, FALSE, 140, (const char *const[]){"Thái Bình", "12", "3.000", NULL});
  more = hand_node (paper->hand, section, TK_NODE_SECTION);
  heading (paper, more, 4, 180, "1. Phương hướng");
  paragraph (paper, hand_node (paper->hand, more, TK_NODE_KEEP), 85, 200, "Giữ cùng trang.")->language = "fr";
  put_figure (paper, more, paper->jpeg, NULL, "Ảnh 2: quay", 85, 230);
  put_clusters (paper, more);
}

void
paper_fill (Hand *hand, const TkPicture *png, const TkPicture *jpeg)
{
  Paper paper = {hand, hand_face (hand, "Tinos-Regular.ttf"), hand_face (hand, "Tinos-Bold.ttf"), png, jpeg};
  TkNode *section, *empty, *last, *table;

  hand_document (hand)->title = "Báo cáo <tổng kết> & \"phương hướng\"";
  hand_document (hand)->author = "Liên hiệp Thư viện";
  hand_document (hand)->subject = "Nhiệm kỳ 2020 - 2022";
  hand_page (hand);
  put_running (&paper, "1");
  put_letterhead (&paper);
  empty = hand_node (hand, NULL, TK_NODE_SECTION);
  hand_node (hand, empty, TK_NODE_HEADING); /* no text, no element, no level */
  section = hand_node (hand, NULL, TK_NODE_SECTION);
  heading (&paper, section, 2, 150, "I. KẾT QUẢ");
  last = put_long (&paper, section);
  put_list (&paper, section);
  table = put_table (&paper, section);
  put_figure (&paper, section, png, "Hai hình vuông", NULL, 85, 400);
  put_second_page (&paper, section, last, table);
}
