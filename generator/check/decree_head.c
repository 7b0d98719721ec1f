/* Comes in: page 1. Goes out: departures of its head: national name and motto, bodies, number, date, kind and
 * subject (phụ lục I, phần I, mục II.1 to II.5). */
#include <glib/gi18n.h>
#include <string.h>

#include "decree.h"

/* What is below each other is in the middle of it to this. */
#define MIDDLE TK_MM (0.8)

static TkUnit
middle_of_page (const TkDecree *decree)
{
  const TkPage *page = &decree->seen->pages->pages[0];

  return (page->master->left + page->width - page->master->right) / 2;
}

static gboolean
matches (const char *text, const char *pattern)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

/* ---- national name and motto: mục II.1 ---- */

static void
check_national (TkDecree *decree)
{
  static const TkDecreeLook look = {
      "decree-national-name", N_ ("the national name"), 12, 13, 1, 0, TRUE, "mục II.1.a"};
  const TkSeenLine *national = decree->national;

  if (national == NULL) {
    tk_decree_depart (decree, 0, look.rule, look.place, g_strdup (_ ("the national name is missing")));
    return;
  }
  tk_decree_look (decree, national, &look);
  g_autofree char *text = g_utf8_strdown (national->text, -1);
  if (matches (text, "^cộng (hòa|hoà) xã hội chủ nghĩa việt nam$"))
    return;
  if (matches (text, "^cộng (hòa|hoà) xã hội( chủ( nghĩa( việt)?)?)?$"))
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("the national name does not stand on one line")));
  else
    tk_decree_depart (
        decree, 0, look.rule, look.place,
        g_strdup_printf (_ ("the national name is “%s”, not “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"),
                         national->text));
}

static void
check_motto (TkDecree *decree)
{
  static const TkDecreeLook look = {"decree-motto", N_ ("the motto"), 13, 14, 1, 0, FALSE, "mục II.1.b"};
  const TkSeenLine *motto = decree->motto;

  if (motto == NULL) {
    tk_decree_depart (decree, 0, look.rule, look.place, g_strdup (_ ("the motto is missing")));
    return;
  }
  tk_decree_look (decree, motto, &look);
  if (strcmp (motto->text, "Độc lập - Tự do - Hạnh phúc") != 0)
    tk_decree_depart (
        decree, 0, look.rule, look.place,
        g_strdup_printf (_ ("the motto is “%s”, not “Độc lập - Tự do - Hạnh phúc”"), motto->text));
  if (decree->national != NULL
      && ABS (tk_decree_middle (motto) - tk_decree_middle (decree->national)) > MIDDLE)
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("the motto is not in the middle below the national name")));
  const TkSeenRule *rule = tk_decree_rule_below (decree, motto, motto->size);
  const TkUnit width = motto->right - motto->left;
  if (rule == NULL) {
    tk_decree_depart (decree, 0, "decree-motto-line", look.place,
                      g_strdup (_ ("the motto has no line below it")));
    return;
  }
  g_autofree char *rule_mm = tk_decree_mm_new (rule->width), *width_mm = tk_decree_mm_new (width);
  if (ABS (rule->width - width) > TK_MM (0.5))
    tk_decree_depart (
        decree, 0, "decree-motto-line", look.place,
        g_strdup_printf (_ ("the line below the motto is %s mm long, the motto %s mm"), rule_mm, width_mm));
}

/* The sizes of national name, motto and date go together: 12, 13, 13 or 13, 14, 14. */
static void
check_sizes (TkDecree *decree)
{
  if (decree->national == NULL)
    return;
  const int national = (decree->national->size + 512) / 1024;
  const int motto = decree->motto != NULL ? (decree->motto->size + 512) / 1024 : national + 1;
  const int date = decree->date != NULL ? (decree->date->size + 512) / 1024 : national + 1;

  if (motto != national + 1 || date != national + 1)
    tk_decree_depart (
        decree, 0, "decree-sizes", "mục II.1",
        g_strdup_printf (_ ("national name, motto and date are set in %d, %d and %d pt, not in 12, 13, 13 or "
                            "13, 14, 14"),
                         national, motto, date));
}

/* ---- bodies: mục II.2 ---- */

static void
check_bodies (TkDecree *decree)
{
  static const TkDecreeLook parent = {"decree-body", N_ ("the superior body"), 12, 13, 0, 0, TRUE,
                                      "mục II.2"};
  static const TkDecreeLook issuing = {"decree-body", N_ ("the issuing body"), 12, 13, 1, 0, TRUE,
                                       "mục II.2"};
  const TkUnit below = decree->number != NULL ? decree->number->baseline
                       : decree->kind != NULL ? decree->kind->baseline
                                              : decree->head_from + TK_MM (20);
  const TkSeenLine *line, *last = NULL;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++) {
    if (line->artifact || line->right >= decree->right_from || line->baseline >= below)
      continue;
    if (last != NULL && last->some_bold) /* behind a bold line all are the body's */
      tk_decree_look (decree, line, &issuing);
    else
      tk_decree_look (decree, line, line->some_bold ? &issuing : &parent);
    last = line;
  }
  if (last == NULL) {
    tk_decree_depart (decree, 0, issuing.rule, issuing.place, g_strdup (_ ("the issuing body is missing")));
    return;
  }
  if (!last->bold)
    tk_decree_depart (decree, 0, issuing.rule, issuing.place,
                      g_strdup_printf (_ ("%s is not bold"), _ (issuing.what)));
  tk_decree_short_rule (decree, last, &issuing);
  decree->issuing = last;
}

/* ---- number and symbol: mục II.3 ---- */

static void
check_number (TkDecree *decree)
{
  static const TkDecreeLook look = {"decree-number", N_ ("the number"), 13, 13, 0, 0, FALSE, "mục II.3"};
  const TkSeenLine *number = decree->number;

  if (number == NULL) {
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("the number is missing, and room for it")));
    return;
  }
  tk_decree_look (decree, number, &look);
  if (decree->issuing != NULL
      && ABS (tk_decree_middle (number) - tk_decree_middle (decree->issuing)) > MIDDLE)
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("the number is not in the middle below the issuing body")));
  if (!g_str_has_prefix (number->text, "Số:"))
    tk_decree_depart (decree, 0, look.rule, look.place, g_strdup (_ ("there is no colon behind “Số”")));
  if (strchr (number->text, '/') == NULL)
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup_printf (_ ("there is no “/” between number and symbol: “%s”"), number->text));
  if (matches (number->text, "^Số:? *[0-9]/"))
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup_printf (_ ("a number below 10 has a zero before it: “%s”"), number->text));
  /* room to write by hand is made of other blanks */
  if (matches (number->text, " [/-]|[/-] "))
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup_printf (_ ("there is a blank beside “/” or “-”: “%s”"), number->text));
  /* CTr and TTr are codes of kinds: phụ lục III, phần I */
  if (matches (number->text, "/[^/]*(?<!CT)(?<!TT)\\p{Ll}"))
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup_printf (_ ("the symbol is not in capitals: “%s”"), number->text));
}

/* ---- place and date: mục II.4 ---- */

static void
check_zeros (TkDecree *decree, const char *text)
{
  static const char rule[] = "decree-date", place[] = "mục II.4";

  if (matches (text, "ngày [1-9] "))
    tk_decree_depart (decree, 0, rule, place,
                      g_strdup_printf (_ ("a day below 10 has a zero before it: “%s”"), text));
  if (matches (text, "tháng [12] ") || matches (text, "tháng 0[3-9]"))
    tk_decree_depart (
        decree, 0, rule, place,
        g_strdup_printf (_ ("months 1 and 2 have a zero before them, others none: “%s”"), text));
  if (!matches (text, "^[^,]+, ngày"))
    tk_decree_depart (decree, 0, rule, place,
                      g_strdup_printf (_ ("the place and a comma stand before the day: “%s”"), text));
}

static void
check_date (TkDecree *decree)
{
  static const TkDecreeLook look = {"decree-date", N_ ("the date"), 13, 14, 0, 1, FALSE, "mục II.4"};
  const TkSeenLine *date = decree->date;

  if (tk_decree_is_minutes (decree)) {
    if (date != NULL)
      tk_decree_depart (decree, 0, look.rule, "phụ lục III, mẫu 1.9",
                        g_strdup (_ ("minutes have no date in their head")));
    return;
  }
  if (date == NULL) {
    tk_decree_depart (decree, 0, look.rule, look.place, g_strdup (_ ("place and date are missing")));
    return;
  }
  tk_decree_look (decree, date, &look);
  check_zeros (decree, date->text);
  if (decree->national != NULL
      && ABS (tk_decree_middle (date) - tk_decree_middle (decree->national)) > MIDDLE)
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("the date is not in the middle below the national name")));
  if (decree->number != NULL && ABS (date->baseline - decree->number->baseline) > TK_PT (0.2))
    tk_decree_depart (decree, 0, look.rule, look.place, g_strdup (_ ("number and date are not on one line")));
}

/* ---- kind and subject: mục II.5 ---- */

/* "V/v …" below the number. */
static const TkSeenLine *
find_subject_of_letter (const TkDecree *decree)
{
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++)
    if (g_str_has_prefix (line->text, "V/v") && line->right < decree->right_from)
      return line;
  return NULL;
}

/* The lines in the middle below the kind, up to the line that closes them, or to "(Kèm theo …)". */
static void
check_subject (TkDecree *decree)
{
  static const TkDecreeLook look = {"decree-subject", N_ ("the subject"), 13, 14, 1, 0, FALSE, "mục II.5"};
  const TkSeenLine *line, *last = decree->kind;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL && line->page == 0; i++) {
    if (line->artifact || line->baseline <= decree->kind->baseline)
      continue;
    const TkSeenRule *rule = last != decree->kind ? tk_decree_rule_below (decree, last, last->size * 3 / 2)
                                                  : NULL;
    if (ABS (tk_decree_middle (line) - middle_of_page (decree)) > TK_MM (2)
        || line->baseline - last->baseline > 2 * line->size || g_str_has_prefix (line->text, "(")
        || (rule != NULL && rule->y < line->baseline))
      break;
    tk_decree_look (decree, line, &look);
    last = line;
  }
  decree->body_from = last->baseline;
  if (last == decree->kind)
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("no subject stands in the middle below the kind of the paper")));
  else if (!tk_decree_is_minutes (decree) && !tk_decree_is_attached (decree))
    tk_decree_short_rule (decree, last, &look); /* the forms of those show none: phụ lục III, mẫu 1.9, 1.3 */
}

static void
check_kind (TkDecree *decree)
{
  static const TkDecreeLook look = {"decree-kind", N_ ("the kind of the paper"), 13, 14, 1, 0, TRUE,
                                    "mục II.5"};
  static const TkDecreeLook letter = {"decree-subject", N_ ("the subject"), 12, 13, 0, 0, FALSE, "mục II.5"};
  const TkSeenLine *subject = find_subject_of_letter (decree);

  if (subject != NULL) {
    tk_decree_look (decree, subject, &letter);
    if (decree->kind != NULL)
      tk_decree_depart (decree, 0, look.rule, "phụ lục III, mẫu 1.5",
                        g_strdup_printf (_ ("a letter has no title: “%s”"), decree->kind->text));
    return;
  }
  if (decree->kind == NULL) {
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("the kind of the paper is missing, or “V/v” of a letter")));
    return;
  }
  tk_decree_look (decree, decree->kind, &look);
  if (ABS (tk_decree_middle (decree->kind) - middle_of_page (decree)) > TK_MM (2))
    tk_decree_depart (decree, 0, look.rule, look.place,
                      g_strdup (_ ("the kind of the paper does not stand in the middle")));
  check_subject (decree);
}

void
tk_decree_check_head (TkDecree *decree)
{
  check_national (decree);
  check_motto (decree);
  check_bodies (decree);
  if (!tk_decree_is_attached (decree)) {
    check_sizes (decree);
    check_number (decree);
    check_date (decree);
  }
  check_kind (decree);
}
