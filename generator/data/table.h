/* What the schema says of the tables, read from the database itself. */
#pragma once

#include <glib.h>

typedef struct sqlite3 TkConnection; /* connection.h */

typedef enum { TK_COLUMN_INTEGER, TK_COLUMN_REAL, TK_COLUMN_TEXT } TkColumnKind;

typedef struct {
  const char *name;
  const char *title; /* Vietnamese, from its comment; the name where there is none */
  const char *about; /* an English sentence, or part of one, for _(); NULL: none */
  TkColumnKind kind;
  gboolean required;  /* NOT NULL */
  gboolean key;       /* a part of the key by which people name a row */
  gboolean date;      /* named date or date_… */
  gboolean day;       /* a date that needs its day */
  gboolean file;      /* named file: a path */
  gboolean prose;     /* CommonMark, as its sentence says: takes the text of a .docx file, too */
  gboolean flag;      /* CHECK (… IN (0, 1)): no or yes */
  const char *target; /* REFERENCES this table, or NULL */
  char **allowed;     /* the texts of CHECK (… IN (…)), or NULL */
} TkTableColumn;

typedef struct {
  const char *name, *title, *about; /* as in TkTableColumn */
  gboolean coded;                   /* the key is the column code; else the first UNIQUE (…) */
  guint n_columns;
  TkTableColumn *columns; /* all but id */
} TkTable;

typedef struct {
  guint n_tables;
  TkTable *tables; /* in the order of the schema */
} TkTables;

TkTables *tk_tables_new (TkConnection *connection, const char *path, GError **error);
void tk_tables_free (TkTables *tables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkTables, tk_tables_free)

const TkTable *tk_tables_find (const TkTables *tables, const char *name);
/* Which table was meant by @name, that no table has, for the end of a message (nearest.h). */
char *tk_tables_hint_new (const TkTables *tables, const char *name);
const TkTableColumn *tk_table_find_column (const TkTable *table, const char *name);
