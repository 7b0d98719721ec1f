/* The strips as text: the golden files of the tests. */
#include "galley.h"

static const char *const breaks[] = {
    [TK_BREAK_ALLOWED] = "",        [TK_BREAK_AVOIDED] = " avoid",
    [TK_BREAK_FORBIDDEN] = " keep", [TK_BREAK_COLUMN] = " column",
    [TK_BREAK_FORCED] = " page",    [TK_BREAK_RESTART] = " restart",
    [TK_BREAK_RIGHT] = " right",    [TK_BREAK_RESTART_RIGHT] = " restart right",
    [TK_BREAK_BACK] = " back",
};

static double
points (TkUnit unit)
{
  return unit / 1024.0;
}

static void
print_text (GString *to, const TkMark *mark)
{
  const TkPiece *pieces = mark->text.pieces;

  g_string_append_printf (to, " %s %.4g “", pieces[0].word->face->name, points (pieces[0].word->size));
  for (guint i = 0; i < mark->text.n_pieces; i++) {
    g_string_append (to, pieces[i].word->text);
    if (pieces[i].space && i + 1 < mark->text.n_pieces)
      g_string_append_c (to, ' ');
  }
  g_string_append (to, "”");
}

/* Hatching by its number of steps only. */
static void
print_path (GString *to, const TkMark *mark)
{
  g_string_append_printf (to, " path #%06X", mark->colour);
  if (mark->path.stroke > 0)
    g_string_append_printf (to, " line %.2f", points (mark->path.stroke));
  for (guint i = 0; i < G_N_ELEMENTS (mark->path.dash) && mark->path.dash[i] > 0; i++)
    g_string_append_printf (to, "%s%u", i == 0 ? " dash " : "-", mark->path.dash[i]);
  if (mark->path.n_clip > 0)
    g_string_append_printf (to, " hatched %u", mark->path.n_steps);
  for (guint i = 0; i < mark->path.n_steps && mark->path.n_clip == 0; i++) {
    const TkStep *step = &mark->path.steps[i];
    g_string_append_printf (to, " %c", "MLCZ"[step->kind]);
    if (step->kind != TK_STEP_CLOSE)
      g_string_append_printf (to, "%.2f,%.2f", points (step->x), points (step->y));
  }
}

static void
print_mark (GString *to, const TkMark *mark)
{
  g_string_append_printf (to, "    %.2f,%.2f", points (mark->x), points (mark->y));
  switch (mark->kind) {
  case TK_MARK_TEXT:
    g_string_append (to, mark->role == TK_ROLE_LABEL    ? " label"
                         : mark->role == TK_ROLE_UNSEEN ? " unseen"
                                                        : " text");
    if (mark->turned != 0)
      g_string_append_printf (to, " turned %d", mark->turned);
    print_text (to, mark);
    break;
  case TK_MARK_RULE:
    g_string_append_printf (to, " rule %.2f x %.2f", points (mark->rule.width), points (mark->rule.height));
    break;
  case TK_MARK_IMAGE:
    g_string_append_printf (to, " image %.2f x %.2f", points (mark->image.width),
                            points (mark->image.height));
    if (mark->image.crop != NULL)
      g_string_append_printf (to, " of %.2f x %.2f at %.2f,%.2f", points (mark->image.crop->width),
                              points (mark->image.crop->height), points (mark->image.crop->x),
                              points (mark->image.crop->y));
    break;
  case TK_MARK_PATH:
    print_path (to, mark);
    break;
  }
  g_string_append_c (to, '\n');
}

/* As it is where all its targets stand on page 12. */
static void
print_field (GString *to, const TkField *field)
{
  g_autofree guint *numbers = g_new (guint, field->n_targets);
  g_autoptr (TkArena) arena = tk_arena_new ();
  guint n;

  for (guint i = 0; i < field->n_targets; i++)
    numbers[i] = 12;
  const TkMark *marks = tk_galley_fill (field, numbers, arena, &n);
  g_string_append_printf (to, "    field after %u\n", field->before);
  for (guint i = 0; i < n; i++)
    print_mark (to, &marks[i]);
}

/* Nothing where the document begins on pages of its own master. */
static void
print_region (GString *to, const TkGalley *galley, const TkRegion *region)
{
  const TkMaster *master = region->master;

  if (region->first == 0 && master == galley->document->master)
    return;
  g_string_append_printf (to, "  on pages of %.2f x %.2f, width %.2f\n", points (master->width),
                          points (master->height), points (region->width));
}

char *
tk_galley_print (const TkGalley *galley)
{
  GString *to = g_string_new (NULL);

  g_string_append_printf (to, "galley %.2f\n", points (galley->width));
  for (guint i = 0, region = 0; i < galley->n_strips; i++) {
    const TkStrip *strip = &galley->strips[i];
    if (region < galley->n_regions && galley->regions[region].first == i)
      print_region (to, galley, &galley->regions[region++]);
    g_string_append_printf (to, "  strip +%.2f %.2f%s%s\n", points (strip->space), points (strip->height),
                            breaks[strip->break_after], strip->n_head > 0 ? " head" : "");
    if (strip->lower > 0 || strip->taller > 0)
      g_string_append_printf (to, "    lower by %.2f, taller by %.2f\n", points (strip->lower),
                              points (strip->taller));
    for (guint m = 0; m < strip->n_marks; m++)
      print_mark (to, &strip->marks[m]);
    for (guint m = 0; m < strip->n_rules; m++)
      print_mark (to, &strip->rules[m]);
    for (guint f = 0; f < strip->n_fields; f++)
      print_field (to, &strip->fields[f]);
    if (strip->n_sums > 0)
      g_string_append (to, "    sums\n");
    for (guint m = 0; m < strip->n_sums; m++)
      print_mark (to, &strip->sums[m]);
  }
  return g_string_free (to, FALSE);
}
