/* tongket completion: a script for bash. It asks the program itself for
 * commands, options and layouts, so it cannot fall behind. */
#include <glib/gi18n.h>

#include "command.h"

static const TkUsage usage = {
    .name = "completion",
    .about = N_ ("Prints a script that lets bash complete commands, options, layouts and file names."),
    .example = "tongket completion > ~/.local/share/bash-completion/completions/tongket",
};

static const char script[] =
    "# bash completion of tongket\n"
    "_tongket()\n"
    "{\n"
    "  local word=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]} command=${COMP_WORDS[1]} words\n"
    "  local before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "  if [[ $COMP_CWORD -eq 1 || $command == help ]]; then\n"
    "    words=$(\"$program\" help --names 2>/dev/null)\n"
    "  elif [[ $command == export && $before == @(-t|--table) ]]; then\n"
    "    words=$(\"$program\" schema --sql 2>/dev/null | sed -n 's/^CREATE TABLE \\([a-z_]*\\).*/\\1/p')\n"
    "  elif [[ $word == = || $before == = ]]; then\n" /* readline takes --set variant=x for four words */
    "    [[ $word == = ]] && word= || before=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    [[ $before != variant ]] || words=$(\"$program\" layouts \"${COMP_WORDS[3]}\" 2>/dev/null |\n"
    "      sed -n '/^--set variant=/,/^$/s/^  \\([^\t ]*\\)\t.*/\\1/p')\n"
    "  elif [[ $before == @(-s|--set) ]]; then\n"
    "    words=$(\"$program\" layouts \"${COMP_WORDS[3]}\" 2>/dev/null |\n"
    "      sed -n 's/^--set \\([^=]*=\\).*/\\1/p')\n"
    "    compopt -o nospace 2>/dev/null\n"
    "  elif [[ $command == print && $before == @(-P|--printer) ]]; then\n"
    "    words=$(\"$program\" print --list 2>/dev/null | cut -f1)\n"
    "  elif [[ $command == print && $before == --duplex ]]; then\n"
    "    words='long short none'\n"
    "  elif [[ $word == -* ]]; then\n"
    "    words=$(\"$program\" \"$command\" --help-all 2>/dev/null | grep -oE -- '--[a-z][a-z-]*')\n"
    "  elif [[ $command == layouts && $before == @(-e|--elements) ]]; then\n"
    "    words=$(\"$program\" layouts --elements 2>/dev/null | sed -n 's/^<\\(.*\\)>$/\\1/p')\n"
    "  elif [[ ( $command == @(render|print|check|list) && $COMP_CWORD -eq 3 ) || $command == layouts "
    "]]; then\n"
    "    words=$(\"$program\" layouts 2>/dev/null | cut -f1)\n"
    "  fi\n"
    "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\") $(compgen -f -- \"$word\"))\n"
    "}\n"
    "complete -o filenames -F _tongket tongket\n";

gboolean
tk_run_completion (int argc, char **argv, GError **error)
{
  if (!tk_command_parse (&usage, NULL, &argc, &argv, error))
    return FALSE;
  g_print ("%s", script);
  return TRUE;
}
