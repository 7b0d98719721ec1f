/* What a layout says: resolved styles, masters, named queries, blocks. No XML
 * after this. Read-only once read. */
#pragma once

#include "arena.h"
#include "cache.h"
#include "note.h"
#include "style.h"

typedef struct {
  const char *name;
  const char *sql;
  const char *place; /* "layouts/x.xml:41:7", for messages */
} TkTemplateQuery;

typedef struct {
  const char *name;
  const char *title; /* for people: "Hội nghị" */
  const char *sql;   /* the default: first column of the first row */
  const char *place;
  gboolean only; /* for what its query leaves out there is no such paper, and nothing is lacking */
} TkParameter;

/* Elements of the language map to kinds of blocks one to one. The reader of
 * the enumeration and of the fields is content/; template/ owns both. */
#include "block.h"

typedef enum {
  TK_NUMBER_NONE,
  TK_NUMBER_ARABIC,
  TK_NUMBER_ROMAN,
  TK_NUMBER_SMALL_ROMAN,
  TK_NUMBER_LETTER,
  TK_NUMBER_CAPITAL
} TkNumberKind;

/* How the headings of one level are numbered: @before, the number of the
 * section around where @parent is set, @between, the number, @after. */
typedef struct {
  const char *before, *between, *after;
  gboolean parent;
  TkNumberKind kind;
  gboolean own_line;    /* the number stands above the title */
  const TkStyle *style; /* of the heading */
} TkLevel;

enum { TK_HEADING_LEVELS = 6 };

/* The styles of text that is not named in the layout: what markdown makes,
 * and blocks without a style attribute. Never NULL. */
typedef struct {
  const TkStyle *body, *item, *caption, *table_head, *table_cell, *rule;
  const TkStyle *headings[TK_HEADING_LEVELS];
  const TkStyle *footnote, *quote;
} TkTextStyles;

/* A colour that the records say, where they do: the first column of the first row of a query, which sees the
 * row of the paper. All that has @colour, its value in the layout, has the other one then. */
typedef struct {
  const char *name;
  guint32 colour; /* 0xRRGGBB */
  guint query, use;
} TkQueriedColour;
/* A file that was read for the layout. */
typedef struct {
  const char *path; /* from the folder of the layout or of the program's layouts: "parts/nd30-styles.xml" */
  const char *text; /* all of it, UTF-8 */
  gsize length;
} TkTemplateFile;

typedef struct _TkTemplate TkTemplate;

/* A design of the paper: what a layout says when it is chosen. */
typedef struct {
  const char *name, *title;   /* the title for people: "Biển" */
  const char *place;          /* where it was first named */
  const TkTemplate *template; /* of the layout's arena */
} TkVariant;

/* The parameter whose value is the name of the variant. */
#define TK_PARAMETER_OF_VARIANT "variant"

struct _TkTemplate {
  TkArena *arena;

  /* TkTemplate: the layouts of the papers that it binds into a book, each once; NULL: it is one of those */
  GPtrArray *bound;

  const char *variant; /* that this is the template of, or NULL: the layout has none */
  const TkVariant
      *variants; /* all of them; the layout is read as the first one, and all have its parameters */
  guint n_variants;
  const char *name, *title, *language;
  TkForm form;
  const char *path; /* of the layout file */
  const TkTemplateFile
      *files;    /* that it was read from, each once, the layout first: put in one folder, they are */
  guint n_files; /* the same layout */
  const TkParameter *parameters;
  guint n_parameters;
  const TkTemplateQuery *queries;
  guint n_queries;
  const TkStyle *styles; /* for tests */
  guint n_styles;
  TkTextStyles text_styles;
  const TkSpotColour *spots; /* of the colours that name inks, each value once */
  guint n_spots;
  const TkQueriedColour *queried; /* of the colours that a query may change */
  guint n_queried;
  const TkLevel *levels; /* of sections; deeper ones have no number */
  guint n_levels;
  const TkMaster *master;
  const TkMaster *const *masters; /* that are used, @master first */
  guint n_masters;
  const TkBlock *paper;         /* the <paper> element */
  const char *needs;            /* what its query asks for, in words, or NULL */
  const TkRunningText *running; /* of all of them */
  guint n_running;
  TkText watermark; /* empty: none */
  const TkStyle *watermark_style;
  guint n_slots; /* placeholders are numbered from 0 */
  guint n_uses;  /* uses of queries are numbered from 0 */
};

/* Reads the layout file at @path, once for each of its variants, so that faults are found whichever is
 * chosen; a layout that has variants and no parameter for them gets one. Files that it includes must lie in
 * its folder or in @folder (the program's layouts, where layout.rng lies, too); so must the layouts whose
 * papers it binds, which are read with it. @cache: what is found of them is kept there, or NULL.
 * TK_ERROR_LAYOUT with every fault, one a line: "file:line:column: what; hint". */
TkTemplate *tk_template_read (const char *path, const char *folder, TkCache *cache, GError **error);
void tk_template_free (TkTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkTemplate, tk_template_free)

/* The template as text, one thing a line, for tests. */
char *tk_template_print (const TkTemplate *template);
