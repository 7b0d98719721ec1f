/* The form of record.xml and the writing of XML. Internal to archive/. */
#pragma once

#include <libxml/xmlwriter.h>

#include "record.h"

#define TK_RECORD_NAMESPACE "urn:tongket:record:1"
#define TK_RECORD_FILE "record.xml"
#define TK_RECORD_DUBLIN_CORE_FILE "dublin_core.xml"
#define TK_RECORD_PREMIS_FILE "premis.xml"

/* What Dublin Core says of a paper that was not made here; it has no other word for that. */
#define TK_RECORD_FOREIGN "Taken in from elsewhere; not made by tongket"

/* record.rng, in the program; ends in NUL. */
extern const char tk_record_grammar[];

typedef xmlTextWriterPtr TkXml;

static inline void
tk_xml_begin (TkXml xml, const char *name)
{
  xmlTextWriterStartElement (xml, BAD_CAST name);
}

static inline void
tk_xml_end (TkXml xml)
{
  xmlTextWriterEndElement (xml);
}

/* Nothing where @value is NULL or empty. */
static inline void
tk_xml_attribute (TkXml xml, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST value);
}

static inline void
tk_xml_number (TkXml xml, const char *name, gint64 value)
{
  xmlTextWriterWriteFormatAttribute (xml, BAD_CAST name, "%" G_GINT64_FORMAT, value);
}

/* <NAME>TEXT</NAME>; nothing where @text is NULL or empty. */
static inline void
tk_xml_element (TkXml xml, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    xmlTextWriterWriteElement (xml, BAD_CAST name, BAD_CAST text);
}

/* Reads @text as what stands in the file @path. */
TkRecord *tk_record_parse_new (const TkRecordReader *reader, const char *path, const char *text, gsize length,
                               GError **error);

/* The document of PREMIS 3.0 for @record. */
void tk_record_put_premis (TkXml xml, const TkRecord *record);
