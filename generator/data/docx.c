/* Comes in: a Word file. Goes out: its text as CommonMark. Here elements are
 * told apart by name; what has no name is looked through for text. */
#include "docx.h"

#include <glib/gi18n.h>
#include <string.h>

#include "docx_walk.h"
#include "error.h"

static gboolean
skip (TkDocxPart *part, void *data G_GNUC_UNUSED, GError **error)
{
  return tk_docx_skip (part, error);
}

/* Tracked changes (17.13.5) */
static gboolean
take_inserted (TkDocxPart *part, void *data, GError **error)
{
  ((TkDocxWalk *) data)->tally.n[TK_DOCX_INSERTED]++;
  return tk_docx_children (part, tk_docx_take, data, error);
}

static gboolean
take_deleted (TkDocxPart *part, void *data, GError **error)
{
  ((TkDocxWalk *) data)->tally.n[TK_DOCX_DELETED]++;
  return tk_docx_skip (part, error);
}

static gboolean
take_comment (TkDocxPart *part, void *data, GError **error)
{
  ((TkDocxWalk *) data)->tally.n[TK_DOCX_COMMENT]++;
  return tk_docx_skip (part, error);
}

/* A text box has paragraphs of its own, inside of a run. */
static gboolean
take_box (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  TkDocxParagraph *outer = walk->paragraph;
  const TkDocxLook look = walk->look;
  const guint link = walk->link;

  walk->n_found++;
  walk->tally.n[TK_DOCX_BOX]++;
  walk->paragraph = NULL;
  walk->link = 0;
  const gboolean done = tk_docx_children (part, tk_docx_take, data, error);
  walk->paragraph = outer;
  walk->look = look;
  walk->link = link;
  return done;
}

/* Content controls (17.5.2) */
static gboolean
take_control (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  const gboolean outer = walk->placeholder;

  walk->placeholder = FALSE;
  const gboolean done = tk_docx_children (part, tk_docx_take, data, error);
  walk->placeholder = outer;
  return done;
}

static gboolean
take_control_property (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;

  if (tk_docx_is (part, "sdtPr"))
    return tk_docx_children (part, take_control_property, data, error);
  if (tk_docx_is (part, "showingPlcHdr"))
    walk->placeholder = tk_docx_is_on (part);
  return tk_docx_skip (part, error);
}

static gboolean
take_control_content (TkDocxPart *part, void *data, GError **error)
{
  const gboolean placeholder = ((TkDocxWalk *) data)->placeholder;

  return placeholder ? tk_docx_skip (part, error) : tk_docx_children (part, tk_docx_take, data, error);
}

static gboolean
take_body (TkDocxPart *part, void *data, GError **error)
{
  ((TkDocxWalk *) data)->body = TRUE;
  return tk_docx_children (part, tk_docx_take, data, error);
}

/* Alternatives (ECMA-376 part 3, 9): the first in which anything is found. A text
 * box stands in both as a rule, but some programs write a picture into the second. */
static gboolean
take_alternative (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  const guint n_found = walk->n_found;

  if (walk->chosen)
    return tk_docx_skip (part, error);
  const gboolean done = tk_docx_children (part, tk_docx_take, data, error);
  walk->chosen = walk->n_found > n_found;
  return done;
}

static gboolean
take_alternatives (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  const gboolean outer = walk->chosen;

  walk->chosen = FALSE;
  const gboolean done = tk_docx_children (part, take_alternative, data, error);
  walk->chosen = outer;
  return done;
}

/* Drawings and equations, which have namespaces of their own. */
static gboolean
take_foreign (TkDocxPart *part, void *data, GError **error)
{
  static const char *const pictures[] = {"blip", "imagedata", "chart", "relIds"};
  TkDocxWalk *walk = data;
  const char *name = tk_docx_name (part);

  if (strcmp (name, "t") == 0 && tk_docx_is_math (part))
    return tk_docx_take_words (part, data, error);
  walk->tally.n[TK_DOCX_EQUATION] += strcmp (name, "oMath") == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++) {
    if (strcmp (name, pictures[i]) == 0) {
      walk->tally.n[TK_DOCX_PICTURE]++;
      walk->n_found++;
      return tk_docx_skip (part, error);
    }
  }
  return tk_docx_children (part, tk_docx_take, data, error);
}

gboolean
tk_docx_take (TkDocxPart *part, void *data, GError **error)
{
  static const struct {
    const char *name;
    TkDocxTake take;
  } elements[] = {
      {"r", tk_docx_take_run},
      {"t", tk_docx_take_words},
      {"p", tk_docx_take_paragraph},
      {"tbl", tk_docx_take_table},
      {"tab", tk_docx_take_tab},
      {"ptab", tk_docx_take_tab},
      {"br", tk_docx_take_break},
      {"cr", tk_docx_take_break},
      {"noBreakHyphen", tk_docx_take_hyphen},
      {"sym", tk_docx_take_symbol},
      {"fldChar", tk_docx_take_field},
      {"hyperlink", tk_docx_take_link},
      {"footnoteReference", tk_docx_take_note_mark},
      {"endnoteReference", tk_docx_take_note_mark},
      {"commentReference", take_comment},
      {"ins", take_inserted},
      {"moveTo", take_inserted},
      {"del", take_deleted},
      {"moveFrom", take_deleted},
      {"txbxContent", take_box},
      {"sdt", take_control},
      {"sdtPr", take_control_property},
      {"sdtContent", take_control_content},
      {"body", take_body},
      {"rPr", skip},
      {"pPr", skip},
      {"sectPr", skip},
      {"instrText", skip},
      {"delText", skip},
      {"rt", skip},
  };
  const char *name = tk_docx_name (part);

  switch (tk_docx_space (part)) {
  case TK_DOCX_FOREIGN:
    return take_foreign (part, data, error);
  case TK_DOCX_CHOICE:
    if (strcmp (name, "AlternateContent") == 0)
      return take_alternatives (part, data, error);
    break;
  case TK_DOCX_WORD:
    for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
      if (strcmp (name, elements[i].name) == 0)
        return elements[i].take (part, data, error);
    break;
  }
  return tk_docx_children (part, tk_docx_take, data, error);
}

/* TkDocxTake: of w:footnotes and w:endnotes. Separators have a type (17.18.33). */
static gboolean
take_note (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  g_autofree char *type = tk_docx_attribute_new (part, "type");
  g_autofree char *id = tk_docx_attribute_new (part, "id");
  TkDocxCell cell = {.letters = NULL};

  if (id == NULL || (type != NULL && strcmp (type, "normal") != 0))
    return tk_docx_skip (part, error);
  cell.letters = tk_letters_new ();
  g_hash_table_replace (walk->notes, g_strdup_printf ("%c%s", tk_docx_name (part)[0], id), cell.letters);
  walk->cell = &cell;
  const gboolean done = tk_docx_children (part, tk_docx_take, data, error);
  walk->cell = NULL;
  return done;
}

static gboolean
read_part (TkDocxWalk *walk, TkPackage *package, const char *name, TkDocxTake take, GError **error)
{
  g_autoptr (TkDocxLinks) links = NULL;

  if (name == NULL)
    return TRUE;
  links = tk_docx_links_new (package, name, error);
  if (links == NULL)
    return FALSE;
  walk->links = links;
  return tk_docx_read (package, name, take, walk, error);
}

static gboolean
read_parts (TkDocxWalk *walk, TkPackage *package, const char *name, GError **error)
{
  g_autoptr (TkDocxLinks) links = tk_docx_links_new (package, name, error);
  g_autoptr (TkDocxStyles) styles = links != NULL ? tk_docx_styles_new (package, links, error) : NULL;
  g_autoptr (TkDocxLists) lists = styles != NULL ? tk_docx_lists_new (package, links, styles, error) : NULL;

  if (lists == NULL)
    return FALSE;
  walk->styles = styles;
  walk->lists = lists;
  walk->look = tk_docx_look (tk_docx_styles_names (styles));
  return read_part (walk, package, tk_docx_links_find (links, "footnotes"), take_note, error)
         && read_part (walk, package, tk_docx_links_find (links, "endnotes"), take_note, error)
         && read_part (walk, package, name, tk_docx_take, error);
}

static gboolean
fail (const char *path, const char *what, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is %s, not a Word file; save it as .docx"), path,
               what);
  return FALSE;
}

static gboolean
check_kind (TkPackage *package, GError **error)
{
  const char *path = tk_package_path (package);

  if (tk_package_has (package, "xl/workbook.xml"))
    return fail (path, _ ("a workbook of Excel"), error);
  if (tk_package_has (package, "ppt/presentation.xml"))
    return fail (path, _ ("a presentation of PowerPoint"), error);
  if (tk_package_has (package, "content.xml"))
    return fail (path, _ ("an OpenDocument file"), error);
  return TRUE;
}

/* @verdict: what text in fonts of today is written in; what it was found to be
 * comes back in it. */
static char *
read_new (TkPackage *package, const char *name, gboolean plain, TkEncodingVerdict *verdict,
          TkDocxTally *ret_tally, GError **error)
{
  g_autoptr (TkProse) prose = tk_prose_new (plain);
  g_autoptr (GHashTable)
      texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GByteArray) fields = g_byte_array_new ();
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();
  TkDocxWalk walk = {
      .prose = prose, .notes = texts, .fields = fields, .size = -1, .survey = survey, .verdict = *verdict};
  const gboolean done = read_parts (&walk, package, name, error);

  if (walk.joined != NULL)
    tk_prose_paragraph (prose, walk.joined);
  if (done && !walk.body)
    fail (tk_package_path (package), _ ("a zip file without a document"), error);
  if (!done || !walk.body)
    return NULL;
  walk.tally.n[TK_DOCX_LOST_EMPHASIS] += tk_prose_n_lost (prose);
  *ret_tally = walk.tally;
  *verdict = tk_encoding_survey_judge (survey, TK_ENCODING_AUTO);
  return tk_prose_print (prose);
}

static char *
read_file_new (const char *path, gboolean plain, TkDocxTally *ret_tally, GError **error)
{
  g_autoptr (TkPackage) package = tk_package_open_new (path, error);
  g_autoptr (TkDocxLinks) links = NULL;
  TkEncodingVerdict verdict = {.encoding = TK_ENCODING_UTF8, .behind = TK_ENCODING_WINDOWS_1252};

  if (package == NULL || !check_kind (package, error))
    return NULL;
  links = tk_docx_links_new (package, "", error);
  if (links == NULL)
    return NULL;
  const char *office = tk_docx_links_find (links, "officeDocument");
  const char *name = office != NULL ? office : "word/document.xml";
  g_autofree char *text = read_new (package, name, plain, &verdict, ret_tally, error);
  /* a file of before Unicode, whose fonts do not say so, is read again */
  if (text != NULL && verdict.behind != TK_ENCODING_WINDOWS_1252) {
    g_free (text);
    text = read_new (package, name, plain, &verdict, ret_tally, error);
  }
  return g_steal_pointer (&text);
}

char *
tk_docx_read_new (const char *path, TkNotes *notes, GError **error)
{
  TkDocxTally tally;
  char *text = read_file_new (path, FALSE, &tally, error);

  if (text != NULL)
    tk_docx_tally_note (&tally, path, notes);
  return text;
}

char *
tk_docx_read_plain_new (const char *path, GError **error)
{
  TkDocxTally tally;

  return read_file_new (path, TRUE, &tally, error);
}
