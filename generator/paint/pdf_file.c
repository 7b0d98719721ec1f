/* Comes in: a store. Goes out: its file, from the first byte to the last. Objects are written by libharu;
 * those that are no streams stand in streams, many in each, and so does the table of where they are (ISO
 * 32000-1, 7.5.7 and 7.5.8): more than half of a tagged paper would be they, and they shrink to a tenth. */
#include <glib/gi18n.h>
#include <hpdf_list.h>

#include "error.h"
#include "pdf_writer.h"

struct _TkWriter {
  TkOutput *output;
  GChecksum *sum;
  gboolean quiet;  /* a stream passes that has its own digest already */
  gboolean closed; /* the digest stands in the file */
  gsize counted;   /* bytes of the buffer that the digest has seen */
  gsize length;
  guint64 total;
  GError *error;
  char buffer[1 << 16];
};

static void
count_bytes (TkWriter *writer)
{
  if (!writer->quiet && !writer->closed)
    g_checksum_update (writer->sum, (const guchar *) writer->buffer + writer->counted,
                       (gssize) (writer->length - writer->counted));
  writer->counted = writer->length;
}

void
tk_writer_pass (TkWriter *writer, const TkStream *stream)
{
  count_bytes (writer);
  if (!writer->closed)
    g_checksum_update (writer->sum, stream->digest, sizeof stream->digest);
  writer->quiet = TRUE;
}

void
tk_writer_listen (TkWriter *writer)
{
  count_bytes (writer);
  writer->quiet = FALSE;
}

static gboolean
flush (TkWriter *writer)
{
  count_bytes (writer);
  if (!tk_output_write (writer->output, writer->buffer, writer->length, &writer->error))
    return FALSE;
  writer->length = writer->counted = 0;
  return TRUE;
}

static HPDF_STATUS
write_bytes (HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
  TkWriter *writer = stream->attr;

  writer->total += size;
  for (gsize done = 0; done < size;) {
    gsize part = MIN (size - done, sizeof writer->buffer - writer->length);
    memcpy (writer->buffer + writer->length, bytes + done, part);
    writer->length += part;
    done += part;
    if (writer->length == sizeof writer->buffer && !flush (writer))
      return HPDF_FILE_IO_ERROR;
  }
  return HPDF_OK;
}

/* The digest of all before it. */
static char *
identify_new (TkWriter *writer)
{
  count_bytes (writer);
  writer->closed = TRUE;
  const char *hex = g_checksum_get_string (writer->sum);
  return g_strdup_printf ("/ID[<%s><%s>]\n", hex, hex);
}

/* As every program reads it: a line for each object, then the table of where they are. */

static HPDF_STATUS
write_identity (HPDF_Dict trailer, HPDF_Stream to)
{
  g_autofree char *identity = identify_new (trailer->attr);

  return HPDF_Stream_WriteStr (to, identity);
}

static HPDF_STATUS
write_plain (const TkStore *store, HPDF_Stream stream)
{
  HPDF_Doc pdf = store->pdf;
  HPDF_STATUS status = HPDF_Dict_Add (pdf->trailer, "Root", pdf->catalog);

  pdf->trailer->attr = store->writer;
  pdf->trailer->write_fn = write_identity;
  if (status == HPDF_OK)
    status = HPDF_Dict_Add (pdf->trailer, "Info", pdf->info);
  if (status == HPDF_OK)
    status = HPDF_Xref_WriteToStream (pdf->xref, stream, NULL);
  pdf->trailer->write_fn = NULL;
  return status;
}

/* Bundled */

enum {
  MOST_BUNDLED = 200, /* objects of a stream: a reader unpacks all of them for one */
  ROW = 7,            /* bytes of a row of the table: kind, offset or stream, place in it */
};

/* Where an object is (ISO 32000-1, table 18). */
typedef struct {
  guint8 kind; /* 0 nowhere, 1 at an offset, 2 in a stream */
  guint32 at;  /* offset, or number of the stream */
  guint16 place;
} Place;

/* Objects on their way into a stream. */
typedef struct {
  TkBytes heads, bodies;
  guint n;
} Bundle;

typedef struct {
  const TkStore *store;
  HPDF_Stream to;     /* the file */
  HPDF_Stream sink;   /* appends to the bodies of @open */
  GArray *places;     /* Place by number */
  GPtrArray *streams; /* TkStream: of bundled objects, and the table */
  GPtrArray *entries; /* of them */
  Bundle open;
} Saving;

static void
stream_free (gpointer data)
{
  TkStream *stream = data;

  g_free (stream->bytes);
  g_free (stream);
}

static HPDF_STATUS
append (HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
  tk_bytes_put (stream->attr, bytes, size);
  return HPDF_OK;
}

static gboolean
is_stream (const HPDF_XrefEntry entry)
{
  const HPDF_Obj_Header *header = entry->obj;

  return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT
         && ((HPDF_Dict) entry->obj)->stream != NULL;
}

static HPDF_STATUS
write_stream (Saving *saving, guint number, void *object)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);
  HPDF_STATUS status;

  g_array_index (saving->places, Place, number) = (Place){1, (guint32) saving->store->writer->total, 0};
  status = HPDF_Stream_WriteStr (saving->to, head);
  if (status == HPDF_OK)
    status = HPDF_Obj_WriteValue (object, saving->to, NULL);
  return status == HPDF_OK ? HPDF_Stream_WriteStr (saving->to, "\nendobj\n") : status;
}

static void
close_bundle (Saving *saving)
{
  Bundle *open = &saving->open;
  TkStream *stream = g_new0 (TkStream, 1);

  g_ptr_array_add (saving->streams, stream);
  g_ptr_array_add (saving->entries,
                   g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, open->n, open->heads.length));
  tk_bytes_put (&open->heads, open->bodies.at, open->bodies.length);
  tk_pack_add (saving->store->pack, stream, &open->heads);
  tk_bytes_clear (&open->heads);
  open->bodies.length = 0;
  open->n = 0;
}

/* @first: the number of the first stream of bundled objects */
static HPDF_STATUS
bundle_object (Saving *saving, guint number, void *object, guint first)
{
  Bundle *open = &saving->open;

  g_array_index (saving->places, Place, number) = (Place){2, first + saving->streams->len, (guint16) open->n};
  tk_bytes_print (&open->heads, "%u %" G_GSIZE_FORMAT " ", number, open->bodies.length);
  HPDF_STATUS status = HPDF_Obj_WriteValue (object, saving->sink, NULL);
  tk_bytes_literal (&open->bodies, "\n");
  if (++open->n == MOST_BUNDLED)
    close_bundle (saving);
  return status;
}

/* Streams first: then the objects that say how long they are know it. */
static HPDF_STATUS
write_objects (Saving *saving)
{
  HPDF_Xref xref = saving->store->pdf->xref;
  const guint n = xref->entries->count;
  HPDF_STATUS status = HPDF_OK;

  for (guint i = 1; i < n && status == HPDF_OK; i++)
    if (is_stream (HPDF_Xref_GetEntry (xref, i)))
      status = write_stream (saving, i, HPDF_Xref_GetEntry (xref, i)->obj);
  for (guint i = 1; i < n && status == HPDF_OK; i++)
    if (!is_stream (HPDF_Xref_GetEntry (xref, i)))
      status = bundle_object (saving, i, HPDF_Xref_GetEntry (xref, i)->obj, n);
  if (saving->open.n > 0)
    close_bundle (saving);
  return status;
}

/* The number of an object that libharu does not know of, and that is written next. */
static guint
add_number (Saving *saving)
{
  const Place place = {1, (guint32) saving->store->writer->total, 0};

  g_array_append_val (saving->places, place);
  return saving->places->len - 1;
}

static HPDF_STATUS
write_own (const Saving *saving, guint number, const TkStream *stream, const char *entries)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<<%s/Filter/FlateDecode/Length %" G_GSIZE_FORMAT
                                           ">>\nstream\r\n",
                                           number, entries, stream->size);
  HPDF_STATUS status = HPDF_Stream_WriteStr (saving->to, head);

  tk_writer_pass (saving->store->writer, stream);
  if (status == HPDF_OK)
    status = HPDF_Stream_Write (saving->to, stream->bytes, (HPDF_UINT) stream->size);
  tk_writer_listen (saving->store->writer);
  return status == HPDF_OK ? HPDF_Stream_WriteStr (saving->to, "\nendstream\nendobj\n") : status;
}

/* A row for each object, as differences to the row above it, which the filter Up of PNG makes. */
static void
put_table (TkBytes *to, const GArray *places)
{
  guint8 above[ROW] = {0};

  tk_bytes_need (to, (gsize) places->len * (ROW + 1));
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index (places, Place, i);
    const guint8 row[ROW] = {place->kind,
                             (guint8) (place->at >> 24),
                             (guint8) (place->at >> 16),
                             (guint8) (place->at >> 8),
                             (guint8) place->at,
                             (guint8) (place->place >> 8),
                             (guint8) place->place};
    guint8 coded[ROW + 1] = {2};
    for (guint k = 0; k < ROW; k++)
      coded[k + 1] = (guint8) (row[k] - above[k]);
    tk_bytes_put (to, coded, sizeof coded);
    memcpy (above, row, ROW);
  }
}

static HPDF_STATUS
write_table (Saving *saving)
{
  const TkStore *store = saving->store;
  const guint number = add_number (saving);
  const guint32 offset = g_array_index (saving->places, Place, number).at;
  g_autofree char *identity = identify_new (store->writer);
  g_autofree char *entries = g_strdup_printf (
      "/Type/XRef/Size %u/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>/Root %u 0 R/Info %u 0 R%s",
      saving->places->len, ROW, tk_store_number (store->pdf->catalog), tk_store_number (store->pdf->info),
      identity);
  g_autofree char *tail = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", offset);
  TkStream *stream = g_new0 (TkStream, 1);
  TkBytes table = {0};

  g_ptr_array_add (saving->streams, stream);
  put_table (&table, saving->places);
  tk_pack_add (store->pack, stream, &table);
  tk_pack_wait (store->pack);
  const HPDF_STATUS status = write_own (saving, number, stream, entries);
  return status == HPDF_OK ? HPDF_Stream_WriteStr (saving->to, tail) : status;
}

static HPDF_STATUS
write_bundled (const TkStore *store, HPDF_Stream to)
{
  Saving saving = {.store = store, .to = to};
  const Place nowhere = {0, 0, G_MAXUINT16};

  saving.sink = HPDF_CallbackWriter_New (store->pdf->mmgr, append, &saving.open.bodies);
  saving.places = g_array_new (FALSE, TRUE, sizeof (Place));
  saving.streams = g_ptr_array_new_with_free_func (stream_free);
  saving.entries = g_ptr_array_new_with_free_func (g_free);
  g_array_set_size (saving.places, store->pdf->xref->entries->count);
  g_array_index (saving.places, Place, 0) = nowhere;
  HPDF_STATUS status = write_objects (&saving);
  tk_pack_wait (store->pack);
  for (guint i = 0; i < saving.streams->len && status == HPDF_OK; i++)
    status = write_own (&saving, add_number (&saving), saving.streams->pdata[i], saving.entries->pdata[i]);
  if (status == HPDF_OK)
    status = write_table (&saving);
  HPDF_Stream_Free (saving.sink);
  tk_bytes_clear (&saving.open.heads);
  tk_bytes_clear (&saving.open.bodies);
  g_array_unref (saving.places);
  g_ptr_array_unref (saving.streams);
  g_ptr_array_unref (saving.entries);
  return status;
}

/* PDF/A-1 knows no bundles, and what goes to the press has few objects. */
static HPDF_STATUS
write_document (const TkStore *store, HPDF_Stream to)
{
  enum { BUNDLED_FROM = 7 };
  g_autofree char *head = g_strdup_printf ("%%PDF-1.%d\n%%\267\276\255\252\n", store->version);
  HPDF_STATUS status = HPDF_Stream_WriteStr (to, head);

  if (status != HPDF_OK)
    return status;
  return store->version >= BUNDLED_FROM ? write_bundled (store, to) : write_plain (store, to);
}

gboolean
tk_store_save (TkStore *store, TkOutput *output, GError **error)
{
  g_autofree TkWriter *writer = g_new0 (TkWriter, 1);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  HPDF_Stream stream = HPDF_CallbackWriter_New (store->pdf->mmgr, write_bytes, writer);

  writer->output = output;
  writer->sum = sum;
  store->writer = writer;
  tk_pack_wait (store->pack);
  const HPDF_STATUS status = write_document (store, stream);
  HPDF_Stream_Free (stream);
  store->writer = NULL;
  if (status == HPDF_OK)
    flush (writer);
  if (writer->error != NULL) {
    g_propagate_error (error, writer->error);
    return FALSE;
  }
  if (writer->total > G_MAXINT32) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_OUTPUT,
        _ ("the PDF cannot be written: it would be larger than 2 GiB; use smaller pictures or parts"));
    return FALSE;
  }
  if (status != HPDF_OK && HPDF_GetError (store->pdf) == HPDF_OK)
    HPDF_SetError (&store->pdf->error, status, 0);
  return tk_store_check (store, error);
}
