/* What the press law wants at the foot of an issue's last page, Luật Báo chí 2016, Điều 34 khoản 1: in
 * columns of their own, licence, printed_at, copies, periodicity and responsible of bulletin_issue, or in the
 * free words of its imprint. */
#pragma once

#include <glib.h>

/* A pattern for what is counted where copies are, in folded text. */
#define TK_IMPRINT_UNIT "(?:cuốn|quyển|(?:ấn )?bản(?! tin)|tờ|ấn phẩm|tập(?! san))\\b"

/* The words of @imprint, folded (fold.h, with tones), that say what @column holds. NULL: it does not say it,
 * or is NULL. Free it. */
char *tk_imprint_find_new (const char *imprint, const char *column);
