/* tongket archive SUBCOMMAND: a subcommand is one file with one door, as commands are (command.h); its line
 * stands in the table of archive.c. Its --help calls it "archive NAME". */
#pragma once

#include "command.h"

gboolean tk_run_archive_pack (int argc, char **argv, GError **error);
gboolean tk_run_archive_check_bag (int argc, char **argv, GError **error);
gboolean tk_run_archive_new (int argc, char **argv, GError **error);
gboolean tk_run_archive_issue (int argc, char **argv, GError **error);
gboolean tk_run_archive_verify (int argc, char **argv, GError **error);
gboolean tk_run_archive_export (int argc, char **argv, GError **error);
gboolean tk_run_archive_import (int argc, char **argv, GError **error);
gboolean tk_run_archive_find (int argc, char **argv, GError **error);
gboolean tk_run_archive_index (int argc, char **argv, GError **error);
