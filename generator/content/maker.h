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

  GHashTable *counted; /* word of captions to how many there are: references.c */
  GPtrArray *indexed;  /* of ENTRYs and the words that are looked for by turns: index.c */
  GPtrArray *contents; /* of the nodes CONTENTS and their blocks by turns: contents.c */
  GPtrArray *feeds;    /* of TkFeed and the nodes of their captions by turns; NULL: not wanted: feed.c */
  struct _TkFeeding *feeding; /* of the table that is being filled, or NULL */
  TkNode *endnotes;           /* where notes stand together, or NULL: footnotes.c */
  TkNode *signature;          /* the first one, or NULL */
  TkNode *turned;             /* the last page break beside the sections, or NULL */
  const TkMaster *master;     /* of the section around, or NULL: the paper's */
  gboolean binds;             /* there are papers of other layouts in it; */
  GHashTable *offers;         /* and what their templates offer, GStrv, or NULL: bound.c */
} TkMaker;

/* content.c: the content of @document, whose arena and root are there. Errors as of tk_content_new. */
gboolean tk_content_compose (const TkTemplate *template, TkDatabase *database,
                             const TkContentOptions *options, TkNotes *notes, TkDocument *document,
                             GError **error);

/* names.c: prepares the queries and finds every name; TK_ERROR_LAYOUT with all that are not found. */
gboolean tk_content_find_names (TkMaker *maker, GError **error);

/* rows.c */
gboolean tk_content_set_parameters (TkMaker *maker, GError **error);
/* Asked where the records give nothing: FALSE, TK_ERROR_DATA, where the first parameter, which says what the
 * paper is about, is set to what the records do not have: it was mistyped. */
gboolean tk_content_check_choice (TkMaker *maker, GError **error);
/* variant.c: the template of the variant that the parameters, which are set, name. TK_ERROR_USAGE or
 * TK_ERROR_DATA where there is none of that name. */
const TkTemplate *tk_content_choose_variant (const TkMaker *maker, GError **error);
/* The variant of a paper whose records have no value for that parameter, or NULL: @parameter is another. */
const char *tk_content_find_usual_variant (const TkMaker *maker, const TkParameter *parameter);
/* What the user gives the parameter @name, or NULL. */
const char *tk_content_find_setting (const TkMaker *maker, const char *name);
/* The rows of the query that @block uses, under the rows around it. */
TkRows *tk_content_rows_new (TkMaker *maker, const TkBlock *block, GError **error);
/* The rows of this use of a query, which is one of a place that sees the rows around. */
TkRows *tk_content_query_rows_new (TkMaker *maker, guint query, guint use, GError **error);
void tk_content_push (TkMaker *maker, const TkRows *rows);
void tk_content_pop (TkMaker *maker);
const TkValue *tk_content_find_value (const TkMaker *maker, guint slot);
/* Place of @phrase, and table, column and row where its value was read. */
TkOrigin tk_content_trace (TkMaker *maker, const TkPhrase *phrase);

/* link.c: @href, or NULL, with a note, where readers may not follow it: a script, data, a file of their own.
 */
const char *tk_content_link (TkMaker *maker, const char *href, TkOrigin origin);

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
/* Takes blanks and breaks off the end of the scratch, down to its first @from runs. */
void tk_content_trim_end (TkMaker *maker, guint from);
/* The words of a node, without the marks of notes, as plain text. */
char *tk_content_print_runs (const TkNode *node);

/* styles.c: variants of a style, made once. */
const TkStyle *tk_content_style_inside (TkMaker *maker, const TkStyle *style); /* without indents */
const TkStyle *tk_content_style_kept (TkMaker *maker, const TkStyle *style);   /* with the next block */
const TkStyle *tk_content_style_aligned (TkMaker *maker, const TkStyle *style, TkAlign align);
const TkStyle *tk_content_style_strong (TkMaker *maker, const TkStyle *style); /* bold */

/* number.c: NULL where the level has none. */
const char *tk_content_number (TkMaker *maker, int depth, guint n);
const char *tk_content_label (TkArena *arena, TkMarking marking, guint n);

/* recolour.c: once the tree is complete: puts the colours that the records say in the place of those of the
 * layout. Sees the row of the paper. TK_ERROR_LAYOUT, TK_ERROR_DATA: a query fails, or yields no colour. */
gboolean tk_content_recolour (TkMaker *maker, GError **error);

/* furniture.c: the running lines and the watermark. */
void tk_content_set_furniture (TkMaker *maker);

/* blocks.c */
gboolean tk_content_build (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* Where the picture that the records call @file lies. */
const char *tk_content_picture_path (TkMaker *maker, const char *file);
/* A paragraph; FALSE where it vanished. */
gboolean tk_content_add_paragraph (TkMaker *maker, const TkText *text, const TkStyle *style, TkNode *parent);
/* Takes back all that was added to @parent behind @last (NULL: all). */
void tk_content_drop_after (TkNode *parent, TkNode *last);

/* close.c: the ends of texts. Puts @mark in place of the full stop, the semicolon or the
 * comma at the end of @node. */
void tk_content_close (TkMaker *maker, TkNode *node, const char *mark);
/* @text without the marks at its end that @mark replaces. @ret_marked: whether @mark is to be written behind
 * it: not where it ends with a colon, nor a stop where the sentence ends by itself or goes on. "..." becomes
 * "…". */
const char *tk_content_open (TkArena *arena, const char *text, const char *mark, gboolean *ret_marked);
/* The last paragraph or heading inside of @node that is not in a table, or NULL. */
TkNode *tk_content_find_last_text (TkNode *node);
void tk_content_end (TkMaker *maker, const char *mark);
/* The last lines of text on the page go to that of what comes next. */
void tk_content_keep_last_lines (TkMaker *maker);

/* list.c */
gboolean tk_content_build_list (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
gboolean tk_content_build_item (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
gboolean tk_content_build_recipients (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
void tk_content_set_labels (TkMaker *maker, TkNode *list, guint first);

/* spread.c: @table with its columns as often as they are there, each of them, and each group, for the next
 * calls. It sees the rows of the table. @kept, of tk_content_kept_new, holds what they stand for. NULL:
 * @error. */
GPtrArray *tk_content_kept_new (void);
const TkBlock *tk_content_spread_columns (TkMaker *maker, const TkBlock *table, GPtrArray *kept,
                                          GError **error);
typedef struct {
  int n_frames;
  TkRows *rows;   /* of the query of the column, where it is run for each row of the table */
  gboolean empty; /* it yields none: nothing of the column may be filled */
} TkOpened;
/* From now on texts see the rows that the column stands for and the row of its own query; or, for the title
 * of a column or of a group, only the former. */
gboolean tk_content_open_column (TkMaker *maker, const TkBlock *column, TkOpened *opened, GError **error);
void tk_content_open_title (TkMaker *maker, const TkBlock *over, TkOpened *opened);
void tk_content_close_column (TkMaker *maker, TkOpened *opened);

/* table.c */
gboolean tk_content_build_table (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* What a layout says of a column, as the grid has it. */
TkColumn tk_content_column_of (TkMeasure measure, TkAlign align, gboolean decimal);

/* table_head.c: the rows of titles and of column numbers that @block asks for, of the columns of @table. */
void tk_content_add_table_head (TkMaker *maker, const TkBlock *block, TkNode *table);
/* An empty cell of one column. */
TkNode *tk_content_add_cell (TkMaker *maker, TkNode *row, const TkStyle *style);

/* feed.c: nothing is done where they are not wanted. The columns of @table are spread, and the frame of @rows
 * is the topmost. @caption: or NULL. */
typedef struct _TkFeeding TkFeeding;
void tk_content_begin_feed (TkMaker *maker, const TkBlock *table, const TkRows *rows, const TkNode *node,
                            const TkNode *caption);
/* In each row, of each column in turn, which is open; @empty: its own query yields none. */
void tk_content_feed_cell (TkMaker *maker, const TkBlock *column, gboolean empty);
void tk_content_end_feed (TkMaker *maker, gboolean built);
/* @node has its caption; the frame of @rows was the next one. */
void tk_content_feed_chart (TkMaker *maker, const TkBlock *block, const TkRows *rows, const TkNode *node);
/* Once the nodes have their ranks. */
void tk_content_set_feeds (TkMaker *maker);
/* Those of a paper that is bound into this one. */
void tk_content_join_feeds (TkMaker *maker, const TkDocument *inner);

/* sides.c */
gboolean tk_content_build_sides (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);

/* references.c */
/* What stands for the words of a reference until tk_content_resolve: U+FFFC. */
#define TK_UNRESOLVED "\357\277\274"

/* What the run of a phrase REFER refers to, its target to be found later; NULL where the name is empty. */
const TkReference *tk_content_refer (TkMaker *maker, const TkPhrase *phrase);
/* The same of a run of a text in the records, which may show @words of its own (or NULL). A name that is none
 * is noted. */
const TkReference *tk_content_refer_to (TkMaker *maker, const char *name, TkShow show, const char *words,
                                        TkOrigin origin);
/* "Bảng 3.": the next number of the captions of @block, or NULL where they have none. */
const char *tk_content_count (TkMaker *maker, const TkBlock *block);
/* Takes the number back, where there is no caption. */
void tk_content_uncount (TkMaker *maker, const TkBlock *block);
/* Makes @node known by the id of @block, by its @number and its @header; either may be NULL. */
void tk_content_anchor (TkMaker *maker, const TkBlock *block, TkNode *node, const char *number,
                        const TkNode *header);
/* The line or figure with which @node begins. */
const TkNode *tk_content_find_beginning (const TkNode *node);
/* Once the tree is complete: the targets and words of all references. TK_ERROR_LAYOUT for a name that
 * nothing has, TK_ERROR_DATA for one that two have. */
gboolean tk_content_resolve (TkMaker *maker, GError **error);
/* Then: the document's list of all that is referred to. */
void tk_content_list_targets (TkMaker *maker);

/* contents.c */
gboolean tk_content_build_contents (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* A CONTENTS with its title. */
TkNode *tk_content_add_contents (TkMaker *maker, const TkBlock *block, TkNode *parent);
/* The style of entries of a level: that of the layout, or the body's, moved in. */
const TkStyle *tk_content_style_entry (TkMaker *maker, const TkBlock *block, int level);
/* Once the tree is complete and resolved: the entries of all tables of contents. */
void tk_content_fill_contents (TkMaker *maker);
/* footnotes.c: a note, beside the tree, still without words and number. */
TkNode *tk_content_note_new (TkMaker *maker, TkOrigin origin);
/* The note of a text, or NULL where it vanishes. */
TkNode *tk_content_fill_note (TkMaker *maker, const TkText *text, TkOrigin origin);
/* Puts the mark of @note behind the last word of the scratch. */
void tk_content_add_mark (TkMaker *maker, const TkNode *note, TkOrigin origin);
gboolean tk_content_is_mark (const TkRun *run);
gboolean tk_content_build_endnotes (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* Numbers the notes in the order of reading; called once, when the tree is whole. */
void tk_content_number_notes (TkMaker *maker);

/* index.c */
gboolean tk_content_build_index (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* Last of all that changes the tree: looks for the names. */
void tk_content_fill_index (TkMaker *maker);
/* box.c */
gboolean tk_content_build_box (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);

/* markdown.c */
gboolean tk_content_build_markdown (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);

/* photo.c. TK_ERROR_LAYOUT, TK_ERROR_DATA: a focus that is no point of a picture. */
gboolean tk_content_build_photo (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
gboolean tk_content_build_album (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* bound.c */
gboolean tk_content_build_paper_of (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
/* chart.c */
gboolean tk_content_build_chart (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);
