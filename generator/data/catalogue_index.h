/* The open catalogue, as the files of data/ see it, and what FTS5 is taught. */
#pragma once

#include "catalogue.h"
#include "connection.h"

struct _TkCatalogue {
  TkConnection *connection;
  char *place; /* the path, or what stands for it in messages */
  TkTokenizer *tokenizer;
  GHashTable *seen; /* rows that were kept or added since the beginning; NULL: nothing is being changed */
  TkStatement *keep, *drop, *insert, *index;
  gint64 next_row;
  gboolean changed;
  gint64 deadline; /* of the running search, monotonic microseconds; 0: none runs */
};

/* Sets @error for the last failure: TK_ERROR_DATA for a file that is to be made anew, TK_ERROR_OUTPUT for one
 * that cannot be, TK_ERROR_USAGE for a search that took too long. */
void tk_catalogue_fail (TkCatalogue *catalogue, GError **error);
gboolean tk_catalogue_run (TkCatalogue *catalogue, const char *sql, GError **error);
/* What a change was made by goes. */
void tk_catalogue_settle (TkCatalogue *catalogue);
/* NULL on failure. */
TkStatement *tk_catalogue_statement_new (TkCatalogue *catalogue, const char *sql, GError **error);

/* Teaches @connection the tokenizer "tongket", and two functions for SELECT … FROM word WHERE word MATCH …,
 * whose second argument is the TkInquiry, bound as a pointer of the type TK_INQUIRY_POINTER:
 *   score (word, inquiry)   the greater the better
 *   places (word, inquiry)  a blob of TkCatalogueWord, ascending
 * TK_ERROR_DATA where SQLite has no FTS5. */
#define TK_INQUIRY_POINTER "tongket-inquiry"
gboolean tk_catalogue_teach (TkConnection *connection, GError **error);

/* The columns of the table word, in this order. */
typedef enum {
  TK_COLUMN_TITLE,
  TK_COLUMN_NUMBER,
  TK_COLUMN_KIND,
  TK_COLUMN_PERSON,
  TK_COLUMN_ORGANISATION,
  TK_COLUMN_PLACE,
  TK_COLUMN_DATE,
  TK_COLUMN_TEXT,
  TK_N_COLUMNS
} TkCatalogueColumn;
