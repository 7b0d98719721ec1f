/* The eight orientations, upon a picture of six letters. */
#include <string.h>

#include "tests.h"

void
test_turning (G_GNUC_UNUSED void **state)
{
  /* CIPA DC-008, tag 0x0112: where the first row and the first column are shown */
  static const struct {
    int orientation;
    const char *shown;
  } cases[] = {
      {1, "ABC/DEF"},  /* top, left */
      {2, "CBA/FED"},  /* top, right */
      {3, "FED/CBA"},  /* bottom, right */
      {4, "DEF/ABC"},  /* bottom, left */
      {5, "AD/BE/CF"}, /* left, top */
      {6, "DA/EB/FC"}, /* right, top */
      {7, "FC/EB/DA"}, /* right, bottom */
      {8, "CF/BE/AD"}, /* left, bottom */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize size = 1; size <= 8; size++) {
      guint8 from[6 * 8], to[6 * 8];
      g_autoptr (GString) shown = g_string_new (NULL);
      const guint columns = tk_orientation_swaps (cases[i].orientation) ? 2 : 3;
      for (gsize at = 0; at < 6 * size; at++)
        from[at] = (guint8) ('A' + at / size);
      tk_pixels_turn (from, 3, 2, size, cases[i].orientation, to);
      for (guint at = 0; at < 6; at++) {
        if (at > 0 && at % columns == 0)
          g_string_append_c (shown, '/');
        g_string_append_c (shown, (char) to[at * size]);
        assert_memory_equal (to + at * size, to + at * size + size - 1, 1);
      }
      g_autofree char *what = g_strdup_printf ("orientation %d, %zu bytes a pixel", cases[i].orientation,
                                               size);
      expect (what, shown->str, cases[i].shown);
    }
}
