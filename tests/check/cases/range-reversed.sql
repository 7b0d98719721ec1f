UPDATE attendance_group SET count_max = 50;
UPDATE term SET year_to = 2019 WHERE id = 1;

-- near miss: one number
UPDATE indicator_value SET value_max = 1000 WHERE id = 1;
