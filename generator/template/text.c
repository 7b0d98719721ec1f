/* Comes in: inline content, or an attribute, with {placeholders}. Goes out: a flat row
 * of phrases; inline elements are groups in it, so that content can leave out
 * one whose placeholders are empty. */
#include <glib/gi18n.h>
#include <string.h>

#include "nfc.h"
#include "reader.h"

typedef struct {
  TkReader *reader;
  const xmlNode *element; /* for places */
  GArray *phrases;
  guint n_values;
  gboolean after_space; /* white space has just been written, or nothing at all */
  TkPhraseFlags flags;
  const TkText *href;
  const char *language, *break_at;
} Writer;

static const struct {
  const char *name;
  TkPhraseFlags flag;
} inlines[] = {
    {"b", TK_PHRASE_BOLD},
    {"i", TK_PHRASE_ITALIC},
    {"u", TK_PHRASE_UNDERLINE},
    {"sup", TK_PHRASE_SUPERSCRIPT},
    {"sub", TK_PHRASE_SUBSCRIPT},
    {"br", 0},
    {"link", 0},
    {"span", 0},
    {"ref", 0},
    {"page-of", 0},
    {"footnote", 0},
};

static gboolean
is_inline (const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (inlines); i++) {
    if (tk_template_is (node, inlines[i].name))
      return TRUE;
  }
  return FALSE;
}

static void
add_phrase (Writer *writer, TkPhraseKind kind, const char *text)
{
  TkPhrase phrase = {
      .kind = kind,
      .flags = writer->flags,
      .text = text,
      .href = writer->href,
      .language = writer->language,
      .break_at = writer->break_at,
      .place = *tk_template_find_place (writer->element),
  };

  if (kind == TK_PHRASE_VALUE) {
    g_autofree char *needle = g_strdup_printf ("{%s", text);
    phrase.place = tk_template_search_place (writer->element, needle);
    phrase.slot = writer->reader->template->n_slots++;
    writer->n_values++;
  }
  g_array_append_val (writer->phrases, phrase);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space collapses to one blank, also over the joins of literals. */
static void
add_literal (Writer *writer, const char *text, gsize length)
{
  g_autofree char *composed = tk_nfc_new (text, (gssize) length);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at)) {
    if (is_space (*at)) {
      if (!writer->after_space)
        g_string_append_c (kept, ' ');
      writer->after_space = TRUE;
      continue;
    }
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      continue;
    g_string_append_len (kept, at, g_utf8_next_char (at) - at);
    writer->after_space = FALSE;
  }
  if (kept->len > 0)
    add_phrase (writer, TK_PHRASE_LITERAL, tk_arena_textn (writer->reader->arena, kept->str, kept->len));
}

static gboolean
is_name (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c != '_' && !g_unichar_isalpha (c) && (at == text || !g_unichar_isdigit (c)))
      return FALSE;
  }
  return *text != '\0';
}

static void
add_fault (Writer *writer, const char *at, const char *what)
{
  g_autofree char *needle = g_strndup (at, MIN (strlen (at), strcspn (at, "\r\n") + 1));

  g_strchomp (needle);
  TkPlace place = tk_template_search_place (writer->element, needle);
  tk_template_faults_add (writer->reader->faults, &place, "%s", what);
}

/* Reads one placeholder at "{"; gives where to go on. */
static const char *
add_value (Writer *writer, const char *at)
{
  const char *end = at + 1 + strcspn (at + 1, "{}");
  g_autofree char *name = g_strndup (at + 1, (gsize) (end - at - 1));

  if (*end != '}') {
    add_fault (writer, at, _ ("\"{\" without \"}\"; write {column}, or {{ for a brace"));
    return end;
  }
  if (!is_name (name)) {
    g_autofree char *what = g_strdup_printf (_ ("{%s} is not the name of a column; compute it in the query "
                                                "and give it a name, or write {{ for a brace"),
                                             name);
    add_fault (writer, at, what);
    return end + 1;
  }
  g_autofree char *composed = tk_nfc_new (name, -1);
  add_phrase (writer, TK_PHRASE_VALUE, tk_arena_text (writer->reader->arena, composed));
  writer->after_space = FALSE;
  return end + 1;
}

static void
add_string (Writer *writer, const char *text)
{
  const char *from = text;

  for (const char *at = text; *at != '\0';) {
    if (*at != '{' && *at != '}') {
      at++;
      continue;
    }
    if (at[1] == *at) { /* a doubled brace: the first is text */
      add_literal (writer, from, (gsize) (at + 1 - from));
      from = at += 2;
      continue;
    }
    add_literal (writer, from, (gsize) (at - from));
    if (*at == '{') {
      from = at = add_value (writer, at);
    } else {
      add_fault (writer, at, _ ("\"}\" without \"{\"; write }} for a brace"));
      from = ++at;
    }
  }
  add_literal (writer, from, strlen (from));
}

static void
trim_end (Writer *writer)
{
  if (!writer->after_space || writer->phrases->len == 0)
    return;
  for (guint i = writer->phrases->len; i-- > 0;) {
    TkPhrase *phrase = &g_array_index (writer->phrases, TkPhrase, i);
    if (phrase->kind == TK_PHRASE_GROUP)
      continue;
    if (phrase->kind == TK_PHRASE_LITERAL && g_str_has_suffix (phrase->text, " "))
      phrase->text = tk_arena_textn (writer->reader->arena, phrase->text, strlen (phrase->text) - 1);
    return;
  }
}

static void write_inline (Writer *writer, const xmlNode *node);

static void
write_children (Writer *writer, const xmlNode *element, const xmlNode **ret_rest)
{
  const xmlNode *outer = writer->element;

  writer->element = element;
  for (const xmlNode *node = element->children; node != NULL; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add_string (writer, (const char *) node->content);
    } else if (node->type == XML_ELEMENT_NODE && is_inline (node)) {
      write_inline (writer, node);
    } else if (node->type == XML_ELEMENT_NODE) {
      if (ret_rest != NULL)
        *ret_rest = node;
      break;
    }
  }
  writer->element = outer;
}

static void
write_break (Writer *writer, const xmlNode *node)
{
  trim_end (writer);
  writer->element = node;
  add_phrase (writer, TK_PHRASE_BREAK, "");
  writer->after_space = TRUE;
}

/* <ref/>, <page-of/>: what they show is known when the whole paper is there. */
static void
write_refer (Writer *writer, const xmlNode *node)
{
  TkReader *reader = writer->reader;
  TkRefer *refer = tk_arena_new0 (reader->arena, TkRefer);

  refer->to = tk_template_read_text_attribute (reader, node, "to");
  if (tk_template_is (node, "page-of"))
    refer->show = TK_SHOW_PAGE;
  else if (g_strcmp0 (tk_template_read_attribute (reader, node, "show"), "number") == 0)
    refer->show = TK_SHOW_NUMBER;
  writer->element = node;
  add_phrase (writer, TK_PHRASE_REFER, "");
  g_array_index (writer->phrases, TkPhrase, writer->phrases->len - 1).refer = refer;
  writer->after_space = FALSE;
}

static gboolean
is_in_footnote (const xmlNode *node)
{
  for (const xmlNode *around = node->parent; around != NULL; around = around->parent) {
    if (tk_template_is (around, "footnote"))
      return TRUE;
  }
  return FALSE;
}

/* Its words are a text of their own, beside the line. */
static void
write_note (Writer *writer, const xmlNode *node)
{
  TkReader *reader = writer->reader;

  if (is_in_footnote (node)) {
    tk_template_faults_add (reader->faults, tk_template_find_place (node), "%s",
                            _ ("a footnote does not stand in a footnote; put its words into the one around"));
    return;
  }
  TkText note = tk_template_read_text (reader, node, NULL);
  const xmlNode *outer = writer->element;
  writer->element = node;
  add_phrase (writer, TK_PHRASE_NOTE, "");
  writer->element = outer;
  g_array_index (writer->phrases, TkPhrase, writer->phrases->len - 1).note = tk_arena_copy (
      reader->arena, &note, sizeof note);
  writer->after_space = FALSE;
}

static void
write_inline (Writer *writer, const xmlNode *node)
{
  TkReader *reader = writer->reader;
  Writer before = *writer;

  if (tk_template_is (node, "br")) {
    write_break (writer, node);
    writer->element = before.element;
    return;
  }
  if (tk_template_is (node, "ref") || tk_template_is (node, "page-of")) {
    write_refer (writer, node);
    writer->element = before.element;
    return;
  }
  if (tk_template_is (node, "footnote")) {
    write_note (writer, node);
    return;
  }
  add_phrase (writer, TK_PHRASE_GROUP, "");
  guint group = writer->phrases->len - 1;
  for (gsize i = 0; i < G_N_ELEMENTS (inlines); i++) {
    if (tk_template_is (node, inlines[i].name))
      writer->flags |= inlines[i].flag;
  }
  if (tk_template_is (node, "link")) {
    TkText href = tk_template_read_text_attribute (reader, node, "href");
    writer->href = tk_arena_copy (reader->arena, &href, sizeof href);
  }
  const char *language = tk_template_read_attribute (reader, node, "lang");
  const char *break_at = tk_template_read_attribute (reader, node, "break-at");
  writer->language = language != NULL ? language : writer->language;
  writer->break_at = break_at != NULL && *break_at != '\0' ? break_at : writer->break_at;
  write_children (writer, node, NULL);
  TkPhrase *phrase = &g_array_index (writer->phrases, TkPhrase, group);
  phrase->inside = writer->phrases->len - group - 1;
  phrase->n_values = writer->n_values - before.n_values;
  phrase->alone = tk_template_is (node, "span");
  if (phrase->alone)
    writer->n_values = before.n_values;
  writer->flags = before.flags;
  writer->href = before.href;
  writer->language = before.language;
  writer->break_at = before.break_at;
}

static Writer
writer_for (TkReader *reader, const xmlNode *element)
{
  return (Writer){
      .reader = reader,
      .element = element,
      .phrases = g_array_new (FALSE, FALSE, sizeof (TkPhrase)),
      .after_space = TRUE,
  };
}

static TkText
finish (Writer *writer)
{
  trim_end (writer);
  TkText text = {
      .phrases = tk_arena_copy_array (writer->reader->arena, writer->phrases),
      .n_phrases = writer->phrases->len,
      .n_values = writer->n_values,
  };
  g_array_unref (writer->phrases);
  return text;
}

TkText
tk_template_read_text (TkReader *reader, const xmlNode *element, const xmlNode **ret_rest)
{
  Writer writer = writer_for (reader, element);

  write_children (&writer, element, ret_rest);
  return finish (&writer);
}

TkText
tk_template_read_text_attribute (TkReader *reader, const xmlNode *element, const char *name)
{
  Writer writer = writer_for (reader, element);
  const char *value = tk_template_read_attribute (reader, element, name);

  if (value != NULL)
    add_string (&writer, value);
  return finish (&writer);
}

TkText
tk_template_read_text_string (TkReader *reader, const xmlNode *element, const char *string)
{
  Writer writer = writer_for (reader, element);

  add_string (&writer, string);
  return finish (&writer);
}

TkText
tk_template_read_placeholder (TkReader *reader, const xmlNode *element, const char *name)
{
  Writer writer = writer_for (reader, element);
  const char *value = tk_template_read_attribute (reader, element, name);

  add_phrase (&writer, TK_PHRASE_VALUE, value);
  return finish (&writer);
}
