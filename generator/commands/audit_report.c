/* Comes in: an audit. Goes out: text, JSON, tables for a layout. Must not know how it was found. */
#include "audit_report.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "report_value.h"
#include "shown.h"

/* What the tables are made of. */
typedef struct {
  const TkAudit *audit;
  const char *store;
  gint64 day;
  TkArena *arena; /* of the texts that a paper shows otherwise; NULL: for programs */
} Report;

static gboolean
give_summary (TkDatabase *database, const Report *report, GError **error)
{
  static const char *const columns[] = {"store", "date",       "years",  "papers",  "versions",
                                        "files", "reproduced", "faults", "program", NULL};
  const TkAudit *audit = report->audit;
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (report->day);
  g_autofree char *date = g_date_time_format (when, "%Y-%m-%d");
  const TkValue cells[] = {
      tk_report_shown (report->arena, report->store),
      tk_report_text (date),
      tk_report_number (audit->n_years),
      tk_report_number (audit->n_papers),
      tk_report_number (audit->n_versions),
      tk_report_number (audit->n_files),
      tk_report_number (audit->n_reproduced),
      tk_report_number (tk_audit_count_faults (audit)),
      tk_report_text ("tongket " TK_VERSION),
  };

  return tk_data_give (database, "audit_summary", columns, cells, 1, error);
}

static gboolean
give_findings (TkDatabase *database, const Report *report, GError **error)
{
  static const char *const columns[] = {"seq", "level", "kind", "place", "message", NULL};
  const GArray *findings = report->audit->findings;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TkValue));

  for (guint i = 0; i < findings->len; i++) {
    const TkAuditFinding *finding = &g_array_index (findings, TkAuditFinding, i);
    const TkValue row[] = {tk_report_number (i + 1), tk_report_text (finding->note ? "NOTE" : "FAULT"),
                           tk_report_text (finding->kind), tk_report_shown (report->arena, finding->place),
                           tk_report_shown (report->arena, finding->message)};
    g_array_append_vals (cells, row, G_N_ELEMENTS (row));
  }
  return tk_data_give (database, "audit_finding", columns, (const TkValue *) (void *) cells->data,
                       findings->len, error);
}

static gboolean
give_papers (TkDatabase *database, const Report *report, GError **error)
{
  static const char *const columns[] = {"seq", "place", "title", "number", "date", "checksum", NULL};
  const GArray *papers = report->audit->papers;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TkValue));

  for (guint i = 0; i < papers->len; i++) {
    const TkAuditPaper *paper = &g_array_index (papers, TkAuditPaper, i);
    const TkValue row[] = {tk_report_number (i + 1),
                           tk_report_shown (report->arena, paper->place),
                           tk_report_shown (report->arena, paper->title),
                           tk_report_shown (report->arena, paper->number),
                           tk_report_shown (report->arena, paper->date),
                           tk_report_text (paper->sha256)};
    g_array_append_vals (cells, row, G_N_ELEMENTS (row));
  }
  return tk_data_give (database, "audit_paper", columns, (const TkValue *) (void *) cells->data, papers->len,
                       error);
}

/* The file may go as soon as it is open. */
static TkDatabase *
empty_database_new (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("tongket-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "audit.db", NULL) : NULL;
  TkDatabase *database = path != NULL && tk_data_create (path, error) ? tk_data_read (path, error) : NULL;

  if (path != NULL)
    unlink (path);
  if (folder != NULL)
    rmdir (folder);
  return database;
}

TkDatabase *
tk_audit_database_new (const TkAudit *audit, const char *store, gint64 day, gboolean paper, GError **error)
{
  g_autoptr (TkArena) arena = tk_arena_new ();
  const Report report = {audit, store, day, paper ? arena : NULL};
  g_autoptr (TkDatabase) database = empty_database_new (error);

  if (database == NULL || !give_summary (database, &report, error)
      || !give_findings (database, &report, error) || !give_papers (database, &report, error))
    return NULL;
  return g_steal_pointer (&database);
}

char *
tk_audit_json_new (const TkAudit *audit, const char *store, GError **error)
{
  static const char sql[] =
      "SELECT json_object ('store', store, 'years', years, 'papers', papers, 'versions', versions, 'files', "
      "files, "
      "'reproduced', reproduced, 'program', program, 'sound', json (iif (faults = 0, 'true', 'false')), "
      "'findings', (SELECT json_group_array (json_object ('level', level, 'kind', kind, 'place', place, "
      "'message', message)) FROM (SELECT * FROM audit_finding ORDER BY seq)), "
      "'issued', (SELECT json_group_array (json_object ('place', place, 'title', title, 'number', number, "
      "'date', date, 'sha256', checksum)) FROM (SELECT * FROM audit_paper ORDER BY seq))) FROM audit_summary";
  g_autoptr (TkDatabase) database = tk_audit_database_new (audit, store, 0, FALSE, error);
  g_autoptr (TkQuery) query = database != NULL ? tk_data_query_new (database, "json", sql, error) : NULL;
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, NULL, error) : NULL;

  return rows != NULL ? g_strconcat (rows->cells[0].text, "\n", NULL) : NULL;
}

static void
put_counts (GString *text, const TkAudit *audit, const char *store)
{
  g_string_append_printf (text, "%s: ", store);
  g_string_append_printf (text, ngettext ("%u year, ", "%u years, ", audit->n_years), audit->n_years);
  g_string_append_printf (text, ngettext ("%u paper, ", "%u papers, ", audit->n_papers), audit->n_papers);
  g_string_append_printf (text, ngettext ("%u version", "%u versions", audit->n_versions), audit->n_versions);
  if (audit->n_reproduced > 0)
    g_string_append_printf (text, _ (", %u made again to the byte"), audit->n_reproduced);
}

char *
tk_audit_text_new (const TkAudit *audit, const char *store)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint faults = tk_audit_count_faults (audit);

  for (guint i = 0; i < audit->findings->len; i++) {
    const TkAuditFinding *finding = &g_array_index (audit->findings, TkAuditFinding, i);
    g_autofree char *place = tk_shown_new (finding->place), *message = tk_shown_new (finding->message);
    g_string_append_printf (text, "%s%s/%s: %s\n", finding->note ? _ ("note: ") : "", store, place, message);
  }
  put_counts (text, audit, store);
  if (faults == 0)
    g_string_append_printf (text, ": %s\n", _ ("all of it is there, unchanged"));
  else
    g_string_append_printf (text, ngettext (": %u fault\n", ": %u faults\n", faults), faults);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
