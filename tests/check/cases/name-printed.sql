UPDATE participation SET name_printed = 'Bùi Phương' WHERE id = 1;

-- near miss: only the tone mark stands elsewhere
UPDATE participation SET name_printed = 'Trịnh Thị Thuỷ' WHERE id = 2;
