INSERT INTO org (id, code, kind, name) VALUES (4, 'vu', 'VU', 'Vụ Thư viện');
INSERT INTO org_name (org, text, kind) VALUES (4, 'Vụ TV', 'VIET_TAT');
INSERT INTO refdoc (code, kind, title) VALUES ('luat', 'LUAT', 'Luật Thư viện');

-- near miss: one that a paper goes to
INSERT INTO org (id, code, kind, name) VALUES (5, 'cuc', 'CUC', 'Cục Thư viện');
INSERT INTO document (id, code, kind, org, title) VALUES (1, 'd', 'CONG_VAN', 1, 'V/v họp');
INSERT INTO document_recipient (document, kind, seq, text, org) VALUES (1, 'NOI_NHAN', 1, 'Cục', 5);
