/* Comes in: the name of a printer, or none. Goes out: which one it is, or those there are. */
#include "find.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

enum { SEARCH_TIME = 1500 /* milliseconds */ };

/* Who asks, and what was found: cupsEnumDests has one pointer for both. */
typedef struct {
  const TkCups *call;
  cups_dest_t *dests;
  int n_dests;
} Search;

static int
keep (void *data, unsigned flags, cups_dest_t *dest)
{
  Search *search = data;

  if ((flags & CUPS_DEST_FLAGS_REMOVED) == 0)
    search->n_dests = search->call->cupsCopyDest (dest, search->n_dests, &search->dests);
  return 1;
}

static void
search_clear (Search *search)
{
  search->call->cupsFreeDests (search->n_dests, search->dests);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
search_network (Search *search)
{
  search->call->cupsEnumDests (CUPS_DEST_FLAGS_NONE, SEARCH_TIME, NULL, 0, 0, keep, search);
}

static const char *
find_option (const TkCups *call, const cups_dest_t *dest, const char *name)
{
  return call->cupsGetOption (name, dest->num_options, dest->options);
}

static char *
describe_new (const TkCups *call, const cups_dest_t *dest)
{
  const char *state = find_option (call, dest, "printer-state");
  const char *accepting = find_option (call, dest, "printer-is-accepting-jobs");
  const char *about = find_option (call, dest, "printer-info");
  const char *words = _ ("in the network");

  if (g_strcmp0 (accepting, "false") == 0)
    words = _ ("takes no jobs");
  else if (g_strcmp0 (state, "3") == 0)
    words = _ ("ready");
  else if (g_strcmp0 (state, "4") == 0)
    words = _ ("printing");
  else if (g_strcmp0 (state, "5") == 0)
    words = _ ("stopped");
  return g_strdup_printf ("%s\t%s\t%s\t%s", dest->name, words, dest->is_default ? _ ("default") : "",
                          about != NULL ? about : "");
}

static GStrv
describe_all_new (const Search *search)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (int i = 0; i < search->n_dests; i++)
    if (search->dests[i].instance == NULL)
      g_ptr_array_add (lines, describe_new (search->call, &search->dests[i]));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_steal (lines, NULL);
}

GStrv
tk_printer_list_new (GError **error)
{
  TkCups call;

  if (!tk_cups_load (&call, error))
    return NULL;
  g_auto (Search) search = {&call};
  search_network (&search);
  return describe_all_new (&search);
}

/* @name: what was asked for, or NULL. */
static void
set_unknown (const Search *search, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < search->n_dests; i++)
    if (search->dests[i].instance == NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", search->dests[i].name);
  if (names->len == 0)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: no printer is known to CUPS or seen in the network; set one up, or give its address "
                    "as --printer ipp://…"),
                 name != NULL ? name : _ ("the default printer"));
  else if (name != NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: is not a printer; there are: %s"), name,
                 names->str);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("the default printer: none is set; name one by --printer: %s"), names->str);
}

cups_dest_t *
tk_printer_find_dest_new (const TkCups *call, const char *name, GError **error)
{
  cups_dest_t *dest = call->cupsGetNamedDest (CUPS_HTTP_DEFAULT, name, NULL);

  if (dest != NULL)
    return dest;
  g_auto (Search) search = {call};
  search_network (&search);
  if (name == NULL && search.n_dests == 1) {
    call->cupsCopyDest (search.dests, 0, &dest);
    return dest;
  }
  set_unknown (&search, name, error);
  return NULL;
}

gboolean
tk_printer_find_address (const TkCups *call, const char *text, char **ret_uri, char **ret_resource,
                         GError **error)
{
  char scheme[32], user[256], host[256], resource[1024], uri[2048];
  int port;
  const http_uri_status_t status = call->httpSeparateURI (HTTP_URI_CODING_ALL, text, scheme, sizeof scheme,
                                                          user, sizeof user, host, sizeof host, &port,
                                                          resource, sizeof resource);

  if (status < HTTP_URI_STATUS_OK || *host == '\0'
      || (strcmp (scheme, "ipp") != 0 && strcmp (scheme, "ipps") != 0)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: is not the address of a printer; write ipp://HOST/ipp/print, or ipps:// where it "
                    "encrypts"),
                 text);
    return FALSE;
  }
  /* the path that every printer without a server has, PWG 5100.14 */
  const char *path = g_str_equal (resource, "/") || *resource == '\0' ? "/ipp/print" : resource;
  call->httpAssembleURI (HTTP_URI_CODING_ALL, uri, sizeof uri, scheme, NULL, host, port, path);
  *ret_uri = g_strdup (uri);
  *ret_resource = g_strdup (path);
  return TRUE;
}
