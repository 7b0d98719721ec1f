/* Rules on organisations and places. */
#include <glib/gi18n.h>

#include "rule.h"

const TkRule tk_rules_orgs[] = {
    {
        .name = "org-alike",
        .level = TK_FINDING_REMARK,
        .table = "org",
        .column = "name",
        .run = tk_scan_orgs,
        .message = N_ ("“{name}” is nearly “{other}” ({other_code})"),
        .suggestion = N_ (
            "if that is one organisation, keep one row and record the other spelling in org_name"),
    },
    {
        .name = "org-twice",
        .level = TK_FINDING_WARNING,
        .table = "org",
        .column = "name",
        .run = tk_scan_orgs,
        .message = N_ ("“{name}” is “{other}” ({other_code}) a second time"),
        .suggestion = N_ ("let everything refer to one of the two rows"),
    },
    {
        .name = "departments-of-a-place",
        .level = TK_FINDING_REMARK,
        .table = "org",
        .column = "name",
        .sql = "SELECT b.id AS id, b.name AS name, a.name AS other, a.code AS code "
               "FROM org AS a JOIN org AS b ON b.place = a.place AND b.kind = a.kind AND b.id > a.id "
               "WHERE a.generic IS NOT 1 AND b.generic IS NOT 1 AND a.date_to IS NULL AND b.date_to IS NULL "
               "  AND fold_tone (a.name) <> fold_tone (b.name) "
               "  AND (a.kind = 'THU_VIEN_TINH' OR (a.kind = 'SO' AND fold (a.name) GLOB 'so van hoa*' AND "
               "fold (b.name) GLOB 'so van hoa*'))",
        .message = N_ ("“{name}” and “{other}” ({code}) are of one place"),
        .suggestion = N_ ("if both are one under two names, keep one row and record the names in org_name"),
    },
    {
        .name = "name-of-two-orgs",
        .level = TK_FINDING_REMARK,
        .table = "org_name",
        .column = "text",
        .sql = "WITH name AS (SELECT min (n.id) AS id, n.text AS text, fold_tone (n.text) AS key, o.name AS "
               "whole"
               "  FROM org_name AS n JOIN org AS o ON o.id = n.org WHERE n.kind <> 'IN_SAI' GROUP BY n.org, "
               "fold_tone (n.text)) "
               "SELECT min (id) AS id, text AS text, list_vn (whole, id) AS orgs FROM name GROUP BY key "
               "HAVING count (*) > 1",
        .message = N_ ("“{text}” is a name of several: {orgs}"),
        .suggestion = N_ ("where it is printed, look which of them is meant"),
    },
    {
        .name = "org-relation-circle",
        .level = TK_FINDING_ERROR,
        .table = "org",
        .sql = "WITH RECURSIVE link (sort, org, other) AS ("
               "  SELECT CASE WHEN kind IN ('TRUC_THUOC', 'CO_QUAN_CUA', 'CHI_NHANH_CUA') THEN 'TRUC_THUOC' "
               "ELSE kind END, org, other"
               "  FROM org_relation), "
               "up (sort, org, other) AS (SELECT sort, org, other FROM link UNION "
               "  SELECT up.sort, up.org, link.other FROM up JOIN link ON link.org = up.other AND link.sort "
               "= up.sort) "
               "SELECT o.id AS id, o.name AS name, c.sort AS kind FROM up AS c JOIN org AS o ON o.id = c.org "
               "WHERE c.org = c.other AND NOT EXISTS (SELECT 1 FROM up AS a JOIN up AS b"
               "  ON a.sort = c.sort AND b.sort = c.sort AND a.org = c.org AND b.org = a.other AND b.other = "
               "c.org AND b.org < c.org)",
        .message = N_ ("“{name}” belongs to itself by way of others ({kind})"),
        .suggestion = N_ ("take out the row of org_relation that closes the circle"),
    },
    {
        .name = "members-unknown",
        .level = TK_FINDING_REMARK,
        .table = "term",
        .column = "members",
        .sql = "SELECT t.id AS id, o.name AS org, t.label AS term, t.members AS printed,"
               "  (SELECT count (*) FROM org_relation AS r WHERE r.other = t.org AND r.kind = 'THANH_VIEN') "
               "AS known "
               "FROM term AS t JOIN org AS o ON o.id = t.org WHERE t.members > known",
        .message = N_ ("{org}, {term}: number of members printed {printed}, recorded {known}"),
        .suggestion = N_ ("record the others in org_relation (THANH_VIEN), where they are known"),
    },
    {
        .name = "members-too-many",
        .level = TK_FINDING_WARNING,
        .table = "term",
        .column = "members",
        .sql = "SELECT t.id AS id, o.name AS org, t.label AS term, t.members AS printed,"
               "  (SELECT count (*) FROM org_relation AS r WHERE r.other = t.org AND r.kind = 'THANH_VIEN'"
               "    AND (r.date_from IS NULL OR t.year_to IS NULL OR substr (r.date_from, 1, 4) <= cast "
               "(t.year_to AS TEXT))"
               "    AND (r.date_to IS NULL OR t.year_from IS NULL OR substr (r.date_to, 1, 4) >= cast "
               "(t.year_from AS TEXT))) AS known "
               "FROM term AS t JOIN org AS o ON o.id = t.org WHERE known > t.members",
        .message = N_ ("{org}, {term}: number of members printed {printed}, recorded {known}"),
        .suggestion = N_ ("correct the number, or say in org_relation from when to when each was a member"),
    },
    {
        .name = "place-merged",
        .level = TK_FINDING_WARNING,
        .column = "place",
        .sql =
            "WITH used (table_name, id, place, date) AS ("
            "  SELECT 'event', id, place, date_from FROM event UNION ALL SELECT 'document', id, place, date "
            "FROM document) "
            "SELECT u.table_name AS table_name, u.id AS id, p.name AS place, short_date (p.date_to) AS until,"
            "  coalesce (s.name, '') AS successor, short_date (u.date) AS date "
            "FROM used AS u JOIN place AS p ON p.id = u.place LEFT JOIN place AS s ON s.id = p.successor "
            "WHERE substr (u.date, 1, length (p.date_to)) > substr (p.date_to, 1, length (u.date))",
        .message = N_ ("“{place}” was there until {until}, and this is of {date}"),
        .suggestion = N_ ("name the place that took its part: {successor}"),
    },
    {
        .name = "unused",
        .level = TK_FINDING_REMARK,
        .run = tk_scan_unused,
        .message = N_ ("nothing in the records refers to “{name}”"),
        .suggestion = N_ ("was a reference to it forgotten? Else it does no harm"),
    },
    {NULL},
};
