PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- ninh-binh
  kind TEXT CHECK (kind IN ('TINH', 'THANH_PHO', 'HUYEN', 'XA', 'DIA_DIEM', 'DI_TICH')),
  name TEXT NOT NULL,             -- as in a date line: Ninh Bình
  full_name TEXT,                 -- as in a sentence: tỉnh Ninh Bình
  parent INTEGER REFERENCES place (id), -- the place that it lies in
  note TEXT
) STRICT;
INSERT INTO place VALUES(1,'ninh-binh','TINH','Ninh Bình','tỉnh Ninh Bình',NULL,NULL);
INSERT INTO place VALUES(2,'hai-duong','TINH','Hải Dương','tỉnh Hải Dương',NULL,NULL);
INSERT INTO place VALUES(3,'thai-binh','TINH','Thái Bình','tỉnh Thái Bình',NULL,NULL);
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
INSERT INTO org VALUES(1,'bo-vhttdl','BO','Bộ Văn hóa, Thể thao và Du lịch','Bộ VHTTDL',NULL,NULL);
INSERT INTO org VALUES(2,'vu-thu-vien','VU','Vụ Thư viện',NULL,NULL,NULL);
INSERT INTO org VALUES(3,'tvqg','THU_VIEN_QUOC_GIA','Thư viện Quốc gia Việt Nam','TVQG',NULL,NULL);
INSERT INTO org VALUES(4,'hoi-tvvn','HOI','Hội Thư viện Việt Nam','Hội Thư viện VN',NULL,NULL);
INSERT INTO org VALUES(5,'lhtv-dbsh','LIEN_HIEP','Liên hiệp Thư viện Đồng bằng sông Hồng','LHTV Đồng bằng sông Hồng',NULL,NULL);
INSERT INTO org VALUES(6,'bch-lhtv-dbsh','CO_QUAN_NOI_BO','Ban Chấp hành Liên hiệp Thư viện Đồng bằng sông Hồng','Ban Chấp hành Liên hiệp',NULL,NULL);
INSERT INTO org VALUES(7,'so-vhtt-ninh-binh','SO','Sở Văn hóa và Thể thao tỉnh Ninh Bình','Sở VHTT tỉnh Ninh Bình',1,'Sở Văn hóa và Thể thao: không có "Du lịch"');
INSERT INTO org VALUES(8,'tv-ninh-binh','THU_VIEN_TINH','Thư viện tỉnh Ninh Bình',NULL,1,NULL);
INSERT INTO org VALUES(9,'tv-hai-duong','THU_VIEN_TINH','Thư viện tỉnh Hải Dương',NULL,2,NULL);
INSERT INTO org VALUES(10,'tv-thai-binh','THU_VIEN_TINH','Thư viện tỉnh Thái Bình',NULL,3,NULL);
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
INSERT INTO org_relation VALUES(1,2,1,'TRUC_THUOC',NULL,NULL,NULL,NULL,NULL);
INSERT INTO org_relation VALUES(2,3,1,'TRUC_THUOC',NULL,NULL,NULL,1,'Hiểu biết chung, nguồn không in');
INSERT INTO org_relation VALUES(3,5,4,'TRUC_THUOC',NULL,NULL,NULL,1,'Chỉ in ở dạng chung trong nguồn khác (000 không in)');
INSERT INTO org_relation VALUES(4,6,5,'CO_QUAN_CUA',NULL,NULL,NULL,0,NULL);
INSERT INTO org_relation VALUES(5,8,5,'THANH_VIEN',1,NULL,NULL,1,'Suy ra: Giám đốc là Chủ tịch Liên hiệp; thứ tự do mẫu đặt');
INSERT INTO org_relation VALUES(6,9,5,'THANH_VIEN',2,NULL,NULL,1,'Suy ra: Giám đốc là Phó Chủ tịch Liên hiệp; thứ tự do mẫu đặt');
INSERT INTO org_relation VALUES(7,10,5,'THANH_VIEN',3,NULL,NULL,1,'Suy ra: đội của thư viện dự giao lưu giữa 12 thư viện thành viên; thứ tự do mẫu đặt');
INSERT INTO org_relation VALUES(8,8,7,'TRUC_THUOC',NULL,NULL,NULL,1,'Thông lệ, nguồn không in');
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- bui-van-phuong
  name TEXT NOT NULL,             -- Bùi Văn Phương
  sort_name TEXT,                 -- where the last syllable is not the given name: the name to sort by
  sex TEXT CHECK (sex IN ('NAM', 'NU')), -- never guessed from a name
  note TEXT
) STRICT;
INSERT INTO person VALUES(1,'nguyen-xuan-dung','Nguyễn Xuân Dũng',NULL,'NAM','Giới tính theo cách xưng hô "Ông" trong nguồn');
INSERT INTO person VALUES(2,'nguyen-huu-gioi','Nguyễn Hữu Giới',NULL,'NAM',NULL);
INSERT INTO person VALUES(3,'vu-hong-minh','Vũ Hồng Minh',NULL,'NAM',NULL);
INSERT INTO person VALUES(4,'pham-van-trien','Phạm Văn Triển',NULL,'NAM',NULL);
INSERT INTO person VALUES(5,'bui-van-phuong','Bùi Văn Phương',NULL,'NAM',NULL);
INSERT INTO person VALUES(6,'bui-duc-canh','Bùi Đức Cảnh',NULL,'NAM',NULL);
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
INSERT INTO term VALUES(1,'dbsh-2020-2022',5,'2020-2022',NULL,2020,2022,NULL,NULL,NULL,12,'Nguồn: "12 thư viện thành viên", in 4 lần, không kể tên; "trong 02 năm qua"');
INSERT INTO term VALUES(2,'dbsh-2022-2024',5,'2022-2024',NULL,2022,2024,NULL,NULL,1,NULL,'Nguồn in cả "2022-2024" và "2022 – 2024"; chung năm 2022 với nhiệm kỳ trước');
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
INSERT INTO event VALUES(1,'dbsh-tk-2022','TONG_KET_NHIEM_KY',NULL,NULL,'Hội nghị Tổng kết công tác nhiệm kỳ 2020-2022 và triển khai phương hướng, nhiệm vụ trọng tâm nhiệm kỳ 2022-2024','Hội nghị Tổng kết nhiệm kỳ',NULL,NULL,NULL,'2022-08-19',NULL,NULL,'SANG',1,NULL,'DA_DIEN_RA',1,2,NULL,NULL,'THONG_NHAT_CAO','Liên hiệp Thư viện Đồng bằng sông Hồng Tổng kết công tác nhiệm kỳ 2020-2022 và triển khai phương hướng nhiệm vụ trọng tâm nhiệm kỳ 2022-2024','Tin và bài: Minh Thu-HG, ảnh PV','000_c457ffae7e542c32.txt','Nơi họp (tòa nhà), trang đăng, ngày đăng: nguồn không in');
INSERT INTO event VALUES(2,'dbsh-tk-2022-the-thao','GIAO_LUU_THE_THAO',1,1,'Giao lưu thể thao',NULL,NULL,NULL,NULL,'2022-08-18',NULL,NULL,NULL,NULL,NULL,'DA_DIEN_RA',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO event VALUES(3,'dbsh-tk-2022-van-nghe','GIAO_LUU_VAN_NGHE',1,2,'Giao lưu Văn nghệ',NULL,NULL,NULL,NULL,'2022-08-18',NULL,NULL,NULL,NULL,NULL,'DA_DIEN_RA',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO event_org VALUES(1,1,5,'TO_CHUC',1,NULL,NULL);
INSERT INTO event_org VALUES(2,1,2,'CHI_DAO',1,'Vụ Thư viện, Bộ VHTTDL',NULL);
INSERT INTO event_org VALUES(3,1,3,'CHI_DAO',2,NULL,NULL);
INSERT INTO event_org VALUES(4,1,4,'CHI_DAO',3,NULL,NULL);
INSERT INTO event_org VALUES(5,1,7,'DANG_CAI',1,NULL,NULL);
INSERT INTO event_org VALUES(6,1,8,'DANG_CAI',2,NULL,NULL);
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
INSERT INTO participation VALUES(1,'tk22-nguyen-xuan-dung',1,1,1,'ONG',NULL,'TW',NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(2,'tk22-nguyen-huu-gioi',1,2,2,'ONG',NULL,'TW',NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(3,'tk22-vu-hong-minh',1,3,3,'ONG',NULL,'DIA_PHUONG',NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(4,'tk22-pham-van-trien',1,4,4,'ONG',NULL,NULL,NULL,'CO_MAT','Thư viện của ông: nguồn không in');
INSERT INTO participation VALUES(5,'tk22-bui-van-phuong',1,5,5,'ONG',NULL,NULL,NULL,'CO_MAT',NULL);
INSERT INTO participation VALUES(6,'tk22-bui-duc-canh',1,6,NULL,'ONG',NULL,NULL,NULL,'KHONG_NEU','Chỉ được nêu khi bầu Ban Chấp hành');
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
INSERT INTO position VALUES(1,1,1,'Phó Giám đốc',3,NULL,NULL,'Phó Giám đốc Thư viện Quốc gia Việt Nam',1,NULL);
INSERT INTO position VALUES(2,2,1,'Chủ tịch',4,NULL,NULL,'Chủ tịch Hội Thư viện Việt Nam',1,NULL);
INSERT INTO position VALUES(3,3,1,'Phó Giám đốc',7,NULL,NULL,'Phó Giám đốc Sở Văn hóa và Thể thao tỉnh Ninh Bình',1,NULL);
INSERT INTO position VALUES(4,4,1,'Chủ tịch',5,1,NULL,'Chủ tịch LHTV Đồng bằng sông Hồng',1,NULL);
INSERT INTO position VALUES(5,5,1,'Phó Chủ tịch',5,1,NULL,'Phó Chủ tịch LHTV Đồng bằng sông Hồng',1,NULL);
INSERT INTO position VALUES(6,5,2,'Giám đốc',8,NULL,NULL,'Giám đốc Thư viện tỉnh Ninh Bình',0,'In ở phần bầu Ban Chấp hành');
INSERT INTO position VALUES(7,6,1,'Giám đốc',9,NULL,NULL,'Giám đốc Thư viện tỉnh Hải Dương',0,'In ở phần bầu Ban Chấp hành');
CREATE TABLE participation_role (
  id INTEGER PRIMARY KEY,
  participation INTEGER NOT NULL REFERENCES participation (id),
  role TEXT NOT NULL CHECK (role IN ('DAI_BIEU', 'CHU_TRI', 'PHAT_BIEU_CHAO_MUNG', 'TRINH_BAY_BAO_CAO',
    'TRINH_BAY_THAM_LUAN', 'PHAT_BIEU_CHI_DAO', 'PHAT_BIEU_TIEP_THU', 'THAO_LUAN', 'TRAO_THUONG', 'TANG_HOA',
    'TANG_SACH', 'DUOC_BAU', 'BAN_GIAO', 'NHAN_BAN_GIAO', 'CHUP_ANH_LUU_NIEM')),
  note TEXT,
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
INSERT INTO attendance_group VALUES(1,1,1,'Nhiều đại biểu là Giám đốc, Phó Giám đốc và cán bộ Thư viện các tỉnh/TP trong LHTV Đồng bằng sông Hồng','Giám đốc, Phó Giám đốc và cán bộ',5,'NHIEU',NULL,NULL,'đại biểu',NULL,'thư viện tỉnh/TP',NULL);
INSERT INTO attendance_group VALUES(2,1,2,'Hơn 100 đại biểu của 12 thư viện tỉnh/TP trong LHTV Đồng bằng sông Hồng',NULL,5,'HON',100,NULL,'đại biểu',12,'thư viện tỉnh/TP',NULL);
INSERT INTO attendance_group VALUES(3,2,1,'12 thư viện thành viên',NULL,5,NULL,NULL,NULL,NULL,12,'thư viện thành viên',NULL);
INSERT INTO attendance_group VALUES(4,3,1,'12 thư viện thành viên',NULL,5,NULL,NULL,NULL,NULL,12,'thư viện thành viên',NULL);
CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE NOT NULL,      -- phuc-vu
  title TEXT NOT NULL,            -- Công tác phục vụ và phát triển vốn tài nguyên thông tin
  seq INTEGER NOT NULL CHECK (seq > 0), -- order of printing
  note TEXT
) STRICT;
INSERT INTO field VALUES(1,'phuc-vu','Công tác phục vụ, bổ sung vốn tài nguyên thông tin',1,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(2,'chuyen-doi-so','Ứng dụng chuyển đổi số, phát triển thư viện số',2,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(3,'mang-luoi','Mạng lưới thư viện cơ sở',3,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(4,'tuyen-truyen','Trưng bày triển lãm, tuyên truyền giới thiệu sách',4,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(5,'van-hoa-doc','Phát triển văn hóa đọc',5,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
INSERT INTO field VALUES(6,'gan-ket','Gắn kết, đổi mới phương thức hoạt động',6,'Giả định của mẫu, không có trong nguồn: tên lĩnh vực do mẫu đặt theo lời của nguồn');
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
INSERT INTO speech VALUES(1,'tk22-chao-mung',1,1,'CHAO_MUNG',7,'lãnh đạo Sở VHTT tỉnh Ninh Bình',NULL,NULL);
INSERT INTO speech VALUES(2,'tk22-chi-dao',1,2,'CHI_DAO',NULL,NULL,NULL,'Hai người phát biểu; nguồn không in ai nói điều gì');
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
INSERT INTO speech_speaker VALUES(1,1,3,1,'ONG','Phó Giám đốc Sở Văn hóa và Thể thao tỉnh Ninh Bình',NULL);
INSERT INTO speech_speaker VALUES(2,2,1,1,'DONG_CHI','Phó Giám đốc TVQG VN',NULL);
INSERT INTO speech_speaker VALUES(3,2,2,2,'DONG_CHI','Chủ tịch Hội Thư viện VN',NULL);
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
INSERT INTO item VALUES(1,'tk22-ct-1',1,'CHUONG_TRINH',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Phát biểu chào mừng',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(2,'tk22-ct-2',1,'CHUONG_TRINH',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Báo cáo tổng kết nhiệm kỳ',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(3,'tk22-ct-3',1,'CHUONG_TRINH',3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Thảo luận',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(4,'tk22-ct-4',1,'CHUONG_TRINH',4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Thống nhất phương hướng, nhiệm vụ',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(5,'tk22-ct-5',1,'CHUONG_TRINH',5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Phát biểu chỉ đạo',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(6,'tk22-ct-6',1,'CHUONG_TRINH',6,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Bầu Ban Chấp hành',NULL,'Suy ra từ thứ tự kể trong nguồn');
INSERT INTO item VALUES(7,'tk22-ct-7',1,'CHUONG_TRINH',7,NULL,NULL,NULL,NULL,NULL,NULL,2,NULL,NULL,'Giao lưu thể thao và Giao lưu Văn nghệ',NULL,'Suy ra từ thứ tự kể trong nguồn; diễn ra ngày 18/8/2022, trước Hội nghị');
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
INSERT INTO item VALUES(26,'tk22-cm-1',1,'CHAO_MUNG',1,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,'Nhiệt liệt chào mừng hơn 100 đại biểu của 12 thư viện tỉnh/TP trong LHTV Đồng bằng sông Hồng đã về với Ninh Bình dự Hội nghị Tổng kết Liên hiệp',NULL,NULL);
INSERT INTO item VALUES(27,'tk22-cm-2',1,'CHAO_MUNG',2,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,'Chào mừng các đại biểu tham gia giao lưu thể thao và văn nghệ, làm cho hoạt động của ngành thư viện thêm phong phú và nhiều ý nghĩa',NULL,'Nguồn nối bằng "đồng thời"; "Chào mừng các đại biểu" lặp lại từ câu trước');
INSERT INTO item VALUES(28,'tk22-cm-3',1,'THONG_BAO',3,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,'Thông báo một số kết quả nổi bật về hoạt động VHTT tỉnh Ninh Bình - đặc biệt là kết quả hoạt động thư viện và văn hóa đọc của Ninh Bình trong thời gian qua, đã góp phần nâng cao văn hóa đọc cho nhân dân trong tỉnh',NULL,'Bản thân các kết quả: nguồn không in');
INSERT INTO item VALUES(29,'tk22-cd-1',1,'GHI_NHAN',1,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,'Ghi nhận và đánh giá cao các mặt hoạt động của LHTV Đồng bằng sông Hồng thời gian qua',NULL,NULL);
INSERT INTO item VALUES(30,'tk22-cd-2',1,'GOI_Y',2,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,'trong đó có','Gợi ý những công việc, nhiệm vụ cụ thể mà cả Liên hiệp cũng như từng thư viện tỉnh/TP trong Liên hiệp cần quan tâm thực hiện',NULL,NULL);
INSERT INTO item VALUES(31,'tk22-cd-2-1',1,'GOI_Y',1,30,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,'Triển khai Luật Thư viện',NULL,NULL);
INSERT INTO item VALUES(32,'tk22-cd-2-2',1,'GOI_Y',2,30,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,'Chuyển đổi số',NULL,NULL);
INSERT INTO item VALUES(33,'tk22-cd-2-3',1,'GOI_Y',3,30,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,'Kết nối và chia sẻ tài nguyên thông tin',NULL,NULL);
INSERT INTO item VALUES(34,'tk22-cd-2-4',1,'GOI_Y',4,30,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL,'Phát triển các dịch vụ thư viện trong CMCN 4.0',1,'4.0 là tên gọi, không phải số');
INSERT INTO item VALUES(35,'tk22-dg-1',1,'DANH_GIA',1,NULL,NULL,NULL,NULL,NULL,NULL,2,NULL,NULL,'Đây là hoạt động rất có ý nghĩa của Liên hiệp Thư viện Đồng bằng sông Hồng trong năm 2022',NULL,'Nói về cả giao lưu thể thao và giao lưu văn nghệ');
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
INSERT INTO election VALUES(1,'tk22-bch',1,1,6,2,2,NULL,NULL);
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
INSERT INTO election_result VALUES(1,1,1,5,NULL,'Chủ tịch Liên hiệp','Giám đốc Thư viện tỉnh Ninh Bình',NULL,NULL);
INSERT INTO election_result VALUES(2,1,2,6,NULL,'Phó Chủ tịch Liên hiệp','Giám đốc Thư viện tỉnh Hải Dương',NULL,NULL);
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
INSERT INTO award VALUES(1,'tk22-keo-co',2,1,'GIAI_THE_THAO',NULL,'Giải nhất môn Kéo co',1,'Kéo co',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Chỉ biết từ chú thích ảnh 4; các giải khác nguồn không in');
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
INSERT INTO award_recipient VALUES(1,1,1,NULL,10,'Đội Thư viện tỉnh Thái Bình',NULL,NULL);
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
INSERT INTO photo VALUES(1,'tk22-anh-1',1,1,NULL,'anh-1.png','Toàn cảnh Hội nghị Tổng kết','Hình vẽ thay ảnh: hội trường nhìn từ cuối phòng, đại biểu ngồi hướng lên sân khấu','PV','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
INSERT INTO photo VALUES(2,'tk22-anh-2',1,2,NULL,'anh-2.png','Đại biểu tham gia phát biểu - thảo luận','Hình vẽ thay ảnh: một đại biểu đứng phát biểu sau bục','PV','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
INSERT INTO photo VALUES(3,'tk22-anh-3',1,3,2,'anh-3.png','Giao lưu thể thao môn kéo co','Hình vẽ thay ảnh: hai đội kéo co','PV','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
INSERT INTO photo VALUES(4,'tk22-anh-4',1,4,2,'anh-4.png','Đội Thư viện tỉnh Thái Bình (đạt Giải nhất môn Kéo co), chụp ảnh lưu niệm với Chủ tịch Hội Thư viện VN và Ban Lãnh đạo Liên hiệp TV Đồng bằng sông Hồng','Hình vẽ thay ảnh: một đội thể thao và lãnh đạo đứng thành hai hàng chụp ảnh lưu niệm','PV','Giả định của mẫu, không có trong nguồn: nguồn không kèm tệp ảnh; hình vẽ thay');
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
INSERT INTO document VALUES(1,'tk22-bao-cao','BAO_CAO',1,1,5,NULL,NULL,'BC-LHTV',1,'2022-08-19','Tổng kết công tác nhiệm kỳ 2020-2022 và triển khai phương hướng, nhiệm vụ trọng tâm nhiệm kỳ 2022-2024','TM. BAN CHẤP HÀNH','CHỦ TỊCH',4,'NHAP',NULL,'Giả định của mẫu, không có trong nguồn: ký hiệu, ngày ký, thẩm quyền và người ký báo cáo (Chủ tịch nhiệm kỳ 2020-2022). Số văn bản và cơ quan chủ quản để trống');
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
INSERT INTO document_recipient VALUES(1,1,'NOI_NHAN',1,'Vụ Thư viện, Bộ VHTTDL (để báo cáo)',2,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(2,1,'NOI_NHAN',2,'Thư viện Quốc gia Việt Nam (để báo cáo)',3,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(3,1,'NOI_NHAN',3,'Hội Thư viện Việt Nam (để báo cáo)',4,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(4,1,'NOI_NHAN',4,'Sở VHTT tỉnh Ninh Bình',7,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(5,1,'NOI_NHAN',5,'Các thư viện thành viên',5,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
INSERT INTO document_recipient VALUES(6,1,'LUU',1,'VT',NULL,'Giả định của mẫu, không có trong nguồn: nơi nhận theo các đơn vị dự, chỉ đạo, đăng cai Hội nghị');
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
INSERT INTO sic VALUES(1,1,'position','tk22-pham-van-trien','text','Đồng bằng Sồng Hồng','Đồng bằng sông Hồng',1,17,NULL);
INSERT INTO sic VALUES(2,1,'position','tk22-bui-van-phuong','text','Đồng bằng Sồng Hồng','Đồng bằng sông Hồng',1,18,NULL);
INSERT INTO sic VALUES(3,1,'attendance_group','dbsh-tk-2022','text','Đồng bằng sồng Hồng','Đồng bằng sông Hồng',1,19,NULL);
INSERT INTO sic VALUES(4,1,'attendance_group','dbsh-tk-2022','text','tỉnh /TP','tỉnh/TP',1,19,NULL);
INSERT INTO sic VALUES(5,1,'item','tk22-cm-3','text','Ninh Bình-đặc biệt','Ninh Bình - đặc biệt',1,29,NULL);
INSERT INTO sic VALUES(6,1,'item','tk22-kk-1','text','Covid -19','Covid-19',1,48,NULL);
INSERT INTO sic VALUES(7,1,'item','tk22-tu-1-1','open_ended','trực tuyến….','trực tuyến…',1,54,NULL);
INSERT INTO sic VALUES(8,1,'item','tk22-ph-4','open_ended','v.v….','v.v...',1,65,NULL);
INSERT INTO sic VALUES(9,1,'speech_speaker','tk22-nguyen-xuan-dung','position_text','Nguyễn Xuân Dũng-Phó giám đốc','Nguyễn Xuân Dũng - Phó Giám đốc',1,69,NULL);
INSERT INTO sic VALUES(10,1,'photo','tk22-anh-2','caption','phát biểu- thảo luận','phát biểu - thảo luận',1,89,NULL);
INSERT INTO sic VALUES(11,1,'photo','tk22-anh-4','caption','HộiThư viện VN','Hội Thư viện VN',1,91,NULL);
CREATE INDEX item_event ON item (event, kind, parent, seq);
CREATE INDEX item_parent ON item (parent, seq);
CREATE INDEX item_speech ON item (speech, seq);
CREATE INDEX event_parent ON event (parent_event, seq);
CREATE INDEX photo_event ON photo (event, seq);
CREATE INDEX indicator_value_org ON indicator_value (org, period);
COMMIT;
