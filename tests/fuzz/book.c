/* Any bytes as every part of a spreadsheet file, of both forms. */
#include <archive.h>
#include <archive_entry.h>

#include "book.h"
#include "door.h"

#define RELATION(id, type, target) "<Relationship Id='" id "' Type='/" type "' Target='" target "'/>"

static void
write_part (struct archive *archive, const char *name, const void *bytes, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_write_header (archive, entry);
  archive_write_data (archive, bytes, size);
  archive_entry_free (entry);
}

static void
write_book (const char *path, gboolean xlsx, const guint8 *bytes, gsize size)
{
  static const char root[] = "<R>" RELATION ("r", "officeDocument", "a.xml") "</R>";
  static const char links[] = "<R>" RELATION ("r1", "worksheet", "a.xml") RELATION ("r2", "styles", "a.xml")
      RELATION ("r3", "sharedStrings", "a.xml") "</R>";
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_open_filename (archive, path);
  if (xlsx) {
    write_part (archive, "_rels/.rels", root, sizeof root - 1);
    write_part (archive, "_rels/a.xml.rels", links, sizeof links - 1);
  }
  write_part (archive, xlsx ? "a.xml" : "content.xml", bytes, size);
  archive_write_free (archive);
}

static void
read_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkBook) book = tk_book_open_new (path, &error);
  TkRow row;

  g_assert_true ((book == NULL) == (error != NULL));
  for (guint i = 0; book != NULL && i < MIN (tk_book_n_sheets (book), 3) && error == NULL; i++) {
    g_autoptr (TkBookRows) rows = tk_book_rows_new (book, i, &error);
    g_assert_true ((rows == NULL) == (error != NULL));
    for (int n = 0; rows != NULL && n < 1000 && tk_book_rows_next (rows, &row, &error); n++)
      for (guint j = 0; j < row.n_cells; j++)
        g_assert_true ((row.cells[j].kind == TK_CELL_EMPTY) == (row.cells[j].text == NULL)
                       && (row.cells[j].text == NULL || g_utf8_validate (row.cells[j].text, -1, NULL)));
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *path = door_file_new ("a.book", (const guint8 *) "", 0);

  for (int xlsx = 0; xlsx < 2; xlsx++) {
    write_book (path, xlsx != 0, bytes, size);
    read_book (path);
  }
  return 0;
}
