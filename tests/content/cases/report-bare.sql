DELETE FROM item;
INSERT INTO event_org (event, org, role, seq) SELECT event.id, org.id, 'TO_CHUC', 1 FROM event, org WHERE event.kind = 'TONG_KET_NHIEM_KY' AND org.kind = 'THU_VIEN_TINH' LIMIT 1;
