INSERT INTO award (id, code, event, seq, kind, title, qualifier, count_min, giver) VALUES (1, 'kt-1', 1, 1, 'GIAY_KHEN', 'Giấy khen', NULL, 18, 1);

-- near miss: one is named
INSERT INTO award (id, code, event, seq, kind, title, qualifier, count_min, giver) VALUES (2, 'kt-2', 1, 2, 'GIAY_KHEN', 'Giấy khen', NULL, NULL, 1);
INSERT INTO award_recipient (award, seq, name) VALUES (2, 1, 'Bùi Văn Phương');
