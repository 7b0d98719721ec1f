/* A workbook of tables while it is made: what export.c chose and opened, and
 * what its sheets need to know of each other. Not for other files. */
#pragma once

#include "choices.h"
#include "connection.h"
#include "table.h"
#include "workbook.h"

/* A sheet to be. */
typedef struct {
  const TkTable *table;
  gint64 n_rows;
  lxw_color_t tint; /* that of its group in the schema */
} TkLeaf;

typedef struct {
  const char *path;
  char *base;                     /* name of the database file */
  char *database_folder, *folder; /* real paths; of the database, of the workbook */
  TkConnection *connection;
  TkTables *tables;
  GArray *leaves; /* of TkLeaf, in the order of the schema */
  TkWorkbook *workbook;
  TkChoices *choices;
  TkNotes *notes;
} TkExport;

/* The sheet of @table; NULL: it has none here. */
const TkLeaf *tk_export_find_leaf (const TkExport *export, const char *table);

/* The sheet “Hướng dẫn”: how to fill the workbook in, and where its sheets are. */
void tk_export_put_guide (TkExport *export);

/* A sheet with its rows, notes and drop-down lists. TK_ERROR_DATA. */
gboolean tk_export_put_sheet (TkExport *export, const TkLeaf *leaf, GError **error);
