/* What the parts of taking in share: the list is read (ingest_list.c), its files are looked at
 * (ingest_file.c), held against what the store has (ingest_known.c), papers are written (ingest_paper.c).
 * Internal to archive/. */
#pragma once

#include "ingest.h"

typedef enum {
  TK_INGEST_ID,
  TK_INGEST_TITLE,
  TK_INGEST_KIND,
  TK_INGEST_NUMBER,
  TK_INGEST_PUBLISHER,
  TK_INGEST_DATE,
  TK_INGEST_YEAR,
  TK_INGEST_LANGUAGE,
  TK_INGEST_RIGHTS,
  TK_INGEST_SOURCE,
  TK_INGEST_REASON,
  TK_INGEST_PERSONS,
  TK_INGEST_ORGANISATIONS,
  TK_INGEST_PLACES,
  TK_INGEST_FILES,
  TK_INGEST_COLUMNS
} TkIngestColumn;

typedef struct {
  const char *name; /* as the list has it, from its folder */
  char *path;
  const char *ending, *kind; /* ".jpg", "image/jpeg" */
  char sha256[65];
  guint64 size;
} TkIngestFile;

/* A row of the list. */
typedef struct {
  int line;
  const char *values[TK_INGEST_COLUMNS]; /* clean, NFC; NULL: empty */
  guint cells[TK_INGEST_COLUMNS];        /* where they stand, from 1 */
  int year;
  GPtrArray *files; /* (element-type TkIngestFile) */
  const char *id;
  guint version;
  gboolean replaces;
  gboolean known; /* is in the store */
} TkIngestPaper;

typedef struct {
  TkArena *arena;
  char *path, *folder;
  GPtrArray *papers; /* (element-type TkIngestPaper) */
  GPtrArray *faults; /* (element-type utf8) */
  TkNotes *notes;
} TkIngestList;

/* Adds "list.csv:3:5: message"; @cell 0: of the row, @line 0: of the list. */
void tk_ingest_fault (TkIngestList *list, int line, guint cell, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* "title"; not translated: it may be the head of the column. */
const char *tk_ingest_column_name (TkIngestColumn column);

/* Reads the rows of list->path. TK_ERROR_USAGE: no such encoding; what is wrong in the list is a fault. */
gboolean tk_ingest_read_list (TkIngestList *list, const char *encoding, GError **error);

/* The texts of a cell, parted by ";" and line ends. (transfer full) */
char **tk_ingest_split_new (const char *text);

/* The files that the row names, checked and with their checksums; what is wrong is a fault. */
void tk_ingest_find_files (TkIngestList *list, TkIngestPaper *paper);

/* Marks what the store has; numbers and files that other papers have, too, and what a line says otherwise of
 * a paper that is there, are notes. TK_ERROR_DATA: a record of the store cannot be read. */
gboolean tk_ingest_compare (TkArchive *archive, TkIngestList *list, GError **error);

/* Fills the empty @folder of a version. TK_ERROR_DATA: a file changed meanwhile; TK_ERROR_OUTPUT. */
gboolean tk_ingest_write (const TkIngestList *list, const TkIngestPaper *paper, const char *folder,
                          const char *when, GError **error);
