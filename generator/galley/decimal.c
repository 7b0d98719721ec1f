/* Comes in: a cell with a number. Goes out: how wide it is on both sides of its decimal comma. */
#include "decimal.h"

/* Bytes of the first number in @text up to its comma: digits in groups parted by points. 0: none. */
static gsize
find_comma (const char *text)
{
  const char *p = text;

  while (*p != '\0' && !g_ascii_isdigit (*p))
    p++;
  if (*p == '\0')
    return 0;
  while (g_ascii_isdigit (*p) || (*p == '.' && g_ascii_isdigit (p[1])))
    p++;
  return (gsize) (p - text);
}

/* The first run that has a number. */
static guint
find_run (const TkNode *paragraph)
{
  guint i = 0;

  while (i < paragraph->n_runs && find_comma (paragraph->runs[i].text) == 0)
    i++;
  return i;
}

gboolean
tk_galley_measure_decimal (TkSetter *setter, const TkNode *cell, TkUnit *ret_whole, TkUnit *ret_fraction,
                           GError **error)
{
  const TkNode *text = cell->n_runs > 0 ? cell : cell->first;
  TkUnit all, before, narrow;

  *ret_whole = *ret_fraction = 0;
  if (text == NULL || (text != cell && (text->kind != TK_NODE_PARAGRAPH || text->next != NULL)))
    return TRUE;
  if (!tk_galley_measure_text (setter, text, &all, &narrow, error))
    return FALSE;
  *ret_whole = all;
  const guint run = find_run (text);
  if (run == text->n_runs)
    return TRUE;
  g_autofree TkRun *runs = g_memdup2 (text->runs, (run + 1) * sizeof *runs);
  g_autofree char *number = g_strndup (runs[run].text, find_comma (runs[run].text));
  TkNode whole = *text;
  runs[run].text = number;
  whole.runs = runs;
  whole.n_runs = run + 1;
  if (!tk_galley_measure_text (setter, &whole, &before, &narrow, error))
    return FALSE;
  *ret_whole = MIN (before, all);
  *ret_fraction = all - *ret_whole;
  return TRUE;
}
