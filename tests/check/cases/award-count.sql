INSERT INTO award (id, code, event, seq, kind, title, qualifier, count_min, giver) VALUES (1, 'kt-1', 1, 1, 'GIAY_KHEN', 'Giấy khen', 'BANG', 2, 1);
INSERT INTO award_recipient (award, seq, name) VALUES (1, 1, 'Bùi Văn Phương');

-- near miss: "hơn"; no rows at all; as many as printed
INSERT INTO award (id, code, event, seq, kind, title, qualifier, count_min, giver) VALUES (2, 'kt-2', 1, 2, 'GIAY_KHEN', 'Giấy khen', 'HON', 10, 1), (3, 'kt-3', 1, 3, 'GIAY_KHEN', 'Giấy khen', 'BANG', 9, 1), (4, 'kt-4', 1, 4, 'GIAY_KHEN', 'Giấy khen', NULL, 1, 1);
INSERT INTO award_recipient (award, seq, name) VALUES (2, 1, 'Bùi Văn Phương'), (4, 1, 'Bùi Văn Phương');
