/* Comes in: <master> elements in their order. Goes out: the masters that are used, each
 * once: those of one name together, a later one changes what it names. */
#include <glib/gi18n.h>
#include <string.h>

#include "nearest.h"
#include "reader.h"

static void
apply_master (TkReader *reader, const xmlNode *node, TkMaster *master)
{
  const char *folio = tk_template_read_attribute (reader, node, "folio-style");

  master->width = tk_template_read_length (reader, node, "width", master->width);
  master->height = tk_template_read_length (reader, node, "height", master->height);
  master->top = tk_template_read_length (reader, node, "top", master->top);
  master->bottom = tk_template_read_length (reader, node, "bottom", master->bottom);
  master->left = tk_template_read_length (reader, node, "left", master->left);
  master->right = tk_template_read_length (reader, node, "right", master->right);
  master->folio_top = tk_template_read_length (reader, node, "folio-top", master->folio_top);
  master->folio_on_first = tk_template_read_yes (reader, node, "folio-on-first", master->folio_on_first);
  if (folio != NULL)
    master->folio = tk_template_read_style (reader, node, folio);
  master->grid = tk_template_read_length (reader, node, "grid", master->grid);
  master->filled = tk_template_read_yes (reader, node, "fill", master->filled);
  tk_template_read_numbered_lines (reader, node, master);
  tk_template_read_frame (reader, node, &master->frame);
}

/* A master before anything is said of it. */
static TkMaster *
master_new (TkReader *reader, const char *name)
{
  const TkMaster *of_paper = reader->template->master;
  TkMaster *master = tk_arena_new0 (reader->arena, TkMaster);

  *master = (TkMaster){.name = name,
                       .width = TK_MM (210),
                       .height = TK_MM (297),
                       .top = TK_MM (20),
                       .bottom = TK_MM (20),
                       .left = TK_MM (30),
                       .right = TK_MM (20),
                       .folio_top = TK_MM (10),
                       .frame.inset = TK_MM (8)};
  if (of_paper != NULL) {
    master->folio = of_paper->folio;
    master->folio_top = of_paper->folio_top;
    master->folio_on_first = of_paper->folio_on_first;
  }
  return master;
}

static const TkMaster *
find_used (const TkReader *reader, const char *name)
{
  for (guint i = 0; i < reader->used->len; i++) {
    const TkMaster *master = g_ptr_array_index (reader->used, i);
    if (strcmp (master->name, name) == 0)
      return master;
  }
  return NULL;
}

const TkMaster *
tk_template_read_master (TkReader *reader, const xmlNode *element, const char *name)
{
  const TkMaster *known = find_used (reader, name);
  const xmlNode *last = NULL;
  gboolean numbered = TRUE;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (known != NULL)
    return known;
  TkMaster *master = master_new (reader, name);
  for (guint i = 0; i < reader->masters->len; i++) {
    const xmlNode *node = g_array_index (reader->masters, xmlNode *, i);
    const char *other = tk_template_read_attribute (reader, node, "name");
    g_ptr_array_add (names, (char *) other);
    if (strcmp (other, name) != 0)
      continue;
    apply_master (reader, node, master);
    numbered = tk_template_read_yes (reader, node, "folio", numbered);
    last = node;
  }
  if (!numbered)
    master->folio = NULL;
  g_ptr_array_add (names, NULL);
  if (last == NULL) {
    g_autofree char *hint = tk_nearest_hint_new (name, (const char *const *) names->pdata);
    tk_template_faults_add (reader->faults, tk_template_find_place (element),
                            _ ("there is no master \"%s\"%s"), name, hint);
    return NULL;
  }
  /* 64-bit: four lengths of the largest page do not fit into a unit */
  if ((gint64) master->left + master->right + TK_MM (10) > master->width
      || (gint64) master->top + master->bottom + TK_MM (10) > master->height
      || MIN (MIN (master->left, master->right), MIN (master->top, master->bottom)) < 0
      || master->folio_top < 0 || master->grid < 0) {
    tk_template_faults_add (reader->faults, tk_template_find_place (last),
                            _ ("the margins of master \"%s\" leave no room for text; make them smaller"),
                            name);
    return NULL;
  }
  g_ptr_array_add (reader->used, master);
  return master;
}
