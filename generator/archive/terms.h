/* What every bag of a store says in its bag-info.txt beside what is the program's own, and the profile that
 * it has to fit: chosen when the store is made, kept in it.
 *
 *   STORE/tongket-bags             "1", then a label a line, "Source-Organization: Thư viện tỉnh", then
 * "sha256 " and the sum of these lines and of the profile STORE/tongket-profile.json     a BagIt Profile, as
 * it was given; where there is one
 *
 * A store may have neither. Internal to archive/. */
#pragma once

#include "bag.h"

#define TK_TERMS_FILE "tongket-bags"
#define TK_TERMS_PROFILE "tongket-profile.json"

typedef struct _TkTerms TkTerms;

/* Those of the store at @store. TK_ERROR_DATA: they are damaged, or one of the files is gone. */
TkTerms *tk_terms_read_new (const char *store, GError **error);
void tk_terms_free (TkTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkTerms, tk_terms_free)
/* Whether there are any. */
gboolean tk_terms_are_given (const TkTerms *terms);

/* Writes those of a store that is being made; without a @profile and @labels, none. @profile: the path of
 * one, or NULL; @labels: "Name: value", NULL-terminated, or NULL. TK_ERROR_USAGE: it is no profile, a label
 * is none or belongs to the program, or bags of the store could not fit the profile, with each reason. */
gboolean tk_terms_write (const char *store, const char *profile, const char *const *labels, GError **error);

/* tk_bag_grow() with the labels of a year: those of the terms, and the program's. */
gboolean tk_terms_grow (const TkTerms *terms, const char *folder, const char *former, int year,
                        GError **error);

/* Whether the bag at @folder, shown as @shown, fits the profile; as the file @package where that is given
 * (.tar, .zip). TK_ERROR_DATA with each reason. */
gboolean tk_terms_check (const TkTerms *terms, const char *folder, const char *shown, const char *package,
                         GError **error);
