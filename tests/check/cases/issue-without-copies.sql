INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year) VALUES (1, 'tin-1', 1, 2022);

-- near miss: in a column of its own, or in the words of the imprint
INSERT INTO bulletin_issue (id, code, bulletin, year, copies) VALUES (2, 'tin-2', 1, 2022, 300);
INSERT INTO bulletin_issue (id, code, bulletin, year, imprint) VALUES (3, 'tin-3', 1, 2022, 'In 300 cuốn tại Nhà in Thử');
