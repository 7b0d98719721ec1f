/* Comes in: finished pages. Goes out: text, one mark a line, for reading and
 * for comparing. Positions are in points from the upper left corner of the
 * page, y downwards, of the baseline's beginning for text. */
#include "order.h"
#include "paint.h"
#include "pdf_bytes.h"

static const char *
name_kind (TkNodeKind kind)
{
  static const char *const names[] = {
      "document",
      "section",
      "heading",
      "paragraph",
      "list",
      "item",
      "table",
      "row",
      "cell",
      "figure",
      "sides",
      "rule",
      "space",
      "keep",
      "page-break",
      [TK_NODE_COLUMNS] = "columns",
      [TK_NODE_NOTE] = "note",
      [TK_NODE_CONTENTS] = "contents",
      [TK_NODE_ALBUM] = "album",
      [TK_NODE_ENTRY] = "entry",
      [TK_NODE_PLACE] = "place",
      [TK_NODE_BOX] = "box",
      [TK_NODE_CHART] = "chart",
      [TK_NODE_PAPER] = "paper",
  };

  return names[kind];
}

/* "section 2/list 1/item 3": places among the siblings, from 1. */
static void
name_nodes (GHashTable *paths, TkArena *arena, const TkNode *node, const char *path)
{
  guint place = 0;

  g_hash_table_insert (paths, (gpointer) node, (gpointer) path);
  if (node->kind == TK_NODE_PAPER)
    g_hash_table_insert (paths, (gpointer) node->bound->heading, (gpointer) path);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    name_nodes (paths, arena, child,
                tk_arena_print (arena, "%s%s%s %u", path, path[0] == '\0' ? "" : "/", name_kind (child->kind),
                                ++place));
}

/* @unit in points with two decimals, right-aligned. */
static void
put_length (TkBytes *to, TkUnit unit, int width)
{
  gint64 milli = TK_MILLI (unit), share = (ABS (milli) + 5) / 10;
  g_autofree char *text = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", milli < 0 && share > 0 ? "-" : "",
                                           share / 100, (int) (share % 100));

  tk_bytes_print (to, "%*s", width, text);
}

static void
put_text (TkBytes *to, const TkMark *mark)
{
  const TkWord *before = NULL;

  for (guint i = 0; i < mark->text.n_pieces; i++) {
    const TkPiece *piece = &mark->text.pieces[i];
    const TkWord *word = piece->word;
    if (before == NULL || word->face != before->face || word->size != before->size) {
      tk_bytes_print (to, "%s  %s ", before == NULL ? "" : "\"", word->face->name);
      tk_bytes_fixed (to, TK_MILLI (word->size), 3);
      tk_bytes_literal (to, " \"");
    }
    tk_bytes_put (to, word->text, word->length);
    if (piece->space != 0)
      tk_bytes_literal (to, " ");
    before = word;
  }
  if (before != NULL)
    tk_bytes_literal (to, "\"");
}

static void
put_size (TkBytes *to, TkUnit width, TkUnit height)
{
  put_length (to, width, 0);
  tk_bytes_literal (to, " x ");
  put_length (to, height, 0);
}

static void
put_mark (TkBytes *to, const TkDrawn *drawn, GHashTable *paths)
{
  static const char *const parts[] = {"-", "running", "?", "foot", "watermark", "line number"};
  static const char *const kinds[] = {"text ", "rule ", "image", "path "};
  const TkMark *mark = drawn->mark;
  const char *path = drawn->part == TK_PART_CONTENT ? g_hash_table_lookup (paths, mark->node) : NULL;

  put_length (to, drawn->x, 8);
  put_length (to, drawn->y, 9);
  tk_bytes_print (to, "  %s %s%s", kinds[mark->kind], path != NULL ? path : parts[drawn->part],
                  mark->role == TK_ROLE_LABEL    ? " label"
                  : mark->role == TK_ROLE_UNSEEN ? " unseen"
                                                 : "");
  if (mark->colour != 0)
    tk_bytes_print (to, " #%06X", mark->colour);
  if (mark->turned != 0)
    tk_bytes_print (to, " turned %d", mark->turned);
  if (mark->span != NULL && mark->span->href != NULL)
    tk_bytes_print (to, " <%s>", mark->span->href);
  if (mark->span != NULL && mark->span->reference != NULL)
    tk_bytes_literal (to, " <within>");
  if (mark->span != NULL && mark->span->language != NULL)
    tk_bytes_print (to, " [%s]", mark->span->language);
  switch (mark->kind) {
  case TK_MARK_TEXT:
    put_text (to, mark);
    break;
  case TK_MARK_RULE:
    tk_bytes_literal (to, "  ");
    put_size (to, mark->rule.width, mark->rule.height);
    break;
  case TK_MARK_IMAGE:
    tk_bytes_literal (to, "  ");
    put_size (to, mark->image.width, mark->image.height);
    if (mark->image.crop != NULL) {
      tk_bytes_literal (to, "  of ");
      put_size (to, mark->image.crop->width, mark->image.crop->height);
      tk_bytes_literal (to, " at");
      put_length (to, mark->image.crop->x, 9);
      put_length (to, mark->image.crop->y, 9);
    }
    tk_bytes_print (to, "  %s", mark->image.picture->path);
    break;
  case TK_MARK_PATH:
    tk_bytes_literal (to, "  ");
    put_size (to, mark->path.width, mark->path.height);
    tk_bytes_print (to, "  %u steps", mark->path.n_steps);
    if (mark->path.stroke > 0)
      put_length (to, mark->path.stroke, 6);
    if (mark->path.dash[0] > 0)
      tk_bytes_literal (to, " dashed");
    if (mark->path.n_clip > 0)
      tk_bytes_literal (to, " hatching");
    break;
  }
  tk_bytes_literal (to, "\n");
}

static void
put_bookmarks (TkBytes *to, const TkPages *pages, GHashTable *paths)
{
  for (guint i = 0; i < pages->n_bookmarks; i++) {
    const TkBookmark *bookmark = &pages->bookmarks[i];
    tk_bytes_print (to, "bookmark  %d  page %u", bookmark->node->level, pages->pages[bookmark->page].number);
    put_length (to, bookmark->y, 9);
    tk_bytes_print (to, "  %s\n", (const char *) g_hash_table_lookup (paths, bookmark->node));
  }
}

gboolean
tk_paint_trace (const TkPages *pages, TkOutput *output, GError **error)
{
  g_autoptr (TkArena) arena = tk_arena_new ();
  g_autoptr (GHashTable) paths = g_hash_table_new (NULL, NULL);
  g_autoptr (TkReading) reading = tk_reading_new ();
  g_auto (TkBytes) text = {0};

  name_nodes (paths, arena, pages->document->root, "");
  for (guint i = 0; i < pages->n_pages; i++) {
    const TkPage *page = &pages->pages[i];
    guint n;
    const TkDrawn *drawn = tk_reading_order (reading, page, &n);
    text.length = 0;
    tk_bytes_print (&text, "page %u  ", page->number);
    put_size (&text, page->width, page->height);
    if (page->paper != NULL)
      tk_bytes_print (&text, "  folio %u", page->folio);
    tk_bytes_literal (&text, "\n");
    for (guint k = 0; k < n; k++)
      put_mark (&text, &drawn[k], paths);
    if (!tk_output_write (output, text.at, text.length, error))
      return FALSE;
  }
  text.length = 0;
  put_bookmarks (&text, pages, paths);
  return tk_output_write (output, text.at, text.length, error);
}
