/* Comes in: objects as text, streams as bytes. Goes out: objects of libharu's that write themselves, without
 * a second copy of their bytes. Must not know what they mean, nor how they become a file: pdf_file.c does. */
#include "pdf_store.h"

#include <glib/gi18n.h>
#include <hpdf_list.h>

#include "error.h"
#include "pdf_writer.h"

typedef struct {
  TkStream stream;
  TkStore *store;
  char *entries;
  gboolean verbatim;
  GBytes *bytes; /* that hold those of the stream; NULL: they are borrowed, if verbatim, or its own */
} Held;

typedef struct {
  const char *at;
  guint length;
} Text;

/* One dictionary that stands for all objects of the series. */
typedef struct _TkSeries {
  struct _TkSeries *before;
  guint32 first;
  guint n, written;
  TkSeriesFunc put;
  gpointer data;
  TkBytes scratch;
} Series;

static void *HPDF_STDCALL
allocate (HPDF_UINT size)
{
  return g_malloc (size);
}

static void HPDF_STDCALL
release (void *memory)
{
  g_free (memory);
}

static void
let_go (Held *held)
{
  if (held->bytes == NULL && !held->verbatim)
    g_free (held->stream.bytes);
  held->stream.bytes = NULL;
  g_clear_pointer (&held->bytes, g_bytes_unref);
}

static void
held_free (gpointer data)
{
  Held *held = data;

  let_go (held);
  g_free (held->entries);
  g_free (held);
}

TkStore *
tk_store_new (void)
{
  enum { PAGES_A_NODE = 64 };
  TkStore *store = g_new0 (TkStore, 1);

  store->version = 7;
  store->arena = tk_arena_new ();
  store->pack = tk_pack_new ();
  store->streams = g_ptr_array_new_with_free_func (held_free);
  store->profiles = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  /* GLib's allocator ends the program where memory ends: nothing below is NULL for want of it */
  store->pdf = HPDF_NewEx (NULL, allocate, release, 0, NULL);
  /* libharu's table grows by so many entries and copies itself each time, byte by byte */
  store->pdf->xref->entries->items_per_block = 1 << 14;
  HPDF_SetPagesConfiguration (store->pdf, PAGES_A_NODE);
  return store;
}

/* Leaves libharu each dictionary once. */
static void
free_series (TkStore *store)
{
  for (Series *series = store->series; series != NULL; series = series->before) {
    for (guint i = 0; i + 1 < series->n; i++)
      HPDF_Xref_GetEntry (store->pdf->xref, series->first + i)->obj = NULL;
    tk_bytes_clear (&series->scratch);
  }
}

void
tk_store_free (TkStore *store)
{
  tk_pack_free (store->pack); /* before the streams that it fills */
  free_series (store);
  HPDF_Free (store->pdf);
  g_ptr_array_unref (store->streams);
  g_hash_table_unref (store->profiles);
  tk_arena_free (store->arena);
  g_free (store);
}

HPDF_Dict
tk_store_object (TkStore *store)
{
  HPDF_Dict object = HPDF_Dict_New (store->pdf->mmgr);

  HPDF_Xref_Add (store->pdf->xref, object);
  return object;
}

guint32
tk_store_number (const void *object)
{
  return ((const HPDF_Obj_Header *) object)->obj_id & 0x00FFFFFF;
}

static HPDF_STATUS
write_text (HPDF_Dict object, HPDF_Stream to)
{
  const Text *text = object->attr;

  return HPDF_Stream_Write (to, (const HPDF_BYTE *) text->at, text->length);
}

void
tk_store_set (TkStore *store, HPDF_Dict object, const TkBytes *bytes)
{
  Text *text = tk_arena_new0 (store->arena, Text);

  text->at = tk_arena_copy (store->arena, bytes->at, bytes->length);
  text->length = (guint) bytes->length;
  object->attr = text;
  object->write_fn = write_text;
}

static HPDF_STATUS
write_next (HPDF_Dict object, HPDF_Stream to)
{
  Series *series = object->attr;

  series->scratch.length = 0;
  series->put (series->data, series->written++, &series->scratch);
  return HPDF_Stream_Write (to, (const HPDF_BYTE *) series->scratch.at, (HPDF_UINT) series->scratch.length);
}

guint32
tk_store_series (TkStore *store, guint n, TkSeriesFunc put, gpointer data)
{
  Series *series = tk_arena_new0 (store->arena, Series);
  HPDF_Dict object = HPDF_Dict_New (store->pdf->mmgr);

  *series = (Series){.before = store->series, .n = n, .put = put, .data = data};
  store->series = series;
  if (n > HPDF_LIMIT_MAX_XREF_ELEMENT
              - store->pdf->xref->entries->count) { /* libharu would free the one for all */
    series->n = 0;
    HPDF_Dict_Free (object);
    HPDF_SetError (&store->pdf->error, HPDF_XREF_COUNT_ERR, 0);
    return 0;
  }
  object->attr = series;
  object->write_fn = write_next;
  for (guint i = 0; i < n; i++) {
    object->header.obj_id = 0; /* libharu takes an object once */
    HPDF_Xref_Add (store->pdf->xref, object);
    if (i == 0)
      series->first = tk_store_number (object);
  }
  return series->first;
}

/* Streams */

static HPDF_STATUS
read_held (HPDF_Stream from, HPDF_BYTE *to, HPDF_UINT *size)
{
  TkStream *stream = from->attr;
  gsize rest = stream->size - stream->position, part = MIN (*size, rest);
  gboolean end = part < *size;

  memcpy (to, stream->bytes + stream->position, part);
  stream->position += part;
  *size = (HPDF_UINT) part;
  return end ? HPDF_STREAM_EOF : HPDF_OK;
}

static HPDF_STATUS
seek_held (HPDF_Stream from, HPDF_INT position, HPDF_WhenceMode mode)
{
  TkStream *stream = from->attr;

  if (mode != HPDF_SEEK_SET)
    return HPDF_INVALID_OPERATION;
  stream->position = (gsize) position;
  return HPDF_OK;
}

static HPDF_INT32
tell_held (HPDF_Stream from)
{
  return (HPDF_INT32) ((const TkStream *) from->attr)->position;
}

static HPDF_UINT32
size_held (HPDF_Stream from)
{
  return (HPDF_UINT32) ((const TkStream *) from->attr)->size;
}

/* A compressed stream enters the digest by its own digest, which another
 * thread has made. */
static HPDF_STATUS
write_entries (HPDF_Dict object, HPDF_Stream to)
{
  const Held *held = object->attr;
  HPDF_STATUS status = HPDF_OK;

  if (!held->verbatim)
    status = HPDF_Stream_WriteStr (to, "/Filter/FlateDecode");
  if (status == HPDF_OK && held->entries != NULL)
    status = HPDF_Stream_WriteStr (to, held->entries);
  if (status != HPDF_OK || held->verbatim)
    return status;
  tk_writer_pass (held->store->writer, &held->stream);
  return HPDF_OK;
}

static HPDF_STATUS
end_stream (HPDF_Dict object)
{
  Held *held = object->attr;

  tk_writer_listen (held->store->writer);
  let_go (held);
  return HPDF_OK;
}

/* Makes @object, a stream of libharu's, one that reads from us. */
static Held *
hold (TkStore *store, HPDF_Dict object, const char *entries)
{
  Held *held = g_new0 (Held, 1);

  held->store = store;
  held->entries = g_strdup (entries);
  g_ptr_array_add (store->streams, held);
  HPDF_Stream_Free (object->stream);
  object->stream = HPDF_CallbackReader_New (store->pdf->mmgr, read_held, seek_held, tell_held, size_held,
                                            &held->stream);
  object->filter = HPDF_STREAM_FILTER_NONE; /* then libharu leaves the bytes alone */
  object->attr = held;
  object->write_fn = write_entries;
  object->after_write_fn = end_stream;
  return held;
}

HPDF_Dict
tk_store_stream (TkStore *store, const char *entries, TkBytes *raw)
{
  HPDF_Dict object = HPDF_DictStream_New (store->pdf->mmgr, store->pdf->xref);
  Held *held = hold (store, object, entries);

  tk_pack_add (store->pack, TK_PACK_SMALL, &held->stream, raw);
  return object;
}

HPDF_Dict
tk_store_deflated (TkStore *store, const char *entries, GBytes *bytes)
{
  HPDF_Dict object = HPDF_DictStream_New (store->pdf->mmgr, store->pdf->xref);
  Held *held = hold (store, object, entries);

  held->bytes = g_bytes_ref (bytes);
  held->stream.bytes = (guint8 *) g_bytes_get_data (bytes, &held->stream.size); /* only read */
  tk_pack_digest (&held->stream);
  return object;
}

static HPDF_Dict
store_verbatim (TkStore *store, const char *entries, const void *bytes, gsize size, GBytes *owned)
{
  HPDF_Dict object = HPDF_DictStream_New (store->pdf->mmgr, store->pdf->xref);
  Held *held = hold (store, object, entries);

  held->verbatim = TRUE;
  held->stream.bytes = (guint8 *) bytes; /* only read */
  held->stream.size = size;
  held->bytes = owned;
  return object;
}

HPDF_Dict
tk_store_verbatim (TkStore *store, const char *entries, const void *bytes, gsize size)
{
  return store_verbatim (store, entries, bytes, size, NULL);
}

HPDF_Dict
tk_store_verbatim_bytes (TkStore *store, const char *entries, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return store_verbatim (store, entries, data, size, g_bytes_ref (bytes));
}

/* Pages and bookmarks */

HPDF_Page
tk_store_page (TkStore *store)
{
  HPDF_Page page = HPDF_AddPage (store->pdf);

  /* libharu's drawing state and its boxes in whole points are not wanted */
  page->free_fn (page);
  page->free_fn = NULL;
  page->before_write_fn = NULL;
  page->attr = NULL;
  HPDF_Dict_RemoveElement (page, "MediaBox");
  HPDF_Dict_RemoveElement (page, "Resources");
  return page;
}

void
tk_store_content (TkStore *store, HPDF_Page page, TkBytes *raw)
{
  HPDF_Dict content = HPDF_Dict_GetItem (page, "Contents", HPDF_OCLASS_DICT);
  Held *held = hold (store, content, NULL);

  tk_pack_add (store->pack, TK_PACK_FAST, &held->stream, raw);
}

HPDF_Outline
tk_store_bookmark (TkStore *store, HPDF_Outline parent, const char *title, HPDF_Page page, gint64 y)
{
  g_auto (TkBytes) text = {0};
  HPDF_Outline outline = HPDF_CreateOutline (store->pdf, parent, "", NULL);

  HPDF_Dict_RemoveElement (outline, "Title");
  HPDF_Dict_RemoveElement (outline, "Type"); /* that of the root, which an entry is not */
  tk_bytes_literal (&text, "/Title");
  tk_bytes_string (&text, title);
  tk_bytes_print (&text, "/Dest[%u 0 R/XYZ 0 ", tk_store_number (page));
  tk_bytes_fixed (&text, y, 3);
  tk_bytes_literal (&text, " null]\n");
  tk_store_set (store, outline, &text);
  return outline;
}

gboolean
tk_store_check (const TkStore *store, GError **error)
{
  HPDF_STATUS status = HPDF_GetError (store->pdf);

  if (status == HPDF_OK)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               _ ("the PDF cannot be built: libharu gives error 0x%04lX; please report this"),
               (unsigned long) status);
  return FALSE;
}
