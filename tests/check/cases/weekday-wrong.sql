INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Họp thứ Năm, ngày 19/8/2022'), ('i-2', 1, 'KET_QUA', 2, 'Họp ngày 19/8/2022 (thứ hai)'), ('i-3', 1, 'KET_QUA', 3, 'Chủ nhật, ngày 19 tháng 8 năm 2022');

-- near miss: right; no day beside the date; "thứ Ba" that is a number
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-4', 1, 'KET_QUA', 4, 'Họp thứ Sáu, ngày 19/8/2022'), ('i-5', 1, 'KET_QUA', 5, 'Giải thứ Ba. Ngày 19/8/2022 họp');
