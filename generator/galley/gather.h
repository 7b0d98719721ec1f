/* From the runs of a paragraph to boxes, of which the breaker makes lines. Internal to galley/. */
#pragma once

#include "set.h"

/* What a box shows; TkSetter's texts are as many as its boxes. */
typedef struct {
  const TkWord *word;
  const TkRun *run;
  const TkFont *font;          /* of the run: the word may be of a face that stands in for it */
  const TkWord *const *digits; /* the number of a page stands here, as wide as two figures; else NULL */
} TkBoxText;

/* The segments of a paragraph, which stand between its forced breaks. */
typedef struct {
  const TkNode *node;
  const TkRun *runs; /* of @node, as many as it has; without its drop capital */
  TkUnit measure;    /* words longer than this are split; 0: none are */
  guint next;        /* the run with which the next one begins; not below @node's n_runs: there is none */
} TkSegments;

/* Puts the boxes and texts of the next segment where those of the one before it are, in @setter: none where
 * two breaks stand in a row. The penalty of a box says what a break after it costs. A word that is broken
 * between letters is a note. Errors as of tk_words_find. */
gboolean tk_galley_gather (TkSetter *setter, TkSegments *segments, GError **error);

static inline TkBox *
tk_galley_box_at (const TkSetter *setter, guint i)
{
  return &g_array_index (setter->boxes, TkBox, i);
}

static inline TkBoxText *
tk_galley_text_at (const TkSetter *setter, guint i)
{
  return &g_array_index (setter->texts, TkBoxText, i);
}
