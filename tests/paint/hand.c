/* Comes in: calls of a test. Goes out: TkPages without content, galley or
 * pages having been there. */
#include "hand.h"

#include <hb.h>
#include <string.h>

#define FOLDER "/usr/share/fonts/truetype/croscore/"

typedef struct {
  TkFace face;
  hb_font_t *font;
  char *bytes;
} Face;

struct _Hand {
  TkArena *arena;
  TkDocument document;
  TkMaster master;
  TkGalley galley;
  TkPages pages;
  GPtrArray *faces;  /* of Face */
  GHashTable *words; /* "face size text" to word */
  GArray *page_list; /* of TkPage */
  GPtrArray *placed; /* of GArray of TkPlaced, by page */
  GArray *bookmarks; /* of TkBookmark */
  gboolean running;
};

static void
face_free (gpointer data)
{
  Face *face = data;

  hb_font_destroy (face->font);
  g_free (face->bytes);
  g_free (face);
}

Hand *
hand_new (void)
{
  Hand *hand = g_new0 (Hand, 1);

  hand->arena = tk_arena_new ();
  hand->faces = g_ptr_array_new_with_free_func (face_free);
  hand->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  hand->page_list = g_array_new (FALSE, FALSE, sizeof (TkPage));
  hand->placed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  hand->bookmarks = g_array_new (FALSE, FALSE, sizeof (TkBookmark));
  hand->document.arena = hand->arena;
  hand->document.root = tk_arena_new0 (hand->arena, TkNode);
  hand->document.master = &hand->master;
  hand->document.title = "Báo cáo";
  hand->document.language = "vi";
  hand->document.date = 1660867200; /* 2022-08-19 */
  return hand;
}

void
hand_free (Hand *hand)
{
  g_ptr_array_unref (hand->faces);
  g_hash_table_unref (hand->words);
  g_array_unref (hand->page_list);
  g_ptr_array_unref (hand->placed);
  g_array_unref (hand->bookmarks);
  tk_arena_free (hand->arena);
  g_free (hand);
}

TkDocument *
hand_document (Hand *hand)
{
  return &hand->document;
}

const TkFace *
hand_face (Hand *hand, const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  Face *face;
  gsize size;

  for (guint i = 0; i < hand->faces->len; i++) {
    face = hand->faces->pdata[i];
    if (g_str_equal (face->face.file, path))
      return &face->face;
  }
  face = g_new0 (Face, 1);
  if (!g_file_get_contents (path, &face->bytes, &size, NULL))
    g_error ("%s is missing", path);
  hb_blob_t *blob = hb_blob_create (face->bytes, (guint) size, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *hb = hb_face_create (blob, 0);
  face->font = hb_font_create (hb);
  face->face = (TkFace){.id = hand->faces->len,
                        .family = "Tinos",
                        .name = tk_arena_textn (hand->arena, file, strlen (file) - 4),
                        .file = tk_arena_text (hand->arena, path),
                        .data = (const guint8 *) face->bytes,
                        .size = size,
                        .units_per_em = (int) hb_face_get_upem (hb),
                        .ascent = 1825,
                        .descent = -443};
  hb_font_get_nominal_glyph (face->font, ' ', &face->face.space);
  face->face.space_advance = hb_font_get_glyph_h_advance (face->font, face->face.space);
  hb_face_destroy (hb);
  hb_blob_destroy (blob);
  g_ptr_array_add (hand->faces, face);
  return &face->face;
}

TkNode *
hand_node (Hand *hand, TkNode *parent, TkNodeKind kind)
{
  TkNode *node = tk_arena_new0 (hand->arena, TkNode);

  if (parent == NULL)
    parent = hand->document.root;
  node->kind = kind;
  node->parent = parent;
  if (kind == TK_NODE_HEADING)
    node->level = 1;
  if (kind == TK_NODE_CELL)
    node->span = 1;
  if (parent->last == NULL)
    parent->first = node;
  else
    parent->last->next = node;
  parent->last = node;
  return node;
}

const TkRun *
hand_run (Hand *hand, TkNode *node, const char *text, const char *href, const char *language)
{
  enum { MOST = 8 };
  TkRun *runs = (TkRun *) node->runs;

  if (runs == NULL)
    node->runs = runs = tk_arena_array (hand->arena, TkRun, MOST);
  g_assert (node->n_runs < MOST);
  TkRun *run = &runs[node->n_runs++];
  run->text = tk_arena_text (hand->arena, text);
  run->href = tk_arena_text (hand->arena, href);
  run->language = tk_arena_text (hand->arena, language);
  return run;
}

static const TkGlyph *
shape (Hand *hand, hb_font_t *font, TkUnit size, const char *text, guint *ret_n)
{
  hb_buffer_t *buffer = hb_buffer_create ();

  hb_font_set_scale (font, size, size);
  hb_buffer_add_utf8 (buffer, text, -1, 0, -1);
  hb_buffer_guess_segment_properties (buffer);
  hb_shape (font, buffer, NULL, 0);
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, ret_n);
  hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, NULL);
  TkGlyph *glyphs = tk_arena_array (hand->arena, TkGlyph, *ret_n);
  for (guint i = 0; i < *ret_n; i++) {
    guint next = i + 1;
    while (next < *ret_n && infos[next].cluster == infos[i].cluster)
      next++;
    gsize end = next < *ret_n ? infos[next].cluster : strlen (text);
    gboolean first = i == 0 || infos[i - 1].cluster != infos[i].cluster;
    glyphs[i] = (TkGlyph){positions[i].x_advance, (guint16) infos[i].codepoint, (guint16) infos[i].cluster,
                          first ? (guint16) (end - infos[i].cluster) : 0};
  }
  hb_buffer_destroy (buffer);
  return glyphs;
}

const TkWord *
hand_glyphs (Hand *hand, const TkFace *face, TkUnit size, const char *text, const TkGlyph *glyphs,
             const TkOffset *offsets, guint n)
{
  TkWord *word = tk_arena_new0 (hand->arena, TkWord);

  word->index = hand->galley.n_words++;
  word->face = face;
  word->size = size;
  word->text = tk_arena_text (hand->arena, text);
  word->length = (guint) strlen (text);
  word->n_glyphs = n;
  word->glyphs = tk_arena_copy (hand->arena, glyphs, n * sizeof *glyphs);
  if (offsets != NULL)
    word->offsets = tk_arena_copy (hand->arena, offsets, n * sizeof *offsets);
  for (guint i = 0; i < n; i++)
    word->width += glyphs[i].advance;
  return word;
}

const TkWord *
hand_word (Hand *hand, const TkFace *face, TkUnit size, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%u %d %s", face->id, size, text);
  const TkWord *word = g_hash_table_lookup (hand->words, key);
  guint n;

  if (word != NULL)
    return word;
  const TkGlyph *glyphs = shape (hand, ((Face *) hand->faces->pdata[face->id])->font, size, text, &n);
  word = hand_glyphs (hand, face, size, text, glyphs, NULL, n);
  g_hash_table_insert (hand->words, g_steal_pointer (&key), (gpointer) word);
  return word;
}

void
hand_page (Hand *hand)
{
  TkPage page = {.number = hand->page_list->len + 1, .width = TK_MM (210), .height = TK_MM (297)};

  g_array_append_val (hand->page_list, page);
  g_ptr_array_add (hand->placed, g_array_new (FALSE, FALSE, sizeof (TkPlaced)));
}

void
hand_running (Hand *hand, gboolean running)
{
  hand->running = running;
}

static void
place (Hand *hand, const TkMark *mark, TkUnit x, TkUnit y)
{
  TkPlaced placed = {tk_arena_copy (hand->arena, mark, sizeof *mark), 1, x, y, hand->running};

  g_array_append_val (hand->placed->pdata[hand->placed->len - 1], placed);
}

static TkMark
begin_mark (TkMarkKind kind, HandOwner owner)
{
  return (TkMark){
      .kind = kind, .role = owner.role, .node = owner.node, .span = owner.span, .colour = owner.colour};
}

void
hand_pieces (Hand *hand, HandOwner owner, TkUnit x, TkUnit y, const TkPiece *pieces, guint n)
{
  TkMark mark = begin_mark (TK_MARK_TEXT, owner);

  mark.text.pieces = tk_arena_copy (hand->arena, pieces, n * sizeof *pieces);
  mark.text.n_pieces = n;
  place (hand, &mark, x, y);
}

void
hand_line (Hand *hand, HandOwner owner, const TkFace *face, TkUnit size, TkUnit x, TkUnit y, TkUnit gap,
           const char *text, gboolean more)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  g_autofree TkPiece *pieces = g_new0 (TkPiece, n);
  TkUnit pen = 0;

  for (guint i = 0; i < n; i++) {
    pieces[i].word = hand_word (hand, face, size, words[i]);
    pieces[i].x = pen;
    pieces[i].space = i + 1 < n || more;
    pen += pieces[i].word->width + gap;
  }
  hand_pieces (hand, owner, x, y, pieces, n);
}

void
hand_rule (Hand *hand, HandOwner owner, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkMark mark = begin_mark (TK_MARK_RULE, owner);

  mark.rule.width = width;
  mark.rule.height = height;
  place (hand, &mark, x, y);
}

void
hand_image (Hand *hand, HandOwner owner, const TkPicture *picture, TkUnit x, TkUnit y, TkUnit width,
            TkUnit height)
{
  TkMark mark = begin_mark (TK_MARK_IMAGE, owner);

  mark.image.picture = picture;
  mark.image.width = width;
  mark.image.height = height;
  place (hand, &mark, x, y);
}

void
hand_mark (Hand *hand, const TkMark *mark)
{
  place (hand, mark, 0, 0);
}

void
hand_bookmark (Hand *hand, const TkNode *node, TkUnit y)
{
  TkBookmark bookmark = {node, hand->page_list->len - 1, y};

  g_array_append_val (hand->bookmarks, bookmark);
}

const TkPages *
hand_pages (Hand *hand)
{
  for (guint i = 0; i < hand->page_list->len; i++) {
    TkPage *page = &g_array_index (hand->page_list, TkPage, i);
    const GArray *placed = hand->placed->pdata[i];
    page->placed = (const TkPlaced *) placed->data;
    page->n_placed = placed->len;
  }
  hand->galley.document = &hand->document;
  tk_document_rank (&hand->document);
  hand->pages = (TkPages){.galley = &hand->galley,
                          .document = &hand->document,
                          .pages = (const TkPage *) hand->page_list->data,
                          .n_pages = hand->page_list->len,
                          .bookmarks = (const TkBookmark *) hand->bookmarks->data,
                          .n_bookmarks = hand->bookmarks->len};
  return &hand->pages;
}
