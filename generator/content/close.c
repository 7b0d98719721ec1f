/* Comes in: the tree so far. Goes out: the marks that close items and the paper, and
 * the lines that must not leave the signature alone. */
#include <string.h>

#include "maker.h"

/* Shorter than this, a paragraph may be a single line. */
enum { SURELY_TWO_LINES = 110 };

static gboolean
is_text (const TkNode *node)
{
  return (node->kind == TK_NODE_PARAGRAPH || node->kind == TK_NODE_HEADING) && node->n_runs > 0;
}

/* Its texts are not the running text. */
static gboolean
stands_apart (const TkNode *node)
{
  return node->kind == TK_NODE_TABLE || node->kind == TK_NODE_SIDES || node->kind == TK_NODE_FIGURE
         || node->kind == TK_NODE_ALBUM || node->kind == TK_NODE_CHART;
}

/* Papers in a book are closed by themselves. */
static gboolean
holds_running_text (const TkNode *node)
{
  return !stands_apart (node) && node->kind != TK_NODE_PAPER;
}

/* Gathers texts of @node and of what comes after it, in the order of reading. */
static void
gather_texts (TkNode *node, GPtrArray *texts)
{
  for (; node != NULL; node = node->next) {
    if (is_text (node))
      g_ptr_array_add (texts, node);
    if (holds_running_text (node))
      gather_texts (node->first, texts);
  }
}

/* The end of a long text is looked at first: all of it only where that is none, as behind a table. */
TkNode *
tk_content_find_last_text (TkNode *node)
{
  g_autoptr (GPtrArray) texts = NULL;
  TkNode *last = node->last != NULL && holds_running_text (node->last)
                     ? tk_content_find_last_text (node->last)
                     : NULL;

  if (last != NULL)
    return last;
  texts = g_ptr_array_new ();
  gather_texts (node->first, texts);
  if (texts->len > 0)
    return g_ptr_array_index (texts, texts->len - 1);
  return is_text (node) ? node : NULL;
}

/* Whether @text ends with an abbreviation like "v.v.": its stop belongs to it. */
static gboolean
ends_abbreviated (const char *text, gsize length)
{
  const char *end = text + length;

  if (length < 4 || end[-1] != '.')
    return FALSE;
  const char *letter = g_utf8_prev_char (end - 1);
  return letter > text && letter[-1] == '.' && g_unichar_isalpha (g_utf8_get_char (letter));
}

static gboolean
ends_with (const char *text, gsize length, const char *end)
{
  const gsize n = strlen (end);

  return length >= n && memcmp (text + length - n, end, n) == 0;
}

/* A sentence that goes on, is asked or called; a row of "…" is room to write. */
static gboolean
ends_by_itself (const char *text, gsize length)
{
  return (ends_with (text, length, "…") && !ends_with (text, length, "……")) || ends_with (text, length, "...")
         || ends_with (text, length, "?") || ends_with (text, length, "!");
}

/* Length of @text without the marks that @mark replaces. */
static gsize
open_length (const char *text, const char *mark)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (".;, ", text[length - 1]) != NULL) {
    if (ends_by_itself (text, length) || (*mark != '.' && ends_abbreviated (text, length)))
      break;
    length--;
  }
  return length;
}

const char *
tk_content_open (TkArena *arena, const char *text, const char *mark, gboolean *ret_marked)
{
  const gsize length = open_length (text, mark);
  const gboolean stops = strcmp (mark, ".") == 0 || strcmp (mark, "…") == 0;
  const char *kept = tk_arena_textn (arena, text, length);
  gsize dotless = length;

  *ret_marked = !g_str_has_suffix (kept, ":") && !(stops && ends_by_itself (text, length));
  if (!g_str_has_suffix (kept, "..."))
    return kept;
  while (dotless > 0 && kept[dotless - 1] == '.')
    dotless--;
  return tk_arena_print (arena, "%.*s…", (int) dotless, kept);
}

void
tk_content_close (TkMaker *maker, TkNode *node, const char *mark)
{
  TkRun *runs = tk_arena_copy (maker->arena, node->runs, sizeof (TkRun) * node->n_runs);
  guint last = node->n_runs;
  gboolean marked;

  while (last > 0 && tk_content_is_mark (&runs[last - 1]))
    last--;
  const guint n_marks = node->n_runs - last;
  while (last > 0 && (runs[last - 1].flags & TK_RUN_BREAK) == 0
         && open_length (runs[last - 1].text, mark) == 0)
    last--;
  if (last == 0 || (runs[last - 1].flags & TK_RUN_BREAK) != 0)
    return;
  TkRun *run = &runs[last - 1];
  const char *kept = tk_content_open (maker->arena, run->text, mark, &marked);
  run->text = tk_arena_print (maker->arena, "%s%s", kept, marked ? mark : "");
  /* a note is to the sentence: its mark stays behind the stop */
  memmove (&runs[last], &runs[node->n_runs - n_marks], sizeof (TkRun) * n_marks);
  node->runs = runs;
  node->n_runs = last + n_marks;
}

/* Whether the document ends with something that is no running text. */
static gboolean
ends_without_text (const TkNode *node)
{
  while (node->last != NULL && !stands_apart (node))
    node = node->last;
  return !is_text (node) && node->kind != TK_NODE_SPACE && node->kind != TK_NODE_RULE
         && node->kind != TK_NODE_PAGE_BREAK;
}

void
tk_content_end (TkMaker *maker, const char *mark)
{
  TkNode *root = maker->document->root;
  TkNode *last = tk_content_find_last_text (root);

  if (root->first == NULL)
    return;
  if (last != NULL && last->kind == TK_NODE_PARAGRAPH && !ends_without_text (root)) {
    tk_content_close (maker, last, mark);
    return;
  }
  TkRun run = {.text = tk_arena_text (maker->arena, mark)};
  TkNode *alone = tk_node_add (maker->arena, root, TK_NODE_PARAGRAPH, maker->template->text_styles.body);
  alone->runs = tk_arena_copy (maker->arena, &run, sizeof run);
  alone->n_runs = 1;
}

void
tk_content_keep_last_lines (TkMaker *maker)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  glong length = 0;

  gather_texts (maker->turned != NULL ? maker->turned->next : maker->document->root->first, texts);
  for (guint i = texts->len; i-- > 0 && length < SURELY_TWO_LINES;) {
    TkNode *text = g_ptr_array_index (texts, i);
    g_autofree char *words = tk_content_print_runs (text);
    length += g_utf8_strlen (words, -1);
    text->style = tk_content_style_kept (maker, text->style);
  }
}
