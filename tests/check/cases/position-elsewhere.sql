INSERT INTO speech (id, code, event, seq, kind) VALUES (1, 'pb', 1, 1, 'CHI_DAO');
INSERT INTO speech_speaker (speech, participation, seq, position_text) VALUES (1, 1, 1, 'Chủ tịch Liên hiệp');

-- near miss: the recorded position, with a shorter name of the library
INSERT INTO speech_speaker (speech, participation, seq, position_text) VALUES (1, 2, 2, 'Giám đốc TV Hải Dương');
