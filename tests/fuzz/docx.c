/* Any bytes as the body of a Word file: no crash, and valid UTF-8 comes out. */
#include "docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "door.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *path = door_file_new ("a.docx", (const guint8 *) "", 0);
  struct archive *zip = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;

  archive_write_set_format_zip (zip);
  archive_write_set_options (zip, "compression=store");
  g_assert_true (archive_write_open_filename (zip, path) == ARCHIVE_OK);
  archive_entry_set_pathname (entry, "word/document.xml");
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_header (zip, entry);
  archive_write_data (zip, bytes, size);
  archive_entry_free (entry);
  archive_write_free (zip);
  g_autofree char *text = tk_docx_read_new (path, notes, &error);
  g_assert_true ((text == NULL) == (error != NULL));
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  return 0;
}
