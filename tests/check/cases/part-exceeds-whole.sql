INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (2, 'thieu-nhi', 'Lượt thiếu nhi', 'lượt', 2, 'PHAT_SINH', 1);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (5, 2, 2, 1, 'TUYET_DOI', 'GIA_TRI', 1001);

-- near miss: as much as the whole; a rough number
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (6, 2, 3, 1, 'TUYET_DOI', 'GIA_TRI', 2000), (7, 2, 3, 2, 'TUYET_DOI', 'GIA_TRI', 2200);
UPDATE indicator_value SET qualifier = 'GAN' WHERE id = 7;
