/* Comes in: a document. Goes out: its pages, their words in the order of reading, the pictures it shows, its
 * PDF. Must not know of a store. */
#include "edition.h"

#include <string.h>

#include "attach.h"
#include "edition_text.h"
#include "error.h"
#include "share.h"

static const char *const conformances[] = {
    [TK_LEVEL_2A] = "PDF/A-2a, PDF/UA-1", [TK_LEVEL_3A] = "PDF/A-3a, PDF/UA-1", [TK_LEVEL_1B] = "PDF/A-1b"};

const char *
tk_edition_conformance (TkPdfLevel level)
{
  return conformances[level];
}

gboolean
tk_edition_parse_conformance (const char *conformance, TkPdfLevel *ret_level)
{
  for (guint i = 0; i < G_N_ELEMENTS (conformances); i++)
    if (g_strcmp0 (conformances[i], conformance) == 0) {
      *ret_level = (TkPdfLevel) i;
      return TRUE;
    }
  return FALSE;
}

static void
add_pictures (const TkNode *node, TkEdition *edition)
{
  GPtrArray *pictures = node->of_layout ? edition->layout_pictures : edition->pictures;

  if (node->kind == TK_NODE_FIGURE && node->path != NULL
      && !g_ptr_array_find_with_equal_func (pictures, node->path, g_str_equal, NULL))
    g_ptr_array_add (pictures, g_strdup (node->path));
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    add_pictures (child, edition);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* As tk_paper_make does, so that a paper that is issued has the bytes of one that is rendered. */
TkEdition *
tk_edition_new (const TkDocument *document, const TkEditionWish *wish, TkNotes *notes, GError **error)
{
  g_autofree char *fonts = g_build_filename (wish->share, "fonts", NULL);
  g_autoptr (TkCache) cache = tk_share_cache_new ();
  const TkPrintOptions prints = {.wanted = TRUE, .cache = cache};
  const TkGalleyOptions options = {.font_folder = fonts, .prints = &prints};
  g_autoptr (TkGalley) galley = tk_galley_set (document, &options, notes, error);

  if (galley == NULL)
    return NULL;
  TkEdition *edition = g_new0 (TkEdition, 1);
  edition->document = document;
  edition->level = wish->level;
  edition->galley = g_steal_pointer (&galley);
  edition->pages = tk_pages_flow (edition->galley, notes);
  edition->text = tk_edition_text_new (edition->pages);
  edition->pictures = g_ptr_array_new_with_free_func (g_free);
  edition->layout_pictures = g_ptr_array_new_with_free_func (g_free);
  add_pictures (document->root, edition);
  g_ptr_array_sort (edition->pictures, compare);
  g_ptr_array_sort (edition->layout_pictures, compare);
  return edition;
}

void
tk_edition_free (TkEdition *edition)
{
  if (edition == NULL)
    return;
  tk_pages_free (edition->pages);
  tk_galley_free (edition->galley);
  g_ptr_array_unref (edition->pictures);
  g_ptr_array_unref (edition->layout_pictures);
  g_free (edition->text);
  g_free (edition);
}

GBytes *
tk_edition_paint_new (const TkEdition *edition, GError **error)
{
  g_autoptr (TkOutput) output = tk_output_unnamed_new (error);
  g_autoptr (GArray) files = tk_attachments_new (edition->document);

  if (output == NULL
      || !tk_paint_pdf_at (edition->pages, edition->level, (const TkAttachment *) (const void *) files->data,
                           files->len, output, error))
    return NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (tk_output_descriptor (output), FALSE, error);
  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}
