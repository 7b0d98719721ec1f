INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Ứng dụng công nghệ công tin'), ('i-2', 1, 'KET_QUA', 2, 'Trong hệ hống thư viện');
INSERT INTO sic (event, table_name, row_code, column_name, printed, corrected, certain) VALUES (1, 'item', 'i-1', 'text', 'công nghệ công tin', 'công nghệ thông tin', 1), (1, 'item', 'i-2', 'text', 'hệ hống', 'hệ thống', 1);

-- near miss: within a longer word; within its own correction; one that is not certain
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-3', 1, 'KET_QUA', 3, 'Đường sông'), ('i-4', 1, 'KET_QUA', 4, 'Liên hiệp MĐNB&CNTB'), ('i-5', 1, 'KET_QUA', 5, 'Tổng kết năm 2021-2023'),
  ('i-6', 1, 'KET_QUA', 6, 'Thư viện và các tủ sách');
INSERT INTO sic (event, table_name, row_code, column_name, printed, corrected, certain) VALUES (1, 'item', 'i-3', 'text', 'sôn', 'sông', 1), (1, 'item', 'i-4', 'text', 'ĐNB&CNTB', 'MĐNB&CNTB', 1),
  (1, 'item', 'i-5', 'text', 'năm 2021-2023', NULL, 0), (1, 'item', 'i-6', 'text', 'tủ sách', 'các tủ sách', 1);
