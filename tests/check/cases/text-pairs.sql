INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Hội thảo “Thúc đẩy'), ('i-2', 1, 'KET_QUA', 2, 'Ứng dụng (2017-2022'), ('i-3', 1, 'KET_QUA', 3, 'Một "hai'), ('i-4', 1, 'KET_QUA', 4, 'Chéo (“nhau)”');

-- near miss: quotations in quotations; labels
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-5', 1, 'KET_QUA', 5, 'Cuộc thi “Đọc “Nhật ký” (2022)” và «Sách»'), ('i-6', 1, 'KET_QUA', 6, 'Gồm: a) sách; b) báo; 12) khác'), ('i-7', 1, 'KET_QUA', 7, 'Một "hai" ba');
