INSERT INTO org (code, kind, name, place) VALUES ('so-vhtt', 'SO', 'Sở Văn hóa và Thể thao', 1), ('so-vhttdl', 'SO', 'Sở Văn hóa, Thể thao và Du lịch', 1);

-- near miss: of another place; another department of the same
INSERT INTO org (code, kind, name, place) VALUES ('so-vhttdl-hd', 'SO', 'Sở Văn hóa, Thể thao và Du lịch', 2), ('so-nv', 'SO', 'Sở Nội vụ', 1);
