/* What an audit has found, for people and for programs. */
#pragma once

#include "audit.h"
#include "database.h"

/* One line each: place, message; then the sum. (transfer full) */
char *tk_audit_text_new (const TkAudit *audit, const char *store);

/* An object: store, years, papers, versions, files, reproduced, program, sound, findings: level (FAULT or
 * NOTE), kind, place, message; issued: place, title, number, date, sha256 of the PDF or the first file that
 * was imported. (transfer full) */
char *tk_audit_json_new (const TkAudit *audit, const char *store, GError **error);

/* The records of an audit and of nothing else, for queries: the tables audit_summary (store, date, years,
 * papers, versions, files, reproduced, faults, program; one row), audit_finding (seq, level, kind, place,
 * message) and audit_paper (seq, place, title, number, date, checksum). @day: of the audit, seconds since
 * 1970. @paper: names are shown as its fonts can (shown.h), whatever an intruder has called a file. */
TkDatabase *tk_audit_database_new (const TkAudit *audit, const char *store, gint64 day, gboolean paper,
                                   GError **error);
