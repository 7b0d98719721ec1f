/* Paths in content streams. */
#pragma once

#include "pages.h"
#include "pdf_colour.h"

/* @left, @top: where its mark is, in 1/1000 pt, y upwards. The state of graphics is left as it was. */
void tk_path_put (TkBytes *to, const TkMark *mark, const TkColours *colours, TkTint tint, gint64 left,
                  gint64 top);
