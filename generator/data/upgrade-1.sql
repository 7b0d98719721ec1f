-- From schema version 1 to the present one. The tables of version 1 are called old_… meanwhile; upgrade.c renames them
-- before, makes the new ones, and drops the old ones afterwards. Codes of rows that are made here: those of version 1.
INSERT INTO place (id, code, kind, name, full_name, parent, note)
SELECT id, code, kind, name, full_name, parent, note FROM old_place;

INSERT INTO org (id, code, kind, name, short_name, place, note)
SELECT id, code, kind, name, short_name, place, note FROM old_org;

INSERT INTO org_name (id, org, text, kind, date_from, date_to, note)
SELECT id, org, text, kind, date_from, date_to, note FROM old_org_name;

INSERT INTO org_relation (id, org, other, kind, seq, date_from, date_to, inferred, note)
SELECT id, org, other, kind, seq, date_from, date_to, inferred, note FROM old_org_relation;

INSERT INTO person (id, code, name, sort_name, sex, note)
SELECT id, code, name, sort_name, sex, note FROM old_person;

INSERT INTO term (id, code, org, label, ordinal, year_from, year_to, date_from, date_to, previous, members, note)
SELECT id, code, org, label, ordinal, year_from, year_to, date_from, date_to, previous, members, note FROM old_term;

-- Periods were words; a word that is the label of one term alone is that term.
INSERT INTO period (code, kind, label, date_from, date_to, term)
SELECT word,
  CASE WHEN of_term IS NOT NULL THEN 'NHIEM_KY' WHEN word GLOB '[0-9][0-9][0-9][0-9]' THEN 'NAM' ELSE 'NHIEU_NAM' END,
  CASE WHEN of_term IS NOT NULL THEN 'nhiệm kỳ ' || word WHEN word GLOB '[0-9]*' THEN 'năm ' || word ELSE word END,
  CASE WHEN word GLOB '[0-9][0-9][0-9][0-9]' OR word GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]' THEN substr (word, 1, 4) END,
  CASE WHEN word GLOB '[0-9][0-9][0-9][0-9]' OR word GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]' THEN substr (word, -4) END,
  of_term
FROM (SELECT word, (SELECT min (id) FROM old_term WHERE label = word HAVING count (*) = 1) AS of_term
  FROM (SELECT period AS word FROM old_event UNION SELECT next_period FROM old_event UNION SELECT period FROM old_indicator_value
    UNION SELECT base_period FROM old_indicator_value UNION SELECT period FROM old_award)
  WHERE word IS NOT NULL)
ORDER BY word;

INSERT INTO event (id, code, kind, parent_event, seq, title, short_title, theme, ordinal, extended, date_from, date_to, when_text,
  session, place, venue, status, term, next_term, period, next_period, vote, note)
SELECT id, code, kind, parent_event, seq, title, short_title, theme, ordinal, extended, date_from, date_to, when_text,
  session, place, venue, status, term, next_term, (SELECT id FROM period WHERE code = old_event.period),
  (SELECT id FROM period WHERE code = next_period), vote, note
FROM old_event;

INSERT INTO source_item (code, event, name, headline, byline)
SELECT code, id, source, headline, byline FROM old_event WHERE coalesce (headline, byline, source) IS NOT NULL;

INSERT INTO event_org (id, event, org, role, seq, text, note)
SELECT id, event, org, role, seq, text, note FROM old_event_org;

INSERT INTO participation (id, code, event, person, seq, honorific, name_printed, level, delegation, attendance, note)
SELECT id, code, event, person, seq, honorific, name_printed, level, delegation, attendance, note FROM old_participation;

INSERT INTO position (id, participation, seq, title, org, term, acting, text, listed, note)
SELECT id, participation, seq, title, org, term, acting, text, listed, note FROM old_position;

INSERT INTO participation_role (id, participation, role, note)
SELECT id, participation, role, note FROM old_participation_role;

INSERT INTO attendance_group (id, event, seq, text, categories, org, qualifier, count_min, count_max, unit, org_count, org_unit, note)
SELECT id, event, seq, text, categories, org, qualifier, count_min, count_max, unit, org_count, org_unit, note FROM old_attendance_group;

INSERT INTO field (id, code, title, seq, note)
SELECT id, code, title, seq, note FROM old_field;

INSERT INTO speech (id, code, event, seq, kind, on_behalf_of, on_behalf_text, replies_to, note)
SELECT id, code, event, seq, kind, on_behalf_of, on_behalf_text, replies_to, note FROM old_speech;

INSERT INTO speech_speaker (id, speech, participation, seq, honorific, position_text, note)
SELECT id, speech, participation, seq, honorific, position_text, note FROM old_speech_speaker;

-- Papers read were statements; one without a text says nothing.
INSERT INTO talk (code, event, seq, title, org, note)
SELECT code, event, seq, text, org, note FROM old_item WHERE kind = 'THAM_LUAN' AND (text IS NOT NULL OR org IS NOT NULL);

INSERT INTO item (id, code, event, kind, seq, parent, field, term, speech, org, label, lead, text, open_ended, note)
SELECT id, code, event, kind, seq, (SELECT above.id FROM old_item AS above WHERE above.id = old_item.parent AND above.kind <> 'THAM_LUAN'),
  field, term, speech, org, label, lead, text, open_ended, note
FROM old_item WHERE kind <> 'THAM_LUAN';

INSERT INTO item_event (item, event)
SELECT id, about_event FROM old_item WHERE about_event IS NOT NULL AND kind <> 'THAM_LUAN';

INSERT INTO item_addressee (item, seq, text)
SELECT id, 1, addressee FROM old_item WHERE addressee IS NOT NULL AND kind <> 'THAM_LUAN';

INSERT INTO indicator (id, code, name, unit, field, seq, kind, note)
SELECT id, code, name, unit, field, seq, CASE aggregation WHEN 'TONG' THEN 'PHAT_SINH' ELSE 'TY_LE' END, note FROM old_indicator;

INSERT INTO indicator_target (indicator, org, period, value_min)
SELECT v.indicator, v.org, p.id, min (v.target) FROM old_indicator_value AS v JOIN period AS p ON p.code = v.period
WHERE v.target IS NOT NULL GROUP BY v.indicator, v.org, p.id;

INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, qualifier, value_min, value_max, unit, base_period,
  value_text, item, note)
SELECT v.id, v.indicator, v.org, p.id, v.comparison, v.measure, v.qualifier, v.value_min, v.value_max, v.unit,
  (SELECT id FROM period WHERE code = v.base_period), v.value_text,
  (SELECT item.id FROM item WHERE item.id = v.item), v.note
FROM old_indicator_value AS v JOIN period AS p ON p.code = v.period;

INSERT INTO election (id, code, event, seq, body, term, size, method, note)
SELECT id, code, event, seq, body, term, size, method, note FROM old_election;

INSERT INTO election_result (id, election, seq, participation, org, office, position_text, votes, note)
SELECT id, election, seq, participation, org, office, position_text, votes, note FROM old_election_result;

INSERT INTO competition (code, event, seq, discipline)
SELECT min (code), event, row_number () OVER (PARTITION BY event ORDER BY min (seq), discipline), discipline
FROM old_award WHERE discipline IS NOT NULL GROUP BY event, discipline;

INSERT INTO award (id, code, event, seq, kind, level, title, place_no, competition, issuer, basis, period, qualifier, count_min,
  count_max, unit, note)
SELECT id, code, event, seq, kind, level, title, place_no,
  (SELECT c.id FROM competition AS c WHERE c.event = a.event AND c.discipline = a.discipline), issuer, basis,
  (SELECT id FROM period WHERE code = a.period), qualifier, count_min, count_max, unit, note
FROM old_award AS a;

INSERT INTO award_recipient (id, award, seq, person, org, name, citation, note)
SELECT id, award, seq, person, org, name, citation, note FROM old_award_recipient;

INSERT INTO gift (id, event, seq, kind, donor_person, donor_org, donor, recipient_org, recipient, text, qualifier, count_min,
  count_max, unit, note)
SELECT id, event, seq, kind, donor_person, donor_org, donor, recipient_org, recipient, text, qualifier, count_min, count_max, unit, note
FROM old_gift;

INSERT INTO photo (id, code, event, seq, about_event, file, caption, alt, note)
SELECT id, code, event, seq, about_event, file, caption, alt, note FROM old_photo;

INSERT INTO credit (code, photo, seq, role, name)
SELECT code, id, 1, 'ANH', credit FROM old_photo WHERE credit IS NOT NULL;

INSERT INTO document (id, code, kind, event, term, org, parent_org, number, symbol, place, date, title, status, supersedes, note)
SELECT id, code, kind, event, term, org, parent_org, number, symbol, place, date, title, status, supersedes, note FROM old_document;

INSERT INTO document_signer (document, seq, authority, office, person)
SELECT id, 1, authority, signer_office, signer FROM old_document
WHERE authority IS NOT NULL OR signer_office IS NOT NULL OR signer IS NOT NULL;

INSERT INTO document_recipient (id, document, kind, seq, text, org, note)
SELECT id, document, kind, seq, text, org, note FROM old_document_recipient;

INSERT INTO document_section (id, document, code, seq, title, text, note)
SELECT id, document, code, seq, title, text, note FROM old_document_section;

INSERT INTO sic (id, event, table_name, row_code, column_name, printed, corrected, certain, line, note)
SELECT id, event, table_name, row_code, column_name, printed, corrected, certain, line, note FROM old_sic;
