INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year, imprint) VALUES (1, 'tin-1', 1, 2022, NULL), (2, 'tin-2', 1, 2022, 'In nhanh'),
  (3, 'tin-3', 1, 2022, 'Giấy phép số 12/GP-STTTT ngày 05/01/2022. In tại Nhà in Thử, khổ 19 x 27 cm, số 3 bản tin, 3 tháng một số');

-- near miss: in a column of its own, or in the words of the imprint
INSERT INTO bulletin_issue (id, code, bulletin, year, copies) VALUES (4, 'tin-4', 1, 2022, 300);
INSERT INTO bulletin_issue (id, code, bulletin, year, imprint) VALUES (5, 'tin-5', 1, 2022, 'In 1.300 cuốn tại Nhà in Thử'), (6, 'tin-6', 1, 2022, 'Số lượng in: 300'),
  (7, 'tin-7', 1, 2022, 'In ba trăm bản');
