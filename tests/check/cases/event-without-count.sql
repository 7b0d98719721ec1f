UPDATE attendance_group SET count_min = NULL;

-- near miss: activities of a year have no numbers of delegates
INSERT INTO event (code, kind, title, date_from) VALUES ('tl', 'TRIEN_LAM_TRUNG_BAY', 'Triển lãm', '2022');
