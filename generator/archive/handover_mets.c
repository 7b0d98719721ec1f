/* Comes in: papers. Goes out: METS 1.12, a document for each, beside its files: Dublin Core in dmdSec, the
 * parts of premis.xml in amdSec as "Guidelines for using PREMIS with METS for exchange" (2017) place them,
 * files with their checksums, and the pages. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "handover_form.h"

#define PREMIS "http://www.loc.gov/premis/v3"
#define FILE_NAME "mets.xml"

typedef struct {
  TkHandoverSheet *sheet;
  const TkRecord *record;
  xmlNode *premis; /* the root of premis.xml */
  xmlNode *dublin_core;
  GString *admin; /* IDs of what is said of the paper as a whole */
} Mets;

static gboolean
is_premis (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && g_strcmp0 ((const char *) node->ns->href, PREMIS) == 0
         && g_strcmp0 ((const char *) node->name, name) == 0;
}

/* An attribute with a number behind: ID="file-3". */
static void
put_id (TkXml xml, const char *attribute, const char *stem, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", stem, number);

  tk_xml_attribute (xml, attribute, id);
}

/* ---- what is said of it ------------------------------------------------------ */

static void
put_head (const Mets *mets)
{
  TkXml xml = mets->sheet->xml;

  tk_xml_begin (xml, "mets:metsHdr");
  tk_xml_attribute (xml, "CREATEDATE", tk_handover_find_time (mets->record));
  tk_xml_attribute (xml, "RECORDSTATUS", mets->record->draft ? "Draft" : "Complete");
  if (mets->record->publisher != NULL) {
    tk_xml_begin (xml, "mets:agent");
    tk_xml_attribute (xml, "ROLE", "ARCHIVIST");
    tk_xml_attribute (xml, "TYPE", "ORGANIZATION");
    tk_xml_element (xml, "mets:name", mets->record->publisher);
    tk_xml_end (xml);
  }
  tk_xml_begin (xml, "mets:agent");
  tk_xml_attribute (xml, "ROLE", "CREATOR");
  tk_xml_attribute (xml, "TYPE", "OTHER");
  tk_xml_attribute (xml, "OTHERTYPE", "SOFTWARE");
  tk_xml_element (xml, "mets:name", "tongket " TK_VERSION);
  tk_xml_end (xml);
  if (mets->record->number != NULL) {
    tk_xml_begin (xml, "mets:altRecordID");
    tk_xml_attribute (xml, "TYPE", "number");
    xmlTextWriterWriteString (xml, BAD_CAST mets->record->number);
    tk_xml_end (xml);
  }
  tk_xml_end (xml);
}

static void
put_wrapped (const Mets *mets, const char *kind, const char *version, xmlNode *element, int depth)
{
  TkXml xml = mets->sheet->xml;

  tk_xml_begin (xml, "mets:mdWrap");
  tk_xml_attribute (xml, "MIMETYPE", "text/xml");
  tk_xml_attribute (xml, "MDTYPE", kind);
  tk_xml_attribute (xml, "MDTYPEVERSION", version);
  tk_xml_begin (xml, "mets:xmlData");
  tk_handover_sheet_copy (mets->sheet, element, depth);
  tk_xml_end (xml);
  tk_xml_end (xml);
}

static void
put_description (const Mets *mets)
{
  tk_xml_begin (mets->sheet->xml, "mets:dmdSec");
  tk_xml_attribute (mets->sheet->xml, "ID", "dc");
  put_wrapped (mets, "DC", NULL, mets->dublin_core, 4);
  tk_xml_end (mets->sheet->xml);
}

/* The children @name of premis.xml, each in a section with an ID of @stem. */
static void
put_sections (Mets *mets, const char *name, const char *section, const char *kind, const char *stem)
{
  guint n = 0;

  for (xmlNode *child = mets->premis->children; child != NULL; child = child->next) {
    if (!is_premis (child, name))
      continue;
    tk_xml_begin (mets->sheet->xml, section);
    put_id (mets->sheet->xml, "ID", stem, ++n);
    put_wrapped (mets, kind, "3.0", child, 5);
    tk_xml_end (mets->sheet->xml);
    if (!g_str_equal (name, "object"))
      g_string_append_printf (mets->admin, "%s%s-%u", mets->admin->len > 0 ? " " : "", stem, n);
  }
}

static void
put_administration (Mets *mets)
{
  tk_xml_begin (mets->sheet->xml, "mets:amdSec");
  put_sections (mets, "object", "mets:techMD", "PREMIS:OBJECT", "object");
  put_sections (mets, "rights", "mets:rightsMD", "PREMIS:RIGHTS", "rights");
  put_sections (mets, "event", "mets:digiprovMD", "PREMIS:EVENT", "event");
  put_sections (mets, "agent", "mets:digiprovMD", "PREMIS:AGENT", "agent");
  tk_xml_end (mets->sheet->xml);
}

/* The identifier of a PREMIS object, or NULL; freed by xmlFree(). */
static xmlChar *
find_identifier (const xmlNode *object)
{
  for (const xmlNode *child = object->children; child != NULL; child = child->next)
    if (is_premis (child, "objectIdentifier"))
      for (const xmlNode *value = child->children; value != NULL; value = value->next)
        if (is_premis (value, "objectIdentifierValue"))
          return xmlNodeGetContent (value);
  return NULL;
}

/* The number of the object of @path, "" for the paper as a whole; 0: there is none. */
static guint
find_object (const Mets *mets, const char *path)
{
  g_autofree char *wanted = g_strdup_printf ("%s/v%u%s%s", mets->record->id, mets->record->version,
                                             *path != '\0' ? "/" : "", path);
  guint n = 0;

  for (const xmlNode *child = mets->premis->children; child != NULL; child = child->next) {
    if (!is_premis (child, "object"))
      continue;
    xmlChar *identifier = find_identifier (child);
    const gboolean found = g_strcmp0 ((const char *) identifier, wanted) == 0;
    n++;
    xmlFree (identifier);
    if (found)
      return n;
  }
  return 0;
}

/* ---- files ------------------------------------------------------------------ */

static const struct {
  const char *use, *stem;
} groups[] = {{"paper", NULL},       {"text", "text.txt"},     {"data", "rows/"},
              {"layout", "layout/"}, {"picture", "pictures/"}, {"other", NULL}};
enum { GROUP_PAPER, GROUP_OTHER = G_N_ELEMENTS (groups) - 1 };

static guint
find_group (const TkRecordFile *file)
{
  if (tk_handover_is_paper (file))
    return GROUP_PAPER;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].stem != NULL && g_str_has_prefix (file->path, groups[i].stem))
      return i;
  return GROUP_OTHER;
}

static void
put_file (const Mets *mets, guint number)
{
  TkXml xml = mets->sheet->xml;
  const TkRecordFile *file = &mets->record->files[number];
  const guint object = find_object (mets, file->path);
  g_autofree char *address = g_uri_escape_string (file->path, "/", FALSE);

  tk_xml_begin (xml, "mets:file");
  put_id (xml, "ID", "file", number + 1);
  tk_xml_attribute (xml, "MIMETYPE", file->kind);
  tk_xml_number (xml, "SIZE", (gint64) file->size);
  tk_xml_attribute (xml, "CHECKSUM", file->sha256);
  tk_xml_attribute (xml, "CHECKSUMTYPE", "SHA-256");
  if (object > 0)
    put_id (xml, "ADMID", "object", object);
  tk_xml_begin (xml, "mets:FLocat");
  tk_xml_attribute (xml, "LOCTYPE", "URL");
  tk_xml_attribute (xml, "xlink:type", "simple");
  tk_xml_attribute (xml, "xlink:href", address);
  tk_xml_end (xml);
  tk_xml_end (xml);
}

static void
put_group (const Mets *mets, guint group)
{
  gboolean open = FALSE;

  for (guint i = 0; i < mets->record->n_files; i++) {
    if (find_group (&mets->record->files[i]) != group)
      continue;
    if (!open) {
      tk_xml_begin (mets->sheet->xml, "mets:fileGrp");
      tk_xml_attribute (mets->sheet->xml, "USE", groups[group].use);
    }
    open = TRUE;
    put_file (mets, i);
  }
  if (open)
    tk_xml_end (mets->sheet->xml);
}

/* ---- pages ------------------------------------------------------------------- */

static void
put_pointer (TkXml xml, guint file)
{
  tk_xml_begin (xml, "mets:fptr");
  put_id (xml, "FILEID", "file", file + 1);
  tk_xml_end (xml);
}

static void
begin_page (TkXml xml, guint number)
{
  g_autofree char *order = g_strdup_printf ("%u", number);

  tk_xml_begin (xml, "mets:div");
  tk_xml_attribute (xml, "TYPE", "page");
  tk_xml_attribute (xml, "ORDER", order);
  tk_xml_attribute (xml, "ORDERLABEL", order);
}

/* Files that are a page each are pointed to from their pages; others from the paper, which has so many pages
 * as are known: METS cannot point to a page inside of a PDF. */
static void
put_pages (const Mets *mets)
{
  const TkRecord *record = mets->record;
  TkXml xml = mets->sheet->xml;
  guint page = 0;

  for (guint i = 0; i < record->n_files; i++)
    if (tk_handover_is_paper (&record->files[i]) && !g_str_has_prefix (record->files[i].kind, "image/"))
      put_pointer (xml, i);
  for (guint i = 0; i < record->n_files; i++) {
    if (!tk_handover_is_paper (&record->files[i]) || !g_str_has_prefix (record->files[i].kind, "image/"))
      continue;
    begin_page (xml, ++page);
    put_pointer (xml, i);
    tk_xml_end (xml);
  }
  while (page < record->n_pages) {
    begin_page (xml, ++page);
    tk_xml_end (xml);
  }
}

static void
put_structure (const Mets *mets)
{
  TkXml xml = mets->sheet->xml;
  const guint whole = find_object (mets, "");

  if (whole > 0)
    g_string_prepend (mets->admin, mets->admin->len > 0 ? " " : "");
  if (whole > 0) {
    g_autofree char *id = g_strdup_printf ("object-%u", whole);
    g_string_prepend (mets->admin, id);
  }
  tk_xml_begin (xml, "mets:structMap");
  tk_xml_attribute (xml, "TYPE", "physical");
  tk_xml_begin (xml, "mets:div");
  tk_xml_attribute (xml, "TYPE", "paper");
  tk_xml_attribute (xml, "LABEL", mets->record->title);
  tk_xml_attribute (xml, "DMDID", "dc");
  tk_xml_attribute (xml, "ADMID", mets->admin->str);
  put_pages (mets);
  tk_xml_end (xml);
  tk_xml_end (xml);
}

/* ---- a document ---------------------------------------------------------------- */

static void
put_mets (Mets *mets)
{
  TkXml xml = mets->sheet->xml;
  g_autofree char *id = g_strdup_printf ("%s/v%u", mets->record->id, mets->record->version);

  tk_xml_begin (xml, "mets:mets");
  tk_xml_attribute (xml, "xmlns:mets", "http://www.loc.gov/METS/");
  tk_xml_attribute (xml, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  tk_xml_attribute (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  /* the types of premis:object are named in it: who validates needs both */
  tk_xml_attribute (xml, "xsi:schemaLocation",
                    "http://www.loc.gov/METS/ https://www.loc.gov/standards/mets/mets.xsd " PREMIS
                    " https://www.loc.gov/standards/premis/v3/premis-3-0.xsd");
  tk_xml_attribute (xml, "OBJID", id);
  tk_xml_attribute (xml, "LABEL", mets->record->title);
  tk_xml_attribute (xml, "TYPE", mets->record->kind);
  put_head (mets);
  put_description (mets);
  put_administration (mets);
  tk_xml_begin (xml, "mets:fileSec");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    put_group (mets, i);
  tk_xml_end (xml);
  put_structure (mets);
  tk_xml_end (xml);
}

static GBytes *
print_mets (const TkHandoverPaper *paper, GError **error)
{
  g_autoptr (TkXmlTree) dublin_core = tk_handover_read_new (paper, TK_RECORD_DUBLIN_CORE_FILE, error);
  g_autoptr (TkXmlTree)
      premis = dublin_core != NULL ? tk_handover_read_new (paper, TK_RECORD_PREMIS_FILE, error) : NULL;
  g_autoptr (GString) admin = g_string_new (NULL);
  TkHandoverSheet sheet;

  if (premis == NULL)
    return NULL;
  Mets mets = {&sheet, paper->record, xmlDocGetRootElement (premis), xmlDocGetRootElement (dublin_core),
               admin};
  tk_handover_sheet_open (&sheet);
  put_mets (&mets);
  return tk_handover_sheet_close (&sheet);
}

static gboolean
put_paper (TkDelivery *delivery, const TkHandoverPaper *paper, GError **error)
{
  const TkRecord *record = paper->record;
  g_autofree char *name = g_strconcat (record->id, "/" FILE_NAME, NULL);
  g_autoptr (GBytes) document = print_mets (paper, error);

  if (document == NULL || !tk_delivery_put (delivery, name, document, error))
    return FALSE;
  for (guint i = 0; i < record->n_files; i++) {
    const TkRecordFile *file = &record->files[i];
    g_autofree char *to = g_strconcat (record->id, "/", file->path, NULL);
    g_autofree char *from = g_build_filename (paper->folder, file->path, NULL);
    if (!tk_delivery_copy (delivery, to, from, file->sha256, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
tk_handover_mets (const GPtrArray *papers, const char *to, GError **error)
{
  g_autoptr (TkDelivery) delivery = tk_delivery_new (to, error);

  for (guint i = 0; delivery != NULL && i < papers->len; i++)
    if (!put_paper (delivery, papers->pdata[i], error))
      return FALSE;
  return delivery != NULL && tk_delivery_commit (delivery, error);
}
