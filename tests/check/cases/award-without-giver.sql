INSERT INTO award (id, code, event, seq, kind, title, qualifier, count_min, giver) VALUES (1, 'kt-1', 1, 1, 'GIAY_KHEN', 'Giấy khen', NULL, NULL, NULL);

-- near miss: he is named
INSERT INTO award (id, code, event, seq, kind, title, qualifier, count_min, giver) VALUES (2, 'kt-2', 1, 2, 'GIAY_KHEN', 'Giấy khen', NULL, NULL, 1);
