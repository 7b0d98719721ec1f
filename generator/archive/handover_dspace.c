/* Comes in: papers. Goes out: DSpace's Simple Archive Format: a folder an item with dublin_core.xml, what the
 * scheme dcterms says in metadata_dcterms.xml, the files flat beside it, and their list, contents. Elements
 * and qualifiers are those of the registry that DSpace 7 starts with. No handle: DSpace gives it. */
#include <glib/gi18n.h>
#include <string.h>

#include "handover_form.h"

/* A bundle is a drawer for bitstreams: ORIGINAL is shown, TEXT searched, METADATA seen by administrators. */
static const char *
find_bundle (const TkRecordFile *file)
{
  if (tk_handover_is_paper (file))
    return "ORIGINAL";
  return g_str_equal (file->path, "text.txt") ? "TEXT" : "SOURCE";
}

static const TkRecordFile *
find_primary (const TkRecord *record)
{
  for (guint i = 0; i < record->n_files; i++)
    if (tk_handover_is_paper (&record->files[i]))
      return &record->files[i];
  return NULL;
}

/* Bitstreams lie in no folders: "layout/parts/x.xml" is "layout-parts-x.xml", or that with "-" before it
 * where the name is taken. The text is named as DSpace's own filter names it, which then leaves it alone. */
static char *
name_bitstream (const TkRecord *record, const TkRecordFile *file, GHashTable *taken)
{
  const TkRecordFile *primary = find_primary (record);
  g_autofree char *name = NULL;

  if (g_str_equal (file->path, "text.txt") && primary != NULL)
    name = g_strconcat (primary->path, ".txt", NULL);
  else
    name = g_strdup (file->path);
  g_strdelimit (name, "/", '-');
  while (g_hash_table_contains (taken, name)) {
    char *other = g_strconcat ("-", name, NULL);
    g_free (name);
    name = other;
  }
  g_hash_table_add (taken, g_strdup (name));
  return g_steal_pointer (&name);
}

/* ---- metadata -------------------------------------------------------------- */

static void
put_value (TkXml xml, const char *element, const char *qualifier, const char *language, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  tk_xml_begin (xml, "dcvalue");
  tk_xml_attribute (xml, "element", element);
  tk_xml_attribute (xml, "qualifier", qualifier != NULL ? qualifier : "none");
  tk_xml_attribute (xml, "language", language);
  xmlTextWriterWriteString (xml, BAD_CAST text);
  tk_xml_end (xml);
}

static void
put_values (TkXml xml, const char *element, const char *qualifier, const char *language,
            const char *const *texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    put_value (xml, element, qualifier, language, texts[i]);
}

static void
put_origin (TkXml xml, const TkRecord *record)
{
  const TkRecordFile *primary = find_primary (record);
  g_autofree char *pages = g_strdup_printf ("%u", record->n_pages);
  g_autofree char *before = g_strdup_printf ("%s/v%u", record->id, record->version - 1);

  put_value (xml, "format", "mimetype", NULL, primary != NULL ? primary->kind : NULL);
  if (record->n_pages > 0)
    put_value (xml, "format", "extent", NULL, pages);
  if (!record->own)
    put_value (xml, "description", NULL, NULL, TK_RECORD_FOREIGN);
  if (record->replaces)
    put_value (xml, "relation", "replaces", NULL, before);
  for (guint i = 0; i < record->n_events; i++) {
    const TkRecordEvent *event = &record->events[i];
    g_autofree char *text = g_strdup_printf ("%s %s %s%s%s", event->when, event->kind, event->outcome,
                                             event->detail != NULL ? ": " : "",
                                             event->detail != NULL ? event->detail : "");
    put_value (xml, "description", "provenance", NULL, text);
  }
}

static GBytes *
print_dublin_core (const TkRecord *record)
{
  TkHandoverSheet sheet;
  const char *language = record->language;
  g_autofree char *year = g_strdup_printf ("%04d", record->year);
  g_autofree char *version = g_strdup_printf ("%s/v%u", record->id, record->version);

  tk_handover_sheet_open (&sheet);
  tk_xml_begin (sheet.xml, "dublin_core");
  tk_xml_attribute (sheet.xml, "schema", "dc");
  put_value (sheet.xml, "title", NULL, language, record->title);
  put_value (sheet.xml, "type", NULL, language, record->kind);
  put_value (sheet.xml, "contributor", "author", language, record->publisher);
  put_value (sheet.xml, "publisher", NULL, language, record->publisher);
  put_value (sheet.xml, "date", "issued", NULL, record->date != NULL ? record->date : year);
  put_value (sheet.xml, "identifier", "govdoc", NULL, record->number);
  put_value (sheet.xml, "identifier", "other", NULL, version);
  put_value (sheet.xml, "language", "iso", NULL, language);
  put_values (sheet.xml, "subject", NULL, language, record->persons);
  put_values (sheet.xml, "subject", NULL, language, record->organisations);
  put_values (sheet.xml, "coverage", "spatial", language, record->places);
  put_value (sheet.xml, "source", NULL, language, record->source);
  put_value (sheet.xml, "rights", NULL, language, record->rights);
  put_origin (sheet.xml, record);
  return tk_handover_sheet_close (&sheet);
}

static GBytes *
print_terms (const TkRecord *record)
{
  TkHandoverSheet sheet;
  g_auto (GStrv) levels = g_strsplit (record->conformance, ", ", -1);

  tk_handover_sheet_open (&sheet);
  tk_xml_begin (sheet.xml, "dublin_core");
  tk_xml_attribute (sheet.xml, "schema", "dcterms");
  put_values (sheet.xml, "conformsTo", NULL, NULL, (const char *const *) levels);
  return tk_handover_sheet_close (&sheet);
}

/* ---- an item --------------------------------------------------------------- */

typedef struct {
  TkDelivery *delivery;
  const TkHandoverPaper *paper;
  const char *name;  /* of the item's folder */
  GString *contents; /* its list of bitstreams */
  GHashTable *taken; /* (element-type utf8): names in it */
} Item;

static gboolean
put_file (Item *item, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_strconcat (item->name, "/", name, NULL);
  g_autoptr (GBytes) owned = bytes;

  g_hash_table_add (item->taken, g_strdup (name));
  return tk_delivery_put (item->delivery, path, owned, error);
}

static gboolean
copy_file (Item *item, const char *name, const char *path, const char *sha256, GError **error)
{
  g_autofree char *to = g_strconcat (item->name, "/", name, NULL);
  g_autofree char *from = g_build_filename (item->paper->folder, path, NULL);

  return tk_delivery_copy (item->delivery, to, from, sha256, error);
}

static gboolean
copy_files (Item *item, GError **error)
{
  const TkRecord *record = item->paper->record;
  const TkRecordFile *primary = find_primary (record);

  for (guint i = 0; i < record->n_files; i++) {
    const TkRecordFile *file = &record->files[i];
    g_autofree char *name = name_bitstream (record, file, item->taken);
    g_string_append_printf (item->contents, "%s\tbundle:%s%s", name, find_bundle (file),
                            file == primary ? "\tprimary:true" : "");
    if (!g_str_equal (name, file->path))
      g_string_append_printf (item->contents, "\tdescription:%s", file->path);
    g_string_append_c (item->contents, '\n');
    if (!copy_file (item, name, file->path, file->sha256, error))
      return FALSE;
  }
  return TRUE;
}

/* The records themselves, so that what DSpace has no word for is not lost. */
static gboolean
copy_records (Item *item, GError **error)
{
  static const char *const names[] = {TK_RECORD_FILE, TK_RECORD_PREMIS_FILE};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_string_append_printf (item->contents, "%s\tbundle:METADATA\n", names[i]);
    if (!copy_file (item, names[i], names[i], NULL, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_collections (Item *item, const char *const *collections, GError **error)
{
  if (collections == NULL || collections[0] == NULL)
    return TRUE;
  g_autofree char *joined = g_strjoinv ("\n", (char **) collections);
  char *lines = g_strconcat (joined, "\n", NULL);
  return put_file (item, "collections", g_bytes_new_take (lines, strlen (lines)), error);
}

static gboolean
put_item (Item *item, const TkHandover *wish, GError **error)
{
  const TkRecord *record = item->paper->record;
  static const char *const kept[] = {"contents",      "handle",       "collections",
                                     "relationships", TK_RECORD_FILE, TK_RECORD_PREMIS_FILE};

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_hash_table_add (item->taken, g_strdup (kept[i]));
  if (!put_collections (item, wish->collections, error)
      || !put_file (item, "dublin_core.xml", print_dublin_core (record), error))
    return FALSE;
  if (record->conformance != NULL && !put_file (item, "metadata_dcterms.xml", print_terms (record), error))
    return FALSE;
  if (!copy_files (item, error) || !copy_records (item, error))
    return FALSE;
  return put_file (item, "contents", g_bytes_new (item->contents->str, item->contents->len), error);
}

gboolean
tk_handover_dspace (const GPtrArray *papers, const TkHandover *wish, const char *to, GError **error)
{
  g_autoptr (TkDelivery) delivery = tk_delivery_new (to, error);
  g_autofree char *count = g_strdup_printf ("%u", papers->len - 1);
  const int digits = MAX (3, (int) strlen (count));

  for (guint i = 0; delivery != NULL && i < papers->len; i++) {
    g_autofree char *name = g_strdup_printf ("item_%0*u", digits, i);
    g_autoptr (GString) contents = g_string_new (NULL);
    g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Item item = {delivery, papers->pdata[i], name, contents, taken};
    if (!put_item (&item, wish, error))
      return FALSE;
  }
  return delivery != NULL && tk_delivery_commit (delivery, error);
}
