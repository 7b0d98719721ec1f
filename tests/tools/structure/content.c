/* Rules on the content of the pages: all of it is an artifact or in the tree, and is read in the order in
 * which it is drawn and stands: from the top to the bottom, side by side from left to right. */
#include "structure.h"

/* What shows people which piece is meant: the beginning of its text. */
static char *
quote (const Piece *piece)
{
  g_autofree char *text = g_utf8_make_valid (piece->text->str, -1);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 30));
  return piece->text->len == 0 ? g_strdup ("a drawing") : g_strdup_printf ("“%s”", start);
}

static void G_GNUC_PRINTF (3, 4) fault_at (Paper *paper, const Piece *piece, const char *format, ...)
{
  g_autofree char *place = g_strdup_printf ("page %d", piece->page + 1);
  g_autofree char *what = quote (piece);
  va_list list;

  va_start (list, format);
  g_autofree char *message = g_strdup_vprintf (format, list);
  va_end (list);
  fault (paper, place, "%s %s", what, message);
}

/* ---- in the tree ---- */

/* The parent tree (ISO 32000-1, 14.7.4.4) leads from content back to the element that has it. */
static void
check_parent (Paper *paper, const Piece *piece)
{
  fz_context *context = paper->context;
  pdf_obj *page = pdf_lookup_page_obj (context, paper->document, piece->page);
  pdf_obj *key = entry (paper, page, "StructParents");
  pdf_obj *list = pdf_lookup_number (context, entry (paper, paper->root, "ParentTree"),
                                     pdf_to_int (context, key));
  int parent = pdf_to_num (context, pdf_array_get (context, list, piece->mcid));

  if (key == NULL || parent != piece->element->number)
    fault_at (paper, piece, "is content of %s, but the parent tree says otherwise", piece->element->path);
}

static void
check_place (Paper *paper, Piece *piece)
{
  gpointer key = GINT_TO_POINTER (piece->page << 16 | piece->mcid);

  if (piece->artifact)
    return;
  if (piece->mcid < 0) {
    if (piece->drawing || piece->text->len > 0)
      fault_at (paper, piece, "is neither an artifact nor content of an element");
  } else if (g_hash_table_lookup (paper->by_mcid, key) != piece) {
    fault_at (paper, piece, "has the MCID %d that other content of the page has", piece->mcid);
  } else if (piece->element == NULL) {
    fault_at (paper, piece, "has an MCID, but no element has it");
  } else {
    check_parent (paper, piece);
  }
}

/* ---- the order ---- */

/* The data of a chart: a Table beside a Figure in one Div. Its words stand where the chart shows them. */
static gboolean
is_in_chart (const Element *element)
{
  for (; element != NULL; element = element->parent)
    if (is (element, "Table"))
      return element->parent != NULL && is (element->parent, "Div")
             && count_kids (element->parent, "Figure") > 0;
  return FALSE;
}

/* Text at the left of a picture that it runs around. */
static gboolean
runs_around (const Piece *before, const Piece *piece)
{
  const Element *element = before->element;

  while (element != NULL && !is (element, "Figure Caption"))
    element = element->parent;
  return element != NULL && piece->box.x1 <= before->box.x0;
}

/* One column of text goes down; beside it the next one begins further right. */
static void
check_order (Paper *paper, const Piece *before, const Piece *piece)
{
  if (before->page > piece->page) {
    fault_at (paper, piece, "is read after page %d", before->page + 1);
    return;
  }
  if (before->page != piece->page)
    return;
  if (before->rank > piece->rank)
    fault_at (paper, piece, "is drawn before, but read after what stands before it in the tree");
  if (fz_is_empty_rect (before->box) || fz_is_empty_rect (piece->box))
    return;
  if (piece->box.y1 <= before->box.y0 + 1 && piece->box.x0 < before->box.x1 && !is_in_chart (piece->element)
      && !is_in_chart (before->element) && !runs_around (before, piece))
    fault_at (paper, piece, "stands above what is read before it");
}

static gboolean
is_in_note (const Piece *piece)
{
  const Element *element = piece->element;

  while (element != NULL && !is (element, "Note"))
    element = element->parent;
  return element != NULL;
}

/* What fills pages is read behind all of them. */
static gboolean
is_filler (const Piece *piece)
{
  const Element *element = piece->element;

  while (element != NULL && !is (element, "Art"))
    element = element->parent;
  return element != NULL;
}

/* Notes are read where they are called, and stand at the foot: in an order of their own. */
static void
check_orders (Paper *paper)
{
  const Piece *before[2] = {NULL, NULL};

  for (guint i = 0; i < paper->reading->len; i++) {
    const Piece *piece = paper->reading->pdata[i];
    const gboolean note = is_in_note (piece);
    if (is_filler (piece))
      continue;
    if (before[note] != NULL)
      check_order (paper, before[note], piece);
    before[note] = piece;
  }
}

/* ---- overlaps ---- */

static gboolean
overlap (const Glyph *a, const Glyph *b)
{
  return a->piece != b->piece && a->piece->page == b->piece->page && a->box.x0 < b->box.x1
         && b->box.x0 < a->box.x1 && a->box.y0 < b->box.y1 && b->box.y0 < a->box.y1;
}

static int
compare_glyphs (const void *a, const void *b)
{
  const Glyph *one = a, *other = b;

  if (one->piece->page != other->piece->page)
    return one->piece->page - other->piece->page;
  return (one->box.y0 > other->box.y0) - (one->box.y0 < other->box.y0);
}

/* Once for each piece: one letter over another means many. */
static void
check_overlaps (Paper *paper)
{
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

  g_array_sort (paper->glyphs, compare_glyphs);
  for (guint i = 0; i < paper->glyphs->len; i++) {
    const Glyph *glyph = &g_array_index (paper->glyphs, Glyph, i);
    for (guint k = i + 1; k < paper->glyphs->len; k++) {
      const Glyph *next = &g_array_index (paper->glyphs, Glyph, k);
      if (next->piece->page != glyph->piece->page || next->box.y0 >= glyph->box.y1)
        break;
      if (!overlap (glyph, next) || !g_hash_table_add (said, next->piece))
        continue;
      g_autofree char *other = quote (glyph->piece);
      fault_at (paper, next->piece, "lies over %s", other);
    }
  }
}

void
check_content (Paper *paper)
{
  for (guint i = 0; i < paper->pieces->len; i++)
    check_place (paper, paper->pieces->pdata[i]);
  check_orders (paper);
  check_overlaps (paper);
}
