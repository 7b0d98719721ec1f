INSERT INTO org (code, kind, name) VALUES ('vu-1', 'VU', 'Vụ Thư viện'), ('vu-2', 'VU', 'Vụ Thư viên'), ('vu-3', 'VU', 'Vụ Thư việnn');

-- near miss: two provinces with nearly one name; a shorter form of a name; bodies with numbers
INSERT INTO place (id, code, name) VALUES (8, 'ha-nam', 'Hà Nam'), (9, 'ha-nan', 'Hà Nan');
INSERT INTO org (code, kind, name, place) VALUES ('tv-8', 'THU_VIEN_TINH', 'Thư viện tỉnh Hà Nam', 8), ('tv-9', 'THU_VIEN_TINH', 'Thư viện tỉnh Hà Nan', 9),
  ('so-1', 'SO', 'Sở Văn hóa và Thể thao', NULL), ('so-2', 'SO', 'Sở Văn hóa, Thể thao và Du lịch', NULL),
  ('ch-1', 'CHI_HOI', 'Chi hội số 1', NULL), ('ch-2', 'CHI_HOI', 'Chi hội số 2', NULL), ('ch-12', 'CHI_HOI', 'Chi hội số 12', NULL);
