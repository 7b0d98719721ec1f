/* tongket render FILE.db LAYOUT: the stages, one after the other. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "content.h"
#include "error.h"
#include "paint.h"
#include "progress.h"
#include "share.h"

static const TkUsage usage = {
    .name = "render",
    .arguments = N_ ("FILE.db LAYOUT"),
    .about = N_ (
        "Makes a paper from the records. LAYOUT is a name that tongket layouts lists, or the path of a "
        "layout "
        "file of your own. The ending of the output chooses what is written: .pdf, .png (one numbered file "
        "for each page) or .txt (the trace, for tests)."),
    .example = "tongket render thuvien.db bao-cao-nhiem-ky -o bao-cao.pdf\n"
               "tongket render thuvien.db bao-cao-nhiem-ky --set event=dbsh-tk-2022 -o bao-cao.png --dpi 96",
    .fewest = 2,
    .most = 2,
};

typedef enum { KIND_PDF, KIND_PNG, KIND_TRACE } Kind;

/* What the command line says. */
typedef struct {
  char *output; /* NULL: LAYOUT.pdf in the present folder */
  char *date;
  char **settings;
  gboolean strict, quiet;
  int dpi;
  Kind kind;
  gint64 day;      /* of --date, SOURCE_DATE_EPOCH or today; seconds since 1970 */
  gboolean pinned; /* --date was given */
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->output);
  g_free (wish->date);
  g_strfreev (wish->settings);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
parse_kind (Wish *wish, GError **error)
{
  if (strcmp (wish->output, "-") == 0) {
    g_free (wish->output);
    wish->output = g_strdup ("/dev/stdout");
  }
  if (g_str_has_suffix (wish->output, ".pdf") || g_str_has_prefix (wish->output, "/dev/"))
    wish->kind = KIND_PDF;
  else if (g_str_has_suffix (wish->output, ".png"))
    wish->kind = KIND_PNG;
  else if (g_str_has_suffix (wish->output, ".txt"))
    wish->kind = KIND_TRACE;
  else {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: the output must end in .pdf, .png or .txt"),
                 wish->output);
    return FALSE;
  }
  return TRUE;
}

static gboolean
parse_date (const char *text, gint64 *ret_seconds)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = strlen (text) == 10 ? g_date_time_new_from_iso8601 (midnight, utc) : NULL;

  if (day == NULL)
    return FALSE;
  *ret_seconds = g_date_time_to_unix (day);
  return TRUE;
}

/* A day here, as one that is typed: without the hour, so that two runs agree. */
static gint64
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                   g_date_time_get_day_of_month (now), 0, 0, 0);
  return g_date_time_to_unix (day);
}

static gboolean
choose_day (Wish *wish, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  wish->pinned = wish->date != NULL;
  if (wish->date != NULL) {
    if (parse_date (wish->date, &wish->day))
      return TRUE;
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--date %s: a date is written 2022-08-19"), wish->date);
    return FALSE;
  }
  if (epoch == NULL || *epoch == '\0') {
    wish->day = find_today ();
    return TRUE;
  }
  if (g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &wish->day, NULL))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("SOURCE_DATE_EPOCH=%s: not a number of seconds since 1970"), epoch);
  return FALSE;
}

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
  const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &wish->output,
       N_ ("File to write; - is the standard output (LAYOUT.pdf)"), N_ ("FILE")},
      {"set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &wish->settings, N_ ("Value of a parameter of the layout"),
       N_ ("NAME=VALUE")},
      {"date", 'd', 0, G_OPTION_ARG_STRING, &wish->date, N_ ("Date of the paper"), N_ ("YYYY-MM-DD")},
      {"dpi", 0, 0, G_OPTION_ARG_INT, &wish->dpi, N_ ("Dots per inch of PNG pages, 10 to 1200 (150)"),
       N_ ("N")},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &wish->strict, N_ ("Notes are failures"), NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &wish->quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, argc, argv, error))
    return FALSE;
  if (wish->dpi < 10 || wish->dpi > 1200) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--dpi %d: give 10 to 1200"), wish->dpi);
    return FALSE;
  }
  if (wish->output == NULL) {
    g_autofree char *base = g_path_get_basename ((*argv)[2]);
    if (g_str_has_suffix (base, ".xml"))
      base[strlen (base) - strlen (".xml")] = '\0';
    wish->output = g_strconcat (base, ".pdf", NULL);
  }
  return parse_kind (wish, error) && choose_day (wish, error);
}

/* name.png becomes name-1.png, name-2.png, … */
static gboolean
paint_pictures (const TkPages *pages, const Wish *wish, GError **error)
{
  int stem = (int) (strlen (wish->output) - strlen (".png"));

  for (guint i = 0; i < pages->n_pages; i++) {
    g_autofree char *path = g_strdup_printf ("%.*s-%u.png", stem, wish->output, i + 1);
    g_autoptr (TkOutput) output = tk_output_new (path, error);

    if (output == NULL || !tk_paint_preview (pages, i, wish->dpi, output, error)
        || !tk_output_commit (output, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
paint (const TkPages *pages, const Wish *wish, GError **error)
{
  if (wish->kind == KIND_PNG)
    return paint_pictures (pages, wish, error);

  g_autoptr (TkOutput) output = tk_output_new (wish->output, error);
  if (output == NULL)
    return FALSE;
  gboolean painted = wish->kind == KIND_PDF ? tk_paint_pdf (pages, output, error)
                                            : tk_paint_trace (pages, output, error);
  return painted && tk_output_commit (output, error);
}

static TkDocument *
compose (const char *database_path, const TkTemplate *template, const Wish *wish, TkNotes *notes,
         GError **error)
{
  g_autofree char *folder = g_path_get_dirname (database_path);
  TkContentOptions options = {(const char *const *) wish->settings, wish->day, folder};
  g_autoptr (TkDatabase) database = tk_data_read (database_path, error);

  if (database == NULL)
    return NULL;
  TkDocument *document = tk_content_new (template, database, &options, notes, error);
  if (document != NULL && wish->pinned)
    document->date = wish->day;
  return document;
}

static gboolean
check_notes (const TkNotes *notes, const Wish *wish, GError **error)
{
  guint count = tk_notes_count (notes);

  if (!wish->strict || count == 0)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               ngettext ("%u note, and --strict was given; nothing is written",
                         "%u notes, and --strict was given; nothing is written", count),
               count);
  return FALSE;
}

static gboolean
render (const char *database, const char *layout, const char *share, const Wish *wish, TkNotes *notes,
        GError **error)
{
  g_autofree char *layouts = g_build_filename (share, "layouts", NULL);
  g_autofree char *fonts = g_build_filename (share, "fonts", NULL);
  g_autoptr (TkProgress) progress = tk_progress_new (5, !wish->quiet);
  TkGalleyOptions options = {fonts};

  tk_progress_stage (progress, _ ("reading the layout"));
  g_autoptr (TkTemplate) template = tk_template_read (layout, layouts, error);
  if (template == NULL)
    return FALSE;
  tk_progress_stage (progress, _ ("reading the records"));
  g_autoptr (TkDocument) document = compose (database, template, wish, notes, error);
  if (document == NULL)
    return FALSE;
  tk_progress_stage (progress, _ ("setting lines"));
  g_autoptr (TkGalley) galley = tk_galley_set (document, &options, notes, error);
  if (galley == NULL)
    return FALSE;
  tk_progress_stage (progress, _ ("making pages"));
  g_autoptr (TkPages) pages = tk_pages_flow (galley, notes);
  if (!check_notes (notes, wish, error))
    return FALSE;
  tk_progress_stage (progress, _ ("writing"));
  return paint (pages, wish, error);
}

gboolean
tk_run_render (int argc, char **argv, GError **error)
{
  g_auto (Wish) wish = {.dpi = 150};

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  g_autofree char *share = tk_share_new (error);
  g_autofree char *layout = share != NULL ? tk_share_layout_new (share, argv[2], error) : NULL;
  if (layout == NULL)
    return FALSE;
  g_autoptr (TkNotes) notes = tk_notes_new ();
  gboolean done = render (argv[1], layout, share, &wish, notes, error);
  if (!wish.quiet)
    tk_notes_print (notes, _ ("note: "), stderr);
  return done;
}
