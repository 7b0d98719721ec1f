/* Comes in: a <master> element. Goes out: what it says of the frame around its pages. */
#include <glib/gi18n.h>
#include <string.h>

#include "reader.h"

static TkFrameKind
read_kind (const char *text)
{
  static const char *const names[] = {[TK_FRAME_NONE] = "none", "single", "double", "corners"};
  TkFrameKind kind = TK_FRAME_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      kind = (TkFrameKind) i;
  return kind;
}

void
tk_template_read_frame (TkReader *reader, const xmlNode *node, TkPageFrame *frame)
{
  const char *kind = tk_template_read_attribute (reader, node, "frame");
  const char *colour = tk_template_read_attribute (reader, node, "frame-colour");
  TkUnit inset = tk_template_read_length (reader, node, "frame-inset", frame->inset);

  if (kind != NULL)
    frame->kind = read_kind (kind);
  if (colour != NULL)
    frame->colour = tk_template_parse_colour (reader, tk_template_find_place (node), "frame-colour", colour);
  if (inset >= 0 && inset <= TK_MM (40))
    frame->inset = inset;
  else
    tk_template_faults_add (reader->faults, tk_template_find_place (node),
                            _ ("frame-inset is not between 0 and 40mm; write a length like 8mm"));
}
