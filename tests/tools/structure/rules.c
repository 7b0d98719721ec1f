/* Rules on the elements: what may stand in what, and what each must have. */
#include "structure.h"
#include <string.h>

#define GROUPS "Document Part Art Sect Div BlockQuote NonStruct"

/* Well-formed as far as it matters: RFC 5646, as ISO 14289-1 wants of every language. */
gboolean
is_language (const char *tag)
{
  return g_regex_match_simple ("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$", tag, 0, 0);
}

/* Only cells may be empty: a table has as many as its grid has places. */
static void
check_presence (Paper *paper, const Element *element)
{
  if (is (element, "TD TH TR THead TBody TFoot"))
    return;
  if (element->kids->len == 0 || is_empty (element))
    fault_in (paper, element, "is empty");
}

static void
check_languages (Paper *paper, const Element *element)
{
  pdf_obj *language = entry (paper, element->object, "Lang");

  if (language != NULL && !is_language (pdf_to_text_string (paper->context, language)))
    fault_in (paper, element, "“%s” is not a language", pdf_to_text_string (paper->context, language));
}

/* ---- figures ---- */

static void
check_box (Paper *paper, const Element *figure)
{
  fz_context *context = paper->context;
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  pdf_obj *box = attribute (paper, figure, "Layout", "BBox");

  if (pdf_array_len (context, box) != 4) {
    fault_in (paper, figure, "has no BBox");
    return;
  }
  gather_pieces (figure, pieces);
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = pieces->pdata[i];
    pdf_obj *page = pdf_lookup_page_obj (context, paper->document, piece->page);
    fz_matrix matrix;
    pdf_page_obj_transform (context, page, NULL, &matrix);
    fz_rect said = fz_expand_rect (fz_transform_rect (pdf_to_rect (context, box), matrix), 2);
    if (!fz_contains_rect (said, piece->box))
      fault_in (paper, figure, "its BBox is not where it is drawn");
  }
}

static void
check_figure (Paper *paper, const Element *figure)
{
  if (entry_text (paper, figure->object, "Alt") == NULL
      && entry_text (paper, figure->object, "ActualText") == NULL)
    fault_in (paper, figure, "has no alternative text");
  check_box (paper, figure);
}

/* A figure, or a figure and, for those who do not see it, the table of its data. */
static gboolean
is_figure (const Element *group)
{
  return count_kids (group, "Figure Formula") == 1
         && count_kids (group, "Table") <= count_kids (group, "Figure");
}

/* Within what it describes, at its head or foot; or beside the only figure of a Div: what is within a figure
 * is replaced by the figure's alternative text. */
static void
check_caption (Paper *paper, const Element *caption)
{
  const Element *parent = caption->parent;

  if (is (parent, "Div") ? !is_figure (parent) : !is (parent, "Table Figure Formula L TOC"))
    fault_in (paper, caption, "belongs to no figure and no table");
  else if (count_kids (parent, "Caption") > 1)
    fault_in (paper, caption, "is not the only one");
  else if (kid_element (parent, 0) != caption && kid_element (parent, parent->kids->len - 1) != caption)
    fault_in (paper, caption, "is neither first nor last");
}

/* ---- lists ---- */

static void
check_kids (Paper *paper, const Element *element, const char *types)
{
  for (guint i = 0; i < element->kids->len; i++) {
    const Element *kid = kid_element (element, i);
    if (kid == NULL)
      fault_in (paper, element, "has content of its own, not only elements");
    else if (!is (kid, types))
      fault_in (paper, kid, "is not one of: %s", types);
  }
}

static void
check_list (Paper *paper, const Element *list)
{
  const char *numbering = pdf_to_name (paper->context, attribute (paper, list, "List", "ListNumbering"));
  gboolean labels = FALSE;

  check_kids (paper, list, "LI Caption L");
  if (count_kids (list, "LI") == 0)
    fault_in (paper, list, "has no item");
  for (guint i = 0; i < list->kids->len; i++)
    labels = labels || (kid_element (list, i) != NULL && count_kids (kid_element (list, i), "Lbl") > 0);
  if (labels && (numbering[0] == '\0' || strcmp (numbering, "None") == 0))
    fault_in (paper, list, "has labels, but no ListNumbering");
}

static void
check_item (Paper *paper, const Element *item)
{
  check_kids (paper, item, "Lbl LBody");
  if (count_kids (item, "LBody") != 1)
    fault_in (paper, item, "has not one LBody");
  if (count_kids (item, "Lbl") > 1)
    fault_in (paper, item, "has more than one Lbl");
  if (item->kids->len > 1 && is (kid_element (item, 0), "LBody"))
    fault_in (paper, item, "has its label after its text");
}

/* ---- links, contents ---- */

static void
check_link (Paper *paper, const Element *link)
{
  fz_context *context = paper->context;
  pdf_obj *tree = entry (paper, paper->root, "ParentTree");
  guint annotations = 0, pieces = 0;

  for (guint i = 0; i < link->kids->len; i++) {
    const Kid *kid = &g_array_index (link->kids, Kid, i);
    pieces += kid->piece != NULL || kid->element != NULL ? 1 : 0;
    if (kid->annotation == NULL)
      continue;
    annotations++;
    int key = pdf_to_int (context, entry (paper, kid->annotation, "StructParent"));
    if (pdf_to_num (context, pdf_lookup_number (context, tree, key)) != link->number)
      fault_in (paper, link, "the parent tree leads from its annotation to something else");
    if (entry_text (paper, kid->annotation, "Contents") == NULL)
      fault_in (paper, link, "its annotation has no Contents");
  }
  if (annotations == 0)
    fault_in (paper, link, "has no annotation");
  if (pieces == 0)
    fault_in (paper, link, "has no text");
}

static void
check_contents_item (Paper *paper, const Element *item)
{
  const Element *parent = item->parent;

  if (!is (parent, "TOC"))
    fault_in (paper, item, "is not in a TOC");
  check_kids (paper, item, "Lbl Reference NonStruct P TOC");
  for (guint i = 0; i < item->kids->len; i++) {
    const Element *kid = kid_element (item, i);
    if (is (kid, "Reference") && count_kids (kid, "Link") == 0)
      fault_in (paper, kid, "has no Link");
  }
}

/* ---- headings ---- */

static int
heading_level (const Element *element)
{
  return is (element, "H1 H2 H3 H4 H5 H6") ? element->type[1] - '0' : 0;
}

/* ISO 14289-1, 7.4.2 and 7.4.4. */
static void
check_headings (Paper *paper)
{
  int before = 0;
  gboolean plain = FALSE;

  for (guint i = 0; i < paper->elements->len; i++) {
    const Element *element = paper->elements->pdata[i];
    int level = heading_level (element);
    plain = plain || is (element, "H");
    if (level == 0)
      continue;
    if (level > before + 1)
      fault_in (paper, element, "comes after H%d: a level is skipped", before);
    before = level;
    if (!is (element->parent, GROUPS " LBody TD TH"))
      fault_in (paper, element, "stands in a %s",
                element->parent != NULL ? element->parent->type : "document");
  }
  if (plain && before > 0)
    fault (paper, "headings", "both H and numbered ones");
}

/* ---- all ---- */

/* Where an element may stand, if that is not anywhere. */
static void
check_parent (Paper *paper, const Element *element)
{
  static const struct {
    const char *types, *parents;
  } places[] = {
      {"LI", "L"},     {"Lbl", "LI TOCI Note"},        {"LBody", "LI"}, {"TR", "Table THead TBody TFoot"},
      {"TH TD", "TR"}, {"THead TBody TFoot", "Table"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is (element, places[i].types) && !is (element->parent, places[i].parents))
      fault_in (paper, element, "is not in one of: %s", places[i].parents);
  if (is (element, "L") && is (element->parent, "P LI H1 H2 H3 H4 H5 H6"))
    fault_in (paper, element, "is a list within a %s", element->parent->type);
}

void
check_elements (Paper *paper)
{
  for (guint i = 0; i < paper->elements->len; i++) {
    const Element *element = paper->elements->pdata[i];
    check_presence (paper, element);
    check_languages (paper, element);
    check_parent (paper, element);
    if (is (element, "Figure Formula"))
      check_figure (paper, element);
    else if (is (element, "Caption"))
      check_caption (paper, element);
    else if (is (element, "L"))
      check_list (paper, element);
    else if (is (element, "LI"))
      check_item (paper, element);
    else if (is (element, "Link"))
      check_link (paper, element);
    else if (is (element, "TOC"))
      check_kids (paper, element, "TOCI TOC Caption");
    else if (is (element, "TOCI"))
      check_contents_item (paper, element);
    else if (is (element, "Table"))
      check_table (paper, element);
  }
  check_headings (paper);
}
