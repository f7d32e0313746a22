//! Pages → bytes: printpdf, font subsets, structure tree, PDF/A.
//!
//! [`write()`] makes a file that is PDF/A-2a (or A-3a) and PDF/UA-1 at once. printpdf builds the document, its
//! pages and their operators; a finishing pass over its object tree adds what an archive asks for:
//!
//! ```text
//! Pages ─fonts─▶ subsets ─content─▶ printpdf pages ─structure, navigation, form, metadata─▶ objects ─serialise─▶ bytes
//! ```

mod attachment;
mod content;
mod error;
mod fonts;
mod form;
mod icc;
mod metadata;
mod navigation;
mod paths;
mod run;
mod serialise;
mod sfnt;
mod structure;
mod text;
mod unhint;

use lopdf::{Dictionary, Document as Objects, Object, ObjectId};
use printpdf::{PdfDocument, PdfSaveOptions};

pub use attachment::{Attachment, Relationship};
pub use error::PdfError;

use crate::document::Metadata;
use crate::layout::Pages;

/// Which part of PDF/A the file claims beside PDF/UA-1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Standard {
    /// PDF/A-2a: no attachments.
    #[default]
    #[value(name = "a-2a")]
    A2a,
    /// PDF/A-3a: attachments of any kind.
    #[value(name = "a-3a")]
    A3a,
}

impl Standard {
    /// The standard of that name: `a-2a` or `a-3a`.
    pub fn from_name(name: &str) -> Option<Standard> {
        match name {
            "a-2a" => Some(Standard::A2a),
            "a-3a" => Some(Standard::A3a),
            _ => None,
        }
    }
}

/// What may differ from file to file beside its pages.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The part of PDF/A.
    pub standard: Standard,
    /// Files to carry along; only with [`Standard::A3a`].
    pub attachments: Vec<Attachment>,
    /// Creation date in seconds since 1970 UTC, from `SOURCE_DATE_EPOCH`; without it the report's date at
    /// 00:00 +07:00.
    pub epoch: Option<i64>,
}

/// Writes the pages as PDF/A and PDF/UA-1. The same arguments give the same bytes, always.
///
/// # Errors
/// A [`PdfError`] where the pages cannot be written as a conforming file.
pub fn write(pages: &Pages, meta: &Metadata, options: &Options) -> Result<Vec<u8>, PdfError> {
    if options.standard == Standard::A2a && !options.attachments.is_empty() {
        return Err(PdfError::AttachmentsNeedA3a);
    }
    if text::clean(&meta.title).is_empty() {
        return Err(PdfError::NoTitle);
    }
    if pages.pages.is_empty() {
        return Err(PdfError::NoSuchPage(0));
    }
    if pages.structure.is_empty() {
        return Err(PdfError::Structure(0));
    }
    let fonts = fonts::Fonts::collect(pages)?;
    let drawn = content::draw(pages, &fonts)?;
    let structure = structure::Structure::collect(pages, &drawn)?;
    let mut file = File::new(drawn)?;
    fonts.embed(&mut file)?;
    let annotations = form::add(&mut file, pages)?;
    structure.add(&mut file, pages, &annotations);
    navigation::add(&mut file, pages);
    let created = metadata::created(meta.date, options.epoch);
    attachment::add(&mut file, &options.attachments, created);
    let description = metadata::Description::new(meta, options.standard, created);
    let packet = description.add(&mut file);
    serialise::save(&file.objects, packet, |hash| description.xmp(hash))
}

/// The file's objects while they are being finished.
struct File {
    objects: Objects,
    catalog: Dictionary,
    catalog_id: ObjectId,
    /// Page objects in order.
    pages: Vec<ObjectId>,
    /// The one resource dictionary of all pages.
    resources: ObjectId,
}

impl File {
    /// Lets printpdf build the document, and clears away what the finishing pass replaces.
    fn new(drawn: Vec<content::Drawn>) -> Result<Self, PdfError> {
        let mut document = PdfDocument::new("");
        document.with_pages(drawn.into_iter().map(|page| page.page).collect());
        // `secure` would drop the `TJ` operators of `content`; a warning means something was not drawn.
        let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
        let mut warnings = Vec::new();
        let mut objects = document.to_lopdf_document(&options, &mut warnings);
        if let Some(warning) = warnings.first() {
            return Err(PdfError::Printpdf(format!("{warning:?}")));
        }
        let catalog_id = objects.trailer.get(b"Root").and_then(Object::as_reference)?;
        let pages: Vec<ObjectId> = objects.page_iter().collect();
        let resources = objects.add_object(Dictionary::new());
        for (index, &page) in pages.iter().enumerate() {
            let old = objects.get_dictionary(page)?.get(b"Resources")?.as_reference()?;
            let old = objects.objects.remove(&old);
            if let (0, Some(Object::Dictionary(old))) = (index, old) {
                for (_, value) in old.iter() {
                    objects.objects.remove(&value.as_reference()?);
                }
            }
            let page = objects.get_dictionary_mut(page)?;
            for key in [&b"TrimBox"[..], b"CropBox", b"Annots"] {
                page.remove(key);
            }
            page.set("Resources", resources);
        }
        let catalog = match objects.objects.remove(&catalog_id) {
            Some(Object::Dictionary(mut catalog)) => {
                catalog.remove(b"PageLayout");
                catalog.remove(b"PageMode");
                catalog
            }
            _ => return Err(PdfError::Printpdf("no catalog".into())),
        };
        if let Ok(info) = objects.trailer.get(b"Info").and_then(Object::as_reference) {
            objects.objects.remove(&info);
        }
        Ok(File { objects, catalog, catalog_id, pages, resources })
    }

    /// Adds an object and gives its id.
    fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.objects.add_object(object)
    }

    /// A page's dictionary.
    fn page(&mut self, index: usize) -> Result<&mut Dictionary, PdfError> {
        let id = *self.pages.get(index).ok_or(PdfError::NoSuchPage(index))?;
        Ok(self.objects.get_dictionary_mut(id)?)
    }
}
