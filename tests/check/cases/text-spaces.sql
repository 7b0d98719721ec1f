INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Hai  khoảng trắng'), ('i-2', 1, 'KET_QUA', 2, 'Ở cuối '), ('i-3', 1, 'KET_QUA', 3, 'Không' || char (160) || 'ngắt');

-- near miss: one each; CommonMark breaks lines by two
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-4', 1, 'KET_QUA', 4, 'Một khoảng – trắng');
INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (1, 'd', 'BAO_CAO', 1, 1, '1', NULL, 'D');
INSERT INTO document_section (document, code, seq, text) VALUES (1, 'mo-dau', 1, 'Một  ' || char (10) || 'hai');
