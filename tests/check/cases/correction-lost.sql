INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Ứng dụng công nghệ');
INSERT INTO sic (event, table_name, row_code, column_name, printed, corrected, certain) VALUES (1, 'item', 'i-1', 'text', 'công tin', 'thông tin', 1);

-- near miss: it is there; it stands in two columns; it is a date
INSERT INTO sic (event, table_name, row_code, column_name, printed, corrected, certain) VALUES (1, 'item', 'i-1', 'text', 'công ngệ', 'công nghệ', 1), (1, 'position', 'hn-phuong', 'text', 'Bùi Văn Phương-Giám đốc', 'Bùi Văn Phương - Giám đốc', 1),
  (1, 'event', 'hn', 'date_from', '19/ 8/ 2022', '19/8/2022', 1);
