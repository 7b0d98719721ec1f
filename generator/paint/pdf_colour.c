/* Comes in: colours of marks. Goes out: the operators that set them. Must not know what is drawn. */
#include "pdf_colour.h"

gboolean
tk_colours_are_inks (const TkColours *colours)
{
  return colours->inks != NULL && tk_inks_kind (colours->inks) != TK_COLOUR_RGB;
}

static gboolean
are_four (const TkColours *colours)
{
  return colours->inks != NULL && tk_inks_kind (colours->inks) == TK_COLOUR_CMYK;
}

/* In thousandths: cyan, magenta, yellow, black. */
static void
mix (const TkColours *colours, guint32 colour, gint64 *ret_shares)
{
  int shares[4];

  for (guint i = 0; are_four (colours) && i < colours->n_spots; i++)
    if (colours->spots[i].colour == colour) {
      for (int ink = 0; ink < 4; ink++)
        ret_shares[ink] = colours->spots[i].inks[ink] * 10;
      return;
    }
  tk_inks_mix (colours->inks, colour, shares);
  for (int ink = 0; ink < 4; ink++)
    ret_shares[ink] = shares[ink];
}

TkTint
tk_colours_tint (const TkColours *colours, guint32 colour, gboolean marks)
{
  gint64 shares[4];

  if (marks && colour == 0)
    return TK_TINT_EVERY_INK;
  if (!are_four (colours))
    return TK_TINT_PLAIN;
  mix (colours, colour, shares);
  return shares[0] + shares[1] + shares[2] == 0 && shares[3] == 1000 ? TK_TINT_BLACK : TK_TINT_PLAIN;
}

/* Of red, green and blue, in thousandths. */
static void
find_lights (guint32 colour, gint64 *ret_shares)
{
  for (int i = 0; i < 3; i++)
    ret_shares[i] = ((gint64) (colour >> (16 - 8 * i) & 255) * 1000 + 127) / 255;
}

void
tk_colours_put (const TkColours *colours, TkBytes *to, guint32 colour, TkTint tint, TkColourUse use)
{
  const gboolean line = use == TK_USE_LINE;
  gint64 shares[4];

  if (tint == TK_TINT_EVERY_INK) {
    tk_bytes_print (to, line ? "/All CS 1 SCN" : "/All cs 1 scn");
  } else if (are_four (colours)) {
    mix (colours, colour, shares);
    tk_bytes_numbers (to, shares, 4, line ? "K" : "k");
  } else if (tk_colours_are_inks (colours)) {
    mix (colours, colour, shares);
    shares[3] = 1000 - shares[3];
    tk_bytes_numbers (to, shares + 3, 1, line ? "G" : "g");
  } else {
    find_lights (colour, shares);
    if (use == TK_USE_TEXT && shares[0] == shares[1] && shares[1] == shares[2])
      tk_bytes_numbers (to, shares, 1, "g");
    else
      tk_bytes_numbers (to, shares, 3, line ? "RG" : "rg");
  }
}

void
tk_colours_put_resources (const TkColours *colours, TkBytes *to)
{
  /* ISO 32000-1, 8.6.6.4: All is every plate; the function is for those that show it on a screen */
  static const char four[] = "/All[/Separation/All/DeviceCMYK"
                             "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]";
  static const char gray[] = "/All[/Separation/All/DeviceGray"
                             "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]";

  tk_bytes_print (to, "/ColorSpace<<%s>>", are_four (colours) ? four : gray);
  /* 8.6.7: in the second mode inks that are not used leave alone what is below */
  if (are_four (colours))
    tk_bytes_literal (to, "/ExtGState<</Over<</OP true/op true/OPM 1>>/Out<</OP false/op false/OPM 1>>>>");
}
