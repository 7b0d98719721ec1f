/* Spreadsheet files that are odd, wrong or meant to harm: packages of literal
 * parts, and what is printed of them. */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "book_print.h"
#include "tests.h"

#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships/"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define ROOT                                                                                                 \
  RELATIONS "<Relationship Id=\"r\" Type=\"" TYPES                                                           \
            "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
#define LINK(id, type, target) "<Relationship Id=\"" id "\" Type=\"" TYPES type "\" Target=\"" target "\"/>"
#define LINKS                                                                                                \
  RELATIONS LINK ("r1", "worksheet", "worksheets/a.xml") LINK ("r2", "styles", "styles.xml")                 \
      LINK ("r3", "sharedStrings", "/xl/strings.xml") "</Relationships>"
#define WORKBOOK(properties, sheets)                                                                         \
  "<workbook " MAIN " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"      \
  "<workbookPr" properties "/><sheets>" sheets "</sheets></workbook>"
#define SHEET "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/>"
#define STYLES                                                                                               \
  "<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts>"           \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"     \
  "<xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"
#define STRINGS                                                                                              \
  "<sst " MAIN "><si><t>không</t></si><si/><si><r><t>hai </t></r><r><rPr/><t>phần</t></r>"                \
  "<rPh sb=\"0\" eb=\"1\"><t>ほん</t></rPh></si><si><t>a_x000D_\nb_x0041__x005F_x0041_ _x0000_ "           \
  "_xD83D__xDE00_"                                                                                           \
  "</t></si></sst>"

typedef struct {
  const char *name, *text;
} Part;

static void
write_part (struct archive *archive, const Part *part, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  assert_int_equal (archive_write_header (archive, entry), ARCHIVE_OK);
  assert_true (archive_write_data (archive, part->text, length) == (la_ssize_t) length);
  archive_entry_free (entry);
}

/* @parts: to the first without a name; those without text are left out. */
static void
write_package (const char *path, const Part *parts)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  assert_int_equal (archive_write_open_filename (archive, path), ARCHIVE_OK);
  for (; parts->name != NULL; parts++)
    if (parts->text != NULL)
      write_part (archive, parts, strlen (parts->text));
  assert_int_equal (archive_write_close (archive), ARCHIVE_OK);
  archive_write_free (archive);
}

/* What is printed of the package; its path is shown as its name. */
static char *
print_package (const Part *parts, const char *name)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *before = g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);

  write_package (path, parts);
  g_autofree char *printed = tests_print_book (path);
  g_autoptr (GString) text = g_string_new (printed);
  g_string_replace (text, before, "", 0);
  tests_folder_free (folder);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
print_workbook (const char *workbook, const char *links, const char *sheet)
{
  const Part parts[] = {{"_rels/.rels", ROOT},
                        {"xl/workbook.xml", workbook},
                        {"xl/_rels/workbook.xml.rels", links},
                        {"xl/styles.xml", STYLES},
                        {"xl/strings.xml", STRINGS},
                        {"xl/worksheets/a.xml", sheet},
                        {NULL, NULL}};

  return print_package (parts, "a.xlsx");
}

#define DAMAGED "; open it in an office program and save it again\n"
#define REPAIR "; open the file in an office program and save it again\n"

/* The cells of one sheet. */
void
test_book_cells (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *data, *expected;
  } cases[] = {
      {"", ""},
      {"<row/><row><c><v>1</v></c><c/><c><v>2</v></c></row><row "
       "r='9'><c><v>3</v></c></row><row><c><v>4</v></c></row>",
       "2|n:1||n:2\n9|n:3\n10|n:4\n"},
      {"<row r='1'><c r='C1'><v>3</v></c><c><v>4</v></c><c r='A1'><v>1</v></c></row>", "1|n:1||n:3|n:4\n"},
      {"<row r='5'><c r='XFD5'/><c r='B5' t='s'><v>0</v></c><c r='C5' t='s'><v>1</v></c></row>",
       "5||t:không\n"},
      {"<row r='1'><c t='s'><v>2</v></c><c t='s'><v>3</v></c></row>",
       "1|t:hai phần|t:a\\nbA_x0041_ _x0000_ 😀\n"},
      {"<row r='1'><c t='inlineStr'><is><r><t>x</t></r><r><t xml:space='preserve'> "
       "y</t></r><rPh><t>z</t></rPh></is></c>"
       "<c t='inlineStr'><is><t>a&#10;b &amp; c<!-- d --> e</t></is></c><c t='inlineStr'><is><t> "
       "</t></is></c></row>",
       "1|t:x y|t:a\\nb & c e|t: \n"},
      {"<row r='1'><c t='str'><f>A1&amp;\"v\"</f><v>kết quả</v></c><c t='b'><v>1</v></c><c "
       "t='e'><v>#REF!</v></c>"
       "<c t='d'><v>2022-08-19T10:00:00</v></c><c t='d'><v>2022-02-30</v></c><c t='str'><v></v></c></row>",
       "1|t:kết quả|n:1|t:#REF!|d:2022-08-19|t:2022-02-30\n"},
      {"<row r='1'><c s='1'><v>44792</v></c><c s='2'><v>44792.5</v></c><c s='3'><v>0.3125</v></c><c "
       "s='0'><v>44792</v></c>"
       "<c s='99'><v>44792</v></c><c s='1'><v>60</v></c><c s='1'><v>abc</v></c><c s='1'><v>-3</v></c></row>",
       "1|d:2022-08-19|d:2022-08-19|t:07:30|n:44792|n:44792|n:60|t:abc|n:-3\n"},
      {"<row r='1'><c><f>1</f><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row>", "1|n:1\n"},
      {"<row r='1048576'><c r='XFD1048576'/><c r='A1048576'><v>1</v></c></row>", "1048576|n:1\n"},
      {"</sheetData><mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='C1:D1'/></mergeCells><sheetData>",
       "merged: 2\n"},
      {"<row r='1'><c r='ZZZZ1'><v>1</v></c></row>", "error 4: a.xlsx: sheet “A”, row 1, column XFE: the row "
                                                     "goes beyond 16,384 columns; remove what is in the last "
                                                     "ones\n"},
      {"<row r='3'><c r='XFD3'><v>1</v></c><c><v>2</v></c></row>",
       "error 4: a.xlsx: sheet “A”, row 3, column XFE: the row goes beyond 16,384 columns; remove what is in "
       "the last "
       "ones\n"},
      {"<row r='-5'><c><v>1</v></c></row>",
       "error 4: a.xlsx: the file is damaged (a row has the number -5, the last is 1,048,576)" DAMAGED},
      {"<row r='1048577'/>",
       "error 4: a.xlsx: the file is damaged (a row has the number 1048577, the last is 1,048,576)" DAMAGED},
      {"<row r='1048576'/><row/>",
       "error 4: a.xlsx: the file is damaged (a row has the number 1048577, the last is 1,048,576)" DAMAGED},
      {"<row r='2'><c r='5B'><v>1</v></c></row>",
       "error 4: a.xlsx: sheet “A”, row 2, column A: “5B” is no name of a cell" REPAIR},
      {"<row r='2'><c r='B2' t='s'><v>4</v></c></row>",
       "error 4: a.xlsx: sheet “A”, row 2, column B: there is no shared text “4”" REPAIR},
      {"<row r='2'><c r='B2' t='s'><v>-1</v></c></row>",
       "error 4: a.xlsx: sheet “A”, row 2, column B: there is no shared text “-1”" REPAIR},
      {"<row r='2'><c r='B2' t='s'><v>18446744073709551616</v></c></row>",
       "error 4: a.xlsx: sheet “A”, row 2, column B: there is no shared text “18446744073709551616”" REPAIR},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sheet = g_strconcat ("<worksheet " MAIN "><sheetData>", cases[i].data,
                                          "</sheetData></worksheet>", NULL);
    g_autofree char *printed = print_workbook (WORKBOOK ("", SHEET), LINKS, sheet);
    g_autofree char *expected = g_strconcat ("# A\n", cases[i].expected, NULL);
    tests_expect (cases[i].data, printed, expected);
  }
}

#define ONE "<worksheet " MAIN "><sheetData><row><c s='1'><v>1</v></c></row></sheetData></worksheet>"

/* What surrounds the sheets. */
void
test_book_workbooks (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *what, *workbook, *links, *sheet, *expected;
  } cases[] = {
      {"1904", WORKBOOK (" date1904='1'", SHEET), LINKS, ONE, "# A\n1|d:1904-01-02\n"},
      {"1900", WORKBOOK (" date1904='false'", SHEET), LINKS, ONE, "# A\n1|d:1900-01-01\n"},
      {"states",
       WORKBOOK (
           "", "<sheet name='A &amp; B' r:id='r1' state='visible'/><sheet name='C' r:id='r1' state='hidden'/>"
               "<sheet name='D' r:id='r1' state='veryHidden'/>"),
       LINKS, "<x:worksheet xmlns:x='urn:x'><x:sheetData/></x:worksheet>",
       "# A & B\n# C (hidden)\n# D (hidden)\n"},
      {"strict",
       "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:r='" STRICT "'><x:sheets>"
       "<x:sheet name='A' r:id='r1'/></x:sheets></x:workbook>",
       RELATIONS "<Relationship Id='r1' Type='" STRICT
                 "worksheet' Target='./worksheets/../worksheets/a.xml'/>"
                 "</Relationships>",
       "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row><x:c "
       "s='1'><x:v>7</x:v>"
       "</x:c></x:row></x:sheetData></x:worksheet>",
       "# A\n1|n:7\n"},
      {"a prefix named like an attribute", WORKBOOK ("", SHEET), LINKS,
       "<worksheet " MAIN
       "><sheetData><row xmlns:r='urn:r' r='3'><c xmlns:r='urn:r' r='B3'><v>1</v></c></row></sheetData>"
       "</worksheet>",
       "# A\n3||n:1\n"},
      {"a chart between", WORKBOOK ("", "<sheet name='C' r:id='r9'/>" SHEET),
       RELATIONS LINK ("r9", "chartsheet", "c.xml")
           LINK ("r1", "worksheet", "worksheets/a.xml") "</Relationships>",
       ONE, "# A\n1|n:1\n"},
      {"no sheet", WORKBOOK ("", ""), LINKS, ONE, "error 4: a.xlsx: has no sheet with cells; add one\n"},
      {"no part", WORKBOOK ("", SHEET), LINKS, NULL,
       "# A\nerror 4: a.xlsx: the file is damaged (xl/worksheets/a.xml is not in it)" DAMAGED},
      {"no relation", WORKBOOK ("", "<sheet name='A' r:id='r7'/>"), LINKS, ONE,
       "error 4: a.xlsx: the file is damaged (sheet “A” has no part)" DAMAGED},
      {"a way out", WORKBOOK ("", SHEET),
       RELATIONS LINK ("r1", "worksheet", "../../../etc/passwd") "</Relationships>", ONE,
       "error 4: a.xlsx: the file is damaged (sheet “A” has no part)" DAMAGED},
      {"elsewhere", WORKBOOK ("", SHEET),
       RELATIONS "<Relationship Id='r1' Type='" TYPES
                 "worksheet' Target='worksheets/a.xml' TargetMode='External'/>"
                 "</Relationships>",
       ONE, "error 4: a.xlsx: the file is damaged (sheet “A” has no part)" DAMAGED},
      {"no relations", WORKBOOK ("", SHEET), NULL, ONE,
       "error 4: a.xlsx: the file is damaged (xl/_rels/workbook.xml.rels is not in it)" DAMAGED},
      {"no workbook", NULL, LINKS, ONE,
       "error 4: a.xlsx: the file is damaged (xl/workbook.xml is not in it)" DAMAGED},
      {"a text", "<document/>", LINKS, ONE, "error 4: a.xlsx: is no spreadsheet; save it as .xlsx or .ods\n"},
      {"cut", WORKBOOK ("", SHEET), LINKS,
       "<worksheet " MAIN "><sheetData><row><c><v>1</v></c></row><row><c><v>1",
       "# A\n1|n:1\nerror 4: a.xlsx: the file is damaged (xl/worksheets/a.xml:1: Extra content at the end of "
       "the "
       "document)" DAMAGED},
      {"empty", WORKBOOK ("", SHEET), LINKS, "",
       "# A\nerror 4: a.xlsx: the file is damaged (xl/worksheets/a.xml:1: …"},
      {"a character that is none", WORKBOOK ("", SHEET), LINKS,
       "<worksheet " MAIN "><sheetData><row><c t='str'><v>a&#0;b</v></c></row></sheetData></worksheet>",
       "# A\nerror 4: a.xlsx: the file is damaged (xl/worksheets/a.xml:1: xmlParseCharRef: invalid xmlChar "
       "value 0)" DAMAGED},
      {"a bomb of entities", WORKBOOK ("", SHEET), LINKS,
       "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
       "'&b;&b;&b;&b;&b;&b;'>]>"
       "<worksheet " MAIN "><sheetData><row><c t='str'><v>&c;</v></c></row></sheetData></worksheet>",
       "# A\nerror 4: a.xlsx: the file is damaged (xl/worksheets/a.xml:1: …"},
      {"a file from elsewhere", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" WORKBOOK ("", SHEET), LINKS, ONE,
       "error 4: a.xlsx: the file is damaged (xl/workbook.xml:1: it has a document type)" DAMAGED},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *printed = print_workbook (cases[i].workbook, cases[i].links, cases[i].sheet);
    /* what the parser says is its own affair */
    g_auto (GStrv) ours = g_strsplit (cases[i].expected, "…", 2);
    if (ours[1] == NULL || !g_str_has_prefix (printed, ours[0]))
      tests_expect (cases[i].what, printed, cases[i].expected);
  }
}

/* Shared parts in ruins are refused, and refused again. */
void
test_book_shared (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *styles, *strings, *expected;
  } cases[] = {
      {STYLES, "<sst><si><t>a</t></si>", "xl/strings.xml:1: "},
      {STYLES, NULL, "xl/strings.xml is not in it"},
      {"<styleSheet><numFmts></styleSheet>", STRINGS, "xl/styles.xml:1: "},
      {NULL, STRINGS, "xl/styles.xml is not in it"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Part parts[] = {{"_rels/.rels", ROOT},
                          {"xl/workbook.xml", WORKBOOK ("", SHEET SHEET)},
                          {"xl/_rels/workbook.xml.rels", LINKS},
                          {"xl/worksheets/a.xml", ONE},
                          {"xl/styles.xml", cases[i].styles},
                          {"xl/strings.xml", cases[i].strings},
                          {NULL, NULL}};
    g_autofree char *printed = print_package (parts, "a.xlsx");
    g_autofree char *expected = g_strconcat ("# A\nerror 4: a.xlsx: the file is damaged (", cases[i].expected,
                                             NULL);
    if (!g_str_has_prefix (printed, expected))
      tests_expect ("shared", printed, expected);
  }
}

#define ODS                                                                                                  \
  "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                          \
  "xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                                               \
  "xmlns:s='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                                               \
  "xmlns:x='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                                                \
  "xmlns:c='urn:org:documentfoundation:names:experimental:calc"                                              \
  ":xmlns:calcext:1.0'><o:automatic-styles><s:style s:name='ta2' s:family='table'><s:table-properties "      \
  "t:display='false'/></s:style></o:automatic-styles><o:body>"
#define ODS_END "</o:body></o:document-content>"
#define TEXT_CELL(text) "<t:table-cell o:value-type='string'>" text "</t:table-cell>"

void
test_book_ods (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *table, *expected;
  } cases[] = {
      {"<t:table-column t:number-columns-repeated='16384'/>", ""},
      {"<t:table-row t:number-rows-repeated='3'><t:table-cell "
       "t:number-columns-repeated='16384'/></t:table-row>"
       "<t:table-row><t:table-cell/>" TEXT_CELL (
           "<x:p>a</x:p>") "<t:table-cell t:number-columns-repeated='16382'/>"
                           "</t:table-row><t:table-row t:number-rows-repeated='1048572'><t:table-cell "
                           "t:number-columns-repeated='16384'/>"
                           "</t:table-row>",
       "4||t:a\n"},
      {"<t:table-row t:number-rows-repeated='2'><t:table-cell o:value-type='float' o:value='7' "
       "t:number-columns-repeated='3'/></t:table-row>"
       "<t:table-row>" TEXT_CELL ("<x:p>b</x:p>") "</t:table-row>",
       "1|n:7|n:7|n:7\n2|n:7|n:7|n:7\n3|t:b\n"},
      {"<t:table-row><t:table-cell o:value-type='percentage' o:value='0.45'><x:p>45%</x:p></t:table-cell>"
       "<t:table-cell o:value-type='currency' o:value='1000000' o:currency='VND'/>"
       "<t:table-cell o:value-type='date' o:date-value='2022-08-19'><x:p>19/08/22</x:p></t:table-cell>"
       "<t:table-cell o:value-type='date' o:date-value='2022-08-19T07:30:00'/>"
       "<t:table-cell o:value-type='time' o:time-value='PT07H30M00S'/>"
       "<t:table-cell o:value-type='time' o:time-value='PT36H00M15S'/>"
       "<t:table-cell o:value-type='time' o:time-value='sớm'/>"
       "<t:table-cell o:value-type='boolean' "
       "o:boolean-value='true'><x:p>TRUE</x:p></t:table-cell></t:table-row>",
       "1|p:45%|n:1000000|d:2022-08-19|d:2022-08-19|t:07:30|t:36:00:15|t:sớm|n:1\n"},
      {"<t:table-row><t:table-cell o:value-type='string' o:string-value='' "
       "c:value-type='error'><x:p>#REF!</x:p>"
       "</t:table-cell><t:table-cell c:value-type='float' o:value-type='string' o:string-value='v'/>"
       "<t:table-cell c:value-type='float'><x:p>t</x:p></t:table-cell></t:table-row>",
       "1|t:#REF!|t:v|t:t\n"},
      {"<t:table-row>" TEXT_CELL ("<x:p>\n   một\n  </x:p><x:p/><x:p>ha<x:span>i</x:span></x:p>")
           TEXT_CELL ("<x:p>  a \n b<x:s x:c='2'/>c<x:tab/>d<x:line-break/>e <x:s/></x:p>") TEXT_CELL (
               "<o:annotation><x:p>ghi chú</x:p></o:annotation><x:p>chữ<x:a> nối </x:a></x:p>") "</"
                                                                                                "t:table-"
                                                                                                "row>",
       "1|t:một\\n\\nhai|t:  a b  c\\td\\ne  |t:chữ nối \n"},
      {"<t:table-header-rows><t:table-row>" TEXT_CELL (
           "<x:p>đầu</x:p>") "</t:table-row></t:table-header-rows>"
                             "<t:table-row-group><t:table-row-group "
                             "t:display='false'><t:table-row>" TEXT_CELL (
                                 "<x:p>1</x:p>") "</t:table-row></t:table-row-group></t:table-row-group>",
       "1|t:đầu\n2|t:1\n"},
      {"<t:shapes><t:table><t:table-row>" TEXT_CELL (
           "<x:p>hình</x:p>") "</t:table-row></t:table></t:shapes>"
                              "<t:table-row><t:table-cell t:number-columns-spanned='2' "
                              "t:number-rows-spanned='1'><x:p>gộp</x:p></t:table-cell>"
                              "<t:covered-table-cell><x:p>kín</x:p></t:covered-table-cell>" TEXT_CELL (
                                  "<x:p>sau</x:p>") "</t:table-row>",
       "1|t:gộp||t:sau\nmerged: 1\n"},
      {"<t:table-row t:number-rows-repeated='1000000000'><t:table-cell/></t:table-row>", ""},
      {"<t:table-row t:number-rows-repeated='1000000000'>" TEXT_CELL ("<x:p>a</x:p>") "</t:table-row>",
       "error 4: a.ods: sheet “A”, row 1, column A: it is repeated beyond measure" REPAIR},
      {"<t:table-row t:number-rows-repeated='2147483647'/><t:table-row t:number-rows-repeated='2147483647'/>"
       "<t:table-row>" TEXT_CELL ("<x:p>a</x:p>") "</t:table-row>",
       "error 4: a.ods: sheet “A”, row 2147483647, column A: it is repeated beyond measure" REPAIR},
      {"<t:table-row><t:table-cell/><t:table-cell o:value-type='float' o:value='1' "
       "t:number-columns-repeated='1000000000'/>"
       "</t:table-row>",
       "error 4: a.ods: sheet “A”, row 1, column B: the row goes beyond 16,384 columns; remove what is in "
       "the last "
       "ones\n"},
      {"<t:table-row><t:table-cell t:number-columns-repeated='-1'/></t:table-row>",
       "error 4: a.ods: sheet “A”, row 1, column A: it is repeated beyond measure" REPAIR},
      {"<t:table-row>" TEXT_CELL ("<x:p><x:s x:c='99999999999'/></x:p>") "</t:table-row>",
       "error 4: a.ods: sheet “A”, row 1, column A: the text is longer than 1 MiB; shorten it\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *content = g_strconcat (
        ODS "<o:spreadsheet><t:tracked-changes><t:table><t:table-row>" TEXT_CELL (
            "<x:p>cũ</x:p>") "</t:table-row></t:table></t:tracked-changes><t:table t:name='A'>",
        cases[i].table,
        "</t:table><t:table t:name='B' t:style-name='ta2'/><t:dde-links><t:dde-link><t:table t:name='X'/>"
        "</t:dde-link></t:dde-links></o:spreadsheet>" ODS_END,
        NULL);
    const Part parts[] = {{"content.xml", content}, {NULL, NULL}};
    g_autofree char *printed = print_package (parts, "a.ods");
    g_autofree char *expected = g_strconcat (
        "# A\n", cases[i].expected, strstr (cases[i].expected, "error") ? "" : "# B (hidden)\n", NULL);
    tests_expect (cases[i].table, printed, expected);
  }
}

/* Packages that are no spreadsheet at all, or hide one. */
void
test_book_packages (G_GNUC_UNUSED void **state)
{
  static const struct {
    Part parts[4];
    const char *expected;
  } cases[] = {
      {{{"a.txt", "a"}}, "error 4: a: is no spreadsheet; save it as .xlsx or .ods\n"},
      {{{"content.xml", ODS "<o:text/>" ODS_END}},
       "error 4: a: is no spreadsheet; save it as .xlsx or .ods\n"},
      {{{"content.xml", ODS "<o:spreadsheet/>" ODS_END}}, "error 4: a: has no sheet with cells; add one\n"},
      {{{"META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>"},
        {"content.xml", "?"}},
       "error 4: a: is locked by a password; save it without one\n"},
      {{{"META-INF/manifest.xml", "<m/>"}},
       "error 4: a: the file is damaged (content.xml is not in it)" DAMAGED},
      {{{"content.xml", ODS "<o:spreadsheet/>" ODS_END}, {"content.xml", "<a/>"}},
       "error 4: a: the file is damaged (content.xml is in it twice)" DAMAGED},
      {{{"_rels/.rels", RELATIONS "</Relationships>"}},
       "error 4: a: the file is damaged (it does not name its workbook)" DAMAGED},
      {{{"_rels/.rels", RELATIONS LINK ("r", "officeDocument", "../../a.xml") "</Relationships>"}},
       "error 4: a: the file is damaged (it does not name its workbook)" DAMAGED},
      {{{"_rels/.rels", RELATIONS LINK ("r", "officeDocument", "xl/workbook.bin") "</Relationships>"}},
       "error 4: a: is of the form .xlsb; save it as .xlsx or .ods\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *printed = print_package (cases[i].parts, "a");
    tests_expect (cases[i].parts[0].name, printed, cases[i].expected);
  }
}

/* Not zip files, and zip files that are cut. */
void
test_book_files (G_GNUC_UNUSED void **state)
{
  static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more";
  const Part parts[] = {{"content.xml", ODS "<o:spreadsheet><t:table t:name='A'/></o:spreadsheet>" ODS_END},
                        {NULL, NULL}};
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_file_set_contents (path, ole, sizeof ole, NULL);
  g_autofree char *locked = tests_print_book (path);
  assert_non_null (strstr (locked, ": is locked by a password, or of the old form .xls or .doc; "));
  g_file_set_contents (path, "a,b\n", -1, NULL);
  g_autofree char *table = tests_print_book (path);
  assert_non_null (strstr (table, ": is no file of a spreadsheet or word processor; save it as "));
  write_package (path, parts);
  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize cut = 0; cut < size; cut += 7) {
    g_file_set_contents (path, bytes, (gssize) cut, NULL);
    g_autofree char *printed = tests_print_book (path);
    assert_true (g_str_has_prefix (printed, "error 4: "));
  }
  /* any byte of the data in ruins is noticed; it follows a header of 30 bytes, its name and more */
  const gsize begin = 30 + (guchar) bytes[26] + (guchar) bytes[28];
  for (gsize at = begin; at < begin + 150; at += 9) {
    g_autofree char *ruined = g_memdup2 (bytes, size);
    ruined[at] ^= 0x55;
    g_file_set_contents (path, ruined, (gssize) size, NULL);
    g_autofree char *printed = tests_print_book (path);
    if (strstr (printed, "error 4: ") == NULL)
      fail_msg ("byte %d: %s", (int) at, printed);
  }
  tests_folder_free (folder);
}

/* A cell of @n bytes between @before and @after. */
static char *
print_long (const char *name, const char *before, const char *after, gsize n, gboolean shared)
{
  g_autofree char *filling = g_strnfill (n, 'x');
  g_autofree char *text = g_strconcat (before, filling, after, NULL);
  const Part xlsx[] = {
      {"_rels/.rels", ROOT},
      {"xl/workbook.xml", WORKBOOK ("", SHEET)},
      {"xl/_rels/workbook.xml.rels", LINKS},
      {"xl/styles.xml", STYLES},
      {"xl/strings.xml", shared ? text : STRINGS},
      {"xl/worksheets/a.xml",
       shared ? "<worksheet><sheetData><row r='7'><c r='A7' t='s'><v>0</v></c><c r='AB7' t='s'><v>1</v></c>"
                "</row></sheetData></worksheet>"
              : text},
      {NULL, NULL}};
  const Part ods[] = {{"content.xml", text}, {NULL, NULL}};

  return print_package (g_str_has_suffix (name, ".ods") ? ods : xlsx, name);
}

void
test_book_long (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *name, *before, *after, *place;
    gboolean shared;
  } cases[] = {
      {"a.xlsx", "<worksheet><sheetData><row r='7'><c r='AB7' t='inlineStr'><is><t>",
       "</t></is></c></row></sheetData></worksheet>", "row 7, column AB", FALSE},
      {"a.xlsx", "<worksheet><sheetData><row r='7'><c r='AB7' t='str'><v>",
       "</v></c></row></sheetData></worksheet>", "row 7, column AB", FALSE},
      {"a.xlsx", "<sst><si><t>a</t></si><si><t>", "</t></si></sst>", "row 7, column AB", TRUE},
      {"a.ods",
       ODS "<o:spreadsheet><t:table t:name='A'><t:table-row "
           "t:number-rows-repeated='6'/><t:table-row><t:table-cell "
           "t:number-columns-repeated='27'/><t:table-cell><x:p>",
       "</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet>" ODS_END, "row 7, column AB", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (gsize n = 2 * 1024 * 1024; n < 20 * 1024 * 1024; n += 10 * 1024 * 1024) {
      g_autofree char *printed = print_long (cases[i].name, cases[i].before, cases[i].after, n,
                                             cases[i].shared);
      g_autofree char *expected = g_strdup_printf (
          "# A\nerror 4: %s: sheet “A”, %s: the text is longer than 1 MiB; shorten it\n", cases[i].name,
          cases[i].place);
      tests_expect (cases[i].before, printed, expected);
    }
    g_autofree char *whole = print_long (cases[i].name, cases[i].before, cases[i].after, 1024 * 1024,
                                         cases[i].shared);
    assert_null (strstr (whole, "error"));
  }
}

/* 300 MB that fold into 300 KB. */
void
test_book_bomb (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.ods", NULL);
  g_autofree char *blanks = g_strnfill (4 * 1024 * 1024, ' ');
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_set_format_zip (archive);
  assert_int_equal (archive_write_open_filename (archive, path), ARCHIVE_OK);
  archive_entry_set_pathname (entry, "content.xml");
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, 75 * 4 * 1024 * 1024 + 3);
  archive_write_header (archive, entry);
  archive_write_data (archive, "<a>", 3);
  for (int i = 0; i < 75; i++) {
    memcpy (blanks + 4 * 1024 * 1024 - 4, "<b/>", 4);
    archive_write_data (archive, blanks, 4 * 1024 * 1024);
  }
  archive_entry_free (entry);
  archive_write_close (archive);
  archive_write_free (archive);
  g_autofree char *printed = tests_print_book (path);
  if (strstr (printed, "it grows beyond measure when unpacked); ") == NULL)
    fail_msg ("%s", printed);
  tests_folder_free (folder);
}
