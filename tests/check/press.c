/* Comes in: a case, pages typed as text. Goes out: what the press says of them. */
#include "preflight.h"

#include <stdlib.h>
#include <string.h>

#include "press_case.h"

/* The marks of one page at a time: an arena owns all else. */
typedef struct {
  TkArena *arena;
  TkPressWanted wanted;
  TkPressWish wish;
  GArray *pages;  /* TkPage */
  GArray *placed; /* TkPlaced, each with one mark, of the page at hand */
  guint n_faces;
} Case;

static TkUnit
to_unit (const char *word)
{
  return (TkUnit) (g_ascii_strtod (word, NULL) * 72 / 25.4 * 1024 + 0.5);
}

static void
end_page (Case *the)
{
  if (the->pages->len == 0)
    return;
  TkPage *page = &g_array_index (the->pages, TkPage, the->pages->len - 1);
  page->n_placed = the->placed->len;
  page->placed = tk_arena_copy_array (the->arena, the->placed);
  g_array_set_size (the->placed, 0);
}

static void
read_wanted (Case *the, char **words)
{
  the->wanted = (TkPressWanted){0};
  for (char **word = words + 1; *word != NULL; word++) {
    if (strcmp (*word, "inks") == 0)
      the->wanted.inks = TRUE;
    if (strcmp (*word, "gray") == 0)
      the->wanted.colour = TK_COLOUR_GRAY;
    if (strcmp (*word, "cmyk") == 0)
      the->wanted.colour = TK_COLOUR_CMYK;
  }
}

static void
read_press (Case *the, char **words)
{
  TkPressWish *wish = &the->wish;

  *wish = (TkPressWish){.scheme = strcmp (words[1], "booklet") == 0   ? TK_PRESS_BOOKLET
                                  : strcmp (words[1], "perfect") == 0 ? TK_PRESS_PERFECT
                                  : strcmp (words[1], "n-up") == 0    ? TK_PRESS_N_UP
                                                                      : TK_PRESS_NONE};
  for (char **word = words + 2; *word != NULL; word++) {
    if (strcmp (*word, "proof") == 0)
      wish->proof = TRUE;
    else if (strcmp (*word, "up") == 0)
      wish->up = (guint) atoi (*++word);
    else if (strcmp (*word, "bleed") == 0)
      wish->bleed = to_unit (*++word);
    else if (strcmp (*word, "sheet") == 0) {
      wish->sheet_width = to_unit (*++word);
      wish->sheet_height = to_unit (*++word);
    }
  }
}

static TkFace *
face_of (Case *the)
{
  TkFace *face = tk_arena_new0 (the->arena, TkFace);

  *face = (TkFace){.id = the->n_faces++,
                   .family = "Type",
                   .name = "Type Bold",
                   .units_per_em = 1000,
                   .ascent = 900,
                   .descent = -200,
                   .cap_height = 700};
  return face;
}

static void
read_text (Case *the, TkMark *mark, char **words)
{
  TkWord *word = tk_arena_new0 (the->arena, TkWord);
  TkPiece *piece = tk_arena_new0 (the->arena, TkPiece);

  word->face = face_of (the);
  word->width = to_unit (words[3]);
  word->size = (TkUnit) (g_ascii_strtod (words[4], NULL) * 1024);
  word->text = tk_arena_text (the->arena, words[5]);
  word->length = (guint) strlen (words[5]);
  piece->word = word;
  mark->text.pieces = piece;
  mark->text.n_pieces = 1;
}

static void
read_picture (Case *the, TkMark *mark, char **words)
{
  TkPicture *picture = tk_arena_new0 (the->arena, TkPicture);

  *picture = (TkPicture){.path = "anh.jpg",
                         .components = 3,
                         .orientation = 1,
                         .width = atoi (words[5]),
                         .height = atoi (words[6])};
  mark->image.picture = picture;
  mark->image.width = to_unit (words[3]);
  mark->image.height = to_unit (words[4]);
}

static void
read_path (Case *the, TkMark *mark, char **words)
{
  TkStep *steps = tk_arena_array (the->arena, TkStep, 4);
  const TkUnit width = to_unit (words[3]), height = to_unit (words[4]);

  steps[0] = (TkStep){TK_STEP_MOVE};
  steps[1] = (TkStep){TK_STEP_LINE, .x = width};
  steps[2] = (TkStep){TK_STEP_LINE, .x = width, .y = height};
  steps[3] = (TkStep){TK_STEP_CLOSE};
  mark->path.steps = steps;
  mark->path.n_steps = 4;
  mark->path.width = width;
  mark->path.height = height;
  mark->path.stroke = (TkUnit) (g_ascii_strtod (words[5], NULL) * 1024);
}

static void
read_word (Case *the, TkPlaced *placed, TkMark *mark, const char *word)
{
  const char *value = strchr (word, '=') != NULL ? strchr (word, '=') + 1 : "";

  if (g_str_has_prefix (word, "colour="))
    mark->colour = (guint32) strtoul (value, NULL, 16);
  else if (g_str_has_prefix (word, "turn="))
    mark->turned = (gint16) atoi (value);
  else if (g_str_has_prefix (word, "rights="))
    ((TkFace *) mark->text.pieces->word->face)->rights = (guint16) strtoul (value, NULL, 16);
  else if (g_str_has_prefix (word, "components="))
    ((TkPicture *) mark->image.picture)->components = atoi (value);
  else if (strcmp (word, "sideways") == 0)
    ((TkPicture *) mark->image.picture)->orientation = 6;
  else if (strcmp (word, "unseen") == 0)
    mark->role = TK_ROLE_UNSEEN;
  else if (strcmp (word, "watermark") == 0) {
    placed->artifact = TRUE;
    placed->kind = TK_ARTIFACT_WATERMARK;
  } else if (g_str_has_prefix (word, "crop=")) {
    TkCrop *crop = tk_arena_new0 (the->arena, TkCrop);
    crop->width = to_unit (value);
    crop->height = to_unit (strchr (value, 'x') + 1);
    mark->image.crop = crop;
  }
}

static void
read_mark (Case *the, char **words)
{
  static const struct {
    const char *word;
    TkMarkKind kind;
    guint n_words;
    void (*read) (Case *the, TkMark *mark, char **words);
  } kinds[] = {{"text", TK_MARK_TEXT, 6, read_text},
               {"picture", TK_MARK_IMAGE, 7, read_picture},
               {"path", TK_MARK_PATH, 6, read_path},
               {"rule", TK_MARK_RULE, 5, NULL}};
  TkMark *mark = tk_arena_new0 (the->arena, TkMark);
  TkPlaced placed = {.marks = mark, .n_marks = 1, .x = to_unit (words[1]), .y = to_unit (words[2])};
  guint i = 0;

  while (strcmp (words[0], kinds[i].word) != 0)
    i++;
  g_assert_cmpuint (g_strv_length (words), >=, kinds[i].n_words);
  mark->kind = kinds[i].kind;
  if (kinds[i].read != NULL) {
    kinds[i].read (the, mark, words);
  } else {
    mark->rule.width = to_unit (words[3]);
    mark->rule.height = to_unit (words[4]);
  }
  for (char **word = words + kinds[i].n_words; *word != NULL; word++)
    read_word (the, &placed, mark, *word);
  g_array_append_val (the->placed, placed);
}

static void
read_line (Case *the, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (line[0] == '\0' || line[0] == '#')
    return;
  if (strcmp (words[0], "wanted") == 0) {
    read_wanted (the, words);
  } else if (strcmp (words[0], "press") == 0) {
    read_press (the, words);
  } else if (strcmp (words[0], "page") == 0) {
    end_page (the);
    const TkPage page = {
        .number = the->pages->len + 1, .width = to_unit (words[1]), .height = to_unit (words[2])};
    g_array_append_val (the->pages, page);
  } else {
    read_mark (the, words);
  }
}

char *
print_press (const char *path, G_GNUC_UNUSED gpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (TkNotes) notes = tk_notes_new (), unread = tk_notes_new ();
  Case the = {tk_arena_new (),
              {0},
              {.scheme = TK_PRESS_NONE, .bleed = TK_MM (3)},
              g_array_new (FALSE, TRUE, sizeof (TkPage)),
              g_array_new (FALSE, TRUE, sizeof (TkPlaced)),
              0};

  g_file_get_contents (path, &text, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    read_line (&the, *line);
  end_page (&the);
  const TkPages pages = {.pages = (const TkPage *) (const void *) the.pages->data, .n_pages = the.pages->len};
  g_autoptr (TkSheets) sheets = tk_pages_impose (&pages, &the.wish, unread, NULL);
  g_assert_nonnull (sheets);
  tk_check_preflight (sheets, &the.wanted, notes);
  g_autofree const char **said = tk_notes_list_new (notes);
  g_autofree char *joined = g_strjoinv ("\n", (char **) said);
  g_array_unref (the.pages);
  g_array_unref (the.placed);
  tk_arena_free (the.arena);
  return g_strconcat (joined, joined[0] != '\0' ? "\n" : "nothing\n", NULL);
}
