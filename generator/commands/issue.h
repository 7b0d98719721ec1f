/* What the steps of tongket archive issue share. */
#pragma once

#include "archive.h"
#include "edition.h"
#include "filing.h"
#include "ledger.h"
#include "paper.h"

typedef struct {
  TkPaperWish paper;
  char *reason, *id, *validator;
} TkIssueWish;

typedef struct {
  const TkIssueWish *wish;
  const char *layout; /* its name: "bao-cao-nhiem-ky" */
  const char *source; /* path of the records */
  const TkTemplate *template;
  const TkLedger *ledger; /* of what @document was made of */
  const TkEdition *edition;
  const TkFiling *filing;
  const TkRecord *before; /* the last version, or NULL */
  guint n_notes;
  const char *judged; /* what a validator said of it, or NULL: none was asked */
} TkIssue;

/* Writes all files of the version but paper.pdf and the record: layout, pictures, rows, text. TK_ERROR_DATA:
 * a picture lies neither in the folder of the records nor in that of the layout. */
gboolean tk_issue_put_files (const TkIssue *issue, const char *folder, GError **error);

/* Reads the files of the version again, and writes its record. */
gboolean tk_issue_write_record (const TkIssue *issue, guint version, const char *folder, GError **error);

/* The font files of @galley by name, with their sums, each once; in @arena. */
const TkRecordFile *tk_issue_list_fonts (const TkGalley *galley, TkArena *arena, guint *ret_n);
