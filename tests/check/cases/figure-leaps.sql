UPDATE indicator_value SET value_min = 11000 WHERE id = 3;

-- near miss: ten times is not more; from 0 there is no leap; a stock
UPDATE indicator_value SET value_min = 20000 WHERE id = 4;
INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (2, 'the', 'Thẻ', 'thẻ', 2, 'PHAT_SINH', NULL), (3, 'von', 'Vốn', 'bản', 3, 'CUOI_KY', NULL);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (5, 2, 2, 1, 'TUYET_DOI', 'GIA_TRI', 0), (6, 2, 2, 2, 'TUYET_DOI', 'GIA_TRI', 5), (7, 3, 2, 1, 'TUYET_DOI', 'GIA_TRI', 1), (8, 3, 2, 2, 'TUYET_DOI', 'GIA_TRI', 50);
