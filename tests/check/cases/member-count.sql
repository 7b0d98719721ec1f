INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Cả 03 thư viện thành viên trong Liên hiệp');
INSERT INTO event (id, code, kind, parent_event, title, date_from) VALUES (2, 'tt', 'GIAO_LUU_THE_THAO', 1, 'Thể thao', '2022-08-18');
INSERT INTO attendance_group (event, seq, text, org_count, org_unit) VALUES (2, 1, 'Các thư viện', 4, 'thư viện thành viên');

-- near miss: the number of the term; a few of many; other libraries; another number before
UPDATE term SET members = 2 WHERE id = 1;
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-2', 1, 'KET_QUA', 2, 'Hai ngày, 2 thư viện thành viên'), ('i-3', 1, 'KET_QUA', 3, 'Tặng 25 thư viện trường học'),
  ('i-4', 1, 'KET_QUA', 4, 'Trong 0 thư viện thành viên');
