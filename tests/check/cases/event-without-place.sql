UPDATE event SET place = NULL;

-- near miss: a hall; a side event; one that is planned
INSERT INTO event (code, kind, title, date_from, venue, parent_event, status) VALUES ('a', 'DAI_HOI', 'Đại hội', '2022', 'Hội trường', NULL, NULL),
  ('b', 'THAM_QUAN', 'Tham quan', '2022', NULL, 1, NULL), ('c', 'DAI_HOI', 'Đại hội', '2022', NULL, NULL, 'DU_KIEN');
