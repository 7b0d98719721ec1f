/* All texts of the records that may be printed, read once. Internal to check/. */
#pragma once

#include "arena.h"
#include "database.h"

typedef struct {
  const char *table, *column;
  gint64 row;
  gint64 event;      /* that it belongs to; 0: none */
  gboolean prose;    /* CommonMark */
  gboolean spelling; /* a spelling as sources have it (org_name, person_name): not to be judged */
  const char *text;  /* NFC */
} TkCheckText;

typedef struct {
  TkArena *arena;
  GArray *all; /* TkCheckText, in the order of tables, rows, columns */
} TkTexts;

TkTexts *tk_texts_new (TkDatabase *database, const TkTables *tables, GError **error);
void tk_texts_free (TkTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkTexts, tk_texts_free)

/* What stands around the @length bytes at @at in @text, for a message. */
char *tk_texts_around_new (const char *text, const char *at, gsize length);
