/* The files of a ledger, for who writes and who reads them. */
#pragma once

#define TK_LEDGER_QUERIES_FILE "00-queries.csv"
#define TK_LEDGER_QUERIES_HEAD "\"file\",\"name\",\"place\",\"sql\""
enum { TK_LEDGER_QUERIES = 4 };

#define TK_LEDGER_COLUMNS_FILE "00-columns.csv"
#define TK_LEDGER_COLUMNS_HEAD "\"file\",\"position\",\"column\",\"table\",\"table_column\""
enum { TK_LEDGER_COLUMNS = 5 };

/* Each cell of an answer without rows: no text, which stands in quotes, and no number. */
#define TK_LEDGER_NONE "none"
