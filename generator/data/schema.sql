-- The records of a library federation, schema version 5. Embedded in the program: `tongket new` runs it, `tongket schema`
-- prints it. How to read and to fill it:
--
--  * NULL means "not printed in the source". It is not 0 and not "none".
--  * One row is one fact; a sentence is a row, never a column of a section.
--  * Every table that others refer to has a code: short, typed by people, used
--    in spreadsheets wherever this file says REFERENCES. The other tables are keyed
--    by their UNIQUE columns; importing a row with the same key again changes
--    that row, and never makes a second one.
--  * Columns named date or date_… hold 2022-08-19, or 2022-08 or 2022 where no
--    more is known: the length is the precision.
--  * Columns named file hold paths relative to the folder of the database.
--  * Texts are NFC, corrected; what the source misprinted stands in sic.
--  * seq is the order of printing, from 1; order is data, not sorting.
--  * Every table and column says in one line what it is: [its Vietnamese title, by which spreadsheets may name it, too]
--    and a sentence. The program reads both, for sheets, for messages and for `tongket schema`.
PRAGMA application_id = 1416316002;
PRAGMA user_version = 5;
PRAGMA foreign_keys = ON;

-- ==== Places and organisations ====

CREATE TABLE place ( -- [Địa danh] A place: a province, a city, a site.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: ninh-binh
  kind TEXT CHECK (kind IN ('TINH', 'THANH_PHO', 'HUYEN', 'XA', 'DIA_DIEM', 'DI_TICH')), -- [Loại] province, city, district, commune, site, monument
  name TEXT NOT NULL, -- [Tên] as in a date line: Ninh Bình
  full_name TEXT, -- [Tên đầy đủ] as in a sentence: tỉnh Ninh Bình
  parent INTEGER REFERENCES place (id), -- [Thuộc] the place that it lies in
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] first day of the unit, where it is newer than the records
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] last day of the unit: 2025-06-30 for provinces merged on 1 July 2025
  successor INTEGER REFERENCES place (id), -- [Sáp nhập vào] the place that it was merged into
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE place_name ( -- [Tên địa danh] Names of a place over time; a paper prints the name of its date.
  id INTEGER PRIMARY KEY,
  place INTEGER NOT NULL REFERENCES place (id), -- [Địa danh] whose name it is
  text TEXT NOT NULL, -- [Tên] the name, as in a date line
  full_text TEXT, -- [Tên đầy đủ] the name, as in a sentence
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] first day of the name; empty: since ever
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] its last day; empty: until now
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (place, text)
) STRICT;

CREATE TABLE org ( -- [Tổ chức] An organisation or a body of one.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: lhtv-dbsh
  kind TEXT NOT NULL CHECK (kind IN ('BO', 'VU', 'CUC', 'SO', 'HOI', 'LIEN_HIEP', 'LIEN_CHI_HOI', 'CHI_HOI',
    'THU_VIEN_QUOC_GIA', 'THU_VIEN_TINH', 'THU_VIEN_CHUYEN_NGANH', 'VIEN', 'TRUONG_DAI_HOC', 'TRUNG_TAM',
    'TRAI_GIAM', 'DOANH_NGHIEP', 'NHA_XUAT_BAN', 'TO_CHUC_DANG', 'CO_QUAN_NOI_BO', 'KHAC')), -- [Loại] ministry, department, federation, library …
  name TEXT NOT NULL, -- [Tên] the name to print: Liên hiệp Thư viện Đồng bằng sông Hồng
  short_name TEXT, -- [Tên gọi tắt] the short form to print: LHTV Đồng bằng sông Hồng
  place INTEGER REFERENCES place (id), -- [Địa danh] its province
  generic INTEGER CHECK (generic IN (0, 1)), -- [Loại hình chung] 1: stands for a sort of organisations (Chi hội), not for one
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] founded
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] dissolved or merged
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE org_name ( -- [Tên tổ chức] Names of an organisation over time, and the forms in which sources print it.
  id INTEGER PRIMARY KEY,
  org INTEGER NOT NULL REFERENCES org (id), -- [Tổ chức] whose name it is
  text TEXT NOT NULL, -- [Tên] the name
  kind TEXT NOT NULL CHECK (kind IN ('CHINH_THUC', 'VIET_TAT', 'BIEN_THE', 'IN_SAI')), -- [Loại] official, short, a variant seen, a misprint seen
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] first day of the name; empty: since ever
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] its last day; empty: until now
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (org, text)
) STRICT;

CREATE TABLE org_relation ( -- [Quan hệ tổ chức] How organisations belong together: a graph, not a tree.
  id INTEGER PRIMARY KEY,
  org INTEGER NOT NULL REFERENCES org (id), -- [Tổ chức] the smaller one: the member, the part
  other INTEGER NOT NULL REFERENCES org (id), -- [Với] the larger one: the federation, the ministry
  kind TEXT NOT NULL CHECK (kind IN ('TRUC_THUOC', 'THANH_VIEN', 'CHI_DAO_NGHIEP_VU', 'CO_QUAN_CUA',
    'CHI_NHANH_CUA', 'KE_THUA')), -- [Loại] part of, member of, guided by, body of, branch of, followed by
  seq INTEGER CHECK (seq > 0), -- [Thứ tự] order among the members, where one is set
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] since when
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] until when
  inferred INTEGER CHECK (inferred IN (0, 1)), -- [Suy ra] 1: concluded by the keeper, not printed
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (org, other, kind)
) STRICT;

-- ==== People and offices ====

CREATE TABLE person ( -- [Người] A person. What somebody was at an event stands in position, not here.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: bui-van-phuong
  name TEXT NOT NULL, -- [Họ và tên] Bùi Văn Phương
  sort_name TEXT, -- [Tên để xếp] where the last syllable is not the given name: the name to sort by
  sex TEXT CHECK (sex IN ('NAM', 'NU')), -- [Giới tính] never guessed from a name
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE person_name ( -- [Cách viết tên người] Other spellings of a person's name in sources: Kiều Thuý Nga.
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id), -- [Người] whose name it is
  text TEXT NOT NULL, -- [Cách viết] the spelling
  kind TEXT NOT NULL CHECK (kind IN ('BIEN_THE', 'IN_SAI', 'BUT_DANH')), -- [Loại] a variant, a misprint, a pen name
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (person, text)
) STRICT;

CREATE TABLE term ( -- [Nhiệm kỳ] A term of office. Bounds are stored as printed, never computed.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: dbsh-2020-2022
  org INTEGER NOT NULL REFERENCES org (id), -- [Tổ chức] whose term
  label TEXT NOT NULL, -- [Tên gọi] 2020-2022, khóa II
  ordinal TEXT, -- [Khóa thứ] II
  year_from INTEGER, -- [Từ năm] first year
  year_to INTEGER, -- [Đến năm] last year
  date_from TEXT CHECK (date_from IS date (date_from, '+0 days')), -- [Từ ngày] first day, where known
  date_to TEXT CHECK (date_to IS date (date_to, '+0 days')), -- [Đến ngày] last day, where known
  previous INTEGER REFERENCES term (id), -- [Nhiệm kỳ trước] the term before
  members INTEGER CHECK (members >= 0), -- [Số thành viên] member libraries as printed; never a count of rows
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE period ( -- [Kỳ] A span of time that is reported on or planned, whoever reports: a year, some years, half a term.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: 2022, 2014-2015, mnpb-2022-2024-nua-cuoi
  kind TEXT NOT NULL CHECK (kind IN ('NAM', 'NHIEU_NAM', 'NUA_DAU_NHIEM_KY', 'NUA_CUOI_NHIEM_KY', 'NHIEM_KY', 'QUY',
    'THANG', 'SAU_THANG')), -- [Loại] year, years, first or second half of a term, term, quarter, month, half a year
  label TEXT NOT NULL, -- [Tên gọi] as it is to be printed: năm 2022
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] first day, month or year
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] last day, month or year; the same as the first for a single one
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] the term that it is, or is a half of
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE office ( -- [Chức vụ] An office that is held for a time: Chủ tịch, Phó Chủ tịch.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: chu-tich
  title TEXT NOT NULL, -- [Tên gọi] Chủ tịch
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ bậc] rank: 1 before 2
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

-- ==== Sources ====

CREATE TABLE source ( -- [Nguồn] A site or a publication from which facts were taken.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: vu-thu-vien
  name TEXT NOT NULL, -- [Tên] Trang tin về hoạt động thư viện
  url TEXT, -- [Địa chỉ mạng] its address in the web
  publisher TEXT, -- [Đơn vị chủ quản] who publishes it, in words
  responsible TEXT, -- [Chịu trách nhiệm] who answers for it, as printed
  responsible_person INTEGER REFERENCES person (id), -- [Người chịu trách nhiệm] who that is
  address TEXT, -- [Địa chỉ] postal address
  phone TEXT, -- [Điện thoại] as printed
  email TEXT, -- [Thư điện tử] address for mail
  citation_rule TEXT, -- [Quy định trích dẫn] how the source wants to be cited
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

-- ==== Conferences ====

CREATE TABLE event ( -- [Sự kiện] A conference, or something held beside it, or one activity of a year.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: dbsh-tk-2022
  kind TEXT NOT NULL CHECK (kind IN ('TONG_KET_NHIEM_KY', 'SO_KET_GIUA_NHIEM_KY', 'TONG_KET_NAM', 'HOI_NGHI_BCH',
    'DAI_HOI', 'HOI_THAO', 'HOI_NGHI_HOI_THAO', 'TAP_HUAN', 'TRIEN_LAM_TRUNG_BAY', 'NGAY_HOI_SACH',
    'PHUC_VU_LUU_DONG', 'GIAO_LUU_THE_THAO', 'GIAO_LUU_VAN_NGHE', 'DANG_HUONG', 'TANG_SACH', 'THAM_QUAN', 'KHAC')), -- [Loại] what sort of event
  parent_event INTEGER REFERENCES event (id), -- [Thuộc sự kiện] the conference that a side event belongs to
  seq INTEGER CHECK (seq > 0), -- [Thứ tự] order among the side events
  title TEXT NOT NULL, -- [Tên] Hội nghị Tổng kết công tác nhiệm kỳ 2020-2022 …
  short_title TEXT, -- [Tên gọi tắt] Hội nghị Tổng kết nhiệm kỳ
  theme TEXT, -- [Chủ đề] theme of a workshop
  ordinal INTEGER CHECK (ordinal > 0), -- [Lần thứ] 4 for lần thứ 4
  extended INTEGER CHECK (extended IN (0, 1)), -- [Mở rộng] 1: mở rộng
  count INTEGER CHECK (count > 0), -- [Số lượng] how many of them one row tells of: 20 exhibitions, 2 courses; empty: one
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] first day
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] last day; empty: a single day
  when_text TEXT, -- [Thời gian bằng lời] a time that is no date: trước đó, sau Hội nghị
  session TEXT CHECK (session IN ('SANG', 'CHIEU', 'TOI', 'CA_NGAY')), -- [Buổi] morning, afternoon, evening, whole day
  place INTEGER REFERENCES place (id), -- [Địa danh] where
  venue TEXT, -- [Địa điểm] the building, the hall
  venue_org INTEGER REFERENCES org (id), -- [Tại đơn vị] the organisation in whose house it is held
  status TEXT CHECK (status IN ('DU_KIEN', 'DA_DIEN_RA', 'HOAN', 'HUY')), -- [Tình trạng] planned, held, postponed, cancelled
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] the term under review
  next_term INTEGER REFERENCES term (id), -- [Nhiệm kỳ tới] the term that is planned
  period INTEGER REFERENCES period (id), -- [Kỳ] the period under review, where it is no whole term
  next_period INTEGER REFERENCES period (id), -- [Kỳ tới] the period that is planned, where it is no whole term
  vote TEXT CHECK (vote IN ('NHAT_TRI', 'THONG_NHAT', 'THONG_NHAT_CAO', 'THONG_QUA', 'BIEU_QUYET')), -- [Hình thức thông qua] how the directions were adopted
  votes_for INTEGER CHECK (votes_for >= 0), -- [Số phiếu tán thành] where votes were counted
  votes_against INTEGER CHECK (votes_against >= 0), -- [Số phiếu không tán thành] where votes were counted
  votes_abstain INTEGER CHECK (votes_abstain >= 0), -- [Số phiếu trắng] where votes were counted
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE source_item ( -- [Bài nguồn] The article or file from which the facts of an event were taken.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-bai
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event that it tells of
  source INTEGER REFERENCES source (id), -- [Nguồn] the site or publication, where known
  name TEXT, -- [Tên tệp] name of the file that was read
  headline TEXT, -- [Tiêu đề] as printed; empty: it has none
  category TEXT, -- [Chuyên mục] where the source files it: Tin nổi bật
  date TEXT CHECK (date IS substr (date (substr (date || '-01-01', 1, 10), '+0 days'), 1, length (date))), -- [Ngày đăng] published on
  date_updated TEXT CHECK (date_updated IS substr (date (substr (date_updated || '-01-01', 1, 10), '+0 days'), 1, length (date_updated))), -- [Ngày cập nhật] changed on
  views INTEGER CHECK (views >= 0), -- [Lượt xem] as printed
  byline TEXT, -- [Dòng tác giả] credits as printed, in one line
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE event_occasion ( -- [Dịp] What an event is held for: an anniversary, a day of the year.
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  text TEXT NOT NULL, -- [Nội dung] Kỷ niệm 130 năm Đà Lạt hình thành và phát triển
  years INTEGER CHECK (years > 0), -- [Số năm kỷ niệm] 130
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (event, seq)
) STRICT;

CREATE TABLE event_org ( -- [Đơn vị của sự kiện] What an organisation was at an event.
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  org INTEGER NOT NULL REFERENCES org (id), -- [Tổ chức] the organisation
  role TEXT NOT NULL CHECK (role IN ('TO_CHUC', 'DONG_TO_CHUC', 'DANG_CAI', 'CHI_DAO', 'NHAT_TRI', 'DIA_DIEM',
    'TAI_TRO', 'DON_VI_NHAN', 'NOI_THAM_QUAN', 'KHACH_MOI')), -- [Vai trò] organiser, co-organiser, host, guiding, agreeing, place, sponsor, receiver, visited, guest
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order among those of the same role
  text TEXT, -- [Tên in] the name as it is to be printed here, where it is not that of the organisation
  inferred INTEGER CHECK (inferred IN (0, 1)), -- [Suy ra] 1: concluded by the keeper, not printed
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (event, org, role)
) STRICT;

CREATE TABLE participation ( -- [Người dự] A person at an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-bui-van-phuong
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  person INTEGER NOT NULL REFERENCES person (id), -- [Người] the person
  seq INTEGER CHECK (seq > 0), -- [Thứ tự] rank in the list of delegates; empty: not in it
  honorific TEXT CHECK (honorific IN ('ONG', 'BA', 'DONG_CHI')), -- [Xưng hô] as printed; prints as Ông, Bà, Đồng chí
  name_printed TEXT, -- [Tên in] the name as printed here, where it is not that of the person
  level TEXT CHECK (level IN ('TW', 'DIA_PHUONG', 'BO', 'DON_VI')), -- [Cấp] level of the delegation: centre, province, ministry, own unit
  delegation INTEGER REFERENCES org (id), -- [Đoàn] the delegation
  attendance TEXT NOT NULL CHECK (attendance IN ('CO_MAT', 'KHONG_NEU')), -- [Có mặt] KHONG_NEU: has a role, is in no list of those present
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (event, person)
) STRICT;

CREATE TABLE position ( -- [Chức danh] A position of a person as printed at that event: a snapshot.
  id INTEGER PRIMARY KEY,
  participation INTEGER NOT NULL REFERENCES participation (id), -- [Người dự] who, and at which event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of the positions of one person
  title TEXT NOT NULL, -- [Chức danh] Phó Giám đốc
  org INTEGER REFERENCES org (id), -- [Tổ chức] of which organisation
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] in which term
  acting TEXT CHECK (acting IN ('QUYEN', 'PHU_TRACH')), -- [Quyền, phụ trách] acting, in charge
  text TEXT NOT NULL, -- [Viết đầy đủ] title and organisation in one: Phó Giám đốc Thư viện Quốc gia Việt Nam
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)), -- [Trong danh sách] 1: printed in the list of delegates; 0: printed elsewhere
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (participation, seq)
) STRICT;

CREATE TABLE participation_role ( -- [Vai trò người dự] What a person did at an event.
  id INTEGER PRIMARY KEY,
  participation INTEGER NOT NULL REFERENCES participation (id), -- [Người dự] who, and at which event
  role TEXT NOT NULL CHECK (role IN ('DAI_BIEU', 'CHU_TRI', 'THU_KY', 'PHAT_BIEU_CHAO_MUNG', 'TRINH_BAY_BAO_CAO',
    'TRINH_BAY_THAM_LUAN', 'PHAT_BIEU_CHI_DAO', 'PHAT_BIEU_TIEP_THU', 'THAO_LUAN', 'TRAO_THUONG', 'TANG_HOA',
    'TANG_SACH', 'DUOC_BAU', 'BAN_GIAO', 'NHAN_BAN_GIAO', 'CHUP_ANH_LUU_NIEM')), -- [Vai trò] delegate, chair, secretary, speaker …
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (participation, role)
) STRICT;

CREATE TABLE attendance_group ( -- [Thành phần dự] Those at an event who are not named: a number, a group.
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  text TEXT NOT NULL, -- [Nội dung] the group in words, whole, without a full stop
  categories TEXT, -- [Gồm những ai] Giám đốc, Phó Giám đốc và cán bộ
  org INTEGER REFERENCES org (id), -- [Tổ chức] from which organisation
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')), -- [Mức] exactly, more than, over, nearly, about, from-to, many, all, some
  count_min INTEGER CHECK (count_min >= 0), -- [Số lượng] the number, or the lower one
  count_max INTEGER CHECK (count_max >= 0), -- [Số lượng đến] the upper one of TU_DEN
  unit TEXT, -- [Đơn vị tính] đại biểu
  org_count INTEGER CHECK (org_count >= 0), -- [Số đơn vị] from so many organisations
  org_unit TEXT, -- [Loại đơn vị] thư viện tỉnh/TP
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (event, seq)
) STRICT;

CREATE TABLE report ( -- [Báo cáo] A report that was given at an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-bc
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of the reports
  title TEXT NOT NULL, -- [Tên] its title, or its kind in words where none is printed
  form TEXT CHECK (form IN ('DAY_DU', 'TOM_TAT', 'BANG_HINH_ANH')), -- [Hình thức] whole, in short, in pictures
  presenter INTEGER REFERENCES participation (id), -- [Người trình bày] who gave it; empty: not printed
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] the term that it covers
  period INTEGER REFERENCES period (id), -- [Kỳ] the period that it covers
  next_period INTEGER REFERENCES period (id), -- [Kỳ tới] the period that it plans
  vote TEXT CHECK (vote IN ('NHAT_TRI', 'THONG_NHAT', 'THONG_NHAT_CAO', 'THONG_QUA', 'BIEU_QUYET')), -- [Hình thức thông qua] how it was adopted; empty: not said
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

-- ==== What was said, found, planned ====

CREATE TABLE field ( -- [Lĩnh vực] A field of work: the headings of the results.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: phuc-vu
  title TEXT NOT NULL, -- [Tên] Công tác phục vụ và phát triển vốn tài nguyên thông tin
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE speech ( -- [Phát biểu] A speech at an event; its points are items.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-chao-mung
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of the speeches
  kind TEXT NOT NULL CHECK (kind IN ('CHAO_MUNG', 'CHI_DAO', 'TIEP_THU', 'KHAI_MAC', 'BE_MAC')), -- [Loại] welcome, guidance, answer, opening, closing
  on_behalf_of INTEGER REFERENCES org (id), -- [Thay mặt] for which organisation
  on_behalf_text TEXT, -- [Thay mặt (bằng lời)] that in words: lãnh đạo Sở VHTT tỉnh Ninh Bình
  replies_to INTEGER REFERENCES speech (id), -- [Tiếp thu bài] the speech that it answers
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE speech_speaker ( -- [Người phát biểu] Who held a speech; two rows for a joint one.
  id INTEGER PRIMARY KEY,
  speech INTEGER NOT NULL REFERENCES speech (id), -- [Phát biểu] the speech
  participation INTEGER NOT NULL REFERENCES participation (id), -- [Người dự] who spoke
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of the speakers
  honorific TEXT CHECK (honorific IN ('ONG', 'BA', 'DONG_CHI')), -- [Xưng hô] as printed here
  position_text TEXT, -- [Chức danh in] position as printed here, where it differs
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (speech, participation)
) STRICT;

CREATE TABLE talk ( -- [Tham luận] A paper read at an event: its title, or who gave it, or both.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tvqg22-tl-1
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of reading
  title TEXT, -- [Tên] title; empty: not printed
  org INTEGER REFERENCES org (id), -- [Tổ chức] whose paper it is; empty: not printed
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  CHECK (title IS NOT NULL OR org IS NOT NULL)
) STRICT;

CREATE TABLE talk_author ( -- [Tác giả tham luận] Who wrote or read a paper.
  id INTEGER PRIMARY KEY,
  talk INTEGER NOT NULL REFERENCES talk (id), -- [Tham luận] the paper that was written or read
  person INTEGER NOT NULL REFERENCES person (id), -- [Người] the author
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of the authors
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (talk, person)
) STRICT;

-- One table for all statements; the text stands alone as a list item: first letter capital, no full stop at its end.
CREATE TABLE item ( -- [Nội dung] One statement: a result, a difficulty, a direction, a point of a speech …
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-kq-1
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event at which it was said
  kind TEXT NOT NULL CHECK (kind IN ('BOI_CANH', 'DANH_GIA', 'THUAN_LOI', 'KET_QUA', 'THICH_UNG', 'KHO_KHAN',
    'TON_TAI', 'NGUYEN_NHAN', 'NGUYEN_NHAN_CHU_QUAN', 'NGUYEN_NHAN_KHACH_QUAN', 'THAO_LUAN', 'KIEN_NGHI',
    'PHUONG_HUONG', 'DE_NGHI', 'PHAN_CONG', 'CHAO_MUNG', 'CHUC_MUNG', 'GHI_NHAN', 'DANH_GIA_CAO', 'THONG_BAO', 'GOI_Y',
    'CHI_DAO', 'YEU_CAU', 'TIEP_THU', 'CAM_KET', 'BAO_CAO', 'CHUONG_TRINH')), -- [Loại] what sort of statement
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order among its kind, or among the children of its parent
  parent INTEGER REFERENCES item (id), -- [Thuộc nội dung] the statement that it is a part of; empty at the top
  field INTEGER REFERENCES field (id), -- [Lĩnh vực] field of work
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] term that it speaks of
  period INTEGER REFERENCES period (id), -- [Kỳ] period that it speaks of
  speech INTEGER REFERENCES speech (id), -- [Phát biểu] the speech that it is a point of; children too
  talk INTEGER REFERENCES talk (id), -- [Tham luận] the paper that proposes it
  org INTEGER REFERENCES org (id), -- [Tổ chức] the member that it speaks of
  label TEXT, -- [Số in] printed number: (1)
  lead TEXT, -- [Lời dẫn] words before its children: trong đó có
  text TEXT, -- [Nội dung] the statement; empty: announced, its content not printed
  open_ended INTEGER CHECK (open_ended IN (0, 1)), -- [Còn nữa] 1: the source goes on with "…", "v.v."; not in the text
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE item_event ( -- [Nội dung về sự kiện] The (side) events that a statement speaks of.
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item (id), -- [Nội dung] the statement
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (item, event)
) STRICT;

CREATE TABLE item_addressee ( -- [Nơi được đề nghị] Whom a statement asks or charges.
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item (id), -- [Nội dung] the statement
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  text TEXT NOT NULL, -- [Tên in] in words: lãnh đạo các thư viện
  org INTEGER REFERENCES org (id), -- [Tổ chức] who that is
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (item, seq)
) STRICT;

CREATE TABLE service_point ( -- [Điểm phục vụ] Kinds of places and areas that a statement counts up: trại giam, vùng sâu.
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item (id), -- [Nội dung] the statement
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  kind TEXT NOT NULL CHECK (kind IN ('DIEM_PHUC_VU', 'DIA_BAN')), -- [Loại] a point that is served, an area
  name TEXT NOT NULL, -- [Tên] đồn biên phòng
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (item, seq)
) STRICT;

CREATE TABLE mention ( -- [Người được nhắc tới] A person who is named but was not there.
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] in the records of which event
  person INTEGER NOT NULL REFERENCES person (id), -- [Người] who
  item INTEGER REFERENCES item (id), -- [Nội dung] in which statement
  text TEXT NOT NULL, -- [Cách viết] as printed: Tổng Bí thư Nguyễn Phú Trọng
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (event, person)
) STRICT;

CREATE TABLE refdoc ( -- [Văn bản viện dẫn] A law, decree, plan or strategy that statements cite.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: luat-thu-vien
  kind TEXT NOT NULL CHECK (kind IN ('LUAT', 'NGHI_DINH', 'QUYET_DINH', 'KET_LUAN', 'CHIEN_LUOC', 'KE_HOACH', 'DE_AN',
    'CHUONG_TRINH', 'VAN_BAN_HUONG_DAN')), -- [Loại] law, decree, decision, conclusion, strategy, plan, project, programme, guidance
  title TEXT NOT NULL, -- [Tên] Luật Thư viện
  number TEXT, -- [Số, ký hiệu] 46/2019/QH14
  date TEXT CHECK (date IS substr (date (substr (date || '-01-01', 1, 10), '+0 days'), 1, length (date))), -- [Ngày ban hành] issued on
  issuer TEXT, -- [Cơ quan ban hành] in words
  suspect INTEGER CHECK (suspect IN (0, 1)), -- [Nghi ngờ] 1: probably misprinted, kept as it is
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE citation ( -- [Viện dẫn] A statement that cites such a text.
  id INTEGER PRIMARY KEY,
  refdoc INTEGER NOT NULL REFERENCES refdoc (id), -- [Văn bản viện dẫn] what is cited
  item INTEGER NOT NULL REFERENCES item (id), -- [Nội dung] the statement that cites it
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (refdoc, item)
) STRICT;

-- ==== Statistics ====

CREATE TABLE indicator ( -- [Chỉ tiêu] What is counted: lượt bạn đọc, thẻ, sách bổ sung.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: luot-ban-doc
  name TEXT NOT NULL, -- [Tên] Lượt bạn đọc
  unit TEXT, -- [Đơn vị tính] lượt
  field INTEGER REFERENCES field (id), -- [Lĩnh vực] field of work
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  kind TEXT NOT NULL CHECK (kind IN ('PHAT_SINH', 'CUOI_KY', 'TY_LE')), -- [Loại] a flow, which adds over time and libraries; a stock at the end of a period, which adds over libraries only; a ratio, which never adds
  numerator INTEGER REFERENCES indicator (id), -- [Tử số] of a ratio: what is divided
  denominator INTEGER REFERENCES indicator (id), -- [Mẫu số] of a ratio: by what
  factor REAL CHECK (factor > 0), -- [Hệ số] of a ratio: 100 for percent; empty: 1
  parent INTEGER REFERENCES indicator (id), -- [Thuộc chỉ tiêu] the indicator that it is a part of: trong đó
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE indicator_target ( -- [Kế hoạch số liệu] What was planned for an indicator.
  id INTEGER PRIMARY KEY,
  indicator INTEGER NOT NULL REFERENCES indicator (id), -- [Chỉ tiêu] what is counted
  org INTEGER NOT NULL REFERENCES org (id), -- [Đơn vị] whose plan
  period INTEGER NOT NULL REFERENCES period (id), -- [Kỳ] for when
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN')), -- [Mức] exactly, more than, over, nearly, about, from-to
  value_min REAL, -- [Kế hoạch] the number, or the lower one
  value_max REAL, -- [Kế hoạch đến] the upper one of TU_DEN
  unit TEXT, -- [Đơn vị tính] where it is not the indicator's
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (indicator, org, period)
) STRICT;

CREATE TABLE indicator_value ( -- [Số liệu] A value of an indicator, as reported or printed.
  id INTEGER PRIMARY KEY,
  indicator INTEGER NOT NULL REFERENCES indicator (id), -- [Chỉ tiêu] what is counted
  org INTEGER NOT NULL REFERENCES org (id), -- [Đơn vị] whose value
  period INTEGER NOT NULL REFERENCES period (id), -- [Kỳ] when
  comparison TEXT NOT NULL CHECK (comparison IN ('TUYET_DOI', 'SO_VOI_KE_HOACH', 'SO_VOI_CUNG_KY', 'SO_VOI_CHI_TIEU')), -- [So sánh] the number itself, or compared with plan, earlier period, target
  measure TEXT NOT NULL CHECK (measure IN ('GIA_TRI', 'MUC_TANG_PHAN_TRAM', 'TY_LE_HOAN_THANH')), -- [Cách đo] what the number is: a value, an increase in percent, percent of the plan
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')), -- [Mức] exactly, more than, over, nearly, about, from-to …
  value_min REAL, -- [Giá trị] the number, or the lower one; empty: not reported, which is not 0
  value_max REAL, -- [Giá trị đến] the upper one of TU_DEN
  unit TEXT, -- [Đơn vị tính] where it is not the indicator's
  base_period INTEGER REFERENCES period (id), -- [Kỳ gốc] the period that it is compared with
  value_text TEXT, -- [Bằng lời] a value that is no number: được đảm bảo
  item INTEGER REFERENCES item (id), -- [Nội dung] the statement that prints it
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (indicator, org, period, comparison)
) STRICT;

-- ==== Elections, offices, awards, gifts ====

CREATE TABLE election ( -- [Bầu cử] An election at an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-bch
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of the elections
  body INTEGER NOT NULL REFERENCES org (id), -- [Cơ quan được bầu] the body elected
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] for which term
  size INTEGER CHECK (size > 0), -- [Số thành viên] number of members as printed
  method TEXT, -- [Cách bầu] how, in words: bỏ phiếu kín
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE election_result ( -- [Kết quả bầu] Who was elected to what.
  id INTEGER PRIMARY KEY,
  election INTEGER NOT NULL REFERENCES election (id), -- [Bầu cử] the election
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  participation INTEGER REFERENCES participation (id), -- [Người được bầu] the person; empty: an organisation holds the office
  org INTEGER REFERENCES org (id), -- [Đơn vị được bầu] the organisation that holds the office
  office TEXT NOT NULL, -- [Chức vụ] as printed: Chủ tịch Liên hiệp
  position_text TEXT, -- [Chức danh in] present position as printed: Giám đốc Thư viện tỉnh Ninh Bình
  votes INTEGER CHECK (votes >= 0), -- [Số phiếu] number of votes
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (election, seq),
  CHECK (participation IS NOT NULL OR org IS NOT NULL)
) STRICT;

CREATE TABLE handover ( -- [Bàn giao] Offices handed over at an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: mdnb23-ban-giao
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  date TEXT CHECK (date IS substr (date (substr (date || '-01-01', 1, 10), '+0 days'), 1, length (date))), -- [Ngày] when
  from_term INTEGER REFERENCES term (id), -- [Từ nhiệm kỳ] the term that ends
  to_term INTEGER REFERENCES term (id), -- [Sang nhiệm kỳ] the term that begins
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE handover_item ( -- [Nội dung bàn giao] One office handed over: from whom, to whom.
  id INTEGER PRIMARY KEY,
  handover INTEGER NOT NULL REFERENCES handover (id), -- [Bàn giao] the handover
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  office TEXT NOT NULL, -- [Chức vụ] as printed: Chủ tịch Liên hiệp
  from_person INTEGER REFERENCES person (id), -- [Người giao] the person who gives it
  from_org INTEGER REFERENCES org (id), -- [Đơn vị giao] the organisation that gives it
  to_person INTEGER REFERENCES person (id), -- [Người nhận] the person who takes it
  to_org INTEGER REFERENCES org (id), -- [Đơn vị nhận] the organisation that takes it
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (handover, seq),
  CHECK (to_person IS NOT NULL OR to_org IS NOT NULL)
) STRICT;

CREATE TABLE tenure ( -- [Giữ chức vụ] Who held an office for how long: a person, or an organisation.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: mdnb-2023-chu-tich
  office INTEGER NOT NULL REFERENCES office (id), -- [Chức vụ] the office
  org INTEGER NOT NULL REFERENCES org (id), -- [Tổ chức] of which organisation
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] in which term
  person INTEGER REFERENCES person (id), -- [Người giữ] the person
  holder_org INTEGER REFERENCES org (id), -- [Đơn vị giữ] the organisation that holds it; beside a person: his own
  acting TEXT CHECK (acting IN ('QUYEN', 'PHU_TRACH')), -- [Quyền, phụ trách] acting, in charge
  date_from TEXT CHECK (date_from IS substr (date (substr (date_from || '-01-01', 1, 10), '+0 days'), 1, length (date_from))), -- [Từ ngày] since when
  date_to TEXT CHECK (date_to IS substr (date (substr (date_to || '-01-01', 1, 10), '+0 days'), 1, length (date_to))), -- [Đến ngày] until when
  how TEXT CHECK (how IN ('BAU', 'BO_NHIEM', 'CHUYEN_GIAO')), -- [Hình thức] elected, appointed, handed over
  event INTEGER REFERENCES event (id), -- [Sự kiện] the event at which it began
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  CHECK (person IS NOT NULL OR holder_org IS NOT NULL)
) STRICT;

CREATE TABLE competition ( -- [Môn thi đấu] A contest at an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: dbsh22-keo-co
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  discipline TEXT NOT NULL, -- [Môn] Kéo co
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE photo ( -- [Ảnh] A photograph of an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-anh-1
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the conference in whose papers it is shown
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  about_event INTEGER REFERENCES event (id), -- [Chụp sự kiện] the (side) event that it shows
  file TEXT, -- [Tệp] path from the folder of the database; empty: the picture is lost
  stem TEXT, -- [Tên tệp gốc] name that the source gives it, without its ending
  width INTEGER CHECK (width > 0), -- [Rộng] dots, as it is shown; filled when the file comes in
  height INTEGER CHECK (height > 0), -- [Cao] dots, as it is shown; filled when the file comes in
  focus TEXT CHECK (focus GLOB '[0-9]*% [0-9]*%'), -- [Tiêu điểm] what stays in sight where it is cropped, a face: 50% 30% of it from the left and from the top; empty: the middle
  date TEXT CHECK (date IS substr (date (substr (date || '-01-01', 1, 10), '+0 days'), 1, length (date))), -- [Ngày chụp] when it was taken; filled when the file comes in, where it says so
  caption TEXT, -- [Chú thích] without a full stop
  caption_group TEXT, -- [Nhóm chú thích] photographs with the same word here share one caption, that of the first which has one
  alt TEXT, -- [Mô tả] what it shows, for those who do not see it
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE photo_person ( -- [Người trong ảnh] Who is to be seen.
  id INTEGER PRIMARY KEY,
  photo INTEGER NOT NULL REFERENCES photo (id), -- [Ảnh] the photograph
  person INTEGER NOT NULL REFERENCES person (id), -- [Người] the person
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (photo, person)
) STRICT;

CREATE TABLE photo_org ( -- [Đơn vị trong ảnh] Which organisation is to be seen.
  id INTEGER PRIMARY KEY,
  photo INTEGER NOT NULL REFERENCES photo (id), -- [Ảnh] the photograph
  org INTEGER NOT NULL REFERENCES org (id), -- [Tổ chức] the organisation
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (photo, org)
) STRICT;

CREATE TABLE award ( -- [Khen thưởng] Awards given at one time: a title, a prize.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-keo-co
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of the awards of an event
  kind TEXT NOT NULL CHECK (kind IN ('BANG_KHEN', 'GIAY_KHEN', 'CHUNG_NHAN_DANH_HIEU', 'BIEU_DUONG', 'GIAI_THE_THAO', 'GIAI_CUOC_THI')), -- [Loại] certificate of merit, title, commendation, prize
  level TEXT CHECK (level IN ('CAP_BO', 'CAP_CO_SO', 'CAP_LIEN_HIEP', 'CAP_HOI')), -- [Cấp] level of who gives it
  title TEXT NOT NULL, -- [Danh hiệu] Giải nhất môn Kéo co
  place_no INTEGER CHECK (place_no > 0), -- [Hạng] 1: first prize
  competition INTEGER REFERENCES competition (id), -- [Môn thi đấu] the contest that was won
  issuer INTEGER REFERENCES org (id), -- [Cơ quan tặng] who gives it
  issuer_text TEXT, -- [Người tặng (bằng lời)] that in words, where it is no organisation: Bộ trưởng Bộ VHTTDL
  giver INTEGER REFERENCES participation (id), -- [Người trao] who handed it over
  scope TEXT CHECK (scope IN ('TAP_THE', 'CA_NHAN', 'CA_HAI')), -- [Đối tượng] collectives, individuals, both
  basis TEXT, -- [Thành tích] for what
  period INTEGER REFERENCES period (id), -- [Kỳ] for which period
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')), -- [Mức] exactly, more than, over, nearly …
  count_min INTEGER CHECK (count_min >= 0), -- [Số lượng] how many, as printed
  count_max INTEGER CHECK (count_max >= 0), -- [Số lượng đến] the upper number of TU_DEN
  unit TEXT, -- [Đơn vị tính] tập thể, cá nhân
  org_count INTEGER CHECK (org_count >= 0), -- [Số đơn vị] of so many organisations
  org_unit TEXT, -- [Loại đơn vị] thư viện thành viên
  photo INTEGER REFERENCES photo (id), -- [Ảnh] the photograph that shows it
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE award_recipient ( -- [Người được khen] Who received an award; no rows where the source prints none.
  id INTEGER PRIMARY KEY,
  award INTEGER NOT NULL REFERENCES award (id), -- [Khen thưởng] the award
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  person INTEGER REFERENCES person (id), -- [Người] a person
  org INTEGER REFERENCES org (id), -- [Tổ chức] or an organisation; beside a person: his own
  name TEXT NOT NULL, -- [Tên in] as it is to be printed: Đội Thư viện tỉnh Thái Bình
  citation TEXT, -- [Thành tích] for what
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (award, seq)
) STRICT;

CREATE TABLE gift ( -- [Quà tặng] Books and other gifts.
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  kind TEXT NOT NULL CHECK (kind IN ('SACH', 'HOA', 'KHAC')), -- [Loại] books, flowers, other
  donor_person INTEGER REFERENCES person (id), -- [Người tặng] who gave, a person
  donor_org INTEGER REFERENCES org (id), -- [Đơn vị tặng] or an organisation
  donor TEXT, -- [Bên tặng (bằng lời)] who gave, in words
  recipient_org INTEGER REFERENCES org (id), -- [Đơn vị nhận] who received
  recipient TEXT, -- [Bên nhận (bằng lời)] who received, in words
  text TEXT NOT NULL, -- [Tặng gì] sách quý
  qualifier TEXT CHECK (qualifier IN ('BANG', 'HON', 'TREN', 'GAN', 'KHOANG', 'TU_DEN', 'NHIEU', 'TOAN_THE', 'MOT_SO')), -- [Mức] exactly, more than, over, nearly …
  count_min INTEGER CHECK (count_min >= 0), -- [Số lượng] how many, as printed
  count_max INTEGER CHECK (count_max >= 0), -- [Số lượng đến] the upper number of TU_DEN
  unit TEXT, -- [Đơn vị tính] bản
  photo INTEGER REFERENCES photo (id), -- [Ảnh] the photograph that shows it
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (event, seq)
) STRICT;

-- ==== Papers and the bulletin ====

CREATE TABLE document ( -- [Văn bản] A paper that is made from the records.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-bao-cao
  kind TEXT NOT NULL CHECK (kind IN ('BAO_CAO', 'NGHI_QUYET', 'KE_HOACH', 'THONG_BAO', 'BIEN_BAN', 'TO_TRINH',
    'CONG_VAN', 'QUYET_DINH', 'GIAY_MOI', 'CHUONG_TRINH', 'DANH_SACH', 'GIAY_KHEN', 'BAN_TIN')), -- [Loại] what sort of paper
  layout TEXT, -- [Bố cục] name of the layout, where several make papers of this kind: bien-ban-bau-cu
  event INTEGER REFERENCES event (id), -- [Sự kiện] the event that it is about
  term INTEGER REFERENCES term (id), -- [Nhiệm kỳ] the term that it is about
  period INTEGER REFERENCES period (id), -- [Kỳ] the period that it is about
  org INTEGER NOT NULL REFERENCES org (id), -- [Cơ quan ban hành] the body that issues it; letterhead, second line
  parent_org INTEGER REFERENCES org (id), -- [Cơ quan cấp trên] the body above it; letterhead, first line
  number TEXT, -- [Số] 15; empty: room is left to write it
  symbol TEXT, -- [Ký hiệu] BC-LHTV
  place INTEGER REFERENCES place (id), -- [Địa danh] of the date line
  date TEXT CHECK (date IS date (date, '+0 days')), -- [Ngày ban hành] day of issue; empty: room is left
  title TEXT NOT NULL, -- [Trích yếu] what it is about, below the kind: Tổng kết công tác nhiệm kỳ 2020-2022 …
  secrecy TEXT CHECK (secrecy IN ('MAT', 'TOI_MAT', 'TUYET_MAT')), -- [Độ mật] secret, very secret, most secret: a red stamp below the number
  urgency TEXT CHECK (urgency IN ('KHAN', 'THUONG_KHAN', 'HOA_TOC')), -- [Độ khẩn] urgent, very urgent, at once: a red stamp below the number
  status TEXT CHECK (status IN ('NHAP', 'TRINH_DUYET', 'BAN_HANH', 'LUU_TRU', 'THAY_THE')), -- [Tình trạng] draft, to be approved, issued, archived, replaced
  supersedes INTEGER REFERENCES document (id), -- [Thay thế] the paper that it replaces
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE document_signer ( -- [Người ký] Who signs a paper; minutes have two.
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id), -- [Văn bản] the paper
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] 1: the signer on the right
  authority TEXT, -- [Quyền hạn ký] TM. BAN CHẤP HÀNH; lines parted by |; empty: the signer signs for himself
  office TEXT, -- [Chức vụ ký] CHỦ TỊCH
  person INTEGER REFERENCES person (id), -- [Người ký] who signs; empty: room is left
  own_office TEXT, -- [Chức vụ tại đơn vị] below the signature: GIÁM ĐỐC THƯ VIỆN TỈNH NINH BÌNH
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (document, seq)
) STRICT;

CREATE TABLE document_recipient ( -- [Nơi nhận] To whom a paper goes, a line each, without ";" and "." at the end.
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id), -- [Văn bản] the paper
  kind TEXT NOT NULL CHECK (kind IN ('KINH_GUI', 'NOI_NHAN', 'LUU')), -- [Loại] above the text; below it; the line of the files
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  text TEXT NOT NULL, -- [Tên in] Vụ Thư viện, Bộ VHTTDL (để báo cáo); for LUU without the word: VT
  org INTEGER REFERENCES org (id), -- [Tổ chức] who that is
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (document, kind, seq)
) STRICT;

CREATE TABLE document_section ( -- [Phần văn bản] Narrative parts of a paper, written by people.
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id), -- [Văn bản] the paper
  code TEXT NOT NULL, -- [Mã phần] which part of the layout: mo-dau
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  title TEXT, -- [Tiêu đề] heading
  text TEXT NOT NULL, -- [Nội dung] CommonMark, or the name of a .docx file, which is read when it comes in
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (document, code)
) STRICT;

CREATE TABLE bulletin ( -- [Tập san] A bulletin that a federation publishes.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: thong-tin-lhtv
  org INTEGER NOT NULL REFERENCES org (id), -- [Tổ chức] who publishes it
  title TEXT NOT NULL, -- [Tên] Thông tin Liên hiệp Thư viện
  periodicity TEXT, -- [Định kỳ] how often it comes out, as printed: 3 tháng một số
  format TEXT CHECK (format IN ('19X27', 'A4', 'A5')), -- [Khổ] 19 × 27 cm, the largest that the press law allows; A4; A5
  design TEXT CHECK (design IN ('song-hong', 'cao-nguyen', 'bien', 'theo-bia')), -- [Kiểu trình bày] the design that the office has chosen: river, highland, sea, in the colour of the cover
  contact TEXT, -- [Liên hệ] CommonMark: address, telephone, e-mail of the editors
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE bulletin_issue ( -- [Số tập san] One issue of it.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: thong-tin-lhtv-2023-1
  bulletin INTEGER NOT NULL REFERENCES bulletin (id), -- [Tập san] the bulletin
  number TEXT, -- [Số] 1
  year INTEGER NOT NULL, -- [Năm] 2023
  date TEXT CHECK (date IS substr (date (substr (date || '-01-01', 1, 10), '+0 days'), 1, length (date))), -- [Ngày phát hành] published on
  title TEXT, -- [Chủ đề] theme of the issue: Khởi động nhiệm kỳ mới
  cover_photo INTEGER REFERENCES photo (id), -- [Ảnh bìa] picture of the cover
  licence TEXT, -- [Giấy phép] number and date of the licence, as printed on the last page
  printed_at TEXT, -- [Nơi in] who printed it, and where
  copies INTEGER CHECK (copies > 0), -- [Số lượng in] how many were printed: 300
  periodicity TEXT, -- [Định kỳ] how often it comes out, where this issue prints another than its bulletin
  responsible TEXT, -- [Người chịu trách nhiệm xuất bản] name and office, as printed
  deposited TEXT, -- [Nộp lưu chiểu] when the copies went to the legal deposit, as printed: tháng 12 năm 2022
  imprint TEXT, -- [Nơi in, số lượng] printer, copies, periodicity, as printed on the last page, where they are not in columns of their own
  foreword TEXT, -- [Lời nói đầu] CommonMark: words of the editors to their readers
  foreword_by TEXT, -- [Ký tên lời nói đầu] who signs them, as printed: BAN BIÊN TẬP
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE bulletin_member ( -- [Ban biên tập] Who makes an issue, in the order of its imprint.
  id INTEGER PRIMARY KEY,
  issue INTEGER NOT NULL REFERENCES bulletin_issue (id), -- [Số tập san] the issue
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  role TEXT NOT NULL, -- [Công việc] Trưởng ban, Ủy viên, Thư ký, Trình bày
  name TEXT NOT NULL, -- [Tên in] as printed
  person INTEGER REFERENCES person (id), -- [Người] who that is, where the records know the person
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (issue, seq)
) STRICT;

CREATE TABLE rubric ( -- [Chuyên mục] A regular part of a bulletin.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tin-tuc
  bulletin INTEGER NOT NULL REFERENCES bulletin (id), -- [Tập san] the bulletin
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  title TEXT NOT NULL, -- [Tên] Tin tức - Sự kiện
  form TEXT CHECK (form IN ('BAI', 'TIN', 'TIN_VAN', 'ANH')), -- [Cách trình bày] articles in two columns, news in three, news in brief, pages of pictures; empty: articles
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE article ( -- [Bài] An article of an issue.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-tin
  issue INTEGER REFERENCES bulletin_issue (id), -- [Số tập san] the issue; empty: not placed yet
  rubric INTEGER REFERENCES rubric (id), -- [Chuyên mục] where it stands
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  title TEXT NOT NULL, -- [Tiêu đề] headline
  lead TEXT, -- [Lời dẫn] the words below the headline
  event INTEGER REFERENCES event (id), -- [Sự kiện] the event that it tells of
  source_item INTEGER REFERENCES source_item (id), -- [Bài nguồn] what it was taken from
  source TEXT, -- [Nguồn] the same as printed below the article, where it was taken from somebody else
  cover_seq INTEGER CHECK (cover_seq > 0), -- [Thứ tự trên bìa] its place among the articles that the cover announces; empty: not announced
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE article_block ( -- [Đoạn bài] Paragraphs and pictures of an article.
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id), -- [Bài] the article
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  kind TEXT NOT NULL CHECK (kind IN ('DOAN', 'ANH', 'BANG', 'TRICH', 'NGAT', 'BIEU_DO', 'SO')), -- [Loại] paragraphs, picture, table, pull quote, jump (the rest stands on a later page), chart, figure set large
  place TEXT CHECK (place IN ('COT', 'NGANG', 'TRAI', 'PHAI', 'DAU_TRANG')), -- [Chỗ đặt] in the column; across the columns; at the left or the right with text around it; at the head of the page; empty: as the layout does it
  text TEXT, -- [Nội dung] CommonMark: paragraphs, a table, the title of a table or chart out of numbers; a quotation, “—” and who said it; of SO the number, “:” and its words
  photo INTEGER REFERENCES photo (id), -- [Ảnh] the picture
  indicator INTEGER REFERENCES indicator (id), -- [Chỉ tiêu] what a chart or table shows
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (article, seq),
  CHECK (kind = 'NGAT' OR text IS NOT NULL OR photo IS NOT NULL OR indicator IS NOT NULL)
) STRICT;

CREATE TABLE filler ( -- [Mẩu lấp chỗ] A short piece that fills the foot of a column, so that a page ends full.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: doc-1
  bulletin INTEGER NOT NULL REFERENCES bulletin (id), -- [Tập san] the bulletin
  issue INTEGER REFERENCES bulletin_issue (id), -- [Số tập san] the issue that it is for; empty: fits any
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] which is taken first
  kind TEXT NOT NULL CHECK (kind IN ('TRICH', 'CON_SO', 'THONG_BAO', 'SACH')), -- [Loại] quotation, figure of the month, notice, book
  title TEXT, -- [Tiêu đề] heading; of CON_SO the figure itself
  text TEXT NOT NULL, -- [Nội dung] CommonMark
  source TEXT, -- [Nguồn] who said or wrote it, as printed
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;

CREATE TABLE credit ( -- [Ghi công] Who wrote, photographed, edited: of a source, an article, a photograph, or of all photographs of an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tk22-gc-1
  source_item INTEGER REFERENCES source_item (id), -- [Bài nguồn] of a source
  article INTEGER REFERENCES article (id), -- [Bài] of an article
  photo INTEGER REFERENCES photo (id), -- [Ảnh] of one photograph
  photos_of INTEGER REFERENCES event (id), -- [Ảnh của sự kiện] of all photographs of an event together
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  role TEXT CHECK (role IN ('TIN', 'BAI', 'TIN_VA_BAI', 'ANH', 'TIN_ANH', 'BIEN_TAP', 'TAC_GIA')), -- [Vai trò] empty: a bare name
  name TEXT NOT NULL, -- [Tên in] as printed: Minh Thu-HG, PV
  person INTEGER REFERENCES person (id), -- [Người] who that is, where it is one person
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  CHECK ((source_item IS NOT NULL) + (article IS NOT NULL) + (photo IS NOT NULL) + (photos_of IS NOT NULL) = 1)
) STRICT;

CREATE TABLE sic ( -- [Lỗi in] A misprint of the source, and what is printed instead.
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event whose source has it
  table_name TEXT NOT NULL, -- [Bảng] table of the corrected text
  row_code TEXT NOT NULL, -- [Mã dòng] code of its row, or of the row that it belongs to
  column_name TEXT NOT NULL, -- [Cột] column of the corrected text
  printed TEXT NOT NULL, -- [In là] as the source has it
  corrected TEXT, -- [Sửa là] as it is printed; empty: kept as it is
  certain INTEGER NOT NULL CHECK (certain IN (0, 1)), -- [Chắc chắn] 1: surely a misprint
  times INTEGER CHECK (times > 0), -- [Số lần] how often the source has it; empty: once
  line INTEGER CHECK (line > 0), -- [Dòng] line in the source
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (event, table_name, row_code, column_name, printed)
) STRICT;

-- ==== What follows from the records: views, for layouts and for anybody with a SQL shell ====

-- The members of a federation, with the periods in which they were members for at least a day.
CREATE VIEW member_at AS
SELECT r.other AS federation, r.org AS member, p.id AS period, r.seq AS seq
FROM org_relation AS r JOIN period AS p ON r.kind = 'THANH_VIEN'
WHERE (r.date_from IS NULL OR p.date_to IS NULL OR substr (r.date_from, 1, length (p.date_to)) <= p.date_to)
  AND (r.date_to IS NULL OR p.date_from IS NULL OR r.date_to >= substr (p.date_from, 1, length (r.date_to)));

-- Reported numbers: one an indicator, organisation and period. NULL where a row says that nothing was reported.
-- rough: the number is "hơn", "gần", a range …; other_unit: the unit, where it is not that of the indicator.
CREATE VIEW reported AS
SELECT v.id AS id, v.indicator AS indicator, v.org AS org, v.period AS period, v.value_min AS value,
  v.value_min IS NOT NULL AND coalesce (v.qualifier, 'BANG') <> 'BANG' AS rough,
  CASE WHEN v.unit IS NOT (SELECT unit FROM indicator WHERE id = v.indicator) THEN v.unit END AS other_unit
FROM indicator_value AS v
WHERE v.comparison = 'TUYET_DOI' AND v.measure = 'GIA_TRI' AND v.value_max IS NULL;

-- The value of a federation, summed over its members for flows and stocks. Numbers in another unit are left out and
-- counted: value is the sum of what was reported, by so many (reported) of so many (members). The joins repeat what
-- reported says, so that they go by the index.
CREATE VIEW federation_sum AS
SELECT m.federation AS federation, i.id AS indicator, m.period AS period,
  sum (v.value_min) FILTER (WHERE v.unit IS NULL OR v.unit IS i.unit) AS value,
  count (v.value_min) FILTER (WHERE v.unit IS NULL OR v.unit IS i.unit) AS reported, count (*) AS members,
  count (v.unit) FILTER (WHERE v.unit IS NOT i.unit) AS other_units,
  max (v.value_min IS NOT NULL AND coalesce (v.qualifier, 'BANG') <> 'BANG') AS rough
FROM indicator AS i JOIN member_at AS m
  LEFT JOIN indicator_value AS v ON v.indicator = i.id AND v.org = m.member AND v.period = m.period
    AND v.comparison = 'TUYET_DOI' AND v.measure = 'GIA_TRI' AND v.value_max IS NULL
WHERE i.kind <> 'TY_LE'
GROUP BY m.federation, i.id, m.period;

-- The same with ratios: never a sum or a mean of ratios, but the ratio of the sums over those members that reported both.
CREATE VIEW federation_value AS
SELECT federation, indicator, period, value, reported, members, other_units, rough FROM federation_sum
UNION ALL
SELECT m.federation, i.id, m.period,
  coalesce (i.factor, 1) * sum (n.value_min) FILTER (WHERE d.value_min IS NOT NULL)
    / nullif (sum (d.value_min) FILTER (WHERE n.value_min IS NOT NULL), 0),
  count (n.value_min + d.value_min), count (*), 0,
  max (coalesce (n.qualifier, 'BANG') <> 'BANG' OR coalesce (d.qualifier, 'BANG') <> 'BANG')
FROM indicator AS i JOIN member_at AS m
  LEFT JOIN indicator_value AS n ON n.indicator = i.numerator AND n.org = m.member AND n.period = m.period
    AND n.comparison = 'TUYET_DOI' AND n.measure = 'GIA_TRI' AND n.value_max IS NULL AND n.unit IS NULL
  LEFT JOIN indicator_value AS d ON d.indicator = i.denominator AND d.org = m.member AND d.period = m.period
    AND d.comparison = 'TUYET_DOI' AND d.measure = 'GIA_TRI' AND d.value_max IS NULL AND d.unit IS NULL
WHERE i.kind = 'TY_LE'
GROUP BY m.federation, i.id, m.period;

-- Which years lie within which longer period.
CREATE VIEW period_year AS
SELECT span.id AS period, year.id AS year, year.date_from AS date
FROM period AS span JOIN period AS year ON year.kind = 'NAM' AND span.kind IN ('NHIEU_NAM', 'NHIEM_KY')
WHERE year.date_from >= substr (span.date_from, 1, 4) AND year.date_from <= substr (span.date_to, 1, 4);

-- What years add up to over a longer period, for one organisation: flows are summed, of a stock the last year counts.
-- reported years of years; a longer period's own number, where somebody reported one, is in reported, not here.
CREATE VIEW span_value AS
SELECT y.period AS period, i.id AS indicator, o.org AS org,
  CASE i.kind WHEN 'PHAT_SINH' THEN sum (r.value)
    ELSE (SELECT last.value FROM period_year AS z JOIN reported AS last ON last.period = z.year
      WHERE z.period = y.period AND last.indicator = i.id AND last.org = o.org AND last.value IS NOT NULL AND last.other_unit IS NULL
      ORDER BY z.date DESC LIMIT 1) END AS value,
  count (r.value) AS reported, count (*) AS years, coalesce (max (r.rough), 0) AS rough
FROM period_year AS y JOIN indicator AS i ON i.kind <> 'TY_LE'
  JOIN (SELECT DISTINCT org, indicator FROM indicator_value) AS o ON o.indicator = i.id
  LEFT JOIN reported AS r ON r.indicator = i.id AND r.org = o.org AND r.period = y.year AND r.other_unit IS NULL
GROUP BY y.period, i.id, o.org;

-- Where foreign keys are looked up.
CREATE INDEX item_event_kind ON item (event, kind, parent, seq);
CREATE INDEX item_parent ON item (parent, seq);
CREATE INDEX item_speech ON item (speech, seq);
CREATE INDEX event_parent ON event (parent_event, seq);
CREATE INDEX photo_event ON photo (event, seq);
CREATE INDEX indicator_value_org ON indicator_value (org, period);
CREATE INDEX org_relation_other ON org_relation (other, kind);
