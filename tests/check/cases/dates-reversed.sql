UPDATE event SET date_to = '2022-08-18';
UPDATE period SET date_to = '2020' WHERE id = 1;

-- near miss: a month and a day in it; one day
INSERT INTO event (code, kind, title, date_from, date_to) VALUES ('a', 'KHAC', 'A', '2022-08-19', '2022-08'), ('b', 'KHAC', 'B', '2022-08-19', '2022-08-19');
