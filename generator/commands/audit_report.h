/* What an audit has found, for people and for programs. */
#pragma once

#include "audit.h"
#include "database.h"

/* One line each: place, message; then the sum. (transfer full) */
char *tk_audit_text_new (const TkAudit *audit, const char *store);

/* An object: store, years, papers, versions, files, reproduced, sound, findings: level (FAULT or NOTE), kind,
 * place, message; issued: place, title, number, date, sha256 of the PDF. (transfer full) */
char *tk_audit_json_new (const TkAudit *audit, const char *store, GError **error);

/* The records of an audit and of nothing else, for queries: the tables audit_summary (store, date, years,
 * papers, versions, files, reproduced, faults; one row), audit_finding (seq, level, kind, place, message) and
 * audit_paper (seq, place, title, number, date, checksum: of the PDF). @day: of the audit, seconds since
 * 1970. */
TkDatabase *tk_audit_database_new (const TkAudit *audit, const char *store, gint64 day, GError **error);
