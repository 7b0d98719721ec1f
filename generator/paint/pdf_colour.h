/* Colours in content streams. */
#pragma once

#include "inks.h"
#include "pdf_bytes.h"
#include "style.h"

/* How the colours of marks are written. */
typedef struct {
  const TkInks *inks;        /* NULL, or of RGB: as they are */
  const TkSpotColour *spots; /* go before what @inks mix, of four inks */
  guint n_spots;
  gboolean press; /* on sheets, which have marks for each plate */
} TkColours;

typedef enum {
  TK_TINT_PLAIN,
  TK_TINT_BLACK,     /* all of the black ink and no other: thin things are printed over what is below */
  TK_TINT_EVERY_INK, /* black meant for each plate: marks for cutting and folding */
} TkTint;

typedef enum { TK_USE_TEXT, TK_USE_AREA, TK_USE_LINE } TkColourUse;

gboolean tk_colours_are_inks (const TkColours *colours);

/* Of what is drawn in a colour. @marks: of the sheet, not of a page on it. */
TkTint tk_colours_tint (const TkColours *colours, guint32 colour, gboolean marks);

/* The operator that sets the colour, without white space behind it. Text and rules are written shorter. */
void tk_colours_put (const TkColours *colours, TkBytes *to, guint32 colour, TkTint tint, TkColourUse use);

/* What the operators name, for the resources of a page. */
void tk_colours_put_resources (const TkColours *colours, TkBytes *to);
