UPDATE attendance_group SET count_min = 0, org_count = 0;
INSERT INTO award (id, code, event, seq, kind, title, count_min, org_count) VALUES (1, 'kt-1', 1, 1, 'GIAY_KHEN', 'Giấy khen', 12, 0);

-- near miss: no number; a figure of 0
INSERT INTO gift (event, seq, kind, text) VALUES (1, 1, 'SACH', 'sách');
UPDATE indicator_value SET value_min = 0 WHERE id = 1;
