/* Comes in: counts. Goes out: notes. Knows no Word file. */
#include "docx_tally.h"

#include <glib/gi18n.h>

void
tk_docx_tally_note (const TkDocxTally *tally, const char *path, TkNotes *notes)
{
  static const char *const texts[TK_DOCX_KINDS] = {
      [TK_DOCX_UNDERLINE] = N_ ("underlining is left out, the paper's styles decide; use bold or italic"),
      [TK_DOCX_COLOUR] = N_ ("colours are left out, the paper's styles decide"),
      [TK_DOCX_SIZE] = N_ ("sizes of letters are left out; use heading styles for headings"),
      [TK_DOCX_STRUCK] = N_ ("text that is struck out is kept without its line; delete it if it should go"),
      [TK_DOCX_RAISED] = N_ ("raised and lowered text is kept on the line; look at indices and powers"),
      [TK_DOCX_HIDDEN] = N_ ("hidden text is left out; show it in Word if it should stay"),
      [TK_DOCX_LOST_EMPHASIS] = N_ ("italics within a word cannot be kept beside bold"),
      [TK_DOCX_SYMBOL] = N_ ("signs of a symbol font have no letter in Unicode; type them by another font"),
      [TK_DOCX_OLD_FONT] = N_ ("text in fonts of TCVN3 or VNI was converted to Unicode; look through it"),
      [TK_DOCX_OLD_TEXT] = N_ ("text is in an encoding of before Unicode and was converted; look through it"),
      [TK_DOCX_CASE] = N_ ("of words in TCVN3 it cannot be known whether they are in capitals; look after "
                           "the names"),
      [TK_DOCX_UNSURE] = N_ ("passages may be in an encoding of before Unicode and were left as they are; "
                             "look through the text"),
      [TK_DOCX_PICTURE] = N_ ("pictures are left out; record them as photos"),
      [TK_DOCX_EQUATION] = N_ ("equations are kept as the line of their letters; look at them"),
      [TK_DOCX_BOX] = N_ ("text boxes stand before the paragraph that they hang on; look at their place"),
      [TK_DOCX_INSERTED] = N_ ("tracked insertions are taken; accept or reject them in Word"),
      [TK_DOCX_DELETED] = N_ ("tracked deletions are left out; accept or reject them in Word"),
      [TK_DOCX_COMMENT] = N_ ("comments are left out"),
      [TK_DOCX_FOOTNOTE] = N_ ("footnotes and endnotes stand in parentheses where their mark was"),
      [TK_DOCX_CONTENTS] = N_ (
          "lines of a table of contents are left out, its page numbers were those of Word"),
      [TK_DOCX_LETTERED] = N_ ("items counted by letters or Roman numerals are counted 1, 2, 3; look after "
                               "sentences that name them"),
      [TK_DOCX_MERGED] = N_ ("merged cells are parted, the text stands in the first; look at the tables"),
      [TK_DOCX_NESTED] = N_ ("tables within tables are flattened to text; look at the tables"),
  };

  for (guint i = 0; i < TK_DOCX_KINDS; i++)
    if (tally->n[i] > 0)
      tk_notes_add (notes, _ ("%s: %s (%u)"), path, _ (texts[i]), tally->n[i]);
}
