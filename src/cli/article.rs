//! `baocao article`: shows what was taken from saved newspaper pages, and writes their reviews.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::say;
use crate::articles::review;
use crate::articles::{Article, Context, Encoding, HalfDay, json, read_page};
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::Locale;
use crate::office::{self, Office};

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
    let context = Context { office: office.as_ref(), locale, encoding };
    let mut exit = Exit::Done;
    let mut read = Vec::new();
    for file in &args.files {
        match page(file, args.review, &context) {
            Ok((article, written)) => read.push((article, written)),
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

/// An article, and its review's path when one was written.
type Read = (Article, Option<PathBuf>);

fn page(file: &Path, write_review: bool, context: &Context) -> Result<Read, Failed> {
    let name = file.to_string_lossy().into_owned();
    let bytes = std::fs::read(file).map_err(|error| unreadable(&name, &error))?;
    let review_path = review::path(&name);
    let existing = std::fs::read_to_string(&review_path).ok();
    let known = existing.as_deref().and_then(|text| review::Review::read(&review_path, text).ok());
    let encoding = context.encoding.or_else(|| known.and_then(|review| review.encoding));
    let context = Context { encoding, ..*context };
    let article = read_page(&name, &bytes, &context).map_err(|wrong| (Exit::Invalid, vec![wrong]))?;
    if !write_review {
        return Ok((article, None));
    }
    let text = review::update(
        &article,
        &bytes,
        encoding,
        existing.as_deref().map(|text| (review_path.as_str(), text)),
    )
    .map_err(|wrong| (Exit::Invalid, wrong))?;
    let path = PathBuf::from(&review_path);
    write(&path, &text).map_err(|error| unwritable(&review_path, &error))?;
    Ok((article, Some(path)))
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
    let all: Vec<_> = read.iter().map(|(article, _)| json(article, locale)).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn show(out: &mut dyn Write, read: &[Read], locale: Locale) -> io::Result<()> {
    for (index, (article, written)) in read.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let mut view = View { out: &mut *out, locale };
        view.article(article)?;
        if let Some(path) = written {
            let file = path.display().to_string();
            let line = locale.text("article-view-review", &[("file", file)]);
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

    fn article(&mut self, article: &Article) -> io::Result<()> {
        writeln!(self.out, "== {}", article.file)?;
        self.field("article-view-title", article.title.as_deref())?;
        self.field("article-view-author", article.author.as_deref())?;
        if article.source_mark.is_some() {
            self.field("article-view-source-mark", article.source_mark.as_deref())?;
        }
        self.dates(article)?;
        self.body(article)?;
        self.figures(article)?;
        self.furniture(article)?;
        self.findings(article)
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
    fn body(&mut self, article: &Article) -> io::Result<()> {
        let label = self.text("article-view-body");
        writeln!(self.out, "{label}:")?;
        for paragraph in &article.body {
            let mut text = paragraph.text.clone();
            let inside = |(_, f): &(usize, &crate::figures::Figure)| {
                paragraph.start <= f.start && f.end <= paragraph.end
            };
            for (index, figure) in article.figures.iter().enumerate().filter(inside) {
                let phrase = crate::articles::printable(&figure.phrase);
                let marked = format!("[{}: {phrase}]", index + 1);
                if let Some(at) = text.find(&phrase) {
                    text.replace_range(at..at + phrase.len(), &marked);
                }
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
            let kind = self.text(&format!("article-view-kind-{}", review::kind_name(figure.kind)));
            let sign = review::comparator_sign(figure.comparator);
            let value = crate::articles::value_text(&figure.value);
            let section = figure.section.map_or("", |section| section.id());
            let target = figure.target.as_deref().map_or_else(String::new, |target| format!(" → {target}"));
            writeln!(self.out, "  {}. {kind} {sign} {value} {} [{section}]{target}", index + 1, figure.unit)?;
        }
        Ok(())
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
