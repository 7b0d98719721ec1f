/* Comes in: the running lines and the watermark of a template. Goes out: paragraphs
 * beside the tree. Not which page shows them. */
#include "maker.h"

/* NULL: nothing is left of it. */
static const TkNode *
build_line (TkMaker *maker, const TkText *text, const TkStyle *style)
{
  TkNode *node = tk_node_add (maker->arena, NULL, TK_NODE_PARAGRAPH, style);

  return tk_content_fill (maker, text, NULL, FALSE, node) ? node : NULL;
}

/* The word is that of papers, not that of messages. */
static const TkNode *
build_draft (TkMaker *maker)
{
  TkNode *node = tk_node_add (maker->arena, NULL, TK_NODE_PARAGRAPH, maker->template->watermark_style);
  TkRun run = {.text = "DỰ THẢO"};

  node->runs = tk_arena_copy (maker->arena, &run, sizeof run);
  node->n_runs = 1;
  return node;
}

void
tk_content_set_furniture (TkMaker *maker)
{
  const TkTemplate *template = maker->template;
  TkDocument *document = maker->document;
  TkRunningLine *lines = tk_arena_array (maker->arena, TkRunningLine, template->n_running + 1);

  for (guint i = 0; i < template->n_running; i++) {
    const TkRunningText *from = &template->running[i];
    const TkNode *text = build_line (maker, &from->text, from->where.style);
    if (text != NULL)
      lines[document->n_running++] = (TkRunningLine){&from->where, text};
  }
  document->running = lines;
  document->watermark = build_line (maker, &template->watermark, template->watermark_style);
  document->draft = maker->options->draft;
  if (document->watermark == NULL && document->draft)
    document->watermark = build_draft (maker);
}
