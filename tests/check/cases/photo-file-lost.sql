INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-1', 1, 1, 'lost.png', NULL, 'Toàn cảnh', NULL, NULL);

-- near miss: this one lies beside the database; that one has none
INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-2', 1, 2, 'there.png', NULL, 'Toàn cảnh', NULL, NULL), ('a-3', 1, 3, NULL, NULL, 'Toàn cảnh', NULL, NULL);
