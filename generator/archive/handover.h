/* Papers of the store for the repository of a library, in the forms that such programs take in: the last
 * version of each, by year and ID. They are as the manifests of their years say, and what is handed over is
 * compared with its checksum on the way. */
#pragma once

#include "archive.h"
#include "note.h"

typedef enum {
  TK_HANDOVER_DSPACE, /* Simple Archive Format of DSpace 7: a folder an item, as a folder or .zip */
  TK_HANDOVER_METS,   /* METS 1.12 with PREMIS 3.0: a folder a paper, mets.xml beside its files; or .zip */
  TK_HANDOVER_OAI, /* a static repository of OAI-PMH 2.0: an .xml file; or a folder, a file for each year */
  TK_HANDOVER_N
} TkHandoverForm;

typedef struct {
  TkHandoverForm form;
  int first_year, last_year; /* papers filed under these and between; 0: all */
  const char *const *ids;    /* of papers, until NULL; NULL or none: all */
  /* DSpace: handles of the collections (123456789/2), until NULL, the first is the owner; NULL: the one that
   * is named when it is imported */
  const char *const *collections;
  /* OAI: where the file, or the folder with those of the years, will be found by HTTP; an address for mail;
   * the gateway that is to serve it, and the name of the repository: either may be NULL */
  const char *url, *mail, *gateway, *name;
} TkHandover;

/* "dspace", "mets", "oai". FALSE: none of these. */
gboolean tk_handover_parse (const char *name, TkHandoverForm *ret_form);

/* Writes to @to, whole or not at all; @ret_n: how many papers. The same store gives the same bytes.
 * TK_ERROR_USAGE: no such paper, or none of those years; @to has not the ending of the form; what OAI needs
 * is missing. TK_ERROR_DATA: a record or a file of the store is broken. TK_ERROR_OUTPUT. Notes: drafts, an
 * OAI file larger than gateways take. */
gboolean tk_archive_hand_over (const TkArchive *archive, const TkHandover *wish, const char *to,
                               TkNotes *notes, guint *ret_n, GError **error);
