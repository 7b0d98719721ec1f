UPDATE term SET members = 12 WHERE id = 1;

-- near miss: as many as are recorded; a number that is not printed
UPDATE term SET members = NULL WHERE id = 2;
