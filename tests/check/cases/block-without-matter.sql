INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year) VALUES (1, 'tin-1', 1, 2022);
INSERT INTO rubric (id, code, bulletin, seq, title) VALUES (1, 'tin-tuc', 1, 1, 'Tin tức');
INSERT INTO article (id, code, issue, rubric, seq, title) VALUES (1, 'bai-1', 1, 1, 1, 'Một bài'), (2, 'bai-2', 1, 1, 2, 'Hai');
INSERT INTO photo (id, code, event, seq) VALUES (1, 'anh-1', 1, 1);
INSERT INTO article_block (article, seq, kind, text, photo, indicator) VALUES (1, 1, 'DOAN', NULL, 1, NULL), (1, 2, 'ANH', 'Một đoạn.', NULL, NULL),
  (1, 3, 'BIEU_DO', 'Lượt bạn đọc', NULL, NULL), (1, 4, 'BANG', NULL, 1, NULL), (1, 5, 'TRICH', NULL, NULL, 1);

-- near miss: each kind with its own
INSERT INTO article_block (article, seq, kind, text, photo, indicator) VALUES (2, 1, 'DOAN', 'Một đoạn.', NULL, NULL), (2, 2, 'NGAT', NULL, NULL, NULL), (2, 3, 'ANH', NULL, 1, NULL),
  (2, 4, 'BIEU_DO', NULL, NULL, 1), (2, 5, 'BANG', NULL, NULL, 1), (2, 6, 'BANG', '| a |', NULL, NULL), (2, 7, 'SO', '18: gương sáng', NULL, NULL);
