/* What the setters of blocks share. A stick is the compositor's: the column in
 * which lines are assembled, of one width. */
#pragma once

#include "beside.h"
#include "galley.h"
#include "linebreak.h"
#include "pictures.h"
#include "word.h"

typedef struct {
  TkArena *arena;      /* of the galley */
  TkArena *line_arena; /* for the marks of lines: that one, or within a row of a table one of its own */
  TkFonts *fonts;
  TkWords *words;
  TkPictures *pictures;
  const TkDocument *document;
  TkNotes *notes;
  const TkNode *paper;   /* the PAPER that is being set, or NULL */
  GArray *regions;       /* TkRegion, from the first on; the last one is that which is being set */
  GArray *floats;        /* TkFloat */
  GArray *fillers;       /* TkFiller */
  GArray *noted;         /* TkNoted: of the paragraph that is being set */
  GHashTable *notes_set; /* of NOTEs: those that have been set */
  /* scratch of one paragraph at a time */
  GArray *boxes;         /* TkBox, */
  GArray *texts;         /* and as many TkBoxText */
  GArray *lines;         /* TkLine */
  GArray *marks, *rules; /* TkMark, of one line */
  GArray *fields;        /* TkField, of one row */
  int scale;             /* of type, in thousandths; 0: 1000, and no table is around */
  gboolean whole;        /* what is set stands on one page: rows need no place to be parted at */
  guint n_broken;        /* words that were broken between letters, so far */
} TkSetter;

/* The strip of a stick on which the mark of a note stands. */
typedef struct {
  guint strip;
  const TkNode *note;
} TkNoted;

/* What a field knows of its line; the kinds of fields begin with it. @fill makes the marks, in the order of
 * reading. */
typedef struct _TkFieldLine TkFieldLine;
struct _TkFieldLine {
  GArray *(*fill) (const TkFieldLine *line, const guint *numbers, TkArena *arena); /* of TkMark */
};

typedef struct _TkStick TkStick;
struct _TkStick {
  GArray *strips; /* (element-type TkStrip), owned by the caller */
  TkUnit x;       /* of the left edge, from the left edge of the galley or of the cell */
  TkUnit width;
  gboolean main;             /* the galley itself: its measure may change from block to block */
  TkUnit gap;                /* space that the block before wants after it */
  TkUnit last_x, last_width; /* of the last line of text: rules are measured by it */
  const TkNode *label;       /* an ITEM whose label waits for its first line, or NULL */
  TkUnit label_x;
  TkStick *outer;  /* of the item around it, whose label may still wait too; or NULL */
  TkBeside beside; /* the picture that runs down its side */
};

/* Appends the strips of @node and of all below it. */
gboolean tk_galley_set_block (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

/* Those of all its children, or of the text of a CELL. */
gboolean tk_galley_set_children (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

/* As that, but where it stands: neither across columns nor moved as a float. */
gboolean tk_galley_set_kind (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

/* region.c. The strips from here on have the measure of @columns (NULL: one) on pages of @master. */
void tk_galley_begin_region (TkSetter *setter, TkStick *stick, const TkMaster *master,
                             const TkColumnSet *columns);
/* A PAPER: from its first strip on pages of its own, which know that they are. */
gboolean tk_galley_set_paper (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* Of the pages that are being set for. */
const TkMaster *tk_galley_find_master (const TkSetter *setter);
gboolean tk_galley_set_columns (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* Ends the column; FALSE: there is one only. At the head of columns there is nothing to end. */
gboolean tk_galley_break_column (TkSetter *setter, TkStick *stick);
/* Sets @node where it stands across columns, or is a float; @ret_done: it was. */
gboolean tk_galley_set_across (TkSetter *setter, TkStick *stick, const TkNode *node, gboolean *ret_done,
                               GError **error);
gboolean tk_galley_set_float (TkSetter *setter, TkStick *stick, const TkNode *node, gboolean *ret_done,
                              GError **error);
/* filler.c. Each block of @node is a filler. */
gboolean tk_galley_take_fillers (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* All regions are there: sets the fillers to their measures. Footnotes of theirs are dropped. */
gboolean tk_galley_set_fillers (TkSetter *setter, GError **error);
/* baseline.c: what is set of the document stands on the lines of its masters' grids. */
void tk_galley_align (TkSetter *setter, TkStick *stick);
/* Sets the notes that the paragraph set last has marks of, to the measure of the region. */
gboolean tk_galley_set_footnotes (TkSetter *setter, TkStick *stick, GError **error);
/* All strips are there: each float knows the notes that it carries. */
void tk_galley_set_floats_footnotes (TkSetter *setter);
/* Adds copies of @footnotes behind those of @strip. */
void tk_galley_add_footnotes (TkSetter *setter, TkStrip *strip, const TkFootnote *footnotes);

/* What was set of @node is set anew: its notes too. */
void tk_galley_forget_notes (TkSetter *setter, const TkNode *node);
/* pile.c: adds to @strip what @other carries, moved down by @y: its marks, its fields and its footnotes, each
 * behind those that @strip has. Heights stay. */
void tk_galley_join (TkSetter *setter, TkStrip *strip, const TkStrip *other, TkUnit y);
/* Of @strips (of TkStrip) as they stand below each other. */
TkUnit tk_galley_sum_heights (const GArray *strips);
/* @strips (of TkStrip) as they stand below each other as one; of it there is the height, and what they carry.
 */
void tk_galley_pile (TkSetter *setter, const GArray *strips, TkStrip *ret_pile);

/* Widths of @node without setting it: @ret_widest with all text on one line,
 * @ret_narrowest of its longest word. */
gboolean tk_galley_measure (TkSetter *setter, const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest,
                            GError **error);

/* An empty array for TkSetter's texts. */
GArray *tk_galley_texts_new (void);

/* One of the kinds each; called through tk_galley_set_block. */
gboolean tk_galley_set_text (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* one_line.c: the same, on one line where its style wants that. */
gboolean tk_galley_set_fitted (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
gboolean tk_galley_set_list (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
gboolean tk_galley_set_grid (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* The same as set_grid, on landscape pages or with smaller type where the table is too wide. */
gboolean tk_galley_set_table (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* The first text inside of @node, by which a note names it; or NULL. */
const TkRun *tk_galley_find_first_run (const TkNode *node);
gboolean tk_galley_set_figure (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
gboolean tk_galley_set_album (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

/* features.c: @font as @style, which asks for features of its face, wants it; borrowed. */
const TkFont *tk_galley_find_features (TkSetter *setter, const TkStyle *style, const TkFont *font);

/* hanging.c */
TkHang tk_galley_find_hang (const TkWord *word);

/* box.c: a BOX. */
gboolean tk_galley_set_box (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* How thick its border is, all lines of it. */
TkUnit tk_galley_find_edge (const TkBoxLook *look);

/* beside.c: a FIGURE that text runs around becomes @stick's beside. */
gboolean tk_galley_set_around (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* Lines of a block that stand beside the picture. */
int tk_galley_count_beside (const TkStick *stick, TkUnit space_before, TkUnit pitch);
/* The strips from @first_strip on use up its height; the first gets its marks. */
void tk_galley_use_beside (TkSetter *setter, TkStick *stick, guint first_strip);
/* What comes next begins below it. */
void tk_galley_clear_beside (TkSetter *setter, TkStick *stick);
/* Its width where there is @room. */
gboolean tk_galley_measure_figure (TkSetter *setter, const TkNode *node, TkUnit room, TkUnit *ret_width,
                                   GError **error);

/* drop.c: the drop capital of a paragraph; @ascent and @pitch of its lines. Errors as of tk_words_find. */
gboolean tk_galley_find_drop (TkSetter *setter, const TkNode *node, TkUnit ascent, TkUnit pitch,
                              TkDrop *ret_drop, GError **error);
/* The runs of @node without it. */
const TkRun *tk_galley_runs_after (TkSetter *setter, const TkNode *node, const TkDrop *drop);
void tk_galley_put_drop (TkSetter *setter, const TkNode *node, const TkDrop *drop, TkUnit x, TkUnit baseline,
                         GArray *marks);

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

/* label.c: the marks of all labels that wait, on the line with this @baseline: an item that begins with a
 * list has its label on the line of that list's first. */
gboolean tk_galley_put_labels (TkSetter *setter, TkStick *stick, TkUnit baseline, GArray *marks,
                               GError **error);

/* Width of the label of an ITEM. */
gboolean tk_galley_measure_label (TkSetter *setter, const TkNode *item, TkUnit *ret_width, GError **error);

/* Heights of a line in @style, without fallback faces: from its top to the baseline, and to the next
 * line's top. */
gboolean tk_galley_line_height (TkSetter *setter, const TkStyle *style, TkUnit *ret_ascent, TkUnit *ret_pitch,
                                GError **error);

/* type.c: the first word of @text, which is the program's and no content. Errors as of tk_words_find. */
const TkWord *tk_galley_find_word (TkSetter *setter, const TkFont *font, const char *text, GError **error);

/* 0 to 9 in @font, by which fields show numbers. */
const TkWord *const *tk_galley_find_digits (TkSetter *setter, const TkFont *font, GError **error);

/* The font of a style as it is. */
const TkFont *tk_galley_find_font (TkSetter *setter, const TkStyle *style, GError **error);

/* Gives @strip a field more, whose marks come behind those that it has. */
void tk_galley_add_field (TkSetter *setter, TkStrip *strip, guint before, const TkFieldLine *line,
                          const TkNode *const *targets, guint n_targets);

/* A CONTENTS: entries, their numbers below each other, and their pages at the right edge behind dots. */
gboolean tk_galley_set_contents (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);
/* furniture.c: the running lines, the watermark and the digits of line numbers. */
gboolean tk_galley_set_furniture (TkGalley *galley, TkSetter *setter, GError **error);
/* slug.c: the words of slug lines. */
gboolean tk_galley_set_slug (TkGalley *galley, TkSetter *setter, GError **error);

/* A new strip at the end of @stick, all zero but for its node and its space. */
TkStrip *tk_galley_add_strip (TkStick *stick, const TkNode *node, TkUnit space_before);
