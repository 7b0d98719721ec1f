/* Comes in: blocks of letters. Goes out: CommonMark, with what its lists need:
 * indents, delimiters that part neighbours, empty lines. Knows no Word file. */
#include "prose.h"

/* content/markdown.c shows no deeper list. */
enum { DEEPEST = 8, HEADINGS = 6 };

/* A list that goes on. */
typedef struct {
  guint level;
  guint next;  /* number of the item to come; 0 = dashes */
  char close;  /* what follows a number */
  guint inner; /* where the text of its items begins */
} List;

typedef struct {
  TkProseAlign align;
  GArray *letters; /* owned */
} Cell;

struct _TkProse {
  gboolean plain;
  GString *text;
  GPtrArray *links; /* (element-type utf8), owned */
  GArray *lists;    /* (element-type List), the outermost first */
  GPtrArray *rows;  /* (element-type GArray (element-type Cell)) of the table */
  GArray *row;      /* the one that is being filled */
  guint lost;
};

static void
clear_cell (void *data)
{
  g_array_unref (((Cell *) data)->letters);
}

static GArray *
row_new (void)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (row, clear_cell);
  return row;
}

TkProse *
tk_prose_new (gboolean plain)
{
  TkProse *prose = g_new0 (TkProse, 1);

  prose->plain = plain;
  prose->text = g_string_new (NULL);
  prose->links = g_ptr_array_new_with_free_func (g_free);
  prose->lists = g_array_new (FALSE, FALSE, sizeof (List));
  prose->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  prose->row = row_new ();
  return prose;
}

void
tk_prose_free (TkProse *prose)
{
  if (prose == NULL)
    return;
  g_string_free (prose->text, TRUE);
  g_ptr_array_unref (prose->links);
  g_array_unref (prose->lists);
  g_ptr_array_unref (prose->rows);
  g_array_unref (prose->row);
  g_free (prose);
}

guint
tk_prose_link (TkProse *prose, const char *url)
{
  g_ptr_array_add (prose->links, g_strdup (url));
  return prose->links->len;
}

static gboolean
settle (TkProse *prose, GArray *letters, TkPlace place)
{
  prose->lost += tk_letters_settle (letters, place);
  return letters->len > 0;
}

/* An empty line before each block but the first. */
static void
begin_block (TkProse *prose)
{
  if (prose->text->len > 0)
    g_string_append_c (prose->text, '\n');
}

static void
end_lists (TkProse *prose)
{
  g_array_set_size (prose->lists, 0);
}

static void
write_letters (TkProse *prose, TkPlace place, guint indent, const GArray *letters)
{
  if (!prose->plain)
    tk_letters_write (letters, place, prose->links, indent, prose->text);
  for (guint i = 0; prose->plain && i < letters->len; i++)
    g_string_append_unichar (prose->text, g_array_index (letters, TkLetter, i).c);
}

static void
write_line (TkProse *prose, TkPlace place, guint indent, const GArray *letters)
{
  write_letters (prose, place, indent, letters);
  g_string_append_c (prose->text, '\n');
}

void
tk_prose_heading (TkProse *prose, guint level, GArray *letters)
{
  g_autoptr (GArray) taken = letters;

  if (!settle (prose, taken, TK_PLACE_HEADING))
    return;
  end_lists (prose);
  begin_block (prose);
  for (guint i = 0; !prose->plain && i < CLAMP (level, 1, HEADINGS); i++)
    g_string_append (prose->text, i + 1 < CLAMP (level, 1, HEADINGS) ? "#" : "# ");
  write_line (prose, TK_PLACE_HEADING, 0, taken);
}

void
tk_prose_paragraph (TkProse *prose, GArray *letters)
{
  g_autoptr (GArray) taken = letters;

  if (!settle (prose, taken, TK_PLACE_PARAGRAPH))
    return;
  end_lists (prose);
  begin_block (prose);
  write_line (prose, TK_PLACE_PARAGRAPH, 0, taken);
}

static List *
last_list (const TkProse *prose)
{
  return prose->lists->len > 0 ? &g_array_index (prose->lists, List, prose->lists->len - 1) : NULL;
}

/* A list of another kind or number ends the one of its level; two lists of
 * numbers that touch are parted by "." and ")". */
static List *
begin_list (TkProse *prose, guint level, guint number)
{
  List *last = last_list (prose);
  List list = {.level = level, .next = number, .close = '.'};

  if (last != NULL && last->level == level) {
    list.close = last->next != 0 && last->close == '.' ? ')' : '.';
    g_array_set_size (prose->lists, prose->lists->len - 1);
  }
  /* only a dash or a 1 may follow a line of text (CommonMark 0.30, 5.2) */
  if (prose->lists->len == 0 || number > 1)
    begin_block (prose);
  g_array_append_val (prose->lists, list);
  return last_list (prose);
}

void
tk_prose_item (TkProse *prose, guint level, guint number, GArray *letters)
{
  g_autoptr (GArray) taken = letters;
  List *list = NULL;
  guint indent = 0;

  if (!settle (prose, taken, TK_PLACE_PARAGRAPH))
    return;
  level = MIN (level, DEEPEST - 1);
  while ((list = last_list (prose)) != NULL && list->level > level)
    g_array_set_size (prose->lists, prose->lists->len - 1);
  if (list == NULL || list->level != level || list->next != number)
    list = begin_list (prose, level, number);
  if (prose->lists->len > 1)
    indent = list[-1].inner;
  const gsize from = prose->text->len;
  g_string_append_printf (prose->text, "%*s", (int) indent, "");
  if (number == 0)
    g_string_append (prose->text, "- ");
  else
    g_string_append_printf (prose->text, "%u%c ", number, list->close);
  list->next = number > 0 ? number + 1 : 0;
  list->inner = (guint) (prose->text->len - from);
  write_line (prose, TK_PLACE_PARAGRAPH, list->inner, taken);
}

gboolean
tk_prose_is_dashed (const TkProse *prose)
{
  const List *list = last_list (prose);

  return list != NULL && list->next == 0;
}

void
tk_prose_cell (TkProse *prose, TkProseAlign align, GArray *letters)
{
  const Cell cell = {align, letters};

  settle (prose, letters, prose->rows->len > 0 ? TK_PLACE_CELL : TK_PLACE_HEAD);
  g_array_append_val (prose->row, cell);
}

void
tk_prose_row (TkProse *prose)
{
  if (prose->row->len == 0)
    return;
  g_ptr_array_add (prose->rows, prose->row);
  prose->row = row_new ();
}

static const GArray *
row_at (const TkProse *prose, guint i)
{
  return g_ptr_array_index (prose->rows, i);
}

/* How the cells of a column below the head stand, where all of them agree. */
static TkProseAlign
column_align (const TkProse *prose, guint column)
{
  TkProseAlign align = TK_PROSE_PLAIN;
  gboolean first = TRUE;

  for (guint i = 1; i < prose->rows->len; i++) {
    if (column >= row_at (prose, i)->len)
      continue;
    const Cell *cell = &g_array_index (row_at (prose, i), Cell, column);
    if (cell->letters->len == 0)
      continue;
    if (!first && cell->align != align)
      return TK_PROSE_PLAIN;
    align = cell->align;
    first = FALSE;
  }
  return align;
}

static void
write_row (TkProse *prose, const GArray *row)
{
  for (guint i = 0; i < row->len; i++) {
    g_string_append (prose->text, !prose->plain ? "| " : i > 0 ? "\t" : "");
    write_letters (prose, TK_PLACE_CELL, 0, g_array_index (row, Cell, i).letters);
    g_string_append (prose->text, prose->plain ? "" : " ");
  }
  g_string_append (prose->text, prose->plain ? "\n" : "|\n");
}

static void
write_rule (TkProse *prose, guint n_columns)
{
  static const char *const rules[] = {"---|", ":---|", ":---:|", "---:|"};

  g_string_append_c (prose->text, '|');
  for (guint i = 0; i < n_columns; i++)
    g_string_append (prose->text, rules[column_align (prose, i)]);
  g_string_append_c (prose->text, '\n');
}

static gboolean
has_letters (const TkProse *prose)
{
  for (guint i = 0; i < prose->rows->len; i++)
    for (guint k = 0; k < row_at (prose, i)->len; k++)
      if (g_array_index (row_at (prose, i), Cell, k).letters->len > 0)
        return TRUE;
  return FALSE;
}

/* The head names all columns: what a row has beyond it would not be shown. */
static guint
complete_head (TkProse *prose)
{
  GArray *head = g_ptr_array_index (prose->rows, 0);
  guint n_columns = 0;

  for (guint i = 0; i < prose->rows->len; i++)
    n_columns = MAX (n_columns, row_at (prose, i)->len);
  while (head->len < n_columns) {
    const Cell cell = {TK_PROSE_PLAIN, tk_letters_new ()};
    g_array_append_val (head, cell);
  }
  return n_columns;
}

void
tk_prose_table (TkProse *prose)
{
  tk_prose_row (prose);
  if (has_letters (prose)) {
    const guint n_columns = complete_head (prose);
    end_lists (prose);
    begin_block (prose);
    write_row (prose, row_at (prose, 0));
    if (!prose->plain)
      write_rule (prose, n_columns);
    for (guint i = 1; i < prose->rows->len; i++)
      write_row (prose, row_at (prose, i));
  }
  g_ptr_array_set_size (prose->rows, 0);
}

guint
tk_prose_n_lost (const TkProse *prose)
{
  return prose->lost;
}

char *
tk_prose_print (const TkProse *prose)
{
  return g_strdup (prose->text->str);
}
