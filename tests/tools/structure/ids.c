/* Rules on the IDs of elements: each is that of one element alone, and the IDTree leads from it to that
 * element (ISO 32000-1, tables 322 and 323; name trees: 7.9.6). */
#include "structure.h"
#include <string.h>

enum { DEEPEST = 32 };

typedef struct {
  Paper *paper;
  GHashTable *elements; /* ID to the element that has it */
  GHashTable *found;    /* IDs of the tree */
  char *last;           /* found last, or NULL */
} Ids;

static void
gather_ids (Ids *ids)
{
  for (guint i = 0; i < ids->paper->elements->len; i++) {
    Element *element = ids->paper->elements->pdata[i];
    pdf_obj *id = entry (ids->paper, element->object, "ID");
    if (id == NULL)
      continue;
    const char *text = pdf_to_text_string (ids->paper->context, id);
    if (g_hash_table_contains (ids->elements, text))
      fault_in (ids->paper, element, "has the ID “%s” that another element has", text);
    else
      g_hash_table_insert (ids->elements, g_strdup (text), element);
  }
}

static void
check_name (Ids *ids, const char *id, pdf_obj *object)
{
  const Element *element = g_hash_table_lookup (ids->elements, id);

  if (ids->last != NULL && strcmp (ids->last, id) >= 0)
    fault (ids->paper, "IDTree", "“%s” stands after “%s”: who looks for it does not find it", id, ids->last);
  if (element == NULL)
    fault (ids->paper, "IDTree", "“%s” is the ID of no element", id);
  else if (pdf_to_num (ids->paper->context, object) != element->number)
    fault_in (ids->paper, element, "has the ID “%s”, which leads to something else", id);
  g_free (ids->last);
  ids->last = g_strdup (id);
  g_hash_table_add (ids->found, g_strdup (id));
}

/* The pairs of a leaf lie within its limits. */
static void
check_leaf (Ids *ids, pdf_obj *leaf)
{
  fz_context *context = ids->paper->context;
  pdf_obj *names = entry (ids->paper, leaf, "Names"), *limits = entry (ids->paper, leaf, "Limits");
  const int n = pdf_array_len (context, names);

  for (int i = 0; i + 1 < n; i += 2) {
    g_autofree char *id = g_strdup (pdf_to_text_string (context, pdf_array_get (context, names, i)));
    check_name (ids, id, pdf_array_get (context, names, i + 1));
    for (int end = 0; limits != NULL && end < 2; end++) {
      const char *limit = pdf_to_text_string (context, pdf_array_get (context, limits, end));
      if (end == 0 ? strcmp (id, limit) < 0 : strcmp (id, limit) > 0)
        fault (ids->paper, "IDTree", "“%s” is not within the limits of its leaf", id);
    }
  }
}

static void
check_node (Ids *ids, pdf_obj *node, int depth)
{
  pdf_obj *kids = entry (ids->paper, node, "Kids");

  check_leaf (ids, node);
  for (int i = 0; depth < DEEPEST && i < pdf_array_len (ids->paper->context, kids); i++)
    check_node (ids, pdf_array_get (ids->paper->context, kids, i), depth + 1);
}

void
check_ids (Paper *paper)
{
  Ids ids = {.paper = paper};
  GHashTableIter at;
  gpointer id, element;

  ids.elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gather_ids (&ids);
  check_node (&ids, entry (paper, paper->root, "IDTree"), 0);
  g_hash_table_iter_init (&at, ids.elements);
  while (g_hash_table_iter_next (&at, &id, &element))
    if (!g_hash_table_contains (ids.found, id))
      fault_in (paper, element, "has the ID “%s”, which the IDTree does not have", (const char *) id);
  g_free (ids.last);
  g_hash_table_unref (ids.found);
  g_hash_table_unref (ids.elements);
}
