/* Streams are compressed on other threads while the next pages are written.
 * What comes out depends on the bytes alone, not on which thread did it when. */
#pragma once

#include "pdf_bytes.h"

/* A stream on its way to the file. */
typedef struct {
  guint8 *bytes; /* compressed; owned, freed as soon as they are written */
  gsize size;
  gsize position;    /* of the reader */
  guint8 digest[16]; /* MD5 of the bytes: what the file's /ID is made of */
} TkStream;

typedef enum {
  TK_PACK_FAST,  /* what there is much of: pages, objects */
  TK_PACK_SMALL, /* what there is once in a file, or is large: fonts, pictures, what is attached */
} TkPackKind;

typedef struct _TkPack TkPack;

TkPack *tk_pack_new (void);

/* Waits for the rest. */
void tk_pack_free (TkPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPack, tk_pack_free)

/* Takes the bytes out of @raw and gives them to @stream, compressed (zlib's
 * format, for FlateDecode), by the time of the next tk_pack_wait. */
void tk_pack_add (TkPack *pack, TkPackKind kind, TkStream *stream, TkBytes *raw);

/* Of a stream that is compressed already. */
void tk_pack_digest (TkStream *stream);

void tk_pack_wait (TkPack *pack);
