/* BagIt 1.0 (RFC 8493): a folder whose payload is proved by lists of checksums. Knows nothing of papers. */
#pragma once

#include <glib.h>

#include "note.h"

/* A label of bag-info.txt (RFC 8493, 2.2.2). */
typedef struct {
  const char *label, *value;
} TkBagLabel;

typedef enum {
  TK_BAG_MISSING,   /* listed and not there */
  TK_BAG_ADDED,     /* there and not listed */
  TK_BAG_CHANGED,   /* its checksum is another */
  TK_BAG_MALFORMED, /* a tag file, a manifest, a name that RFC 8493 does not allow */
  TK_BAG_PROFILE,   /* what the profile asks for */
  TK_BAG_WARNING, /* the bag is valid, but what another system or a careless hand makes of it may not be; in a
                     bag that tk_bag_write() made there is none */
} TkBagFaultKind;

typedef struct {
  TkBagFaultKind kind;
  char *path;    /* within the bag, as it is named there; or NULL */
  char *message; /* for people, translated, with a hint; @path does not stand in it, it goes before it */
} TkBagFault;

void tk_bag_fault_clear (TkBagFault *fault);

/* Writes the tag files of the bag at @folder for what lies in @folder/data: bagit.txt, bag-info.txt with
 * @labels (until one whose label is NULL) and Payload-Oxum, manifests and tag manifests of SHA-256 and
 * SHA-512, in the order of the names' bytes. Names must be NFC. The same payload and labels give the same
 * bytes. All files and folders are synced. TK_ERROR_OUTPUT, TK_ERROR_DATA for a payload that cannot be in a
 * bag (a link, a device, a name with a line break is coded as RFC 8493, 2.1.3 wants). */
gboolean tk_bag_write (const char *folder, const TkBagLabel *labels, GError **error);

/* The same for a bag that has grown out of the one at @former (or NULL): a file that is a hard link of the
 * one of that name there keeps the checksums that stand in the manifests of @former, and is not read. That is
 * not only faster: what has decayed on the disk since it was first written is not declared right.
 * TK_ERROR_DATA also where the manifests of @former are wrong. */
gboolean tk_bag_grow (const char *folder, const char *former, const TkBagLabel *labels, GError **error);

/* Everything that is wrong with it: (element-type TkBagFault), empty for a valid one. @profile: path of a
 * BagIt Profile (JSON, 1.4) or NULL. Also of other programs' bags: versions 0.93 to 1.0, md5, sha1, fetch.txt
 * (named as missing, never fetched). NULL with an error only where the folder cannot be read. */
GArray *tk_bag_validate (const char *folder, const char *profile, GError **error);
/* The same of a packed bag (tk_bag_unpack()), which is unpacked for that in the folder for temporary files.
 */
GArray *tk_bag_validate_packed (const char *path, const char *profile, GError **error);
/* Whether @faults has none but warnings. */
gboolean tk_bag_is_valid (const GArray *faults);

/* What the @profile asks for and the bag has not, as far as its tag files and the names of its files tell: no
 * checksum is made. @package: the file that it is to be (.tar, .zip), or NULL: a folder. (element-type
 * TkBagFault); NULL with TK_ERROR_USAGE where it is no profile, and where the folder cannot be read. */
GArray *tk_bag_fit (const char *folder, const char *package, const char *profile, GError **error);
/* By what a bag names the profile. TK_ERROR_USAGE: it is none. (transfer full) */
char *tk_bag_profile_identifier_new (const char *profile, GError **error);

/* "missing", "added", "changed", "malformed", "profile", "warning": for files, never translated. */
const char *tk_bag_fault_kind_name (TkBagFaultKind kind);
/* An object for programs: bag, valid, faults: kind, path (or null), message. One line. (transfer full) */
char *tk_bag_faults_json_new (const char *bag, const GArray *faults);
/* A line each for people, "BAG/PATH: message"; nothing where there are none. (transfer full) */
char *tk_bag_faults_text_new (const char *bag, const GArray *faults);
/* Whether @faults has none but warnings. */
gboolean tk_bag_is_valid (const GArray *faults);

/* The whole bag as one file, .tar or .zip by the ending of @path, the same bytes from run to run (order,
 * times, owners fixed). Whole or not there. @held: the folder as it was checked (tk_tree_hold()),
 * TK_ERROR_DATA where another has taken its place meanwhile; -1: whatever is there. */
gboolean tk_bag_pack (const char *folder, int held, const char *path, GError **error);
/* Into @folder, which must not be there; nothing outside of it is written, whatever the names in the file. */
gboolean tk_bag_unpack (const char *path, const char *folder, GError **error);
