/* Comes in: texts and codes of the records, NFC. Goes out: what a sentence or
 * a list takes of them. Knows nothing of the database. */
#include "wording.h"

#include <string.h>

#include "number.h"

static void
append_char (GString *to, gunichar c)
{
  if (c != 0)
    g_string_append_unichar (to, c);
}

/* The first letter or digit of @text; NULL where another sign than an opening
 * quote or bracket comes before it. */
static const char *
find_start (const char *text)
{
  while (*text != '\0') {
    gunichar c = g_utf8_get_char (text);
    if (g_unichar_isalnum (c))
      return text;
    if (strchr ("\"'([ ", (int) MIN (c, 0x7f)) == NULL && c != 0x201C && c != 0x2018 && c != 0xAB)
      return NULL;
    text = g_utf8_next_char (text);
  }
  return NULL;
}

void
tk_wording_append_capital (GString *to, const char *text)
{
  const char *start = find_start (text);

  if (start == NULL) {
    g_string_append (to, text);
    return;
  }
  g_string_append_len (to, text, start - text);
  append_char (to, g_unichar_toupper (g_utf8_get_char (start)));
  g_string_append (to, g_utf8_next_char (start));
}

/* Is the word at @start short for something, or one letter? */
static gboolean
is_abbreviation (const char *start)
{
  const char *at = g_utf8_next_char (start);

  if (!g_unichar_isalpha (g_utf8_get_char (at)))
    return TRUE;
  for (; g_unichar_isalnum (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    if (g_unichar_isupper (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

void
tk_wording_append_uncapital (GString *to, const char *text)
{
  const char *start = find_start (text);

  if (start == NULL || is_abbreviation (start)) {
    g_string_append (to, text);
    return;
  }
  g_string_append_len (to, text, start - text);
  append_char (to, g_unichar_tolower (g_utf8_get_char (start)));
  g_string_append (to, g_utf8_next_char (start));
}

void
tk_wording_append_upper (GString *to, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    append_char (to, g_unichar_toupper (g_utf8_get_char (text)));
}

/* Length of the word or words at @text before which a line of a letterhead may begin; what they hold together
 * is not parted. 0: none. */
static gsize
find_line_begin (const char *text)
{
  static const char *const begins[] = {"THỂ THAO VÀ DU LỊCH", "KHU VỰC", "CÁC TỈNH", "MIỀN",     "ĐỒNG BẰNG",
                                       "QUỐC GIA VIỆT NAM",   "VÀ",      "TỈNH",     "THÀNH PHỐ"};

  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++) {
    const gsize length = strlen (begins[i]);
    if (strncmp (text, begins[i], length) == 0 && (text[length] == ' ' || text[length] == '\0'))
      return length;
  }
  return 0;
}

void
tk_wording_append_letterhead (GString *to, const char *name)
{
  enum { LONGEST = 23 };
  g_autoptr (GString) upper = g_string_new (NULL);
  const char *unit, *end;
  glong line = 0;

  tk_wording_append_upper (upper, name);
  for (unit = upper->str; *unit != '\0'; unit = end) {
    end = unit + MAX (find_line_begin (unit), 1);
    while (*end != '\0' && !(end[-1] == ' ' && find_line_begin (end) > 0))
      end++;
    g_autofree char *words = g_strchomp (g_strndup (unit, (gsize) (end - unit)));
    const glong letters = g_utf8_strlen (words, -1);
    const gboolean fits = line > 0 && line + 1 + letters <= LONGEST;
    if (line > 0)
      g_string_append_c (to, fits ? ' ' : '|');
    g_string_append (to, words);
    line = fits ? line + 1 + letters : letters;
  }
}

void
tk_wording_append_lower (GString *to, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    append_char (to, g_unichar_tolower (g_utf8_get_char (text)));
}

/* Length of @text without the last character, which goes to @ret_last. */
static gsize
cut_last (const char *text, gsize length, gunichar *ret_last)
{
  const char *last = g_utf8_find_prev_char (text, text + length);

  if (last == NULL)
    return 0;
  *ret_last = g_utf8_get_char (last);
  return (gsize) (last - text);
}

static gboolean
is_joint (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || g_unichar_isspace (c);
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

/* Length without commas, colons, semicolons and spaces at the end. */
static gsize
cut_joints (const char *text, gsize length)
{
  gunichar last = 0;

  for (gsize shorter = cut_last (text, length, &last); length > 0 && is_joint (last);
       shorter = cut_last (text, length, &last))
    length = shorter;
  return length;
}

static gboolean
is_ended (const char *text, gsize length)
{
  gunichar last = 0;
  gsize shorter = cut_last (text, length, &last);

  while (length > 0 && is_closing (last)) {
    length = shorter;
    shorter = cut_last (text, length, &last);
  }
  return length > 0 && (last == '.' || last == '!' || last == '?' || last == 0x2026);
}

static gboolean
has_ending (const char *text, gsize length, const char *ending)
{
  gsize n = strlen (ending);

  return length >= n && memcmp (text + length - n, ending, n) == 0;
}

/* Length of @text without the marks at its end that only part it from what follows. Three dots, as they are
 * typed, are the one sign that papers print: @ret_dots. */
static gsize
cut_marks (const char *text, gboolean *ret_dots)
{
  gsize length = cut_joints (text, strlen (text));

  while (has_ending (text, length, ".") && !has_ending (text, length, "...")
         && !has_ending (text, length, "v.v."))
    length = cut_joints (text, length - (has_ending (text, length, "./.") ? 3 : 1));
  *ret_dots = has_ending (text, length, "...");
  while (*ret_dots && has_ending (text, length, "."))
    length--;
  return length;
}

void
tk_wording_append_sentence (GString *to, const char *text)
{
  gboolean dots;
  const gsize length = cut_marks (text, &dots);
  const gboolean last = has_ending (text, cut_joints (text, strlen (text)), "./."); /* of a paper: it stays */

  g_string_append_len (to, text, (gssize) length);
  if (dots)
    g_string_append (to, "…");
  else if (length > 0 && !is_ended (text, length))
    g_string_append (to, last ? "./." : ".");
}

void
tk_wording_append_clause (GString *to, const char *text, gboolean open)
{
  gboolean dots;
  const gsize length = cut_marks (text, &dots);

  g_string_append_len (to, text, (gssize) length);
  if (dots || (open && length > 0 && !is_ended (text, length)))
    g_string_append (to, "…");
}

gboolean
tk_wording_has_and (const char *text)
{
  return strstr (text, " và ") != NULL;
}

gboolean
tk_wording_is_compound (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at == ';' || (*at == ',' && !g_ascii_isdigit (at[1])))
      return TRUE;
  return tk_wording_has_and (text);
}

typedef struct {
  const char *code, *word;
} Word;

static const char *
find_word (const Word *words, gsize n, const char *code)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (words[i].code, code))
      return words[i].word;
  return NULL;
}

static void
append_amount (GString *to, double amount, const char *unit)
{
  tk_number_append (to, amount, -1);
  if (unit != NULL && unit[0] == '%')
    g_string_append_c (to, '%');
}

gboolean
tk_wording_append_quantity (GString *to, const char *qualifier, const double *min, const double *max,
                            const char *unit)
{
  static const Word qualifiers[] = {{"BANG", ""},       {"HON", "hơn "},          {"TREN", "trên "},
                                    {"GAN", "gần "},    {"KHOANG", "khoảng "},    {"TU_DEN", "từ "},
                                    {"NHIEU", "nhiều"}, {"TOAN_THE", "toàn thể"}, {"MOT_SO", "một số"}};
  const char *word = qualifier == NULL ? "" : find_word (qualifiers, G_N_ELEMENTS (qualifiers), qualifier);
  const gboolean percent = unit != NULL && unit[0] == '%';

  if (word == NULL)
    return FALSE;
  const gboolean counted = word[0] == '\0' || word[strlen (word) - 1] == ' ';
  if (counted && min == NULL)
    return TRUE;
  g_string_append (to, word);
  if (counted) {
    append_amount (to, *min, unit);
    if (max != NULL) {
      g_string_append (to, g_str_equal (word, "từ ") ? " đến " : "-");
      append_amount (to, *max, unit);
    }
  }
  const char *thing = unit == NULL ? "" : unit + (percent ? strspn (unit, "% ") : 0);
  if (thing[0] != '\0')
    g_string_append_printf (to, " %s", thing);
  return TRUE;
}

gboolean
tk_wording_append_word (GString *to, const char *code)
{
  static const Word words[] = {
      {"ONG", "ông"},
      {"BA", "bà"},
      {"DONG_CHI", "đồng chí"},
      {"QUYEN", "quyền"},
      {"PHU_TRACH", "phụ trách"},
      {"TW", "Trung ương"},
      {"DIA_PHUONG", "địa phương"},
      {"SANG", "sáng"},
      {"CHIEU", "chiều"},
      {"TOI", "tối"},
      {"CA_NGAY", "cả ngày"},
      {"NHAT_TRI", "nhất trí"},
      {"THONG_NHAT", "thống nhất"},
      {"THONG_NHAT_CAO", "thống nhất cao"},
      {"THONG_QUA", "thông qua"},
      {"BIEU_QUYET", "biểu quyết"},
      {"CHAO_MUNG", "chào mừng"},
      {"CHI_DAO", "chỉ đạo"},
      {"TIEP_THU", "tiếp thu"},
      {"KHAI_MAC", "khai mạc"},
      {"BE_MAC", "bế mạc"},
      {"BAO_CAO", "báo cáo"},
      {"NGHI_QUYET", "nghị quyết"},
      {"KE_HOACH", "kế hoạch"},
      {"THONG_BAO", "thông báo"},
      {"BIEN_BAN", "biên bản"},
      {"TO_TRINH", "tờ trình"},
      {"CONG_VAN", "công văn"},
      {"QUYET_DINH", "quyết định"},
      {"GIAY_MOI", "giấy mời"},
      {"CHUONG_TRINH", "chương trình"},
      {"DANH_SACH", "danh sách"},
      {"GIAY_KHEN", "giấy khen"},
      {"BAN_TIN", "bản tin"},
      {"MAT", "mật"},
      {"TOI_MAT", "tối mật"},
      {"TUYET_MAT", "tuyệt mật"},
      {"KHAN", "khẩn"},
      {"THUONG_KHAN", "thượng khẩn"},
      {"HOA_TOC", "hỏa tốc"},
      {"TIN", "tin"},
      {"BAI", "bài"},
      {"TIN_VA_BAI", "tin và bài"},
      {"ANH", "ảnh"},
      {"TIN_ANH", "tin, ảnh"},
      {"BIEN_TAP", "biên tập"},
      {"TAC_GIA", "tác giả"},
      {"TIN_VAN", "tin vắn"},
      {"CON_SO", "con số"},
      {"SACH", "sách"},
      {"19X27", "19 × 27 cm"},
  };
  const char *word = find_word (words, G_N_ELEMENTS (words), code);

  if (word == NULL)
    return FALSE;
  g_string_append (to, word);
  return TRUE;
}
