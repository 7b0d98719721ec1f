INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year) VALUES (1, 'tin-1', 1, 2022);
INSERT INTO rubric (id, code, bulletin, seq, title) VALUES (1, 'tin-tuc', 1, 1, 'Tin tức');
INSERT INTO article (id, code, issue, rubric, seq, title) VALUES (1, 'bai-1', 1, NULL, 1, 'Một bài');

-- near miss: it has one, or is in no issue yet
INSERT INTO article (id, code, issue, rubric, seq, title) VALUES (2, 'bai-2', 1, 1, 2, 'Một bài'), (3, 'bai-3', NULL, NULL, 3, 'Một bài');
