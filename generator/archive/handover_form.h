/* What the forms of handing over share. Internal to archive/. */
#pragma once

#include "delivery.h"
#include "handover.h"
#include "record_form.h"

/* A version of a paper, the last one. */
typedef struct {
  char *folder; /* where it lies */
  TkRecord *record;
} TkHandoverPaper;

/* Each form: (element-type TkHandoverPaper), by year and ID; paths of their files stay in their folders. */
gboolean tk_handover_dspace (const GPtrArray *papers, const TkHandover *wish, const char *to, GError **error);
gboolean tk_handover_mets (const GPtrArray *papers, const char *to, GError **error);
gboolean tk_handover_oai (const GPtrArray *papers, const TkHandover *wish, const char *to, TkNotes *notes,
                          GError **error);

/* A document that is being written: UTF-8, indented. */
typedef struct {
  xmlBuffer *buffer;
  TkXml xml;
} TkHandoverSheet;

void tk_handover_sheet_open (TkHandoverSheet *sheet);
/* Ends all that is open. (transfer full) */
GBytes *tk_handover_sheet_close (TkHandoverSheet *sheet);

/* FOLDER/NAME of @paper. TK_ERROR_DATA: not there, not well-formed, with a document type. (transfer full),
 * freed by xmlFreeDoc(). */
xmlDoc *tk_handover_read_new (const TkHandoverPaper *paper, const char *name, GError **error);
typedef xmlDoc TkXmlTree;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkXmlTree, xmlFreeDoc)

/* Copies an element of another document with the namespaces that it needs, as @depth elements below the root.
 */
void tk_handover_sheet_copy (TkHandoverSheet *sheet, xmlNode *element, int depth);

/* When the paper got as it is: the time of its last event, or NULL. */
const char *tk_handover_find_time (const TkRecord *record);

/* Is this file the paper itself, and not what it was made of? */
gboolean tk_handover_is_paper (const TkRecordFile *file);
