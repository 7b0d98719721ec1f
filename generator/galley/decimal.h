/* Numbers below each other with their decimal commas in line. */
#pragma once

#include "set.h"

/* The width of the text of @cell up to its decimal comma, or to the last digit of its first number, and of
 * what comes after; a cell without a number has all of it before. */
gboolean tk_galley_measure_decimal (TkSetter *setter, const TkNode *cell, TkUnit *ret_whole,
                                    TkUnit *ret_fraction, GError **error);
