/* Comes in: what is known of the document. Goes out: the same in the two forms
 * of PDF. No clock: the dates are the document's. */
#include "pdf_xmp.h"

#include <hpdf.h>
#include <libxml/xmlwriter.h>

#define CREATOR "tongket " TK_VERSION

static char *
name_producer (void)
{
  return g_strdup_printf ("%s (libharu %s)", CREATOR, HPDF_GetVersion ());
}

static char *
format_date (const TkDocument *document, const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (document->date);

  if (date == NULL) /* beyond the year 9999 */
    date = g_date_time_new_from_unix_utc (0);
  return g_date_time_format (date, format);
}

static void
put_entry (TkBytes *to, const char *key, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  tk_bytes_print (to, "/%s", key);
  tk_bytes_string (to, value);
}

char *
tk_about_date_new (const TkDocument *document)
{
  return format_date (document, "D:%Y%m%d%H%M%SZ");
}

void
tk_about_put (TkBytes *to, const TkDocument *document)
{
  g_autofree char *producer = name_producer ();
  g_autofree char *date = tk_about_date_new (document);

  put_entry (to, "Title", document->title);
  put_entry (to, "Author", document->author);
  put_entry (to, "Subject", document->subject);
  put_entry (to, "Creator", CREATOR);
  put_entry (to, "Producer", producer);
  put_entry (to, "CreationDate", date);
  put_entry (to, "ModDate", date);
  tk_bytes_literal (to, "\n");
}

static void
begin (xmlTextWriterPtr xml, const char *name)
{
  xmlTextWriterStartElement (xml, BAD_CAST name);
}

static void
end (xmlTextWriterPtr xml)
{
  xmlTextWriterEndElement (xml);
}

static void
attribute (xmlTextWriterPtr xml, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST value);
}

static void
element (xmlTextWriterPtr xml, const char *name, const char *value)
{
  if (value != NULL && value[0] != '\0')
    xmlTextWriterWriteElement (xml, BAD_CAST name, BAD_CAST value);
}

/* A value in one of RDF's containers: Alt with its language, Seq or Bag. */
static void
contained (xmlTextWriterPtr xml, const char *name, const char *container, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  begin (xml, name);
  begin (xml, container);
  begin (xml, "rdf:li");
  if (g_str_equal (container, "rdf:Alt"))
    attribute (xml, "xml:lang", "x-default");
  xmlTextWriterWriteString (xml, BAD_CAST value);
  end (xml);
  end (xml);
  end (xml);
}

/* What every claim is followed by. */
static void
put_common (xmlTextWriterPtr xml, const TkDocument *document)
{
  g_autofree char *producer = name_producer ();
  g_autofree char *date = format_date (document, "%Y-%m-%dT%H:%M:%SZ");

  element (xml, "dc:format", "application/pdf");
  contained (xml, "dc:title", "rdf:Alt", document->title);
  contained (xml, "dc:creator", "rdf:Seq", document->author);
  contained (xml, "dc:description", "rdf:Alt", document->subject);
  contained (xml, "dc:language", "rdf:Bag", document->language);
  contained (xml, "dc:date", "rdf:Seq", date);
  element (xml, "xmp:CreatorTool", CREATOR);
  element (xml, "xmp:CreateDate", date);
  element (xml, "xmp:ModifyDate", date);
  element (xml, "xmp:MetadataDate", date);
  element (xml, "pdf:Producer", producer);
}

static void
begin_description (xmlTextWriterPtr xml)
{
  begin (xml, "rdf:Description");
  attribute (xml, "rdf:about", "");
  attribute (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  attribute (xml, "xmlns:xmp", "http://ns.adobe.com/xap/1.0/");
  attribute (xml, "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/");
}

static void
put_archive (xmlTextWriterPtr xml, const TkDocument *document, const TkArchiveClaim *claim)
{
  begin_description (xml);
  attribute (xml, "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/");
  if (claim->accessible)
    attribute (xml, "xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
  element (xml, "pdfaid:part", claim->part);
  element (xml, "pdfaid:conformance", claim->conformance);
  if (claim->accessible)
    element (xml, "pdfuaid:part", "1");
  put_common (xml, document);
  end (xml);
}

/* ISO 15930-7, 6.12 (identification), 6.13 (metadata), 6.14 (trapping) */
static void
put_press (xmlTextWriterPtr xml, const TkDocument *document, const TkPressClaim *claim)
{
  begin_description (xml);
  attribute (xml, "xmlns:xmpMM", "http://ns.adobe.com/xap/1.0/mm/");
  attribute (xml, "xmlns:pdfxid", "http://www.npes.org/pdfx/ns/id/");
  if (claim->pdfx)
    element (xml, "pdfxid:GTS_PDFXVersion", "PDF/X-4");
  put_common (xml, document);
  element (xml, "pdf:Trapped", "False");
  element (xml, "xmpMM:DocumentID", claim->identity);
  element (xml, "xmpMM:VersionID", "1");
  element (xml, "xmpMM:RenditionClass", "default");
  end (xml);
}

/* PDF/A asks that a schema which it does not know be described (ISO 19005-2,
 * 6.6.2.3); that of PDF/UA is such a one. */
static void
put_schema (xmlTextWriterPtr xml)
{
  begin (xml, "rdf:Description");
  attribute (xml, "rdf:about", "");
  attribute (xml, "xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/");
  attribute (xml, "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#");
  attribute (xml, "xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#");
  begin (xml, "pdfaExtension:schemas");
  begin (xml, "rdf:Bag");
  begin (xml, "rdf:li");
  attribute (xml, "rdf:parseType", "Resource");
  element (xml, "pdfaSchema:schema", "PDF/UA identification schema");
  element (xml, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
  element (xml, "pdfaSchema:prefix", "pdfuaid");
  begin (xml, "pdfaSchema:property");
  begin (xml, "rdf:Seq");
  begin (xml, "rdf:li");
  attribute (xml, "rdf:parseType", "Resource");
  element (xml, "pdfaProperty:name", "part");
  element (xml, "pdfaProperty:valueType", "Integer");
  element (xml, "pdfaProperty:category", "internal");
  element (xml, "pdfaProperty:description", "Part of ISO 14289 that the file follows");
  for (int depth = 0; depth < 7; depth++)
    end (xml);
}

/* One of both claims is NULL. */
static void
put_packet (TkBytes *to, const TkDocument *document, const TkArchiveClaim *archive, const TkPressClaim *press)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr xml = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterSetIndent (xml, 1);
  xmlTextWriterSetIndentString (xml, BAD_CAST " ");
  begin (xml, "x:xmpmeta");
  attribute (xml, "xmlns:x", "adobe:ns:meta/");
  begin (xml, "rdf:RDF");
  attribute (xml, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  if (press != NULL)
    put_press (xml, document, press);
  else
    put_archive (xml, document, archive);
  if (archive != NULL && archive->accessible)
    put_schema (xml);
  end (xml);
  end (xml);
  xmlTextWriterFlush (xml);
  tk_bytes_literal (to, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
  tk_bytes_put (to, xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  tk_bytes_literal (to, "<?xpacket end=\"r\"?>\n");
  xmlFreeTextWriter (xml);
  xmlBufferFree (buffer);
}

void
tk_xmp_put (TkBytes *to, const TkDocument *document, const TkArchiveClaim *claim)
{
  put_packet (to, document, claim, NULL);
}

void
tk_xmp_put_press (TkBytes *to, const TkDocument *document, const TkPressClaim *claim)
{
  put_packet (to, document, NULL, claim);
}
