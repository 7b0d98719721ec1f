/* What the files html*.c share while one paper is made. Internal to export/. */
#pragma once

#include <libxml/xmlwriter.h>

#include "html.h"

typedef struct _TkHtmlLooks TkHtmlLooks;
typedef struct _TkHtmlAnchors TkHtmlAnchors;
typedef struct _TkHtmlFolder TkHtmlFolder;

/* What is being written. */
typedef struct {
  const TkDocument *document;
  xmlTextWriterPtr xml; /* the body; the head is written when the looks are known */
  TkHtmlLooks *looks;
  TkHtmlAnchors *anchors;
  TkHtmlFolder *folder;
  const TkStyle *around; /* that of the element around, which text without an element of its own takes */
  const char *pending;   /* a class of the block that comes next, of a break or a space before it; or NULL */
  const TkNode *linked;  /* what was referred to last, within the block; or NULL */
  int levels[6];         /* in the tree, of the headings that the text stands under */
  guint n_levels;
  gboolean vietnamese; /* the words that are added here */
  GError *error;       /* the first one, or NULL */
} TkHtml;

/* html_mark.c: elements. Names and values are static or copied; text is escaped. A block begins a line. */
void tk_html_begin (TkHtml *html, const char *name);
void tk_html_begin_block (TkHtml *html, const char *name);
/* An A to what has the id @id. */
void tk_html_begin_link (TkHtml *html, const char *id);
void tk_html_end (TkHtml *html);
/* Of elements that never hold anything: BR, HR, IMG, META. */
void tk_html_end_empty (TkHtml *html);
/* The end of an element that holds blocks: on a line of its own. */
void tk_html_end_group (TkHtml *html);
/* NULL: none. */
void tk_html_attribute (TkHtml *html, const char *name, const char *value);
void tk_html_number (TkHtml *html, const char *name, int value);
void tk_html_text (TkHtml *html, const char *text);
/* Of the words that HTML has and the tree has not. */
const char *tk_html_word (const TkHtml *html, const char *vietnamese, const char *english);
/* The attributes of a block: the id of @node, its language, and the classes: @own (or NULL), those of @style
 * where the element around has another one, and what is pending. @style may be NULL. */
void tk_html_describe (TkHtml *html, const TkNode *node, const TkStyle *style, const TkStyle *around,
                       const char *own);

/* html_run.c */
void tk_html_write_runs (TkHtml *html, const TkNode *node);
/* The same for @n runs of @node from @first on. */
void tk_html_write_some_runs (TkHtml *html, const TkNode *node, guint first, guint n);

/* html_block.c: the blocks from @first to before @end (NULL: all). */
void tk_html_write_blocks (TkHtml *html, const TkNode *first, const TkNode *end);
/* What stands in an item, a cell, a note, whose element is open: a single paragraph without an element of its
 * own. */
void tk_html_write_inside (TkHtml *html, const TkNode *first);
/* The paragraph that tk_html_write_inside writes so, whose id and style are its container's; or NULL. */
const TkNode *tk_html_find_bare (const TkNode *first);

/* html_contents.c: also of an index. */
void tk_html_write_contents (TkHtml *html, const TkNode *contents);

/* html_table.c: @caption may be NULL. */
void tk_html_write_table (TkHtml *html, const TkNode *table, const TkNode *caption);
void tk_html_write_sides (TkHtml *html, const TkNode *sides);

/* html_figure.c */
void tk_html_write_figure (TkHtml *html, const TkNode *figure);
void tk_html_write_album (TkHtml *html, const TkNode *album);
void tk_html_write_chart (TkHtml *html, const TkNode *chart);

/* html_anchor.c: what is referred to, found before anything is written. */
TkHtmlAnchors *tk_html_anchors_new (const TkDocument *document);
void tk_html_anchors_free (TkHtmlAnchors *anchors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkHtmlAnchors, tk_html_anchors_free)
/* The id of @node; NULL where nothing leads to it. */
const char *tk_html_anchor_find (const TkHtmlAnchors *anchors, const TkNode *node);
/* The id of the first mark that leads to the note whose first block @node is; NULL: it is none. */
const char *tk_html_anchor_note (const TkHtmlAnchors *anchors, const TkNode *node);
/* The id of the first mark that leads to the note @target, given once; then NULL. */
const char *tk_html_anchor_take_mark (TkHtmlAnchors *anchors, const TkNode *target);
/* The notes beside the tree, in the order of their numbers. */
const GPtrArray *tk_html_anchors_notes (const TkHtmlAnchors *anchors);

/* html_look.c: classes and the style sheet. */
TkHtmlLooks *tk_html_looks_new (const TkDocument *document);
void tk_html_looks_free (TkHtmlLooks *looks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkHtmlLooks, tk_html_looks_free)
/* The style that most of the text has. */
const TkStyle *tk_html_looks_body (const TkHtmlLooks *looks);
const char *tk_html_look_class (const TkHtmlLooks *looks, const TkStyle *style);
/* Whether they are one style: of one name and with the same letters. In a book papers have styles of one
 * name. */
gboolean tk_html_look_same (const TkStyle *one, const TkStyle *other);
/* The style that the class of @style was made of; others of its name may be aligned otherwise. */
const TkStyle *tk_html_look_first (const TkHtmlLooks *looks, const TkStyle *style);
/* A class for rules of CSS in which & stands for its selector; one for those that are the same. */
const char *tk_html_look_add (TkHtmlLooks *looks, const char *kind, const char *rules);
/* "1.27rem": @length where 1rem is the size of the body; "0" for none. */
void tk_html_look_append_length (const TkHtmlLooks *looks, GString *to, TkUnit length);
char *tk_html_looks_print (const TkHtmlLooks *looks);

/* html_folder.c: pictures, and what becomes of them. */
TkHtmlFolder *tk_html_folder_new (const char *path, TkNotes *notes);
/* Without a commit before, it takes back all that it made. */
void tk_html_folder_free (TkHtmlFolder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkHtmlFolder, tk_html_folder_free)
/* The address of the picture of @figure, relative to the paper, and its size as it is shown. NULL: @error. */
const char *tk_html_folder_take (TkHtmlFolder *folder, const TkNode *figure, int *ret_width, int *ret_height,
                                 GError **error);
/* Gives the pictures their names. */
gboolean tk_html_folder_place (TkHtmlFolder *folder, GError **error);
/* The paper has its name, too: pictures of an older one go. */
void tk_html_folder_settle (TkHtmlFolder *folder);
