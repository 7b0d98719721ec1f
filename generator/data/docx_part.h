/* The parts of a .docx file and their elements: who points to whom
 * (relationships, ECMA-376 part 2, 9.3), and walking an element's children. */
#pragma once

#include "package.h"

typedef enum {
  TK_DOCX_WORD,    /* of WordprocessingML, transitional or strict */
  TK_DOCX_CHOICE,  /* of markup compatibility (ECMA-376 part 3) */
  TK_DOCX_FOREIGN, /* of any other */
} TkDocxSpace;

/* The element that is being read. */
typedef struct {
  TkPackage *package;
  xmlTextReader *xml;
  guint levels; /* elements of Word around this one */
} TkDocxPart;

/* Called at the start of an element; reads it to its end by one of the
 * functions below. FALSE with @error set ends the walk. */
typedef gboolean (*TkDocxTake) (TkDocxPart *part, void *data, GError **error);

/* The children of the part's root. TK_ERROR_DATA as of package.h, and where
 * elements are nested too deeply. */
gboolean tk_docx_read (TkPackage *package, const char *name, TkDocxTake take, void *data, GError **error);
gboolean tk_docx_children (TkDocxPart *part, TkDocxTake take, void *data, GError **error);
gboolean tk_docx_skip (TkDocxPart *part, GError **error);
/* The text of the element is added to @to. */
gboolean tk_docx_text (TkDocxPart *part, GString *to, GError **error);

TkDocxSpace tk_docx_space (const TkDocxPart *part);
const char *tk_docx_name (const TkDocxPart *part);
/* The element is one of Word's and is called @name. */
gboolean tk_docx_is (const TkDocxPart *part, const char *name);

/* The element is one of Office Math (22.1). */
gboolean tk_docx_is_math (const TkDocxPart *part);

char *tk_docx_attribute_new (const TkDocxPart *part, const char *name);
/* @otherwise where it is not there, or no number */
int tk_docx_number (const TkDocxPart *part, const char *name, int otherwise);
/* w:val as ST_OnOff (part 1, 22.9.2.7): there and nothing said is on. */
gboolean tk_docx_is_on (const TkDocxPart *part);

/* Relationships of one part. */
typedef struct _TkDocxLinks TkDocxLinks;

/* @name: "word/document.xml", or "" for those of the package. None is no error. */
TkDocxLinks *tk_docx_links_new (TkPackage *package, const char *name, GError **error);
void tk_docx_links_free (TkDocxLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkDocxLinks, tk_docx_links_free)

/* The part that @links calls its @kind: "styles"; NULL where it has none, or
 * names one that is not there. */
const char *tk_docx_links_find (const TkDocxLinks *links, const char *kind);
/* The URL beyond the package under the id; or NULL. */
const char *tk_docx_links_find_url (const TkDocxLinks *links, const char *id);
