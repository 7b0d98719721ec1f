/* Comes in: a paper that is to be issued, the store. Goes out: whether its number is free. */
#include "issue_number.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

/* "2022-08-19" and "2022-12-01" */
static gboolean
is_same_year (const char *one, const char *other)
{
  return one != NULL && other != NULL && strncmp (one, other, 4) == 0;
}

/* "05/BC-LHTV" and "5/BC-LHTV" (Nghị định 30/2020/NĐ-CP, appendix I: numbers below 10 have a 0 before them)
 */
static gboolean
is_same_number (const char *one, const char *other)
{
  return one != NULL && strcmp (one + strspn (one, "0"), other + strspn (other, "0")) == 0;
}

static gboolean
has_number (const TkRecord *record, const TkIssue *issue)
{
  const TkFiling *filing = issue->filing;

  return strcmp (record->id, filing->id) != 0 && is_same_number (record->number, filing->number)
         && g_strcmp0 (record->publisher, issue->edition->document->author) == 0
         && is_same_year (record->date, filing->date);
}

/* To read a record in full takes long, and there may be ten thousand of them. */
static gboolean
may_have_number (const char *folder, const char *number)
{
  const char *significant = number + strspn (number, "0");
  g_autofree char *path = g_build_filename (folder, "record.xml", NULL), *text = NULL;
  g_autofree char *written = g_markup_escape_text (significant, -1);

  return !g_file_get_contents (path, &text, NULL, NULL) || strstr (text, written) != NULL;
}

static gboolean
check_version (const TkArchive *archive, const char *version, const TkIssue *issue, GError **error)
{
  g_autofree char *folder = g_build_filename (tk_archive_path (archive), version, NULL);

  if (!may_have_number (folder, issue->filing->number))
    return TRUE;
  g_autoptr (TkRecord) record = tk_archive_read_record_new (archive, version, error);
  if (record == NULL)
    return FALSE;
  if (!has_number (record, issue))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: the number %s was given already, to “%s” (%s); give the paper another number, or "
                  "issue that paper "
                  "anew"),
               issue->filing->id, record->number, record->title != NULL ? record->title : record->id,
               version);
  return FALSE;
}

gboolean
tk_issue_check_number (const TkArchive *archive, const TkIssue *issue, GError **error)
{
  g_autoptr (GArray) years = tk_archive_years_new (archive);

  for (guint i = 0; issue->filing->number != NULL && i < years->len; i++) {
    g_auto (GStrv) versions = tk_archive_versions_new (archive, g_array_index (years, int, i), error);
    if (versions == NULL)
      return FALSE;
    for (char **version = versions; *version != NULL; version++)
      if (!check_version (archive, *version, issue, error))
        return FALSE;
  }
  return TRUE;
}
