UPDATE person SET sex = NULL WHERE id = 1;

-- near miss: "Đồng chí" says nothing of it
INSERT INTO person (id, code, name) VALUES (3, 'le-anh', 'Lê Anh');
INSERT INTO participation (code, event, person, seq, honorific, attendance) VALUES ('hn-anh', 1, 3, 3, 'DONG_CHI', 'CO_MAT');
