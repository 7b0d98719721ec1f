/* The type of a line: fonts and heights as they are where it stands. Internal to galley/. */
#pragma once

#include "set.h"

/* @size where @setter stands: tables that are too wide have smaller type. */
TkUnit tk_galley_scale_size (const TkSetter *setter, TkUnit size);

/* The font of a run in @style: bold, raised, with the features that the style asks for. Errors as of
 * tk_fonts_find. */
const TkFont *tk_galley_find_run_font (TkSetter *setter, const TkStyle *style, TkRunFlags flags,
                                       GError **error);

/* How far the baseline of a run stands above that of its line; below zero: below it. */
TkUnit tk_galley_find_rise (const TkSetter *setter, const TkStyle *style, TkRunFlags flags);

/* Of a style with a pitch: from the top of a line to its baseline, in thousandths of the pitch. Natural
 * ascents and descents are to each other as 3 to 1, more or less: this one share for all aligns the baselines
 * of styles of one pitch. */
enum { TK_PITCH_ASCENT = 760 };

/* Notes where faces of the boxes from @from to @to that stand in for that of @style need more than its pitch.
 */
void tk_galley_note_tight_faces (const TkSetter *setter, const TkStyle *style, guint from, guint to);

/* How far @face at @size reaches above and below its baseline, with all its ink. */
void tk_galley_face_heights (const TkFace *face, TkUnit size, TkUnit *ret_ascent, TkUnit *ret_descent);
