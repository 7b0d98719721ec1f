/* Comes in: runs, and what stands in them: words, breaks, symbols, fields,
 * links, marks of notes. Goes out: letters of the paragraph. Knows no blocks. */
#include <string.h>

#include "docx_encoding.h"
#include "docx_symbol.h"
#include "docx_walk.h"

/* All text comes by here. @font is that of its run. */
static void
take_text (TkDocxWalk *walk, const char *font, const char *text)
{
  const guint look = (walk->look.bold > 0 ? TK_LETTER_BOLD : 0)
                     | (walk->look.italic > 0 ? TK_LETTER_ITALIC : 0);

  if (walk->paragraph == NULL || walk->n_instructions > 0 || text[0] == '\0')
    return;
  walk->n_found++;
  if (walk->look.hidden > 0) {
    walk->tally.n[TK_DOCX_HIDDEN]++;
    return;
  }
  g_autofree char *decoded = NULL;
  if (!tk_docx_is_symbol_font (font)) {
    if (tk_docx_font_encoding (font) == TK_ENCODING_WINDOWS_1252)
      tk_encoding_survey_add_text (walk->survey, text);
    decoded = tk_docx_decode_new (font, text, &walk->verdict, &walk->tally);
  }
  g_autofree char *plain = tk_docx_symbols_new (font, decoded != NULL ? decoded : text,
                                                &walk->tally.n[TK_DOCX_SYMBOL]);
  tk_letters_add (walk->paragraph->letters, plain, look, walk->link);
}

/* w:t (17.3.3.31) */
gboolean
tk_docx_take_words (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  g_autofree char *space = tk_docx_attribute_new (part, "space");
  g_autoptr (GString) text = g_string_new (NULL);

  if (!tk_docx_text (part, text, error))
    return FALSE;
  if (g_strcmp0 (space, "preserve") != 0)
    g_strstrip (text->str);
  for (char *at = text->str; *at != '\0'; at++)
    if (*at == '\n')
      *at = ' ';
  take_text (walk, walk->look.font, text->str);
  return TRUE;
}

gboolean
tk_docx_take_break (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  g_autofree char *type = tk_docx_attribute_new (part, "type");

  take_text (walk, NULL, type == NULL || strcmp (type, "textWrapping") == 0 ? "\n" : " ");
  return tk_docx_skip (part, error);
}

gboolean
tk_docx_take_tab (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  take_text (walk, NULL, " ");
  return tk_docx_skip (part, error);
}

gboolean
tk_docx_take_hyphen (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  take_text (walk, NULL, "\u2011");
  return tk_docx_skip (part, error);
}

/* w:sym (17.3.3.30) */
gboolean
tk_docx_take_symbol (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  g_autofree char *font = tk_docx_attribute_new (part, "font");
  g_autofree char *code = tk_docx_attribute_new (part, "char");
  const guint64 c = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  char text[7] = "";

  if (c > 0 && c <= 0x10FFFF && g_unichar_validate ((gunichar) c))
    text[g_unichar_to_utf8 ((gunichar) c, text)] = '\0';
  take_text (walk, font, text);
  return tk_docx_skip (part, error);
}

/* Fields: between begin and separate stands an instruction (17.16.18). */
gboolean
tk_docx_take_field (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  g_autofree char *type = tk_docx_attribute_new (part, "fldCharType");
  const guint8 instruction = 1;
  guint8 *last = walk->fields->len > 0 ? &walk->fields->data[walk->fields->len - 1] : NULL;

  if (g_strcmp0 (type, "begin") == 0) {
    g_byte_array_append (walk->fields, &instruction, 1);
    walk->n_instructions++;
  } else if (last != NULL && *last == instruction) {
    *last = 0;
    walk->n_instructions--;
  }
  if (last != NULL && g_strcmp0 (type, "end") == 0)
    g_byte_array_set_size (walk->fields, walk->fields->len - 1);
  return tk_docx_skip (part, error);
}

gboolean
tk_docx_take_link (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  g_autofree char *id = tk_docx_attribute_new (part, "id");
  const char *url = id != NULL ? tk_docx_links_find_url (walk->links, id) : NULL;
  const guint outer = walk->link;

  if (url != NULL && outer == 0
      && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://")
          || g_str_has_prefix (url, "mailto:")))
    walk->link = tk_prose_link (walk->prose, url);
  const gboolean done = tk_docx_children (part, tk_docx_take, walk, error);
  walk->link = outer;
  return done;
}

/* The note is used once: a mark may be repeated, its text is not. */
gboolean
tk_docx_take_note_mark (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  g_autofree char *id = tk_docx_attribute_new (part, "id");
  g_autofree char *key = g_strdup_printf ("%c%s", tk_docx_name (part)[0], id != NULL ? id : "");
  GArray *letters = g_hash_table_lookup (walk->notes, key);

  if (letters != NULL && letters->len > 0 && walk->paragraph != NULL) {
    GArray *to = walk->paragraph->letters;
    tk_letters_add (to, " (", 0, 0);
    g_array_append_vals (to, letters->data, letters->len);
    tk_letters_add (to, ")", 0, 0);
    walk->tally.n[TK_DOCX_FOOTNOTE]++;
  }
  g_hash_table_remove (walk->notes, key);
  return tk_docx_skip (part, error);
}

static void
tally_look (TkDocxWalk *walk, const TkDocxLook *direct)
{
  if (walk->paragraph == NULL || walk->paragraph->heading > 0 || walk->paragraph->style->heading > 0)
    return;
  walk->tally.n[TK_DOCX_UNDERLINE] += direct->underlined > 0 && walk->link == 0;
  walk->tally.n[TK_DOCX_COLOUR] += direct->coloured > 0 && walk->link == 0;
  walk->tally.n[TK_DOCX_STRUCK] += direct->struck > 0;
  walk->tally.n[TK_DOCX_RAISED] += direct->raised > 0;
  if (walk->size < 0)
    walk->size = direct->size;
  walk->tally.n[TK_DOCX_SIZE] += direct->size >= 0 && direct->size != walk->size;
}

/* TkDocxTake: of w:r */
static gboolean
take_in_run (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  TkDocxLook direct = tk_docx_look (tk_docx_styles_names (walk->styles));

  if (!tk_docx_is (part, "rPr") || walk->paragraph == NULL)
    return tk_docx_take (part, data, error);
  if (!tk_docx_children (part, tk_docx_take_look, &direct, error))
    return FALSE;
  walk->look = tk_docx_styles_look (walk->styles, walk->paragraph->style, &direct);
  tally_look (walk, &direct);
  return TRUE;
}

gboolean
tk_docx_take_run (TkDocxPart *part, void *data, GError **error)
{
  TkDocxWalk *walk = data;
  const TkDocxLook outer = walk->look, none = tk_docx_look (tk_docx_styles_names (walk->styles));

  if (walk->paragraph != NULL)
    walk->look = tk_docx_styles_look (walk->styles, walk->paragraph->style, &none);
  const gboolean done = tk_docx_children (part, take_in_run, walk, error);
  walk->look = outer;
  return done;
}
