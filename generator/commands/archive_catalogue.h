/* Where the catalogue of a store is kept. */
#pragma once

/* @store: its path without links. Below the folder $TONGKET_CACHE; where that is not set, below the user's
 * folder for such; NULL where it is empty: nothing is kept. */
char *tk_catalogue_path_new (const char *store);
