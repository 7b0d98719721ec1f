/* What the commands that print on sheets share: the options of the press, and the sheets themselves. */
#pragma once

#include "paint.h"

typedef struct {
  /* as typed; NULL: not given */
  char *scheme, *sheet, *section, *up, *bleed, *thickness, *factor, *colour, *profile, *ink_limit;
  gboolean marks, proof, pdfx;
  /* what tk_press_settle makes of it */
  gboolean wanted; /* --press was given */
  TkPressWish wish;
  TkColourKind kind;
  TkInks *inks; /* NULL: colours as they are */
} TkPress;

void tk_press_clear (TkPress *press);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkPress, tk_press_clear)

/* The options, which fill @press when they are parsed: "--help-press" shows them. (transfer full) */
GOptionGroup *tk_press_group_new (TkPress *press);

/* Reads what was typed, and the profile of the press. TK_ERROR_USAGE: a value is wrong, or there is one of
 * these options without --press; errors of tk_inks_new.
 */
gboolean tk_press_settle (TkPress *press, GError **error);

/* The file of the sheets. Errors of tk_paint_press. */
gboolean tk_press_paint (const TkPress *press, const TkSheets *sheets, TkOutput *output, GError **error);
