/* A rule is data: a query, whose rows are findings, and the words for them. Those
 * that no query can express have a function. Internal to check/. */
#pragma once

#include "check.h"
#include "texts.h"

typedef struct _TkRule TkRule;

typedef struct {
  TkDatabase *database;
  const TkTables *tables;
  const TkTexts *texts;
  TkFindings *findings;
} TkCheck;

typedef gboolean TkRuleRun (const TkCheck *check, const TkRule *rule, GError **error);

/* @sql yields the column id, the row in @table. A query for several tables yields
 * table_name, one for several columns column_name. Every other column fills the
 * {braces} of its name in @message and @suggestion, which are marked for
 * translation. */
struct _TkRule {
  const char *name;
  TkFindingLevel level;
  const char *table, *column;
  const char *sql;
  TkRuleRun *run; /* where there is no query, or more to ask of its rows */
  const char *message, *suggestion;
};

/* Each ends with a rule without a name. */
extern const TkRule tk_rules_bulletins[], tk_rules_events[], tk_rules_figures[], tk_rules_orgs[],
    tk_rules_papers[], tk_rules_people[], tk_rules_texts[];

/* The functions of tk_rules_texts and of others, by the file that holds them. */
TkRuleRun tk_scan_imprints;                               /* imprint.c; @sql yields id and imprint */
TkRuleRun tk_scan_member_counts, tk_scan_delegate_counts; /* scan_counts.c */
TkRuleRun tk_scan_weekdays, tk_scan_days;                 /* scan_dates.c */
TkRuleRun tk_scan_spaces, tk_scan_marks, tk_scan_pairs, tk_scan_ends,
    tk_scan_abbreviations;                                            /* scan_marks.c */
TkRuleRun tk_scan_misprints, tk_scan_corrections, tk_scan_sic_places; /* scan_misprints.c */
TkRuleRun tk_scan_people, tk_scan_orgs, tk_scan_names;                /* scan_names.c */
TkRuleRun tk_scan_references, tk_scan_dates_reversed, tk_scan_ranges_reversed, tk_scan_zeros, tk_scan_unused,
    tk_scan_decomposed, tk_scan_pictures; /* scan_schema.c */

/* A finding of @rule. After @column come name and value for each of the braces,
 * then NULL; a value may be NULL: nothing. @table, @column: NULL is that of the rule. */
void tk_rule_find (const TkCheck *check, const TkRule *rule, const char *table, gint64 row,
                   const char *column, ...) G_GNUC_NULL_TERMINATED;

/* Rows of a query of the rule. */
TkRows *tk_rule_rows_new (const TkCheck *check, const TkRule *rule, const char *sql, GError **error);

/* A finding for each row. */
gboolean tk_rule_query (const TkCheck *check, const TkRule *rule, const char *sql, GError **error);

/* finding.c */
TkFindings *tk_findings_new (void);
/* Codes and titles of the rows, then the order. */
gboolean tk_findings_finish (TkFindings *findings, TkDatabase *database, const TkTables *tables,
                             GError **error);
void tk_findings_keep (TkFindings *findings, gboolean (*keep) (const TkFinding *finding, gpointer data),
                       gpointer data);
