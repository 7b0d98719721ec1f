/* Comes in: text. Goes out: a galley whose strips carry their names. */
#include "strips.h"

#include <stdlib.h>
#include <string.h>

#include "golden.h"

typedef struct {
  const char *path;
  int line;
  TkStrips *made;
  GArray *strips;      /* TkStrip */
  GArray *regions;     /* TkRegion */
  GArray *running;     /* TkRunningSet */
  TkMaster *master;    /* of what follows */
  TkMaster *foot;      /* whose running lines papers have, too, or NULL */
  const TkNode *paper; /* that what follows is of, or NULL */
  GArray *floats;      /* TkFloat */
  GArray *fillers;     /* TkFiller */
  GHashTable *heads;   /* name of a table to GArray of TkStrip, owned */
  GHashTable *carries; /* name of a table to its TkCarry */
} Reader;

static const TkFace face = {.family = "Type", .name = "Type", .units_per_em = 1000};

static TkWord *
word_new (TkArena *arena, const char *text, TkUnit width)
{
  TkWord *word = tk_arena_new0 (arena, TkWord);

  word->face = &face;
  word->size = TK_PT (10);
  word->width = width;
  word->text = tk_arena_text (arena, text);
  word->length = (guint) strlen (text);
  return word;
}

TkMark *
tk_strips_mark (TkArena *arena, const TkNode *node, const char *text)
{
  TkMark *mark = tk_arena_new0 (arena, TkMark);
  TkPiece *piece = tk_arena_new0 (arena, TkPiece);

  piece->word = word_new (arena, text, TK_PT (50));
  *mark = (TkMark){.kind = TK_MARK_TEXT, .node = node};
  mark->text.pieces = piece;
  mark->text.n_pieces = 1;
  return mark;
}

static void
read_page (Reader *reader, char **words)
{
  TkMaster *master = &reader->made->master;

  if (words[1] == NULL)
    tk_golden_refuse (reader->path, reader->line, "page HEIGHT [WIDTH]");
  master->height = tk_golden_length (words[1]) + TK_PT (20 + 30);
  master->width = (words[2] != NULL ? tk_golden_length (words[2]) : TK_PT (100)) + TK_PT (10 + 40);
}

static void
read_folio (Reader *reader, char **words)
{
  TkArena *arena = reader->made->arena;
  TkStyle *style = tk_arena_new0 (arena, TkStyle);
  const TkWord **digits = tk_arena_array (arena, const TkWord *, 10);

  style->align = TK_ALIGN_CENTRE;
  for (char **word = words + 1; *word != NULL; word++) {
    if (strcmp (*word, "left") == 0)
      style->align = TK_ALIGN_LEFT;
    else if (strcmp (*word, "right") == 0)
      style->align = TK_ALIGN_RIGHT;
    else if (strcmp (*word, "first") == 0)
      reader->made->master.folio_on_first = TRUE;
    else if (strcmp (*word, "centre") != 0)
      tk_golden_refuse (reader->path, reader->line, "what is “%s”?", *word);
  }
  for (int i = 0; i < 10; i++) {
    const char digit[] = {(char) ('0' + i), '\0'};
    digits[i] = word_new (arena, digit, TK_PT (5));
  }
  reader->made->master.folio = style;
  reader->made->master.folio_top = TK_PT (5);
  reader->made->master.line_number_style = style;
  TkFolioSet *folio = tk_arena_new0 (arena, TkFolioSet);
  *folio = (TkFolioSet){.style = style, .digits = digits, .ascent = TK_PT (8)};
  reader->made->galley.folios = folio;
  reader->made->galley.n_folios = 1;
}

/* Every N-th line of a page has its number; the digits are those of the folio. */
static void
read_line_numbers (Reader *reader, char **words)
{
  if (reader->made->galley.n_folios == 0 || words[1] == NULL)
    tk_golden_refuse (reader->path, reader->line, "folio …, then numbers N");
  reader->made->master.line_numbers = atoi (words[1]);
  reader->made->galley.line_digits = reader->made->galley.folios->digits;
}

static TkNode *
node_new (Reader *reader, TkNodeKind kind)
{
  TkNode *node = tk_arena_new0 (reader->made->arena, TkNode);

  node->kind = kind;
  node->origin = (TkOrigin){.table = "strip", .row = reader->line};
  node->outline = kind == TK_NODE_HEADING;
  return node;
}

static void
read_head (Reader *reader, char **words)
{
  TkArena *arena = reader->made->arena;

  if (g_strv_length (words) < 4)
    tk_golden_refuse (reader->path, reader->line, "head TABLE NAME HEIGHT [+SPACE]");
  GArray *head = g_hash_table_lookup (reader->heads, words[1]);
  if (head == NULL) {
    head = g_array_new (FALSE, TRUE, sizeof (TkStrip));
    g_hash_table_insert (reader->heads, g_strdup (words[1]), head);
  }
  TkStrip strip = {
      .height = tk_golden_length (words[3]), .node = node_new (reader, TK_NODE_ROW), .n_marks = 1};
  strip.space = words[4] != NULL ? tk_golden_length (words[4]) : 0;
  strip.marks = tk_strips_mark (arena, strip.node, words[2]);
  g_array_append_val (head, strip);
}

static void
read_carry (Reader *reader, char **words)
{
  TkArena *arena = reader->made->arena;
  TkCarry *carry = tk_arena_new0 (arena, TkCarry);

  if (g_strv_length (words) != 3)
    tk_golden_refuse (reader->path, reader->line, "carry TABLE HEIGHT");
  g_autofree char *carried = g_strdup_printf ("carried %s", words[1]);
  g_autofree char *brought = g_strdup_printf ("brought %s", words[1]);
  carry->carried = carry->brought = (TkStrip){.height = tk_golden_length (words[2]), .n_marks = 1};
  carry->carried.marks = tk_strips_mark (arena, node_new (reader, TK_NODE_ROW), carried);
  carry->brought.marks = tk_strips_mark (arena, node_new (reader, TK_NODE_ROW), brought);
  g_hash_table_insert (reader->carries, g_strdup (words[1]), carry);
}

static void
add_carry (Reader *reader, TkStrip *strip, const char *name, const char *table, gboolean sums)
{
  strip->carry = table != NULL ? g_hash_table_lookup (reader->carries, table) : NULL;
  if (strip->carry == NULL)
    tk_golden_refuse (reader->path, reader->line, "the sums of which table?");
  if (!sums)
    return;
  g_autofree char *text = g_strdup_printf ("sum of %s", name);
  strip->sums = tk_strips_mark (reader->made->arena, strip->node, text);
  strip->n_sums = 1;
}

static const struct {
  const char *word;
  TkBreak break_after;
} breaks[] = {{"avoid", TK_BREAK_AVOIDED},
              {"keep", TK_BREAK_FORBIDDEN},
              {"column", TK_BREAK_COLUMN},
              {"page", TK_BREAK_FORCED},
              {"restart", TK_BREAK_RESTART},
              {"right", TK_BREAK_RIGHT},
              {"restart-right", TK_BREAK_RESTART_RIGHT},
              {"back", TK_BREAK_BACK}};

/* FALSE: no break is called so. */
static gboolean
read_break (TkStrip *strip, const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++) {
    if (strcmp (breaks[i].word, word) != 0)
      continue;
    strip->break_after = breaks[i].break_after;
    return TRUE;
  }
  return FALSE;
}

/* Of "x12"; 0: the word says something else. */
static int
read_times (const char *word)
{
  return word[0] == 'x' ? atoi (word + 1) : 0;
}

static void
add_edge (Reader *reader, const TkStrip *strip, const char *name, const char *edge, const TkMark **to,
          guint *n)
{
  g_autofree char *text = g_strdup_printf ("%s of %s", edge, name);

  *to = tk_strips_mark (reader->made->arena, strip->node, text);
  *n = 1;
}

static void
add_head (Reader *reader, TkStrip *strip, const char *table)
{
  GArray *head = table != NULL ? g_hash_table_lookup (reader->heads, table) : NULL;

  if (head == NULL)
    tk_golden_refuse (reader->path, reader->line, "under which table?");
  strip->head = tk_arena_copy (reader->made->arena, head->data, head->len * sizeof (TkStrip));
  strip->n_head = head->len;
}

/* Lines of 10 under a rule of 5. "3!": they stay together where they can. */
static void
add_note (Reader *reader, TkStrip *strip, const char *name, const char *lines)
{
  TkArena *arena = reader->made->arena;
  TkFootnote *note = tk_arena_new0 (arena, TkFootnote);
  const TkFootnote **end = &strip->footnotes;

  if (name == NULL || lines == NULL)
    tk_golden_refuse (reader->path, reader->line, "note NAME LINES");
  note->n_strips = (guint) atoi (lines);
  TkStrip *strips = tk_arena_array (arena, TkStrip, note->n_strips);
  for (guint i = 0; i < note->n_strips; i++) {
    g_autofree char *text = g_strdup_printf ("%s-%u", name, i + 1);
    strips[i] = (TkStrip){.height = TK_PT (10), .node = strip->node, .n_marks = 1};
    strips[i].marks = tk_strips_mark (arena, strip->node, text);
    if (g_str_has_suffix (lines, "!") && i + 1 < note->n_strips)
      strips[i].break_after = TK_BREAK_FORBIDDEN;
  }
  note->strips = strips;
  while (*end != NULL)
    end = (const TkFootnote **) &(*end)->next;
  *end = note;
}

/* What follows stands on pages of another master: a line like this has its own region. */
static void
read_master (Reader *reader, char **words)
{
  TkMaster *master = tk_arena_copy (reader->made->arena, &reader->made->master, sizeof (TkMaster));
  TkRegion region = {.master = &reader->made->master, .width = TK_PT (100)};

  if (words[1] == NULL)
    tk_golden_refuse (reader->path, reader->line, "master HEIGHT [no-folio] [no-running] [no-watermark]");
  if (reader->regions->len == 0 && reader->strips->len > 0)
    g_array_append_val (reader->regions, region);
  master->height = tk_golden_length (words[1]) + TK_PT (20 + 30);
  if (g_strv_contains ((const char *const *) words, "no-folio"))
    master->folio = NULL;
  if (g_strv_contains ((const char *const *) words, "no-running"))
    master->running = NULL;
  master->unmarked = g_strv_contains ((const char *const *) words, "no-watermark");
  reader->master = master;
  region.master = master;
  region.first = reader->strips->len;
  g_array_append_val (reader->regions, region);
}

/* For pages whose shorter side is that of the paper's master, and for those of a height of 60. */
static void
read_watermark (Reader *reader, const char *word)
{
  TkArena *arena = reader->made->arena;
  TkWatermarkSet *sets = tk_arena_array (arena, TkWatermarkSet, 2);
  const TkMaster *master = &reader->made->master;

  sets[0] = (TkWatermarkSet){MIN (master->width, master->height), tk_strips_mark (arena, NULL, word)};
  sets[1] = (TkWatermarkSet){TK_PT (60), tk_strips_mark (arena, NULL, "SMALL")};
  reader->made->galley.watermarks = sets;
  reader->made->galley.n_watermarks = 2;
}

static void
read_parts (Reader *reader, char **words, TkRunningSet *set)
{
  TkRunningPart *parts = tk_arena_array (reader->made->arena, TkRunningPart, g_strv_length (words));

  for (char **word = words; *word != NULL; word++) {
    TkRunningPart *part = &parts[set->n_parts++];
    part->space = word > words ? TK_PT (5) : 0;
    part->digits = reader->made->galley.n_folios > 0 ? reader->made->galley.folios->digits : NULL;
    if (strcmp (*word, "{page}") == 0)
      part->field = TK_REFER_FOLIO;
    else if (strcmp (*word, "{pages}") == 0)
      part->field = TK_REFER_LAST;
    else
      part->word = word_new (reader->made->arena, *word, TK_PT (10));
    if (part->word == NULL && reader->made->galley.n_folios == 0)
      tk_golden_refuse (reader->path, reader->line, "folio …, then %s", *word);
  }
  set->parts = parts;
}

/* A running line of @master. */
static void
read_running (Reader *reader, char **words, TkMaster *master, gboolean foot)
{
  TkArena *arena = reader->made->arena;
  TkRunning *where = tk_arena_new0 (arena, TkRunning);
  TkRunningSet set = {.where = where, .paper = foot ? NULL : reader->paper, .ascent = TK_PT (2)};

  if (words[1] == NULL)
    tk_golden_refuse (reader->path, reader->line, "%s WORD...", words[0]);
  read_parts (reader, words + 1, &set);
  *where = (TkRunning){
      .foot = foot, .on = (TkPagesOn) (TK_ON_FIRST | TK_ON_LEFT | TK_ON_RIGHT), .edge = TK_PT (1)};
  where->style = tk_arena_new0 (arena, TkStyle);
  where->master = master;
  master->running = master;
  g_array_append_val (reader->running, set);
}

/* @paper: or NULL, what follows is of the book. */
static void
begin_region (Reader *reader, const TkNode *paper)
{
  const TkMaster *master = &reader->made->master;
  TkRegion region = {
      .first = reader->strips->len, .master = reader->master, .width = TK_PT (100), .paper = paper};

  if (reader->regions->len == 0 && reader->strips->len > 0) {
    const TkRegion before = {.master = master, .width = TK_PT (100)};
    g_array_append_val (reader->regions, before);
  }
  reader->paper = paper;
  g_array_append_val (reader->regions, region);
}

static void
read_paper (Reader *reader)
{
  TkArena *arena = reader->made->arena;
  TkNode *paper = node_new (reader, TK_NODE_PAPER);
  const TkBound bound = {
      .heading = node_new (reader, TK_NODE_HEADING), .master = reader->master, .running = reader->foot};

  paper->bound = tk_arena_copy (arena, &bound, sizeof bound);
  begin_region (reader, paper);
}

/* Of a master of its own, which no page has. */
static void
read_book_running (Reader *reader, char **words)
{
  reader->foot = tk_arena_new0 (reader->made->arena, TkMaster);
  read_running (reader, words, reader->foot, TRUE);
}

static void
read_columns (Reader *reader, char **words)
{
  TkArena *arena = reader->made->arena;
  TkColumnSet *set = tk_arena_new0 (arena, TkColumnSet);
  TkStrip *rule = tk_arena_new0 (arena, TkStrip);
  const TkMaster *master = &reader->made->master;
  const char *const *options = (const char *const *) words;
  TkRegion region = {.first = reader->strips->len, .master = master, .columns = set, .note_rule = rule};

  if (words[1] == NULL)
    tk_golden_refuse (reader->path, reader->line, "columns N [GUTTER [RULE]] [ragged] [page-notes]");
  set->n = atoi (words[1]);
  set->ragged = g_strv_contains (options, "ragged");
  set->page_notes = g_strv_contains (options, "page-notes");
  if (words[2] != NULL && g_ascii_isdigit (*words[2])) {
    set->gutter = tk_golden_length (words[2]);
    set->rule = words[3] != NULL && g_ascii_isdigit (*words[3]) ? tk_golden_length (words[3]) : 0;
  }
  *rule = (TkStrip){.height = TK_PT (5), .n_marks = 1};
  rule->marks = tk_strips_mark (arena, NULL, "--");
  region.width = (master->width - master->left - master->right - (set->n - 1) * set->gutter) / set->n;
  g_array_append_val (reader->regions, region);
}

static void
read_float (Reader *reader, char **words)
{
  TkArena *arena = reader->made->arena;
  TkStrip *strip = tk_arena_new0 (arena, TkStrip);

  const guint n = g_strv_length (words);

  if (n != 4 && (n != 7 || !g_str_equal (words[4], "note")))
    tk_golden_refuse (reader->path, reader->line, "float top|foot NAME HEIGHT [note NAME LINES]");
  strip->node = node_new (reader, TK_NODE_FIGURE);
  strip->height = tk_golden_length (words[3]);
  strip->marks = tk_strips_mark (arena, strip->node, words[2]);
  strip->n_marks = 1;
  if (n > 4)
    add_note (reader, strip, words[5], words[6]);
  TkFloat moved = {.anchor = MAX (reader->strips->len, 1) - 1,
                   .floating = g_str_equal (words[1], "top") ? TK_FLOATING_TOP : TK_FLOATING_FOOT,
                   .strips = strip,
                   .n_strips = 1,
                   .footnotes = strip->footnotes,
                   .height = strip->height,
                   .gap = TK_PT (5)};
  g_array_append_val (reader->floats, moved);
}

static gboolean
read_range (TkStrip *strip, const char *word)
{
  const char *length = strchr (word, '=');

  if (g_str_has_prefix (word, "room="))
    strip->room = tk_golden_length (length + 1);
  else if (g_str_has_prefix (word, "lower="))
    strip->lower = tk_golden_length (length + 1);
  else if (g_str_has_prefix (word, "taller="))
    strip->taller = tk_golden_length (length + 1);
  else
    return FALSE;
  return TRUE;
}

/* Of the measure of columns, where it is to be of another height there. */
static void
read_narrow (Reader *reader, const char *word, TkFillerSet *set)
{
  if (!g_str_has_prefix (word, "narrow="))
    return;
  TkStrip *strip = tk_arena_copy (reader->made->arena, set->strips, sizeof *strip);
  strip->height = tk_golden_length (strchr (word, '=') + 1);
  set->strips = strip;
  set->height = strip->height;
}

static void
read_filler (Reader *reader, char **words)
{
  TkArena *arena = reader->made->arena;
  TkStrip *strip = tk_arena_new0 (arena, TkStrip);
  const char *const *options = (const char *const *) words;

  if (g_strv_length (words) < 3)
    tk_golden_refuse (reader->path, reader->line, "filler NAME HEIGHT …");
  TkNode *node = node_new (reader, g_strv_contains (options, "picture") ? TK_NODE_FIGURE : TK_NODE_BOX);
  TkBoxLook *look = tk_arena_new0 (arena, TkBoxLook);
  look->quote = g_strv_contains (options, "quote");
  node->box = look;
  strip->node = node;
  strip->height = tk_golden_length (words[2]);
  for (char **word = words + 3; *word != NULL; word++)
    read_range (strip, *word);
  strip->marks = tk_strips_mark (arena, strip->node, words[1]);
  strip->n_marks = 1;
  TkFillerSet *sets = tk_arena_array (arena, TkFillerSet, 2);
  sets[0] = (TkFillerSet){.width = TK_PT (100), .strips = strip, .n_strips = 1, .height = strip->height};
  sets[0].lower = strip->lower;
  sets[0].taller = strip->taller;
  sets[1] = sets[0];
  sets[1].width = TK_PT (45);
  for (char **word = words + 3; *word != NULL; word++)
    read_narrow (reader, *word, &sets[1]);
  TkFiller filler = {
      .node = node, .sets = sets, .n_sets = 2, .reserve = g_strv_contains (options, "reserve")};
  g_array_append_val (reader->fillers, filler);
}

static TkNode *
quote_new (Reader *reader)
{
  TkNode *node = node_new (reader, TK_NODE_BOX);
  TkBoxLook *look = tk_arena_new0 (reader->made->arena, TkBoxLook);

  look->quote = TRUE;
  node->box = look;
  return node;
}

static void
read_words (Reader *reader, TkStrip *strip, const char *name, char **words)
{
  const TkStrip *before = reader->strips->len == 0
                              ? NULL
                              : &g_array_index (reader->strips, TkStrip, reader->strips->len - 1);

  for (char **word = words; *word != NULL; word++) {
    if (read_break (strip, *word) || read_times (*word) > 0)
      continue;
    if (strcmp (*word, "heading") == 0) {
      strip->node = node_new (reader, TK_NODE_HEADING);
    } else if (strcmp (*word, "again") == 0 && before != NULL) {
      strip->node = before->node;
    } else if (strcmp (*word, "under") == 0) {
      add_head (reader, strip, *++word);
    } else if (strcmp (*word, "sum") == 0 || strcmp (*word, "in") == 0) {
      gboolean sums = strcmp (*word, "sum") == 0;
      add_carry (reader, strip, name, *++word, sums);
    } else if (strcmp (*word, "note") == 0) {
      const char *note = *++word;
      add_note (reader, strip, note, note != NULL ? *++word : NULL);
    } else if (strcmp (*word, "cap") == 0) {
      add_edge (reader, strip, name, "cap", &strip->cap, &strip->n_cap);
    } else if (strcmp (*word, "foot") == 0) {
      add_edge (reader, strip, name, "foot", &strip->foot, &strip->n_foot);
    } else if (strcmp (*word, "empty") == 0) {
      strip->n_marks = 0;
    } else if (strcmp (*word, "quote") == 0) {
      strip->node = quote_new (reader);
    } else if (strcmp (*word, "loose") == 0) {
      strip->loose = 1;
    } else if (g_str_has_prefix (*word, "loose=")) {
      strip->loose = (guint) atoi (*word + strlen ("loose="));
    } else if (read_range (strip, *word)) {
      continue;
    } else {
      tk_golden_refuse (reader->path, reader->line, "what is “%s”?", *word);
    }
  }
}

static void
add_strip (Reader *reader, const char *name, char **words)
{
  TkStrip strip = {.height = tk_golden_length (*words++), .node = node_new (reader, TK_NODE_PARAGRAPH)};

  strip.n_marks = 1;
  if (*words != NULL && **words == '+')
    strip.space = tk_golden_length (*words++ + 1);
  read_words (reader, &strip, name, words);
  if (strip.n_marks > 0)
    strip.marks = tk_strips_mark (reader->made->arena, strip.node, name);
  g_array_append_val (reader->strips, strip);
}

static void
read_strip (Reader *reader, char **words)
{
  int times = 1;

  if (g_strv_length (words) < 3)
    tk_golden_refuse (reader->path, reader->line, "strip NAME HEIGHT …");
  for (char **word = words + 3; *word != NULL; word++)
    times = MAX (times, read_times (*word));
  for (int i = 1; i <= times; i++) {
    g_autofree char *name = times > 1 ? g_strdup_printf ("%s%d", words[1], i) : g_strdup (words[1]);
    add_strip (reader, name, words + 2);
  }
}

static void
read_line (Reader *reader, const char *line)
{
  g_auto (GStrv) words = tk_golden_words (line);

  if (words[0] == NULL)
    return;
  if (strcmp (words[0], "page") == 0)
    read_page (reader, words);
  else if (strcmp (words[0], "folio") == 0)
    read_folio (reader, words);
  else if (strcmp (words[0], "numbers") == 0)
    read_line_numbers (reader, words);
  else if (strcmp (words[0], "mirrored") == 0)
    reader->made->master.mirrored = TRUE;
  else if (strcmp (words[0], "master") == 0)
    read_master (reader, words);
  else if (strcmp (words[0], "running") == 0)
    read_running (reader, words, reader->master, FALSE);
  else if (strcmp (words[0], "book-running") == 0)
    read_book_running (reader, words);
  else if (strcmp (words[0], "paper") == 0)
    read_paper (reader);
  else if (strcmp (words[0], "end-paper") == 0)
    begin_region (reader, NULL);
  else if (strcmp (words[0], "watermark") == 0 && words[1] != NULL)
    read_watermark (reader, words[1]);
  else if (strcmp (words[0], "draft") == 0)
    reader->made->document.draft = TRUE;
  else if (strcmp (words[0], "head") == 0)
    read_head (reader, words);
  else if (strcmp (words[0], "carry") == 0)
    read_carry (reader, words);
  else if (strcmp (words[0], "columns") == 0)
    read_columns (reader, words);
  else if (strcmp (words[0], "float") == 0)
    read_float (reader, words);
  else if (strcmp (words[0], "filler") == 0)
    read_filler (reader, words);
  else if (strcmp (words[0], "fill") == 0)
    reader->made->master.filled = TRUE;
  else if (strcmp (words[0], "grid") == 0 && words[1] != NULL)
    reader->made->master.grid = tk_golden_length (words[1]);
  else if (strcmp (words[0], "strip") == 0)
    read_strip (reader, words);
  else
    tk_golden_refuse (reader->path, reader->line, "what is “%s”?", words[0]);
}

TkStrips *
tk_strips_read (const char *path, const char *text)
{
  TkStrips *strips = g_new0 (TkStrips, 1);
  Reader reader = {.path = path, .made = strips, .strips = g_array_new (FALSE, TRUE, sizeof (TkStrip))};

  reader.regions = g_array_new (FALSE, TRUE, sizeof (TkRegion));
  reader.running = g_array_new (FALSE, TRUE, sizeof (TkRunningSet));
  reader.master = &strips->master;
  reader.floats = g_array_new (FALSE, TRUE, sizeof (TkFloat));
  reader.fillers = g_array_new (FALSE, TRUE, sizeof (TkFiller));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  strips->arena = tk_arena_new ();
  strips->master = (TkMaster){.name = "typed", .top = TK_PT (20), .bottom = TK_PT (30), .left = TK_PT (10)};
  strips->master.right = TK_PT (40);
  strips->document = (TkDocument){.arena = strips->arena, .master = &strips->master, .title = "typed"};
  strips->galley.document = &strips->document;
  reader.heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  reader.carries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (char **line = lines; *line != NULL; line++) {
    reader.line++;
    read_line (&reader, *line);
  }
  g_hash_table_unref (reader.heads);
  g_hash_table_unref (reader.carries);
  strips->galley.width = strips->master.width - strips->master.left - strips->master.right;
  strips->galley.n_regions = reader.regions->len;
  strips->galley.regions = tk_arena_copy (strips->arena, reader.regions->data,
                                          reader.regions->len * sizeof (TkRegion));
  g_array_unref (reader.regions);
  strips->galley.n_running = reader.running->len;
  strips->galley.running = tk_arena_copy (strips->arena, reader.running->data,
                                          reader.running->len * sizeof (TkRunningSet));
  g_array_unref (reader.running);
  strips->galley.n_floats = reader.floats->len;
  strips->galley.floats = tk_arena_copy (strips->arena, reader.floats->data,
                                         reader.floats->len * sizeof (TkFloat));
  g_array_unref (reader.floats);
  strips->galley.n_fillers = reader.fillers->len;
  strips->galley.fillers = tk_arena_copy_array (strips->arena, reader.fillers);
  g_array_unref (reader.fillers);
  strips->galley.n_strips = reader.strips->len;
  strips->galley.strips = (TkStrip *) (void *) g_array_free (reader.strips, FALSE);
  return strips;
}

void
tk_strips_free (TkStrips *strips)
{
  if (strips == NULL)
    return;
  g_free (strips->galley.strips);
  tk_arena_free (strips->arena);
  g_free (strips);
}
