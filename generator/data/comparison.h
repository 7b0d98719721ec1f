/* Two figures beside each other, as papers compare them. Sources: the columns and
 * phrases usual in reports ("tăng 12,5% so với cùng kỳ"); Nghị định 30/2020/NĐ-CP
 * says nothing of them. A percentage of nothing is none. */
#pragma once

#include <glib.h>

/* How many percent of @whole @part is. FALSE, with @ret_percent untouched:
 * @whole is 0. */
gboolean tk_comparison_share (double part, double whole, double *ret_percent);

/* By how many percent @now is above @before, or below it with a minus. FALSE,
 * with @ret_percent untouched: @before is not above 0. */
gboolean tk_comparison_growth (double now, double before, double *ret_percent);

/* "tăng 12,5%", "giảm 3,2%", "không đổi". @decimals: 0 to 9; -1: one at most. A
 * change that would print as 0 gets as many more as show it. Nothing is appended
 * where there is no percentage. */
void tk_comparison_append_growth (GString *to, double now, double before, int decimals);

/* "tăng 1.240 thẻ", "giảm 0,5%", "không đổi". @unit: NULL for none; "%" has no
 * space before it. */
void tk_comparison_append_difference (GString *to, double now, double before, const char *unit);
