/* Comes in: a printer's own words of its state. Goes out: a sentence for the person before it. */
#include "state.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const char *keyword;
  gboolean stops; /* nothing comes out until it is mended, else it is good to know */
  const char *words;
} Reason;

static const Reason reasons[] = {
    {"media-empty", TRUE, N_ ("there is no paper; put some in")},
    {"media-needed", TRUE, N_ ("it waits for paper; put in the size that its panel shows")},
    {"media-jam", TRUE, N_ ("paper is stuck; take it out")},
    {"cover-open", TRUE, N_ ("a cover is open; close it")},
    {"door-open", TRUE, N_ ("a door is open; close it")},
    {"interlock-open", TRUE, N_ ("something is open; close it")},
    {"input-tray-missing", TRUE, N_ ("a paper tray is missing; push it in")},
    {"output-tray-missing", TRUE, N_ ("the tray for printed paper is missing; push it in")},
    {"output-area-full", TRUE, N_ ("the tray for printed paper is full; empty it")},
    {"toner-empty", TRUE, N_ ("there is no toner; change the cartridge")},
    {"marker-supply-empty", TRUE, N_ ("there is no ink or toner; change the cartridge")},
    {"marker-waste-full", TRUE, N_ ("the waste tank is full; change it")},
    {"spool-area-full", TRUE, N_ ("its memory is full; wait, or cancel other jobs")},
    {"fuser-over-temp", TRUE, N_ ("it is too hot; wait until it has cooled")},
    {"offline", TRUE, N_ ("it is off or not in the network; switch it on, and see to its cable")},
    {"shutdown", TRUE, N_ ("it is switched off; switch it on")},
    {"timed-out", TRUE, N_ ("it does not answer its server; switch it off and on again")},
    {"connecting-to-device", TRUE, N_ ("its server does not reach it; see whether it is switched on")},
    {"paused", TRUE, N_ ("it is paused; press its button to go on, or call cupsenable")},
    {"moving-to-paused", TRUE, N_ ("it is being paused; press its button to go on, or call cupsenable")},
    {"media-low", FALSE, N_ ("little paper is left")},
    {"toner-low", FALSE, N_ ("little toner is left")},
    {"marker-supply-low", FALSE, N_ ("little ink or toner is left")},
    {"marker-waste-almost-full", FALSE, N_ ("the waste tank is almost full")},
    {"output-area-almost-full", FALSE, N_ ("the tray for printed paper is almost full")},
};

/* A keyword has its severity behind it: -report, -warning, -error or nothing. */
static const Reason *
find_reason (const char *keyword)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++) {
    const gsize length = strlen (reasons[i].keyword);
    if (strncmp (keyword, reasons[i].keyword, length) == 0
        && (keyword[length] == '\0' || g_str_equal (keyword + length, "-report")
            || g_str_equal (keyword + length, "-warning") || g_str_equal (keyword + length, "-error")))
      return &reasons[i];
  }
  return NULL;
}

/* One of several trays may be empty while the printer goes on: that is a report or a warning. */
static gboolean
is_grave (const char *keyword)
{
  return !g_str_has_suffix (keyword, "-report") && !g_str_has_suffix (keyword, "-warning");
}

static const char *
find_text (const TkPrinter *printer, ipp_t *attributes, const char *name)
{
  ipp_attribute_t *found = printer->call.ippFindAttribute (attributes, name, IPP_TAG_ZERO);
  const char *text = found != NULL ? printer->call.ippGetString (found, 0, NULL) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

/* The first of the reasons that says why it has stopped, be it a mere report; NULL: none is known. */
static const char *
find_words (const TkPrinter *printer, ipp_attribute_t *said, gboolean stopped, TkNotes *notes)
{
  const TkCups *call = &printer->call;
  const char *words = NULL;

  for (int i = 0; said != NULL && i < call->ippGetCount (said); i++) {
    const char *keyword = call->ippGetString (said, i, NULL);
    const Reason *reason = keyword != NULL ? find_reason (keyword) : NULL;
    if (reason == NULL)
      continue;
    if (reason->stops && (stopped || is_grave (keyword))) {
      if (words == NULL)
        words = _ (reason->words);
    } else if (notes != NULL) {
      tk_notes_add (notes, _ ("%s: %s"), printer->name, _ (reason->words));
    }
  }
  return words;
}

char *
tk_state_obstacle_new (const TkPrinter *printer, ipp_t *attributes, TkNotes *notes)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *state = call->ippFindAttribute (attributes, "printer-state", IPP_TAG_ENUM);
  ipp_attribute_t *said = call->ippFindAttribute (attributes, "printer-state-reasons", IPP_TAG_KEYWORD);
  const gboolean stopped = state != NULL && call->ippGetInteger (state, 0) == IPP_PSTATE_STOPPED;
  const char *words = find_words (printer, said, stopped, notes);
  const char *message = find_text (printer, attributes, "printer-state-message");

  if (words != NULL)
    return g_strdup (words);
  if (!stopped)
    return NULL;
  return message != NULL ? g_strdup_printf (_ ("it has stopped (%s); look at its panel"), message)
                         : g_strdup (_ ("it has stopped; look at its panel"));
}
