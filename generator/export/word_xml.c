/* Comes in: names and values. Goes out: elements. Knows no part. */
#include "word_xml.h"

#include <stdio.h>

void
tk_word_number (TkXml xml, const char *name, gint64 value)
{
  char text[24];

  snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  tk_word_attribute (xml, name, text);
}

void
tk_word_flag (TkXml xml, const char *name)
{
  tk_word_begin (xml, name);
  tk_word_end (xml);
}

void
tk_word_toggle (TkXml xml, const char *name, gboolean on)
{
  tk_word_begin (xml, name);
  if (!on)
    tk_word_attribute (xml, "w:val", "0");
  tk_word_end (xml);
}

void
tk_word_value (TkXml xml, const char *name, const char *value)
{
  tk_word_begin (xml, name);
  tk_word_attribute (xml, "w:val", value);
  tk_word_end (xml);
}

void
tk_word_value_number (TkXml xml, const char *name, gint64 value)
{
  tk_word_begin (xml, name);
  tk_word_number (xml, "w:val", value);
  tk_word_end (xml);
}

void
tk_word_element (TkXml xml, const char *name, const char *text)
{
  if (text != NULL)
    xmlTextWriterWriteElement (xml, BAD_CAST name, BAD_CAST text);
}

void
tk_word_colour (TkXml xml, const char *name, guint32 colour)
{
  char text[8];

  snprintf (text, sizeof text, "%06X", colour & 0xFFFFFF);
  tk_word_attribute (xml, name, text);
}

void
tk_word_namespaces (TkXml xml)
{
  tk_word_attribute (xml, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
  tk_word_attribute (xml, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
  tk_word_attribute (xml, "xmlns:wp",
                     "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
  tk_word_attribute (xml, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
  tk_word_attribute (xml, "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
  tk_word_attribute (xml, "xmlns:v", "urn:schemas-microsoft-com:vml");
  tk_word_attribute (xml, "xmlns:o", "urn:schemas-microsoft-com:office:office");
}
