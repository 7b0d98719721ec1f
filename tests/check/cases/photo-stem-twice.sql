INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-1', 1, 1, NULL, 'tong-ket- 2', 'Một', NULL, NULL), ('a-2', 1, 2, NULL, 'tong-ket- 2', 'Hai', NULL, NULL);

-- near miss: another number; another event
INSERT INTO event (id, code, kind, title, date_from) VALUES (2, 'b', 'KHAC', 'B', '2022');
INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-3', 1, 3, NULL, 'tong-ket- 3', 'Ba', NULL, NULL), ('b-1', 2, 1, NULL, 'tong-ket- 2', 'Bốn', NULL, NULL);
