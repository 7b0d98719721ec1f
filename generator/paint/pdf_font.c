/* Comes in: the codes of each face. Goes out: font objects. Must not know of
 * pages. The file pdf_cids.c says what a code is. */
#include "pdf_font.h"

#include <glib/gi18n.h>
#include <hb-ot.h>
#include <hb-subset.h>

#include "error.h"

/* Tables without a use in a PDF, where all shaping has been done. */
static const hb_tag_t DROPPED[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('J', 'S', 'T', 'F'), HB_TAG ('M', 'A', 'T', 'H'),
    HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'),
    HB_TAG ('O', 'S', '/', '2'), HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('g', 'a', 's', 'p'),
    HB_TAG ('S', 'T', 'A', 'T'), HB_TAG ('a', 'v', 'a', 'r'), HB_TAG ('D', 'S', 'I', 'G'),
    HB_TAG ('h', 'd', 'm', 'x'), HB_TAG ('V', 'D', 'M', 'X'), HB_TAG ('L', 'T', 'S', 'H'),
    HB_TAG ('m', 'e', 't', 'a'), HB_TAG ('C', 'O', 'L', 'R'), HB_TAG ('C', 'P', 'A', 'L'),
    HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('V', 'O', 'R', 'G'),
};

/* The font file with nothing but @cids' glyphs, and where each code finds its
 * glyph in it: two bytes a code. */
static gboolean
cut_face (const TkCids *cids, TkBytes *file, TkBytes *glyphs)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  const TkCid *cid = (const TkCid *) cids->cids->data;
  hb_set_t *dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);

  for (guint i = 0; i < cids->cids->len; i++)
    hb_set_add (hb_subset_input_glyph_set (input), cid[i].glyph);
  for (guint i = 0; i < G_N_ELEMENTS (DROPPED); i++)
    hb_set_add (dropped, DROPPED[i]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);

  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (cids->hb, input);
  hb_face_t *cut = plan == NULL ? NULL : hb_subset_plan_execute_or_fail (plan);
  if (cut != NULL) {
    hb_blob_t *blob = hb_face_reference_blob (cut);
    tk_bytes_put (file, hb_blob_get_data (blob, NULL), hb_blob_get_length (blob));
    hb_blob_destroy (blob);
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping (plan);
    for (guint i = 0; i < cids->cids->len; i++) {
      hb_codepoint_t glyph = hb_map_get (map, cid[i].glyph);
      char pair[2] = {(char) (glyph >> 8), (char) (glyph & 0xFF)};
      tk_bytes_put (glyphs, pair, 2);
    }
  }
  hb_face_destroy (cut);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  return file->length > 0;
}

/* "ABCDEF+Tinos-Bold": six letters that differ between subsets (ISO 32000-1,
 * 9.6.4), here out of the subset itself. */
static void
put_name (TkBytes *to, const TkCids *cids, const char *digest)
{
  char name[64] = "";
  guint size = sizeof name;

  for (int i = 0; i < 6; i++) {
    guint value = (guint) g_ascii_xdigit_value (digest[2 * i]) * 16
                  + (guint) g_ascii_xdigit_value (digest[2 * i + 1]);
    char letter = (char) ('A' + value % 26);
    tk_bytes_put (to, &letter, 1);
  }
  tk_bytes_literal (to, "+");
  hb_ot_name_get_utf8 (cids->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  if (name[0] == '\0')
    g_strlcpy (name, cids->face->name, sizeof name);
  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-')
      tk_bytes_put (to, at, 1);
}

/* No array has more than 8,191 members (ISO 32000-1, annex C). */
static void
put_widths (TkBytes *to, const TkCids *cids)
{
  enum { RUN = 4096 };

  tk_bytes_literal (to, "/W[");
  for (guint i = 0; i < cids->cids->len; i++) {
    if (i % RUN == 0)
      tk_bytes_print (to, i > 0 ? "]%u[" : "%u[", i);
    else
      tk_bytes_literal (to, " ");
    tk_bytes_integer (to, g_array_index (cids->cids, TkCid, i).width);
  }
  tk_bytes_literal (to, "]]\n");
}

/* What each code means (ISO 32000-1, 9.10.3); at most 100 lines a block. */
static void
put_unicode (TkBytes *to, const TkCids *cids)
{
  enum { BLOCK = 100 };
  guint n = cids->cids->len;

  tk_bytes_literal (to, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                        "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
  for (guint i = 1; i < n; i++) {
    const TkCid *cid = &g_array_index (cids->cids, TkCid, i);
    if ((i - 1) % BLOCK == 0)
      tk_bytes_print (to, "%u beginbfchar\n", MIN (BLOCK, n - i));
    tk_bytes_print (to, "<%04X><", i);
    tk_bytes_utf16 (to, cid->text, cid->length, 256); /* 512 bytes: the most of a bfchar */
    tk_bytes_literal (to, ">\n");
    if (i % BLOCK == 0 || i + 1 == n)
      tk_bytes_literal (to, "endbfchar\n");
  }
  tk_bytes_literal (to, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

/* A big-endian 16-bit number of table @tag, 0 where there is none. */
static int
read_short (hb_face_t *hb, hb_tag_t tag, guint offset)
{
  hb_blob_t *blob = hb_face_reference_table (hb, tag);
  guint size = 0;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (blob, &size);
  int value = offset + 2 <= size ? (gint16) (bytes[offset] << 8 | bytes[offset + 1]) : 0;

  hb_blob_destroy (blob);
  return value;
}

static int
per_mille (const TkCids *cids, int value)
{
  int upem = cids->face->units_per_em;

  return (int) ((gint64) value * 1000 / upem);
}

static int
find_metric (const TkCids *cids, hb_ot_metrics_tag_t tag)
{
  hb_position_t value = 0;

  hb_ot_metrics_get_position_with_fallback (cids->metrics, tag, &value);
  return per_mille (cids, value);
}

/* Flags of ISO 32000-1, table 123. */
static int
find_flags (const TkCids *cids, int italic)
{
  enum { FIXED = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
  int panose = read_short (cids->hb, HB_TAG ('O', 'S', '/', '2'), 32);
  int serif = panose & 0xFF, flags = SYMBOLIC;

  if (panose >> 8 == 2 && serif >= 2 && serif <= 10)
    flags |= SERIF;
  if (read_short (cids->hb, HB_TAG ('p', 'o', 's', 't'), 14) != 0)
    flags |= FIXED;
  if (italic != 0)
    flags |= ITALIC;
  return flags;
}

/* All codes that there are, a bit each, the first one the highest of its byte (ISO 32000-1, table 124), which
 * PDF/A-1 wants of every subset (ISO 19005-1, 6.3.5). */
static guint32
store_set (TkStore *store, const TkCids *cids)
{
  const guint n = cids->cids->len;
  TkBytes set = {0};

  for (guint i = 0; i < n; i += 8) {
    const guint8 bits = (guint8) (n - i >= 8 ? 0xFF : 0xFF << (8 - (n - i)));
    tk_bytes_put (&set, &bits, 1);
  }
  return tk_store_number (tk_store_stream (store, NULL, &set));
}

static void
put_descriptor (TkBytes *to, const TkCids *cids, const TkBytes *name, guint32 file)
{
  static const hb_tag_t head = HB_TAG ('h', 'e', 'a', 'd');
  int italic = (int) (hb_style_get_value (cids->metrics, HB_STYLE_TAG_SLANT_ANGLE) * 1000);
  int weight = (int) hb_style_get_value (cids->metrics, HB_STYLE_TAG_WEIGHT);

  tk_bytes_literal (to, "/Type/FontDescriptor/FontName/");
  tk_bytes_put (to, name->at, name->length);
  tk_bytes_print (
      to, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle ", find_flags (cids, italic),
      per_mille (cids, read_short (cids->hb, head, 36)), per_mille (cids, read_short (cids->hb, head, 38)),
      per_mille (cids, read_short (cids->hb, head, 40)), per_mille (cids, read_short (cids->hb, head, 42)));
  tk_bytes_fixed (to, italic, 3);
  tk_bytes_print (to, "/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %u 0 R",
                  find_metric (cids, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
                  find_metric (cids, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
                  find_metric (cids, HB_OT_METRICS_TAG_CAP_HEIGHT), 50 + weight * weight / (65 * 65), file);
}

static void
store_font (TkStore *store, HPDF_Dict font, const TkCids *cids, TkBytes *file, TkBytes *glyphs)
{
  g_auto (TkBytes) name = {0}, text = {0}, unicode = {0};
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) file->at,
                                                         file->length);
  g_autofree char *length = g_strdup_printf ("/Length1 %" G_GSIZE_FORMAT "\n", file->length);

  put_name (&name, cids, digest);
  put_descriptor (&text, cids, &name, tk_store_number (tk_store_stream (store, length, file)));
  if (store->plain)
    tk_bytes_print (&text, "/CIDSet %u 0 R", store_set (store, cids));
  tk_bytes_literal (&text, "\n");
  HPDF_Dict descriptor = tk_store_object (store);
  tk_store_set (store, descriptor, &text);

  text.length = 0;
  tk_bytes_literal (&text, "/Type/Font/Subtype/CIDFontType2/BaseFont/");
  tk_bytes_put (&text, name.at, name.length);
  tk_bytes_print (&text,
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                  "/FontDescriptor %u 0 R/CIDToGIDMap %u 0 R",
                  tk_store_number (descriptor), tk_store_number (tk_store_stream (store, NULL, glyphs)));
  put_widths (&text, cids);
  HPDF_Dict descendant = tk_store_object (store);
  tk_store_set (store, descendant, &text);

  put_unicode (&unicode, cids);
  text.length = 0;
  tk_bytes_literal (&text, "/Type/Font/Subtype/Type0/BaseFont/");
  tk_bytes_put (&text, name.at, name.length);
  tk_bytes_print (&text, "/Encoding/Identity-H/DescendantFonts[%u 0 R]/ToUnicode %u 0 R\n",
                  tk_store_number (descendant), tk_store_number (tk_store_stream (store, NULL, &unicode)));
  tk_store_set (store, font, &text);
}

gboolean
tk_fonts_store (TkStore *store, const TkSpeller *speller, TkBytes *resources, GError **error)
{
  for (guint i = 0; i < speller->faces->len; i++) {
    const TkCids *cids = speller->faces->pdata[i];
    g_auto (TkBytes) file = {0}, glyphs = {0};
    if (cids == NULL)
      continue;
    if (!cut_face (cids, &file, &glyphs)) {
      g_set_error (error, TK_ERROR, TK_ERROR_FONT, _ ("%s: %s cannot be cut down; is the file damaged?"),
                   cids->face->file, cids->face->name);
      return FALSE;
    }
    HPDF_Dict font = tk_store_object (store);
    tk_bytes_print (resources, "/F%u %u 0 R", i, tk_store_number (font));
    store_font (store, font, cids, &file, &glyphs);
  }
  return TRUE;
}
