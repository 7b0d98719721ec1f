DELETE FROM item; DELETE FROM attendance_group;
INSERT INTO item (id, code, event, kind, seq, text, label) VALUES (101, 'a', 1, 'KET_QUA', 91, '', ''), (102, 'b', 1, 'KET_QUA', 92, 'Có', '');
INSERT INTO attendance_group (event, seq, text, qualifier, count_min, unit, org_count) VALUES (1, 91, 'Đại biểu', 'HON', 0, 'đại biểu', 0), (1, 92, 'Khách', 'HON', 5, 'người', 1);
INSERT INTO indicator (id, code, name, seq, kind) VALUES (91, 'luot', 'Lượt bạn đọc', 1, 'PHAT_SINH');
INSERT INTO period (id, code, kind, label) VALUES (91, '2022', 'NAM', 'năm 2022');
INSERT INTO indicator_value (indicator, org, period, comparison, measure, value_min) SELECT 91, min (id), 91, 'TUYET_DOI', 'GIA_TRI', 0 FROM org;
