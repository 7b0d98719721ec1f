/* tongket new FILE.db: an empty database with the schema. */
#include <glib/gi18n.h>

#include "command.h"
#include "database.h"

static const TkUsage usage = {
    .name = "new",
    .arguments = N_ ("FILE.db"),
    .about = N_ ("Makes an empty database for the records of a federation.\n"
                 "A file that is there already is never touched."),
    .example = "tongket new thuvien.db",
    .fewest = 1,
    .most = 1,
};

gboolean
tk_run_new (int argc, char **argv, GError **error)
{
  if (!tk_command_parse (&usage, NULL, &argc, &argv, error))
    return FALSE;
  return tk_data_create (argv[1], error);
}
