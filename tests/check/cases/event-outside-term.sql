UPDATE event SET date_from = '2024-02-01';

-- near miss: in the year after the term
INSERT INTO event (code, kind, title, date_from, term) VALUES ('sau', 'KHAC', 'Sau', '2023-02-25', 1);
