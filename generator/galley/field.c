/* What fields have in common: lines that show numbers of pages, which are known when all pages are. */
#include "set.h"

const TkMark *
tk_galley_fill (const TkField *field, const guint *numbers, TkArena *arena, guint *ret_n)
{
  g_autoptr (GArray) marks = field->line->fill (field->line, numbers, arena);

  for (guint i = 0; i < marks->len; i++) {
    TkMark *mark = &g_array_index (marks, TkMark, i);
    mark->x += field->x;
    mark->y += field->y;
  }
  *ret_n = marks->len;
  return tk_arena_copy_array (arena, marks);
}

void
tk_galley_add_field (TkSetter *setter, TkStrip *strip, guint before, const TkFieldLine *line,
                     const TkNode *const *targets, guint n_targets)
{
  TkField *fields = tk_arena_array (setter->arena, TkField, strip->n_fields + 1);

  for (guint i = 0; i < strip->n_fields; i++)
    fields[i] = strip->fields[i];
  fields[strip->n_fields++] = (TkField){
      .before = before, .line = line, .targets = targets, .n_targets = n_targets};
  strip->fields = fields;
}
