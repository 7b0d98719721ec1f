/* Comes in: bytes of an encoding that is known. Goes out: their letters, and
 * capitals where the encoding had none. Must not guess the encoding.
 *
 * The tables are here and not asked of iconv(): a text is read in five ways,
 * word by word, to recognise it; TCVN and VISCII are missing from small
 * installations of glibc and from other C libraries; VNI is nowhere. Tests hold
 * the tables against iconv(). */
#include "legacy.h"

#include <string.h>
#include <wchar.h>

#include "syllable.h"

G_STATIC_ASSERT (sizeof (wchar_t) == sizeof (gunichar));

/* Bytes 80 to FF. */
static const wchar_t windows_1252[] = L"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ"
                                      L"\xA0¡¢£¤¥¦§¨©ª«¬\xAD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                                      L"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                                      L"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
static const wchar_t windows_1258[] = L"€\x81‚ƒ„…†‡ˆ‰\x8A‹Œ\x8D\x8E\x8F\x90‘’“”•–—˜™\x9A›œ\x9D\x9EŸ"
                                      L"\xA0¡¢£¤¥¦§¨©ª«¬\xAD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                                      L"ÀÁÂĂÄÅÆÇÈÉÊË\x0300ÍÎÏĐÑ\x0309ÓÔƠÖ×ØÙÚÛÜƯ\x0303ß"
                                      L"àáâăäåæçèéêë\x0301íîïđñ\x0323óôơö÷øùúûüư₫ÿ";
static const wchar_t viscii[] = L"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
                                L"ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
                                L"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
                                L"àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
static const wchar_t tcvn[] = L"ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
                              L"\xA0ĂÂÊÔƠƯĐăâêôơưđẰ\x0300\x0309\x0303\x0301\x0323àảãáạẲằẳẵắẴ"
                              L"ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
                              L"ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

typedef struct {
  guchar byte;
  wchar_t letter;
} Control;

static const Control tcvn_controls[] = {{0x01, L'Ú'}, {0x02, L'Ụ'}, {0x04, L'Ừ'}, {0x05, L'Ử'},
                                        {0x06, L'Ữ'}, {0x11, L'Ứ'}, {0x12, L'Ự'}, {0x13, L'Ỳ'},
                                        {0x14, L'Ỷ'}, {0x15, L'Ỹ'}, {0x16, L'Ý'}, {0x17, L'Ỵ'}};
static const Control viscii_controls[] = {{0x02, L'Ẳ'}, {0x05, L'Ẵ'}, {0x06, L'Ẫ'},
                                          {0x14, L'Ỷ'}, {0x19, L'Ỹ'}, {0x1E, L'Ỵ'}};

int
tk_legacy_find_byte (gunichar c)
{
  if (c < 0x100)
    return (int) c;
  for (int i = 0; i < 0x20; i++)
    if ((gunichar) windows_1252[i] == c)
      return 0x80 + i;
  return -1;
}

static gunichar
find_letter (gunichar unit, const wchar_t *table, const Control *controls, gsize n_controls)
{
  if (unit >= 0x80 && unit < 0x100)
    return (gunichar) table[unit - 0x80];
  for (gsize i = 0; unit < 0x20 && i < n_controls; i++)
    if (controls[i].byte == unit)
      return (gunichar) controls[i].letter;
  return unit;
}

/* U+2212: what converters make of the soft hyphen, which is ư. */
static gunichar
find_tcvn (gunichar unit)
{
  if (unit == 0x2212)
    return L'ư';
  return find_letter (unit, tcvn, tcvn_controls, G_N_ELEMENTS (tcvn_controls));
}

static gunichar
show (gunichar unit)
{
  return find_letter (unit, windows_1252, NULL, 0);
}

static void
append (GArray *letters, gunichar c)
{
  g_array_append_val (letters, c);
}

/* Whether a decoded text has a code of no character. */
static gboolean
is_lost (gunichar c)
{
  return c == 0 || (c >= 0x80 && c < 0xA0);
}

/* … ‘ ’ “ ” • – — of Windows, which the fonts of TCVN3 kept. */
static gboolean
is_windows_mark (gunichar unit)
{
  return unit == 0x85 || (unit >= 0x91 && unit <= 0x97);
}

/* 80 to 9F are capitals in VN1 and marks of Windows in texts of VN3. A capital
 * makes a syllable with what is around it; that a mark would, too, as in “V”,
 * is not believed at the edge of a word. A minus, too, is ư in a syllable only. */
static gboolean
is_letter_in_word (const gunichar *units, gsize n, gsize at)
{
  gunichar word[16];
  gsize begin = at, end = at + 1, length = 0;
  gboolean small = FALSE, capital_inside = FALSE;

  while (begin > 0 && at - begin < 8 && g_unichar_isalpha (find_tcvn (units[begin - 1])))
    begin--;
  while (end < n && end - at < 8 && g_unichar_isalpha (find_tcvn (units[end])))
    end++;
  while (begin < at && is_windows_mark (units[begin]))
    begin++;
  while (end > at + 1 && is_windows_mark (units[end - 1]))
    end--;
  if (is_windows_mark (units[at]) && (begin == at || end == at + 1))
    return FALSE;
  for (gsize i = begin; i < end; i++) {
    const gunichar letter = find_tcvn (units[i]);
    word[length++] = letter;
    small = small || g_unichar_islower (letter);
    capital_inside = capital_inside || (i > begin && g_unichar_isupper (letter));
  }
  if (units[at] == 0x2212)
    return length > 1 && tk_syllable_check (word, length);
  return !(small && capital_inside) && tk_syllable_check (word, length);
}

static gboolean
is_vowel (gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (g_unichar_tolower (letter), FALSE, parts, G_N_ELEMENTS (parts));
  return parts[0] < 0x80 && parts[0] != 0 && strchr ("aeiouy", (int) parts[0]) != NULL;
}

static guint
decode_tcvn (const gunichar *units, gsize n, GArray *letters)
{
  guint n_lost = 0;

  for (gsize i = 0; i < n; i++) {
    const gunichar unit = units[i];
    if (unit == 0x2212 && !is_letter_in_word (units, n, i))
      append (letters, unit);
    else if (unit >= 0x80 && unit < 0xA0 && !is_letter_in_word (units, n, i)) {
      append (letters, show (unit));
      n_lost += !is_windows_mark (unit);
    } else if (unit >= 0xB0 && unit <= 0xB4 && (i == 0 || !is_vowel (find_tcvn (units[i - 1]))))
      append (letters, show (unit)); /* no tone: the ° ± ² of the fonts */
    else {
      append (letters, find_tcvn (unit));
      n_lost += unit == 0;
    }
  }
  return n_lost;
}

static guint
decode_table (const gunichar *units, gsize n, const wchar_t *table, GArray *letters)
{
  guint n_lost = 0;

  for (gsize i = 0; i < n; i++) {
    const gunichar c = table == viscii
                           ? find_letter (units[i], table, viscii_controls, G_N_ELEMENTS (viscii_controls))
                           : find_letter (units[i], table, NULL, 0);
    append (letters, c);
    n_lost += is_lost (c);
  }
  return n_lost;
}

/* A mark of VNI: the letters it stands behind, the hat and the tone it gives. */
typedef struct {
  guchar mark; /* small; capitals are 0x20 lower */
  const char *bases;
  gunichar hat, tone;
} VniMark;

static const VniMark vni_marks[] = {
    {0xF9, "aeouy\xF4\xF6", 0, 0x0301}, {0xF8, "aeouy\xF4\xF6", 0, 0x0300},
    {0xFB, "aeouy\xF4\xF6", 0, 0x0309}, {0xF5, "aeouy\xF4\xF6", 0, 0x0303},
    {0xEF, "aeouy\xF4\xF6", 0, 0x0323}, {0xE2, "aeo", 0x0302, 0},
    {0xE1, "aeo", 0x0302, 0x0301},      {0xE0, "aeo", 0x0302, 0x0300},
    {0xE5, "aeo", 0x0302, 0x0309},      {0xE3, "aeo", 0x0302, 0x0303},
    {0xE4, "aeo", 0x0302, 0x0323},      {0xEA, "a", 0x0306, 0},
    {0xE9, "a", 0x0306, 0x0301},        {0xE8, "a", 0x0306, 0x0300},
    {0xFA, "a", 0x0306, 0x0309},        {0xFC, "a", 0x0306, 0x0303},
    {0xEB, "a", 0x0306, 0x0323},
};

static const Control vni_letters[] = {{0xF4, L'ơ'}, {0xF6, L'ư'}, {0xED, L'í'}, {0xEC, L'ì'}, {0xE6, L'ỉ'},
                                      {0xF3, L'ĩ'}, {0xF2, L'ị'}, {0xEE, L'ỵ'}, {0xF1, L'đ'}};

static gboolean
is_vni_capital (gunichar unit)
{
  return unit >= 0xC0 && unit <= 0xDE && unit != 0xD7;
}

static guint
fold_vni (gunichar unit)
{
  if (unit >= 'A' && unit <= 'Z')
    return unit + 0x20;
  return is_vni_capital (unit) ? unit + 0x20 : unit;
}

static const VniMark *
find_vni_mark (gunichar base, gunichar mark)
{
  const guint small_base = fold_vni (base), small_mark = fold_vni (mark);

  if (mark < 0xC0 || mark > 0xFF || small_base == 0 || small_base > 0xFF)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].mark == small_mark)
      return strchr (vni_marks[i].bases, (int) small_base) != NULL ? &vni_marks[i] : NULL;
  return NULL;
}

static gboolean
append_vni_letter (gunichar unit, GArray *letters)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (vni_letters[i].byte == fold_vni (unit)) {
      append (letters, is_vni_capital (unit) ? g_unichar_toupper (vni_letters[i].letter)
                                             : (gunichar) vni_letters[i].letter);
      return TRUE;
    }
  append (letters, show (unit));
  return FALSE;
}

static guint
decode_vni (const gunichar *units, gsize n, GArray *letters)
{
  guint n_lost = 0;

  for (gsize i = 0; i < n; i++) {
    const VniMark *mark = i + 1 < n ? find_vni_mark (units[i], units[i + 1]) : NULL;
    const gboolean known = append_vni_letter (units[i], letters);
    n_lost += !known
              && (units[i] == 0 || (units[i] >= 0xC0 && units[i] < 0x100) || is_lost (show (units[i])));
    if (mark == NULL)
      continue;
    if (mark->hat != 0)
      append (letters, mark->hat);
    if (mark->tone != 0)
      append (letters, mark->tone);
    i++;
  }
  return n_lost;
}

/* One character of UTF-8 at @units; gives the units it takes, or 0. */
static gsize
read_utf8 (const gunichar *units, gsize n, gunichar *ret_c)
{
  char bytes[4];
  gsize length = 0;

  for (; length < n && length < sizeof bytes && units[length] < 0x100; length++)
    bytes[length] = (char) units[length];
  const gunichar c = length > 0 ? g_utf8_get_char_validated (bytes, (gssize) length) : 0;
  if (length == 0 || c >= 0x110000 || c == 0)
    return 0;
  *ret_c = c;
  return (gsize) (g_utf8_next_char (bytes) - bytes);
}

static guint
decode_utf8 (const gunichar *units, gsize n, GArray *letters)
{
  guint n_lost = 0;

  for (gsize i = 0; i < n;) {
    gunichar c;
    const gsize length = read_utf8 (units + i, n - i, &c);
    if (length == 0) {
      n_lost += units[i] < 0x100;
      c = show (units[i]);
    }
    append (letters, c);
    i += MAX (length, 1);
  }
  return n_lost;
}

guint
tk_legacy_decode (const gunichar *units, gsize n, TkEncoding encoding, GArray *letters)
{
  switch (encoding) {
  case TK_ENCODING_TCVN3:
    return decode_tcvn (units, n, letters);
  case TK_ENCODING_VNI:
    return decode_vni (units, n, letters);
  case TK_ENCODING_VISCII:
    return decode_table (units, n, viscii, letters);
  case TK_ENCODING_WINDOWS_1258:
    return decode_table (units, n, windows_1258, letters);
  case TK_ENCODING_UTF8:
    return decode_utf8 (units, n, letters);
  case TK_ENCODING_AUTO:
  case TK_ENCODING_UTF16LE:
  case TK_ENCODING_UTF16BE:
  case TK_ENCODING_WINDOWS_1252:
  case TK_ENCODING_N:
  default:
    return decode_table (units, n, windows_1252, letters);
  }
}
