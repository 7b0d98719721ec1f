-- All words of the tables of content, for facts/*.txt: what is stored in parts is put together as the sources say it.

-- people and organisations
SELECT name FROM person;
SELECT text FROM person_name;
SELECT name FROM org;
SELECT short_name FROM org WHERE short_name IS NOT NULL;
SELECT text FROM org_name;
SELECT name || ' ' || full_name FROM place WHERE full_name IS NOT NULL;
SELECT 'nhiệm kỳ ' || label FROM term;
SELECT vn_count (members) || ' thư viện thành viên' FROM term WHERE members IS NOT NULL;
SELECT label FROM period;

-- sources
SELECT name FROM source;
SELECT url FROM source WHERE url IS NOT NULL;
SELECT publisher FROM source WHERE publisher IS NOT NULL;
SELECT responsible FROM source WHERE responsible IS NOT NULL;
SELECT address FROM source WHERE address IS NOT NULL;
SELECT phone FROM source WHERE phone IS NOT NULL;
SELECT email FROM source WHERE email IS NOT NULL;
SELECT citation_rule FROM source WHERE citation_rule IS NOT NULL;
SELECT name FROM source_item WHERE name IS NOT NULL;
SELECT headline FROM source_item WHERE headline IS NOT NULL;
SELECT category FROM source_item WHERE category IS NOT NULL;
SELECT short_date (date) || ' ' || short_date (date_updated) || ' ' || views || ' Lượt xem' FROM source_item
  WHERE views IS NOT NULL;
SELECT byline FROM source_item WHERE byline IS NOT NULL;
SELECT coalesce (CASE role WHEN 'TIN' THEN 'Tin: ' WHEN 'BAI' THEN 'Bài: ' WHEN 'ANH' THEN 'Ảnh: ' WHEN 'TIN_ANH' THEN 'Tin, ảnh: '
    WHEN 'TIN_VA_BAI' THEN 'Tin và bài: ' END, '') || name FROM credit;

-- the event
SELECT title FROM event;
SELECT short_title FROM event WHERE short_title IS NOT NULL;
SELECT title || ' với chủ đề “' || theme || '”' FROM event WHERE theme IS NOT NULL;
SELECT vn_count (count) || ' ' || title FROM event WHERE count IS NOT NULL;
SELECT event.title || ' tại ' || full_name FROM event JOIN place ON place.id = event.place;
SELECT 'tại ' || place.name FROM event JOIN place ON place.id = event.place;
SELECT coalesce (word (session) || ' ', '') || date_phrase (date_from, date_to) FROM event WHERE date_from IS NOT NULL;
SELECT 'dự kiến ' || date_phrase (date_from, date_to) FROM event WHERE status = 'DU_KIEN';
SELECT when_text FROM event WHERE when_text IS NOT NULL;
SELECT text FROM event_occasion;
SELECT coalesce (text, org.name) || CASE role WHEN 'TO_CHUC' THEN ' tổ chức ' || event.title ELSE '' END
  FROM event_org JOIN org ON org.id = org JOIN event ON event.id = event;
SELECT 'Được sự nhất trí của ' || coalesce (text, org.name) FROM event_org JOIN org ON org.id = org WHERE role = 'NHAT_TRI';
SELECT 'Hội nghị đã ' || word (vote) || ' về phương hướng' FROM event WHERE vote IS NOT NULL;
SELECT 'Hội nghị đã ' || word (vote) || ' phương hướng' FROM event WHERE vote IS NOT NULL;

-- who was there
SELECT text FROM attendance_group;
SELECT date_phrase (e.date_from, e.date_to) || ' ' || e.title || ' ' || g.text FROM event AS e
  JOIN attendance_group AS g ON g.event = e.id WHERE e.date_from IS NOT NULL;
SELECT text FROM position;
SELECT word (a.honorific) || ' ' || coalesce (a.name_printed, p.name) || ' - ' || join_vn (o.text, o.seq, ', ')
  FROM position AS o JOIN participation AS a ON a.id = o.participation JOIN person AS p ON p.id = a.person
  WHERE a.honorific IS NOT NULL GROUP BY a.id;
SELECT text FROM mention;

-- what was said
SELECT title FROM report;
SELECT p.name || ' ' || CASE r.form WHEN 'TOM_TAT' THEN 'tóm tắt ' ELSE '' END || r.title FROM report AS r
  JOIN participation AS a ON a.id = r.presenter JOIN person AS p ON p.id = a.person;
SELECT coalesce (label || ' ', '') || text FROM item WHERE text IS NOT NULL;
SELECT text || ' ' || lead FROM item WHERE text IS NOT NULL AND lead IS NOT NULL;
SELECT coalesce (label || ' ', '') || text || ', ' || lead FROM item WHERE text IS NOT NULL AND lead IS NOT NULL;
SELECT lead FROM item WHERE lead IS NOT NULL;
SELECT note FROM item WHERE text IS NULL AND note IS NOT NULL;
SELECT CASE i.kind WHEN 'DE_NGHI' THEN 'đề nghị ' || a.text || ' cần ' WHEN 'YEU_CAU' THEN 'yêu cầu ' || a.text || ' '
    ELSE a.text || ': ' END || i.text FROM item_addressee AS a JOIN item AS i ON i.id = a.item WHERE i.text IS NOT NULL;
SELECT name FROM service_point;
SELECT 'Thay mặt ' || on_behalf_text FROM speech WHERE on_behalf_text IS NOT NULL;
SELECT p.name || ' - ' || s.position_text FROM speech_speaker AS s JOIN participation AS a ON a.id = s.participation
  JOIN person AS p ON p.id = a.person WHERE s.position_text IS NOT NULL;
SELECT s.position_text || ' ' || coalesce (a.name_printed, p.name) FROM speech_speaker AS s
  JOIN participation AS a ON a.id = s.participation JOIN person AS p ON p.id = a.person WHERE s.position_text IS NOT NULL;
SELECT title FROM talk WHERE title IS NOT NULL;
SELECT org.name FROM talk JOIN org ON org.id = org;
SELECT 'nhằm ' || i.text FROM item AS i WHERE kind = 'KIEN_NGHI' AND text IS NOT NULL;
SELECT title FROM refdoc;
SELECT 'tập san ' || title FROM bulletin;

-- numbers
SELECT i.name || ' ' || v.value_text FROM indicator_value AS v JOIN indicator AS i ON i.id = v.indicator
  WHERE v.value_text IS NOT NULL;
SELECT i.name || ' ' || CASE v.measure WHEN 'MUC_TANG_PHAN_TRAM' THEN 'tăng ' ELSE '' END
    || quantity (v.qualifier, v.value_min, v.value_max, coalesce (v.unit, i.unit))
    || CASE v.comparison WHEN 'SO_VOI_KE_HOACH' THEN ' so với kế hoạch' WHEN 'SO_VOI_CUNG_KY' THEN ' so với cùng kỳ' ELSE '' END
  FROM indicator_value AS v JOIN indicator AS i ON i.id = v.indicator WHERE v.value_min IS NOT NULL;

-- offices, awards, gifts
SELECT word (a.honorific) || ' ' || p.name || ' - ' || r.position_text || ' được bầu làm ' || r.office FROM election_result AS r
  JOIN participation AS a ON a.id = r.participation JOIN person AS p ON p.id = a.person WHERE r.position_text IS NOT NULL;
SELECT o.name || ' nhiệm kỳ ' || t.label || ' gồm ' || e.size || ' thành viên' FROM election AS e
  JOIN org AS o ON o.id = e.body JOIN term AS t ON t.id = e.term WHERE e.size IS NOT NULL;
SELECT 'chuyển giao ' || join_vn (i.office || ' (' || org.name || ')', i.seq, ', ') || ' nhiệm kỳ ' || t.label
  FROM handover_item AS i JOIN org ON org.id = i.to_org JOIN handover AS h ON h.id = i.handover
  JOIN term AS t ON t.id = h.to_term GROUP BY h.id;
SELECT r.name || ' (đạt ' || a.title || ')' FROM award AS a JOIN award_recipient AS r ON r.award = a.id;
SELECT quantity (qualifier, count_min, count_max, unit) || ' “' || title || '” của ' || vn_count (org_count) || ' ' || org_unit
  FROM award WHERE count_min IS NOT NULL;
SELECT coalesce (g.name_printed, p.name) || ' trao ' || a.title || ' cho '
    || CASE a.scope WHEN 'CA_HAI' THEN 'các tập thể và cá nhân ' WHEN 'CA_NHAN' THEN 'các cá nhân ' ELSE '' END || a.basis
  FROM award AS a JOIN participation AS g ON g.id = a.giver JOIN person AS p ON p.id = g.person WHERE a.basis IS NOT NULL;
SELECT coalesce (p.name, o.name, g.donor) || ' tặng ' || coalesce (quantity (g.qualifier, g.count_min, g.count_max, g.unit) || ' ', '')
    || g.text || ' cho ' || coalesce (g.recipient, r.name, '')
  FROM gift AS g LEFT JOIN person AS p ON p.id = g.donor_person LEFT JOIN org AS o ON o.id = g.donor_org
  LEFT JOIN org AS r ON r.id = g.recipient_org;

-- photographs
SELECT caption FROM photo WHERE caption IS NOT NULL;
SELECT stem FROM photo WHERE stem IS NOT NULL;

-- misprints
SELECT printed || ' / ' || coalesce (corrected, printed) FROM sic;
