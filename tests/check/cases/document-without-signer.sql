INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (1, 'd-1', 'BAO_CAO', 1, 1, '1', NULL, 'Tổng kết'), (2, 'd-2', 'BAO_CAO', 1, 1, '2', NULL, 'Để trống');
INSERT INTO document_signer (document, seq, office) VALUES (2, 1, 'CHỦ TỊCH');

-- near miss: a name
INSERT INTO document (id, code, kind, event, org, number, date, title) VALUES (3, 'd-3', 'BAO_CAO', 1, 1, '3', NULL, 'Có người ký');
INSERT INTO document_signer (document, seq, office, person) VALUES (3, 1, 'CHỦ TỊCH', 1);
