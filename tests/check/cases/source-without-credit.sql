INSERT INTO source_item (id, code, event, headline) VALUES (1, 'bai-1', 1, 'Tin'), (2, 'bai-2', 1, 'Bài');

-- near miss: a name
INSERT INTO credit (code, source_item, seq, name) VALUES ('gc', 2, 1, 'PV');
