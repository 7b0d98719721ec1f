/* Comes in: the end of a heading, of a caption or of the words of a picture, "… {#id}", and the address of a
 * link, "#id". Goes out: places with names, and runs that refer to them. Where they are is found when the
 * tree is complete. */
#include <string.h>

#include "markdown.h"

/* Letters and digits of any language, and "-", "_" and ".". */
static gboolean
is_name (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isalnum (g_utf8_get_char (at)) && strchr ("-_.", *at) == NULL)
      return FALSE;
  return *name != '\0';
}

const char *
tk_markdown_take_name (TkMaker *maker, const char *words, gsize *ret_length)
{
  const char *mark = strstr (words, "{#");
  gsize length = strlen (words);

  *ret_length = length;
  if (mark == NULL || words[length - 1] != '}')
    return NULL;
  const char *name = tk_arena_textn (maker->arena, mark + 2, length - (gsize) (mark - words) - 3);
  if (!is_name (name))
    return NULL;
  length = (gsize) (mark - words);
  while (length > 0 && words[length - 1] == ' ')
    length--;
  *ret_length = length;
  return name;
}

/* The name at the end of the last run of @node, which loses it; NULL: there is none. */
static const char *
take_last_name (TkMaker *maker, TkNode *node)
{
  gsize length;

  if (node->n_runs == 0)
    return NULL;
  const char *name = tk_markdown_take_name (maker, node->runs[node->n_runs - 1].text, &length);
  if (name == NULL)
    return NULL;
  TkRun *runs = tk_arena_copy (maker->arena, node->runs, sizeof (TkRun) * node->n_runs);
  TkRun *last = &runs[node->n_runs - 1];
  last->text = tk_arena_textn (maker->arena, last->text, length);
  node->runs = runs;
  node->n_runs -= length == 0 && node->n_runs > 1;
  return name;
}

void
tk_markdown_anchor (TkMaker *maker, TkNode *node, TkNode *header)
{
  const TkAnchor anchor = {
      .name = take_last_name (maker, header), .header = header, .origin = header->origin, .written = TRUE};

  if (anchor.name != NULL || node != header)
    node->anchor = tk_arena_copy (maker->arena, &anchor, sizeof anchor);
}

gboolean
tk_markdown_begin_reference (TkMarkdownReader *reader, const char *address, const char *title)
{
  if (address == NULL || address[0] != '#')
    return FALSE;
  g_autofree char *name = g_uri_unescape_string (address + 1, NULL);
  if (name == NULL || !is_name (name))
    return FALSE;
  reader->refers = tk_arena_text (reader->maker->arena, name);
  reader->shows = strcmp (title, "trang") == 0 || strcmp (title, "page") == 0 ? TK_SHOW_PAGE : TK_SHOW_WORDS;
  reader->referred = FALSE;
  return TRUE;
}

void
tk_markdown_refer (TkMarkdownReader *reader, const char *words)
{
  if (reader->referred && words == NULL)
    return;
  TkRun run = {.text = TK_UNRESOLVED, .flags = reader->flags, .origin = reader->origin};
  run.reference = tk_content_refer_to (reader->maker, reader->refers, reader->shows, words, reader->origin);
  g_array_append_val (reader->maker->runs, run);
  reader->referred = TRUE;
}
