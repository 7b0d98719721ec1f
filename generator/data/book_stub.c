#include "book.h"
#include "error.h"
TkBook *tk_book_open_new (const char *path, GError **error) { g_set_error (error, TK_ERROR, TK_ERROR_DATA, "%s: stub", path); return NULL; }
void tk_book_free (TkBook *b) { (void) b; }
guint tk_book_n_sheets (const TkBook *b) { (void) b; return 0; }
const char *tk_book_sheet_name (const TkBook *b, guint s) { (void) b; (void) s; return ""; }
gboolean tk_book_sheet_hidden (const TkBook *b, guint s) { (void) b; (void) s; return FALSE; }
TkBookRows *tk_book_rows_new (TkBook *b, guint s, GError **e) { (void) b; (void) s; (void) e; return NULL; }
void tk_book_rows_free (TkBookRows *r) { (void) r; }
gboolean tk_book_rows_next (TkBookRows *r, TkRow *t, GError **e) { (void) r; (void) t; (void) e; return FALSE; }
guint tk_book_rows_n_merged (const TkBookRows *r) { (void) r; return 0; }
