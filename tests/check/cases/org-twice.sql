INSERT INTO org (code, kind, name) VALUES ('tv-nb-2', 'THU_VIEN_TINH', 'Thư viện Tỉnh Ninh  Bình');

-- near miss: one tone is another
INSERT INTO org (code, kind, name) VALUES ('tv-nb-3', 'THU_VIEN_TINH', 'Thư viện tỉnh Ninh Binh');
