/* make_sheets FOLDER: the sheets of press.c as rgb.pdf, gray.pdf, cmyk.pdf (PDF/X-4, both) and once more, by
 * other memory, as again.pdf; little.pdf, with no more than 240 % of ink; whole.pdf, which is not PDF/X;
 * named.pdf, by a profile, named.icc, that tells the condition of printing in its name. */
#include "press.h"

#include <lcms2.h>

#include "paint.h"
#include "paper.h"

static void
write_one (const char *folder, const char *name, TkColourKind kind, const char *profile, int most,
           gboolean pdfx)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (TkPicture) photo = press_photo_new (0), png = picture_new (1, TK_PICTURE_PNG, 1, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkInks) inks = tk_inks_new (kind, profile, most, &error);
  g_autoptr (TkOutput) output = inks != NULL ? tk_output_new (path, &error) : NULL;
  g_autoptr (Hand) hand = hand_new ();
  const TkPressColour colour = {inks, pdfx};

  if (output == NULL || !tk_paint_press (press_sheets (hand, photo, png), &colour, output, &error)
      || !tk_output_commit (output, &error))
    g_error ("%s", error->message);
}

static char *
name_profile (const char *folder)
{
  char *path = g_build_filename (folder, "named.icc", NULL);
  cmsHPROFILE profile = cmsOpenProfileFromFile ("/usr/share/color/icc/ghostscript/default_cmyk.icc", "r");
  cmsMLU *title = cmsMLUalloc (NULL, 1);

  cmsMLUsetASCII (title, "en", "US", "Coated FOGRA39 (ISO 12647-2:2004)");
  if (profile == NULL || !cmsWriteTag (profile, cmsSigProfileDescriptionTag, title)
      || !cmsSaveProfileToFile (profile, path))
    g_error ("%s cannot be written", path);
  cmsMLUfree (title);
  cmsCloseProfile (profile);
  return path;
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    return 2;
  write_one (argv[1], "rgb.pdf", TK_COLOUR_RGB, NULL, 0, FALSE);
  write_one (argv[1], "gray.pdf", TK_COLOUR_GRAY, NULL, 0, TRUE);
  write_one (argv[1], "cmyk.pdf", TK_COLOUR_CMYK, NULL, 300, TRUE);
  write_one (argv[1], "again.pdf", TK_COLOUR_CMYK, NULL, 300, TRUE);
  write_one (argv[1], "little.pdf", TK_COLOUR_CMYK, NULL, 240, TRUE);
  write_one (argv[1], "whole.pdf", TK_COLOUR_CMYK, NULL, 300, FALSE);
  g_autofree char *named = name_profile (argv[1]);
  write_one (argv[1], "named.pdf", TK_COLOUR_CMYK, named, 300, TRUE);
  return 0;
}
