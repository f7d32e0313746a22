//! The report's templates: front matter, limits, and what a template must not hold.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};
use handlebars::{TemplateError, TemplateErrorReason};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use serde::Deserialize;

use crate::compose::markdown;
use crate::diagnostic::{Diagnostic, Place};

/// Greatest size of a template.
pub const MAX_BYTES: usize = 256 * 1024;
/// Deepest nesting of blocks, brackets and partials.
pub const MAX_DEPTH: usize = 64;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../templates/", $name, ".md.hbs")))),*]
    };
}

/// The built-in templates by name.
pub const BUILT_IN: [(&str, &str); 16] = built_in![
    "report",
    "situation",
    "political-task",
    "party-building",
    "targets",
    "target",
    "evaluation",
    "next-tasks",
    "proposals",
    "seasonal-tasks",
    "pace-note",
    "appendix-years",
    "appendix-organisations",
    "appendix-sources",
    "section",
    "illustrative-note",
];

/// What stands between the `---` lines at a template's top. Texts may hold Handlebars.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FrontMatter {
    /// `BÁO CÁO`.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Title: of the file for `report`, of the appendix for an appendix.
    pub title: String,
    /// Subject lines below the type name.
    pub subject: Vec<String>,
    /// Appendices in order, by template name.
    pub appendices: Vec<String>,
    /// Kinds of report with a table of contents: `quarter`, `half`, `nine-months`, `year`, `term`.
    pub contents: Vec<String>,
    /// `auto` turns an appendix on its side when its table is wide; `true` always.
    pub landscape: String,
}

/// A template ready for use.
#[derive(Clone, Debug)]
pub struct Template {
    /// Name without `.md.hbs`.
    pub name: String,
    /// Path for messages: `templates/report.md.hbs`.
    pub file: String,
    /// Front matter.
    pub front: FrontMatter,
    /// The text, with blank lines in place of the front matter, so that lines keep their numbers.
    pub text: String,
    /// Compiled.
    pub compiled: handlebars::Template,
}

/// Templates by name.
pub type Templates = BTreeMap<String, Template>;

/// The built-in templates with the office's own in their places, or everything that is wrong with them.
/// Overrides are named `report`, `report.md.hbs` or `templates/report.md.hbs`.
pub fn load(overrides: &BTreeMap<String, String>) -> Result<Templates, Vec<Diagnostic>> {
    let mut texts: BTreeMap<String, &str> = BUILT_IN.iter().map(|(n, t)| ((*n).to_owned(), *t)).collect();
    for (name, text) in overrides {
        let name = name.rsplit('/').next().unwrap_or(name);
        texts.insert(name.strip_suffix(".md.hbs").unwrap_or(name).to_owned(), text);
    }
    let mut templates = Templates::new();
    let mut wrong = Vec::new();
    for (name, text) in texts {
        match read(&name, text) {
            Ok(template) => {
                templates.insert(name, template);
            }
            Err(diagnostics) => wrong.extend(diagnostics),
        }
    }
    if wrong.is_empty() {
        wrong.extend(templates.values().flat_map(|t| missing_partials(t, &templates)));
    }
    if wrong.is_empty() {
        wrong.extend(cycles(&templates));
    }
    if wrong.is_empty() { Ok(templates) } else { Err(wrong) }
}

fn read(name: &str, text: &str) -> Result<Template, Vec<Diagnostic>> {
    let file = format!("templates/{name}.md.hbs");
    if text.len() > MAX_BYTES {
        let found = Diagnostic::error("template-too-large").place(Place::file(file));
        return Err(vec![found.arg("limit", MAX_BYTES / 1024)]);
    }
    let normal = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let (front, body) = front_matter(&file, &normal).map_err(|d| vec![d])?;
    if let Some(line) = too_deep(&body) {
        let found = Diagnostic::error("template-too-deep").place(Place::at(&file, line, 1));
        return Err(vec![found.arg("limit", MAX_DEPTH)]);
    }
    let compiled =
        handlebars::Template::compile_with_name(&body, file.clone()).map_err(|e| vec![syntax(&file, &e)])?;
    let mut wrong = refused(&compiled, &file);
    wrong.extend(refused_markup(&file, &body));
    if wrong.is_empty() {
        Ok(Template { name: name.to_owned(), file, front, text: body, compiled })
    } else {
        Err(wrong)
    }
}

/// Splits the front matter off; the body keeps its line numbers.
fn front_matter(file: &str, text: &str) -> Result<(FrontMatter, String), Diagnostic> {
    let Some(rest) = text.strip_prefix("---\n") else {
        return Ok((FrontMatter::default(), text.to_owned()));
    };
    let Some((yaml, body)) = rest.split_once("\n---\n") else {
        return Err(Diagnostic::error("template-front-matter-open").place(Place::at(file, 1, 1)));
    };
    let front = serde_saphyr::from_str::<FrontMatter>(yaml).map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |l| (l.line(), l.column()));
        let detail = error.without_snippet().to_string();
        Diagnostic::error("template-front-matter")
            .place(Place::at(file, number(line) + 1, number(column)))
            .arg("detail", detail.split(" at line").next().unwrap_or_default())
    })?;
    let blank = "\n".repeat(yaml.matches('\n').count() + 3);
    Ok((front, blank + body))
}

fn number(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The line on which blocks or brackets nest deeper than [`MAX_DEPTH`], before the recursive parser sees them.
fn too_deep(text: &str) -> Option<u32> {
    let (mut blocks, mut brackets) = (0usize, 0usize);
    for (i, line) in text.lines().enumerate() {
        for (at, c) in line.char_indices() {
            let tag = line[at..].strip_prefix("{{").map(|t| t.trim_start_matches(['~', '{', ' ']));
            match (c, tag.and_then(|t| t.chars().next())) {
                (_, Some('#')) => blocks += 1,
                (_, Some('/')) => blocks = blocks.saturating_sub(1),
                ('(' | '[', _) => brackets += 1,
                (')' | ']', _) => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            if blocks > MAX_DEPTH || brackets > MAX_DEPTH {
                return Some(number(i as u64 + 1));
            }
        }
    }
    None
}

fn syntax(file: &str, error: &TemplateError) -> Diagnostic {
    let (line, column) = error.pos().unwrap_or((1, 0));
    let place = Place::at(file, number(line as u64), number(column as u64 + 1));
    match error.reason() {
        TemplateErrorReason::MismatchingClosedHelper(open, close)
        | TemplateErrorReason::MismatchingClosedDecorator(open, close) => {
            Diagnostic::error("template-block-mismatch").place(place).arg("open", open).arg("close", close)
        }
        _ => Diagnostic::error("template-syntax").place(place),
    }
}

/// A part of a compiled template with its place.
pub struct Found<'a> {
    /// The element.
    pub element: &'a TemplateElement,
    /// Where it stands.
    pub place: Place,
}

/// Every element of the template, blocks' insides included, with its place.
pub fn elements<'a>(template: &'a handlebars::Template, file: &str) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    let mut open = vec![template];
    while let Some(template) = open.pop() {
        for (element, at) in template.elements.iter().zip(&template.mapping) {
            let place = Place::at(file, number(at.0 as u64), number(at.1 as u64));
            found.push(Found { element, place });
            open.extend(inner(element));
        }
    }
    found.sort_by(|a, b| a.place.cmp(&b.place));
    found
}

/// The templates inside a block.
pub fn inner(element: &TemplateElement) -> impl Iterator<Item = &handlebars::Template> {
    let pair = match element {
        TemplateElement::HelperBlock(h) => [h.template.as_ref(), h.inverse.as_ref()],
        TemplateElement::PartialBlock(d) | TemplateElement::DecoratorBlock(d) => [d.template.as_ref(), None],
        _ => [None, None],
    };
    pair.into_iter().flatten()
}

/// The fixed name of a partial; none for a dynamic one.
pub fn partial_name(partial: &DecoratorTemplate) -> Option<&str> {
    match &partial.name {
        Parameter::Name(name) => Some(name),
        Parameter::Path(handlebars::Path::Relative((_, raw))) => Some(raw),
        _ => None,
    }
}

/// Constructs that would let data become markup, or that a clerk's template does not need.
fn refused(template: &handlebars::Template, file: &str) -> Vec<Diagnostic> {
    let code = |element: &TemplateElement| match element {
        TemplateElement::HtmlExpression(_) => Some("template-unescaped"),
        TemplateElement::DecoratorExpression(_)
        | TemplateElement::DecoratorBlock(_)
        | TemplateElement::PartialBlock(_) => Some("template-decorator"),
        TemplateElement::PartialExpression(d) if partial_name(d).is_none() => {
            Some("template-dynamic-partial")
        }
        TemplateElement::HelperBlock(h) if is_helper(h, "lookup") => Some("template-decorator"),
        _ => None,
    };
    elements(template, file)
        .into_iter()
        .filter_map(|f| Some(Diagnostic::error(code(f.element)?).place(f.place)))
        .collect()
}

fn is_helper(helper: &HelperTemplate, name: &str) -> bool {
    matches!(&helper.name, Parameter::Name(n) if n == name)
}

/// Markdown that the report has no form for, in the template's own text.
fn refused_markup(file: &str, text: &str) -> Vec<Diagnostic> {
    let blanked = blank_tags(text);
    let mut wrong = Vec::new();
    for (event, range) in Parser::new_ext(&blanked, markdown::OPTIONS).into_offset_iter() {
        // Indentation may vanish with a tag's blanks; the rendered text is looked at again.
        let indented = matches!(&event, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
        if let Some(what) = refused_event(&event).filter(|_| !indented) {
            let line = number(blanked[..range.start].matches('\n').count() as u64 + 1);
            let start = blanked[..range.start].rfind('\n').map_or(0, |n| n + 1);
            let column = number(blanked[start..range.start].chars().count() as u64 + 1);
            wrong.push(
                Diagnostic::error("template-markup").place(Place::at(file, line, column)).arg("what", what),
            );
        }
    }
    wrong.dedup();
    wrong
}

/// The name of a Markdown construct that is refused.
pub fn refused_event(event: &Event<'_>) -> Option<&'static str> {
    Some(match event {
        Event::Html(_) | Event::InlineHtml(_) => "HTML",
        Event::Start(Tag::Image { .. }) => "image",
        Event::Start(Tag::BlockQuote(_)) => "quote",
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => "code",
        Event::Start(Tag::Heading { level, .. }) if *level as usize > 4 => "heading",
        Event::Rule => "rule",
        _ => return None,
    })
}

/// The text with every Handlebars tag replaced by as many bytes of harmless text: blanks where nothing else stands
/// on the line, else `x`.
fn blank_tags(text: &str) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find("{{") {
        blanked.push_str(&rest[..open]);
        let tag = &rest[open..];
        let close = if tag.starts_with("{{!--") { "--}}" } else { "}}" };
        let end = tag.find(close).map_or(tag.len(), |e| e + close.len());
        blanked.extend(tag[..end].bytes().map(|b| if b == b'\n' { '\n' } else { 'x' }));
        rest = &tag[end..];
    }
    blanked.push_str(rest);
    let lines = blanked.split('\n').zip(text.split('\n')).map(|(blanked, line)| {
        let silent = line.trim_start().starts_with("{{") && blanked.trim().bytes().all(|b| b == b'x');
        if silent { " ".repeat(blanked.len()) } else { blanked.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Gives a mistake that only the rendered text shows the place of the words it speaks of, where a template has them.
pub fn locate(diagnostic: Diagnostic, templates: &Templates) -> Diagnostic {
    let words = diagnostic.args.iter().find(|(name, _)| *name == "what").map(|(_, words)| words.clone());
    let found = words.filter(|w| w.len() > 2).and_then(|words| {
        templates.values().find_map(|t| Some((t, t.text.find(&words)?))).map(|(t, at)| {
            let line = t.text[..at].matches('\n').count() as u64 + 1;
            let start = t.text[..at].rfind('\n').map_or(0, |n| n + 1);
            Place::at(&t.file, number(line), number(t.text[start..at].chars().count() as u64 + 1))
        })
    });
    match found {
        Some(place) => diagnostic.place(place),
        None => diagnostic,
    }
}

fn partials(template: &Template) -> Vec<(&str, Place)> {
    elements(&template.compiled, &template.file)
        .into_iter()
        .filter_map(|f| match f.element {
            TemplateElement::PartialExpression(d) => Some((partial_name(d)?, f.place)),
            _ => None,
        })
        .collect()
}

fn missing_partials(template: &Template, all: &Templates) -> Vec<Diagnostic> {
    let missing = partials(template).into_iter().filter(|(name, _)| !all.contains_key(*name));
    missing
        .map(|(name, place)| Diagnostic::error("template-no-partial").place(place).arg("name", name))
        .collect()
}

/// Partials that include themselves, directly or through others, and chains longer than [`MAX_DEPTH`].
fn cycles(templates: &Templates) -> Vec<Diagnostic> {
    let mut done = BTreeSet::new();
    let mut wrong = Vec::new();
    for name in templates.keys() {
        follow(name, templates, &mut Vec::new(), &mut done, &mut wrong);
    }
    wrong
}

fn follow<'a>(
    name: &'a str,
    templates: &'a Templates,
    path: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
    wrong: &mut Vec<Diagnostic>,
) {
    if done.contains(name) {
        return;
    }
    path.push(name);
    for (partial, place) in templates.get(name).map(partials).unwrap_or_default() {
        if let Some(at) = path.iter().position(|p| *p == partial) {
            let mut chain = path[at..].to_vec();
            chain.push(partial);
            wrong.push(Diagnostic::error("template-cycle").place(place).arg("chain", chain.join(" → ")));
        } else if path.len() >= MAX_DEPTH {
            wrong.push(Diagnostic::error("template-too-deep").place(place).arg("limit", MAX_DEPTH));
        } else {
            follow(partial, templates, path, done, wrong);
        }
    }
    path.pop();
    done.insert(name);
}
