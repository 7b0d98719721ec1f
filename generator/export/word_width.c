/* Comes in: text and its style. Goes out: about how wide it is: by the advances of Times, which the decree
 * wants; accents have none. Other families are taken for somewhat wider, as Arial is. */
#include "word_width.h"

#include <string.h>

#include "word_styles.h"

/* Thousandths of the size, from the blank to "~", upright and bold. */
static const guint16 advances[2][95] = {
    {
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
        500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
        556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
        722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
        278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    },
    {
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500,  500,
        500, 500, 500, 500, 500, 500,  500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722,  667,
        611, 778, 778, 389, 500, 778,  667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
        722, 667, 333, 278, 333, 581,  500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333,  556,
        278, 833, 556, 500, 556, 556,  444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394,  520,
    },
};

enum { OTHER = 500 };

static int
find_advance (gunichar letter, gboolean bold)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (letter >= 0x80 && g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) > 1)
    letter = parts[0];
  if (letter == 0x111 || letter == 0x110) /* đ */
    letter = letter == 0x111 ? 'd' : 'D';
  if (letter == 0xA0)
    letter = ' ';
  if (letter == 0x2026 || letter == 0x2014) /* … — */
    return 1000;
  if (letter == 0xAD || letter == 0x200B)
    return 0;
  return letter >= ' ' && letter <= '~' ? advances[bold][letter - ' '] : OTHER;
}

/* The size at which Times is as wide. */
static TkUnit
find_size (const TkStyle *style)
{
  const gboolean times = g_str_equal (tk_word_family (style->family), tk_word_family ("Tinos"));

  return times ? style->size : style->size * 9 / 8;
}

/* @end: NULL for the end of the text. */
static TkUnit
measure_part (const char *text, const char *end, TkUnit size, gboolean bold)
{
  gint64 sum = 0;

  for (const char *at = text; *at != '\0' && (end == NULL || at < end); at = g_utf8_next_char (at))
    sum += find_advance (g_utf8_get_char (at), bold);
  return (TkUnit) (sum * size / 1000);
}

TkUnit
tk_word_measure_text (const char *text, const TkStyle *style)
{
  return measure_part (text, NULL, find_size (style), style->bold);
}

/* ---- lines ---- */

typedef struct {
  TkUnit measure;         /* 0: one line, unless breaks are forced */
  TkUnit line;            /* so far */
  TkUnit word;            /* at the end of @line */
  TkUnit widest, longest; /* of lines, of words */
  guint lines;            /* that ended */
} Ruler;

static void
end_line (Ruler *ruler, TkUnit kept)
{
  ruler->widest = MAX (ruler->widest, ruler->line - kept);
  ruler->line = kept;
  ruler->lines++;
}

static void
add_word (Ruler *ruler, TkUnit width)
{
  ruler->line += width;
  ruler->word += width;
  ruler->longest = MAX (ruler->longest, ruler->word);
  if (ruler->measure > 0 && ruler->line > ruler->measure)
    end_line (ruler, ruler->word);
}

static void
add_run (Ruler *ruler, const TkRun *run, const TkStyle *style)
{
  const gboolean bold = style->bold != ((run->flags & TK_RUN_BOLD) != 0);
  const gboolean small = (run->flags & (TK_RUN_SUPERSCRIPT | TK_RUN_SUBSCRIPT)) != 0;
  const TkUnit size = small ? find_size (style) * 2 / 3 : find_size (style);

  for (const char *at = run->text; *at != '\0';) {
    const char *blank = at + strcspn (at, " ");
    if (blank > at)
      add_word (ruler, measure_part (at, blank, size, bold));
    if (*blank == ' ') {
      ruler->word = 0;
      ruler->line += measure_part (" ", NULL, size, bold);
      blank++;
    }
    at = blank;
  }
}

static void
add_runs (Ruler *ruler, const TkNode *node)
{
  for (guint i = 0; i < node->n_runs; i++) {
    if ((node->runs[i].flags & TK_RUN_BREAK) != 0) {
      ruler->word = 0;
      end_line (ruler, 0);
    } else {
      add_run (ruler, &node->runs[i], node->style);
    }
  }
}

TkUnit
tk_word_last_line (const TkNode *node, TkUnit measure)
{
  Ruler ruler = {.measure = MAX (measure, 1)};

  add_runs (&ruler, node);
  return ruler.line;
}

static guint
count_lines (const TkNode *node, TkUnit measure)
{
  Ruler ruler = {.measure = measure};

  add_runs (&ruler, node);
  return ruler.lines + 1;
}

TkUnit
tk_word_balance (const TkNode *node, TkUnit measure)
{
  const guint lines = count_lines (node, MAX (measure, 1));
  TkUnit narrow = measure / 2, wide = measure;

  if (lines < 2 || lines == count_lines (node, 0))
    return measure;
  while (wide - narrow > TK_PT (1)) {
    const TkUnit middle = narrow + (wide - narrow) / 2;
    if (count_lines (node, middle) <= lines)
      wide = middle;
    else
      narrow = middle;
  }
  return MIN (wide + wide / 50 + TK_PT (3), measure); /* Word's lines are a little longer or shorter */
}

void
tk_word_measure (const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest)
{
  Ruler ruler = {0};
  TkUnit indents = 0;

  if (node->n_runs > 0 && node->style != NULL) {
    ruler.line = node->style->first_indent;
    indents = node->style->left_indent + node->style->right_indent;
    add_runs (&ruler, node);
    end_line (&ruler, 0);
  }
  *ret_widest = ruler.widest + indents;
  *ret_narrowest = ruler.longest + indents;
  if (node->kind == TK_NODE_FIGURE)
    *ret_widest = *ret_narrowest = node->width;
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    TkUnit wide, narrow, label = child->label != NULL ? tk_word_measure_text ("- ", child->style) : 0;
    tk_word_measure (child, &wide, &narrow);
    *ret_widest = MAX (*ret_widest, wide + label);
    *ret_narrowest = MAX (*ret_narrowest, narrow + label);
  }
}

/* Bytes of the first number in @text up to its comma: digits in groups parted by points. 0: none. */
static gsize
find_comma (const char *text)
{
  const char *at = text;

  while (*at != '\0' && !g_ascii_isdigit (*at))
    at++;
  if (*at == '\0')
    return 0;
  while (g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1])))
    at++;
  return (gsize) (at - text);
}

void
tk_word_measure_decimal (const TkNode *cell, TkUnit *ret_whole, TkUnit *ret_fraction)
{
  const TkNode *text = cell->n_runs > 0 ? cell : cell->first;

  *ret_whole = *ret_fraction = 0;
  if (text == NULL || text->n_runs != 1 || (text != cell && text->next != NULL))
    return;
  const char *number = text->runs->text, *comma = number + find_comma (number);
  if (comma == number)
    return;
  const gboolean bold = text->style->bold != ((text->runs->flags & TK_RUN_BOLD) != 0);
  *ret_whole = measure_part (number, comma, text->style->size, bold);
  *ret_fraction = measure_part (comma, NULL, text->style->size, bold);
}
