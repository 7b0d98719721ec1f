/* Comes in: how often. Goes out: the number of a section, the label of an item. */
#include <string.h>

#include "maker.h"

/* NĐ 30/2020/NĐ-CP: the letters of points; no ă â ê ô ơ ư, no f j w z. */
static const char *const letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                      "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

static char *
print_roman (guint n)
{
  static const struct {
    guint value;
    const char *digits;
  } parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
               {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    for (; n >= parts[i].value; n -= parts[i].value)
      g_string_append (text, parts[i].digits);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* After y comes aa, ab, …; points so many are rare, but they are not lost. */
static char *
print_letter (guint n)
{
  const guint base = G_N_ELEMENTS (letters);
  g_autofree char *before = n > base ? print_letter ((n - 1) / base) : g_strdup ("");

  return g_strconcat (before, letters[(n - 1) % base], NULL);
}

static char *
print_number (TkNumberKind kind, guint n)
{
  g_autofree char *text = NULL;

  switch (kind) {
  case TK_NUMBER_ROMAN:
    return print_roman (n);
  case TK_NUMBER_SMALL_ROMAN:
    text = print_roman (n);
    return g_ascii_strdown (text, -1);
  case TK_NUMBER_LETTER:
    return print_letter (n);
  case TK_NUMBER_CAPITAL:
    text = print_letter (n);
    return g_utf8_strup (text, -1);
  case TK_NUMBER_ARABIC:
  case TK_NUMBER_NONE:
    break;
  }
  return g_strdup_printf ("%u", n);
}

/* The number of the section around without what closes it: "1.", "a)" as "1", "a". */
static char *
print_parent (const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;

  while (length > 0 && (number[length - 1] == '.' || number[length - 1] == ')'))
    length--;
  return g_strndup (length > 0 ? number : "", length);
}

const char *
tk_content_number (TkMaker *maker, int depth, guint n)
{
  if (depth < 1 || (guint) depth > maker->template->n_levels)
    return NULL;
  const TkLevel *level = &maker->template->levels[depth - 1];
  g_autofree char *number = print_number (level->kind, n);
  g_autofree char *parent = level->parent ? print_parent (maker->numbers[depth - 1]) : g_strdup ("");
  return tk_arena_print (maker->arena, "%s%s%s%s%s", level->before, parent, level->between, number,
                         level->after);
}

const char *
tk_content_label (TkArena *arena, TkMarking marking, guint n)
{
  g_autofree char *text = NULL;

  switch (marking) {
  case TK_MARKING_DASH:
    return "-";
  case TK_MARKING_PLUS:
    return "+";
  case TK_MARKING_NUMBER:
    return tk_arena_print (arena, "%u.", n);
  case TK_MARKING_LETTER:
    text = print_letter (n);
    return tk_arena_print (arena, "%s)", text);
  case TK_MARKING_NONE:
    break;
  }
  return "";
}
