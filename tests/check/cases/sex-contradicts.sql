UPDATE participation SET honorific = 'BA' WHERE id = 1;

-- near miss: "Đồng chí" contradicts nothing
UPDATE participation SET honorific = 'DONG_CHI' WHERE id = 2;
