INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Hô' || char (0x323) || 'i nghi' || char (0x323));

-- near miss: composed
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-2', 1, 'KET_QUA', 2, 'Hội nghị');
