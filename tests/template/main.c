/* Cases of template/: a layout and what was read of it, or everything that is wrong
 * with it. */

#include "cases.h"
#include "template.h"

static char *
print_layout (const char *path, gpointer folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkTemplate) template = tk_template_read (path, folder, NULL, &error);

  if (template != NULL)
    return tk_template_print (template);
  return g_strdup_printf ("error %d\n%s\n", error->code, error->message);
}

int
main (int argc, char **argv)
{
  /* relative, so that messages do not depend on where the source lies */
  return tk_cases_run (argc, argv, "cases", print_layout, (gpointer) "../../../layouts");
}
