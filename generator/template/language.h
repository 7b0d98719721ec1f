/* The layout language as layout.rng defines it: elements, what they are for, what they hold and where they
 * stand. Made for people to read, not to validate with. Internal to template/. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* What stands in many places together. */
typedef enum { TK_CROWD_DEFINITIONS, TK_CROWD_BLOCKS, TK_CROWD_LINE, TK_N_CROWDS } TkCrowd;

typedef struct {
  const char *name;
  gboolean required;
  GPtrArray *values; /* const char *: those that may be written as they are */
  GPtrArray *kinds;  /* TkLanguageKind *, borrowed: what others look like; neither: any text */
  char *says;
} TkLanguageAttribute;

/* What a value looks like: "length". */
typedef struct {
  const char *name;
  char *says;
} TkLanguageKind;

/* An element in one role: <for-each> repeats blocks, items or columns. */
typedef struct {
  const char *name, *define; /* its own, and that of its pattern in the grammar */
  char *says;
  GPtrArray *attributes; /* TkLanguageAttribute * */
  gboolean text, holds[TK_N_CROWDS];
  GPtrArray *children; /* const char *: defines of what it holds beside these */
} TkLanguageUse;

typedef struct {
  const char *name;
  GPtrArray *uses;        /* TkLanguageUse *, at least one */
  GPtrArray *parents;     /* const char *, borrowed: elements in which it may stand */
  char *example;          /* a piece of a layout, or NULL */
  const char *example_of; /* the element whose example it is */
} TkLanguageElement;

typedef struct {
  xmlDoc *doc;
  GPtrArray *kinds;               /* TkLanguageKind * */
  GPtrArray *elements;            /* TkLanguageElement *, in the order of the grammar: that of a paper */
  GPtrArray *crowds[TK_N_CROWDS]; /* const char *: defines of what stands in them */
  char *queries;                  /* the definitions that the examples use, or NULL */
} TkLanguage;

/* Reads layout.rng and the examples of @folder. TK_ERROR_USAGE where the grammar cannot be read. */
TkLanguage *tk_template_language_new (const char *folder, GError **error);
void tk_template_language_free (TkLanguage *language);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkLanguage, tk_template_language_free)

/* The element of this name, or NULL. */
const TkLanguageElement *tk_template_language_find (const TkLanguage *language, const char *name);

/* The names of the elements of these @defines, each once; to be freed, not their content. */
GPtrArray *tk_template_language_names_new (const TkLanguage *language, const GPtrArray *defines);
