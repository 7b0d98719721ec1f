INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year, responsible, imprint) VALUES (1, 'tin-1', 1, 2022, NULL, NULL), (2, 'tin-2', 1, 2022, '-', 'In nhanh'),
  (3, 'tin-3', 1, 2022, '', 'Chịu trách nhiệm xuất bản: …');

-- near miss: there is somebody, here or in the words of the imprint
INSERT INTO bulletin_issue (id, code, bulletin, year, responsible) VALUES (4, 'tin-4', 1, 2022, 'Bùi Văn Phương');
INSERT INTO bulletin_issue (id, code, bulletin, year, imprint) VALUES (5, 'tin-5', 1, 2022, 'Chịu trách nhiệm xuất bản: Bùi Văn Phương');
