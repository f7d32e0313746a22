//! Every sentence a person reads, from `locales/`, in Vietnamese or English.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::diagnostic::Diagnostic;

/// A language of messages. The report itself is always Vietnamese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

macro_rules! sources {
    ($lang:literal) => {
        [
            include_str!(concat!("../locales/", $lang, "/office.ftl")),
            include_str!(concat!("../locales/", $lang, "/articles.ftl")),
            include_str!(concat!("../locales/", $lang, "/figures.ftl")),
            include_str!(concat!("../locales/", $lang, "/assess.ftl")),
            include_str!(concat!("../locales/", $lang, "/compose.ftl")),
            include_str!(concat!("../locales/", $lang, "/layout.ftl")),
            include_str!(concat!("../locales/", $lang, "/pdf.ftl")),
            include_str!(concat!("../locales/", $lang, "/publish.ftl")),
            include_str!(concat!("../locales/", $lang, "/cli.ftl")),
        ]
    };
}

type Bundle = FluentBundle<FluentResource>;

static VI: LazyLock<Bundle> = LazyLock::new(|| bundle("vi", &sources!("vi")));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle("en", &sources!("en")));

fn bundle(lang: &str, sources: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(lang.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl Locale {
    fn bundle(self) -> &'static Bundle {
        match self {
            Locale::Vi => &VI,
            Locale::En => &EN,
        }
    }

    /// The text of `id`, or of its attribute for `id.attribute`, with the arguments put in; none where there is none.
    pub fn get(self, id: &str, args: &[(&'static str, String)]) -> Option<String> {
        let (message, attribute) = id.split_once('.').map_or((id, None), |(m, a)| (m, Some(a)));
        let message = self.bundle().get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs = args.iter().map(|(k, v)| (*k, v.clone())).collect();
        Some(self.bundle().format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    /// The text of `id`; the id itself where no text is (a test keeps that from happening).
    pub fn text(self, id: &str, args: &[(&'static str, String)]) -> String {
        self.get(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// Every code that a diagnostic can have: the messages with a hint or an explanation, in alphabetical order.
    pub fn codes(self) -> Vec<&'static str> {
        let sources = match self {
            Locale::Vi => sources!("vi"),
            Locale::En => sources!("en"),
        };
        let mut codes = Vec::new();
        let mut message = None;
        for line in sources.into_iter().flat_map(str::lines) {
            let name = line.split_once(" =").map(|(name, _)| name);
            match name.map(str::trim_start) {
                Some(".hint" | ".explain") => codes.extend(message.take()),
                Some(name) if !line.starts_with([' ', '#', '.', '*', '[']) => message = Some(name),
                _ => {}
            }
        }
        codes.sort_unstable();
        codes
    }

    /// A diagnostic's sentence.
    pub fn message(self, diagnostic: &Diagnostic) -> String {
        self.text(diagnostic.code, &diagnostic.args)
    }

    /// A diagnostic's hint, if it has one.
    pub fn hint(self, diagnostic: &Diagnostic) -> Option<String> {
        self.get(&format!("{}.hint", diagnostic.code), &diagnostic.args)
    }
}
