/* What the files of content/ share while one document is made. Internal to
 * content/. */
#pragma once

#include "content.h"

/* Where the value of a name is found: a column of one of the rows around, or a
 * parameter. Found once for each place in the template, before any row is read. */
typedef struct {
  int frame; /* 0: outermost query; -1: a parameter; -2: nowhere */
  guint column;
} TkSlot;

/* A use of a query in the template. */
typedef struct {
  TkSlot *values; /* one for each parameter of the query */
  guint n_values;
} TkUse;

/* A query that is being walked through: @row is the one that blocks see. */
typedef struct {
  const TkRows *rows;
  guint row;
  TkOrigin *origins; /* by column: strings copied into the document's arena */
  const char **seen; /* by column: the string that origins.table was copied from */
} TkFrame;

enum { TK_DEEPEST_FRAME = 64, TK_DEEPEST_SECTION = 32 };

typedef struct {
  const TkTemplate *template;
  TkDatabase *database;
  const TkContentOptions *options;
  TkNotes *notes;
  TkDocument *document;
  TkArena *arena; /* of the document */

  TkSlot *slots;     /* by slot of the template */
  TkUse *uses;       /* by use of the template */
  TkQuery **queries; /* by query of the template; NULL where it is not used */
  TkValue *values;   /* of the parameters */

  TkFrame frames[TK_DEEPEST_FRAME];
  int n_frames;

  guint counters[TK_DEEPEST_SECTION + 1];      /* sections so far, by depth */
  const char *numbers[TK_DEEPEST_SECTION + 1]; /* of the sections around, for {parent} */
  int depth;                                   /* of sections; 0: none */
  int list_depth;

  GArray *runs;        /* TkRun: scratch of runs.c */
  GHashTable *derived; /* style and change to a style of the arena: styles.c */
} TkMaker;

/* names.c: prepares the queries and finds every name; TK_ERROR_LAYOUT with all that are not found. */
gboolean tk_content_find_names (TkMaker *maker, GError **error);

/* rows.c */
gboolean tk_content_set_parameters (TkMaker *maker, GError **error);
/* The rows of the query that @block uses, under the rows around it. */
TkRows *tk_content_rows_new (TkMaker *maker, const TkBlock *block, GError **error);
void tk_content_push (TkMaker *maker, const TkRows *rows);
void tk_content_pop (TkMaker *maker);
const TkValue *tk_content_find_value (const TkMaker *maker, guint slot);
/* Place of @phrase, and table, column and row where its value was read. */
TkOrigin tk_content_trace (TkMaker *maker, const TkPhrase *phrase);

/* words.c: text in the document's arena without control characters, blanks
 * tidied, no blanks at its ends. */
const char *tk_content_clean (TkArena *arena, const char *text);
/* Whether nothing is left of it then. */
gboolean tk_content_is_empty (const char *text);
/* In capitals, by Unicode, whatever the locale. */
const char *tk_content_capitals (TkArena *arena, const char *text);

/* runs.c: the text as runs of @node, whose style is set. FALSE where it vanishes: no
 * words are left, or it has placeholders and all are empty. @number (or NULL) goes before it. */
gboolean tk_content_fill (TkMaker *maker, const TkText *text, const char *number, gboolean own_line,
                          TkNode *node);
/* The same as one line of plain text; NULL where it vanishes. */
const char *tk_content_plain (TkMaker *maker, const TkText *text);
/* Runs given as text, for markdown: appended to the scratch, then taken by @node. */
void tk_content_take_runs (TkMaker *maker, TkNode *node);
/* The words of a node, as plain text. */
char *tk_content_print_runs (const TkNode *node);

/* styles.c: variants of a style, made once. */
const TkStyle *tk_content_style_inside (TkMaker *maker, const TkStyle *style); /* without indents */
const TkStyle *tk_content_style_kept (TkMaker *maker, const TkStyle *style);   /* with the next block */
const TkStyle *tk_content_style_aligned (TkMaker *maker, const TkStyle *style, TkAlign align);

/* number.c: NULL where the level has none. */
const char *tk_content_number (TkMaker *maker, int depth, guint n);
const char *tk_content_label (TkArena *arena, TkMarking marking, guint n);

/* blocks.c */
gboolean tk_content_build (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* Takes back all that was added to @parent behind @last (NULL: all). */
void tk_content_drop_after (TkNode *parent, TkNode *last);

/* close.c: the ends of texts. Puts @mark in place of the full stop, the semicolon or the
 * comma at the end of @node. */
void tk_content_close (TkMaker *maker, TkNode *node, const char *mark);
/* The last paragraph or heading inside of @node that is not in a table, or NULL. */
TkNode *tk_content_find_last_text (TkNode *node);
void tk_content_end (TkMaker *maker, const char *mark);
/* The last lines of text go to the page of what comes next. */
void tk_content_keep_last_lines (TkMaker *maker);

/* list.c */
gboolean tk_content_build_list (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
gboolean tk_content_build_item (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
gboolean tk_content_build_recipients (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
void tk_content_set_labels (TkMaker *maker, TkNode *list, guint first);

/* table.c */
gboolean tk_content_build_table (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
gboolean tk_content_build_sides (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);

/* markdown.c */
gboolean tk_content_build_markdown (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);

/* chart.c */
gboolean tk_content_build_chart (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
