INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year) VALUES (1, 'tin-1', 1, 2022);
INSERT INTO rubric (id, code, bulletin, seq, title) VALUES (1, 'tin-tuc', 1, 1, 'Tin tức');
INSERT INTO article (id, code, issue, rubric, seq, title) VALUES (1, 'bai-1', 1, 1, 1, 'Một bài'), (2, 'bai-2', 1, 1, 2, 'Hai'), (3, 'bai-3', 1, 1, 3, 'Ba');
INSERT INTO article_block (article, seq, kind, text) VALUES (1, 1, 'DOAN', 'Một đoạn.'), (1, 2, 'NGAT', NULL), (2, 1, 'NGAT', NULL), (2, 2, 'DOAN', 'Một đoạn.');

-- near miss: it stands between two parts
INSERT INTO article_block (article, seq, kind, text) VALUES (3, 1, 'DOAN', 'Một đoạn.'), (3, 2, 'NGAT', NULL), (3, 3, 'DOAN', 'Một đoạn.');
