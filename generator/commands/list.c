/* tongket list FILE.db [LAYOUT]: every paper that the records can make, and what the others lack. A paper can
 * be made where its content can: fonts and pictures are looked at when it is rendered. */
#include <glib/gi18n.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "paper.h"
#include "share.h"

static const TkUsage usage = {
    .name = "list",
    .arguments = N_ ("FILE.db [LAYOUT]"),
    .about = N_ ("Lists every paper that these records can make: its layout, what to give to --set, and its "
                 "title; then what the records lack for the others. With LAYOUT only its papers.\n"
                 "A line has its parts between tabs."),
    .example = "tongket list thuvien.db\ntongket list thuvien.db bao-cao-nhiem-ky",
    .fewest = 1,
    .most = 2,
};

typedef struct {
  TkDatabase *database;
  const char *share;
  TkPaperWish wish;
  GString *lacking; /* lines for what cannot be made */
  guint made;
} Listing;

static void
add_lacking (Listing *listing, const char *layout, const char *setting, const GError *error)
{
  g_autofree char *message = g_strdelimit (g_strdup (error->message), "\n\t", ' ');

  g_string_append_printf (listing->lacking, "%s\t%s%s\t%s\n", layout, setting != NULL ? "--set " : "",
                          setting != NULL ? setting : "", message);
}

/* The paper of @template with @setting, "NAME=VALUE" or NULL: the default. */
static void
list_paper (Listing *listing, const TkTemplate *template, char *setting)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  char *settings[] = {setting, NULL};
  TkPaperWish wish = listing->wish;

  wish.settings = settings;
  g_autoptr (TkDocument) document = tk_paper_compose_new (listing->database, template, &wish, notes, &error);
  if (document == NULL) {
    add_lacking (listing, template->name, setting, error);
    return;
  }
  listing->made++;
  g_print ("%s\t%s%s\t%s\n", template->name, setting != NULL ? "--set " : "", setting != NULL ? setting : "",
           document->title);
}

static void
list_layout (Listing *listing, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkTemplate) template = tk_paper_template_new (listing->share, name, &error);
  g_auto (GStrv) choices = template != NULL ? tk_content_choices_new (template, listing->database, &error)
                                            : NULL;

  if (choices == NULL) {
    add_lacking (listing, name, NULL, error);
    return;
  }
  if (choices[0] == NULL)
    list_paper (listing, template, NULL);
  for (char **choice = choices; *choice != NULL; choice++) {
    g_autofree char *setting = g_strdup_printf ("%s=%s", template->parameters[0].name, *choice);
    list_paper (listing, template, setting);
  }
}

static gboolean
list_all (Listing *listing, const char *only, GError **error)
{
  g_auto (GStrv) names = tk_share_layouts_new (listing->share, error);
  g_autoptr (TkProgress) progress = NULL;

  if (only != NULL) {
    g_autofree char *path = tk_share_layout_new (listing->share, only, error);
    if (names == NULL || path == NULL)
      return FALSE;
    list_layout (listing, only);
    return TRUE;
  }
  if (names == NULL)
    return FALSE;
  progress = tk_progress_new (g_strv_length (names), TRUE);
  for (char **name = names; *name != NULL; name++) {
    tk_progress_stage (progress, _ ("reading the records"));
    if (strcmp (*name, TK_PAPER_OF_CHECK) != 0)
      list_layout (listing, *name);
  }
  return TRUE;
}

gboolean
tk_run_list (int argc, char **argv, GError **error)
{
  Listing listing = {0};

  if (!tk_command_parse (&usage, NULL, &argc, &argv, error) || !tk_paper_settle (&listing.wish, error))
    return FALSE;
  g_autofree char *share = tk_share_new (error);
  g_autoptr (TkDatabase) database = share != NULL ? tk_data_read (argv[1], error) : NULL;
  if (database == NULL)
    return FALSE;
  g_autoptr (GString) lacking = g_string_new (NULL);
  listing.database = database;
  listing.share = share;
  listing.lacking = lacking;
  if (!list_all (&listing, argc > 2 ? argv[2] : NULL, error))
    return FALSE;
  if (lacking->len > 0)
    g_print ("%s%s\n%s", listing.made > 0 ? "\n" : "", _ ("Cannot be made from these records:"),
             lacking->str);
  return TRUE;
}
