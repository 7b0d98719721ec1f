/* A library is opened by its name, and all its functions are there, or it is said what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "error.h"
#include "library.h"
#include "tests.h"

#define CALLS(CALL)                                                                                          \
  CALL (strlen)                                                                                              \
  CALL (strrchr)

typedef struct {
  CALLS (TK_LIBRARY_MEMBER)
} Calls;

static const char *const names[] = {CALLS (TK_LIBRARY_NAME) NULL};

void
a_library_gives_its_functions (void **state G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  Calls call = {NULL};

  assert_true (tk_library_open ("libc.so.6", "libc6", names, &call, &error));
  assert_null (error);
  assert_int_equal (call.strlen ("bốn"), 5);
  assert_string_equal (call.strrchr ("a.b.c", '.'), ".c");
}

void
a_library_that_is_not_there_is_named (void **state G_GNUC_UNUSED)
{
  static const struct {
    const char *file, *names[3], *message;
  } cases[] = {
      {"libkhongco.so.9",
       {"strlen"},
       "libkhongco.so.9: is not installed, and what is wanted needs it; install the package “goi”"},
      {"libc.so.6", {"strlen", "khong_co"}, "libc.so.6: has no khong_co; install a newer package “goi”"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    Calls call;
    assert_false (tk_library_open (cases[i].file, "goi", cases[i].names, &call, &error));
    assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_OUTPUT));
    assert_string_equal (error->message, cases[i].message);
  }
}
