/* Comes in: a cell of an .ods file. Goes out: its text, as it is shown; notes
 * and pictures are none. OpenDocument 1.2 part 1, 6.1 (white space, 6.1.2). */
#include <string.h>

#include "book_form.h"

#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define BLANKS " \t\r\n"

struct _TkOdsText {
  GString *text;
  int n_paragraphs;
  int depth;    /* paragraphs that are open */
  gsize start;  /* of the paragraph */
  gsize folded; /* where the last folded white space ended */
};

TkOdsText *
tk_ods_text_new (void)
{
  TkOdsText *text = g_new0 (TkOdsText, 1);

  text->text = g_string_new (NULL);
  return text;
}

void
tk_ods_text_free (TkOdsText *text)
{
  if (text == NULL)
    return;
  g_string_free (text->text, TRUE);
  g_free (text);
}

const char *
tk_ods_text_get (const TkOdsText *text)
{
  return text->text->str;
}

static void
begin_paragraph (TkOdsText *text)
{
  if (text->n_paragraphs++ > 0)
    g_string_append_c (text->text, '\n');
  text->depth++;
  text->start = text->text->len;
}

static void
end_paragraph (TkOdsText *text)
{
  text->depth--;
  if (text->folded > text->start && text->folded == text->text->len)
    g_string_truncate (text->text, text->text->len - 1);
}

/* White space of a file that is laid out in lines is one space, none at the ends of a
 * paragraph. Spaces alone stay: the standard would have them folded, too (6.1.2), but
 * LibreOffice writes those of a cell of several paragraphs as they are, and reads them so. */
static void
append_run (TkOdsText *text, const char *run)
{
  while (*run != '\0') {
    const gsize word = strcspn (run, BLANKS);
    const gsize blank = strspn (run + word, BLANKS);
    const gboolean spaces = strspn (run + word, " ") == blank;
    g_string_append_len (text->text, run, (gssize) (spaces ? word + blank : word));
    if (!spaces && text->text->len > text->start) {
      g_string_append_c (text->text, ' ');
      text->folded = text->text->len;
    }
    run += word + blank;
  }
}

/* “s”: as many spaces as it says. */
static void
append_spaces (TkOdsText *text, const xmlNode *node)
{
  const char *c = tk_book_attribute_find (node, TEXT, "c");
  guint64 n = 1;

  if (c != NULL && !g_ascii_string_to_unsigned (c, 10, 0, TK_BOOK_MOST_BYTES, &n, NULL))
    n = TK_BOOK_MOST_BYTES + 1;
  for (guint64 i = 0; i < n; i++)
    g_string_append_c (text->text, ' ');
}

/* At the start of an element. FALSE: what is in it is none of the text. */
static gboolean
take_element (TkOdsText *text, const xmlNode *node, gboolean is_empty)
{
  static const char *const others[] = {"annotation", "table", "frame", "custom-shape", "detective",
                                       "ruby-text",  "note",  "g",     "forms"};
  const gboolean is_paragraph = tk_book_node_is (node, "p") || tk_book_node_is (node, "h");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (tk_book_node_is (node, others[i]))
      return FALSE;
  if (is_paragraph) {
    begin_paragraph (text);
    if (is_empty)
      end_paragraph (text);
  } else if (text->depth > 0 && tk_book_node_is (node, "s"))
    append_spaces (text, node);
  else if (text->depth > 0 && (tk_book_node_is (node, "tab") || tk_book_node_is (node, "line-break")))
    g_string_append_c (text->text, tk_book_node_is (node, "tab") ? '\t' : '\n');
  return TRUE;
}

/* Takes the node that the reader stands at. FALSE: failed over what it passed. */
static gboolean
take_node (TkOdsText *text, TkPackage *package, xmlTextReader *reader, GError **error)
{
  const xmlNode *node = tk_book_node_find (reader);

  if (tk_book_at_text (reader) && text->depth > 0)
    append_run (text, (const char *) node->content);
  else if (tk_book_at_end (reader, "p") || tk_book_at_end (reader, "h"))
    end_paragraph (text);
  else if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT
           && !take_element (text, node, xmlTextReaderIsEmptyElement (reader) != 0))
    return tk_book_skip (package, reader, error);
  return TRUE;
}

TkOdsStep
tk_ods_text_read (TkOdsText *text, TkPackage *package, xmlTextReader *reader, GError **error)
{
  g_string_truncate (text->text, 0);
  text->n_paragraphs = text->depth = 0;
  text->start = text->folded = 0;
  if (xmlTextReaderIsEmptyElement (reader))
    return TK_ODS_DONE;
  while (tk_package_next (package, reader, error)) {
    if (tk_book_at_end (reader, "table-cell"))
      return TK_ODS_DONE;
    if (!take_node (text, package, reader, error))
      return TK_ODS_FAILED;
    if (text->text->len > TK_BOOK_MOST_BYTES)
      return TK_ODS_LONG;
  }
  return tk_book_overflow_find (reader) != NULL ? TK_ODS_LONG : TK_ODS_FAILED;
}
