#include "words.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *name;
  ipp_tag_t tag;
} Type;

static const Type types[] = {
    {"color-supported", IPP_TAG_BOOLEAN},
    {"copies-supported", IPP_TAG_RANGE},
    {"document-format-supported", IPP_TAG_MIMETYPE},
    {"job-id", IPP_TAG_INTEGER},
    {"job-impressions-completed", IPP_TAG_INTEGER},
    {"job-media-sheets-completed", IPP_TAG_INTEGER},
    {"job-state", IPP_TAG_ENUM},
    {"job-state-message", IPP_TAG_TEXT},
    {"job-state-reasons", IPP_TAG_KEYWORD},
    {"media-col-supported", IPP_TAG_KEYWORD},
    {"media-ready", IPP_TAG_KEYWORD},
    {"media-size-supported", IPP_TAG_BEGIN_COLLECTION},
    {"media-supported", IPP_TAG_KEYWORD},
    {"multiple-document-handling-default", IPP_TAG_KEYWORD},
    {"multiple-document-handling-supported", IPP_TAG_KEYWORD},
    {"operations-supported", IPP_TAG_ENUM},
    {"print-scaling-supported", IPP_TAG_KEYWORD},
    {"printer-info", IPP_TAG_TEXT},
    {"printer-is-accepting-jobs", IPP_TAG_BOOLEAN},
    {"printer-name", IPP_TAG_NAME},
    {"printer-state", IPP_TAG_ENUM},
    {"printer-state-message", IPP_TAG_TEXT},
    {"printer-state-reasons", IPP_TAG_KEYWORD},
    {"printer-type", IPP_TAG_ENUM},
    {"printer-uri-supported", IPP_TAG_URI},
    {"sides-supported", IPP_TAG_KEYWORD},
};

/* "10000-33000x14000-50000": a range of sizes. */
static void
add_sizes (ipp_t *to, ipp_tag_t group, const char *name, char **values)
{
  int numbers[4] = {0};
  ipp_t *size = ippNew ();
  char *text = values[0];

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    numbers[i] = (int) strtol (text, &text, 10);
    text += *text != '\0';
  }
  ippAddRange (size, IPP_TAG_ZERO, "x-dimension", numbers[0], numbers[1]);
  ippAddRange (size, IPP_TAG_ZERO, "y-dimension", numbers[2], numbers[3]);
  ippAddCollection (to, group, name, size);
  ippDelete (size);
}

static void
add_numbers (ipp_t *to, ipp_tag_t group, const Type *type, char **values)
{
  int numbers[32];
  int n = 0;

  for (; values[n] != NULL && n < (int) G_N_ELEMENTS (numbers); n++)
    numbers[n] = (int) strtol (values[n], NULL, 10);
  ippAddIntegers (to, group, type->tag, type->name, n, numbers);
}

static void
add (ipp_t *to, ipp_tag_t group, const Type *type, char **values)
{
  const char *dash = strchr (values[0], '-');

  if (type->tag == IPP_TAG_BEGIN_COLLECTION)
    add_sizes (to, group, type->name, values);
  else if (type->tag == IPP_TAG_BOOLEAN)
    ippAddBoolean (to, group, type->name, strcmp (values[0], "true") == 0);
  else if (type->tag == IPP_TAG_RANGE)
    ippAddRange (to, group, type->name, (int) strtol (values[0], NULL, 10),
                 (int) strtol (dash != NULL ? dash + 1 : values[0], NULL, 10));
  else if (type->tag == IPP_TAG_INTEGER || type->tag == IPP_TAG_ENUM)
    add_numbers (to, group, type, values);
  else
    ippAddStrings (to, group, type->tag, type->name, (int) g_strv_length (values), NULL,
                   (const char *const *) values);
}

gboolean
words_add_attributes (ipp_t *to, ipp_tag_t group, const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);

  for (char **pair = pairs; *pair != NULL; pair++) {
    char *equal = strchr (*pair, '=');
    gsize i = 0;
    if (**pair == '\0')
      continue;
    if (equal == NULL)
      return FALSE;
    *equal = '\0';
    while (i < G_N_ELEMENTS (types) && strcmp (types[i].name, *pair) != 0)
      i++;
    if (i == G_N_ELEMENTS (types))
      return FALSE;
    g_strdelimit (equal + 1, "_", types[i].tag == IPP_TAG_TEXT ? ' ' : '_');
    g_auto (GStrv) values = g_strsplit (equal + 1, ",", -1);
    add (to, group, &types[i], values);
  }
  return TRUE;
}

static gboolean
is_common (const char *name)
{
  static const char *const common[] = {"attributes-charset", "attributes-natural-language", "printer-uri",
                                       "requesting-user-name", "requested-attributes"};

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    if (strcmp (common[i], name) == 0)
      return TRUE;
  return FALSE;
}

char *
words_print_new (ipp_t *from, ipp_tag_t group)
{
  GString *printed = g_string_new (NULL);

  for (ipp_attribute_t *one = ippFirstAttribute (from); one != NULL; one = ippNextAttribute (from)) {
    char value[1024];
    if (ippGetGroupTag (one) != group || ippGetName (one) == NULL || is_common (ippGetName (one)))
      continue;
    ippAttributeString (one, value, sizeof value);
    g_string_append_printf (printed, "%s%s=%s", printed->len > 0 ? " " : "", ippGetName (one), value);
  }
  return g_string_free (printed, FALSE);
}
