//! `baocao article`: shows what was taken from saved newspaper pages, and writes their reviews.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::say;
use crate::articles::decode::{detect, raw};
use crate::articles::review::{self, Review};
use crate::articles::{
    Article, Context, Encoding, HalfDay, Paragraph, json, printable, read_page, value_text,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::{self, Figure};
use crate::locale::Locale;
use crate::office::{self, Office, Section};
use crate::quantity::Comparator;

/// Arguments of `baocao article`.
#[derive(Debug, clap::Args)]
pub struct ArticleArgs {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    office: Option<PathBuf>,
    #[arg(long)]
    json: bool,
    #[arg(long, value_name = "E")]
    encoding: Option<String>,
    #[arg(long)]
    review: bool,
}

/// Shows what each page holds on `out`, for a person or as JSON; what is wrong goes to `err`.
pub fn run(args: &ArticleArgs, locale: Locale, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let (office, encoding) = match prepare(args) {
        Ok(prepared) => prepared,
        Err((exit, found)) => {
            let folder = args.office.as_deref().unwrap_or(Path::new(""));
            let _ = say::diagnostics(err, locale, folder, &found);
            return exit;
        }
    };
    let context = Context { office: office.as_ref(), locale, encoding, trial: None };
    let mut exit = Exit::Done;
    let mut read = Vec::new();
    for file in &args.files {
        match page(file, args, &context) {
            Ok(one) => read.push(one),
            Err((failed, found)) => {
                let _ = say::diagnostics(err, locale, Path::new(""), &found);
                exit = failed;
            }
        }
    }
    let shown = if args.json { show_json(out, &read, locale) } else { show(out, &read, locale) };
    if shown.is_err() { Exit::NotWritten } else { exit }
}

type Failed = (Exit, Vec<Diagnostic>);

fn prepare(args: &ArticleArgs) -> Result<(Option<Office>, Option<Encoding>), Failed> {
    let encoding = match &args.encoding {
        None => None,
        Some(name) => match Encoding::named(name) {
            Some(encoding) => Some(encoding),
            None => {
                let wrong = Diagnostic::error("article-encoding-name").arg("name", name);
                return Err((Exit::Usage, vec![wrong]));
            }
        },
    };
    let Some(folder) = &args.office else { return Ok((None, encoding)) };
    match office::read(folder) {
        (Some(office), _) => Ok((Some(office), encoding)),
        (None, found) => Err((Exit::Invalid, found)),
    }
}

/// A page, read.
struct Read {
    article: Article,
    /// Its bytes and how they stand for characters: where a figure stands is found in them.
    bytes: Vec<u8>,
    encoding: Encoding,
    /// The review's path, when one was written.
    written: Option<String>,
}

fn page(file: &Path, args: &ArticleArgs, context: &Context) -> Result<Read, Failed> {
    let name = file.to_string_lossy().into_owned();
    let bytes = std::fs::read(file).map_err(|error| unreadable(&name, &error))?;
    let path = review::path(&name);
    let existing = std::fs::read_to_string(&path).ok();
    let known = match &existing {
        Some(text) => Some(Review::read(&path, text).map_err(|wrong| (Exit::Invalid, wrong))?),
        None => None,
    };
    let stated = context.encoding.or_else(|| known.as_ref().and_then(|review| review.encoding));
    let invalid = |wrong| (Exit::Invalid, vec![wrong]);
    let encoding = stated.map_or_else(|| detect(&name, &bytes), Ok).map_err(invalid)?;
    let context = Context { encoding: Some(encoding), ..*context };
    let mut article = read_page(&name, &bytes, &context).map_err(invalid)?;
    let mut written = None;
    if args.review {
        let before = existing.as_deref().map(|text| (path.as_str(), text));
        let text =
            review::update(&article, &bytes, stated, before).map_err(|wrong| (Exit::Invalid, wrong))?;
        write(Path::new(&path), &text).map_err(|error| unwritable(&path, &error))?;
        written = Some(path);
    } else if let Some(review) = known.filter(|_| !args.json) {
        let mut found = Vec::new();
        review.apply(&mut article, &bytes, &mut found);
        article.findings.extend(found);
    }
    Ok(Read { article, bytes, encoding, written })
}

/// Writes a file whole or not at all.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn unreadable(file: &str, error: &io::Error) -> Failed {
    let wrong = Diagnostic::error("article-unreadable-file").place(Place::file(file));
    (Exit::Invalid, vec![wrong.arg("file", file).arg("detail", error)])
}

fn unwritable(file: &str, error: &io::Error) -> Failed {
    let wrong = Diagnostic::error("article-review-unwritable").place(Place::file(file));
    (Exit::NotWritten, vec![wrong.arg("file", file).arg("detail", error)])
}

fn show_json(out: &mut dyn Write, read: &[Read], locale: Locale) -> io::Result<()> {
    let all: Vec<_> = read.iter().map(|one| json(&one.article, locale)).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn show(out: &mut dyn Write, read: &[Read], locale: Locale) -> io::Result<()> {
    for (index, one) in read.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let mut view = View { out: &mut *out, locale };
        view.article(one)?;
        if let Some(path) = &one.written {
            let line = locale.text("article-view-review", &[("file", path.clone())]);
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// An article for a person.
struct View<'a> {
    out: &'a mut dyn Write,
    locale: Locale,
}

impl View<'_> {
    fn text(&self, id: &str) -> String {
        self.locale.text(id, &[])
    }

    fn field(&mut self, id: &str, value: Option<&str>) -> io::Result<()> {
        let none = self.text("article-view-none");
        let label = self.text(id);
        writeln!(self.out, "{label}: {}", value.unwrap_or(&none))
    }

    fn article(&mut self, one: &Read) -> io::Result<()> {
        let article = &one.article;
        writeln!(self.out, "== {}", article.file)?;
        self.field("article-view-title", article.title.as_deref())?;
        self.field("article-view-author", article.author.as_deref())?;
        if article.source_mark.is_some() {
            self.field("article-view-source-mark", article.source_mark.as_deref())?;
        }
        self.dates(article)?;
        let section = self.section(article.section);
        self.field("article-view-section", Some(&section))?;
        self.body(one)?;
        self.figures(article)?;
        self.furniture(article)?;
        self.findings(article)
    }

    fn section(&self, section: Option<Section>) -> String {
        self.text(&format!("article-view-section-{}", section.map_or("none", Section::id)))
    }

    fn dates(&mut self, article: &Article) -> io::Result<()> {
        let published =
            article.published.as_ref().map(|p| format!("{} ({})", p.date.format("%d/%m/%Y"), p.reason));
        self.field("article-view-published", published.as_deref())?;
        let event = article.event.as_ref().map(|event| {
            let half = event.half.map(|half| {
                self.text(match half {
                    HalfDay::Morning => "article-view-morning",
                    HalfDay::Afternoon => "article-view-afternoon",
                    HalfDay::Evening => "article-view-evening",
                })
            });
            let mut days = event.from.format("%d/%m/%Y").to_string();
            if event.to != event.from {
                days = format!("{days} - {}", event.to.format("%d/%m/%Y"));
            }
            let half = half.map_or_else(String::new, |half| format!(", {half}"));
            format!("{days}{half} ({})", event.reason)
        });
        self.field("article-view-event", event.as_deref())
    }

    /// The body with `[n: …]` around the words of figure `n`.
    fn body(&mut self, one: &Read) -> io::Result<()> {
        let label = self.text("article-view-body");
        writeln!(self.out, "{label}:")?;
        for paragraph in &one.article.body {
            let mut marks = Vec::new();
            for (index, figure) in one.article.figures.iter().enumerate() {
                if let Some((start, end)) = place(one, paragraph, figure) {
                    marks.push((start, 1, format!("[{}: ", index + 1)));
                    marks.push((end, 0, "]".to_owned()));
                }
            }
            marks.sort();
            let mut text = paragraph.text.clone();
            for (at, _, mark) in marks.into_iter().rev() {
                text.insert_str(at, &mark);
            }
            writeln!(self.out, "  {text}")?;
        }
        Ok(())
    }

    fn figures(&mut self, article: &Article) -> io::Result<()> {
        if article.figures.is_empty() {
            return Ok(());
        }
        let label = self.text("article-view-figures");
        writeln!(self.out, "{label}:")?;
        for (index, figure) in article.figures.iter().enumerate() {
            let kind = self.text(&format!("article-view-kind-{}", figure.kind.id()));
            let sign = match figure.comparator {
                Comparator::About => self.text("article-view-about"),
                Comparator::Nearly => self.text("article-view-nearly"),
                // The value says both ends.
                Comparator::Range => "=".to_owned(),
                other => review::comparator_sign(other).to_owned(),
            };
            let value = value_text(&figure.value);
            let section = self.section(figure.section);
            let target = figure.target.as_deref().map_or_else(String::new, |target| format!(" → {target}"));
            let decision = self.decision(&figure.review);
            writeln!(
                self.out,
                "  {}. {kind} {sign} {value} {} [{section}]{target}{decision}",
                index + 1,
                figure.unit
            )?;
        }
        Ok(())
    }

    /// What the clerk decided, if anything.
    fn decision(&self, review: &figures::Review) -> String {
        let said = match review {
            figures::Review::Pending => return String::new(),
            figures::Review::Accepted => self.text("article-view-accepted"),
            figures::Review::Rejected => self.text("article-view-rejected"),
            figures::Review::Corrected { original, reason } => {
                let args = [("original", value_text(original)), ("reason", reason.clone())];
                self.locale.text("article-view-corrected", &args)
            }
        };
        format!(" - {said}")
    }

    fn furniture(&mut self, article: &Article) -> io::Result<()> {
        if article.furniture.is_empty() {
            return Ok(());
        }
        let label = self.text("article-view-furniture");
        writeln!(self.out, "{label}:")?;
        for item in &article.furniture {
            let reason = self.text(&format!("furniture-{}", item.reason));
            writeln!(self.out, "  ({reason}) {}", item.text)?;
        }
        Ok(())
    }

    fn findings(&mut self, article: &Article) -> io::Result<()> {
        if article.findings.is_empty() {
            return Ok(());
        }
        let label = self.text("article-view-findings");
        writeln!(self.out, "{label}:")?;
        for finding in &article.findings {
            writeln!(self.out, "  {}", self.locale.message(finding))?;
        }
        Ok(())
    }
}

/// Where the words of a figure stand in its paragraph.
fn place(one: &Read, paragraph: &Paragraph, figure: &Figure) -> Option<(usize, usize)> {
    if figure.start < paragraph.start || paragraph.end < figure.end {
        return None;
    }
    let before = printable(&raw(&one.bytes[paragraph.start..figure.start], one.encoding));
    let phrase = printable(&figure.phrase);
    // The space between is collapsed and belongs to neither.
    let from = (before.len()..=before.len() + 1)
        .find(|at| paragraph.text.get(*at..).is_some_and(|t| t.starts_with(&phrase)))?;
    Some((from, from + phrase.len()))
}
