/* Comes in: CommonMark. Goes out: what md4c makes of it, with the flags of
 * content/markdown.c. */
#include "commonmark.h"

#include <md4c.h>
#include <string.h>

typedef enum { PRINT, TEXT, LETTERS } Form;

typedef struct {
  GString *to;
  Form form;
  int depth;
  guint look;
  char link;
  gboolean line; /* a line was begun */
} Reader;

static void
begin_line (Reader *reader, const char *name)
{
  if (reader->form != PRINT)
    return;
  if (reader->line)
    g_string_append_c (reader->to, '\n');
  g_string_append_printf (reader->to, "%*s%s", 2 * reader->depth, "", name);
  reader->line = TRUE;
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  static const char *const names[] = {
      [MD_BLOCK_QUOTE] = "QUOTE", [MD_BLOCK_UL] = "ul",       [MD_BLOCK_LI] = "li",
      [MD_BLOCK_HR] = "RULE",     [MD_BLOCK_CODE] = "CODE",   [MD_BLOCK_HTML] = "HTML",
      [MD_BLOCK_P] = "p ",        [MD_BLOCK_TABLE] = "table", [MD_BLOCK_TR] = "row",
      [MD_BLOCK_TH] = "head ",    [MD_BLOCK_TD] = "cell "};
  static const char *const aligns[] = {"", "left ", "centre ", "right "};
  Reader *reader = data;
  g_autofree char *name = NULL;

  if (type == MD_BLOCK_H)
    name = g_strdup_printf ("h%u ", ((MD_BLOCK_H_DETAIL *) detail)->level);
  else if (type == MD_BLOCK_OL)
    name = g_strdup_printf ("ol from %u", ((MD_BLOCK_OL_DETAIL *) detail)->start);
  else if (type == MD_BLOCK_TD || type == MD_BLOCK_TH)
    name = g_strconcat (names[type], aligns[((MD_BLOCK_TD_DETAIL *) detail)->align], NULL);
  if (type != MD_BLOCK_DOC && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY)
    begin_line (reader, name != NULL ? name : names[type]);
  if (type == MD_BLOCK_LI && reader->form == PRINT)
    g_string_append_c (reader->to, ' ');
  reader->depth += type == MD_BLOCK_DOC ? 0 : 1;
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail G_GNUC_UNUSED, void *data)
{
  Reader *reader = data;

  reader->depth -= type == MD_BLOCK_DOC ? 0 : 1;
  return 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  Reader *reader = data;
  g_autofree char *mark = NULL;

  if (type == MD_SPAN_A) {
    const MD_ATTRIBUTE *href = &((MD_SPAN_A_DETAIL *) detail)->href;
    reader->link = href->size > 0 ? href->text[href->size - 1] : '?';
    mark = g_strdup_printf ("‹%.*s›", (int) href->size, href->text);
  } else {
    reader->look |= type == MD_SPAN_STRONG ? 1 : type == MD_SPAN_EM ? 2 : 8;
    mark = g_strdup (type == MD_SPAN_STRONG ? "‹b›" : type == MD_SPAN_EM ? "‹i›" : "‹?›");
  }
  if (reader->form == PRINT)
    g_string_append (reader->to, mark);
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail G_GNUC_UNUSED, void *data)
{
  Reader *reader = data;

  if (type == MD_SPAN_A)
    reader->link = '-';
  else
    reader->look &= ~(type == MD_SPAN_STRONG ? 1u : type == MD_SPAN_EM ? 2u : 8u);
  if (reader->form == PRINT)
    g_string_append (reader->to, "‹/›");
  return 0;
}

static int
take_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Reader *reader = data;
  g_autofree char *copy = type == MD_TEXT_BR       ? g_strdup ("\n")
                          : type == MD_TEXT_SOFTBR ? g_strdup ("SOFT")
                          : type == MD_TEXT_ENTITY ? g_strdup ("ENTITY")
                          : type != MD_TEXT_NORMAL ? g_strdup ("OTHER")
                                                   : g_strndup (text, size);

  if (reader->form == PRINT && type == MD_TEXT_BR)
    g_string_append (reader->to, "⏎");
  else if (reader->form != LETTERS)
    g_string_append (reader->to, copy);
  else
    for (const char *at = copy; *at != '\0'; at = g_utf8_next_char (at))
      g_string_append_printf (reader->to, "%u%c%.*s", reader->look, reader->link,
                              (int) (g_utf8_next_char (at) - at), at);
  return 0;
}

static char *
read_markdown (const char *markdown, Form form)
{
  static const MD_PARSER parser = {
      .flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE,
      .enter_block = enter_block,
      .leave_block = leave_block,
      .enter_span = enter_span,
      .leave_span = leave_span,
      .text = take_text,
  };
  Reader reader = {.to = g_string_new (NULL), .form = form, .link = '-'};

  md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, &reader);
  if (reader.line)
    g_string_append_c (reader.to, '\n');
  return g_string_free (reader.to, FALSE);
}

char *
commonmark_print (const char *markdown)
{
  return read_markdown (markdown, PRINT);
}

char *
commonmark_text (const char *markdown)
{
  return read_markdown (markdown, TEXT);
}

char *
commonmark_letters (const char *markdown)
{
  return read_markdown (markdown, LETTERS);
}
