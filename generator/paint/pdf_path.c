/* Comes in: the mark of a path. Goes out: the operators that draw it. Must not know of pages or elements. */
#include "pdf_path.h"

/* Numbers and the operator after them. */
static void
put_numbers (TkBytes *to, const gint64 *numbers, guint n, const char *operator)
{
  for (guint i = 0; i < n; i++) {
    tk_bytes_fixed (to, numbers[i], 3);
    tk_bytes_literal (to, " ");
  }
  tk_bytes_put (to, operator, strlen (operator));
}

static void
put_steps (TkBytes *to, const TkStep *steps, guint n_steps, gint64 left, gint64 top)
{
  for (const TkStep *step = steps; step < steps + n_steps; step++) {
    const gint64 at[6] = {left + TK_MILLI (step->x1), top - TK_MILLI (step->y1), left + TK_MILLI (step->x2),
                          top - TK_MILLI (step->y2),  left + TK_MILLI (step->x), top - TK_MILLI (step->y)};
    switch (step->kind) {
    case TK_STEP_MOVE:
      put_numbers (to, at + 4, 2, "m\n");
      break;
    case TK_STEP_LINE:
      put_numbers (to, at + 4, 2, "l\n");
      break;
    case TK_STEP_CURVE:
      put_numbers (to, at, 6, "c\n");
      break;
    case TK_STEP_CLOSE:
      tk_bytes_literal (to, "h\n");
      break;
    }
  }
}

/* ISO 32000-1, 8.4.3.6. */
static void
put_dash (TkBytes *to, const TkMark *mark)
{
  tk_bytes_literal (to, "[");
  for (guint i = 0; i < G_N_ELEMENTS (mark->path.dash) && mark->path.dash[i] > 0; i++)
    tk_bytes_print (to, i == 0 ? "%u" : " %u", mark->path.dash[i]);
  tk_bytes_literal (to, "]0 d ");
}

void
tk_path_put (TkBytes *to, const TkMark *mark, const TkColours *colours, TkTint tint, gint64 left, gint64 top)
{
  const gint64 stroke = TK_MILLI (mark->path.stroke);

  tk_bytes_literal (to, "q ");
  if (mark->path.n_clip > 0) {
    put_steps (to, mark->path.clip, mark->path.n_clip, left, top);
    tk_bytes_literal (to, "W n\n");
  }
  tk_colours_put (colours, to, mark->colour, tint, stroke > 0 ? TK_USE_LINE : TK_USE_AREA);
  tk_bytes_literal (to, " ");
  if (stroke > 0) {
    tk_bytes_literal (to, "1 j ");
    put_numbers (to, &stroke, 1, "w ");
  }
  if (mark->path.dash[0] > 0)
    put_dash (to, mark);
  put_steps (to, mark->path.steps, mark->path.n_steps, left, top);
  if (stroke > 0)
    tk_bytes_literal (to, "S Q\n");
  else
    tk_bytes_literal (to, "f Q\n");
}
