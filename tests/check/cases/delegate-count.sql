INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'CHAO_MUNG', 1, 'Chào mừng hơn 100 đại biểu');

-- near miss: the number of the group; some of them
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-2', 1, 'CHAO_MUNG', 2, 'Chào mừng 60 đại biểu, trong đó 12 đại biểu nữ');
