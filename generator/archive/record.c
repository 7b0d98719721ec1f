/* Comes in: the record of a version of a paper. Goes out: record.xml, and what others read of it: Dublin Core
 * and PREMIS. Knows nothing of bags and years. */
#include "record.h"

#include <glib/gi18n.h>

#include "error.h"
#include "output.h"
#include "record_form.h"

typedef void (*Put) (TkXml xml, const TkRecord *record);

static void
put_names (TkXml xml, const char *element, const char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    tk_xml_element (xml, element, names[i]);
}

static void
put_file (TkXml xml, const char *element, const TkRecordFile *file)
{
  tk_xml_begin (xml, element);
  tk_xml_attribute (xml, "path", file->path);
  tk_xml_attribute (xml, "kind", file->kind);
  xmlTextWriterWriteFormatAttribute (xml, BAD_CAST "size", "%" G_GUINT64_FORMAT, file->size);
  tk_xml_attribute (xml, "sha256", file->sha256);
  tk_xml_end (xml);
}

static void
put_making (TkXml xml, const TkRecord *record)
{
  tk_xml_begin (xml, "making");
  tk_xml_attribute (xml, "layout", record->layout);
  tk_xml_attribute (xml, "program", record->program);
  tk_xml_number (xml, "day", record->day);
  tk_xml_attribute (xml, "draft", record->draft ? "yes" : "no");
  for (guint i = 0; i < record->n_settings; i++) {
    tk_xml_begin (xml, "setting");
    tk_xml_attribute (xml, "name", record->settings[i].name);
    xmlTextWriterWriteAttribute (xml, BAD_CAST "value", BAD_CAST record->settings[i].value);
    tk_xml_end (xml);
  }
  for (guint i = 0; i < record->n_fonts; i++)
    put_file (xml, "font", &record->fonts[i]);
  tk_xml_end (xml);
}

static void
put_event (TkXml xml, const TkRecordEvent *event)
{
  tk_xml_begin (xml, "event");
  tk_xml_attribute (xml, "kind", event->kind);
  tk_xml_attribute (xml, "when", event->when);
  tk_xml_attribute (xml, "outcome", event->outcome);
  if (event->detail != NULL)
    xmlTextWriterWriteString (xml, BAD_CAST event->detail);
  tk_xml_end (xml);
}

static void
put_publisher (TkXml xml, const TkRecord *record)
{
  if (record->publisher == NULL || *record->publisher == '\0')
    return;
  tk_xml_begin (xml, "publisher");
  tk_xml_attribute (xml, "code", record->body);
  xmlTextWriterWriteString (xml, BAD_CAST record->publisher);
  tk_xml_end (xml);
}

static void
put_description (TkXml xml, const TkRecord *record)
{
  tk_xml_element (xml, "reason", record->reason);
  tk_xml_element (xml, "title", record->title);
  tk_xml_element (xml, "kind", record->kind);
  tk_xml_element (xml, "number", record->number);
  put_publisher (xml, record);
  tk_xml_element (xml, "date", record->date);
  tk_xml_element (xml, "language", record->language);
  tk_xml_element (xml, "rights", record->rights);
  tk_xml_element (xml, "source", record->source);
  put_names (xml, "person", record->persons);
  put_names (xml, "organisation", record->organisations);
  put_names (xml, "place", record->places);
}

static void
put_record (TkXml xml, const TkRecord *record)
{
  tk_xml_begin (xml, "record");
  tk_xml_attribute (xml, "xmlns", TK_RECORD_NAMESPACE);
  tk_xml_attribute (xml, "id", record->id);
  tk_xml_number (xml, "version", record->version);
  tk_xml_number (xml, "year", record->year);
  tk_xml_attribute (xml, "origin", record->own ? "own" : "imported");
  tk_xml_attribute (xml, "conformance", record->conformance);
  if (record->n_pages > 0)
    tk_xml_number (xml, "pages", record->n_pages);
  if (record->replaces) {
    tk_xml_begin (xml, "replaces");
    tk_xml_number (xml, "version", (gint64) record->version - 1);
    tk_xml_end (xml);
  }
  put_description (xml, record);
  if (record->own)
    put_making (xml, record);
  for (guint i = 0; i < record->n_events; i++)
    put_event (xml, &record->events[i]);
  for (guint i = 0; i < record->n_files; i++)
    put_file (xml, "file", &record->files[i]);
  tk_xml_end (xml);
}

/* The media type of what is shown of the paper: the first of its files that is no source of it. */
static const char *
find_format (const TkRecord *record)
{
  for (guint i = 0; i < record->n_files; i++) {
    const char *path = record->files[i].path;
    if (g_strcmp0 (path, "paper.pdf") == 0 || g_str_has_prefix (path, "original."))
      return record->files[i].kind;
  }
  return NULL;
}

/* The fifteen elements of Dublin Core as OAI-PMH carries them. Whom a paper names are its subjects: who had a
 * part in writing it, it does not say. */
static void
put_dublin_core (TkXml xml, const TkRecord *record)
{
  g_autofree char *identifier = g_strdup_printf ("%s/v%u", record->id, record->version);
  g_autofree char *former = g_strdup_printf ("%s/v%u", record->id, record->version - 1);
  g_autofree char *year = g_strdup_printf ("%04d", record->year);

  tk_xml_begin (xml, "oai_dc:dc");
  tk_xml_attribute (xml, "xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/");
  tk_xml_attribute (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  tk_xml_attribute (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  tk_xml_attribute (
      xml, "xsi:schemaLocation",
      "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
  tk_xml_element (xml, "dc:title", record->title);
  tk_xml_element (xml, "dc:creator", record->publisher);
  put_names (xml, "dc:subject", record->persons);
  put_names (xml, "dc:subject", record->organisations);
  tk_xml_element (xml, "dc:description", record->own ? NULL : TK_RECORD_FOREIGN);
  tk_xml_element (xml, "dc:publisher", record->publisher);
  tk_xml_element (xml, "dc:date", record->date != NULL ? record->date : year); /* under which it is filed */
  tk_xml_element (xml, "dc:type", "Text");
  tk_xml_element (xml, "dc:type", record->kind);
  tk_xml_element (xml, "dc:format", find_format (record));
  tk_xml_element (xml, "dc:identifier", identifier);
  tk_xml_element (xml, "dc:identifier", record->number);
  tk_xml_element (xml, "dc:source", record->source);
  tk_xml_element (xml, "dc:language", record->language);
  if (record->replaces)
    tk_xml_element (xml, "dc:relation", former);
  put_names (xml, "dc:coverage", record->places);
  tk_xml_element (xml, "dc:rights", record->rights);
  tk_xml_end (xml);
}

static xmlBuffer *
make_document (const TkRecord *record, Put put)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  TkXml xml = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterSetIndent (xml, 1);
  xmlTextWriterSetIndentString (xml, BAD_CAST "  ");
  xmlTextWriterStartDocument (xml, NULL, "UTF-8", NULL);
  put (xml, record);
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  return buffer;
}

static gboolean
write_document (const char *folder, const char *name, const xmlBuffer *buffer, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (TkOutput) output = tk_output_replace_new (path, error);

  return output != NULL
         && tk_output_write (output, xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer), error)
         && tk_output_commit (output, error);
}

/* What cannot be read again is not written: a letter that XML has not, a path that leaves the folder. */
static gboolean
check_readable (const char *folder, const xmlBuffer *buffer, GError **error)
{
  g_autofree char *path = g_build_filename (folder, TK_RECORD_FILE, NULL);
  g_autoptr (TkRecordReader) reader = tk_record_reader_new ();
  g_autoptr (TkRecord) again = tk_record_parse_new (reader, path, (const char *) xmlBufferContent (buffer),
                                                    (gsize) xmlBufferLength (buffer), error);

  return again != NULL;
}

gboolean
tk_record_write (const TkRecord *record, const char *folder, GError **error)
{
  xmlBuffer *own = make_document (record, put_record);
  gboolean written = FALSE;

  if (check_readable (folder, own, error)) {
    xmlBuffer *dublin_core = make_document (record, put_dublin_core);
    xmlBuffer *premis = make_document (record, tk_record_put_premis);
    written = write_document (folder, TK_RECORD_DUBLIN_CORE_FILE, dublin_core, error)
              && write_document (folder, TK_RECORD_PREMIS_FILE, premis, error)
              && write_document (folder, TK_RECORD_FILE, own, error);
    xmlBufferFree (dublin_core);
    xmlBufferFree (premis);
  }
  xmlBufferFree (own);
  return written;
}
