//! `office.yaml`: who issues, signs and receives the report, and how it looks.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place};

use super::fields::{self, Fields};
use super::log::Log;
use super::model::{Issuer, Office, RatingScale, Schedule, Signer, Spelling};
use super::organisations::Ids;
use super::yaml::{Node, Yaml};

/// Reads the file's tree into the office; none when it is no mapping, which is said.
pub fn read(root: &Node, log: &Log, office: &mut Office) -> Option<()> {
    let fields = Fields::of(root, "office.yaml", log)?;
    if let Some(node) = fields.require("issuer") {
        office.issuer = issuer(node, log).unwrap_or_default();
    }
    office.signers = fields.list("signers").iter().filter_map(|node| signer(node, log)).collect();
    office.recipients = fields.texts("recipients");
    let profiles = [("dang", "dang"), ("nha-nuoc", "nha-nuoc")];
    office.profile = fields.choice("profile", &profiles).unwrap_or("dang").to_owned();
    office.profile_overrides = overrides(&fields);
    let spellings = [("ủy", Spelling::New), ("uỷ", Spelling::Old)];
    office.spelling = fields.choice("spelling", &spellings).unwrap_or_default();
    office.standard = fields.choice("standard", &[("a-2a", "a-2a"), ("a-3a", "a-3a")]).map(str::to_owned);
    office.rating_scales =
        fields.list("rating-scales").iter().filter_map(|node| rating_scale(node, log)).collect();
    check_scales(office, &fields);
    office.outlets = fields
        .map("outlets")
        .iter()
        .filter_map(|e| Some((e.key.clone(), fields::text(&e.value, &e.key, log)?)))
        .collect();
    office.schedule = fields.fields("schedule").and_then(|schedule_fields| schedule(&schedule_fields));
    fields.finish();
    Some(())
}

fn issuer(node: &Node, log: &Log) -> Option<Issuer> {
    let fields = Fields::of(node, "issuer", log)?;
    let issuer = Issuer {
        parent: fields.required_text("parent"),
        name: fields.required_text("name"),
        short: fields.required_text("short"),
        organisation: fields.required_text("organisation"),
        symbol: fields.required_text("symbol"),
        place: fields.required_text("place"),
        province: fields.required_text("province"),
    };
    fields.finish();
    Some(issuer)
}

fn signer(node: &Node, log: &Log) -> Option<Signer> {
    let fields = Fields::of(node, "signers", log)?;
    let signer = Signer {
        authority: fields.required_text("authority"),
        position: fields.required_text("position"),
        name: fields.text("name"),
        validity: fields.validity(),
    };
    fields.finish();
    Some(signer)
}

/// `profile-overrides`, flattened: `body: {size: 14}` and `body.size: 14` are the same.
fn overrides(fields: &Fields<'_>) -> BTreeMap<String, (String, Place)> {
    let mut flat = BTreeMap::new();
    let mut open: Vec<(String, &Node)> =
        fields.map("profile-overrides").iter().map(|e| (e.key.clone(), &e.value)).collect();
    while let Some((path, node)) = open.pop() {
        match &node.value {
            Yaml::Map(entries) => {
                open.extend(entries.iter().map(|e| (format!("{path}.{}", e.key), &e.value)));
            }
            Yaml::Scalar { text, .. } => {
                flat.insert(path, (text.clone(), fields.log.place(node.mark)));
            }
            Yaml::Null | Yaml::List(_) => fields::wrong_type(node, &path, "scalar", fields.log),
        }
    }
    flat
}

fn rating_scale(node: &Node, log: &Log) -> Option<RatingScale> {
    let fields = Fields::of(node, "rating-scales", log)?;
    fields.require("levels");
    let cap = fields.fields("excellent-cap").and_then(|cap| {
        cap.require("percent");
        let percent = cap.number("percent")?;
        let rule = cap.required_text("rule");
        cap.finish();
        if !(0.0..=100.0).contains(&percent) {
            let mark = cap.get("percent").map_or(cap.mark, |n| n.mark);
            log.push(log.error("percent-out-of-range", mark).arg("key", "percent").arg("text", percent));
        }
        Some((percent, rule))
    });
    let scale = RatingScale {
        id: fields.id().unwrap_or_default(),
        levels: fields.texts("levels"),
        validity: fields.validity(),
        source: fields.required_text("source"),
        excellent_cap: cap,
    };
    fields.finish();
    Some(scale)
}

/// Ids are unique, and on every day at most one scale is in force.
fn check_scales(office: &Office, fields: &Fields<'_>) {
    let places: Vec<Place> =
        fields.list("rating-scales").iter().map(|node| fields.log.place(node.mark)).collect();
    let mut ids = Ids::new(fields.log);
    for (i, (scale, place)) in office.rating_scales.iter().zip(&places).enumerate() {
        ids.add(&scale.id, place);
        for (other, first) in office.rating_scales[..i].iter().zip(&places) {
            if other.validity.meets(scale.validity) {
                let problem = Diagnostic::error("scale-overlap").place(place.clone());
                let problem = problem.arg("id", &scale.id).arg("other", &other.id);
                fields.log.push(problem.related(first.clone()));
            }
        }
    }
}

fn schedule(fields: &Fields<'_>) -> Option<Schedule> {
    const KINDS: [(&str, &str); 5] = [
        ("quarter", "quarter"),
        ("half", "half"),
        ("nine-months", "nine-months"),
        ("year", "year"),
        ("term", "term"),
    ];
    let from = fields.required_date("from");
    fields.require("kinds");
    let kinds = fields
        .list("kinds")
        .iter()
        .filter_map(|node| fields::choice(node, "kinds", &KINDS, fields.log))
        .map(str::to_owned)
        .collect();
    fields.finish();
    Some(Schedule { from: from?, kinds })
}
