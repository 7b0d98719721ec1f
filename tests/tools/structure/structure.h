/* What a reader of a tagged PDF is given, read by MuPDF and by none of our code: the pieces of content that
 * the pages draw, and the elements of the structure tree that they belong to. The rules judge both (rules.c,
 * tables.c, paper.c); ISO 32000-1 is PDF, ISO 14289-1 is PDF/UA. */
#pragma once

#include <glib.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

typedef struct _Element Element;

/* A marked-content sequence, or what is drawn outside of them all. */
typedef struct {
  int page;          /* from 0 */
  int mcid;          /* -1: none */
  gboolean artifact; /* neither artifact nor MCID: it lies outside */
  GString *text;
  gboolean watermark; /* an artifact that text may lie over */
  gboolean drawing;   /* an image, a line or a surface is in it */
  fz_rect box;        /* of all that is drawn; y downwards */
  guint rank;         /* in the order in which all pages are drawn */
  Element *element;   /* whose content it is */
} Piece;

typedef struct {
  Piece *piece;
  fz_rect box; /* the middle of the letter */
} Glyph;

/* One of the three. */
typedef struct {
  Element *element;
  Piece *piece;
  pdf_obj *annotation;
} Kid;

struct _Element {
  Element *parent;
  const char *type; /* after the role map */
  char *path;
  pdf_obj *object;
  int number; /* of the object */
  GArray *kids;
};

typedef struct {
  fz_context *context;
  pdf_document *document;
  const char *name;
  pdf_obj *catalog, *root; /* of the structure tree */
  GPtrArray *pieces;
  GArray *glyphs;
  GHashTable *by_mcid; /* key of page and MCID to piece */
  GHashTable *pages;   /* number of a page object to 1 + the page */
  GPtrArray *elements; /* in reading order */
  GPtrArray *reading;  /* the pieces in that order */
  int faults;
} Paper;

void fault (Paper *paper, const char *place, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* The same with the place of an element: its page and its path. */
void fault_in (Paper *paper, const Element *element, const char *format, ...) G_GNUC_PRINTF (3, 4);

void read_pages (Paper *paper);
void read_tree (Paper *paper);
void check_content (Paper *paper);
void check_elements (Paper *paper);
void check_ids (Paper *paper);
void check_table (Paper *paper, const Element *table);
void check_paper (Paper *paper);

pdf_obj *entry (const Paper *paper, pdf_obj *dictionary, const char *key);
/* A text string that says something, or NULL. */
const char *entry_text (const Paper *paper, pdf_obj *dictionary, const char *key);
/* An attribute of an element (ISO 32000-1, 14.7.5), or NULL. */
pdf_obj *attribute (const Paper *paper, const Element *element, const char *owner, const char *key);

gboolean is (const Element *element, const char *types);      /* types: "TR THead" */
const Element *kid_element (const Element *element, guint i); /* NULL: the kid is none */
guint count_kids (const Element *element, const char *types);
/* All that is in an element, and all below it. */
void gather_text (const Element *element, GString *to);
void gather_pieces (const Element *element, GPtrArray *to);
gboolean is_empty (const Element *element);
gboolean is_language (const char *tag);
