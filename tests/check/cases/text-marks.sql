INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Số hóa.. và'), ('i-2', 1, 'KET_QUA', 2, 'Thư viện , Bộ'), ('i-3', 1, 'KET_QUA', 3, 'Trực tuyến….'), ('i-4', 1, 'KET_QUA', 4, 'Hội thảo “ Thúc đẩy”'), ('i-5', 1, 'KET_QUA', 5, 'Kết thúc./.');

-- near miss: an ellipsis, v.v., a decimal, an hour, a number of a decree
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-6', 1, 'KET_QUA', 6, 'Sách, báo... và v.v... đạt 1.500 bản; 7,5 lần lúc 08:30'), ('i-7', 1, 'KET_QUA', 7, 'Nghị định số 30/2020/NĐ-CP, TP. Hà Nội');
