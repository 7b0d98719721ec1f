INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Một'), ('i-3', 1, 'KET_QUA', 3, 'Ba');

-- near miss: another kind, the points of a speech, the parts of a statement are counted by themselves
INSERT INTO speech (id, code, event, seq, kind) VALUES (1, 'pb', 1, 1, 'CHI_DAO');
INSERT INTO item (id, code, event, kind, seq, text, speech, parent) VALUES (10, 'k-1', 1, 'KHO_KHAN', 1, 'Một', NULL, NULL),
  (11, 'p-1', 1, 'GHI_NHAN', 1, 'Một', 1, NULL), (12, 'p-2', 1, 'DE_NGHI', 2, 'Hai', 1, NULL), (13, 'p-2-1', 1, 'DE_NGHI', 1, 'Phần', 1, 12);
