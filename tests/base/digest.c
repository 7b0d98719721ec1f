/* Sums are those of the standard. */
#include "digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "tests.h"

/* FIPS 180-4, and the examples of NIST for it. */
void
sums_are_those_of_the_standard (void **state G_GNUC_UNUSED)
{
  const TkDigestPart parts[] = {{"a", 1}, {"", 0}, {"bc", 2}};
  guint8 sum[TK_DIGEST];
  g_autofree char *none = tk_digest_new ("", 0), *abc = tk_digest_new ("abc", 3);

  assert_string_equal (none, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert_string_equal (abc, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  tk_digest (parts, G_N_ELEMENTS (parts), sum);
  assert_int_equal (sum[0], 0xba);
  assert_int_equal (sum[TK_DIGEST - 1], 0xad);
}
