/* What the commands that make a paper share: its layout, where it goes, its date,
 * and the stages behind the template. */
#pragma once

#include "content.h"
#include "output.h"
#include "paint.h"
#include "press.h"
#include "progress.h"

/* The layout of the paper of findings, which only check can fill. */
#define TK_PAPER_OF_CHECK "kiem-tra"

typedef enum { TK_PAPER_PDF, TK_PAPER_PNG, TK_PAPER_TRACE, TK_PAPER_WORD, TK_PAPER_HTML } TkPaperKind;

/* A finished PDF for who hands it on, instead of a file. */
typedef struct {
  TkOutput *output;  /* of the caller, where it goes */
  guint n_sides;     /* of paper; this and the following are filled in */
  int width, height; /* of the largest, in hundredths of a millimetre, as it lies */
  gboolean mixed;    /* others are of another size */
  gboolean coloured; /* has more than shades of grey */
  gboolean folded;   /* sheets of a press: each front has its back */
} TkPaperTaken;

/* What the command line says of a paper. */
typedef struct {
  char *output;    /* path of the file; "-" is the standard output */
  char *date;      /* of --date, or NULL */
  char **settings; /* of --set, or NULL */
  gboolean draft;  /* --draft was given */
  gboolean strict, quiet;
  int dpi;
  char *pdfa;          /* of --pdfa, or NULL */
  gboolean with_data;  /* --with-data was given: tables and charts have their data in the file */
  TkPaperKind kind;    /* by the ending of @output */
  TkPdfLevel level;    /* of a PDF that is no sheets: by @pdfa and @with_data */
  gint64 day;          /* of --date, SOURCE_DATE_EPOCH or today; seconds since 1970 */
  gboolean pinned;     /* --date was given */
  TkPress press;       /* sheets instead of pages, where that is wanted */
  TkPaperTaken *taken; /* gets the PDF, and @output is NULL; or NULL */
} TkPaperWish;

void tk_paper_wish_clear (TkPaperWish *wish);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkPaperWish, tk_paper_wish_clear)

/* Finds kind, level, day and pinned of what was typed, and settles the press; @output may be NULL, where
 * nothing is to be written. TK_ERROR_USAGE. */
gboolean tk_paper_settle (TkPaperWish *wish, GError **error);

/* Reads a layout, by its name or its path, with the program's parts. TK_ERROR_USAGE
 * where there is none, TK_ERROR_LAYOUT with its faults. */
TkTemplate *tk_paper_template_new (const char *share, const char *name, GError **error);

/* The content stage. */
TkDocument *tk_paper_compose_new (TkDatabase *database, const TkTemplate *template, const TkPaperWish *wish,
                                  TkNotes *notes, GError **error);

/* The stages of tk_paper_make, for tk_progress_new(). */
enum { TK_PAPER_STAGES = 3 };

/* All of it, for a command: the layout, the records at @path, the file. @ret_title: of the paper; or NULL. */
gboolean tk_paper_run (const char *path, const char *layout, const char *share, const TkPaperWish *wish,
                       TkNotes *notes, char **ret_title, GError **error);

/* From the document to the file: lines, pages, sheets where the press wants them, paint. Writes nothing where
 * there are @notes and the wish is strict (TK_ERROR_DATA). */
gboolean tk_paper_make (const TkDocument *document, const char *share, const TkPaperWish *wish,
                        TkNotes *notes, TkProgress *progress, GError **error);
