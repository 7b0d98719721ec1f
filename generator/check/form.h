/* The form of laid-out pages. */
#pragma once

#include "check.h"
#include "pages.h"

/* Where the laid-out pages of an official paper depart from the form of Nghị định 30/2020/NĐ-CP, phụ lục I
 * and III: warnings of rules that begin with "decree-". A paper is one unless its layout says otherwise
 * (TkForm). */
void tk_check_decree (TkFindings *findings, const TkPages *pages);

/* Where the laid-out pages of an issue depart from what the press law wants of a bulletin, Luật Báo chí 2016,
 * Điều 34 khoản 1, and from what folds: warnings of rules that begin with "bulletin-". A paper is an issue
 * where its layout has a parameter “issue”, the code of a row of bulletin_issue. TK_ERROR_DATA where that
 * cannot be read. */
gboolean tk_check_bulletin (TkFindings *findings, TkDatabase *database, const TkPages *pages, GError **error);
