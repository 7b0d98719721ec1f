PRAGMA foreign_keys = OFF;
INSERT INTO event (code, kind, title, date_from, place) VALUES ('lost', 'KHAC', 'Giao lưu', '2022-08-20', 9999);
INSERT INTO document (code, kind, org, title) VALUES ('paper', 'BAO_CAO', 8888, 'Báo cáo');

-- near miss: no reference
INSERT INTO event (code, kind, title, date_from, place) VALUES ('there', 'KHAC', 'Giao lưu', '2022-08-21', NULL);
