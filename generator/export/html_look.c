/* Comes in: the styles that a document has. Goes out: their classes and the style sheet. Sizes are relative
 * to that of the style of most of the text, so that a reader's own size holds. Must not know which elements
 * are written. */
#include <string.h>

#include "html_maker.h"

/* A style and those of its name that content derived from it. */
typedef struct {
  const TkStyle *style;
  char *class;
  gsize length; /* bytes of paragraphs that have it */
} Look;

struct _TkHtmlLooks {
  GHashTable *looks; /* by name */
  GPtrArray *order;  /* of Look, as they are first used */
  GHashTable *taken; /* classes */
  GPtrArray *added;  /* rules and their classes by turns */
  const TkDocument *document;
  const Look *body;
};

/* ---- the styles ---- */

static void
free_look (gpointer data)
{
  Look *look = data;

  g_free (look->class);
  g_free (look);
}

/* "s-heading-1": no class of ours begins so. */
static char *
class_new (GHashTable *taken, const char *prefix, const char *name)
{
  g_autoptr (GString) class = g_string_new (prefix);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_c (class, g_ascii_isalnum (*at) || *at == '_' ? *at : '-');
  const gsize length = class->len;
  for (guint i = 2; g_hash_table_contains (taken, class->str); i++) {
    g_string_truncate (class, length);
    g_string_append_printf (class, "-%u", i);
  }
  g_hash_table_add (taken, g_strdup (class->str));
  return g_string_free (g_steal_pointer (&class), FALSE);
}

/* What one style is here: papers of a book may have others of the same name. */
static char *
print_key (const TkStyle *style)
{
  return g_strdup_printf ("%s %s %d %d%d%d%d %06x", style->name, style->family, style->size, style->bold,
                          style->italic, style->underline, style->capitals, style->colour);
}

static Look *
find_look (const TkHtmlLooks *looks, const TkStyle *style)
{
  g_autofree char *key = print_key (style);

  return g_hash_table_lookup (looks->looks, key);
}

static Look *
take_style (TkHtmlLooks *looks, const TkStyle *style)
{
  Look *look = find_look (looks, style);

  if (look == NULL) {
    look = g_new0 (Look, 1);
    look->style = style;
    look->class = class_new (looks->taken, "s-", style->name);
    g_hash_table_insert (looks->looks, print_key (style), look);
    g_ptr_array_add (looks->order, look);
  }
  /* the first may be one that stands inside of an item, without indents */
  if (look->style->left_indent == 0 && look->style->first_indent == 0
      && (style->left_indent != 0 || style->first_indent != 0))
    look->style = style;
  return look;
}

static gsize
count_bytes (const TkNode *node)
{
  gsize length = 0;

  for (guint i = 0; i < node->n_runs; i++)
    length += strlen (node->runs[i].text);
  return length;
}

static void
gather (TkHtmlLooks *looks, const TkNode *node, gboolean running)
{
  if (node->style != NULL && node->kind != TK_NODE_SPACE && node->kind != TK_NODE_RULE) {
    Look *look = take_style (looks, node->style);
    if (running && node->kind == TK_NODE_PARAGRAPH && !node->title)
      look->length += count_bytes (node);
  }
  for (guint i = 0; i < node->n_runs; i++) {
    const TkReference *reference = node->runs[i].reference;
    if (reference != NULL && reference->kind == TK_REFER_NOTE)
      gather (looks, reference->target, FALSE);
  }
  running = running && node->kind != TK_NODE_TABLE && node->kind != TK_NODE_SIDES
            && node->kind != TK_NODE_ITEM;
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    gather (looks, child, running);
}

TkHtmlLooks *
tk_html_looks_new (const TkDocument *document)
{
  TkHtmlLooks *looks = g_new0 (TkHtmlLooks, 1);

  looks->document = document;
  looks->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  looks->order = g_ptr_array_new_with_free_func (free_look);
  looks->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  looks->added = g_ptr_array_new_with_free_func (g_free);
  gather (looks, document->root, TRUE);
  if (document->watermark != NULL)
    gather (looks, document->watermark, FALSE);
  for (guint i = 0; i < looks->order->len; i++) {
    const Look *look = looks->order->pdata[i];
    if (looks->body == NULL || look->length > looks->body->length)
      looks->body = look;
  }
  return looks;
}

void
tk_html_looks_free (TkHtmlLooks *looks)
{
  g_hash_table_unref (looks->looks);
  g_ptr_array_unref (looks->order);
  g_hash_table_unref (looks->taken);
  g_ptr_array_unref (looks->added);
  g_free (looks);
}

const TkStyle *
tk_html_looks_body (const TkHtmlLooks *looks)
{
  return looks->body != NULL ? looks->body->style : NULL;
}

gboolean
tk_html_look_same (const TkStyle *one, const TkStyle *other)
{
  g_autofree char *key = print_key (one), *other_key = print_key (other);

  return strcmp (key, other_key) == 0;
}

const char *
tk_html_look_class (const TkHtmlLooks *looks, const TkStyle *style)
{
  return find_look (looks, style)->class;
}

const TkStyle *
tk_html_look_first (const TkHtmlLooks *looks, const TkStyle *style)
{
  return find_look (looks, style)->style;
}

const char *
tk_html_look_add (TkHtmlLooks *looks, const char *kind, const char *rules)
{
  for (guint i = 0; i < looks->added->len; i += 2)
    if (strcmp (looks->added->pdata[i], rules) == 0)
      return looks->added->pdata[i + 1];
  g_autofree char *numbered = g_strconcat (kind, "-1", NULL);
  const gboolean taken = g_hash_table_contains (looks->taken, numbered);
  char *class = taken ? class_new (looks->taken, "", kind) : g_strdup (numbered);
  if (!taken) {
    g_hash_table_add (looks->taken, g_strdup (numbered));
    g_hash_table_add (looks->taken, g_strdup (kind)); /* the next one is kind-2 */
  }
  g_ptr_array_add (looks->added, g_strdup (rules));
  g_ptr_array_add (looks->added, class);
  return class;
}

/* ---- the sheet ---- */

/* What holds whatever the layout says. Two columns become one on a phone, and text is justified where lines
 * are long. */
static const char always[] =
    ":root{color-scheme:light;--justify:left}\n"
    "html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 3rem;background:#fff;color:#000;"
    "line-height:1.5;overflow-wrap:break-word}\n"
    "h1,h2,h3,h4,h5,h6,p,figure,blockquote{margin:0}\n"
    "h1,h2,h3,h4,h5,h6{font-size:1rem;line-height:1.35}\n"
    "h1 span{display:block;text-wrap:balance}\n"
    "a{color:#0b4f9c}\n"
    "sup,sub{line-height:0}\n"
    "ul,ol{margin:0 0 .4rem;padding-left:1.6em}\n"
    "li{text-indent:0}\n"
    "ul.dash{list-style-type:\"-\\2002\"}\n"
    "ul.plus{list-style-type:\"+\\2002\"}\n"
    ".labelled,.none,nav ul{list-style:none}\n"
    ".labelled>li>.label{float:left;margin-left:-1.6em}\n"
    "img{max-width:100%;height:auto;vertical-align:bottom}\n"
    "main>.keep{margin-top:1rem}\n"
    "hr{border:0;border-top:1px solid;margin:1rem auto;width:33%}\n"
    ".sides{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}\n"
    ".sides.fit-left{grid-template-columns:auto 1fr}\n"
    ".sides.fit-right{grid-template-columns:1fr auto}\n"
    ".sides.fit-both{grid-template-columns:auto auto;justify-content:space-between}\n"
    ".scroll{overflow-x:auto;margin:.6rem 0 1rem}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "caption{margin:0 0 .3rem}\n"
    "th,td{padding:.25em .45em;border:1px solid "
    "#444;vertical-align:top;font-weight:inherit;text-align:inherit;"
    "text-indent:0}\n"
    "thead th{vertical-align:middle}\n"
    ".rows :is(th,td){border-left:0;border-right:0}\n"
    ".head :is(th,td){border:0}\n"
    ".head{border-bottom:1px solid #444}\n"
    ".head thead{border:1px solid #444;border-left:0;border-right:0}\n"
    ".bare :is(th,td){border:0}\n"
    "figure{margin:1rem auto;text-align:center}\n"
    /* a caption is as wide as its picture, and begins with it */
    "figure:not(.chart,.beside,.to-left,.to-right,.behind){width:fit-content;max-width:100%}\n"
    "figure:not(.chart,.beside,.to-left,.to-right,.behind)>figcaption{width:0;min-width:100%}\n"
    "figcaption{margin-top:.35rem;text-wrap:balance}\n"
    /* as many columns as on paper, where each has room enough; a hair less than their share, as it is rounded
     */
    ".album{--columns:2;display:grid;gap:1rem;margin:1rem 0;grid-template-columns:repeat(auto-fill,minmax("
    "max(min(100%,11rem),(100% - (var(--columns) - 1)*1rem)/var(--columns) - .1px),1fr))}\n"
    ".album figure{margin:0}\n"
    ".album img{width:100%}\n"
    ".bar{background:linear-gradient(to right,#cfe0f2 var(--part),transparent 0)}\n"
    "aside,blockquote,.stamp{display:flow-root;margin:1rem 0;padding:.6rem 1rem}\n"
    ".stamp{margin:.5rem auto;padding:.1rem .6rem;width:fit-content}\n"
    ".columns{columns:20rem;column-gap:2rem}\n"
    ".across{column-span:all}\n"
    ".spaced,.new-page{margin-top:3rem!important}\n"
    "header{margin-bottom:1.25rem}\n"
    "p.watermark{width:fit-content;margin:0 0 .75rem auto;padding:0 .5rem;border:1px solid;text-indent:0}\n"
    "nav{margin:1.5rem 0}\n"
    "nav ul{padding-left:1.2em}\n"
    "nav>ul{padding-left:0}\n"
    ".notes{margin-top:2rem;border-top:1px solid #444;padding-top:.5rem;font-size:.9rem}\n"
    ".ruled{width:fit-content;max-width:100%;margin-left:auto!important;margin-right:auto!important}\n"
    ".ruled::after{content:\"\";display:block;width:var(--rule,100%);max-width:100%;margin:.25rem auto "
    "0;border-top:1px "
    "solid}\n"
    ".regular{font-weight:400}\n.upright{font-style:normal}\n.plain{text-decoration:none}\n";

/* Behind the styles: what a place asks of the style that it has. */
static const char modifiers[] =
    "p.inside{margin-left:0;text-indent:0}\n"
    ".left{text-align:left}\n.centre{text-align:center}\n.right{text-align:right}\n"
    ".justify{text-align:var(--justify)}\n"
    ".fit{white-space:nowrap}\n"
    ".num{text-align:right;font-variant-numeric:tabular-nums}\n"
    ":is(li,th,td)>:first-child{margin-top:0}\n"
    ":is(li,th,td)>:last-child{margin-bottom:0}\n"
    "@media (min-width:40rem){:root{--justify:justify}\n"
    "figure.to-left{float:left;margin:.3rem 1.25rem .6rem 0}\n"
    "figure.to-right{float:right;margin:.3rem 0 .6rem 1.25rem}\n"
    ":is(.to-left,.to-right){max-width:42%}\n"
    ".covered{position:relative;isolation:isolate;display:flex;flex-direction:column;min-height:min(66rem,"
    "140vw)}\n"
    ".covered>.behind{position:absolute;inset:0;z-index:-1;margin:0}\n"
    ".covered>.behind img{width:100%;height:100%;object-fit:cover}\n"
    ".covered>.stretched{margin-top:auto!important}\n"
    ":is(.to-left,.to-right) img{max-width:min(100%,18rem)}\n"
    "figure.beside{display:flex;gap:1rem;align-items:end;justify-content:center}\n"
    "figure.beside-left{flex-direction:row-reverse}}\n"
    "@media screen and (max-width:39.99rem){html{font-size:100%}\n"
    ".sides{display:block}\n.sides>div:empty{display:none}\n.sides>div{margin-bottom:.8rem}\n"
    "h2,h3,h4,h5,h6{text-indent:0!important}}\n"
    "@media print{:root{--justify:justify}\nbody{max-width:none;padding:0;line-height:1.3}\n"
    "a{color:inherit;text-decoration:none}\n.scroll{overflow:visible}\n.notes "
    "a[role=doc-backlink]{display:none}\n"
    "h1,h2,h3,h4,h5,h6,caption{break-after:avoid}\nfigure,tr,.keep,.stamp{break-inside:avoid}\n"
    ".new-page{break-before:page}\n}\n";

static void
append_thousandths (GString *to, gint64 n)
{
  const gint64 size = ABS (n);

  g_string_append (to, n < 0 ? "-" : "");
  g_string_append_printf (to, "%" G_GINT64_FORMAT, size / 1000);
  if (size % 1000 == 0)
    return;
  g_string_append_printf (to, ".%03d", (int) (size % 1000));
  while (to->str[to->len - 1] == '0')
    g_string_truncate (to, to->len - 1);
}

void
tk_html_look_append_length (const TkHtmlLooks *looks, GString *to, TkUnit length)
{
  const gint64 size = looks->body != NULL ? MAX (looks->body->style->size, 1) : TK_PT (12);

  append_thousandths (to, ((gint64) length * 1000 + (length < 0 ? -size : size) / 2) / size);
  g_string_append (to, length != 0 ? "rem" : "");
}

static void
append_property (const TkHtmlLooks *looks, GString *to, const char *name, TkUnit length)
{
  g_string_append_printf (to, "%s:", name);
  tk_html_look_append_length (looks, to, length);
  g_string_append_c (to, ';');
}

/* The faces that other machines have in place of ours: those of the same widths first. */
static void
append_family (GString *to, const char *family)
{
  static const struct {
    const char *family, *others;
  } known[] = {
      {"Tinos", "\"Times New Roman\",\"Liberation Serif\",serif"},
      {"Arimo", "Arial,\"Liberation Sans\",sans-serif"},
      {"Cousine", "\"Courier New\",\"Liberation Mono\",monospace"},
  };
  const char *others = strstr (family, "Sans") != NULL   ? "sans-serif"
                       : strstr (family, "Mono") != NULL ? "monospace"
                                                         : "serif";

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (family, known[i].family) == 0)
      others = known[i].others;
  g_string_append (to, "font-family:\"");
  for (const char *at = family; *at != '\0'; at++)
    if (strchr ("\"\\<>{};&\n", *at) == NULL)
      g_string_append_c (to, *at);
  g_string_append_printf (to, "\",%s;", others);
}

/* All that is inherited: a class says the same wherever it stands. */
static void
append_type (const TkHtmlLooks *looks, GString *to, const TkStyle *style)
{
  static const char *const aligns[] = {"left", "center", "right", "var(--justify)"};

  if (style == looks->body->style || strcmp (style->family, looks->body->style->family) != 0)
    append_family (to, style->family);
  append_property (looks, to, "font-size", style->size);
  g_string_append (to, style->size > looks->body->style->size * 3 / 2 ? "line-height:1.2;" : "");
  g_string_append_printf (to, "font-weight:%s;font-style:%s;", style->bold ? "700" : "400",
                          style->italic ? "italic" : "normal");
  g_string_append_printf (to, "text-align:%s;", aligns[style->align]);
  g_string_append (to, style->align == TK_ALIGN_CENTRE ? "text-wrap:balance;" : "");
  g_string_append (to, style->underline ? "text-decoration:underline;" : "");
  g_string_append (to, style->small_capitals ? "font-variant-caps:small-caps;" : "");
  if (style->colour != 0 || looks->body->style->colour != 0)
    g_string_append_printf (to, "color:#%06x;", style->colour);
}

static void
append_figures (GString *to, const TkStyle *style)
{
  static const struct {
    const char *word, *value;
  } known[] = {{"tabular", "tabular-nums"},
               {"proportional", "proportional-nums"},
               {"lining", "lining-nums"},
               {"old-style", "oldstyle-nums"}};
  g_autoptr (GString) values = g_string_new (NULL);

  for (gsize i = 0; style->figures != NULL && i < G_N_ELEMENTS (known); i++)
    if (strstr (style->figures, known[i].word) != NULL)
      g_string_append_printf (values, " %s", known[i].value);
  if (values->len > 0)
    g_string_append_printf (to, "font-variant-numeric:%s;", values->str + 1);
}

/* An indent is a smaller part of a phone than of a sheet of paper. */
static void
append_indent (const TkHtmlLooks *looks, GString *to, const char *name, TkUnit length)
{
  if (length <= 0) {
    append_property (looks, to, name, length);
    return;
  }
  g_string_append_printf (to, "%s:min(", name);
  tk_html_look_append_length (looks, to, length);
  g_string_append (to, ",6vw);");
}

static void
append_place (const TkHtmlLooks *looks, GString *to, const TkStyle *style)
{
  append_property (looks, to, "margin-top", style->space_before);
  append_indent (looks, to, "margin-right", style->right_indent);
  append_property (looks, to, "margin-bottom", style->space_after);
  append_indent (looks, to, "margin-left", style->left_indent);
  append_indent (looks, to, "text-indent", style->first_indent);
}

static void
append_look (const TkHtmlLooks *looks, GString *to, const Look *look)
{
  const TkStyle *style = look->style;

  g_string_append_printf (to, "%s.%s{", look == looks->body ? "body,p," : "", look->class);
  append_type (looks, to, style);
  append_figures (to, style);
  g_string_append_printf (to, "}\n%s:is(p,h1,h2,h3,h4,h5,h6,span,aside,blockquote).%s{",
                          look == looks->body ? "p," : "", look->class);
  append_place (looks, to, style);
  g_string_append (to, "}\n");
  if (style->drop_capital >= 2) {
    g_string_append_printf (
        to, "p.%s::first-letter{float:left;line-height:.8;padding:.08em .08em 0 0;font-size:", look->class);
    append_thousandths (to, style->drop_capital * 1450);
    g_string_append (to, "em}\n");
  }
}

static void
append_added (const TkHtmlLooks *looks, GString *to)
{
  for (guint i = 0; i < looks->added->len; i += 2) {
    g_auto (GStrv) parts = g_strsplit (looks->added->pdata[i], "&", -1);
    g_autofree char *selector = g_strconcat (".", looks->added->pdata[i + 1], NULL);
    g_autofree char *rules = g_strjoinv (selector, parts);
    g_string_append_printf (to, "%s\n", rules);
  }
}

/* In tenths of a millimetre, as layouts and printers have it. */
static void
append_page (const TkHtmlLooks *looks, GString *to)
{
  const TkMaster *master = looks->document->master;
  const TkUnit lengths[] = {master->width, master->height, master->top,
                            master->right, master->bottom, master->left};

  g_string_append (to, "@page{size:");
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_string_append (to, i == 2 ? ";margin:" : i > 0 ? " " : "");
    append_thousandths (to, ((gint64) lengths[i] * 254 + 36 * 1024) / (72 * 1024) * 100);
    g_string_append (to, "mm");
  }
  g_string_append (to, "}\n@media print{html{font-size:");
  append_thousandths (to, (gint64) looks->body->style->size * 1000 / 1024);
  g_string_append (to, "pt}}\n");
}

char *
tk_html_looks_print (const TkHtmlLooks *looks)
{
  g_autoptr (GString) to = g_string_new ("\n");

  g_string_append (to, always);
  if (looks->body != NULL) {
    append_look (looks, to, looks->body);
    for (guint i = 0; i < looks->order->len; i++)
      if (looks->order->pdata[i] != looks->body)
        append_look (looks, to, looks->order->pdata[i]);
    append_page (looks, to);
  }
  append_added (looks, to);
  g_string_append (to, modifiers);
  return g_string_free (g_steal_pointer (&to), FALSE);
}
