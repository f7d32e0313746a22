//! Words that bind their neighbour, folded ([`crate::vietnamese::fold()`]); the rules' source is domain.md §6.

/// Words a number follows (`quý III`, `Điều 5`), with the greatest number they name.
///
/// A greater number counts what comes after it (`trong quý 45 đảng viên`) and ties to that as well; 0 where the
/// number may always be a count.
pub const LABELS: [(&str, u32); 49] = [
    ("ngày", 31),
    ("sáng", 31),
    ("trưa", 31),
    ("chiều", 31),
    ("tối", 31),
    ("tháng", 12),
    ("quý", 4),
    ("năm", 0),
    ("kỳ", 0),
    ("giờ", 0),
    ("số", 0),
    ("điều", 999),
    ("khoản", 99),
    ("điểm", 99),
    ("chương", 99),
    ("mục", 99),
    ("phần", 20),
    ("trang", 999),
    ("tr", 999),
    ("tập", 99),
    ("bảng", 999),
    ("hình", 999),
    ("lục", 99),
    ("đồ", 99),
    ("thứ", 99),
    ("khóa", 99),
    ("hội", 0),
    ("đợt", 31),
    ("cụm", 99),
    ("tổ", 99),
    ("nhóm", 99),
    ("phường", 99),
    ("quận", 99),
    ("khu", 99),
    ("hạng", 9),
    ("cấp", 9),
    ("loại", 9),
    ("bậc", 9),
    ("kỷ", 99),
    ("quyết", 0),
    ("thị", 0),
    ("luận", 0),
    ("định", 0),
    ("dẫn", 0),
    ("ương", 99),
    ("án", 999),
    ("mẫu", 99),
    ("dòng", 999),
    ("ô", 0),
];

/// The first syllable of a two-syllable label is tied too when the number follows: `Phụ lục 2`.
pub const PAIRS: [(&str, &str); 5] =
    [("phụ", "lục"), ("nhiệm", "kỳ"), ("lần", "thứ"), ("biểu", "đồ"), ("sơ", "đồ")];

/// Ordinals after `thứ`: `Phần thứ nhất`, `thứ Ba`.
pub const ORDINALS: [&str; 11] =
    ["nhất", "nhì", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// Words after a number that are not what it counts.
pub const NO_UNITS: [&str; 62] = [
    "và", "hoặc", "hay", "đến", "tới", "so", "trong", "ngoài", "của", "là", "có", "được", "đạt", "theo",
    "tại", "ở", "cho", "do", "vì", "với", "bằng", "trên", "dưới", "thì", "mà", "đã", "sẽ", "đang", "cũng",
    "về", "như", "nhưng", "từ", "lên", "xuống", "vào", "ra", "trở", "không", "chưa", "tăng", "giảm", "vượt",
    "để", "khi", "nên", "nếu", "bị", "bởi", "sau", "trước", "giữa", "gồm", "này", "đó", "còn", "cùng",
    "thuộc", "qua", "tuy", "nhằm", "cao",
];

/// Forms of address that hold a following name (a capital letter); `chí` stands for `đồng chí`.
pub const ADDRESSES: [&str; 12] =
    ["chí", "đ/c", "ông", "bà", "anh", "chị", "bác", "ts", "ths", "gs", "pgs", "pgs.ts"];

/// Abbreviations that hold whatever follows: `T/M BAN`, `TM. BAN`, `TP. Thái Bình`.
pub const ABBREVIATIONS: [&str; 14] =
    ["t/m", "tm", "k/t", "kt", "t/l", "tl", "tuq", "q", "tp", "tx", "tt", "h", "x", "v/v"];
