/* tongket archive check-bag BAG: is it one, whole and unchanged? Also of other programs' bags. */
#include <glib/gi18n.h>
#include <string.h>

#include "archive_commands.h"
#include "bag.h"
#include "error.h"

static const TkUsage usage = {
    .name = "archive check-bag",
    .arguments = N_ ("BAG"),
    .about = N_ (
        "Checks a BagIt bag of any program, versions 0.93 to 1.0: every file against its checksums, nothing "
        "missing, nothing added, all tag files as RFC 8493 wants them. BAG is its folder, or a .zip, .tar or "
        ".tgz file. What is legal but unwise is a note. It ends with status 4 where the bag is not valid."),
    .example = "tongket archive check-bag kho/2022\n"
               "tongket archive check-bag kho-2022.zip --profile thu-vien.json\n"
               "tongket archive check-bag kho/2022 --format json",
    .fewest = 1,
    .most = 1,
};

typedef struct {
  char *profile, *format;
  gboolean json, quiet;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->profile);
  g_free (wish->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
  const GOptionEntry entries[] = {
      {"profile", 'p', 0, G_OPTION_ARG_FILENAME, &wish->profile,
       N_ ("A BagIt Profile (JSON) that the bag must fit"), N_ ("FILE")},
      {"format", 'f', 0, G_OPTION_ARG_STRING, &wish->format, N_ ("text, or json: one object"), N_ ("FORMAT")},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &wish->quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, argc, argv, error))
    return FALSE;
  wish->json = g_strcmp0 (wish->format, "json") == 0;
  if (wish->format == NULL || wish->json || strcmp (wish->format, "text") == 0)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--format %s: give text or json"), wish->format);
  return FALSE;
}

static gboolean
judge (const char *bag, const GArray *faults, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < faults->len; i++)
    n += g_array_index (faults, TkBagFault, i).kind != TK_BAG_WARNING;
  if (n > 0)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 ngettext ("%s: %u fault; the bag is not valid", "%s: %u faults; the bag is not valid", n),
                 bag, n);
  return n == 0;
}

gboolean
tk_run_archive_check_bag (int argc, char **argv, GError **error)
{
  g_auto (Wish) wish = {0};

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  const char *bag = argv[1];
  g_autoptr (GArray) faults = g_file_test (bag, G_FILE_TEST_IS_REGULAR)
                                  ? tk_bag_validate_packed (bag, wish.profile, error)
                                  : tk_bag_validate (bag, wish.profile, error);
  if (faults == NULL)
    return FALSE;
  g_autofree char *said = wish.json ? tk_bag_faults_json_new (bag, faults)
                                    : tk_bag_faults_text_new (bag, faults);
  if (wish.json)
    g_print ("%s\n", said);
  else if (!wish.quiet)
    g_print ("%s", said);
  if (!judge (bag, faults, error))
    return FALSE;
  if (!wish.json && !wish.quiet)
    g_print (_ ("%s: a valid bag\n"), bag);
  return TRUE;
}
