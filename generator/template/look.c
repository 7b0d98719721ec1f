/* Comes in: <style> and <numbering> elements in their order. Goes out: styles with everything
 * resolved, the levels. A later element of the same name changes what it names. */
#include <glib/gi18n.h>
#include <stddef.h>
#include <string.h>

#include "nearest.h"
#include "reader.h"

typedef enum {
  IS_TEXT,
  IS_LENGTH,
  IS_SIZE,
  IS_EXTENT,
  IS_FLAG,
  IS_COLOUR,
  IS_ALIGN,
  IS_FACTOR,
  IS_LINES,
  IS_SPREAD
} FieldKind;

typedef struct {
  const char *name;
  FieldKind kind;
  gsize offset;
} Field;

/* IS_LENGTH may be negative, IS_EXTENT not, IS_SIZE is above zero. */
static const Field style_fields[] = {
    {"family", IS_TEXT, offsetof (TkStyle, family)},
    {"size", IS_SIZE, offsetof (TkStyle, size)},
    {"bold", IS_FLAG, offsetof (TkStyle, bold)},
    {"italic", IS_FLAG, offsetof (TkStyle, italic)},
    {"underline", IS_FLAG, offsetof (TkStyle, underline)},
    {"capitals", IS_FLAG, offsetof (TkStyle, capitals)},
    {"colour", IS_COLOUR, offsetof (TkStyle, colour)},
    {"align", IS_ALIGN, offsetof (TkStyle, align)},
    {"leading", IS_FACTOR, offsetof (TkStyle, leading)},
    {"pitch", IS_SIZE, offsetof (TkStyle, pitch)},
    {"first-indent", IS_LENGTH, offsetof (TkStyle, first_indent)},
    {"left-indent", IS_EXTENT, offsetof (TkStyle, left_indent)},
    {"right-indent", IS_EXTENT, offsetof (TkStyle, right_indent)},
    {"space-before", IS_EXTENT, offsetof (TkStyle, space_before)},
    {"space-after", IS_EXTENT, offsetof (TkStyle, space_after)},
    {"keep-together", IS_FLAG, offsetof (TkStyle, keep_together)},
    {"keep-with-next", IS_FLAG, offsetof (TkStyle, keep_with_next)},
    {"keep-with-last", IS_FLAG, offsetof (TkStyle, keep_with_last)},
    {"orphans", IS_LINES, offsetof (TkStyle, orphans)},
    {"widows", IS_LINES, offsetof (TkStyle, widows)},
    {"hanging", IS_FLAG, offsetof (TkStyle, hanging)},
    {"small-capitals", IS_FLAG, offsetof (TkStyle, small_capitals)},
    {"figures", IS_TEXT, offsetof (TkStyle, figures)},
    {"letter-spacing", IS_SPREAD, offsetof (TkStyle, letter_spacing)},
    {"drop-capital", IS_LINES, offsetof (TkStyle, drop_capital)},
    {"even-lines", IS_FLAG, offsetof (TkStyle, even_lines)},
    {"one-line", IS_SIZE, offsetof (TkStyle, one_line)},
};

static const TkStyle plain_style = {
    .family = "Tinos",
    .size = TK_PT (14),
    .align = TK_ALIGN_JUSTIFY,
    .leading = 1000,
    .orphans = 2,
    .widows = 2,
};

static TkUnit
read_unit (TkReader *reader, const xmlNode *node, const Field *field, const char *text)
{
  TkUnit unit = 0;

  if (!tk_unit_parse (text, &unit))
    tk_template_faults_add (reader->faults, tk_template_find_place (node),
                            _ ("%s=\"%s\" is no length that a page can have; write a length like 20mm"),
                            field->name, text);
  else if (unit < 0 && field->kind != IS_LENGTH)
    tk_template_faults_add (reader->faults, tk_template_find_place (node),
                            _ ("%s=\"%s\" may not be negative; write a length like 20mm"), field->name, text);
  else if (unit == 0 && field->kind == IS_SIZE)
    tk_template_faults_add (reader->faults, tk_template_find_place (node),
                            _ ("%s may not be 0; write a length like 14pt"), field->name);
  return unit;
}

static int
read_factor (TkReader *reader, const xmlNode *node, const Field *field, const char *text)
{
  double factor = g_ascii_strtod (text, NULL);

  if (factor >= 0.5 && factor <= 5)
    return (int) (factor * 1000 + 0.5);
  tk_template_faults_add (
      reader->faults, tk_template_find_place (node),
      _ ("%s=\"%s\" is not between 0.5 and 5; 1 is single, 1.5 the most that the decree allows"), field->name,
      text);
  return 1000;
}

static int
read_spread (TkReader *reader, const xmlNode *node, const Field *field, const char *text)
{
  double percent = g_ascii_strtod (text, NULL);

  if (percent >= 0 && percent <= 2)
    return (int) (percent * 10 + 0.5);
  tk_template_faults_add (reader->faults, tk_template_find_place (node),
                          _ ("%s=\"%s\" is more than 2%%, at which letters fall apart; write 2%% or less"),
                          field->name, text);
  return 0;
}

static void
read_field (TkReader *reader, const xmlNode *node, const Field *field, TkStyle *style)
{
  void *at = (char *) style + field->offset;
  const char *text = tk_template_read_attribute (reader, node, field->name);

  if (text == NULL)
    return;
  switch (field->kind) {
  case IS_TEXT:
    *(const char **) at = text;
    break;
  case IS_LENGTH:
  case IS_SIZE:
  case IS_EXTENT:
    *(TkUnit *) at = read_unit (reader, node, field, text);
    break;
  case IS_FLAG:
    *(gboolean *) at = tk_template_read_yes (reader, node, field->name, FALSE);
    break;
  case IS_COLOUR:
    *(guint32 *) at = tk_template_parse_colour (reader, tk_template_find_place (node), field->name, text);
    break;
  case IS_ALIGN:
    *(TkAlign *) at = tk_template_read_align (reader, node);
    break;
  case IS_FACTOR:
    *(int *) at = read_factor (reader, node, field, text);
    break;
  case IS_LINES:
    *(int *) at = MAX (1, (int) g_ascii_strtoll (text, NULL, 10));
    break;
  case IS_SPREAD:
    *(int *) at = read_spread (reader, node, field, text);
    break;
  }
}

/* The distance of lines is said in one of two ways, and the later word holds. */
static void
choose_distance (TkReader *reader, const xmlNode *node, TkStyle *style)
{
  const gboolean leading = tk_template_read_attribute (reader, node, "leading") != NULL;
  const gboolean pitch = tk_template_read_attribute (reader, node, "pitch") != NULL;

  if (leading && pitch) {
    const TkPlace place = tk_template_search_place (node, "pitch");
    tk_template_faults_add (
        reader->faults, &place,
        _ ("style “%s” says the distance of its lines twice; write leading or pitch, not both"), style->name);
  } else if (leading) {
    style->pitch = 0;
  } else if (pitch) {
    style->leading = plain_style.leading;
  }
}

/* Styles. */

static const char **
list_styles (const TkReader *reader)
{
  const char **names = g_new0 (const char *, reader->template->n_styles + 1);

  for (guint i = 0; i < reader->template->n_styles; i++)
    names[i] = reader->template->styles[i].name;
  return names;
}

const TkStyle *
tk_template_find_style (const TkReader *reader, const char *name)
{
  for (guint i = 0; i < reader->template->n_styles; i++) {
    if (strcmp (reader->template->styles[i].name, name) == 0)
      return &reader->template->styles[i];
  }
  return NULL;
}

const TkStyle *
tk_template_find_style_or (const TkReader *reader, const char *name, const TkStyle *otherwise)
{
  const TkStyle *style = tk_template_find_style (reader, name);

  return style != NULL ? style : otherwise;
}

const TkStyle *
tk_template_read_style (TkReader *reader, const xmlNode *element, const char *name)
{
  const TkStyle *style = tk_template_find_style (reader, name);

  if (style != NULL)
    return style;
  g_autofree const char **names = list_styles (reader);
  g_autofree char *hint = tk_nearest_hint_new (name, names);
  tk_template_faults_add (reader->faults, tk_template_find_place (element), _ ("there is no style \"%s\"%s"),
                          name, hint);
  return reader->template->text_styles.body;
}

const TkStyle *
tk_template_read_style_attribute (TkReader *reader, const xmlNode *element, const char *name,
                                  const TkStyle *otherwise)
{
  const char *style = tk_template_read_attribute (reader, element, name);

  return style != NULL ? tk_template_read_style (reader, element, style) : otherwise;
}

/* The name that @name inherits from, and the element that says so. */
static const char *
find_parent (TkReader *reader, const char *name, const xmlNode **ret_node)
{
  const char *parent = NULL;

  for (guint i = 0; i < reader->styles->len; i++) {
    const xmlNode *node = g_array_index (reader->styles, xmlNode *, i);
    const char *inherits = tk_template_read_attribute (reader, node, "inherits");
    if (inherits == NULL || strcmp (tk_template_read_attribute (reader, node, "name"), name) != 0)
      continue;
    parent = inherits;
    *ret_node = node;
  }
  return parent;
}

/* done: by index of the style, 0 untouched, 1 being resolved, 2 resolved. */
static void
resolve_style (TkReader *reader, TkStyle *styles, guint index, char *done)
{
  const xmlNode *node = NULL;
  const char *name = styles[index].name;
  const char *parent = find_parent (reader, name, &node);

  done[index] = 1;
  styles[index] = plain_style;
  styles[index].name = name; /* styles are found by their names also now */
  if (parent != NULL) {
    const TkStyle *from = tk_template_find_style (reader, parent);
    if (from == NULL) {
      tk_template_read_style (reader, node, parent);
    } else if (done[from - styles] == 1) {
      tk_template_faults_add (
          reader->faults, tk_template_find_place (node),
          _ ("style \"%s\" inherits from itself by way of \"%s\"; let one of them inherit from another"),
          name, parent);
    } else {
      if (done[from - styles] == 0)
        resolve_style (reader, styles, (guint) (from - styles), done);
      styles[index] = *from;
    }
  }
  styles[index].name = name;
  for (guint i = 0; i < reader->styles->len; i++) {
    node = g_array_index (reader->styles, xmlNode *, i);
    if (strcmp (tk_template_read_attribute (reader, node, "name"), name) != 0)
      continue;
    for (gsize f = 0; f < G_N_ELEMENTS (style_fields); f++)
      read_field (reader, node, &style_fields[f], &styles[index]);
    choose_distance (reader, node, &styles[index]);
  }
  done[index] = 2;
}

static void
resolve_styles (TkReader *reader)
{
  TkTemplate *template = reader->template;
  TkStyle *styles = tk_arena_array (reader->arena, TkStyle, reader->styles->len + 1);
  g_autofree char *done = g_new0 (char, reader->styles->len + 1);

  template->styles = styles;
  for (guint i = 0; i < reader->styles->len; i++) {
    const xmlNode *node = g_array_index (reader->styles, xmlNode *, i);
    const char *name = tk_template_read_attribute (reader, node, "name");
    if (tk_template_find_style (reader, name) == NULL)
      styles[template->n_styles++].name = name;
  }
  for (guint i = 0; i < template->n_styles; i++) {
    if (done[i] == 0)
      resolve_style (reader, styles, i, done);
  }
}

static const TkStyle *
style_or (const TkReader *reader, const char *name, const TkStyle *otherwise)
{
  const TkStyle *style = tk_template_find_style (reader, name);

  return style != NULL ? style : otherwise;
}

/* The body's style with another name, for what has no style of its own in the layout. */
static TkStyle *
derive (TkReader *reader, const char *name)
{
  TkStyle *style = tk_arena_copy (reader->arena, reader->template->text_styles.body, sizeof (TkStyle));

  style->name = name;
  style->first_indent = 0;
  return style;
}

/* Notes are four fifths of the text; quotations stand in from both sides. */
static void
choose_beside_text (TkReader *reader)
{
  TkTextStyles *styles = &reader->template->text_styles;
  TkStyle *footnote = derive (reader, "footnote");
  TkStyle *quote = derive (reader, "quote");

  footnote->size = footnote->size * 4 / 5;
  footnote->leading = 1000;
  footnote->pitch = 0;
  footnote->left_indent = footnote->right_indent = 0;
  footnote->space_before = 0;
  footnote->space_after = TK_PT (2);
  quote->left_indent += TK_MM (12.7);
  quote->right_indent += TK_MM (12.7);
  styles->footnote = style_or (reader, "footnote", footnote);
  styles->quote = style_or (reader, "quote", quote);
}

static void
choose_text_styles (TkReader *reader)
{
  TkTextStyles *styles = &reader->template->text_styles;
  TkStyle *plain = tk_arena_copy (reader->arena, &plain_style, sizeof (TkStyle));

  plain->name = "body";
  styles->body = style_or (reader, "body", plain);
  styles->item = style_or (reader, "item", styles->body);
  styles->caption = style_or (reader, "caption", styles->body);
  styles->table_cell = style_or (reader, "table-cell", styles->body);
  styles->table_head = style_or (reader, "table-head", styles->table_cell);
  styles->rule = style_or (reader, "rule", styles->body);
  for (int i = 0; i < TK_HEADING_LEVELS; i++) {
    g_autofree char *name = g_strdup_printf ("heading-%d", i + 1);
    styles->headings[i] = style_or (reader, name, i > 0 ? styles->headings[i - 1] : styles->body);
  }
  choose_beside_text (reader);
}

/* Numbers of sections. */

static TkNumberKind
number_kind (const char *token)
{
  static const char *const tokens[] = {"{1}", "{I}", "{i}", "{a}", "{A}"};
  static const TkNumberKind kinds[] = {TK_NUMBER_ARABIC, TK_NUMBER_ROMAN, TK_NUMBER_SMALL_ROMAN,
                                       TK_NUMBER_LETTER, TK_NUMBER_CAPITAL};

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++) {
    if (g_str_has_prefix (token, tokens[i]))
      return kinds[i];
  }
  return TK_NUMBER_NONE;
}

static void
read_format (TkReader *reader, const xmlNode *node, TkLevel *level)
{
  const char *format = tk_template_read_attribute (reader, node, "format");
  const char *parent = strstr (format, "{parent}");
  const char *rest = parent != NULL ? parent + strlen ("{parent}") : format;
  const char *number = strchr (rest, '{');

  level->parent = parent != NULL;
  level->before = parent != NULL ? tk_arena_textn (reader->arena, format, (gsize) (parent - format)) : "";
  if (number != NULL)
    level->kind = number_kind (number);
  if (level->kind == TK_NUMBER_NONE || strpbrk (number + 3, "{}") != NULL
      || strchr (level->before, '{') != NULL) {
    TkPlace place = tk_template_search_place (node, "format");
    tk_template_faults_add (
        reader->faults, &place,
        _ ("format=\"%s\" does not do; write one of {1} {I} {i} {a} {A}, before it {parent} or nothing"),
        format);
    level->between = level->after = "";
    return;
  }
  const char *between = tk_arena_textn (reader->arena, rest, (gsize) (number - rest));
  level->between = parent != NULL ? between : "";
  level->before = parent != NULL ? level->before : between;
  level->after = tk_arena_text (reader->arena, number + 3);
}

static void
read_numbering (TkReader *reader)
{
  TkTemplate *template = reader->template;

  if (reader->numbering == NULL)
    return;
  guint n = (guint) xmlChildElementCount ((xmlNode *) reader->numbering);
  TkLevel *levels = tk_arena_array (reader->arena, TkLevel, n);
  for (const xmlNode *node = reader->numbering->children; node != NULL; node = node->next) {
    if (!tk_template_is (node, "level"))
      continue;
    TkLevel *level = &levels[template->n_levels];
    const TkStyle *usual = template->text_styles.headings[MIN (template->n_levels, TK_HEADING_LEVELS - 1)];
    read_format (reader, node, level);
    level->own_line = tk_template_read_yes (reader, node, "own-line", FALSE);
    level->style = tk_template_read_style_attribute (reader, node, "style", usual);
    template->n_levels++;
  }
  template->levels = levels;
}

void
tk_template_read_look (TkReader *reader)
{
  resolve_styles (reader);
  choose_text_styles (reader);
  read_numbering (reader);
}
