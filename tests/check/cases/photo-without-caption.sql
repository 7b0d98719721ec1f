INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-1', 1, 1, NULL, NULL, NULL, NULL, NULL);

-- near miss: it shares that of another
INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-2', 1, 2, NULL, NULL, NULL, 'nhom', NULL), ('a-3', 1, 3, NULL, NULL, 'Toàn cảnh', 'nhom', NULL);
