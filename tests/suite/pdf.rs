//! Tests of the room `pdf`.

pub mod builder;
pub mod checks;

use baocao::document::LinkTarget;
use baocao::fonts::Face;
use baocao::pdf::{Options, write};

use builder::{Builder, PORTRAIT, metadata};

const PROSE: &str = "Trong quý III năm 2023, Đảng ủy Khối đã chỉ đạo các tổ chức cơ sở đảng thực hiện tốt nhiệm \
    vụ chính trị; toàn khối có 17 tổ chức cơ sở đảng với gần 2.000 đảng viên, đạt 72,7% chỉ tiêu đề ra (tăng \
    1,5 điểm phần trăm).";

/// A report with everything a report can have.
fn full() -> Builder {
    let mut b = Builder::new(PORTRAIT);
    let root = b.root;
    b.heading(root, 1, "Phần thứ nhất. KẾT QUẢ THỰC HIỆN");
    b.heading(root, 2, "I- Công tác chính trị, tư tưởng");
    for _ in 0..3 {
        b.p(root, PROSE);
    }
    b.footnote(root, "Số liệu lấy từ báo cáo của cơ sở.", "Báo cáo số 12-BC/ĐUK.");
    b.list(root, &["Mở 5 lớp bồi dưỡng;", "Kết nạp 128 đảng viên."]);
    b.heading(root, 2, "II- Công tác tổ chức, cán bộ");
    b.figure(root, "Biểu đồ: kết nạp 128 trên 176 đảng viên, đạt 72,7%.");
    b.link(root, "Xem phần thứ nhất", LinkTarget::Anchor("II- Công tác tổ chức, cán bộ".into()));
    b.link(root, "Trang nguồn", LinkTarget::Uri("https://baothaibinh.example/tin tức?a=1&b=(2)".into()));
    let rows: Vec<Vec<String>> = (0..60)
        .map(|i| {
            vec![
                format!("{}", i + 1),
                format!("Đảng bộ số {i}"),
                if i % 7 == 0 { String::new() } else { "đạt".into() },
            ]
        })
        .collect();
    b.table(root, &["TT", "Đơn vị", "Kết quả"], &rows);
    b.signature(root);
    b.turn((PORTRAIT.1, PORTRAIT.0));
    b.heading(root, 1, "Phụ lục");
    b.spanned_table(root, 5);
    b
}

/// A whole report conforms, and says what was composed.
#[test]
fn full_report_conforms() {
    let bytes = write(&full().pages, &metadata(), &Options::default()).unwrap();
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("full.pdf"), &bytes).unwrap();
    checks::conforms(&bytes);
    let _ = Face::Bold;
}
