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

const char *
tk_state_find_message (const TkPrinter *printer, ipp_t *attributes)
{
  ipp_attribute_t *found = printer->call.ippFindAttribute (attributes, "printer-state-message", IPP_TAG_ZERO);
  const char *text = found != NULL ? printer->call.ippGetString (found, 0, NULL) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

/* Does it hold up the paper that is wanted? */
static gboolean
is_obstacle (const Reason *reason, const char *keyword, gboolean stopped, gboolean loaded)
{
  if (!reason->stops)
    return FALSE;
  return stopped || is_grave (keyword) || (!loaded && g_str_equal (reason->keyword, "media-empty"));
}

static void
read_reason (const TkPrinter *printer, const char *keyword, gboolean stopped, gboolean loaded, TkNotes *notes,
             TkObstacle *obstacle)
{
  const Reason *reason = find_reason (keyword);

  if (reason == NULL)
    return;
  const gboolean stands = is_obstacle (reason, keyword, stopped, loaded);
  if (reason->stops && (obstacle->words == NULL || (stands && !obstacle->stands))) {
    g_free (obstacle->words);
    obstacle->words = g_strdup (_ (reason->words));
  }
  obstacle->stands = obstacle->stands || stands;
  if (!stands && notes != NULL)
    tk_notes_add (notes, _ ("%s: %s"), printer->name, _ (reason->words));
}

/* What the printer, or who stopped it, says of that. */
static void
explain_stop (TkObstacle *obstacle, const char *message)
{
  g_autofree char *words = obstacle->words != NULL ? g_steal_pointer (&obstacle->words)
                                                   : g_strdup (_ ("it has stopped; look at its panel"));

  obstacle->words = message != NULL ? g_strdup_printf (_ ("%s (it says: %s)"), words, message)
                                    : g_steal_pointer (&words);
}

void
tk_state_read (const TkPrinter *printer, ipp_t *attributes, gboolean loaded, TkNotes *notes,
               TkObstacle *ret_obstacle)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *state = call->ippFindAttribute (attributes, "printer-state", IPP_TAG_ENUM);
  ipp_attribute_t *said = call->ippFindAttribute (attributes, "printer-state-reasons", IPP_TAG_KEYWORD);
  const char *message = tk_state_find_message (printer, attributes);
  const gboolean stopped = state != NULL && call->ippGetInteger (state, 0) == IPP_PSTATE_STOPPED;
  TkObstacle obstacle = {.stands = stopped};

  for (int i = 0; said != NULL && i < call->ippGetCount (said); i++)
    if (call->ippGetString (said, i, NULL) != NULL)
      read_reason (printer, call->ippGetString (said, i, NULL), stopped, loaded, notes, &obstacle);
  if (stopped)
    explain_stop (&obstacle, message);
  *ret_obstacle = obstacle;
}

void
tk_obstacle_clear (TkObstacle *obstacle)
{
  g_free (obstacle->words);
}
