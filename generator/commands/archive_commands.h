/* tongket archive SUBCOMMAND: a subcommand is one file with one door, as commands are (command.h); its line
 * stands in the table of archive_commands.c. Its --help calls it "archive NAME". */
#pragma once

#include "command.h"

gboolean tk_run_archive_export (int argc, char **argv, GError **error);
gboolean tk_run_archive_import (int argc, char **argv, GError **error);
