/* Comes in: word/numbering.xml, then paragraphs by their numbering. Goes out:
 * their numbers. Knows no letters. */
#include "docx_lists.h"

#include <string.h>

enum { LEVELS = 9, MOST_START = 999999 };

typedef struct {
  char *format; /* ST_NumberFormat (17.18.59); NULL = decimal */
  char *text;   /* “%1.%2.” */
  char *style;  /* whose paragraphs have this level, or NULL */
  int start;
  int restart; /* w:lvlRestart; -1 = after any level above, 0 = never */
} Level;

/* What counts: w:abstractNum. Its numberings share the numbers. */
typedef struct _Count Count;
struct _Count {
  Level levels[LEVELS];
  int numbers[LEVELS]; /* the last one given; -1 = none since the level above */
  char *link;          /* the style whose numbering this is another name of, or NULL */
  const Count *same;   /* that numbering's levels */
};

/* w:num */
typedef struct {
  int count;          /* id of its Count */
  int starts[LEVELS]; /* w:startOverride; -1 = none */
  Level levels[LEVELS];
  gboolean own[LEVELS]; /* the level is its own */
  gboolean begun;
} Numbering;

struct _TkDocxLists {
  GHashTable *counts;     /* (element-type gint Count) */
  GHashTable *numberings; /* (element-type gint Numbering) */
  Count *count;           /* these are being read */
  Numbering *numbering;
  Level *level;
  int override;
};

static void
clear_levels (Level *levels)
{
  for (int i = 0; i < LEVELS; i++) {
    g_free (levels[i].format);
    g_free (levels[i].text);
    g_free (levels[i].style);
  }
}

static void
free_count (void *data)
{
  Count *count = data;

  clear_levels (count->levels);
  g_free (count->link);
  g_free (count);
}

static void
free_numbering (void *data)
{
  Numbering *numbering = data;

  clear_levels (numbering->levels);
  g_free (numbering);
}

static void
take_value (char **to, const TkDocxPart *part)
{
  g_free (*to);
  *to = tk_docx_attribute_new (part, "val");
}

/* TkDocxTake: of w:lvl */
static gboolean
take_level_property (TkDocxPart *part, void *data, GError **error)
{
  Level *level = ((TkDocxLists *) data)->level;
  const char *name = tk_docx_name (part);

  if (strcmp (name, "start") == 0)
    level->start = CLAMP (tk_docx_number (part, "val", 0), 0, MOST_START);
  else if (strcmp (name, "lvlRestart") == 0)
    level->restart = tk_docx_number (part, "val", -1);
  else if (strcmp (name, "numFmt") == 0)
    take_value (&level->format, part);
  else if (strcmp (name, "lvlText") == 0)
    take_value (&level->text, part);
  else if (strcmp (name, "pStyle") == 0)
    take_value (&level->style, part);
  return tk_docx_skip (part, error);
}

static gboolean
take_level (TkDocxPart *part, TkDocxLists *lists, Level *levels, gboolean *own, GError **error)
{
  const int i = tk_docx_number (part, "ilvl", 0);

  if (i < 0 || i >= LEVELS)
    return tk_docx_skip (part, error);
  lists->level = &levels[i];
  lists->level->restart = -1;
  if (own != NULL)
    own[i] = TRUE;
  return tk_docx_children (part, take_level_property, lists, error);
}

/* TkDocxTake: of w:abstractNum */
static gboolean
take_count (TkDocxPart *part, void *data, GError **error)
{
  TkDocxLists *lists = data;

  if (tk_docx_is (part, "lvl"))
    return take_level (part, lists, lists->count->levels, NULL, error);
  if (tk_docx_is (part, "numStyleLink"))
    take_value (&lists->count->link, part);
  return tk_docx_skip (part, error);
}

/* TkDocxTake: of w:num and w:lvlOverride */
static gboolean
take_numbering (TkDocxPart *part, void *data, GError **error)
{
  TkDocxLists *lists = data;

  if (tk_docx_is (part, "lvlOverride")) {
    lists->override = tk_docx_number (part, "ilvl", -1);
    return tk_docx_children (part, take_numbering, data, error);
  }
  if (tk_docx_is (part, "lvl"))
    return take_level (part, lists, lists->numbering->levels, lists->numbering->own, error);
  if (tk_docx_is (part, "abstractNumId"))
    lists->numbering->count = tk_docx_number (part, "val", -1);
  else if (tk_docx_is (part, "startOverride") && lists->override >= 0 && lists->override < LEVELS)
    lists->numbering->starts[lists->override] = CLAMP (tk_docx_number (part, "val", 1), 0, MOST_START);
  return tk_docx_skip (part, error);
}

/* TkDocxTake: of w:numbering */
static gboolean
take_part (TkDocxPart *part, void *data, GError **error)
{
  TkDocxLists *lists = data;

  if (tk_docx_is (part, "abstractNum")) {
    lists->count = g_new0 (Count, 1);
    for (int i = 0; i < LEVELS; i++)
      lists->count->numbers[i] = -1;
    g_hash_table_replace (lists->counts, GINT_TO_POINTER (tk_docx_number (part, "abstractNumId", -1)),
                          lists->count);
    return tk_docx_children (part, take_count, lists, error);
  }
  if (!tk_docx_is (part, "num"))
    return tk_docx_skip (part, error);
  lists->numbering = g_new0 (Numbering, 1);
  lists->numbering->count = -1;
  for (int i = 0; i < LEVELS; i++)
    lists->numbering->starts[i] = -1;
  g_hash_table_replace (lists->numberings, GINT_TO_POINTER (tk_docx_number (part, "numId", 0)),
                        lists->numbering);
  return tk_docx_children (part, take_numbering, lists, error);
}

/* A count that names a numbering style is that of the style's numbering (17.9.21). */
static void
follow_links (TkDocxLists *lists, TkDocxStyles *styles)
{
  GHashTableIter iter;
  void *value = NULL;

  g_hash_table_iter_init (&iter, lists->counts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Count *count = value;
    if (count->link == NULL)
      continue;
    const int id = tk_docx_styles_need (styles, count->link)->numbering;
    const Numbering *numbering = g_hash_table_lookup (lists->numberings, GINT_TO_POINTER (id));
    if (numbering != NULL)
      count->same = g_hash_table_lookup (lists->counts, GINT_TO_POINTER (numbering->count));
  }
}

TkDocxLists *
tk_docx_lists_new (TkPackage *package, const TkDocxLinks *links, TkDocxStyles *styles, GError **error)
{
  g_autoptr (TkDocxLists) lists = g_new0 (TkDocxLists, 1);
  const char *part = tk_docx_links_find (links, "numbering");

  lists->counts = g_hash_table_new_full (NULL, NULL, NULL, free_count);
  lists->numberings = g_hash_table_new_full (NULL, NULL, NULL, free_numbering);
  if (part != NULL && !tk_docx_read (package, part, take_part, lists, error))
    return NULL;
  follow_links (lists, styles);
  return g_steal_pointer (&lists);
}

void
tk_docx_lists_free (TkDocxLists *lists)
{
  if (lists == NULL)
    return;
  g_hash_table_unref (lists->counts);
  g_hash_table_unref (lists->numberings);
  g_free (lists);
}

static const Level *
level_of (const Numbering *numbering, const Count *count, int i)
{
  if (numbering->own[i])
    return &numbering->levels[i];
  return count->same != NULL ? &count->same->levels[i] : &count->levels[i];
}

static int
start_of (const Numbering *numbering, const Count *count, int i)
{
  return numbering->starts[i] >= 0 ? numbering->starts[i] : level_of (numbering, count, i)->start;
}

static int
find_level (const Numbering *numbering, const Count *count, const TkDocxStyle *style)
{
  for (int i = 0; i < LEVELS; i++)
    if (g_strcmp0 (level_of (numbering, count, i)->style, style->id) == 0)
      return i;
  return MAX (style->level, 0);
}

/* The next number of @level; deeper levels begin anew (17.9.10). */
static void
advance (Numbering *numbering, Count *count, int level)
{
  if (!numbering->begun)
    for (int i = 0; i < LEVELS; i++)
      if (numbering->starts[i] >= 0)
        count->numbers[i] = -1;
  numbering->begun = TRUE;
  if (count->numbers[level] < 0)
    count->numbers[level] = start_of (numbering, count, level);
  else
    count->numbers[level]++;
  for (int i = level + 1; i < LEVELS; i++) {
    const int restart = level_of (numbering, count, i)->restart;
    if (restart < 0 || level < restart)
      count->numbers[i] = -1;
  }
}

static void
append_roman (GString *to, int n)
{
  static const struct {
    int value;
    const char *digits;
  } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
               {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; n >= parts[i].value; n -= parts[i].value)
      g_string_append (to, parts[i].digits);
}

/* Word counts a … z, aa, bb, cc … */
static void
append_number (GString *to, const char *format, int n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_str_has_suffix (format, "Roman") && n > 0 && n < 4000)
    append_roman (text, n);
  else if (g_str_has_suffix (format, "Letter") && n > 0 && n <= 26 * 8)
    for (int i = 0; i <= (n - 1) / 26; i++)
      g_string_append_c (text, (char) ('a' + (n - 1) % 26));
  else
    g_string_append_printf (text, strcmp (format, "decimalZero") == 0 ? "%02d" : "%d", n);
  if (g_str_has_prefix (format, "upper"))
    g_string_ascii_up (text);
  g_string_append (to, text->str);
}

static const char *
format_of (const Level *level)
{
  return level->format != NULL ? level->format : "decimal";
}

static void
append_label (GString *to, const Numbering *numbering, const Count *count, int level)
{
  const char *text = level_of (numbering, count, level)->text;

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at++) {
    const int i = at[0] == '%' ? at[1] - '1' : -1;
    if (i < 0 || i >= LEVELS) {
      g_string_append_c (to, *at);
      continue;
    }
    append_number (to, format_of (level_of (numbering, count, i)),
                   count->numbers[i] >= 0 ? count->numbers[i] : start_of (numbering, count, i));
    at++;
  }
}

/* “%1.”, “(%3)”: one number, no word. */
static gboolean
is_plain (const char *text, int level)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    if (at[0] == '%' && at[1] == '1' + level && n++ == 0)
      at++;
    else if (*at == '%' || g_unichar_isalnum (g_utf8_get_char (at)))
      return FALSE;
  }
  return n == 1;
}

TkDocxItem
tk_docx_lists_count (TkDocxLists *lists, int id, int level, const TkDocxStyle *style, GString *label)
{
  Numbering *numbering = g_hash_table_lookup (lists->numberings, GINT_TO_POINTER (id));
  Count *count = numbering != NULL ? g_hash_table_lookup (lists->counts, GINT_TO_POINTER (numbering->count))
                                   : NULL;

  if (count == NULL || id <= 0)
    return (TkDocxItem){TK_DOCX_UNLISTED};
  const int i = MIN (level >= 0 ? level : find_level (numbering, count, style), LEVELS - 1);
  const Level *of = level_of (numbering, count, i);
  TkDocxItem item = {TK_DOCX_DASH, .level = (guint) i};
  advance (numbering, count, i);
  if (strcmp (format_of (of), "bullet") == 0) {
    g_string_append_c (label, '-');
    return item;
  }
  if (strcmp (format_of (of), "none") != 0)
    append_label (label, numbering, count, i);
  item.number = (guint) MAX (count->numbers[i], 0);
  item.decimal = g_str_has_prefix (format_of (of), "decimal");
  item.mark = label->len == 0                             ? TK_DOCX_UNLISTED
              : item.number > 0 && is_plain (of->text, i) ? TK_DOCX_NUMBER
                                                          : TK_DOCX_LABEL;
  return item;
}
