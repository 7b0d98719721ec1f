/* Under what a paper is filed: its id, its year, its number, and whom and what it names. */
#pragma once

#include "database.h"
#include "node.h"

typedef struct {
  char *id;     /* "bao-cao-nhiem-ky-dbsh-tk-2022" */
  int year;     /* of its event, period or issue; else of its date */
  char *date;   /* "2022-08-19"; of a paper that has none, the day of its event or, without one, "2022" */
  char *number; /* "15/BC-LHTV", as its letterhead has it; NULL: none, or room to write it */
  char *body; /* the code of the body that issues it, by its name; NULL: the records know none, or several */
  GStrv persons, organisations, places; /* of the records, that its text names, each once, sorted */
} TkFiling;

void tk_filing_free (TkFiling *filing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkFiling, tk_filing_free)

/* The id of the paper that @layout (its name) makes with the settings of @document. (transfer full) */
char *tk_filing_id_new (const char *layout, const TkDocument *document);

/* @id: chosen by the caller, or NULL. @text: of the pages. @database is asked for years and names: give it
 * one whose answers are not kept. */
TkFiling *tk_filing_new (const char *id, const char *layout, const TkDocument *document, const char *text,
                         TkDatabase *database, GError **error);
