/* The faults of a layout, gathered while it is read, in the order in which they stand
 * in it. Internal to template/. */
#pragma once

#include "block.h"

typedef struct _TkFaults TkFaults;

TkFaults *tk_template_faults_new (void);
void tk_template_faults_free (TkFaults *faults);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkFaults, tk_template_faults_free)

/* The message is translated, without its place, and ends with the hint. */
void tk_template_faults_add (TkFaults *faults, const TkPlace *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Those of @other behind them, each once. */
void tk_template_faults_join (TkFaults *faults, const TkFaults *other);

guint tk_template_faults_count (const TkFaults *faults);

/* FALSE and TK_ERROR_LAYOUT with all of them, one a line, where there are some. */
gboolean tk_template_faults_check (const TkFaults *faults, GError **error);
