/* The numbering of a Word paper (ECMA-376 part 1, 17.9): real lists, whose labels Word goes on counting.
 * Internal to export/. */
#pragma once

#include "node.h"
#include "word_xml.h"

typedef struct _TkWordLists TkWordLists;

TkWordLists *tk_word_lists_new (void);
void tk_word_lists_free (TkWordLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkWordLists, tk_word_lists_free)

/* A LIST begins that stands in @depth others; labels at @left, texts at @body, from the margin of their
 * column. */
void tk_word_lists_begin (TkWordLists *lists, const TkNode *list, int depth, TkUnit left, TkUnit body);

/* The w:numId of @item, the next of @list. Word has no alphabet with "đ" and without "f": where a label is
 * not the next of Word's, a numbering begins that goes on from there, or that has this one label. */
int tk_word_lists_count (TkWordLists *lists, const TkNode *item);

/* The list that was begun last ends; the one around it goes on. */
void tk_word_lists_end (TkWordLists *lists);

guint tk_word_lists_size (const TkWordLists *lists);

/* The part word/numbering.xml. */
void tk_word_lists_put (const TkWordLists *lists, TkXml xml);
