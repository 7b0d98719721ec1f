/* pdfx [--most PERCENT] [--plain] FILE.pdf...: is it PDF/X-4, in inks that the paper takes? A fault is a
 * line, "FILE.pdf: page 3: …"; status 1 if there are any, 2 if a file cannot be read. --plain: a file for
 * printing that makes no claim. */
#include "pdfx.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
fault (File *file, const char *place, const char *format, ...)
{
  va_list list;

  va_start (list, format);
  g_autofree char *message = g_strdup_vprintf (format, list);
  va_end (list);
  printf ("%s: %s: %s\n", file->name, place, message);
  file->faults++;
}

pdf_obj *
entry (const File *file, pdf_obj *dictionary, const char *key)
{
  return pdf_dict_gets (file->context, dictionary, key);
}

gboolean
says (const File *file, pdf_obj *dictionary, const char *key, const char *name)
{
  return strcmp (pdf_to_name (file->context, entry (file, dictionary, key)), name) == 0;
}

static void
judge (File *file)
{
  file->document = pdf_open_document (file->context, file->name);
  file->trailer = pdf_trailer (file->context, file->document);
  file->catalog = entry (file, file->trailer, "Root");
  check_file (file);
  check_objects (file);
  for (int i = 0; i < pdf_count_pages (file->context, file->document); i++)
    check_page (file, i);
}

static int
judge_file (const File *wish, const char *name)
{
  File file = *wish;
  int broken = 0;

  file.name = name;
  file.seen = g_hash_table_new (NULL, NULL);
  fz_var (broken);
  fz_try (file.context) judge (&file);
  fz_always (file.context) pdf_drop_document (file.context, file.document);
  fz_catch (file.context)
  {
    fprintf (stderr, "%s: %s\n", name, fz_caught_message (file.context));
    broken = 1;
  }
  if (!broken)
    printf ("%s: at most %d %% of ink in colours, %d %% in pictures, %d faults\n", name, file.found,
            file.found_picture, file.faults);
  g_hash_table_unref (file.seen);
  return broken ? 2 : file.faults > 0;
}

int
main (int argc, char **argv)
{
  File wish = {.context = fz_new_context (NULL, NULL, FZ_STORE_DEFAULT), .most = 300};
  int status = 0, i = 1;

  for (; i < argc && g_str_has_prefix (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--plain"))
      wish.plain = TRUE;
    else if (g_str_equal (argv[i], "--most") && i + 1 < argc)
      wish.most = atoi (argv[++i]);
  if (i >= argc || wish.context == NULL) {
    fprintf (stderr, "pdfx [--most PERCENT] [--plain] FILE.pdf...\n");
    return 2;
  }
  for (; i < argc; i++) {
    int got = judge_file (&wish, argv[i]);
    status = MAX (status, got);
  }
  fz_drop_context (wish.context);
  return status;
}
