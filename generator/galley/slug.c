/* Comes in: a document. Goes out: the words of the lines that say which sheet of the press is which. The
 * numbers are known only by pages. */
#include <string.h>

#include "set.h"

/* Its letters stay readable at this size; it comes with Tinos, so that every office has it. */
static const TkStyle style = {
    .name = "slug", .family = "Arimo", .size = TK_PT (6), .leading = 1000, .colour = 0};

/* What does not depend on the document; in the language of its readers at the press. */
static const char *const phrases[TK_SLUG_PHRASES] = {
    [TK_SLUG_SHEET] = "tờ",
    [TK_SLUG_FRONT] = "mặt trước",
    [TK_SLUG_BACK] = "mặt sau",
    [TK_SLUG_PROOF] = "bản xem trước",
    [TK_SLUG_NONE] = "từng trang",
    [TK_SLUG_BOOKLET] = "đóng ghim giữa",
    [TK_SLUG_PERFECT] = "vào keo gáy",
    [TK_SLUG_N_UP] = "nhiều trang một mặt",
    [TK_SLUG_STACK] = "cắt rồi chồng",
    [TK_SLUG_POINT] = "·",
    [TK_SLUG_STROKE] = "/",
    [TK_SLUG_ELLIPSIS] = "…",
};

static const TkRunningPart *
set_phrase (TkSetter *setter, const TkFont *font, const char *text, guint *ret_n, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (TkRunningPart));
  const TkOrigin nowhere = {0};

  for (const char *at = text + strspn (text, " "); *at != '\0'; at += strspn (at, " ")) {
    const gsize length = strcspn (at, " ");
    const TkToken *token = tk_words_find (setter->words, font, at, length, &nowhere, error);
    if (token == NULL)
      return NULL;
    for (guint i = 0; i < token->n_words; i++) {
      TkRunningPart part = {.word = token->n_words == 1 ? token->word : token->words[i]};
      part.space = i == 0 && parts->len > 0 ? font->space : 0;
      g_array_append_val (parts, part);
    }
    at += length;
  }
  *ret_n = parts->len;
  return tk_arena_copy_array (setter->arena, parts);
}

/* 22/08/2022 */
static char *
write_date (const TkDocument *document)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (document->date);

  return date != NULL ? g_date_time_format (date, "%d/%m/%Y") : g_strdup ("");
}

gboolean
tk_galley_set_slug (TkGalley *galley, TkSetter *setter, GError **error)
{
  TkSlugSet *set = tk_arena_new0 (galley->arena, TkSlugSet);
  const TkFont *font = tk_galley_find_font (setter, &style, error);
  g_autofree char *date = write_date (galley->document);

  if (font == NULL || !tk_galley_line_height (setter, &style, &set->ascent, &set->pitch, error))
    return FALSE;
  set->space = font->space;
  set->digits = tk_galley_find_digits (setter, font, error);
  for (guint i = 0; set->digits != NULL && i < TK_SLUG_PHRASES; i++) {
    const char *title = galley->document->title != NULL ? galley->document->title : "";
    const char *text = i == TK_SLUG_DATE ? date : i == TK_SLUG_TITLE ? title : phrases[i];
    set->phrases[i].parts = set_phrase (setter, font, text, &set->phrases[i].n_parts, error);
    if (set->phrases[i].parts == NULL)
      return FALSE;
  }
  galley->slug = set;
  return set->digits != NULL;
}
