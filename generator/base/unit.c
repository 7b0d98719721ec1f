/* Comes in: a length as people write it. Goes out: 1/1024 pt. */
#include "unit.h"

#include <math.h>
#include <string.h>

static const struct {
  const char *name;
  double points;
} units[] = {{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"in", 72}};

gboolean
tk_unit_parse (const char *text, TkUnit *ret_unit)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || !isfinite (number))
    return FALSE;
  if (*end == '\0' && number == 0) {
    *ret_unit = 0;
    return TRUE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    if (strcmp (end, units[i].name) != 0)
      continue;
    double points = number * units[i].points;
    /* 14400 pt is the largest page that a PDF may have (ISO 32000-1, annex C) */
    if (points < -14400 || points > 14400)
      return FALSE;
    *ret_unit = TK_PT (points);
    return TRUE;
  }
  return FALSE;
}
