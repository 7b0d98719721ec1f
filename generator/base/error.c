#include "error.h"

G_DEFINE_QUARK (tk - error - quark, tk_error)
