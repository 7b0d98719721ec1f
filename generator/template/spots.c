/* Comes in: the text of one file of a layout. Goes out: its tree with a spot at every element, and places in
 * the text. Knows nothing of files and includes. */
#include "spots.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

typedef struct {
  const TkSource *source;
  TkFaults *faults;
  gboolean doctype;
} Parsing;

const TkPlace *
tk_template_find_place (const xmlNode *element)
{
  const TkSpot *spot = element->_private;

  return &spot->place;
}

/* The place of @to, reckoned from @from, whose place is @place. */
static TkPlace
move_place (TkPlace place, const char *from, const char *to)
{
  const char *newline = NULL;

  while ((newline = memchr (from, '\n', (gsize) (to - from))) != NULL) {
    place.line++;
    place.column = 1;
    from = newline + 1;
  }
  place.column += (int) g_utf8_strlen (from, to - from);
  return place;
}

TkPlace
tk_template_place_of_offset (const TkSource *source, gsize offset)
{
  TkPlace place = {.file = source->path, .line = 1, .column = 1};
  const char *start = g_str_has_prefix (source->text, "\xEF\xBB\xBF") ? source->text + 3 : source->text;

  return move_place (place, start, MAX (start, source->text + offset));
}

TkPlace
tk_template_search_place (const xmlNode *element, const char *needle)
{
  const TkSpot *spot = element->_private;
  const char *from = spot->source->text + spot->offset;
  const char *found = strstr (from, needle);

  return found != NULL ? move_place (spot->place, from, found) : spot->place;
}

static const char *
hint_for (int code)
{
  switch (code) {
  case XML_ERR_TAG_NAME_MISMATCH:
  case XML_ERR_TAG_NOT_FINISHED:
    return _ ("close elements in the reverse order of their opening");
  case XML_ERR_UNDECLARED_ENTITY:
  case XML_WAR_UNDECLARED_ENTITY:
    return _ ("write the character itself; only &amp; &lt; &gt; &quot; &apos; are known");
  case XML_ERR_NAME_REQUIRED:
  case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    return _ ("write &amp; for & and &lt; for <");
  case XML_ERR_LT_IN_ATTRIBUTE:
    return _ ("write &lt; for < in an attribute");
  case XML_ERR_ATTRIBUTE_NOT_STARTED:
  case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    return _ ("write attributes as name=\"value\"");
  case XML_ERR_ATTRIBUTE_REDEFINED:
    return _ ("give each attribute once");
  case XML_ERR_DOCUMENT_EMPTY:
  case XML_ERR_DOCUMENT_END:
    return _ ("a layout is an XML file with one root element");
  case XML_ERR_INVALID_CHAR:
    return _ ("remove the control character");
  default:
    return _ ("mend the XML there");
  }
}

#if LIBXML_VERSION >= 21200
static void
take_error (void *context, const xmlError *error)
#else
static void
take_error (void *context, xmlError *error)
#endif
{
  Parsing *parsing = ((xmlParserCtxt *) context)->_private;
  g_autofree char *what = g_strchomp (g_strdup (error->message));

  if (parsing->doctype || error->level == XML_ERR_WARNING)
    return;
  TkPlace place = {.file = parsing->source->path, .line = error->line, .column = error->int2};
  if (g_str_has_prefix (what, "Excessive depth")) {
    tk_template_faults_add (parsing->faults, &place, "%s",
                            _ ("more than 256 elements inside each other; make the layout flatter"));
    return;
  }
  tk_template_faults_add (parsing->faults, &place, _ ("not well-formed XML: %s; %s"), what,
                          hint_for (error->code));
}

/* A DOCTYPE is refused where it begins, before any entity is read. */
static void
refuse_doctype (void *context, const xmlChar *name G_GNUC_UNUSED, const xmlChar *public_id G_GNUC_UNUSED,
                const xmlChar *system_id G_GNUC_UNUSED)
{
  xmlParserCtxt *parser = context;
  Parsing *parsing = parser->_private;
  const char *found = strstr (parsing->source->text, "<!DOCTYPE");
  TkPlace place = tk_template_place_of_offset (parsing->source,
                                               found != NULL ? (gsize) (found - parsing->source->text) : 0);

  tk_template_faults_add (parsing->faults, &place, "%s",
                          _ ("a layout has no DOCTYPE and no entities of its own; remove it"));
  parsing->doctype = TRUE;
  xmlStopParser (parser);
}

static xmlDoc *
parse_text (const TkSource *source, TkFaults *faults)
{
  Parsing parsing = {.source = source, .faults = faults};
  xmlParserCtxt *parser = xmlNewParserCtxt ();

  parser->_private = &parsing;
  parser->sax->internalSubset = refuse_doctype;
  parser->sax->serror = take_error;
  xmlDoc *doc = xmlCtxtReadMemory (parser, source->text, (int) source->length, source->path, "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES
                                       | XML_PARSE_COMPACT);
  gboolean good = doc != NULL && parser->wellFormed && !parsing.doctype && xmlDocGetRootElement (doc) != NULL;
  xmlFreeParserCtxt (parser);
  if (!good) {
    TkPlace place = {.file = source->path};
    if (tk_template_faults_count (faults) == 0)
      tk_template_faults_add (faults, &place, "%s", _ ("not an XML file; a layout begins with <layout>"));
    xmlFreeDoc (doc);
    return NULL;
  }
  return doc;
}

/* The next start tag at or behind @at in the text of a well-formed file, or
 * NULL; *@ret_end: behind it. */
static const char *
find_tag (const char *at, const char **ret_end)
{
  while ((at = strchr (at, '<')) != NULL) {
    const char *end = NULL;
    if (g_str_has_prefix (at, "<!--"))
      end = strstr (at + 4, "-->");
    else if (g_str_has_prefix (at, "<![CDATA["))
      end = strstr (at, "]]>");
    else if (at[1] == '?' || at[1] == '/' || at[1] == '!')
      end = strchr (at, '>');
    else {
      char quote = 0;
      for (end = at + 1; *end != '\0' && (quote != 0 || *end != '>'); end++) {
        if (quote != 0)
          quote = *end == quote ? 0 : quote;
        else if (*end == '"' || *end == '\'')
          quote = *end;
      }
      *ret_end = end;
      return at;
    }
    if (end == NULL)
      return NULL;
    at = end;
  }
  return NULL;
}

xmlNode *
tk_template_next_element (xmlNode *node, const xmlNode *root)
{
  do {
    if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == NULL)
      node = node->parent;
    node = node == root ? NULL : node->next;
  } while (node != NULL && node->type != XML_ELEMENT_NODE);
  return node;
}

/* The n-th start tag of the text is the n-th element of the tree. */
static void
mark_spots (xmlNode *root, const TkSource *source, TkArena *arena)
{
  const char *end = source->text, *before = source->text;
  TkPlace place = tk_template_place_of_offset (source, 0);

  for (xmlNode *node = root; node != NULL; node = tk_template_next_element (node, root)) {
    const char *tag = end != NULL ? find_tag (end, &end) : NULL;
    if (tag == NULL)
      tag = before;
    place = move_place (place, before, tag);
    before = tag;
    TkSpot *spot = tk_arena_new0 (arena, TkSpot);
    *spot = (TkSpot){.place = place, .source = source, .offset = (gsize) (tag - source->text)};
    node->_private = spot;
  }
}

xmlDoc *
tk_template_parse (const TkSource *source, TkArena *arena, TkFaults *faults)
{
  xmlDoc *doc = parse_text (source, faults);

  if (doc != NULL)
    mark_spots (xmlDocGetRootElement (doc), source, arena);
  return doc;
}
