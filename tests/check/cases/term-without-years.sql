INSERT INTO term (code, org, label, ordinal) VALUES ('khoa-2', 1, 'khóa II', 'II');

-- near miss: days are years, too
INSERT INTO term (code, org, label, date_from) VALUES ('khoa-3', 1, 'khóa III', '2024-08-20');
