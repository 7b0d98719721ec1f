/* Comes in: parts and relations. Goes out: a zip file, [Content_Types].xml first. No clock: entries have the
 * oldest date that a zip file knows. */
#include "word_package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "word_xml.h"

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

typedef struct {
  char *name, *type;
  GBytes *bytes;
} Part;

typedef struct {
  char *source, *kind, *target, *id;
  gboolean external;
} Relation;

struct _TkWordPackage {
  GPtrArray *parts, *relations;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->type);
  g_bytes_unref (part->bytes);
  g_free (part);
}

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->source);
  g_free (relation->kind);
  g_free (relation->target);
  g_free (relation->id);
  g_free (relation);
}

TkWordPackage *
tk_word_package_new (void)
{
  TkWordPackage *package = g_new0 (TkWordPackage, 1);

  package->parts = g_ptr_array_new_with_free_func (part_free);
  package->relations = g_ptr_array_new_with_free_func (relation_free);
  return package;
}

void
tk_word_package_free (TkWordPackage *package)
{
  if (package == NULL)
    return;
  g_ptr_array_unref (package->parts);
  g_ptr_array_unref (package->relations);
  g_free (package);
}

void
tk_word_package_add (TkWordPackage *package, const char *name, const char *type, GBytes *bytes)
{
  Part *part = g_new0 (Part, 1);

  *part = (Part){g_strdup (name), g_strdup (type), bytes};
  g_ptr_array_add (package->parts, part);
}

const char *
tk_word_package_relate (TkWordPackage *package, const char *source, const char *kind, const char *target,
                        gboolean external)
{
  guint n = 0;

  for (guint i = 0; i < package->relations->len; i++) {
    const Relation *old = package->relations->pdata[i];
    if (!g_str_equal (old->source, source))
      continue;
    if (g_str_equal (old->kind, kind) && g_str_equal (old->target, target))
      return old->id;
    n++;
  }
  Relation *relation = g_new0 (Relation, 1);
  *relation = (Relation){g_strdup (source), g_strdup (kind), g_strdup (target),
                         g_strdup_printf ("rId%u", n + 1), external};
  g_ptr_array_add (package->relations, relation);
  return relation->id;
}

/* ---- the parts that tell of parts ---- */

static GBytes *
finish (TkXml xml, xmlBufferPtr buffer)
{
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  GBytes *bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}

static GBytes *
print_types (const TkWordPackage *package)
{
  static const char *const usual[][2] = {
      {"rels", "application/vnd.openxmlformats-package.relationships+xml"},
      {"xml", "application/xml"},
      {"jpeg", "image/jpeg"},
      {"png", "image/png"},
  };
  xmlBufferPtr buffer = xmlBufferCreate ();
  TkXml xml = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", "yes");
  tk_word_begin (xml, "Types");
  tk_word_attribute (xml, "xmlns", PACKAGE "content-types");
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++) {
    tk_word_begin (xml, "Default");
    tk_word_attribute (xml, "Extension", usual[i][0]);
    tk_word_attribute (xml, "ContentType", usual[i][1]);
    tk_word_end (xml);
  }
  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = package->parts->pdata[i];
    g_autofree char *path = g_strconcat ("/", part->name, NULL);
    if (!g_str_has_suffix (part->name, ".xml"))
      continue;
    tk_word_begin (xml, "Override");
    tk_word_attribute (xml, "PartName", path);
    tk_word_attribute (xml, "ContentType", part->type);
    tk_word_end (xml);
  }
  tk_word_end (xml);
  return finish (xml, buffer);
}

/* NULL: @source refers to nothing. */
static GBytes *
print_relations (const TkWordPackage *package, const char *source)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  TkXml xml = xmlNewTextWriterMemory (buffer, 0);
  guint n = 0;

  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", "yes");
  tk_word_begin (xml, "Relationships");
  tk_word_attribute (xml, "xmlns", PACKAGE "relationships");
  for (guint i = 0; i < package->relations->len; i++) {
    const Relation *relation = package->relations->pdata[i];
    const gboolean core = g_str_has_prefix (relation->kind, "metadata/");
    g_autofree char *type = g_strconcat (core ? PACKAGE "relationships/" : RELATION, relation->kind, NULL);
    if (!g_str_equal (relation->source, source))
      continue;
    tk_word_begin (xml, "Relationship");
    tk_word_attribute (xml, "Id", relation->id);
    tk_word_attribute (xml, "Type", type);
    tk_word_attribute (xml, "Target", relation->target);
    if (relation->external)
      tk_word_attribute (xml, "TargetMode", "External");
    tk_word_end (xml);
    n++;
  }
  tk_word_end (xml);
  g_autoptr (GBytes) bytes = finish (xml, buffer);
  return n > 0 ? g_steal_pointer (&bytes) : NULL;
}

/* ---- the zip file ---- */

typedef struct archive Zip;
static void
zip_free (Zip *zip)
{
  if (zip != NULL)
    archive_write_free (zip);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Zip, zip_free)

typedef struct {
  TkOutput *output;
  GError *error; /* of the output */
} Sink;

static la_ssize_t
pass (Zip *zip, void *data, const void *bytes, size_t size)
{
  Sink *sink = data;

  if (sink->error == NULL && tk_output_write (sink->output, bytes, size, &sink->error))
    return (la_ssize_t) size;
  archive_set_error (zip, EIO, "output");
  return -1;
}

/* Without a time, an owner or an entry's own compression level: nothing that differs from run to run. */
static gboolean
put_entry (Zip *zip, const char *name, GBytes *bytes)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  const gboolean put = archive_write_header (zip, entry) == ARCHIVE_OK
                       && archive_write_data (zip, data, size) == (la_ssize_t) size
                       && archive_write_finish_entry (zip) == ARCHIVE_OK;
  archive_entry_free (entry);
  return put;
}

/* "word/document.xml" has its relations in "word/_rels/document.xml.rels", the package in "_rels/.rels". */
static gboolean
put_relations (Zip *zip, const TkWordPackage *package, const char *source)
{
  const char *slash = strrchr (source, '/');
  const int folder = slash != NULL ? (int) (slash + 1 - source) : 0;
  g_autofree char *name = g_strdup_printf ("%.*s_rels/%s.rels", folder, source, source + folder);
  g_autoptr (GBytes) bytes = print_relations (package, source);

  return bytes == NULL || put_entry (zip, name, bytes);
}

static gboolean
put_all (Zip *zip, const TkWordPackage *package)
{
  g_autoptr (GBytes) types = print_types (package);

  if (!put_entry (zip, "[Content_Types].xml", types) || !put_relations (zip, package, ""))
    return FALSE;
  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = package->parts->pdata[i];
    if (!put_entry (zip, part->name, part->bytes) || !put_relations (zip, package, part->name))
      return FALSE;
  }
  return TRUE;
}

gboolean
tk_word_package_write (TkWordPackage *package, TkOutput *output, GError **error)
{
  g_autoptr (Zip) zip = archive_write_new ();
  Sink sink = {.output = output};

  archive_write_set_format_zip (zip);
  archive_write_zip_set_compression_deflate (zip);
  archive_write_set_bytes_in_last_block (zip, 1);
  if (archive_write_open (zip, &sink, NULL, pass, NULL) == ARCHIVE_OK && put_all (zip, package)
      && archive_write_close (zip) == ARCHIVE_OK)
    return TRUE;
  if (sink.error != NULL)
    g_propagate_error (error, sink.error);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("the Word file cannot be packed: %s"),
                 archive_error_string (zip));
  return FALSE;
}
