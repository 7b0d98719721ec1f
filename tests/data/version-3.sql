PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO place VALUES(1,'ninh-binh','TINH','Ninh Bình','tỉnh Ninh Bình',NULL,NULL,NULL,NULL,NULL);
INSERT INTO place VALUES(2,'hai-duong','TINH','Hải Dương','tỉnh Hải Dương',NULL,NULL,NULL,NULL,NULL);
INSERT INTO place VALUES(3,'thai-binh','TINH','Thái Bình','tỉnh Thái Bình',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO org VALUES(1,'bo-vhttdl','BO','Bộ Văn hóa, Thể thao và Du lịch','Bộ VHTTDL',NULL,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(2,'vu-thu-vien','VU','Vụ Thư viện',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(3,'tvqg','THU_VIEN_QUOC_GIA','Thư viện Quốc gia Việt Nam','TVQG',NULL,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(4,'hoi-tvvn','HOI','Hội Thư viện Việt Nam','Hội Thư viện VN',NULL,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(5,'lhtv-dbsh','LIEN_HIEP','Liên hiệp Thư viện Đồng bằng sông Hồng','LHTV Đồng bằng sông Hồng',NULL,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(6,'bch-lhtv-dbsh','CO_QUAN_NOI_BO','Ban Chấp hành Liên hiệp Thư viện Đồng bằng sông Hồng','Ban Chấp hành Liên hiệp',NULL,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(7,'so-vhtt-ninh-binh','SO','Sở Văn hóa và Thể thao tỉnh Ninh Bình','Sở VHTT tỉnh Ninh Bình',1,NULL,NULL,NULL,'Sở Văn hóa và Thể thao: không có "Du lịch"');
INSERT INTO org VALUES(8,'tv-ninh-binh','THU_VIEN_TINH','Thư viện tỉnh Ninh Bình',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(9,'tv-hai-duong','THU_VIEN_TINH','Thư viện tỉnh Hải Dương',NULL,2,NULL,NULL,NULL,NULL);
INSERT INTO org VALUES(10,'tv-thai-binh','THU_VIEN_TINH','Thư viện tỉnh Thái Bình',NULL,3,NULL,NULL,NULL,NULL);
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
INSERT INTO org_name VALUES(1,5,'Liên hiệp Thư viện Đồng bằng sông Hồng','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(2,5,'LHTV Đồng bằng sông Hồng','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(3,5,'Liên hiệp TV Đồng bằng sông Hồng','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(4,5,'LHTV Đồng bằng Sông Hồng','BIEN_THE',NULL,NULL,NULL);
INSERT INTO org_name VALUES(5,5,'LHTV Đồng Bằng Sông Hồng','BIEN_THE',NULL,NULL,NULL);
INSERT INTO org_name VALUES(6,5,'LHTV đồng bằng sông Hồng','BIEN_THE',NULL,NULL,NULL);
INSERT INTO org_name VALUES(7,5,'Liên hiệp Thư viện đồng bằng sông Hồng','BIEN_THE',NULL,NULL,NULL);
INSERT INTO org_name VALUES(8,5,'LHTV Đồng bằng Sồng Hồng','IN_SAI',NULL,NULL,NULL);
INSERT INTO org_name VALUES(9,5,'LHTV Đồng bằng sồng Hồng','IN_SAI',NULL,NULL,NULL);
INSERT INTO org_name VALUES(10,1,'Bộ Văn hóa, Thể thao và Du lịch','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(11,1,'Bộ VHTTDL','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(12,2,'Vụ Thư viện','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(13,3,'Thư viện Quốc gia Việt Nam','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(14,3,'Thư viện Quốc gia VN','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(15,3,'TVQG VN','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(16,4,'Hội Thư viện Việt Nam','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(17,4,'Hội Thư viện VN','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(18,4,'HộiThư viện VN','IN_SAI',NULL,NULL,NULL);
INSERT INTO org_name VALUES(19,7,'Sở Văn hóa và Thể thao tỉnh Ninh Bình','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(20,7,'Sở VHTT tỉnh Ninh Bình','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(21,7,'Sở VHTT','VIET_TAT',NULL,NULL,NULL);
INSERT INTO org_name VALUES(22,8,'Thư viện tỉnh Ninh Bình','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(23,9,'Thư viện tỉnh Hải Dương','CHINH_THUC',NULL,NULL,NULL);
INSERT INTO org_name VALUES(24,10,'Thư viện tỉnh Thái Bình','CHINH_THUC',NULL,NULL,NULL);
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
INSERT INTO org_relation VALUES(1,2,1,'TRUC_THUOC',NULL,NULL,NULL,NULL,NULL);
INSERT INTO org_relation VALUES(2,3,1,'TRUC_THUOC',NULL,NULL,NULL,1,'Hiểu biết chung, nguồn không in');
INSERT INTO org_relation VALUES(3,5,4,'TRUC_THUOC',NULL,NULL,NULL,1,'Chỉ in ở dạng chung trong nguồn khác (000 không in)');
INSERT INTO org_relation VALUES(4,6,5,'CO_QUAN_CUA',NULL,NULL,NULL,0,NULL);
INSERT INTO org_relation VALUES(5,8,5,'THANH_VIEN',1,NULL,NULL,1,'Suy ra: Giám đốc là Chủ tịch Liên hiệp; thứ tự do mẫu đặt');
INSERT INTO org_relation VALUES(6,9,5,'THANH_VIEN',2,NULL,NULL,1,'Suy ra: Giám đốc là Phó Chủ tịch Liên hiệp; thứ tự do mẫu đặt');
INSERT INTO org_relation VALUES(7,10,5,'THANH_VIEN',3,NULL,NULL,1,'Suy ra: đội của thư viện dự giao lưu giữa 12 thư viện thành viên; thứ tự do mẫu đặt');
INSERT INTO org_relation VALUES(8,8,7,'TRUC_THUOC',NULL,NULL,NULL,1,'Thông lệ, nguồn không in');
CREATE TABLE person ( -- [Người] A person. What somebody was at an event stands in position, not here.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: bui-van-phuong
  name TEXT NOT NULL, -- [Họ và tên] Bùi Văn Phương
  sort_name TEXT, -- [Tên để xếp] where the last syllable is not the given name: the name to sort by
  sex TEXT CHECK (sex IN ('NAM', 'NU')), -- [Giới tính] never guessed from a name
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;
INSERT INTO person VALUES(1,'nguyen-xuan-dung','Nguyễn Xuân Dũng',NULL,'NAM','Giới tính theo cách xưng hô "Ông" trong nguồn');
INSERT INTO person VALUES(2,'nguyen-huu-gioi','Nguyễn Hữu Giới',NULL,'NAM',NULL);
INSERT INTO person VALUES(3,'vu-hong-minh','Vũ Hồng Minh',NULL,'NAM',NULL);
INSERT INTO person VALUES(4,'pham-van-trien','Phạm Văn Triển',NULL,'NAM',NULL);
INSERT INTO person VALUES(5,'bui-van-phuong','Bùi Văn Phương',NULL,'NAM',NULL);
INSERT INTO person VALUES(6,'bui-duc-canh','Bùi Đức Cảnh',NULL,'NAM',NULL);
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
INSERT INTO term VALUES(1,'dbsh-2020-2022',5,'2020-2022',NULL,2020,2022,NULL,NULL,NULL,12,'Nguồn: "12 thư viện thành viên", in 4 lần, không kể tên; "trong 02 năm qua"');
INSERT INTO term VALUES(2,'dbsh-2022-2024',5,'2022-2024',NULL,2022,2024,NULL,NULL,1,NULL,'Nguồn in cả "2022-2024" và "2022 – 2024"; chung năm 2022 với nhiệm kỳ trước');
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
INSERT INTO office VALUES(1,'chu-tich','Chủ tịch',1,NULL);
INSERT INTO office VALUES(2,'pho-chu-tich','Phó Chủ tịch',2,NULL);
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
INSERT INTO event VALUES(1,'dbsh-tk-2022','TONG_KET_NHIEM_KY',NULL,NULL,'Hội nghị Tổng kết công tác nhiệm kỳ 2020-2022 và triển khai phương hướng, nhiệm vụ trọng tâm nhiệm kỳ 2022-2024','Hội nghị Tổng kết nhiệm kỳ',NULL,NULL,NULL,NULL,'2022-08-19',NULL,NULL,'SANG',1,NULL,NULL,'DA_DIEN_RA',1,2,NULL,NULL,'THONG_NHAT_CAO',NULL,NULL,NULL,'Nơi họp (tòa nhà), trang đăng, ngày đăng: nguồn không in');
INSERT INTO event VALUES(2,'dbsh-tk-2022-the-thao','GIAO_LUU_THE_THAO',1,1,'Giao lưu thể thao',NULL,NULL,NULL,NULL,NULL,'2022-08-18',NULL,NULL,NULL,NULL,NULL,NULL,'DA_DIEN_RA',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO event VALUES(3,'dbsh-tk-2022-van-nghe','GIAO_LUU_VAN_NGHE',1,2,'Giao lưu Văn nghệ',NULL,NULL,NULL,NULL,NULL,'2022-08-18',NULL,NULL,NULL,NULL,NULL,NULL,'DA_DIEN_RA',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO source_item VALUES(1,'tk22-bai',1,NULL,'000_c457ffae7e542c32.txt','Liên hiệp Thư viện Đồng bằng sông Hồng Tổng kết công tác nhiệm kỳ 2020-2022 và triển khai phương hướng nhiệm vụ trọng tâm nhiệm kỳ 2022-2024',NULL,NULL,NULL,NULL,'Tin và bài: Minh Thu-HG, ảnh PV',NULL);
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
INSERT INTO event_org VALUES(1,1,5,'TO_CHUC',1,NULL,NULL,NULL);
INSERT INTO event_org VALUES(2,1,2,'CHI_DAO',1,'Vụ Thư viện, Bộ VHTTDL',NULL,NULL);
INSERT INTO event_org VALUES(3,1,3,'CHI_DAO',2,NULL,NULL,NULL);
INSERT INTO event_org VALUES(4,1,4,'CHI_DAO',3,NULL,NULL,NULL);
INSERT INTO event_org VALUES(5,1,7,'DANG_CAI',1,NULL,NULL,NULL);
INSERT INTO event_org VALUES(6,1,8,'DANG_CAI',2,NULL,NULL,NULL);
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
INSERT INTO participation VALUES(1,'tk22-nguyen-xuan-dung',1,1,1,'ONG',NULL,'TW',NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(2,'tk22-nguyen-huu-gioi',1,2,2,'ONG',NULL,'TW',NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(3,'tk22-vu-hong-minh',1,3,3,'ONG',NULL,'DIA_PHUONG',NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(4,'tk22-pham-van-trien',1,4,4,'ONG',NULL,NULL,NULL,'CO_MAT','Thư viện của ông: nguồn không in');
INSERT INTO participation VALUES(5,'tk22-bui-van-phuong',1,5,5,'ONG',NULL,NULL,NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(6,'tk22-bui-duc-canh',1,6,NULL,'ONG',NULL,NULL,NULL,'KHONG_NEU','Chỉ được nêu khi bầu Ban Chấp hành');
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
INSERT INTO position VALUES(1,1,1,'Phó Giám đốc',3,NULL,NULL,'Phó Giám đốc Thư viện Quốc gia Việt Nam',1,NULL);
INSERT INTO position VALUES(2,2,1,'Chủ tịch',4,NULL,NULL,'Chủ tịch Hội Thư viện Việt Nam',1,NULL);
INSERT INTO position VALUES(3,3,1,'Phó Giám đốc',7,NULL,NULL,'Phó Giám đốc Sở Văn hóa và Thể thao tỉnh Ninh Bình',1,NULL);
INSERT INTO position VALUES(4,4,1,'Chủ tịch',5,1,NULL,'Chủ tịch LHTV Đồng bằng sông Hồng',1,NULL);
INSERT INTO position VALUES(5,5,1,'Phó Chủ tịch',5,1,NULL,'Phó Chủ tịch LHTV Đồng bằng sông Hồng',1,NULL);
INSERT INTO position VALUES(6,5,2,'Giám đốc',8,NULL,NULL,'Giám đốc Thư viện tỉnh Ninh Bình',0,'In ở phần bầu Ban Chấp hành');
INSERT INTO position VALUES(7,6,1,'Giám đốc',9,NULL,NULL,'Giám đốc Thư viện tỉnh Hải Dương',0,'In ở phần bầu Ban Chấp hành');
CREATE TABLE participation_role ( -- [Vai trò người dự] What a person did at an event.
  id INTEGER PRIMARY KEY,
  participation INTEGER NOT NULL REFERENCES participation (id), -- [Người dự] who, and at which event
  role TEXT NOT NULL CHECK (role IN ('DAI_BIEU', 'CHU_TRI', 'THU_KY', 'PHAT_BIEU_CHAO_MUNG', 'TRINH_BAY_BAO_CAO',
    'TRINH_BAY_THAM_LUAN', 'PHAT_BIEU_CHI_DAO', 'PHAT_BIEU_TIEP_THU', 'THAO_LUAN', 'TRAO_THUONG', 'TANG_HOA',
    'TANG_SACH', 'DUOC_BAU', 'BAN_GIAO', 'NHAN_BAN_GIAO', 'CHUP_ANH_LUU_NIEM')), -- [Vai trò] delegate, chair, secretary, speaker …
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (participation, role)
) STRICT;
INSERT INTO participation_role VALUES(1,1,'DAI_BIEU',NULL);
INSERT INTO participation_role VALUES(2,1,'PHAT_BIEU_CHI_DAO',NULL);
INSERT INTO participation_role VALUES(3,2,'DAI_BIEU',NULL);
INSERT INTO participation_role VALUES(4,2,'PHAT_BIEU_CHI_DAO',NULL);
INSERT INTO participation_role VALUES(5,2,'CHUP_ANH_LUU_NIEM','Theo chú thích ảnh 4');
INSERT INTO participation_role VALUES(6,3,'DAI_BIEU',NULL);
INSERT INTO participation_role VALUES(7,3,'PHAT_BIEU_CHAO_MUNG',NULL);
INSERT INTO participation_role VALUES(8,4,'DAI_BIEU',NULL);
INSERT INTO participation_role VALUES(9,5,'DAI_BIEU',NULL);
INSERT INTO participation_role VALUES(10,5,'DUOC_BAU',NULL);
INSERT INTO participation_role VALUES(11,6,'DUOC_BAU',NULL);
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
INSERT INTO attendance_group VALUES(1,1,1,'Nhiều đại biểu là Giám đốc, Phó Giám đốc và cán bộ Thư viện các tỉnh/TP trong LHTV Đồng bằng sông Hồng','Giám đốc, Phó Giám đốc và cán bộ',5,'NHIEU',NULL,NULL,'đại biểu',NULL,'thư viện tỉnh/TP',NULL);
INSERT INTO attendance_group VALUES(2,1,2,'Hơn 100 đại biểu của 12 thư viện tỉnh/TP trong LHTV Đồng bằng sông Hồng',NULL,5,'HON',100,NULL,'đại biểu',12,'thư viện tỉnh/TP',NULL);
INSERT INTO attendance_group VALUES(3,2,1,'12 thư viện thành viên',NULL,5,NULL,NULL,NULL,NULL,12,'thư viện thành viên',NULL);
INSERT INTO attendance_group VALUES(4,3,1,'12 thư viện thành viên',NULL,5,NULL,NULL,NULL,NULL,12,'thư viện thành viên',NULL);
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
INSERT INTO report VALUES(1,'tk22-bc',1,1,'Báo cáo Tổng kết nhiệm kỳ 2020-2022 của LHTV Đồng bằng sông Hồng',NULL,NULL,1,NULL,NULL,NULL,'Người trình bày: nguồn không in');
CREATE TABLE field ( -- [Lĩnh vực] A field of work: the headings of the results.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: phuc-vu
  title TEXT NOT NULL, -- [Tên] Công tác phục vụ và phát triển vốn tài nguyên thông tin
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;
INSERT INTO field VALUES(1,'phuc-vu','Công tác phục vụ, bổ sung vốn tài nguyên thông tin',1,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(2,'chuyen-doi-so','Ứng dụng chuyển đổi số, phát triển thư viện số',2,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(3,'mang-luoi','Mạng lưới thư viện cơ sở',3,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(4,'tuyen-truyen','Trưng bày triển lãm, tuyên truyền giới thiệu sách',4,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(5,'van-hoa-doc','Phát triển văn hóa đọc',5,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(6,'gan-ket','Gắn kết, đổi mới phương thức hoạt động',6,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
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
INSERT INTO speech VALUES(1,'tk22-chao-mung',1,1,'CHAO_MUNG',7,'lãnh đạo Sở VHTT tỉnh Ninh Bình',NULL,NULL);
INSERT INTO speech VALUES(2,'tk22-chi-dao',1,2,'CHI_DAO',NULL,NULL,NULL,'Hai người phát biểu; nguồn không in ai nói điều gì');
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
INSERT INTO speech_speaker VALUES(1,1,3,1,'ONG','Phó Giám đốc Sở Văn hóa và Thể thao tỉnh Ninh Bình',NULL);
INSERT INTO speech_speaker VALUES(2,2,1,1,'DONG_CHI','Phó Giám đốc TVQG VN',NULL);
INSERT INTO speech_speaker VALUES(3,2,2,2,'DONG_CHI','Chủ tịch Hội Thư viện VN',NULL);
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
INSERT INTO item VALUES(1,'tk22-ct-1',1,'CHUONG_TRINH',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Phát biểu chào mừng',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(2,'tk22-ct-2',1,'CHUONG_TRINH',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Báo cáo tổng kết nhiệm kỳ',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(3,'tk22-ct-3',1,'CHUONG_TRINH',3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Thảo luận',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(4,'tk22-ct-4',1,'CHUONG_TRINH',4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Thống nhất phương hướng, nhiệm vụ',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(5,'tk22-ct-5',1,'CHUONG_TRINH',5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Phát biểu chỉ đạo',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(6,'tk22-ct-6',1,'CHUONG_TRINH',6,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Bầu Ban Chấp hành',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(7,'tk22-ct-7',1,'CHUONG_TRINH',7,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Giao lưu thể thao và Giao lưu Văn nghệ',NULL,'Suy ra từ thứ tự kể trong nguồn; diễn ra ngày 18/8/2022, trước Hội nghị');
INSERT INTO item VALUES(8,'tk22-bc-1',1,'BAO_CAO',1,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,'Báo cáo Tổng kết nhiệm kỳ 2020-2022 của LHTV Đồng bằng sông Hồng đã khái quát các mặt hoạt động cơ bản của 12 thư viện tỉnh/TP trong Liên hiệp',NULL,'Người trình bày: nguồn không in');
INSERT INTO item VALUES(9,'tk22-kq-1',1,'KET_QUA',1,NULL,1,1,NULL,NULL,NULL,NULL,NULL,NULL,'Liên hiệp Thư viện Đồng bằng sông Hồng đã nỗ lực vượt qua khó khăn, để hoàn thành tốt các chỉ tiêu đặt ra về công tác phục vụ, bổ sung vốn tài nguyên thông tin',NULL,'Nguồn có dấu hai chấm sau "về", vì câu nối với các kết quả sau');
INSERT INTO item VALUES(10,'tk22-kq-2',1,'KET_QUA',2,NULL,2,1,NULL,NULL,NULL,NULL,NULL,NULL,'Từng bước đẩy mạnh ứng dụng chuyển đổi số vào hoạt động thư viện, xây dựng, phát triển thư viện số',NULL,NULL);
INSERT INTO item VALUES(11,'tk22-kq-3',1,'KET_QUA',3,NULL,3,1,NULL,NULL,NULL,NULL,NULL,NULL,'Mở rộng mạng lưới thư viện cơ sở',NULL,NULL);
INSERT INTO item VALUES(12,'tk22-kq-4',1,'KET_QUA',4,NULL,4,1,NULL,NULL,NULL,NULL,NULL,NULL,'Tích cực tham gia trưng bày triển lãm, tuyên truyền giới thiệu sách nhân các ngày lễ lớn trong năm của đất nước, của địa phương',NULL,NULL);
INSERT INTO item VALUES(13,'tk22-kq-5',1,'KET_QUA',5,NULL,5,1,NULL,NULL,NULL,NULL,NULL,NULL,'Các thư viện trong Liên hiệp đã đẩy mạnh hoạt động đọc sách trong trường học, tại thư viện và ngoài xã hội, nhằm lan tỏa văn hóa đọc đến với học sinh, sinh viên, tạo thói quen đọc sách cho mọi tầng lớp nhân dân trong xã hội, góp phần tích cực vào việc xây dựng, phát triển xã hội học tập, học tập suốt đời của mỗi địa phương',NULL,NULL);
INSERT INTO item VALUES(14,'tk22-kk-1',1,'KHO_KHAN',1,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,'Hoạt động của các thư viện trong Liên hiệp trong 02 năm qua đã gặp nhiều khó khăn do ảnh hưởng của đại dịch Covid-19',NULL,NULL);
INSERT INTO item VALUES(15,'tk22-kk-2',1,'KHO_KHAN',2,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,'Sự phối hợp trao đổi nghiệp vụ, tài nguyên thông tin giữa các thư viện chưa được thực hiện thường xuyên, liên tục',NULL,NULL);
INSERT INTO item VALUES(16,'tk22-kk-3',1,'KHO_KHAN',3,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,'Các hoạt động tọa đàm, giao lưu thể thao trong Liên hiệp cũng phải tạm dừng',NULL,NULL);
INSERT INTO item VALUES(17,'tk22-tu-1',1,'THICH_UNG',1,NULL,6,1,NULL,NULL,NULL,NULL,NULL,'như','12 thư viện trong Liên hiệp Thư viện Đồng bằng sông Hồng luôn gắn kết, trao đổi, chia sẻ kinh nghiệm để cùng đổi mới, sáng tạo về phương thức tổ chức hoạt động thích ứng an toàn với tình hình dịch bệnh, vừa đảm bảo nhu cầu tiếp cận thông tin phục vụ học tập, nghiên cứu của người dân',NULL,NULL);
INSERT INTO item VALUES(18,'tk22-tu-1-1',1,'THICH_UNG',1,17,6,1,NULL,NULL,NULL,NULL,NULL,NULL,'Thay đổi phương thức phục vụ, truyền thông từ trực tiếp sang trực tuyến',1,NULL);
INSERT INTO item VALUES(19,'tk22-tl-1',1,'THAO_LUAN',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Công tác nghiệp vụ thư viện',NULL,NULL);
INSERT INTO item VALUES(20,'tk22-tl-2',1,'THAO_LUAN',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Việc tự chủ tài chính',NULL,NULL);
INSERT INTO item VALUES(21,'tk22-tl-3',1,'THAO_LUAN',3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Các nội dung quan trọng khác',NULL,NULL);
INSERT INTO item VALUES(22,'tk22-ph-1',1,'PHUONG_HUONG',1,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,'Tập trung xây dựng kế hoạch hoạt động, chủ động, sáng tạo trong quá trình triển khai, thực hiện tốt các nhiệm vụ chính trị, các chương trình, đề án đã được phê duyệt',NULL,NULL);
INSERT INTO item VALUES(23,'tk22-ph-2',1,'PHUONG_HUONG',2,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,'Đẩy mạnh đổi mới hoạt động theo hướng ứng dụng khoa học công nghệ, kết nối người sử dụng với sản phẩm và dịch vụ thư viện',NULL,NULL);
INSERT INTO item VALUES(24,'tk22-ph-3',1,'PHUONG_HUONG',3,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,'Thực hiện liên thông, liên kết chia sẻ nguồn lực thông tin trong Liên hiệp',NULL,NULL);
INSERT INTO item VALUES(25,'tk22-ph-4',1,'PHUONG_HUONG',4,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,'Tăng cường trao đổi, học tập kinh nghiệm, tạo sự gắn kết giữa các thành viên',1,'Nguồn: "v.v…."');
INSERT INTO item VALUES(26,'tk22-cm-1',1,'CHAO_MUNG',1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,'Nhiệt liệt chào mừng hơn 100 đại biểu của 12 thư viện tỉnh/TP trong LHTV Đồng bằng sông Hồng đã về với Ninh Bình dự Hội nghị Tổng kết Liên hiệp',NULL,NULL);
INSERT INTO item VALUES(27,'tk22-cm-2',1,'CHAO_MUNG',2,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,'Chào mừng các đại biểu tham gia giao lưu thể thao và văn nghệ, làm cho hoạt động của ngành thư viện thêm phong phú và nhiều ý nghĩa',NULL,'Nguồn nối bằng "đồng thời"; "Chào mừng các đại biểu" lặp lại từ câu trước');
INSERT INTO item VALUES(28,'tk22-cm-3',1,'THONG_BAO',3,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,'Thông báo một số kết quả nổi bật về hoạt động VHTT tỉnh Ninh Bình - đặc biệt là kết quả hoạt động thư viện và văn hóa đọc của Ninh Bình trong thời gian qua, đã góp phần nâng cao văn hóa đọc cho nhân dân trong tỉnh',NULL,'Bản thân các kết quả: nguồn không in');
INSERT INTO item VALUES(29,'tk22-cd-1',1,'GHI_NHAN',1,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,'Ghi nhận và đánh giá cao các mặt hoạt động của LHTV Đồng bằng sông Hồng thời gian qua',NULL,NULL);
INSERT INTO item VALUES(30,'tk22-cd-2',1,'GOI_Y',2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,'trong đó có','Gợi ý những công việc, nhiệm vụ cụ thể mà cả Liên hiệp cũng như từng thư viện tỉnh/TP trong Liên hiệp cần quan tâm thực hiện',NULL,NULL);
INSERT INTO item VALUES(31,'tk22-cd-2-1',1,'GOI_Y',1,30,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,'Triển khai Luật Thư viện',NULL,NULL);
INSERT INTO item VALUES(32,'tk22-cd-2-2',1,'GOI_Y',2,30,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,'Chuyển đổi số',NULL,NULL);
INSERT INTO item VALUES(33,'tk22-cd-2-3',1,'GOI_Y',3,30,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,'Kết nối và chia sẻ tài nguyên thông tin',NULL,NULL);
INSERT INTO item VALUES(34,'tk22-cd-2-4',1,'GOI_Y',4,30,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,'Phát triển các dịch vụ thư viện trong CMCN 4.0',1,'4.0 là tên gọi, không phải số');
INSERT INTO item VALUES(35,'tk22-dg-1',1,'DANH_GIA',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Đây là hoạt động rất có ý nghĩa của Liên hiệp Thư viện Đồng bằng sông Hồng trong năm 2022',NULL,NULL);
CREATE TABLE item_event ( -- [Nội dung về sự kiện] The (side) events that a statement speaks of.
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item (id), -- [Nội dung] the statement
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (item, event)
) STRICT;
INSERT INTO item_event VALUES(1,7,2,NULL);
INSERT INTO item_event VALUES(2,7,3,NULL);
INSERT INTO item_event VALUES(3,27,2,NULL);
INSERT INTO item_event VALUES(4,27,3,NULL);
INSERT INTO item_event VALUES(5,35,2,NULL);
INSERT INTO item_event VALUES(6,35,3,NULL);
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
INSERT INTO refdoc VALUES(1,'luat-thu-vien','LUAT','Luật Thư viện',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE citation ( -- [Viện dẫn] A statement that cites such a text.
  id INTEGER PRIMARY KEY,
  refdoc INTEGER NOT NULL REFERENCES refdoc (id), -- [Văn bản viện dẫn] what is cited
  item INTEGER NOT NULL REFERENCES item (id), -- [Nội dung] the statement that cites it
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (refdoc, item)
) STRICT;
INSERT INTO citation VALUES(1,1,31,NULL);
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
INSERT INTO election VALUES(1,'tk22-bch',1,1,6,2,2,NULL,NULL);
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
INSERT INTO election_result VALUES(1,1,1,5,NULL,'Chủ tịch Liên hiệp','Giám đốc Thư viện tỉnh Ninh Bình',NULL,NULL);
INSERT INTO election_result VALUES(2,1,2,6,NULL,'Phó Chủ tịch Liên hiệp','Giám đốc Thư viện tỉnh Hải Dương',NULL,NULL);
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
INSERT INTO tenure VALUES(1,'dbsh-2020-chu-tich',1,5,1,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO tenure VALUES(2,'dbsh-2020-pho-chu-tich',2,5,1,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO tenure VALUES(3,'dbsh-2022-chu-tich',1,5,2,5,NULL,NULL,'2022-08-19',NULL,'BAU',1,NULL);
INSERT INTO tenure VALUES(4,'dbsh-2022-pho-chu-tich',2,5,2,6,NULL,NULL,'2022-08-19',NULL,'BAU',1,NULL);
CREATE TABLE competition ( -- [Môn thi đấu] A contest at an event.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: dbsh22-keo-co
  event INTEGER NOT NULL REFERENCES event (id), -- [Sự kiện] the event
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  discipline TEXT NOT NULL, -- [Môn] Kéo co
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;
INSERT INTO competition VALUES(1,'dbsh22-keo-co',2,1,'Kéo co',NULL);
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
  date TEXT CHECK (date IS substr (date (substr (date || '-01-01', 1, 10), '+0 days'), 1, length (date))), -- [Ngày chụp] when it was taken; filled when the file comes in, where it says so
  caption TEXT, -- [Chú thích] without a full stop
  caption_group TEXT, -- [Nhóm chú thích] photographs with the same word here share one caption, that of the first which has one
  alt TEXT, -- [Mô tả] what it shows, for those who do not see it
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;
INSERT INTO photo VALUES(1,'tk22-anh-1',1,1,NULL,'anh/97b5b0250da2978b87a5960e4faa17df4ee47c81702a8a45dbf8089f232e6df5.png',NULL,1600,1067,NULL,'Toàn cảnh Hội nghị Tổng kết',NULL,'Hình vẽ thay ảnh: hội trường nhìn từ cuối phòng, đại biểu ngồi hướng lên sân khấu','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
INSERT INTO photo VALUES(2,'tk22-anh-2',1,2,NULL,'anh/cedacdeece8da72ac6cd983665e1ea0a66d231e1bafdfe1ad2c4c2a0ec460b31.png',NULL,1600,1067,NULL,'Đại biểu tham gia phát biểu - thảo luận',NULL,'Hình vẽ thay ảnh: một đại biểu đứng phát biểu sau bục','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
INSERT INTO photo VALUES(3,'tk22-anh-3',1,3,2,'anh/9d99e22031ae1bbbff2148b13d6157decc2a91a1a7ef4f370ca7add5cc07be08.png',NULL,1600,1067,NULL,'Giao lưu thể thao môn kéo co',NULL,'Hình vẽ thay ảnh: hai đội kéo co','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
INSERT INTO photo VALUES(4,'tk22-anh-4',1,4,2,'anh/2123979145424a65da8f04a1e547c2427ca3d64a8bafe61c81a58820cd978992.png',NULL,1600,1067,NULL,'Đội Thư viện tỉnh Thái Bình (đạt Giải nhất môn Kéo co), chụp ảnh lưu niệm với Chủ tịch Hội Thư viện VN và Ban Lãnh đạo Liên hiệp TV Đồng bằng sông Hồng',NULL,'Hình vẽ thay ảnh: một đội thể thao và lãnh đạo đứng thành hai hàng chụp ảnh lưu niệm','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
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
INSERT INTO award VALUES(1,'tk22-keo-co',2,1,'GIAI_THE_THAO',NULL,'Giải nhất môn Kéo co',1,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Chỉ biết từ chú thích ảnh 4; các giải khác nguồn không in');
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
INSERT INTO award_recipient VALUES(1,1,1,NULL,10,'Đội Thư viện tỉnh Thái Bình',NULL,NULL);
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
INSERT INTO document VALUES(1,'tk22-bao-cao','BAO_CAO',NULL,1,1,NULL,5,NULL,NULL,'BC-LHTV',1,'2022-08-19','Tổng kết công tác nhiệm kỳ 2020-2022 và triển khai phương hướng, nhiệm vụ trọng tâm nhiệm kỳ 2022-2024',NULL,NULL,'NHAP',NULL,'Giả định của mẫu, không có trong nguồn: ký hiệu, ngày ký, thẩm quyền và người ký báo cáo (Chủ tịch nhiệm kỳ 2020-2022). Số văn bản và cơ quan chủ quản để trống');
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
INSERT INTO document_signer VALUES(1,1,1,'TM. BAN CHẤP HÀNH','CHỦ TỊCH',4,NULL,'Giả định của mẫu, không có trong nguồn');
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
INSERT INTO document_recipient VALUES(1,1,'NOI_NHAN',1,'Vụ Thư viện, Bộ VHTTDL (để báo cáo)',2,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(2,1,'NOI_NHAN',2,'Thư viện Quốc gia Việt Nam (để báo cáo)',3,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(3,1,'NOI_NHAN',3,'Hội Thư viện Việt Nam (để báo cáo)',4,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(4,1,'NOI_NHAN',4,'Sở VHTT tỉnh Ninh Bình',7,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(5,1,'NOI_NHAN',5,'Các thư viện thành viên',5,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(6,1,'LUU',1,'VT',NULL,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
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
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;
CREATE TABLE bulletin_issue ( -- [Số tập san] One issue of it.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: thong-tin-lhtv-2023-1
  bulletin INTEGER NOT NULL REFERENCES bulletin (id), -- [Tập san] the bulletin
  number TEXT, -- [Số] 1
  year INTEGER NOT NULL, -- [Năm] 2023
  date TEXT CHECK (date IS substr (date (substr (date || '-01-01', 1, 10), '+0 days'), 1, length (date))), -- [Ngày phát hành] published on
  cover_photo INTEGER REFERENCES photo (id), -- [Ảnh bìa] picture of the cover
  licence TEXT, -- [Giấy phép] number and date of the licence, as printed on the last page
  imprint TEXT, -- [Nơi in, số lượng] printer, copies, periodicity, as printed on the last page
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;
CREATE TABLE rubric ( -- [Chuyên mục] A regular part of a bulletin.
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL, -- [Mã] short name: tin-tuc
  bulletin INTEGER NOT NULL REFERENCES bulletin (id), -- [Tập san] the bulletin
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  title TEXT NOT NULL, -- [Tên] Tin tức - Sự kiện
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
  note TEXT -- [Ghi chú] for the keepers of the records; never printed
) STRICT;
CREATE TABLE article_block ( -- [Đoạn bài] Paragraphs and pictures of an article.
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id), -- [Bài] the article
  seq INTEGER NOT NULL CHECK (seq > 0), -- [Thứ tự] order of printing
  kind TEXT NOT NULL CHECK (kind IN ('DOAN', 'ANH', 'BANG', 'TRICH')), -- [Loại] paragraphs, picture, table, pull quote
  text TEXT, -- [Nội dung] CommonMark
  photo INTEGER REFERENCES photo (id), -- [Ảnh] the picture
  note TEXT, -- [Ghi chú] for the keepers of the records; never printed
  UNIQUE (article, seq),
  CHECK (text IS NOT NULL OR photo IS NOT NULL)
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
INSERT INTO credit VALUES(1,'tk22-gc-1',1,NULL,NULL,NULL,1,'TIN_VA_BAI','Minh Thu-HG',NULL,'Có thể là hai người; giữ như một tên in');
INSERT INTO credit VALUES(2,'tk22-gc-2',1,NULL,NULL,NULL,2,'ANH','PV',NULL,'PV: phóng viên, không phải tên người');
INSERT INTO credit VALUES(3,'tk22-gc-3',NULL,NULL,NULL,1,1,'ANH','PV',NULL,NULL);
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
INSERT INTO sic VALUES(1,1,'position','tk22-pham-van-trien','text','Đồng bằng Sồng Hồng','Đồng bằng sông Hồng',1,NULL,17,NULL);
INSERT INTO sic VALUES(2,1,'position','tk22-bui-van-phuong','text','Đồng bằng Sồng Hồng','Đồng bằng sông Hồng',1,NULL,18,NULL);
INSERT INTO sic VALUES(3,1,'attendance_group','dbsh-tk-2022','text','Đồng bằng sồng Hồng','Đồng bằng sông Hồng',1,NULL,19,NULL);
INSERT INTO sic VALUES(4,1,'attendance_group','dbsh-tk-2022','text','tỉnh /TP','tỉnh/TP',1,NULL,19,NULL);
INSERT INTO sic VALUES(5,1,'item','tk22-cm-3','text','Ninh Bình-đặc biệt','Ninh Bình - đặc biệt',1,NULL,29,NULL);
INSERT INTO sic VALUES(6,1,'item','tk22-kk-1','text','Covid -19','Covid-19',1,NULL,48,NULL);
INSERT INTO sic VALUES(7,1,'item','tk22-tu-1-1','open_ended','trực tuyến….','trực tuyến…',1,NULL,54,NULL);
INSERT INTO sic VALUES(8,1,'item','tk22-ph-4','open_ended','v.v….','v.v...',1,NULL,65,NULL);
INSERT INTO sic VALUES(9,1,'speech_speaker','tk22-nguyen-xuan-dung','position_text','Nguyễn Xuân Dũng-Phó giám đốc','Nguyễn Xuân Dũng - Phó Giám đốc',1,NULL,69,NULL);
INSERT INTO sic VALUES(10,1,'photo','tk22-anh-2','caption','phát biểu- thảo luận','phát biểu - thảo luận',1,NULL,89,NULL);
INSERT INTO sic VALUES(11,1,'photo','tk22-anh-4','caption','HộiThư viện VN','Hội Thư viện VN',1,NULL,91,NULL);
CREATE VIEW member_at AS
SELECT r.other AS federation, r.org AS member, p.id AS period, r.seq AS seq
FROM org_relation AS r JOIN period AS p ON r.kind = 'THANH_VIEN'
WHERE (r.date_from IS NULL OR p.date_to IS NULL OR substr (r.date_from, 1, length (p.date_to)) <= p.date_to)
  AND (r.date_to IS NULL OR p.date_from IS NULL OR r.date_to >= substr (p.date_from, 1, length (r.date_to)));
CREATE VIEW reported AS
SELECT v.id AS id, v.indicator AS indicator, v.org AS org, v.period AS period, v.value_min AS value,
  v.value_min IS NOT NULL AND coalesce (v.qualifier, 'BANG') <> 'BANG' AS rough,
  CASE WHEN v.unit IS NOT (SELECT unit FROM indicator WHERE id = v.indicator) THEN v.unit END AS other_unit
FROM indicator_value AS v
WHERE v.comparison = 'TUYET_DOI' AND v.measure = 'GIA_TRI' AND v.value_max IS NULL;
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
CREATE VIEW period_year AS
SELECT span.id AS period, year.id AS year, year.date_from AS date
FROM period AS span JOIN period AS year ON year.kind = 'NAM' AND span.kind IN ('NHIEU_NAM', 'NHIEM_KY')
WHERE year.date_from >= substr (span.date_from, 1, 4) AND year.date_from <= substr (span.date_to, 1, 4);
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
CREATE INDEX item_event_kind ON item (event, kind, parent, seq);
CREATE INDEX item_parent ON item (parent, seq);
CREATE INDEX item_speech ON item (speech, seq);
CREATE INDEX event_parent ON event (parent_event, seq);
CREATE INDEX photo_event ON photo (event, seq);
CREATE INDEX indicator_value_org ON indicator_value (org, period);
CREATE INDEX org_relation_other ON org_relation (other, kind);
COMMIT;
