/* Comes in: lists and their items, in the order of the paper. Goes out: definitions of numberings, and the
 * numberings that count. */
#include "word_lists.h"

#include <string.h>

enum { DEEPEST = 8, MOST_OPEN = 64 };

/* w:abstractNum */
typedef struct {
  const char *format; /* w:numFmt */
  char *text;         /* w:lvlText */
  int depth;
  TkUnit left, body;
  const TkStyle *style; /* of the label */
} Shape;

/* w:num */
typedef struct {
  guint shape;
  guint start; /* 0: it does not count */
} Numbering;

/* A list whose items come. */
typedef struct {
  const TkNode *list;
  int depth;
  TkUnit left, body;
  guint numbering; /* that the last item had, from 1; 0: none yet */
  guint next;      /* that it would count */
} Open;

struct _TkWordLists {
  GArray *shapes, *numberings;
  Open open[MOST_OPEN];
  int n_open;
};

static void
shape_clear (gpointer data)
{
  g_free (((Shape *) data)->text);
}

TkWordLists *
tk_word_lists_new (void)
{
  TkWordLists *lists = g_new0 (TkWordLists, 1);

  lists->shapes = g_array_new (FALSE, TRUE, sizeof (Shape));
  g_array_set_clear_func (lists->shapes, shape_clear);
  lists->numberings = g_array_new (FALSE, TRUE, sizeof (Numbering));
  return lists;
}

void
tk_word_lists_free (TkWordLists *lists)
{
  if (lists == NULL)
    return;
  g_array_unref (lists->shapes);
  g_array_unref (lists->numberings);
  g_free (lists);
}

void
tk_word_lists_begin (TkWordLists *lists, const TkNode *list, int depth, TkUnit left, TkUnit body)
{
  const int at = MIN (lists->n_open, MOST_OPEN - 1);

  lists->open[at] = (Open){.list = list, .depth = MIN (depth, DEEPEST), .left = left, .body = body};
  lists->n_open++;
}

void
tk_word_lists_end (TkWordLists *lists)
{
  lists->n_open--;
}

guint
tk_word_lists_size (const TkWordLists *lists)
{
  return lists->numberings->len;
}

/* "%1." and "%1)" count at their level, with the number of which @label is the print; other texts are
 * themselves. */
static const char *
find_format (const Open *open, const char *label, char **ret_text, guint *ret_number)
{
  const gboolean letter = open->list->marking == TK_MARKING_LETTER;
  const gsize length = strlen (label);

  *ret_number = 0;
  if (open->list->marking == TK_MARKING_NUMBER && length > 1)
    *ret_number = (guint) g_ascii_strtoull (label, NULL, 10);
  if (letter && length == 2 && g_ascii_islower (label[0]))
    *ret_number = (guint) (label[0] - 'a' + 1);
  if (*ret_number > 0) {
    *ret_text = g_strdup_printf ("%%%d%c", open->depth + 1, label[length - 1]);
    return letter ? "lowerLetter" : "decimal";
  }
  *ret_text = g_strdup (label);
  return letter || open->list->marking == TK_MARKING_NUMBER ? "decimal" : "bullet";
}

static guint
find_shape (TkWordLists *lists, const Open *open, const char *format, const char *text, const TkStyle *style)
{
  for (guint i = 0; i < lists->shapes->len; i++) {
    const Shape *old = &g_array_index (lists->shapes, Shape, i);
    if (g_str_equal (old->format, format) && g_str_equal (old->text, text) && old->depth == open->depth
        && old->left == open->left && old->body == open->body && old->style->size == style->size
        && old->style->bold == style->bold && old->style->italic == style->italic
        && g_str_equal (old->style->family, style->family))
      return i;
  }
  const Shape shape = {format, g_strdup (text), open->depth, open->left, open->body, style};
  g_array_append_val (lists->shapes, shape);
  return lists->shapes->len - 1;
}

/* Bullets of one shape are one numbering, wherever they stand. */
static guint
find_numbering (TkWordLists *lists, guint shape, guint number)
{
  for (guint i = 0; i < lists->numberings->len && number == 0; i++)
    if (g_array_index (lists->numberings, Numbering, i).shape == shape)
      return i + 1;
  const Numbering numbering = {shape, number};
  g_array_append_val (lists->numberings, numbering);
  return lists->numberings->len;
}

int
tk_word_lists_count (TkWordLists *lists, const TkNode *item)
{
  Open *open = &lists->open[MIN (lists->n_open, MOST_OPEN) - 1];
  g_autofree char *text = NULL;
  guint number;

  if (item->label == NULL || *item->label == '\0')
    return 0;
  const char *format = find_format (open, item->label, &text, &number);
  const guint shape = find_shape (lists, open, format, text, item->style);
  const gboolean goes_on = open->numbering > 0 && number == open->next
                           && g_array_index (lists->numberings, Numbering, open->numbering - 1).shape
                                  == shape;
  if (!goes_on)
    open->numbering = find_numbering (lists, shape, number);
  open->next = number > 0 ? number + 1 : 0;
  return (int) open->numbering;
}

/* ---- the part ---- */

static void
put_label_letters (TkXml xml, const TkStyle *style, gboolean bullet)
{
  tk_word_begin (xml, "w:rPr");
  if (bullet) { /* not those of a font of signs */
    tk_word_begin (xml, "w:rFonts");
    tk_word_attribute (xml, "w:ascii", "Times New Roman");
    tk_word_attribute (xml, "w:hAnsi", "Times New Roman");
    tk_word_attribute (xml, "w:cs", "Times New Roman");
    tk_word_attribute (xml, "w:hint", "default");
    tk_word_end (xml);
  }
  if (style->bold)
    tk_word_flag (xml, "w:b");
  if (style->italic)
    tk_word_flag (xml, "w:i");
  tk_word_end (xml);
}

static void
put_shape (TkXml xml, const Shape *shape, guint id)
{
  tk_word_begin (xml, "w:abstractNum");
  tk_word_number (xml, "w:abstractNumId", id);
  tk_word_value (xml, "w:multiLevelType", "hybridMultilevel");
  tk_word_begin (xml, "w:lvl");
  tk_word_number (xml, "w:ilvl", shape->depth);
  tk_word_value_number (xml, "w:start", 1);
  tk_word_value (xml, "w:numFmt", shape->format);
  tk_word_value (xml, "w:lvlText", shape->text);
  tk_word_value (xml, "w:lvlJc", "left");
  tk_word_begin (xml, "w:pPr");
  tk_word_begin (xml, "w:ind");
  tk_word_number (xml, "w:left", tk_word_twips (shape->body));
  tk_word_number (xml, "w:hanging", tk_word_twips (shape->body - shape->left));
  tk_word_end (xml);
  tk_word_end (xml);
  put_label_letters (xml, shape->style, g_str_equal (shape->format, "bullet"));
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
put_numbering (const TkWordLists *lists, TkXml xml, guint i)
{
  const Numbering *numbering = &g_array_index (lists->numberings, Numbering, i);

  tk_word_begin (xml, "w:num");
  tk_word_number (xml, "w:numId", i + 1);
  tk_word_value_number (xml, "w:abstractNumId", numbering->shape);
  if (numbering->start > 0) {
    tk_word_begin (xml, "w:lvlOverride");
    tk_word_number (xml, "w:ilvl", g_array_index (lists->shapes, Shape, numbering->shape).depth);
    tk_word_value_number (xml, "w:startOverride", numbering->start);
    tk_word_end (xml);
  }
  tk_word_end (xml);
}

void
tk_word_lists_put (const TkWordLists *lists, TkXml xml)
{
  tk_word_begin (xml, "w:numbering");
  tk_word_namespaces (xml);
  for (guint i = 0; i < lists->shapes->len; i++)
    put_shape (xml, &g_array_index (lists->shapes, Shape, i), i);
  for (guint i = 0; i < lists->numberings->len; i++)
    put_numbering (lists, xml, i);
  tk_word_end (xml);
}
