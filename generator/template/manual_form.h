/* How the reference of the language is printed. Internal to template/. */
#pragma once

#include "language.h"

/* What stands in many places, for people: "blocks". */
const char *tk_template_manual_name_crowd (TkCrowd crowd);

/* What @use holds, in the order of the grammar: text, crowds, then elements; "" for nothing. @print_name
 * makes each of the latter two. */
char *tk_template_manual_print_content (const TkLanguage *language, const TkLanguageUse *use,
                                        char *(*print_name) (const char *name, gboolean is_crowd));

char *tk_template_manual_print_page (const TkLanguage *language);
