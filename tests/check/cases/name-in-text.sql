INSERT INTO item (code, event, kind, seq, text) VALUES ('i-1', 1, 'GHI_NHAN', 1, 'Ông Bùi Văn Phưong phát biểu');

-- near miss: where the tone mark stands is of no account, nor are capitals; another name; a spelling that is recorded
INSERT INTO person_name (person, text, kind) VALUES (1, 'Bùi Văn Phươngg', 'BUT_DANH');
INSERT INTO item (code, event, kind, seq, text) VALUES ('i-2', 1, 'GHI_NHAN', 2, 'Bà Trịnh Thị Thuỷ và ông BÙI VĂN PHƯƠNG'),
  ('i-3', 1, 'GHI_NHAN', 3, 'Ông Bùi Văn Thưởng, Bùi Văn Phươngg');
