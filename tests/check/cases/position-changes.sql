INSERT INTO event (id, code, kind, title, date_from) VALUES (2, 'hn-2', 'KHAC', 'Hội nghị sau', '2023-02-25');
INSERT INTO participation (id, code, event, person, seq, attendance) VALUES (3, 'hn2-phuong', 2, 1, 1, 'CO_MAT');
INSERT INTO position (participation, seq, title, org, acting, text, listed) VALUES (3, 1, 'Giám đốc', 2, 'QUYEN', 'Quyền Giám đốc Thư viện tỉnh Ninh Bình', 1);

-- near miss: the same position, printed in other words
INSERT INTO participation (id, code, event, person, seq, attendance) VALUES (4, 'hn2-thuy', 2, 2, 2, 'CO_MAT');
INSERT INTO position (participation, seq, title, org, text, listed) VALUES (4, 1, 'Giám đốc', 3, 'Giám đốc TV Hải Dương', 1);
