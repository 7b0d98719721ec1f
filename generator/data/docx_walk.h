/* What docx.c, docx_body.c and docx_run.c share: the state of reading a body.
 * For nobody else. */
#pragma once

#include "docx_lists.h"
#include "docx_tally.h"
#include "encoding.h"
#include "prose.h"

typedef struct {
  const TkDocxStyle *style;
  int heading;          /* -1 = as the style says */
  int numbering, level; /* -1 = as the style says */
  TkProseAlign align;
  gboolean joins; /* its end was deleted: the next paragraph goes on in it */
  GArray *letters;
} TkDocxParagraph;

typedef struct {
  GArray *letters; /* paragraphs, joined */
  TkProseAlign align;
  int span;
  gboolean merged; /* goes on from the row above */
} TkDocxCell;

/* The whole that is read. */
typedef struct {
  TkDocxStyles *styles;
  TkDocxLists *lists;
  const TkDocxLinks *links; /* of the part that is read */
  TkProse *prose;
  TkDocxTally tally;
  TkEncodingSurvey *survey;  /* of text in fonts of today */
  TkEncodingVerdict verdict; /* what that is written in, as far as is known */
  GHashTable *notes;         /* (element-type utf8 GArray): "f2", "e1": letters not yet used */
  TkDocxParagraph *paragraph;
  TkDocxCell *cell; /* paragraphs go there, or NULL */
  GArray *joined;   /* letters that the next paragraph begins with, or NULL */
  TkDocxLook look;  /* of the run, resolved */
  int size;         /* the first one met; -1 = none */
  guint link;
  GByteArray *fields; /* 1 for each field around whose instruction is read, else 0 */
  guint n_instructions;
  guint n_found;        /* texts, boxes and pictures */
  guint n_cells;        /* in the row */
  gboolean row_deleted; /* the row was deleted as a tracked change */
  gboolean placeholder; /* the content control shows what to type, not what was typed */
  gboolean chosen;      /* an alternative was taken (markup compatibility) */
  gboolean body;        /* there is one */
} TkDocxWalk;

/* TkDocxTake for anything that may hold text; @data: TkDocxWalk */
gboolean tk_docx_take (TkDocxPart *part, void *data, GError **error);

/* TkDocxTake for a run and for what stands in one. */
gboolean tk_docx_take_run (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_words (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_break (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_tab (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_hyphen (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_symbol (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_field (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_link (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_note_mark (TkDocxPart *part, void *data, GError **error);

/* TkDocxTake for a paragraph and a table. */
gboolean tk_docx_take_paragraph (TkDocxPart *part, void *data, GError **error);
gboolean tk_docx_take_table (TkDocxPart *part, void *data, GError **error);
