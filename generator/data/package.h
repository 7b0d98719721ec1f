/* A zip package of XML parts: .xlsx, .ods, .docx (ECMA-376 part 2, ISO/IEC
 * 26300 part 3). Nothing is unpacked to disk, parts are read as they inflate. */
#pragma once

#include <libxml/xmlreader.h>

#include <glib.h>

typedef struct _TkPackage TkPackage;

/* Lists the parts. TK_ERROR_DATA: not a zip file, damaged, encrypted, an OLE
 * file (.xls, .doc, or an .xlsx with a password), parts beyond measure. */
TkPackage *tk_package_open_new (const char *path, GError **error);
void tk_package_free (TkPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPackage, tk_package_free)

const char *tk_package_path (const TkPackage *package);
/* @part: "xl/workbook.xml". */
gboolean tk_package_has (const TkPackage *package, const char *part);

/* A pull reader over one part, owned by the caller; the package must outlive
 * it. Several may be open at a time. TK_ERROR_DATA where the part is not there. */
xmlTextReader *tk_package_reader_new (TkPackage *package, const char *part, GError **error);
typedef xmlTextReader TkXmlReader;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkXmlReader, xmlFreeTextReader)

/* To the next node. FALSE at the end, and on failure, with @error set
 * (TK_ERROR_DATA): not well-formed, a document type, a part that inflates
 * beyond measure. */
gboolean tk_package_next (TkPackage *package, xmlTextReader *reader, GError **error);

/* The reader stands at the start of the element @local, whatever its prefix. */
gboolean tk_package_at (xmlTextReader *reader, const char *local);

/* The attribute @local of the element, whatever its prefix; NULL where it is
 * not there; freed by xmlFree(). */
char *tk_package_attribute (xmlTextReader *reader, const char *local);
