/* The sample of the first conference: that all of it is there. facts.txt holds
 * the words of the source, corrected, a fact a line. */
#include <string.h>

#include "tests.h"

static const char records[] = "../../samples/dong-bang-song-hong";

typedef struct {
  const char *sql, *expected;
} Count;

static TkDatabase *
sample_new (const char *path)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;

  tk_data_import (path, records, NULL, notes, NULL, NULL, &error);
  if (error != NULL)
    fail_msg ("%s", error->message);
  assert_int_equal (tk_notes_count (notes), 0);
  TkDatabase *database = tk_data_read (path, NULL);
  assert_non_null (database);
  return database;
}

void
test_sample_counts (G_GNUC_UNUSED void **state)
{
  static const Count counts[] = {
      {"SELECT count (*) FROM event", "3"},
      {"SELECT count (*) FROM event WHERE parent_event IS NOT NULL AND date_from = '2022-08-18'", "2"},
      {"SELECT role, count (*) FROM event_org GROUP BY role ORDER BY role",
       "CHI_DAO|3\nDANG_CAI|2\nTO_CHUC|1"},
      {"SELECT list_vn (p.name, a.seq) FROM participation AS a JOIN person AS p ON p.id = a.person "
       "WHERE attendance = 'CO_MAT'",
       "Nguyễn Xuân Dũng, Nguyễn Hữu Giới, Vũ Hồng Minh, Phạm Văn Triển và Bùi Văn Phương"},
      {"SELECT count (*) FROM participation WHERE attendance = 'KHONG_NEU'", "1"},
      {"SELECT count (*) FROM position", "7"},
      {"SELECT list_vn (o.text, o.seq) FROM position AS o JOIN participation AS a ON a.id = o.participation "
       "JOIN person AS p ON p.id = a.person WHERE p.code = 'bui-van-phuong'",
       "Phó Chủ tịch LHTV Đồng bằng sông Hồng và Giám đốc Thư viện tỉnh Ninh Bình"},
      {"SELECT quantity (qualifier, count_min, count_max, unit), org_count FROM attendance_group WHERE "
       "org_count = 12 "
       "AND qualifier = 'HON'",
       "hơn 100 đại biểu|12"},
      {"SELECT members FROM term WHERE label = '2020-2022'", "12"},
      {"SELECT kind, count (*) FROM item WHERE parent IS NULL GROUP BY kind ORDER BY kind",
       "BAO_CAO|1\nCHAO_MUNG|2\nCHUONG_TRINH|7\nDANH_GIA|1\nGHI_NHAN|1\nGOI_Y|1\nKET_QUA|5\nKHO_KHAN|3\n"
       "PHUONG_HUONG|4\nTHAO_LUAN|3\nTHICH_UNG|1\nTHONG_BAO|1"},
      {"SELECT kind, count (*) FROM item WHERE parent IS NOT NULL GROUP BY kind ORDER BY kind",
       "GOI_Y|4\nTHICH_UNG|1"},
      {"SELECT count (*) FROM item WHERE open_ended", "3"},
      {"SELECT s.kind, count (*) FROM speech AS s JOIN speech_speaker AS k ON k.speech = s.id GROUP BY s.id "
       "ORDER BY s.seq",
       "CHAO_MUNG|1\nCHI_DAO|2"},
      {"SELECT e.size, p.name, r.office FROM election AS e JOIN election_result AS r ON r.election = e.id "
       "JOIN participation AS a ON a.id = r.participation JOIN person AS p ON p.id = a.person ORDER BY r.seq",
       "2|Bùi Văn Phương|Chủ tịch Liên hiệp\n2|Bùi Đức Cảnh|Phó Chủ tịch Liên hiệp"},
      {"SELECT a.title, r.name FROM award AS a JOIN award_recipient AS r ON r.award = a.id",
       "Giải nhất môn Kéo co|Đội Thư viện tỉnh Thái Bình"},
      {"SELECT count (*), count (file), count (caption), count (alt) FROM photo", "4|4|4|4"},
      {"SELECT count (*) FROM sic", "11"},
      {"SELECT number IS NULL, symbol, formal_date (date), authority, signer_office FROM document",
       "1|BC-LHTV|ngày 19 tháng 8 năm 2022|TM. BAN CHẤP HÀNH|CHỦ TỊCH"},
      {"SELECT kind, count (*) FROM document_recipient GROUP BY kind ORDER BY kind", "LUU|1\nNOI_NHAN|5"},
      /* a text stands alone: a capital or a digit first, no mark at its end, no misprint of the source left
       */
      {"SELECT count (*) FROM item WHERE text <> capital (text) OR text <> clause (text)", "0"},
      {"SELECT count (*) FROM item, sic WHERE instr (item.text, sic.printed)", "0"},
      {"SELECT count (*) FROM photo, sic WHERE instr (photo.caption, sic.printed)", "0"},
      {"SELECT count (*) FROM position, sic WHERE instr (position.text, sic.printed)", "0"},
      {"SELECT count (*) FROM attendance_group AS g, sic WHERE instr (g.text, sic.printed)", "0"},
  };
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autoptr (TkDatabase) database = sample_new (path);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *printed = tests_print_query (database, "sample", counts[i].sql);
    tests_expect (counts[i].sql, printed, counts[i].expected);
  }

  /* the pictures are found from the folder of the database */
  g_autofree char *files = tests_print_query (database, "sample", "SELECT file FROM photo ORDER BY seq");
  g_auto (GStrv) names = g_strsplit (files, "\n", -1);
  assert_int_equal (g_strv_length (names), 4);
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *file = g_build_filename (folder, *name, NULL);
    assert_false (g_path_is_absolute (*name));
    assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  }
  tests_folder_free (folder);
}

/* All texts of the tables of content, in lower case, a row a line. */
static char *
print_texts (TkDatabase *database)
{
  static const char *const queries[] = {
      "SELECT text FROM item",
      "SELECT lead FROM item WHERE lead IS NOT NULL",
      "SELECT text FROM attendance_group",
      "SELECT text FROM position",
      "SELECT name FROM person",
      "SELECT name FROM org",
      "SELECT text FROM org_name",
      "SELECT title FROM event",
      "SELECT headline FROM event WHERE headline IS NOT NULL",
      "SELECT byline FROM event WHERE byline IS NOT NULL",
      "SELECT coalesce (text, o.name) FROM event_org AS e JOIN org AS o ON o.id = e.org",
      "SELECT 'Thay mặt ' || on_behalf_text FROM speech WHERE on_behalf_text IS NOT NULL",
      "SELECT p.name || ' - ' || s.position_text FROM speech_speaker AS s JOIN participation AS a ON a.id = "
      "s.participation "
      "JOIN person AS p ON p.id = a.person",
      "SELECT word (a.honorific) || ' ' || p.name || ' - ' || o.text FROM position AS o "
      "JOIN participation AS a ON a.id = o.participation JOIN person AS p ON p.id = a.person",
      "SELECT word (a.honorific) || ' ' || p.name || ' - ' || r.position_text || ' được bầu làm ' || "
      "r.office "
      "FROM election_result AS r JOIN participation AS a ON a.id = r.participation JOIN person AS p ON p.id "
      "= a.person",
      "SELECT o.name || ' nhiệm kỳ ' || t.label || ' gồm ' || e.size || ' thành viên' FROM election AS e "
      "JOIN org AS o ON o.id = e.body JOIN term AS t ON t.id = e.term",
      "SELECT caption FROM photo",
      "SELECT r.name || ' (đạt ' || a.title || ')' FROM award AS a JOIN award_recipient AS r ON r.award = "
      "a.id",
      "SELECT word (session) || ' ' || date_phrase (date_from, date_to) FROM event WHERE session IS NOT NULL",
      "SELECT p.full_name FROM event AS e JOIN place AS p ON p.id = e.place",
      "SELECT date_phrase (e.date_from, e.date_to) || ' ' || e.title || ' ' || g.text FROM event AS e "
      "JOIN attendance_group AS g ON g.event = e.id",
      "SELECT 'Hội nghị đã ' || word (vote) || ' về phương hướng' FROM event WHERE vote IS NOT NULL",
      "SELECT 'nhiệm kỳ ' || label FROM term",
      "SELECT printed || ' / ' || coalesce (corrected, printed) FROM sic",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autofree char *rows = tests_print_query (database, "texts", queries[i]);
    if (g_str_has_prefix (rows, "error"))
      fail_msg ("%s", rows);
    g_string_append_printf (text, "%s\n", rows);
  }
  return g_utf8_strdown (text->str, -1);
}

void
test_sample_facts (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autoptr (TkDatabase) database = sample_new (path);
  g_autofree char *texts = print_texts (database);
  g_autofree char *facts = NULL;
  guint n = 0, bad = 0;

  assert_true (g_file_get_contents ("facts.txt", &facts, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (facts, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    g_autofree char *fact = g_utf8_strdown (*line, -1);
    if (**line == '\0' || **line == '#')
      continue;
    n++;
    if (strstr (texts, fact) == NULL) {
      print_error ("not in the sample: %s\n", *line);
      bad++;
    }
  }
  assert_int_equal (bad, 0);
  assert_true (n > 60);
  tests_folder_free (folder);
}
