INSERT INTO office (id, code, title, seq) VALUES (1, 'chu-tich', 'Chủ tịch', 1), (2, 'pho-chu-tich', 'Phó Chủ tịch', 2);
INSERT INTO tenure (code, office, org, person, date_from, date_to) VALUES ('ct-1', 1, 1, 1, '2020', '2022-08-19'), ('ct-2', 1, 1, 2, '2022-06', NULL);

-- near miss: one ends on the day, or in the year, in which the next begins; several vice-chairs
INSERT INTO tenure (code, office, org, term, person, date_from) VALUES ('ct-3', 1, 2, 1, 1, NULL), ('ct-4', 1, 2, 2, 2, '2022-08-19'),
  ('pct-1', 2, 1, 1, 1, NULL), ('pct-2', 2, 1, 1, 2, NULL);
INSERT INTO tenure (code, office, org, person, date_from, date_to) VALUES ('ct-5', 1, 3, 1, '2020', '2023-02-25'), ('ct-6', 1, 3, 2, '2023-02-25', NULL);
