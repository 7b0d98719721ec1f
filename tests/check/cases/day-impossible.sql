INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Họp ngày 31/6/2022'), ('i-2', 1, 'KET_QUA', 2, 'ngày 30 tháng 02 năm 2022');

-- near miss: days; numbers of papers; a range
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-3', 1, 'KET_QUA', 3, 'Từ 06-08/7/2023, số 46/2019/QH14, ngày 29/02/2024');
