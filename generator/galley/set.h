/* What the setters of blocks share. A stick is the compositor's: the column in
 * which lines are assembled, of one width. */
#pragma once

#include "galley.h"
#include "linebreak.h"
#include "pictures.h"
#include "word.h"

typedef struct {
  TkArena *arena; /* of the galley */
  TkFonts *fonts;
  TkWords *words;
  TkPictures *pictures;
  const TkDocument *document;
  TkNotes *notes;
  /* scratch of one paragraph at a time */
  GArray *boxes;         /* TkBox, */
  GArray *texts;         /* and as many BoxText */
  GArray *lines;         /* TkLine */
  GArray *marks, *rules; /* TkMark, of one line */
} TkSetter;

typedef struct _TkStick TkStick;
struct _TkStick {
  GArray *strips; /* (element-type TkStrip), owned by the caller */
  TkUnit x;       /* of the left edge, from the left edge of the galley or of the cell */
  TkUnit width;
  TkUnit gap;                /* space that the block before wants after it */
  TkUnit last_x, last_width; /* of the last line of text: rules are measured by it */
  const TkNode *label;       /* an ITEM whose label waits for its first line, or NULL */
  TkUnit label_x;
  TkStick *outer; /* of the item around it, whose label may still wait too; or NULL */
};

/* Appends the strips of @node and of all below it. */
gboolean tk_galley_set_block (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

/* Widths of @node without setting it: @ret_widest with all text on one line,
 * @ret_narrowest of its longest word. */
gboolean tk_galley_measure (TkSetter *setter, const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest,
                            GError **error);

/* An empty array for TkSetter's texts. */
GArray *tk_galley_texts_new (void);

/* One of the kinds each; called through tk_galley_set_block. */
gboolean tk_galley_set_text (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
gboolean tk_galley_set_list (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
gboolean tk_galley_set_grid (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
gboolean tk_galley_set_figure (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

gboolean tk_galley_set_chart (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

/* Widths of a HEADING or PARAGRAPH. */
gboolean tk_galley_measure_text (TkSetter *setter, const TkNode *node, TkUnit *ret_widest,
                                 TkUnit *ret_narrowest, GError **error);

/* Widths of a TABLE or SIDES. */
gboolean tk_galley_measure_grid (TkSetter *setter, const TkNode *node, TkUnit *ret_widest,
                                 TkUnit *ret_narrowest, GError **error);

/* The labels that no line of text took, beside the first strip from @first_strip on, or on a line of
 * their own where there is none. */
gboolean tk_galley_set_label (TkSetter *setter, TkStick *stick, guint first_strip, GError **error);

/* Width of the label of an ITEM. */
gboolean tk_galley_measure_label (TkSetter *setter, const TkNode *item, TkUnit *ret_width, GError **error);

/* Heights of a line in @style, without fallback faces: from its top to the baseline, and to the next
 * line's top. */
gboolean tk_galley_line_height (TkSetter *setter, const TkStyle *style, TkUnit *ret_ascent, TkUnit *ret_pitch,
                                GError **error);

/* A new strip at the end of @stick, all zero but for its node and its space. */
TkStrip *tk_galley_add_strip (TkStick *stick, const TkNode *node, TkUnit space_before);
