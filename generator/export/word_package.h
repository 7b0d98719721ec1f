/* The file that a Word paper is: parts, their types, and what they refer to (ECMA-376 part 2, Open Packaging
 * Conventions), in a zip file. Internal to export/. */
#pragma once

#include "output.h"

typedef struct _TkWordPackage TkWordPackage;

TkWordPackage *tk_word_package_new (void);
void tk_word_package_free (TkWordPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkWordPackage, tk_word_package_free)

/* The part @name ("word/document.xml"), written in the order in which parts are added. @type: of its content;
 * @bytes: taken. */
void tk_word_package_add (TkWordPackage *package, const char *name, const char *type, GBytes *bytes);

/* What the part @source ("" for the package) refers to: @kind is the last word of the relation's type,
 * @target a path beside the source, or a URI where it is @external. Gives the id, "rId3", the same for the
 * same; owned by the package. */
const char *tk_word_package_relate (TkWordPackage *package, const char *source, const char *kind,
                                    const char *target, gboolean external);

/* The whole file, the same bytes for the same parts. TK_ERROR_OUTPUT. */
gboolean tk_word_package_write (TkWordPackage *package, TkOutput *output, GError **error);
