/* What of a Word file does not come over as it is, counted by kind. */
#pragma once

#include "note.h"

typedef enum {
  TK_DOCX_UNDERLINE,
  TK_DOCX_COLOUR,
  TK_DOCX_SIZE,
  TK_DOCX_STRUCK,
  TK_DOCX_RAISED,
  TK_DOCX_HIDDEN,
  TK_DOCX_LOST_EMPHASIS,
  TK_DOCX_SYMBOL,
  TK_DOCX_OLD_FONT,
  TK_DOCX_OLD_TEXT,
  TK_DOCX_CASE,
  TK_DOCX_UNSURE,
  TK_DOCX_PICTURE,
  TK_DOCX_EQUATION,
  TK_DOCX_BOX,
  TK_DOCX_INSERTED,
  TK_DOCX_DELETED,
  TK_DOCX_COMMENT,
  TK_DOCX_FOOTNOTE,
  TK_DOCX_CONTENTS,
  TK_DOCX_LETTERED,
  TK_DOCX_MERGED,
  TK_DOCX_NESTED,
  TK_DOCX_KINDS,
} TkDocxKind;

typedef struct {
  guint n[TK_DOCX_KINDS];
} TkDocxTally;

/* A note for each kind that was met. */
void tk_docx_tally_note (const TkDocxTally *tally, const char *path, TkNotes *notes);
