/* What is missing or contradictory in the records. Nothing is changed. */
#pragma once

#include "database.h"
#include "node.h"

typedef enum {
  TK_FINDING_ERROR, /* a paper would be wrong: figures that contradict each other, a picture that is not there
                     */
  TK_FINDING_WARNING, /* probably wrong, or a gap that a reader sees */
  TK_FINDING_REMARK,  /* worth a look; often it is so in the source */
} TkFindingLevel;

/* "ERROR", "WARNING", "REMARK": for files, never translated. */
const char *tk_finding_level_name (TkFindingLevel level);

typedef struct {
  TkFindingLevel level;
  const char *rule;         /* short, stable: "part-exceeds-whole" */
  const char *table;        /* NULL: concerns a paper, no row */
  const char *table_title;  /* its Vietnamese title */
  gint64 row;               /* id in @table */
  const char *code;         /* of the row, or its key: "dbsh-tk-2022, 2" */
  const char *column;       /* NULL: the row as a whole */
  const char *column_title; /* its Vietnamese title */
  const char *message;      /* translated, one line, no full stop; the same holds for: */
  const char *suggestion;   /* what to do */
} TkFinding;

/* In the order of level, tables of the schema, row, rule, column, message: the
 * same records give the same list. Owns its texts. */
typedef struct _TkFindings TkFindings;

void tk_findings_free (TkFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkFindings, tk_findings_free)

guint tk_findings_count (const TkFindings *findings);
const TkFinding *tk_findings_get (const TkFindings *findings, guint index);

/* Applies every rule. TK_ERROR_DATA where the file is damaged or locked. */
TkFindings *tk_check_run (TkDatabase *database, GError **error);

/* Leaves those that concern the paper that @document is: rows that it was read
 * from, and rows that hang on its event, its side events, its term, its body and
 * the members of that, its people. */
gboolean tk_check_narrow (TkFindings *findings, TkDatabase *database, const TkDocument *document,
                          GError **error);

/* Leaves those of @least and above. */
void tk_findings_keep_level (TkFindings *findings, TkFindingLevel least);

/* What a later stage said of a paper, without a row; @rule is not copied. */
void tk_findings_add_paper (TkFindings *findings, TkFindingLevel level, const char *rule, const char *message,
                            const char *suggestion);

/* Names of all rules, NULL-terminated; free the array alone. */
const char **tk_check_rules_new (void);
