/* Comes in: a style of the template. Goes out: a variant of it, in the document's arena,
 * the same one each time. */
#include "maker.h"

typedef enum { CHANGE_INSIDE = 4, CHANGE_KEPT, CHANGE_STRONG } Change; /* from 0: the alignments */

/* The variant that the hash table has, or a new copy of @style to be changed. */
static TkStyle *
variant (TkMaker *maker, const TkStyle *style, guint change)
{
  /* styles are aligned: the low bits of their addresses are free */
  gpointer key = (gpointer) ((guintptr) style + change);
  TkStyle *found = g_hash_table_lookup (maker->derived, key);

  if (found == NULL) {
    found = tk_arena_copy (maker->arena, style, sizeof (TkStyle));
    g_hash_table_insert (maker->derived, key, found);
  }
  return found;
}

const TkStyle *
tk_content_style_inside (TkMaker *maker, const TkStyle *style)
{
  TkStyle *inside = variant (maker, style, CHANGE_INSIDE);

  inside->first_indent = inside->left_indent = 0;
  return inside;
}

const TkStyle *
tk_content_style_kept (TkMaker *maker, const TkStyle *style)
{
  TkStyle *kept = variant (maker, style, CHANGE_KEPT);

  kept->keep_with_next = TRUE;
  kept->orphans = MAX (2, kept->orphans);
  kept->widows = MAX (2, kept->widows);
  return kept;
}

const TkStyle *
tk_content_style_strong (TkMaker *maker, const TkStyle *style)
{
  TkStyle *strong = variant (maker, style, CHANGE_STRONG);

  strong->bold = TRUE;
  return strong;
}

const TkStyle *
tk_content_style_aligned (TkMaker *maker, const TkStyle *style, TkAlign align)
{
  if (style->align == align)
    return style;
  TkStyle *aligned = variant (maker, style, align);
  aligned->align = align;
  return aligned;
}
