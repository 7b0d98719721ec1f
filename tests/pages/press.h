/* What the tests of sheets share: pages made here, and a bindery that folds, cuts and gathers paper. */
#pragma once

#include "sheets.h"

typedef struct {
  TkArena *arena;
  TkMaster master;
  TkDocument document;
  TkGalley galley;
  TkPages pages;
} TkPaper;

/* @n empty pages of @width × @height. */
TkPaper *tk_paper_new (guint n, TkUnit width, TkUnit height);
void tk_paper_free (TkPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPaper, tk_paper_free)

/* What is on page @index instead of what was there. */
void tk_paper_put (TkPaper *paper, guint index, const TkMark *marks, guint n_marks);

/* The slots in the order in which a reader of the finished work finds them, NULL where there is none at the
 * back of a leaf. (transfer container) (element-type TkSlot) */
GPtrArray *tk_bindery_read (const TkSheets *sheets, const TkPressWish *wish);
