INSERT INTO document (id, code, kind, org, number, symbol, date, title) VALUES (1, 'd-1', 'BAO_CAO', 1, '14', 'BC-LHTV', '2022-03-01', 'Một'), (2, 'd-2', 'BAO_CAO', 1, '014', 'bc – lhtv', '2022-04-01', 'Hai');

-- near miss: another symbol, another year, another body, no number yet
INSERT INTO document (id, code, kind, org, number, symbol, date, title) VALUES (3, 'd-3', 'CONG_VAN', 1, '14', 'CV-LHTV', '2022-03-01', 'Ba'), (4, 'd-4', 'BAO_CAO', 1, '14', 'BC-LHTV', '2023-03-01', 'Bốn'), (5, 'd-5', 'BAO_CAO', 2, '14', 'BC-LHTV', '2022-03-01', 'Năm'), (6, 'd-6', 'BAO_CAO', 1, NULL, 'BC-LHTV', '2022-03-01', 'Sáu'), (7, 'd-7', 'BAO_CAO', 1, NULL, 'BC-LHTV', '2022-03-01', 'Bảy');
