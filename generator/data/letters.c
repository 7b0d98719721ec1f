/* Comes in: letters with looks, as Word's runs have them. Goes out: a line of
 * CommonMark that reads as the same letters with the same looks. Knows neither
 * XML nor lists and tables. */
#include "letters.h"
#include "nfc.h"

#include <string.h>

/* What a letter is to the rules of emphasis. Symbols beyond ASCII are
 * punctuation in some versions of CommonMark only: SYMBOL is either. */
typedef enum { CLASS_SPACE, CLASS_PUNCTUATION, CLASS_SYMBOL, CLASS_WORD } Class;

GArray *
tk_letters_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TkLetter));
}

static TkLetter *
letter_at (const GArray *letters, guint i)
{
  return &g_array_index (letters, TkLetter, i);
}

void
tk_letters_add (GArray *letters, const char *text, guint look, guint link)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c == '\t' || c == '\r')
      c = ' ';
    if (c == 0x2028 || c == 0x2029)
      c = '\n';
    if ((g_unichar_iscntrl (c) && c != '\n') || c == 0x00AD || c == 0xFEFF)
      continue;
    const TkLetter letter = {.c = c, .look = look, .link = link};
    g_array_append_val (letters, letter);
  }
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c);
}

static Class
class_of (gunichar c)
{
  if (is_space (c))
    return CLASS_SPACE;
  if (c < 128)
    return g_ascii_ispunct ((char) c) ? CLASS_PUNCTUATION : CLASS_WORD;
  if (g_unichar_ispunct (c)) {
    const GUnicodeType type = g_unichar_type (c);
    return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION ? CLASS_PUNCTUATION
                                                                                       : CLASS_SYMBOL;
  }
  return CLASS_WORD;
}

/* The letters from @from on that have the look and the link of the first. */
static guint
find_end (const GArray *letters, guint from)
{
  const TkLetter *first = letter_at (letters, from);
  guint end = from + 1;

  while (end < letters->len && letter_at (letters, end)->look == first->look
         && letter_at (letters, end)->link == first->link)
    end++;
  return end;
}

static void
compose (GArray *letters)
{
  g_autoptr (GArray) composed = tk_letters_new ();
  gboolean simple = TRUE;

  for (guint i = 0; i < letters->len; i++) {
    TkLetter *letter = letter_at (letters, i);
    simple = simple && letter->c < 0x300;
    /* a tone mark that was typed in another look */
    if (i > 0 && g_unichar_combining_class (letter->c) != 0) {
      letter->look = letter[-1].look;
      letter->link = letter[-1].link;
    }
  }
  for (guint i = 0, end; !simple && i < letters->len; i = end) {
    const TkLetter *first = letter_at (letters, i);
    g_autoptr (GString) text = g_string_new (NULL);
    end = find_end (letters, i);
    for (guint k = i; k < end; k++)
      g_string_append_unichar (text, letter_at (letters, k)->c);
    g_autofree char *nfc = tk_nfc_new (text->str, -1);
    tk_letters_add (composed, nfc, first->look, first->link);
  }
  if (simple)
    return;
  g_array_set_size (letters, 0);
  if (composed->len > 0)
    g_array_append_vals (letters, composed->data, composed->len);
}

/* One space for many; none beside a line break; neither at the ends. */
static void
thin_spaces (GArray *letters, gboolean one_line)
{
  guint n = 0;

  for (guint i = 0; i < letters->len; i++) {
    TkLetter letter = *letter_at (letters, i);
    if (one_line && letter.c == '\n')
      letter.c = ' ';
    if (letter.c == '\n')
      while (n > 0 && is_space (letter_at (letters, n - 1)->c))
        n--;
    const gunichar before = n > 0 ? letter_at (letters, n - 1)->c : '\n';
    if ((is_space (letter.c) && before == '\n') || (letter.c == ' ' && before == ' '))
      continue;
    *letter_at (letters, n++) = letter;
  }
  while (n > 0 && is_space (letter_at (letters, n - 1)->c))
    n--;
  g_array_set_size (letters, n);
}

/* Spaces look as the words at both sides do, or like nothing. */
static void
dress_spaces (GArray *letters)
{
  for (guint i = 0, end; i < letters->len; i = end) {
    end = i + 1;
    if (!is_space (letter_at (letters, i)->c))
      continue;
    while (end < letters->len && is_space (letter_at (letters, end)->c))
      end++;
    const TkLetter *before = i > 0 ? letter_at (letters, i - 1) : NULL;
    const TkLetter *after = end < letters->len ? letter_at (letters, end) : NULL;
    const gboolean inside = before != NULL && after != NULL && before->link == after->link;
    for (guint k = i; k < end; k++) {
      letter_at (letters, k)->look = inside && before->look == after->look ? before->look : 0;
      letter_at (letters, k)->link = inside ? before->link : 0;
    }
  }
}

/* Is the letter beside position @i, on the other side of an edge of emphasis,
 * part of the word? The marks of a link between them are punctuation. */
static gboolean
joins_word (const GArray *letters, gint64 beside, guint i)
{
  if (beside < 0 || beside >= letters->len
      || letter_at (letters, (guint) beside)->link != letter_at (letters, i)->link)
    return FALSE;
  const Class class = class_of (letter_at (letters, (guint) beside)->c);
  return class == CLASS_WORD || class == CLASS_SYMBOL;
}

/* The end of the letters from @from on that have one of the looks in @mask, within one link. */
static guint
find_end_of_look (const GArray *letters, guint from, guint mask)
{
  guint end = from;

  while (end < letters->len && (letter_at (letters, end)->look & mask) != 0
         && letter_at (letters, end)->link == letter_at (letters, from)->link)
    end++;
  return end;
}

static void
clear_look (GArray *letters, guint from, guint end, guint look)
{
  for (guint i = from; i < end; i++)
    letter_at (letters, i)->look &= ~look;
}

/* A delimiter between a word and punctuation that belongs to the emphasis opens
 * or closes nothing: the punctuation goes out of it, at both ends, for brackets
 * and quotes are pairs. */
static void
trim_edges (GArray *letters, guint look)
{
  for (guint i = 0, end; i < letters->len; i = MAX (end, i + 1)) {
    end = find_end_of_look (letters, i, look);
    if (end == i)
      continue;
    guint from = i, to = end;
    while (from < to && class_of (letter_at (letters, from)->c) != CLASS_WORD)
      from++;
    while (from < to && class_of (letter_at (letters, to - 1)->c) != CLASS_WORD)
      to--;
    const gboolean left = from > i && joins_word (letters, (gint64) i - 1, i);
    const gboolean right = (to < end || from == end) && joins_word (letters, end, end - 1);
    if (!left && !right)
      continue;
    clear_look (letters, i, from, look);
    clear_look (letters, to, end, look);
  }
}

static gboolean
is_uniform (const GArray *letters, guint from, guint end)
{
  return find_end (letters, from) >= end;
}

/* Where looks meet without a space, italics are marked by "_", which can stand
 * beside "*" but not within a word. */
static guint
drop_italics (GArray *letters, guint from, guint end)
{
  guint n = 0;

  for (guint i = from, stop; i < end; i = MAX (stop, i + 1)) {
    stop = find_end_of_look (letters, i, TK_LETTER_ITALIC);
    if (stop == i)
      continue;
    const gboolean left = joins_word (letters, (gint64) i - 1, i) && letter_at (letters, i - 1)->look == 0;
    const gboolean right = joins_word (letters, stop, stop - 1) && letter_at (letters, stop)->look == 0;
    if (!left && !right)
      continue;
    clear_look (letters, i, stop, TK_LETTER_ITALIC);
    n++;
  }
  return n;
}

guint
tk_letters_settle (GArray *letters, TkPlace place)
{
  guint n = 0;

  compose (letters);
  thin_spaces (letters, place != TK_PLACE_PARAGRAPH);
  /* bold there is what the paper's style makes of it, and would toggle that */
  if (place == TK_PLACE_HEADING || place == TK_PLACE_HEAD) {
    clear_look (letters, 0, letters->len, TK_LETTER_BOLD);
    if (letters->len > 0 && find_end_of_look (letters, 0, TK_LETTER_ITALIC) == letters->len)
      clear_look (letters, 0, letters->len, TK_LETTER_ITALIC);
  }
  dress_spaces (letters);
  trim_edges (letters, TK_LETTER_BOLD);
  trim_edges (letters, TK_LETTER_ITALIC);
  dress_spaces (letters);
  for (guint i = 0, end; i < letters->len; i = MAX (end, i + 1)) {
    end = find_end_of_look (letters, i, TK_LETTER_BOLD | TK_LETTER_ITALIC);
    if (end > i && !is_uniform (letters, i, end))
      n += drop_italics (letters, i, end);
  }
  return n;
}

typedef struct {
  const GArray *letters;
  const GPtrArray *links;
  TkPlace place;
  GString *to;
  gsize line;     /* where in @to the line begins */
  guint stop;     /* the letter that ends "1." at the beginning of the line, to be escaped; or none */
  guint end;      /* of the emphasis that letters are written of */
  gboolean mixed; /* it has more than one look */
} Pen;

/* Would the line begin a list, a heading, a quote, a fence, a rule or a table? */
static gboolean
begins_block (Pen *pen, guint i)
{
  const GArray *letters = pen->letters;
  const gunichar c = letter_at (letters, i)->c;
  const gunichar next = i + 1 < letters->len ? letter_at (letters, i + 1)->c : ' ';
  guint k = i;

  if (pen->place != TK_PLACE_PARAGRAPH || pen->to->len != pen->line)
    return FALSE;
  while (k < letters->len && k < i + 9 && g_ascii_isdigit ((char) MIN (letter_at (letters, k)->c, 127)))
    k++;
  if (k > i && k < letters->len && strchr (".)", (int) MIN (letter_at (letters, k)->c, 127)) != NULL
      && (k + 1 == letters->len || is_space (letter_at (letters, k + 1)->c)))
    pen->stop = k;
  switch (c) {
  case '-':
  case '+':
    return is_space (next) || next == c;
  case '#':
    return is_space (next) || next == c;
  case '~':
    return next == c;
  case ':':
    return next == '-';
  case '>':
  case '=':
  case '|':
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
needs_escape (Pen *pen, guint i)
{
  const TkLetter *letter = letter_at (pen->letters, i);
  const TkLetter *next = i + 1 < pen->letters->len ? letter + 1 : NULL;
  const char follows = next != NULL && next->c < 128 ? (char) next->c : ' ';

  if (begins_block (pen, i) || i == pen->stop)
    return TRUE;
  switch (letter->c) {
  case '\\':
  case '*':
  case '_':
  case '`':
  case '[':
  case ']':
    return TRUE;
  case '<':
    return g_ascii_isalpha (follows) || follows == '/' || follows == '!' || follows == '?';
  case '&':
    return g_ascii_isalpha (follows) || follows == '#';
  case '!':
    return next != NULL && next->link != 0 && next->link != letter->link;
  case '|':
    return pen->place == TK_PLACE_CELL || pen->place == TK_PLACE_HEAD;
  case '#':
    return pen->place == TK_PLACE_HEADING && next == NULL;
  default:
    return FALSE;
  }
}

static void
write_letter (Pen *pen, guint i, guint indent)
{
  const gunichar c = letter_at (pen->letters, i)->c;

  if (c == '\n') {
    g_string_append (pen->to, "\\\n");
    for (guint k = 0; k < indent; k++)
      g_string_append_c (pen->to, ' ');
    pen->line = pen->to->len;
    return;
  }
  if (needs_escape (pen, i))
    g_string_append_c (pen->to, '\\');
  g_string_append_unichar (pen->to, c);
}

/* The marks between two letters of a mixed emphasis: "_" outside, "**" inside. */
static void
write_change (GString *to, guint before, guint after)
{
  const gboolean italic = ((before ^ after) & TK_LETTER_ITALIC) != 0;
  const gboolean bold = ((before ^ after) & TK_LETTER_BOLD) != 0;

  if ((before & TK_LETTER_BOLD) != 0 && (bold || italic))
    g_string_append (to, "**");
  if (italic)
    g_string_append_c (to, '_');
  if ((after & TK_LETTER_BOLD) != 0 && (bold || italic))
    g_string_append (to, "**");
}

/* The marks before letter @i, after one of look @before; @before of the last is its own end. */
static void
write_marks (Pen *pen, guint before, guint after)
{
  static const char *const marks[] = {"", "**", "*", "***"};

  if (pen->mixed)
    write_change (pen->to, before, after);
  else if (before != after)
    g_string_append (pen->to, marks[before | after]);
}

/* md4c gives destinations as they stand: neither entities nor escapes are undone by everyone. */
static void
write_url (GString *to, const char *url)
{
  for (const char *at = url; *at != '\0'; at++) {
    if ((guchar) *at <= ' ' || *at == 127 || strchr ("()<>\\\"`|", *at) != NULL)
      g_string_append_printf (to, "%%%02X", (guint) (guchar) *at);
    else
      g_string_append_c (to, *at);
  }
}

static void
write_link (Pen *pen, guint before, guint after)
{
  if (before == after)
    return;
  if (before != 0) {
    g_string_append (pen->to, "](");
    write_url (pen->to, g_ptr_array_index (pen->links, before - 1));
    g_string_append_c (pen->to, ')');
  }
  if (after != 0)
    g_string_append_c (pen->to, '[');
}

void
tk_letters_write (const GArray *letters, TkPlace place, const GPtrArray *links, guint indent, GString *to)
{
  Pen pen = {letters, links, place, to, .line = to->len, .stop = G_MAXUINT};
  guint look = 0, link = 0;

  for (guint i = 0; i < letters->len; i++) {
    const TkLetter *letter = letter_at (letters, i);
    if (link != letter->link || i >= pen.end) {
      write_marks (&pen, look, 0);
      look = 0;
      write_link (&pen, link, letter->link);
      link = letter->link;
      pen.end = MAX (find_end_of_look (letters, i, TK_LETTER_BOLD | TK_LETTER_ITALIC), i + 1);
      pen.mixed = letter->look != 0 && !is_uniform (letters, i, pen.end);
    }
    write_marks (&pen, look, letter->look);
    look = letter->look;
    write_letter (&pen, i, indent);
  }
  write_marks (&pen, look, 0);
  write_link (&pen, link, 0);
}
