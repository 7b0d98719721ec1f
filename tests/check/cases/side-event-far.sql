INSERT INTO event (code, kind, parent_event, title, date_from, status) VALUES ('xa', 'THAM_QUAN', 1, 'Xa', '2022-10', 'DA_DIEN_RA'), ('truoc', 'THAM_QUAN', 1, 'Trước', '2022-06-01', NULL);

-- near miss: near; a year; planned
INSERT INTO event (code, kind, parent_event, title, date_from, status) VALUES ('gan', 'THAM_QUAN', 1, 'Gần', '2022-09', 'DA_DIEN_RA'),
  ('nam', 'THAM_QUAN', 1, 'Năm', '2022', 'DA_DIEN_RA'), ('kh', 'THAM_QUAN', 1, 'Kế hoạch', '2023-04', 'DU_KIEN');
