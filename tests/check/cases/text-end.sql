INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Đã hoàn thành.'), ('i-2', 1, 'KET_QUA', 2, 'Đã hoàn thành;');

-- near miss: an ellipsis, v.v.; a lead, which joins
INSERT INTO item (code, event, kind, seq, text, lead) VALUES ('i-3', 1, 'KET_QUA', 3, 'Sách, báo, v.v.', 'trong đó:'), ('i-4', 1, 'KET_QUA', 4, 'Sách...', NULL), ('i-5', 1, 'KET_QUA', 5, 'Sách…', NULL);
