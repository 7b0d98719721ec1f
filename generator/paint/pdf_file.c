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
  MOST_WAITING = 256, /* streams, before they are written */
  ROW = 7,            /* bytes of a row of the table: kind, offset or stream, place in it */
};

/* Where an object is (ISO 32000-1, table 18). libharu's own table holds it: the kind as entry_typ, an offset
 * or the number of a stream as byte_offset, the place in that as gen_no. */
enum { NOWHERE, AT_OFFSET, IN_STREAM };

/* Objects that go into one stream. */
typedef struct {
  TkBytes heads, bodies;
  guint n;
} Bundle;

/* A stream that libharu does not know of. */
typedef struct {
  TkStream stream;
  char *entries;
} Own;

typedef struct {
  const TkStore *store;
  HPDF_Stream to;   /* the file */
  HPDF_Stream sink; /* appends to the bodies of @open */
  Bundle open;
  GPtrArray *waiting; /* Own: being compressed */
  GArray *offsets;    /* guint32: of those written, whose numbers follow libharu's last */
} Saving;

static void
own_free (gpointer data)
{
  Own *own = data;

  g_free (own->stream.bytes);
  g_free (own->entries);
  g_free (own);
}

static HPDF_STATUS
append (HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
  tk_bytes_put (stream->attr, bytes, size);
  return HPDF_OK;
}

static void
set_place (HPDF_XrefEntry entry, char kind, guint32 at, guint place)
{
  entry->entry_typ = kind;
  entry->byte_offset = at;
  entry->gen_no = (HPDF_UINT16) place;
}

static gboolean
is_stream (const HPDF_XrefEntry entry)
{
  const HPDF_Obj_Header *header = entry->obj;

  return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT
         && ((HPDF_Dict) entry->obj)->stream != NULL;
}

static HPDF_STATUS
write_stream (const Saving *saving, guint number, HPDF_XrefEntry entry)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);
  HPDF_STATUS status;

  set_place (entry, AT_OFFSET, (guint32) saving->store->writer->total, 0);
  status = HPDF_Stream_WriteStr (saving->to, head);
  if (status == HPDF_OK)
    status = HPDF_Obj_WriteValue (entry->obj, saving->to, NULL);
  return status == HPDF_OK ? HPDF_Stream_WriteStr (saving->to, "\nendobj\n") : status;
}

static guint
count_objects (const Saving *saving)
{
  return saving->store->pdf->xref->entries->count;
}

/* @entries: what only this stream has. Its number is the next one. */
static HPDF_STATUS
write_own (Saving *saving, const TkStream *stream, const char *entries)
{
  const guint32 offset = (guint32) saving->store->writer->total;
  g_autofree char *head = g_strdup_printf (
      "%u 0 obj\n<<%s/Filter/FlateDecode/Length %" G_GSIZE_FORMAT ">>\nstream\r\n",
      count_objects (saving) + saving->offsets->len, entries, stream->size);
  HPDF_STATUS status = HPDF_Stream_WriteStr (saving->to, head);

  g_array_append_val (saving->offsets, offset);
  tk_writer_pass (saving->store->writer, stream);
  if (status == HPDF_OK)
    status = HPDF_Stream_Write (saving->to, stream->bytes, (HPDF_UINT) stream->size);
  tk_writer_listen (saving->store->writer);
  return status == HPDF_OK ? HPDF_Stream_WriteStr (saving->to, "\nendstream\nendobj\n") : status;
}

static HPDF_STATUS
write_waiting (Saving *saving)
{
  HPDF_STATUS status = HPDF_OK;

  tk_pack_wait (saving->store->pack);
  for (guint i = 0; i < saving->waiting->len && status == HPDF_OK; i++) {
    const Own *own = saving->waiting->pdata[i];
    status = write_own (saving, &own->stream, own->entries);
  }
  g_ptr_array_set_size (saving->waiting, 0);
  return status;
}

static HPDF_STATUS
close_bundle (Saving *saving)
{
  Bundle *open = &saving->open;
  Own *own = g_new0 (Own, 1);

  own->entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, open->n, open->heads.length);
  g_ptr_array_add (saving->waiting, own);
  tk_bytes_put (&open->heads, open->bodies.at, open->bodies.length);
  tk_pack_add (saving->store->pack, TK_PACK_FAST, &own->stream, &open->heads);
  tk_bytes_clear (&open->heads);
  open->bodies.length = 0;
  open->n = 0;
  return saving->waiting->len < MOST_WAITING ? HPDF_OK : write_waiting (saving);
}

static HPDF_STATUS
bundle_object (Saving *saving, guint number, HPDF_XrefEntry entry)
{
  Bundle *open = &saving->open;
  const guint stream = count_objects (saving) + saving->offsets->len + saving->waiting->len;

  set_place (entry, IN_STREAM, stream, open->n);
  tk_bytes_integer (&open->heads, number);
  tk_bytes_literal (&open->heads, " ");
  tk_bytes_integer (&open->heads, (gint64) open->bodies.length);
  tk_bytes_literal (&open->heads, " ");
  const HPDF_STATUS status = HPDF_Obj_WriteValue (entry->obj, saving->sink, NULL);
  tk_bytes_literal (&open->bodies, "\n");
  return status == HPDF_OK && ++open->n == MOST_BUNDLED ? close_bundle (saving) : status;
}

/* Streams first: then the objects that say how long they are know it. */
static HPDF_STATUS
write_objects (Saving *saving)
{
  HPDF_Xref xref = saving->store->pdf->xref;
  HPDF_STATUS status = HPDF_OK;

  for (guint i = 1; i < count_objects (saving) && status == HPDF_OK; i++)
    if (is_stream (HPDF_Xref_GetEntry (xref, i)))
      status = write_stream (saving, i, HPDF_Xref_GetEntry (xref, i));
  for (guint i = 1; i < count_objects (saving) && status == HPDF_OK; i++)
    if (!is_stream (HPDF_Xref_GetEntry (xref, i)))
      status = bundle_object (saving, i, HPDF_Xref_GetEntry (xref, i));
  if (status == HPDF_OK && saving->open.n > 0)
    status = close_bundle (saving);
  return status == HPDF_OK ? write_waiting (saving) : status;
}

/* As the difference to the row above it, which the filter Up of PNG makes. */
static void
put_row (TkBytes *to, guint8 above[ROW], char kind, guint32 at, guint place)
{
  const guint8 row[ROW] = {(guint8) kind, (guint8) (at >> 24),   (guint8) (at >> 16), (guint8) (at >> 8),
                           (guint8) at,   (guint8) (place >> 8), (guint8) place};
  guint8 coded[ROW + 1] = {2};

  for (guint i = 0; i < ROW; i++)
    coded[i + 1] = (guint8) (row[i] - above[i]);
  tk_bytes_put (to, coded, sizeof coded);
  memcpy (above, row, ROW);
}

static void
put_table (TkBytes *to, const Saving *saving)
{
  guint8 above[ROW] = {0};

  tk_bytes_need (to, (gsize) (count_objects (saving) + saving->offsets->len + 1) * (ROW + 1));
  for (guint i = 0; i < count_objects (saving); i++) {
    const HPDF_XrefEntry entry = HPDF_Xref_GetEntry (saving->store->pdf->xref, i);
    put_row (to, above, i == 0 ? NOWHERE : entry->entry_typ, entry->byte_offset, entry->gen_no);
  }
  for (guint i = 0; i < saving->offsets->len; i++)
    put_row (to, above, AT_OFFSET, g_array_index (saving->offsets, guint32, i), 0);
  put_row (to, above, AT_OFFSET, (guint32) saving->store->writer->total, 0); /* the table itself */
}

static HPDF_STATUS
write_table (Saving *saving)
{
  const TkStore *store = saving->store;
  g_autofree char *identity = identify_new (store->writer);
  g_autofree char *entries = g_strdup_printf (
      "/Type/XRef/Size %u/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>/Root %u 0 R/Info %u 0 R%s",
      count_objects (saving) + saving->offsets->len + 1, ROW, tk_store_number (store->pdf->catalog),
      tk_store_number (store->pdf->info), identity);
  g_autofree char *tail = g_strdup_printf ("startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                                           store->writer->total);
  TkStream stream = {0};
  TkBytes table = {0};

  put_table (&table, saving);
  tk_pack_add (store->pack, TK_PACK_FAST, &stream, &table);
  tk_pack_wait (store->pack);
  const HPDF_STATUS status = write_own (saving, &stream, entries);
  g_free (stream.bytes);
  return status == HPDF_OK ? HPDF_Stream_WriteStr (saving->to, tail) : status;
}

static HPDF_STATUS
write_bundled (const TkStore *store, HPDF_Stream to)
{
  Saving saving = {.store = store, .to = to};

  saving.sink = HPDF_CallbackWriter_New (store->pdf->mmgr, append, &saving.open.bodies);
  saving.waiting = g_ptr_array_new_with_free_func (own_free);
  saving.offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  HPDF_STATUS status = write_objects (&saving);
  if (status == HPDF_OK)
    status = write_table (&saving);
  tk_pack_wait (store->pack); /* after an error it may still be at those that wait */
  HPDF_Stream_Free (saving.sink);
  tk_bytes_clear (&saving.open.heads);
  tk_bytes_clear (&saving.open.bodies);
  g_ptr_array_unref (saving.waiting);
  g_array_unref (saving.offsets);
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
