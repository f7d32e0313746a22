//! A table of hand-calculated standings: each case sets a target and results and says what must come out.
//!
//! ```text
//! == title
//! target flow >= 176 đảng viên; per-year
//! given 2023-Q1 36 | 2023-Q2 45
//! at 2023-Q2
//!   current 45 đảng viên = 45
//! ```
//! Lines after `at` are every quantity that is not none, as `name value unit = formula`, and the status.

use baocao::assess::{Forecast, TargetStanding, assess};
use baocao::office::{Measure, Office, OrganisationKind};
use baocao::quantity::{Comparator, Quantity, Source, Value};
use baocao::vietnamese::format_decimal;

use super::builder;

/// Runs every case of the text and gives the text back with what came out below each `at`.
pub fn run(text: &str) -> String {
    let mut out = String::new();
    let mut office = Office::default();
    for line in text.lines() {
        if line.starts_with("  ") {
            continue;
        }
        if line.starts_with("==") {
            office = builder::office();
        } else if let Some(rest) = line.strip_prefix("target ") {
            target(&mut office, rest);
        } else if let Some(rest) = line.strip_prefix("organisations ") {
            for id in rest.split(' ') {
                let (id, cluster) = id.split_once('@').map_or((id, None), |(id, c)| (id, Some(c)));
                builder::organisation(&mut office, id, OrganisationKind::Committee, 100.0, cluster);
            }
        } else if let Some(rest) = line.strip_prefix("given ") {
            rest.split(" | ").for_each(|one| given(&mut office, one));
        }
        out.push_str(line);
        out.push('\n');
        if let Some(code) = line.strip_prefix("at ") {
            let assessment = assess(&office, &[], builder::period(code)).unwrap();
            out.push_str(&lines(&assessment.targets[0]));
        }
    }
    out
}

/// `flow >= 3 %; per-year; base 5874 tổng số đảng viên; due 2023-12-31; tolerance 2; rating Hoàn thành tốt nhiệm vụ`.
fn target(office: &mut Office, line: &str) {
    let mut fields = line.split("; ");
    let mut head = fields.next().unwrap().splitn(4, ' ');
    let measure = match head.next().unwrap() {
        "rating" => Measure::Rating,
        "flow" => Measure::Flow,
        "cumulative" => Measure::Cumulative,
        "level" => Measure::Level,
        "yes-no" => Measure::YesNo,
        other => panic!("measure {other}"),
    };
    let comparator = match head.next().unwrap() {
        "=" => Comparator::Equal,
        ">=" => Comparator::AtLeast,
        ">" => Comparator::MoreThan,
        "<=" => Comparator::AtMost,
        "<" => Comparator::LessThan,
        "~" => Comparator::About,
        ".." => Comparator::Range,
        other => panic!("comparator {other}"),
    };
    let goal = value(head.next().unwrap());
    builder::target(office, "t", measure, comparator, goal, head.next().unwrap_or(""));
    let target = builder::last(office);
    for field in fields {
        match field.split_once(' ') {
            None if field == "per-year" => target.per_year = true,
            Some(("due", day)) => target.due = Some(builder::day(day)),
            Some(("tolerance", n)) => target.tolerance = Some(n.parse().unwrap()),
            Some(("rating", level)) => target.rating = Some(("qd-132".to_owned(), level.to_owned())),
            Some(("base", base)) => {
                let (number, text) = base.split_once(' ').unwrap();
                target.base = builder::base(text, number.parse().ok());
            }
            _ => panic!("field {field}"),
        }
    }
}

/// `2023-Q1 36`, `2023-Q1 95,5%`, `2022 53/58`, `2022 a:yes`, `2022 a:Hoàn thành tốt nhiệm vụ`.
fn given(office: &mut Office, line: &str) {
    let (code, rest) = line.split_once(' ').unwrap();
    let (organisation, rest) = rest.split_once(':').map_or((None, rest), |(id, v)| (Some(id), v));
    let stated = value(rest.trim_end_matches('%'));
    let unit = if rest.ends_with('%') { "%" } else { "" };
    builder::result(office, "t", organisation, code, stated, unit);
}

fn value(text: &str) -> Value {
    let number = |t: &str| t.replace(',', ".").parse::<f64>().ok();
    if let Some(n) = number(text) {
        return Value::Number(n);
    }
    if let Some((a, b)) = text.split_once('/') {
        return Value::Share { part: number(a).unwrap(), whole: number(b).unwrap() };
    }
    if let Some((a, b)) = text.split_once('-')
        && let (Some(a), Some(b)) = (number(a), number(b))
    {
        return Value::Range(a, b);
    }
    match text {
        "yes" => Value::Yes(true),
        "no" => Value::Yes(false),
        words => Value::Words(words.to_owned()),
    }
}

/// Every quantity of a standing, in the order of the model.
pub fn lines(s: &TargetStanding) -> String {
    let mut out = String::new();
    let mut say = |name: &str, q: &Option<Quantity>| {
        if let Some(q) = q {
            out.push_str(&format!("  {name} {}\n", shown(q)));
        }
    };
    say("goal", &Some(s.goal.clone()));
    say("tolerance", &s.tolerance);
    say("current", &s.current);
    say("previous", &s.previous);
    say("last-year", &s.last_year);
    say("year-to-date", &s.year_to_date);
    say("term-to-date", &s.term_to_date);
    say("cumulative", &s.cumulative);
    say("share", &s.share);
    say("difference", &s.difference);
    say("change", &s.change);
    say("change-last-year", &s.change_last_year);
    say("pace", &s.pace);
    say("pace-gap", &s.pace_gap);
    say("remaining", &s.remaining);
    say("remaining-count", &s.remaining_count);
    say("needed", &s.needed);
    say("needed-ratio", &s.needed_ratio);
    let mut forecast = |name: &str, f: &Option<Forecast>| {
        if let Some(f) = f {
            let (low, high) = (shown(&f.interval.0), shown(&f.interval.1));
            out.push_str(&format!("  {name} {}\n    from {low}\n    to {high}\n", shown(&f.value)));
        }
    };
    forecast("forecast-year", &s.forecast_year);
    forecast("forecast-term", &s.forecast_term);
    if let Some((period, _)) = &s.latest {
        out.push_str(&format!("  latest of {period}\n"));
    }
    out.push_str(&format!("  {}\n", s.status.words()));
    out
}

/// `72,73 % = 128 / 176`; a lower bound is marked `≥`.
pub fn shown(q: &Quantity) -> String {
    let value = match &q.value {
        Value::Number(n) => format_decimal(*n, 2),
        Value::Range(a, b) => format!("{} - {}", format_decimal(*a, 2), format_decimal(*b, 2)),
        Value::Share { part, whole } => {
            let per_cent = format_decimal(part / whole * 100.0, 2);
            format!("{}/{} ({per_cent})", format_decimal(*part, 2), format_decimal(*whole, 2))
        }
        Value::Yes(yes) => if *yes { "có" } else { "không" }.to_owned(),
        Value::Words(words) => words.clone(),
    };
    let formula = match &*q.source {
        Source::Formula { expression, .. } => format!(" = {expression}"),
        _ => String::new(),
    };
    let bound = if q.comparator == Comparator::AtLeast { "≥ " } else { "" };
    let unit = if q.unit.is_empty() { String::new() } else { format!(" {}", q.unit) };
    format!("{bound}{value}{unit}{formula}")
}
