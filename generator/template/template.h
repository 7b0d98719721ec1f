/* What a layout says: resolved styles, masters, named queries, blocks. No XML
 * after this. Read-only once read. */
#pragma once

#include "arena.h"
#include "note.h"
#include "style.h"

typedef struct _TkBlock TkBlock;

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
} TkParameter;

/* Elements of the language map to kinds of blocks one to one. The reader of
 * the enumeration and of the fields is content/; template/ owns both. */
#include "block.h"

typedef struct {
  TkArena *arena;
  const char *name, *title, *language;
  const char *path; /* of the layout file */
  const TkParameter *parameters;
  guint n_parameters;
  const TkTemplateQuery *queries;
  guint n_queries;
  const TkStyle *styles; /* for tests */
  guint n_styles;
  const TkMaster *master;
  const TkBlock *paper; /* the <paper> element */
} TkTemplate;

/* Reads the layout file at @path. Files that it includes must lie in its
 * folder or in @folder (the program's layouts). TK_ERROR_LAYOUT with every
 * fault, one a line: "file:line:column: what; hint". */
TkTemplate *tk_template_read (const char *path, const char *folder, GError **error);
void tk_template_free (TkTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkTemplate, tk_template_free)
