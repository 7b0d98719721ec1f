INSERT INTO bulletin (id, code, org, title, periodicity) VALUES (1, 'tin', 1, 'Thông tin', '3 tháng một số');
INSERT INTO bulletin_issue (id, code, bulletin, year, date, printed_at, copies, responsible) VALUES (1, 'tin-1', 1, 2022, '2022-12-20', 'Nhà in Thử', 300, 'Bùi Văn Phương');
INSERT INTO bulletin_issue (id, code, bulletin, year, licence, imprint) VALUES (2, 'tin-2', 1, 2022, ' ', 'In nhanh'), (3, 'tin-3', 1, 2022, '–', 'Giấy phép: đang xin');

-- near miss: it has one, or the words of the imprint say it
INSERT INTO bulletin_issue (id, code, bulletin, year, date, licence) VALUES (4, 'tin-4', 1, 2022, '2022-12-20', 'số 1');
INSERT INTO bulletin_issue (id, code, bulletin, year, imprint) VALUES (5, 'tin-5', 1, 2022, 'Giấy phép xuất bản số 12/GP-STTTT ngày 05/01/2022');
