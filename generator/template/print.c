/* Comes in: a template. Goes out: its text, for tests. What has its plain value is not
 * printed. */
#include "template.h"

static void
print_length (GString *to, const char *name, TkUnit length)
{
  if (length != 0)
    g_string_append_printf (to, " %s=%.2fpt", name, length / 1024.0);
}

static void
print_style (GString *to, const TkStyle *style)
{
  static const char *const aligns[] = {"left", "centre", "right", "justify"};

  g_string_append_printf (to, "style %s %s %.4gpt %s", style->name, style->family, style->size / 1024.0,
                          aligns[style->align]);
  g_string_append (to, style->bold ? " bold" : "");
  g_string_append (to, style->italic ? " italic" : "");
  g_string_append (to, style->underline ? " underline" : "");
  g_string_append (to, style->capitals ? " capitals" : "");
  if (style->colour != 0)
    g_string_append_printf (to, " #%06x", style->colour);
  if (style->leading != 1000)
    g_string_append_printf (to, " leading=%d", style->leading);
  print_length (to, "pitch", style->pitch);
  print_length (to, "first", style->first_indent);
  print_length (to, "left", style->left_indent);
  print_length (to, "right", style->right_indent);
  print_length (to, "before", style->space_before);
  print_length (to, "after", style->space_after);
  print_length (to, "one-line", style->one_line);
  g_string_append (to, style->keep_together ? " keep-together" : "");
  g_string_append (to, style->keep_with_next ? " keep-with-next" : "");
  g_string_append (to, style->keep_with_last ? " keep-with-last" : "");
  g_string_append_printf (to, " orphans=%d widows=%d\n", style->orphans, style->widows);
}

static void
print_text (GString *to, const char *name, const TkText *text)
{
  if (text->n_phrases == 0)
    return;
  g_string_append_printf (to, " %s=\"", name);
  for (guint i = 0; i < text->n_phrases; i++) {
    const TkPhrase *phrase = &text->phrases[i];
    switch (phrase->kind) {
    case TK_PHRASE_LITERAL:
      g_string_append (to, phrase->text);
      break;
    case TK_PHRASE_VALUE:
      g_string_append_printf (to, "{%s #%u%s%s}", phrase->text, phrase->slot,
                              phrase->break_at != NULL ? " break-at " : "",
                              phrase->break_at != NULL ? phrase->break_at : "");
      break;
    case TK_PHRASE_BREAK:
      g_string_append (to, "⏎");
      break;
    case TK_PHRASE_FIELD:
      g_string_append_printf (to, "{%s}", phrase->text);
      break;
    case TK_PHRASE_GROUP:
      g_string_append_printf (to, "%s%u", phrase->alone ? "⟪" : "⟨", phrase->inside);
      break;
    case TK_PHRASE_REFER:
      g_string_append (to, phrase->refer->show == TK_SHOW_PAGE     ? "⇒page"
                           : phrase->refer->show == TK_SHOW_NUMBER ? "⇒number"
                                                                   : "⇒words");
      print_text (to, "to", &phrase->refer->to);
      break;
    case TK_PHRASE_NOTE:
      print_text (to, "note", phrase->note);
      break;
    }
    for (guint bit = 0; bit < 5 && phrase->kind != TK_PHRASE_GROUP; bit++) {
      if (phrase->flags & (1u << bit))
        g_string_append_c (to, "*/_^,"[bit]);
    }
    if (phrase->language != NULL)
      g_string_append_printf (to, "@%s", phrase->language);
    if (phrase->href != NULL && phrase->kind != TK_PHRASE_GROUP)
      print_text (to, "href", phrase->href);
  }
  g_string_append_c (to, '"');
}

static void
print_measure (GString *to, const char *name, TkMeasure measure)
{
  if (measure.kind == TK_MEASURE_FIT)
    g_string_append_printf (to, " %s=fit", name);
  else if (measure.kind == TK_MEASURE_SHARE)
    g_string_append_printf (to, " %s=%d‰", name, measure.length);
  else
    print_length (to, name, measure.length);
}

static void
print_details (GString *to, const TkBlock *block)
{
  if (block->kind == TK_BLOCK_SIDES) {
    print_measure (to, "left", block->left);
    print_measure (to, "right", block->right);
  }
  if (block->kind == TK_BLOCK_COLUMN) {
    print_measure (to, "width", block->width);
    g_string_append_printf (to, " align=%d", block->align);
  }
  if (block->kind == TK_BLOCK_LIST)
    g_string_append_printf (to, " mark=%d", block->mark);
  if (block->outline != (block->kind == TK_BLOCK_SECTION))
    g_string_append (to, block->outline ? " listed" : " unlisted");
  if (block->kind == TK_BLOCK_SECTION && !block->numbered)
    g_string_append (to, " unnumbered");
  if (block->new_page)
    g_string_append (to, block->appendix ? " appendix" : " new-page");
  g_string_append (to, block->endnotes ? " notes=end" : "");
  print_text (to, "id", &block->id);
  print_text (to, "find", &block->find);
  if (block->counter != NULL)
    g_string_append_printf (to, " number=\"%s\"", block->counter);
  if (block->kind == TK_BLOCK_CONTENTS)
    g_string_append_printf (to, " of=%d depth=%d", block->listed, block->depth);
  if (block->master != NULL)
    g_string_append_printf (to, " master=%s", block->master->name);
  g_string_append (to, block->right_page ? " right" : block->back_page ? " back" : "");
  if (block->close != NULL)
    g_string_append_printf (to, " close=\"%s\"", block->close);
  if (block->close_last != NULL)
    g_string_append_printf (to, " close-last=\"%s\"", block->close_last);
  g_string_append (to, block->run_in ? " run-in" : "");
  g_string_append (to, block->plain ? " plain" : "");
  g_string_append (to, block->numbers ? " numbers" : "");
  g_string_append (to, block->merge ? " merge" : "");
  g_string_append (to, block->row_head ? " row-head" : "");
  g_string_append (to, block->decimal ? " decimal" : "");
  g_string_append (to, block->turned ? " turned" : "");
  if (block->look != NULL)
    g_string_append_printf (to, " rules=%d zebra=%x head=%x smallest=%d", block->look->rules,
                            (guint) block->look->zebra, (guint) block->look->head_fill,
                            block->look->smallest);
  g_string_append (to, block->look != NULL && block->look->turns ? " wide=turn" : "");
  print_length (to, "max-width", block->max_width);
  print_length (to, "max-height", block->max_height);
  print_length (to, "height", block->height);
  print_length (to, "length", block->length);
  print_length (to, "thickness", block->thickness);
  if (block->permille != 0)
    g_string_append_printf (to, " %d‰", block->permille);
}

static void
print_bound (GString *to, const TkBlock *block)
{
  g_string_append_printf (to, " of=%s", block->bound->layout->name);
  for (guint i = 0; i < block->bound->n_settings; i++)
    print_text (to, block->bound->settings[i].name, &block->bound->settings[i].value);
}

static void
print_shape (GString *to, const char *name, TkShape shape)
{
  if (shape.width != 0)
    g_string_append_printf (to, " %s=%d:%d", name, shape.width, shape.height);
}

static void
print_picture (GString *to, const TkPictureBlock *picture)
{
  static const char *const sides[] = {"", " side=left", " side=right"};

  print_shape (to, "ratio", picture->ratio);
  print_shape (to, "lowest", picture->lowest);
  print_shape (to, "tallest", picture->tallest);
  g_string_append (to, sides[picture->side]);
  if (picture->album.columns != 0)
    g_string_append_printf (to, " columns=%d", picture->album.columns);
  print_length (to, "row-height", picture->album.row_height);
  print_text (to, "focus", &picture->focus);
  print_text (to, "credit", &picture->credit);
}

static void
print_block (GString *to, const TkTemplate *template, const TkBlock *block, int depth)
{
  static const char *const rows[] = {"", "first of", "each of", "unless"};

  g_string_append_printf (to, "%*s%s", depth * 2, "", block->name);
  if (block->rows != TK_ROWS_NONE)
    g_string_append_printf (to, " [%s %s #%u]", rows[block->rows], template->queries[block->query].name,
                            block->use);
  if (block->style != NULL)
    g_string_append_printf (to, " (%s)", block->style->name);
  if (block->title_style != NULL)
    g_string_append_printf (to, " title (%s)", block->title_style->name);
  if (block->caption_style != NULL)
    g_string_append_printf (to, " caption (%s)", block->caption_style->name);
  print_details (to, block);
  if (block->kind == TK_BLOCK_COLUMN && block->parent->kind == TK_BLOCK_COLUMN_GROUP)
    print_text (to, "under", &block->parent->title);
  print_text (to, "title", &block->title);
  print_text (to, "text", &block->text);
  print_text (to, "file", &block->file);
  print_text (to, "alt", &block->alt);
  print_text (to, "author", &block->author);
  print_text (to, "subject", &block->subject);
  print_text (to, "date", &block->date);
  print_text (to, "carried", &block->carried);
  print_text (to, "brought", &block->brought);
  print_text (to, "continued", &block->continued);
  print_text (to, "total", &block->total);
  print_text (to, "sum", &block->sum);
  print_text (to, "group", &block->group);
  print_text (to, "strong", &block->strong);
  print_text (to, "group-total", &block->group_total);
  print_text (to, "group-sum", &block->group_sum);
  print_text (to, "match", &block->match);
  if (block->picture != NULL)
    print_picture (to, block->picture);
  if (block->floating != TK_FLOATING_NONE)
    g_string_append (to, block->floating == TK_FLOATING_TOP ? " float=top" : " float=foot");
  if (block->bound != NULL)
    print_bound (to, block);
  print_text (to, "unit", &block->unit);
  print_text (to, "width", &block->breadth);
  g_string_append_printf (to, " @%d:%d\n", block->place.line, block->place.column);
  for (const TkBlock *child = block->first; child != NULL; child = child->next)
    print_block (to, template, child, depth + 1);
}

static void
print_level (GString *to, const TkLevel *level)
{
  static const char *const kinds[] = {"", "1", "I", "i", "a", "A"};

  g_string_append_printf (to, "level %s%s%s{%s}%s%s (%s)\n", level->before, level->parent ? "{parent}" : "",
                          level->between, kinds[level->kind], level->after,
                          level->own_line ? " own line" : "", level->style->name);
}

static void
print_running (GString *to, const TkRunningText *line, const TkMaster *paper)
{
  static const char *const aligns[] = {"left", "centre", "right", "justify"};

  g_string_append_printf (to, "running %s-%s on %d at %.2f (%s) heading %d",
                          line->where.foot ? "bottom" : "top", aligns[line->where.align], line->where.on,
                          line->where.edge / 1024.0, line->where.style->name, line->where.level);
  print_text (to, "text", &line->text);
  if (line->where.master != paper)
    g_string_append_printf (to, " of %s", line->where.master->name);
  g_string_append_c (to, '\n');
}

static void
print_master (GString *to, const TkMaster *master)
{
  g_string_append_printf (to, "master %s %.2f×%.2f margins %.2f %.2f %.2f %.2f", master->name,
                          master->width / 1024.0, master->height / 1024.0, master->top / 1024.0,
                          master->right / 1024.0, master->bottom / 1024.0, master->left / 1024.0);
  if (master->folio != NULL)
    g_string_append_printf (to, " folio (%s) at %.2f%s", master->folio->name, master->folio_top / 1024.0,
                            master->folio_on_first ? " also on page 1" : "");
  g_string_append (to, master->mirrored ? " mirrored" : "");
  if (master->line_numbers > 0)
    g_string_append_printf (to, " line numbers %d (%s)", master->line_numbers,
                            master->line_number_style->name);
  if (master->running != NULL)
    g_string_append_printf (to, " running as %s", master->running->name);
  g_string_append (to, master->unmarked ? " unmarked" : "");
  if (master->grid > 0)
    g_string_append_printf (to, " grid %.2f", master->grid / 1024.0);
  g_string_append (to, master->filled ? " filled" : "");
  if (master->frame.kind != TK_FRAME_NONE)
    g_string_append_printf (to, " frame %d at %.2f #%06X", master->frame.kind, master->frame.inset / 1024.0,
                            master->frame.colour);
}

static void
print_variant (GString *to, const TkTemplate *template)
{
  static const char *const forms[] = {"", " attached", " free"};

  if (template->variant != NULL)
    g_string_append_printf (to, "variant %s\n", template->variant);
  g_string_append_printf (to, "layout %s \"%s\" %s%s\n", template->name, template->title, template->language,
                          forms[template->form]);
  for (guint i = 0; i < template->n_parameters; i++)
    g_string_append_printf (to, "parameter %s \"%s\"%s: %s\n", template->parameters[i].name,
                            template->parameters[i].title, template->parameters[i].only ? " only" : "",
                            template->parameters[i].sql);
  for (guint i = 0; i < template->n_queries; i++)
    g_string_append_printf (to, "query %s: %s\n", template->queries[i].name, template->queries[i].sql);
  for (guint i = 0; i < template->n_spots; i++)
    g_string_append_printf (to, "inks of #%06X: %d %d %d %d\n", template->spots[i].colour,
                            template->spots[i].inks[0], template->spots[i].inks[1],
                            template->spots[i].inks[2], template->spots[i].inks[3]);
  for (guint i = 0; i < template->n_queried; i++)
    g_string_append_printf (to, "colour %s #%06X [%s #%u]\n", template->queried[i].name,
                            template->queried[i].colour, template->queries[template->queried[i].query].name,
                            template->queried[i].use);
  for (guint i = 0; i < template->n_styles; i++)
    print_style (to, &template->styles[i]);
  print_master (to, template->master);
  print_text (to, "watermark", &template->watermark);
  g_string_append_c (to, '\n');
  for (guint i = 1; i < template->n_masters; i++) {
    print_master (to, template->masters[i]);
    g_string_append_c (to, '\n');
  }
  for (guint i = 0; i < template->n_running; i++)
    print_running (to, &template->running[i], template->master);
  for (guint i = 0; i < template->n_levels; i++)
    print_level (to, &template->levels[i]);
  print_block (to, template, template->paper, 0);
}

char *
tk_template_print (const TkTemplate *template)
{
  g_autoptr (GString) to = g_string_new (NULL);

  for (guint i = 0; i < template->n_variants; i++)
    g_string_append_printf (to, "variant %s \"%s\" %s\n", template->variants[i].name,
                            template->variants[i].title, template->variants[i].place);
  print_variant (to, template);
  for (guint i = 1; i < template->n_variants; i++)
    print_variant (to, template->variants[i].template);
  return g_string_free (g_steal_pointer (&to), FALSE);
}
