/* What is given out of the house: a folder, or the same as a .zip file; whole or not there. The same files
 * give the same bytes. Names are paths within it, of NFC, with "/". All errors begin with a path. */
#pragma once

#include <glib.h>

typedef struct _TkDelivery TkDelivery;

/* A folder at @path, which must not be there or be empty; or, where @path ends in .zip, a file, which is
 * replaced. TK_ERROR_OUTPUT. */
TkDelivery *tk_delivery_new (const char *path, GError **error);

gboolean tk_delivery_put (TkDelivery *delivery, const char *name, GBytes *bytes, GError **error);

/* The file @from. @sha256: what its checksum must be, in hexadecimal digits; NULL: not known. TK_ERROR_DATA:
 * it cannot be read, or is not what it was; TK_ERROR_OUTPUT. */
gboolean tk_delivery_copy (TkDelivery *delivery, const char *name, const char *from, const char *sha256,
                           GError **error);

/* Syncs all and gives it its name. */
gboolean tk_delivery_commit (TkDelivery *delivery, GError **error);

/* Without a commit before, nothing is left of it. */
void tk_delivery_free (TkDelivery *delivery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkDelivery, tk_delivery_free)
