INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (2, 'tai-cho', 'Tại chỗ', 'lượt', 2, 'PHAT_SINH', 1), (3, 'luu-dong', 'Lưu động', 'lượt', 3, 'PHAT_SINH', 1);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (5, 2, 2, 1, 'TUYET_DOI', 'GIA_TRI', 600), (6, 3, 2, 1, 'TUYET_DOI', 'GIA_TRI', 300),
  (7, 2, 3, 1, 'TUYET_DOI', 'GIA_TRI', 1500), (8, 3, 3, 1, 'TUYET_DOI', 'GIA_TRI', 500);

-- near miss: "trong đó": they never add up; and one of two parts is not reported
INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES (4, 'the', 'Thẻ', 'thẻ', 4, 'PHAT_SINH', NULL), (5, 'the-tn', 'Thẻ thiếu nhi', 'thẻ', 5, 'PHAT_SINH', 4), (6, 'the-nu', 'Thẻ nữ', 'thẻ', 6, 'PHAT_SINH', 4);
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES (9, 4, 2, 1, 'TUYET_DOI', 'GIA_TRI', 100), (10, 5, 2, 1, 'TUYET_DOI', 'GIA_TRI', 30), (11, 6, 2, 1, 'TUYET_DOI', 'GIA_TRI', 40),
  (12, 2, 3, 2, 'TUYET_DOI', 'GIA_TRI', 10);
