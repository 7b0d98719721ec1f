/* Comes in: what was typed about the press. Goes out: wishes for its sheets and their colours. */
#include "press.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

/* The names of an option and what they stand for. */
typedef struct {
  const char *name;
  int value;
} Choice;

/* Percent of all inks together that offset on coated paper takes. */
enum { USUAL_INK_LIMIT = 300 };

static const Choice schemes[] = {
    {"booklet", TK_PRESS_BOOKLET}, {"perfect", TK_PRESS_PERFECT}, {"n-up", TK_PRESS_N_UP},
    {"stack", TK_PRESS_STACK},     {"none", TK_PRESS_NONE},       {NULL, 0},
};

static const Choice colours[] = {
    {"rgb", TK_COLOUR_RGB},
    {"gray", TK_COLOUR_GRAY},
    {"cmyk", TK_COLOUR_CMYK},
    {NULL, 0},
};

void
tk_press_clear (TkPress *press)
{
  char **texts[] = {&press->scheme,    &press->sheet,  &press->section, &press->up,      &press->bleed,
                    &press->thickness, &press->factor, &press->colour,  &press->profile, &press->ink_limit};

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&press->inks, tk_inks_free);
}

GOptionGroup *
tk_press_group_new (TkPress *press)
{
  GOptionGroup *group = g_option_group_new ("press", _ ("For the press:"),
                                            _ ("Show the options of the press"), NULL, NULL);
  const GOptionEntry entries[] = {
      {"press", 0, 0, G_OPTION_ARG_STRING, &press->scheme,
       N_ ("Pages on sheets: booklet (folded into each other, stapled), perfect (sections, glued), n-up "
           "(side "
           "by side), stack (cut, the piles on each other), none (a page a sheet)"),
       N_ ("SCHEME")},
      {"sheet", 0, 0, G_OPTION_ARG_STRING, &press->sheet,
       N_ ("Size of the sheets: A4, A3, SRA3 …, or 400x270mm (the smallest that holds them)"), N_ ("SIZE")},
      {"section", 0, 0, G_OPTION_ARG_STRING, &press->section,
       N_ ("Sheets folded into each other (booklet: all; perfect: 4)"), N_ ("N")},
      {"up", 0, 0, G_OPTION_ARG_STRING, &press->up, N_ ("Pages a side, n-up and stack: 2 or 4 (2)"),
       N_ ("N")},
      {"bleed", 0, 0, G_OPTION_ARG_STRING, &press->bleed,
       N_ ("How far pictures go on beyond the cut (3mm with marks)"), N_ ("LENGTH")},
      {"marks", 0, 0, G_OPTION_ARG_NONE, &press->marks,
       N_ ("Crop, fold and registration marks, and a line that says which sheet it is"), NULL},
      {"no-marks", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &press->marks, N_ ("None of them (default)"),
       NULL},
      {"paper-thickness", 0, 0, G_OPTION_ARG_STRING, &press->thickness,
       N_ ("Of a sheet, for the creep of the inner ones: 80 g/m² 0.1mm"), N_ ("LENGTH")},
      {"creep-factor", 0, 0, G_OPTION_ARG_STRING, &press->factor,
       N_ ("Creep of a sheet in thicknesses: 1 sharp fold, 1.57 round (1.2)"), N_ ("FACTOR")},
      {"proof", 0, 0, G_OPTION_ARG_NONE, &press->proof,
       N_ ("Last, a sheet with all pages small as they will be read"), NULL},
      {"colour", 0, 0, G_OPTION_ARG_STRING, &press->colour, N_ ("rgb, gray or cmyk (rgb)"), N_ ("KIND")},
      {"cmyk-profile", 0, 0, G_OPTION_ARG_FILENAME, &press->profile,
       N_ ("ICC profile of the press (the system's)"), N_ ("FILE")},
      {"ink-limit", 0, 0, G_OPTION_ARG_STRING, &press->ink_limit,
       N_ ("All inks together, 240 to 400 percent (300)"), N_ ("PERCENT")},
      {"pdfx", 0, 0, G_OPTION_ARG_NONE, &press->pdfx, N_ ("Write PDF/X-4 (gray or cmyk)"), NULL},
      {NULL},
  };

  *press = (TkPress){0};
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  return group;
}

/* ---- values ---- */

/* @typed: NULL where there is no value, or the value is not what is wrong. */
static gboolean
refuse (const char *option, const char *typed, const char *hint, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, "--%s%s%s: %s", option, typed != NULL ? " " : "",
               typed != NULL ? typed : "", hint);
  return FALSE;
}

static gboolean
find_choice (const Choice *choices, const char *name, int *ret_value)
{
  for (; choices->name != NULL; choices++)
    if (strcmp (choices->name, name) == 0) {
      *ret_value = choices->value;
      return TRUE;
    }
  return FALSE;
}

/* "400x270mm", "40 x 27 cm", "16.5in×11.7in": the unit of the second stands for both where the first has
 * none. */
static gboolean
read_size (const char *typed, TkUnit *ret_width, TkUnit *ret_height)
{
  g_auto (GStrv) words = g_strsplit_set (typed, " ", -1);
  g_autofree char *bare = g_strjoinv ("", words);
  const char *times = strstr (bare, "×"), *second = times != NULL ? times + strlen ("×") : NULL;

  if (times == NULL && (times = strchr (bare, 'x')) != NULL)
    second = times + 1;
  if (times == NULL)
    return FALSE;
  g_autofree char *first = g_strndup (bare, (gsize) (times - bare));
  const char *unit = second + strspn (second, "0123456789.");
  g_autofree char *with_unit = g_strconcat (first, unit, NULL);
  return (tk_unit_parse (first, ret_width) || tk_unit_parse (with_unit, ret_width))
         && tk_unit_parse (second, ret_height);
}

/* The smallest sheet that a page could be seen on, and the largest of any press. */
static gboolean
settle_sheet (TkPress *press, GError **error)
{
  TkPressWish *wish = &press->wish;

  if (press->sheet == NULL || tk_sheets_find_size (press->sheet, &wish->sheet_width, &wish->sheet_height))
    return TRUE;
  if (!read_size (press->sheet, &wish->sheet_width, &wish->sheet_height) || wish->sheet_width < TK_MM (50)
      || wish->sheet_height < TK_MM (50) || wish->sheet_width > TK_MM (2000)
      || wish->sheet_height > TK_MM (2000))
    return refuse ("sheet", press->sheet, _ ("give a size like A4, SRA3 or 400x270mm, from 5 cm to 2 m"),
                   error);
  return TRUE;
}

static gboolean
settle_length (const char *option, const char *typed, TkUnit most, TkUnit *ret_length, GError **error)
{
  TkUnit length;

  if (!tk_unit_parse (typed, &length) || length < 0 || length > most) {
    g_autofree char *hint = g_strdup_printf (_ ("give a length like 3mm, at most %d mm"),
                                             (int) ((most + TK_MM (0.5)) / TK_MM (1)));
    return refuse (option, typed, hint, error);
  }
  *ret_length = length;
  return TRUE;
}

static gboolean
settle_creep (TkPress *press, GError **error)
{
  char *end = NULL;

  press->wish.creep = 1200;
  if (press->thickness != NULL
      && !settle_length ("paper-thickness", press->thickness, TK_MM (1), &press->wish.thickness, error))
    return FALSE;
  if (press->factor == NULL)
    return TRUE;
  const double factor = g_ascii_strtod (press->factor, &end);
  if (end == press->factor || *end != '\0' || !(factor >= 0.5 && factor <= 3))
    return refuse ("creep-factor", press->factor, _ ("give a number from 0.5 to 3"), error);
  press->wish.creep = (int) (factor * 1000 + 0.5);
  return TRUE;
}

/* A whole number from @least to @most; what was not given stays. */
static gboolean
settle_number (const char *option, const char *typed, guint least, guint most, guint *ret_number,
               GError **error)
{
  guint64 number;

  if (typed == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (typed, 10, least, most, &number, NULL)) {
    g_autofree char *hint = g_strdup_printf (_ ("give %u to %u"), least, most);
    return refuse (option, typed, hint, error);
  }
  *ret_number = (guint) number;
  return TRUE;
}

static gboolean
settle_numbers (TkPress *press, GError **error)
{
  const gboolean folded = press->wish.scheme == TK_PRESS_BOOKLET || press->wish.scheme == TK_PRESS_PERFECT,
                 many = press->wish.scheme == TK_PRESS_N_UP || press->wish.scheme == TK_PRESS_STACK;

  if (!settle_number ("section", press->section, 1, 64, &press->wish.section, error))
    return FALSE;
  if (press->section != NULL && !folded)
    return refuse ("section", NULL,
                   _ ("only what is folded has sections; use it with --press booklet or perfect"), error);
  if (press->up != NULL && !many)
    return refuse ("up", NULL, _ ("use it with --press n-up or stack"), error);
  if (press->up != NULL && strcmp (press->up, "2") != 0 && strcmp (press->up, "4") != 0)
    return refuse ("up", press->up, _ ("give 2 or 4"), error);
  return settle_number ("up", press->up, 2, 4, &press->wish.up, error);
}

static gboolean
settle_colour (TkPress *press, GError **error)
{
  guint limit = USUAL_INK_LIMIT;
  int kind = TK_COLOUR_RGB;

  if (press->colour != NULL && !find_choice (colours, press->colour, &kind))
    return refuse ("colour", press->colour, _ ("give rgb, gray or cmyk"), error);
  press->kind = (TkColourKind) kind;
  if (!settle_number ("ink-limit", press->ink_limit, 240, 400, &limit, error))
    return FALSE;
  if (kind != TK_COLOUR_CMYK && (press->profile != NULL || press->ink_limit != NULL))
    return refuse (press->profile != NULL ? "cmyk-profile" : "ink-limit", NULL,
                   _ ("is for inks; add --colour cmyk"), error);
  if (press->pdfx && kind == TK_COLOUR_RGB)
    return refuse ("pdfx", NULL, _ ("is for inks; add --colour gray or cmyk"), error);
  if (kind == TK_COLOUR_RGB)
    return TRUE;
  press->inks = tk_inks_new (press->kind, press->profile, (int) limit, error);
  return press->inks != NULL;
}

/* The option that was given without --press, or NULL. */
static const char *
find_stray (const TkPress *press)
{
  const struct {
    gboolean given;
    const char *name;
  } options[] = {
      {press->sheet != NULL, "sheet"},
      {press->section != NULL, "section"},
      {press->up != NULL, "up"},
      {press->bleed != NULL, "bleed"},
      {press->marks, "marks"},
      {press->thickness != NULL, "paper-thickness"},
      {press->factor != NULL, "creep-factor"},
      {press->proof, "proof"},
      {press->colour != NULL, "colour"},
      {press->profile != NULL, "cmyk-profile"},
      {press->ink_limit != NULL, "ink-limit"},
      {press->pdfx, "pdfx"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given)
      return options[i].name;
  return NULL;
}

gboolean
tk_press_settle (TkPress *press, GError **error)
{
  const char *stray = press->scheme == NULL ? find_stray (press) : NULL;
  int scheme;

  press->wish = (TkPressWish){.marks = press->marks, .proof = press->proof};
  if (stray != NULL)
    return refuse (stray, NULL, _ ("is for sheets; add --press booklet, or --press none for a page a sheet"),
                   error);
  press->wanted = press->scheme != NULL;
  if (!press->wanted)
    return TRUE;
  if (!find_choice (schemes, press->scheme, &scheme))
    return refuse ("press", press->scheme, _ ("give booklet, perfect, n-up, stack or none"), error);
  press->wish.scheme = (TkPressScheme) scheme;
  if (press->bleed != NULL && !settle_length ("bleed", press->bleed, TK_MM (20), &press->wish.bleed, error))
    return FALSE;
  if (press->bleed != NULL && press->wish.bleed == 0)
    press->wish.bleed = -1;
  return settle_sheet (press, error) && settle_creep (press, error) && settle_numbers (press, error)
         && settle_colour (press, error);
}

/* ---- the file ---- */

gboolean
tk_press_paint (const TkPress *press, const TkSheets *sheets, TkOutput *output, GError **error)
{
  const TkPressColour colour = {press->inks, press->pdfx};

  return tk_paint_press (sheets, &colour, output, error);
}
