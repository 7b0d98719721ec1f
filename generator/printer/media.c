/* Comes in: a size of paper, typed or measured; the sizes of a printer. Goes out: the printer's name for it.
 */
#include "media.h"

#include <string.h>

enum {
  TOLERANCE = 100,  /* hundredths of a millimetre */
  LEAST = 2000,     /* of a side; the smallest labels */
  MOST = 200 * 1000 /* the longest banners */
};

static void
measure (const pwg_media_t *pwg, TkMedia *media)
{
  memset (media, 0, sizeof *media);
  g_strlcpy (media->keyword, pwg->pwg, sizeof media->keyword);
  media->width = MIN (pwg->width, pwg->length);
  media->length = MAX (pwg->width, pwg->length);
  /* the names of Adobe's are those on the boxes; made for a size they begin with a digit */
  if (pwg->ppd != NULL && g_ascii_isalpha (*pwg->ppd))
    g_strlcpy (media->name, pwg->ppd, sizeof media->name);
  else
    g_snprintf (media->name, sizeof media->name, "%g × %g mm", media->width / 100.0, media->length / 100.0);
}

void
tk_media_measure (const TkCups *call, int width, int length, TkMedia *ret_media)
{
  measure (call->pwgMediaForSize (MIN (width, length), MAX (width, length)), ret_media);
}

/* Without a unit the library takes inches, which nobody here means. */
static gboolean
is_size (const char *typed)
{
  return g_ascii_isdigit (*typed) && (g_str_has_suffix (typed, "mm") || g_str_has_suffix (typed, "cm"));
}

gboolean
tk_media_find (const TkCups *call, const char *typed, TkMedia *ret_media)
{
  g_autofree char *capital = g_strdup (typed);
  g_autofree char *small = g_ascii_strdown (typed, -1);
  const pwg_media_t *pwg = NULL;

  capital[0] = g_ascii_toupper (capital[0]);
  if (is_size (small))
    pwg = call->pwgMediaForPPD (small);
  else if (g_ascii_isalpha (*typed)) {
    pwg = call->pwgMediaForPPD (capital);
    pwg = pwg == NULL ? call->pwgMediaForPWG (typed) : pwg;
    pwg = pwg == NULL ? call->pwgMediaForLegacy (small) : pwg;
  }
  if (pwg == NULL || MIN (pwg->width, pwg->length) < LEAST || MAX (pwg->width, pwg->length) > MOST)
    return FALSE;
  tk_media_measure (call, pwg->width, pwg->length, ret_media);
  return TRUE;
}

gboolean
tk_printer_find_media (const TkPrinter *printer, const char *typed, int *ret_width, int *ret_height)
{
  TkMedia media;

  if (!tk_media_find (&printer->call, typed, &media))
    return FALSE;
  *ret_width = media.width;
  *ret_height = media.length;
  return TRUE;
}

gboolean
tk_media_equal (const TkMedia *a, const TkMedia *b)
{
  return ABS (a->width - b->width) <= TOLERANCE && ABS (a->length - b->length) <= TOLERANCE;
}

/* The range of custom sizes stands in two keywords that are no sizes (PWG 5101.1, 5.1). */
static gboolean
is_range (const char *keyword)
{
  return g_str_has_prefix (keyword, "custom_min") || g_str_has_prefix (keyword, "custom_max");
}

/* The @i-th of an attribute of sizes; FALSE where it is none (main, photo-glossy). */
static gboolean
read_size (const TkCups *call, ipp_attribute_t *sizes, int i, TkMedia *media, const char **ret_keyword)
{
  const char *keyword = call->ippGetString (sizes, i, NULL);
  const pwg_media_t *pwg = NULL;

  if (keyword != NULL && !is_range (keyword))
    pwg = call->pwgMediaForPWG (keyword);
  if (pwg == NULL)
    return FALSE;
  measure (pwg, media);
  *ret_keyword = keyword;
  return TRUE;
}

static const char *
find_keyword (const TkPrinter *printer, const char *attribute, const TkMedia *media)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *sizes = call->ippFindAttribute (printer->attributes, attribute, IPP_TAG_ZERO);

  for (int i = 0; sizes != NULL && i < call->ippGetCount (sizes); i++) {
    TkMedia size;
    const char *keyword;
    if (read_size (call, sizes, i, &size, &keyword) && tk_media_equal (&size, media))
      return keyword;
  }
  return NULL;
}

/* Does a member of media-size-supported, a length or a range of them, hold @length? */
static gboolean
holds (const TkCups *call, ipp_t *size, const char *name, int length)
{
  ipp_attribute_t *member = call->ippFindAttribute (size, name, IPP_TAG_ZERO);
  int upper = 0;

  if (member == NULL || call->ippGetValueTag (member) != IPP_TAG_RANGE)
    return member != NULL && ABS (call->ippGetInteger (member, 0) - length) <= TOLERANCE;
  const int lower = call->ippGetRange (member, 0, &upper);
  return length >= lower && length <= upper;
}

/* Takes the printer paper of a size that has no name? */
static gboolean
fits_range (const TkPrinter *printer, const TkMedia *media)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *sizes = call->ippFindAttribute (printer->attributes, "media-size-supported",
                                                   IPP_TAG_BEGIN_COLLECTION);

  for (int i = 0; sizes != NULL && i < call->ippGetCount (sizes); i++) {
    ipp_t *size = call->ippGetCollection (sizes, i);
    if (holds (call, size, "x-dimension", media->width) && holds (call, size, "y-dimension", media->length))
      return TRUE;
  }
  return FALSE;
}

/* The same in keywords, which older printers and CUPS have. */
static gboolean
fits_keywords (const TkPrinter *printer, const TkMedia *media)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *sizes = call->ippFindAttribute (printer->attributes, "media-supported", IPP_TAG_ZERO);
  gboolean least = FALSE, most = FALSE;

  for (int i = 0; sizes != NULL && i < call->ippGetCount (sizes); i++) {
    const char *keyword = call->ippGetString (sizes, i, NULL);
    const pwg_media_t *pwg = keyword != NULL && is_range (keyword) ? call->pwgMediaForPWG (keyword) : NULL;
    if (pwg == NULL)
      continue;
    if (g_str_has_prefix (keyword, "custom_min"))
      least = media->width >= pwg->width && media->length >= pwg->length;
    else
      most = media->width <= pwg->width && media->length <= pwg->length;
  }
  return least && most;
}

gboolean
tk_media_match (const TkPrinter *printer, TkMedia *media)
{
  const TkCups *call = &printer->call;
  const char *keyword = find_keyword (printer, "media-supported", media);

  media->loaded = find_keyword (printer, "media-ready", media) != NULL;
  if (keyword != NULL)
    g_strlcpy (media->keyword, keyword, sizeof media->keyword);
  media->free = keyword == NULL && (fits_range (printer, media) || fits_keywords (printer, media));
  return keyword != NULL || media->free
         || call->ippFindAttribute (printer->attributes, "media-supported", IPP_TAG_ZERO) == NULL;
}

char *
tk_media_list_new (const TkPrinter *printer)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *sizes = call->ippFindAttribute (printer->attributes, "media-supported", IPP_TAG_ZERO);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; sizes != NULL && i < call->ippGetCount (sizes); i++) {
    TkMedia size;
    const char *keyword;
    if (read_size (call, sizes, i, &size, &keyword)
        && !g_ptr_array_find_with_equal_func (names, size.name, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (size.name));
  }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (GStrv) names->pdata);
}
