/* Comes in: pages and a wish of the press typed as text, one thing a line; lengths in points. Goes out: the
 * sheets, as text. Needs neither font nor picture.
 *
 *   paper N WIDTH HEIGHT                  so many pages
 *   page PAGE WIDTH HEIGHT                one of another size
 *   text PAGE X Y WORD                    what is on it: 3 wide a letter,
 *   rule PAGE X Y WIDTH HEIGHT
 *   picture PAGE X Y WIDTH HEIGHT [X Y WIDTH HEIGHT]
 *                                         the box of the whole of it from the part that is shown, and
 *   area PAGE X,Y X,Y X,Y…                an area, or
 *   line PAGE X,Y X,Y                     a line, 1 wide
 *   slug                                  the galley has words for a slug line
 *   press none|booklet|perfect|n-up|stack [up N] [section N] [sheet WIDTH HEIGHT] [bleed LENGTH]
 *         [or usual] [thickness LENGTH] [creep N] [marks] [proof]
 */
#include <stdlib.h>
#include <string.h>

#include "golden.h"
#include "press.h"

typedef struct {
  const char *path;
  int line;
  TkPaper *paper;
  TkPressWish wish;
  GPtrArray *marks; /* by page: GArray of TkMark */
} Reader;

/* ---- reading ---- */

static int
read_number (const char *word)
{
  return word != NULL ? atoi (word) : 0;
}

static TkUnit
read_length (Reader *reader, const char *word)
{
  if (word == NULL)
    tk_golden_refuse (reader->path, reader->line, "a length is missing");
  return tk_golden_length (word);
}

static TkWord *
word_new (TkArena *arena, const char *text)
{
  TkWord *word = tk_arena_new0 (arena, TkWord);

  word->text = tk_arena_text (arena, text);
  word->length = (guint) strlen (text);
  word->width = TK_PT (3) * (TkUnit) g_utf8_strlen (text, -1);
  return word;
}

static void
add_mark (Reader *reader, char **words, const TkMark *mark)
{
  const guint page = (guint) read_number (words[1]);

  if (page < 1 || page > reader->marks->len)
    tk_golden_refuse (reader->path, reader->line, "on which page?");
  g_array_append_vals (g_ptr_array_index (reader->marks, page - 1), mark, 1);
}

static TkMark
read_place (Reader *reader, TkMarkKind kind, char **words)
{
  TkMark mark = {.kind = kind};

  mark.x = read_length (reader, words[2]);
  mark.y = read_length (reader, words[3]);
  return mark;
}

static void
read_text (Reader *reader, char **words)
{
  TkMark mark = read_place (reader, TK_MARK_TEXT, words);
  TkPiece *piece = tk_arena_new0 (reader->paper->arena, TkPiece);

  piece->word = word_new (reader->paper->arena, words[4]);
  mark.text.pieces = piece;
  mark.text.n_pieces = 1;
  add_mark (reader, words, &mark);
}

static void
read_rule (Reader *reader, char **words)
{
  TkMark mark = read_place (reader, TK_MARK_RULE, words);

  mark.rule.width = read_length (reader, words[4]);
  mark.rule.height = read_length (reader, words[5]);
  add_mark (reader, words, &mark);
}

static void
read_picture (Reader *reader, char **words)
{
  TkMark mark = read_place (reader, TK_MARK_IMAGE, words);

  mark.image.width = read_length (reader, words[4]);
  mark.image.height = read_length (reader, words[5]);
  if (words[6] != NULL) {
    TkCrop *crop = tk_arena_new0 (reader->paper->arena, TkCrop);
    crop->x = read_length (reader, words[6]);
    crop->y = read_length (reader, words[7]);
    crop->width = read_length (reader, words[8]);
    crop->height = read_length (reader, words[9]);
    mark.image.crop = crop;
  }
  add_mark (reader, words, &mark);
}

static void
read_path (Reader *reader, char **words, TkUnit stroke)
{
  TkMark mark = {.kind = TK_MARK_PATH};
  const guint n = g_strv_length (words) - 2;
  TkStep *steps = tk_arena_array (reader->paper->arena, TkStep, n);

  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) point = g_strsplit (words[i + 2], ",", 2);
    steps[i].kind = i == 0 ? TK_STEP_MOVE : TK_STEP_LINE;
    steps[i].x = read_length (reader, point[0]);
    steps[i].y = read_length (reader, point[1]);
    mark.path.width = MAX (mark.path.width, steps[i].x);
    mark.path.height = MAX (mark.path.height, steps[i].y);
  }
  mark.path.steps = steps;
  mark.path.n_steps = n;
  mark.path.stroke = stroke;
  add_mark (reader, words, &mark);
}

static void
read_paper (Reader *reader, char **words)
{
  const guint n = (guint) read_number (words[1]);

  reader->paper = tk_paper_new (n, read_length (reader, words[2]), read_length (reader, words[3]));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (reader->marks, g_array_new (FALSE, TRUE, sizeof (TkMark)));
}

static void
read_page (Reader *reader, char **words)
{
  TkPage *page = (TkPage *) &reader->paper->pages.pages[read_number (words[1]) - 1];

  page->width = read_length (reader, words[2]);
  page->height = read_length (reader, words[3]);
}

static void
make_slug (Reader *reader)
{
  static const char *const phrases[TK_SLUG_PHRASES] = {"sheet",          "front", "back", "proof", "singly",
                                                       "folded",         "glued", "n-up", "cut",   "1.2.2026",
                                                       "Title of paper", "·",     "/",    "…"};
  TkArena *arena = reader->paper->arena;
  TkSlugSet *set = tk_arena_new0 (arena, TkSlugSet);
  const TkWord **digits = tk_arena_array (arena, const TkWord *, 10);

  for (guint i = 0; i < 10; i++)
    digits[i] = word_new (arena, (char[]){(char) ('0' + i), '\0'});
  for (guint i = 0; i < TK_SLUG_PHRASES; i++) {
    g_auto (GStrv) words = g_strsplit (phrases[i], " ", -1);
    TkRunningPart *parts = tk_arena_array (arena, TkRunningPart, g_strv_length (words));
    for (guint j = 0; words[j] != NULL; j++)
      parts[j] = (TkRunningPart){.word = word_new (arena, words[j]), .space = j > 0 ? TK_PT (2) : 0};
    set->phrases[i].parts = parts;
    set->phrases[i].n_parts = g_strv_length (words);
  }
  set->digits = digits;
  set->space = TK_PT (2);
  reader->paper->galley.slug = set;
}

static void
read_press (Reader *reader, char **words)
{
  static const char *const schemes[] = {"none", "booklet", "perfect", "n-up", "stack", NULL};
  TkPressWish *wish = &reader->wish;

  for (guint i = 0; schemes[i] != NULL; i++)
    if (g_strcmp0 (schemes[i], words[1]) == 0)
      wish->scheme = (TkPressScheme) i;
  for (char **word = words + 2; *word != NULL; word++) {
    if (strcmp (*word, "marks") == 0)
      wish->marks = TRUE;
    else if (strcmp (*word, "proof") == 0)
      wish->proof = TRUE;
    else if (strcmp (*word, "or") == 0 && g_strcmp0 (*++word, "usual") == 0)
      wish->usual_else = TRUE;
    else if (strcmp (*word, "up") == 0)
      wish->up = (guint) read_number (*++word);
    else if (strcmp (*word, "section") == 0)
      wish->section = (guint) read_number (*++word);
    else if (strcmp (*word, "creep") == 0)
      wish->creep = read_number (*++word);
    else if (strcmp (*word, "bleed") == 0)
      wish->bleed = read_length (reader, *++word);
    else if (strcmp (*word, "thickness") == 0)
      wish->thickness = read_length (reader, *++word);
    else if (strcmp (*word, "sheet") == 0) {
      wish->sheet_width = read_length (reader, *++word);
      wish->sheet_height = read_length (reader, *++word);
    } else
      tk_golden_refuse (reader->path, reader->line, "what is “%s”?", *word);
  }
}

static void
read_line (Reader *reader, const char *line)
{
  g_auto (GStrv) words = tk_golden_words (line);

  if (words[0] == NULL)
    return;
  if (strcmp (words[0], "paper") == 0)
    read_paper (reader, words);
  else if (reader->paper == NULL)
    tk_golden_refuse (reader->path, reader->line, "paper N WIDTH HEIGHT comes first");
  else if (strcmp (words[0], "page") == 0)
    read_page (reader, words);
  else if (strcmp (words[0], "text") == 0)
    read_text (reader, words);
  else if (strcmp (words[0], "rule") == 0)
    read_rule (reader, words);
  else if (strcmp (words[0], "picture") == 0)
    read_picture (reader, words);
  else if (strcmp (words[0], "area") == 0)
    read_path (reader, words, 0);
  else if (strcmp (words[0], "line") == 0)
    read_path (reader, words, TK_PT (1));
  else if (strcmp (words[0], "slug") == 0)
    make_slug (reader);
  else if (strcmp (words[0], "press") == 0)
    read_press (reader, words);
  else
    tk_golden_refuse (reader->path, reader->line, "what is “%s”?", words[0]);
}

/* ---- printing ---- */

static void
print_lengths (GString *to, const TkUnit *lengths, guint n)
{
  for (guint i = 0; i < n; i++) {
    char number[32];
    g_snprintf (number, sizeof number, "%.2f", lengths[i] / 1024.0);
    g_string_append_printf (to, " %s", strcmp (number, "-0.00") == 0 ? "0.00" : number);
  }
}

static void
print_path (GString *to, const TkMark *mark)
{
  g_string_append (to, mark->path.dash[0] > 0 ? " dashed:" : mark->path.stroke > 0 ? " drawn:" : " filled:");
  for (guint i = 0; i < mark->path.n_steps; i++) {
    const TkStep *step = &mark->path.steps[i];
    if (step->kind == TK_STEP_CURVE) {
      g_string_append (to, " curve");
      return;
    }
    print_lengths (to, (TkUnit[]){mark->x + step->x, mark->y + step->y}, 2);
    g_string_append (to, i + 1 < mark->path.n_steps ? "," : "");
  }
}

static void
print_mark (GString *to, const char *indent, const TkMark *mark)
{
  static const char *const kinds[] = {"text", "rule", "picture", "path"};

  g_string_append_printf (to, "%s%s", indent, kinds[mark->kind]);
  print_lengths (to, (TkUnit[]){mark->x, mark->y}, 2);
  switch (mark->kind) {
  case TK_MARK_TEXT:
    for (guint i = 0; i < mark->text.n_pieces; i++)
      g_string_append_printf (to, "%s%s", i == 0 || mark->text.pieces[i - 1].space > 0 ? " " : "",
                              mark->text.pieces[i].word->text);
    break;
  case TK_MARK_RULE:
    print_lengths (to, (TkUnit[]){mark->rule.width, mark->rule.height}, 2);
    break;
  case TK_MARK_IMAGE:
    print_lengths (to, (TkUnit[]){mark->image.width, mark->image.height}, 2);
    if (mark->image.crop != NULL) {
      const TkCrop *crop = mark->image.crop;
      g_string_append (to, " of");
      print_lengths (to, (TkUnit[]){crop->x, crop->y, crop->width, crop->height}, 4);
    }
    break;
  case TK_MARK_PATH:
    print_path (to, mark);
    break;
  }
  g_string_append_c (to, '\n');
}

static void
print_placed (GString *to, const char *indent, const TkPlaced *placed, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < placed[i].n_marks; j++)
      print_mark (to, indent, &placed[i].marks[j]);
}

static void
print_slot (GString *to, const TkSlot *slot)
{
  g_string_append_printf (to, "  %s %u at", slot->page != NULL ? "page" : "blank", slot->index + 1);
  print_lengths (to, (TkUnit[]){slot->x, slot->y}, 2);
  if (slot->turned != 0)
    g_string_append_printf (to, ", turned %d", slot->turned);
  if (slot->scale != 1000)
    g_string_append_printf (to, ", scale %d", slot->scale);
  if (slot->page != NULL && (slot->clip_left | slot->clip_top | slot->clip_right | slot->clip_bottom) != 0) {
    g_string_append (to, ", beyond:");
    print_lengths (to, (TkUnit[]){slot->clip_left, slot->clip_top, slot->clip_right, slot->clip_bottom}, 4);
  }
  g_string_append_c (to, '\n');
  if (slot->page != NULL)
    print_placed (to, "    ", slot->page->placed, slot->page->n_placed);
}

static void
print_side (GString *to, const TkSheetSide *side)
{
  g_string_append_printf (to, "sheet %u %s%s,", side->sheet + 1, side->back ? "back" : "front",
                          side->proof ? ", proof" : "");
  print_lengths (to, (TkUnit[]){side->width, side->height}, 2);
  g_string_append (to, ", trim");
  print_lengths (to, (TkUnit[]){side->trim_x, side->trim_y, side->trim_width, side->trim_height}, 4);
  g_string_append (to, ", bleed");
  print_lengths (to, (TkUnit[]){side->bleed_x, side->bleed_y, side->bleed_width, side->bleed_height}, 4);
  g_string_append_c (to, '\n');
  for (guint i = 0; i < side->n_slots; i++)
    print_slot (to, &side->slots[i]);
  print_placed (to, "  ", side->placed, side->n_placed);
}

static void
print_sheets (GString *to, const Reader *reader)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TkSheets) sheets = tk_pages_impose (&reader->paper->pages, &reader->wish, notes, &error);
  g_autofree const char **list = tk_notes_list_new (notes);

  if (sheets == NULL)
    g_string_append_printf (to, "error: %s\n", error->message);
  for (guint i = 0; sheets != NULL && i < sheets->n_sides; i++)
    print_side (to, &sheets->sides[i]);
  for (const char **note = list; *note != NULL; note++)
    g_string_append_printf (to, "note: %s\n", *note);
}

static char *
print_case (const char *path, const char *text, gpointer data G_GNUC_UNUSED)
{
  Reader reader = {.path = path};
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *to = g_string_new (NULL);

  reader.marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (char **line = lines; *line != NULL; line++) {
    reader.line++;
    read_line (&reader, *line);
  }
  for (guint i = 0; i < reader.marks->len; i++) {
    const GArray *marks = g_ptr_array_index (reader.marks, i);
    if (marks->len > 0)
      tk_paper_put (reader.paper, i, (const TkMark *) (void *) marks->data, marks->len);
  }
  print_sheets (to, &reader);
  g_ptr_array_unref (reader.marks);
  tk_paper_free (reader.paper);
  return g_string_free (to, FALSE);
}

int
main (int argc, char **argv)
{
  return tk_golden_run (argc, argv, print_case, NULL);
}
