/* Rules on figures: who has not reported, and numbers that contradict each other. Where a number is "hơn",
 * "gần" or a range, nothing is compared. */
#include <glib/gi18n.h>

#include "rule.h"

/* Above, but for what binary fractions lose. */
#define ABOVE(a, b) "(" a ") > (" b ") + 1e-9 * abs (" b ")"

#define REPORTS "reports (org, period) AS (SELECT DISTINCT org, period FROM indicator_value)"

/* A number that can be compared: of the period itself, exact, in the unit of its indicator. */
#define EXACT(v, indicator)                                                                                  \
  v ".comparison = 'TUYET_DOI' AND " v ".measure = 'GIA_TRI' AND " v ".value_max IS NULL AND " v             \
    ".value_min IS NOT NULL AND coalesce (" v ".qualifier, 'BANG') = 'BANG' AND (" v ".unit IS NULL OR " v   \
    ".unit IS " indicator ".unit)"

/* The parts of a whole added up, beside the whole. The joins are crossed, and "+" keeps an index out, so
 * that wholes are walked through in the order of their ids and need no sorting. */
#define COMPARED                                                                                             \
  "compared AS (SELECT w.id AS id, w.indicator AS indicator, w.org AS org, w.period AS period,"              \
  "    w.value_min AS whole, sum (v.value_min) AS parts, max (v.value_min) AS most, count (*) AS n,"         \
  "    (SELECT count (*) FROM indicator WHERE parent = w.indicator) AS all_parts"                            \
  "  FROM indicator_value AS w CROSS JOIN indicator AS i ON i.id = w.indicator AND i.kind <> 'TY_LE'"        \
  "    CROSS JOIN indicator AS part ON part.parent = i.id AND part.unit IS i.unit AND part.kind = i.kind"    \
  "    CROSS JOIN indicator_value AS v ON v.indicator = part.id AND v.org = w.org AND v.period = w.period"   \
  "  WHERE +w.indicator IN (SELECT parent FROM indicator) AND " EXACT ("w", "i") " AND " EXACT (             \
      "v", "part") "  GROUP BY w.id HAVING count (*) > 1) "

#define SHOW_COMPARED                                                                                        \
  "SELECT c.id AS id, i.name AS whole, o.name AS org, p.label AS period, vn_number (c.whole) AS n, "         \
  "vn_number (c.parts) AS m "                                                                                \
  "FROM compared AS c JOIN indicator AS i ON i.id = c.indicator JOIN org AS o ON o.id = c.org JOIN period "  \
  "AS p ON p.id = c.period "

const TkRule tk_rules_figures[] = {
    {
        .name = "library-without-figures",
        .level = TK_FINDING_WARNING,
        .table = "org",
        .sql = "WITH " REPORTS
               ", member AS (SELECT m.federation, m.member, m.period, r.org IS NOT NULL AS reports"
               "  FROM member_at AS m LEFT JOIN reports AS r ON r.org = m.member AND r.period = m.period), "
               "busy AS (SELECT federation, period, sum (reports) AS n FROM member GROUP BY 1, 2 HAVING sum "
               "(reports) > 0) "
               "SELECT m.member AS id, o.name AS member, f.name AS federation, p.label AS period, b.n AS n "
               "FROM busy AS b JOIN member AS m ON m.federation = b.federation AND m.period = b.period AND "
               "NOT m.reports "
               "  JOIN org AS o ON o.id = m.member JOIN org AS f ON f.id = m.federation JOIN period AS p ON "
               "p.id = m.period "
               "WHERE p.kind <> 'NHIEM_KY' OR NOT EXISTS (SELECT 1 FROM period_year AS y JOIN reports AS r "
               "ON r.period = y.year AND r.org = m.member"
               "  WHERE y.period = p.id)",
        .message = N_ (
            "{member}: no figures for {period}, for which other members of {federation} report ({n})"),
        .suggestion = N_ ("ask the library for them; tables say how many have reported"),
    },
    {
        .name = "figure-missing",
        .level = TK_FINDING_WARNING,
        .table = "period",
        .sql = "WITH " REPORTS
               ", member AS MATERIALIZED (SELECT m.federation, m.member, m.period, m.seq FROM member_at AS m"
               "  JOIN reports AS r ON r.org = m.member AND r.period = m.period), "
               "gap AS (SELECT m.federation AS federation, i.id AS indicator, m.period AS period, count "
               "(v.value_min) AS n, count (*) AS whole"
               "  FROM member AS m CROSS JOIN indicator AS i LEFT JOIN indicator_value AS v ON v.indicator = "
               "i.id AND v.org = m.member"
               "    AND v.period = m.period AND v.comparison = 'TUYET_DOI' "
               "  WHERE i.kind <> 'TY_LE' GROUP BY m.federation, i.id, m.period"
               "  HAVING count (v.value_min) BETWEEN 1 AND count (*) - 1 AND count (v.value_min) + count "
               "(v.value_text) < count (*)) "
               "SELECT g.period AS id, i.name AS indicator, p.label AS period, g.n AS n, g.whole AS whole, "
               "list_vn (o.name, m.seq) AS members "
               "FROM gap AS g JOIN member AS m ON m.federation = g.federation AND m.period = g.period "
               "  JOIN indicator AS i ON i.id = g.indicator JOIN period AS p ON p.id = g.period JOIN org AS "
               "o ON o.id = m.member "
               "WHERE NOT EXISTS (SELECT 1 FROM indicator_value AS v WHERE v.indicator = g.indicator AND "
               "v.org = m.member AND v.period = g.period"
               "  AND v.comparison = 'TUYET_DOI' AND (v.value_min IS NOT NULL OR v.value_text IS NOT NULL)) "
               "GROUP BY g.federation, g.indicator, g.period",
        .message = N_ ("“{indicator}”, {period}: {n} of {whole} members have reported; missing: {members}"),
        .suggestion = N_ ("ask for the numbers; sums say how many have reported"),
    },
    {
        .name = "figure-empty",
        .level = TK_FINDING_REMARK,
        .table = "indicator_value",
        .column = "value_min",
        .sql = "SELECT v.id AS id, i.name AS indicator, o.name AS org, p.label AS period FROM "
               "indicator_value AS v "
               "JOIN indicator AS i ON i.id = v.indicator JOIN org AS o ON o.id = v.org JOIN period AS p ON "
               "p.id = v.period "
               "WHERE v.value_min IS NULL AND v.value_text IS NULL AND v.note IS NULL",
        .message = N_ ("“{indicator}”, {org}, {period}: no number, and no note why"),
        .suggestion = N_ ("fill in the number, or say in note that none was reported"),
    },
    {
        .name = "unit-differs",
        .level = TK_FINDING_WARNING,
        .table = "indicator_value",
        .column = "unit",
        .sql =
            "SELECT min (v.id) AS id, i.name AS indicator, o.name AS org, v.unit AS unit, coalesce (i.unit, "
            "'-') AS usual,"
            "  list_vn (p.label, p.date_from) AS periods "
            "FROM indicator_value AS v JOIN indicator AS i ON i.id = v.indicator JOIN org AS o ON o.id = "
            "v.org "
            "JOIN period AS p ON p.id = v.period WHERE v.unit IS NOT NULL AND v.unit IS NOT i.unit "
            "  AND v.comparison = 'TUYET_DOI' AND v.measure = 'GIA_TRI' GROUP BY v.indicator, v.org, v.unit",
        .message = N_ ("“{indicator}”: {org} counts in “{unit}”, the indicator is in “{usual}” ({periods})"),
        .suggestion = N_ ("ask for the number in the other unit; sums leave this one out"),
    },
    {
        .name = "part-exceeds-whole",
        .level = TK_FINDING_ERROR,
        .table = "indicator_value",
        .column = "value_min",
        .sql =
            "SELECT v.id AS id, i.name AS part, whole.name AS whole, o.name AS org, p.label AS period,"
            "  vn_number (v.value_min) AS n, vn_number (w.value_min) AS m "
            "FROM indicator AS i JOIN indicator AS whole ON whole.id = i.parent AND i.unit IS whole.unit AND "
            "i.kind = whole.kind "
            "  JOIN indicator_value AS v ON v.indicator = i.id "
            "  JOIN indicator_value AS w ON w.indicator = whole.id AND w.org = v.org AND w.period = v.period "
            "  JOIN org AS o ON o.id = v.org JOIN period AS p ON p.id = v.period "
            "WHERE i.kind <> 'TY_LE' AND " EXACT ("v", "i") " AND " EXACT ("w", "whole") " AND " ABOVE (
                "v.value_min", "w.value_min"),
        .message = N_ ("{org}, {period}: “{part}” is {n}, which is more than “{whole}”, {m}"),
        .suggestion = N_ ("ask the library which of the two is right"),
    },
    {
        .name = "parts-exceed-whole",
        .level = TK_FINDING_WARNING,
        .table = "indicator_value",
        .column = "value_min",
        .sql = "WITH " COMPARED SHOW_COMPARED
               "WHERE NOT (" ABOVE ("c.most", "c.whole") ") AND " ABOVE ("c.parts", "c.whole"),
        .message = N_ ("{org}, {period}: the parts of “{whole}” add up to {m}, more than the whole, {n}"),
        .suggestion = N_ ("ask the library; where parts overlap it is right"),
    },
    {
        .name = "parts-differ",
        .level = TK_FINDING_REMARK,
        .table = "indicator_value",
        .column = "value_min",
        /* only where they add up for most others: "trong đó" need not */
        .sql = "WITH " COMPARED ", whole AS (SELECT indicator FROM compared WHERE n = all_parts GROUP BY 1 "
               "  HAVING 2 * sum (abs (parts - whole) <= 1e-9 * abs (whole)) >= count (*)) " SHOW_COMPARED
               "WHERE c.n = c.all_parts AND c.indicator IN (SELECT indicator FROM whole) "
               "AND " ABOVE ("c.whole", "c.parts"),
        .message = N_ ("{org}, {period}: the parts of “{whole}” add up to {m}, the whole is {n}"),
        .suggestion = N_ ("ask the library; elsewhere the parts make up the whole"),
    },
    {
        .name = "target-without-value",
        .level = TK_FINDING_WARNING,
        .table = "org",
        /* a plan of a period that others have reported on already */
        .sql = "WITH " REPORTS " "
               "SELECT o.id AS id, o.name AS org, p.label AS period, list_vn (i.name, i.seq) AS indicators "
               "FROM indicator_target AS t JOIN indicator AS i ON i.id = t.indicator JOIN org AS o ON o.id = "
               "t.org "
               "  JOIN period AS p ON p.id = t.period "
               "WHERE t.period IN (SELECT period FROM reports) "
               "  AND (EXISTS (SELECT 1 FROM reports AS r WHERE r.org = t.org AND r.period = t.period)"
               "    OR NOT EXISTS (SELECT 1 FROM org_relation AS m WHERE m.org = t.org AND m.kind = "
               "'THANH_VIEN')) "
               "  AND NOT EXISTS (SELECT 1 FROM indicator_value AS v WHERE v.indicator = t.indicator AND "
               "v.org = t.org AND v.period = t.period"
               "    AND (v.value_min IS NOT NULL OR v.value_text IS NOT NULL)) "
               "GROUP BY t.org, t.period",
        .message = N_ ("{org}, {period}: planned, but no value: {indicators}"),
        .suggestion = N_ ("ask for the numbers; the comparison with the plan has gaps"),
    },
    {
        .name = "ratio-without-parts",
        .level = TK_FINDING_WARNING,
        .table = "indicator",
        .column = "numerator",
        .sql = "SELECT i.id AS id, i.name AS indicator FROM indicator AS i "
               "WHERE i.kind = 'TY_LE' AND (i.numerator IS NULL OR i.denominator IS NULL)",
        .message = N_ ("the ratio “{indicator}” lacks its numerator or its denominator, so it has no value "
                       "for a federation"),
        .suggestion = N_ ("fill in both"),
    },
    {
        .name = "numerator-without-denominator",
        .level = TK_FINDING_WARNING,
        .table = "period",
        .sql = "SELECT v.period AS id, i.name AS ratio, a.name AS numerator, b.name AS denominator, p.label "
               "AS period,"
               "  list_vn (o.name, o.id) AS orgs "
               "FROM indicator AS i JOIN indicator AS a ON a.id = i.numerator JOIN indicator AS b ON b.id = "
               "i.denominator "
               "  JOIN indicator_value AS v ON v.indicator = i.numerator AND v.comparison = 'TUYET_DOI' AND "
               "v.value_min IS NOT NULL "
               "  JOIN org AS o ON o.id = v.org JOIN period AS p ON p.id = v.period "
               "WHERE i.kind = 'TY_LE' AND NOT EXISTS (SELECT 1 FROM indicator_value AS d WHERE d.indicator "
               "= i.denominator"
               "  AND d.org = v.org AND d.period = v.period AND d.comparison = 'TUYET_DOI' AND d.value_min "
               "IS NOT NULL) "
               "GROUP BY i.id, v.period",
        .message = N_ ("“{ratio}”, {period}: “{numerator}” without “{denominator}”: {orgs}"),
        .suggestion = N_ ("ask for the number; the ratio leaves these out"),
    },
    {
        .name = "figure-leaps",
        .level = TK_FINDING_REMARK,
        .table = "indicator_value",
        .column = "value_min",
        .sql = "WITH pair AS MATERIALIZED (SELECT a.id AS before, b.id AS now, b.label AS label, a.label AS "
               "earlier FROM "
               "period AS a JOIN period AS b"
               "  ON a.kind = 'NAM' AND b.kind = 'NAM' AND cast (substr (b.date_from, 1, 4) AS INTEGER) = "
               "cast (substr (a.date_from, 1, 4) AS INTEGER) + 1) "
               "SELECT v.id AS id, i.name AS indicator, o.name AS org, pair.label AS period, vn_number "
               "(v.value_min) AS n,"
               "  pair.earlier AS earlier, vn_number (w.value_min) AS m "
               "FROM indicator_value AS v CROSS JOIN pair ON pair.now = v.period CROSS JOIN indicator AS i "
               "ON i.id = "
               "v.indicator AND i.kind = 'PHAT_SINH' "
               "  JOIN indicator_value AS w ON w.indicator = v.indicator AND w.org = v.org AND w.period = "
               "pair.before AND w.comparison = 'TUYET_DOI' "
               "  JOIN org AS o ON o.id = v.org "
               "WHERE v.comparison = 'TUYET_DOI' AND v.measure = 'GIA_TRI' AND w.measure = 'GIA_TRI' AND "
               "v.unit IS w.unit "
               "  AND w.value_min > 0 AND v.value_min > 10 * w.value_min",
        .message = N_ ("“{indicator}”, {org}: {n} in {period}, more than ten times {m} in {earlier}"),
        .suggestion = N_ ("look whether a digit is too many, or the unit is another"),
    },
    {NULL},
};
