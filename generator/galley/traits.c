/* Comes in: a token. Goes out: what the rules of ties need to know of it. */
#include "traits.h"

#include <string.h>

#include "word.h"

/* Words before a number: "ngày 26", "Điều 5", "Bảng 3". */
static const char *const counted[] = {
    "ngày", "tháng", "năm",   "quý",  "tuần", "khóa", "khoá", "kỳ",   "lần",    "số",     "trang",
    "Điều", "điều",  "khoản", "điểm", "Mục",  "mục",  "Phần", "phần", "Chương", "chương", "Bảng",
    "bảng", "Hình",  "hình",  "Phụ",  "thứ",  "Số:",  "Quận", "quận", "Phường", "phường", "lục",
};
static const char *const abbreviations[] = {
    "TP.",  "Tp.", "TX.",  "TT.",  "Q.",  "P.",  "H.",    "X.",     "GS.",
    "PGS.", "TS.", "ThS.", "CN.",  "BS.", "KS.", "TSKH.", "GS.TS.", "PGS.TS.",
    "TM.",  "KT.", "TL.",  "TUQ.", "St.", "Dr.", "Mr.",   "Mrs.",   "Prof.",
};
static const char *const honorifics[] = {"Ông", "ông", "Bà", "bà", "đ/c", "Đ/c", "V/v"};

/* A title has them at the beginning of a line rather than at the end of one. */
static const char *const leading[] = {
    "và",   "hoặc", "của",  "về",  "tại",  "trong", "với", "cho",  "để",   "theo", "từ",   "đến",
    "nhằm", "giữa", "do",   "bởi", "các",  "những", "mỗi", "từng", "mọi",  "ở",    "trên", "dưới",
    "vào",  "qua",  "bằng", "là",  "được", "bị",    "đã",  "sẽ",   "đang", "khi",
};

/* Words before the name of a place: "tỉnh Thái Nguyên", "khu vực miền Đông Nam bộ". */
static const char *const places[] = {
    "tỉnh", "huyện", "xã", "phường", "quận", "phố", "vùng", "miền", "phía", "vực", "sông",
};

static gboolean
is_one_of (const char *text, gsize length, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strlen (list[i]) == length && memcmp (list[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* In small letters, in capitals, or with one at its beginning. */
static gboolean
is_in_any_case (const char *text, gsize length, const char *const *list, gsize n)
{
  char small[16];
  gsize filled = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    if (filled + 6 > sizeof small)
      return FALSE;
    filled += (gsize) g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)), small + filled);
  }
  return is_one_of (small, filled, list, n);
}

static gboolean
is_roman (const char *text, gsize length)
{
  gsize letters = strspn (text, "IVXLCDM");

  return letters > 0
         && (letters >= length || (letters + 1 == length && strchr (".,;:)", text[letters]) != NULL));
}

/* Classes of UAX 14 that never begin a line. */
static const GUnicodeBreakType closing[] = {
    G_UNICODE_BREAK_CLOSE_PUNCTUATION, G_UNICODE_BREAK_CLOSE_PARENTHESIS, G_UNICODE_BREAK_EXCLAMATION,
    G_UNICODE_BREAK_INFIX_SEPARATOR,   G_UNICODE_BREAK_NON_STARTER,       G_UNICODE_BREAK_INSEPARABLE,
    G_UNICODE_BREAK_POSTFIX,
};

static guint
traits_of_first (gunichar first)
{
  guint traits = 0;

  if (g_unichar_isdigit (first))
    traits |= TK_TRAIT_NUMBER;
  if (g_unichar_islower (first))
    traits |= TK_TRAIT_LOWER;
  if (g_unichar_isupper (first))
    traits |= TK_TRAIT_CAPITAL;
  for (gsize i = 0; i < G_N_ELEMENTS (closing); i++)
    if (g_unichar_break_type (first) == closing[i])
      traits |= TK_TRAIT_CLOSING;
  if (first == 0x201D || first == 0x2019 || first == 0xBB || first == '/')
    traits |= TK_TRAIT_CLOSING;
  return traits;
}

static guint
traits_of_last (gunichar last)
{
  guint traits = 0;

  if (g_unichar_isdigit (last) || last == '%')
    traits |= TK_TRAIT_ENDS_NUMBER;
  if (strchr (",;:.!?…", last < 0x80 ? (int) last : ' ') != NULL || last == 0x2026)
    traits |= TK_TRAIT_STOPPED;
  if (last == '(' || last == '[' || last == '{' || last == 0x201C || last == 0x2018 || last == 0xAB)
    traits |= TK_TRAIT_OPENING;
  return traits;
}

guint
tk_galley_traits (const char *text, gsize length)
{
  gunichar first = g_utf8_get_char (text);
  gunichar last = g_utf8_get_char (g_utf8_find_prev_char (text, text + length));
  guint traits = traits_of_first (first) | traits_of_last (last);

  if (is_roman (text, length))
    traits |= TK_TRAIT_ROMAN;
  if (is_one_of (text, length, counted, G_N_ELEMENTS (counted)))
    traits |= TK_TRAIT_COUNTED;
  if (is_one_of (text, length, abbreviations, G_N_ELEMENTS (abbreviations)))
    traits |= TK_TRAIT_ABBREVIATION;
  if (is_one_of (text, length, honorifics, G_N_ELEMENTS (honorifics)))
    traits |= TK_TRAIT_HONORIFIC;
  if (is_in_any_case (text, length, leading, G_N_ELEMENTS (leading)))
    traits |= TK_TRAIT_LEADING;
  if (is_in_any_case (text, length, places, G_N_ELEMENTS (places)))
    traits |= TK_TRAIT_PLACE;
  if ((length == 1 && first == '-') || (length == 3 && (first == 0x2013 || first == 0x2014)))
    traits = TK_TRAIT_DASH;
  return traits;
}

/* 1.500 bản; ngày 26; 2020 - 2022; TP. Hồ Chí Minh; Ông Nguyễn … */
gboolean
tk_galley_tied (guint before, guint after, gboolean in_name)
{
  gboolean number_before = (before & (TK_TRAIT_ENDS_NUMBER | TK_TRAIT_ROMAN)) && !(before & TK_TRAIT_STOPPED);
  gboolean number_after = (after & (TK_TRAIT_NUMBER | TK_TRAIT_ROMAN)) != 0;

  if ((after & TK_TRAIT_CLOSING) || (before & TK_TRAIT_OPENING))
    return TRUE;
  if (after & TK_TRAIT_DASH) /* a dash hangs on to the word before it, */
    return TRUE;
  if (before & TK_TRAIT_DASH) /* and within a range to the number after it */
    return number_after && in_name;
  if ((before & TK_TRAIT_COUNTED) && number_after)
    return TRUE;
  if (number_before && (before & TK_TRAIT_NUMBER) && (after & TK_TRAIT_LOWER))
    return TRUE;
  if ((before & (TK_TRAIT_ABBREVIATION | TK_TRAIT_HONORIFIC)) && (after & TK_TRAIT_CAPITAL))
    return TRUE;
  return in_name && (after & TK_TRAIT_CAPITAL) && !(before & TK_TRAIT_STOPPED);
}
