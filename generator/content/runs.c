/* Comes in: a text with placeholders, the rows around. Goes out: runs, or nothing where
 * the placeholders are empty. */
#include <string.h>

#include "maker.h"

typedef struct {
  TkMaker *maker;
  const TkStyle *style; /* NULL: plain text is wanted */
  gboolean after_space; /* white space has just been written, or nothing at all in this line */
  gboolean hollow;      /* a placeholder of this line was empty, and nothing else stands in it */
  gboolean valued;      /* the last run is from the records */
} Writer;

static gboolean
is_empty (const TkMaker *maker, const TkPhrase *phrase)
{
  return tk_content_is_empty (tk_content_find_value (maker, phrase->slot)->text);
}

/* Whether all placeholders that count for these phrases are empty. */
static gboolean
all_empty (const TkMaker *maker, const TkPhrase *phrases, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (phrases[i].kind == TK_PHRASE_VALUE && !is_empty (maker, &phrases[i]))
      return FALSE;
    if (phrases[i].kind == TK_PHRASE_FIELD)
      return FALSE;
    if (phrases[i].kind == TK_PHRASE_GROUP && phrases[i].alone)
      i += phrases[i].inside;
  }
  return TRUE;
}

static TkRunFlags
flags_of (const TkPhrase *phrase)
{
  /* the same bits in both enumerations */
  G_STATIC_ASSERT ((int) TK_PHRASE_BOLD == TK_RUN_BOLD && (int) TK_PHRASE_SUBSCRIPT == TK_RUN_SUBSCRIPT);
  return (TkRunFlags) phrase->flags;
}

/* What @text, which comes behind a value of the records, begins with: a mark, or NULL. */
static const char *
find_mark (const char *text)
{
  static const char *const marks[] = {".", ",", ";", ":", "…"};

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]))
      return marks[i];
  return NULL;
}

/* People end their sentences, and so do layouts: where a mark comes behind a value that has its own, one of
 * them stands. Returns what is left of @text. */
static const char *
join_mark (Writer *writer, const char *text)
{
  const char *mark = writer->valued ? find_mark (text) : NULL;
  GArray *runs = writer->maker->runs;
  gboolean marked;

  guint last = runs->len;
  while (mark != NULL && last > 0 && tk_content_is_mark (&g_array_index (runs, TkRun, last - 1)))
    last--;
  if (mark == NULL || last == 0)
    return text;
  TkRun *value = &g_array_index (runs, TkRun, last - 1);
  value->text = tk_content_open (writer->maker->arena, value->text, mark, &marked);
  if (*value->text == '\0')
    g_array_remove_index (runs, last - 1);
  return marked ? text : text + strlen (mark);
}

static void
add_run (Writer *writer, const TkPhrase *phrase, const char *text)
{
  TkArena *arena = writer->maker->arena;

  text = join_mark (writer, text);
  if (writer->after_space)
    while (*text == ' ')
      text++;
  if (*text == '\0')
    return;
  writer->after_space = text[strlen (text) - 1] == ' ';
  writer->hollow = FALSE;
  writer->valued = phrase->kind == TK_PHRASE_VALUE;
  TkRun run = {
      .text = writer->style != NULL && writer->style->capitals ? tk_content_capitals (arena, text) : text,
      .flags = flags_of (phrase),
      .language = phrase->language,
      .origin = tk_content_trace (writer->maker, phrase),
  };
  if (phrase->href != NULL && writer->style != NULL)
    run.href = tk_content_link (writer->maker, tk_content_plain (writer->maker, phrase->href), run.origin);
  g_array_append_val (writer->maker->runs, run);
}

static void
add_break (Writer *writer, const TkPhrase *phrase)
{
  GArray *runs = writer->maker->runs;

  if (runs->len == 0 || writer->hollow) {
    writer->hollow = FALSE;
    return; /* a line of which nothing is left */
  }
  TkRun run = {.text = "", .flags = TK_RUN_BREAK, .origin = tk_content_trace (writer->maker, phrase)};
  g_array_append_val (runs, run);
  writer->after_space = TRUE;
  writer->valued = FALSE;
}

/* Something was left out here: where nothing else stands in this line, its end goes, too. */
static void
note_hollow (Writer *writer)
{
  GArray *runs = writer->maker->runs;

  writer->hollow = runs->len == 0 || (g_array_index (runs, TkRun, runs->len - 1).flags & TK_RUN_BREAK) != 0;
}

static void
add_value (Writer *writer, const TkPhrase *phrase)
{
  const char *text = tk_content_find_value (writer->maker, phrase->slot)->text;
  TkArena *arena = writer->maker->arena;

  if (tk_content_is_empty (text)) {
    note_hollow (writer);
    return;
  }
  if (phrase->break_at == NULL) {
    add_run (writer, phrase, tk_content_clean (arena, text));
    return;
  }
  g_auto (GStrv) lines = g_strsplit (text, phrase->break_at, -1);
  TkPhrase line_break = *phrase;
  line_break.kind = TK_PHRASE_BREAK;
  for (guint i = 0; lines[i] != NULL; i++) {
    if (tk_content_is_empty (lines[i]))
      continue;
    if (i > 0)
      add_break (writer, &line_break);
    add_run (writer, phrase, tk_content_clean (arena, lines[i]));
  }
}

/* A reference, whose words are found when the tree is complete; plain text has none. */
static void
add_refer (Writer *writer, const TkPhrase *phrase)
{
  const TkReference *reference = writer->style != NULL ? tk_content_refer (writer->maker, phrase) : NULL;

  if (reference == NULL)
    return;
  TkRun run = {
      .text = TK_UNRESOLVED,
      .flags = flags_of (phrase),
      .language = phrase->language,
      .reference = reference,
      .origin = tk_content_trace (writer->maker, phrase),
  };
  g_array_append_val (writer->maker->runs, run);
  writer->after_space = writer->hollow = writer->valued = FALSE;
}

/* Its words are known when there are pages. */
static void
add_field (Writer *writer, const TkPhrase *phrase)
{
  static const TkReferKind kinds[] = {TK_REFER_FOLIO, TK_REFER_LAST, TK_REFER_HEADING};
  TkReference *reference = tk_arena_new0 (writer->maker->arena, TkReference);
  TkRun run = {.text = "", .flags = flags_of (phrase), .reference = reference};

  reference->kind = kinds[phrase->slot];
  run.origin = tk_content_trace (writer->maker, phrase);
  g_array_append_val (writer->maker->runs, run);
  writer->after_space = writer->hollow = writer->valued = FALSE;
}

static void
add_note (Writer *writer, const TkPhrase *phrase)
{
  if (writer->style == NULL)
    return;
  TkOrigin origin = tk_content_trace (writer->maker, phrase);
  TkNode *note = tk_content_fill_note (writer->maker, phrase->note, origin);
  if (note == NULL)
    return;
  tk_content_add_mark (writer->maker, note, origin);
  writer->after_space = writer->hollow = FALSE;
}

static void
write_text (Writer *writer, const TkText *text)
{
  for (guint i = 0; i < text->n_phrases; i++) {
    const TkPhrase *phrase = &text->phrases[i];
    switch (phrase->kind) {
    case TK_PHRASE_LITERAL:
      add_run (writer, phrase, phrase->text);
      break;
    case TK_PHRASE_VALUE:
      add_value (writer, phrase);
      break;
    case TK_PHRASE_BREAK:
      add_break (writer, phrase);
      break;
    case TK_PHRASE_REFER:
      add_refer (writer, phrase);
      break;
    case TK_PHRASE_FIELD:
      add_field (writer, phrase);
      break;
    case TK_PHRASE_GROUP:
      if (phrase->n_values > 0 && all_empty (writer->maker, phrase + 1, phrase->inside)) {
        i += phrase->inside;
        note_hollow (writer);
      }
      break;
    case TK_PHRASE_NOTE:
      add_note (writer, phrase);
      break;
    }
  }
}

/* No blanks and no breaks at the end. */
void
tk_content_trim_end (TkMaker *maker, guint from)
{
  GArray *runs = maker->runs;

  while (runs->len > from) {
    TkRun *run = &g_array_index (runs, TkRun, runs->len - 1);
    gsize length = strlen (run->text);
    gsize kept = length;
    if (run->reference != NULL)
      return;
    while (kept > 0 && run->text[kept - 1] == ' ')
      kept--;
    if (kept > 0 || tk_content_is_mark (run)) {
      if (kept < length)
        run->text = tk_arena_textn (maker->arena, run->text, kept);
      return;
    }
    g_array_set_size (runs, runs->len - 1);
  }
}

void
tk_content_take_runs (TkMaker *maker, TkNode *node)
{
  tk_content_trim_end (maker, 0);
  if (maker->runs->len == 0)
    return;
  node->runs = tk_arena_copy_array (maker->arena, maker->runs);
  node->n_runs = maker->runs->len;
  g_array_set_size (maker->runs, 0);
}

/* The number before the words, in the first run or as a run of its own. */
static void
add_number (TkMaker *maker, const char *number, gboolean own_line)
{
  TkRun *first = &g_array_index (maker->runs, TkRun, 0);
  TkRun alone[2] = {{.text = number, .origin = first->origin},
                    {.text = "", .flags = TK_RUN_BREAK, .origin = first->origin}};

  if (own_line) {
    g_array_prepend_vals (maker->runs, alone, 2);
  } else if (first->flags == 0 && first->href == NULL) {
    first->text = tk_arena_print (maker->arena, "%s %s", number, first->text);
  } else {
    alone[0].text = tk_arena_print (maker->arena, "%s ", number);
    g_array_prepend_val (maker->runs, alone[0]);
  }
}

gboolean
tk_content_fill (TkMaker *maker, const TkText *text, const char *number, gboolean own_line, TkNode *node)
{
  Writer writer = {.maker = maker, .style = node->style, .after_space = TRUE};

  if (text->n_values > 0 && all_empty (maker, text->phrases, text->n_phrases))
    return FALSE;
  g_array_set_size (maker->runs, 0);
  write_text (&writer, text);
  tk_content_trim_end (maker, 0);
  if (maker->runs->len == 0)
    return FALSE;
  if (number != NULL)
    add_number (maker, number, own_line);
  node->origin = g_array_index (maker->runs, TkRun, 0).origin;
  tk_content_take_runs (maker, node);
  return TRUE;
}

const char *
tk_content_plain (TkMaker *maker, const TkText *text)
{
  g_autoptr (GArray) own = g_array_new (FALSE, TRUE, sizeof (TkRun));
  GArray *outer = maker->runs;
  Writer writer = {.maker = maker, .after_space = TRUE};
  g_autoptr (GString) plain = g_string_new (NULL);

  if (text->n_values > 0 && all_empty (maker, text->phrases, text->n_phrases))
    return NULL;
  maker->runs = own;
  write_text (&writer, text);
  tk_content_trim_end (maker, 0);
  for (guint i = 0; i < own->len; i++) {
    const TkRun *run = &g_array_index (own, TkRun, i);
    g_string_append (plain, (run->flags & TK_RUN_BREAK) != 0 ? " " : run->text);
  }
  maker->runs = outer;
  return plain->len > 0 ? tk_arena_textn (maker->arena, plain->str, plain->len) : NULL;
}

char *
tk_content_print_runs (const TkNode *node)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; i < node->n_runs; i++) {
    if (!tk_content_is_mark (&node->runs[i]))
      g_string_append (plain, (node->runs[i].flags & TK_RUN_BREAK) != 0 ? " " : node->runs[i].text);
  }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}
