UPDATE participation SET attendance = 'KHONG_NEU', seq = NULL WHERE id = 1;

-- near miss: present, with a part, too
INSERT INTO participation_role (participation, role) VALUES (2, 'THAO_LUAN');
