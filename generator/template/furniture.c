/* Comes in: <running> lines of masters, the watermark of the paper. Goes out: where they
 * stand, on the pages of which masters, and their texts. What only pages know, {page} {pages} {heading}, is a
 * field here. */
#include <stdlib.h>
#include <string.h>

#include "reader.h"

static gboolean
find_field (const TkPhrase *phrase, TkPageField *ret_field)
{
  static const char *const names[] = {"page", "pages", "heading"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (phrase->kind == TK_PHRASE_VALUE && strcmp (phrase->text, names[i]) == 0) {
      *ret_field = (TkPageField) i;
      return TRUE;
    }
  return FALSE;
}

static TkText
read_fields (TkReader *reader, const xmlNode *node)
{
  TkText text = tk_template_read_text (reader, node, NULL);
  TkPhrase *phrases = tk_arena_copy (reader->arena, text.phrases, sizeof (TkPhrase) * text.n_phrases);

  for (guint i = 0; i < text.n_phrases; i++) {
    TkPageField field;
    if (!find_field (&phrases[i], &field))
      continue;
    phrases[i].kind = TK_PHRASE_FIELD;
    phrases[i].slot = field;
  }
  text.phrases = phrases;
  return text;
}

static TkPagesOn
read_pages_on (TkReader *reader, const xmlNode *node)
{
  static const struct {
    const char *name;
    guint on;
  } choices[] = {
      {"first", TK_ON_FIRST}, {"left", TK_ON_LEFT},
      {"right", TK_ON_RIGHT}, {"other", TK_ON_LEFT | TK_ON_RIGHT},
      {"blank", TK_ON_BLANK},
  };
  const char *on = tk_template_read_attribute (reader, node, "on");

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_strcmp0 (on, choices[i].name) == 0)
      return (TkPagesOn) choices[i].on;
  return (TkPagesOn) (TK_ON_FIRST | TK_ON_LEFT | TK_ON_RIGHT);
}

static TkRunningText
read_running (TkReader *reader, const xmlNode *node)
{
  const char *at = tk_template_read_attribute (reader, node, "at");
  const char *level = tk_template_read_attribute (reader, node, "heading-level");
  TkRunningText line = {
      .where = {.foot = at[0] == 'b', .on = read_pages_on (reader, node), .align = TK_ALIGN_CENTRE}};

  if (g_str_has_suffix (at, "left"))
    line.where.align = TK_ALIGN_LEFT;
  else if (g_str_has_suffix (at, "right"))
    line.where.align = TK_ALIGN_RIGHT;
  line.where.edge = tk_template_read_length (reader, node, line.where.foot ? "bottom" : "top", TK_MM (10));
  line.where.level = level != NULL ? atoi (level) : 1;
  line.where.style = tk_template_read_style_attribute (reader, node, "style",
                                                       reader->template->text_styles.body);
  line.text = read_fields (reader, node);
  return line;
}

/* A line of a later <master> stands in place of those of earlier ones, of which @lines has those from @from
 * to
 * @to. */
static void
clear_place (const TkRunning *where, GArray *lines, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    TkRunning *other = &g_array_index (lines, TkRunningText, i).where;
    if (other->foot == where->foot && other->align == where->align)
      other->on &= ~where->on;
  }
}

static void
drop_cleared (GArray *lines)
{
  for (guint i = lines->len; i > 0; i--)
    if (g_array_index (lines, TkRunningText, i - 1).where.on == 0)
      g_array_remove_index (lines, i - 1);
}

static void
read_lines (TkReader *reader, const xmlNode *element, const TkMaster *master, guint from, GArray *lines)
{
  const guint before = lines->len;

  for (const xmlNode *node = element->children; node != NULL; node = node->next) {
    if (!tk_template_is (node, "running"))
      continue;
    TkRunningText line = read_running (reader, node);
    line.where.master = master;
    clear_place (&line.where, lines, from, before);
    g_array_append_val (lines, line);
  }
}

/* What stands on the pages of @master: those of the paper's come first, which others have that bring none. */
static void
read_master (TkReader *reader, TkMaster *master, GArray *lines)
{
  const guint before = lines->len;
  gboolean runs = TRUE, marked = TRUE;

  for (guint i = 0; i < reader->masters->len; i++) {
    const xmlNode *element = g_array_index (reader->masters, xmlNode *, i);
    if (strcmp (tk_template_read_attribute (reader, element, "name"), master->name) != 0)
      continue;
    read_lines (reader, element, master, before, lines);
    runs = tk_template_read_yes (reader, element, "running", runs);
    marked = tk_template_read_yes (reader, element, "watermark", marked);
  }
  drop_cleared (lines);
  master->unmarked = !marked;
  const TkMaster *first = reader->template->master; /* NULL: a fault, which is told */
  master->running = lines->len > before ? master : first != NULL ? first->running : NULL;
  if (runs)
    return;
  g_array_set_size (lines, before);
  master->running = NULL;
}

/* Unless the layout gives one: as pale as can still be read, in the weight of a stamp. */
static const TkStyle *
read_watermark_style (TkReader *reader, const xmlNode *paper)
{
  const char *name = tk_template_read_attribute (reader, paper, "watermark-style");

  if (name != NULL)
    return tk_template_read_style (reader, paper, name);
  TkStyle *style = tk_arena_copy (reader->arena, reader->template->text_styles.body, sizeof (TkStyle));
  style->name = "watermark";
  style->bold = TRUE;
  style->italic = style->underline = style->capitals = FALSE;
  style->colour = 0xE4E4E4;
  return style;
}

void
tk_template_read_furniture (TkReader *reader, const xmlNode *paper)
{
  TkTemplate *template = reader->template;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TkRunningText));

  for (guint i = 0; i < reader->used->len; i++)
    read_master (reader, g_ptr_array_index (reader->used, i), lines);
  template->n_masters = reader->used->len;
  template->masters = tk_arena_copy (reader->arena, reader->used->pdata,
                                     sizeof (TkMaster *) * reader->used->len);
  template->n_running = lines->len;
  template->running = tk_arena_copy_array (reader->arena, lines);
  template->watermark = tk_template_read_text_attribute (reader, paper, "watermark");
  template->watermark_style = read_watermark_style (reader, paper);
}

void
tk_template_read_numbered_lines (TkReader *reader, const xmlNode *node, TkMaster *master)
{
  const char *every = tk_template_read_attribute (reader, node, "line-numbers");
  const char *style = tk_template_read_attribute (reader, node, "line-number-style");

  master->mirrored = tk_template_read_yes (reader, node, "mirrored", master->mirrored);
  if (every != NULL)
    master->line_numbers = atoi (every);
  if (style != NULL)
    master->line_number_style = tk_template_read_style (reader, node, style);
  else if (master->line_number_style == NULL)
    master->line_number_style = reader->template->text_styles.body;
}
