UPDATE term SET members = 1 WHERE id = 1;

-- near miss: one joins after the term
INSERT INTO org (id, code, kind, name) VALUES (4, 'tv-x', 'THU_VIEN_TINH', 'Thư viện Xa');
INSERT INTO org_relation (org, other, kind, date_from) VALUES (4, 1, 'THANH_VIEN', '2025');
