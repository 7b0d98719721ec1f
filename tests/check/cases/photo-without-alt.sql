INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-1', 1, 1, 'there.png', NULL, 'Toàn cảnh', NULL, NULL);

-- near miss: described; without a file there is nothing to describe
INSERT INTO photo (code, event, seq, file, stem, caption, caption_group, alt) VALUES ('a-2', 1, 2, 'there.png', NULL, 'Toàn cảnh', NULL, 'Hội trường'), ('a-3', 1, 3, NULL, NULL, 'Toàn cảnh', NULL, NULL);
