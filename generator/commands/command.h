/* What the commands share. A command is one file with one door, tk_run_NAME:
 * options in, the stages called in order. It prints nothing about a failure;
 * main.c prints every error once and turns its code into the exit status. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name;
  const char *summary; /* marked for translation, not yet translated */
  gboolean (*run) (int argc, char **argv, GError **error);
} TkCommand;

gboolean tk_run_new (int argc, char **argv, GError **error);
gboolean tk_run_import (int argc, char **argv, GError **error);
gboolean tk_run_upgrade (int argc, char **argv, GError **error);
gboolean tk_run_schema (int argc, char **argv, GError **error);
gboolean tk_run_export (int argc, char **argv, GError **error);
gboolean tk_run_list (int argc, char **argv, GError **error);
gboolean tk_run_layouts (int argc, char **argv, GError **error);
gboolean tk_run_render (int argc, char **argv, GError **error);
gboolean tk_run_print (int argc, char **argv, GError **error);
gboolean tk_run_archive (int argc, char **argv, GError **error);
gboolean tk_run_check (int argc, char **argv, GError **error);
gboolean tk_run_completion (int argc, char **argv, GError **error);

/* Among @n of them the one of this name, or NULL. */
const TkCommand *tk_command_find (const TkCommand *commands, gsize n, const char *name);
/* Which was meant by @name, that none has, for the end of a message (nearest.h). */
char *tk_command_hint_new (const TkCommand *commands, gsize n, const char *name);

/* How a command is called, for its --help. All but @name are translated by
 * tk_command_parse. */
typedef struct {
  const char *name;      /* "new" */
  const char *arguments; /* N_("FILE.db FOLDER"); NULL: none */
  const char *about;     /* N_("Makes …"): a sentence or two */
  const char *example;   /* "tongket new a.db": one call a line, never translated */
  int fewest, most;      /* arguments that are not options */
} TkUsage;

/* Takes the options out of @argv, so that argv[1…] are the arguments; prints
 * the help and exits where --help is asked for. @entries may be NULL.
 * TK_ERROR_USAGE for an unknown option or a wrong number of arguments. */
gboolean tk_command_parse (const TkUsage *usage, const GOptionEntry *entries, int *argc, char ***argv,
                           GError **error);

/* The same with a group of further options. @group: (transfer full) or NULL. */
gboolean tk_command_parse_group (const TkUsage *usage, const GOptionEntry *entries, GOptionGroup *group,
                                 int *argc, char ***argv, GError **error);

/* Messages are in @language ("vi") from here on, or, NULL, in that of the locale: a paper has what was found
 * in its own language, whoever makes it. Gives what it was before, for the same call. (transfer full) */
char *tk_command_speak_new (const char *language);

/* What was printed is out: the end of each command that did what it should. TK_ERROR_OUTPUT. */
gboolean tk_command_flush (GError **error);

/* Prints @error as "tongket: message", each line of it, and gives the exit
 * status: the code of a TK_ERROR, 1 for what is none. */
int tk_command_fail (const GError *error);
