/* Comes in: elements of the body. Goes out: blocks of prose. Elements are told
 * apart by name; what has no name here is looked through for text. Writes no
 * mark itself. */
#include <string.h>

#include "docx_walk.h"

enum { MOST_COLUMNS = 63 }; /* Word makes no more */

/* TkDocxTake: of w:pPr */
static gboolean
take_paragraph_property (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  TkDocxParagraph *paragraph = walk->paragraph;

  if (tk_docx_is (part, "numPr") || tk_docx_is (part, "rPr"))
    return tk_docx_children (part, take_paragraph_property, data, error);
  g_autofree char *value = tk_docx_attribute_new (part, "val");
  if (tk_docx_is (part, "pStyle"))
    paragraph->style = tk_docx_styles_need (walk->styles, value);
  else if (tk_docx_is (part, "outlineLvl"))
    paragraph->heading = tk_docx_heading (part);
  else if (tk_docx_is (part, "numId"))
    paragraph->numbering = MAX (tk_docx_number (part, "val", 0), 0);
  else if (tk_docx_is (part, "ilvl"))
    paragraph->level = tk_docx_number (part, "val", 0);
  else if (tk_docx_is (part, "jc"))
    paragraph->align = g_strcmp0 (value, "center") == 0                                   ? TK_PROSE_CENTRE
                       : g_strcmp0 (value, "right") == 0 || g_strcmp0 (value, "end") == 0 ? TK_PROSE_RIGHT
                                                                                          : TK_PROSE_PLAIN;
  else if (tk_docx_is (part, "del") || tk_docx_is (part, "moveFrom"))
    paragraph->joins = TRUE;
  return tk_docx_skip (part, error);
}

/* TkDocxTake: of w:p */
static gboolean
take_in_paragraph (TkDocxPart *part, void *data, GError **error)
{
  if (tk_docx_is (part, "pPr"))
    return tk_docx_children (part, take_paragraph_property, data, error);
  return tk_docx_take (part, data, error);
}

/* The first letter from @i on that is no space. */
static guint
find_word (const GArray *letters, guint i)
{
  while (i < letters->len && g_unichar_isspace (g_array_index (letters, TkLetter, i).c))
    i++;
  return i;
}

static void
put_before (GArray *letters, const char *label)
{
  g_autoptr (GArray) before = tk_letters_new ();

  tk_letters_add (before, label, 0, 0);
  tk_letters_add (before, " ", 0, 0);
  g_array_prepend_vals (letters, before->data, before->len);
}

/* “- ”, “– ”, “• ” as typed in offices: the mark goes, its level comes back; -1 for none. */
static int
take_typed_mark (const TkDocxWalk *walk, GArray *letters)
{
  static const gunichar dashes[] = {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2022, 0x25AA, 0x25CF, 0};
  const guint i = find_word (letters, 0);
  const guint next = i < letters->len ? find_word (letters, i + 1) : letters->len;
  int level = -1;

  if (next == letters->len || next == i + 1)
    return -1;
  const gunichar c = g_array_index (letters, TkLetter, i).c;
  for (gsize k = 0; dashes[k] != 0; k++)
    if (c == dashes[k])
      level = 0;
  if (c == '+' && tk_prose_is_dashed (walk->prose))
    level = 1;
  if (level >= 0)
    g_array_remove_range (letters, 0, i + 1);
  return level;
}

static void
end_in_cell (TkDocxCell *cell, TkDocxParagraph *paragraph, const char *label)
{
  g_autoptr (GArray) letters = paragraph->letters;

  g_array_remove_range (letters, 0, find_word (letters, 0));
  if (label[0] != '\0')
    put_before (letters, label);
  if (letters->len == 0)
    return;
  if (cell->letters->len > 0)
    tk_letters_add (cell->letters, " ", 0, 0);
  else
    cell->align = paragraph->align;
  g_array_append_vals (cell->letters, letters->data, letters->len);
}

/* Counts also what is empty: Word shows its number. */
static TkDocxItem
count_item (TkDocxWalk *walk, const TkDocxParagraph *paragraph, GString *label)
{
  const TkDocxStyle *style = paragraph->style;
  int level = paragraph->level;

  if (paragraph->numbering >= 0)
    return tk_docx_lists_count (walk->lists, paragraph->numbering, MAX (level, 0), style, label);
  return tk_docx_lists_count (walk->lists, style->numbering, level, style, label);
}

static void
end_listed (TkDocxWalk *walk, TkDocxParagraph *paragraph, const TkDocxItem *item, const char *label)
{
  int level = -1;

  switch (item->mark) {
  case TK_DOCX_DASH:
    tk_prose_item (walk->prose, item->level, 0, paragraph->letters);
    return;
  case TK_DOCX_NUMBER:
    walk->tally.n[TK_DOCX_LETTERED] += !item->decimal;
    tk_prose_item (walk->prose, item->level, item->number, paragraph->letters);
    return;
  case TK_DOCX_LABEL:
    if (find_word (paragraph->letters, 0) < paragraph->letters->len)
      put_before (paragraph->letters, label);
    break;
  case TK_DOCX_UNLISTED:
    level = take_typed_mark (walk, paragraph->letters);
    break;
  }
  if (level >= 0)
    tk_prose_item (walk->prose, (guint) level, 0, paragraph->letters);
  else
    tk_prose_paragraph (walk->prose, paragraph->letters);
}

static void
end_paragraph (TkDocxWalk *walk, TkDocxParagraph *paragraph)
{
  const int heading = paragraph->heading >= 0 ? paragraph->heading : paragraph->style->heading;
  g_autoptr (GString) label = g_string_new (NULL);

  if (paragraph->joins) {
    walk->joined = paragraph->letters;
    return;
  }
  const TkDocxItem item = count_item (walk, paragraph, label);
  if (walk->cell != NULL) {
    end_in_cell (walk->cell, paragraph, label->str);
  } else if (paragraph->style->contents) {
    walk->tally.n[TK_DOCX_CONTENTS]++;
    g_array_unref (paragraph->letters);
  } else if (heading > 0) {
    if (label->len > 0 && item.mark != TK_DOCX_DASH
        && find_word (paragraph->letters, 0) < paragraph->letters->len)
      put_before (paragraph->letters, label->str);
    tk_prose_heading (walk->prose, (guint) heading, paragraph->letters);
  } else {
    end_listed (walk, paragraph, &item, label->str);
  }
}

gboolean
tk_docx_take_paragraph (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  TkDocxParagraph *outer = walk->paragraph;
  TkDocxParagraph paragraph = {.style = tk_docx_styles_need (walk->styles, NULL), -1, -1, -1};

  paragraph.letters = walk->joined != NULL ? g_steal_pointer (&walk->joined) : tk_letters_new ();
  walk->paragraph = &paragraph;
  const gboolean done = tk_docx_children (part, take_in_paragraph, walk, error);
  walk->paragraph = outer;
  if (done)
    end_paragraph (walk, &paragraph);
  else
    g_array_unref (paragraph.letters);
  return done;
}

static void
add_cell (TkDocxWalk *walk, TkProseAlign align, GArray *letters)
{
  if (walk->n_cells++ < MOST_COLUMNS)
    tk_prose_cell (walk->prose, align, letters);
  else
    g_array_unref (letters);
}

static void
add_empty_cells (TkDocxWalk *walk, int n)
{
  for (int i = 0; i < MIN (n, MOST_COLUMNS); i++)
    add_cell (walk, TK_PROSE_PLAIN, tk_letters_new ());
}

/* TkDocxTake: of w:tcPr */
static gboolean
take_cell_property (TkDocxPart *part, void *data, GError **error)
{
  TkDocxCell *cell = ((TkDocxWalk *) data)->cell;
  g_autofree char *value = tk_docx_attribute_new (part, "val");

  if (tk_docx_is (part, "gridSpan"))
    cell->span = tk_docx_number (part, "val", 1);
  else if (tk_docx_is (part, "vMerge"))
    cell->merged = g_strcmp0 (value, "restart") != 0;
  return tk_docx_skip (part, error);
}

/* TkDocxTake: of w:tc */
static gboolean
take_in_cell (TkDocxPart *part, void *data, GError **error)
{
  if (tk_docx_is (part, "tcPr"))
    return tk_docx_children (part, take_cell_property, data, error);
  return tk_docx_take (part, data, error);
}

static gboolean
take_cell (TkDocxPart *part, TkDocxWalk *walk, GError **error)
{
  TkDocxCell cell = {.letters = tk_letters_new (), .span = 1};

  walk->cell = &cell;
  const gboolean done = tk_docx_children (part, take_in_cell, walk, error);
  walk->cell = NULL;
  walk->tally.n[TK_DOCX_MERGED] += cell.merged || cell.span > 1;
  if (cell.merged)
    g_array_set_size (cell.letters, 0);
  add_cell (walk, cell.align, cell.letters);
  add_empty_cells (walk, cell.span - 1);
  return done;
}

/* TkDocxTake: of w:trPr */
static gboolean
take_row_property (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;

  if (tk_docx_is (part, "gridBefore"))
    add_empty_cells (walk, tk_docx_number (part, "val", 0));
  else if (tk_docx_is (part, "del"))
    walk->row_deleted = TRUE;
  return tk_docx_skip (part, error);
}

/* TkDocxTake: of w:tr */
static gboolean
take_in_row (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;

  if (tk_docx_is (part, "trPr"))
    return tk_docx_children (part, take_row_property, data, error);
  if (!tk_docx_is (part, "tc"))
    return tk_docx_children (part, take_in_row, data, error);
  return walk->row_deleted ? tk_docx_skip (part, error) : take_cell (part, walk, error);
}

/* TkDocxTake: of w:tbl */
static gboolean
take_in_table (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;

  if (!tk_docx_is (part, "tr"))
    return tk_docx_children (part, take_in_table, data, error);
  walk->n_cells = 0;
  walk->row_deleted = FALSE;
  if (!tk_docx_children (part, take_in_row, data, error))
    return FALSE;
  walk->tally.n[TK_DOCX_DELETED] += walk->row_deleted;
  tk_prose_row (walk->prose);
  return TRUE;
}

gboolean
tk_docx_take_table (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;

  if (walk->cell != NULL) {
    walk->tally.n[TK_DOCX_NESTED]++;
    return tk_docx_children (part, tk_docx_take, data, error);
  }
  if (!tk_docx_children (part, take_in_table, data, error))
    return FALSE;
  tk_prose_table (walk->prose);
  return TRUE;
}
