/* Comes in: a <photo> or an <album>, valid. Goes out: its block, with how its pictures are shown. Must not
 * know of files. */
#include <glib/gi18n.h>
#include <string.h>

#include "blocks.h"

#define LOWEST_ROW TK_PT (10)

enum { MOST_COLUMNS = 12, STEEPEST = 100, CREDIT_SIZE = 850 /* thousandths of the caption's */ };

/* "3:2" */
static TkShape
read_shape (TkReader *reader, const xmlNode *node, const char *name)
{
  const char *text = tk_template_read_attribute (reader, node, name);

  if (text == NULL)
    return (TkShape){0};
  const gint64 width = g_ascii_strtoll (text, NULL, 10),
               height = g_ascii_strtoll (strchr (text, ':') + 1, NULL, 10);
  if (width < 1 || height < 1 || width > height * STEEPEST || height > width * STEEPEST) {
    TkPlace place = tk_template_search_place (node, name);
    tk_template_faults_add (reader->faults, &place,
                            _ ("%s=\"%s\" is no shape of a picture; write width and height like 3:2"), name,
                            text);
    return (TkShape){0};
  }
  return (TkShape){(int) width, (int) height};
}

static TkCaptionSide
read_side (TkReader *reader, const xmlNode *node)
{
  const char *text = tk_template_read_attribute (reader, node, "caption-side");

  if (text == NULL || *text == 'b')
    return TK_CAPTION_BELOW;
  return *text == 'l' ? TK_CAPTION_LEFT : TK_CAPTION_RIGHT;
}

TkFloating
tk_template_read_floating (TkReader *reader, const xmlNode *node)
{
  const char *text = tk_template_read_attribute (reader, node, "float");

  if (text == NULL)
    return TK_FLOATING_NONE;
  return *text == 't' ? TK_FLOATING_TOP : TK_FLOATING_FOOT;
}

/* The style “credit”, or that of the caption, smaller. */
static const TkStyle *
find_credit_style (TkReader *reader, const xmlNode *node)
{
  const TkStyle *style = tk_template_find_style (reader, "credit");
  const char *caption = tk_template_read_attribute (reader, node, "style");

  if (style != NULL)
    return style;
  style = caption != NULL ? tk_template_find_style (reader, caption) : NULL;
  style = style != NULL ? style : reader->template->text_styles.caption;
  TkStyle *smaller = tk_arena_copy (reader->arena, style, sizeof *style);
  smaller->name = "credit";
  smaller->size = (TkUnit) ((gint64) style->size * CREDIT_SIZE / 1000);
  smaller->space_before = 0;
  return smaller;
}

static void
read_album (TkReader *reader, const xmlNode *node, TkAlbumStyle *album)
{
  const char *layout = tk_template_read_attribute (reader, node, "layout");
  const char *columns = tk_template_read_attribute (reader, node, "columns");
  const char *last = tk_template_read_attribute (reader, node, "last-row");
  const gint64 n = columns != NULL ? g_ascii_strtoll (columns, NULL, 10) : 2;

  album->gap = tk_template_read_length (reader, node, "gap", TK_PT (8));
  album->centred = last == NULL || *last == 'c';
  album->fill = tk_template_read_attribute (reader, node, "fill") != NULL;
  if (layout != NULL && *layout == 'r') {
    album->row_height = tk_template_read_length (reader, node, "row-height", TK_PT (140));
    TkPlace place = tk_template_search_place (node, "row-height");
    if (album->row_height < LOWEST_ROW)
      tk_template_faults_add (reader->faults, &place, "%s",
                              _ ("row-height leaves no room for pictures; write a length like 50mm"));
    return;
  }
  TkPlace place = tk_template_search_place (node, "columns");
  if (n < 1 || n > MOST_COLUMNS)
    tk_template_faults_add (reader->faults, &place,
                            _ ("columns=\"%s\" is no number of columns of an album; write 1 to %d"), columns,
                            MOST_COLUMNS);
  album->columns = (int) CLAMP (n, 1, MOST_COLUMNS);
}

static const TkPictureBlock *
read_picture (TkReader *reader, const xmlNode *element)
{
  TkPictureBlock *picture = tk_arena_new0 (reader->arena, TkPictureBlock);

  picture->ratio = read_shape (reader, element, "ratio");
  picture->lowest = read_shape (reader, element, "lowest");
  picture->tallest = read_shape (reader, element, "tallest");
  picture->focus = tk_template_read_text_attribute (reader, element, "focus");
  picture->credit = tk_template_read_text_attribute (reader, element, "credit");
  picture->credit_style = find_credit_style (reader, element);
  picture->side = read_side (reader, element);
  if (tk_template_is (element, "album"))
    read_album (reader, element, &picture->album);
  return picture;
}

void
tk_template_fill_photo (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->picture = read_picture (reader, node);
  block->floating = tk_template_read_floating (reader, node);
  block->file = tk_template_read_text_attribute (reader, node, "file");
  block->alt = tk_template_read_text_attribute (reader, node, "alt");
  block->max_width = tk_template_read_length (reader, node, "max-width", 0);
  block->max_height = tk_template_read_length (reader, node, "max-height", 0);
  block->around = tk_template_read_attribute (reader, node, "around");
  block->behind = tk_template_read_yes (reader, node, "behind", FALSE);
  block->caption_style = tk_template_read_style_attribute (reader, node, "style",
                                                           reader->template->text_styles.caption);
  block->text = tk_template_read_text (reader, node, NULL);
  tk_template_read_counter (reader, node, &block->text, block);
}

/* A query that an album names gives all its rows: content walks them. */
void
tk_template_fill_album (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  tk_template_fill_photo (reader, node, block);
  tk_template_use_all_rows (block);
}
