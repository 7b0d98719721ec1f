/* tongket archive find STORE WORDS…: papers by their words, best first, each with the place that shows why,
 * and how many there are of each year. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive_catalogue.h"
#include "archive_commands.h"
#include "calendar.h"
#include "error.h"
#include "finding.h"
#include "progress.h"

enum { LIMIT = 20, MOST = 10000 };

static const TkUsage usage = {
    .name = "archive find",
    .arguments = N_ ("STORE [WORDS…]"),
    .about = N_ (
        "Finds papers by their words: in titles, names, numbers, dates and in their text. Words typed "
        "without marks find those with marks; of words typed with marks the exact ones come first. "
        "“words side by side” in quotes, begin* for words that begin so; AND, OR, NOT and ( ) in "
        "capitals. Without WORDS all papers, the latest first."),
    .example = "tongket archive find kho hội nghị tổng kết\n"
               "tongket archive find kho '\"văn hóa đọc\" NOT thi' --year 2020-2023\n"
               "tongket archive find kho 05/QĐ-LHTV --format json\n"
               "tongket archive find kho trinh thi th* --kind 'giấy khen' --org 'Hà Nam'",
    .fewest = 1,
    .most = G_MAXINT - 1,
};

typedef struct {
  char *years, *kind, *organisation, *format;
  int limit;
  gboolean all_versions, rebuild, json;
  TkCatalogueWish wish;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->years);
  g_free (wish->kind);
  g_free (wish->organisation);
  g_free (wish->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* "2022", "2020-2023", "2020-", "-2023". */
static gboolean
read_years (const char *text, TkCatalogueWish *wish)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);
  const guint n = g_strv_length (parts);
  guint64 years[2] = {0, 9999};

  for (guint i = 0; i < n && n <= 2; i++)
    if (*parts[i] != '\0' && !g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &years[i], NULL))
      return FALSE;
  if (n == 0 || n > 2 || (n == 1 && *parts[0] == '\0') || (n == 2 && *parts[0] == '\0' && *parts[1] == '\0'))
    return FALSE;
  wish->first_year = (int) years[0];
  wish->last_year = (int) (n == 1 ? years[0] : years[1]);
  return wish->first_year <= wish->last_year;
}

static gboolean
check_wish (Wish *wish, GError **error)
{
  wish->json = g_strcmp0 (wish->format, "json") == 0;
  if (wish->years != NULL && !read_years (wish->years, &wish->wish))
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--year %s: give a year, or two as 2020-2023"),
                 wish->years);
  else if (wish->limit < 1 || wish->limit > MOST)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--limit %d: give 1 to %d"), wish->limit, (int) MOST);
  else if (wish->format != NULL && !wish->json && strcmp (wish->format, "text") != 0)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--format %s: give text or json"), wish->format);
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
  const GOptionEntry entries[] = {
      {"year", 'y', 0, G_OPTION_ARG_STRING, &wish->years, N_ ("Only of these years: 2022, 2020-2023, 2020-"),
       N_ ("YEARS")},
      {"kind", 'k', 0, G_OPTION_ARG_STRING, &wish->kind, N_ ("Only of this kind: its words or some of them"),
       N_ ("KIND")},
      {"org", 'g', 0, G_OPTION_ARG_STRING, &wish->organisation,
       N_ ("Only of this organisation, or that name it: its words or some of them"), N_ ("NAME")},
      {"all-versions", 'a', 0, G_OPTION_ARG_NONE, &wish->all_versions,
       N_ ("Also versions that were replaced"), NULL},
      {"limit", 'n', 0, G_OPTION_ARG_INT, &wish->limit, N_ ("Show so many (20)"), N_ ("NUMBER")},
      {"format", 0, 0, G_OPTION_ARG_STRING, &wish->format,
       N_ ("text, or json: an object a line with path, id, version, title, page, snippet …, then found, "
           "years"),
       N_ ("FORMAT")},
      {"rebuild", 0, 0, G_OPTION_ARG_NONE, &wish->rebuild, N_ ("Make the catalogue of the store anew first"),
       NULL},
      {NULL},
  };

  wish->limit = LIMIT;
  if (!tk_command_parse (&usage, entries, argc, argv, error) || !check_wish (wish, error))
    return FALSE;
  wish->wish.kind = wish->kind;
  wish->wish.organisation = wish->organisation;
  wish->wish.all_versions = wish->all_versions;
  wish->wish.limit = (guint) wish->limit;
  return TRUE;
}

static void
snippet_free (void *snippet)
{
  tk_snippet_free (snippet);
}

static GPtrArray *
snippets_new (const TkArchive *archive, const TkCatalogueFound *found)
{
  GPtrArray *snippets = g_ptr_array_new_with_free_func (snippet_free);
  g_autoptr (TkTokenizer) tokenizer = tk_tokenizer_new ();

  for (guint i = 0; i < found->hits->len; i++)
    g_ptr_array_add (snippets, tk_finding_snippet_new (
                                   archive, &g_array_index (found->hits, TkCatalogueHit, i), tokenizer));
  return snippets;
}

/* What stands in a store may have been written by anyone: no line of it moves the cursor. */
static char *
line_new (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    if (g_unichar_iscntrl (c) || g_unichar_isspace (c))
      g_string_append_c (line, ' ');
    else if (g_unichar_type (c) != G_UNICODE_FORMAT)
      g_string_append_unichar (line, c);
  }
  return g_string_free (line, FALSE);
}

/* As papers write it, "19/8/2022", "tháng 8/2022"; what is no date stays. */
static char *
date_new (const char *date)
{
  GString *text = g_string_new (NULL);
  TkDate parsed;

  if (!tk_calendar_parse (date, &parsed))
    g_string_append (text, date);
  else if (parsed.day == 0 && parsed.month != 0)
    tk_calendar_append_phrase (text, parsed, parsed);
  else
    tk_calendar_append_short (text, parsed);
  return g_string_free (text, FALSE);
}

/* "1. Title" and below it what it is, where it lies, and what shows it. */
static void
print_hit (guint n, const TkCatalogueHit *hit, const TkSnippet *snippet, gboolean bold)
{
  g_autofree char *title = line_new (*hit->title != '\0' ? hit->title : hit->id);
  g_autofree char *date = date_new (hit->date);
  const char *const parts[] = {hit->kind, hit->number, date, hit->publisher};
  g_autoptr (GString) facts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", parts[i]);
  if (!hit->own)
    g_string_append (facts, _ (" · not made here"));
  if (!hit->last)
    g_string_append_printf (facts, _ (" · version %u, replaced"), hit->version);
  g_autofree char *line = line_new (facts->str), *path = line_new (hit->path);
  g_print ("%s%u. %s%s\n", bold ? "\033[1m" : "", n, title, bold ? "\033[22m" : "");
  if (*line != '\0')
    g_print ("   %s\n", line);
  g_print ("   %s\n", path);
  if (snippet != NULL) {
    g_autofree char *text = tk_snippet_print_new (snippet, bold ? "\033[1m" : "«", bold ? "\033[22m" : "»");
    g_print (_ ("   p. %u: %s\n"), snippet->page, text);
  }
}

/* As many words as fit into 78 columns a line: "2020: 12   2021: 7". */
static void
print_counts (const TkCatalogueFound *found)
{
  glong column = 0;

  g_print (ngettext ("%u paper\n", "%u papers\n", found->n_found), found->n_found);
  for (guint i = 0; i < found->counts->len && found->counts->len > 1; i++) {
    const TkCatalogueCount *count = &g_array_index (found->counts, TkCatalogueCount, i);
    g_autofree char *text = g_strdup_printf ("%d: %u", count->year, count->n);
    column += (glong) strlen (text) + 3;
    const gboolean broken = i == 0 || column > 78;
    column = broken ? (glong) strlen (text) + 3 : column;
    g_print ("%s%s", i == 0 ? "" : broken ? "\n" : "   ", text);
  }
  if (found->counts->len > 1)
    g_print ("\n");
}

static gboolean
print_found (const TkArchive *archive, const TkCatalogueFound *found, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) snippets = snippets_new (archive, found);

  if (json) {
    g_autofree char *text = tk_catalogue_json_new (found, snippets, error);
    if (text != NULL)
      g_print ("%s", text);
    return text != NULL;
  }
  for (guint i = 0; i < found->hits->len; i++)
    print_hit (i + 1, &g_array_index (found->hits, TkCatalogueHit, i), g_ptr_array_index (snippets, i),
               isatty (STDOUT_FILENO) != 0);
  if (found->hits->len > 0)
    g_print ("\n");
  print_counts (found);
  return TRUE;
}

gboolean
tk_run_archive_find (int argc, char **argv, GError **error)
{
  g_auto (Wish) wish = {0};

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  g_autoptr (TkArchive) archive = tk_archive_open_new (argv[1], FALSE, error);
  if (archive == NULL)
    return FALSE;
  g_autofree char *words = g_strjoinv (" ", argv + 2);
  g_autofree char *path = tk_catalogue_path_new (tk_archive_path (archive));
  g_autoptr (TkNotes) notes = tk_notes_new ();
  int counter = 0;
  const TkFindingWish finding = {.path = path, .rebuild = wish.rebuild, .counter = &counter};
  TkProgress *progress = tk_progress_new (1, TRUE);
  wish.wish.words = words;
  tk_progress_stage (progress, _ ("reading papers"));
  tk_progress_count (progress, &counter);
  g_autoptr (TkCatalogueFound) found = tk_finding_new (archive, &finding, &wish.wish, notes, error);
  tk_progress_free (progress);
  if (found != NULL && found->cut)
    tk_notes_add (notes, _ ("only the first 64 words are looked for"));
  tk_notes_print (notes, _ ("note: "), stderr);
  return found != NULL && print_found (archive, found, wish.json, error);
}
