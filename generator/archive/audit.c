/* Comes in: a store. Goes out: what is wrong in it. Must not know how papers are made. */
#include "audit.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit_year.h"
#include "error.h"
#include "roll.h"
#include "store.h"
#include "terms.h"
#include "tree.h"

static void
clear_finding (TkAuditFinding *finding)
{
  g_free (finding->place);
  g_free (finding->message);
}

static void
clear_paper (TkAuditPaper *paper)
{
  g_free (paper->place);
  g_free (paper->title);
  g_free (paper->number);
  g_free (paper->date);
  g_free (paper->sha256);
}

TkAudit *
tk_audit_new (void)
{
  TkAudit *audit = g_new0 (TkAudit, 1);

  audit->findings = g_array_new (FALSE, FALSE, sizeof (TkAuditFinding));
  g_array_set_clear_func (audit->findings, (GDestroyNotify) clear_finding);
  audit->papers = g_array_new (FALSE, FALSE, sizeof (TkAuditPaper));
  g_array_set_clear_func (audit->papers, (GDestroyNotify) clear_paper);
  return audit;
}

void
tk_audit_free (TkAudit *audit)
{
  if (audit == NULL)
    return;
  g_array_unref (audit->findings);
  g_array_unref (audit->papers);
  g_free (audit->store);
  g_free (audit);
}

static void
add (TkAudit *audit, TkAuditFinding finding, const char *place, const char *format, va_list values)
{
  g_autofree char *message = g_strdup_vprintf (format, values);
  /* an error begins with the path of its file, as the machine has it */
  g_auto (GStrv) parts = audit->store != NULL ? g_strsplit (message, audit->store, -1) : NULL;

  finding.place = g_utf8_make_valid (place, -1);
  finding.message = parts != NULL ? g_strjoinv ("", parts) : g_steal_pointer (&message);
  g_array_append_val (audit->findings, finding);
}

void
tk_audit_add (TkAudit *audit, const char *kind, const char *place, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  add (audit, (TkAuditFinding){.kind = kind}, place, format, values);
  va_end (values);
}

void
tk_audit_add_note (TkAudit *audit, const char *kind, const char *place, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  add (audit, (TkAuditFinding){.kind = kind, .note = TRUE}, place, format, values);
  va_end (values);
}

void
tk_audit_add_paper (TkAudit *audit, const char *place, const TkRecord *record)
{
  TkAuditPaper paper = {
      g_strdup (place), g_strdup (record->title), g_strdup (record->number),
      record->date != NULL ? g_strdup (record->date) : g_strdup_printf ("%04d", record->year), NULL};

  for (guint i = 0; i < record->n_files && paper.sha256 == NULL; i++)
    if (strcmp (record->files[i].path, "paper.pdf") == 0
        || g_str_has_prefix (record->files[i].path, "original"))
      paper.sha256 = g_strdup (record->files[i].sha256);
  g_array_append_val (audit->papers, paper);
}

gboolean
tk_audit_names (const TkAudit *audit, const char *place)
{
  for (guint i = 0; i < audit->findings->len; i++)
    if (strcmp (g_array_index (audit->findings, TkAuditFinding, i).place, place) == 0)
      return TRUE;
  return FALSE;
}

guint
tk_audit_count_faults (const TkAudit *audit)
{
  guint n = 0;

  for (guint i = 0; i < audit->findings->len; i++)
    n += !g_array_index (audit->findings, TkAuditFinding, i).note;
  return n;
}

/* A year that is exchanged for its next state while it is read says nothing. */
static gboolean
check_year (TkAudit *audit, const TkArchive *archive, int year, GError **error)
{
  enum { ATTEMPTS = 5 };
  g_autofree char *path = tk_store_year_new (archive, "", year);
  const TkAudit before = *audit;
  const guint n_findings = audit->findings->len, n_papers = audit->papers->len;

  for (int i = 0; i < ATTEMPTS; i++) {
    const int held = tk_tree_hold (path);
    const gboolean read = tk_audit_year (audit, archive, year, error);
    const gboolean same = tk_tree_is_held (held, path);
    if (held >= 0)
      close (held);
    if (same)
      return read;
    g_clear_error (error);
    *audit = before;
    g_array_set_size (audit->findings, n_findings);
    g_array_set_size (audit->papers, n_papers);
  }
  tk_tree_set_changed (error, path);
  return FALSE;
}

static void
check_entry (TkAudit *audit, const char *store, const char *name)
{
  g_autofree char *path = g_build_filename (store, name, NULL);

  if (strcmp (name, TK_ROLL) == 0 || strcmp (name, ".lock") == 0 || strcmp (name, TK_TERMS_FILE) == 0
      || strcmp (name, TK_TERMS_PROFILE) == 0)
    return;
  if (g_str_has_prefix (name, TK_ROLL ".") || g_str_has_prefix (name, ".next-")
      || g_str_has_prefix (name, ".old-"))
    tk_audit_add_note (
        audit, "added", name, "%s",
        _ ("is being written, or was begun by a program that has ended; the next one removes it"));
  else if (tk_roll_parse_year (name) < 0)
    tk_audit_add (audit, "added", name, "%s", _ ("is no part of the store; move it away"));
  else if (!tk_tree_is_folder (path))
    tk_audit_add (audit, "malformed", name, "%s",
                  _ ("is no folder; put the year back from a copy of the store"));
}

static gboolean
is_there (const TkArchive *archive, const char *name)
{
  g_autofree char *path = g_build_filename (tk_archive_path (archive), name, NULL);
  struct stat there;

  return lstat (path, &there) == 0;
}

/* A year is filed before it is listed, and the lock is given up after that, but by a program that died. */
static void
check_unlisted (TkAudit *audit, const TkArchive *archive, int year)
{
  g_autofree char *unread = NULL;

  if (is_there (archive, ".lock")) {
    tk_audit_add_note (audit, "added", TK_ROLL,
                       _ ("does not list %04d yet: that year is being filed, or was by a program that has "
                          "ended; the next one lists it"),
                       year);
    return;
  }
  g_autoptr (GArray) listed = tk_roll_read_new (tk_archive_path (archive), &unread);
  g_autofree char *fault = tk_store_unlisted_fault_new (year);
  if (!tk_store_has_year (listed, year))
    tk_audit_add (audit, "added", TK_ROLL, "%s", fault);
}

/* A year that is gone as a whole leaves no manifest that would miss it. A list that is damaged says nothing
 * of years. */
static void
check_roll (TkAudit *audit, const TkArchive *archive, const GArray *years)
{
  g_autofree char *fault = NULL;
  g_autoptr (GArray) listed = tk_roll_read_new (tk_archive_path (archive), &fault);

  if (fault != NULL) {
    tk_audit_add (audit, "malformed", TK_ROLL, "%s", fault);
    return;
  }
  for (guint i = 0; i < years->len; i++)
    if (!tk_store_has_year (listed, g_array_index (years, int, i)))
      check_unlisted (audit, archive, g_array_index (years, int, i));
  for (guint i = 0; i < listed->len; i++) {
    g_autofree char *place = g_strdup_printf ("%04d", g_array_index (listed, int, i));
    if (!is_there (archive, place))
      tk_audit_add (audit, "missing", place, "%s",
                    _ ("the store has had this year, and it is gone; put it back from a copy of the store"));
  }
}

/* A bag names a profile because the store has one. */
static gboolean
names_profile (const TkArchive *archive, int year)
{
  g_autofree char *path = g_strdup_printf ("%s/%04d/bag-info.txt", tk_archive_path (archive), year);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, "BagIt-Profile-Identifier:") != NULL;
}

static void
check_terms (TkAudit *audit, const TkArchive *archive, const GArray *years)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (TkTerms) terms = tk_terms_read_new (tk_archive_path (archive), &wrong);

  if (terms == NULL)
    tk_audit_add (audit, "changed", TK_TERMS_FILE, "%s", wrong->message);
  for (guint i = 0; terms != NULL && !tk_terms_are_given (terms) && i < years->len; i++)
    if (names_profile (archive, g_array_index (years, int, i))) {
      tk_audit_add (
          audit, "missing", TK_TERMS_FILE, "%s",
          _ ("is gone, and its profile: the bags of the store name one; put both back from a copy of the "
             "store"));
      return;
    }
}

gboolean
tk_audit_store (TkAudit *audit, const TkArchive *archive, GError **error)
{
  g_auto (GStrv) names = tk_tree_list_new (tk_archive_path (archive));
  g_autoptr (GArray) years = tk_archive_years_new (archive);

  g_free (audit->store);
  audit->store = g_strconcat (tk_archive_path (archive), "/", NULL);
  for (char **name = names; *name != NULL; name++)
    check_entry (audit, tk_archive_path (archive), *name);
  check_roll (audit, archive, years);
  check_terms (audit, archive, years);
  for (guint i = 0; i < years->len; i++)
    if (!check_year (audit, archive, g_array_index (years, int, i), error))
      return FALSE;
  audit->n_years = years->len;
  return TRUE;
}
