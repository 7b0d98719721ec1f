/* Comes in: the structure tree. Goes out: its elements in reading order, each with its place and its pieces.
 * What the tree says of content that is not there is said at once. */
#include "structure.h"
#include <string.h>

enum { DEEPEST = 100 };

pdf_obj *
entry (const Paper *paper, pdf_obj *dictionary, const char *key)
{
  return dictionary == NULL ? NULL : pdf_dict_gets (paper->context, dictionary, key);
}

const char *
entry_text (const Paper *paper, pdf_obj *dictionary, const char *key)
{
  const char *text = pdf_to_text_string (paper->context, entry (paper, dictionary, key));
  return text[strspn (text, " \t\n")] == '\0' ? NULL : text;
}

static const char *
entry_name (const Paper *paper, pdf_obj *dictionary, const char *key)
{
  return pdf_to_name (paper->context, entry (paper, dictionary, key));
}

pdf_obj *
attribute (const Paper *paper, const Element *element, const char *owner, const char *key)
{
  pdf_obj *all = entry (paper, element->object, "A");
  int n = pdf_is_array (paper->context, all) ? pdf_array_len (paper->context, all) : 1;

  for (int i = 0; i < n; i++) {
    pdf_obj *one = pdf_is_array (paper->context, all) ? pdf_array_get (paper->context, all, i) : all;
    if (pdf_is_dict (paper->context, one) && strcmp (entry_name (paper, one, "O"), owner) == 0
        && entry (paper, one, key) != NULL)
      return entry (paper, one, key);
  }
  return NULL;
}

gboolean
is (const Element *element, const char *types)
{
  g_auto (GStrv) list = g_strsplit (types, " ", -1);
  return element != NULL && g_strv_contains ((const char *const *) list, element->type);
}

const Element *
kid_element (const Element *element, guint i)
{
  return g_array_index (element->kids, Kid, i).element;
}

guint
count_kids (const Element *element, const char *types)
{
  guint n = 0;

  for (guint i = 0; i < element->kids->len; i++)
    n += is (kid_element (element, i), types) ? 1 : 0;
  return n;
}

void
gather_pieces (const Element *element, GPtrArray *to)
{
  for (guint i = 0; i < element->kids->len; i++) {
    const Kid *kid = &g_array_index (element->kids, Kid, i);
    if (kid->piece != NULL)
      g_ptr_array_add (to, kid->piece);
    if (kid->element != NULL)
      gather_pieces (kid->element, to);
  }
}

void
gather_text (const Element *element, GString *to)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

  gather_pieces (element, pieces);
  for (guint i = 0; i < pieces->len; i++)
    g_string_append (to, ((Piece *) pieces->pdata[i])->text->str);
}

/* What is not drawn, like the data of a chart, may be read all the same. */
gboolean
is_empty (const Element *element)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

  gather_pieces (element, pieces);
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = pieces->pdata[i];
    if (piece->drawing || !fz_is_empty_rect (piece->box)
        || piece->text->str[strspn (piece->text->str, " ")] != '\0')
      return FALSE;
  }
  return TRUE;
}

/* ---- reading ---- */

static void read_kid (Paper *paper, Element *parent, pdf_obj *kid, pdf_obj *page, int depth);

static const char *
find_type (const Paper *paper, pdf_obj *object)
{
  const char *type = entry_name (paper, object, "S");
  pdf_obj *roles = entry (paper, paper->root, "RoleMap");

  for (int i = 0; i < 10 && entry (paper, roles, type) != NULL; i++)
    type = entry_name (paper, roles, type);
  return type;
}

static void
read_content (Paper *paper, Element *element, int mcid, pdf_obj *page)
{
  gpointer number = g_hash_table_lookup (paper->pages, GINT_TO_POINTER (pdf_to_num (paper->context, page)));
  int n = GPOINTER_TO_INT (number) - 1;
  Piece *piece = n < 0 ? NULL : g_hash_table_lookup (paper->by_mcid, GINT_TO_POINTER (n << 16 | mcid));
  Kid kid = {.piece = piece};

  if (piece == NULL) {
    fault_in (paper, element, "its content %d is not on page %d", mcid, n + 1);
    return;
  }
  if (piece->element != NULL)
    fault_in (paper, element, "its content %d is also that of %s", mcid, piece->element->path);
  piece->element = element;
  g_array_append_val (element->kids, kid);
  g_ptr_array_add (paper->reading, piece);
}

static void
read_kids (Paper *paper, Element *element, pdf_obj *kids, pdf_obj *page, int depth)
{
  fz_context *context = paper->context;

  if (!pdf_is_array (context, kids)) {
    read_kid (paper, element, kids, page, depth);
    return;
  }
  for (int i = 0; i < pdf_array_len (context, kids); i++)
    read_kid (paper, element, pdf_array_get (context, kids, i), page, depth);
}

/* "Document/Sect 2/P 3": the third P in the second Sect. */
static char *
make_path (const Element *parent, const char *type)
{
  return parent == NULL ? g_strdup (type)
                        : g_strdup_printf ("%s/%s %u", parent->path, type, count_kids (parent, type) + 1);
}

static void
read_element (Paper *paper, Element *parent, pdf_obj *object, pdf_obj *page, int depth)
{
  Element *element = g_new0 (Element, 1);
  Kid kid = {.element = element};
  pdf_obj *own = entry (paper, object, "Pg");

  element->parent = parent;
  element->type = find_type (paper, object);
  element->path = make_path (parent, element->type);
  element->object = object;
  element->number = pdf_to_num (paper->context, object);
  element->kids = g_array_new (FALSE, FALSE, sizeof (Kid));
  g_ptr_array_add (paper->elements, element);
  if (parent != NULL)
    g_array_append_val (parent->kids, kid);
  if (depth > DEEPEST)
    fault_in (paper, element, "deeper than %d elements", DEEPEST);
  else
    read_kids (paper, element, entry (paper, object, "K"), own != NULL ? own : page, depth + 1);
}

/* ISO 32000-1, table 323: a number, a reference to content or to an object, or an element. */
static void
read_kid (Paper *paper, Element *parent, pdf_obj *kid, pdf_obj *page, int depth)
{
  fz_context *context = paper->context;
  const char *type = entry_name (paper, pdf_is_dict (context, kid) ? kid : NULL, "Type");
  pdf_obj *own = entry (paper, pdf_is_dict (context, kid) ? kid : NULL, "Pg");

  if (own != NULL)
    page = own;
  if (pdf_is_int (context, kid) && parent != NULL) {
    read_content (paper, parent, pdf_to_int (context, kid), page);
  } else if (strcmp (type, "MCR") == 0 && parent != NULL) {
    read_content (paper, parent, pdf_to_int (context, entry (paper, kid, "MCID")), page);
  } else if (strcmp (type, "OBJR") == 0 && parent != NULL) {
    Kid reference = {.annotation = entry (paper, kid, "Obj")};
    g_array_append_val (parent->kids, reference);
  } else if (pdf_is_dict (context, kid)) {
    read_element (paper, parent, kid, page, depth);
  }
}

void
read_tree (Paper *paper)
{
  paper->root = entry (paper, paper->catalog, "StructTreeRoot");
  if (!pdf_is_dict (paper->context, paper->root)) {
    fault (paper, "catalog", "there is no structure tree");
    return;
  }
  read_kids (paper, NULL, entry (paper, paper->root, "K"), NULL, 0);
  if (paper->elements->len == 0)
    fault (paper, "catalog", "the structure tree is empty");
}
