//! Words that bind their neighbour, folded ([`crate::vietnamese::fold()`]); the rules' source is domain.md §6.

/// What number a label takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Takes {
    /// Whole numbers up to this; a greater one counts what comes after it (`trong quý 45 đảng viên`).
    UpTo(u32),
    /// Years.
    Year,
    /// Any.
    Any,
}

/// Words that hold the number after them: `quý III`, `Điều 5`. Of two syllables both must stand there: `Nghị quyết 35`,
/// not `giải quyết 4 đơn`.
pub const LABELS: [(&str, Takes); 53] = [
    ("ngày", Takes::UpTo(31)),
    ("sáng", Takes::UpTo(31)),
    ("trưa", Takes::UpTo(31)),
    ("chiều", Takes::UpTo(31)),
    ("tối", Takes::UpTo(31)),
    ("đợt", Takes::UpTo(31)),
    ("tháng", Takes::UpTo(12)),
    ("quý", Takes::UpTo(4)),
    ("giờ", Takes::UpTo(59)),
    ("năm", Takes::Year),
    ("kỳ", Takes::Year),
    ("nhiệm kỳ", Takes::Year),
    ("điều", Takes::UpTo(999)),
    ("trang", Takes::UpTo(999)),
    ("tr", Takes::UpTo(999)),
    ("bảng", Takes::UpTo(999)),
    ("hình", Takes::UpTo(999)),
    ("dòng", Takes::UpTo(999)),
    ("khoản", Takes::UpTo(99)),
    ("điểm", Takes::UpTo(99)),
    ("chương", Takes::UpTo(99)),
    ("mục", Takes::UpTo(99)),
    ("tập", Takes::UpTo(99)),
    ("thứ", Takes::UpTo(99)),
    ("khóa", Takes::UpTo(99)),
    ("cụm", Takes::UpTo(99)),
    ("tổ", Takes::UpTo(99)),
    ("nhóm", Takes::UpTo(99)),
    ("phường", Takes::UpTo(99)),
    ("quận", Takes::UpTo(99)),
    ("khu", Takes::UpTo(99)),
    ("mẫu", Takes::UpTo(99)),
    ("phần", Takes::UpTo(99)),
    ("thế kỷ", Takes::UpTo(99)),
    ("trung ương", Takes::UpTo(99)),
    ("phụ lục", Takes::UpTo(99)),
    ("biểu đồ", Takes::UpTo(99)),
    ("sơ đồ", Takes::UpTo(99)),
    ("hạng", Takes::UpTo(9)),
    ("cấp", Takes::UpTo(9)),
    ("loại", Takes::UpTo(9)),
    ("bậc", Takes::UpTo(9)),
    ("số", Takes::Any),
    ("đại hội", Takes::Any),
    ("nghị quyết", Takes::Any),
    ("chỉ thị", Takes::Any),
    ("kết luận", Takes::Any),
    ("quy định", Takes::Any),
    ("nghị định", Takes::Any),
    ("quyết định", Takes::Any),
    ("hướng dẫn", Takes::Any),
    ("thông tư", Takes::Any),
    ("đề án", Takes::Any),
];

/// Labels whose two syllables are tied as well when the number follows: `Phụ lục 2`.
pub const PAIRS: [&str; 5] = ["phụ lục", "nhiệm kỳ", "lần thứ", "biểu đồ", "sơ đồ"];

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
pub const ADDRESSES: [&str; 7] = ["chí", "đ/c", "ông", "bà", "anh", "chị", "bác"];

/// Abbreviations in capitals that hold whatever follows: `T/M BAN`, `TM. BAN`, `TP. Thái Bình`, `TS. Trần`.
pub const ABBREVIATIONS: [&str; 16] = [
    "t/m", "tm", "k/t", "kt", "t/l", "tl", "tuq", "tp", "tx", "tt", "v/v", "ts", "ths", "gs", "pgs", "pgs.ts",
];
