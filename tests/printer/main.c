/* Tests of printer/ without a printer: sizes of paper, what a printer cannot do, what is asked of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "error.h"
#include "exchange.h"
#include "media.h"
#include "request.h"
#include "words.h"

static void
sizes_are_found (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *typed, *found; /* NULL: nothing */
  } cases[] = {
      {"A4", "21000 29700 A4"},
      {"a4", "21000 29700 A4"},
      {"iso_a4_210x297mm", "21000 29700 A4"},
      {"iso-a4", "21000 29700 A4"},
      {"A3", "29700 42000 A3"},
      {"SRA3", "32000 45000 SRA3"},
      {"letter", "21590 27940 Letter"},
      {"190x270mm", "19000 27000 190 × 270 mm"},
      {"270x190mm", "19000 27000 190 × 270 mm"},
      {"19x27cm", "19000 27000 190 × 270 mm"},
      {"19x27CM", "19000 27000 190 × 270 mm"},
      {"27.5x40cm", "27500 40000 275 × 400 mm"},
      {"19x27", NULL},
      {"10x10mm", NULL},
      {"99999x99999cm", NULL},
      {"-190x270mm", NULL},
      {"A44", NULL},
      {"a", NULL},
      {"", NULL},
      {"Khổ A4", NULL},
  };
  TkCups cups;

  assert_true (tk_cups_load (&cups, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TkMedia media;
    const gboolean found = tk_media_find (&cups, cases[i].typed, &media);
    g_autofree char *printed = found ? g_strdup_printf ("%d %d %s", media.width, media.length, media.name)
                                     : NULL;
    if (g_strcmp0 (printed, cases[i].found) != 0)
      fail_msg ("%s: %s", cases[i].typed, printed != NULL ? printed : "nothing");
  }
}

/* A printer that answered with @words. */
static TkPrinter *
printer_new (const char *words)
{
  TkPrinter *printer = g_new0 (TkPrinter, 1);

  assert_true (tk_cups_load (&printer->call, NULL));
  printer->name = g_strdup ("P");
  printer->uri = g_strdup ("ipp://localhost/ipp/print");
  printer->attributes = ippNew ();
  if (!words_add_attributes (printer->attributes, IPP_TAG_PRINTER, words))
    fail_msg ("%s: no attributes", words);
  return printer;
}

/* "--copies 2 --sides 4 --duplex long --media A3 --page 14800x21000 --colour". */
static void
read_wish (char **words, TkPrintWish *wish)
{
  *wish = (TkPrintWish){.title = "Báo cáo", .copies = 1, .width = 21000, .height = 29700};
  for (; *words != NULL && **words != '\0'; words++) {
    if (strcmp (*words, "--colour") == 0) {
      wish->coloured = TRUE;
      continue;
    }
    if (strcmp (*words, "--mixed") == 0) {
      wish->mixed = TRUE;
      continue;
    }
    const char *option = *words++;
    assert_non_null (*words);
    if (strcmp (option, "--copies") == 0)
      wish->copies = (int) strtol (*words, NULL, 10);
    else if (strcmp (option, "--sides") == 0)
      wish->n_sides = (guint) strtoul (*words, NULL, 10);
    else if (strcmp (option, "--media") == 0)
      wish->media = *words;
    else if (strcmp (option, "--page") == 0) {
      char *end;
      wish->width = (int) strtol (*words, &end, 10);
      wish->height = (int) strtol (end + 1, NULL, 10);
    } else if (strcmp (option, "--duplex") == 0)
      wish->sides = strcmp (*words, "long") == 0    ? TK_SIDES_LONG
                    : strcmp (*words, "short") == 0 ? TK_SIDES_SHORT
                                                    : TK_SIDES_ONE;
    else
      fail_msg ("%s: no option", option);
  }
}

/* "note: …; error: …", or "note: …; what is asked of the printer". */
static char *
decide_new (TkPrinter *printer, const TkPrintWish *wish)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  GString *said = g_string_new (NULL);
  const gboolean able = tk_printer_check (printer, wish, notes, &error);
  g_autofree const char **list = tk_notes_list_new (notes);

  for (guint i = 0; list[i] != NULL; i++)
    g_string_append_printf (said, "note: %s; ", list[i]);
  if (!able) {
    assert_int_equal (error->code, TK_ERROR_OUTPUT);
    g_strdelimit (error->message, "\n", '|');
    g_string_append_printf (said, "error: %s", error->message);
    return g_string_free (said, FALSE);
  }
  ipp_t *request = tk_request_job_new (printer, IPP_OP_CREATE_JOB, wish);
  g_autofree char *asked = words_print_new (request, IPP_TAG_JOB);
  g_string_append (said, asked);
  ippDelete (request);
  return g_string_free (said, FALSE);
}

/* wishes.txt: "printer: WORDS" holds for the lines below it, which are "OPTIONS => what comes of it". */
static void
wishes_are_weighed (G_GNUC_UNUSED void **state)
{
  g_autofree char *text = NULL;
  TkPrinter *printer = NULL;
  guint n = 0, bad = 0;

  assert_true (g_file_get_contents ("wishes.txt", &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    char *arrow = strstr (*line, "=> ");
    if (g_str_has_prefix (*line, "printer:")) {
      g_clear_pointer (&printer, tk_printer_free);
      printer = printer_new (*line + strlen ("printer:"));
    }
    if (arrow == NULL || **line == '#')
      continue;
    *arrow = '\0';
    g_strchomp (*line);
    g_auto (GStrv) words = g_strsplit (*line, " ", -1);
    TkPrintWish wish;
    read_wish (words, &wish);
    g_autofree char *printed = decide_new (printer, &wish);
    n++;
    if (strcmp (printed, arrow + 3) != 0) {
      print_error ("%s\n  expected: %s\n  printed:  %s\n", *line, arrow + 3, printed);
      bad++;
    }
  }
  tk_printer_free (printer);
  assert_int_equal (bad, 0);
  assert_true (n > 20);
}

/* A name has 255 octets at most and ends between letters. */
static void
titles_are_cut (G_GNUC_UNUSED void **state)
{
  TkPrinter *printer = printer_new ("");
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (title, "ễ ");
  TkPrintWish wish = {.title = title->str, .copies = 1, .width = 21000, .height = 29700};
  ipp_t *request = tk_request_job_new (printer, IPP_OP_PRINT_JOB, &wish);
  const char *name = ippGetString (ippFindAttribute (request, "job-name", IPP_TAG_NAME), 0, NULL);
  assert_true (g_utf8_validate (name, -1, NULL));
  assert_true (strlen (name) <= 255 && strlen (name) >= 252);
  assert_true (g_str_has_prefix (title->str, name));
  ippDelete (request);
  g_string_free (title, TRUE);
  tk_printer_free (printer);
}

static void
addresses_are_read (G_GNUC_UNUSED void **state)
{
  static const char *const wrong[] = {"http://localhost/", "ipp://", "file:///etc/passwd", "ipp://a b/",
                                      "lpd://x"};

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;
    assert_null (tk_printer_new (wrong[i], &error));
    if (!g_error_matches (error, TK_ERROR, TK_ERROR_USAGE) || !g_str_has_prefix (error->message, wrong[i]))
      fail_msg ("%s: %s", wrong[i], error->message);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (sizes_are_found),
      cmocka_unit_test (wishes_are_weighed),
      cmocka_unit_test (titles_are_cut),
      cmocka_unit_test (addresses_are_read),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
