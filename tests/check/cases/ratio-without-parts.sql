INSERT INTO indicator (code, name, unit, seq, kind, numerator, denominator) VALUES ('bq', 'Bình quân', 'lượt', 9, 'TY_LE', 1, NULL);

-- near miss: both are there
INSERT INTO indicator (code, name, unit, seq, kind, numerator, denominator) VALUES ('bq-2', 'Bình quân hai', 'lượt', 10, 'TY_LE', 1, 1);
