/* Comes in: a line that shows numbers of pages. Goes out: a field, which places the line again when they are
 * known: the same words, other spaces. */
#include "line.h"

typedef struct {
  TkFieldLine line; /* first, so that one is the other */
  const TkNode *node;
  TkLinePlace place; /* not aligned yet, of all boxes here */
  const TkBox *boxes;
  const TkBoxText *texts;
} PageLine;

guint
tk_galley_count_pages (const TkSetter *setter, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += tk_galley_text_at (setter, i)->digits != NULL;
  return n;
}

static void
add_number (TkSetter *setter, const TkBox *box, const TkBoxText *text, guint number)
{
  g_autofree char *figures = g_strdup_printf ("%u", number);

  for (const char *at = figures; *at != '\0'; at++) {
    TkBoxText digit = *text;
    digit.word = text->digits[*at - '0'];
    TkBox own = {.width = digit.word->width, .space = at[1] == '\0' ? box->space : 0};
    g_array_append_val (setter->boxes, own);
    g_array_append_val (setter->texts, digit);
  }
}

static GArray *
fill_line (const TkFieldLine *line, const guint *numbers, TkArena *arena)
{
  const PageLine *page = (const PageLine *) line;
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (TkMark));
  TkSetter setter = {
      .arena = arena,
      .boxes = g_array_new (FALSE, FALSE, sizeof (TkBox)),
      .texts = tk_galley_texts_new (),
      .rules = g_array_new (FALSE, TRUE, sizeof (TkMark)),
  };
  guint n = 0;

  for (guint i = 0; i < page->place.to; i++) {
    if (page->texts[i].digits != NULL) {
      add_number (&setter, &page->boxes[i], &page->texts[i], numbers[n++]);
      continue;
    }
    g_array_append_val (setter.boxes, page->boxes[i]);
    g_array_append_val (setter.texts, page->texts[i]);
  }
  TkLinePlace place = page->place;
  place.to = setter.boxes->len;
  tk_galley_align_line (&setter, page->node->style, &place);
  tk_galley_place_line (&setter, page->node, &place, marks);
  g_array_unref (setter.boxes);
  g_array_unref (setter.texts);
  g_array_unref (setter.rules);
  return marks;
}

void
tk_galley_keep_line (TkSetter *setter, const TkNode *node, const TkLinePlace *place, guint n_pages,
                     guint before, TkStrip *strip)
{
  PageLine *page = tk_arena_new0 (setter->arena, PageLine);
  const TkNode **targets = tk_arena_array (setter->arena, const TkNode *, n_pages);
  const guint n = place->to - place->from;
  guint n_targets = 0;

  *page = (PageLine){.line = {fill_line}, .node = node, .place = *place};
  page->place.from = 0;
  page->place.to = n;
  page->boxes = tk_arena_copy (setter->arena, tk_galley_box_at (setter, place->from), n * sizeof (TkBox));
  page->texts = tk_arena_copy (setter->arena, tk_galley_text_at (setter, place->from),
                               n * sizeof (TkBoxText));
  for (guint i = 0; i < n; i++)
    if (page->texts[i].digits != NULL)
      targets[n_targets++] = page->texts[i].run->reference->target;
  tk_galley_add_field (setter, strip, before, &page->line, targets, n_targets);
}
