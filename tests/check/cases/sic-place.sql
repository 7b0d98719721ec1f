INSERT INTO sic (event, table_name, row_code, column_name, printed, corrected, certain) VALUES (1, 'items', 'i-1', 'text', 'a', NULL, 0), (1, 'event', 'hn', 'txt', 'a', NULL, 0), (1, 'event', 'hn-9', 'title', 'a', NULL, 0);

-- near miss: a table with codes; one without, where the row is named by another
INSERT INTO sic (event, table_name, row_code, column_name, printed, corrected, certain) VALUES (1, 'event', 'hn', 'title', 'a', NULL, 0), (1, 'gift', 'hn', 'text', 'a', NULL, 0);
