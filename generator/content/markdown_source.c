/* Comes in: Markdown as it was written. Goes out: CommonMark and, beside it, the footnotes
 * that stood in it. Lines are looked at, not what they mean. */
#include <string.h>

#include "markdown.h"

enum { LONGEST_ID = 64 };

typedef struct {
  TkMarkdownSource *source;
  TkMarkdownNote *note; /* the one that may go on, or NULL */
  gboolean after_empty; /* the line before was empty */
  char fence;           /* '`' or '~' inside of fenced code, else 0 */
  gsize fence_length;
} Scanner;

static void
note_free (TkMarkdownNote *note)
{
  g_free (note->id);
  g_string_free (note->words, TRUE);
  g_free (note);
}

void
tk_markdown_source_free (TkMarkdownSource *source)
{
  g_string_free (source->text, TRUE);
  g_ptr_array_unref (source->notes);
  g_free (source);
}

gsize
tk_markdown_mark_length (const char *text, gsize length)
{
  if (length < 4 || text[0] != '[' || text[1] != '^')
    return 0;
  for (gsize i = 2; i < MIN (length, LONGEST_ID + 3); i++) {
    if (text[i] == ']')
      return i > 2 ? i + 1 : 0;
    if ((guchar) text[i] <= ' ' || strchr ("[*`\\<", text[i]) != NULL)
      return 0;
  }
  return 0;
}

TkMarkdownNote *
tk_markdown_find_note (const TkMarkdownSource *source, const char *id, gsize length)
{
  for (guint i = 0; i < source->notes->len; i++) {
    TkMarkdownNote *note = g_ptr_array_index (source->notes, i);
    if (strlen (note->id) == length && memcmp (note->id, id, length) == 0)
      return note;
  }
  return NULL;
}

/* CommonMark 0.31, 4.5: three or more of the same; the closing ones at least as many, and alone. */
static gboolean
take_fence (Scanner *scanner, const char *words)
{
  const char c = *words;
  gsize n = 0;

  while (c != '\0' && words[n] == c)
    n++;
  if (scanner->fence != 0) {
    if (c == scanner->fence && n >= scanner->fence_length && words[n + strspn (words + n, " \t")] == '\0')
      scanner->fence = 0;
    return TRUE;
  }
  if ((c != '`' && c != '~') || n < 3 || (c == '`' && strchr (words + n, '`') != NULL))
    return FALSE;
  scanner->fence = c;
  scanner->fence_length = n;
  scanner->note = NULL;
  return TRUE;
}

static gboolean
begin_note (Scanner *scanner, const char *words)
{
  const gsize length = tk_markdown_mark_length (words, strlen (words));

  if (length == 0 || words[length] != ':')
    return FALSE;
  TkMarkdownNote *note = g_new0 (TkMarkdownNote, 1);
  note->id = g_strndup (words + 2, length - 3);
  note->words = g_string_new (words + length + 1);
  g_strchug (note->words->str);
  note->words->len = strlen (note->words->str);
  g_ptr_array_add (scanner->source->notes, note);
  scanner->note = note;
  return TRUE;
}

/* Whether the line belongs to the note that is open: it goes on with its paragraph, or is indented. */
static gboolean
continue_note (Scanner *scanner, const char *words, gsize indent)
{
  if (scanner->note == NULL)
    return FALSE;
  if (scanner->after_empty && indent < 4)
    return FALSE;
  if (!scanner->after_empty && strchr ("#>|", *words) != NULL)
    return FALSE;
  g_string_append (scanner->note->words, scanner->after_empty ? "\n\n" : "\n");
  g_string_append (scanner->note->words, words);
  return TRUE;
}

static void
take_line (Scanner *scanner, const char *line)
{
  GString *text = scanner->source->text;
  const char *words = line + strspn (line, " \t");
  gsize indent = 0;

  for (const char *at = line; at < words; at++)
    indent += *at == '\t' ? 4 : 1;
  if (*words == '\0') {
    scanner->after_empty = TRUE;
  } else if (!take_fence (scanner, words)) {
    g_autofree char *trimmed = g_strchomp (g_strdup (words));
    gboolean breaks = indent < 4
                      && (strcmp (trimmed, TK_MARKDOWN_PAGE_BREAK) == 0
                          || strcmp (trimmed, TK_MARKDOWN_COLUMN_BREAK) == 0);
    gboolean noted = !breaks
                     && ((indent < 4 && begin_note (scanner, words))
                         || continue_note (scanner, words, indent));
    scanner->after_empty = FALSE;
    if (noted) {
      g_string_append_c (text, '\n');
      return;
    }
    scanner->note = NULL;
    if (breaks) { /* a comment ends a paragraph without an empty line */
      g_string_append_printf (text, "\n%s\n\n", trimmed);
      return;
    }
  }
  g_string_append_printf (text, "%s\n", line);
}

TkMarkdownSource *
tk_markdown_source_new (const char *markdown)
{
  g_autoptr (TkMarkdownSource) source = g_new0 (TkMarkdownSource, 1);
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  Scanner scanner = {.source = source, .after_empty = TRUE};

  source->text = g_string_new (NULL);
  source->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  for (guint i = 0; lines[i] != NULL; i++) {
    gsize length = strlen (lines[i]);
    if (length > 0 && lines[i][length - 1] == '\r')
      lines[i][length - 1] = '\0';
    take_line (&scanner, lines[i]);
  }
  return g_steal_pointer (&source);
}
