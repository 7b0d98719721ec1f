INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (2, 'tai-cho', 'Tại chỗ', 'lượt', 2, 'PHAT_SINH', 1), (3, 'luu-dong', 'Lưu động', 'lượt', 3, 'PHAT_SINH', 1);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (5, 2, 2, 1, 'TUYET_DOI', 'GIA_TRI', 600), (6, 3, 2, 1, 'TUYET_DOI', 'GIA_TRI', 500);

-- near miss: they make up the whole, also in fractions
UPDATE indicator_value SET value_min = 0.3 WHERE id = 4;
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (7, 2, 3, 2, 'TUYET_DOI', 'GIA_TRI', 0.1), (8, 3, 3, 2, 'TUYET_DOI', 'GIA_TRI', 0.2);
