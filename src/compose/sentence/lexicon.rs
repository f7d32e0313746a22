//! The words by which sentences are told apart.

/// Words before a comma that tie a sentence to the one before it in the article, which the report does not print.
pub const CONNECTIVES: [&str; 25] = [
    "Báo cáo tại hội nghị cho thấy",
    "Báo cáo tại hội nghị nêu rõ",
    "Theo báo cáo tại hội nghị",
    "Theo đó",
    "Qua đó",
    "Trong đó",
    "Đồng thời",
    "Bên cạnh đó",
    "Ngoài ra",
    "Tuy nhiên",
    "Do đó",
    "Vì vậy",
    "Nhân dịp này",
    "Tại hội nghị",
    "Cùng với đó",
    "Song song với đó",
    "Trên cơ sở đó",
    "Cũng tại hội nghị",
    "Được biết",
    "Vừa qua",
    "Theo đánh giá tại hội nghị",
    "Thời gian qua",
    "Trong thời gian qua",
    "Tại đây",
    "Mặt khác",
];

/// Times that only the article's day makes clear.
pub const LOOSE_TIMES: [&str; 4] = ["quý vừa qua", "tháng vừa qua", "năm vừa qua", "nhiệm kỳ vừa qua"];

/// Sentences that say nothing without the one before them begin so.
pub const DANGLING: [&str; 12] = [
    "Nội dung này",
    "Những nội dung này",
    "Việc này",
    "Điều này",
    "Điều đó",
    "Đây là",
    "Đó là",
    "Kết quả này",
    "Những kết quả này",
    "Hội nghị này",
    "Với những",
    "Cách làm này",
];

/// How a sentence that looks ahead begins, or what it asks.
pub const AHEAD: [&str; 9] = [
    "Thời gian tới",
    "Trong thời gian tới",
    "Những tháng cuối năm",
    "Từ nay đến cuối năm",
    "Những tháng còn lại",
    "Nhiệm vụ trọng tâm",
    "Quý tới",
    "Năm tới",
    "Sắp tới",
];

/// What begins a task.
pub const TASK_VERBS: [&str; 25] = [
    "tiếp tục",
    "tập trung",
    "đẩy mạnh",
    "tăng cường",
    "chủ động",
    "quan tâm",
    "thực hiện",
    "nâng cao",
    "đổi mới",
    "rà soát",
    "làm tốt",
    "phối hợp",
    "chú trọng",
    "triển khai",
    "xây dựng",
    "phát huy",
    "củng cố",
    "kịp thời",
    "hoàn thành",
    "chuẩn bị",
    "phấn đấu",
    "khắc phục",
    "nắm chắc",
    "duy trì",
    "bám sát",
];

/// What introduces a list of tasks.
pub const TASK_LEADS: [&str; 8] =
    ["như:", "gồm:", "sau:", "là:", "là,", "cụ thể:", "trọng tâm:", "giải pháp:"];
