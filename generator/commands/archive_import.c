/* tongket archive import STORE FROM: old papers and scanned pages into the archive, all or nothing. */
#include "archive_commands.h"

#include <glib/gi18n.h>

#include "archive.h"
#include "error.h"
#include "ingest.h"

static const TkUsage usage = {
    .name = "archive import",
    .arguments = N_ ("STORE FOLDER|LIST.csv"),
    .about = N_ (
        "Files old papers in the archive: PDF, DOCX, or pictures of their pages (JPEG, PNG, WebP, HEIC, "
        "TIFF), as a list "
        "says, "
        "which lies in their folder: all of them or, where a line is wrong, none.\n"
        "A line of the list is a paper. Its columns: title (Tiêu đề), files (Tệp; several parted by “;”, or "
        "trang-*.jpg), year (Năm) or date (Ngày ban hành); and, as far as known, kind (Loại), number (Số, ký "
        "hiệu), "
        "publisher (Cơ quan ban hành), persons (Người), organisations (Đơn vị), places (Địa danh), language, "
        "rights, "
        "source, id.\n"
        "What is in the archive already is passed over; a line with its id and a reason (Lý do) replaces it "
        "by a new "
        "version."),
    .example = "tongket archive import luu-tru van-ban-1998/\ntongket archive import luu-tru danh-sach.csv",
    .fewest = 2,
    .most = 2,
};

/* Now, or SOURCE_DATE_EPOCH. (transfer full) */
static char *
find_time (GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = g_get_real_time () / G_USEC_PER_SEC;

  if (epoch != NULL && *epoch != '\0'
      && !g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("SOURCE_DATE_EPOCH=%s: not a number of seconds since 1970"), epoch);
    return NULL;
  }
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
tk_run_archive_import (int argc, char **argv, GError **error)
{
  g_autofree char *encoding = NULL;
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
      {"encoding", 'e', 0, G_OPTION_ARG_STRING, &encoding,
       N_ ("Encoding of the list, instead of what it seems to be in: auto, utf-8, utf-16, tcvn3, vni, "
           "viscii, "
           "windows-1258, windows-1252"),
       N_ ("NAME")},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };
  g_autoptr (TkNotes) notes = tk_notes_new ();
  TkIngestTally tally = {0};

  if (!tk_command_parse (&usage, entries, &argc, &argv, error))
    return FALSE;
  g_autofree char *when = find_time (error);
  g_autoptr (TkArchive) archive = when != NULL ? tk_archive_open_new (argv[1], TRUE, error) : NULL;
  const TkIngest wish = {.from = argv[2], .encoding = encoding, .when = when};
  if (archive == NULL || !tk_archive_ingest (archive, &wish, notes, &tally, error))
    return FALSE;
  if (quiet)
    return TRUE;
  tk_notes_print (notes, "", stderr);
  g_autofree char *said = g_strdup_printf (ngettext ("%u paper added", "%u papers added", tally.n_added),
                                           tally.n_added);
  g_print (_ ("%s: %s, %u were there\n"), argv[1], said, tally.n_known);
  return TRUE;
}
