/* Comes in: pages. Goes out: their words in the order of reading. Must not know who reads them. */
#include "edition_text.h"

#include "nfc.h"
#include "order.h"

typedef struct {
  GString *text;
  const TkNode *node; /* whose words come, or NULL at the beginning of a page */
  TkUnit y;           /* of the line that they stand on */
  gboolean label;     /* they are "1." or "a)" */
} Writer;

static gboolean
begins_line (const GString *text)
{
  const char last = text->len > 0 ? text->str[text->len - 1] : '\n';

  return last == '\n' || last == '\f';
}

static void
trim (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

/* A break that was typed leaves no space behind the line; after the first letter of a chapter the next words
 * stand higher. */
static void
part (Writer *writer, const TkMark *mark, TkUnit y)
{
  GString *text = writer->text;
  const gboolean same = writer->node == mark->node;

  if (begins_line (text))
    return;
  if (writer->label || same) {
    if ((writer->label || y > writer->y) && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
    return;
  }
  trim (text);
  g_string_append_c (text, '\n');
}

static void
put_mark (Writer *writer, const TkDrawn *drawn)
{
  const TkMark *mark = drawn->mark;

  part (writer, mark, drawn->y);
  for (guint i = 0; i < mark->text.n_pieces; i++) {
    const TkPiece *piece = &mark->text.pieces[i];
    g_string_append_len (writer->text, piece->word->text, piece->word->length);
    if (piece->space != 0)
      g_string_append_c (writer->text, ' ');
  }
  writer->node = mark->node;
  writer->y = drawn->y;
  writer->label = mark->role == TK_ROLE_LABEL;
}

static void
end_page (Writer *writer)
{
  trim (writer->text);
  g_string_append (writer->text, begins_line (writer->text) ? "\f" : "\n\f");
  writer->node = NULL;
  writer->label = FALSE;
}

char *
tk_edition_text_new (const TkPages *pages)
{
  g_autoptr (TkReading) reading = tk_reading_new ();
  Writer writer = {.text = g_string_new (NULL)};

  for (guint i = 0; i < pages->n_pages; i++) {
    guint n;
    const TkDrawn *drawn = tk_reading_order (reading, &pages->pages[i], &n);
    for (guint k = 0; k < n; k++)
      if (drawn[k].part == TK_PART_CONTENT && drawn[k].mark->kind == TK_MARK_TEXT
          && drawn[k].mark->role != TK_ROLE_UNSEEN)
        put_mark (&writer, &drawn[k]);
    end_page (&writer);
  }
  g_autofree char *text = g_string_free (writer.text, FALSE);
  return tk_nfc_new (text, -1);
}
