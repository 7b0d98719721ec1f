/* Rules on colours: the operators of content streams, what they name, and the samples of pictures. */
#include "pdfx.h"
#include <math.h>
#include <string.h>

enum { OPERANDS = 32 };

/* A content stream and what it has said so far. */
typedef struct {
  File *file;
  const char *place;
  pdf_obj *resources;
  float operands[OPERANDS];
  char name[128]; /* the last one */
  int n;          /* of operands */
} Content;

static pdf_obj *
find_resource (const Content *content, const char *kind)
{
  return entry (content->file, entry (content->file, content->resources, kind), content->name);
}

/* ---- colour spaces ---- */

/* How many components the device has for which it is meant; 0: it is of no device. */
static int
count_components (const File *file, pdf_obj *space)
{
  fz_context *context = file->context;
  const char *name = pdf_to_name (context,
                                  pdf_is_array (context, space) ? pdf_array_get (context, space, 0) : space);

  if (strcmp (name, "DeviceRGB") == 0 || strcmp (name, "CalRGB") == 0)
    return 3;
  if (strcmp (name, "DeviceCMYK") == 0)
    return 4;
  if (strcmp (name, "DeviceGray") == 0 || strcmp (name, "CalGray") == 0)
    return 1;
  if (strcmp (name, "ICCBased") == 0)
    return pdf_to_int (context, entry (file, pdf_array_get (context, space, 1), "N"));
  if (strcmp (name, "Indexed") == 0)
    return count_components (file, pdf_array_get (context, space, 1));
  if (strcmp (name, "Separation") == 0 || strcmp (name, "DeviceN") == 0)
    return count_components (file, pdf_array_get (context, space, 2));
  return 0;
}

/* Gray is black, wherever there is black. */
static void
check_components (File *file, const char *place, int n, const char *what)
{
  if (n == 3 && file->space != 3)
    fault (file, place, "%s is in RGB", what);
  if (n == 4 && file->space == 1)
    fault (file, place, "%s is in four inks, which the press has not", what);
}

static void
check_ink (File *file, const char *place, const float *inks)
{
  const float all = (inks[0] + inks[1] + inks[2] + inks[3]) * 100;

  file->found = MAX (file->found, (int) ceilf (all - 0.01f));
  if (all > (float) file->most + 0.01f)
    fault (file, place, "a colour has %.0f %% of ink, more than %d %%", all, file->most);
}

/* ---- pictures ---- */

static void
check_samples (File *file, const char *place, pdf_obj *picture)
{
  fz_image *image = pdf_load_image (file->context, file->document, picture);
  fz_pixmap *map = fz_get_pixmap_from_image (file->context, image, NULL, NULL, NULL, NULL);
  int most = 0;

  for (int y = 0; y < map->h && map->n == 4; y++)
    for (int x = 0; x < map->w; x++) {
      const unsigned char *inks = map->samples + y * map->stride + 4 * x;
      most = MAX (most, inks[0] + inks[1] + inks[2] + inks[3]);
    }
  most = (most * 100 + 127) / 255;
  file->found_picture = MAX (file->found_picture, most);
  if (most > file->most)
    fault (file, place, "a picture has %d %% of ink, more than %d %%", most, file->most);
  fz_drop_pixmap (file->context, map);
  fz_drop_image (file->context, image);
}

static void
check_picture (File *file, const char *place, pdf_obj *picture)
{
  const int n = count_components (file, entry (file, picture, "ColorSpace"));

  check_components (file, place, n, "a picture");
  if (n == 4)
    check_samples (file, place, picture);
}

static void
check_drawn (const Content *content)
{
  pdf_obj *object = find_resource (content, "XObject");
  File *file = content->file;
  gpointer number = GINT_TO_POINTER (pdf_to_num (file->context, object));

  if (object == NULL)
    fault (file, content->place, "%s is drawn, which is not there", content->name);
  if (object == NULL || !g_hash_table_add (file->seen, number))
    return;
  if (says (file, object, "Subtype", "Image"))
    check_picture (file, content->place, object);
  else
    check_colours (file, content->place, object, entry (file, object, "Resources"));
}

/* ---- operators ---- */

static void
check_space (const Content *content)
{
  pdf_obj *space = find_resource (content, "ColorSpace");
  File *file = content->file;
  int n;

  if (space != NULL)
    n = count_components (file, space);
  else
    n = strcmp (content->name, "DeviceRGB") == 0 ? 3 : strcmp (content->name, "DeviceCMYK") == 0 ? 4 : 0;
  check_components (file, content->place, n, "a colour");
}

static void
check_operator (const Content *content, const char *operator)
{
  File *file = content->file;

  if (strcmp (operator, "rg") == 0 || strcmp (operator, "RG") == 0)
    check_components (file, content->place, 3, "a colour");
  else if (strcmp (operator, "k") == 0 || strcmp (operator, "K") == 0)
    check_components (file, content->place, 4, "a colour");
  else if (strcmp (operator, "cs") == 0 || strcmp (operator, "CS") == 0)
    check_space (content);
  else if (strcmp (operator, "Do") == 0)
    check_drawn (content);
  else if (strcmp (operator, "BI") == 0 || strcmp (operator, "sh") == 0)
    fault (file, content->place, "%s is there, which this program cannot judge", operator);
  if (g_ascii_tolower (operator[0]) == 'k' && operator[1] == '\0' && content->n == 4)
    check_ink (file, content->place, content->operands);
}

static void
take (Content *content, pdf_token token, const pdf_lexbuf *lexed)
{
  if (token == PDF_TOK_NAME)
    g_strlcpy (content->name, lexed->scratch, sizeof content->name);
  if (content->n < OPERANDS && (token == PDF_TOK_INT || token == PDF_TOK_REAL))
    content->operands[content->n++] = token == PDF_TOK_INT ? (float) lexed->i : lexed->f;
}

void
check_colours (File *file, const char *place, pdf_obj *stream, pdf_obj *resources)
{
  Content content = {.file = file, .place = place, .resources = resources};
  fz_stream *opened = pdf_open_contents_stream (file->context, file->document, stream);
  pdf_lexbuf lexed;

  pdf_lexbuf_init (file->context, &lexed, PDF_LEXBUF_SMALL);
  for (;;) {
    pdf_token token = pdf_lex (file->context, opened, &lexed);
    if (token == PDF_TOK_EOF)
      break;
    if (token != PDF_TOK_KEYWORD) {
      take (&content, token, &lexed);
      continue;
    }
    check_operator (&content, lexed.scratch);
    content.n = 0;
  }
  pdf_lexbuf_fin (file->context, &lexed);
  fz_drop_stream (file->context, opened);
}
