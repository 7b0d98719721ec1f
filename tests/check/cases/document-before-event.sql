INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (1, 'd-1', 'BAO_CAO', 1, 1, '1', '2022-08-18', 'Tổng kết');

-- near miss: on its day; an invitation; an event of which the month alone is known
INSERT INTO event (id, code, kind, title, date_from) VALUES (2, 'b', 'KHAC', 'B', '2022-08');
INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (2, 'd-2', 'BAO_CAO', 1, 1, '2', '2022-08-19', 'Tổng kết'), (3, 'd-3', 'GIAY_MOI', 1, 1, '3', '2022-08-01', 'Mời họp'), (4, 'd-4', 'BAO_CAO', 2, 1, '4', '2022-08-01', 'Báo cáo');
