-- From schema version 3 to the present one, as upgrade-1.sql: bulletins had a name, issues a licence and an imprint in words,
-- articles no charts and no jumps; all else is as it was.

INSERT INTO place (id, code, kind, name, full_name, parent, date_from, date_to, successor, note)
SELECT id, code, kind, name, full_name, parent, date_from, date_to, successor, note FROM old_place;

INSERT INTO place_name (id, place, text, full_text, date_from, date_to, note)
SELECT id, place, text, full_text, date_from, date_to, note FROM old_place_name;

INSERT INTO org (id, code, kind, name, short_name, place, generic, date_from, date_to, note)
SELECT id, code, kind, name, short_name, place, generic, date_from, date_to, note FROM old_org;

INSERT INTO org_name (id, org, text, kind, date_from, date_to, note)
SELECT id, org, text, kind, date_from, date_to, note FROM old_org_name;

INSERT INTO org_relation (id, org, other, kind, seq, date_from, date_to, inferred, note)
SELECT id, org, other, kind, seq, date_from, date_to, inferred, note FROM old_org_relation;

INSERT INTO person (id, code, name, sort_name, sex, note)
SELECT id, code, name, sort_name, sex, note FROM old_person;

INSERT INTO person_name (id, person, text, kind, note)
SELECT id, person, text, kind, note FROM old_person_name;

INSERT INTO term (id, code, org, label, ordinal, year_from, year_to, date_from, date_to, previous, members, note)
SELECT id, code, org, label, ordinal, year_from, year_to, date_from, date_to, previous, members, note FROM old_term;

INSERT INTO period (id, code, kind, label, date_from, date_to, term, note)
SELECT id, code, kind, label, date_from, date_to, term, note FROM old_period;

INSERT INTO office (id, code, title, seq, note)
SELECT id, code, title, seq, note FROM old_office;

INSERT INTO source (id, code, name, url, publisher, responsible, responsible_person, address, phone, email, citation_rule, note)
SELECT id, code, name, url, publisher, responsible, responsible_person, address, phone, email, citation_rule, note FROM old_source;

INSERT INTO event (id, code, kind, parent_event, seq, title, short_title, theme, ordinal, extended, count, date_from, date_to, when_text,
  session, place, venue, venue_org, status, term, next_term, period, next_period, vote, votes_for, votes_against, votes_abstain, note)
SELECT id, code, kind, parent_event, seq, title, short_title, theme, ordinal, extended, count, date_from, date_to, when_text, session,
  place, venue, venue_org, status, term, next_term, period, next_period, vote, votes_for, votes_against, votes_abstain, note FROM
  old_event;

INSERT INTO source_item (id, code, event, source, name, headline, category, date, date_updated, views, byline, note)
SELECT id, code, event, source, name, headline, category, date, date_updated, views, byline, note FROM old_source_item;

INSERT INTO event_occasion (id, event, seq, text, years, note)
SELECT id, event, seq, text, years, note FROM old_event_occasion;

INSERT INTO event_org (id, event, org, role, seq, text, inferred, note)
SELECT id, event, org, role, seq, text, inferred, note FROM old_event_org;

INSERT INTO participation (id, code, event, person, seq, honorific, name_printed, level, delegation, attendance, note)
SELECT id, code, event, person, seq, honorific, name_printed, level, delegation, attendance, note FROM old_participation;

INSERT INTO position (id, participation, seq, title, org, term, acting, text, listed, note)
SELECT id, participation, seq, title, org, term, acting, text, listed, note FROM old_position;

INSERT INTO participation_role (id, participation, role, note)
SELECT id, participation, role, note FROM old_participation_role;

INSERT INTO attendance_group (id, event, seq, text, categories, org, qualifier, count_min, count_max, unit, org_count, org_unit, note)
SELECT id, event, seq, text, categories, org, qualifier, count_min, count_max, unit, org_count, org_unit, note FROM old_attendance_group;

INSERT INTO report (id, code, event, seq, title, form, presenter, term, period, next_period, vote, note)
SELECT id, code, event, seq, title, form, presenter, term, period, next_period, vote, note FROM old_report;

INSERT INTO field (id, code, title, seq, note)
SELECT id, code, title, seq, note FROM old_field;

INSERT INTO speech (id, code, event, seq, kind, on_behalf_of, on_behalf_text, replies_to, note)
SELECT id, code, event, seq, kind, on_behalf_of, on_behalf_text, replies_to, note FROM old_speech;

INSERT INTO speech_speaker (id, speech, participation, seq, honorific, position_text, note)
SELECT id, speech, participation, seq, honorific, position_text, note FROM old_speech_speaker;

INSERT INTO talk (id, code, event, seq, title, org, note)
SELECT id, code, event, seq, title, org, note FROM old_talk;

INSERT INTO talk_author (id, talk, person, seq, note)
SELECT id, talk, person, seq, note FROM old_talk_author;

INSERT INTO item (id, code, event, kind, seq, parent, field, term, period, speech, talk, org, label, lead, text, open_ended, note)
SELECT id, code, event, kind, seq, parent, field, term, period, speech, talk, org, label, lead, text, open_ended, note FROM old_item;

INSERT INTO item_event (id, item, event, note)
SELECT id, item, event, note FROM old_item_event;

INSERT INTO item_addressee (id, item, seq, text, org, note)
SELECT id, item, seq, text, org, note FROM old_item_addressee;

INSERT INTO service_point (id, item, seq, kind, name, note)
SELECT id, item, seq, kind, name, note FROM old_service_point;

INSERT INTO mention (id, event, person, item, text, note)
SELECT id, event, person, item, text, note FROM old_mention;

INSERT INTO refdoc (id, code, kind, title, number, date, issuer, suspect, note)
SELECT id, code, kind, title, number, date, issuer, suspect, note FROM old_refdoc;

INSERT INTO citation (id, refdoc, item, note)
SELECT id, refdoc, item, note FROM old_citation;

INSERT INTO indicator (id, code, name, unit, field, seq, kind, numerator, denominator, factor, parent, note)
SELECT id, code, name, unit, field, seq, kind, numerator, denominator, factor, parent, note FROM old_indicator;

INSERT INTO indicator_target (id, indicator, org, period, qualifier, value_min, value_max, unit, note)
SELECT id, indicator, org, period, qualifier, value_min, value_max, unit, note FROM old_indicator_target;

INSERT INTO indicator_value (id, indicator, org, period, comparison, measure, qualifier, value_min, value_max, unit, base_period,
  value_text, item, note)
SELECT id, indicator, org, period, comparison, measure, qualifier, value_min, value_max, unit, base_period, value_text, item, note FROM
  old_indicator_value;

INSERT INTO election (id, code, event, seq, body, term, size, method, note)
SELECT id, code, event, seq, body, term, size, method, note FROM old_election;

INSERT INTO election_result (id, election, seq, participation, org, office, position_text, votes, note)
SELECT id, election, seq, participation, org, office, position_text, votes, note FROM old_election_result;

INSERT INTO handover (id, code, event, date, from_term, to_term, note)
SELECT id, code, event, date, from_term, to_term, note FROM old_handover;

INSERT INTO handover_item (id, handover, seq, office, from_person, from_org, to_person, to_org, note)
SELECT id, handover, seq, office, from_person, from_org, to_person, to_org, note FROM old_handover_item;

INSERT INTO tenure (id, code, office, org, term, person, holder_org, acting, date_from, date_to, how, event, note)
SELECT id, code, office, org, term, person, holder_org, acting, date_from, date_to, how, event, note FROM old_tenure;

INSERT INTO competition (id, code, event, seq, discipline, note)
SELECT id, code, event, seq, discipline, note FROM old_competition;

INSERT INTO photo (id, code, event, seq, about_event, file, stem, width, height, date, caption, caption_group, alt, note)
SELECT id, code, event, seq, about_event, file, stem, width, height, date, caption, caption_group, alt, note FROM old_photo;

INSERT INTO photo_person (id, photo, person, note)
SELECT id, photo, person, note FROM old_photo_person;

INSERT INTO photo_org (id, photo, org, note)
SELECT id, photo, org, note FROM old_photo_org;

INSERT INTO award (id, code, event, seq, kind, level, title, place_no, competition, issuer, issuer_text, giver, scope, basis, period,
  qualifier, count_min, count_max, unit, org_count, org_unit, photo, note)
SELECT id, code, event, seq, kind, level, title, place_no, competition, issuer, issuer_text, giver, scope, basis, period, qualifier,
  count_min, count_max, unit, org_count, org_unit, photo, note FROM old_award;

INSERT INTO award_recipient (id, award, seq, person, org, name, citation, note)
SELECT id, award, seq, person, org, name, citation, note FROM old_award_recipient;

INSERT INTO gift (id, event, seq, kind, donor_person, donor_org, donor, recipient_org, recipient, text, qualifier, count_min, count_max,
  unit, photo, note)
SELECT id, event, seq, kind, donor_person, donor_org, donor, recipient_org, recipient, text, qualifier, count_min, count_max, unit, photo,
  note FROM old_gift;

INSERT INTO document (id, code, kind, layout, event, term, period, org, parent_org, number, symbol, place, date, title, secrecy,
  urgency, status, supersedes, note)
SELECT id, code, kind, layout, event, term, period, org, parent_org, number, symbol, place, date, title, secrecy, urgency,
  status, supersedes, note FROM old_document;

INSERT INTO document_signer (id, document, seq, authority, office, person, own_office, note)
SELECT id, document, seq, authority, office, person, own_office, note FROM old_document_signer;

INSERT INTO document_recipient (id, document, kind, seq, text, org, note)
SELECT id, document, kind, seq, text, org, note FROM old_document_recipient;

INSERT INTO document_section (id, document, code, seq, title, text, note)
SELECT id, document, code, seq, title, text, note FROM old_document_section;

INSERT INTO bulletin (id, code, org, title, note)
SELECT id, code, org, title, note FROM old_bulletin;

INSERT INTO bulletin_issue (id, code, bulletin, number, year, date, cover_photo, licence, imprint, note)
SELECT id, code, bulletin, number, year, date, cover_photo, licence, imprint, note FROM old_bulletin_issue;

INSERT INTO rubric (id, code, bulletin, seq, title, note)
SELECT id, code, bulletin, seq, title, note FROM old_rubric;

INSERT INTO article (id, code, issue, rubric, seq, title, lead, event, source_item, note)
SELECT id, code, issue, rubric, seq, title, lead, event, source_item, note FROM old_article;

INSERT INTO article_block (id, article, seq, kind, text, photo, note)
SELECT id, article, seq, kind, text, photo, note FROM old_article_block;

INSERT INTO credit (id, code, source_item, article, photo, photos_of, seq, role, name, person, note)
SELECT id, code, source_item, article, photo, photos_of, seq, role, name, person, note FROM old_credit;

INSERT INTO sic (id, event, table_name, row_code, column_name, printed, corrected, certain, times, line, note)
SELECT id, event, table_name, row_code, column_name, printed, corrected, certain, times, line, note FROM old_sic;
