/* The form of laid-out pages. */
#pragma once

#include "check.h"
#include "pages.h"

/* Where the laid-out pages of an official paper depart from the form of Nghị định 30/2020/NĐ-CP, phụ lục I:
 * warnings of rules that begin with "decree-". A paper is one where it bears the national name, and number or
 * date below it. */
void tk_check_decree (TkFindings *findings, const TkPages *pages);
