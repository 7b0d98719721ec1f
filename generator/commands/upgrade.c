/* tongket upgrade FILE.db: records of an older schema version into the present one. */
#include <glib/gi18n.h>

#include "command.h"
#include "database.h"

static const TkUsage usage = {
    .name = "upgrade",
    .arguments = N_ ("FILE.db"),
    .about = N_ ("Brings a database that an older tongket made into the form that this one needs.\n"
                 "The file is copied beside itself first; where anything goes wrong it stays as it was."),
    .example = "tongket upgrade thuvien.db",
    .fewest = 1,
    .most = 1,
};

gboolean
tk_run_upgrade (int argc, char **argv, GError **error)
{
  g_autofree char *backup = NULL;
  int from = 0;

  if (!tk_command_parse (&usage, NULL, &argc, &argv, error)
      || !tk_data_upgrade (argv[1], &from, &backup, error))
    return FALSE;
  if (backup == NULL)
    g_print (_ ("%s: has the present schema version %d; there is nothing to do\n"), argv[1], from);
  else
    g_print (_ ("%s: upgraded from schema version %d to %d; as it was, it is kept in %s\n"), argv[1], from,
             TK_SCHEMA_VERSION, backup);
  return TRUE;
}
