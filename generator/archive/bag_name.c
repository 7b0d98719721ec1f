/* Comes in: names of files. Goes out: as they stand in a manifest, as they are compared, whether they stay in
 * the bag. */
#include <string.h>

#include "bag_form.h"
#include "nfc.h"

char *
tk_bag_name_fold_new (const char *name)
{
  return g_utf8_validate (name, -1, NULL) ? tk_nfc_new (name, -1) : NULL;
}

char *
tk_bag_name_likeness_new (const char *name)
{
  g_autofree char *folded = tk_bag_name_fold_new (name);

  return folded != NULL ? g_utf8_casefold (folded, -1) : g_strdup (name);
}

char *
tk_bag_name_encode_new (const char *name)
{
  GString *coded = g_string_sized_new (strlen (name));

  for (const char *at = name; *at != '\0'; at++) {
    if (*at == '\n' || *at == '\r' || *at == '%')
      g_string_append_printf (coded, "%%%02X", (guint) *at);
    else
      g_string_append_c (coded, *at);
  }
  return g_string_free (coded, FALSE);
}

static char
decode_letter (const char *at)
{
  const int high = g_ascii_xdigit_value (at[1]);
  const int low = high >= 0 ? g_ascii_xdigit_value (at[2]) : -1;
  const char letter = low >= 0 ? (char) (high * 16 + low) : '\0';

  return letter == '\n' || letter == '\r' || letter == '%' ? letter : '\0';
}

char *
tk_bag_name_decode_new (const char *name, gboolean *ret_stray)
{
  GString *plain = g_string_sized_new (strlen (name));
  gboolean stray = FALSE;

  for (const char *at = name; *at != '\0'; at++) {
    const char letter = *at == '%' ? decode_letter (at) : '\0';
    g_string_append_c (plain, letter != '\0' ? letter : *at);
    at += letter != '\0' ? 2 : 0;
    stray |= letter == '\0' && *at == '%';
  }
  *ret_stray = stray;
  return g_string_free (plain, FALSE);
}

gboolean
tk_bag_name_stays_within (const char *name)
{
  if (*name == '~' || (g_ascii_isalpha (name[0]) && name[1] == ':' && (name[2] == '\\' || name[2] == '/')))
    return FALSE; /* a home folder, a drive: other systems leave by them (RFC 8493, 5.2.2) */
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;
  }
  return TRUE;
}

char *
tk_bag_algorithm_new (const char *name, gboolean tags)
{
  const char *head = tags ? "tagmanifest-" : "manifest-";

  if (strchr (name, '/') != NULL || !g_str_has_prefix (name, head) || !g_str_has_suffix (name, ".txt"))
    return NULL;
  const gsize skip = strlen (head), length = strlen (name);
  if (length <= skip + strlen (".txt"))
    return NULL;
  return g_strndup (name + skip, length - skip - strlen (".txt"));
}
