/* Comes in: the free words of an imprint. Goes out: which of the parts that the law wants they say, and the
 * findings for those that stand nowhere. Knows no page. */
#include "imprint.h"

#include <string.h>

#include "fold.h"
#include "rule.h"

#define TIME "(?:ngày|tuần|tháng|quý|năm)\\b"
#define ISSUES "(?:số|k[ỳì]|lần)\\b"
/* The number of a day, of a month or of an issue counts nothing. */
#define COUNT                                                                                                \
  "\\b(?<!ngày )(?<!tháng )(?<!quý )(?<!năm )(?<!số )(?<!/)"                                           \
  "(?:\\d+|nửa|một|hai|ba|bốn|năm|sáu|mười hai)"

/* In folded words. A name is wanted behind "nhà in", "chịu trách nhiệm xuất bản:", "in … tại"; "in xong và
 * nộp lưu chiểu tại" tells of the deposit. */
static const struct {
  const char *column, *pattern;
} parts[] = {
    {"licence", "\\b(?:giấy phép|gpxb)\\b[^;]*?\\d\\S*"},
    {"printed_at",
     "\\b(?:nhà|xưởng|xí nghiệp|cơ sở|trung tâm|công ty[^.;]*) in:? [\\p{L}\\d][^,.;]*"
     "|\\b(?:nơi in|in):? ?(?:tại|ở|:) ?\\K\\p{L}[^,.;]*"
     "|\\bin\\b(?! xong)(?:(?!lưu chiểu)(?:[^.;]|\\.(?=\\d)))*? (?:tại|ở):? \\K[\\p{L}\\d][^,.;]*"},
    {"copies", "(?<![\\d.,/-])\\d[\\d.]* ?" TK_IMPRINT_UNIT "|\\bsố (?:lượng|bản)[^\\d.;]{0,20}\\d[\\d.]*"
               "|\\b(?:mươi|trăm|nghìn|ngàn) " TK_IMPRINT_UNIT},
    {"periodicity",
     COUNT " " TIME "(?: ra| xuất bản| phát hành)? ?(?:/|một|mỗi|1)? ?" ISSUES "|" COUNT " " ISSUES
           " ?(?:/|một|mỗi|trong|trên)(?: một)? ?" TIME "|\\b(?:mỗi|hằng|hàng) " TIME
           "|\\bkhông định k[ỳì]\\b|\\b(?:tuần|nguyệt|quý|niên) san\\b"
           "|\\b(?:định k[ỳì]|k[ỳì] hạn)(?: xuất bản| phát hành)?: ?[\\p{L}\\d][^,.;]*"},
    {"responsible", "\\bchịu trách nhiệm(?: xuất bản| nội dung)?+:? ?\\K\\p{L}[^,.;]*"},
};

char *
tk_imprint_find_new (const char *imprint, const char *column)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  if (imprint != NULL)
    tk_fold_append_toned (folded, imprint);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GMatchInfo) match = NULL;
    if (strcmp (parts[i].column, column) != 0)
      continue;
    g_autoptr (GRegex) regex = g_regex_new (parts[i].pattern, 0, 0, NULL);
    return g_regex_match (regex, folded->str, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
  }
  g_return_val_if_reached (NULL);
}

gboolean
tk_scan_imprints (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (check, rule, rule->sql, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    g_autofree char *said = tk_imprint_find_new (cells[1].kind == TK_VALUE_TEXT ? cells[1].text : NULL,
                                                 rule->column);
    if (said == NULL)
      tk_rule_find (check, rule, NULL, cells[0].integer, NULL, NULL);
  }
  return TRUE;
}
