/* A paper of a store, made again from what the store keeps. */
#pragma once

#include "audit.h"

/* Makes the paper in @version ("2022/data/ID/v1") of @archive anew from its rows, layout and pictures, and
 * holds it against the one that is kept; says in @audit what is not the same. Imported ones are passed over.
 * @share: the program's fonts and grammar. */
void tk_reproduce (TkAudit *audit, const TkArchive *archive, const char *version, const char *share);
