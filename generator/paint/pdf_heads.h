/* Which heads a cell of a table has, where the Scope of the heads does not settle it: ISO 32000-1, table 349,
 * Headers. That is so where a head stands over several columns or reaches over several rows, and where a cell
 * names several rows. A table with none of them has no TkHeads, and costs nothing. */
#pragma once

#include "pdf_tags.h"

typedef struct _TkHeads TkHeads;

/* Heads that a cell names: the last one, and those before it. Lists share their beginnings. */
struct _TkHeadList {
  const struct _TkHeadList *before;
  TkTag *head;
};

/* NULL where Scope settles it. */
TkHeads *tk_heads_new (TkTags *tags, const TkNode *table);
void tk_heads_free (TkHeads *heads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkHeads, tk_heads_free)

/* The next cell of the row at hand stands at @column; its place in the table's node is @tag's, which may have
 * none. */
void tk_heads_put (TkHeads *heads, const TkNode *row, TkTag *tag, guint column);

/* From here on the next row is at hand. */
void tk_heads_end_row (TkHeads *heads);
