/* The form of official papers: Nghị định 30/2020/NĐ-CP, phụ lục I, phần I. What decree.c and its parts share.
 */
#pragma once

#include "note.h"
#include "rule.h"
#include "seen.h"

typedef struct {
  const TkSeen *seen;
  GPtrArray *departures;                              /* in the order found, each kind once */
  const TkSeenLine *national, *motto, *number, *date; /* of the letterhead; NULL: it is not there */
  const TkSeenLine *issuing;                          /* its last line, or NULL */
  const TkSeenLine *kind;                             /* BÁO CÁO; NULL: a letter, or it is not there */
  TkUnit head_from, right_from; /* the letterhead: its first line, and where its right side begins */
  TkUnit body_from;             /* below the head of page 1 */
} TkDecree;

/* How an element is to look; sizes in points. */
typedef struct {
  const char *rule; /* "decree-motto" */
  const char *what; /* N_("the motto") */
  double least, most;
  int bold, italic; /* 1: it is, 0: it is not, -1: either */
  gboolean capitals;
  const char *place; /* in the decree: "mục II.1" of phụ lục I, phần I; "phụ lục III, mẫu 1.5" */
} TkDecreeLook;

/* Notes a departure. The same @message for a second place counts there. Takes @message, which is translated
 * and names no page. */
void tk_decree_depart (TkDecree *decree, guint page, const char *rule, const char *place, char *message);

void tk_decree_look (TkDecree *decree, const TkSeenLine *line, const TkDecreeLook *look);

/* Line @i of the pages; NULL behind the last. */
const TkSeenLine *tk_decree_line (const TkDecree *decree, guint i);

/* The rule that is nearest below @line, no further than @reach, and overlaps it; NULL: there is none. */
const TkSeenRule *tk_decree_rule_below (const TkDecree *decree, const TkSeenLine *line, TkUnit reach);

/* @line has below it a rule from a third to a half as long, in its middle. */
void tk_decree_short_rule (TkDecree *decree, const TkSeenLine *line, const TkDecreeLook *look);

/* Biên bản: its head has no date, its foot two who sign (phụ lục III, mẫu 1.9). */
gboolean tk_decree_is_minutes (const TkDecree *decree);

/* It goes with a paper, and has no number, date or signature of its own (phụ lục III, mẫu 1.3). */
gboolean tk_decree_is_attached (const TkDecree *decree);

gboolean tk_decree_is_inside (const TkSeenLine *line, TkNodeKind kind);
gboolean tk_decree_is_capitals (const char *text);
gboolean tk_decree_begins (const char *text, const char *small); /* with @small, in whatever letters */
TkUnit tk_decree_middle (const TkSeenLine *line);

/* For messages, with a decimal: "24.5". (transfer full) */
char *tk_decree_mm_new (TkUnit length);

/* The parts, by section of the decree. */
void tk_decree_check_pages (TkDecree *decree); /* decree_pages.c: I, paper, margins, font, page numbers */
void tk_decree_check_head (TkDecree *decree);  /* decree_head.c: II.1 to II.5 */
void tk_decree_check_text (TkDecree *decree);  /* decree_text.c: II.6, III.1 */
void tk_decree_check_heading (TkDecree *decree, guint i); /* decree_headings.c: II.6.d, line @i its first */
void tk_decree_check_foot (TkDecree *decree);             /* decree_foot.c: II.7, II.9 */
