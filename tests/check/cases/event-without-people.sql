INSERT INTO event (code, kind, title, date_from, place) VALUES ('bch', 'HOI_NGHI_BCH', 'Hội nghị', '2022', 1);

-- near miss: activities of a year have no lists
INSERT INTO event (code, kind, title, date_from) VALUES ('tl', 'TRIEN_LAM_TRUNG_BAY', 'Triển lãm', '2022');
