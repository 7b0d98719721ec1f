/* Comes in: where the content of elements lies. Goes out: structure elements
 * and the tree that leads from content back to them. The elements themselves
 * come from pdf_tree.c. */
#include "pdf_heads.h"

const char *
tk_tag_name (TkTagKind kind)
{
  static const char *const names[] = {
      "Document",
      "Sect",
      "Art",
      "Div",
      "NonStruct",
      "H1",
      "H2",
      "H3",
      "H4",
      "H5",
      "H6",
      "P",
      "L",
      "LI",
      "Lbl",
      "LBody",
      "Table",
      "THead",
      "TBody",
      "TR",
      "TH",
      "TD",
      "Figure",
      "Caption",
      "Link",
      "Span",
      [TK_TAG_REFERENCE] = "Reference",
      [TK_TAG_NOTE] = "Note",
      [TK_TAG_TOC] = "TOC",
      [TK_TAG_TOCI] = "TOCI",
      [TK_TAG_BLOCK_QUOTE] = "BlockQuote",
  };

  return names[kind];
}

static void
free_list (gpointer list)
{
  g_string_free (list, TRUE);
}

TkTags *
tk_tags_new (TkStore *store, const TkDocument *document, guint n_pages)
{
  TkTags *tags = g_new0 (TkTags, 1);

  tags->store = store;
  tags->arena = tk_arena_new ();
  tags->tags = g_new0 (TkTag *, document->n_ranks + 1);
  tags->used = g_ptr_array_new ();
  tags->seconds = g_hash_table_new (NULL, NULL);
  tags->marked = g_ptr_array_new ();
  tags->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  tags->links = g_ptr_array_new ();
  tags->notes = g_ptr_array_new ();
  tags->heads = g_ptr_array_new ();
  tags->files = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  tags->n_pages = n_pages;
  tk_tags_grow (tags, document);
  return tags;
}

void
tk_tags_free (TkTags *tags)
{
  g_free (tags->tags);
  g_ptr_array_unref (tags->used);
  g_hash_table_unref (tags->seconds);
  g_ptr_array_unref (tags->marked);
  g_array_unref (tags->starts);
  g_ptr_array_unref (tags->links);
  g_ptr_array_unref (tags->notes);
  g_ptr_array_unref (tags->heads);
  g_hash_table_unref (tags->files);
  tk_arena_free (tags->arena);
  g_free (tags);
}

/* Content of a node that takes none belongs to the next one above that does. */
static TkTag *
find_node (TkTags *tags, const TkNode *node)
{
  TkTag *tag = NULL;

  if (node == tags->last_node)
    return tags->last_tag;
  for (const TkNode *at = node; at != NULL && tag == NULL; at = at->parent)
    tag = tags->tags[at->rank];
  tags->last_node = node;
  tags->last_tag = tag != NULL ? tag : tags->document;
  return tags->last_tag;
}

/* The words of an entry and the number of the page behind them are one link. */
static gboolean
leads_as (const TkTag *link, const TkTag *tag, const TkRun *run)
{
  return tag->node != NULL && tag->node->kind == TK_NODE_ENTRY && link->tag == TK_TAG_LINK
         && run->reference != NULL && link->run->reference != NULL
         && link->run->reference->target == run->reference->target;
}

static TkTag *
find_run (TkTags *tags, TkTag *tag, const TkRun *run)
{
  TkTag *last = (TkTag *) tag->last;

  if (last != NULL && last->kid.kind == TK_KID_TAG && (last->run == run || leads_as (last, tag, run)))
    return last;
  if (run->reference != NULL && run->reference->kind == TK_REFER_NOTE) {
    TkTag *mark = tk_tag_new (tags, tag, TK_TAG_REFERENCE, tag->node, NULL);
    mark->run = run;
    /* the note is read where it is referred to: ISO 32000-1, table 338 */
    if (tags->tags[run->reference->target->rank] == NULL) /* its mark may stand twice */
      tk_tags_grow_note (tags, tag, run->reference->target);
    return mark;
  }
  const gboolean leads = run->href != NULL || run->reference != NULL;
  TkTag *span = tk_tag_new (tags, tag, leads ? TK_TAG_LINK : TK_TAG_SPAN, tag->node, run->language);
  span->run = run;
  return span;
}

TkTag *
tk_tags_find (TkTags *tags, const TkMark *mark)
{
  TkTag *tag = mark->role == TK_ROLE_LABEL ? g_hash_table_lookup (tags->seconds, mark->node) : NULL;

  if (tag == NULL)
    tag = find_node (tags, mark->node);
  if (mark->span != NULL
      && (mark->span->href != NULL || mark->span->language != NULL || mark->span->reference != NULL))
    tag = find_run (tags, tag, mark->span);
  return tag;
}

guint
tk_tags_begin_page (TkTags *tags)
{
  g_array_append_val (tags->starts, tags->marked->len);
  return tags->starts->len - 1;
}

static void
add_kid (TkTags *tags, TkTag *tag, TkKidKind kind, guint32 page, guint32 what)
{
  TkKid *kid = tk_arena_new0 (tags->arena, TkKid);

  kid->kind = kind;
  kid->page = page;
  kid->what = what;
  tk_tag_add (tag, kid);
  for (TkTag *at = tag; at != NULL && !at->used; at = at->parent)
    at->used = TRUE;
}

guint
tk_tags_mark (TkTags *tags, TkTag *tag, guint32 page)
{
  guint mcid = tags->marked->len - g_array_index (tags->starts, guint, tags->starts->len - 1);

  g_ptr_array_add (tags->marked, tag);
  add_kid (tags, tag, TK_KID_CONTENT, page, mcid);
  return mcid;
}

guint
tk_tags_annotate (TkTags *tags, TkTag *tag, guint32 page, guint32 annotation)
{
  g_ptr_array_add (tags->links, tag);
  add_kid (tags, tag, TK_KID_ANNOTATION, page, annotation);
  return tags->n_pages + tags->links->len - 1;
}

void
tk_tags_place (TkTags *tags, TkTag *tag, TkRect box)
{
  if (tag->tag == TK_TAG_FIGURE)
    tag->box = tk_arena_copy (tags->arena, &box, sizeof box);
}

/* All parts of a table that is used are there, though they may be empty. */
static gboolean
is_used (const TkTag *tag)
{
  return tag->used || (tag->tag >= TK_TAG_THEAD && tag->tag <= TK_TAG_TD && tag->parent->number != 0);
}

/* In reading order, parents first. */
static void
gather_used (TkTags *tags, TkTag *tag)
{
  g_ptr_array_add (tags->used, tag);
  tag->number = tags->used->len; /* for now: that it is used */
  if (tag->tag == TK_TAG_TH && tag->kid.what > 0) {
    g_ptr_array_add (tags->heads, tag);
    tag->kid.what = tags->heads->len;
  }
  for (TkKid *kid = tag->first; kid != NULL; kid = kid->next)
    if (kid->kind == TK_KID_TAG && is_used ((TkTag *) kid))
      gather_used (tags, (TkTag *) kid);
}

static void
put_kid (TkBytes *to, const TkKid *kid, guint32 page)
{
  switch (kid->kind) {
  case TK_KID_TAG:
    tk_bytes_integer (to, ((const TkTag *) kid)->number);
    tk_bytes_literal (to, " 0 R");
    break;
  case TK_KID_CONTENT:
    if (kid->page == page)
      tk_bytes_integer (to, kid->what);
    else
      tk_bytes_print (to, "<</Type/MCR/Pg %u 0 R/MCID %u>>", kid->page, kid->what);
    break;
  case TK_KID_ANNOTATION:
    tk_bytes_print (to, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", kid->page, kid->what);
    break;
  }
}

static void
put_kids (TkBytes *to, const TkTag *tag)
{
  guint32 page = 0;
  guint n = 0;

  for (const TkKid *kid = tag->first; kid != NULL; kid = kid->next) {
    n += kid->kind != TK_KID_TAG || ((const TkTag *) kid)->number != 0;
    if (page == 0 && kid->kind == TK_KID_CONTENT)
      page = kid->page;
  }
  if (page != 0) {
    tk_bytes_literal (to, "/Pg ");
    tk_bytes_integer (to, page);
    tk_bytes_literal (to, " 0 R");
  }
  if (n == 0)
    return;
  if (n == 1)
    tk_bytes_literal (to, "/K ");
  else
    tk_bytes_literal (to, "/K[");
  for (const TkKid *kid = tag->first; kid != NULL; kid = kid->next) {
    if (kid->kind == TK_KID_TAG && ((const TkTag *) kid)->number == 0)
      continue;
    put_kid (to, kid, page);
    if (n > 1)
      tk_bytes_literal (to, " ");
  }
  if (n > 1)
    to->at[to->length - 1] = ']';
}

/* ISO 32000-1, table 347; the letters of a Vietnamese list are Latin ones. */
static const char *
find_numbering (TkMarking marking)
{
  switch (marking) {
  case TK_MARKING_DASH:
  case TK_MARKING_PLUS:
    return "Disc";
  case TK_MARKING_NUMBER:
    return "Decimal";
  case TK_MARKING_LETTER:
    return "LowerAlpha";
  case TK_MARKING_NONE:
    break;
  }
  return "None";
}

static void
put_rect (TkBytes *to, const TkRect *rect)
{
  tk_bytes_literal (to, "[");
  tk_bytes_fixed (to, rect->left, 3);
  tk_bytes_literal (to, " ");
  tk_bytes_fixed (to, rect->bottom, 3);
  tk_bytes_literal (to, " ");
  tk_bytes_fixed (to, rect->right, 3);
  tk_bytes_literal (to, " ");
  tk_bytes_fixed (to, rect->top, 3);
  tk_bytes_literal (to, "]");
}

/* What a figure shows, or its caption, or at least the name of its file. */
static void
put_alternative (TkBytes *to, const TkNode *node)
{
  g_autoptr (GString) text = g_string_new (node->alt);

  for (const TkNode *child = node->first; child != NULL && text->len == 0; child = child->next)
    for (guint i = 0; i < child->n_runs; i++)
      g_string_append (text, child->runs[i].text);
  if (text->len == 0 && node->path != NULL) {
    g_autofree char *name = g_path_get_basename (node->path);
    g_autofree char *shown = g_filename_display_name (name);
    g_string_append (text, shown);
  }
  tk_bytes_literal (to, "/Alt");
  tk_bytes_string (to, text->len > 0 ? text->str : "?");
}

static void
put_figure (TkBytes *to, const TkTag *tag)
{
  if (tag->box != NULL) {
    tk_bytes_literal (to, "/A<</O/Layout/Placement/Block/BBox");
    put_rect (to, tag->box);
    tk_bytes_literal (to, ">>");
  }
  put_alternative (to, tag->node);
}

static void
put_headers (TkBytes *to, const struct _TkHeadList *list)
{
  if (list->before != NULL)
    put_headers (to, list->before);
  tk_bytes_print (to, "(head-%07u)", list->head->kid.what);
}

static void
put_cell (TkBytes *to, const TkTag *tag)
{
  int span = tag->node == NULL ? 1 : tag->node->span, rows = tag->node == NULL ? 1 : tag->node->rows;

  if (tag->tag == TK_TAG_TH && tag->kid.what > 0)
    tk_bytes_print (to, "/ID(head-%07u)", tag->kid.what);
  if (tag->tag == TK_TAG_TD && span <= 1 && rows <= 1 && tag->headers == NULL)
    return;
  tk_bytes_literal (to, "/A<</O/Table");
  if (tag->tag == TK_TAG_TH && tag->node != NULL && tag->node->names_row)
    tk_bytes_literal (to, "/Scope/Row");
  else if (tag->tag == TK_TAG_TH)
    tk_bytes_literal (to, "/Scope/Column");
  if (span > 1)
    tk_bytes_print (to, "/ColSpan %d", span);
  if (rows > 1)
    tk_bytes_print (to, "/RowSpan %d", rows);
  if (tag->headers != NULL) {
    tk_bytes_literal (to, "/Headers[");
    put_headers (to, tag->headers);
    tk_bytes_literal (to, "]");
  }
  tk_bytes_literal (to, ">>");
}

/* What the book calls a paper, as its bookmark does: ISO 32000-1, table 323. */
static void
put_title (TkBytes *to, const TkNode *heading)
{
  tk_bytes_literal (to, "/T");
  tk_bytes_string (to, heading->runs[0].text);
}

static void
put_element (gpointer data, guint i, TkBytes *to)
{
  const TkTags *tags = data;
  const TkTag *tag = tags->used->pdata[i];
  const char *name = tk_tag_name (tag->tag);

  tk_bytes_literal (to, "/S/");
  tk_bytes_put (to, name, strlen (name));
  tk_bytes_literal (to, "/P ");
  tk_bytes_integer (to, tag->parent != NULL ? tag->parent->number : tags->root);
  tk_bytes_literal (to, " 0 R");
  put_kids (to, tag);
  if (tag->language != NULL) {
    tk_bytes_literal (to, "/Lang");
    tk_bytes_string (to, tag->language);
  }
  if (tag->tag == TK_TAG_L)
    tk_bytes_print (to, "/A<</O/List/ListNumbering/%s>>", find_numbering (tag->node->marking));
  else if (tag->tag == TK_TAG_NOTE)
    tk_bytes_print (to, "/ID(note-%07u)", tag->kid.what); /* ISO 14289-1, 7.9 */
  else if (tag->tag == TK_TAG_FIGURE)
    put_figure (to, tag);
  else if (tag->tag == TK_TAG_ART && tag->node->kind == TK_NODE_PAPER)
    put_title (to, tag->node->bound->heading);
  else if (tag->tag == TK_TAG_TH || tag->tag == TK_TAG_TD)
    put_cell (to, tag);
  const GString *files = g_hash_table_size (tags->files) > 0 ? g_hash_table_lookup (tags->files, tag) : NULL;
  if (files != NULL)
    tk_bytes_print (to, "/AF[%s]", files->str);
}

static void
store_elements (TkTags *tags)
{
  gather_used (tags, tags->document);
  const guint32 first = tk_store_series (tags->store, tags->used->len, put_element, tags);
  for (guint i = 0; i < tags->used->len; i++)
    ((TkTag *) tags->used->pdata[i])->number = first + i;
}

/* The entry of number @key: the elements of a page by MCID, or that of an
 * annotation. */
static void
put_parents (TkBytes *to, const TkTags *tags, guint key)
{
  tk_bytes_integer (to, key);
  if (key >= tags->n_pages) {
    const TkTag *tag = tags->links->pdata[key - tags->n_pages];
    tk_bytes_print (to, " %u 0 R\n", tag->number);
    return;
  }
  guint from = g_array_index (tags->starts, guint, key);
  guint to_next = key + 1 < tags->starts->len ? g_array_index (tags->starts, guint, key + 1)
                                              : tags->marked->len;
  tk_bytes_literal (to, "[");
  for (guint i = from; i < to_next; i++) {
    tk_bytes_integer (to, ((const TkTag *) tags->marked->pdata[i])->number);
    tk_bytes_literal (to, " 0 R ");
  }
  tk_bytes_literal (to, "]\n");
}

/* A number tree of two levels. */
static HPDF_Dict
store_parents (TkTags *tags)
{
  enum { LEAF = 128 };
  guint n = tags->n_pages + tags->links->len;
  g_auto (TkBytes) text = {0}, kids = {0};
  HPDF_Dict root = tk_store_object (tags->store);

  tk_bytes_literal (&kids, "/Kids[");
  for (guint from = 0; from < n; from += LEAF) {
    HPDF_Dict leaf = tk_store_object (tags->store);
    guint end = MIN (from + LEAF, n);
    text.length = 0;
    tk_bytes_print (&text, "/Limits[%u %u]/Nums[", from, end - 1);
    for (guint key = from; key < end; key++)
      put_parents (&text, tags, key);
    tk_bytes_literal (&text, "]\n");
    tk_store_set (tags->store, leaf, &text);
    tk_bytes_print (&kids, "%u 0 R ", tk_store_number (leaf));
  }
  tk_bytes_literal (&kids, "]\n");
  tk_store_set (tags->store, root, &kids);
  return root;
}

/* The leaves of a name tree: the IDs of @named, which begin with @kind. With seven digits each the alphabet
 * has them in the order of their numbers: no file has more objects (ISO 19005-2, 6.1.13). */
static void
put_leaves (TkTags *tags, const char *kind, const GPtrArray *named, TkBytes *to)
{
  enum { LEAF = 128 };
  g_auto (TkBytes) text = {0};
  const guint n = named->len;

  for (guint from = 0; from < n; from += LEAF) {
    HPDF_Dict leaf = tk_store_object (tags->store);
    const guint end = MIN (from + LEAF, n);
    text.length = 0;
    tk_bytes_print (&text, "/Limits[(%s-%07u)(%s-%07u)]/Names[", kind, from + 1, kind, end);
    for (guint i = from; i < end; i++)
      tk_bytes_print (&text, "(%s-%07u)%u 0 R ", kind, i + 1, ((const TkTag *) named->pdata[i])->number);
    tk_bytes_literal (&text, "]\n");
    tk_store_set (tags->store, leaf, &text);
    tk_bytes_print (to, "%u 0 R ", tk_store_number (leaf));
  }
}

/* From IDs to their elements, a name tree of two levels, in the order of the alphabet: ISO 32000-1, table
 * 322. */
static void
put_ids (TkTags *tags, TkBytes *to)
{
  if (tags->notes->len + tags->heads->len == 0)
    return;
  tk_bytes_literal (to, "/IDTree<</Kids[");
  put_leaves (tags, "head", tags->heads, to);
  put_leaves (tags, "note", tags->notes, to);
  tk_bytes_literal (to, "]>>\n");
}

HPDF_Dict
tk_tags_store (TkTags *tags)
{
  HPDF_Dict root = tk_store_object (tags->store);
  g_auto (TkBytes) text = {0};

  tags->root = tk_store_number (root);
  store_elements (tags);
  HPDF_Dict parents = store_parents (tags);
  text.length = 0;
  tk_bytes_print (&text, "/Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R/ParentTreeNextKey %u\n",
                  tags->document->number, tk_store_number (parents), tags->n_pages + tags->links->len);
  put_ids (tags, &text);
  tk_store_set (tags->store, root, &text);
  return root;
}
