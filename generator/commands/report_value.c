/* Comes in: texts and numbers. Goes out: cells. */
#include "report_value.h"

#include "shown.h"

TkValue
tk_report_text (const char *text)
{
  return (TkValue){.kind = text != NULL ? TK_VALUE_TEXT : TK_VALUE_NULL, .text = text};
}

TkValue
tk_report_number (gint64 number)
{
  return (TkValue){.kind = TK_VALUE_INTEGER, .integer = number};
}

TkValue
tk_report_shown (TkArena *arena, const char *text)
{
  g_autofree char *shown = arena != NULL ? tk_shown_on_paper_new (text) : NULL;

  return tk_report_text (shown != NULL ? tk_arena_text (arena, shown) : text);
}
