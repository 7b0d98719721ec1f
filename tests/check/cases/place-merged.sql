UPDATE place SET date_to = '2022-06-30', successor = 2 WHERE id = 1;

-- near miss: the last year of a place is a year in which it was there
INSERT INTO place (id, code, name, date_to) VALUES (3, 'cu', 'Cũ', '2022');
INSERT INTO event (code, kind, title, date_from, place) VALUES ('cu', 'KHAC', 'Ở nơi cũ', '2022-09', 3);
