INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', NULL), (2, 'quy', 1, 'Bản tin quý', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year) VALUES (1, 'tin-1', 1, 2022);

-- near miss: that of the bulletin, that of the issue, or in the words of the imprint
INSERT INTO bulletin_issue (id, code, bulletin, year, periodicity, imprint) VALUES (2, 'quy-1', 2, 2022, NULL, NULL), (3, 'tin-2', 1, 2022, '6 tháng một số', NULL),
  (4, 'tin-3', 1, 2022, NULL, 'In 300 cuốn, 3 tháng một số');
