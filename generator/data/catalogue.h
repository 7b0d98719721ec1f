/* A catalogue of papers for finding them by their words: a SQLite file with an FTS5 index, made of what
 * others keep, so that it may be lost at any time. It keeps no text but titles and the like: the words of a
 * text are in the index, the text stays where it is.
 *
 * Files that are broken, foreign, of another form or hostile are never read as if they were ours: the schema
 * is compared whole, nothing in the file runs, and whatever is wrong with it is TK_ERROR_DATA, whereupon the
 * caller makes it anew (tk_catalogue_remove). TK_ERROR_OUTPUT: it is locked for long, or cannot be written.
 * A bit that turned where SQLite does not see it hides a paper until the catalogue is made anew: a checksum
 * of all of it would cost more than the search.
 *
 * Words are found without their marks; bare and toned keys stand at the same place of the index
 * (tokenizer.h): no query has to spell out what "thu" may mean, and phrases and prefixes are those of FTS5.
 */
#pragma once

#include "inquiry.h"
#include "snippet.h"

typedef struct _TkCatalogue TkCatalogue;

/* @path NULL: in memory, for where no file can be. The file and its folder are made where they are not there.
 */
TkCatalogue *tk_catalogue_open_new (const char *path, GError **error);
void tk_catalogue_free (TkCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkCatalogue, tk_catalogue_free)
/* The file at @path, where it is one, and its journal. */
void tk_catalogue_remove (const char *path);

/* A version of a paper. All texts are UTF-8 or NULL; lists end with NULL and may be NULL. */
typedef struct {
  const char *path, *stamp; /* its name in the catalogue, and what changes whenever it does */
  const char *id;           /* of the paper */
  guint version;            /* the greatest of an id is the one that holds */
  int year;
  gboolean own; /* made by us */
  const char *title, *kind, *number, *publisher, *date;
  const char *const *persons, *const *organisations, *const *places;
  const char *text; /* a form feed behind each page */
  gsize n_text;
} TkCataloguePaper;

/* What was told by tk_catalogue_end for @year; NULL: nothing. (transfer full) */
char *tk_catalogue_stamp_new (TkCatalogue *catalogue, int year);
/* (transfer full) (element-type int) */
GArray *tk_catalogue_years_new (TkCatalogue *catalogue);

/* A change, all or nothing: @anew: everything is forgotten first. It waits for another program that changes
 * the catalogue, so ask for stamps only afterwards. */
gboolean tk_catalogue_begin (TkCatalogue *catalogue, gboolean anew, GError **error);
/* TRUE: the version is there with this stamp, and stays. */
gboolean tk_catalogue_keep (TkCatalogue *catalogue, const char *path, const char *stamp);
/* Adds it, or puts it in place of the one of that path. */
gboolean tk_catalogue_add (TkCatalogue *catalogue, const TkCataloguePaper *paper, GError **error);
/* What was neither kept nor added of @year since the beginning goes. @stamp NULL: the year as well. */
gboolean tk_catalogue_end (TkCatalogue *catalogue, int year, const char *stamp, GError **error);
gboolean tk_catalogue_commit (TkCatalogue *catalogue, GError **error);
void tk_catalogue_undo (TkCatalogue *catalogue);

/* What is looked for. */
typedef struct {
  const char *words;               /* inquiry.h; NULL or "": all, the latest first */
  const char *kind, *organisation; /* words that stand there beside each other; NULL: any */
  int first_year, last_year;       /* 0, 0: all */
  gboolean all_versions;           /* also those that were replaced */
  guint limit;                     /* of hits that are told in full */
} TkCatalogueWish;

/* Where a word that was looked for stands: words from the beginning of the text, from 0. */
typedef struct {
  guint first, n;
  guint term; /* the how manieth of the words that were asked for */
} TkCatalogueWord;

typedef struct {
  const char *path, *id, *title, *kind, *number, *publisher, *date; /* "" for what is not known */
  int year;
  guint version;
  gboolean last, own;
  double score;
  GArray *words; /* of TkCatalogueWord, in the text, ascending; the first thousands of them */
} TkCatalogueHit;

typedef struct {
  int year;
  guint n;
} TkCatalogueCount;

typedef struct {
  GArray *hits;   /* of TkCatalogueHit, best first */
  GArray *counts; /* of TkCatalogueCount: all that was found, by year, ascending */
  guint n_found;
  gboolean cut;        /* the asking was longer than is looked for */
  GStringChunk *texts; /* of the hits */
} TkCatalogueFound;

/* TK_ERROR_USAGE: the search took more than ten seconds. Whatever the words, they are no other error. */
TkCatalogueFound *tk_catalogue_find_new (TkCatalogue *catalogue, const TkCatalogueWish *wish, GError **error);
void tk_catalogue_found_free (TkCatalogueFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkCatalogueFound, tk_catalogue_found_free)

/* An object a line: the hits, each with page and snippet, then how many there are by year. @snippets: of
 * TkSnippet or NULL, one a hit. */
char *tk_catalogue_json_new (const TkCatalogueFound *found, const GPtrArray *snippets, GError **error);
