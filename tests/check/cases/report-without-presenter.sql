INSERT INTO report (code, event, seq, title) VALUES ('bc-1', 1, 1, 'Báo cáo tổng kết');

-- near miss: somebody gave it
INSERT INTO report (code, event, seq, title, presenter) VALUES ('bc-2', 1, 2, 'Báo cáo tài chính', 1);
