INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'KET_QUA', 1, 'Theo Sở VHTTDL');

-- near miss: a name that is recorded; a word that is no body
INSERT INTO org_name (org, text, kind) VALUES (1, 'LHTV Thử', 'VIET_TAT');
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-2', 1, 'KET_QUA', 2, 'Hội LHTV Thử trong CMCN 4.0 và Ban ISO');
