/* Pages set by hand: what the tests of paint begin with. Words are shaped, but
 * where they stand, and what they belong to, the test says. */
#pragma once

#include "pages.h"

typedef struct _Hand Hand;

/* A document in Vietnamese with an empty tree. */
Hand *hand_new (void);
void hand_free (Hand *hand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hand, hand_free)

TkDocument *hand_document (Hand *hand);

/* "Tinos-Regular.ttf", of the folder of fonts-croscore. */
const TkFace *hand_face (Hand *hand, const char *file);

TkNode *hand_node (Hand *hand, TkNode *parent, TkNodeKind kind);

/* Gives @node its one run, or the next one. */
const TkRun *hand_run (Hand *hand, TkNode *node, const char *text, const char *href, const char *language);

/* The same text, face and size give the same word. */
const TkWord *hand_word (Hand *hand, const TkFace *face, TkUnit size, const char *text);

/* A word with glyphs of the test's own making; @offsets may be NULL. */
const TkWord *hand_glyphs (Hand *hand, const TkFace *face, TkUnit size, const char *text,
                           const TkGlyph *glyphs, const TkOffset *offsets, guint n);

/* Begins a page of A4. All below lies on the page begun last. */
void hand_page (Hand *hand);

/* All marks from here on belong to running heads, or no longer. */
void hand_running (Hand *hand, gboolean running);

typedef struct {
  const TkNode *node;
  TkMarkRole role;
  const TkRun *span;
  guint32 colour;
} HandOwner;

/* A line of words, @gap apart; the last one is followed by a space where @more. */
void hand_line (Hand *hand, HandOwner owner, const TkFace *face, TkUnit size, TkUnit x, TkUnit y, TkUnit gap,
                const char *text, gboolean more);
void hand_pieces (Hand *hand, HandOwner owner, TkUnit x, TkUnit y, const TkPiece *pieces, guint n);
void hand_rule (Hand *hand, HandOwner owner, TkUnit x, TkUnit y, TkUnit width, TkUnit height);
void hand_image (Hand *hand, HandOwner owner, const TkPicture *picture, TkUnit x, TkUnit y, TkUnit width,
                 TkUnit height);

/* Any other mark, at its own place. */
void hand_mark (Hand *hand, const TkMark *mark);

void hand_bookmark (Hand *hand, const TkNode *node, TkUnit y);

/* The pages made so far; valid as long as nothing is added. */
const TkPages *hand_pages (Hand *hand);
