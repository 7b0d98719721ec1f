/* Comes in: two pictures. Goes out: sheets of a press. */
#include "press.h"

#include "jpeg.h"

#define EDGE TK_MM (10)
#define BLEED TK_MM (3)
#define WIDTH TK_MM (210)
#define HEIGHT TK_MM (297)

/* Hues from left to right, down the page from white through the full colour to black. */
static void
paint_dot (int x, int y, int width, int height, guint8 *dot)
{
  const int hue = x * 6 * 255 / width, light = y * 510 / height;

  for (int i = 0; i < 3; i++) {
    int away = ABS ((hue + 1530 - i * 510) % 1530 - 765), full = CLAMP (away - 255, 0, 255);
    dot[i] = (guint8) (light <= 255 ? 255 - (255 - full) * light / 255 : full * (510 - light) / 255);
  }
}

TkPicture *
press_photo_new (guint index)
{
  enum { ACROSS = 320, DOWN = 240 };
  g_autoptr (TkPixels) pixels = tk_pixels_new (ACROSS, DOWN, 3);
  TkPicture *picture = g_new0 (TkPicture, 1);

  for (int y = 0; y < DOWN; y++)
    for (int x = 0; x < ACROSS; x++)
      paint_dot (x, y, ACROSS, DOWN, pixels->data + (y * ACROSS + x) * 3);
  g_autoptr (GBytes) bytes = tk_jpeg_encode_new (pixels);
  *picture = (TkPicture){.index = index,
                         .kind = TK_PICTURE_JPEG,
                         .path = "anh/mau.jpg",
                         .width = ACROSS,
                         .height = DOWN,
                         .components = 3,
                         .orientation = 1,
                         .bytes = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)),
                         .size = g_bytes_get_size (bytes)};
  return picture;
}

static void
put_line (Hand *hand, TkMarkRole role, guint32 colour, TkUnit y, const char *text)
{
  const TkNode *node = hand_node (hand, NULL, TK_NODE_PARAGRAPH);
  const HandOwner owner = {.node = node, .role = role, .colour = colour};

  hand_line (hand, owner, hand_face (hand, "Tinos-Regular.ttf"), TK_PT (20), TK_MM (20), y, TK_PT (6), text,
             FALSE);
}

static void
put_rule (Hand *hand, guint32 colour, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  hand_rule (hand, (HandOwner){.colour = colour}, x, y, width, height);
}

/* A triangle, or its outline. */
static void
put_path (Hand *hand, guint32 colour, TkUnit x, TkUnit y, TkUnit stroke)
{
  static const TkStep steps[] = {{TK_STEP_MOVE, 0, 0, 0, 0, 0, 0},
                                 {TK_STEP_LINE, TK_MM (30), 0, 0, 0, 0, 0},
                                 {TK_STEP_LINE, 0, TK_MM (30), 0, 0, 0, 0},
                                 {TK_STEP_CLOSE, 0, 0, 0, 0, 0, 0}};
  const TkNode *figure = hand_node (hand, NULL, TK_NODE_FIGURE);
  TkMark mark = {.kind = TK_MARK_PATH, .node = figure, .x = x, .y = y, .colour = colour};

  mark.path.steps = steps;
  mark.path.n_steps = G_N_ELEMENTS (steps);
  mark.path.clip = steps;
  mark.path.n_clip = stroke > 0 ? 0 : G_N_ELEMENTS (steps);
  mark.path.stroke = stroke;
  mark.path.width = mark.path.height = TK_MM (30);
  hand_mark (hand, &mark);
}

static void
fill_pages (Hand *hand, const TkPicture *photo, const TkPicture *png)
{
  hand_page (hand);
  put_rule (hand, PRESS_TINT, -BLEED, -BLEED, WIDTH + 2 * BLEED, TK_MM (60)); /* bleeds */
  put_line (hand, TK_ROLE_CONTENT, PRESS_RED, TK_MM (30), "Bản tin số 1");
  put_line (hand, TK_ROLE_CONTENT, 0x000000, TK_MM (45), "Chữ đen trên nền xám");
  put_line (hand, TK_ROLE_UNSEEN, 0x000000, TK_MM (55), "Không nhìn thấy");
  put_rule (hand, 0x000000, TK_MM (20), TK_MM (65), TK_MM (100), TK_PT (0.5));
  put_rule (hand, 0x000000, TK_MM (20), TK_MM (70), TK_MM (100), TK_MM (5));
  hand_image (hand, (HandOwner){.node = hand_node (hand, NULL, TK_NODE_FIGURE)}, photo, TK_MM (20),
              TK_MM (85), TK_MM (120), TK_MM (90));
  put_line (hand, TK_ROLE_CONTENT, 0x808080, TK_MM (190), "Chữ xám");
  put_line (hand, TK_ROLE_CONTENT, PRESS_NAMED, TK_MM (205), "Màu có tên");
  put_path (hand, PRESS_RED, TK_MM (20), TK_MM (215), 0);
  put_path (hand, 0x000000, TK_MM (70), TK_MM (215), TK_PT (1));
  put_path (hand, PRESS_NAMED, TK_MM (120), TK_MM (215), TK_PT (3));
  hand_page (hand);
  put_line (hand, TK_ROLE_CONTENT, 0x000000, TK_MM (30), "Trang hai");
  put_rule (hand, PRESS_DARK, TK_MM (20), TK_MM (40), TK_MM (150), TK_MM (80));
  hand_image (hand, (HandOwner){.node = hand_node (hand, NULL, TK_NODE_FIGURE)}, png, TK_MM (40), TK_MM (90),
              TK_MM (80), TK_MM (60));
  put_line (hand, TK_ROLE_CONTENT, 0xFFFFFF, TK_MM (60), "Chữ trắng");
}

static TkSheetSide
make_side (guint sheet, const TkSlot *slots, guint n, const TkPlaced *marks)
{
  const TkUnit width = 2 * WIDTH + 2 * EDGE, height = HEIGHT + 2 * EDGE;

  return (TkSheetSide){.sheet = sheet,
                       .back = (sheet & 1) != 0,
                       .width = width,
                       .height = height,
                       .trim_x = EDGE,
                       .trim_y = EDGE,
                       .trim_width = 2 * WIDTH,
                       .trim_height = HEIGHT,
                       .bleed_x = EDGE - BLEED,
                       .bleed_y = EDGE - BLEED,
                       .bleed_width = 2 * WIDTH + 2 * BLEED,
                       .bleed_height = HEIGHT + 2 * BLEED,
                       .slots = slots,
                       .n_slots = n,
                       .placed = marks,
                       .n_placed = 1};
}

const TkSheets *
press_sheets (Hand *hand, const TkPicture *photo, const TkPicture *png)
{
  static const TkSpotColour named = {PRESS_NAMED, {100, 70, 0, 10}};
  TkArena *arena = hand_document (hand)->arena;

  hand_document (hand)->spots = &named;
  hand_document (hand)->n_spots = 1;
  fill_pages (hand, photo, png);
  const TkPages *pages = hand_pages (hand);
  const TkPage *one = &pages->pages[0], *two = &pages->pages[1];
  const TkUnit small = TK_MM (99);
  const TkSlot slots[] = {
      {one, 0, EDGE, EDGE, 0, 1000, BLEED, BLEED, 0, BLEED},
      {two, 1, EDGE + WIDTH, EDGE, 90, 500, 0, 0, 0, 0},
      {NULL, 2, EDGE + WIDTH, EDGE + HEIGHT / 2, 0, 500, 0, 0, 0, 0},
      {two, 1, EDGE, EDGE, 180, 1000, 0, 0, 0, 0},
      {one, 0, EDGE + WIDTH + TK_MM (20), EDGE + small, 270, 500, TK_MM (1.5), TK_MM (1.5), TK_MM (1.5),
       TK_MM (1.5)},
  };
  const TkMark corner[] = {
      {.kind = TK_MARK_RULE, .x = EDGE, .y = TK_MM (1), .rule = {TK_PT (0.25), TK_MM (5)}},
      {.kind = TK_MARK_RULE, .x = TK_MM (1), .y = EDGE, .rule = {TK_MM (5), TK_PT (0.25)}},
  };
  TkPlaced *marks = tk_arena_new0 (arena, TkPlaced);
  const TkSlot *kept = tk_arena_copy (arena, slots, sizeof slots);
  TkSheetSide *sides = tk_arena_array (arena, TkSheetSide, 2);
  TkSheets *sheets = tk_arena_new0 (arena, TkSheets);

  *marks = (TkPlaced){.marks = tk_arena_copy (arena, corner, sizeof corner), .n_marks = 2};
  sides[0] = make_side (0, kept, 3, marks);
  sides[1] = make_side (1, kept + 3, 2, marks);
  *sheets = (TkSheets){.arena = arena, .pages = pages, .n_pages = 2, .sides = sides, .n_sides = 2};
  return sheets;
}
