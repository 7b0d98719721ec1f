INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year) VALUES (1, 'tin-1', 1, 2022);

-- near miss: there is somebody
INSERT INTO bulletin_issue (id, code, bulletin, year, responsible) VALUES (2, 'tin-2', 1, 2022, 'Bùi Văn Phương');
