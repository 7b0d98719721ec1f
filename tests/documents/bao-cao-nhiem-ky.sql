-- The texts of the records that the term-end report prints, in its order: what a reader of the records expects, written
-- without a look at the layout's own queries. The programme of the conference (CHUONG_TRINH) is no part of the report.
WITH RECURSIVE
  the_event AS (SELECT * FROM event WHERE kind = 'TONG_KET_NHIEM_KY'),
  place_of_kind (kind, place) AS (VALUES ('BAO_CAO', 20), ('BOI_CANH', 21), ('THUAN_LOI', 22), ('DANH_GIA', 23), ('KET_QUA', 30),
    ('THICH_UNG', 30), ('KHO_KHAN', 41), ('TON_TAI', 42), ('NGUYEN_NHAN', 43), ('THAO_LUAN', 51), ('PHUONG_HUONG', 60)),
  place_of_speech (kind, place) AS (VALUES ('CHAO_MUNG', 50), ('CHI_DAO', 80), ('TIEP_THU', 81)),
  statement (id, text, path) AS (
    SELECT item.id, item.text, printf ('%03d.%03d.%03d.%d.%03d',
        coalesce (place_of_speech.place, iif (item.kind = 'DANH_GIA' AND item.id IN (SELECT item FROM item_event), 100, place_of_kind.place), 99),
        coalesce (speech.seq, 0), coalesce (field.seq, 999), item.kind = 'THICH_UNG', item.seq)
      FROM item JOIN the_event ON the_event.id = item.event
        LEFT JOIN place_of_kind USING (kind)
        LEFT JOIN field ON field.id = item.field
        LEFT JOIN speech ON speech.id = item.speech
        LEFT JOIN place_of_speech ON place_of_speech.kind = speech.kind
      WHERE item.parent IS NULL AND item.kind <> 'CHUONG_TRINH'
    UNION ALL
    SELECT item.id, item.text, path || printf ('.%03d', item.seq) FROM item JOIN statement ON statement.id = item.parent),
  expected (path, text) AS (
    SELECT '001', title FROM the_event
    UNION ALL SELECT printf ('010.%03d', participation.seq), person.name FROM participation JOIN person ON person.id = participation.person
      WHERE participation.seq IS NOT NULL AND attendance = 'CO_MAT'
    UNION ALL SELECT path, text FROM statement WHERE text IS NOT NULL
    UNION ALL SELECT printf ('090.%03d', election_result.seq), person.name FROM election_result
      JOIN participation ON participation.id = election_result.participation JOIN person ON person.id = participation.person
    UNION ALL SELECT printf ('095.%03d', event.seq), event.title FROM event JOIN the_event ON event.parent_event = the_event.id
    UNION ALL SELECT '101', name FROM award_recipient
    UNION ALL SELECT printf ('11%d.%03d', kind = 'LUU', seq), text FROM document_recipient
    UNION ALL SELECT printf ('120.%03d', seq), caption FROM photo)
SELECT text FROM expected ORDER BY path COLLATE BINARY;
