/* Comes in: papers. Goes out: static repositories of OAI-PMH 2.0 ("Specification for an OAI Static Repository
 * and an OAI Static Repository Gateway"). Such a file has no sets, its days are days: where sets by year are
 * wanted, each year is a file. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "handover_form.h"
#include "output.h"

/* What is larger, gateways need not take (section 2). */
enum { MOST_BYTES = 5 * 1000 * 1000, DAY_LENGTH = sizeof "2022-08-19" - 1 };

typedef struct {
  const TkHandover *wish;
  const char *url;  /* of this file */
  const char *host; /* in identifiers: "thuvien.vn" */
  TkHandoverSheet *sheet;
} Repository;

/* "2022-08-19". The day on which it was filed where no event tells one. */
static char *
find_day (const TkRecord *record)
{
  const char *time = tk_handover_find_time (record);

  return time != NULL && strlen (time) >= DAY_LENGTH ? g_strndup (time, DAY_LENGTH)
                                                     : g_strdup_printf ("%04d-01-01", record->year);
}

static char *
find_first_day (const GPtrArray *papers)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < papers->len; i++) {
    g_autofree char *day = find_day (((const TkHandoverPaper *) papers->pdata[i])->record);
    if (first == NULL || strcmp (day, first) < 0) {
      g_free (first);
      first = g_steal_pointer (&day);
    }
  }
  return g_steal_pointer (&first);
}

static const char *
find_name (const TkHandover *wish, const GPtrArray *papers)
{
  if (wish->name != NULL)
    return wish->name;
  for (guint i = 0; i < papers->len; i++) {
    const TkRecord *record = ((const TkHandoverPaper *) papers->pdata[i])->record;
    if (record->publisher != NULL)
      return record->publisher;
  }
  return "tongket";
}

/* What follows "http://", or the whole. */
static const char *
find_address (const char *url)
{
  const char *scheme = strstr (url, "://");

  return scheme != NULL ? scheme + 3 : url;
}

/* ---- a file ------------------------------------------------------------------- */

static void
put_identity (const Repository *repository, const GPtrArray *papers)
{
  TkXml xml = repository->sheet->xml;
  const char *gateway = repository->wish->gateway;
  g_autofree char *first = find_first_day (papers);
  g_autofree char *base = NULL;

  /* the gateway's address with the file's behind it, section 3.2 */
  if (gateway != NULL)
    base = g_strconcat (gateway, g_str_has_suffix (gateway, "/") ? "" : "/", find_address (repository->url),
                        NULL);
  tk_xml_begin (xml, "Identify");
  tk_xml_element (xml, "oai:repositoryName", find_name (repository->wish, papers));
  tk_xml_element (xml, "oai:baseURL", base != NULL ? base : repository->url);
  tk_xml_element (xml, "oai:protocolVersion", "2.0");
  tk_xml_element (xml, "oai:adminEmail", repository->wish->mail);
  tk_xml_element (xml, "oai:earliestDatestamp", first);
  tk_xml_element (xml, "oai:deletedRecord", "no");
  tk_xml_element (xml, "oai:granularity", "YYYY-MM-DD");
  tk_xml_end (xml);
  tk_xml_begin (xml, "ListMetadataFormats");
  tk_xml_begin (xml, "oai:metadataFormat");
  tk_xml_element (xml, "oai:metadataPrefix", "oai_dc");
  tk_xml_element (xml, "oai:schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
  tk_xml_element (xml, "oai:metadataNamespace", "http://www.openarchives.org/OAI/2.0/oai_dc/");
  tk_xml_end (xml);
  tk_xml_end (xml);
}

static gboolean
put_record (const Repository *repository, const TkHandoverPaper *paper, GError **error)
{
  TkXml xml = repository->sheet->xml;
  g_autofree char *id = g_uri_escape_string (paper->record->id, NULL, FALSE);
  g_autofree char *identifier = g_strdup_printf ("oai:%s:%s", repository->host, id);
  g_autofree char *day = find_day (paper->record);
  g_autoptr (TkXmlTree) dublin_core = tk_handover_read_new (paper, TK_RECORD_DUBLIN_CORE_FILE, error);

  if (dublin_core == NULL)
    return FALSE;
  tk_xml_begin (xml, "oai:record");
  tk_xml_begin (xml, "oai:header");
  tk_xml_element (xml, "oai:identifier", identifier);
  tk_xml_element (xml, "oai:datestamp", day);
  tk_xml_end (xml);
  tk_xml_begin (xml, "oai:metadata");
  tk_handover_sheet_copy (repository->sheet, xmlDocGetRootElement (dublin_core), 4);
  tk_xml_end (xml);
  tk_xml_end (xml);
  return TRUE;
}

static gboolean
put_repository (const Repository *repository, const GPtrArray *papers, GError **error)
{
  TkXml xml = repository->sheet->xml;
  gboolean put = TRUE;

  tk_xml_begin (xml, "Repository");
  tk_xml_attribute (xml, "xmlns", "http://www.openarchives.org/OAI/2.0/static-repository");
  tk_xml_attribute (xml, "xmlns:oai", "http://www.openarchives.org/OAI/2.0/");
  tk_xml_attribute (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  tk_xml_attribute (xml, "xsi:schemaLocation",
                    "http://www.openarchives.org/OAI/2.0/static-repository "
                    "http://www.openarchives.org/OAI/2.0/static-repository.xsd");
  put_identity (repository, papers);
  tk_xml_begin (xml, "ListRecords");
  tk_xml_attribute (xml, "metadataPrefix", "oai_dc");
  for (guint i = 0; put && i < papers->len; i++)
    put = put_record (repository, papers->pdata[i], error);
  tk_xml_end (xml);
  tk_xml_end (xml);
  return put;
}

static GBytes *
print_repository (const TkHandover *wish, const char *url, const char *place, const GPtrArray *papers,
                  TkNotes *notes, GError **error)
{
  const char *address = find_address (url);
  g_autofree char *host = g_strndup (address, strcspn (address, "/:?#"));
  TkHandoverSheet sheet;
  const Repository repository = {wish, url, host, &sheet};

  tk_handover_sheet_open (&sheet);
  const gboolean put = put_repository (&repository, papers, error);
  g_autoptr (GBytes) bytes = tk_handover_sheet_close (&sheet);
  if (!put)
    return NULL;
  if (g_bytes_get_size (bytes) > MOST_BYTES)
    tk_notes_add (notes,
                  _ ("%s: has more than the 5 MB that every gateway takes; give a folder for a file a year"),
                  place);
  return g_steal_pointer (&bytes);
}

static gboolean
write_file (const GPtrArray *papers, const TkHandover *wish, const char *to, TkNotes *notes, GError **error)
{
  g_autoptr (GBytes) bytes = print_repository (wish, wish->url, to, papers, notes, error);
  g_autoptr (TkOutput) output = bytes != NULL ? tk_output_new (to, error) : NULL;

  return output != NULL
         && tk_output_write (output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error)
         && tk_output_commit (output, error);
}

/* ---- a file for each year ------------------------------------------------------ */

static gboolean
put_year (TkDelivery *delivery, const GPtrArray *papers, int year, const TkHandover *wish, TkNotes *notes,
          GError **error)
{
  g_autofree char *name = g_strdup_printf ("%04d.xml", year);
  g_autofree char *url = g_strconcat (wish->url, g_str_has_suffix (wish->url, "/") ? "" : "/", name, NULL);
  g_autoptr (GBytes) bytes = print_repository (wish, url, name, papers, notes, error);

  return bytes != NULL && tk_delivery_put (delivery, name, bytes, error);
}

static gboolean
write_years (const GPtrArray *papers, const TkHandover *wish, const char *to, TkNotes *notes, GError **error)
{
  g_autoptr (TkDelivery) delivery = tk_delivery_new (to, error);
  g_autoptr (GPtrArray) of_year = g_ptr_array_new ();

  for (guint i = 0; delivery != NULL && i < papers->len; i++) {
    const int year = ((const TkHandoverPaper *) papers->pdata[i])->record->year;
    g_ptr_array_add (of_year, papers->pdata[i]);
    if (i + 1 < papers->len && ((const TkHandoverPaper *) papers->pdata[i + 1])->record->year == year)
      continue;
    if (!put_year (delivery, of_year, year, wish, notes, error))
      return FALSE;
    g_ptr_array_set_size (of_year, 0);
  }
  return delivery != NULL && tk_delivery_commit (delivery, error);
}

static gboolean
check_wish (const TkHandover *wish, GError **error)
{
  const char *at = wish->mail != NULL ? strchr (wish->mail, '@') : NULL;
  const char *address = wish->url != NULL ? find_address (wish->url) : "";

  const char *dot = strchr (address, '.');

  /* identifiers are made of the host, and must be so anywhere in the world */
  if (wish->url == NULL || address == wish->url || dot == NULL || dot == address
      || (gsize) (dot - address) > strcspn (address, "/:"))
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--form oai: needs the address at which it will be found; give "
                    "--url http://thuvien.example.vn/oai.xml"));
  else if (at == NULL || at == wish->mail || at[1] == '\0' || strpbrk (wish->mail, " \t\n") != NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--form oai: needs an address for mail; give --mail luutru@thuvien.example.vn"));
  else
    return TRUE;
  return FALSE;
}

gboolean
tk_handover_oai (const GPtrArray *papers, const TkHandover *wish, const char *to, TkNotes *notes,
                 GError **error)
{
  if (!check_wish (wish, error))
    return FALSE;
  return g_str_has_suffix (to, ".xml") ? write_file (papers, wish, to, notes, error)
                                       : write_years (papers, wish, to, notes, error);
}
