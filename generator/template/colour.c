/* Comes in: <colour> elements in their order, and what stands where a colour is written. Goes out: colours as
 * numbers, and the inks of those that name some. Must not know what is painted in them. */
#include <glib/gi18n.h>
#include <string.h>

#include "nearest.h"
#include "reader.h"

enum { INKS = 4 };

static guint32
parse_rgb (TkReader *reader, const TkPlace *place, const char *name, const char *text)
{
  if (strlen (text) != strlen ("#000000"))
    tk_template_faults_add (reader->faults, place,
                            _ ("%s=\"%s\" is no colour; write six hexadecimal digits: #000000"), name, text);
  return (guint32) g_ascii_strtoull (text + 1, NULL, 16) & 0xFFFFFF;
}

static TkNamedColour *
find_colour (const TkReader *reader, const char *name)
{
  for (guint i = 0; i < reader->colours->len; i++) {
    TkNamedColour *colour = &g_array_index (reader->colours, TkNamedColour, i);
    if (strcmp (colour->name, name) == 0)
      return colour;
  }
  return NULL;
}

static void
read_inks (TkReader *reader, const xmlNode *node, const char *text, TkNamedColour *colour)
{
  const TkPlace place = tk_template_search_place (node, "cmyk");
  char *end = (char *) text;

  for (int i = 0; i < INKS; i++) {
    const guint64 percent = g_ascii_strtoull (end, &end, 10);
    if (percent > 100) {
      tk_template_faults_add (
          reader->faults, &place,
          _ ("cmyk=\"%s\" has more than 100 percent of an ink; write four numbers from 0 to 100"), text);
      return;
    }
    colour->spot.inks[i] = (guint8) percent;
  }
  colour->inked = TRUE;
}

void
tk_template_add_colour (TkReader *reader, const xmlNode *node)
{
  const char *cmyk = tk_template_read_attribute (reader, node, "cmyk");
  const TkPlace place = tk_template_search_place (node, "value");
  TkNamedColour colour = {.name = tk_template_read_attribute (reader, node, "name"),
                          .query = tk_template_read_attribute (reader, node, "query"),
                          .node = node};

  colour.spot.colour = parse_rgb (reader, &place, "value",
                                  tk_template_read_attribute (reader, node, "value"));
  if (cmyk != NULL)
    read_inks (reader, node, cmyk, &colour);
  TkNamedColour *other = find_colour (reader, colour.name);
  if (other != NULL)
    *other = colour;
  else
    g_array_append_val (reader->colours, colour);
}

/* The painter knows a colour by its value alone: one value has one set of inks. */
static gboolean
has_spot (TkReader *reader, const GArray *spots, const TkNamedColour *colour)
{
  for (guint i = 0; i < spots->len; i++) {
    const TkSpotColour *spot = &g_array_index (spots, TkSpotColour, i);
    if (spot->colour != colour->spot.colour)
      continue;
    if (memcmp (spot->inks, colour->spot.inks, sizeof spot->inks) != 0)
      tk_template_faults_add (
          reader->faults, tk_template_find_place (colour->node),
          _ ("colour “%s” has the value #%06X of another one, but other inks; give both the same cmyk, or "
             "change one value a little"),
          colour->name, colour->spot.colour);
    return TRUE;
  }
  return FALSE;
}

void
tk_template_read_spots (TkReader *reader)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (TkSpotColour));

  for (guint i = 0; i < reader->colours->len; i++) {
    const TkNamedColour *colour = &g_array_index (reader->colours, TkNamedColour, i);
    if (colour->inked && !has_spot (reader, spots, colour))
      g_array_append_val (spots, colour->spot);
  }
  reader->template->n_spots = spots->len;
  reader->template->spots = tk_arena_copy_array (reader->arena, spots);
}

/* What is painted knows a colour by its value alone: one value has one query. */
static gboolean
is_queried_alike (TkReader *reader, const TkNamedColour *colour)
{
  for (guint i = 0; i < reader->colours->len; i++) {
    const TkNamedColour *other = &g_array_index (reader->colours, TkNamedColour, i);
    if (other->spot.colour == colour->spot.colour && g_strcmp0 (other->query, colour->query) != 0) {
      tk_template_faults_add (reader->faults, tk_template_find_place (colour->node),
                              _ ("colour “%s” has the value #%06X of “%s”, but another query; give both the "
                                 "same query, or change one value a little"),
                              colour->name, colour->spot.colour, other->name);
      return FALSE;
    }
  }
  return TRUE;
}

void
tk_template_read_queried (TkReader *reader)
{
  g_autoptr (GArray) queried = g_array_new (FALSE, FALSE, sizeof (TkQueriedColour));

  for (guint i = 0; i < reader->colours->len; i++) {
    const TkNamedColour *colour = &g_array_index (reader->colours, TkNamedColour, i);
    TkQueriedColour one = {.name = colour->name, .colour = colour->spot.colour};
    if (colour->query != NULL && is_queried_alike (reader, colour)
        && tk_template_use_query (reader, colour->node, "query", &one.query, &one.use))
      g_array_append_val (queried, one);
  }
  reader->template->n_queried = queried->len;
  reader->template->queried = tk_arena_copy_array (reader->arena, queried);
}

guint32
tk_template_parse_colour (TkReader *reader, const TkPlace *place, const char *name, const char *text)
{
  if (*text == '#')
    return parse_rgb (reader, place, name, text);
  const TkNamedColour *colour = find_colour (reader, text);
  if (colour != NULL)
    return colour->spot.colour;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < reader->colours->len; i++)
    g_ptr_array_add (names, (char *) g_array_index (reader->colours, TkNamedColour, i).name);
  g_ptr_array_add (names, NULL);
  g_autofree char *hint = tk_nearest_hint_new (text, (const char *const *) names->pdata);
  tk_template_faults_add (reader->faults, place, _ ("%s=\"%s\": there is no colour of this name%s"), name,
                          text, *hint != '\0' ? hint : _ ("; write six hexadecimal digits: #000000"));
  return 0;
}
