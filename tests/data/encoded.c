/* Texts as the offices wrote them, for the tests of recognition. The tables of
 * TCVN3 and VNI are written here once more, in the other direction. */
#include "encoded.h"

#include <string.h>

#include "legacy.h"
#include "tests.h"

/* The bytes of VNI, as its table prints them: a letter of the alphabet and what Windows-1252 shows. */
static const char vni_table[] =
    "à aø ả aû ã aõ á aù ạ aï ă aê ằ aè ẳ aú ẵ aü ắ aé ặ aë â aâ ầ aà ẩ aå ẫ aã ấ aá ậ aä "
    "è eø ẻ eû ẽ eõ é eù ẹ eï ê eâ ề eà ể eå ễ eã ế eá ệ eä ì ì ỉ æ ĩ ó í í ị ò "
    "ò oø ỏ oû õ oõ ó où ọ oï ô oâ ồ oà ổ oå ỗ oã ố oá ộ oä ơ ô ờ ôø ở ôû ỡ ôõ ớ ôù ợ ôï "
    "ù uø ủ uû ũ uõ ú uù ụ uï ư ö ừ öø ử öû ữ öõ ứ öù ự öï ỳ yø ỷ yû ỹ yõ ý yù ỵ î đ ñ";

/* VN3 from A8 on, a space where there is no letter. */
static const char vn3_table[] =
    "ăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

static void
append_latin (GString *to, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_c (to, (char) tk_legacy_find_byte (g_utf8_get_char (text)));
}

/* Marks of Windows that fonts of the time have. */
static gboolean
append_mark (GString *to, gunichar c)
{
  const int byte = tk_legacy_find_byte (c);

  if (byte < 0 || (c >= 0x80 && c < 0x2000))
    return FALSE;
  g_string_append_c (to, (char) byte);
  return TRUE;
}

static void
append_vni (GString *to, gunichar c, char **table)
{
  char letter[7] = {0};

  g_unichar_to_utf8 (g_unichar_tolower (c), letter);
  for (char **at = table; *at != NULL; at += 2)
    if (strcmp (*at, letter) == 0) {
      g_autofree char *upper = g_utf8_strup (at[1], -1);
      append_latin (to, g_unichar_isupper (c) ? upper : at[1]);
      return;
    }
  assert_true (append_mark (to, c));
}

static void
append_tcvn3 (GString *to, gunichar c)
{
  const char *capitals = g_utf8_strchr ("ĂÂÊÔƠƯĐ", -1, c);
  const char *small = g_utf8_strchr (vn3_table, -1, g_unichar_tolower (c));

  if (c < 0x80 || (capitals == NULL && small == NULL))
    assert_true (append_mark (to, c));
  else if (capitals != NULL)
    g_string_append_c (to, (char) (0xA1 + g_utf8_pointer_to_offset ("ĂÂÊÔƠƯĐ", capitals)));
  else
    g_string_append_c (to, (char) (0xA8 + g_utf8_pointer_to_offset (vn3_table, small)));
}

GString *
tests_encode (const char *text, TkEncoding encoding)
{
  g_auto (GStrv) table = g_strsplit (vni_table, " ", -1);
  GString *bytes = g_string_new (NULL);

  if (encoding == TK_ENCODING_VISCII || encoding == TK_ENCODING_WINDOWS_1258) {
    gsize length;
    g_autofree char *converted = g_convert (text, -1, encoding == TK_ENCODING_VISCII ? "VISCII" : "CP1258",
                                            "UTF-8", NULL, &length, NULL);
    assert_non_null (converted);
    return g_string_append_len (bytes, converted, (gssize) length);
  }
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    const gunichar c = g_utf8_get_char (text);
    if (encoding == TK_ENCODING_TCVN3)
      append_tcvn3 (bytes, c);
    else if (encoding == TK_ENCODING_VNI)
      append_vni (bytes, c, table);
    else
      g_string_append_unichar (bytes, c);
  }
  return bytes;
}

GString *
tests_mask (const GString *bytes)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < bytes->len; i++) {
    const gunichar unit = (guchar) bytes->str[i];
    tk_legacy_decode (&unit, 1, TK_ENCODING_WINDOWS_1252, letters);
  }
  for (guint i = 0; i < letters->len; i++)
    g_string_append_unichar (text, g_array_index (letters, gunichar, i));
  return text;
}
