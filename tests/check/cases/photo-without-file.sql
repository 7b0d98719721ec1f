INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-1', 1, 1, NULL, 'IMG_1', 'Toàn cảnh', NULL, NULL);

-- near miss: it has one
INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-2', 1, 2, 'there.png', NULL, 'Toàn cảnh', NULL, NULL);
