/* Comes in: two records. Goes out: whether the paper of one has the number of the other's. Must not know
 * which of them was first. */
#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "record.h"

/* "05/BC-LHTV" and "5/BC-LHTV": numbers below 10 have a 0 before them (Nghị định 30/2020/NĐ-CP, phụ lục I) */
char *
tk_record_fold_number_new (const char *number)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  if (number == NULL)
    return NULL;
  tk_fold_append_toned (folded, number);
  g_string_replace (folded, " ", "", 0);
  return g_strdup (folded->str + strspn (folded->str, "0"));
}

static gboolean
is_same_name (const char *one, const char *other)
{
  g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);

  tk_fold_append_toned (first, one != NULL ? one : "");
  tk_fold_append_toned (second, other != NULL ? other : "");
  return g_string_equal (first, second);
}

static gboolean
is_same_body (const TkRecord *one, const TkRecord *other)
{
  return one->body != NULL && other->body != NULL ? strcmp (one->body, other->body) == 0
                                                  : is_same_name (one->publisher, other->publisher);
}

/* Dates begin with it. */
static int
find_year (const TkRecord *record)
{
  return record->date != NULL ? atoi (record->date) : record->year;
}

gboolean
tk_record_shares_number (const TkRecord *one, const TkRecord *other)
{
  g_autofree char *first = tk_record_fold_number_new (one->number);
  g_autofree char *second = tk_record_fold_number_new (other->number);

  return first != NULL && g_strcmp0 (first, second) == 0 && is_same_body (one, other)
         && find_year (one) == find_year (other);
}
