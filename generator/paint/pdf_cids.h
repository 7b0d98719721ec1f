/* The codes by which page streams name glyphs, and words as page streams spell
 * them.
 *
 * A code (CID) of ours stands for a glyph and the text it shows: U+0020 and
 * U+00A0 share a glyph in Tinos, yet each must be extracted as itself. */
#pragma once

#include "pages.h"
#include "pdf_bytes.h"

typedef struct {
  guint32 glyph;
  const char *text; /* UTF-8; owned by the arena, or borrowed from a word */
  guint length;
  guint16 width; /* in 1/1000 em, rounded: what /W says */
} TkCid;

/* The codes of one face, in the order of first use. */
typedef struct {
  const TkFace *face;
  GArray *cids; /* of TkCid; the first is .notdef */
  GHashTable *codes;
  struct hb_face_t *hb;
  struct hb_font_t *metrics; /* in 1/1000 em times units_per_em: exact */
  guint16 space_code, space_width;
} TkCids;

/* A word as it stands inside [( … )] TJ: codes, and adjustments where the
 * true place of a glyph is not where the rounded widths lead to. */
typedef struct {
  const char *bytes;
  guint32 length;
  gint32 advance; /* in 1/1000 em, as a reader of the file will count it */
} TkSpelling;

typedef struct {
  TkArena *arena;
  GPtrArray *faces;      /* of TkCids by face id; NULL where the face is not used */
  TkSpelling *spellings; /* by word index */
  guint n_spellings;     /* grows where a word is beyond it */
  TkBytes scratch;
} TkSpeller;

TkSpeller *tk_speller_new (guint n_words);
void tk_speller_free (TkSpeller *speller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkSpeller, tk_speller_free)

/* Font sizes stand in the file in 1/1000 pt, and everything is measured by what stands there. */
#define TK_SIZE(word) ((gint32) TK_MILLI ((word)->size))

/* A length in 1/1000 em of a font of @size (1/1000 pt), rounded to the nearest. */
static inline gint32
tk_milli_em (gint64 units, gint32 size)
{
  gint64 above = units * 15625, below = (gint64) size * 16; /* units / 1024 * 1000 * 1000 / size */

  return (gint32) ((above >= 0 ? above + below / 2 : above - below / 2) / below);
}

/* Spells @word, once for all its uses. No glyph stands further than 1/2000 em
 * from its place, counted from the word's beginning. Errors: TK_ERROR_FONT for
 * a face that may not or cannot be embedded. */
const TkSpelling *tk_speller_spell (TkSpeller *speller, const TkWord *word, GError **error);

/* The code of a space of @face, a word of which has been spelled; 0 where the face has none. */
guint16 tk_speller_space (TkSpeller *speller, const TkFace *face, guint16 *ret_width);
