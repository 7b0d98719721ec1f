/* Comes in: a paper that is to be issued, the store. Goes out: whether its number is free. */
#include "issue_number.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

static gboolean
has_number (const TkRecord *record, const TkIssue *issue)
{
  const TkFiling *filing = issue->filing;
  const TkRecord own = {.number = filing->number,
                        .publisher = issue->edition->document->author,
                        .body = filing->body,
                        .date = filing->date,
                        .year = filing->year};

  return strcmp (record->id, filing->id) != 0 && tk_record_shares_number (record, &own);
}

/* To read a record in full takes long, and there may be ten thousand of them. */
static gboolean
may_have_number (const char *folder, const char *number)
{
  static const char before[] = "<number>";
  g_autofree char *path = g_build_filename (folder, "record.xml", NULL), *text = NULL;
  const char *begin = g_file_get_contents (path, &text, NULL, NULL) ? strstr (text, before) : NULL;

  if (text == NULL)
    return TRUE;
  if (begin == NULL)
    return FALSE;
  begin += strlen (before);
  g_autofree char *written = g_strndup (begin, strcspn (begin, "<"));
  g_autofree char *folded = tk_record_fold_number_new (written), *own = tk_record_fold_number_new (number);
  return strchr (written, '&') != NULL || strcmp (folded, own) == 0;
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
