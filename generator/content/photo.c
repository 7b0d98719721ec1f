/* Comes in: <photo>, <album>, the rows around. Goes out: figures, each with its caption and its credit line
 * where there are any. Must not know what is in the files. */
#include <glib/gi18n.h>

#include "error.h"
#include "maker.h"

/* "0.5" or "50%", of the whole, as thousandths; gives what is behind it, or NULL. */
static const char *
parse_share (const char *text, int *ret_share)
{
  char *end;
  double share = g_ascii_strtod (text, &end);

  if (end != text && *end == '%') {
    share /= 100;
    end++;
  }
  if (end == text || !(share >= 0 && share <= 1))
    return NULL;
  *ret_share = (int) (share * 1000 + 0.5);
  return end;
}

/* "50% 30%" or "0.5, 0.3". */
static gboolean
parse_focus (const char *text, int *ret_x, int *ret_y)
{
  const char *rest = parse_share (text, ret_x);

  if (rest == NULL || (*rest != ' ' && *rest != ','))
    return FALSE;
  rest = parse_share (rest + 1, ret_y);
  return rest != NULL && *rest == '\0';
}

static gboolean
set_focus (TkMaker *maker, const TkText *focus, TkFraming *framing, GError **error)
{
  const char *text = tk_content_plain (maker, focus);

  framing->focus_x = framing->focus_y = 500;
  if (text == NULL || parse_focus (text, &framing->focus_x, &framing->focus_y))
    return TRUE;
  guint i = 0;
  while (i + 1 < focus->n_phrases && focus->phrases[i].kind != TK_PHRASE_VALUE)
    i++;
  g_autofree char *place = tk_origin_print (tk_content_trace (maker, &focus->phrases[i]));
  g_set_error (error, TK_ERROR, focus->n_values > 0 ? TK_ERROR_DATA : TK_ERROR_LAYOUT,
               _ ("%s: “%s” is no point of a picture; write how far it is from the left and from the top, "
                  "each of the whole, like 50%% 30%%"),
               place, text);
  return FALSE;
}

static gboolean
set_framing (TkMaker *maker, const TkPictureBlock *picture, TkNode *figure, GError **error)
{
  TkFraming framing = {
      .ratio = picture->ratio, .lowest = picture->lowest, .tallest = picture->tallest, .side = picture->side};

  if (!set_focus (maker, &picture->focus, &framing, error))
    return FALSE;
  if (framing.ratio.width != 0 || framing.lowest.width != 0 || framing.tallest.width != 0
      || framing.side != TK_CAPTION_BELOW || picture->focus.n_phrases > 0)
    figure->framing = tk_arena_copy (maker->arena, &framing, sizeof framing);
  return TRUE;
}

/* Beside the picture a caption leans on it. */
static const TkStyle *
find_style (TkMaker *maker, const TkStyle *style, TkCaptionSide side)
{
  if (side == TK_CAPTION_BELOW)
    return style;
  style = tk_content_style_inside (maker, style);
  return tk_content_style_aligned (maker, style, side == TK_CAPTION_LEFT ? TK_ALIGN_RIGHT : TK_ALIGN_LEFT);
}

static void
add_caption (TkMaker *maker, const TkBlock *block, TkNode *figure)
{
  TkNode *caption = tk_node_add (maker->arena, figure, TK_NODE_PARAGRAPH,
                                 find_style (maker, block->caption_style, block->picture->side));
  const char *number = tk_content_count (maker, block);

  if (tk_content_fill (maker, &block->text, number, FALSE, caption)) {
    tk_content_anchor (maker, block, figure, number, caption);
    return;
  }
  tk_content_drop_after (figure, NULL);
  tk_content_uncount (maker, block);
  tk_content_anchor (maker, block, figure, NULL, NULL);
}

const char *
tk_content_picture_path (TkMaker *maker, const char *file)
{
  const char *folder = maker->options->picture_folder;
  g_autofree char *path = folder == NULL || g_path_is_absolute (file) ? g_strdup (file)
                                                                      : g_build_filename (folder, file, NULL);

  return tk_arena_text (maker->arena, path);
}

/* One that the layout itself names, and no column, lies beside the layout: a logo goes with it. */
static void
find_file (TkMaker *maker, const TkBlock *block, const char *file, TkNode *figure)
{
  figure->path = tk_content_picture_path (maker, file);
  if (block->file.n_values > 0 || g_path_is_absolute (file))
    return;
  g_autofree char *folder = g_path_get_dirname (maker->template->path);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_file_test (figure->path, G_FILE_TEST_EXISTS))
    return;
  figure->path = tk_arena_text (maker->arena, path);
  figure->of_layout = TRUE;
}

static gboolean
add_figure (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  const char *file = tk_content_plain (maker, &block->file);

  if (file == NULL)
    return TRUE;
  TkNode *figure = tk_node_add (maker->arena, parent, TK_NODE_FIGURE, block->caption_style);
  find_file (maker, block, file, figure);
  figure->width = block->max_width;
  figure->height = block->max_height;
  if (block->around != NULL)
    figure->around = *block->around == 'l' ? TK_AROUND_LEFT : TK_AROUND_RIGHT;
  figure->floating = block->floating;
  figure->behind = block->behind;
  if (block->file.n_phrases > 0)
    figure->origin = tk_content_trace (maker, &block->file.phrases[0]);
  add_caption (maker, block, figure);
  tk_content_add_paragraph (maker, &block->picture->credit,
                            find_style (maker, block->picture->credit_style, block->picture->side), figure);
  figure->alt = tk_content_plain (maker, &block->alt);
  if (figure->alt == NULL)
    figure->alt = tk_content_plain (maker, &block->text);
  return set_framing (maker, block->picture, figure, error);
}

gboolean
tk_content_build_photo (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  return add_figure (maker, block, parent, error);
}

gboolean
tk_content_build_album (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, block, error);
  TkNode *before = parent->last;
  gboolean built = TRUE;

  if (rows == NULL)
    return FALSE;
  TkNode *album = tk_node_add (maker->arena, parent, TK_NODE_ALBUM, block->caption_style);
  album->album = tk_arena_copy (maker->arena, &block->picture->album, sizeof *album->album);
  tk_content_push (maker, rows);
  TkFrame *frame = &maker->frames[maker->n_frames - 1];
  for (; built && frame->row < rows->n_rows; frame->row++)
    built = add_figure (maker, block, album, error);
  tk_content_pop (maker);
  if (album->first == NULL)
    tk_content_drop_after (parent, before);
  return built;
}
