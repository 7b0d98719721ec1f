INSERT INTO place (id, code, name, full_name) VALUES (1, 'ninh-binh', 'Ninh Bình', 'tỉnh Ninh Bình');
INSERT INTO org (id, code, kind, name, short_name, place) VALUES
  (1, 'lhtv', 'LIEN_HIEP', 'Liên hiệp Thư viện Đồng bằng sông Hồng', 'LHTV Đồng bằng sông Hồng', NULL),
  (2, 'tvnb', 'THU_VIEN_TINH', 'Thư viện tỉnh Ninh Bình', NULL, 1);
INSERT INTO event (id, code, kind, title, date_from, place) VALUES
  (7, 'tk22', 'TONG_KET_NHIEM_KY', 'Hội nghị Tổng kết', '2022-08-19', 1);
INSERT INTO field (id, code, title, seq) VALUES (1, 'a', 'Công tác phục vụ', 1), (2, 'b', 'Lĩnh vực trống', 2), (3, 'c', 'Chuyển đổi số', 3);
INSERT INTO item (id, code, event, kind, seq, field, parent, text) VALUES
  (11, 'i1', 7, 'KET_QUA', 1, 1, NULL, 'Hoàn thành tốt các chỉ tiêu'),
  (12, 'i2', 7, 'KET_QUA', 2, 1, NULL, 'Mở rộng mạng lưới.'),
  (13, 'i3', 7, 'KET_QUA', 1, 3, NULL, 'Số hóa tài liệu, trong đó:'),
  (14, 'i4', 7, 'KET_QUA', 1, 3, 13, 'sách'),
  (15, 'i5', 7, 'KET_QUA', 2, 3, 13, 'báo, tạp chí v.v…');
