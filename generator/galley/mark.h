/* The atom of galleys and pages: something with ink, at a place. Painters are
 * one switch over the kinds. */
#pragma once

#include "face.h"
#include "node.h"
#include "picture.h"

typedef struct {
  TkUnit advance; /* of the pen, kerning included */
  guint16 glyph;  /* id in the font file; never 0 */
  guint16 text;   /* first byte in the word's text of the cluster that begins with this glyph, */
  guint16 length; /* and its length; 0: a further glyph of the cluster before */
} TkGlyph;

/* Of a glyph from the pen; y upwards. */
typedef struct {
  TkUnit x, y;
} TkOffset;

/* Shaped once for each distinct text, face and size; shared by all lines.
 * Left to right. It holds no space, except where spaces are not for stretching (U+00A0). */
typedef struct {
  guint index; /* from 0, dense within one galley: painters keep tables by it */
  const TkFace *face;
  TkUnit size;
  TkUnit width;     /* sum of advances */
  const char *text; /* NFC UTF-8 */
  guint length;     /* bytes of text */
  guint n_glyphs;
  const TkGlyph *glyphs;
  const TkOffset *offsets; /* of each glyph; NULL: all stand at the pen, as most do */
} TkWord;

static inline TkOffset
tk_word_offset (const TkWord *word, guint glyph)
{
  return word->offsets != NULL ? word->offsets[glyph] : (TkOffset){0, 0};
}

/* A word in its line. */
typedef struct {
  const TkWord *word;
  TkUnit x;      /* from the mark's x */
  guint32 space; /* not 0: a space of the word's face and size follows, as wide as the gap up to the
                  * next piece (or of natural width where it is the last: it is there for extraction only) */
} TkPiece;

typedef enum {
  TK_MARK_TEXT,
  TK_MARK_RULE, /* a filled rectangle: rules, underlines, backgrounds; always an artifact */
  TK_MARK_IMAGE,
  TK_MARK_PATH, /* of a chart: an area that is filled, or a line */
} TkMarkKind;

typedef enum {
  TK_ROLE_CONTENT,
  TK_ROLE_LABEL,  /* the Lbl of an ITEM */
  TK_ROLE_BEHIND, /* content that all else of the page is drawn upon */
  TK_ROLE_UNSEEN, /* text for those who hear the paper: not drawn */
} TkMarkRole;

/* The box of a whole picture of which a part is shown, from the upper left corner of that part. */
typedef struct {
  TkUnit x, y; /* 0 or less */
  TkUnit width, height;
} TkCrop;
typedef enum { TK_STEP_MOVE, TK_STEP_LINE, TK_STEP_CURVE, TK_STEP_CLOSE } TkStepKind;

/* A step of a path; points from the mark's place, y downwards. */
typedef struct {
  TkStepKind kind;
  TkUnit x, y;           /* where it leads; nowhere for CLOSE */
  TkUnit x1, y1, x2, y2; /* CURVE: the two points between (Bézier) */
} TkStep;

typedef struct {
  TkMarkKind kind;
  TkMarkRole role;
  TkUnit x, y;        /* from the strip's upper left corner, y downwards: of the baseline's
                       * beginning for text, of the upper left corner for others */
  const TkNode *node; /* the element of the document it belongs to (a leaf: heading, paragraph,
                       * item for labels, figure); NULL: an artifact */
  const TkRun *span;  /* text of a run with a link or a language of its own: an element Link or
                       * Span within node's; else NULL. Marks of one run follow each other. */
  guint32 colour;     /* 0xRRGGBB, text and rules */
  gint16 turned;      /* text: degrees counter-clockwise about @x, @y; 0: level */
  union {
    struct {
      const TkPiece *pieces;
      guint n_pieces;
    } text;
    struct {
      TkUnit width, height;
    } rule;
    struct {
      const TkPicture *picture;
      TkUnit width, height;
      const TkCrop *crop; /* what is within @width × @height of the picture in this box; NULL: all of it */
    } image;
    struct {
      const TkStep *steps;
      const TkStep *clip; /* an area out of which nothing is drawn: hatching; or none */
      guint n_steps, n_clip;
      TkUnit stroke;        /* width of the line; 0: the area is filled */
      TkUnit width, height; /* of the box from the mark's place in which it lies */
      guint8 dash[4]; /* of a line, in points: drawn and left out in turn; 0: none further, nor at all */
    } path;
  };
} TkMark;
