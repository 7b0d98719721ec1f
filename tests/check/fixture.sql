-- The records that every case begins with: two libraries of a federation, its conference, two people, one figure a year.
INSERT INTO place (id, code, kind, name) VALUES (1, 'ninh-binh', 'TINH', 'Ninh Bình'), (2, 'hai-duong', 'TINH', 'Hải Dương');
INSERT INTO org (id, code, kind, name, place) VALUES (1, 'lh', 'LIEN_HIEP', 'Liên hiệp Thư viện Thử', NULL),
  (2, 'tv-nb', 'THU_VIEN_TINH', 'Thư viện tỉnh Ninh Bình', 1), (3, 'tv-hd', 'THU_VIEN_TINH', 'Thư viện tỉnh Hải Dương', 2);
INSERT INTO org_relation (org, other, kind, seq) VALUES (2, 1, 'THANH_VIEN', 1), (3, 1, 'THANH_VIEN', 2);
INSERT INTO term (id, code, org, label, year_from, year_to, previous, members) VALUES
  (1, 'nk-1', 1, '2020-2022', 2020, 2022, NULL, 2), (2, 'nk-2', 1, '2022-2024', 2022, 2024, 1, 2);
INSERT INTO period (id, code, kind, label, date_from, date_to) VALUES (1, '2021', 'NAM', 'năm 2021', '2021', '2021'),
  (2, '2022', 'NAM', 'năm 2022', '2022', '2022');
INSERT INTO person (id, code, name, sex) VALUES (1, 'bui-van-phuong', 'Bùi Văn Phương', 'NAM'),
  (2, 'trinh-thi-thuy', 'Trịnh Thị Thủy', 'NU');
INSERT INTO event (id, code, kind, title, date_from, place, status, term, next_term) VALUES
  (1, 'hn', 'TONG_KET_NHIEM_KY', 'Hội nghị Tổng kết nhiệm kỳ', '2022-08-19', 1, 'DA_DIEN_RA', 1, 2);
INSERT INTO attendance_group (event, seq, text, count_min, unit, org_count, org_unit) VALUES
  (1, 1, '60 đại biểu của 02 thư viện thành viên', 60, 'đại biểu', 2, 'thư viện thành viên');
INSERT INTO participation (id, code, event, person, seq, honorific, attendance) VALUES
  (1, 'hn-phuong', 1, 1, 1, 'ONG', 'CO_MAT'), (2, 'hn-thuy', 1, 2, 2, 'BA', 'CO_MAT');
INSERT INTO position (participation, seq, title, org, text, listed) VALUES
  (1, 1, 'Giám đốc', 2, 'Giám đốc Thư viện tỉnh Ninh Bình', 1), (2, 1, 'Giám đốc', 3, 'Giám đốc Thư viện tỉnh Hải Dương', 1);
INSERT INTO indicator (id, code, name, unit, seq, kind) VALUES (1, 'luot', 'Lượt bạn đọc', 'lượt', 1, 'PHAT_SINH');
INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, value_min) VALUES
  (1, 1, 2, 1, 'TUYET_DOI', 'GIA_TRI', 1000), (2, 1, 3, 1, 'TUYET_DOI', 'GIA_TRI', 2000),
  (3, 1, 2, 2, 'TUYET_DOI', 'GIA_TRI', 1100), (4, 1, 3, 2, 'TUYET_DOI', 'GIA_TRI', 2100);
