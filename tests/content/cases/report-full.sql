INSERT INTO org (id, code, kind, name, short_name) VALUES (9, 'hoi', 'HOI', 'Hội Thư viện Việt Nam', NULL), (10, 'lhtv2', 'LIEN_HIEP', 'Liên hiệp Thư viện khu vực miền Đông Nam Bộ và cực Nam Trung Bộ', 'LHTV MĐNB & CNTB'), (11, 'bch', 'CO_QUAN_NOI_BO', 'Ban Chấp hành Liên hiệp', NULL);
INSERT INTO org_relation (org, other, kind) VALUES (2, 10, 'THANH_VIEN');
INSERT INTO place (id, code, name, full_name) VALUES (2, 'hcm', 'Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh');
INSERT INTO term (id, code, org, label, year_from, year_to) VALUES (1, 't1', 10, '2020-2022', 2020, 2022), (2, 't2', 10, '2023-2025', 2023, 2025);
INSERT INTO event (id, code, kind, title, short_title, date_from, date_to, place, venue, term, next_term) VALUES (20, 'tk23', 'TONG_KET_NHIEM_KY', 'Hội nghị Tổng kết nhiệm kỳ 2020-2022', NULL, '2023-02-25', '2023-02-26', 2, 'Hội trường Thống Nhất', 1, 2);
INSERT INTO event (id, code, kind, title, date_from, parent_event, seq, status, place) VALUES (21, 'plan1', 'HOI_THAO', 'Hội thảo chuyển đổi số', '2023-03', 20, 1, 'DU_KIEN', 1), (22, 'gt', 'GIAO_LUU_THE_THAO', 'Giao lưu bóng chuyền', '2023-02-24', 20, 2, NULL, NULL), (23, 'huy', 'THAM_QUAN', 'Tham quan bị hủy', '2023-02-24', 20, 3, 'HUY', NULL);
INSERT INTO event_org (event, org, role, seq) VALUES (20, 10, 'TO_CHUC', 1), (20, 9, 'NHAT_TRI', 1), (20, 2, 'DANG_CAI', 1);
INSERT INTO document (id, code, kind, event, org, parent_org, number, symbol, place, date, title) VALUES (5, 'bc', 'BAO_CAO', 20, 10, 9, '5', 'BC-LHTV', 2, NULL, 'Tổng kết nhiệm kỳ 2020-2022');
INSERT INTO document_signer (document, seq, authority, office, own_office) VALUES (5, 1, 'TM. BAN CHẤP HÀNH|KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'GIÁM ĐỐC THƯ VIỆN TỈNH ĐỒNG NAI');
INSERT INTO document_section (document, code, seq, title, text) VALUES (5, 'mo-dau', 1, NULL, 'Thực hiện **Luật Thư viện**.'), (5, 'quy', 2, 'Tài chính, quỹ Liên hiệp', '- Thu: 1.500.000 đồng
- Chi: 0'), (5, 'ket-luan', 3, NULL, 'Đề nghị các thư viện thành viên triển khai.');
INSERT INTO item (id, code, event, kind, seq, field, parent, text, lead, open_ended) VALUES
  (100, 'c1', 20, 'BOI_CANH', 1, NULL, NULL, 'Nhiệm kỳ có nhiều thay đổi', NULL, NULL),
  (101, 'c2', 20, 'THUAN_LOI', 1, NULL, NULL, 'Được quan tâm', NULL, NULL),
  (102, 'c3', 20, 'KHO_KHAN', 1, NULL, NULL, 'Thiếu kinh phí', NULL, 1),
  (103, 'c4', 20, 'KET_QUA', 1, 1, NULL, 'Cấp thẻ mới', NULL, NULL),
  (104, 'c5', 20, 'KET_QUA', 2, 1, NULL, 'Luân chuyển sách', 'gồm', NULL),
  (105, 'c6', 20, 'KET_QUA', 1, 1, 104, 'Xe lưu động', NULL, NULL),
  (106, 'c7', 20, 'KET_QUA', 2, 1, 104, 'Trạm sách', NULL, NULL),
  (107, 'c8', 20, 'KET_QUA', 3, NULL, NULL, 'Kết quả không thuộc lĩnh vực nào', NULL, NULL),
  (108, 'c9', 20, 'DANH_GIA', 1, NULL, NULL, 'Đoàn kết', NULL, NULL),
  (109, 'd0', 20, 'TON_TAI', 1, NULL, NULL, NULL, NULL, NULL),
  (110, 'd1', 20, 'NGUYEN_NHAN', 1, NULL, NULL, 'Dịch bệnh', NULL, NULL),
  (111, 'd2', 20, 'PHUONG_HUONG', 1, NULL, NULL, 'Đẩy mạnh phục vụ', 'chú trọng', NULL),
  (112, 'd3', 20, 'PHUONG_HUONG', 1, NULL, 111, 'Thiếu nhi', NULL, NULL),
  (113, 'd4', 20, 'DE_NGHI', 1, NULL, NULL, 'Tăng kinh phí', NULL, NULL),
  (114, 'd5', 20, 'PHAN_CONG', 1, NULL, NULL, 'Chuẩn bị hội thảo', NULL, NULL),
  (115, 'd6', 20, 'DANH_GIA', 2, NULL, NULL, 'Giao lưu thành công tốt đẹp', NULL, NULL);
INSERT INTO talk (code, event, seq, title) VALUES ('d7', 20, 1, 'Tham luận một');
INSERT INTO item_event (item, event) VALUES (115, 22);
INSERT INTO item_addressee (item, seq, text) VALUES (113, 1, 'Bộ VHTTDL');
INSERT INTO item (id, code, event, kind, seq, field, text, lead) VALUES (120, 'e1', 20, 'KET_QUA', 1, 3, 'Số hóa', 'gồm');
INSERT INTO item (code, event, kind, seq, field, parent, text) VALUES ('e2', 20, 'KET_QUA', 1, 3, 120, 'Sách'), ('e3', 20, 'KET_QUA', 2, 3, 120, 'Báo');
INSERT INTO indicator (id, code, name, unit, field, seq, kind) VALUES (1, 'the', 'Thẻ cấp mới', 'thẻ', 1, 1, 'PHAT_SINH');
INSERT INTO period (id, code, kind, label, date_from, date_to, term) VALUES (1, 't1', 'NHIEM_KY', 'nhiệm kỳ 2020-2022', '2020', '2022', 1);
INSERT INTO indicator_value (indicator, org, period, comparison, measure, qualifier, value_min, value_max, unit) VALUES (1, 2, 1, 'TUYET_DOI', 'GIA_TRI', NULL, 8572, NULL, NULL), (1, 10, 1, 'SO_VOI_KE_HOACH', 'MUC_TANG_PHAN_TRAM', 'TU_DEN', 22, 140, '%'), (1, 10, 1, 'TUYET_DOI', 'GIA_TRI', NULL, NULL, NULL, NULL);
INSERT INTO gift (event, seq, kind, donor_org, recipient, text, qualifier, count_min, unit) VALUES (20, 1, 'SACH', 9, 'Thư viện tỉnh Ninh Bình', 'sách', 'GAN', 700, 'bản');
INSERT INTO award (code, event, seq, kind, title, count_min, unit) VALUES ('a1', 20, 1, 'BANG_KHEN', 'Bằng khen của Hội Thư viện Việt Nam', 18, 'cá nhân');
INSERT INTO election (id, code, event, seq, body, term, size, method) VALUES (1, 'el', 20, 1, 11, 2, NULL, 'bỏ phiếu kín');
INSERT INTO election_result (election, seq, org, office) VALUES (1, 1, 2, 'Chủ tịch Liên hiệp');
INSERT INTO photo (code, event, seq, file, caption) VALUES ('p1', 20, 1, NULL, 'Không có tệp'), ('p2', 20, 2, 'a.jpg', 'Toàn cảnh');
INSERT INTO document_recipient (document, kind, seq, text) VALUES (5, 'KINH_GUI', 1, 'Bộ Văn hóa, Thể thao và Du lịch'), (5, 'KINH_GUI', 2, 'Hội Thư viện Việt Nam'), (5, 'NOI_NHAN', 1, 'Như trên'), (5, 'LUU', 1, 'VT'), (5, 'LUU', 2, 'LHTV');
