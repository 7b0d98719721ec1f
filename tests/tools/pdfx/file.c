/* Rules on the whole file: version, identity, intent, metadata, fonts, what must not be there. */
#include "pdfx.h"
#include <string.h>

/* ---- the trailer and the information dictionary ---- */

static void
check_trailer (File *file)
{
  pdf_obj *ids = entry (file, file->trailer, "ID"), *info = entry (file, file->trailer, "Info");
  const int version = pdf_version (file->context, file->document);

  if (version > 16)
    fault (file, "file", "it is PDF 1.%d, and not 1.6", version % 10);
  if (entry (file, file->trailer, "Encrypt") != NULL)
    fault (file, "file", "it is encrypted");
  if (pdf_array_len (file->context, ids) != 2
      || pdf_to_str_len (file->context, pdf_array_get (file->context, ids, 0)) == 0)
    fault (file, "file", "there is no ID");
  if (!says (file, info, "Trapped", "True") && !says (file, info, "Trapped", "False"))
    fault (file, "file", "Trapped is neither True nor False");
  for (const char *const *key = (const char *const[]){"Title", "CreationDate", "ModDate", NULL}; *key != NULL;
       key++)
    if (pdf_to_str_len (file->context, entry (file, info, *key)) == 0)
      fault (file, "file", "there is no %s", *key);
}

/* ---- the output intent ---- */

static gboolean
has_text (const File *file, pdf_obj *dictionary, const char *key)
{
  return pdf_to_str_len (file->context, entry (file, dictionary, key)) > 0;
}

/* ICC.1, 7.2: class and space stand in the header. */
static void
check_profile (File *file, pdf_obj *profile)
{
  static const struct {
    const char *space;
    int n;
  } spaces[] = {{"GRAY", 1}, {"RGB ", 3}, {"CMYK", 4}};
  unsigned char *bytes = NULL;

  if (!pdf_is_stream (file->context, profile)) {
    fault (file, "intent", "there is no profile");
    return;
  }
  fz_buffer *buffer = pdf_load_stream (file->context, profile);
  gsize size = fz_buffer_storage (file->context, buffer, &bytes);
  if (size < 128 || memcmp (bytes + 12, "prtr", 4) != 0)
    fault (file, "intent", "the profile is not of an output device");
  for (guint i = 0; size >= 128 && i < G_N_ELEMENTS (spaces); i++)
    if (memcmp (bytes + 16, spaces[i].space, 4) == 0)
      file->space = spaces[i].n;
  if (file->space == 0 || file->space != pdf_to_int (file->context, entry (file, profile, "N")))
    fault (file, "intent", "the profile has not the components that N says");
  fz_drop_buffer (file->context, buffer);
}

static void
check_intents (File *file)
{
  pdf_obj *intents = entry (file, file->catalog, "OutputIntents"), *intent = NULL;
  int n = 0;

  for (int i = 0; i < pdf_array_len (file->context, intents); i++) {
    pdf_obj *it = pdf_array_get (file->context, intents, i);
    if (!says (file, it, "S", "GTS_PDFX"))
      continue;
    intent = it;
    n++;
  }
  if (n != 1) {
    fault (file, "intent", "there are %d of PDF/X", n);
    return;
  }
  if (!has_text (file, intent, "OutputConditionIdentifier"))
    fault (file, "intent", "the condition of printing has no identifier");
  if (!has_text (file, intent, "RegistryName") && !has_text (file, intent, "Info"))
    fault (file, "intent", "the condition of printing is of no registry, and not described either");
  check_profile (file, entry (file, intent, "DestOutputProfile"));
}

/* ---- the metadata ---- */

/* The text of the first element @name, without space around it. */
static char *
find_property (fz_xml *xml, const char *name)
{
  for (; xml != NULL; xml = fz_xml_next (xml)) {
    if (fz_xml_is_tag (xml, name)) {
      while (fz_xml_down (xml) != NULL && fz_xml_text (xml) == NULL)
        xml = fz_xml_down (xml);
      return g_strstrip (g_strdup (fz_xml_text (xml) != NULL ? fz_xml_text (xml) : ""));
    }
    char *found = find_property (fz_xml_down (xml), name);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
check_properties (File *file, fz_xml *root)
{
  /* NULL: any value */
  static const struct {
    const char *name, *value;
  } wanted[] = {
      {"title", NULL},      {"CreateDate", NULL},     {"ModifyDate", NULL},
      {"DocumentID", NULL}, {"MetadataDate", NULL},   {"VersionID", NULL},
      {"Trapped", NULL},    {"RenditionClass", NULL}, {"GTS_PDFXVersion", "PDF/X-4"},
  };
  pdf_obj *info = entry (file, file->trailer, "Info");
  g_autofree char *trapped = find_property (root, "Trapped");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    g_autofree char *value = find_property (root, wanted[i].name);
    if (value == NULL || value[0] == '\0')
      fault (file, "metadata", "there is no %s", wanted[i].name);
    else if (wanted[i].value != NULL && strcmp (value, wanted[i].value) != 0)
      fault (file, "metadata", "%s is “%s”", wanted[i].name, value);
  }
  if (trapped != NULL && !says (file, info, "Trapped", trapped))
    fault (file, "metadata", "Trapped is %s, but not so in the information dictionary", trapped);
}

static void
check_metadata (File *file)
{
  pdf_obj *stream = entry (file, file->catalog, "Metadata");

  if (!pdf_is_stream (file->context, stream)) {
    fault (file, "metadata", "there are none");
    return;
  }
  if (entry (file, stream, "Filter") != NULL)
    fault (file, "metadata", "they are compressed");
  fz_buffer *buffer = pdf_load_stream (file->context, stream);
  fz_xml_doc *xml = fz_parse_xml (file->context, buffer, 0);
  check_properties (file, fz_xml_root (xml));
  fz_drop_xml (file->context, xml);
  fz_drop_buffer (file->context, buffer);
}

void
check_file (File *file)
{
  static const char *const banned[] = {"OpenAction", "AA", "AcroForm", "Collection", NULL};

  for (const char *const *key = banned; *key != NULL; key++)
    if (entry (file, file->catalog, *key) != NULL)
      fault (file, "file", "its catalog has %s", *key);
  if (entry (file, entry (file, file->catalog, "Names"), "JavaScript") != NULL)
    fault (file, "file", "its catalog has JavaScript");
  if (file->plain)
    return;
  check_trailer (file);
  check_intents (file);
  check_metadata (file);
}

/* ---- every object ---- */

static void
check_font (File *file, const char *place, pdf_obj *font)
{
  pdf_obj *descriptor = entry (file, font, "FontDescriptor");

  if (says (file, font, "Subtype", "Type0") || says (file, font, "Subtype", "Type3"))
    return; /* its descendant is judged; its glyphs are streams */
  if (entry (file, descriptor, "FontFile") == NULL && entry (file, descriptor, "FontFile2") == NULL
      && entry (file, descriptor, "FontFile3") == NULL)
    fault (file, place, "the font %s is not embedded",
           pdf_to_name (file->context, entry (file, font, "BaseFont")));
}

static void
check_object (File *file, const char *place, pdf_obj *object)
{
  static const char *const actions[] = {"JavaScript", "Launch", "URI",   "GoTo", "GoToR",
                                        "SubmitForm", "Movie",  "Sound", NULL};
  static const char *const banned[] = {"JS", "AA", "OPI", "Alternates", "TR", "HTP", NULL};

  for (const char *const *key = banned; *key != NULL; key++)
    if (entry (file, object, *key) != NULL)
      fault (file, place, "it has %s", *key);
  for (const char *const *action = actions; *action != NULL; action++)
    if (says (file, object, "S", *action))
      fault (file, place, "it is an action: %s", *action);
  if (says (file, object, "Type", "Font"))
    check_font (file, place, object);
  if (says (file, object, "Subtype", "PS"))
    fault (file, place, "it is PostScript");
  if (says (file, object, "S", "Transparency") && says (file, object, "CS", "DeviceRGB") && file->space != 3)
    fault (file, place, "a group mixes its colours in RGB");
}

/* Those within an object, too. */
static void
check_within (File *file, const char *place, pdf_obj *object, int depth)
{
  if (depth > 8)
    return;
  if (pdf_is_dict (file->context, object))
    check_object (file, place, object);
  for (int i = 0; pdf_is_dict (file->context, object) && i < pdf_dict_len (file->context, object); i++) {
    pdf_obj *value = pdf_dict_get_val (file->context, object, i);
    if (!pdf_is_indirect (file->context, value))
      check_within (file, place, value, depth + 1);
  }
  for (int i = 0; pdf_is_array (file->context, object) && i < pdf_array_len (file->context, object); i++) {
    pdf_obj *value = pdf_array_get (file->context, object, i);
    if (!pdf_is_indirect (file->context, value))
      check_within (file, place, value, depth + 1);
  }
}

void
check_objects (File *file)
{
  for (int i = 1; i < pdf_xref_len (file->context, file->document); i++) {
    g_autofree char *place = g_strdup_printf ("object %d", i);
    pdf_obj *object = pdf_load_object (file->context, file->document, i);
    check_within (file, place, object, 0);
    pdf_drop_obj (file->context, object);
  }
}
