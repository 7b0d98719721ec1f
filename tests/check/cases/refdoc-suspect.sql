INSERT INTO refdoc (code, kind, title, suspect) VALUES ('cl', 'CHIEN_LUOC', 'Chiến lược năm 2021-2023', 1);

-- near miss: nothing is suspected
INSERT INTO refdoc (code, kind, title, suspect) VALUES ('luat', 'LUAT', 'Luật Thư viện', 0);
