INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year, date) VALUES (1, 'tin-1', 1, 2022, NULL), (2, 'tin-2', 1, 2022, '2022-12');

-- near miss: a whole date
INSERT INTO bulletin_issue (id, code, bulletin, year, date) VALUES (3, 'tin-3', 1, 2022, '2022-12-20');
