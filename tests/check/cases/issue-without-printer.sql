INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year, printed_at, imprint) VALUES (1, 'tin-1', 1, 2022, NULL, NULL), (2, 'tin-2', 1, 2022, ' ', 'In nhanh'),
  (9, 'tin-9', 1, 2022, NULL, 'Số lượng in: 300'), (3, 'tin-3', 1, 2022, '-', 'In xong và nộp lưu chiểu tại Thư viện tỉnh; in 300 cuốn. Lưu tại Hà Nội');

-- near miss: in a column of its own, or in the words of the imprint
INSERT INTO bulletin_issue (id, code, bulletin, year, printed_at) VALUES (4, 'tin-4', 1, 2022, 'Nhà in Thử');
INSERT INTO bulletin_issue (id, code, bulletin, year, imprint) VALUES (5, 'tin-5', 1, 2022, 'In 300 cuốn tại Nhà in Thử'), (6, 'tin-6', 1, 2022, 'In 1.300 cuốn, khổ A5, tại Ninh Bình'),
  (7, 'tin-7', 1, 2022, 'Nơi in: Công ty Thử'), (8, 'tin-8', 1, 2022, 'Công ty cổ phần In Thử');
