/* A paper for the web: HTML of the WHATWG's living standard, made of the content tree and not of pages. One
 * file, well-formed as XML too, and the pictures that it shows in a folder beside it; no script, nothing from
 * elsewhere. What only pages bring about is not there: page breaks, running lines, sums that are carried
 * over, numbers of pages. */
#pragma once

#include "node.h"
#include "note.h"

typedef struct _TkHtmlPaper TkHtmlPaper;

/* Makes the paper under names for the time being, beside @path and the folder of the pictures. That folder
 * has the name of the file with "-anh" in place of its ending. A picture is copied without its metadata,
 * under a name made of its content: once, though it is shown twice. Notes:
 * pictures that are large for a web page. TK_ERROR_DATA: a picture that is missing or broken.
 * TK_ERROR_OUTPUT. */
TkHtmlPaper *tk_export_html_new (const TkDocument *document, const char *path, TkNotes *notes,
                                 GError **error);

/* Gives the pictures and the file their names: the pictures first, so that what is at @path shows all of its
 * own at any time. An older paper of that name is replaced, and those of its pictures that are not shown any
 * more are removed; no other files of the folder are. TK_ERROR_OUTPUT: all is as it was before. */
gboolean tk_export_html_commit (TkHtmlPaper *paper, GError **error);

/* Without a commit before, nothing of it is left. */
void tk_export_html_free (TkHtmlPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkHtmlPaper, tk_export_html_free)
