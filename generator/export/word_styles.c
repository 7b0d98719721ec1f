/* Comes in: the styles that paragraphs turn out to have. Goes out: Word's. Knows no paragraph. */
#include "word_styles.h"

#include <string.h>

/* How many paragraphs have it. */
typedef struct {
  const TkStyle *style;
  guint n;
} Count;

struct _TkWordStyles {
  GHashTable *counts; /* "use level name" to an array of Count */
  GPtrArray *list;    /* TkWordStyle, in the order of use */
  GHashTable *found;  /* "use level name" to TkWordStyle */
  GHashTable *taken;  /* ids and names in small letters */
};

static void
style_free (gpointer data)
{
  TkWordStyle *style = data;

  g_free (style->id);
  g_free (style->name);
  g_free (style->base);
  g_free (style);
}

TkWordStyles *
tk_word_styles_new (void)
{
  TkWordStyles *styles = g_new0 (TkWordStyles, 1);
  static const char *const reserved[] = {
      "normal", "tablenormal", "normal table", "footnotereference", "footnote reference",
      "nolist", "no list"};

  styles->list = g_ptr_array_new_with_free_func (style_free);
  styles->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  styles->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  styles->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    g_hash_table_add (styles->taken, g_strdup (reserved[i]));
  return styles;
}

void
tk_word_styles_free (TkWordStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->counts);
  g_hash_table_unref (styles->found);
  g_hash_table_unref (styles->taken);
  g_ptr_array_unref (styles->list);
  g_free (styles);
}

const char *
tk_word_family (const char *family)
{
  static const char *const same[][2] = {
      {"Tinos", "Times New Roman"}, {"Arimo", "Arial"}, {"Cousine", "Courier New"}};

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (g_str_equal (family, same[i][0]))
      return same[i][1];
  return family;
}

const char *
tk_word_language (const char *language)
{
  static const char *const whole[][2] = {{"vi", "vi-VN"}, {"en", "en-US"}, {"fr", "fr-FR"},
                                         {"zh", "zh-CN"}, {"ru", "ru-RU"}, {"ja", "ja-JP"}};

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_str_equal (language, whole[i][0]))
      return whole[i][1];
  return language;
}

/* ---- names ---- */

/* Word's own style for a use, by its id and its name (17.7.4.9, primary names); FALSE: none. */
static gboolean
find_built_in (TkWordUse use, int level, const TkStyle *style, char **ret_id, char **ret_name)
{
  static const char *const of_use[][2] = {
      [TK_WORD_ITEM] = {"ListParagraph", "List Paragraph"},
      [TK_WORD_CAPTION] = {"Caption", "caption"},
      [TK_WORD_NOTE] = {"FootnoteText", "footnote text"},
      [TK_WORD_HEAD] = {"Header", "header"},
      [TK_WORD_FOOT] = {"Footer", "footer"},
      [TK_WORD_CONTENTS] = {"TOCHeading", "TOC Heading"},
  };
  static const char *const of_name[][3] = {
      {"body", "BodyText", "Body Text"}, {"kind", "Title", "Title"}, {"subject", "Subtitle", "Subtitle"}};

  if ((use == TK_WORD_HEADING || use == TK_WORD_ENTRY) && level >= 1 && level <= 9) {
    *ret_id = g_strdup_printf (use == TK_WORD_HEADING ? "Heading%d" : "TOC%d", level);
    *ret_name = g_strdup_printf (use == TK_WORD_HEADING ? "heading %d" : "toc %d", level);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (of_name) && use == TK_WORD_TEXT; i++) {
    if (g_str_equal (of_name[i][0], style->name)) {
      *ret_id = g_strdup (of_name[i][1]);
      *ret_name = g_strdup (of_name[i][2]);
      return TRUE;
    }
  }
  if (use >= G_N_ELEMENTS (of_use) || of_use[use][0] == NULL)
    return FALSE;
  *ret_id = g_strdup (of_use[use][0]);
  *ret_name = g_strdup (of_use[use][1]);
  return TRUE;
}

static gboolean
is_taken (const TkWordStyles *styles, const char *id, const char *name)
{
  g_autofree char *small_id = g_utf8_strdown (id, -1);
  g_autofree char *small_name = g_utf8_strdown (name, -1);

  return g_hash_table_contains (styles->taken, small_id) || g_hash_table_contains (styles->taken, small_name);
}

/* "tieu-ngu", or "tieu-ngu-2"; with letters and figures only as id, for Word's sake. */
static void
name_own (const TkWordStyles *styles, TkWordStyle *to)
{
  for (guint n = 1; to->id == NULL || is_taken (styles, to->id, to->name); n++) {
    g_autoptr (GString) id = g_string_new ("tk-");
    g_free (to->id);
    g_free (to->name);
    to->name = n == 1 ? g_strdup (to->style.name) : g_strdup_printf ("%s %u", to->style.name, n);
    for (const char *at = to->name; *at != '\0'; at++)
      g_string_append_c (id, g_ascii_isalnum (*at) ? *at : '-');
    to->id = g_string_free (g_steal_pointer (&id), FALSE);
  }
  to->own = TRUE;
}

static gboolean
has_same_letters (const TkStyle *a, const TkStyle *b)
{
  return a == b
         || (g_str_equal (a->family, b->family) && a->size == b->size && a->bold == b->bold
             && a->italic == b->italic && a->underline == b->underline && a->capitals == b->capitals
             && a->small_capitals == b->small_capitals && a->colour == b->colour);
}

static gboolean
has_same_lengths (const TkStyle *a, const TkStyle *b)
{
  return a == b
         || (a->align == b->align && a->leading == b->leading && a->pitch == b->pitch
             && a->first_indent == b->first_indent && a->left_indent == b->left_indent
             && a->right_indent == b->right_indent && a->space_before == b->space_before
             && a->space_after == b->space_after && a->keep_together == b->keep_together
             && a->keep_with_next == b->keep_with_next);
}

/* The style that most paragraphs have among those that go by the same name. */
static const TkStyle *
find_most (const TkWordStyles *styles, const char *key, const TkStyle *style)
{
  const GArray *counts = g_hash_table_lookup (styles->counts, key);
  guint most = 0;

  for (guint i = 0; counts != NULL && i < counts->len; i++) {
    const Count *count = &g_array_index (counts, Count, i);
    if (count->n <= most || !has_same_letters (count->style, style))
      continue;
    most = count->n;
    style = count->style;
  }
  return style;
}

static const TkWordStyle *
add_style (TkWordStyles *styles, const char *name, char *key, TkWordUse use, int level, const TkStyle *style)
{
  TkWordStyle *made = g_new0 (TkWordStyle, 1);

  *made = (TkWordStyle){
      .style = *find_most (styles, name, style), .use = use, .level = level, .base = g_strdup ("Normal")};
  if (!find_built_in (use, level, style, &made->id, &made->name) || is_taken (styles, made->id, made->name)) {
    if (made->id != NULL && use != TK_WORD_TEXT) {
      g_free (made->base);
      made->base = g_steal_pointer (&made->id);
    }
    g_clear_pointer (&made->id, g_free);
    name_own (styles, made);
  }
  g_hash_table_add (styles->taken, g_utf8_strdown (made->id, -1));
  g_hash_table_add (styles->taken, g_utf8_strdown (made->name, -1));
  g_ptr_array_add (styles->list, made);
  g_hash_table_insert (styles->found, key, made);
  return made;
}

static char *
print_key (TkWordUse use, int level, const TkStyle *style)
{
  return g_strdup_printf ("%d %d %s", use, level, style->name);
}

void
tk_word_styles_count (TkWordStyles *styles, TkWordUse use, int level, const TkStyle *style)
{
  g_autofree char *key = print_key (use, level, style);
  GArray *counts = g_hash_table_lookup (styles->counts, key);
  const Count one = {style, 1};

  if (counts == NULL) {
    counts = g_array_new (FALSE, FALSE, sizeof (Count));
    g_hash_table_insert (styles->counts, g_steal_pointer (&key), counts);
  }
  for (guint i = 0; i < counts->len; i++) {
    Count *count = &g_array_index (counts, Count, i);
    if (!has_same_letters (count->style, style) || !has_same_lengths (count->style, style))
      continue;
    count->n++;
    return;
  }
  g_array_append_val (counts, one);
}

const TkWordStyle *
tk_word_styles_use (TkWordStyles *styles, TkWordUse use, int level, const TkStyle *style)
{
  g_autofree char *name = print_key (use, level, style);

  for (guint n = 0;; n++) {
    g_autofree char *key = g_strdup_printf ("%s %u", name, n);
    const TkWordStyle *found = g_hash_table_lookup (styles->found, key);
    if (found == NULL)
      return add_style (styles, name, g_steal_pointer (&key), use, level, style);
    if (has_same_letters (&found->style, style))
      return found;
  }
}

/* ---- the parts ---- */

/* @derived: from a style that may have what this one has not. */
static void
put_letters (TkXml xml, const TkStyle *style, gboolean derived)
{
  const char *family = tk_word_family (style->family);

  tk_word_begin (xml, "w:rPr");
  tk_word_begin (xml, "w:rFonts");
  tk_word_attribute (xml, "w:ascii", family);
  tk_word_attribute (xml, "w:hAnsi", family);
  tk_word_attribute (xml, "w:eastAsia", family);
  tk_word_attribute (xml, "w:cs", family);
  tk_word_end (xml);
  if (style->bold || derived) {
    tk_word_toggle (xml, "w:b", style->bold);
    tk_word_toggle (xml, "w:bCs", style->bold);
  }
  if (style->italic || derived) {
    tk_word_toggle (xml, "w:i", style->italic);
    tk_word_toggle (xml, "w:iCs", style->italic);
  }
  if (style->capitals || derived)
    tk_word_toggle (xml, "w:caps", style->capitals);
  if ((style->small_capitals && !style->capitals) || derived)
    tk_word_toggle (xml, "w:smallCaps", style->small_capitals && !style->capitals);
  if (style->colour != 0 || derived) {
    tk_word_begin (xml, "w:color");
    tk_word_colour (xml, "w:val", style->colour);
    tk_word_end (xml);
  }
  tk_word_value_number (xml, "w:sz", ((gint64) style->size * 2 + 512) / 1024);
  tk_word_value_number (xml, "w:szCs", ((gint64) style->size * 2 + 512) / 1024);
  if (style->underline || derived)
    tk_word_value (xml, "w:u", style->underline ? "single" : "none");
  tk_word_end (xml);
}

static void
begin_style (TkXml xml, const char *type, const char *id, const char *name, gboolean usual)
{
  tk_word_begin (xml, "w:style");
  tk_word_attribute (xml, "w:type", type);
  if (usual)
    tk_word_attribute (xml, "w:default", "1");
  tk_word_attribute (xml, "w:styleId", id);
  tk_word_value (xml, "w:name", name);
}

static void
put_style (TkXml xml, const TkWordStyle *from, const char *body)
{
  const gboolean derived = !g_str_equal (from->base, "Normal");
  const TkWordParagraph look = {.style = &from->style, .derived = derived};
  const gboolean heading = from->use == TK_WORD_HEADING;

  tk_word_begin (xml, "w:style");
  tk_word_attribute (xml, "w:type", "paragraph");
  if (from->own)
    tk_word_attribute (xml, "w:customStyle", "1");
  tk_word_attribute (xml, "w:styleId", from->id);
  tk_word_value (xml, "w:name", from->name);
  tk_word_value (xml, "w:basedOn", from->base);
  if (heading && body != NULL)
    tk_word_value (xml, "w:next", body);
  tk_word_value_number (xml, "w:uiPriority", heading ? 9 : from->use == TK_WORD_ENTRY ? 39 : 10);
  tk_word_flag (xml, "w:qFormat");
  tk_word_begin (xml, "w:pPr");
  tk_word_put_paragraph_look (xml, &look);
  if (heading)
    tk_word_value_number (xml, "w:outlineLvl", CLAMP (from->level, 1, 9) - 1);
  tk_word_end (xml);
  put_letters (xml, &from->style, derived);
  tk_word_end (xml);
}

/* The letters of most of the text: those of the body, or of what came first. */
static const TkStyle *
find_usual (const TkWordStyles *styles, const char **ret_body)
{
  *ret_body = NULL;
  for (guint i = 0; i < styles->list->len; i++) {
    const TkWordStyle *style = styles->list->pdata[i];
    if (g_str_equal (style->id, "BodyText")) {
      *ret_body = style->id;
      return &style->style;
    }
  }
  return styles->list->len > 0 ? &((const TkWordStyle *) styles->list->pdata[0])->style : NULL;
}

static void
put_defaults (TkXml xml, const TkStyle *usual, const char *language)
{
  static const TkStyle none = {.family = "Tinos", .size = TK_PT (14)};
  const char *tag = tk_word_language (language);
  TkStyle letters = none;

  if (usual != NULL) {
    letters.family = usual->family;
    letters.size = usual->size;
  }
  tk_word_begin (xml, "w:docDefaults");
  tk_word_begin (xml, "w:rPrDefault");
  tk_word_begin (xml, "w:rPr");
  tk_word_begin (xml, "w:rFonts");
  tk_word_attribute (xml, "w:ascii", tk_word_family (letters.family));
  tk_word_attribute (xml, "w:hAnsi", tk_word_family (letters.family));
  tk_word_attribute (xml, "w:eastAsia", tk_word_family (letters.family));
  tk_word_attribute (xml, "w:cs", tk_word_family (letters.family));
  tk_word_end (xml);
  tk_word_value_number (xml, "w:sz", ((gint64) letters.size * 2 + 512) / 1024);
  tk_word_value_number (xml, "w:szCs", ((gint64) letters.size * 2 + 512) / 1024);
  tk_word_begin (xml, "w:lang");
  tk_word_attribute (xml, "w:val", tag);
  tk_word_attribute (xml, "w:eastAsia", tag);
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_flag (xml, "w:pPrDefault");
  tk_word_end (xml);
}

void
tk_word_styles_put (const TkWordStyles *styles, const char *language, TkXml xml)
{
  const char *body;
  const TkStyle *usual = find_usual (styles, &body);

  tk_word_begin (xml, "w:styles");
  tk_word_namespaces (xml);
  put_defaults (xml, usual, language);
  begin_style (xml, "paragraph", "Normal", "Normal", TRUE);
  tk_word_flag (xml, "w:qFormat");
  tk_word_end (xml);
  begin_style (xml, "character", "DefaultParagraphFont", "Default Paragraph Font", TRUE);
  tk_word_end (xml);
  begin_style (xml, "table", "TableNormal", "Normal Table", TRUE);
  tk_word_end (xml);
  begin_style (xml, "numbering", "NoList", "No List", TRUE);
  tk_word_end (xml);
  begin_style (xml, "character", "FootnoteReference", "footnote reference", FALSE);
  tk_word_begin (xml, "w:rPr");
  tk_word_value (xml, "w:vertAlign", "superscript");
  tk_word_end (xml);
  tk_word_end (xml);
  for (guint i = 0; i < styles->list->len; i++)
    put_style (xml, styles->list->pdata[i], body);
  tk_word_end (xml);
}

void
tk_word_styles_put_fonts (const TkWordStyles *styles, TkXml xml)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  tk_word_begin (xml, "w:fonts");
  tk_word_namespaces (xml);
  for (guint i = 0; i < styles->list->len; i++) {
    const char *family = ((const TkWordStyle *) styles->list->pdata[i])->style.family;
    const char *name = tk_word_family (family);
    if (!g_hash_table_add (seen, (gpointer) name))
      continue;
    tk_word_begin (xml, "w:font");
    tk_word_attribute (xml, "w:name", name);
    if (!g_str_equal (family, name))
      tk_word_value (xml, "w:altName", family);
    tk_word_end (xml);
  }
  tk_word_end (xml);
}
