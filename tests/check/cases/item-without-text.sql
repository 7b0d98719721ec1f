INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'PHUONG_HUONG', 1, NULL);

-- near miss: its parts are recorded
INSERT INTO item (id, code, event, kind, seq, text, parent) VALUES (10, 'i-2', 1, 'PHUONG_HUONG', 2, NULL, NULL), (11, 'i-2-1', 1, 'PHUONG_HUONG', 1, 'Đẩy mạnh', 10);
