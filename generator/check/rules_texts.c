/* Rules on texts: what is typed wrong, and words that disagree with the rest of the records. */
#include <glib/gi18n.h>

#include "rule.h"

const TkRule tk_rules_texts[] = {
    {
        .name = "text-spaces",
        .level = TK_FINDING_REMARK,
        .run = tk_scan_spaces,
        .message = N_ ("spaces too many: “{part}”"),
        .suggestion = N_ ("take them out; papers print one"),
    },
    {
        .name = "text-marks",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_marks,
        .message = N_ ("marks that do not go together: “{part}”"),
        .suggestion = N_ ("correct the text"),
    },
    {
        .name = "text-pairs",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_pairs,
        .message = N_ ("{mark} stands alone: “{part}”"),
        .suggestion = N_ ("close or open the quotation or the bracket"),
    },
    {
        .name = "text-end",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_ends,
        .message = N_ ("ends with “{mark}”, and papers add their own: “{part}”"),
        .suggestion = N_ ("take the mark away"),
    },
    {
        .name = "text-decomposed",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_decomposed,
        .message = N_ ("letters and their marks are parted (not NFC), so that searching misses them"),
        .suggestion = N_ ("import the row again, which composes them"),
    },
    {
        .name = "misprint-left",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_misprints,
        .message = N_ ("“{printed}” is a misprint of the source: “{part}”"),
        .suggestion = N_ ("it should be “{corrected}”"),
    },
    {
        .name = "correction-lost",
        .level = TK_FINDING_REMARK,
        .table = "sic",
        .column = "corrected",
        .run = tk_scan_corrections,
        .message = N_ ("“{corrected}” is found in no text"),
        .suggestion = N_ ("was the text changed since? Then correct this row, too"),
    },
    {
        .name = "sic-place",
        .level = TK_FINDING_WARNING,
        .table = "sic",
        .column = "row_code",
        .run = tk_scan_sic_places,
        .message = N_ ("there is no “{place}” in the records"),
        .suggestion = N_ ("correct table_name, row_code or column_name"),
    },
    {
        .name = "member-count",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_member_counts,
        .message = N_ ("{n} member libraries here, {other} in {place}"),
        .suggestion = N_ ("correct one of the two"),
    },
    {
        .name = "delegate-count",
        .level = TK_FINDING_WARNING,
        .run = tk_scan_delegate_counts,
        .message = N_ ("{n} delegates here, {other} in the groups of those present"),
        .suggestion = N_ ("correct one of the two"),
    },
    {
        .name = "weekday-wrong",
        .level = TK_FINDING_ERROR,
        .run = tk_scan_weekdays,
        .message = N_ ("“{part}”: that day is {weekday}"),
        .suggestion = N_ ("correct the day or the date"),
    },
    {
        .name = "day-impossible",
        .level = TK_FINDING_ERROR,
        .run = tk_scan_days,
        .message = N_ ("“{part}”: there is no such day"),
        .suggestion = N_ ("correct the date"),
    },
    {
        .name = "abbreviation-unknown",
        .level = TK_FINDING_REMARK,
        .run = tk_scan_abbreviations,
        .message = N_ ("“{part}”: no organisation has “{word}” in its names"),
        .suggestion = N_ ("record the short name in org or org_name, or correct the text"),
    },
    {NULL},
};
