UPDATE term SET previous = 2 WHERE id = 1;

-- near miss: two terms share a year
UPDATE term SET year_from = 2022 WHERE id = 2;
