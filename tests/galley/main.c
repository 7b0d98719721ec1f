/* Comes in: a document typed as text (typed.h). Goes out: the strips that it is
 * set in, or the error, then notes, links and pictures, as text. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "galley.h"
#include "golden.h"
#include "typed.h"

/* ---- what the print of strips does not show ---- */

static void
print_heads (GString *to, const TkGalley *galley)
{
  const TkStrip *before = NULL;

  for (guint i = 0; i < galley->n_strips; i++) {
    const TkStrip *strip = &galley->strips[i];
    if (strip->head != NULL && strip->head != before)
      g_string_append_printf (to, "head of %u strips from strip %u\n", strip->n_head, i);
    before = strip->head;
  }
}

static void
print_spans (GString *to, const TkGalley *galley)
{
  for (guint i = 0; i < galley->n_strips; i++) {
    for (guint m = 0; m < galley->strips[i].n_marks; m++) {
      const TkMark *mark = &galley->strips[i].marks[m];
      if (mark->span == NULL)
        continue;
      g_string_append (to, mark->span->href != NULL ? "link" : "language");
      g_string_append_printf (to, " %s:", mark->span->href != NULL ? mark->span->href : mark->span->language);
      for (guint p = 0; p < mark->text.n_pieces; p++)
        g_string_append_printf (to, " %s", mark->text.pieces[p].word->text);
      g_string_append_c (to, '\n');
    }
  }
}

static void
print_picture (GString *to, const TkPicture *picture)
{
  g_autofree char *name = g_path_get_basename (picture->path);
  g_auto (TkRaster) raster = {0};
  g_autoptr (GError) error = NULL;

  g_string_append_printf (to, "picture %s: %s %d x %d, %d components, orientation %d, ", name,
                          picture->kind == TK_PICTURE_JPEG ? "JPEG" : "PNG", picture->width, picture->height,
                          picture->components, picture->orientation);
  if (!tk_picture_decode (picture, 0, 0, &raster, &error)) {
    g_string_append_printf (to, "%s\n", error->message);
    return;
  }
  const guint8 *last = raster.pixels + (picture->width * picture->height - 1) * raster.components;
  for (int c = 0; c < raster.components; c++)
    g_string_append_printf (to, "%s%d", c > 0 ? " " : "decoded ", last[c]);
  if (raster.alpha != NULL)
    g_string_append_printf (to, ", alpha %d", raster.alpha[picture->width * picture->height - 1]);
  g_string_append_c (to, '\n');
}

/* ---- cases ---- */

static void
print_document (GString *to, const TkDocument *document)
{
  const TkGalleyOptions options = {.font_folder = FONT_FOLDER};
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TkGalley) galley = tk_galley_set (document, &options, notes, &error);

  if (galley == NULL) {
    g_string_append_printf (to, "error %d\n%s\n", error->code, error->message);
  } else {
    g_autofree char *strips = tk_galley_print (galley);
    g_string_append (to, strips);
    print_heads (to, galley);
    print_spans (to, galley);
    for (guint i = 0; i < galley->n_pictures; i++)
      print_picture (to, galley->pictures[i]);
  }
  g_autofree char *noted = tk_notes_text_new (notes, "note: ");
  g_string_append (to, noted);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_remove (path);
  }
  g_rmdir (folder);
}

static char *
print_case (const char *path, const char *text, gpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_dir_make_tmp ("tongket-XXXXXX", NULL);
  TkDocument *document = tk_typed_read (path, text, folder);
  g_autoptr (GString) to = g_string_new (NULL);

  print_document (to, document);
  tk_typed_free (document);
  remove_folder (folder);
  /* folders are not the same everywhere */
  g_string_replace (to, folder, "PICTURES", 0);
  g_string_replace (to, FONT_FOLDER, "FONTS", 0);
  return g_string_free (g_steal_pointer (&to), FALSE);
}

int
main (int argc, char **argv)
{
  g_setenv ("XDG_DATA_HOME", "DATA", TRUE); /* no fonts of who runs it */
  return tk_golden_run (argc, argv, print_case, NULL);
}
