UPDATE indicator_value SET unit = 'nghìn lượt' WHERE id IN (1, 3);

-- near miss: the unit of the indicator said again; a percentage of the plan
UPDATE indicator_value SET unit = 'lượt' WHERE id = 2;
INSERT INTO indicator_value (indicator, org, period, comparison, measure, value_min, unit) VALUES (1, 3, 2, 'SO_VOI_KE_HOACH', 'TY_LE_HOAN_THANH', 105, '%');
