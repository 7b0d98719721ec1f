/* Comes in: a record. Goes out: PREMIS 3.0 (Data Dictionary for Preservation Metadata, 2015): the paper as a
 * representation, its files with fixity and format, what happened to it, and the program that did it. The
 * order of the elements is that of premis-v3-0.xsd. */
#include <string.h>

#include "record_form.h"

#define PREMIS_NAMESPACE "http://www.loc.gov/premis/v3"
#define AGENT "tongket"

static void
put_identifier (TkXml xml, const char *of, const char *value)
{
  g_autofree char *type = g_strconcat (of, "Type", NULL);
  g_autofree char *name = g_strconcat (of, "Value", NULL);

  tk_xml_begin (xml, of);
  tk_xml_element (xml, type, "local");
  tk_xml_element (xml, name, value);
  tk_xml_end (xml);
}

static char *
name_version (const TkRecord *record, guint version)
{
  return g_strdup_printf ("%s/v%u", record->id, version);
}

static char *
name_file (const TkRecord *record, const TkRecordFile *file)
{
  return g_strdup_printf ("%s/v%u/%s", record->id, record->version, file->path);
}

/* PRONOM's key of a format, or NULL: the levels of PDF/A first, then what a media type says. */
static const char *
find_pronom (const TkRecord *record, const TkRecordFile *file)
{
  static const struct {
    const char *name, *key;
  } levels[] = {{"PDF/A-1a", "fmt/95"},  {"PDF/A-1b", "fmt/354"}, {"PDF/A-2a", "fmt/476"},
                {"PDF/A-2b", "fmt/477"}, {"PDF/A-2u", "fmt/478"}, {"PDF/A-3a", "fmt/479"},
                {"PDF/A-3b", "fmt/480"}, {"PDF/A-3u", "fmt/481"}},
    kinds[] = {{"text/csv", "x-fmt/18"},
               {"application/xml", "fmt/101"},
               {"application/json", "fmt/817"},
               {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "fmt/412"}};

  if (record->conformance != NULL && strcmp (file->path, "paper.pdf") == 0) {
    for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
      if (g_str_has_prefix (record->conformance, levels[i].name))
        return levels[i].key;
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (file->kind, kinds[i].name) == 0)
      return kinds[i].key;
  }
  return NULL;
}

static void
put_format (TkXml xml, const TkRecord *record, const TkRecordFile *file)
{
  const gboolean paper = strcmp (file->path, "paper.pdf") == 0;
  const char *pronom = find_pronom (record, file);

  tk_xml_begin (xml, "format");
  tk_xml_begin (xml, "formatDesignation");
  tk_xml_element (xml, "formatName", file->kind);
  tk_xml_element (xml, "formatVersion", paper ? record->conformance : NULL);
  tk_xml_end (xml);
  if (pronom != NULL) {
    tk_xml_begin (xml, "formatRegistry");
    tk_xml_element (xml, "formatRegistryName", "PRONOM");
    tk_xml_element (xml, "formatRegistryKey", pronom);
    tk_xml_end (xml);
  }
  tk_xml_end (xml);
}

/* Splits "tongket 0.1.0" into name and version, NULL where there is none. The name is the caller's. */
static char *
split_program (const char *program, const char **ret_version)
{
  const char *space = strrchr (program, ' ');

  *ret_version = space != NULL ? space + 1 : NULL;
  return space != NULL ? g_strndup (program, (gsize) (space - program)) : g_strdup (program);
}

static void
put_relation (TkXml xml, const char *type, const char *subtype, const char *object)
{
  tk_xml_begin (xml, "relationship");
  tk_xml_element (xml, "relationshipType", type);
  tk_xml_element (xml, "relationshipSubType", subtype);
  put_identifier (xml, "relatedObjectIdentifier", object);
  tk_xml_end (xml);
}

static void
put_representation (TkXml xml, const TkRecord *record, const char *version)
{
  tk_xml_begin (xml, "object");
  tk_xml_attribute (xml, "xsi:type", "representation");
  put_identifier (xml, "objectIdentifier", version);
  for (guint i = 0; i < record->n_files; i++) {
    g_autofree char *name = name_file (record, &record->files[i]);
    put_relation (xml, "structural", "includes", name);
  }
  if (record->replaces) {
    g_autofree char *former = name_version (record, record->version - 1);
    put_relation (xml, "replacement", "replaces", former);
  }
  tk_xml_end (xml);
}

static void
put_file (TkXml xml, const TkRecord *record, const TkRecordFile *file, const char *version)
{
  g_autofree char *name = name_file (record, file);
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, file->size);

  tk_xml_begin (xml, "object");
  tk_xml_attribute (xml, "xsi:type", "file");
  put_identifier (xml, "objectIdentifier", name);
  tk_xml_begin (xml, "objectCharacteristics");
  tk_xml_begin (xml, "fixity");
  tk_xml_element (xml, "messageDigestAlgorithm", "SHA-256");
  tk_xml_element (xml, "messageDigest", file->sha256);
  tk_xml_end (xml);
  tk_xml_element (xml, "size", size);
  put_format (xml, record, file);
  if (record->program != NULL && strcmp (file->path, "paper.pdf") == 0) {
    const char *number;
    g_autofree char *program = split_program (record->program, &number);
    tk_xml_begin (xml, "creatingApplication");
    tk_xml_element (xml, "creatingApplicationName", program);
    tk_xml_element (xml, "creatingApplicationVersion", number);
    tk_xml_end (xml);
  }
  tk_xml_end (xml);
  tk_xml_element (xml, "originalName", file->path);
  put_relation (xml, "structural", "is included in", version);
  tk_xml_end (xml);
}

static void
put_event (TkXml xml, const TkRecordEvent *event, const char *version, guint number)
{
  g_autofree char *name = g_strdup_printf ("%s/event-%u", version, number);

  tk_xml_begin (xml, "event");
  put_identifier (xml, "eventIdentifier", name);
  tk_xml_element (xml, "eventType", event->kind);
  tk_xml_element (xml, "eventDateTime", event->when);
  tk_xml_begin (xml, "eventOutcomeInformation");
  tk_xml_element (xml, "eventOutcome", event->outcome);
  if (event->detail != NULL) {
    tk_xml_begin (xml, "eventOutcomeDetail");
    tk_xml_element (xml, "eventOutcomeDetailNote", event->detail);
    tk_xml_end (xml);
  }
  tk_xml_end (xml);
  put_identifier (xml, "linkingAgentIdentifier", AGENT);
  put_identifier (xml, "linkingObjectIdentifier", version);
  tk_xml_end (xml);
}

/* Of an imported paper the version of the program is not known: a record does not say which one imported it.
 */
static void
put_agent (TkXml xml, const TkRecord *record)
{
  const char *version;
  g_autofree char *name = split_program (record->program != NULL ? record->program : AGENT, &version);

  tk_xml_begin (xml, "agent");
  put_identifier (xml, "agentIdentifier", AGENT);
  tk_xml_element (xml, "agentName", name);
  tk_xml_element (xml, "agentType", "software");
  tk_xml_element (xml, "agentVersion", version);
  tk_xml_end (xml);
}

void
tk_record_put_premis (TkXml xml, const TkRecord *record)
{
  g_autofree char *version = name_version (record, record->version);

  tk_xml_begin (xml, "premis");
  tk_xml_attribute (xml, "xmlns", PREMIS_NAMESPACE);
  tk_xml_attribute (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  tk_xml_attribute (xml, "xsi:schemaLocation",
                    PREMIS_NAMESPACE " https://www.loc.gov/standards/premis/v3/premis-v3-0.xsd");
  tk_xml_attribute (xml, "version", "3.0");
  put_representation (xml, record, version);
  for (guint i = 0; i < record->n_files; i++)
    put_file (xml, record, &record->files[i], version);
  for (guint i = 0; i < record->n_events; i++)
    put_event (xml, &record->events[i], version, i + 1);
  put_agent (xml, record);
  tk_xml_end (xml);
}
