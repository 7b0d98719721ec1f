/* Comes in: sheets before they are read, and their cells. Goes out: what they are
 * written in, their texts in Unicode, and a note wherever that was not so. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "error.h"
#include "import.h"

/* So many rows of a workbook's sheet tell what it is written in; and in such
 * blocks a CSV file is read. */
enum { SURVEYED_ROWS = 20000, BLOCK = 64 * 1024 };

/* ---- what sheets are written in ------------------------------------------- */

static gboolean
parse_asked (const TkImport *import, TkEncoding *ret_asked, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *ret_asked = TK_ENCODING_AUTO;
  if (import->options->encoding == NULL || tk_encoding_parse (import->options->encoding, ret_asked))
    return TRUE;
  for (TkEncoding encoding = TK_ENCODING_AUTO; encoding < TK_ENCODING_N; encoding++)
    g_string_append_printf (names, encoding > 0 ? ", %s" : "%s", tk_encoding_find_name (encoding));
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--encoding: “%s” is no encoding; name one of %s"),
               import->options->encoding, names->str);
  return FALSE;
}

/* The texts of the first rows. What is wrong with a row is said when it is read
 * again. */
static void
survey_rows (TkSheet *sheet, TkEncodingSurvey *survey)
{
  TkRow row;

  for (guint i = 0; i < SURVEYED_ROWS && tk_sheet_next (sheet, &row, NULL); i++)
    for (guint j = 0; j < row.n_cells; j++)
      if (row.cells[j].kind == TK_CELL_TEXT)
        tk_encoding_survey_add_text (survey, row.cells[j].text);
}

/* A CSV file as a whole: its last line may be the first that is not ASCII. */
static void
survey_file (const char *path, TkEncodingSurvey *survey)
{
  g_autofree char *block = g_malloc (BLOCK);
  FILE *file = fopen (path, "re");

  if (file == NULL)
    return;
  for (gsize n = fread (block, 1, BLOCK, file); n > 0; n = fread (block, 1, BLOCK, file))
    tk_encoding_survey_add (survey, block, n);
  fclose (file);
}

/* NULL, with a fault: the sheet cannot be read. */
static TkEncodingSurvey *
survey_new (const TkImport *import, TkSource *source, TkEncoding asked)
{
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();
  g_autoptr (GError) reason = NULL;
  const gboolean utf16 = tk_sheet_is_utf16 (source->sheet)
                         || (asked == TK_ENCODING_UTF16LE && tk_sheet_read_utf16 (source->sheet, &reason));

  if (tk_sheet_is_csv (source->sheet) && !utf16)
    survey_file (source->place, survey);
  else {
    survey_rows (source->sheet, survey);
    tk_sheet_rewind (source->sheet, &reason);
  }
  if (reason == NULL)
    return g_steal_pointer (&survey);
  tk_import_fault_error (import, reason);
  source->broken = source->target->broken = TRUE;
  return NULL;
}

/* What is legacy in the sheet: its bytes, or what is behind its characters; AUTO:
 * neither is. */
static TkEncoding
find_legacy (const TkEncodingVerdict *verdict)
{
  if (verdict->encoding > TK_ENCODING_UTF16BE)
    return verdict->encoding;
  return verdict->behind == TK_ENCODING_WINDOWS_1252 ? TK_ENCODING_AUTO : verdict->behind;
}

static gboolean
is_masked (const TkEncodingVerdict *verdict)
{
  return verdict->encoding == TK_ENCODING_UTF8;
}

/* The one legacy encoding of all sheets of this import that have a known one, in
 * their bytes or behind their characters; AUTO: there is none, or several. */
static TkEncoding
find_common (const TkImport *import, gboolean masked)
{
  TkEncoding common = TK_ENCODING_AUTO;

  for (guint i = 0; i < import->sources->len; i++) {
    const TkSource *source = import->sources->pdata[i];
    const TkEncoding own = find_legacy (&source->verdict);
    if (own == TK_ENCODING_AUTO || own == common || is_masked (&source->verdict) != masked)
      continue;
    if (common != TK_ENCODING_AUTO)
      return TK_ENCODING_AUTO;
    common = own;
  }
  return common;
}

static gboolean
is_unknown (const TkEncodingVerdict *verdict)
{
  return verdict->encoding == TK_ENCODING_AUTO || verdict->behind == TK_ENCODING_AUTO;
}

gboolean
tk_import_find_encodings (TkImport *import, GError **error)
{
  g_autoptr (GPtrArray) surveys = g_ptr_array_new_with_free_func ((GDestroyNotify) tk_encoding_survey_free);
  TkEncoding asked;

  if (!parse_asked (import, &asked, error))
    return FALSE;
  for (guint i = 0; i < import->sources->len; i++) {
    TkSource *source = import->sources->pdata[i];
    TkEncodingSurvey *survey = survey_new (import, source, asked);
    g_ptr_array_add (surveys, survey);
    source->verdict = (TkEncodingVerdict){.encoding = TK_ENCODING_UTF8, .behind = TK_ENCODING_WINDOWS_1252};
    if (survey != NULL) /* UTF-16 is the sheet's affair */
      source->verdict = tk_encoding_survey_judge (survey,
                                                  asked == TK_ENCODING_UTF16LE ? TK_ENCODING_AUTO : asked);
  }
  /* a sheet of few words is written as the others that came with it */
  const TkEncoding commons[] = {find_common (import, FALSE), find_common (import, TRUE)};
  for (guint i = 0; i < import->sources->len; i++) {
    TkSource *source = import->sources->pdata[i];
    const TkEncoding common = commons[is_masked (&source->verdict)];
    if (is_unknown (&source->verdict) && common != TK_ENCODING_AUTO)
      source->verdict = tk_encoding_survey_judge (surveys->pdata[i], common);
  }
  return TRUE;
}

/* ---- texts ---------------------------------------------------------------- */

gboolean
tk_import_decode (TkSource *source, const char *text, GString *to)
{
  const TkEncodingVerdict *verdict = &source->verdict;
  const gsize before = to->len;

  if (verdict->encoding <= TK_ENCODING_UTF16BE && !g_utf8_validate (text, -1, NULL))
    return FALSE;
  tk_encoding_append (to, text, strlen (text), verdict, &source->tally.doubts);
  const gboolean changed = strcmp (to->str + before, text) != 0;
  if (find_legacy (verdict) == TK_ENCODING_AUTO)
    source->tally.n_composed += changed;
  else
    source->tally.n_converted += changed;
  return TRUE;
}

/* ---- notes ---------------------------------------------------------------- */

void
tk_import_note_encoding (const TkImport *import, const TkSource *source)
{
  const TkEncoding legacy = find_legacy (&source->verdict);
  const guint n = source->tally.n_converted, n_case = source->tally.doubts.n_case;

  if (n > 0 && legacy == TK_ENCODING_UTF8)
    tk_notes_add (import->notes,
                  ngettext ("%s: %u cell held UTF-8 that had been read as windows-1252, and was mended; look "
                            "through it, and give --encoding utf-8 where it was right",
                            "%s: %u cells held UTF-8 that had been read as windows-1252, and were mended; "
                            "look through them, and give --encoding utf-8 where they were right",
                            n),
                  source->place, n);
  else if (n > 0)
    tk_notes_add (import->notes,
                  ngettext ("%s: %u cell is written in %s and was converted; look through it, and name the "
                            "encoding by --encoding where that is wrong",
                            "%s: %u cells are written in %s and were converted; look through them, and name "
                            "the encoding by --encoding where that is wrong",
                            n),
                  source->place, n, tk_encoding_find_name (legacy));
  if (n_case > 0)
    tk_notes_add (import->notes,
                  ngettext ("%s: of %u word the old encoding does not tell whether it is in capitals; look "
                            "after the names",
                            "%s: of %u words the old encoding does not tell whether they are in capitals; "
                            "look after the names",
                            n_case),
                  source->place, n_case);
}
