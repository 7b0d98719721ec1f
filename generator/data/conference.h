/* Which events are conferences: of each there are papers. What is held beside one, and the activities of a
 * year, are not. */
#pragma once

/* SQL on a row of event that is called e. */
#define TK_SQL_IS_CONFERENCE                                                                                 \
  "e.parent_event IS NULL AND e.kind IN ('TONG_KET_NHIEM_KY', 'SO_KET_GIUA_NHIEM_KY', 'TONG_KET_NAM', "      \
  "'HOI_NGHI_BCH', 'DAI_HOI')"

/* It was held: papers tell of it. */
#define TK_SQL_IS_HELD "coalesce (e.status, '') NOT IN ('DU_KIEN', 'HOAN', 'HUY')"
