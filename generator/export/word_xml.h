/* Elements of WordprocessingML through libxml2's writer. Internal to export/. */
#pragma once

#include <libxml/xmlwriter.h>

#include "unit.h"

typedef xmlTextWriterPtr TkXml;

static inline void
tk_word_begin (TkXml xml, const char *name)
{
  xmlTextWriterStartElement (xml, BAD_CAST name);
}

static inline void
tk_word_end (TkXml xml)
{
  xmlTextWriterEndElement (xml);
}

static inline void
tk_word_attribute (TkXml xml, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST value);
}

void tk_word_number (TkXml xml, const char *name, gint64 value);

/* <NAME/> */
void tk_word_flag (TkXml xml, const char *name);
/* <NAME/> or <NAME w:val="0"/>: properties that a style may have switched on. */
void tk_word_toggle (TkXml xml, const char *name, gboolean on);
/* <NAME w:val="VALUE"/> */
void tk_word_value (TkXml xml, const char *name, const char *value);
void tk_word_value_number (TkXml xml, const char *name, gint64 value);
/* <NAME>TEXT</NAME>, nothing where @text is NULL */
void tk_word_element (TkXml xml, const char *name, const char *text);
/* The attribute as RRGGBB. */
void tk_word_colour (TkXml xml, const char *name, guint32 colour);

/* w:dxa: twentieths of a point. wp: English metric units, 12,700 to the point. w:sz of borders: eighths. */
static inline gint64
tk_word_twips (TkUnit length)
{
  return ((gint64) length * 20 + (length < 0 ? -512 : 512)) / 1024;
}

static inline gint64
tk_word_emu (TkUnit length)
{
  return ((gint64) length * 12700 + 512) / 1024;
}

static inline gint64
tk_word_eighths (TkUnit thickness)
{
  return CLAMP (((gint64) thickness * 8 + 512) / 1024, 2, 96);
}

/* The namespaces of a part's root. */
void tk_word_namespaces (TkXml xml);
