INSERT INTO org (id, code, kind, name) VALUES (7, 'du-bo', 'TO_CHUC_DANG', 'Đảng ủy Bộ'), (8, 'du-tv', 'TO_CHUC_DANG', 'Đảng ủy Thư viện');
INSERT INTO org_name (org, text, kind) VALUES (7, 'Đảng ủy', 'VIET_TAT'), (8, 'Đảng uỷ', 'VIET_TAT');

-- near miss: two spellings of one organisation; a misprint that is the name of another
INSERT INTO org_name (org, text, kind) VALUES (2, 'TV Ninh Bình', 'VIET_TAT'), (2, 'Tv Ninh Bình', 'BIEN_THE'),
  (3, 'TV Ninh Bình', 'IN_SAI');
