INSERT INTO org_relation (org, other, kind) VALUES (2, 3, 'TRUC_THUOC'), (3, 2, 'CO_QUAN_CUA');

-- near miss: two ways up are no circle, nor are two sorts of relation
INSERT INTO org (id, code, kind, name) VALUES (7, 'so', 'SO', 'Sở Một'), (8, 'bo', 'BO', 'Bộ Hai');
INSERT INTO org_relation (org, other, kind) VALUES (7, 8, 'TRUC_THUOC'), (1, 7, 'TRUC_THUOC'), (1, 8, 'TRUC_THUOC'), (1, 7, 'CHI_DAO_NGHIEP_VU'), (8, 7, 'KE_THUA');
