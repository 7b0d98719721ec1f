/* Numbers and strings as PDF has them, the XMP packet, streams. */
#include <libdeflate.h>

#include "pdf_pack.h"
#include "pdf_xmp.h"
#include "tests.h"

static void
expect (TkBytes *bytes, const char *expected)
{
  tk_bytes_put (bytes, "", 1);
  assert_string_equal (bytes->at, expected);
  bytes->length = 0;
}

static void
test_fixed (void **state)
{
  static const struct {
    gint64 value;
    int decimals;
    const char *text;
  } cases[] = {
      {0, 3, "0"},
      {1, 3, "0.001"},
      {-1, 3, "-0.001"},
      {10, 3, "0.01"},
      {100, 3, "0.1"},
      {1000, 3, "1"},
      {-1000, 3, "-1"},
      {841890, 3, "841.89"},
      {595276, 3, "595.276"},
      {-12500, 3, "-12.5"},
      {100000, 3, "100"},
      {1050, 3, "1.05"},
      {7, 0, "7"},
      {70, 0, "70"},
      {1000001, 6, "1.000001"},
      {G_MAXINT64, 0, "9223372036854775807"},
      {G_MININT64, 0, "-9223372036854775808"},
  };
  g_auto (TkBytes) bytes = {0};

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    tk_bytes_fixed (&bytes, cases[i].value, cases[i].decimals);
    expect (&bytes, cases[i].text);
  }
  tk_bytes_integer (&bytes, 0);
  tk_bytes_integer (&bytes, -7);
  tk_bytes_integer (&bytes, G_MININT64);
  expect (&bytes, "0-7-9223372036854775808");
}

static void
test_milli (void **state)
{
  (void) state;
  assert_int_equal (TK_MILLI (1024), 1000);
  assert_int_equal (TK_MILLI (-1024), -1000);
  assert_int_equal (TK_MILLI (1), 1);   /* 0.977 */
  assert_int_equal (TK_MILLI (-1), -1); /* -0.977 */
  assert_int_equal (TK_MILLI (TK_MM (297)), 841890);
  assert_int_equal (TK_MILLI (TK_PT (13)), 13000);
  assert_int_equal (TK_MILLI (G_MAXINT32), G_GINT64_CONSTANT (2097151999));
}

/* Every byte comes back from a literal string as ISO 32000-1, 7.3.4.2 reads it. */
static void
test_escapes (void **state)
{
  g_auto (TkBytes) bytes = {0};
  char all[256];
  gsize at = 0;

  (void) state;
  for (int i = 0; i < 256; i++)
    all[i] = (char) i;
  tk_bytes_escaped (&bytes, all, sizeof all);
  assert_int_equal (bytes.length, 260);
  for (int i = 0; i < 256; i++) {
    char byte = bytes.at[at++];
    if (byte == '\\')
      byte = bytes.at[at++] == 'r' ? '\r' : bytes.at[at - 1];
    else
      assert_false (byte == '(' || byte == ')' || byte == '\r');
    assert_int_equal (byte, (char) i);
  }
}

static void
test_strings (void **state)
{
  g_auto (TkBytes) bytes = {0};
  g_autofree char *many = g_strnfill (40000, 'x');

  (void) state;
  tk_bytes_string (&bytes, "a (b) \\");
  expect (&bytes, "(a \\(b\\) \\\\)");
  tk_bytes_string (&bytes, "Ẵ");
  expect (&bytes, "(\xFE\xFF\x1E\xB4)");
  tk_bytes_string (&bytes, "a\xF0\xA0\xAE\xB7"); /* U+20BB7 */
  assert_int_equal (bytes.length, 10);
  assert_memory_equal (bytes.at, "(\xFE\xFF\0a\xD8\x42\xDF\xB7)", 10);
  bytes.length = 0;
  tk_bytes_string (&bytes, "Ĩ — \r"); /* U+0128 ends with "(", U+000D with CR */
  assert_int_equal (bytes.length, 16);
  assert_memory_equal (bytes.at, "(\xFE\xFF\1\\(\0 \x20\x14\0 \0\\r)", 16);
  bytes.length = 0;
  tk_bytes_string (&bytes, "");
  expect (&bytes, "()");
  tk_bytes_string (&bytes, many);
  assert_int_equal (bytes.length, 16000 * 2 + 4);
  bytes.length = 0;
  assert_int_equal (tk_bytes_utf16 (&bytes, "a\xF0\xA0\xAE\xB7", 5, 2), 1); /* no half a pair */
  expect (&bytes, "0061");
}

/* The title before it has zeros. */
static gboolean
holds (const TkBytes *bytes, const char *text)
{
  return memmem (bytes->at, bytes->length, text, strlen (text)) != NULL;
}

static void
test_xmp (void **state)
{
  TkDocument document = {.title = "Báo cáo <b> & \"c\" 'd'", .author = "A & B", .language = "vi", .date = 0};
  g_auto (TkBytes) bytes = {0};

  (void) state;
  tk_xmp_put (&bytes, &document, &(TkArchiveClaim){"3", "A", TRUE});
  tk_bytes_put (&bytes, "", 1);
  assert_non_null (strstr (bytes.at, "<pdfaid:part>3</pdfaid:part>"));
  assert_non_null (strstr (bytes.at, "<pdfaid:conformance>A</pdfaid:conformance>"));
  assert_non_null (strstr (bytes.at, "<pdfuaid:part>1</pdfuaid:part>"));
  assert_non_null (strstr (bytes.at, "Báo cáo &lt;b&gt; &amp; "));
  assert_non_null (strstr (bytes.at, "<rdf:li>A &amp; B</rdf:li>"));
  assert_non_null (strstr (bytes.at, "<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>"));
  assert_null (strstr (bytes.at, "dc:description")); /* there is no subject */
  bytes.length = 0;
  tk_xmp_put (&bytes, &document, &(TkArchiveClaim){"1", "B", FALSE});
  assert_true (holds (&bytes, "<pdfaid:part>1</pdfaid:part>"));
  assert_false (holds (&bytes, "pdfua")); /* which has no place in PDF 1.4 */
  bytes.length = 0;
  tk_about_put (&bytes, &document);
  assert_true (holds (&bytes, "/CreationDate(D:19700101000000Z)"));
  assert_true (holds (&bytes, "/Author(A & B)"));
}

/* Some 200 streams on all threads: each comes back, in its own place. */
static void
test_pack (void **state)
{
  enum { N = 200, SIZE = 20000 };
  g_autoptr (TkPack) pack = tk_pack_new ();
  g_autofree TkStream *streams = g_new0 (TkStream, N);
  struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor ();
  static char back[SIZE];

  (void) state;
  for (int i = 0; i < N; i++) {
    TkBytes raw = {0};
    for (int k = 0; k < SIZE / 20; k++)
      tk_bytes_print (&raw, "%d,%d;", i, k * i % 977);
    tk_pack_add (pack, i % 2 == 0 ? TK_PACK_FAST : TK_PACK_SMALL, &streams[i], &raw);
    assert_null (raw.at);
  }
  tk_pack_wait (pack);
  for (int i = 0; i < N; i++) {
    gsize size;
    g_autofree char *begin = g_strdup_printf ("%d,0;", i);
    assert_int_equal (
        libdeflate_zlib_decompress (reader, streams[i].bytes, streams[i].size, back, SIZE, &size), 0);
    assert_memory_equal (back, begin, strlen (begin));
    g_free (streams[i].bytes);
  }
  libdeflate_free_decompressor (reader);
}

int
run_bytes_tests (void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test (test_fixed),   cmocka_unit_test (test_milli),
                                     cmocka_unit_test (test_escapes), cmocka_unit_test (test_strings),
                                     cmocka_unit_test (test_xmp),     cmocka_unit_test (test_pack)};

  return cmocka_run_group_tests_name ("bytes", tests, NULL, NULL);
}
