//! What a heading or a row's label stands for.

use super::super::model::Target;
use super::super::register::{plain, unnumbered};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The value, or the part of a whole.
    Value,
    /// The whole of a share.
    Whole,
    /// A per cent.
    Percent,
    /// A note.
    Note,
}

/// Whether it heads the column of organisations.
pub fn is_organisation(text: &str) -> bool {
    let text = plain(text);
    const NAMES: [&str; 9] = [
        "tổ chức cơ sở đảng",
        "tên tổ chức cơ sở đảng",
        "tccsđ",
        "tổ chức đảng",
        "chi bộ đảng bộ",
        "chi đảng bộ",
        "đơn vị",
        "tên đơn vị",
        "cơ quan đơn vị",
    ];
    NAMES.contains(&text.as_str())
}

/// Whether it heads the column of targets in a sheet that lists targets in rows.
pub fn is_target_list(text: &str) -> bool {
    matches!(plain(text).as_str(), "chỉ tiêu" | "tên chỉ tiêu" | "nội dung" | "nội dung chỉ tiêu")
}

/// Whether it heads the results in a sheet that lists targets in rows.
pub fn is_result(text: &str) -> bool {
    let text = plain(text);
    matches!(text.as_str(), "kết quả" | "số liệu" | "thực hiện") || text.starts_with("kết quả ")
}

/// Whether the column is known and holds nothing to read. A heading that begins with `#` says so too.
pub fn is_ignored(text: &str) -> bool {
    let trimmed = text.trim();
    let known = [
        "stt",
        "tt",
        "số tt",
        "cụm",
        "loại hình",
        "đvt",
        "đơn vị tính",
        "người báo cáo",
        "ngày báo cáo",
        "chỉ tiêu nghị quyết",
        "đánh giá",
    ];
    trimmed.starts_with('#') || known.contains(&plain(trimmed).as_str())
}

/// What a heading below a target's heading stands for.
pub fn part(text: &str) -> Option<Part> {
    if text.trim() == "%" {
        return Some(Part::Percent);
    }
    match plain(text).as_str() {
        "số lượng" | "số" | "đạt" | "số đạt" | "kết quả" | "thực hiện" | "mức xếp loại" | "xếp loại" => {
            Some(Part::Value)
        }
        "tổng số" | "tổng" | "trên tổng số" => Some(Part::Whole),
        "tỷ lệ" | "tỉ lệ" => Some(Part::Percent),
        "ghi chú" => Some(Part::Note),
        _ => None,
    }
}

/// The target that a heading names by its id, title, short title or another of its names. A unit in brackets
/// (`Kết nạp đảng viên (người)`) does not matter.
pub fn target<'t>(text: &str, targets: &'t [Target]) -> Option<&'t Target> {
    let bare = text.rsplit_once('(').map_or(text, |(name, _)| name);
    let (whole, bare) = (plain(text), plain(bare));
    targets.iter().find(|t| {
        let names = [&t.id, &t.title, &t.short];
        let mut names = names.into_iter().chain(&t.aliases).map(|name| plain(name));
        names.any(|name| name == whole || name == bare)
    })
}

/// Whether the label is that of the bloc's total.
pub fn is_total(text: &str) -> bool {
    let text = plain(text);
    matches!(
        text.as_str(),
        "tổng cộng" | "cộng" | "tổng" | "tổng số" | "toàn đảng bộ" | "toàn đảng bộ khối" | "toàn khối"
    )
}

/// Whether the label is that of a cluster or of its subtotal.
pub fn is_cluster(text: &str) -> bool {
    let text = plain(unnumbered(text));
    ["cụm ", "cộng cụm ", "tổng cụm ", "tổng cộng cụm ", "cộng khối "].iter().any(|p| text.starts_with(p))
}

/// Whether the text says that the sheet's figures are made up for a sample.
pub fn is_illustrative(text: &str) -> bool {
    let text = plain(text);
    text.contains("số liệu minh họa") || text.contains("nguồn minh họa")
}
