INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (2, 'the', 'Thẻ cấp', 'thẻ', 2, 'PHAT_SINH', NULL);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (5, 2, 2, 1, 'TUYET_DOI', 'GIA_TRI', 10), (6, 2, 3, 1, 'TUYET_DOI', 'GIA_TRI', NULL);

-- near miss: a value in words; an indicator on which nobody reports
INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (3, 'luu-chieu', 'Lưu chiểu', NULL, 3, 'PHAT_SINH', NULL), (4, 'khac', 'Khác', NULL, 4, 'PHAT_SINH', NULL);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (7, 3, 2, 1, 'TUYET_DOI', 'GIA_TRI', 1), (8, 3, 3, 1, 'TUYET_DOI', 'GIA_TRI', NULL);
UPDATE indicator_value SET value_text = 'được đảm bảo' WHERE id = 8;
