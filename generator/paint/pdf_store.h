/* libharu as what it is good at: a store of objects, their numbers, the page
 * tree, outlines, and the writing of the file. Everything else (fonts, text
 * operators, PDF/A, links, strings) is ours, because libharu's is wrong for
 * archive-grade PDF in 2.3.0 and mostly in 2.4.x too.
 *
 * Most objects are given as text: what stands between << and >>. Such an
 * object costs 200 bytes of memory; one of libharu's dictionaries with five
 * entries costs 1,500. */
#pragma once

#include <hpdf.h>
/* the object layer */
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include "arena.h"
#include "output.h"
#include "pdf_pack.h"

typedef struct {
  HPDF_Doc pdf;
  TkArena *arena; /* for the texts of objects */
  TkPack *pack;
  int version;    /* 7: PDF 1.7, of a new store */
  gboolean plain; /* PDF/A-1 (ISO 19005-1): no transparency, colour profiles of ICC version 2, sets of CIDs */
  GPtrArray *streams;       /* their bytes */
  GHashTable *profiles;     /* (element-type GBytes guint32): numbers of ICC profiles */
  struct _TkSeries *series; /* the last one, or NULL */
  struct _TkWriter *writer; /* while the file is written */
} TkStore;

TkStore *tk_store_new (void);
void tk_store_free (TkStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkStore, tk_store_free)

/* An empty dictionary with a number. */
HPDF_Dict tk_store_object (TkStore *store);

/* The number of an object, for "12 0 R". */
guint32 tk_store_number (const void *object);

/* Gives @object its entries, beside those that it may have in libharu. May be
 * called once for each object; @text is copied. */
void tk_store_set (TkStore *store, HPDF_Dict object, const TkBytes *text);

/* Appends the entries of object @i of a series to @to. */
typedef void (*TkSeriesFunc) (gpointer data, guint i, TkBytes *to);

/* @n objects whose entries are asked for when the file is written, one after the other: they cost 48 bytes
 * each.
 * @data must live until then. Gives the number of the first. */
guint32 tk_store_series (TkStore *store, guint n, TkSeriesFunc put, gpointer data);

/* A compressed stream; takes the bytes of @raw. @entries stands in its
 * dictionary beside /Length and /Filter; it is copied and may be NULL. */
HPDF_Dict tk_store_stream (TkStore *store, const char *entries, TkBytes *raw);

/* The same of bytes that are compressed already, in zlib's format. */
HPDF_Dict tk_store_deflated (TkStore *store, const char *entries, GBytes *bytes);

/* A stream whose bytes stay as they are, filter and all; @bytes is borrowed and must outlive the store. */
HPDF_Dict tk_store_verbatim (TkStore *store, const char *entries, const void *bytes, gsize size);

/* The same, with bytes that live as long as they are needed. */
HPDF_Dict tk_store_verbatim_bytes (TkStore *store, const char *entries, GBytes *bytes);

/* A page in libharu's page tree, with @content as its stream. Its boxes and
 * resources are still to be set. */
HPDF_Page tk_store_page (TkStore *store);
void tk_store_content (TkStore *store, HPDF_Page page, TkBytes *raw);

/* An entry of the outline under @parent (NULL: at the top) that leads to @y
 * (1/1000 pt from the lower edge) of @page. */
HPDF_Outline tk_store_bookmark (TkStore *store, HPDF_Outline parent, const char *title, HPDF_Page page,
                                gint64 y);

/* libharu's errors stick; asked once after each phase of the work. */
gboolean tk_store_check (const TkStore *store, GError **error);

/* Writes the file from the first byte to the last, and frees streams on the
 * way. /ID is the digest of all before it. */
gboolean tk_store_save (TkStore *store, TkOutput *output, GError **error);
