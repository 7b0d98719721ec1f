/* Rules on bulletins: what the press law wants to be printed on an issue, and what its pages need. A text of
 * which nothing is left when it is folded, blank or a dash, says nothing. */
#include <glib/gi18n.h>

#include "rule.h"

/* Where the law says so; what follows it is not known here. */
#define AT_THE_FOOT                                                                                                     \
  N_ ("fill it in; Luật Báo chí 2016, Điều 34 khoản 1, wants it at the foot of the last page (whether Luật " \
      "126/2025/QH15, in force from 1 July 2026, still does, look up)")

const TkRule tk_rules_bulletins[] = {
    {
        .name = "issue-without-licence",
        .level = TK_FINDING_WARNING,
        .table = "bulletin_issue",
        .column = "licence",
        .sql = "SELECT id, imprint FROM bulletin_issue WHERE coalesce (fold (licence), '') = ''",
        .run = tk_scan_imprints,
        .message = N_ ("number and date of the licence are not recorded"),
        .suggestion = AT_THE_FOOT,
    },
    {
        .name = "issue-without-printer",
        .level = TK_FINDING_WARNING,
        .table = "bulletin_issue",
        .column = "printed_at",
        .sql = "SELECT id, imprint FROM bulletin_issue WHERE coalesce (fold (printed_at), '') = ''",
        .run = tk_scan_imprints,
        .message = N_ ("where it is printed is not recorded"),
        .suggestion = AT_THE_FOOT,
    },
    {
        .name = "issue-without-copies",
        .level = TK_FINDING_WARNING,
        .table = "bulletin_issue",
        .column = "copies",
        .sql = "SELECT id, imprint FROM bulletin_issue WHERE copies IS NULL",
        .run = tk_scan_imprints,
        .message = N_ ("how many copies are printed is not recorded"),
        .suggestion = AT_THE_FOOT,
    },
    {
        .name = "issue-without-periodicity",
        .level = TK_FINDING_WARNING,
        .table = "bulletin_issue",
        .column = "periodicity",
        .sql = "SELECT i.id, i.imprint FROM bulletin_issue AS i JOIN bulletin AS b ON b.id = i.bulletin "
               "WHERE coalesce (fold (i.periodicity), '') = '' AND coalesce (fold (b.periodicity), '') = ''",
        .run = tk_scan_imprints,
        .message = N_ ("how often the bulletin comes out is recorded neither here nor in bulletin"),
        .suggestion = AT_THE_FOOT,
    },
    {
        .name = "issue-without-responsible",
        .level = TK_FINDING_WARNING,
        .table = "bulletin_issue",
        .column = "responsible",
        .sql = "SELECT id, imprint FROM bulletin_issue WHERE coalesce (fold (responsible), '') = ''",
        .run = tk_scan_imprints,
        .message = N_ ("who is responsible for the publication is not recorded"),
        .suggestion = AT_THE_FOOT,
    },
    {
        .name = "issue-without-day",
        .level = TK_FINDING_WARNING,
        .table = "bulletin_issue",
        .column = "date",
        .sql = "SELECT id FROM bulletin_issue WHERE coalesce (length (date), 0) < 10",
        .message = N_ ("day, month and year of publication are not recorded"),
        .suggestion = N_ ("fill it in as 2022-12-20; Luật Báo chí 2016, Điều 34 khoản 1, wants all three "
                          "on page 1 (whether Luật 126/2025/QH15, in force from 1 July 2026, still does, "
                          "look up)"),
    },
    {
        .name = "bulletin-too-large",
        .level = TK_FINDING_WARNING,
        .table = "bulletin",
        .column = "format",
        .sql = "SELECT id FROM bulletin WHERE format = 'A4'",
        .message = N_ ("A4 is larger than 19 × 27 cm"),
        .suggestion = N_ ("choose 19X27, the largest of Luật Báo chí 2016, Điều 34 khoản 1, unless the "
                          "licence is another than that of a bulletin"),
    },
    {
        .name = "article-without-text",
        .level = TK_FINDING_WARNING,
        .table = "article",
        .sql = "SELECT a.id AS id, a.title AS title FROM article AS a WHERE a.issue IS NOT NULL "
               "AND NOT EXISTS (SELECT 1 FROM article_block AS b WHERE b.article = a.id)",
        .message = N_ ("“{title}” is placed in an issue, and has no text"),
        .suggestion = N_ ("add rows to article_block, or take the article out of the issue"),
    },
    {
        .name = "article-without-rubric",
        .level = TK_FINDING_WARNING,
        .table = "article",
        .column = "rubric",
        .sql = "SELECT id, title FROM article WHERE issue IS NOT NULL AND rubric IS NULL",
        .message = N_ ("“{title}” is placed in an issue, and in no rubric"),
        .suggestion = N_ ("name the rubric; the bulletin prints its articles rubric by rubric"),
    },
    {
        .name = "jump-to-nothing",
        .level = TK_FINDING_WARNING,
        .table = "article_block",
        .column = "kind",
        .sql = "SELECT b.id AS id, b.seq AS seq FROM article_block AS b WHERE b.kind = 'NGAT' AND NOT ("
               "EXISTS (SELECT 1 FROM article_block AS n WHERE n.article = b.article AND n.seq > b.seq AND "
               "n.kind <> 'NGAT')"
               " AND EXISTS (SELECT 1 FROM article_block AS p WHERE p.article = b.article AND p.seq < b.seq "
               "AND p.kind <> 'NGAT'))",
        .message = N_ ("the article is to go on on a later page, but nothing stands on one side of the jump"),
        .suggestion = N_ ("put the row between the parts, or take it out"),
    },
    {
        .name = "block-without-matter",
        .level = TK_FINDING_WARNING,
        .table = "article_block",
        .sql = "SELECT id, kind, CASE kind WHEN 'ANH' THEN 'photo' WHEN 'BIEU_DO' THEN 'indicator' ELSE "
               "'text' END AS column_name FROM article_block "
               "WHERE CASE kind WHEN 'ANH' THEN photo IS NULL WHEN 'BIEU_DO' THEN indicator IS NULL WHEN "
               "'BANG' THEN text IS NULL AND indicator IS NULL WHEN 'NGAT' THEN 0 ELSE text IS NULL END",
        .message = N_ ("a block of kind {kind} without what it shows"),
        .suggestion = N_ ("fill it in, or correct the kind"),
    },
    {NULL},
};
