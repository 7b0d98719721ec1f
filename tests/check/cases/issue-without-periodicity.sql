INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', NULL), (2, 'quy', 1, 'Bản tin quý', '3 tháng một số'), (3, 'gach', 1, 'Gạch', '-');
INSERT INTO bulletin_issue (id, code, bulletin, year, periodicity, imprint) VALUES (1, 'tin-1', 1, 2022, NULL, NULL), (2, 'tin-2', 1, 2022, '…', 'In nhanh'),
  (3, 'gach-1', 3, 2022, '', 'In ngày 12 tháng 1, số 5 năm 2022; nộp lưu chiểu tháng 3 năm 2022; định kỳ: –');

-- near miss: that of the bulletin, that of the issue, or in the words of the imprint
INSERT INTO bulletin_issue (id, code, bulletin, year, periodicity, imprint) VALUES (4, 'quy-1', 2, 2022, NULL, NULL), (5, 'quy-2', 2, 2022, '-', NULL), (6, 'tin-3', 1, 2022, '6 tháng một số', NULL),
  (7, 'tin-4', 1, 2022, NULL, 'In 300 cuốn, 3 tháng một số'), (8, 'tin-5', 1, 2022, NULL, 'Xuất bản hằng quý'), (9, 'tin-6', 1, 2022, NULL, '4 số/năm'),
  (10, 'tin-7', 1, 2022, NULL, 'Định kỳ: quý một lần'), (11, 'tin-8', 1, 2022, NULL, 'Hai tháng ra một kì');
