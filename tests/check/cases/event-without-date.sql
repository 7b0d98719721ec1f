INSERT INTO event (code, kind, title) VALUES ('khi-nao', 'KHAC', 'Khi nào');

-- near miss: a time in words
INSERT INTO event (code, kind, title, when_text) VALUES ('truoc-do', 'KHAC', 'Trước', 'trước đó');
