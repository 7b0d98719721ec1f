/* A number of a paper is given once. */
#pragma once

#include "issue.h"

/* TK_ERROR_DATA: another paper in @archive has the number, of the same body and year (numbers begin anew each
 * 1 January: NĐ 30/2020, phụ lục I, II.3). */
gboolean tk_issue_check_number (const TkArchive *archive, const TkIssue *issue, GError **error);
