/* Comes in: a PDF file. Goes out: its text and how many pages it has. Must not know what the text is for. */
#include "pdf_text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "nfc.h"
#include "pdf_apart.h"

enum { MOST_SECONDS = 60 };

static gboolean
write_page (const TkPoppler *call, PopplerDocument *document, int number, int to)
{
  PopplerPage *page = call->poppler_document_get_page (document, number);
  char *text = page != NULL ? call->poppler_page_get_text (page) : NULL;

  if (text != NULL)
    g_strdelimit (text, "\f", '\n');
  if (page != NULL)
    call->g_object_unref (page);
  return (text == NULL || tk_pdf_apart_write (to, text, strlen (text))) && tk_pdf_apart_write (to, "\f", 1);
}

/* To the pipe: the number of pages, then their text. */
static TkPdfEnd
write_pages (const TkPoppler *call, PopplerDocument *const *documents, int to)
{
  const gint32 n = call->poppler_document_get_n_pages (documents[0]);
  gboolean written = tk_pdf_apart_write (to, &n, sizeof n);

  for (int i = 0; written && i < n; i++)
    written = write_page (call, documents[0], i, to);
  return written ? TK_PDF_GOOD : TK_PDF_BROKEN;
}

/* What people read: no other control characters than line ends, tabs and ends of pages. */
static char *
clean (const GByteArray *bytes)
{
  g_autofree char *raw = g_strndup ((const char *) bytes->data + sizeof (gint32),
                                    bytes->len - sizeof (gint32));
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  char *text = tk_nfc_new (valid, -1);
  gboolean empty = TRUE;

  for (char *c = text; *c != '\0'; c++) {
    if ((g_ascii_iscntrl (*c) && strchr ("\n\t\f", *c) == NULL))
      *c = ' ';
    empty = empty && g_ascii_isspace (*c);
  }
  if (empty)
    *text = '\0';
  return text;
}

char *
tk_pdf_text_new (const char *path, guint *ret_pages, const char **ret_reason)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  gint32 n = 0;

  *ret_pages = 0;
  *ret_reason = _ ("it cannot be read");
  if (bytes == NULL)
    return NULL;
  g_autoptr (GByteArray) said = tk_pdf_apart_new (&bytes, 1, write_pages, MOST_SECONDS, ret_reason);
  if (said == NULL)
    return NULL;
  if (said->len >= sizeof n)
    memcpy (&n, said->data, sizeof n);
  *ret_pages = (guint) MAX (n, 0);
  if (n >= 1)
    return clean (said);
  *ret_reason = _ ("it has no pages");
  return NULL;
}
