/* Comes in: the name of a picture file beside the database. Goes out: a colour of it. The manual is
 * functions.h. Nothing is read but below the folder of the database: a layout is a file that someone sent. */
#include <glib/gi18n.h>
#include <string.h>

#include "function.h"
#include "leading.h"
#include "picture.h"

/* Pixels along the longer side: enough to know a colour. */
enum { LONGER_SIDE = 128 };

/* A function that looks at pictures: its row, as tk_function_name has it, where they lie, and what it saw
 * last: a paper asks for several tints of one picture. */
typedef struct {
  TkFunction function;
  char *folder;   /* NULL: there are none */
  char *identity; /* of the picture, or NULL */
  gboolean coloured;
  guint32 colour;
} Viewer;

gpointer
tk_function_viewer_new (const TkFunction *function, const char *database)
{
  Viewer *viewer = g_new0 (Viewer, 1);

  viewer->function = *function;
  viewer->folder = database != NULL ? g_path_get_dirname (database) : NULL;
  return viewer;
}

void
tk_function_viewer_free (gpointer data)
{
  Viewer *viewer = data;

  g_free (viewer->folder);
  g_free (viewer->identity);
  g_free (viewer);
}

static gboolean
lies_below (const char *file)
{
  g_auto (GStrv) parts = g_strsplit (file, G_DIR_SEPARATOR_S, -1);

  return *file != '\0' && !g_path_is_absolute (file) && !g_strv_contains ((const char *const *) parts, "..");
}

/* FALSE: it is no picture, or broken, or it has no colour. */
static gboolean
look_at (const TkPicture *picture, guint32 *ret_colour)
{
  const int longer = MAX (picture->width, picture->height);
  g_auto (TkRaster) raster = {0};

  return tk_picture_decode (picture, MAX (1, (int) ((gint64) picture->width * LONGER_SIDE / longer)),
                            MAX (1, (int) ((gint64) picture->height * LONGER_SIDE / longer)), &raster, NULL)
         && tk_raster_find_leading (&raster, ret_colour);
}

/* Knows @picture again by its file, unless that is so young that it may change yet. */
static void
view (Viewer *viewer, const TkPicture *picture)
{
  g_autofree char *identity = tk_picture_identify_new (picture);

  if (identity != NULL && g_strcmp0 (identity, viewer->identity) == 0)
    return;
  g_free (viewer->identity);
  viewer->identity = g_steal_pointer (&identity);
  viewer->coloured = look_at (picture, &viewer->colour);
}

void
tk_function_picture_colour (sqlite3_context *context, int n, sqlite3_value **values)
{
  Viewer *viewer = sqlite3_user_data (context);
  const char *file = tk_function_is_null (values[0]) ? NULL : tk_function_take_text (context, values[0]);
  gint64 white = 0;

  if (file == NULL || (n > 1 && !tk_function_take_whole (context, values[1], &white)))
    return;
  if (white < 0 || white > 100) {
    tk_function_refuse (context, values[1], _ ("a share of white in percent, 0 to 100"));
    return;
  }
  if (viewer->folder == NULL || !lies_below (file))
    return;
  g_autofree char *path = g_build_filename (viewer->folder, file, NULL);
  TkPicture *picture = tk_picture_open_new (file, path, NULL);
  if (picture == NULL)
    return;
  view (viewer, picture);
  tk_picture_free (picture);
  if (!viewer->coloured)
    return;
  g_autoptr (GString) text = g_string_new (NULL);
  g_string_printf (text, "#%06X", tk_raster_lighten (viewer->colour, (int) white));
  tk_function_give (context, text);
}
