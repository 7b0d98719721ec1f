/* What stands beside the lines of a paragraph and makes them narrower: a picture that text runs around, and
 * a drop capital. */
#pragma once

#include "mark.h"

/* A picture at a side of the column, until its height is used up. All zero: there is none. */
typedef struct {
  const struct _TkStrip *strip; /* it and its caption; NULL: the first strip beside it has them already */
  TkUnit left, right;           /* what it takes of the lines, with the gap */
  TkUnit height;                /* how much of it still stands beside what comes */
  const TkNode *node;
} TkBeside;

/* The letter that begins a paragraph and stands over several of its lines. */
typedef struct {
  const TkWord *const *words; /* one but where the quotation mark is of another face */
  guint n_words;              /* 0: there is none */
  gsize length;               /* bytes of the first run that it is */
  gboolean space;             /* it is a word of its own */
  TkUnit width;               /* what it takes of the lines, with the gap; */
  int lines;                  /* over which it stands, */
  int narrow;                 /* of so many: one more where it has a dot below */
  TkUnit above;               /* how far its ink would stand above the first line */
} TkDrop;
