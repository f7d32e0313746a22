//! The text that stands for a chart, from its data.

use crate::document::{BulletBar, Categories, ChartData};
use crate::vietnamese::format_decimal;

use super::NO_DATA;
use super::scale::number;

/// A chart of more rows than this is summed up; its table has the numbers.
const TOLD: usize = 24;

/// The text alternative: what kind of chart, its title, and its data with numbers in Vietnamese form.
///
/// `title` is the caption's title without its number: `Kết quả so với chỉ tiêu nghị quyết`.
pub fn alt(data: &ChartData, title: &str) -> String {
    let title = title.trim().trim_end_matches('.');
    let (kind, mut sentences) = match data {
        ChartData::Bullet(bars) => ("Biểu đồ thanh so sánh kết quả với chỉ tiêu", bullet(bars)),
        ChartData::Grouped(data) => ("Biểu đồ cột", by_category(data, "nhóm")),
        ChartData::Trend(data) => ("Biểu đồ đường", by_series(data)),
        ChartData::Stacked(data) => ("Biểu đồ cơ cấu", by_category(&shares(data), "nhóm")),
        ChartData::SmallMultiples(panels) => ("Nhóm biểu đồ cột nhỏ", by_panel(panels)),
    };
    if sentences.is_empty() {
        sentences.push(capitalised(NO_DATA));
    }
    let mut text = if title.is_empty() { format!("{kind}.") } else { format!("{kind}: {title}.") };
    for sentence in sentences {
        text.push(' ');
        text.push_str(&sentence);
        text.push('.');
    }
    text
}

fn bullet(bars: &[BulletBar]) -> Vec<String> {
    if bars.len() <= TOLD { bars.iter().map(bullet_bar).collect() } else { bullet_summary(bars) }
}

fn per_cent(share: f64) -> String {
    format!("{}%", format_decimal(share * 100.0, 1))
}

fn bullet_bar(bar: &BulletBar) -> String {
    let printed: String = bar.text.iter().map(|run| run.text.replace('\u{a0}', " ")).collect();
    let Some(share) = bar.share else {
        let printed = if printed.is_empty() { NO_DATA } else { &printed };
        return format!("{}: {printed}", bar.label.replace('\u{a0}', " "));
    };
    let said = per_cent(share);
    let mut text = format!("{}: ", bar.label.replace('\u{a0}', " "));
    text.push_str(&match printed.as_str() {
        "" => format!("bằng {said} chỉ tiêu"),
        _ if printed.contains(&said) => printed,
        _ => format!("{printed}, bằng {said} chỉ tiêu"),
    });
    if let Some(pace) = bar.pace {
        let compared = if share < pace { "thấp hơn" } else { "đạt" };
        text.push_str(&format!(" ({compared} tiến độ {})", per_cent(pace)));
    }
    text
}

fn bullet_summary(bars: &[BulletBar]) -> Vec<String> {
    let count = |test: &dyn Fn(&BulletBar) -> bool| bars.iter().filter(|b| test(b)).count();
    let met = count(&|b| b.share.is_some_and(|s| s >= 1.0));
    let behind = count(&|b| matches!((b.share, b.pace), (Some(s), Some(p)) if s < p));
    let missing = count(&|b| b.share.is_none());
    let mut sentences = vec![format!("Gồm {} dòng, {met} dòng đạt từ 100% chỉ tiêu trở lên", bars.len())];
    if behind > 0 {
        sentences.push(format!("{} dòng thấp hơn tiến độ", behind));
    }
    if missing > 0 {
        sentences.push(format!("{missing} dòng {NO_DATA}"));
    }
    let known = || bars.iter().filter_map(|b| b.share.map(|s| (s, &b.label)));
    let extremes = (known().min_by(|a, b| a.0.total_cmp(&b.0)), known().max_by(|a, b| a.0.total_cmp(&b.0)));
    if let (Some((low, low_label)), Some((high, high_label))) = extremes {
        sentences.push(format!("Thấp nhất là {low_label}: {} chỉ tiêu", per_cent(low)));
        sentences.push(format!("Cao nhất là {high_label}: {} chỉ tiêu", per_cent(high)));
    }
    sentences
}

/// A value with its unit, or that there is none.
fn told(value: Option<f64>, unit: &str) -> String {
    match value {
        None => NO_DATA.to_owned(),
        Some(value) if unit.is_empty() || unit == "%" => number(value, unit),
        Some(value) => format!("{} {unit}", number(value, unit)),
    }
}

fn value(values: &[Option<f64>], index: usize) -> Option<f64> {
    values.get(index).copied().flatten()
}

fn by_category(data: &Categories, group: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    if data.labels.len() > TOLD {
        sentences.push(format!("Gồm {} {group}", data.labels.len()));
        sentences.extend(data.series.iter().filter_map(|(name, values)| extremes(data, name, values)));
    } else {
        for (i, label) in data.labels.iter().enumerate() {
            sentences.push(capitalised(&category(data, i, label)));
        }
    }
    sentences.extend(reference(data));
    sentences
}

/// `2021 – Kế hoạch: 160 đảng viên; Kết quả: 171 đảng viên`, or `2021: 160 đảng viên` for one series.
fn category(data: &Categories, index: usize, label: &str) -> String {
    let told = |values: &[Option<f64>]| told(value(values, index), &data.unit);
    if data.series.iter().all(|s| value(&s.1, index).is_none()) {
        return format!("{label}: {NO_DATA}");
    }
    if let [(_, values)] = data.series.as_slice() {
        return format!("{label}: {}", told(values));
    }
    let parts: Vec<String> =
        data.series.iter().map(|(name, values)| format!("{name}: {}", told(values))).collect();
    format!("{label} – {}", parts.join("; "))
}

fn by_series(data: &Categories) -> Vec<String> {
    let mut sentences = Vec::new();
    if data.labels.is_empty() {
        return sentences;
    }
    for (name, values) in &data.series {
        if values.iter().all(Option::is_none) {
            sentences.push(capitalised(&format!("{name}: {NO_DATA}")));
        } else if data.labels.len() > TOLD {
            sentences.extend(extremes(data, name, values));
        } else {
            let at = |(i, label): (usize, &String)| format!("{label} {}", told(value(values, i), &data.unit));
            let points: Vec<String> = data.labels.iter().enumerate().map(at).collect();
            sentences.push(capitalised(&format!("{name}: {}", points.join("; "))));
        }
    }
    sentences.extend(reference(data));
    sentences
}

/// Smallest and greatest value of a series, with their categories.
fn extremes(data: &Categories, name: &str, values: &[Option<f64>]) -> Option<String> {
    let known = || data.labels.iter().zip(values).filter_map(|(label, value)| value.map(|v| (v, label)));
    let (low, low_label) = known().min_by(|a, b| a.0.total_cmp(&b.0))?;
    let (high, high_label) = known().max_by(|a, b| a.0.total_cmp(&b.0))?;
    let (low, high) = (told(Some(low), &data.unit), told(Some(high), &data.unit));
    let text = format!("{name}: thấp nhất {low} ({low_label}), cao nhất {high} ({high_label})");
    Some(capitalised(&text))
}

fn reference(data: &Categories) -> Option<String> {
    let (value, label) = data.reference.as_ref()?;
    let told = told(Some(*value), &data.unit);
    Some(capitalised(&if label.contains(&told) { label.clone() } else { format!("{label}: {told}") }))
}

fn by_panel(panels: &[(String, Categories)]) -> Vec<String> {
    if panels.len() > TOLD {
        return vec![format!(
            "Gồm {} biểu đồ, từ {} đến {}",
            panels.len(),
            panels[0].0,
            panels[panels.len() - 1].0
        )];
    }
    let told =
        |(name, data): &(String, Categories)| format!("{name} – {}", by_category(data, "nhóm").join("; "));
    panels.iter().map(told).collect()
}

/// The data in per cent of each category's whole.
fn shares(data: &Categories) -> Categories {
    if data.unit == "%" {
        return data.clone();
    }
    let whole = |i: usize| -> f64 { data.series.iter().filter_map(|s| value(&s.1, i)).sum() };
    let share = |(i, v): (usize, &Option<f64>)| v.map(|v| (v / whole(i) * 1000.0).round() / 10.0);
    let series = data
        .series
        .iter()
        .map(|(name, v)| (name.clone(), v.iter().enumerate().map(share).collect()))
        .collect();
    Categories { series, unit: "%".to_owned(), ..data.clone() }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
