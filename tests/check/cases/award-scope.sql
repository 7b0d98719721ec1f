INSERT INTO award (id, code, event, seq, kind, title, scope, giver) VALUES (1, 'kt-1', 1, 1, 'GIAY_KHEN', 'Giấy khen', 'CA_NHAN', 1), (2, 'kt-2', 1, 2, 'GIAY_KHEN', 'Giấy khen', 'TAP_THE', 1);
INSERT INTO award_recipient (award, seq, name, person, org) VALUES (1, 1, 'Thư viện tỉnh', NULL, 1), (2, 1, 'Bùi Văn Phương', 1, 1);

-- near miss: both; who is named in words alone may be either
INSERT INTO award (id, code, event, seq, kind, title, scope, giver) VALUES (3, 'kt-3', 1, 3, 'GIAY_KHEN', 'Giấy khen', 'CA_HAI', 1), (4, 'kt-4', 1, 4, 'GIAY_KHEN', 'Giấy khen', 'CA_NHAN', 1), (5, 'kt-5', 1, 5, 'GIAY_KHEN', 'Giấy khen', 'CA_NHAN', 1);
INSERT INTO award_recipient (award, seq, name, person, org) VALUES (3, 1, 'Thư viện tỉnh', NULL, 1), (4, 1, 'Bùi Văn Phương', NULL, NULL), (5, 1, 'Bùi Văn Phương', 1, 1);
