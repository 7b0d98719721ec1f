/* tongket export FILE.db FILE.xlsx: the records as a workbook, or the form in
 * which a member library sends its figures. */
#include <glib/gi18n.h>
#include <string.h>

#include "command.h"
#include "database.h"
#include "error.h"
#include "output.h"

static const TkUsage usage = {
    .name = "export",
    .arguments = N_ ("FILE.db FILE.xlsx"),
    .about = N_ (
        "Writes the records as a workbook, one sheet for each table, which can be filled in and read "
        "back by tongket import; a workbook that is there is not overwritten. With --template, writes the "
        "form in which a member library sends its figures of a period."),
    .example = "tongket export thuvien.db thuvien.xlsx\n"
               "tongket export thuvien.db nguoi.xlsx --table person --table org\n"
               "tongket export thuvien.db so-lieu-2023.xlsx --template --org tv-ninh-binh --period 2023",
    .fewest = 2,
    .most = 2,
};

/* What the command line says. */
typedef struct {
  char *output;
  char **tables;
  gboolean template, quiet;
  char *org, *period;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->output);
  g_strfreev (wish->tables);
  g_free (wish->org);
  g_free (wish->period);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, TK_ERROR, TK_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
  const GOptionEntry entries[] = {
      {"table", 't', 0, G_OPTION_ARG_STRING_ARRAY, &wish->tables,
       N_ ("Only this table; may be given several times"), N_ ("NAME")},
      {"template", 0, 0, G_OPTION_ARG_NONE, &wish->template, N_ ("The form for the figures of a library"),
       NULL},
      {"org", 0, 0, G_OPTION_ARG_STRING, &wish->org, N_ ("Code of that library"), N_ ("CODE")},
      {"period", 0, 0, G_OPTION_ARG_STRING, &wish->period, N_ ("Code of the period"), N_ ("CODE")},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &wish->quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, argc, argv, error))
    return FALSE;
  if (wish->template && (wish->org == NULL || wish->period == NULL))
    return fail (error, _ ("--template: whose figures, and when? Give --org CODE and --period CODE, too"));
  if (!wish->template && (wish->org != NULL || wish->period != NULL))
    return fail (error, _ ("--org and --period: are for a form; give --template, too"));
  if (wish->template && wish->tables != NULL)
    return fail (error, _ ("--table: a form has one sheet; leave out --table or --template"));
  wish->output = g_strdup (strcmp ((*argv)[2], "-") == 0 ? "/dev/stdout" : (*argv)[2]);
  if (g_str_has_prefix (wish->output, "/dev/"))
    return TRUE;
  if (!g_str_has_suffix (wish->output, ".xlsx"))
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: the output must end in .xlsx"), wish->output);
  else if (g_file_test (wish->output, G_FILE_TEST_IS_REGULAR)) /* the work of a day may be in it */
    g_set_error (
        error, TK_ERROR, TK_ERROR_USAGE,
        _ ("%s: is there already, and somebody may have filled it in; import it, or choose another name"),
        wish->output);
  else
    return TRUE;
  return FALSE;
}

gboolean
tk_run_export (int argc, char **argv, GError **error)
{
  g_auto (Wish) wish = {NULL};
  g_autoptr (TkNotes) notes = tk_notes_new ();

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  g_autofree char *folder = g_str_has_prefix (wish.output, "/dev/") ? NULL : g_path_get_dirname (wish.output);
  g_autoptr (TkOutput) output = tk_output_new (wish.output, error);
  if (output == NULL)
    return FALSE;
  gboolean done = wish.template ? tk_data_export_form (argv[1], wish.org, wish.period, output, error)
                                : tk_data_export (argv[1], (const char *const *) wish.tables, folder, output,
                                                  notes, error);
  if (!wish.quiet)
    tk_notes_print (notes, _ ("note: "), stderr);
  return done && tk_output_commit (output, error);
}
