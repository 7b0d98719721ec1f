INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (1, 'd-1', 'BAO_CAO', 1, 1, NULL, '2022-08-19', 'Tổng kết');

-- near miss: it has one
INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (2, 'd-2', 'BAO_CAO', 1, 1, '15', '2022-08-19', 'Tổng kết');
