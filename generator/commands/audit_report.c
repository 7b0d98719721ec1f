/* Comes in: an audit. Goes out: text, JSON, tables for a layout. Must not know how it was found. */
#include "audit_report.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "error.h"

static TkValue
text_value (const char *text)
{
  return (TkValue){.kind = text != NULL ? TK_VALUE_TEXT : TK_VALUE_NULL, .text = text};
}

static TkValue
number_value (gint64 number)
{
  return (TkValue){.kind = TK_VALUE_INTEGER, .integer = number};
}

static gboolean
give_summary (TkDatabase *database, const TkAudit *audit, const char *store, gint64 day, GError **error)
{
  static const char *const columns[] = {"store", "date",       "years",  "papers", "versions",
                                        "files", "reproduced", "faults", NULL};
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (day);
  g_autofree char *date = g_date_time_format (when, "%Y-%m-%d");
  const TkValue cells[] = {
      text_value (store),
      text_value (date),
      number_value (audit->n_years),
      number_value (audit->n_papers),
      number_value (audit->n_versions),
      number_value (audit->n_files),
      number_value (audit->n_reproduced),
      number_value (tk_audit_count_faults (audit)),
  };

  return tk_data_give (database, "audit_summary", columns, cells, 1, error);
}

static gboolean
give_findings (TkDatabase *database, const TkAudit *audit, GError **error)
{
  static const char *const columns[] = {"seq", "level", "kind", "place", "message", NULL};
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TkValue));

  for (guint i = 0; i < audit->findings->len; i++) {
    const TkAuditFinding *finding = &g_array_index (audit->findings, TkAuditFinding, i);
    const TkValue row[] = {number_value (i + 1), text_value (finding->note ? "NOTE" : "FAULT"),
                           text_value (finding->kind), text_value (finding->place),
                           text_value (finding->message)};
    g_array_append_vals (cells, row, G_N_ELEMENTS (row));
  }
  return tk_data_give (database, "audit_finding", columns, (const TkValue *) (void *) cells->data,
                       audit->findings->len, error);
}

static gboolean
give_papers (TkDatabase *database, const TkAudit *audit, GError **error)
{
  static const char *const columns[] = {"seq", "place", "title", "number", "date", "checksum", NULL};
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TkValue));

  for (guint i = 0; i < audit->papers->len; i++) {
    const TkAuditPaper *paper = &g_array_index (audit->papers, TkAuditPaper, i);
    const TkValue row[] = {number_value (i + 1),       text_value (paper->place), text_value (paper->title),
                           text_value (paper->number), text_value (paper->date),  text_value (paper->sha256)};
    g_array_append_vals (cells, row, G_N_ELEMENTS (row));
  }
  return tk_data_give (database, "audit_paper", columns, (const TkValue *) (void *) cells->data,
                       audit->papers->len, error);
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
tk_audit_database_new (const TkAudit *audit, const char *store, gint64 day, GError **error)
{
  g_autoptr (TkDatabase) database = empty_database_new (error);

  if (database == NULL || !give_summary (database, audit, store, day, error)
      || !give_findings (database, audit, error) || !give_papers (database, audit, error))
    return NULL;
  return g_steal_pointer (&database);
}

char *
tk_audit_json_new (const TkAudit *audit, const char *store, GError **error)
{
  static const char sql[] =
      "SELECT json_object ('store', store, 'years', years, 'papers', papers, 'versions', versions, 'files', "
      "files, "
      "'reproduced', reproduced, 'sound', json (iif (faults = 0, 'true', 'false')), "
      "'findings', (SELECT json_group_array (json_object ('level', level, 'kind', kind, 'place', place, "
      "'message', message)) FROM (SELECT * FROM audit_finding ORDER BY seq)), "
      "'issued', (SELECT json_group_array (json_object ('place', place, 'title', title, 'number', number, "
      "'date', date, 'sha256', checksum)) FROM (SELECT * FROM audit_paper ORDER BY seq))) FROM audit_summary";
  g_autoptr (TkDatabase) database = tk_audit_database_new (audit, store, 0, error);
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
    g_string_append_printf (text, "%s%s/%s: %s\n", finding->note ? _ ("note: ") : "", store, finding->place,
                            finding->message);
  }
  put_counts (text, audit, store);
  if (faults == 0)
    g_string_append_printf (text, ": %s\n", _ ("all of it is there, unchanged"));
  else
    g_string_append_printf (text, ngettext (": %u fault\n", ": %u faults\n", faults), faults);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
