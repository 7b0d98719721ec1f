/* Comes in: text. Goes out: the tree that content would have made of it. */
#include "typed.h"

#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "golden.h"

typedef struct {
  const char *path, *folder;
  int line;
  TkArena *arena;
  TkDocument *document;
  TkMaster *master;
  GHashTable *styles; /* (element-type utf8 TkStyle): in the arena */
  TkOrigin origin;
  TkNode *parents[512]; /* by depth; [0] is the root */
  int depth;            /* of the line being read */
} Reader;

static void
refuse (const Reader *reader, const char *why)
{
  tk_golden_refuse (reader->path, reader->line, "%s", why);
}

gint32
tk_typed_find (char **words, const char *name, double scale, gint32 otherwise)
{
  gsize length = strlen (name);

  for (; *words != NULL; words++)
    if (strncmp (*words, name, length) == 0 && (*words)[length] == '=')
      return (gint32) (g_ascii_strtod (*words + length + 1, NULL) * scale);
  return otherwise;
}

static gboolean
has (char **words, const char *word)
{
  return g_strv_contains ((const char *const *) words, word);
}

/* ---- styles ---- */

static TkAlign
read_align (const char *word, TkAlign otherwise)
{
  static const char *const names[] = {"left", "centre", "right", "justify"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], word) == 0)
      return (TkAlign) i;
  return otherwise;
}

static void
read_style (Reader *reader, char **words)
{
  TkStyle *style = tk_arena_new0 (reader->arena, TkStyle);

  if (g_strv_length (words) < 4)
    refuse (reader, "style NAME FAMILY SIZE WORD...");
  char *family = tk_arena_text (reader->arena, words[2]);
  *style = (TkStyle){.name = tk_arena_text (reader->arena, words[1]), .family = family};
  g_strdelimit (family, "_", ' ');
  style->size = tk_golden_length (words[3]);
  words += 4;
  for (char **word = words; *word != NULL; word++)
    style->align = read_align (*word, style->align);
  style->bold = has (words, "bold");
  style->italic = has (words, "italic");
  style->underline = has (words, "underline");
  style->keep_together = has (words, "together");
  style->keep_with_next = has (words, "next");
  style->keep_with_last = has (words, "last");
  style->first_indent = tk_typed_find (words, "indent", 1024, 0);
  style->left_indent = tk_typed_find (words, "left", 1024, 0);
  style->right_indent = tk_typed_find (words, "right", 1024, 0);
  style->space_before = tk_typed_find (words, "before", 1024, 0);
  style->space_after = tk_typed_find (words, "after", 1024, 0);
  style->leading = tk_typed_find (words, "leading", 1, 1000);
  style->pitch = tk_typed_find (words, "pitch", 1024, 0);
  style->widows = tk_typed_find (words, "widows", 1, 0);
  style->orphans = tk_typed_find (words, "orphans", 1, 0);
  style->colour = (guint32) tk_typed_find (words, "colour", 1, 0);
  style->hanging = tk_typed_find (words, "hanging", 1, 0) != 0;
  style->letter_spacing = tk_typed_find (words, "spread", 1, 0);
  style->drop_capital = tk_typed_find (words, "drop", 1, 0);
  style->even_lines = has (words, "even");
  style->one_line = tk_typed_find (words, "fit", 1024, 0);
  g_hash_table_insert (reader->styles, (gpointer) style->name, style);
}

static const TkStyle *
find_style (const Reader *reader, const char *name)
{
  const TkStyle *style = name != NULL ? g_hash_table_lookup (reader->styles, name) : NULL;

  if (style == NULL)
    refuse (reader, "a style that is not there");
  return style;
}

/* ---- text ---- */

typedef struct {
  Reader *reader;
  GArray *runs;   /* TkRun */
  GString *piece; /* of the run being read */
  TkRun run;      /* its looks */
} Text;

static void
end_run (Text *text)
{
  if (text->piece->len == 0)
    return;
  text->run.text = tk_arena_text (text->reader->arena, text->piece->str);
  g_array_append_val (text->runs, text->run);
  g_string_truncate (text->piece, 0);
}

/* The word at *@p, and *@p behind the space after it. */
static char *
take_word (Text *text, const char **p)
{
  gsize length = strcspn (*p, " {}");
  char *word = tk_arena_textn (text->reader->arena, *p, length);

  *p += length + ((*p)[length] == ' ');
  return word;
}

static const char *read_text (Text *text, const char *p);

/* The number of a page, which the galley does not know; of what, it does not ask. */
static void
add_page (Text *text)
{
  TkReference *reference = tk_arena_new0 (text->reader->arena, TkReference);
  TkRun run = text->run;

  reference->kind = TK_REFER_PAGE;
  run.text = "";
  run.reference = reference;
  g_array_append_val (text->runs, run);
}

/* "{" was read; one past its "}". */
static const char *
read_brace (Text *text, const char *p)
{
  static const struct {
    const char *name;
    TkRunFlags flag;
  } flags[] = {{"b", TK_RUN_BOLD},
               {"i", TK_RUN_ITALIC},
               {"u", TK_RUN_UNDERLINE},
               {"sup", TK_RUN_SUPERSCRIPT},
               {"sub", TK_RUN_SUBSCRIPT}};
  const char *name = take_word (text, &p);
  TkRun before = text->run;

  if (g_str_has_prefix (name, "U+")) {
    g_string_append_unichar (text->piece, (gunichar) strtoul (name + 2, NULL, 16));
  } else if (strcmp (name, "repeat") == 0) {
    int times = atoi (take_word (text, &p));
    const char *again = p;
    while (times-- > 0)
      p = read_text (text, again);
  } else {
    end_run (text);
    for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
      if (strcmp (flags[i].name, name) == 0)
        text->run.flags |= flags[i].flag;
    if (strcmp (name, "link") == 0)
      text->run.href = take_word (text, &p);
    if (strcmp (name, "lang") == 0)
      text->run.language = take_word (text, &p);
    if (strcmp (name, "br") == 0) {
      TkRun run = {.text = "", .flags = TK_RUN_BREAK, .origin = text->run.origin};
      g_array_append_val (text->runs, run);
    }
    if (strcmp (name, "page") == 0)
      add_page (text);
    p = read_text (text, p);
    end_run (text);
  }
  if (*p != '}')
    refuse (text->reader, "a brace is not closed");
  text->run = before;
  return p + 1;
}

/* Up to a "}" or the end. */
static const char *
read_text (Text *text, const char *p)
{
  while (*p != '\0' && *p != '}') {
    if (*p == '{')
      p = read_brace (text, p + 1);
    else
      g_string_append_c (text->piece, *p++);
  }
  return p;
}

/* Adds the runs of @typed to @node. */
static void
add_text (Reader *reader, TkNode *node, const char *typed)
{
  Text text = {.reader = reader, .runs = g_array_new (FALSE, TRUE, sizeof (TkRun))};

  text.piece = g_string_new (NULL);
  text.run.origin = node->origin;
  g_array_append_vals (text.runs, node->runs, node->n_runs);
  if (*read_text (&text, typed) != '\0')
    refuse (reader, "a brace too many");
  end_run (&text);
  node->n_runs = text.runs->len;
  node->runs = tk_arena_copy (reader->arena, text.runs->data, text.runs->len * sizeof (TkRun));
  g_array_unref (text.runs);
  g_string_free (text.piece, TRUE);
}

/* ---- blocks ---- */

static TkNode *
add_node (Reader *reader, TkNode *parent, TkNodeKind kind, const TkStyle *style)
{
  TkNode *node = tk_arena_new0 (reader->arena, TkNode);

  node->kind = kind;
  node->style = style;
  node->parent = parent;
  node->origin = reader->origin;
  node->origin.line = reader->line;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
  return node;
}

static void
add_paragraph (Reader *reader, TkNode *parent, const char *typed)
{
  while (*typed == ' ')
    typed++;
  if (*typed != '\0')
    add_text (reader, add_node (reader, parent, TK_NODE_PARAGRAPH, parent->style), typed);
}

/* The text after the first @n words of @line. */
static const char *
skip_words (const char *line, int n)
{
  while (n-- > 0) {
    line += strspn (line, " ");
    line += strcspn (line, " ");
  }
  return line + strspn (line, " ");
}

static const char *
label_of (Reader *reader, const TkNode *list, int n)
{
  static const char *const letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                        "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

  switch (list->marking) {
  case TK_MARKING_DASH:
    return "-";
  case TK_MARKING_PLUS:
    return "+";
  case TK_MARKING_NUMBER:
    return tk_arena_print (reader->arena, "%d.", n + 1);
  case TK_MARKING_LETTER:
    return tk_arena_print (reader->arena, "%s)", letters[n % (int) G_N_ELEMENTS (letters)]);
  case TK_MARKING_NONE:
    break;
  }
  return NULL;
}

static TkNode *
read_list (Reader *reader, TkNode *parent, char **words, const char *line G_GNUC_UNUSED)
{
  static const char *const markings[] = {"none", "dash", "plus", "number", "letter"};
  TkNode *list = add_node (reader, parent, TK_NODE_LIST, find_style (reader, words[1]));

  for (gsize i = 0; i < G_N_ELEMENTS (markings); i++)
    if (has (words + 2, markings[i]))
      list->marking = (TkMarking) i;
  return list;
}

static TkNode *
read_item (Reader *reader, TkNode *parent, char **words G_GNUC_UNUSED, const char *line)
{
  int n = 0;

  for (const TkNode *item = parent->first; item != NULL; item = item->next)
    n++;
  TkNode *item = add_node (reader, parent, TK_NODE_ITEM, parent->style);
  item->label = label_of (reader, parent, n);
  add_paragraph (reader, item, skip_words (line, 1));
  return item;
}

static void
read_columns (Reader *reader, TkNode *grid, char **words)
{
  TkColumn *columns = tk_arena_array (reader->arena, TkColumn, g_strv_length (words));
  guint n = 0;

  for (; *words != NULL; words++) {
    char *pair[] = {*words, NULL};
    TkColumn *column = &columns[n];
    if (g_str_has_prefix (*words, "fit"))
      column->kind = TK_WIDTH_FIT;
    else if (tk_typed_find (pair, "fixed", 1024, -1) >= 0)
      *column = (TkColumn){.kind = TK_WIDTH_FIXED, .width = tk_typed_find (pair, "fixed", 1024, 0)};
    else if (tk_typed_find (pair, "share", 1, -1) >= 0)
      *column = (TkColumn){.kind = TK_WIDTH_SHARE, .width = tk_typed_find (pair, "share", 1, 0)};
    else
      continue;
    const char *align = strchr (*words, ':');
    column->align = align != NULL ? read_align (align + 1, TK_ALIGN_LEFT) : TK_ALIGN_LEFT;
    column->decimal = align != NULL && strcmp (align, ":decimal") == 0;
    n++;
  }
  grid->columns = columns;
  grid->n_columns = n;
}

/* NULL where nothing is said of it. Colours are numbers, 0 to 0xFFFFFF. */
static const TkTableLook *
read_look (Reader *reader, char **words)
{
  static const char *const rules[] = {"rules=all", "rules=rows", "rules=head", "rules=none"};
  TkTableLook look = {.zebra = tk_typed_find (words, "zebra", 1, -1),
                      .head_fill = tk_typed_find (words, "fill", 1, -1),
                      .smallest = tk_typed_find (words, "smallest", 1024, 0),
                      .turns = has (words, "turn")};
  gboolean said = look.zebra >= 0 || look.head_fill >= 0 || look.smallest > 0 || look.turns;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (has (words, rules[i])) {
      look.rules = (TkRules) i;
      said = TRUE;
    }
  return said ? tk_arena_copy (reader->arena, &look, sizeof look) : NULL;
}

static TkNode *
read_grid (Reader *reader, TkNode *parent, char **words, const char *line G_GNUC_UNUSED)
{
  TkNodeKind kind = strcmp (words[0], "table") == 0 ? TK_NODE_TABLE : TK_NODE_SIDES;
  TkNode *grid = add_node (reader, parent, kind, find_style (reader, words[1]));

  read_columns (reader, grid, words + 2);
  if (kind == TK_NODE_TABLE)
    grid->look = read_look (reader, words + 2);
  grid->plain = kind == TK_NODE_SIDES || has (words, "plain");
  return grid;
}

static TkNode *
read_row (Reader *reader, TkNode *parent, char **words, const char *line G_GNUC_UNUSED)
{
  TkNode *row = add_node (reader, parent, TK_NODE_ROW, parent->style);

  row->head = strcmp (words[0], "head") == 0;
  return row;
}

static TkNode *
read_cell (Reader *reader, TkNode *parent, char **words, const char *line)
{
  TkNode *cell = add_node (reader, parent, TK_NODE_CELL, parent->style);
  const char *text = strchr (line, '|');

  cell->span = tk_typed_find (words, "span", 1, 1);
  cell->rows = tk_typed_find (words, "rows", 1, 0);
  cell->turned = strstr (line, " turned ") != NULL && (text == NULL || strstr (line, " turned ") < text);
  if (text != NULL)
    add_paragraph (reader, cell, text + 1);
  return cell;
}

static TkNode *
read_paragraph (Reader *reader, TkNode *parent, char **words, const char *line)
{
  TkNode *node = add_node (reader, parent, TK_NODE_PARAGRAPH, find_style (reader, words[1]));

  add_text (reader, node, skip_words (line, 2));
  return node;
}

static TkNode *
read_heading (Reader *reader, TkNode *parent, char **words, const char *line)
{
  TkNode *node = add_node (reader, parent, TK_NODE_HEADING, find_style (reader, words[1]));

  node->level = words[2] != NULL ? atoi (words[2]) : 0;
  node->outline = TRUE;
  add_text (reader, node, skip_words (line, 3));
  return node;
}

static const TkFraming *
read_framing (Reader *reader, char **words)
{
  const int wide = tk_typed_find (words, "wide", 1, 0);
  const int lowest = tk_typed_find (words, "lowest", 1, 0), tallest = tk_typed_find (words, "tallest", 1, 0);
  const TkFraming framing = {.ratio = {wide, tk_typed_find (words, "high", 1, 0)},
                             .lowest = {lowest > 0 ? wide : 0, lowest},
                             .tallest = {tallest > 0 ? wide : 0, tallest},
                             .focus_x = tk_typed_find (words, "x", 1000, 500),
                             .focus_y = tk_typed_find (words, "y", 1000, 500),
                             .side = has (words, "left")    ? TK_CAPTION_LEFT
                                     : has (words, "right") ? TK_CAPTION_RIGHT
                                                            : TK_CAPTION_BELOW};

  return framing.ratio.width == 0 && framing.side == TK_CAPTION_BELOW
             ? NULL
             : tk_arena_copy (reader->arena, &framing, sizeof framing);
}

static TkNode *
read_figure (Reader *reader, TkNode *parent, char **words, const char *line G_GNUC_UNUSED)
{
  TkNode *node = add_node (reader, parent, TK_NODE_FIGURE, find_style (reader, words[1]));

  if (words[2] == NULL)
    refuse (reader, "figure STYLE FILE");
  node->path = tk_arena_print (reader->arena, "%s/%s", reader->folder, words[2]);
  node->width = tk_typed_find (words, "width", 1024, 0);
  node->height = tk_typed_find (words, "height", 1024, 0);
  node->framing = read_framing (reader, words);
  node->around = (TkAround) tk_typed_find (words, "around", 1, TK_AROUND_NONE);
  return node;
}

static TkNode *
read_album (Reader *reader, TkNode *parent, char **words, const char *line G_GNUC_UNUSED)
{
  TkNode *node = add_node (reader, parent, TK_NODE_ALBUM, find_style (reader, words[1]));
  const TkAlbumStyle album = {.columns = tk_typed_find (words, "columns", 1, 0),
                              .gap = tk_typed_find (words, "gap", 1024, 0),
                              .row_height = tk_typed_find (words, "row", 1024, 0),
                              .fill = has (words, "fill"),
                              .centred = has (words, "centred")};

  node->album = tk_arena_copy (reader->arena, &album, sizeof album);
  return node;
}

static TkNode *
read_rule (Reader *reader, TkNode *parent, char **words, const char *line G_GNUC_UNUSED)
{
  TkNode *node = add_node (reader, parent, TK_NODE_RULE, find_style (reader, words[1]));

  node->rule_length = tk_typed_find (words, "length", 1024, 0);
  node->rule_permille = tk_typed_find (words, "permille", 1, 0);
  node->rule_thickness = tk_typed_find (words, "thick", 1024, 512);
  return node;
}

static TkNode *
read_bare (Reader *reader, TkNode *parent, char **words, const char *line G_GNUC_UNUSED)
{
  static const struct {
    const char *word;
    TkNodeKind kind;
  } kinds[] = {{"space", TK_NODE_SPACE},
               {"keep", TK_NODE_KEEP},
               {"section", TK_NODE_SECTION},
               {"contents", TK_NODE_CONTENTS},
               {"break", TK_NODE_PAGE_BREAK}};
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (kinds) && strcmp (kinds[i].word, words[0]) != 0)
    i++;
  TkNode *node = add_node (reader, parent, kinds[i].kind, NULL);
  if (kinds[i].kind == TK_NODE_SPACE && words[1] != NULL)
    node->rule_length = tk_golden_length (words[1]);
  return node;
}

static TkNode *
read_entry (Reader *reader, TkNode *parent, char **words, const char *line)
{
  TkNode *entry = add_node (reader, parent, TK_NODE_ENTRY, find_style (reader, words[1]));

  if (g_strv_length (words) < 5)
    refuse (reader, "entry STYLE LEVEL LABEL|- TEXT");
  entry->level = (int) g_ascii_strtoll (words[2], NULL, 10);
  entry->label = strcmp (words[3], "-") == 0 ? NULL : tk_arena_text (reader->arena, words[3]);
  add_text (reader, entry, skip_words (line, 4));
  return entry;
}

static const struct {
  const char *word;
  TkNode *(*read) (Reader *reader, TkNode *parent, char **words, const char *line);
} blocks[] = {
    {"paragraph", read_paragraph}, {"heading", read_heading}, {"list", read_list},  {"item", read_item},
    {"table", read_grid},          {"sides", read_grid},      {"head", read_row},   {"row", read_row},
    {"cell", read_cell},           {"figure", read_figure},   {"rule", read_rule},  {"space", read_bare},
    {"keep", read_bare},           {"section", read_bare},    {"break", read_bare}, {"contents", read_bare},
    {"entry", read_entry},         {"album", read_album},
};

/* ---- lines ---- */

static void
read_origin (Reader *reader, char **words)
{
  reader->origin = (TkOrigin){.file = "typed"};
  if (g_strv_length (words) < 4)
    return;
  reader->origin.table = tk_arena_text (reader->arena, words[1]);
  reader->origin.column = tk_arena_text (reader->arena, words[2]);
  reader->origin.row = g_ascii_strtoll (words[3], NULL, 10);
}

static void
read_measure (Reader *reader, char **words)
{
  reader->master->width = words[1] != NULL ? tk_golden_length (words[1]) : 0;
  if (words[1] != NULL && words[2] != NULL)
    reader->master->height = tk_golden_length (words[2]);
}

/* FALSE: the line is a block. */
static gboolean
read_setting (Reader *reader, char **words)
{
  if (strcmp (words[0], "measure") == 0)
    read_measure (reader, words);
  else if (strcmp (words[0], "grid") == 0 && words[1] != NULL)
    reader->master->grid = tk_golden_length (words[1]);
  else if (strcmp (words[0], "filled") == 0)
    reader->master->filled = TRUE;
  else if (strcmp (words[0], "folio") == 0)
    reader->master->folio = find_style (reader, words[1]);
  else if (strcmp (words[0], "style") == 0)
    read_style (reader, words);
  else if (strcmp (words[0], "origin") == 0)
    read_origin (reader, words);
  else if (strcmp (words[0], "picture") != 0)
    return FALSE;
  else if (!tk_files_make (reader->folder, words))
    refuse (reader, "what picture is that?");
  return TRUE;
}

static void
read_block (Reader *reader, char **words, const char *line)
{
  if (reader->depth + 1 >= (int) G_N_ELEMENTS (reader->parents) || reader->parents[reader->depth] == NULL)
    refuse (reader, "indented too far");
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++) {
    if (strcmp (blocks[i].word, words[0]) != 0)
      continue;
    TkNode *node = blocks[i].read (reader, reader->parents[reader->depth], words, line);
    reader->parents[reader->depth + 1] = node;
    reader->parents[reader->depth + 2] = NULL;
    return;
  }
  refuse (reader, "what is that?");
}

static void
read_line (Reader *reader, const char *line)
{
  gsize indent = strspn (line, " ");
  g_auto (GStrv) split = g_strsplit (line + indent, " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (line[indent] == '\0' || line[indent] == '#')
    return;
  if (line[indent] == '>') {
    g_autofree char *more = g_strconcat (" ", line + indent + 1 + strspn (line + indent + 1, " "), NULL);
    add_text (reader, reader->parents[reader->depth + 1], more);
    return;
  }
  for (char **word = split; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (words, *word);
  g_ptr_array_add (words, NULL);
  if (read_setting (reader, (char **) words->pdata))
    return;
  reader->depth = (int) indent / 2;
  read_block (reader, (char **) words->pdata, line + indent);
}

TkDocument *
tk_typed_read (const char *path, const char *text, const char *folder)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader reader = {.path = path, .folder = folder, .arena = tk_arena_new ()};

  reader.document = tk_arena_new0 (reader.arena, TkDocument);
  reader.master = tk_arena_new0 (reader.arena, TkMaster);
  *reader.master = (TkMaster){.name = "typed", .width = TK_PT (300), .height = TK_PT (700)};
  reader.origin.file = "typed";
  reader.parents[0] = tk_arena_new0 (reader.arena, TkNode);
  reader.styles = g_hash_table_new (g_str_hash, g_str_equal);
  *reader.document = (TkDocument){.arena = reader.arena, .root = reader.parents[0], .master = reader.master};
  reader.document->language = "vi";
  for (char **line = lines; *line != NULL; line++) {
    reader.line++;
    read_line (&reader, *line);
  }
  g_hash_table_unref (reader.styles);
  tk_document_rank (reader.document);
  return reader.document;
}

void
tk_typed_free (TkDocument *document)
{
  if (document != NULL)
    tk_arena_free (document->arena);
}
