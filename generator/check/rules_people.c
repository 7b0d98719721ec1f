/* Rules on people: who they are, how their names are spelled, what they were. */
#include <glib/gi18n.h>

#include "rule.h"

/* Is the text s.position_text one of the positions of the participation a.id? It begins with its title. */
#define IS_KNOWN_POSITION(text)                                                                              \
  "EXISTS (SELECT 1 FROM position AS x WHERE x.participation = a.id AND ("                                   \
  "  instr (fold_tone (" text "), fold_tone (x.title)) = 1"                                                  \
  "  OR instr (fold_tone (" text "), 'quyền ' || fold_tone (x.title)) = 1))"

const TkRule tk_rules_people[] = {
    {
        .name = "person-alike",
        .level = TK_FINDING_REMARK,
        .table = "person",
        .column = "name",
        .run = tk_scan_people,
        .message = N_ ("“{name}” is nearly “{other}” ({other_code})"),
        .suggestion = N_ ("if that is one person, keep one row and record the other spelling in person_name"),
    },
    {
        .name = "person-twice",
        .level = TK_FINDING_WARNING,
        .table = "person",
        .column = "name",
        .run = tk_scan_people,
        .message = N_ ("“{name}” is “{other}” ({other_code}) a second time"),
        .suggestion = N_ ("if that is one person, let everything refer to one of the two rows"),
    },
    {
        .name = "name-in-text",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_names,
        .message = N_ ("“{printed}” is nearly the name of “{name}” ({code})"),
        .suggestion = N_ ("correct the text, or record the spelling in person_name"),
    },
    {
        .name = "name-printed",
        .level = TK_FINDING_WARNING,
        .table = "participation",
        .column = "name_printed",
        .sql = "SELECT a.id AS id, a.name_printed AS printed, p.name AS name "
               "FROM participation AS a JOIN person AS p ON p.id = a.person "
               "WHERE fold_tone (a.name_printed) <> fold_tone (p.name) AND NOT EXISTS (SELECT 1 FROM "
               "person_name AS n "
               "WHERE n.person = p.id AND fold_tone (n.text) = fold_tone (a.name_printed))",
        .message = N_ ("“{printed}” is printed for “{name}”, and is no recorded spelling of that name"),
        .suggestion = N_ ("correct it, or record the spelling in person_name"),
    },
    {
        .name = "sex-missing",
        .level = TK_FINDING_REMARK,
        .table = "person",
        .column = "sex",
        .sql = "SELECT DISTINCT p.id AS id, p.name AS name, capital (word (a.honorific)) AS honorific "
               "FROM person AS p JOIN participation AS a ON a.person = p.id "
               "WHERE p.sex IS NULL AND a.honorific IN ('ONG', 'BA')",
        .message = N_ ("“{name}” is addressed as “{honorific}”, and the sex is empty"),
        .suggestion = N_ ("fill in NAM or NU"),
    },
    {
        .name = "sex-contradicts",
        .level = TK_FINDING_ERROR,
        .sql = "WITH address (table_name, id, person, honorific) AS ("
               "  SELECT 'participation', id, person, honorific FROM participation UNION ALL"
               "  SELECT 'speech_speaker', s.id, a.person, s.honorific FROM speech_speaker AS s"
               "    JOIN participation AS a ON a.id = s.participation) "
               "SELECT x.table_name AS table_name, x.id AS id, 'honorific' AS column_name, p.name AS name,"
               "  capital (word (x.honorific)) AS honorific, p.sex AS sex "
               "FROM address AS x JOIN person AS p ON p.id = x.person "
               "WHERE (p.sex = 'NAM' AND x.honorific = 'BA') OR (p.sex = 'NU' AND x.honorific = 'ONG')",
        .message = N_ ("“{name}” is addressed as “{honorific}”, and the sex of the person is {sex}"),
        .suggestion = N_ ("correct one of the two"),
    },
    {
        .name = "role-not-listed",
        .level = TK_FINDING_REMARK,
        .table = "participation",
        .column = "attendance",
        .sql = "SELECT a.id AS id, p.name AS name, e.title AS event FROM participation AS a "
               "JOIN person AS p ON p.id = a.person JOIN event AS e ON e.id = a.event "
               "WHERE a.attendance = 'KHONG_NEU'",
        .message = N_ ("“{name}” has a part in “{event}”, and is not in the list of those present"),
        .suggestion = N_ ("if the person was there, set CO_MAT and the rank in seq"),
    },
    {
        .name = "position-changes",
        .level = TK_FINDING_REMARK,
        .table = "person",
        .sql = "WITH one AS ("
               "  SELECT a.id AS participation, a.person AS person, e.date_from AS date, x.text AS text, "
               "x.seq AS seq,"
               "    fold_tone (coalesce (x.acting, '') || ' ' || x.title) || coalesce (x.org, '') AS mark"
               "  FROM participation AS a JOIN event AS e ON e.id = a.event JOIN position AS x ON "
               "x.participation = a.id), "
               "held AS (SELECT person, date, join_vn (mark, mark, ';') AS marks, join_vn (text, seq, '; ') "
               "AS texts"
               "  FROM one GROUP BY participation) "
               "SELECT p.id AS id, p.name AS name, join_vn (h.texts || coalesce (' (' || short_date (h.date) "
               "|| ')', ''), "
               "  coalesce (h.date, ''), ' > ') AS positions "
               "FROM held AS h JOIN person AS p ON p.id = h.person GROUP BY p.id HAVING count (DISTINCT "
               "h.marks) > 1",
        .message = N_ ("the positions of “{name}” change from event to event: {positions}"),
        .suggestion = N_ (
            "papers print the position of their event; look whether each is that of its source"),
    },
    {
        .name = "position-elsewhere",
        .level = TK_FINDING_REMARK,
        .column = "position_text",
        .sql = "SELECT 'speech_speaker' AS table_name, s.id AS id, s.position_text AS text, p.name AS name "
               "FROM speech_speaker AS s JOIN participation AS a ON a.id = s.participation JOIN person AS p "
               "ON p.id = a.person "
               "WHERE s.position_text IS NOT NULL AND NOT " IS_KNOWN_POSITION (
                   "s.position_text") " "
                                      "UNION ALL SELECT 'election_result', s.id, s.position_text, p.name "
                                      "FROM election_result AS s JOIN participation AS a ON a.id = "
                                      "s.participation JOIN person AS p ON p.id = a.person "
                                      "WHERE s.position_text IS NOT NULL AND NOT " IS_KNOWN_POSITION (
                                          "s.position_text"),
        .message = N_ ("“{text}” is none of the positions that are recorded for “{name}” at this event"),
        .suggestion = N_ ("add a row to position, or correct the text"),
    },
    {
        .name = "tenure-overlaps",
        .level = TK_FINDING_WARNING,
        .table = "tenure",
        /* Of a year alone it is not known when in it an office ended: only what must overlap does. Of
         * vice-chairs and members there may be several. */
        .sql = "WITH span AS ("
               "  SELECT t.id AS id, t.code AS code, t.office AS office, t.org AS org, t.term AS term, "
               "o.title AS title,"
               "    coalesce (p.name, h.name) AS holder, coalesce (t.person, -t.holder_org) AS who,"
               "    coalesce (t.date_from, m.date_from, cast (m.year_from AS TEXT), '0000') AS since,"
               "    coalesce (t.date_to, m.date_to, cast (m.year_to AS TEXT), '9999') AS until"
               "  FROM tenure AS t JOIN office AS o ON o.id = t.office LEFT JOIN term AS m ON m.id = t.term"
               "    LEFT JOIN person AS p ON p.id = t.person LEFT JOIN org AS h ON h.id = t.holder_org"
               "  WHERE NOT (fold (o.title) GLOB 'pho *' OR fold (o.title) GLOB 'uy vien*' OR fold (o.title) "
               "GLOB 'thanh vien*')) "
               "SELECT b.id AS id, a.holder AS holder, a.code AS code, b.holder AS other, b.title AS office, "
               "g.name AS org "
               "FROM span AS a JOIN span AS b ON b.office = a.office AND b.org = a.org AND b.id > a.id AND "
               "b.who <> a.who "
               "  JOIN org AS g ON g.id = a.org "
               "WHERE (substr (a.since, 1, min (length (a.since), length (b.until))) < substr (b.until, 1, "
               "min (length (a.since), length (b.until)))"
               "  AND substr (b.since, 1, min (length (b.since), length (a.until))) < substr (a.until, 1, "
               "min (length (b.since), length (a.until))))",
        .message = N_ ("“{other}” and “{holder}” ({code}) are {office} of {org} at one time"),
        .suggestion = N_ ("fill in the day on which one of them began or ended"),
    },
    {NULL},
};
