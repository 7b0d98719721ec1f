/* Comes in: a token of text and a font. Goes out: its glyphs, shaped once by
 * Pango and kept. Knows nothing of lines. */
#include "word.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "traits.h"

typedef struct {
  TkToken token; /* first: the value is its own key's owner */
  const char *text;
  guint length;
  guint font;
  guint hash;
} Entry;

enum { RECENT = 4096 };

struct _TkWords {
  TkArena *arena;
  TkFonts *fonts;
  GHashTable *tokens;    /* (element-type Entry): a set */
  Entry *recent[RECENT]; /* of them, each at its hash: most words are found without asking the set */
  PangoGlyphString *glyphs;
  guint n_words;
  GHashTable *spread; /* (element-type TkWord) by index and extra; NULL until one is */
};

static guint
hash (const char *text, gsize length, guint font)
{
  guint32 value = 2166136261u ^ font;

  for (gsize i = 0; i < length; i++)
    value = (value ^ (guint8) text[i]) * 16777619u;
  return value ^ value >> 15;
}

static guint
entry_hash (gconstpointer entry)
{
  return ((const Entry *) entry)->hash;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  return one->hash == other->hash && one->font == other->font && one->length == other->length
         && memcmp (one->text, other->text, one->length) == 0;
}

TkWords *
tk_words_new (TkFonts *fonts)
{
  TkWords *words = g_new0 (TkWords, 1);

  words->arena = tk_arena_new ();
  words->fonts = fonts;
  words->tokens = g_hash_table_new (entry_hash, entry_equal);
  words->glyphs = pango_glyph_string_new ();
  return words;
}

void
tk_words_free (TkWords *words)
{
  if (words == NULL)
    return;
  g_clear_pointer (&words->spread, g_hash_table_unref);
  g_hash_table_unref (words->tokens);
  pango_glyph_string_free (words->glyphs);
  tk_arena_free (words->arena);
  g_free (words);
}

guint
tk_words_count (const TkWords *words)
{
  return words->n_words;
}

/* ---- shaping ---- */

/* No line is so long; what is wider will be split. */
#define WIDEST (G_MAXINT32 / 4)

static void
set_missing_error (GError **error, const TkOrigin *origin, const TkFont *font, gunichar letter)
{
  g_autofree char *place = tk_origin_print (*origin);
  char shown[8] = {0};

  g_unichar_to_utf8 (letter, shown);
  g_set_error (
      error, TK_ERROR, TK_ERROR_FONT,
      _ ("%s: “%s” (U+%04X) is in no font of the program (set in %s, %.5g pt); put a font that has it into "
         "the fonts folder, or write the word without it"),
      place, g_unichar_isgraph (letter) ? shown : "?", letter, font->face->name, font->size / 1024.0);
}

/* Bytes from the beginning of cluster @i to that of the one after it in the text, which is the
 * glyph before where the text runs from right to left. */
static guint16
cluster_length (const PangoGlyphString *glyphs, int i, gsize length)
{
  const gint *begins = glyphs->log_clusters;

  for (int next = i + 1; next < glyphs->num_glyphs && begins[next] >= begins[i]; next++)
    if (begins[next] > begins[i])
      return (guint16) (begins[next] - begins[i]);
  for (int before = i - 1; before >= 0 && begins[before] >= begins[i]; before--)
    if (begins[before] > begins[i])
      return (guint16) (begins[before] - begins[i]);
  return (guint16) (length - (gsize) begins[i]);
}

/* Of the glyphs just shaped, of which @n draw something; NULL where all stand at the pen. */
static const TkOffset *
offsets_new (TkWords *words, guint n)
{
  const PangoGlyphString *from = words->glyphs;
  gboolean any = FALSE;

  for (int i = 0; i < from->num_glyphs && !any; i++)
    any = from->glyphs[i].glyph != PANGO_GLYPH_EMPTY
          && (from->glyphs[i].geometry.x_offset != 0 || from->glyphs[i].geometry.y_offset != 0);
  if (!any)
    return NULL;
  TkOffset *offsets = tk_arena_array (words->arena, TkOffset, n), *to = offsets;
  for (int i = 0; i < from->num_glyphs; i++)
    if (from->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      *to++ = (TkOffset){from->glyphs[i].geometry.x_offset, -from->glyphs[i].geometry.y_offset};
  return offsets;
}

/* The glyphs just shaped as a word; NULL and @ret_missing set where one is missing. */
static TkWord *
word_new (TkWords *words, const TkFace *face, TkUnit size, const char *text, gsize length,
          gunichar *ret_missing)
{
  const PangoGlyphString *from = words->glyphs;
  TkGlyph *to = tk_arena_array (words->arena, TkGlyph, (gsize) from->num_glyphs);
  TkWord *word = tk_arena_new0 (words->arena, TkWord);
  gint64 width = 0;
  guint n = 0;

  for (int i = 0; i < from->num_glyphs; i++) {
    const PangoGlyphInfo *info = &from->glyphs[i];
    if (info->glyph == PANGO_GLYPH_EMPTY)
      continue; /* U+200B, U+00AD and others that draw nothing: not for a PDF either */
    if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) || info->glyph == 0) {
      *ret_missing = g_utf8_get_char (text + from->log_clusters[i]);
      return NULL;
    }
    gboolean begins = i == 0 || from->log_clusters[i] != from->log_clusters[i - 1];
    to[n++] = (TkGlyph){
        .glyph = (guint16) info->glyph, /* TrueType and CFF number them so */
        .advance = info->geometry.width,
        .text = (guint16) from->log_clusters[i],
        .length = begins ? cluster_length (from, i, length) : 0,
    };
    width += info->geometry.width;
  }
  word->width = (TkUnit) MIN (width, WIDEST);
  word->index = words->n_words++;
  word->face = face;
  word->size = size;
  word->text = tk_arena_textn (words->arena, text, length);
  word->length = (guint) length;
  word->glyphs = to;
  word->n_glyphs = n;
  word->offsets = offsets_new (words, n);
  return word;
}

typedef GList ItemList; /* (element-type PangoItem), owned */

static void
item_list_free (ItemList *items)
{
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ItemList, item_list_free)

/* Letters that the face lacks: each item of one face is a word. */
static gboolean
shape_items (TkWords *words, const TkFont *font, const char *text, gsize length, const TkOrigin *origin,
             GPtrArray *to, GError **error)
{
  GError *local = NULL;
  g_autoptr (ItemList) items = tk_fonts_itemize (words->fonts, font, text, length, &local);

  if (local != NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  for (GList *link = items; link != NULL; link = link->next) {
    PangoItem *item = link->data;
    gunichar missing = 0;
    const char *part = text + item->offset;
    pango_shape_full (part, item->length, text, (int) length, &item->analysis, words->glyphs);
    TkWord *word = word_new (words, tk_fonts_face (words->fonts, item->analysis.font), font->size, part,
                             (gsize) item->length, &missing);
    if (word == NULL) {
      set_missing_error (error, origin, font, missing);
      return FALSE;
    }
    g_ptr_array_add (to, word);
  }
  return TRUE;
}

/* Pango takes lengths as int and clusters are kept in 16 bits. */
enum { LONGEST = 0x7FFF };

static gboolean
shape (TkWords *words, const TkFont *font, const char *text, gsize length, const TkOrigin *origin,
       GPtrArray *to, GError **error)
{
  gunichar missing = 0;

  while (length > LONGEST) {
    gsize part = (gsize) (g_utf8_find_prev_char (text, text + LONGEST) - text);
    if (!shape (words, font, text, part, origin, to, error))
      return FALSE;
    text += part;
    length -= part;
  }
  if (tk_fonts_cover (font->face, text, length)) {
    pango_shape_full (text, (int) length, NULL, 0, &font->analysis, words->glyphs);
    TkWord *word = word_new (words, font->face, font->size, text, length, &missing);
    if (word != NULL) {
      g_ptr_array_add (to, word);
      return TRUE;
    }
  }
  return shape_items (words, font, text, length, origin, to, error);
}

/* ---- tokens ---- */

/* Chinese and Japanese: lines break between letters. */
static gboolean
breaks_within (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if ((guint8) *p >= 0xE2 && g_unichar_break_type (g_utf8_get_char (p)) == G_UNICODE_BREAK_IDEOGRAPHIC)
      return TRUE;
  return FALSE;
}

/* Ends of the parts at which a line may end by UAX 14; the last is @length. */
static GArray *
find_breaks (const char *text, gsize length)
{
  glong n = g_utf8_strlen (text, (gssize) length);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, (gsize) n + 1);
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *p = text;

  pango_get_log_attrs (text, (int) length, -1, pango_language_from_string ("vi"), attributes, (int) n + 1);
  for (glong i = 1; i < n; i++) {
    p = g_utf8_next_char (p);
    gsize at = (gsize) (p - text);
    if (attributes[i].is_line_break)
      g_array_append_val (ends, at);
  }
  g_array_append_val (ends, length);
  return ends;
}

static gboolean
shape_token (TkWords *words, TkToken *token, const TkFont *font, const char *text, gsize length,
             const TkOrigin *origin, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  token->breaks = breaks_within (text, length);
  if (token->breaks) {
    g_autoptr (GArray) ends = find_breaks (text, length);
    gsize from = 0;
    for (guint i = 0; i < ends->len; i++) {
      gsize end = g_array_index (ends, gsize, i);
      if (!shape (words, font, text + from, end - from, origin, parts, error))
        return FALSE;
      from = end;
    }
  } else if (!shape (words, font, text, length, origin, parts, error)) {
    return FALSE;
  }
  token->n_words = parts->len;
  token->words = tk_arena_copy (words->arena, parts->pdata, parts->len * sizeof (TkWord *));
  token->word = token->words[0];
  gint64 width = 0;
  for (guint i = 0; i < token->n_words; i++)
    width += token->words[i]->width;
  token->width = (TkUnit) MIN (width, WIDEST);
  token->traits = tk_galley_traits (text, length);
  return TRUE;
}

const TkToken *
tk_words_find (TkWords *words, const TkFont *font, const char *text, gsize length, const TkOrigin *origin,
               GError **error)
{
  Entry key = {
      .text = text, .length = (guint) length, .font = font->id, .hash = hash (text, length, font->id)};
  Entry **recent = &words->recent[key.hash % RECENT];

  if (*recent != NULL && entry_equal (*recent, &key))
    return &(*recent)->token;
  Entry *known = g_hash_table_lookup (words->tokens, &key);
  if (known != NULL) {
    *recent = known;
    return &known->token;
  }
  Entry *entry = tk_arena_new0 (words->arena, Entry);
  *entry = key;
  if (!shape_token (words, &entry->token, font, text, length, origin, error))
    return NULL;
  const TkWord *word = entry->token.word;
  entry->text = word != NULL && word->length == length ? word->text
                                                       : tk_arena_textn (words->arena, text, length);
  g_hash_table_add (words->tokens, entry);
  *recent = entry;
  return &entry->token;
}

/* ---- words too long for a line ---- */

/* How many bytes of @text fit @measure, between letters; at least one letter. */
static gsize
fit_letters (TkWords *words, const TkFont *font, const char *text, gsize length, TkUnit measure)
{
  glong n = g_utf8_strlen (text, (gssize) length);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, (gsize) n + 1);
  const PangoGlyphString *glyphs = words->glyphs;
  gsize most = length, fitting = 0, at = 0;
  gint64 width = 0;

  pango_get_log_attrs (text, (int) length, -1, pango_language_from_string ("vi"), attributes, (int) n + 1);
  /* letters of other faces have some width here: good enough to begin with */
  pango_shape_full (text, (int) length, NULL, 0, &font->analysis, words->glyphs);
  for (int i = 0; i < glyphs->num_glyphs && most == length; i++) {
    width += glyphs->glyphs[i].geometry.width;
    if (width > measure)
      most = (gsize) glyphs->log_clusters[i];
  }
  for (glong i = 0; i < n && (at < most || fitting == 0); i++) {
    at += (gsize) (g_utf8_next_char (text + at) - (text + at));
    if (attributes[i + 1].is_cursor_position && (at <= most || fitting == 0))
      fitting = at;
  }
  return fitting == 0 ? length : fitting;
}

/* The longest part of @text that fits @measure, shaped; at least one letter. */
static const TkToken *
find_fitting (TkWords *words, const TkFont *font, const char *text, gsize length, TkUnit measure,
              const TkOrigin *origin, gsize *ret_part, GError **error)
{
  /* as many bytes as a line may hold: a word of a megabyte is not shaped anew for each */
  gsize window = (gsize) CLAMP ((gint64) measure * 4 / font->size, 64, 4096);

  if (window < length) {
    const char *end = g_utf8_find_prev_char (text, text + window);
    while (end < text + length && g_unichar_ismark (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
    length = (gsize) (end - text);
  }
  for (TkUnit room = measure;; room -= room / 8 + 1) {
    *ret_part = fit_letters (words, font, text, length, room);
    const TkToken *token = tk_words_find (words, font, text, *ret_part, origin, error);
    if (token == NULL || token->width <= measure || room < font->size / 16)
      return token; /* one letter wider than the line: nothing can help it */
  }
}

static gboolean
split_anywhere (TkWords *words, const TkFont *font, const char *text, gsize length, TkUnit measure,
                const TkOrigin *origin, GPtrArray *to, GError **error)
{
  while (length > 0) {
    gsize part;
    const TkToken *token = find_fitting (words, font, text, length, measure, origin, &part, error);
    if (token == NULL)
      return FALSE;
    g_ptr_array_add (to, (void *) token);
    text += part;
    length -= part;
  }
  return TRUE;
}

GPtrArray *
tk_words_split (TkWords *words, const TkFont *font, const char *text, gsize length, TkUnit measure,
                const TkOrigin *origin, gboolean *ret_anywhere, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GArray) ends = find_breaks (text, length);
  gboolean anywhere = FALSE;
  gsize from = 0;

  for (guint i = 0; i < ends->len; i++) {
    gsize end = g_array_index (ends, gsize, i);
    const TkToken *token = tk_words_find (words, font, text + from, end - from, origin, error);
    if (token == NULL)
      return NULL;
    if (token->width <= measure) {
      g_ptr_array_add (parts, (void *) token);
    } else {
      anywhere = TRUE;
      if (!split_anywhere (words, font, text + from, end - from, measure, origin, parts, error))
        return NULL;
    }
    from = end;
  }
  *ret_anywhere = anywhere;
  return g_steal_pointer (&parts);
}

/* ---- words of loose lines ---- */

guint
tk_words_count_gaps (const TkWord *word)
{
  guint n = 0;

  for (guint i = 1; i < word->n_glyphs; i++)
    n += word->glyphs[i].length > 0;
  return n;
}

const TkWord *
tk_words_spread (TkWords *words, const TkWord *word, TkUnit extra)
{
  gint64 key = (gint64) word->index << 32 | (guint32) extra;

  if (words->spread == NULL)
    words->spread = g_hash_table_new (g_int64_hash, g_int64_equal);
  TkWord *spread = g_hash_table_lookup (words->spread, &key);
  if (spread != NULL)
    return spread;
  TkGlyph *glyphs = tk_arena_copy (words->arena, word->glyphs, word->n_glyphs * sizeof (TkGlyph));
  for (guint i = 1; i < word->n_glyphs; i++)
    if (glyphs[i].length > 0)
      glyphs[i - 1].advance += extra;
  spread = tk_arena_copy (words->arena, word, sizeof (TkWord));
  spread->glyphs = glyphs;
  spread->width += (TkUnit) tk_words_count_gaps (word) * extra;
  spread->index = words->n_words++;
  g_hash_table_insert (words->spread, tk_arena_copy (words->arena, &key, sizeof key), spread);
  return spread;
}
