INSERT INTO election (id, code, event, seq, body, size) VALUES (1, 'bch', 1, 1, 1, 1);
INSERT INTO election_result (election, seq, participation, office) VALUES (1, 1, 1, 'Chủ tịch'), (1, 2, 2, 'Phó Chủ tịch');

-- near miss: as many as printed; no number
INSERT INTO election (id, code, event, seq, body, size) VALUES (2, 'bch-2', 1, 2, 1, 1), (3, 'bch-3', 1, 3, 1, NULL);
INSERT INTO election_result (election, seq, participation, office) VALUES (2, 1, 1, 'Chủ tịch'), (3, 1, 1, 'Chủ tịch');
