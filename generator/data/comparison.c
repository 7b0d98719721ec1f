/* Comes in: two figures. Goes out: what lies between them, as a number or in
 * words. Knows nothing of where they are from. */
#include "comparison.h"

#include <math.h>

#include "number.h"

/* Decimals that print every change which is not an error of the arithmetic. */
enum { MOST_DECIMALS = 9, DIFFERENCE_DECIMALS = 6 };

gboolean
tk_comparison_share (double part, double whole, double *ret_percent)
{
  if (whole == 0)
    return FALSE;
  *ret_percent = part * 100 / whole;
  return TRUE;
}

gboolean
tk_comparison_growth (double now, double before, double *ret_percent)
{
  if (!(before > 0))
    return FALSE;
  *ret_percent = (now - before) * 100 / before;
  return TRUE;
}

static const char *
name_direction (double change)
{
  return change > 0 ? "tăng " : "giảm ";
}

void
tk_comparison_append_growth (GString *to, double now, double before, int decimals)
{
  double percent;
  const gboolean padded = decimals >= 0;
  int shown = padded ? decimals : 1;

  if (!tk_comparison_growth (now, before, &percent))
    return;
  while (tk_number_round (percent, shown) == 0 && shown < MOST_DECIMALS)
    shown++;
  const double rounded = tk_number_round (percent, shown);
  if (rounded == 0) {
    g_string_append (to, "không đổi");
    return;
  }
  g_string_append (to, name_direction (rounded));
  tk_number_append (to, fabs (rounded), padded || shown > 1 ? shown : -1);
  g_string_append_c (to, '%');
}

void
tk_comparison_append_difference (GString *to, double now, double before, const char *unit)
{
  const double change = tk_number_round (now - before, DIFFERENCE_DECIMALS);

  if (change == 0) {
    g_string_append (to, "không đổi");
    return;
  }
  g_string_append (to, name_direction (change));
  tk_number_append (to, fabs (change), -1);
  if (unit != NULL && unit[0] != '\0')
    g_string_append_printf (to, "%s%s", unit[0] == '%' ? "" : " ", unit);
}
