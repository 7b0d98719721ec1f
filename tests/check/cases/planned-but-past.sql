INSERT INTO event (code, kind, title, date_from, status) VALUES ('kh-1', 'KHAC', 'Kế hoạch', '2022-07', 'DU_KIEN');

-- near miss: in the month of the last one that was held, and later
INSERT INTO event (code, kind, title, date_from, status) VALUES ('kh-2', 'KHAC', 'Cùng tháng', '2022-08', 'DU_KIEN'), ('kh-3', 'KHAC', 'Sau', '2023', 'DU_KIEN');
