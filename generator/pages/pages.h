/* All that depends on height: strips at their places. After this nothing is
 * decided. */
#pragma once

#include "galley.h"

typedef enum {
  TK_ARTIFACT_HEAD,
  TK_ARTIFACT_FOOT,
  TK_ARTIFACT_WATERMARK,
  TK_ARTIFACT_LINE_NUMBER,
} TkArtifact;

typedef struct {
  const TkMark *marks;
  guint n_marks;
  TkUnit x, y; /* of the strip's upper left corner on the page, y downwards from the top edge */
  gboolean
      artifact; /* running heads, page numbers, repeated table heads: no structure, whatever the marks say */
  TkArtifact kind; /* of an artifact */
} TkPlaced;

typedef struct {
  guint number;   /* from 1; from 1 again where an appendix begins, or a paper of a book */
  guint folio;    /* the same, but in a book: of all its pages; from 1 again behind its front matter */
  gboolean front; /* of the front matter of a book: all before the first page that is numbered from 1 again */
  const TkNode
      *paper; /* the PAPER of a book whose page it is, or NULL: of the book, and of any other document */
  TkUnit width, height;
  const TkMaster *master;
  const TkPlaced *placed;
  guint n_placed;
  gboolean blank; /* only there so that the next is a right one */
} TkPage;

/* A bookmark. */
typedef struct {
  const TkNode
      *node;  /* the heading, or that of a paper of a book: its runs are the title, its level the depth */
  guint page; /* from 0 */
  TkUnit y;   /* of its top edge, downwards from the top edge of the page */
} TkBookmark;

/* Where something begins that the text refers to. */
typedef struct {
  const TkNode *node;
  guint page;      /* from 0 */
  TkUnit y;        /* of its top edge, downwards from the top edge of the page */
  gboolean placed; /* else it has no line, and this is the first page */
} TkTarget;

typedef struct {
  TkArena *arena;
  const TkGalley *galley;
  const TkDocument *document;
  const TkPage *pages;
  guint n_pages;
  const TkBookmark *bookmarks;
  guint n_bookmarks;
  GHashTable *targets; /* node to TkTarget */
} TkPages;

/* Where a target of the document begins, or NULL for another node. */
const TkTarget *tk_pages_find_target (const TkPages *pages, const TkNode *node);

/* Flows the strips into pages of the document's master. Never fails: what
 * cannot be kept together is broken, with a note; what is taller than a page
 * is split by the galley or runs alone, with a note. */
TkPages *tk_pages_flow (const TkGalley *galley, TkNotes *notes);
void tk_pages_free (TkPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPages, tk_pages_free)
