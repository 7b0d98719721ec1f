INSERT INTO person (code, name) VALUES ('bui-van-phuon', 'Bùi Văn Phươn'), ('bui-van-phuong-2', 'Bùi Vân Phượng');

-- near miss: another person; two spellings of one name are recorded beside the person
INSERT INTO person (code, name) VALUES ('bui-van-thuong', 'Bùi Văn Thường');
INSERT INTO person_name (person, text, kind) VALUES (2, 'Trịnh Thị Thuỷ', 'BIEN_THE');
