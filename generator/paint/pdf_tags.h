/* The structure tree (ISO 32000-1, 14.7 and 14.8; ISO 14289-1): made from the
 * document tree, so that a table over five pages is one Table; the pages only
 * say where the content of each element lies.
 *
 *   node            element
 *   DOCUMENT        Document
 *   SECTION         Sect
 *   HEADING         H1 to H6: the depth of its level among the levels before it
 *   PARAGRAPH       P; the only paragraph of a cell or an item is the TD or LBody itself
 *   LIST, ITEM      L, LI with Lbl and LBody
 *   TABLE           Table, with THead and TBody where it has head rows; the PARAGRAPH before it that is its
 *                   caption is the Caption in it
 *   ROW, CELL       TR, TH or TD; short rows are filled up with empty TD. Heads have an /ID where cells name
 *                   them (pdf_heads.h)
 *   FIGURE          Figure; with a caption a Div of Figure and Caption
 *   SIDES           Div of its paragraphs, row by row
 *   BOX             Div, or BlockQuote
 *   a run           Link or Span within its paragraph
 *   a note's mark   Reference within its paragraph, and behind it the Note, with an /ID
 *   CONTENTS, ENTRY TOC, TOCI with Lbl and Reference; the title is a P before it
 *   KEEP            nothing: its children belong to its parent
 *
 * Elements without content on the pages are left out, but cells stay. */
#pragma once

#include "pages.h"
#include "pdf_store.h"

typedef enum {
  TK_TAG_DOCUMENT,
  TK_TAG_SECT,
  TK_TAG_ART,
  TK_TAG_DIV,
  TK_TAG_GROUP, /* NonStruct: a part of the children of an element with too many of them */
  TK_TAG_H1,
  TK_TAG_H6 = TK_TAG_H1 + 5,
  TK_TAG_P,
  TK_TAG_L,
  TK_TAG_LI,
  TK_TAG_LBL,
  TK_TAG_LBODY,
  TK_TAG_TABLE,
  TK_TAG_THEAD,
  TK_TAG_TBODY,
  TK_TAG_TR,
  TK_TAG_TH,
  TK_TAG_TD,
  TK_TAG_FIGURE,
  TK_TAG_CAPTION,
  TK_TAG_LINK,
  TK_TAG_SPAN,
  TK_TAG_REFERENCE,
  TK_TAG_NOTE,
  TK_TAG_TOC,
  TK_TAG_TOCI,
  TK_TAG_BLOCK_QUOTE,
} TkTagKind;

/* What stands in an element, in reading order. */
typedef enum { TK_KID_TAG, TK_KID_CONTENT, TK_KID_ANNOTATION } TkKidKind;

typedef struct _TkKid TkKid;
struct _TkKid {
  TkKid *next;
  TkKidKind kind : 2;
  guint32 page : 30; /* CONTENT, ANNOTATION: number of the page object */
  guint32 what;      /* its MCID on that page; number of the annotation object; of a TAG that has an /ID, its
                        number: a Note, a TH that cells name */
};

typedef struct {
  gint64 left, bottom, right, top; /* 1/1000 pt, from the lower left corner of the page */
} TkRect;

typedef struct _TkTag TkTag;
struct _TkTag {
  TkKid kid; /* this element as a kid of its parent; first, so that one is the other */
  TkTagKind tag : 8;
  guint used : 1;
  guint32 number; /* of its object, once it is known that the element is used; else 0 */
  TkTag *parent;
  TkKid *first, *last;
  const TkNode *node;
  const TkRun *run;     /* LINK, SPAN, REFERENCE */
  const char *language; /* where it differs from the parent's */
  union {
    const TkRect *box;                 /* FIGURE */
    const struct _TkHeadList *headers; /* TH, TD: the heads that it names, or NULL: Scope says which */
  };
};

typedef struct {
  TkStore *store;
  TkArena *arena;
  TkTag *document;
  TkTag **tags;        /* by the rank of a node: the element that takes its content, or NULL */
  GHashTable *seconds; /* item to its Lbl */
  GPtrArray *marked;   /* elements by page and MCID: those of page p begin at starts[p] */
  GArray *starts;      /* of guint */
  GPtrArray *used;     /* elements, in the order of their numbers */
  GPtrArray *notes;    /* elements Note, in the order of their IDs */
  GPtrArray *heads;    /* elements TH that cells name, likewise */
  GPtrArray *links;    /* elements of annotations, in the order of their keys */
  GHashTable *files;   /* element to a GString, the files that belong to it: "12 0 R 13 0 R" */
  guint n_pages;
  guint32 root;            /* number of the structure tree root */
  const TkNode *last_node; /* found last, for speed */
  TkTag *last_tag;
} TkTags;

/* "H1", "TD" and so on. */
const char *tk_tag_name (TkTagKind kind);

TkTags *tk_tags_new (TkStore *store, const TkDocument *document, guint n_pages);
void tk_tags_free (TkTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkTags, tk_tags_free)

/* The element Note of @node, a NOTE, behind what @parent holds already, and all below it. */
void tk_tags_grow_note (TkTags *tags, TkTag *parent, const TkNode *node);

/* The element of a content mark: that of its node, or a Link or Span in it. */
TkTag *tk_tags_find (TkTags *tags, const TkMark *mark);

/* From here on content lies on the next page. Gives its /StructParents key. */
guint tk_tags_begin_page (TkTags *tags);

/* Content of @tag lies on the page begun last, whose object is @page. Gives its MCID. */
guint tk_tags_mark (TkTags *tags, TkTag *tag, guint32 page);

/* A Link has an annotation on page object @page. Gives the annotation's /StructParent key. */
guint tk_tags_annotate (TkTags *tags, TkTag *tag, guint32 page, guint32 annotation);

/* Where a figure lies. */
void tk_tags_place (TkTags *tags, TkTag *tag, TkRect box);

/* Stores all elements and the parent tree; gives the structure tree root. */
HPDF_Dict tk_tags_store (TkTags *tags);

/* In pdf_tree.c: fills tags->document, ->tags and ->seconds. */
void tk_tags_grow (TkTags *tags, const TkDocument *document);
TkTag *tk_tag_new (TkTags *tags, TkTag *parent, TkTagKind kind, const TkNode *node, const char *language);
void tk_tag_add (TkTag *tag, TkKid *kid);
