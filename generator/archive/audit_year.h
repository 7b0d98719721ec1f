/* One year of a store. Internal to archive/. */
#pragma once

#include "audit.h"

gboolean tk_audit_year (TkAudit *audit, const TkArchive *archive, int year, GError **error);
