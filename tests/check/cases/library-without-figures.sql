DELETE FROM indicator_value WHERE org = 3 AND period = 2;

-- near miss: a library that joined later; a year on which nobody reports
INSERT INTO org (id, code, kind, name) VALUES (4, 'tv-x', 'THU_VIEN_TINH', 'Thư viện Xa');
INSERT INTO org_relation (org, other, kind, seq, date_from) VALUES (4, 1, 'THANH_VIEN', 3, '2023');
INSERT INTO period (id, code, kind, label, date_from, date_to) VALUES (3, '2023', 'NAM', 'năm 2023', '2023', '2023');
