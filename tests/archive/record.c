/* record.xml: written and read again it is the same; what is made of it has the form that others read; made
 * by an enemy it is refused with its place. */
#include "record.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "tests.h"

#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static const TkRecordFile FILES[] = {
    {"layout/bao-cao-nhiem-ky.xml", "application/xml", SHA256, 12345},
    {"paper.pdf", "application/pdf", SHA256, G_GUINT64_CONSTANT (5000000000)},
    {"pictures/hội nghị \"a\" & b.png", "image/png", SHA256, 0},
    {"rows/01-event.csv", "text/csv", SHA256, 7},
};
static const TkRecordFile FONTS[] = {{"Tinos-Regular.ttf", "font/sfnt", SHA256, 99}};
static const TkRecordSetting SETTINGS[] = {{"event", "TK2022"}, {"heading", "a\tb\nc & <d>"}, {"none", ""}};
static const TkRecordEvent EVENTS[] = {
    {"creation", "2022-12-30T08:00:00Z", "success", "tongket render"},
    {"validation", "2022-12-30T08:00:01Z", "failure", "two lines\nwith <marks>"},
    {"fixity check", "2022-12-31T00:00:00Z", "success", NULL},
};
static const char *const PERSONS[] = {"Nguyễn Văn A", "Trần Thị B", NULL};
static const char *const ORGANISATIONS[] = {"Thư viện tỉnh Hà Nam", NULL};
static const char *const PLACES[] = {NULL};

static TkRecord
make_full (void)
{
  return (TkRecord){.id = "bao-cao-nhiem-ky-dbsh-tk-2022",
                    .version = 2,
                    .replaces = TRUE,
                    .reason = "sai số bản sách",
                    .own = TRUE,
                    .year = 2022,
                    .title = "Báo cáo tổng kết nhiệm kỳ <2017–2022> & phương hướng",
                    .kind = "Báo cáo",
                    .number = "12/BC-LHTV",
                    .publisher = "Liên hiệp Thư viện đồng bằng sông Hồng",
                    .body = "lhtv-dbsh",
                    .date = "2022-12-30",
                    .language = "vi",
                    .rights = "lưu hành nội bộ",
                    .source = "thuvien.db",
                    .persons = PERSONS,
                    .organisations = ORGANISATIONS,
                    .places = PLACES,
                    .layout = "bao-cao-nhiem-ky",
                    .program = "tongket 0.1.0",
                    .day = -86400,
                    .draft = TRUE,
                    .settings = SETTINGS,
                    .n_settings = G_N_ELEMENTS (SETTINGS),
                    .conformance = "PDF/A-2a, PDF/UA-1",
                    .n_pages = 24,
                    .events = EVENTS,
                    .n_events = G_N_ELEMENTS (EVENTS),
                    .files = FILES,
                    .n_files = G_N_ELEMENTS (FILES),
                    .fonts = FONTS,
                    .n_fonts = G_N_ELEMENTS (FONTS)};
}

static void
print_names (GString *to, const char *of, const char *const *names)
{
  assert_non_null (names);
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (to, "%s %s\n", of, names[i]);
}

static void
print_files (GString *to, const char *of, const TkRecordFile *files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    g_string_append_printf (to, "%s %s %s %s %" G_GUINT64_FORMAT "\n", of, files[i].path, files[i].kind,
                            files[i].sha256, files[i].size);
}

/* All of a record, so that what is not read again shows. */
static char *
print_new (const TkRecord *record)
{
  GString *to = g_string_new (NULL);
  const char *texts[] = {record->id,          record->reason, record->title,     record->kind,
                         record->number,      record->date,   record->publisher, record->language,
                         record->rights,      record->source, record->layout,    record->program,
                         record->conformance, record->body};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (to, "%s\n", texts[i] != NULL ? texts[i] : "NULL");
  g_string_append_printf (to, "%u %d %d %d %d %" G_GINT64_FORMAT " %u\n", record->version, record->replaces,
                          record->own, record->year, record->draft, record->day, record->n_pages);
  print_names (to, "person", record->persons);
  print_names (to, "organisation", record->organisations);
  print_names (to, "place", record->places);
  for (guint i = 0; i < record->n_settings; i++)
    g_string_append_printf (to, "%s=%s\n", record->settings[i].name, record->settings[i].value);
  for (guint i = 0; i < record->n_events; i++)
    g_string_append_printf (to, "%s|%s|%s|%s\n", record->events[i].kind, record->events[i].when,
                            record->events[i].outcome,
                            record->events[i].detail != NULL ? record->events[i].detail : "NULL");
  print_files (to, "file", record->files, record->n_files);
  print_files (to, "font", record->fonts, record->n_fonts);
  return g_string_free (to, FALSE);
}

static void
expect_same (const TkRecord *record)
{
  g_autoptr (GError) error = NULL;
  char *folder = tests_folder_new ();

  if (!tk_record_write (record, folder, &error))
    fail_msg ("%s", error->message);
  g_autoptr (TkRecord) again = tk_record_read_new (folder, &error);
  if (again == NULL)
    fail_msg ("%s", error->message);
  g_autofree char *before = print_new (record);
  g_autofree char *after = print_new (again);
  tests_expect ("the record", after, before);
  tests_folder_free (folder);
}

void
test_record_again (G_GNUC_UNUSED void **state)
{
  const TkRecord record = make_full ();

  expect_same (&record);
}

/* What may be missing. */
void
test_record_least (G_GNUC_UNUSED void **state)
{
  const TkRecord record = {.id = "giấy cũ 1998",
                           .version = 1,
                           .year = 1998,
                           .persons = PLACES,
                           .organisations = PLACES,
                           .places = PLACES};

  expect_same (&record);
}

void
test_record_bytes (G_GNUC_UNUSED void **state)
{
  static const char *const names[] = {"record.xml", "dublin_core.xml", "premis.xml"};
  const TkRecord record = make_full ();
  char *one = tests_folder_new ();
  char *two = tests_folder_new ();

  assert_true (tk_record_write (&record, one, NULL));
  g_autoptr (TkRecord) again = tk_record_read_new (one, NULL);
  assert_true (tk_record_write (again, two, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *first = tests_read_new (one, names[i]);
    g_autofree char *second = tests_read_new (two, names[i]);
    tests_expect (names[i], second, first);
  }
  tests_folder_free (one);
  tests_folder_free (two);
}

/* Whether the XML file is valid by the RELAX NG file beside this one. */
static void
expect_valid (const char *folder, const char *name, const char *grammar)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (grammar);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  assert_non_null (doc);
  assert_non_null (schema);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (schema);

  assert_int_equal (xmlRelaxNGValidateDoc (validator, doc), 0);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
  xmlFreeDoc (doc);
}

void
test_record_schemas (G_GNUC_UNUSED void **state)
{
  TkRecord record = make_full ();

  for (guint i = 0; i < 3; i++) {
    char *folder = tests_folder_new ();
    record.replaces = i != 1;
    record.n_events = i == 2 ? 0 : record.n_events;
    record.program = i == 2 ? NULL : record.program;
    assert_true (tk_record_write (&record, folder, NULL));
    expect_valid (folder, "dublin_core.xml", "dublin_core.rng");
    expect_valid (folder, "premis.xml", "premis.rng");
    tests_folder_free (folder);
  }
}

#define HEAD "<record xmlns='urn:tongket:record:1' id='a' version='1' year='2022' origin='own'>"
#define MAKING "<making day='0' draft='no'/>"
#define OF_FILE(path) "<file path='" path "' kind='text/csv' size='1' sha256='" SHA256 "'/>"

/* What libxml2 says is its own; what is held is the place and our words. */
void
test_record_hostile (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *what, *text, *line, *words;
  } cases[] = {
      {"nothing", "", "1", "this is not XML"},
      {"no XML", "%PDF-1.7", "1", "this is not XML"},
      {"cut short", "<record xmlns='urn:tongket:record:1'\n", "2", "this is not XML"},
      {"a DOCTYPE", "<?xml version='1.0'?>\n<!DOCTYPE record SYSTEM 'file:///etc/passwd'>\n" HEAD "</record>",
       "2", "a record has no DOCTYPE and no entities"},
      {"an entity that swells",
       "<!DOCTYPE record [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>" HEAD
       "<title>&b;</title></record>",
       "1", "a record has no DOCTYPE and no entities"},
      {"an entity from a file",
       "<!DOCTYPE record [<!ENTITY a SYSTEM '/etc/passwd'>]>" HEAD "<title>&a;</title></record>", "1",
       "a record has no DOCTYPE and no entities"},
      {"an entity that is none", HEAD "\n<title>&a;</title></record>", "2", "this is not XML"},
      {"another namespace", "<record/>", "1", "this is not a record of a paper"},
      {"an unknown element", HEAD "\n<title>a</title>\n<script/></record>", "3",
       "this is not a record of a paper"},
      {"an unknown attribute", HEAD "\n<title x='1'>a</title></record>", "2",
       "this is not a record of a paper"},
      {"no version", "<record xmlns='urn:tongket:record:1' id='a' year='2022' origin='own'/>", "1",
       "this is not a record of a paper"},
      {"version 0", "<record xmlns='urn:tongket:record:1' id='a' version='0' year='2022' origin='own'/>", "1",
       "this is not a record of a paper"},
      {"a version that is too great",
       "<record xmlns='urn:tongket:record:1' id='a' version='4294967296' year='2022' origin='own'/>", "1",
       "this is not a record of a paper"},
      {"an id with a slash",
       "<record xmlns='urn:tongket:record:1' id='../a' version='1' year='2022' origin='own'/>", "1",
       "this is not a record of a paper"},
      {"replaces itself", HEAD "\n<replaces version='1'/></record>", "2",
       "a version replaces the one before it"},
      {"a day that is no number", HEAD "<making day='x' draft='no'/></record>", "1",
       "this is not a record of a paper"},
      {"an event at no time",
       HEAD "<event kind='creation' when='2022-13-40T00:00:00Z' outcome='success'/></record>", "1",
       "this is not a record of a paper"},
      {"a path upwards", HEAD MAKING "\n" OF_FILE ("a/../../b") "</record>", "2",
       "“a/../../b” is not a path within the folder"},
      {"an absolute path", HEAD MAKING OF_FILE ("/a") "</record>", "1",
       "“/a” is not a path within the folder"},
      {"a path with an empty part", HEAD OF_FILE ("a//b") "</record>", "1",
       "“a//b” is not a path within the folder"},
      {"a file twice", HEAD OF_FILE ("a") "\n" OF_FILE ("a") "</record>", "2", "“a” stands twice"},
      {"a checksum too short", HEAD "<file path='a' kind='text/csv' size='1' sha256='e3'/></record>", "1",
       "this is not a record of a paper"},
      {"a size below zero", HEAD "<file path='a' kind='text/csv' size='-1' sha256='" SHA256 "'/></record>",
       "1", "this is not a record of a paper"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    char *folder = tests_folder_new ();
    g_autofree char *place = g_strdup_printf ("%s/record.xml:%s: %s", folder, cases[i].line, cases[i].words);
    tests_write (folder, "record.xml", cases[i].text);
    if (tk_record_read_new (folder, &error) != NULL)
      fail_msg ("%s: is taken for a record", cases[i].what);
    if (!g_error_matches (error, TK_ERROR, TK_ERROR_DATA) || !g_str_has_prefix (error->message, place))
      fail_msg ("%s\n  gives:    %s\n  expected: %s", cases[i].what, error->message, place);
    assert_true (g_str_has_suffix (error->message, "; take the file from a copy of the archive"));
    tests_folder_free (folder);
  }
}

/* Deep nesting and great size, and what is no file. */
static void
expect_refused (const char *folder, const char *what)
{
  g_autoptr (GError) error = NULL;

  if (tk_record_read_new (folder, &error) != NULL)
    fail_msg ("%s: is taken for a record", what);
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_DATA));
  assert_true (g_str_has_prefix (error->message, folder));
}

void
test_record_unwritable (G_GNUC_UNUSED void **state)
{
  static const char *const titles[] = {"a\x01"
                                       "b",
                                       "\xff\xfe"};
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "record.xml", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autoptr (GError) error = NULL;
    TkRecord record = make_full ();
    record.title = titles[i];
    assert_false (tk_record_write (&record, folder, &error));
    assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_DATA));
    assert_true (g_str_has_prefix (error->message, path));
    assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
  expect_refused (folder, "nothing");

  g_autoptr (GString) deep = g_string_new (NULL);
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  tests_write (folder, "record.xml", deep->str);
  expect_refused (folder, "deep nesting");

  g_autofree char *large = g_strnfill ((16 << 20) + 1, ' ');
  tests_write (folder, "record.xml", large);
  expect_refused (folder, "a great file");

  tests_folder_free (folder);
  folder = tests_folder_new ();
  tests_write (folder, "record.xml/a", "");
  expect_refused (folder, "a folder");
  tests_folder_free (folder);
}

/* A number is that of another paper however both are typed. */
void
test_record_numbers (G_GNUC_UNUSED void **state)
{
  static const TkRecord given = {.number = "14/BC-LHTV",
                                 .publisher = "Liên hiệp Thư viện",
                                 .body = "lhtv",
                                 .date = "2022-08-19",
                                 .year = 2022};
  static const struct {
    TkRecord other;
    gboolean same;
  } cases[] = {
      {{.number = "014/bc – lhtv", .publisher = "X", .body = "lhtv", .date = "2022-01-05"}, TRUE},
      {{.number = "14 / BC—LHTV", .publisher = "Liên hiệp thư viện", .date = "2022"}, TRUE},
      {{.number = "14/BC-LHTV", .publisher = "LIÊN HIỆP  THƯ VIỆN", .year = 2022}, TRUE},
      {{.number = "14/BC-LHTV", .publisher = "Liên hiệp Thư viện", .body = "lhtv-2", .date = "2022"}, FALSE},
      {{.number = "14/BC-LHTV", .publisher = "Liên hội Thư viện", .date = "2022"}, FALSE},
      {{.number = "14/BC-LHTV", .publisher = "Liên hiệp Thư viện", .date = "2023-08-19", .year = 2022},
       FALSE},
      {{.number = "14/QĐ-LHTV", .publisher = "Liên hiệp Thư viện", .date = "2022"}, FALSE},
      {{.number = "140/BC-LHTV", .publisher = "Liên hiệp Thư viện", .date = "2022"}, FALSE},
      {{.publisher = "Liên hiệp Thư viện", .date = "2022"}, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (tk_record_shares_number (&given, &cases[i].other) != cases[i].same)
      fail_msg ("%s of %s", cases[i].other.number, cases[i].other.publisher);
}
