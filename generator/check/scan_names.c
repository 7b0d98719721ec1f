/* Names that are nearly the same. To compare each with each would take the square of their number; instead
 * every name is filed under its bare letters and under these with one letter left out: whatever is at most
 * one letter apart shares a drawer, and only those in one drawer are compared. */
#include <string.h>

#include "fold.h"
#include "likeness.h"
#include "rule.h"

/* Longer names are filed whole: they are told apart by more than a letter. */
enum { LETTERS = 200 };

/* Fewest syllables of a name that is looked for in texts, and most. */
enum { FEWEST = 3, MOST = 8 };

typedef struct {
  gint64 id;
  gint64 place; /* of an organisation; 0: not known */
  const char *code, *name;
} Named;

typedef struct {
  GHashTable *drawers; /* key: GArray of indexes */
  GArray *named;       /* Named; texts borrowed from rows */
} File;

static void
file_clear (File *file)
{
  g_hash_table_unref (file->drawers);
  g_array_unref (file->named);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

/* Bare letters without spaces. */
static char *
key_new (const char *name)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  gsize n = 0;

  tk_fold_append (folded, name);
  for (gsize i = 0; i < folded->len; i++)
    if (folded->str[i] != ' ')
      folded->str[n++] = folded->str[i];
  g_string_truncate (folded, n);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* @key, and @key without each of its letters; @n of them. */
static char **
drawers_new (const char *name)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autofree char *key = key_new (name);
  gsize length = strlen (key);

  g_strv_builder_add (keys, key);
  if (length > LETTERS)
    return g_strv_builder_end (keys);
  for (const char *at = key; *at != '\0'; at = g_utf8_next_char (at)) {
    g_autofree char *shorter = g_strdup_printf ("%.*s%s", (int) (at - key), key, g_utf8_next_char (at));
    g_strv_builder_add (keys, shorter);
  }
  return g_strv_builder_end (keys);
}

static void
file_away (File *file, const TkRows *rows)
{
  file->drawers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  file->named = g_array_new (FALSE, FALSE, sizeof (Named));
  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    const Named named = {cells[0].integer, cells[3].integer, cells[1].text, cells[2].text};
    g_auto (GStrv) keys = drawers_new (named.name);
    g_array_append_val (file->named, named);
    for (char **key = keys; *key != NULL; key++) {
      GArray *drawer = g_hash_table_lookup (file->drawers, *key);
      if (drawer == NULL) {
        drawer = g_array_new (FALSE, FALSE, sizeof (guint));
        g_hash_table_insert (file->drawers, g_strdup (*key), drawer);
      }
      if (drawer->len == 0 || g_array_index (drawer, guint, drawer->len - 1) != i)
        g_array_append_val (drawer, i);
    }
  }
}

/* 0: equal as fold_tone() has it, 1: near, 2: neither. */
static int
compare (const char *a, const char *b)
{
  if (strlen (a) > TK_LIKENESS_BYTES || strlen (b) > TK_LIKENESS_BYTES)
    return strcmp (a, b) == 0 ? 0 : 2;
  int distance = tk_likeness_distance (a, b);
  return distance == 0 ? 0 : distance <= TK_LIKENESS_LETTER ? 1 : 2;
}

/* Chi hội số 1 is not Chi hội số 2 written otherwise. */
static gboolean
has_other_digits (const char *a, const char *b)
{
  for (;; a++, b++) {
    a += strcspn (a, "0123456789");
    b += strcspn (b, "0123456789");
    if (*a != *b || *a == '\0')
      return *a != *b;
  }
}

/* In two places there may be two of nearly one name. */
static gboolean
is_pair (const Named *a, const Named *b, gboolean equal)
{
  gboolean apart = (a->place != 0 && b->place != 0 && a->place != b->place)
                   || has_other_digits (a->name, b->name);

  return equal ? compare (a->name, b->name) == 0 : !apart && compare (a->name, b->name) == 1;
}

/* The names that pair with that at @at and stand before it: so each pair is found once. Equal ones, of which
 * one is enough, for a warning; near ones for a remark. */
static void
find_partners (const TkCheck *check, const TkRule *rule, const File *file, guint at)
{
  const gboolean equal = rule->level == TK_FINDING_WARNING;
  const Named *named = &g_array_index (file->named, Named, at);
  g_auto (GStrv) keys = drawers_new (named->name);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (char **key = keys; *key != NULL; key++) {
    const GArray *drawer = g_hash_table_lookup (file->drawers, *key);
    for (guint i = 0; drawer != NULL && i < drawer->len; i++) {
      guint index = g_array_index (drawer, guint, i);
      const Named *other = &g_array_index (file->named, Named, index);
      if (index >= at || !g_hash_table_add (seen, GUINT_TO_POINTER (index + 1))
          || !is_pair (named, other, equal))
        continue;
      tk_rule_find (check, rule, NULL, named->id, NULL, "name", named->name, "other", other->name,
                    "other_code", other->code, NULL);
      if (equal)
        return;
    }
  }
}

static gboolean
scan (const TkCheck *check, const TkRule *rule, const char *sql, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (check, rule, sql, error);

  if (rows == NULL)
    return FALSE;
  g_auto (File) file = {NULL};
  file_away (&file, rows);
  for (guint i = 0; i < file.named->len; i++)
    find_partners (check, rule, &file, i);
  return TRUE;
}

gboolean
tk_scan_people (const TkCheck *check, const TkRule *rule, GError **error)
{
  return scan (check, rule, "SELECT id, code, name, 0 FROM person ORDER BY id", error);
}

gboolean
tk_scan_orgs (const TkCheck *check, const TkRule *rule, GError **error)
{
  return scan (check, rule, "SELECT id, code, name, coalesce (place, 0) FROM org ORDER BY id", error);
}

/* Names in texts. */

typedef struct {
  const char *from, *to;
} Word;

/* Words that begin with a capital and stand beside each other; gives how many, at most MOST of them, from
 * @at. */
static guint
read_capitals (const char *at, Word *words)
{
  guint n = 0;

  while (n < MOST && g_unichar_isupper (g_utf8_get_char (at))) {
    words[n].from = at;
    while (g_unichar_isalpha (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    words[n++].to = at;
    if (*at != ' ')
      break;
    at++;
  }
  return n;
}

/* Judges a row of words that might be a name. @accepted: all spellings, toned and folded. */
static gboolean
judge (const TkCheck *check, const TkRule *rule, const File *file, GHashTable *accepted,
       const TkCheckText *text, const char *printed)
{
  g_autoptr (GString) toned = g_string_new (NULL);
  g_auto (GStrv) keys = drawers_new (printed);

  tk_fold_append_toned (toned, printed);
  if (g_hash_table_contains (accepted, toned->str))
    return FALSE;
  for (char **key = keys; *key != NULL; key++) {
    const GArray *drawer = g_hash_table_lookup (file->drawers, *key);
    for (guint i = 0; drawer != NULL && i < drawer->len; i++) {
      const Named *named = &g_array_index (file->named, Named, g_array_index (drawer, guint, i));
      if (compare (printed, named->name) != 1)
        continue;
      tk_rule_find (check, rule, text->table, text->row, text->column, "printed", printed, "name",
                    named->name, "code", named->code, NULL);
      return TRUE;
    }
  }
  return FALSE;
}

static void
scan_text (const TkCheck *check, const TkRule *rule, const File *file, GHashTable *accepted,
           const TkCheckText *text)
{
  gboolean inside = FALSE; /* a word */

  for (const char *at = text->text; *at != '\0'; at = g_utf8_next_char (at)) {
    Word words[MOST];
    gboolean letter = g_unichar_isalpha (g_utf8_get_char (at));
    guint n = inside || !letter ? 0 : read_capitals (at, words);
    inside = letter;
    for (guint i = FEWEST; i <= n; i++) {
      g_autofree char *printed = g_strndup (at, (gsize) (words[i - 1].to - at));
      if (judge (check, rule, file, accepted, text, printed))
        break;
    }
  }
}

gboolean
tk_scan_names (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autoptr (TkRows)
      rows = tk_rule_rows_new (check, rule, "SELECT id, code, name, 0 FROM person ORDER BY id", error);
  g_autoptr (TkRows)
      spellings = rows == NULL
                      ? NULL
                      : tk_rule_rows_new (
                          check, rule,
                          "SELECT fold_tone (name) FROM person UNION SELECT fold_tone (text) FROM "
                          "person_name WHERE kind <> 'IN_SAI' "
                          "UNION SELECT fold_tone (name) FROM org UNION SELECT fold_tone (name) FROM place",
                          error);
  g_autoptr (GHashTable) accepted = g_hash_table_new (g_str_hash, g_str_equal);

  if (spellings == NULL)
    return FALSE;
  for (guint i = 0; i < spellings->n_rows; i++)
    g_hash_table_add (accepted, (gpointer) spellings->cells[i].text);
  g_auto (File) file = {NULL};
  file_away (&file, rows);
  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    gboolean own = strcmp (text->table, "person") == 0 || strcmp (text->column, "name_printed") == 0;
    if (!text->spelling && !own)
      scan_text (check, rule, &file, accepted, text);
  }
  return TRUE;
}
