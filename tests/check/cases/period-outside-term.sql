INSERT INTO period (code, kind, label, date_from, date_to, term) VALUES ('p', 'NUA_DAU_NHIEM_KY', 'nửa đầu', '2019', '2021', 1);

-- near miss: half of a term; one without days
INSERT INTO period (code, kind, label, date_from, date_to, term) VALUES ('q', 'NUA_DAU_NHIEM_KY', 'nửa đầu', '2020', '2021-06', 1), ('r', 'NUA_CUOI_NHIEM_KY', 'nửa cuối', NULL, NULL, 1);
