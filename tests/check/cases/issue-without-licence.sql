INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year, date, printed_at, copies, responsible) VALUES (1, 'tin-1', 1, 2022, '2022-12-20', 'Nhà in Thử', 300, 'Bùi Văn Phương');

-- near miss: it has one
INSERT INTO bulletin_issue (id, code, bulletin, year, date, licence) VALUES (2, 'tin-2', 1, 2022, '2022-12-20', 'số 1');
