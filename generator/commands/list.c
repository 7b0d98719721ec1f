/* tongket list FILE.db [LAYOUT]: every paper that the records can make, and what the others lack. A paper can
 * be made where its content can and its pictures are there: fonts are looked at when it is rendered. */
#include <glib/gi18n.h>
#include <string.h>

#include "command.h"
#include "conference.h"
#include "error.h"
#include "paper.h"
#include "pictures.h"
#include "share.h"

static const TkUsage usage = {
    .name = "list",
    .arguments = N_ ("FILE.db [LAYOUT]"),
    .about = N_ ("Lists every paper that these records can make: its layout, what to give to --set, and its "
                 "title; then what the records lack for the others. With LAYOUT only its papers.\n"
                 "A line has its parts between tabs. What several papers of a layout lack is one line; each "
                 "conference that was held is among those that can be made or among these, where the layout "
                 "is for conferences of its kind."),
    .example = "tongket list thuvien.db\ntongket list thuvien.db bao-cao-nhiem-ky",
    .fewest = 1,
    .most = 2,
};

/* The parameter whose value is a conference. */
#define PARAMETER_OF_EVENT "event"

typedef struct {
  char *code;
  gboolean held;
} Conference;

typedef struct {
  TkDatabase *database;
  const char *share;
  TkPaperWish wish;
  GArray *conferences;  /* (element-type Conference) */
  TkPictures *pictures; /* found so far */
  GString *lacking;     /* lines for what cannot be made */
  guint made;
} Listing;

/* What keeps papers of a layout from being made. */
typedef struct {
  char *message;
  GString *values; /* of its first parameter: "a, b" */
  guint others;    /* events that are no conferences: how many, for they are many */
} Lack;

static void
clear_conference (gpointer data)
{
  g_free (((Conference *) data)->code);
}

static void
free_lack (gpointer data)
{
  Lack *lack = data;

  g_free (lack->message);
  g_string_free (lack->values, TRUE);
  g_free (lack);
}

static GArray *
find_conferences_new (TkDatabase *database, GError **error)
{
  g_autoptr (TkQuery)
      query = tk_data_query_new (database, "list",
                                 "SELECT e.code, " TK_SQL_IS_HELD " FROM event AS e "
                                 "WHERE " TK_SQL_IS_CONFERENCE " ORDER BY e.date_from DESC, e.id DESC",
                                 error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, NULL, error) : NULL;

  if (rows == NULL)
    return NULL;
  GArray *conferences = g_array_new (FALSE, FALSE, sizeof (Conference));
  g_array_set_clear_func (conferences, clear_conference);
  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cells = &rows->cells[(gsize) i * rows->n_columns];
    const Conference conference = {g_strdup (cells[0].text), cells[1].integer != 0};
    g_array_append_val (conferences, conference);
  }
  return conferences;
}

static gboolean
is_conference (const Listing *listing, const char *code)
{
  for (guint i = 0; i < listing->conferences->len; i++)
    if (strcmp (g_array_index (listing->conferences, Conference, i).code, code) == 0)
      return TRUE;
  return FALSE;
}

static void
add_lack (const Listing *listing, GPtrArray *lacks, const char *parameter, const char *value,
          const GError *error)
{
  g_autofree char *message = g_strdelimit (g_strdup (error->message), "\n\t", ' ');
  Lack *lack = NULL;

  for (guint i = 0; i < lacks->len && lack == NULL; i++)
    if (strcmp (((Lack *) lacks->pdata[i])->message, message) == 0)
      lack = lacks->pdata[i];
  if (lack == NULL) {
    lack = g_new0 (Lack, 1);
    lack->message = g_steal_pointer (&message);
    lack->values = g_string_new (NULL);
    g_ptr_array_add (lacks, lack);
  }
  if (value == NULL)
    return;
  if (strcmp (parameter, PARAMETER_OF_EVENT) == 0 && !is_conference (listing, value))
    lack->others++;
  else
    g_string_append_printf (lack->values, "%s%s", lack->values->len > 0 ? ", " : "", value);
}

static void
print_lacks (Listing *listing, const char *layout, const char *parameter, const GPtrArray *lacks)
{
  for (guint i = 0; i < lacks->len; i++) {
    const Lack *lack = lacks->pdata[i];

    g_string_append_printf (listing->lacking, "%s\t", layout);
    if (lack->values->len > 0)
      g_string_append_printf (listing->lacking, "--set %s=%s%s", parameter, lack->values->str,
                              lack->others > 0 ? ", " : "");
    if (lack->others > 0)
      g_string_append_printf (listing->lacking, ngettext ("%u other event", "%u other events", lack->others),
                              lack->others);
    g_string_append_printf (listing->lacking, "\t%s\n", lack->message);
  }
}

/* Whether the files of all pictures are there. */
static gboolean
check_pictures (Listing *listing, const TkNode *node, GError **error)
{
  if (node->kind == TK_NODE_FIGURE && node->path != NULL) {
    g_autofree char *place = tk_origin_print (node->origin);
    if (tk_pictures_find (listing->pictures, place, node->path, error) == NULL)
      return FALSE;
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (!check_pictures (listing, child, error))
      return FALSE;
  return TRUE;
}

/* The paper of @template with @value of its first parameter; NULL: the default. */
static void
list_paper (Listing *listing, const TkTemplate *template, const char *value, GPtrArray *lacks)
{
  const char *parameter = value != NULL ? template->parameters[0].name : NULL;
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *setting = value != NULL ? g_strdup_printf ("%s=%s", parameter, value) : NULL;
  char *settings[] = {setting, NULL};
  TkPaperWish wish = listing->wish;

  wish.settings = settings;
  g_autoptr (TkDocument) document = tk_paper_compose_new (listing->database, template, &wish, notes, &error);
  if (document == NULL || !check_pictures (listing, document->root, &error)) {
    add_lack (listing, lacks, parameter, value, error);
    return;
  }
  listing->made++;
  g_print ("%s\t%s%s\t%s\n", template->name, setting != NULL ? "--set " : "", setting != NULL ? setting : "",
           document->title);
}

/* Those that were held and that the first parameter of @template leaves out. */
static void
list_left_out (Listing *listing, const TkTemplate *template, const char *const *choices, GPtrArray *lacks)
{
  const TkParameter *parameter = template->n_parameters > 0 ? &template->parameters[0] : NULL;

  if (parameter == NULL || parameter->only || strcmp (parameter->name, PARAMETER_OF_EVENT) != 0)
    return;
  for (guint i = 0; i < listing->conferences->len; i++) {
    const Conference *conference = &g_array_index (listing->conferences, Conference, i);
    if (conference->held && !g_strv_contains (choices, conference->code))
      list_paper (listing, template, conference->code, lacks);
  }
}

static void
list_layout (Listing *listing, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lacks = g_ptr_array_new_with_free_func (free_lack);
  g_autoptr (TkTemplate) template = tk_paper_template_new (listing->share, name, &error);
  g_auto (GStrv) choices = template != NULL ? tk_content_choices_new (template, listing->database, &error)
                                            : NULL;

  if (choices == NULL) {
    add_lack (listing, lacks, NULL, NULL, error);
    print_lacks (listing, name, NULL, lacks);
    return;
  }
  for (char **choice = choices; *choice != NULL; choice++)
    list_paper (listing, template, *choice, lacks);
  list_left_out (listing, template, (const char *const *) choices, lacks);
  if (choices[0] == NULL && lacks->len == 0)
    list_paper (listing, template, NULL, lacks);
  print_lacks (listing, template->name, template->n_parameters > 0 ? template->parameters[0].name : NULL,
               lacks);
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
  g_autoptr (TkPictures) pictures = tk_pictures_new ();
  g_autoptr (GArray) conferences = find_conferences_new (database, error);
  if (conferences == NULL)
    return FALSE;
  listing.conferences = conferences;
  listing.pictures = pictures;
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
