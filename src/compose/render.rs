//! Templates + model → Markdown.

use std::io::{self, Write};

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError,
    RenderErrorReason,
};
use serde_json::Value;

use crate::compose::markdown::FENCE;
use crate::compose::template::Templates;
use crate::compose::{mark, wording};
use crate::diagnostic::{Diagnostic, Place};

/// Greatest size of what a template may print.
pub const MAX_OUTPUT: usize = 32 * 1024 * 1024;

/// Helpers that put a tree in their place; the tree's id is the helper's name.
pub const TREES: [&str; 9] = [
    "target-table",
    "target-chart",
    "trend-chart",
    "flow-chart",
    "year-table",
    "organisation-table",
    "article-sources",
    "office-sources",
    "formula-sources",
];

/// Helpers that change texts.
pub const TEXT_HELPERS: [&str; 4] = ["ref", "list", "capital", "lower"];

/// The templates, compiled, with the report's helpers.
pub struct Renderer<'a> {
    registry: Handlebars<'a>,
}

impl<'a> Renderer<'a> {
    /// A renderer in strict mode with one escape function for all data.
    pub fn new(templates: &Templates) -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.set_prevent_indent(true);
        registry.register_escape_fn(mark::escape);
        for (name, template) in templates {
            registry.register_template(name, template.compiled.clone());
        }
        registry.register_helper("ref", printing(reference));
        registry.register_helper("list", printing(list));
        registry.register_helper("capital", printing(|helper| changed(helper, mark::capitalised)));
        registry.register_helper("lower", printing(|helper| changed(helper, mark::lowered)));
        Renderer { registry }
    }

    /// Says which trees have data.
    pub fn set_trees(&mut self, is_present: impl Fn(&str) -> bool) {
        for id in TREES {
            let fence = fence(id, is_present(id));
            self.registry.register_helper(id, printing(move |_| Ok(fence.clone())));
        }
    }

    /// The template's Markdown.
    pub fn render(&self, name: &str, model: &Value) -> Result<String, Diagnostic> {
        let mut out = Limited(Vec::new());
        self.registry
            .render_to_write(name, model, &mut out)
            .map_err(|error| failure(&error, &format!("templates/{name}.md.hbs")))?;
        Ok(String::from_utf8_lossy(&out.0).into_owned())
    }

    /// A text of a front matter.
    pub fn render_text(&self, text: &str, file: &str, model: &Value) -> Result<String, Diagnostic> {
        self.registry
            .render_template(text, model)
            .map_err(|error| Diagnostic { place: Some(Place::file(file)), ..failure(&error, file) })
    }
}

/// A render error as a diagnostic at its template, line and column.
fn failure(error: &RenderError, file: &str) -> Diagnostic {
    let file = error.template_name.as_deref().unwrap_or(file);
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let place = match (error.line_no, error.column_no) {
        (Some(line), Some(column)) => Place::at(file, number(line), number(column)),
        _ => Place::file(file),
    };
    let (code, what) = match error.reason() {
        RenderErrorReason::MissingVariable(path) => {
            ("template-unknown-path", path.clone().unwrap_or_default())
        }
        RenderErrorReason::HelperNotFound(name) => ("template-unknown-path", name.clone()),
        RenderErrorReason::PartialNotFound(name) => ("template-no-partial", name.clone()),
        RenderErrorReason::IOError(_) => ("template-output-too-large", (MAX_OUTPUT >> 20).to_string()),
        other => ("template-render", other.to_string()),
    };
    let name = if code == "template-no-partial" { "name" } else { "what" };
    Diagnostic::error(code).place(place).arg(name, what)
}

struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_OUTPUT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn argument<'v>(helper: &'v Helper<'_>) -> Result<&'v Value, RenderError> {
    let missing = || RenderErrorReason::ParamNotFoundForIndex("helper", 0);
    let param = helper.param(0).ok_or_else(missing)?;
    if param.is_value_missing() {
        return Err(RenderErrorReason::MissingVariable(param.relative_path().cloned()).into());
    }
    Ok(param.value())
}

/// A helper that prints a text.
fn printing<T>(text: T) -> Box<dyn HelperDef + Send + Sync>
where
    T: Fn(&Helper<'_>) -> Result<String, RenderError> + Send + Sync + 'static,
{
    Box::new(
        move |helper: &Helper<'_>,
              _: &Handlebars<'_>,
              _: &Context,
              _: &mut RenderContext<'_, '_>,
              out: &mut dyn Output|
              -> HelperResult { Ok(out.write(&text(helper)?)?) },
    )
}

/// The fence of a tree; nothing where there is no data for it.
fn fence(id: &str, is_present: bool) -> String {
    if is_present { format!("\n\n```{FENCE}\n{id}\n```\n\n") } else { String::new() }
}

/// `{{ref "target-table"}}` prints `Bảng 1` as a link.
fn reference(helper: &Helper<'_>) -> Result<String, RenderError> {
    let id = argument(helper)?.as_str().unwrap_or_default();
    let is_id = id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    Ok(if is_id { format!("[](ref:{id})") } else { String::new() })
}

/// `{{list items}}` prints `a, b và c`.
fn list(helper: &Helper<'_>) -> Result<String, RenderError> {
    let items = argument(helper)?.as_array().cloned().unwrap_or_default();
    let items: Vec<String> = items.iter().filter_map(|i| i.as_str().map(str::to_owned)).collect();
    Ok(mark::escape(&wording::list(&items)))
}

/// `{{capital text}}`, `{{lower text}}`.
fn changed(helper: &Helper<'_>, change: fn(&str) -> String) -> Result<String, RenderError> {
    let text = argument(helper)?.as_str().unwrap_or_default();
    Ok(mark::escape(&change(text)))
}
