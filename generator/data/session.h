/* The records open for reading, as the files of data/ see them. */
#pragma once

#include "connection.h"
#include "database.h"
#include "ledger.h"
#include "table.h"

struct _TkDatabase {
  TkConnection *connection;
  char *path;
  int limit;        /* milliseconds */
  gint64 deadline;  /* of the running query, monotonic microseconds; 0: none runs */
  char *refused;    /* what the authorizer has refused last */
  TkTables *tables; /* NULL: not asked for yet */
  GPtrArray *read;  /* the tables that are read by what is prepared; NULL: nobody wants to know */
  TkLedger *ledger; /* borrowed: all answers go into it; NULL: they are not kept */
  TkLedger *replay; /* all answers come from it, and there is no connection; NULL: they do not */
};

/* Binds without a copy: @value must last until the statement has run. */
void tk_session_bind (TkStatement *statement, int at, const TkValue *value);
