INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (2, 'the', 'Thẻ cấp', 'thẻ', 2, 'PHAT_SINH', NULL);
INSERT INTO indicator_target (indicator, org, period, value_min) VALUES (2, 2, 2, 100);

-- near miss: there is a value; a year that is to come
INSERT INTO period (id, code, kind, label, date_from, date_to) VALUES (3, '2023', 'NAM', 'năm 2023', '2023', '2023');
INSERT INTO indicator_target (indicator, org, period, value_min) VALUES (1, 2, 2, 1000), (2, 2, 3, 100);
