INSERT INTO person (code, name) VALUES ('thuy-2', 'Trịnh Thị Thuỷ');

-- near miss: one tone is another
INSERT INTO person (code, name) VALUES ('thuy-3', 'Trịnh Thị Thùy');
