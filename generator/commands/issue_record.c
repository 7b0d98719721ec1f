/* Comes in: a paper that is issued, and its files on the disk. Goes out: its record. */
#include <glib/gi18n.h>
#include <string.h>

#include "digest.h"
#include "face.h"
#include "issue.h"
#include "version.h"

/* Of SOURCE_DATE_EPOCH or now: "2026-11-26T05:00:00Z". */
static const char *
find_now (TkArena *arena)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  const gboolean given = epoch != NULL
                         && g_ascii_string_to_signed (epoch, 10, 0, 253402300799, &seconds, NULL);
  g_autoptr (GDateTime) when = given ? g_date_time_new_from_unix_utc (seconds) : g_date_time_new_now_utc ();
  g_autofree char *text = g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ");

  return tk_arena_text (arena, text);
}

/* As what it is written is claimed when it is made: judged it is by another program, or not at all. */
static void
set_events (TkRecord *record, const TkIssue *issue)
{
  TkArena *arena = record->arena;
  const char *now = find_now (arena);
  TkRecordEvent *events = tk_arena_array (arena, TkRecordEvent, 4);
  guint n = 0;

  events[n++] = (TkRecordEvent){"creation", now, "success",
                                tk_arena_print (arena, "%s, layout %s; written to conform to %s%s; %u notes",
                                                record->program, record->layout, record->conformance,
                                                issue->judged == NULL ? ", which no validator has judged" : "",
                                                issue->n_notes)};
  if (issue->judged != NULL)
    events[n++] = (TkRecordEvent){"validation", now, "success", issue->judged};
  events[n++] = (TkRecordEvent){
      "fixity check", now, "success",
      tk_arena_print (arena, "SHA-256 of %u files, read again after writing", record->n_files)};
  if (record->replaces)
    events[n++] = (TkRecordEvent){
        "replacement", now, "success",
        tk_arena_print (arena, "replaces version %u: %s", record->version - 1, record->reason)};
  record->events = events;
  record->n_events = n;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TkRecordFile *) a)->path, ((const TkRecordFile *) b)->path);
}

const TkRecordFile *
tk_issue_list_fonts (const TkGalley *galley, TkArena *arena, guint *ret_n)
{
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (TkRecordFile));

  for (guint i = 0; i < galley->n_faces; i++) {
    const TkFace *face = galley->faces[i];
    g_autofree char *name = g_path_get_basename (face->file);
    g_autofree char *sum = tk_digest_new (face->data, face->size);
    TkRecordFile font = {tk_arena_text (arena, name), "font/sfnt", tk_arena_text (arena, sum), face->size};
    g_array_append_val (fonts, font);
  }
  g_array_sort (fonts, compare_files);
  for (guint i = fonts->len; i > 1; i--) /* several faces of one file */
    if (strcmp (g_array_index (fonts, TkRecordFile, i - 1).sha256,
                g_array_index (fonts, TkRecordFile, i - 2).sha256)
        == 0)
      g_array_remove_index (fonts, i - 1);
  *ret_n = fonts->len;
  return tk_arena_copy_array (arena, fonts);
}

static void
set_settings (TkRecord *record, const TkDocument *document)
{
  TkRecordSetting *settings = tk_arena_array (record->arena, TkRecordSetting, document->n_settings);

  for (guint i = 0; i < document->n_settings; i++)
    settings[i] = (TkRecordSetting){document->settings[i].name, document->settings[i].value};
  record->settings = settings;
  record->n_settings = document->n_settings;
}

/* What people look for. */
static void
describe (TkRecord *record, const TkIssue *issue)
{
  const TkDocument *document = issue->edition->document;
  const TkFiling *filing = issue->filing;
  g_autofree char *source = g_path_get_basename (issue->source);

  record->title = document->title;
  record->kind = issue->template->title;
  record->number = filing->number;
  record->publisher = document->author;
  record->body = filing->body;
  record->date = filing->date;
  record->language = document->language;
  record->source = tk_arena_text (record->arena, source);
  record->persons = (const char *const *) filing->persons;
  record->organisations = (const char *const *) filing->organisations;
  record->places = (const char *const *) filing->places;
}

gboolean
tk_issue_write_record (const TkIssue *issue, guint version, const char *folder, GError **error)
{
  g_autoptr (TkArena) arena = tk_arena_new ();
  const TkIssueWish *wish = issue->wish;
  const TkDocument *document = issue->edition->document;
  TkRecord record = {.arena = arena,
                     .id = issue->filing->id,
                     .version = version,
                     .replaces = version > 1,
                     .reason = version > 1 ? wish->reason : NULL,
                     .own = TRUE,
                     .year = issue->filing->year,
                     .layout = issue->layout,
                     .program = "tongket " TK_VERSION,
                     .day = wish->paper.day,
                     .draft = document->draft,
                     .conformance = tk_edition_conformance (wish->paper.level),
                     .n_pages = issue->edition->pages->n_pages};

  if (!tk_version_list (folder, arena, &record.files, &record.n_files, error))
    return FALSE;
  record.fonts = tk_issue_list_fonts (issue->edition->galley, arena, &record.n_fonts);
  describe (&record, issue);
  set_settings (&record, document);
  set_events (&record, issue);
  return tk_record_write (&record, folder, error);
}
