/* Comes in: the tables that a workbook has sheets for. Goes out: its first
 * sheet, which explains it. Reads no rows. */
#include <glib/gi18n.h>

#include "export.h"

static void
put_index (TkExport *export, lxw_worksheet *sheet, lxw_row_t row)
{
  TkWorkbook *workbook = export->workbook;

  workbook->call.worksheet_write_string (sheet, row, 1, _ ("Sheet"), workbook->looks[TK_LOOK_HEAD]);
  workbook->call.worksheet_write_string (sheet, row, 2, _ ("Rows"), workbook->looks[TK_LOOK_HEAD]);
  workbook->call.worksheet_write_string (sheet, row, 3, _ ("What it holds"), workbook->looks[TK_LOOK_HEAD]);
  for (guint i = 0; i < export->leaves->len; i++) {
    const TkLeaf *leaf = &g_array_index (export->leaves, TkLeaf, i);
    g_autofree char *link = g_strdup_printf ("internal:'%s'!A1", leaf->table->title);
    lxw_format *group = workbook->call.workbook_add_format (workbook->book);
    workbook->call.format_set_bg_color (group, leaf->tint);
    row++;
    workbook->call.worksheet_write_blank (sheet, row, 0, group);
    workbook->call.worksheet_write_url_opt (sheet, row, 1, link, workbook->looks[TK_LOOK_LINK],
                                            leaf->table->title, NULL);
    workbook->call.worksheet_write_number (sheet, row, 2, (double) leaf->n_rows,
                                           workbook->looks[TK_LOOK_NUMBER]);
    if (leaf->table->about != NULL)
      tk_workbook_put_saying (workbook, sheet, row, 3, 3, 80, _ (leaf->table->about));
  }
}

void
tk_export_put_guide (TkExport *export)
{
  const char *const sayings[] = {
      _ ("Each sheet is a table, each row one fact. An empty cell means that something is not known or not "
         "printed; it does not mean 0."),
      _ ("Columns marked * must be filled in. What a column means stands in the note of its head: let the "
         "pointer rest there."),
      _ ("Where a column names a row of another sheet, it holds the code of that row. The arrow in the cell "
         "offers the codes that are there; a new one may be typed, and its row added to its own sheet."),
      _ ("A date is written 2022-08-19, or 2022-08 or 2022 where no more is known."),
      _ ("Sheets and columns are found by their names: leave the names as they are. Sheets and columns that "
         "you do not need may be deleted, and columns with a head in parentheses may be added for yourself."),
      _ ("A row is known by its key, which is its code, or the first columns of a sheet without codes. A row "
         "with a new key is added, one with a key that is there is changed. Rows that you delete here stay "
         "in the database."),
  };
  lxw_worksheet *sheet = tk_workbook_add_sheet (export->workbook, "Hướng dẫn", 0, 0);
  g_autofree char *title = g_strdup_printf (_ ("The records of %s"), export->base);
  g_autofree char *call = g_strdup_printf ("tongket import %s FILE.xlsx", export->base);
  g_autofree char *back = g_strdup_printf (_ ("To bring the workbook back into the database: %s"), call);
  lxw_row_t row = 2;

  export->workbook->call.worksheet_freeze_panes (sheet, 0, 0);
  export->workbook->call.worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  export->workbook->call.worksheet_set_column (sheet, 0, 0, 2, NULL);
  export->workbook->call.worksheet_set_column (sheet, 1, 1, 26, NULL);
  export->workbook->call.worksheet_set_column (sheet, 2, 2, 9, NULL);
  export->workbook->call.worksheet_set_column (sheet, 3, 3, 85, NULL);
  export->workbook->call.worksheet_fit_to_pages (sheet, 1, 0);
  export->workbook->call.worksheet_write_string (sheet, 0, 1, title, export->workbook->looks[TK_LOOK_TITLE]);
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    tk_workbook_put_saying (export->workbook, sheet, row++, 1, 3, 115, sayings[i]);
  tk_workbook_put_saying (export->workbook, sheet, row++, 1, 3, 115, back);
  put_index (export, sheet, row + 1);
}
