//! The values of a profile as a flat list, path → value, with the office's own put over them.

use std::collections::BTreeMap;

use serde_json::Value as Tree;

use crate::diagnostic::{Diagnostic, Place};

/// A value of `profiles/*.yaml`.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Millimetres, as written.
    Millimetres(f64),
    /// Points.
    Points(f64),
    /// A share or count.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// Text, printed as it stands.
    Text(String),
    /// Words out of `regular`, `bold`, `italic`, `underline`.
    Style(String),
}

/// A value with the bounds an office has to keep.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaf {
    pub value: Value,
    pub range: Option<(f64, f64)>,
    pub source: String,
}

pub(super) type Leaves = BTreeMap<String, Leaf>;

/// Flattens a profile's YAML; every leaf says its kind, value and source.
pub(super) fn parse(name: &str, yaml: &str) -> Result<Leaves, Vec<Diagnostic>> {
    let broken =
        |detail: String| vec![Diagnostic::error("profile-broken").arg("profile", name).arg("detail", detail)];
    let tree: Tree = serde_saphyr::from_str(yaml).map_err(|e| broken(e.to_string()))?;
    let mut leaves = Leaves::new();
    flatten("", &tree, &mut leaves).map_err(broken)?;
    Ok(leaves)
}

fn flatten(path: &str, tree: &Tree, leaves: &mut Leaves) -> Result<(), String> {
    let Tree::Object(fields) = tree else { return Err(path.to_owned()) };
    if fields.contains_key("source") {
        let leaf = leaf(fields).ok_or_else(|| path.to_owned())?;
        leaves.insert(path.to_owned(), leaf);
        return Ok(());
    }
    for (key, child) in fields {
        let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        flatten(&below, child, leaves)?;
    }
    Ok(())
}

fn leaf(fields: &serde_json::Map<String, Tree>) -> Option<Leaf> {
    let number = |key: &str| fields.get(key).and_then(Tree::as_f64);
    let text = |key: &str| fields.get(key).and_then(Tree::as_str).map(str::to_owned);
    let value = number("mm")
        .map(Value::Millimetres)
        .or_else(|| number("pt").map(Value::Points))
        .or_else(|| number("number").map(Value::Number))
        .or_else(|| fields.get("flag").and_then(Tree::as_bool).map(Value::Flag))
        .or_else(|| text("text").map(Value::Text))
        .or_else(|| text("style").map(Value::Style))?;
    let range = match fields.get("range") {
        Some(Tree::Array(bounds)) => Some((bounds.first()?.as_f64()?, bounds.get(1)?.as_f64()?)),
        _ => None,
    };
    Some(Leaf { value, range, source: text("source")? })
}

/// Puts the office's value in place of the profile's.
///
/// # Errors
///
/// `profile-unknown-key` and `profile-impossible-value`.
pub(super) fn set(leaves: &mut Leaves, path: &str, text: &str, place: &Place) -> Result<(), Diagnostic> {
    let Some(leaf) = leaves.get_mut(path) else {
        let near = nearest(leaves, path).unwrap_or("none".to_owned());
        return Err(Diagnostic::error("profile-unknown-key")
            .place(place.clone())
            .arg("key", path)
            .arg("near", near));
    };
    match with_text(leaf, text.trim()) {
        Some(value) => {
            leaf.value = value;
            Ok(())
        }
        None => Err(Diagnostic::error("profile-impossible-value")
            .place(place.clone())
            .arg("key", path)
            .arg("value", text)
            .arg("allowed", allowed(leaf))),
    }
}

fn with_text(leaf: &Leaf, text: &str) -> Option<Value> {
    let number = |unit: &str| {
        let digits = text.strip_suffix(unit).unwrap_or(text).trim_end();
        let number: f64 = digits.parse().ok()?;
        let (least, most) = leaf.range.unwrap_or((0.0, f64::MAX));
        (least..=most).contains(&number).then_some(number)
    };
    Some(match leaf.value {
        Value::Millimetres(_) => Value::Millimetres(number("mm")?),
        Value::Points(_) => Value::Points(number("pt")?),
        Value::Number(_) => Value::Number(number("")?),
        Value::Flag(_) => Value::Flag(text.parse().ok()?),
        Value::Text(_) if text.chars().count() <= 200 => Value::Text(text.to_owned()),
        Value::Style(_) if style_words(text) => Value::Style(text.to_owned()),
        Value::Text(_) | Value::Style(_) => return None,
    })
}

fn style_words(text: &str) -> bool {
    !text.is_empty() && text.split(' ').all(|w| matches!(w, "regular" | "bold" | "italic" | "underline"))
}

/// What a reader may write there, in a form that needs no language.
fn allowed(leaf: &Leaf) -> String {
    let unit = match leaf.value {
        Value::Millimetres(_) => " mm",
        Value::Points(_) => " pt",
        Value::Number(_) => "",
        Value::Flag(_) => return "true | false".to_owned(),
        Value::Text(_) => return "≤ 200".to_owned(),
        Value::Style(_) => return "regular | bold | italic | underline".to_owned(),
    };
    let (least, most) = leaf.range.unwrap_or((0.0, f64::MAX));
    format!("{least}–{most}{unit}")
}

/// The known path that shares most with the unknown one, for the hint.
fn nearest(leaves: &Leaves, path: &str) -> Option<String> {
    let last = |p: &str| p.rsplit('.').next().unwrap_or(p).to_owned();
    let common = |known: &str| known.chars().zip(path.chars()).take_while(|(a, b)| a == b).count();
    leaves
        .keys()
        .map(|known| (common(known) + if last(known) == last(path) { 4 } else { 0 }, known))
        .filter(|(score, _)| *score >= 3)
        .max_by_key(|(score, known)| (*score, std::cmp::Reverse((*known).clone())))
        .map(|(_, known)| known.clone())
}
