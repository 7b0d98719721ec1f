INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Một'), ('i-2', 1, 'KET_QUA', 1, 'Hai');
INSERT INTO talk (code, event, seq, title) VALUES ('t-1', 1, 1, 'Một'), ('t-2', 1, 1, 'Hai');

-- near miss: of another kind, of another event
INSERT INTO event (id, code, kind, title, date_from) VALUES (2, 'b', 'KHAC', 'B', '2022');
INSERT INTO item (code, event, kind, seq, text) VALUES ('k-1', 1, 'KHO_KHAN', 1, 'Một'), ('b-1', 2, 'KET_QUA', 1, 'Một');
INSERT INTO talk (code, event, seq, title) VALUES ('t-3', 2, 1, 'Một');
