INSERT INTO source_item (code, event, name) VALUES ('bai-1', 1, 'bai-1.txt');

-- near miss: it has one
INSERT INTO source_item (code, event, headline) VALUES ('bai-2', 1, 'Bài');
