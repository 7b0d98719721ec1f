/* graft SEED OUT LAYOUT...: one of the layouts, changed in a few places as people do who take from one what
 * they want in another: an attribute gets a value that it has elsewhere, or an odd one; an element gets a
 * child that others of its name have; one is lost, or stands elsewhere among its brothers. Bytes that are
 * shaken (shake.c) make no layout at all; of these, nearly half do. The same seed gives the same layout on
 * every machine. */
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  GRand *chance;
  GPtrArray *elements; /* (element-type xmlNode), of all layouts */
} Garden;

static void
gather (xmlNode *node, GPtrArray *into)
{
  if (node->type != XML_ELEMENT_NODE)
    return;
  g_ptr_array_add (into, node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    gather (child, into);
}

static xmlNode *
choose (Garden *garden, const GPtrArray *elements)
{
  return elements->pdata[g_rand_int_range (garden->chance, 0, (gint32) elements->len)];
}

/* Another element of this name, from anywhere; itself where none is found soon. */
static xmlNode *
find_like (Garden *garden, xmlNode *node)
{
  for (int n = 0; n < 2000; n++) {
    xmlNode *other = choose (garden, garden->elements);
    if (xmlStrEqual (other->name, node->name))
      return other;
  }
  return node;
}

static void
set_attribute (Garden *garden, xmlNode *node)
{
  static const char *const odd[] = {"0",   "1",  "2",    "64",  "-1",   "0mm",   "0.5pt",   "500mm", "100%",
                                    "yes", "no", "left", "1:1", "16:9", "100:1", "{title}", ""};
  const xmlAttr *from = find_like (garden, node)->properties;

  for (int skip = g_rand_int_range (garden->chance, 0, 4); from != NULL && from->next != NULL && skip > 0;
       skip--)
    from = from->next;
  if (from == NULL)
    return;
  if (g_rand_int_range (garden->chance, 0, 5) == 0) {
    xmlSetProp (node, from->name, BAD_CAST odd[g_rand_int_range (garden->chance, 0, G_N_ELEMENTS (odd))]);
    return;
  }
  xmlChar *value = xmlGetProp (from->parent, from->name);
  xmlSetProp (node, from->name, value);
  xmlFree (value);
}

static void
add_child (Garden *garden, xmlNode *node)
{
  xmlNode *child = find_like (garden, node)->children;

  for (int skip = g_rand_int_range (garden->chance, 0, 12); child != NULL && child->next != NULL && skip > 0;
       skip--)
    child = child->next;
  if (child == NULL)
    return;
  xmlNode *copy = xmlDocCopyNode (child, node->doc, 1);
  if (node->children != NULL && g_rand_boolean (garden->chance))
    xmlAddPrevSibling (node->children, copy);
  else
    xmlAddChild (node, copy);
}

/* Never the root. */
static void
move_or_lose (Garden *garden, xmlNode *node)
{
  xmlNode *parent = node->parent;

  if (parent->type != XML_ELEMENT_NODE)
    return;
  xmlUnlinkNode (node);
  if (g_rand_boolean (garden->chance))
    xmlAddChild (parent, node);
  else
    xmlFreeNode (node);
}

static void
change (Garden *garden, xmlDoc *layout)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  gather (xmlDocGetRootElement (layout), elements);
  xmlNode *node = choose (garden, elements);
  switch (g_rand_int_range (garden->chance, 0, 4)) {
  case 0:
    move_or_lose (garden, node);
    break;
  case 1:
    add_child (garden, node);
    break;
  default:
    set_attribute (garden, node);
  }
}

int
main (int argc, char **argv)
{
  if (argc < 4) {
    fprintf (stderr, "graft SEED OUT LAYOUT...\n");
    return 2;
  }
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) strtoul (argv[1], NULL, 10));
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  Garden garden = {chance, elements};

  for (int i = 3; i < argc; i++) {
    xmlDoc *layout = xmlReadFile (argv[i], NULL, XML_PARSE_NOBLANKS | XML_PARSE_NONET);
    if (layout == NULL)
      return 2;
    g_ptr_array_add (layouts, layout);
    gather (xmlDocGetRootElement (layout), elements);
  }
  const xmlDoc *seed = layouts->pdata[g_rand_int_range (chance, 0, (gint32) layouts->len)];
  xmlDoc *layout = xmlCopyDoc ((xmlDoc *) seed, 1);
  for (int n = g_rand_int_range (chance, 1, 5); n > 0; n--)
    change (&garden, layout);
  const int size = xmlSaveFormatFileEnc (argv[2], layout, "UTF-8", 1);
  xmlFreeDoc (layout);
  return size < 0;
}
