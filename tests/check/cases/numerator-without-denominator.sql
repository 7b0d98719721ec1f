INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (2, 'nguoi', 'Người', 'người', 2, 'CUOI_KY', NULL);
INSERT INTO indicator (code, name, unit, seq, kind, numerator, denominator) VALUES ('bq', 'Bình quân', 'lượt', 9, 'TY_LE', 1, 2);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (5, 2, 3, 1, 'TUYET_DOI', 'GIA_TRI', 10), (6, 2, 2, 2, 'TUYET_DOI', 'GIA_TRI', 10), (7, 2, 3, 2, 'TUYET_DOI', 'GIA_TRI', 10);

-- near miss: of 2022 both have reported both; a denominator alone is no gap
INSERT INTO indicator (code, name, unit, seq, kind, numerator, denominator) VALUES ('bq-2', 'Bình quân hai', 'lượt', 10, 'TY_LE', 2, 1);
