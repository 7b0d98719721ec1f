/* Comes in: the lengths, keeps and borders of a paragraph or of a style. Goes out: w:pPr, in the order that
 * its schema wants (17.3.1.26). Knows no words. */
#include "word_styles.h"

static const char *
name_alignment (TkAlign align)
{
  static const char *const names[] = {
      [TK_ALIGN_LEFT] = "left",
      [TK_ALIGN_CENTRE] = "center",
      [TK_ALIGN_RIGHT] = "right",
      [TK_ALIGN_JUSTIFY] = "both",
  };

  return names[align];
}

static void
put_tab (TkXml xml, const char *kind, TkUnit at, gboolean leads)
{
  tk_word_begin (xml, "w:tab");
  tk_word_attribute (xml, "w:val", kind);
  if (leads)
    tk_word_attribute (xml, "w:leader", "dot");
  tk_word_number (xml, "w:pos", tk_word_twips (at));
  tk_word_end (xml);
}

static void
put_tabs (TkXml xml, const TkWordParagraph *look)
{
  if (look->edge == 0 && look->middle == 0 && look->label == 0)
    return;
  tk_word_begin (xml, "w:tabs");
  if (look->label > 0)
    put_tab (xml, "left", look->style->left_indent + look->indent + look->label, FALSE);
  if (look->middle > 0)
    put_tab (xml, "center", look->middle, FALSE);
  if (look->edge > 0)
    put_tab (xml, "right", look->edge, look->leads);
  tk_word_end (xml);
}

/* 17.3.1.11 */
static void
put_frame (TkXml xml, int lines)
{
  tk_word_begin (xml, "w:framePr");
  tk_word_attribute (xml, "w:dropCap", "drop");
  tk_word_number (xml, "w:lines", lines);
  tk_word_attribute (xml, "w:wrap", "around");
  tk_word_attribute (xml, "w:vAnchor", "text");
  tk_word_attribute (xml, "w:hAnchor", "text");
  tk_word_end (xml);
}

static void
put_rule (TkXml xml, const TkWordParagraph *look)
{
  if (look->rule == 0)
    return;
  tk_word_begin (xml, "w:pBdr");
  tk_word_begin (xml, "w:top");
  tk_word_attribute (xml, "w:val", "single");
  tk_word_number (xml, "w:sz", tk_word_eighths (look->rule));
  tk_word_attribute (xml, "w:space", "0");
  tk_word_colour (xml, "w:color", look->colour);
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
put_spacing (TkXml xml, const TkWordParagraph *look)
{
  const TkStyle *style = look->style, *than = look->than;
  const TkUnit before = look->top ? 0 : MAX (style->space_before, look->before);
  const TkUnit after = look->tight ? 0 : style->space_after;

  if (than != NULL && before == than->space_before && after == than->space_after
      && style->leading == than->leading && style->pitch == than->pitch && look->line == 0)
    return;
  tk_word_begin (xml, "w:spacing");
  tk_word_number (xml, "w:before", tk_word_twips (before));
  tk_word_number (xml, "w:after", tk_word_twips (after));
  if (look->line > 0 || style->pitch > 0) {
    tk_word_number (xml, "w:line", tk_word_twips (look->line > 0 ? look->line : style->pitch));
    tk_word_attribute (xml, "w:lineRule", "exact");
  } else {
    tk_word_number (xml, "w:line", (240 * style->leading + 500) / 1000);
    tk_word_attribute (xml, "w:lineRule", "auto");
  }
  tk_word_end (xml);
}

static void
put_indents (TkXml xml, const TkWordParagraph *look)
{
  const TkStyle *style = look->style, *than = look->than;
  const TkUnit left = style->left_indent + look->indent + look->label;
  const TkUnit right = style->right_indent + look->right;
  const TkUnit first = style->first_indent - look->label;

  if (look->flat
      || (than != NULL && left == than->left_indent && right == than->right_indent
          && first == than->first_indent))
    return;
  if (than == NULL && !look->derived && left == 0 && right == 0 && first == 0)
    return;
  tk_word_begin (xml, "w:ind");
  tk_word_number (xml, "w:left", tk_word_twips (left));
  tk_word_number (xml, "w:right", tk_word_twips (right));
  tk_word_number (xml, first < 0 ? "w:hanging" : "w:firstLine", tk_word_twips (ABS (first)));
  tk_word_end (xml);
}

void
tk_word_put_paragraph_look (TkXml xml, const TkWordParagraph *look)
{
  const TkStyle *style = look->style, *than = look->than;
  const gboolean keeps = style->keep_with_next || look->keeps;

  if (look->derived || keeps != (than != NULL && than->keep_with_next))
    tk_word_toggle (xml, "w:keepNext", keeps);
  if (look->derived || style->keep_together != (than != NULL && than->keep_together))
    tk_word_toggle (xml, "w:keepLines", style->keep_together);
  if (look->breaks)
    tk_word_flag (xml, "w:pageBreakBefore");
  if (look->drop > 0)
    put_frame (xml, look->drop);
  if (than == NULL)
    tk_word_toggle (xml, "w:widowControl", style->orphans > 1 || style->widows > 1);
  if (look->numbering != 0) {
    tk_word_begin (xml, "w:numPr");
    tk_word_value_number (xml, "w:ilvl", look->numbered_at);
    tk_word_value_number (xml, "w:numId", look->numbering);
    tk_word_end (xml);
  }
  put_rule (xml, look);
  put_tabs (xml, look);
  put_spacing (xml, look);
  put_indents (xml, look);
  if (than == NULL || style->align != than->align)
    tk_word_value (xml, "w:jc", name_alignment (style->align));
}
