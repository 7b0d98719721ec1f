/* Comes in: a table. Goes out: its strips, on landscape pages or in smaller type where a word is longer than
 * its column: a table that is a little too wide is read more easily in smaller type than with words broken
 * between letters. */
#include <glib/gi18n.h>

#include "wide.h"

/* Type does not shrink below this, in thousandths, unless the layout says so. */
enum { SMALLEST = 700, STEP = 50 };

const TkRun *
tk_galley_find_first_run (const TkNode *node)
{
  const TkRun *run = node->n_runs > 0 ? &node->runs[0] : NULL;

  for (const TkNode *child = node->first; child != NULL && run == NULL; child = child->next)
    run = tk_galley_find_first_run (child);
  return run;
}

static int
find_smallest (const TkNode *table)
{
  if (table->look == NULL || table->look->smallest == 0)
    return SMALLEST;
  return (int) CLAMP ((gint64) table->look->smallest * 1000 / table->style->size, 1, 1000);
}

/* The strips of @table in type of @scale thousandths, in place of those from @first on. *@ret_broken: words
 * were broken; then what there is to note is noted only if this is @final. */
static gboolean
set_scaled (TkSetter *setter, TkStick *stick, const TkStick *before, guint first, const TkNode *table,
            int scale, gboolean final, gboolean *ret_broken, GError **error)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  TkNotes *outer = setter->notes;
  const guint broken = setter->n_broken;

  if (g_hash_table_size (setter->notes_set) > 0)
    tk_galley_forget_notes (setter, table);
  g_array_set_size (stick->strips, first);
  *stick = *before;
  setter->scale = scale;
  setter->notes = notes;
  gboolean set = tk_galley_set_grid (setter, stick, table, error);
  setter->scale = 0;
  setter->notes = outer;
  *ret_broken = setter->n_broken != broken;
  if (set && (!*ret_broken || final))
    tk_notes_copy (notes, outer);
  return set;
}

/* Sets @table in the largest type that does, smaller than its own; FALSE in *@ret_fits: none does. */
static gboolean
shrink (TkSetter *setter, TkStick *stick, const TkStick *before, guint first, const TkNode *table,
        gboolean *ret_fits, GError **error)
{
  const TkRun *run = tk_galley_find_first_run (table);
  g_autofree char *place = tk_origin_print (run != NULL ? run->origin : (TkOrigin){0});
  const int smallest = find_smallest (table);
  int scale = smallest;
  gboolean broken;

  if (!set_scaled (setter, stick, before, first, table, smallest, FALSE, &broken, error))
    return FALSE;
  *ret_fits = !broken;
  if (broken) {
    tk_notes_add (
        setter->notes,
        _ ("%s: the table that begins with “%s” is too wide, also with type of %d%% of its size; use "
           "fewer columns or shorter words, or turn its page"),
        place, run != NULL ? run->text : "", smallest / 10);
    return TRUE;
  }
  for (int larger = 1000 - STEP; larger > smallest && scale == smallest; larger -= STEP) {
    if (!set_scaled (setter, stick, before, first, table, larger, FALSE, &broken, error))
      return FALSE;
    scale = broken ? smallest : larger;
  }
  if (scale == smallest && !set_scaled (setter, stick, before, first, table, smallest, FALSE, &broken, error))
    return FALSE;
  tk_notes_add (
      setter->notes,
      _ ("%s: the table that begins with “%s” is too wide and has type of %d%% of its size; fewer columns or "
         "shorter words help"),
      place, run != NULL ? run->text : "", scale / 10);
  return TRUE;
}

/* In type of its own size where no word is broken by that; else, unless it is to be @kept, smaller. */
static gboolean
set_fitting (TkSetter *setter, TkStick *stick, const TkNode *table, gboolean kept, gboolean *ret_fits,
             GError **error)
{
  const guint first = stick->strips->len;
  const TkStick before = *stick;
  gboolean broken, fits = TRUE;

  if (!set_scaled (setter, stick, &before, first, table, 1000, FALSE, &broken, error))
    return FALSE;
  *ret_fits = !broken;
  if (!broken)
    return TRUE;
  if (kept) {
    g_array_set_size (stick->strips, first);
    *stick = before;
    return TRUE;
  }
  if (!shrink (setter, stick, &before, first, table, &fits, error))
    return FALSE;
  return fits || set_scaled (setter, stick, &before, first, table, 1000, TRUE, &broken, error);
}

static void
note_lying (const TkSetter *setter, const TkNode *table)
{
  const TkRun *run = tk_galley_find_first_run (table);
  g_autofree char *place = tk_origin_print (run != NULL ? run->origin : (TkOrigin){0});

  tk_notes_add (
      setter->notes,
      _ ("%s: the table that begins with “%s” is too wide and stands on landscape pages of its own; "
         "fewer columns or shorter words help"),
      place, run != NULL ? run->text : "");
}

gboolean
tk_galley_set_table (TkSetter *setter, TkStick *stick, const TkNode *table, GError **error)
{
  const gboolean lies = setter->scale == 0 && tk_galley_may_lie (setter, stick, table);
  const TkMaster *master = tk_galley_find_master (setter);
  gboolean fits;

  if (setter->scale != 0) /* inside of another table */
    return tk_galley_set_grid (setter, stick, table, error);
  if (!set_fitting (setter, stick, table, lies, &fits, error))
    return FALSE;
  if (fits || !lies)
    return TRUE;
  note_lying (setter, table);
  if (!tk_galley_lay_page (setter, stick, error) || !set_fitting (setter, stick, table, FALSE, &fits, error))
    return FALSE;
  tk_galley_raise_page (setter, stick, master);
  return TRUE;
}
