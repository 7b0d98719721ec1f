/* Comes in: a table of contents, or an index. Goes out: its lines with the numbers of pages as fields; a
 * table of contents is a field itself, so that Word can make it anew (17.16.5.68). */
#include <string.h>

#include "word_maker.h"
#include "word_width.h"

enum { LEVELS = 9 };

/* The widest number of each level: titles of a level begin below each other. */
static void
measure_labels (const TkNode *contents, TkUnit widest[LEVELS + 1])
{
  for (const TkNode *entry = contents->first; entry != NULL; entry = entry->next) {
    if (entry->kind != TK_NODE_ENTRY || entry->label == NULL)
      continue;
    TkUnit *of_level = &widest[CLAMP (entry->level, 0, LEVELS)];
    *of_level = MAX (*of_level, tk_word_measure_text (entry->label, entry->style)
                                    + tk_word_measure_text (" ", entry->style));
  }
}

static const TkNode *
find_target (const TkNode *entry)
{
  const guint pages = tk_node_count_pages (entry);

  if (pages > 0)
    return entry->runs[entry->n_runs - 1].reference->target;
  return entry->n_runs > 0 && entry->runs[0].reference != NULL ? entry->runs[0].reference->target : NULL;
}

/* What makes the lines anew: headings down to a level, or captions with one word; NULL: an index, what a
 * section holds, and captions without numbers, stay as they are. */
static char *
find_code (const TkWord *word, const TkNode *contents, const TkNode *first)
{
  const TkNode *target = find_target (first);
  int depth = 1;

  if (target == NULL || target->kind == TK_NODE_PLACE || contents->level > 0)
    return NULL;
  if (target->kind == TK_NODE_HEADING) {
    for (const TkNode *entry = contents->first; entry != NULL; entry = entry->next)
      if (entry->kind == TK_NODE_ENTRY)
        depth = MAX (depth, entry->level);
    return g_strdup_printf (" TOC \\o \"1-%d\" \\h \\z \\u ", MIN (depth, LEVELS));
  }
  const TkNode *of = target->kind == TK_NODE_FIGURE ? target : g_hash_table_lookup (word->headers, target);
  const char *number = of != NULL && of->anchor != NULL ? of->anchor->number : NULL;
  const char *blank = number != NULL ? strrchr (number, ' ') : NULL;
  if (blank == NULL)
    return NULL;
  g_autofree char *series = g_strdelimit (g_strndup (number, (gsize) (blank - number)), " ", '_');
  return g_strdup_printf (" TOC \\h \\z \\c \"%s\" ", series);
}

/* Each page once, in the order of the paper. */
static void
put_pages (TkWord *word, const TkNode *entry, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = entry->n_runs - n; i < entry->n_runs; i++) {
    gpointer folio = word->folios != NULL
                         ? g_hash_table_lookup (word->folios, entry->runs[i].reference->target)
                         : NULL;
    if (folio != NULL && !g_hash_table_add (seen, folio))
      continue;
    if (i > entry->n_runs - n)
      tk_word_put_letters (word, ", ");
    tk_word_put_runs (word, entry, &entry->runs[i], 1);
  }
}

static void
put_entry (TkWord *word, const TkNode *entry, TkUnit label, const char *code, gboolean last)
{
  const guint pages = tk_node_count_pages (entry);
  TkWordParagraph look = {.label = label, .leads = TRUE};

  look.edge = pages > 0 ? word->width - entry->style->right_indent : 0;
  tk_word_begin_paragraph (word, TK_WORD_ENTRY, entry->style, entry->level, &look);
  if (code != NULL)
    tk_word_begin_field (word, code);
  if (entry->label != NULL)
    tk_word_put_letters (word, entry->label);
  if (label > 0 && entry->label != NULL)
    tk_word_put_tab (word);
  tk_word_put_runs (word, entry, entry->runs, entry->n_runs - pages);
  if (pages > 0) {
    tk_word_put_tab (word);
    put_pages (word, entry, pages);
  }
  if (last)
    tk_word_end_field (word);
  tk_word_end (word->xml);
}

void
tk_word_put_contents (TkWord *word, const TkNode *contents)
{
  TkUnit widest[LEVELS + 1] = {0};
  g_autofree char *code = NULL;
  gboolean begun = FALSE;

  measure_labels (contents, widest);
  for (const TkNode *child = contents->first; child != NULL; child = child->next) {
    if (child->kind != TK_NODE_ENTRY) {
      tk_word_put_text (word, child);
      continue;
    }
    if (!begun)
      code = find_code (word, contents, child);
    put_entry (word, child, child->label != NULL ? widest[CLAMP (child->level, 0, LEVELS)] : 0,
               begun ? NULL : code, code != NULL && child->next == NULL);
    begun = TRUE;
  }
}
