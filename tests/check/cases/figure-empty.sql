UPDATE indicator_value SET value_min = NULL WHERE id = 1;

-- near miss: a note says why
UPDATE indicator_value SET value_min = NULL, note = 'không báo cáo' WHERE id = 2;
