/* Finding papers in a store. The catalogue (data/catalogue.h) lies outside of it: a store is made of bags and
 * of nothing that changes by being read, it may be on a disk that cannot be written to, or on one of another
 * machine whose locks SQLite cannot trust. It is made of the store whenever it is not there or is broken, so
 * that nobody has to keep it.
 *
 * What a year holds is read from its manifest, and only where its tag manifest, which names the manifest's
 * checksum, is another one than before: a few hundred bytes a year tell that nothing has changed. Of a year
 * that has, only versions are read whose record or text has another checksum. Nothing is proved by that: a
 * flipped bit is found by verify. */
#pragma once

#include "archive.h"
#include "catalogue.h"
#include "note.h"
#include "snippet.h"

typedef struct {
  const char *path; /* of the catalogue; NULL: it is made in memory each time */
  gboolean rebuild; /* forget what is there */
  int *counter;     /* counts papers that are read, by g_atomic_int_inc; or NULL */
} TkFindingWish;

/* The catalogue of @archive as it is now. Where the file is broken it is made anew, where it cannot be
 * written or is locked for long, in memory, and @notes says so; and it names what cannot be read of the
 * store. An error only where SQLite itself cannot do it. */
TkCatalogue *tk_finding_catalogue_new (const TkArchive *archive, const TkFindingWish *finding, TkNotes *notes,
                                       GError **error);

/* The same and a search in it; a catalogue that turns out to be broken only then is made anew, too. */
TkCatalogueFound *tk_finding_new (const TkArchive *archive, const TkFindingWish *finding,
                                  const TkCatalogueWish *wish, TkNotes *notes, GError **error);

/* How the text of @hit shows what was found; NULL: it was not found in the text, or there is none. */
TkSnippet *tk_finding_snippet_new (const TkArchive *archive, const TkCatalogueHit *hit,
                                   TkTokenizer *tokenizer);
