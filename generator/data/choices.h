/* The hidden sheet “Danh mục” of a workbook: codes that may be chosen, with
 * their meaning beside them. A drop-down list refers to it by a name, because
 * a list that is written out may have 255 characters only. */
#pragma once

#include "workbook.h"

typedef struct _TkChoices TkChoices;

TkChoices *tk_choices_new (void);
void tk_choices_free (TkChoices *choices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkChoices, tk_choices_free)

/* A list and its name, which lives as long as @choices. The same codes give the
 * same list. @meanings: one for each code, any of them NULL; NULL: the printed
 * words of the schema (wording.h). */
const char *tk_choices_add (TkChoices *choices, const char *title, const char *const *codes,
                            const char *const *meanings);

/* The sheet, and the names of its ranges; nothing where there is no list. */
void tk_choices_write (const TkChoices *choices, TkWorkbook *workbook);

/* Names the cells below the head of a column of @sheet, as far as they are
 * filled without a gap, rows added later too. */
void tk_choices_name_column (TkWorkbook *workbook, const char *name, const char *sheet, lxw_col_t column,
                             lxw_row_t rows);
