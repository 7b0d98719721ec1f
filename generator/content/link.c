/* Comes in: an address, of a layout or of the records. Goes out: the same, or that it is none that readers
 * may follow: papers go to people who trust who signed them. */
#include <glib/gi18n.h>
#include <string.h>

#include "maker.h"

/* A path without a scheme leads to what lies beside the paper. */
static gboolean
is_harmless (const char *href)
{
  static const char *const schemes[] = {"http", "https", "mailto", "tel", "ftp"};
  const gsize length = strcspn (href, ":/?#");

  for (const char *at = href; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      return FALSE;
  if (href[length] != ':')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (strlen (schemes[i]) == length && g_ascii_strncasecmp (schemes[i], href, length) == 0)
      return TRUE;
  return FALSE;
}

const char *
tk_content_link (TkMaker *maker, const char *href, TkOrigin origin)
{
  if (href == NULL || *href == '\0')
    return NULL;
  if (is_harmless (href))
    return href;
  g_autofree char *place = tk_origin_print (origin);
  tk_notes_add (maker->notes,
                _ ("%s: the words are printed without the link to “%s”; papers lead to http, https, ftp, "
                   "mailto and tel alone, or to a file beside them"),
                place, href);
  return NULL;
}
