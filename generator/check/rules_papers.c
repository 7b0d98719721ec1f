/* Rules on what papers show: statements, photographs, awards, elections; and on the papers themselves. */
#include <glib/gi18n.h>

#include "rule.h"

/* Statements that are counted together: parts of one, points of one speech, else those of a kind. */
#define ITEM_GROUP                                                                                           \
  "CASE WHEN i.parent IS NOT NULL THEN 'parent ' || i.parent WHEN i.speech IS NOT NULL THEN 'speech ' || "   \
  "i.speech "                                                                                                \
  "ELSE i.event || ' ' || i.kind END"

/* The same place in the order taken twice, in a table whose rows have an event. */
#define TWICE(table)                                                                                         \
  "SELECT '" table "' AS table_name, max (id) AS id, 'seq' AS column_name, seq AS seq FROM " table           \
  " GROUP BY event, seq HAVING count (*) > 1"

const TkRule tk_rules_papers[] =
    {
        {
            .name = "item-without-text",
            .level = TK_FINDING_WARNING,
            .table = "item",
            .column = "text",
            .sql = "SELECT i.id AS id, i.kind AS kind FROM item AS i "
                   "WHERE i.text IS NULL AND NOT EXISTS (SELECT 1 FROM item AS c WHERE c.parent = i.id)",
            .message = N_ ("announced ({kind}), but what was said is not recorded"),
            .suggestion = N_ ("fill in the text; papers leave this part out"),
        },
        {
            .name = "item-gap",
            .level = TK_FINDING_REMARK,
            .table = "item",
            .column = "seq",
            .sql = "SELECT id, seq, coalesce (before, 0) AS before FROM (SELECT i.id AS id, i.seq AS seq,"
                   "  lag (i.seq) OVER (PARTITION BY " ITEM_GROUP
                   " ORDER BY i.seq, i.id) AS before FROM item AS i) "
                   "WHERE seq > coalesce (before, 0) + 1",
            .message = N_ ("number {seq} follows {before}: is a statement missing?"),
            .suggestion = N_ ("number the statements without gaps"),
        },
        {
            .name = "seq-twice",
            .level = TK_FINDING_WARNING,
            .sql = "SELECT 'item' AS table_name, max (i.id) AS id, 'seq' AS column_name, i.seq AS seq FROM "
                   "item AS i GROUP BY " ITEM_GROUP
                   ", i.seq HAVING count (*) > 1 UNION ALL " TWICE ("report") " UNION ALL " TWICE ("speech") " UNION ALL " TWICE (
                       "talk") " UNION ALL " TWICE ("election") " UNION ALL " TWICE ("competition") " UNION "
                                                                                                    "ALL"
                                                                                                    " " TWICE ("photo") " UNION ALL " TWICE (
                                                                                                        "awar"
                                                                                                        "d"),
            .message = N_ ("number {seq} is given twice, so the order is by chance"),
            .suggestion = N_ ("number the rows anew"),
        },
        {
            .name = "award-without-recipients",
            .level = TK_FINDING_WARNING,
            .table = "award",
            .sql = "SELECT a.id AS id, a.title AS title FROM award AS a "
                   "WHERE NOT EXISTS (SELECT 1 FROM award_recipient AS r WHERE r.award = a.id)",
            .message = N_ ("“{title}”: who received it is not recorded"),
            .suggestion = N_ (
                "add rows to award_recipient; without them there is no list and no certificate"),
        },
        {
            .name = "award-count",
            .level = TK_FINDING_WARNING,
            .table = "award",
            .column = "count_min",
            .sql =
                "SELECT a.id AS id, a.title AS title, a.count_min AS printed, count (*) AS n FROM award AS a "
                "JOIN award_recipient AS r ON r.award = a.id "
                "WHERE coalesce (a.qualifier, 'BANG') = 'BANG' GROUP BY a.id HAVING count (*) <> a.count_min",
            .message = N_ ("“{title}”: number printed {printed}, rows of recipients {n}"),
            .suggestion = N_ ("correct the number, or add or take out rows of award_recipient"),
        },
        {
            .name = "award-scope",
            .level = TK_FINDING_WARNING,
            .table = "award",
            .column = "scope",
            .sql = "SELECT a.id AS id, a.title AS title, r.name AS name, a.scope AS scope FROM award AS a "
                   "JOIN award_recipient AS r ON r.award = a.id "
                   "WHERE a.scope = 'CA_NHAN' AND r.person IS NULL AND r.org IS NOT NULL "
                   "OR a.scope = 'TAP_THE' AND r.person IS NOT NULL",
            .message = N_ ("“{title}” is for {scope} alone, and “{name}” is among those who receive it"),
            .suggestion = N_ ("correct scope (CA_HAI is both), or the row of award_recipient"),
        },
        {
            .name = "award-without-giver",
            .level = TK_FINDING_REMARK,
            .table = "award",
            .column = "giver",
            .sql = "SELECT a.id AS id, a.title AS title FROM award AS a WHERE a.giver IS NULL",
            .message = N_ ("“{title}”: who handed it over is not recorded"),
            .suggestion = N_ ("fill in giver; papers leave it out"),
        },
        {
            .name = "competition-without-result",
            .level = TK_FINDING_REMARK,
            .table = "competition",
            .sql = "SELECT c.id AS id, c.discipline AS discipline FROM competition AS c "
                   "WHERE NOT EXISTS (SELECT 1 FROM award AS a WHERE a.competition = c.id)",
            .message = N_ ("“{discipline}”: the result is not recorded"),
            .suggestion = N_ ("add the prizes to award"),
        },
        {
            .name = "election-exceeds-size",
            .level = TK_FINDING_WARNING,
            .table = "election",
            .column = "size",
            .sql = "SELECT e.id AS id, o.name AS body, e.size AS size, count (*) AS n FROM election AS e "
                   "JOIN org AS o ON o.id = e.body "
                   "JOIN election_result AS r ON r.election = e.id GROUP BY e.id HAVING count (*) > e.size",
            .message = N_ ("{body}: number of members printed {size}, recorded as elected {n}"),
            .suggestion = N_ ("correct the number, or the rows of election_result"),
        },
        {
            .name = "election-incomplete",
            .level = TK_FINDING_REMARK,
            .table = "election",
            .column = "size",
            .sql = "SELECT e.id AS id, o.name AS body, e.size AS size, count (r.id) AS n FROM election AS e "
                   "JOIN org AS o ON o.id = e.body "
                   "LEFT JOIN election_result AS r ON r.election = e.id GROUP BY e.id HAVING count (r.id) < "
                   "e.size",
            .message = N_ ("{body}: number of members printed {size}, recorded as elected {n}"),
            .suggestion = N_ ("add the others to election_result, where they are known"),
        },
        {
            .name = "photo-without-caption",
            .level = TK_FINDING_WARNING,
            .table = "photo",
            .column = "caption",
            .sql = "SELECT p.id AS id FROM photo AS p WHERE p.caption IS NULL AND NOT EXISTS (SELECT 1 FROM "
                   "photo AS q "
                   "WHERE q.event = p.event AND q.caption_group = p.caption_group AND q.caption IS NOT NULL)",
            .message = N_ ("the photograph has no caption"),
            .suggestion = N_ ("write one, or let it share that of another by caption_group"),
        },
        {
            .name = "photo-without-file",
            .level = TK_FINDING_WARNING,
            .table = "photo",
            .column = "file",
            .sql = "SELECT p.id AS id FROM photo AS p WHERE p.file IS NULL",
            .message = N_ ("the photograph is recorded, but has no file"),
            .suggestion = N_ ("fill in file; papers leave the picture out"),
        },
        {
            .name = "photo-file-lost",
            .level = TK_FINDING_ERROR,
            .table = "photo",
            .column = "file",
            .run = tk_scan_pictures,
            .message = N_ ("the file “{file}” is not there"),
            .suggestion = N_ (
                "put it there again, or correct the path, which counts from the folder of the database"),
        },
        {
            .name = "photo-without-alt",
            .level = TK_FINDING_REMARK,
            .table = "photo",
            .column = "alt",
            .sql = "SELECT p.id AS id FROM photo AS p WHERE p.alt IS NULL AND p.file IS NOT NULL",
            .message = N_ ("what the picture shows is not described"),
            .suggestion = N_ (
                "describe it in alt for those who do not see it; until then the caption serves"),
        },
        {
            .name = "photo-stem-twice",
            .level = TK_FINDING_REMARK,
            .table = "photo",
            .column = "stem",
            .sql = "SELECT b.id AS id, b.stem AS stem, a.code AS code FROM photo AS a JOIN photo AS b "
                   "ON b.event = a.event AND b.stem = a.stem AND b.id > a.id",
            .message = N_ ("“{stem}” is the name of {code}, too"),
            .suggestion = N_ ("is it one picture shown twice, or is a name wrong?"),
        },
        {
            .name = "document-without-number",
            .level = TK_FINDING_REMARK,
            .table = "document",
            .column = "number",
            .sql = "SELECT d.id AS id, d.title AS title FROM document AS d WHERE d.number IS NULL",
            .message = N_ ("“{title}” has no number"),
            .suggestion = N_ ("fill it in when it is given; until then room is left"),
        },
        {
            .name = "document-number-twice",
            .level = TK_FINDING_WARNING,
            .table = "document",
            .column = "number",
            /* numbers begin anew each year (Nghị định 30/2020/NĐ-CP, phụ lục I, II.3) */
            .sql = "WITH numbered AS (SELECT d.id AS id, d.code AS code, d.org AS org, d.number AS number, "
                   "d.symbol AS symbol, ltrim (fold_tone (d.number), '0') || '/' || replace (fold_tone "
                   "(coalesce (d.symbol, '')), ' ', '') AS folded, substr (coalesce (d.date, e.date_from, "
                   "p.date_to), 1, 4) AS year FROM document AS d LEFT JOIN event AS e ON e.id = d.event "
                   "LEFT JOIN period AS p ON p.id = d.period WHERE d.number IS NOT NULL) "
                   "SELECT b.id AS id, a.code AS code, b.number || coalesce ('/' || b.symbol, '') AS number, "
                   "b.year AS year FROM numbered AS a JOIN numbered AS b "
                   "ON b.org = a.org AND b.folded = a.folded AND b.year = a.year AND b.id > a.id",
            .message = N_ ("the number {number} of {year} is that of {code}, too"),
            .suggestion = N_ ("a number is given once a year; give one of the two another"),
        },
        {
            .name = "document-without-signer",
            .level = TK_FINDING_REMARK,
            .table = "document",
            .sql = "SELECT d.id AS id, d.title AS title FROM document AS d "
                   "WHERE NOT EXISTS (SELECT 1 FROM document_signer AS s WHERE s.document = d.id AND "
                   "s.person IS NOT NULL)",
            .message = N_ ("who signs “{title}” is not recorded"),
            .suggestion = N_ ("name the person in document_signer; until then room is left"),
        },
        {
            .name = "document-without-recipients",
            .level = TK_FINDING_REMARK,
            .table = "document",
            .sql = "SELECT d.id AS id, d.title AS title FROM document AS d "
                   "WHERE NOT EXISTS (SELECT 1 FROM document_recipient AS r WHERE r.document = d.id)",
            .message = N_ ("to whom “{title}” goes is not recorded"),
            .suggestion = N_ ("add rows to document_recipient"),
        },
        {
            .name = "document-before-event",
            .level = TK_FINDING_WARNING,
            .table = "document",
            .column = "date",
            /* plans and invitations come before their event */
            .sql = "SELECT d.id AS id, short_date (d.date) AS date, e.title AS event, short_date "
                   "(e.date_from) AS held "
                   "FROM document AS d JOIN event AS e ON e.id = d.event "
                   "WHERE d.kind IN ('BAO_CAO', 'NGHI_QUYET', 'BIEN_BAN', 'GIAY_KHEN', 'BAN_TIN') AND substr "
                   "(d.date, 1, length (e.date_from)) < e.date_from",
            .message = N_ ("the paper is of {date}, before “{event}” of {held}"),
            .suggestion = N_ ("correct one of the dates"),
        },
        {
            .name = "refdoc-suspect",
            .level = TK_FINDING_REMARK,
            .table = "refdoc",
            .column = "title",
            .sql = "SELECT r.id AS id, r.title AS title FROM refdoc AS r WHERE r.suspect = 1",
            .message = N_ ("“{title}” is probably misprinted, and is kept as it is"),
            .suggestion = N_ ("look the text up, correct it and take the mark away"),
        },
        {NULL},
};
