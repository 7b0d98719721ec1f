/* Comes in: what bags are to say, and a profile. Goes out: both kept in the store, bags that say it, and
 * whether they fit. Must not know what is in a bag. */
#include "terms.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bag_form.h"
#include "digest.h"
#include "error.h"
#include "nfc.h"
#include "output.h"
#include "tree.h"

#define FORM "1\n"
#define SUM "sha256 "
#define IDENTIFIER "BagIt-Profile-Identifier"

enum { LARGEST = 1 << 22 };

struct _TkTerms {
  GArray *labels;      /* (element-type TkBagLabel) */
  GStringChunk *texts; /* of them */
  char *profile;       /* path of the store's; NULL: none */
};

static TkTerms *
terms_new (void)
{
  TkTerms *terms = g_new0 (TkTerms, 1);

  terms->labels = g_array_new (TRUE, FALSE, sizeof (TkBagLabel));
  terms->texts = g_string_chunk_new (1024);
  return terms;
}

void
tk_terms_free (TkTerms *terms)
{
  if (terms == NULL)
    return;
  g_array_unref (terms->labels);
  g_string_chunk_free (terms->texts);
  g_free (terms->profile);
  g_free (terms);
}

gboolean
tk_terms_are_given (const TkTerms *terms)
{
  return terms->labels->len > 0;
}

static void
add_label (TkTerms *terms, const char *name, const char *value)
{
  const TkBagLabel label = {g_string_chunk_insert (terms->texts, name),
                            g_string_chunk_insert (terms->texts, value)};

  g_array_append_val (terms->labels, label);
}

/* Reading */

/* A regular file, no link; NULL: there is none such. */
static char *
read_file_new (const char *store, const char *name, gsize *ret_length)
{
  g_autofree char *path = g_build_filename (store, name, NULL);
  char *text = NULL;
  struct stat there;

  *ret_length = 0;
  if (lstat (path, &there) != 0 || !S_ISREG (there.st_mode) || there.st_size > LARGEST)
    return NULL;
  return g_file_get_contents (path, &text, ret_length, NULL) ? text : NULL;
}

/* The line that proves @text, which is all that stands before it, and the profile. */
static char *
sum_line_new (const char *text, gsize length, const char *profile, gsize profile_length)
{
  g_autoptr (GString) all = g_string_new_len (text, (gssize) length);

  g_string_append_len (all, profile, (gssize) profile_length);
  g_autofree char *sum = tk_digest_new (all->str, all->len);
  return g_strconcat (SUM, sum, "\n", NULL);
}

static gboolean
is_proved (const char *text, gsize length, const char *profile, gsize profile_length)
{
  const gsize n_sum = strlen (SUM) + 64 + 1;

  if (length < strlen (FORM) + n_sum || !g_str_has_prefix (text, FORM))
    return FALSE;
  g_autofree char *line = sum_line_new (text, length - n_sum, profile, profile_length);
  return memcmp (text + length - n_sum, line, n_sum) == 0;
}

static gboolean
parse_lines (TkTerms *terms, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && !g_str_has_prefix (lines[i], SUM); i++) {
    char *colon = strstr (lines[i], ": ");
    if (colon == NULL)
      return FALSE;
    *colon = '\0';
    add_label (terms, lines[i], colon + 2);
  }
  return TRUE;
}

TkTerms *
tk_terms_read_new (const char *store, GError **error)
{
  g_autoptr (TkTerms) terms = terms_new ();
  g_autofree char *path = g_build_filename (store, TK_TERMS_FILE, NULL);
  g_autofree char *profile_path = g_build_filename (store, TK_TERMS_PROFILE, NULL);
  struct stat there;
  gsize length, profile_length;
  g_autofree char *text = read_file_new (store, TK_TERMS_FILE, &length);
  g_autofree char *profile = read_file_new (store, TK_TERMS_PROFILE, &profile_length);

  if (lstat (path, &there) != 0 && errno == ENOENT && lstat (profile_path, &there) != 0 && errno == ENOENT)
    return g_steal_pointer (&terms);
  if (text == NULL || !is_proved (text, length, profile, profile_length) || !parse_lines (terms, text)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: what the bags of the store have to say is not as it was written; put %s and %s back "
                    "from a copy of the store"),
                 path, TK_TERMS_FILE, TK_TERMS_PROFILE);
    return NULL;
  }
  terms->profile = profile != NULL ? g_steal_pointer (&profile_path) : NULL;
  return g_steal_pointer (&terms);
}

/* Bags */

gboolean
tk_terms_grow (const TkTerms *terms, const char *folder, const char *former, int year, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  g_autoptr (GDateTime)
      day = epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL)
                ? g_date_time_new_from_unix_utc (seconds)
                : g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *identifier = g_strdup_printf ("%04d", year);
  const TkBagLabel own[] = {{"Bag-Software-Agent", "tongket " TK_VERSION},
                            {"Bagging-Date", date},
                            {"External-Identifier", identifier}};
  g_autoptr (GArray) labels = g_array_new (TRUE, FALSE, sizeof (TkBagLabel));

  g_array_append_vals (labels, terms->labels->data, terms->labels->len);
  g_array_append_vals (labels, own, G_N_ELEMENTS (own));
  return tk_bag_grow (folder, former, (const TkBagLabel *) labels->data, error);
}

gboolean
tk_terms_check (const TkTerms *terms, const char *folder, const char *shown, const char *package,
                GError **error)
{
  g_autoptr (GArray) faults = NULL;

  if (terms->profile == NULL)
    return TRUE;
  faults = tk_bag_fit (folder, package, terms->profile, error);
  if (faults == NULL || faults->len == 0)
    return faults != NULL;
  g_autofree char *said = tk_bag_faults_text_new (shown, faults);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s%s: would not fit the profile of the store, %s"), said,
               shown, TK_TERMS_PROFILE);
  return FALSE;
}

/* Writing */

static gboolean
fail_label (const char *label, const char *why, GError **error)
{
  g_autofree char *shown = g_strescape (label, NULL);

  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, "--bag-info '%s': %s",
               g_utf8_validate (label, -1, NULL) ? label : shown, why);
  return FALSE;
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* What each bag says of itself. */
static gboolean
is_own (const char *name)
{
  static const char *const own[] = {"Bag-Software-Agent", "Bagging-Date", "External-Identifier",
                                    "Payload-Oxum",       "Bag-Size",     IDENTIFIER};

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_ascii_strcasecmp (own[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_label (TkTerms *terms, const char *label, GError **error)
{
  g_autofree char *text = g_utf8_validate (label, -1, NULL) ? tk_nfc_new (label, -1) : NULL;
  char *colon = text != NULL ? strchr (text, ':') : NULL;

  if (colon == NULL || has_control (text))
    return fail_label (label, _ ("write a name and a value, as 'Source-Organization: Thư viện tỉnh'"), error);
  *colon = '\0';
  const char *name = g_strstrip (text), *value = g_strstrip (colon + 1);
  if (*name == '\0' || *value == '\0')
    return fail_label (label, _ ("write a name and a value, as 'Source-Organization: Thư viện tỉnh'"), error);
  if (is_own (name))
    return fail_label (label, _ ("the program writes that itself; leave it out"), error);
  add_label (terms, name, value);
  return TRUE;
}

/* Faults that no paper can mend: a bag of the store without any. */
static gboolean
try_profile (const TkTerms *terms, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *room = g_dir_make_tmp ("tongket-XXXXXX", &cause);
  g_autofree char *data = room != NULL ? g_build_filename (room, "data", NULL) : NULL;
  g_autoptr (GArray) faults = NULL;

  if (room == NULL || mkdir (data, 0755) != 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: %s; look at the room and the rights there"),
                 g_get_tmp_dir (), cause != NULL ? cause->message : g_strerror (errno));
    return FALSE;
  }
  if (tk_terms_grow (terms, room, NULL, 1, error))
    faults = tk_bag_fit (room, NULL, terms->profile, error);
  tk_tree_remove (room, NULL);
  for (guint i = faults != NULL ? faults->len : 0; i-- > 0;)
    if (g_str_has_prefix (g_array_index (faults, TkBagFault, i).path, "data"))
      g_array_remove_index (faults, i);
  if (faults == NULL || faults->len == 0)
    return faults != NULL;
  g_autofree char *said = tk_bag_faults_text_new (_ ("each bag"), faults);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("%s--profile %s: no bag of the store would fit it; give what it wants in bag-info.txt by "
                  "--bag-info 'NAME: VALUE', or another profile"),
               said, terms->profile);
  return FALSE;
}

static gboolean
write_file (const char *store, const char *name, const char *bytes, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (store, name, NULL);
  g_autoptr (TkOutput) output = tk_output_replace_new (path, error);

  return output != NULL && tk_output_write (output, bytes, length, error) && tk_output_commit (output, error);
}

static gboolean
write_terms (const TkTerms *terms, const char *store, GError **error)
{
  g_autoptr (GString) text = g_string_new (FORM);
  g_autofree char *profile = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length = 0;

  for (guint i = 0; i < terms->labels->len; i++) {
    const TkBagLabel *label = &g_array_index (terms->labels, TkBagLabel, i);
    g_string_append_printf (text, "%s: %s\n", label->label, label->value);
  }
  if (terms->profile != NULL && !g_file_get_contents (terms->profile, &profile, &length, &cause)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: cannot be read; name a BagIt Profile"),
                 terms->profile);
    return FALSE;
  }
  g_autofree char *sum = sum_line_new (text->str, text->len, profile, length);
  g_string_append (text, sum);
  return (profile == NULL || write_file (store, TK_TERMS_PROFILE, profile, length, error))
         && write_file (store, TK_TERMS_FILE, text->str, text->len, error);
}

gboolean
tk_terms_write (const char *store, const char *profile, const char *const *labels, GError **error)
{
  g_autoptr (TkTerms) terms = terms_new ();

  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    if (!take_label (terms, labels[i], error))
      return FALSE;
  if (profile != NULL) {
    g_autofree char *identifier = tk_bag_profile_identifier_new (profile, error);
    if (identifier == NULL)
      return FALSE;
    add_label (terms, IDENTIFIER, identifier);
    terms->profile = g_strdup (profile);
    if (!try_profile (terms, error))
      return FALSE;
  }
  return terms->labels->len == 0 || write_terms (terms, store, error);
}
