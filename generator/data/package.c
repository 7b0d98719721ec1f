/* Comes in: a zip file of an office program. Goes out: the XML of its parts,
 * pulled node by node. Knows neither sheets nor paragraphs. */
#include "package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#include "error.h"

/* What a part may inflate to: 64 MiB freely, then 250 times the whole file, at
 * most 4 GiB. Sheets of an office come to 10 to 60 times. */
enum { FREE_BYTES = 64 * 1024 * 1024, RATIO = 250 };
#define MOST_BYTES (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)
enum { MOST_PARTS = 20000, BLOCK = 64 * 1024 };

struct _TkPackage {
  char *path;
  gint64 size;
  GHashTable *parts;   /* (element-type utf8 utf8): a set */
  GHashTable *readers; /* (element-type xmlTextReader Part): those that are open, borrowed */
};

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

/* One part being inflated. */
typedef struct {
  TkPackage *package;
  Archive *archive;
  xmlTextReader *reader; /* that pulls it */
  char *name;
  gint64 inflated, most;
  char *trouble;   /* why its bytes ended before their time, or NULL */
  char *complaint; /* what the parser said first, or NULL */
} Part;

static void
fail_damaged (const char *path, const char *reason, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: the file is damaged (%s); open it in an office program and save it again"), path,
               reason != NULL ? reason : "zip");
}

/* Why a file that is no zip file is none. */
static gboolean
check_kind (const char *path, gint64 *ret_size, GError **error)
{
  static const guchar ole[8] = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
  g_autoptr (GError) reason = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &reason);

  if (file == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; look after the file and its rights"), path,
                 reason->message);
    return FALSE;
  }
  const char *bytes = g_mapped_file_get_contents (file);
  *ret_size = (gint64) g_mapped_file_get_length (file);
  if (*ret_size >= 4 && memcmp (bytes, "PK\3\4", 4) == 0)
    return TRUE;
  if (*ret_size >= 8 && memcmp (bytes, ole, 8) == 0)
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: is locked by a password, or of the old form .xls or .doc; open it in an office program "
           "and save it as .xlsx, .ods or .docx without a password"),
        path);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: is no file of a spreadsheet or word processor; save it as .xlsx, .ods or .docx"),
                 path);
  return FALSE;
}

static Archive *
archive_open_new (const char *path, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_filename (archive, path, BLOCK) == ARCHIVE_OK)
    return g_steal_pointer (&archive);
  fail_damaged (path, archive_error_string (archive), error);
  return NULL;
}

static gboolean
list_parts (TkPackage *package, GError **error)
{
  g_autoptr (Archive) archive = archive_open_new (package->path, error);
  struct archive_entry *entry;
  int result = ARCHIVE_OK;

  if (archive == NULL)
    return FALSE;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN) {
    const char *name = archive_entry_pathname_utf8 (entry);
    if (archive_entry_is_encrypted (entry)) {
      g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is locked by a password; save it without one"),
                   package->path);
      return FALSE;
    }
    /* of two parts with one name every program reads another one */
    if (name != NULL && !g_hash_table_add (package->parts, g_strdup (name))) {
      g_autofree char *reason = g_strdup_printf (_ ("%s is in it twice"), name);
      fail_damaged (package->path, reason, error);
      return FALSE;
    }
    if (g_hash_table_size (package->parts) > MOST_PARTS) {
      fail_damaged (package->path, _ ("it has too many parts"), error);
      return FALSE;
    }
  }
  if (result == ARCHIVE_EOF)
    return TRUE;
  fail_damaged (package->path, archive_error_string (archive), error);
  return FALSE;
}

TkPackage *
tk_package_open_new (const char *path, GError **error)
{
  g_autoptr (TkPackage) package = g_new0 (TkPackage, 1);

  package->path = g_strdup (path);
  package->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  package->readers = g_hash_table_new (NULL, NULL);
  return check_kind (path, &package->size, error) && list_parts (package, error) ? g_steal_pointer (&package)
                                                                                 : NULL;
}

void
tk_package_free (TkPackage *package)
{
  if (package == NULL)
    return;
  g_hash_table_unref (package->parts);
  g_hash_table_unref (package->readers);
  g_free (package->path);
  g_free (package);
}

const char *
tk_package_path (const TkPackage *package)
{
  return package->path;
}

gboolean
tk_package_has (const TkPackage *package, const char *part)
{
  return g_hash_table_contains (package->parts, part);
}

/* xmlInputReadCallback */
static int
read_part (void *data, char *buffer, int length)
{
  Part *part = data;
  const la_ssize_t n = archive_read_data (part->archive, buffer, (gsize) length);

  if (n < 0) {
    const char *reason = archive_error_string (part->archive);
    g_free (part->trouble);
    part->trouble = g_strdup (reason != NULL ? reason : "zip");
    return -1;
  }
  part->inflated += n;
  if (part->inflated <= part->most)
    return (int) n;
  g_free (part->trouble);
  part->trouble = g_strdup (_ ("it grows beyond measure when unpacked"));
  return -1;
}

/* xmlInputCloseCallback */
static int
close_part (void *data)
{
  Part *part = data;

  g_hash_table_remove (part->package->readers, part->reader);
  archive_close (part->archive);
  g_free (part->name);
  g_free (part->trouble);
  g_free (part->complaint);
  g_free (part);
  return 0;
}

/* xmlTextReaderErrorFunc: the first word is nearest to the fault. */
static void
keep_complaint (void *data, const char *message, xmlParserSeverities severity,
                G_GNUC_UNUSED xmlTextReaderLocatorPtr locator)
{
  Part *part = data;

  if (part->complaint == NULL && severity == XML_PARSER_SEVERITY_ERROR && message != NULL)
    part->complaint = g_strchomp (g_utf8_make_valid (message, -1));
}

/* An archive whose next data is that of @part. */
static Archive *
find_part_new (const TkPackage *package, const char *part, GError **error)
{
  g_autoptr (Archive) archive = archive_open_new (package->path, error);
  struct archive_entry *entry;
  int result = ARCHIVE_OK;

  if (archive == NULL)
    return NULL;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    if (g_strcmp0 (archive_entry_pathname_utf8 (entry), part) == 0)
      return g_steal_pointer (&archive);
  g_autofree char *reason = g_strdup_printf (_ ("%s is not in it"), part);
  fail_damaged (package->path, reason, error);
  return NULL;
}

xmlTextReader *
tk_package_reader_new (TkPackage *package, const char *part, GError **error)
{
  Archive *archive = find_part_new (package, part, error);

  if (archive == NULL)
    return NULL;
  Part *it = g_new0 (Part, 1);
  it->package = package;
  it->archive = archive;
  it->name = g_strdup (part);
  it->most = MIN (MAX (FREE_BYTES, package->size * RATIO), MOST_BYTES);
  xmlTextReader *reader = xmlReaderForIO (read_part, close_part, it, part, NULL,
                                          XML_PARSE_NONET | XML_PARSE_NOCDATA);
  if (reader == NULL) { /* @it is freed by then */
    fail_damaged (package->path, part, error);
    return NULL;
  }
  it->reader = reader;
  g_hash_table_insert (package->readers, reader, it);
  xmlTextReaderSetErrorHandler (reader, keep_complaint, it);
  return reader;
}

gboolean
tk_package_next (TkPackage *package, xmlTextReader *reader, GError **error)
{
  const int result = xmlTextReaderRead (reader);
  const gboolean has_type = result == 1 && xmlTextReaderNodeType (reader) == XML_READER_TYPE_DOCUMENT_TYPE;

  if (result == 1 && !has_type)
    return TRUE;
  const Part *part = g_hash_table_lookup (package->readers, reader);
  const char *reason = part->trouble != NULL ? part->trouble : part->complaint;
  if (result == 0 && part->trouble == NULL)
    return FALSE;
  if (has_type)
    reason = _ ("it has a document type");
  g_autofree char *place = g_strdup_printf ("%s:%d%s%s", part->name,
                                            xmlTextReaderGetParserLineNumber (reader),
                                            reason != NULL ? ": " : "", reason != NULL ? reason : "");
  fail_damaged (package->path, place, error);
  return FALSE;
}

gboolean
tk_package_at (xmlTextReader *reader, const char *local)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT
         && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), local) == 0;
}

char *
tk_package_attribute (xmlTextReader *reader, const char *local)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (reader) == 1)
    if (xmlTextReaderIsNamespaceDecl (reader) == 0
        && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), local) == 0)
      value = (char *) xmlTextReaderValue (reader);
  xmlTextReaderMoveToElement (reader);
  return value;
}
