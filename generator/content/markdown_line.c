/* Comes in: what md4c says of the words of a paragraph: spans, text, entities. Goes out: runs, marks of
 * footnotes, and pictures, which wait for the end of the paragraph. */
#include <string.h>

#include <glib/gi18n.h>

#include "markdown.h"

void
tk_markdown_flush_run (TkMarkdownReader *reader)
{
  GArray *runs = reader->maker->runs;
  const TkRun *last = runs->len > 0 ? &g_array_index (runs, TkRun, runs->len - 1) : NULL;

  if (reader->pictures > 0)
    return;                                               /* its words are no runs */
  if (last == NULL || g_str_has_suffix (last->text, " ")) /* a picture was between them */
    g_string_erase (reader->pending, 0, (gssize) strspn (reader->pending->str, " "));
  if (reader->pending->len == 0)
    return;
  if (reader->refers != NULL) {
    if (reader->shows != TK_SHOW_PAGE)
      tk_markdown_refer (reader,
                         tk_arena_textn (reader->maker->arena, reader->pending->str, reader->pending->len));
    g_string_truncate (reader->pending, 0);
    return;
  }
  TkRun run = {
      .text = tk_arena_textn (reader->maker->arena, reader->pending->str, reader->pending->len),
      .flags = reader->flags,
      .href = reader->href,
      .origin = reader->origin,
  };
  if (reader->text->style->capitals)
    run.text = tk_content_capitals (reader->maker->arena, run.text);
  g_array_append_val (runs, run);
  g_string_truncate (reader->pending, 0);
}

static void
add_entity (TkMarkdownReader *reader, const char *text, MD_SIZE size)
{
  static const struct {
    const char *name, *text;
  } entities[] = {{"&amp;", "&"},       {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""}, {"&apos;", "'"},
                  {"&nbsp;", "\u00A0"}, {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"}};
  g_autofree char *entity = g_strndup (text, size);

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    if (strcmp (entity, entities[i].name) == 0) {
      g_string_append (reader->pending, entities[i].text);
      return;
    }
  }
  gboolean hex = g_str_has_prefix (entity, "&#x") || g_str_has_prefix (entity, "&#X");
  guint64 c = entity[1] == '#' ? g_ascii_strtoull (entity + (hex ? 3 : 2), NULL, hex ? 16 : 10) : 0;
  if (c == 0 || c > 0x10FFFF || !g_unichar_validate ((gunichar) c) || g_unichar_iscntrl ((gunichar) c))
    g_string_append (reader->pending, entity);
  else
    g_string_append_unichar (reader->pending, (gunichar) c);
}

/* An address or a title, its entities resolved; in the arena. */
static const char *
read_attribute (TkMarkdownReader *reader, const MD_ATTRIBUTE *attribute)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *outer = reader->pending;

  reader->pending = text;
  for (guint i = 0; attribute->text != NULL && attribute->substr_offsets[i] < attribute->size; i++) {
    const MD_OFFSET from = attribute->substr_offsets[i];
    const MD_SIZE size = attribute->substr_offsets[i + 1] - from;
    if (attribute->substr_types[i] == MD_TEXT_ENTITY)
      add_entity (reader, attribute->text + from, size);
    else if (attribute->substr_types[i] != MD_TEXT_NULLCHAR)
      g_string_append_len (text, attribute->text + from, (gssize) size);
  }
  reader->pending = outer;
  return tk_content_clean (reader->maker->arena, text->str);
}

/* NULL where there is none: "[words]()" is no link. */
static const char *
read_address (TkMarkdownReader *reader, const MD_ATTRIBUTE *attribute)
{
  const char *address = read_attribute (reader, attribute);

  return *address != '\0' ? address : NULL;
}

static void
enter_link (TkMarkdownReader *reader, const MD_SPAN_A_DETAIL *detail)
{
  const char *address = read_address (reader, &detail->href);

  if (reader->pictures > 0
      || !tk_markdown_begin_reference (reader, address, read_attribute (reader, &detail->title)))
    reader->href = address != NULL && address[0] != '#'
                       ? tk_content_link (reader->maker, address, reader->origin)
                       : NULL;
}

static void
leave_link (TkMarkdownReader *reader)
{
  if (reader->refers != NULL)
    tk_markdown_refer (reader, NULL);
  reader->refers = reader->href = NULL;
}

static void
enter_picture (TkMarkdownReader *reader, const MD_SPAN_IMG_DETAIL *detail)
{
  TkArena *arena = reader->maker->arena;

  if (reader->pictures++ > 0)
    return;
  TkNode *figure = tk_node_add (arena, NULL, TK_NODE_FIGURE, reader->maker->template->text_styles.caption);
  const char *address = read_attribute (reader, &detail->src);
  const char *title = read_attribute (reader, &detail->title);
  g_autofree char *file = g_uri_unescape_string (address, NULL);
  figure->path = tk_content_picture_path (reader->maker, file != NULL ? file : address);
  figure->origin = reader->origin;
  if (*title != '\0') {
    const TkRun run = {.text = title, .origin = reader->origin};
    figure->runs = tk_arena_copy (arena, &run, sizeof run);
    figure->n_runs = 1;
  }
  g_ptr_array_add (reader->figures, figure);
}

/* The words that were read since are those that stand for it. */
static void
leave_picture (TkMarkdownReader *reader)
{
  if (--reader->pictures > 0)
    return;
  TkNode *figure = g_ptr_array_index (reader->figures, reader->figures->len - 1);
  const char *alt = tk_content_clean (reader->maker->arena, reader->pending->str);
  gsize length;
  if (*alt == '\0' && figure->n_runs > 0) {
    tk_markdown_take_name (reader->maker, figure->runs[0].text, &length);
    alt = tk_arena_textn (reader->maker->arena, figure->runs[0].text, length);
  }
  figure->alt = *alt != '\0' ? alt : NULL;
  g_string_truncate (reader->pending, 0);
}

int
tk_markdown_enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  TkMarkdownReader *reader = data;

  tk_markdown_need_text (reader);
  tk_markdown_flush_run (reader);
  if (type == MD_SPAN_EM)
    reader->flags |= TK_RUN_ITALIC;
  else if (type == MD_SPAN_STRONG)
    reader->flags |= TK_RUN_BOLD;
  else if (type == MD_SPAN_A)
    enter_link (reader, detail);
  else if (type == MD_SPAN_IMG && !reader->in_note)
    enter_picture (reader, detail);
  return 0;
}

int
tk_markdown_leave_span (MD_SPANTYPE type, void *detail G_GNUC_UNUSED, void *data)
{
  TkMarkdownReader *reader = data;

  tk_markdown_flush_run (reader);
  if (type == MD_SPAN_EM)
    reader->flags &= ~(guint) TK_RUN_ITALIC;
  else if (type == MD_SPAN_STRONG)
    reader->flags &= ~(guint) TK_RUN_BOLD;
  else if (type == MD_SPAN_A)
    leave_link (reader);
  else if (type == MD_SPAN_IMG && !reader->in_note)
    leave_picture (reader);
  return 0;
}

static void
add_break (TkMarkdownReader *reader)
{
  if (reader->pictures > 0) {
    g_string_append_c (reader->pending, ' ');
    return;
  }
  tk_markdown_flush_run (reader);
  TkRun run = {.text = "", .flags = TK_RUN_BREAK, .origin = reader->origin};
  g_array_append_val (reader->maker->runs, run);
}

static void
add_words (TkMarkdownReader *reader, const char *text, MD_SIZE size)
{
  for (const char *at = text; at < text + size; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (*at == '\n')
      add_break (reader);
    else if (c == '\t')
      g_string_append_c (reader->pending, ' ');
    else if (!g_unichar_iscntrl (c))
      g_string_append_unichar (reader->pending, c);
  }
}

/* FALSE where there is no such footnote: the mark stays as it was typed. */
static gboolean
add_note (TkMarkdownReader *reader, const char *id, gsize length)
{
  TkMarkdownNote *written = reader->in_note || reader->pictures > 0
                                ? NULL
                                : tk_markdown_find_note (reader->source, id, length);

  if (written != NULL && written->note == NULL) {
    written->note = tk_content_note_new (reader->maker, reader->origin);
    tk_markdown_read_note (reader, written);
  }
  if (written == NULL || written->note->first == NULL) {
    g_autofree char *place = tk_origin_print (reader->origin);
    tk_notes_add (reader->maker->notes,
                  _ ("%s: the mark [^%.*s] has no footnote; begin a line with [^%.*s]: and its words"), place,
                  (int) length, id, (int) length, id);
    return FALSE;
  }
  tk_markdown_flush_run (reader);
  tk_content_add_mark (reader->maker, written->note, reader->origin);
  return TRUE;
}

/* Words in which marks of footnotes may stand. */
static void
add_noted_words (TkMarkdownReader *reader, const char *text, MD_SIZE size)
{
  const char *end = text + size;
  const char *from = text;

  for (const char *at = text; at < end; at++) {
    const gsize length = tk_markdown_mark_length (at, (gsize) (end - at));
    if (length == 0)
      continue;
    add_words (reader, from, (MD_SIZE) (at - from));
    from = at;
    if (add_note (reader, at + 2, length - 3))
      from = at + length;
    at += length - 1;
  }
  add_words (reader, from, (MD_SIZE) (end - from));
}

int
tk_markdown_take_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  TkMarkdownReader *reader = data;

  tk_markdown_need_text (reader);
  switch (type) {
  case MD_TEXT_NULLCHAR:
    break;
  case MD_TEXT_BR:
    add_break (reader);
    break;
  case MD_TEXT_SOFTBR:
    g_string_append_c (reader->pending, ' ');
    break;
  case MD_TEXT_ENTITY:
    add_entity (reader, text, size);
    break;
  case MD_TEXT_NORMAL:
    add_noted_words (reader, text, size);
    break;
  case MD_TEXT_CODE:
  case MD_TEXT_HTML:
  case MD_TEXT_LATEXMATH:
    add_words (reader, text, size);
    break;
  }
  return 0;
}
