/* tongket archive export STORE TO: papers of the archive in the forms that repositories take in. */
#include "archive_commands.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "archive.h"
#include "error.h"
#include "handover.h"

static const TkUsage usage = {
    .name = "archive export",
    .arguments = N_ ("STORE TO [ID…]"),
    .about = N_ (
        "Hands papers over to the repository of a library: the last version of each, or of those named.\n"
        "dspace: the Simple Archive Format of DSpace, a folder or a .zip file; “dspace import” takes it.\n"
        "mets: METS with PREMIS and Dublin Core beside the files, a folder or a .zip file.\n"
        "oai: a static repository of OAI-PMH, an .xml file; or a folder, with a file for each year."),
    .example =
        "tongket archive export luu-tru dspace.zip --form dspace --year 2022 --collection 123456789/2\n"
        "tongket archive export luu-tru ban-giao --form mets bao-cao-nhiem-ky-dbsh-tk-2022\n"
        "tongket archive export luu-tru oai.xml --form oai --url http://thuvien.example.vn/oai.xml "
        "--mail luutru@thuvien.example.vn",
    .fewest = 2,
    .most = G_MAXINT,
};

/* "2022" or "2018-2022". */
static gboolean
parse_years (const char *text, TkHandover *wish, GError **error)
{
  int end = 0;

  if (text == NULL)
    return TRUE;
  if (sscanf (text, "%4d%n", &wish->first_year, &end) == 1 && text[end] == '\0')
    wish->last_year = wish->first_year;
  else if (sscanf (text, "%4d-%4d%n", &wish->first_year, &wish->last_year, &end) != 2 || text[end] != '\0')
    end = 0;
  if (end > 0 && wish->first_year > 0 && wish->first_year <= wish->last_year)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--year %s: give a year, or two, as 2018-2022"), text);
  return FALSE;
}

static gboolean
parse_form (const char *text, TkHandover *wish, GError **error)
{
  if (text != NULL && tk_handover_parse (text, &wish->form))
    return TRUE;
  if (text == NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--form: is missing; give dspace, mets or oai"));
  else
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--form %s: give dspace, mets or oai"), text);
  return FALSE;
}

/* Options of another form were meant for something. */
static gboolean
check_options (const TkHandover *wish, GError **error)
{
  const char *strange = NULL;

  if (wish->form != TK_HANDOVER_DSPACE && wish->collections != NULL)
    strange = "--collection";
  else if (wish->form != TK_HANDOVER_OAI)
    strange = wish->url != NULL       ? "--url"
              : wish->mail != NULL    ? "--mail"
              : wish->gateway != NULL ? "--gateway"
              : wish->name != NULL    ? "--name"
                                      : NULL;
  if (strange == NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: is of another form; leave it out"), strange);
  return FALSE;
}

static gboolean
hand_over (const TkHandover *wish, const char *store, const char *to, gboolean quiet, GError **error)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkArchive) archive = tk_archive_open_new (store, FALSE, error);
  guint n = 0;

  if (archive == NULL || !tk_archive_check_outside (archive, to, error)
      || !tk_archive_hand_over (archive, wish, to, notes, &n, error))
    return FALSE;
  if (quiet)
    return TRUE;
  tk_notes_print (notes, "", stderr);
  g_autofree char *said = g_strdup_printf (ngettext ("%u paper", "%u papers", n), n);
  g_print ("%s: %s\n", to, said);
  return TRUE;
}

gboolean
tk_run_archive_export (int argc, char **argv, GError **error)
{
  g_autofree char *form = NULL, *years = NULL, *url = NULL, *mail = NULL, *gateway = NULL, *name = NULL;
  g_auto (GStrv) collections = NULL;
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
      {"form", 'f', 0, G_OPTION_ARG_STRING, &form, N_ ("Form: dspace, mets or oai"), N_ ("FORM")},
      {"year", 'y', 0, G_OPTION_ARG_STRING, &years, N_ ("Papers of this year only, or of 2018-2022"),
       N_ ("YEAR")},
      {"collection", 0, 0, G_OPTION_ARG_STRING_ARRAY, &collections,
       N_ ("dspace: handle of the collection that takes them; several times: the first owns them"),
       N_ ("HANDLE")},
      {"url", 0, 0, G_OPTION_ARG_STRING, &url,
       N_ ("oai: where the file, or the folder of files, will be found"), N_ ("URL")},
      {"mail", 0, 0, G_OPTION_ARG_STRING, &mail, N_ ("oai: address of who looks after it"), N_ ("ADDRESS")},
      {"gateway", 0, 0, G_OPTION_ARG_STRING, &gateway, N_ ("oai: the gateway that will serve it"),
       N_ ("URL")},
      {"name", 0, 0, G_OPTION_ARG_STRING, &name,
       N_ ("oai: name of the repository, instead of that of the first publisher"), N_ ("NAME")},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, &argc, &argv, error))
    return FALSE;
  TkHandover wish = {.ids = (const char *const *) argv + 3,
                     .collections = (const char *const *) collections,
                     .url = url,
                     .mail = mail,
                     .gateway = gateway,
                     .name = name};
  return parse_form (form, &wish, error) && parse_years (years, &wish, error) && check_options (&wish, error)
         && hand_over (&wish, argv[1], argv[2], quiet, error);
}
