/* Comes in: the records. Goes out: all findings of all rules. */
#include "check.h"

#include "rule.h"

/* One query of a rule may take longer than one of a layout: it looks at everything. */
enum { LIMIT_MILLISECONDS = 60000 };

static const TkRule *const subjects[] = {tk_rules_people,  tk_rules_orgs,   tk_rules_events,
                                         tk_rules_figures, tk_rules_papers, tk_rules_bulletins,
                                         tk_rules_texts};

static gboolean
apply (const TkCheck *check, const TkRule *rules, GError **error)
{
  for (const TkRule *rule = rules; rule->name != NULL; rule++) {
    gboolean done = rule->run != NULL ? rule->run (check, rule, error)
                                      : tk_rule_query (check, rule, rule->sql, error);
    if (!done)
      return FALSE;
  }
  return TRUE;
}

TkFindings *
tk_check_run (TkDatabase *database, GError **error)
{
  const TkTables *tables = tk_data_tables (database, error);

  if (tables == NULL)
    return NULL;
  tk_data_limit (database, LIMIT_MILLISECONDS);
  g_autoptr (TkTexts) texts = tk_texts_new (database, tables, error);
  if (texts == NULL)
    return NULL;
  g_autoptr (TkFindings) findings = tk_findings_new ();
  const TkCheck check = {database, tables, texts, findings};
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (!apply (&check, subjects[i], error))
      return NULL;
  return tk_findings_finish (findings, database, tables, error) ? g_steal_pointer (&findings) : NULL;
}

const char **
tk_check_rules_new (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    for (const TkRule *rule = subjects[i]; rule->name != NULL; rule++)
      g_ptr_array_add (names, (gpointer) rule->name);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
