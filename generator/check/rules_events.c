/* Rules on events, terms, periods: dates that cannot be, and what a source did not print. */
#include <glib/gi18n.h>

#include "conference.h"
#include "rule.h"

/* Conferences, of which there is a paper. */
#define IS_CONFERENCE TK_SQL_IS_CONFERENCE " AND " TK_SQL_IS_HELD

/* First and last day of a date, whatever its precision. */
#define FIRST_DAY(date) "substr (" date " || '-01-01', 1, 10)"
#define LAST_DAY(date)                                                                                       \
  "CASE length (" date ") WHEN 4 THEN " date " || '-12-31' "                                                 \
  "WHEN 7 THEN date (" date " || '-01', '+1 month', '-1 day') ELSE " date " END"

const TkRule tk_rules_events[] = {
    {
        .name = "dates-reversed",
        .level = TK_FINDING_ERROR,
        .run = tk_scan_dates_reversed,
        .message = N_ ("the end, {until}, is before the beginning, {since}"),
        .suggestion = N_ ("correct one of the two"),
    },
    {
        .name = "range-reversed",
        .level = TK_FINDING_ERROR,
        .run = tk_scan_ranges_reversed,
        .message = N_ ("the upper number, {most}, is below the lower one, {least}"),
        .suggestion = N_ ("correct one of the two"),
    },
    {
        .name = "count-zero",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_zeros,
        .message = N_ ("the number is 0, which says nothing in words; papers leave it out"),
        .suggestion = N_ ("empty the cell where the source prints no number, or take the row out"),
    },
    {
        .name = "event-outside-term",
        .level = TK_FINDING_WARNING,
        .table = "event",
        .column = "term",
        /* the conference that sums a term up may be held in the year after it */
        .sql = "SELECT e.id AS id, short_date (e.date_from) AS date, t.label AS term, o.name AS org FROM "
               "event AS e "
               "JOIN term AS t ON t.id = e.term JOIN org AS o ON o.id = t.org "
               "WHERE cast (substr (e.date_from, 1, 4) AS INTEGER) NOT BETWEEN coalesce (t.year_from, 0) AND "
               "coalesce (t.year_to + 1, 9999)",
        .message = N_ ("the event is of {date}, and reviews the term {term} of {org}"),
        .suggestion = N_ ("correct the date, or choose another term"),
    },
    {
        .name = "side-event-far",
        .level = TK_FINDING_WARNING,
        .table = "event",
        .column = "date_from",
        .sql =
            "WITH pair AS (SELECT s.id AS id, short_date (s.date_from) AS date, e.title AS title,"
            "    short_date (e.date_from) AS other, " FIRST_DAY (
                "s.date_from") " AS first,"
                               "    " LAST_DAY ("coalesce (s.date_to, s.date_from)") " AS last, " FIRST_DAY (
                                   "e.date_from") " AS begin,"
                                                  "    " LAST_DAY (
                                                      "coalesce (e.date_to, e.date_from)") " AS end"
                                                                                           "  FROM event AS "
                                                                                           "s JOIN event AS "
                                                                                           "e ON e.id = "
                                                                                           "s.parent_event "
                                                                                           "WHERE coalesce "
                                                                                           "(s.status, '') "
                                                                                           "<> 'DU_KIEN') "
                                                                                           "SELECT id, date, "
                                                                                           "title, other, "
                                                                                           "cast (max "
                                                                                           "(julianday "
                                                                                           "(first) - "
                                                                                           "julianday (end), "
                                                                                           "julianday "
                                                                                           "(begin) - "
                                                                                           "julianday "
                                                                                           "(last)) AS "
                                                                                           "INTEGER) AS days "
                                                                                           "FROM pair WHERE "
                                                                                           "days > 31",
        .message = N_ ("the side event is of {date}, {days} days from “{title}” of {other}"),
        .suggestion = N_ ("correct the date, or take it out of parent_event"),
    },
    {
        .name = "planned-but-past",
        .level = TK_FINDING_REMARK,
        .table = "event",
        .column = "status",
        .sql =
            "SELECT e.id AS id, e.title AS title, short_date (coalesce (e.date_to, e.date_from)) AS date, "
            "short_date (h.date) AS held "
            "FROM event AS e, (SELECT max (date_from) AS date FROM event WHERE status = 'DA_DIEN_RA') AS h "
            "WHERE e.status = 'DU_KIEN' AND substr (h.date, 1, length (coalesce (e.date_to, e.date_from))) > "
            "coalesce (e.date_to, e.date_from)",
        .message = N_ ("“{title}” is planned for {date}, and other events were held until {held}"),
        .suggestion = N_ ("was it held? Then set DA_DIEN_RA and the day"),
    },
    {
        .name = "event-without-date",
        .level = TK_FINDING_REMARK,
        .table = "event",
        .column = "date_from",
        .sql = "SELECT e.id AS id, e.title AS title FROM event AS e WHERE e.date_from IS NULL AND "
               "e.when_text IS NULL",
        .message = N_ ("“{title}” has neither a date nor a time in words"),
        .suggestion = N_ ("fill in date_from or when_text"),
    },
    {
        .name = "event-without-place",
        .level = TK_FINDING_REMARK,
        .table = "event",
        .column = "place",
        .sql = "SELECT e.id AS id, e.title AS title FROM event AS e "
               "WHERE " IS_CONFERENCE " AND e.place IS NULL AND e.venue IS NULL AND e.venue_org IS NULL",
        .message = N_ ("“{title}” has no place"),
        .suggestion = N_ ("fill in place or venue; papers leave it out"),
    },
    {
        .name = "event-without-people",
        .level = TK_FINDING_REMARK,
        .table = "event",
        .sql = "SELECT e.id AS id, e.title AS title FROM event AS e "
               "WHERE " IS_CONFERENCE
               " AND NOT EXISTS (SELECT 1 FROM participation AS a WHERE a.event = e.id)",
        .message = N_ ("nobody is recorded by name at “{title}”"),
        .suggestion = N_ ("record those present in participation; papers show groups alone"),
    },
    {
        .name = "event-without-count",
        .level = TK_FINDING_REMARK,
        .table = "event",
        .sql = "SELECT e.id AS id, e.title AS title FROM event AS e "
               "WHERE " IS_CONFERENCE " AND NOT EXISTS (SELECT 1 FROM attendance_group AS g WHERE g.event = "
               "e.id AND g.count_min IS NOT NULL)",
        .message = N_ ("how many took part in “{title}” is not recorded"),
        .suggestion = N_ ("fill in count_min of attendance_group; papers leave the number out"),
    },
    {
        .name = "report-without-presenter",
        .level = TK_FINDING_REMARK,
        .table = "report",
        .column = "presenter",
        .sql = "SELECT r.id AS id, r.title AS title FROM report AS r WHERE r.presenter IS NULL",
        .message = N_ ("who gave the report “{title}” is not recorded"),
        .suggestion = N_ ("fill in presenter; papers leave it out"),
    },
    {
        .name = "source-without-credit",
        .level = TK_FINDING_REMARK,
        .table = "source_item",
        .sql = "SELECT s.id AS id, coalesce (s.headline, s.name, s.code) AS name FROM source_item AS s "
               "WHERE NOT EXISTS (SELECT 1 FROM credit AS c WHERE c.source_item = s.id)",
        .message = N_ ("who wrote “{name}” is not recorded"),
        .suggestion = N_ ("add rows to credit, or leave it where the source names nobody"),
    },
    {
        .name = "source-without-headline",
        .level = TK_FINDING_REMARK,
        .table = "source_item",
        .column = "headline",
        .sql = "SELECT s.id AS id, coalesce (s.name, s.code) AS name FROM source_item AS s WHERE s.headline "
               "IS NULL",
        .message = N_ ("“{name}” has no headline"),
        .suggestion = N_ ("an article made of it needs a title of its own"),
    },
    {
        .name = "term-previous-of-another",
        .level = TK_FINDING_ERROR,
        .table = "term",
        .column = "previous",
        .sql = "SELECT t.id AS id, o.name AS org, p.code AS code, q.name AS other FROM term AS t JOIN term "
               "AS p ON p.id = t.previous "
               "JOIN org AS o ON o.id = t.org JOIN org AS q ON q.id = p.org WHERE p.org <> t.org",
        .message = N_ ("a term of {org}, and the term before it ({code}) is of {other}"),
        .suggestion = N_ ("choose the term before of the same organisation"),
    },
    {
        .name = "term-previous-later",
        .level = TK_FINDING_ERROR,
        .table = "term",
        .column = "previous",
        .sql = "SELECT t.id AS id, t.label AS term, p.label AS other FROM term AS t JOIN term AS p ON p.id = "
               "t.previous "
               "WHERE p.year_from > t.year_from OR p.year_to > t.year_to",
        .message = N_ ("the term before {term} is {other}, which is later"),
        .suggestion = N_ ("correct the years, or choose another term before"),
    },
    {
        .name = "term-without-years",
        .level = TK_FINDING_REMARK,
        .table = "term",
        .column = "year_from",
        .sql =
            "SELECT t.id AS id, o.name AS org, t.label AS term FROM term AS t JOIN org AS o ON o.id = t.org "
            "WHERE t.year_from IS NULL AND t.date_from IS NULL",
        .message = N_ ("the term “{term}” of {org} has no years"),
        .suggestion = N_ ("fill them in where they are known; papers print the name of the term alone"),
    },
    {
        .name = "period-outside-term",
        .level = TK_FINDING_WARNING,
        .table = "period",
        .column = "term",
        .sql = "SELECT p.id AS id, p.label AS period, t.label AS term FROM period AS p JOIN term AS t ON "
               "t.id = p.term "
               "WHERE substr (p.date_from, 1, 4) < cast (t.year_from AS TEXT) OR substr (p.date_to, 1, 4) > "
               "cast (t.year_to AS TEXT)",
        .message = N_ ("“{period}” is said to lie in the term {term}, and its dates do not"),
        .suggestion = N_ ("correct the dates of the period, or its term"),
    },
    {NULL},
};
