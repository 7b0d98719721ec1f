/* Comes in: two tokens that stand side by side. Goes out: whether they are one word. Vietnamese writes a
 * space between the syllables of a word, and nothing in the letters tells them from two words: the words that
 * titles, captions and the heads of tables of these papers are made of stand here, small letters, in the
 * order of bytes. */
#include <stdlib.h>
#include <string.h>

#include "traits.h"

static const char *const compounds[] = {
    "an toàn",      "ban hành",      "biên bản",    "biên mục",     "biên soạn",    "biên tập",
    "biểu diễn",    "biểu dương",    "biểu mẫu",    "biểu quyết",   "biểu đồ",      "buổi lễ",
    "bàn giao",     "bám sát",       "báo cáo",     "bên giao",     "bên nhận",     "bình quân",
    "bí thư",       "bóng chuyền",   "bưu điện",    "bạn đọc",      "bản sách",     "bản tin",
    "bảo quản",     "bảo trợ",       "bảo vệ",      "bảo đảm",      "bầu cử",       "bắc bộ",
    "bằng khen",    "bế mạc",        "bồi dưỡng",   "bổ sung",      "chi hội",      "chi nhánh",
    "chi tiết",     "chia sẻ",       "chiến lược",  "chiến sĩ",     "chuyên gia",   "chuyên môn",
    "chuyên mục",   "chuyên nghiệp", "chuyên đề",   "chuyển giao",  "chuyển đổi",   "chào mừng",
    "chính phủ",    "chính quyền",   "chính sách",  "chính trị",    "chúc mừng",    "chăm lo",
    "chương trình", "chấp hành",     "chất lượng",  "chặt chẽ",     "chỉ thị",      "chỉ tiêu",
    "chỉ đạo",      "chỉnh lý",      "chủ nghĩa",   "chủ nhiệm",    "chủ quản",     "chủ trì",
    "chủ trương",   "chủ tịch",      "chủ tọa",     "chủ yếu",      "chủ đề",       "chủ động",
    "chức danh",    "chức năng",     "chức vụ",     "chứng nhận",   "chữ thập",     "con dấu",
    "con người",    "cung cấp",      "cuối cùng",   "cuộc thi",     "cá nhân",      "cán bộ",
    "cán sự",       "cây cảnh",      "công an",     "công bố",      "công chúng",   "công chức",
    "công cộng",    "công nghiệp",   "công nghệ",   "công ty",      "công tác",     "công việc",
    "công văn",     "công đoàn",     "căn cứ",      "cơ bản",       "cơ chế",       "cơ cấu",
    "cơ hội",       "cơ quan",       "cơ sở",       "cải cách",     "cải tiến",     "cảm ơn",
    "cấp phát",     "cập nhật",      "cố gắng",     "cổ phần",      "cộng hòa",     "cộng đồng",
    "cụ thể",       "cựu chiến",     "danh dự",     "danh hiệu",    "danh lam",     "danh mục",
    "danh sách",    "di sản",        "di tích",     "diễn biến",    "diễn đàn",     "doanh nghiệp",
    "doanh nhân",   "du lịch",       "duy trì",     "dân trí",      "dân tộc",      "dâng hoa",
    "dâng hương",   "dòng họ",       "dược liệu",   "dược sĩ",      "dịch bệnh",    "dịch vụ",
    "dữ liệu",      "dự báo",        "dự kiến",     "dự thảo",      "dự toán",      "dự án",
    "ghi nhận",     "gia nhập",      "gia đình",    "giai đoạn",    "giao lưu",     "giá trị",
    "giám sát",     "giám đốc",      "giáo dục",    "giáo sư",      "giáo viên",    "giải nhất",
    "giải pháp",    "giải thưởng",   "giải trí",    "giấy khen",    "giấy mời",     "giới thiệu",
    "giữ gìn",      "giữ vững",      "góp phần",    "gương mẫu",    "gương sáng",   "gắn kết",
    "hiện nay",     "hiện trạng",    "hiện đại",    "hiệu lực",     "hiệu quả",     "hoàn thiện",
    "hoàn thành",   "hoạt động",     "huy chương",  "huy động",     "huân chương",  "hành chính",
    "hành nghề",    "hành trình",    "hình thành",  "hình thức",    "hình ảnh",     "hướng dẫn",
    "hưởng ứng",    "hạ tầng",       "hạn chế",     "hạnh phúc",    "hấp dẫn",      "hệ thống",
    "học bổng",     "học hỏi",       "học sinh",    "học thuật",    "học tập",      "học viện",
    "hồ sơ",        "hỗ trợ",        "hội chợ",     "hội họp",      "hội nghị",     "hội nhập",
    "hội sách",     "hội thi",       "hội thảo",    "hội trường",   "hội tụ",       "hội viên",
    "hội đồng",     "hợp tác",       "hợp đồng",    "hữu nghị",     "khai mạc",     "khai thác",
    "khai trương",  "khen thưởng",   "kho sách",    "khoa học",     "khu vực",      "khuyến học",
    "khuyến khích", "khuyến đọc",    "khuyết tật",  "khuôn khổ",    "khách mời",    "khách quan",
    "khó khăn",     "không gian",    "khảo sát",    "khẩn trương",  "khắc phục",    "kinh doanh",
    "kinh nghiệm",  "kinh phí",      "kinh tế",     "kiến nghị",    "kiến thức",    "kiến trúc",
    "kiểm kê",      "kiểm tra",      "kiện toàn",   "kéo co",       "kêu gọi",      "ký hiệu",
    "ký kết",       "kế hoạch",      "kế thừa",     "kế toán",      "kết luận",     "kết nghĩa",
    "kết nối",      "kết quả",       "kết thúc",    "kịp thời",     "kỷ luật",      "kỷ niệm",
    "kỷ yếu",       "kỹ năng",       "kỹ sư",       "kỹ thuật",     "lan toả",      "lan tỏa",
    "lao động",     "liên hiệp",     "liên hoan",   "liên kết",     "liên quan",    "liên thông",
    "liên tục",     "liên đoàn",     "liệt sĩ",     "luân chuyển",  "luật sư",      "làm vườn",
    "lãnh đạo",     "lĩnh vực",      "lưu chiểu",   "lưu hành",     "lưu niệm",     "lưu trữ",
    "lưu động",     "lượt người",    "lễ hội",      "lịch sử",      "lịch trình",   "lồng ghép",
    "lợi ích",      "minh họa",      "miền núi",    "máy móc",      "máy tính",     "mô hình",
    "môi trường",   "mạng lưới",     "mạnh mẽ",     "mở cửa",       "mở rộng",      "mục lục",
    "mục tiêu",     "mục đích",      "mỹ thuật",    "nam bộ",       "nghiên cứu",   "nghiệp vụ",
    "nghề nghiệp",  "nghệ sĩ",       "nghệ thuật",  "nghị quyết",   "nghị định",    "nguyên nhân",
    "nguyên tắc",   "nguồn lực",     "ngành nghề",  "ngân hàng",    "ngân sách",    "người mù",
    "người đọc",    "nhiếp ảnh",     "nhiệm kỳ",    "nhiệm vụ",     "nhiệt liệt",   "nhiệt tình",
    "nhu cầu",      "nhà báo",       "nhà nước",    "nhà trường",   "nhà văn",      "nhân dân",
    "nhân dịp",     "nhân loại",     "nhân lực",    "nhân viên",    "nhân văn",     "nhân đạo",
    "nhất trí",     "nhận thức",     "nhận xét",    "niên giám",    "nâng cao",     "nâng cấp",
    "nông dân",     "nông thôn",     "năng lực",    "năng động",    "nơi nhận",     "nền tảng",
    "nổi bật",      "nỗ lực",        "nội bộ",      "nội dung",     "nội quy",      "phong phú",
    "phong trào",   "pháp luật",     "pháp lý",     "pháp lệnh",    "phát biểu",    "phát huy",
    "phát hành",    "phát thanh",    "phát triển",  "phát động",    "phân công",    "phân loại",
    "phân tích",    "phê duyệt",     "phòng ban",   "phòng đọc",    "phóng viên",   "phù hợp",
    "phương hướng", "phương pháp",   "phương thức", "phương tiện",  "phương án",    "phấn đấu",
    "phần mềm",     "phối hợp",      "phổ biến",    "phổ thông",    "phụ lục",      "phụ nữ",
    "phụ trách",    "phục hồi",      "phục vụ",     "quan hệ",      "quan trọng",   "quan tâm",
    "quan điểm",    "quy chế",       "quy hoạch",   "quy mô",       "quy trình",    "quy định",
    "quyết liệt",   "quyết nghị",    "quyết toán",  "quyết tâm",    "quyết định",   "quyền hạn",
    "quyền lợi",    "quá trình",     "quán triệt",  "quản lý",      "quản trị",     "quảng bá",
    "quần chúng",   "quốc gia",      "quốc hội",    "quốc tế",      "rà soát",      "san sẻ",
    "sinh hoạt",    "sinh viên",     "sinh vật",    "so sánh",      "so với",       "soạn thảo",
    "suốt đời",     "sách báo",      "sáng kiến",   "sáng tác",     "sáng tạo",     "sáp nhập",
    "sân khấu",     "sôi nổi",       "sơ kết",      "sưu tầm",      "sản phẩm",     "sắp xếp",
    "số hoá",       "số hóa",        "số liệu",     "số lượng",     "sức khỏe",     "sử dụng",
    "sự kiện",      "sự nghiệp",     "tham dự",     "tham gia",     "tham luận",    "tham mưu",
    "tham quan",    "thanh niên",    "thanh tra",   "theo dõi",     "thi đua",      "thiết bị",
    "thiết chế",    "thiết kế",      "thiết thực",  "thiếu nhi",    "thu hút",      "thu nhận",
    "thu thập",     "thuyết minh",   "thuận lợi",   "thành công",   "thành lập",    "thành phần",
    "thành phố",    "thành tích",    "thành tựu",   "thành viên",   "thách thức",   "thông báo",
    "thông cáo",    "thông qua",     "thông tin",   "thông tư",     "thúc đẩy",     "thư ký",
    "thư mục",      "thư viện",      "thương mại",  "thường niên",  "thường trực",  "thường vụ",
    "thường xuyên", "thảo luận",     "thẩm quyền",  "thế giới",     "thể chế",      "thể thao",
    "thống kê",     "thống nhất",    "thời gian",   "thời kỳ",      "thời sự",      "thủ trưởng",
    "thủ tướng",    "thủ tục",       "thứ trưởng",  "thực hiện",    "thực hành",    "thực tiễn",
    "thực trạng",   "thực tế",       "tin học",     "tinh thần",    "tiêu biểu",    "tiêu chuẩn",
    "tiêu chí",     "tiến sĩ",       "tiến độ",     "tiếp cận",     "tiếp nhận",    "tiếp thu",
    "tiếp tục",     "tiết kiệm",     "tiềm năng",   "tiểu ban",     "tiểu học",     "toàn cảnh",
    "toàn diện",    "toàn quốc",     "toàn thể",    "toạ đàm",      "tra cứu",      "tranh tụng",
    "trao giải",    "trao thưởng",   "trao tặng",   "trao đổi",     "tri thức",     "tri ân",
    "triển khai",   "triển lãm",     "trung bình",  "trung bộ",     "trung du",     "trung học",
    "trung tâm",    "trung ương",    "truy cập",    "truyền thông", "truyền thống", "trách nhiệm",
    "trình bày",    "trình diễn",    "trình độ",    "trí thức",     "trí tuệ",      "trích ngang",
    "trích yếu",    "trưng bày",     "trường học",  "trưởng ban",   "trưởng phòng", "trại giam",
    "trẻ em",       "trọng tâm",     "trọng điểm",  "trụ sở",       "trực thuộc",   "trực tiếp",
    "trực tuyến",   "tuyên bố",      "tuyên dương", "tuyên truyền", "tuyển dụng",   "tài chính",
    "tài khoản",    "tài liệu",      "tài nguyên",  "tài sản",      "tài trợ",      "tác giả",
    "tác phẩm",     "tìm hiểu",      "tình hình",   "tình nguyện",  "tích cực",     "tăng cường",
    "tư liệu",      "tư nhân",       "tư pháp",     "tư tưởng",     "tư vấn",       "tương lai",
    "tường thuật",  "tại chỗ",       "tạp chí",     "tập huấn",     "tập san",      "tập thể",
    "tập trung",    "tặng hoa",      "tặng sách",   "tọa đàm",      "tồn tại",      "tổ chức",
    "tổng cộng",    "tổng hợp",      "tổng kết",    "tổng số",      "tờ trình",     "tủ sách",
    "từ thiện",     "từ điển",       "tự chủ",      "tự do",        "tự nhiên",     "tỷ lệ",
    "uy tín",       "uỷ ban",        "uỷ viên",     "vai trò",      "vinh danh",    "vinh dự",
    "viên chức",    "viễn thông",    "việc làm",    "việt nam",     "vùng cao",     "vùng sâu",
    "vùng xa",      "văn bản",       "văn hoá",     "văn hóa",      "văn học",      "văn nghệ",
    "văn phòng",    "vượt qua",      "vận dụng",    "vận hành",     "vận động",     "vật chất",
    "vị thế",       "vị trí",        "vụ trưởng",   "vững mạnh",    "xung phong",   "xuất bản",
    "xuất sắc",     "xác định",      "xây dựng",    "xã hội",       "xét duyệt",    "xử lý",
    "y tế",         "yêu cầu",       "yêu nước",    "áp dụng",      "âm nhạc",      "ý kiến",
    "ý nghĩa",      "ý thức",        "đa dạng",     "đam mê",       "điều chỉnh",   "điều hành",
    "điều kiện",    "điều lệ",       "điều tra",    "điểm cầu",     "điểm sáng",    "điện tử",
    "đoàn kết",     "đoàn thể",      "đoàn viên",   "đào tạo",      "đánh giá",     "đáp ứng",
    "đóng góp",     "đông y",        "đông đảo",    "đúng đắn",     "đăng cai",     "đăng ký",
    "đơn vị",       "đường sách",    "đại biểu",    "đại diện",     "đại dịch",     "đại học",
    "đại hội",      "đại đội",       "đạo đức",     "đảm bảo",      "đảng bộ",      "đảng viên",
    "đảng ủy",      "đất nước",      "đầu tư",      "đẩy mạnh",     "đặc biệt",     "đặc điểm",
    "đề cử",        "đề nghị",       "đề tài",      "đề xuất",      "đề án",        "đền thờ",
    "địa bàn",      "địa chí",       "địa chỉ",     "địa phương",   "địa điểm",     "định hướng",
    "định kỳ",      "đọc sách",      "đối chiếu",   "đối ngoại",    "đối thoại",    "đối tác",
    "đối tượng",    "đồng bào",      "đồng bằng",   "đồng bộ",      "đồng chí",     "đồng thời",
    "đổi mới",      "độc giả",       "độc lập",     "độc đáo",      "đội ngũ",      "động lực",
    "động viên",    "đời sống",      "ưu tiên",     "ưu tú",        "ưu điểm",      "ấn phẩm",
    "ủng hộ",       "ủy ban",        "ủy viên",     "ứng dụng",     "ứng xử",
};

/* A number in words is one: "ba trăm bốn mươi mốt". In the order of bytes. */
static const char *const numerals[] = {
    "ba",    "bảy",  "bốn", "chín", "hai", "linh",  "lăm",  "lẻ",  "mươi", "mười", "mốt", "một",
    "nghìn", "ngàn", "năm", "rưỡi", "sáu", "triệu", "trăm", "tám", "tư",   "tỉ",   "tỷ",  "vạn",
};

/* The longest of them has 17 bytes. */
enum { KEY = 32 };

/* Appends @text in small letters, from its first letter to its last; FALSE where it has no room or where a
 * mark stands between it and the other: “Hội nghị” is one word, “Hội” nghị are two. */
static gboolean
append_syllable (char *key, gsize *filled, const char *text, gsize length, gboolean first)
{
  const char *end = text + length, *p = text;

  while (first && p < end && !g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (; p < end && *filled + 6 < KEY; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    if (!g_unichar_isalpha (letter))
      return !first;
    *filled += (gsize) g_unichar_to_utf8 (g_unichar_tolower (letter), key + *filled);
  }
  return p >= end;
}

static int
compare (gconstpointer key, gconstpointer compound)
{
  return strcmp (key, *(const char *const *) compound);
}

static gboolean
is_numeral (const char *syllable)
{
  return bsearch (syllable, numerals, G_N_ELEMENTS (numerals), sizeof *numerals, compare) != NULL;
}

gboolean
tk_galley_is_compound (const char *before, gsize before_length, const char *after, gsize after_length)
{
  char key[KEY + 8];
  gsize filled = 0;

  if (!append_syllable (key, &filled, before, before_length, TRUE))
    return FALSE;
  const gsize space = filled;
  key[filled++] = ' ';
  if (!append_syllable (key, &filled, after, after_length, FALSE))
    return FALSE;
  key[filled] = '\0';
  if (bsearch (key, compounds, G_N_ELEMENTS (compounds), sizeof *compounds, compare) != NULL)
    return TRUE;
  key[space] = '\0';
  return is_numeral (key) && is_numeral (key + space + 1);
}
