/* Comes in: words with glyphs. Goes out: codes, and the bytes that show a word.
 * Must not know of pages or of the file. */
#include "pdf_cids.h"

#include <glib/gi18n.h>
#include <hb-ot.h>

#include "error.h"

enum { LAST_CODE = 0xFFFF };

/* For a further glyph of a cluster, whose text is the first glyph's: a word
 * joiner, which shows and separates nothing. Readers that know ActualText do
 * not see it. */
static const char JOINER[] = "\xE2\x81\xA0";

static guint
hash_cid (gconstpointer key)
{
  const TkCid *cid = key;
  guint hash = cid->glyph;

  for (guint i = 0; i < cid->length; i++)
    hash = hash * 33 + (guchar) cid->text[i];
  return hash;
}

static gboolean
equal_cids (gconstpointer a, gconstpointer b)
{
  const TkCid *one = a, *other = b;

  return one->glyph == other->glyph && one->length == other->length
         && memcmp (one->text, other->text, one->length) == 0;
}

static void
cids_free (gpointer data)
{
  TkCids *cids = data;

  if (cids == NULL)
    return;
  g_array_unref (cids->cids);
  g_hash_table_unref (cids->codes);
  hb_font_destroy (cids->metrics);
  hb_face_destroy (cids->hb);
  g_free (cids);
}

TkSpeller *
tk_speller_new (guint n_words)
{
  TkSpeller *speller = g_new0 (TkSpeller, 1);

  speller->arena = tk_arena_new ();
  speller->faces = g_ptr_array_new_with_free_func (cids_free);
  speller->spellings = g_new0 (TkSpelling, n_words);
  speller->n_spellings = n_words;
  return speller;
}

void
tk_speller_free (TkSpeller *speller)
{
  g_ptr_array_unref (speller->faces);
  g_free (speller->spellings);
  tk_bytes_clear (&speller->scratch);
  tk_arena_free (speller->arena);
  g_free (speller);
}

static guint
table_size (hb_face_t *hb, hb_tag_t tag)
{
  hb_blob_t *blob = hb_face_reference_table (hb, tag);
  guint size = hb_blob_get_length (blob);

  hb_blob_destroy (blob);
  return size;
}

/* OS/2 fsType: what the maker allows (OpenType specification, OS/2). */
static guint
embedding_rights (hb_face_t *hb)
{
  hb_blob_t *blob = hb_face_reference_table (hb, HB_TAG ('O', 'S', '/', '2'));
  guint size = 0;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (blob, &size);
  guint rights = size >= 10 ? (guint) bytes[8] << 8 | bytes[9] : 0;

  hb_blob_destroy (blob);
  return rights;
}

static gboolean
check_face (const TkFace *face, hb_face_t *hb, GError **error)
{
  enum { RESTRICTED = 0x0002, PREVIEW = 0x0004, EDITABLE = 0x0008, WHOLE = 0x0100, BITMAPS = 0x0200 };
  guint rights = embedding_rights (hb);
  const char *reason = NULL;

  if (table_size (hb, HB_TAG ('g', 'l', 'y', 'f')) == 0)
    reason = _ ("has no TrueType outlines; choose a family with TrueType outlines (.ttf), such as Tinos");
  else if (table_size (hb, HB_TAG ('f', 'v', 'a', 'r')) != 0)
    reason = _ ("is a variable font; choose a family with a file for each face");
  else if ((rights & RESTRICTED) != 0 && (rights & (PREVIEW | EDITABLE)) == 0)
    reason = _ ("may not be embedded, by its maker's licence (fsType); choose another family");
  else if ((rights & BITMAPS) != 0 || (rights & WHOLE) != 0)
    reason = _ ("may not be embedded in part, by its maker's licence (fsType); choose another family");
  if (reason == NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_FONT, "%s: %s %s", face->file, face->name, reason);
  return FALSE;
}

static guint16
measure (const TkCids *cids, guint32 glyph)
{
  int upem = cids->face->units_per_em;

  return (guint16) ((hb_font_get_glyph_h_advance (cids->metrics, glyph) * 1000 + upem / 2) / upem);
}

static TkCids *
cids_new (const TkFace *face, GError **error)
{
  hb_blob_t *blob = hb_blob_create ((const char *) face->data, (guint) face->size, HB_MEMORY_MODE_READONLY,
                                    NULL, NULL);
  hb_face_t *hb = hb_face_create (blob, (guint) face->index);
  TkCids *cids;

  hb_blob_destroy (blob);
  if (!check_face (face, hb, error)) {
    hb_face_destroy (hb);
    return NULL;
  }
  cids = g_new0 (TkCids, 1);
  cids->face = face;
  cids->hb = hb;
  cids->metrics = hb_font_create (hb);
  hb_font_set_scale (cids->metrics, face->units_per_em, face->units_per_em);
  cids->cids = g_array_new (FALSE, FALSE, sizeof (TkCid));
  cids->codes = g_hash_table_new_full (hash_cid, equal_cids, g_free, NULL);
  TkCid notdef = {0, "", 0, measure (cids, 0)};
  g_array_append_val (cids->cids, notdef);
  return cids;
}

static TkCids *
find_cids (TkSpeller *speller, const TkFace *face, GError **error)
{
  if (face->id >= speller->faces->len)
    g_ptr_array_set_size (speller->faces, (gint) face->id + 1);
  gpointer *place = &speller->faces->pdata[face->id];
  if (*place == NULL)
    *place = cids_new (face, error);
  return *place;
}

static guint16
find_code (TkCids *cids, guint32 glyph, const char *text, guint length)
{
  TkCid cid = {glyph, text, length, 0};
  gpointer code;

  if (length == 0) /* every code has a text */
    return find_code (cids, glyph, JOINER, sizeof JOINER - 1);
  if (g_hash_table_lookup_extended (cids->codes, &cid, NULL, &code))
    return (guint16) GPOINTER_TO_UINT (code);
  cid.width = measure (cids, glyph);
  code = GUINT_TO_POINTER (cids->cids->len);
  g_array_append_val (cids->cids, cid);
  g_hash_table_insert (cids->codes, g_memdup2 (&cid, sizeof cid), code);
  return (guint16) GPOINTER_TO_UINT (code);
}

guint16
tk_speller_space (TkSpeller *speller, const TkFace *face, guint16 *ret_width)
{
  TkCids *cids = speller->faces->pdata[face->id]; /* there since its word was spelled */

  if (cids->space_code == 0 && face->space != 0) {
    cids->space_code = find_code (cids, face->space, " ", 1);
    cids->space_width = g_array_index (cids->cids, TkCid, cids->space_code).width;
  }
  *ret_width = cids->space_width;
  return cids->space_code;
}

static gboolean
is_private (const char *text, guint length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000)
      return TRUE;
  }
  return FALSE;
}

/* The cluster that begins at glyph @i: its glyphs. */
static guint
count_cluster (const TkWord *word, guint i)
{
  guint n = 1;

  while (i + n < word->n_glyphs && word->glyphs[i + n].length == 0)
    n++;
  return n;
}

typedef struct {
  const TkWord *word;
  gint32 size;    /* 1/1000 pt */
  TkUnit true_x;  /* where the pen is */
  gint32 counted; /* where readers think it is, in 1/1000 em */
  TkUnit rise;
} Pen;

static void
put_glyph (TkBytes *to, Pen *pen, const TkCids *cids, guint i, guint16 code)
{
  const TkOffset offset = tk_word_offset (pen->word, i);
  gint32 x = tk_milli_em ((gint64) pen->true_x + offset.x, pen->size);
  char bytes[2] = {(char) (code >> 8), (char) (code & 0xFF)};

  if (offset.y != pen->rise) {
    tk_bytes_literal (to, ")]TJ ");
    tk_bytes_fixed (to, TK_MILLI (offset.y), 3);
    tk_bytes_literal (to, " Ts[(");
    pen->rise = offset.y;
  }
  if (x != pen->counted) {
    tk_bytes_literal (to, ")");
    tk_bytes_integer (to, pen->counted - x);
    tk_bytes_literal (to, "(");
  }
  tk_bytes_escaped (to, bytes, 2);
  pen->counted = x + g_array_index (cids->cids, TkCid, code).width;
  pen->true_x += pen->word->glyphs[i].advance;
}

/* A cluster whose text its codes cannot tell carries it besides. */
static void
put_cluster (TkBytes *to, Pen *pen, TkCids *cids, guint i, guint n)
{
  const TkWord *word = pen->word;
  const TkGlyph *glyphs = &word->glyphs[i];
  const char *text = word->text + glyphs->text;
  gboolean actual = n > 1 || is_private (text, glyphs->length);

  if (actual) {
    tk_bytes_literal (to, ")]TJ/Span<</ActualText<FEFF");
    tk_bytes_utf16 (to, text, glyphs->length, 16000);
    tk_bytes_literal (to, ">>>BDC[(");
  }
  put_glyph (to, pen, cids, i, find_code (cids, glyphs->glyph, text, glyphs->length));
  for (guint k = 1; k < n; k++)
    put_glyph (to, pen, cids, i + k, find_code (cids, glyphs[k].glyph, JOINER, sizeof JOINER - 1));
  if (actual)
    tk_bytes_literal (to, ")]TJ EMC[(");
}

static gboolean
spell (TkSpeller *speller, TkCids *cids, const TkWord *word, TkSpelling *spelling, GError **error)
{
  Pen pen = {.word = word, .size = TK_SIZE (word)};
  TkBytes *to = &speller->scratch;

  if (cids->cids->len + word->n_glyphs > LAST_CODE) {
    g_set_error (error, TK_ERROR, TK_ERROR_FONT,
                 _ ("%s: %s is used for more than 65,000 different letters; divide the paper"),
                 cids->face->file, cids->face->name);
    return FALSE;
  }
  to->length = 0;
  for (guint i = 0, n; i < word->n_glyphs; i += n) {
    n = count_cluster (word, i);
    put_cluster (to, &pen, cids, i, n);
  }
  if (pen.rise != 0)
    tk_bytes_literal (to, ")]TJ 0 Ts[(");
  spelling->length = (guint32) to->length;
  spelling->advance = pen.counted;
  spelling->bytes = tk_arena_copy (speller->arena, to->at, to->length);
  return TRUE;
}

static void
grow_spellings (TkSpeller *speller, guint n)
{
  speller->spellings = g_renew (TkSpelling, speller->spellings, n);
  memset (speller->spellings + speller->n_spellings, 0, (n - speller->n_spellings) * sizeof (TkSpelling));
  speller->n_spellings = n;
}

const TkSpelling *
tk_speller_spell (TkSpeller *speller, const TkWord *word, GError **error)
{
  if (G_UNLIKELY (word->index >= speller->n_spellings))
    grow_spellings (speller, word->index + 1);
  TkSpelling *spelling = &speller->spellings[word->index];
  if (spelling->bytes != NULL)
    return spelling;
  TkCids *cids = find_cids (speller, word->face, error);
  if (cids == NULL || !spell (speller, cids, word, spelling, error))
    return NULL;
  return spelling;
}
