/* The functions of libxlsxwriter that this room calls. It brings OpenSSL along, and is opened when a workbook
 * is written. */
#pragma once

#include <xlsxwriter.h>

#include "library.h"

#define TK_XLSX_CALLS(CALL)                                                                                  \
  CALL (format_set_align)                                                                                    \
  CALL (format_set_bg_color)                                                                                 \
  CALL (format_set_bold)                                                                                     \
  CALL (format_set_border)                                                                                   \
  CALL (format_set_border_color)                                                                             \
  CALL (format_set_font_color)                                                                               \
  CALL (format_set_font_size)                                                                                \
  CALL (format_set_indent)                                                                                   \
  CALL (format_set_num_format)                                                                               \
  CALL (format_set_text_wrap)                                                                                \
  CALL (format_set_underline)                                                                                \
  CALL (format_set_unlocked)                                                                                 \
  CALL (lxw_col_to_name)                                                                                     \
  CALL (lxw_strerror)                                                                                        \
  CALL (lxw_workbook_free)                                                                                   \
  CALL (workbook_add_format)                                                                                 \
  CALL (workbook_add_worksheet)                                                                              \
  CALL (workbook_close)                                                                                      \
  CALL (workbook_define_name)                                                                                \
  CALL (workbook_new_opt)                                                                                    \
  CALL (workbook_set_custom_property_integer)                                                                \
  CALL (workbook_set_properties)                                                                             \
  CALL (worksheet_autofilter)                                                                                \
  CALL (worksheet_conditional_format_range)                                                                  \
  CALL (worksheet_data_validation_range)                                                                     \
  CALL (worksheet_fit_to_pages)                                                                              \
  CALL (worksheet_freeze_panes)                                                                              \
  CALL (worksheet_gridlines)                                                                                 \
  CALL (worksheet_hide)                                                                                      \
  CALL (worksheet_ignore_errors)                                                                             \
  CALL (worksheet_merge_range)                                                                               \
  CALL (worksheet_print_area)                                                                                \
  CALL (worksheet_protect)                                                                                   \
  CALL (worksheet_repeat_rows)                                                                               \
  CALL (worksheet_set_column)                                                                                \
  CALL (worksheet_set_footer)                                                                                \
  CALL (worksheet_set_landscape)                                                                             \
  CALL (worksheet_set_paper)                                                                                 \
  CALL (worksheet_set_row)                                                                                   \
  CALL (worksheet_set_tab_color)                                                                             \
  CALL (worksheet_write_blank)                                                                               \
  CALL (worksheet_write_comment_opt)                                                                         \
  CALL (worksheet_write_datetime)                                                                            \
  CALL (worksheet_write_number)                                                                              \
  CALL (worksheet_write_string)                                                                              \
  CALL (worksheet_write_url_opt)

typedef struct {
  TK_XLSX_CALLS (TK_LIBRARY_MEMBER)
} TkXlsx;
