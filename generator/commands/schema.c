/* tongket schema [TABLE]: what can be recorded, and where. */
#include <glib/gi18n.h>

#include "command.h"
#include "database.h"
#include "error.h"

static const TkUsage usage = {
    .name = "schema",
    .arguments = N_ ("[TABLE]"),
    .about = N_ ("Shows the tables of the records and their columns: name, Vietnamese title, what it holds.\n"
                 "TABLE is the name or the Vietnamese title of one table."),
    .example = "tongket schema\ntongket schema event\ntongket schema \"Sự kiện\"\ntongket schema --sql",
    .fewest = 0,
    .most = 1,
};

gboolean
tk_run_schema (int argc, char **argv, GError **error)
{
  gboolean sql = FALSE;
  const GOptionEntry entries[] = {
      {"sql", 0, 0, G_OPTION_ARG_NONE, &sql, N_ ("Print the SQL that makes an empty database"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, &argc, &argv, error))
    return FALSE;
  if (sql && argc > 1) {
    g_set_error_literal (error, TK_ERROR, TK_ERROR_USAGE,
                         _ ("schema: --sql prints all tables; leave out TABLE"));
    return FALSE;
  }
  g_autofree char *text = sql ? g_strdup (tk_data_schema ()) : tk_data_describe_new (argv[1], error);
  if (text == NULL)
    return FALSE;
  g_print ("%s", text);
  return TRUE;
}
