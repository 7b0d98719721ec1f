/* tongket layouts [LAYOUT]: what there is to render, with the parameters. */
#include <glib/gi18n.h>

#include "command.h"
#include "share.h"
#include "template.h"

static const TkUsage usage = {
    .name = "layouts",
    .arguments = N_ ("[LAYOUT]"),
    .about = N_ (
        "Lists the layouts, or shows one of them: its title, and each parameter with the query that gives "
        "its value where --set gives none."),
    .example = "tongket layouts\ntongket layouts bao-cao-nhiem-ky",
    .fewest = 0,
    .most = 1,
};

static void
print_line (const TkTemplate *template)
{
  g_print ("%s\t%s", template->name, template->title);
  for (guint i = 0; i < template->n_parameters; i++)
    g_print ("%s%s", i == 0 ? "\t" : ", ", template->parameters[i].name);
  g_print ("\n");
}

static void
print_whole (const TkTemplate *template)
{
  g_print ("%s\n%s\n%s\n", template->name, template->title, template->path);
  for (guint i = 0; i < template->n_parameters; i++) {
    const TkParameter *parameter = &template->parameters[i];
    g_autofree char *sql = g_strstrip (g_strdup (parameter->sql != NULL ? parameter->sql : ""));

    g_print ("\n--set %s=…  %s\n", parameter->name, parameter->title != NULL ? parameter->title : "");
    if (*sql != '\0')
      g_print ("  %s\n", sql);
  }
}

static gboolean
show (const char *share, const char *name, void (*print) (const TkTemplate *template), GError **error)
{
  g_autofree char *path = tk_share_layout_new (share, name, error);
  g_autofree char *folder = g_build_filename (share, "layouts", NULL);

  if (path == NULL)
    return FALSE;
  g_autoptr (TkTemplate) template = tk_template_read (path, folder, error);
  if (template == NULL)
    return FALSE;
  print (template);
  return TRUE;
}

gboolean
tk_run_layouts (int argc, char **argv, GError **error)
{
  if (!tk_command_parse (&usage, NULL, &argc, &argv, error))
    return FALSE;
  g_autofree char *share = tk_share_new (error);
  if (share == NULL)
    return FALSE;
  if (argc > 1)
    return show (share, argv[1], print_whole, error);
  g_auto (GStrv) names = tk_share_layouts_new (share, error);
  if (names == NULL)
    return FALSE;
  for (char **name = names; *name != NULL; name++)
    if (!show (share, *name, print_line, error))
      return FALSE;
  return TRUE;
}
