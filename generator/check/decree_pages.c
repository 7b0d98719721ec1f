/* Comes in: pages. Goes out: departures of the paper, its margins, its font, its page numbers (phụ lục I,
 * phần I, mục I). */
#include <glib/gi18n.h>
#include <string.h>

#include "decree.h"

/* A millimetre is what a ruler shows; ink may stand a little out of a line. */
#define ABOUT TK_MM (0.3)
#define INK_ABOUT TK_MM (0.8)

/* ---- paper and margins: mục I.1 to I.3 ---- */

static gboolean
is_near (TkUnit length, TkUnit other)
{
  return ABS (length - other) <= ABOUT;
}

static void
check_margin (TkDecree *decree, guint page, const char *what, TkUnit margin, int least, int most)
{
  g_autofree char *mm = tk_decree_mm_new (margin);

  if (margin < TK_MM (least) - ABOUT || margin > TK_MM (most) + ABOUT)
    tk_decree_depart (
        decree, page, "decree-margins", "mục I.3",
        g_strdup_printf (_ ("the margin at the %s is %s mm, not %d to %d mm"), what, mm, least, most));
}

static void
check_paper (TkDecree *decree, guint i)
{
  const TkPage *page = &decree->seen->pages->pages[i];
  const gboolean upright = is_near (page->width, TK_MM (210)) && is_near (page->height, TK_MM (297));
  const gboolean lying = is_near (page->width, TK_MM (297)) && is_near (page->height, TK_MM (210));

  if (!upright && !lying)
    tk_decree_depart (decree, i, "decree-paper", "mục I.1",
                      g_strdup_printf (_ ("the paper is %.0f × %.0f mm, not A4"), TK_IN_MM (page->width),
                                       TK_IN_MM (page->height)));
  if (!upright) /* of other pages the decree says nothing */
    return;
  check_margin (decree, i, _ ("top"), page->master->top, 20, 25);
  check_margin (decree, i, _ ("foot"), page->master->bottom, 20, 25);
  check_margin (decree, i, _ ("left"), page->master->left, 30, 35);
  check_margin (decree, i, _ ("right"), page->master->right, 15, 20);
}

static gboolean
has_margins (const TkPage *page)
{
  const TkMaster *master = page->master;

  return master->top >= TK_MM (20) - ABOUT && master->bottom >= TK_MM (20) - ABOUT
         && master->left >= TK_MM (30) - ABOUT && master->right >= TK_MM (15) - ABOUT;
}

/* Margins may be right, and ink stand in them all the same. */
static void
check_ink (TkDecree *decree, const TkSeenLine *line)
{
  const TkPage *page = &decree->seen->pages->pages[line->page];

  if (page->width > page->height || !has_margins (page))
    return;
  if (line->left < TK_MM (30) - INK_ABOUT || line->right > page->width - TK_MM (15) + INK_ABOUT
      || line->baseline > page->height - TK_MM (20) + INK_ABOUT || line->baseline < TK_MM (20))
    tk_decree_depart (decree, line->page, "decree-margins", "mục I.3",
                      g_strdup_printf (_ ("text stands in the margin: “%s”"), line->text));
}

/* ---- font and colour: mục I.4 ---- */

/* Faces with the measures of Times New Roman, and it. */
static gboolean
is_times (const char *family)
{
  static const char *const families[] = {"Times New Roman", "Tinos", "Liberation Serif", "TeX Gyre Termes",
                                         "Nimbus Roman"};

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (strcmp (family, families[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Only the degrees of secrecy and urgency are red, in their frames: mục III.2. */
static gboolean
is_stamp (const TkSeenLine *line)
{
  return line->colour == 0xFF0000 && tk_decree_is_inside (line, TK_NODE_BOX)
         && g_regex_match_simple ("^(TUYỆT MẬT|TỐI MẬT|MẬT|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)$", line->text, 0,
                                  0);
}

static void
check_font (TkDecree *decree, const TkSeenLine *line)
{
  if (!is_times (line->family))
    tk_decree_depart (
        decree, line->page, "decree-font", "mục I.4",
        g_strdup_printf (_ ("the font is %s, not Times New Roman or one of its measures"), line->family));
  if (line->colour != 0 && !is_stamp (line))
    tk_decree_depart (decree, line->page, "decree-font", "mục I.4",
                      g_strdup_printf (_ ("the text is not black, but #%06X"), line->colour));
}

/* ---- page numbers: mục I.7 ---- */

static const TkSeenLine *
find_folio (const TkDecree *decree, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", decree->seen->pages->pages[page].number);
  const TkSeenLine *line;

  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++)
    if (line->page == page && line->artifact && strcmp (line->text, number) == 0)
      return line;
  return NULL;
}

static void
check_folio (TkDecree *decree, guint i)
{
  static const TkDecreeLook look = {
      "decree-page-number", N_ ("the page number"), 13, 14, -1, 0, FALSE, "mục I.7"};
  const TkPage *page = &decree->seen->pages->pages[i];
  const TkSeenLine *folio = find_folio (decree, i);

  if (page->blank)
    return;
  if (page->number == 1) {
    if (folio != NULL)
      tk_decree_depart (decree, i, look.rule, look.place, g_strdup (_ ("the first page shows its number")));
    return;
  }
  if (folio == NULL) {
    tk_decree_depart (decree, i, look.rule, look.place, g_strdup (_ ("the page shows no number")));
    return;
  }
  tk_decree_look (decree, folio, &look);
  const TkUnit middle = (folio->left + folio->right) / 2;
  const TkUnit of_text = (page->master->left + page->width - page->master->right) / 2;
  if (ABS (middle - of_text) > TK_MM (1) && ABS (middle - page->width / 2) > TK_MM (1))
    tk_decree_depart (decree, i, look.rule, look.place,
                      g_strdup (_ ("the page number is not in the middle")));
  if (folio->baseline > page->master->top)
    tk_decree_depart (decree, i, look.rule, look.place,
                      g_strdup (_ ("the page number is not in the top margin")));
}

void
tk_decree_check_pages (TkDecree *decree)
{
  const TkSeenLine *line;

  for (guint i = 0; i < decree->seen->pages->n_pages; i++) {
    check_paper (decree, i);
    check_folio (decree, i);
  }
  for (guint i = 0; (line = tk_decree_line (decree, i)) != NULL; i++) {
    if (!line->artifact) /* page numbers stand in the margin */
      check_ink (decree, line);
    check_font (decree, line);
  }
}
