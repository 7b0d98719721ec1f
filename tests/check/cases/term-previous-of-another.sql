INSERT INTO org (id, code, kind, name) VALUES (4, 'lh-2', 'LIEN_HIEP', 'Liên hiệp Khác');
INSERT INTO term (code, org, label, year_from, year_to, previous) VALUES ('k-1', 4, '2023-2025', 2023, 2025, 1);

-- near miss: the terms of the fixture are of one federation
UPDATE term SET note = 'cùng liên hiệp' WHERE id = 2;
