-- The records of a library federation, schema version 1. Embedded in the
-- program; `tongket new` runs it. How to read and to fill it:
--
--  * NULL means "not printed in the source". It is not 0 and not "none".
--  * One row is one fact; a sentence is a row, never a column of a section.
--  * Every table that others refer to has a code: short, typed by people, used
--    in CSV files wherever this file says REFERENCES. The other tables are keyed
--    by their UNIQUE columns; importing a row with the same key again changes
--    that row, and never makes a second one.
--  * Columns named date or date_… hold 2022-08-19, or 2022-08 or 2022 where no
--    more is known: the length is the precision.
--  * Columns named file hold paths relative to the folder of the database.
--  * Texts are NFC, corrected; what the source misprinted stands in sic.
--  * seq is the order of printing, from 1; order is data, not sorting.
--  * note, in every table: a remark for the keepers of the records, never printed.
PRAGMA application_id = 1416316002;
PRAGMA user_version = 1;
PRAGMA foreign_keys = ON;

-- A place: a province, city, site.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- ninh-binh
  kind TEXT CHECK (kind IN ('TINH', 'THANH_PHO', 'HUYEN', 'XA', 'DIA_DIEM', 'DI_TICH')),
  name TEXT NOT NULL,             -- as in a date line: Ninh Bình
  full_name TEXT,                 -- as in a sentence: tỉnh Ninh Bình
  parent INTEGER REFERENCES place (id), -- the place that it lies in
  note TEXT
) STRICT;

-- An organisation or a body of one.
CREATE TABLE org (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- lhtv-dbsh
  kind TEXT NOT NULL CHECK (kind IN ('BO', 'VU', 'CUC', 'SO', 'HOI', 'LIEN_HIEP', 'LIEN_CHI_HOI', 'CHI_HOI',
    'THU_VIEN_QUOC_GIA', 'THU_VIEN_TINH', 'THU_VIEN_CHUYEN_NGANH', 'VIEN', 'TRUONG_DAI_HOC', 'TRUNG_TAM',
    'TRAI_GIAM', 'DOANH_NGHIEP', 'NHA_XUAT_BAN', 'TO_CHUC_DANG', 'CO_QUAN_NOI_BO', 'KHAC')),
  name TEXT NOT NULL,             -- the name to print: Liên hiệp Thư viện Đồng bằng sông Hồng
  short_name TEXT,                -- the short form to print: LHTV Đồng bằng sông Hồng
  place INTEGER REFERENCES place (id), -- its province
  note TEXT
) STRICT;

-- Names of an organisation over time, and the forms in which sources print it.
CREATE TABLE org_name (
  id INTEGER PRIMARY KEY,
  org INTEGER NOT NULL REFERENCES org (id),
  text TEXT NOT NULL,             -- the name
  kind TEXT NOT NULL CHECK (kind IN ('CHINH_THUC', 'VIET_TAT', 'BIEN_THE', 'IN_SAI')),
  date_from TEXT CHECK (date_from IS date (date_from, '+0 days') OR date_from IS substr (date (date_from || '-01'), 1, 7)
    OR date_from IS substr (date (date_from || '-01-01'), 1, 4)), -- first day of the name
  date_to TEXT CHECK (date_to IS date (date_to, '+0 days') OR date_to IS substr (date (date_to || '-01'), 1, 7)
    OR date_to IS substr (date (date_to || '-01-01'), 1, 4)), -- its last day
  note TEXT,
  UNIQUE (org, text)
) STRICT;

-- How organisations belong together: a graph, not a tree.
CREATE TABLE org_relation (
  id INTEGER PRIMARY KEY,
  org INTEGER NOT NULL REFERENCES org (id),   -- the smaller one: the member, the part
  other INTEGER NOT NULL REFERENCES org (id), -- the larger one: the federation, the ministry
  kind TEXT NOT NULL CHECK (kind IN ('TRUC_THUOC', 'THANH_VIEN', 'CHI_DAO_NGHIEP_VU', 'CO_QUAN_CUA',
    'CHI_NHANH_CUA', 'KE_THUA')),
  seq INTEGER CHECK (seq > 0),    -- order among the members, where one is set
  date_from TEXT CHECK (date_from IS date (date_from, '+0 days') OR date_from IS substr (date (date_from || '-01'), 1, 7)
    OR date_from IS substr (date (date_from || '-01-01'), 1, 4)), -- since when
  date_to TEXT CHECK (date_to IS date (date_to, '+0 days') OR date_to IS substr (date (date_to || '-01'), 1, 7)
    OR date_to IS substr (date (date_to || '-01-01'), 1, 4)), -- until when
  inferred INTEGER CHECK (inferred IN (0, 1)), -- 1: concluded by the keeper, not printed
  note TEXT,
  UNIQUE (org, other, kind)
) STRICT;

-- A person. What somebody was at an event stands in position, not here.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- bui-van-phuong
  name TEXT NOT NULL,             -- Bùi Văn Phương
  sort_name TEXT,                 -- where the last syllable is not the given name: the name to sort by
  sex TEXT CHECK (sex IN ('NAM', 'NU')), -- never guessed from a name
  note TEXT
) STRICT;

-- A term of office. Bounds are stored as printed, never computed.
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- dbsh-2020-2022
  org INTEGER NOT NULL REFERENCES org (id), -- whose term
  label TEXT NOT NULL,            -- 2020-2022, khóa II
  ordinal TEXT,                   -- II
  year_from INTEGER,              -- first year
  year_to INTEGER,                -- last year
  date_from TEXT CHECK (date_from IS date (date_from, '+0 days')), -- first day, where known
  date_to TEXT CHECK (date_to IS date (date_to, '+0 days')), -- last day, where known
  previous INTEGER REFERENCES term (id), -- the term before
  members INTEGER CHECK (members >= 0), -- member libraries as printed; never a count of rows
  note TEXT
) STRICT;

-- A conference, or something held beside it.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- dbsh-tk-2022
  kind TEXT NOT NULL CHECK (kind IN ('TONG_KET_NHIEM_KY', 'SO_KET_GIUA_NHIEM_KY', 'TONG_KET_NAM', 'HOI_NGHI_BCH',
    'DAI_HOI', 'HOI_THAO', 'HOI_NGHI_HOI_THAO', 'TAP_HUAN', 'TRIEN_LAM_TRUNG_BAY', 'NGAY_HOI_SACH',
    'PHUC_VU_LUU_DONG', 'GIAO_LUU_THE_THAO', 'GIAO_LUU_VAN_NGHE', 'DANG_HUONG', 'TANG_SACH', 'THAM_QUAN', 'KHAC')),
  parent_event INTEGER REFERENCES event (id), -- the conference that a side event belongs to
  seq INTEGER CHECK (seq > 0),    -- order among the side events
  title TEXT NOT NULL,            -- Hội nghị Tổng kết công tác nhiệm kỳ 2020-2022 …
  short_title TEXT,               -- Hội nghị Tổng kết nhiệm kỳ
  theme TEXT,                     -- theme of a workshop
  ordinal INTEGER CHECK (ordinal > 0), -- lần thứ …
  extended INTEGER CHECK (extended IN (0, 1)), -- 1: mở rộng
  date_from TEXT CHECK (date_from IS date (date_from, '+0 days') OR date_from IS substr (date (date_from || '-01'), 1, 7)
    OR date_from IS substr (date (date_from || '-01-01'), 1, 4)), -- first day
  date_to TEXT CHECK (date_to IS date (date_to, '+0 days') OR date_to IS substr (date (date_to || '-01'), 1, 7)
    OR date_to IS substr (date (date_to || '-01-01'), 1, 4)), -- last day; NULL: a single day
  when_text TEXT,                 -- a time that is no date: trước đó, sau Hội nghị
  session TEXT CHECK (session IN ('SANG', 'CHIEU', 'TOI', 'CA_NGAY')), -- part of the day
  place INTEGER REFERENCES place (id), -- where
  venue TEXT,                     -- the building, the hall
  status TEXT CHECK (status IN ('DU_KIEN', 'DA_DIEN_RA', 'HOAN', 'HUY')), -- planned, held, postponed, cancelled
  term INTEGER REFERENCES term (id), -- the term under review
  next_term INTEGER REFERENCES term (id), -- the term that is planned
  period TEXT,                    -- the period under review, where it is no term: 2022
  next_period TEXT,               -- the period that is planned, where it is no term
  vote TEXT CHECK (vote IN ('NHAT_TRI', 'THONG_NHAT', 'THONG_NHAT_CAO', 'THONG_QUA', 'BIEU_QUYET')), -- how the directions were adopted
  headline TEXT,                  -- headline of the news item about it
  byline TEXT,                    -- credits of the news item, as printed
  source TEXT,                    -- where the facts were taken from: file, site, paper
  note TEXT
) STRICT;

-- What an organisation was at an event.
CREATE TABLE event_org (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id),
  org INTEGER NOT NULL REFERENCES org (id),
  role TEXT NOT NULL CHECK (role IN ('TO_CHUC', 'DONG_TO_CHUC', 'DANG_CAI', 'CHI_DAO', 'NHAT_TRI', 'DIA_DIEM',
    'TAI_TRO', 'DON_VI_NHAN', 'NOI_THAM_QUAN', 'KHACH_MOI')),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order among those of the same role
  text TEXT,                      -- the name as it is to be printed here, where it is not org.name
  note TEXT,
  UNIQUE (event, org, role)
) STRICT;

-- A person at an event.
CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- tk22-bui-van-phuong
  event INTEGER NOT NULL REFERENCES event (id),
  person INTEGER NOT NULL REFERENCES person (id),
  seq INTEGER CHECK (seq > 0),    -- rank in the list of delegates; NULL: not in it
  honorific TEXT CHECK (honorific IN ('ONG', 'BA', 'DONG_CHI')), -- as printed; prints as Ông, Bà, Đồng chí
  name_printed TEXT,              -- the name as printed here, where it is not person.name
  level TEXT CHECK (level IN ('TW', 'DIA_PHUONG', 'BO', 'DON_VI')), -- delegation level
  delegation INTEGER REFERENCES org (id), -- the delegation
  attendance TEXT NOT NULL CHECK (attendance IN ('CO_MAT', 'KHONG_NEU')), -- KHONG_NEU: has a role, is in no list of those present
  note TEXT,
  UNIQUE (event, person)
) STRICT;

-- A position of a person as printed at that event: a snapshot.
CREATE TABLE position (
  id INTEGER PRIMARY KEY,
  participation INTEGER NOT NULL REFERENCES participation (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of the positions of one person
  title TEXT NOT NULL,            -- Phó Giám đốc
  org INTEGER REFERENCES org (id), -- of which organisation
  term INTEGER REFERENCES term (id), -- in which term
  acting TEXT CHECK (acting IN ('QUYEN', 'PHU_TRACH')), -- acting, in charge
  text TEXT NOT NULL,             -- title and organisation in one: Phó Giám đốc Thư viện Quốc gia Việt Nam
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)), -- 1: printed in the list of delegates; 0: printed elsewhere
  note TEXT,
  UNIQUE (participation, seq)
) STRICT;

-- What a person did at an event.
CREATE TABLE participation_role (
  id INTEGER PRIMARY KEY,
  participation INTEGER NOT NULL REFERENCES participation (id),
  role TEXT NOT NULL CHECK (role IN ('DAI_BIEU', 'CHU_TRI', 'PHAT_BIEU_CHAO_MUNG', 'TRINH_BAY_BAO_CAO',
    'TRINH_BAY_THAM_LUAN', 'PHAT_BIEU_CHI_DAO', 'PHAT_BIEU_TIEP_THU', 'THAO_LUAN', 'TRAO_THUONG', 'TANG_HOA',
    'TANG_SACH', 'DUOC_BAU', 'BAN_GIAO', 'NHAN_BAN_GIAO', 'CHUP_ANH_LUU_NIEM')),
  note TEXT,
  UNIQUE (participation, role)
) STRICT;

-- Those at an event who are not named: a number, a group. A quantity is read by
-- quantity(qualifier, count_min, count_max, unit).
CREATE TABLE attendance_group (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  text TEXT NOT NULL,             -- the group in words, whole, without a full stop
  categories TEXT,                -- who is in it: Giám đốc, Phó Giám đốc và cán bộ
  org INTEGER REFERENCES org (id), -- from which organisation
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')),
  count_min INTEGER CHECK (count_min >= 0), -- the number, or the lower one
  count_max INTEGER CHECK (count_max >= 0), -- the upper one of TU_DEN
  unit TEXT,                      -- đại biểu
  org_count INTEGER CHECK (org_count >= 0), -- from so many organisations
  org_unit TEXT,                  -- thư viện tỉnh/TP
  note TEXT,
  UNIQUE (event, seq)
) STRICT;

-- A field of work (lĩnh vực): the headings of the results.
CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- phuc-vu
  title TEXT NOT NULL,            -- Công tác phục vụ và phát triển vốn tài nguyên thông tin
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  note TEXT
) STRICT;

-- A speech at an event; its points are items.
CREATE TABLE speech (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- tk22-chao-mung
  event INTEGER NOT NULL REFERENCES event (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of the speeches
  kind TEXT NOT NULL CHECK (kind IN ('CHAO_MUNG', 'CHI_DAO', 'TIEP_THU', 'KHAI_MAC', 'BE_MAC')),
  on_behalf_of INTEGER REFERENCES org (id), -- for which organisation
  on_behalf_text TEXT,            -- that in words: lãnh đạo Sở VHTT tỉnh Ninh Bình
  replies_to INTEGER REFERENCES speech (id), -- the speech that it answers
  note TEXT
) STRICT;

-- Who held a speech; two rows for a joint one.
CREATE TABLE speech_speaker (
  id INTEGER PRIMARY KEY,
  speech INTEGER NOT NULL REFERENCES speech (id),
  participation INTEGER NOT NULL REFERENCES participation (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of the speakers
  honorific TEXT CHECK (honorific IN ('ONG', 'BA', 'DONG_CHI')), -- as printed here
  position_text TEXT,             -- position as printed here, where it differs from position.text
  note TEXT,
  UNIQUE (speech, participation)
) STRICT;

-- One statement: a result, a difficulty, a direction, a point of a speech …
-- One table for all of them; the text stands alone as a list item: first letter
-- capital, no full stop at its end.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- tk22-kq-1
  event INTEGER NOT NULL REFERENCES event (id),
  kind TEXT NOT NULL CHECK (kind IN ('BOI_CANH', 'DANH_GIA', 'THUAN_LOI', 'KET_QUA', 'THICH_UNG', 'KHO_KHAN',
    'TON_TAI', 'NGUYEN_NHAN', 'THAO_LUAN', 'THAM_LUAN', 'KIEN_NGHI', 'PHUONG_HUONG', 'DE_NGHI', 'PHAN_CONG',
    'CHAO_MUNG', 'GHI_NHAN', 'THONG_BAO', 'GOI_Y', 'CHI_DAO', 'YEU_CAU', 'TIEP_THU', 'CAM_KET', 'BAO_CAO',
    'CHUONG_TRINH')),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order among its kind, or among the children of its parent
  parent INTEGER REFERENCES item (id), -- the statement that it is a part of; NULL at the top
  field INTEGER REFERENCES field (id), -- field of work
  term INTEGER REFERENCES term (id), -- term that it speaks of
  speech INTEGER REFERENCES speech (id), -- the speech that it is a point of; children too
  org INTEGER REFERENCES org (id), -- the member, the addressee that it speaks of
  addressee TEXT,                 -- whom it asks or charges, in words
  about_event INTEGER REFERENCES event (id), -- the (side) event that it speaks of
  label TEXT,                     -- printed number: (1)
  lead TEXT,                      -- words before its children: trong đó có
  text TEXT,                      -- the statement; NULL: announced, its content not printed
  open_ended INTEGER CHECK (open_ended IN (0, 1)), -- 1: the source goes on with "…", "v.v."; not in the text
  note TEXT
) STRICT;

-- What is counted: lượt bạn đọc, thẻ, sách bổ sung.
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- luot-ban-doc
  name TEXT NOT NULL,             -- Lượt bạn đọc
  unit TEXT,                      -- lượt
  field INTEGER REFERENCES field (id), -- field of work
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  aggregation TEXT NOT NULL CHECK (aggregation IN ('TONG', 'KHONG_CONG')), -- may members' values be added up?
  note TEXT
) STRICT;

-- A value of an indicator, as printed. Read by quantity(qualifier, value_min, value_max, unit).
CREATE TABLE indicator_value (
  id INTEGER PRIMARY KEY,
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  org INTEGER NOT NULL REFERENCES org (id), -- whose value
  period TEXT NOT NULL,           -- 2022, 2020-2022
  comparison TEXT NOT NULL CHECK (comparison IN ('TUYET_DOI', 'SO_VOI_KE_HOACH', 'SO_VOI_CUNG_KY', 'SO_VOI_CHI_TIEU')),
  measure TEXT NOT NULL CHECK (measure IN ('GIA_TRI', 'MUC_TANG_PHAN_TRAM', 'TY_LE_HOAN_THANH')), -- what the number is
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')),
  value_min REAL,                 -- the number, or the lower one; NULL: not reported
  value_max REAL,                 -- the upper one of TU_DEN
  unit TEXT,                      -- where it is not the indicator's
  base_period TEXT,               -- the period that it is compared with
  target REAL,                    -- the plan's number
  value_text TEXT,                -- a value that is no number
  item INTEGER REFERENCES item (id), -- the statement that prints it
  note TEXT,
  UNIQUE (indicator, org, period, comparison)
) STRICT;

-- An election at an event.
CREATE TABLE election (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- tk22-bch
  event INTEGER NOT NULL REFERENCES event (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of the elections
  body INTEGER NOT NULL REFERENCES org (id), -- the body elected
  term INTEGER REFERENCES term (id), -- for which term
  size INTEGER CHECK (size > 0),  -- number of members as printed
  method TEXT,                    -- how, in words: bỏ phiếu kín
  note TEXT
) STRICT;

-- Who was elected to what.
CREATE TABLE election_result (
  id INTEGER PRIMARY KEY,
  election INTEGER NOT NULL REFERENCES election (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  participation INTEGER REFERENCES participation (id), -- the person; NULL: an organisation holds the office
  org INTEGER REFERENCES org (id), -- the organisation that holds the office
  office TEXT NOT NULL,           -- Chủ tịch Liên hiệp
  position_text TEXT,             -- present position as printed: Giám đốc Thư viện tỉnh Ninh Bình
  votes INTEGER CHECK (votes >= 0), -- number of votes
  note TEXT,
  UNIQUE (election, seq),
  CHECK (participation IS NOT NULL OR org IS NOT NULL)
) STRICT;

-- Awards given at one time: a title, a prize.
CREATE TABLE award (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- tk22-keo-co
  event INTEGER NOT NULL REFERENCES event (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of the awards of an event
  kind TEXT NOT NULL CHECK (kind IN ('BANG_KHEN', 'CHUNG_NHAN_DANH_HIEU', 'BIEU_DUONG', 'GIAI_THE_THAO', 'GIAI_CUOC_THI')),
  level TEXT CHECK (level IN ('CAP_BO', 'CAP_CO_SO', 'CAP_LIEN_HIEP', 'CAP_HOI')), -- level of who gives it
  title TEXT NOT NULL,            -- Giải nhất môn Kéo co
  place_no INTEGER CHECK (place_no > 0), -- 1: first prize
  discipline TEXT,                -- Kéo co
  issuer INTEGER REFERENCES org (id), -- who gives it
  basis TEXT,                     -- for what
  period TEXT,                    -- for which period
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')),
  count_min INTEGER CHECK (count_min >= 0), -- how many, as printed
  count_max INTEGER CHECK (count_max >= 0), -- the upper number of TU_DEN
  unit TEXT,                      -- tập thể, cá nhân
  note TEXT
) STRICT;

-- Who received an award; no rows where the source prints none.
CREATE TABLE award_recipient (
  id INTEGER PRIMARY KEY,
  award INTEGER NOT NULL REFERENCES award (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  person INTEGER REFERENCES person (id), -- a person
  org INTEGER REFERENCES org (id), -- or an organisation
  name TEXT NOT NULL,             -- as it is to be printed: Đội Thư viện tỉnh Thái Bình
  citation TEXT,                  -- for what
  note TEXT,
  UNIQUE (award, seq)
) STRICT;

-- Books and other gifts.
CREATE TABLE gift (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id),
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  kind TEXT NOT NULL CHECK (kind IN ('SACH', 'HOA', 'KHAC')),
  donor_person INTEGER REFERENCES person (id), -- who gave, a person
  donor_org INTEGER REFERENCES org (id), -- or an organisation
  donor TEXT,                     -- who gave, in words
  recipient_org INTEGER REFERENCES org (id), -- who received
  recipient TEXT,                 -- who received, in words
  text TEXT NOT NULL,             -- what: sách quý
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')),
  count_min INTEGER CHECK (count_min >= 0), -- how many, as printed
  count_max INTEGER CHECK (count_max >= 0), -- the upper number of TU_DEN
  unit TEXT,                      -- bản
  note TEXT,
  UNIQUE (event, seq)
) STRICT;

-- A photograph of an event.
CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- tk22-anh-1
  event INTEGER NOT NULL REFERENCES event (id), -- the conference in whose papers it is shown
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  about_event INTEGER REFERENCES event (id), -- the (side) event that it shows
  file TEXT,                      -- path from the folder of the database; NULL: the picture is lost
  caption TEXT,                   -- without a full stop
  alt TEXT,                       -- what it shows, for those who do not see it
  credit TEXT,                    -- photographer
  note TEXT
) STRICT;

-- A paper that is made from the records.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- tk22-bao-cao
  kind TEXT NOT NULL CHECK (kind IN ('BAO_CAO', 'NGHI_QUYET', 'KE_HOACH', 'THONG_BAO', 'BIEN_BAN', 'TO_TRINH',
    'CONG_VAN', 'QUYET_DINH', 'GIAY_MOI', 'DANH_SACH', 'BAN_TIN')),
  event INTEGER REFERENCES event (id), -- the event that it is about
  term INTEGER REFERENCES term (id), -- the term that it is about
  org INTEGER NOT NULL REFERENCES org (id), -- the body that issues it; letterhead, second line
  parent_org INTEGER REFERENCES org (id), -- the body above it; letterhead, first line
  number TEXT,                    -- 15; NULL: room is left to write it
  symbol TEXT,                    -- BC-LHTV
  place INTEGER REFERENCES place (id), -- of the date line
  date TEXT CHECK (date IS date (date, '+0 days')), -- day of issue; NULL: room is left
  title TEXT NOT NULL,            -- what it is about, below the kind: Tổng kết công tác nhiệm kỳ 2020-2022 …
  authority TEXT,                 -- TM. BAN CHẤP HÀNH; NULL: the signer signs for himself
  signer_office TEXT,             -- CHỦ TỊCH
  signer INTEGER REFERENCES person (id), -- who signs; NULL: room is left
  status TEXT CHECK (status IN ('NHAP', 'TRINH_DUYET', 'BAN_HANH', 'LUU_TRU', 'THAY_THE')), -- draft … replaced
  supersedes INTEGER REFERENCES document (id), -- the paper that it replaces
  note TEXT
) STRICT;

-- To whom a paper goes, a line each, without ";" and "." at the end.
CREATE TABLE document_recipient (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('KINH_GUI', 'NOI_NHAN', 'LUU')), -- above the text; below it; the line of the files
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  text TEXT NOT NULL,             -- Vụ Thư viện, Bộ VHTTDL (để báo cáo); for LUU without the word: VT
  org INTEGER REFERENCES org (id), -- who that is
  note TEXT,
  UNIQUE (document, kind, seq)
) STRICT;

-- Narrative parts of a paper, written by people: CommonMark.
CREATE TABLE document_section (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  code TEXT NOT NULL,             -- which part of the layout: mo-dau
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  title TEXT,                     -- heading
  text TEXT NOT NULL,             -- CommonMark
  note TEXT,
  UNIQUE (document, code)
) STRICT;

-- A misprint of the source, and what is printed instead.
CREATE TABLE sic (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id), -- the event whose source has it
  table_name TEXT NOT NULL,       -- table of the corrected text
  row_code TEXT NOT NULL,         -- code of its row, or of the row that it belongs to
  column_name TEXT NOT NULL,      -- column of the corrected text
  printed TEXT NOT NULL,          -- as the source has it
  corrected TEXT,                 -- as it is printed; NULL: kept as it is
  certain INTEGER NOT NULL CHECK (certain IN (0, 1)), -- 1: surely a misprint
  line INTEGER CHECK (line > 0),  -- line in the source
  note TEXT,
  UNIQUE (event, table_name, row_code, column_name, printed)
) STRICT;

-- Where foreign keys are looked up.
CREATE INDEX item_event ON item (event, kind, parent, seq);
CREATE INDEX item_parent ON item (parent, seq);
CREATE INDEX item_speech ON item (speech, seq);
CREATE INDEX event_parent ON event (parent_event, seq);
CREATE INDEX photo_event ON photo (event, seq);
CREATE INDEX indicator_value_org ON indicator_value (org, period);
