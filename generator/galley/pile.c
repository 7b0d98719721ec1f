/* Comes in: strips. Goes out: one strip that holds all that they carry: marks, what shows numbers of pages,
 * and footnotes. Knows nothing of what they are of. */
#include "set.h"

static void
join_marks (TkSetter *setter, TkStrip *strip, const TkMark *more, guint n, TkUnit y)
{
  if (n == 0)
    return;
  TkMark *marks = tk_arena_array (setter->arena, TkMark, strip->n_marks + n);
  for (guint i = 0; i < strip->n_marks; i++)
    marks[i] = strip->marks[i];
  for (guint i = 0; i < n; i++) {
    marks[strip->n_marks + i] = more[i];
    marks[strip->n_marks + i].y += y;
  }
  strip->marks = marks;
  strip->n_marks += n;
}

static void
join_fields (TkSetter *setter, TkStrip *strip, const TkStrip *other, guint before, TkUnit y)
{
  TkField *fields = tk_arena_array (setter->arena, TkField, strip->n_fields + other->n_fields);

  for (guint i = 0; i < strip->n_fields; i++)
    fields[i] = strip->fields[i];
  for (guint i = 0; i < other->n_fields; i++) {
    fields[strip->n_fields + i] = other->fields[i];
    fields[strip->n_fields + i].before += before;
    fields[strip->n_fields + i].y += y;
  }
  strip->fields = fields;
  strip->n_fields += other->n_fields;
}

void
tk_galley_join (TkSetter *setter, TkStrip *strip, const TkStrip *other, TkUnit y)
{
  const guint before = strip->n_marks;

  join_marks (setter, strip, other->marks, other->n_marks, y);
  join_marks (setter, strip, other->rules, other->n_rules, y);
  if (other->n_fields > 0)
    join_fields (setter, strip, other, before, y);
  tk_galley_add_footnotes (setter, strip, other->footnotes);
}

TkUnit
tk_galley_sum_heights (const GArray *strips)
{
  TkUnit height = 0;

  for (guint i = 0; i < strips->len; i++) {
    const TkStrip *strip = &g_array_index (strips, TkStrip, i);
    height += strip->height + (i > 0 ? strip->space : 0);
  }
  return height;
}

void
tk_galley_pile (TkSetter *setter, const GArray *strips, TkStrip *ret_pile)
{
  *ret_pile = (TkStrip){0};
  for (guint i = 0; i < strips->len; i++) {
    const TkStrip *strip = &g_array_index (strips, TkStrip, i);
    ret_pile->height += i > 0 ? strip->space : 0;
    tk_galley_join (setter, ret_pile, strip, ret_pile->height);
    ret_pile->height += strip->height;
  }
}
