/* What the parts of BagIt share: the files of a bag as they lie there, and what its tag files say.
 * Internal to archive/. */
#pragma once

#include <sys/stat.h>

#include "arena.h"
#include "bag.h"
#include "hash.h"

#define TK_BAG_DECLARATION "bagit.txt"
#define TK_BAG_INFO "bag-info.txt"
#define TK_BAG_FETCH "fetch.txt"
#define TK_BAG_PAYLOAD "data/"

/* Names */

/* In NFC; NULL where @name is no UTF-8. (transfer full) */
char *tk_bag_name_fold_new (const char *name);
/* What two names have in common that some system cannot tell apart: NFC, without case. (transfer full) */
char *tk_bag_name_likeness_new (const char *name);
/* As a manifest writes it (RFC 8493, 2.1.3): CR, LF and % percent-coded. (transfer full) */
char *tk_bag_name_encode_new (const char *name);
/* The reverse. @ret_stray: whether a % stands there that codes none of the three. (transfer full) */
char *tk_bag_name_decode_new (const char *name, gboolean *ret_stray);
/* Whether it names something beneath the folder that it is relative to. */
gboolean tk_bag_name_stays_within (const char *name);

/* The tree on the disk */

typedef struct {
  const char *path; /* within the bag, its bytes */
  struct stat status;
} TkBagFile;

/* All in the order of their bytes. */
typedef struct {
  TkArena *arena;
  GArray *files;      /* regular ones: (element-type TkBagFile) */
  GPtrArray *folders; /* paths; the bag's own is "" */
  GPtrArray *others;  /* links, devices, sockets … */
} TkBagTree;

/* TK_ERROR_DATA: no such folder. TK_ERROR_OUTPUT: it cannot be read. */
TkBagTree *tk_bag_tree_new (const char *folder, GError **error);
void tk_bag_tree_free (TkBagTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkBagTree, tk_bag_tree_free)

static inline gboolean
tk_bag_is_payload (const char *path)
{
  return g_str_has_prefix (path, TK_BAG_PAYLOAD);
}

/* The algorithm of "manifest-ALGORITHM.txt" or, with @tags, of "tagmanifest-…", which lie at the top of the
 * bag; else NULL. (transfer full) */
char *tk_bag_algorithm_new (const char *name, gboolean tags);

/* What the tag files say */

typedef struct {
  const char *path;   /* decoded; without "./" or "*" before it */
  const char *listed; /* as it stands there */
  const char *digest; /* in lower case */
  guint line;
} TkBagEntry;

typedef struct {
  const char *name; /* of its file */
  const char *algorithm;
  const TkHash *hash; /* NULL: not known */
  gboolean tags;      /* a tag manifest */
  GArray *entries;    /* (element-type TkBagEntry) */
  GHashTable *index;  /* path → number of its first entry */
} TkBagManifest;

/* The first line for that path, or NULL. */
const TkBagEntry *tk_bag_manifest_find (const TkBagManifest *manifest, const char *path);

typedef struct {
  const char *url, *path;
} TkBagFetch;

typedef struct {
  TkArena *arena;
  const char *folder;
  guint version; /* 97: 0.97; 100: 1.0 */
  const char *version_text;
  const char *encoding;  /* of tag files */
  GPtrArray *manifests;  /* (element-type TkBagManifest), payload's first, by name */
  GArray *labels;        /* of bag-info.txt, in order: (element-type TkBagLabel) */
  GArray *fetches;       /* (element-type TkBagFetch) */
  const char *package;   /* media type of the file that it came in, or NULL: it is a folder */
  const TkBagTree *tree; /* borrowed */
  GArray *faults;        /* borrowed: (element-type TkBagFault) */
} TkBag;

/* Reads the tag files of the bag whose files @tree lists; what is wrong with them is added to @faults. */
TkBag *tk_bag_read_new (const char *folder, const TkBagTree *tree, GArray *faults);
void tk_bag_free (TkBag *bag);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkBag, tk_bag_free)

const TkBagFile *tk_bag_tree_find (const TkBagTree *tree, const char *path);
gboolean tk_bag_tree_has_folder (const TkBagTree *tree, const char *path);

GArray *tk_bag_faults_new (void);
void tk_bag_faults_add (GArray *faults, TkBagFaultKind kind, const char *path, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* tk_bag_validate() for a bag that came in a file of the media type @package, or NULL. */
GArray *tk_bag_judge (const char *folder, const char *package, const char *profile, GError **error);

/* How BagIt Profiles name the form of the file @path, by its ending. */
const char *tk_bag_media_type (const char *path);

/* What a BagIt Profile asks for and @bag has not is added to the faults. FALSE with TK_ERROR_USAGE: it is
 * none. */
gboolean tk_bag_profile_check (const TkBag *bag, const char *profile, GError **error);
