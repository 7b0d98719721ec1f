/* Comes in: a <box> of the template. Goes out: a node with its blocks, or nothing where none of them is
 * there. */
#include <glib/gi18n.h>

#include "error.h"
#include "maker.h"

static gboolean
set_width (TkMaker *maker, const TkText *breadth, TkBoxLook *look, GError **error)
{
  const char *text = tk_content_plain (maker, breadth);

  if (text == NULL || (tk_unit_parse (text, &look->width) && look->width > 0))
    return TRUE;
  guint i = 0;
  while (i + 1 < breadth->n_phrases && breadth->phrases[i].kind != TK_PHRASE_VALUE)
    i++;
  g_autofree char *place = tk_origin_print (tk_content_trace (maker, &breadth->phrases[i]));
  g_set_error (error, TK_ERROR, breadth->n_values > 0 ? TK_ERROR_DATA : TK_ERROR_LAYOUT,
               _ ("%s: “%s” is no width of a box; write a length like 40mm"), place, text);
  return FALSE;
}

gboolean
tk_content_build_box (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *before = parent->last;
  TkNode *box = tk_node_add (maker->arena, parent, TK_NODE_BOX, block->style);

  TkBoxLook *look = tk_arena_copy (maker->arena, block->box, sizeof (TkBoxLook));
  box->box = look;
  box->floating = block->floating;
  if (!set_width (maker, &block->breadth, look, error))
    return FALSE;
  for (const TkBlock *child = block->first; child != NULL; child = child->next)
    if (!tk_content_build (maker, child, box, error))
      return FALSE;
  if (box->first == NULL)
    tk_content_drop_after (parent, before);
  return TRUE;
}
