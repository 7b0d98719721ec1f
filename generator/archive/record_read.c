/* Comes in: record.xml, which may have been made by anyone. Goes out: the record, or what is wrong with the
 * file and where. Nothing outside of the file is read, no entity is known. */
#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>
#include <sys/stat.h>

#include "error.h"
#include "record_form.h"

/* A paper of ten thousand pictures has a record of 2 MB. */
enum { LARGEST = 16 << 20 };

struct _TkRecordReader {
  xmlRelaxNG *grammar;
};

typedef struct {
  const char *path;
  TkRecord *record;
  GError **error;
} Reader;

static void
set_fault (GError **error, const char *path, long line, const char *what)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s:%ld: %s; take the file from a copy of the archive"),
               path, line, what);
}

static void
ignore (void *context G_GNUC_UNUSED, const char *message G_GNUC_UNUSED, ...)
{
}

/* What libxml2 says first, in one line. */
typedef struct {
  char *message;
  int line;
} First;

static void
#if LIBXML_VERSION >= 21200
take_first (void *context, const xmlError *fault)
#else
take_first (void *context, xmlError *fault)
#endif
{
  First *first = context;

  if (first->message != NULL)
    return;
  first->message = g_strchomp (g_strdelimit (g_strdup (fault->message), "\n", ' '));
  first->line = fault->line;
}

/* A record has no DOCTYPE: no entity is declared, so none can swell or reach for files. */
static void
refuse_doctype (void *context, const xmlChar *name G_GNUC_UNUSED, const xmlChar *external G_GNUC_UNUSED,
                const xmlChar *system G_GNUC_UNUSED)
{
  xmlParserCtxt *parser = context;
  long *line = parser->_private;

  *line = xmlSAX2GetLineNumber (parser);
  xmlStopParser (parser);
}

static xmlDoc *
parse (const char *path, const char *text, gsize length, GError **error)
{
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES
                      | XML_PARSE_NOCDATA;
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  long doctype = 0;

  parser->_private = &doctype;
  parser->sax->internalSubset = refuse_doctype;
  xmlDoc *doc = xmlCtxtReadMemory (parser, text, (int) length, path, "UTF-8", options);
  if (doctype > 0) {
    set_fault (error, path, doctype, _ ("a record has no DOCTYPE and no entities"));
    g_clear_pointer (&doc, xmlFreeDoc);
  } else if (doc == NULL) {
    const xmlError *last = xmlCtxtGetLastError (parser);
    const gboolean said = last != NULL && last->message != NULL;
    g_autofree char *reason = g_strchomp (g_strdup (said ? last->message : ""));
    g_autofree char *what = g_strdup_printf (_ ("this is not XML (%s)"), reason);
    set_fault (error, path, said ? last->line : 1, what);
  }
  xmlFreeParserCtxt (parser);
  return doc;
}

TkRecordReader *
tk_record_reader_new (void)
{
  TkRecordReader *reader = g_new0 (TkRecordReader, 1);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt (tk_record_grammar,
                                                             (int) strlen (tk_record_grammar));

  xmlRelaxNGSetParserErrors (parser, ignore, ignore, NULL);
  reader->grammar = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert (reader->grammar != NULL); /* it is the program's own */
  return reader;
}

void
tk_record_reader_free (TkRecordReader *reader)
{
  if (reader == NULL)
    return;
  xmlRelaxNGFree (reader->grammar);
  g_free (reader);
}

static gboolean
check_grammar (const Reader *reader, xmlRelaxNG *grammar, xmlDoc *doc)
{
  First first = {0};
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (grammar);
  xmlRelaxNGSetValidErrors (validator, ignore, ignore, NULL);
  xmlRelaxNGSetValidStructuredErrors (validator, take_first, &first);
  const gboolean valid = xmlRelaxNGValidateDoc (validator, doc) == 0;
  xmlRelaxNGFreeValidCtxt (validator);
  if (!valid) {
    g_autofree char *what = g_strdup_printf (_ ("this is not a record of a paper (%s)"),
                                             first.message != NULL ? first.message : "?");
    set_fault (reader->error, reader->path, MAX (first.line, 1), what);
  }
  g_free (first.message);
  return valid;
}

static const char *
take_attribute (const Reader *reader, xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  const char *copy = tk_arena_text (reader->record->arena, (const char *) value);

  xmlFree (value);
  return copy;
}

static const char *
take_text (const Reader *reader, xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);
  const char *copy = *text != '\0' ? tk_arena_text (reader->record->arena, (const char *) text) : NULL;

  xmlFree (text);
  return copy;
}

/* The grammar has held that a digit is there, and the range. */
static guint64
take_number (const Reader *reader, xmlNode *node, const char *name)
{
  const char *value = take_attribute (reader, node, name);

  return value != NULL ? g_ascii_strtoull (g_strstrip ((char *) value), NULL, 10) : 0;
}

/* Whether @path names something within a folder. */
static gboolean
stays_within (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_file (const Reader *reader, xmlNode *node, GArray *files)
{
  const TkRecordFile *last = files->len > 0 ? &g_array_index (files, TkRecordFile, files->len - 1) : NULL;
  const TkRecordFile file = {.path = take_attribute (reader, node, "path"),
                             .kind = take_attribute (reader, node, "kind"),
                             .sha256 = take_attribute (reader, node, "sha256"),
                             .size = take_number (reader, node, "size")};

  if (!stays_within (file.path)) {
    g_autofree char *what = g_strdup_printf (_ ("“%s” is not a path within the folder"), file.path);
    set_fault (reader->error, reader->path, xmlGetLineNo (node), what);
    return FALSE;
  }
  if (last != NULL && strcmp (last->path, file.path) >= 0) {
    g_autofree char *what = g_strdup_printf (_ ("“%s” stands twice or not in the order of the names"),
                                             file.path);
    set_fault (reader->error, reader->path, xmlGetLineNo (node), what);
    return FALSE;
  }
  g_array_append_val (files, file);
  return TRUE;
}

static gboolean
read_making (const Reader *reader, xmlNode *making)
{
  TkRecord *record = reader->record;
  g_autoptr (GArray) settings = g_array_new (FALSE, TRUE, sizeof (TkRecordSetting));
  g_autoptr (GArray) fonts = g_array_new (FALSE, TRUE, sizeof (TkRecordFile));

  record->layout = take_attribute (reader, making, "layout");
  record->program = take_attribute (reader, making, "program");
  record->day = g_ascii_strtoll (take_attribute (reader, making, "day"), NULL, 10);
  record->draft = strcmp (take_attribute (reader, making, "draft"), "yes") == 0;
  for (xmlNode *node = xmlFirstElementChild (making); node != NULL; node = xmlNextElementSibling (node)) {
    if (strcmp ((const char *) node->name, "setting") == 0) {
      const TkRecordSetting setting = {take_attribute (reader, node, "name"),
                                       take_attribute (reader, node, "value")};
      g_array_append_val (settings, setting);
    } else if (!read_file (reader, node, fonts))
      return FALSE;
  }
  record->settings = tk_arena_copy_array (record->arena, settings);
  record->n_settings = settings->len;
  record->fonts = tk_arena_copy_array (record->arena, fonts);
  record->n_fonts = fonts->len;
  return TRUE;
}

static const char *const *
keep_names (const Reader *reader, GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return tk_arena_copy (reader->record->arena, names->pdata, names->len * sizeof (char *));
}

static void
read_event (const Reader *reader, xmlNode *node, GArray *events)
{
  const TkRecordEvent event = {.kind = take_attribute (reader, node, "kind"),
                               .when = take_attribute (reader, node, "when"),
                               .outcome = take_attribute (reader, node, "outcome"),
                               .detail = take_text (reader, node)};

  g_array_append_val (events, event);
}

/* The one text that an element of this name holds, or NULL. */
static const char **
find_field (TkRecord *record, const char *name)
{
  const struct {
    const char *name, **field;
  } fields[] = {
      {"reason", &record->reason},     {"title", &record->title},         {"kind", &record->kind},
      {"number", &record->number},     {"publisher", &record->publisher}, {"date", &record->date},
      {"language", &record->language}, {"rights", &record->rights},       {"source", &record->source}};

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (strcmp (fields[i].name, name) == 0)
      return fields[i].field;
  }
  return NULL;
}

static gboolean
read_replaces (const Reader *reader, xmlNode *node)
{
  reader->record->replaces = TRUE;
  if (take_number (reader, node, "version") + 1 == reader->record->version)
    return TRUE;
  set_fault (reader->error, reader->path, xmlGetLineNo (node),
             _ ("a version replaces the one before it, and no other"));
  return FALSE;
}

static gboolean
read_children (const Reader *reader, xmlNode *root)
{
  TkRecord *record = reader->record;
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();
  g_autoptr (GPtrArray) organisations = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (TkRecordEvent));
  g_autoptr (GArray) files = g_array_new (FALSE, TRUE, sizeof (TkRecordFile));

  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node)) {
    const char *name = (const char *) node->name;
    const char **field = find_field (record, name);
    if (strcmp (name, "publisher") == 0)
      record->body = take_attribute (reader, node, "code");
    if (field != NULL)
      *field = take_text (reader, node);
    else if (strcmp (name, "person") == 0)
      g_ptr_array_add (persons, (char *) take_text (reader, node));
    else if (strcmp (name, "organisation") == 0)
      g_ptr_array_add (organisations, (char *) take_text (reader, node));
    else if (strcmp (name, "place") == 0)
      g_ptr_array_add (places, (char *) take_text (reader, node));
    else if (strcmp (name, "event") == 0)
      read_event (reader, node, events);
    else if (strcmp (name, "replaces") == 0 && !read_replaces (reader, node))
      return FALSE;
    else if (strcmp (name, "making") == 0 && !read_making (reader, node))
      return FALSE;
    else if (strcmp (name, "file") == 0 && !read_file (reader, node, files))
      return FALSE;
  }
  record->persons = keep_names (reader, persons);
  record->organisations = keep_names (reader, organisations);
  record->places = keep_names (reader, places);
  record->events = tk_arena_copy_array (record->arena, events);
  record->n_events = events->len;
  record->files = tk_arena_copy_array (record->arena, files);
  record->n_files = files->len;
  return TRUE;
}

static gboolean
read_record (const Reader *reader, xmlDoc *doc)
{
  TkRecord *record = reader->record;
  xmlNode *root = xmlDocGetRootElement (doc);

  record->id = take_attribute (reader, root, "id");
  record->version = (guint) take_number (reader, root, "version");
  record->year = (int) take_number (reader, root, "year");
  record->own = strcmp (take_attribute (reader, root, "origin"), "own") == 0;
  record->conformance = take_attribute (reader, root, "conformance");
  record->n_pages = (guint) take_number (reader, root, "pages");
  return read_children (reader, root);
}

TkRecord *
tk_record_parse_new (const TkRecordReader *reader, const char *path, const char *text, gsize length,
                     GError **error)
{
  xmlDoc *doc = parse (path, text, length, error);

  if (doc == NULL)
    return NULL;
  g_autoptr (TkRecord) record = g_new0 (TkRecord, 1);
  record->arena = tk_arena_new ();
  const Reader reading = {.path = path, .record = record, .error = error};
  const gboolean good = check_grammar (&reading, reader->grammar, doc) && read_record (&reading, doc);
  xmlFreeDoc (doc);
  return good ? g_steal_pointer (&record) : NULL;
}

TkRecord *
tk_record_reader_read_new (const TkRecordReader *reader, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, TK_RECORD_FILE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) fault = NULL;
  struct stat status;
  gsize length;

  if (lstat (path, &status) == 0 && (!S_ISREG (status.st_mode) || status.st_size > LARGEST)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: is no record of a paper (no file, or larger than 16 MB); take it from a copy of the "
                    "archive"),
                 path);
    return NULL;
  }
  if (!g_file_get_contents (path, &text, &length, &fault)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: cannot be read (%s); is this a paper of an archive?"), path, fault->message);
    return NULL;
  }
  return tk_record_parse_new (reader, path, text, length, error);
}

TkRecord *
tk_record_read_new (const char *folder, GError **error)
{
  g_autoptr (TkRecordReader) reader = tk_record_reader_new ();

  return tk_record_reader_read_new (reader, folder, error);
}

void
tk_record_free (TkRecord *record)
{
  if (record == NULL)
    return;
  tk_arena_free (record->arena);
  g_free (record);
}
