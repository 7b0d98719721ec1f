/* Comes in: a template and an open database. Goes out: the document. First every
 * name is looked up, then the rows are read and the tree is built. */
#include "content.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "maker.h"

static gboolean
set_date (TkMaker *maker, const TkBlock *paper, GError **error)
{
  const char *text = tk_content_plain (maker, &paper->date);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  maker->document->date = maker->options->date;
  if (text == NULL)
    return TRUE;
  g_autofree char *midnight = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = strlen (text) == 10 ? g_date_time_new_from_iso8601 (midnight, utc) : NULL;
  if (date == NULL) {
    TkOrigin origin = tk_content_trace (maker, &paper->date.phrases[0]);
    g_autofree char *place = tk_origin_print (origin);
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: \"%s\" is not the date of a day; write it as 2022-08-26"), place, text);
    return FALSE;
  }
  maker->document->date = g_date_time_to_unix (date);
  maker->document->dated = TRUE;
  return TRUE;
}

static gboolean
set_metadata (TkMaker *maker, const TkBlock *paper, GError **error)
{
  TkDocument *document = maker->document;

  document->master = maker->template->master;
  document->form = maker->template->form;
  document->spots = maker->template->spots;
  document->n_spots = maker->template->n_spots;
  document->language = maker->template->language;
  document->title = tk_content_plain (maker, &paper->title);
  if (document->title == NULL)
    document->title = maker->template->title;
  document->author = tk_content_plain (maker, &paper->author);
  document->subject = tk_content_plain (maker, &paper->subject);
  tk_content_set_furniture (maker);
  return set_date (maker, paper, error);
}

static void
keep_settings (TkMaker *maker)
{
  const guint n = maker->template->n_parameters;
  TkSetting *settings = tk_arena_array (maker->arena, TkSetting, n + 1);

  for (guint i = 0; i < n; i++)
    settings[i] = (TkSetting){tk_arena_text (maker->arena, maker->template->parameters[i].name),
                              maker->values[i].text};
  maker->document->settings = settings;
  maker->document->n_settings = n;
}

static gboolean
build_paper (TkMaker *maker, GError **error)
{
  const TkBlock *paper = maker->template->paper;

  for (const TkBlock *child = paper->first; child != NULL; child = child->next) {
    if (!tk_content_build (maker, child, maker->document->root, error))
      return FALSE;
  }
  tk_content_number_notes (maker);
  if (!tk_content_resolve (maker, error))
    return FALSE;
  tk_content_fill_contents (maker);
  tk_content_fill_index (maker);
  tk_content_list_targets (maker);
  tk_document_rank (maker->document);
  tk_content_set_feeds (maker); /* what was taken back has no rank */
  return tk_content_recolour (maker, error);
}

static gboolean
choose_template (TkMaker *maker, GError **error)
{
  const TkTemplate *template = tk_content_choose_variant (maker, error);

  if (template == NULL)
    return FALSE;
  maker->template = template;
  maker->slots = tk_arena_array (maker->arena, TkSlot, template->n_slots + 1);
  maker->uses = tk_arena_array (maker->arena, TkUse, template->n_uses + 1);
  maker->queries = tk_arena_array (maker->arena, TkQuery *, template->n_queries + 1);
  return TRUE;
}

static gboolean
build_document (TkMaker *maker, GError **error)
{
  if (!tk_content_set_parameters (maker, error) || !choose_template (maker, error)
      || !tk_content_find_names (maker, error))
    return FALSE;
  const TkBlock *paper = maker->template->paper;
  keep_settings (maker);
  if (paper->rows == TK_ROWS_NONE)
    return set_metadata (maker, paper, error) && build_paper (maker, error);
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, paper, error);
  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0 && !tk_content_check_choice (maker, error))
    return FALSE;
  if (rows->n_rows == 0 && maker->template->needs != NULL) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the records lack what %s is made of: %s; record it, or choose other values with --set "
           "(“tongket list” shows which)"),
        tk_data_path (maker->database), maker->template->name, maker->template->needs);
    return FALSE;
  }
  if (rows->n_rows == 0) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the records hold nothing to make this paper of: query \"%s\" of %s yields no row; "
           "record what it asks for, or choose other values with --set (“tongket list” shows which)"),
        tk_data_path (maker->database), maker->template->queries[paper->query].name, maker->template->name);
    return FALSE;
  }
  tk_content_push (maker, rows);
  gboolean built = set_metadata (maker, paper, error) && build_paper (maker, error);
  tk_content_pop (maker);
  return built;
}

static void
release (TkMaker *maker)
{
  for (guint i = 0; maker->queries != NULL && i < maker->template->n_queries; i++)
    tk_data_query_free (maker->queries[i]);
  g_array_unref (maker->runs);
  g_hash_table_unref (maker->derived);
  g_hash_table_unref (maker->counted);
  g_ptr_array_unref (maker->contents);
  g_ptr_array_unref (maker->indexed);
  g_clear_pointer (&maker->feeds, g_ptr_array_unref);
  g_clear_pointer (&maker->offers, g_hash_table_unref);
}

gboolean
tk_content_compose (const TkTemplate *template, TkDatabase *database, const TkContentOptions *options,
                    TkNotes *notes, TkDocument *document, GError **error)
{
  g_autofree TkMaker *maker = g_new0 (TkMaker, 1);

  maker->template = template;
  maker->database = database;
  maker->options = options;
  maker->notes = notes;
  maker->document = document;
  maker->arena = document->arena;
  maker->runs = g_array_new (FALSE, TRUE, sizeof (TkRun));
  maker->derived = g_hash_table_new (NULL, NULL);
  maker->counted = g_hash_table_new (g_str_hash, g_str_equal);
  maker->contents = g_ptr_array_new ();
  maker->indexed = g_ptr_array_new ();
  maker->feeds = options->feeds ? g_ptr_array_new () : NULL;
  gboolean built = build_document (maker, error);
  release (maker);
  return built;
}

TkDocument *
tk_content_new (const TkTemplate *template, TkDatabase *database, const TkContentOptions *options,
                TkNotes *notes, GError **error)
{
  g_autoptr (TkDocument) document = g_new0 (TkDocument, 1);

  document->arena = tk_arena_new ();
  document->root = tk_node_add (document->arena, NULL, TK_NODE_DOCUMENT, NULL);
  if (!tk_content_compose (template, database, options, notes, document, error))
    return NULL;
  return g_steal_pointer (&document);
}
