/* What an audit has found, for people and for programs. */
#pragma once

#include "audit.h"
#include "database.h"

/* One line each: place, message; then the sum. (transfer full) */
char *tk_audit_text_new (const TkAudit *audit, const char *store);

/* An object: store, years, papers, versions, files, reproduced, sound, findings: level (FAULT or NOTE), kind,
 * place, message. (transfer full) */
char *tk_audit_json_new (const TkAudit *audit, const char *store, GError **error);

/* Records of an audit and of nothing else: the tables audit_summary (one row) and audit_finding. A file of
 * its own, gone with the database. */
TkDatabase *tk_audit_database_new (const TkAudit *audit, const char *store, GError **error);
