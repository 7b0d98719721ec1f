/* Comes in: a table of contents, or an index. Goes out: a list of links in a NAV; what the pages of print
 * would say is left out. */
#include <string.h>

#include "html_maker.h"

static gboolean
is_page (const TkRun *run)
{
  return run->reference != NULL && run->reference->kind == TK_REFER_PAGE;
}

/* Words that lead to one place lead there; where a name stands in several, each has a number. */
static void
write_places (TkHtml *html, const TkNode *entry, guint first)
{
  guint n = 0;

  for (guint i = first; i < entry->n_runs; i++) {
    const char *id = is_page (&entry->runs[i])
                         ? tk_html_anchor_find (html->anchors, entry->runs[i].reference->target)
                         : NULL;
    if (id == NULL)
      continue;
    g_autofree char *text = g_strdup_printf ("%u", ++n);
    tk_html_text (html, n == 1 ? ": " : ", ");
    tk_html_begin_link (html, id);
    tk_html_text (html, text);
    tk_html_end (html);
  }
}

/* The number is a part of the link. */
static void
write_numbered (TkHtml *html, const TkNode *entry, guint n)
{
  g_autofree char *label = g_strconcat (entry->label, " ", NULL);
  g_autofree TkRun *runs = g_new (TkRun, n + 1);
  TkNode whole = *entry;

  memcpy (runs + 1, entry->runs, n * sizeof *runs);
  runs[0] = (TkRun){.text = label, .flags = runs[1].flags, .reference = runs[1].reference};
  whole.runs = runs;
  whole.n_runs = n + 1;
  tk_html_write_some_runs (html, &whole, 0, n + 1);
}

static void
write_entry_words (TkHtml *html, const TkNode *entry)
{
  guint n = 0;
  gboolean leads = FALSE;

  while (n < entry->n_runs && !is_page (&entry->runs[n])) {
    leads = leads || entry->runs[n].reference != NULL;
    n++;
  }
  if (entry->label != NULL && n > 0)
    write_numbered (html, entry, n);
  else
    tk_html_write_some_runs (html, entry, 0, n);
  if (!leads)
    write_places (html, entry, n);
}

/* The entries of one level, those below in a list of their own; gives the first that is above. */
static const TkNode *
write_entries (TkHtml *html, const TkNode *entry, int level)
{
  tk_html_begin_block (html, "ul");
  while (entry != NULL && entry->level >= level) {
    tk_html_begin_block (html, "li");
    tk_html_describe (html, entry, NULL, NULL, NULL);
    write_entry_words (html, entry);
    const TkNode *next = entry->next;
    if (next != NULL && next->level > entry->level)
      next = write_entries (html, next, next->level);
    tk_html_end (html);
    entry = next;
  }
  tk_html_end_group (html);
  return entry;
}

/* What the list of contents is of: its title, or that of the section around; or NULL. */
static const TkNode *
find_name (const TkNode *contents)
{
  const TkNode *around = contents;

  if (contents->first->kind != TK_NODE_ENTRY)
    return contents->first;
  if (contents->level == 0)
    return NULL;
  while (around->kind != TK_NODE_SECTION)
    around = around->parent;
  return around->first->kind == TK_NODE_HEADING ? around->first : NULL;
}

void
tk_html_write_contents (TkHtml *html, const TkNode *contents)
{
  const TkNode *entry = contents->first;

  if (entry == NULL)
    return;
  const TkNode *name = find_name (contents);
  tk_html_begin_block (html, "nav");
  tk_html_describe (html, contents, NULL, NULL, NULL);
  if (name != NULL) {
    g_autoptr (GString) title = g_string_new (NULL);
    for (guint i = 0; i < name->n_runs; i++)
      g_string_append (title, (name->runs[i].flags & TK_RUN_BREAK) != 0 ? " " : name->runs[i].text);
    tk_html_attribute (html, "aria-label", title->str);
  }
  if (name == entry) {
    entry = entry->next;
    tk_html_write_blocks (html, name, entry);
  }
  while (entry != NULL)
    entry = write_entries (html, entry, entry->level);
  tk_html_end_group (html);
}
