INSERT INTO competition (id, code, event, seq, discipline) VALUES (1, 'bong', 1, 1, 'Bóng chuyền hơi'), (2, 'keo-co', 1, 2, 'Kéo co');

-- near miss: one prize is recorded
INSERT INTO award (code, event, seq, kind, title, competition) VALUES ('nhat', 1, 1, 'GIAI_THE_THAO', 'Giải nhất', 2);
