INSERT INTO bulletin (id, code, org, title, format) VALUES (1, 'tin', 1, 'Thông tin', 'A4');

-- near miss: no format, the largest, a smaller one
INSERT INTO bulletin (id, code, org, title, format) VALUES (2, 'tin-2', 1, 'Thông tin', NULL), (3, 'tin-3', 1, 'Thông tin', '19X27'), (4, 'tin-4', 1, 'Thông tin', 'A5');
