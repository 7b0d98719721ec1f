/* Old papers into the store: what others made, and pages that were scanned, with what a list says of them. */
#pragma once

#include "archive.h"
#include "note.h"

typedef struct {
  const char *from;     /* a CSV file; or a folder with one CSV file in it */
  const char *encoding; /* of the list: a name of tk_encoding_parse(); NULL: what it seems to be */
  const char *when;     /* it happens: 2026-11-26T05:00:00Z */
} TkIngest;

typedef struct {
  guint n_added;
  guint n_known; /* were in the store already, file for file */
} TkIngestTally;

/* Reads the list, RFC 4180 with ",", ";" or tabs, and files each of its rows as a paper: all or, where a row
 * is wrong, none. Its first line names columns in any order, by name or Vietnamese title, with or without
 * accents: title and files are needed, and year or date; id, kind, number, publisher, language, rights,
 * source, persons, organisations, places may be there. Heads in parentheses are for people alone. Several
 * persons or files in one cell are parted by ";" or line ends. A file is named from the list's folder, and
 * lies in it or below; "*" and "?" in its name stand for others, as in "trang-*.jpg", and what fits comes in
 * the order of its numbers. PDF, DOCX, JPEG, PNG, WebP, HEIC and TIFF are taken, and must be what their
 * ending says.
 *
 * Several files are one paper: original-001.jpg, original-002.jpg … in the order of the list. Text of a PDF
 * file and of a Word file becomes text.txt. Without an id, it is made from the title and the year. An id that
 * is in the store gets a new version where the column reason says why, and only of a paper that was imported.
 * Papers whose files are in the store already are passed over, unless a line with their id and a reason says
 * something else of them: the same list a second time changes nothing.
 *
 * Years are put into the store one after the other: should the disk fail between two, the same call goes on.
 * TK_ERROR_DATA: all that is wrong with the list, one a line: file:line:column; TK_ERROR_USAGE: @from,
 * @encoding; TK_ERROR_OUTPUT. Notes: files without text, such that the list does not name. */
gboolean tk_archive_ingest (TkArchive *archive, const TkIngest *wish, TkNotes *notes,
                            TkIngestTally *ret_tally, GError **error);
