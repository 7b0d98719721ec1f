INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (1, 'd-1', 'BAO_CAO', 1, 1, '1', NULL, 'Tổng kết');

-- near miss: at least the file
INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (2, 'd-2', 'BAO_CAO', 1, 1, '2', NULL, 'Lưu');
INSERT INTO document_recipient (document, kind, seq, text) VALUES (2, 'LUU', 1, 'VT');
