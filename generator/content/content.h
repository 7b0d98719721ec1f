/* From a template and a database to the document as a tree. */
#pragma once

#include "database.h"
#include "node.h"
#include "template.h"

typedef struct {
  const char *const *settings; /* "NAME=VALUE", NULL-terminated, or NULL: values of parameters */
  gint64 date;                 /* of the paper where the records give none; seconds since 1970, UTC */
  const char *picture_folder;  /* relative paths of photos are looked for here: the folder of the database;
                                * those  that the layout names, beside it first */
  gboolean draft;              /* marked as one across each page, whatever the layout says */
  gboolean feeds;              /* keeps the rows that tables and charts were made of: feed.h */
} TkContentOptions;

/* Runs the queries of @template, in the variant that the parameter of that name tells, and builds the tree.
 * The template must outlive the document. Errors: TK_ERROR_USAGE for a setting that names no parameter or no
 * variant,
 * TK_ERROR_LAYOUT for a placeholder that names no column, TK_ERROR_DATA for records that
 * do not suffice (a parameter without any row)
 * or name a variant that the layout has not. */
TkDocument *tk_content_new (const TkTemplate *template, TkDatabase *database, const TkContentOptions *options,
                            TkNotes *notes, GError **error);

/* The values that the first parameter of @template may have, in the order of its query, the default first;
 * none where it has no parameter or the records have no value for it. NULL: @error. */
GStrv tk_content_choices_new (const TkTemplate *template, TkDatabase *database, GError **error);
